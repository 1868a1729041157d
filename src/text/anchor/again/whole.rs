//! Sentences as rows of tokens, so that words that were a sentence are found as
//! one.

use std::ops::Range;

use crate::text::blocks::blocks;
use crate::text::sentences::sentences;
use crate::text::tokens::Tokens;

/// So many tokens between a place and the end of its sentence are taken with
/// it, whatever its length.
const LEAST_SLACK: usize = 3;

/// Of the tokens of the words that are sought, as a share: this many.
const SLACK_SHARE: usize = 3;

/// Where the sentences of a text begin and end, in tokens.
#[derive(Debug)]
pub(super) struct Ends {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Ends {
    pub(super) fn new(tokens: &Tokens<'_>) -> Self {
        let text = tokens.text;
        let (mut starts, mut ends) = (Vec::new(), Vec::new());
        for sentence in sentences(text, &blocks(text)) {
            let place = tokens.within(sentence.span);
            if !place.is_empty() {
                starts.push(place.start);
                ends.push(place.end);
            }
        }
        Self { starts, ends }
    }

    /// Whether some tokens begin a sentence, and whether they end one.
    pub(super) fn met_by(&self, place: &Range<usize>) -> (bool, bool) {
        (
            self.starts.binary_search(&place.start).is_ok(),
            self.ends.binary_search(&place.end).is_ok(),
        )
    }

    /// The first and the last sentence of a place with several.
    pub(super) fn outermost(&self, place: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let ends = self.ends.partition_point(|end| *end <= place.start);
        let first = place.start..*self.ends.get(ends).filter(|end| **end < place.end)?;
        let starts = self.starts.partition_point(|start| *start < place.end);
        let last = *self.starts.get(starts.checked_sub(1)?)?..place.end;
        (last.start > place.start).then_some((first, last))
    }

    /// A place that begins and ends where its sentence does, on the sides that
    /// are asked for, where that is near.
    pub(super) fn whole(
        &self,
        place: &Range<usize>,
        (begins, ends): (bool, bool),
        sought: usize,
    ) -> Range<usize> {
        let slack = (sought / SLACK_SHARE).max(LEAST_SLACK);
        let start = begins
            .then(|| nearest(&self.starts, place.start, slack))
            .flatten();
        let end = ends
            .then(|| nearest(&self.ends, place.end, slack))
            .flatten();
        let start = start
            .filter(|start| *start < place.end)
            .unwrap_or(place.start);
        let end = end.filter(|end| *end > start).unwrap_or(place.end);
        start..end
    }
}

/// The number in a rising row that is nearest to another, if it is near.
fn nearest(row: &[usize], to: usize, slack: usize) -> Option<usize> {
    let behind = row.partition_point(|number| *number < to);
    let candidates = [behind.checked_sub(1), Some(behind)];
    let near = candidates
        .into_iter()
        .flatten()
        .filter_map(|at| row.get(at));
    near.copied()
        .filter(|number| number.abs_diff(to) <= slack)
        .min_by_key(|number| number.abs_diff(to))
}
