//! The dates of a sentence with their tokens and their bounds.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use crate::lint::article::Line;
use crate::model::edtf::Edtf;
use crate::model::text::Span;

/// A date with both bounds known.
#[derive(Debug, Clone)]
pub(super) struct Date<'f> {
    /// Its words.
    pub(super) span: Span,
    /// Its tokens in the sentence.
    pub(super) tokens: Range<usize>,
    /// What it means.
    pub(super) value: &'f Edtf,
    /// The first day that it can be.
    pub(super) first: NaiveDate,
    /// The last day that it can be.
    pub(super) last: NaiveDate,
    /// Whether it was counted from the publication.
    pub(super) anchored: bool,
}

impl Date<'_> {
    /// The year of its first day.
    pub(super) fn year(&self) -> i32 {
        self.first.year()
    }

    /// The year of its last day.
    pub(super) fn last_year(&self) -> i32 {
        self.last.year()
    }

    /// Whether it is one year, month or day, and not a longer period.
    pub(super) fn is_point(&self) -> bool {
        !self.value.is_interval() && !self.value.is_approximate() && self.year() == self.last_year()
    }

    /// Whether it is a decade or a century.
    pub(super) fn is_age(&self) -> bool {
        !self.value.is_interval() && self.value.as_str().contains('X')
    }
}

/// The dates of a sentence whose first and last day are known, in order.
pub(super) fn dated<'l>(line: &'l Line<'_>) -> Vec<Date<'l>> {
    let known = line.facets.dates.iter().filter_map(|date| {
        let value = date.value.as_ref()?;
        let (first, last) = value.bounds()?;
        Some(Date {
            span: date.span,
            tokens: line.tokens_at(date.span),
            value,
            first,
            last,
            anchored: date.anchored,
        })
    });
    known.collect()
}
