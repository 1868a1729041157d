//! The article's text, with comments on their words and corrections as tracked
//! changes.

use std::collections::BTreeMap;

use super::super::content::ArticleReport;
use super::super::marks::{self, Segment};
use super::super::wording;
use super::flow::{Flow, Look, Style};
use super::remarks::{Remark, name, time};
use crate::model::claim::Doubt;
use crate::model::text::{Block, BlockKind, Span};
use crate::model::verdict::Verdict;

/// What a verdict puts in the place of a claim's words.
pub(super) struct Change<'a> {
    verdict: &'a Verdict,
    correction: String,
}

/// The corrections that are tracked in the text, by the numbers of their
/// comments. Where claims overlap the first has its own, and of those that
/// begin together the longest. A claim that runs over several paragraphs has
/// none, for to take it would join them; nor has one whose words have changed
/// since its verdict, or are the correction already.
pub(super) fn changes<'a>(
    report: &ArticleReport,
    remarks: &[Remark<'a>],
) -> BTreeMap<usize, Change<'a>> {
    let mut wanted: Vec<(Span, usize, Change<'a>)> = remarks
        .iter()
        .enumerate()
        .filter_map(|(number, remark)| {
            let (span, change) = change(report, *remark)?;
            Some((span, number, change))
        })
        .collect();
    wanted.sort_by_key(|(span, number, _)| (span.start, std::cmp::Reverse(span.end), *number));
    let mut changed_up_to = 0;
    let mut changes = BTreeMap::new();
    for (span, number, change) in wanted {
        if span.start >= changed_up_to {
            changed_up_to = span.end;
            changes.insert(number, change);
        }
    }
    changes
}

fn change<'a>(report: &ArticleReport, remark: Remark<'a>) -> Option<(Span, Change<'a>)> {
    let Remark::Claim(claim) = remark else {
        return None;
    };
    let span = remark.span()?;
    let verdict = claim.leading()?;
    let given = verdict.correction.as_deref()?;
    let correction = given.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_settled =
        wording::lost(&claim.claim).is_none() && !claim.claim.stale_because.contains(&Doubt::Words);
    let in_one_block = report.blocks.iter().any(|block| block.span.contains(span));
    let says_more = !correction.is_empty() && span.slice(&report.text)? != correction;
    (is_settled && in_one_block && says_more && span.start < span.end).then_some((
        span,
        Change {
            verdict,
            correction,
        },
    ))
}

/// Writes every block of the article, and says which comments have no place in
/// it.
pub(super) fn write(
    flow: &mut Flow,
    report: &ArticleReport,
    remarks: &[Remark<'_>],
    changes: &BTreeMap<usize, Change<'_>>,
) -> Vec<usize> {
    let (placed, spans): (Vec<usize>, Vec<Span>) = remarks
        .iter()
        .enumerate()
        .filter_map(|(number, remark)| Some((number, remark.span()?)))
        .unzip();
    let cuts = marks::cut(&report.text, &report.blocks, &spans);
    let mut article = Article {
        flow,
        changes,
        placed: &placed,
        next_revision: remarks.len(),
    };
    let mut unplaced: Vec<bool> = vec![true; remarks.len()];
    for (block, segments) in report.blocks.iter().zip(&cuts) {
        article.block(block, segments, &report.text);
        for mark in segments.iter().flat_map(|segment| &segment.begins) {
            unplaced[placed[*mark]] = false;
        }
    }
    (0..remarks.len())
        .filter(|number| unplaced[*number])
        .collect()
}

/// Words that are no part of the text any more, with their comment.
pub(super) fn write_unplaced(flow: &mut Flow, number: usize, words: &str) {
    flow.begin(Style::Bullet, words);
    begin_comment(flow, number);
    flow.words(words, Look::Plain);
    end_comment(flow, number);
    flow.end();
}

struct Article<'a, 'f> {
    flow: &'f mut Flow,
    changes: &'a BTreeMap<usize, Change<'a>>,
    /// The number of the comment that each mark stands for.
    placed: &'a [usize],
    /// The number of the next change; words and what takes their place are two.
    /// They go on where those of the comments end, so that no number is there
    /// twice.
    next_revision: usize,
}

impl<'a> Article<'a, '_> {
    fn block(&mut self, block: &Block, segments: &[Segment<'_>], text: &str) {
        let style = match block.kind {
            BlockKind::Heading => Style::Heading(block.level.unwrap_or(1)),
            BlockKind::Body => Style::Plain,
            BlockKind::Item => Style::Bullet,
            BlockKind::Quotation => Style::Quotation,
            BlockKind::Cell => Style::TableText,
            BlockKind::Boilerplate => Style::PageFurniture,
        };
        self.flow
            .begin(style, block.span.slice(text).unwrap_or_default());
        for segment in segments {
            self.segment(segment);
        }
        self.flow.end();
    }

    fn segment(&mut self, segment: &Segment<'_>) {
        for mark in &segment.begins {
            begin_comment(self.flow, self.placed[*mark]);
        }
        match self.change_among(&segment.under) {
            Some(change) => {
                self.begin_revision("w:del", change);
                self.flow.deleted(segment.text);
                self.flow.xml.end();
            }
            None => self.flow.words(segment.text, Look::Plain),
        }
        if let Some(change) = self.change_among(&segment.ends) {
            self.begin_revision("w:ins", change);
            self.flow.words(&change.correction, Look::Plain);
            self.flow.xml.end();
        }
        for mark in &segment.ends {
            end_comment(self.flow, self.placed[*mark]);
        }
    }

    /// The change that one of these marks makes; no two that overlap make one.
    fn change_among(&self, marks: &[usize]) -> Option<&'a Change<'a>> {
        marks
            .iter()
            .find_map(|mark| self.changes.get(&self.placed[*mark]))
    }

    fn begin_revision(&mut self, element: &'static str, change: &Change<'_>) {
        let id = self.next_revision.to_string();
        self.next_revision += 1;
        self.flow.xml.begin(
            element,
            &[
                ("w:id", &id),
                ("w:author", &name(&change.verdict.reviewer_name)),
                ("w:date", &time(change.verdict.created_at)),
            ],
        );
    }
}

fn begin_comment(flow: &mut Flow, number: usize) {
    flow.xml
        .empty("w:commentRangeStart", &[("w:id", &number.to_string())]);
}

/// Ends the words of a comment, and puts its mark behind them.
fn end_comment(flow: &mut Flow, number: usize) {
    let id = number.to_string();
    flow.xml.empty("w:commentRangeEnd", &[("w:id", &id)]);
    flow.xml.begin("w:r", &[]);
    flow.xml.begin("w:rPr", &[]);
    flow.xml.empty("w:rStyle", &[("w:val", "CommentReference")]);
    flow.xml.end();
    flow.xml.empty("w:commentReference", &[("w:id", &id)]);
    flow.xml.end();
}
