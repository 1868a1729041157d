//! Figures in a row, each with what it counts: "70 for, 40 against and 20
//! abstentions".

use std::ops::Range;

use super::figures::{Ends, Figure};
use super::sides::{Side, side};
use crate::lint::article::Line;
use crate::text::reading::Shape;

/// What is said behind a figure is at most so many words.
const MOST: usize = 6;

/// A figure of a list with the words that say what it counts.
#[derive(Debug)]
pub(super) struct Item<'f, 't> {
    /// The figure.
    pub(super) figure: &'f Figure<'t>,
    /// The words, in tokens of the sentence.
    pub(super) label: Range<usize>,
}

/// Figures in a row.
#[derive(Debug)]
pub(super) struct List<'f, 't> {
    /// They, in order; at least two.
    pub(super) items: Vec<Item<'f, 't>>,
}

/// The longest list that begins with the first of some figures: "A this, B
/// that and C something".
pub(super) fn list<'f, 't>(line: &Line<'_>, figures: &'f [Ends<'t>]) -> Option<List<'f, 't>> {
    let mut items = Vec::new();
    let mut rest = figures;
    while let [ends, after @ ..] = rest {
        let figure = ends.single()?;
        let from = figure.tokens.end;
        let next = after.first().map(|next| next.first.tokens.start);
        let joint = next.and_then(|next| joint(line, from..next));
        let end = joint.unwrap_or_else(|| words_end(line, from));
        items.push(Item {
            figure,
            label: from..end,
        });
        if joint.is_none() {
            break;
        }
        rest = after;
    }
    let last = items.last()?.label.end;
    (items.len() > 1 && is_closed(line, last)).then_some(List { items })
}

/// The list that begins with the first of some figures and has its labels
/// before them: "won 20, lost 12 and drew 9".
pub(super) fn led_list<'f, 't>(line: &Line<'_>, figures: &'f [Ends<'t>]) -> Option<List<'f, 't>> {
    let word = |at: usize| line.reading.lower(at);
    let mut items: Vec<Item<'f, 't>> = Vec::new();
    for figure in figures.iter().map_while(Ends::single) {
        let start = figure.tokens.start;
        let from = match items.last() {
            None => start.checked_sub(1)?,
            Some(last) => {
                let end = last.figure.tokens.end;
                let comma = usize::from(matches!(word(end), "," | ";"));
                end + comma + usize::from(word(end + comma) == "and")
            }
        };
        let joined = items
            .last()
            .is_none_or(|last| last.figure.tokens.end < from);
        let label = from..start;
        let short = matches!(label.len(), 1 | 2)
            && label.clone().all(|at| line.reading.is(at, Shape::Word));
        if !joined || !short {
            break;
        }
        items.push(Item { figure, label });
    }
    let last = items.last()?.figure.tokens.end;
    (items.len() > 1 && is_closed(line, last)).then_some(List { items })
}

/// Whether nothing but a mark follows.
fn is_closed(line: &Line<'_>, at: usize) -> bool {
    let marks = ["", ".", ",", ";", ":", ")", "–", "—", "!", "”", "\""];
    marks.contains(&line.reading.lower(at))
}

/// Where the label ends between two figures, if nothing stands there but a
/// label and what joins two items.
fn joint(line: &Line<'_>, between: Range<usize>) -> Option<usize> {
    let word = |at: usize| line.reading.lower(at);
    let end = words_end(line, between.start).min(between.end);
    let rest = end..between.end;
    let joined = match rest.len() {
        1 => matches!(word(end), "," | ";"),
        2 => matches!(word(end), "," | ";") && matches!(word(end + 1), "and" | "while"),
        _ => false,
    };
    if joined {
        return Some(end);
    }
    // Without a comma: "70 for and 40 against".
    let and = between.end.checked_sub(1)?;
    (and >= between.start && end == between.end && word(and) == "and").then_some(and)
}

/// Where a run of words ends that begins at an index, but not past an "and"
/// before a figure.
fn words_end(line: &Line<'_>, from: usize) -> usize {
    let mut at = from;
    while line.reading.is(at, Shape::Word) && at < from + MOST + 1 {
        at += 1;
    }
    at
}

impl List<'_, '_> {
    /// Where it begins and ends, in tokens of the sentence.
    pub(super) fn tokens(&self) -> Range<usize> {
        let ends = |item: &Item<'_, '_>| {
            let (figure, label) = (&item.figure.tokens, &item.label);
            (figure.start.min(label.start), figure.end.max(label.end))
        };
        let start = self.items.first().map_or(0, |item| ends(item).0);
        let end = self.items.last().map_or(start, |item| ends(item).1);
        start..end
    }

    /// The least and the most that the figures may come to.
    pub(super) fn sum(&self) -> (f64, f64) {
        let each = self.items.iter().map(|item| item.figure.counted());
        each.fold((0.0, 0.0), |sum, (low, high)| (sum.0 + low, sum.1 + high))
    }

    /// What the figures as printed come to.
    pub(super) fn printed(&self) -> f64 {
        self.items.iter().map(|item| item.figure.value).sum()
    }

    /// The side that each figure counts, where each counts one.
    pub(super) fn sides(&self, line: &Line<'_>) -> Option<Vec<Side>> {
        let one = |item: &Item<'_, '_>| {
            // "12 women" is a figure with its unit.
            let unit = item.figure.unit.filter(|unit| *unit != "percent");
            let label = item.label.clone().map(|at| line.reading.lower(at));
            side(unit.into_iter().chain(label))
        };
        self.items.iter().map(one).collect()
    }

    /// Whether every figure is counted in this.
    pub(super) fn all_in(&self, unit: &str) -> bool {
        self.items.iter().all(|item| item.figure.unit == Some(unit))
    }
}
