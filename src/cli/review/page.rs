//! The article's text as it is shown: paragraphs broken into rows for the width of
//! the screen, with a sign where something is marked, and what is in sight.
//!
//! Only what is in sight is ever broken into rows, so that a long article scrolls
//! like a short one. A place in it is a byte of the text, which stays the same when
//! the screen gets another size.

use std::ops::Range;

use super::glyphs::{self, Glyph};
use crate::desk::Walkthrough;
use crate::model::claim::{Claim, ClaimState};
use crate::model::flag::Severity;
use crate::model::ids::ClaimId;
use crate::model::scale::Tone;
use crate::model::text::Block;

/// The sign of words that a flag is on.
const FLAG: &str = "⚑";

/// What stands in the text about words of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Claim(ClaimId, Standing),
    Flag(Severity),
}

/// How far a claim has come, as the text shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nobody has decided on it.
    Offered,
    /// It waits for a verdict, or for that of who looks.
    Waits,
    /// It has a rating.
    Rated(Tone),
    /// Nobody will check it.
    Dismissed,
}

impl Standing {
    /// How a claim stands.
    pub(super) fn of(claim: &Claim) -> Self {
        match (claim.state, claim.rating_tone) {
            (ClaimState::Dismissed, _) => Self::Dismissed,
            (_, Some(tone)) => Self::Rated(tone),
            (ClaimState::Extracted, None) => Self::Offered,
            (_, None) => Self::Waits,
        }
    }

    /// Its sign.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Offered => "○",
            Self::Waits => "●",
            Self::Rated(tone) => tone.sign(),
            Self::Dismissed => "⊘",
        }
    }
}

/// Words that are marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) span: Range<usize>,
    pub(super) what: What,
}

impl Mark {
    pub(super) fn sign(&self) -> &'static str {
        match self.what {
            What::Claim(_, standing) => standing.sign(),
            What::Flag(_) => FLAG,
        }
    }

    pub(super) fn covers(&self, at: usize) -> bool {
        self.span.contains(&at)
    }
}

/// A row of the text, as wide as the screen at most.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row<'p> {
    /// Where it begins.
    pub(super) at: usize,
    pub(super) glyphs: Vec<Glyph<'p>>,
}

impl Row<'_> {
    /// Whether it stands at a place or below, at least in part.
    fn reaches(&self, place: usize) -> bool {
        let last = self.glyphs.last().map_or(self.at, |glyph| glyph.at);
        last >= place
    }
}

/// The paragraphs of the text and what is marked in them.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    text: String,
    paragraphs: Vec<Range<usize>>,
    /// In the order of the text; of those that begin together the longer one first.
    marks: Vec<Mark>,
}

impl Page {
    /// The text of the article with what is known of it.
    pub(super) fn new(walk: &Walkthrough) -> Self {
        let text = walk.revision.text.clone();
        Self {
            marks: marks(walk),
            paragraphs: paragraphs(&text, &walk.blocks),
            text,
        }
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What is marked by its number.
    pub(super) fn mark(&self, number: usize) -> Option<&Mark> {
        self.marks.get(number)
    }

    /// What is marked at a place.
    pub(super) fn marks_at(&self, at: usize) -> impl Iterator<Item = &Mark> {
        let begun = self.marks.partition_point(|mark| mark.span.start <= at);
        self.marks[..begun]
            .iter()
            .filter(move |mark| mark.covers(at))
    }

    /// The rows from a place on, at most so many.
    pub(super) fn rows(&self, from: usize, (width, height): (usize, usize)) -> Vec<Row<'_>> {
        let mut rows = Vec::new();
        for number in self.paragraph_at(from)..self.paragraphs.len() {
            let (glyphs, ranges) = self.broken(number, width);
            for range in ranges {
                let row = Row {
                    at: self.start_of(number, &glyphs[range.clone()]),
                    glyphs: glyphs[range].to_vec(),
                };
                if row.reaches(from) {
                    rows.push(row);
                }
                if rows.len() == height {
                    return rows;
                }
            }
        }
        rows
    }

    /// The place that is so many rows further down, or up where the number is negative;
    /// the last row or the first, where there are no more.
    pub(super) fn scrolled(&self, from: usize, by: isize, width: usize) -> usize {
        let mut paragraph = self.paragraph_at(from);
        let mut starts = self.row_starts(paragraph, width);
        let mut row = starts
            .partition_point(|start| *start <= from)
            .saturating_sub(1);
        for _ in 0..by.unsigned_abs() {
            if by > 0 && row + 1 < starts.len() {
                row += 1;
            } else if by > 0 && paragraph + 1 < self.paragraphs.len() {
                paragraph += 1;
                starts = self.row_starts(paragraph, width);
                row = 0;
            } else if by < 0 && row > 0 {
                row -= 1;
            } else if by < 0 && paragraph > 0 {
                paragraph -= 1;
                starts = self.row_starts(paragraph, width);
                row = starts.len().saturating_sub(1);
            } else {
                break;
            }
        }
        starts.get(row).copied().unwrap_or_default()
    }

    /// Where the rows should begin so that words are in sight: where they do already,
    /// else a third above the words.
    pub(super) fn in_sight(
        &self,
        from: usize,
        words: &Range<usize>,
        (width, height): (usize, usize),
    ) -> usize {
        let rows = self.rows(from, (width, height + 1));
        let end = rows.get(height).map_or(usize::MAX, |below| below.at);
        let begins = rows.first().is_some_and(|row| row.at <= words.start);
        if begins && words.end <= end {
            return from;
        }
        let above = isize::try_from(height / 3).unwrap_or_default();
        self.scrolled(words.start, -above, width)
    }

    /// The paragraph that a place stands in.
    fn paragraph_at(&self, at: usize) -> usize {
        let begun = self.paragraphs.partition_point(|one| one.start <= at);
        begun.saturating_sub(1)
    }

    fn row_starts(&self, paragraph: usize, width: usize) -> Vec<usize> {
        let (glyphs, ranges) = self.broken(paragraph, width);
        let start = |range: Range<usize>| self.start_of(paragraph, &glyphs[range]);
        ranges.into_iter().map(start).collect()
    }

    fn start_of(&self, paragraph: usize, row: &[Glyph<'_>]) -> usize {
        let start = self.paragraphs.get(paragraph).map_or(0, |one| one.start);
        row.first().map_or(start, |glyph| glyph.at)
    }

    /// A paragraph with its signs, and where its rows are.
    fn broken(&self, paragraph: usize, width: usize) -> (Vec<Glyph<'_>>, Vec<Range<usize>>) {
        let range = self.paragraphs.get(paragraph).cloned().unwrap_or(0..0);
        let first = self
            .marks
            .partition_point(|mark| mark.span.start < range.start);
        let here = (first..).zip(&self.marks[first..]);
        let end = range.end;
        let here = here.take_while(|(_, mark)| mark.span.start < end);
        let mut signs = here.peekable();
        let mut glyphs = Vec::new();
        for glyph in glyphs::glyphs(&self.text, range) {
            while let Some((number, mark)) = signs.next_if(|(_, mark)| mark.span.start <= glyph.at)
            {
                glyphs.push(Glyph {
                    at: mark.span.start,
                    shown: mark.sign().into(),
                    width: 1,
                    sign: Some(number),
                });
            }
            glyphs.push(glyph);
        }
        let rows = glyphs::rows(&glyphs, width);
        (glyphs, rows)
    }
}

/// The lines of a text; those that only break a block, as in mail, are one.
fn paragraphs(text: &str, blocks: &[Block]) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let start = end;
        end += line.len();
        let block = blocks.partition_point(|block| block.span.end <= start);
        let goes_on = blocks
            .get(block)
            .is_some_and(|block| block.span.start < start);
        match paragraphs.last_mut().filter(|_| goes_on) {
            Some(paragraph) => paragraph.end = end,
            None => paragraphs.push(start..end),
        }
    }
    paragraphs
}

/// What is marked: claims that stand in the text, and words that are flagged for
/// themselves.
fn marks(walk: &Walkthrough) -> Vec<Mark> {
    let claims = walk.claims.iter().filter_map(|claim| {
        let span = walk.span_of(claim)?;
        Some(Mark {
            span: span.start..span.end,
            what: What::Claim(claim.id, Standing::of(claim)),
        })
    });
    let flags = walk.flagged_words().map(|(span, severity)| Mark {
        span: span.start..span.end,
        what: What::Flag(severity),
    });
    let mut marks: Vec<Mark> = claims.chain(flags).collect();
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::blocks::blocks;

    #[test]
    fn lines_that_only_break_a_paragraph_are_one() {
        let text = "The Bridge\n\nTraffic rose\nby a third,\nthey say.\n\n- one\n- two\n";
        let found = paragraphs(text, &blocks(text));
        let shown: Vec<&str> = found.into_iter().map(|range| &text[range]).collect();
        let expected = [
            "The Bridge\n",
            "\n",
            "Traffic rose\nby a third,\nthey say.\n",
            "\n",
            "- one\n",
            "- two\n",
        ];
        assert_eq!(shown, expected);
    }
}
