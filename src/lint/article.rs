//! An article as the rules read it: sentence by sentence, each with what it
//! names.

use crate::model::edtf::EdtfDate;
use crate::model::text::{Block, BlockKind, Span};
use crate::text::blocks::marker_len;
use crate::text::facets::Facets;
use crate::text::reading::Reading;
use crate::text::sentences::sentences;

/// An article under the rules. Places are byte offsets into its text.
#[derive(Debug)]
pub struct Article<'t> {
    /// The whole text.
    pub text: &'t str,
    /// When it was, or will be, published.
    pub published: Option<&'t EdtfDate>,
    /// Its sentences in order, headings and furniture included.
    pub sentences: &'t [Sentence],
}

/// A sentence with what it names.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// What it is part of.
    pub kind: BlockKind,
    /// Dates, quantities, names, quotations and attributions, by their places
    /// in the text.
    pub facets: Facets,
}

/// The sentences of a text, each without the mark of the list item or quotation
/// that it begins.
pub fn read(text: &str, blocks: &[Block], published: Option<&EdtfDate>) -> Vec<Sentence> {
    let sentence = |found: crate::text::sentences::Sentence| {
        let skipped = match found.kind {
            BlockKind::Item | BlockKind::Quotation => found.span.slice(text).map_or(0, marker_len),
            _ => 0,
        };
        let span = Span::new(found.span.start + skipped, found.span.end);
        let reading = Reading::new(span.slice(text).unwrap_or_default());
        Sentence {
            span,
            kind: found.kind,
            facets: Facets::of(&reading, published).shifted(span.start),
        }
    };
    sentences(text, blocks).into_iter().map(sentence).collect()
}

impl<'t> Article<'t> {
    /// The sentence that words stand in, or begin in.
    pub fn sentence_at(&self, words: Span) -> Option<Span> {
        let after = self
            .sentences
            .partition_point(|sentence| sentence.span.start <= words.start);
        let sentence = self.sentences.get(after.checked_sub(1)?)?.span;
        sentence.overlaps(words).then_some(sentence)
    }

    /// The words at a place.
    pub(super) fn words(&self, span: Span) -> &'t str {
        span.slice(self.text).unwrap_or_default()
    }
}
