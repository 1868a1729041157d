//! Two figures of which one became the other: "from 100 to 150", "to 150 last
//! year from 100".

use std::ops::Range;

use super::figures::{Ends, Figure};
use super::words::{asides, goes_on};
use crate::lint::article::Line;
use crate::model::text::Span;

/// The words between the two figures of a change are at most so many.
const MOST_BETWEEN: usize = 9;

/// What comes before a "from" that gives no change: ages, ranges, distances.
#[rustfmt::skip]
const NO_CHANGE: &[&str] = &[
    "age", "aged", "ages", "anything", "anywhere", "apart", "away", "range", "ranged", "ranges",
    "ranging", "vary", "varied", "varies", "varying",
];

/// A figure and what became of it.
#[derive(Debug, Clone)]
pub(super) struct Change<'t> {
    /// The figure before.
    pub(super) from: Figure<'t>,
    /// The figure after.
    pub(super) to: Figure<'t>,
    /// From its first word to its last figure, in tokens of the sentence.
    pub(super) tokens: Range<usize>,
}

impl Change<'_> {
    /// Whether the two share words: which figure belongs to which can't be told.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.tokens.start < other.tokens.end && other.tokens.start < self.tokens.end
    }

    /// Its words in the article.
    pub(super) fn span(&self, line: &Line<'_>) -> Option<Span> {
        line.span_of(self.tokens.clone())
    }

    /// The least and the most that the figure after may be times that before.
    pub(super) fn ratio(&self) -> (f64, f64) {
        let least = (self.from.low).max(f64::MIN_POSITIVE);
        (self.to.low / self.from.high, self.to.high / least)
    }

    /// What the figure after is times that before, both as printed.
    pub(super) fn printed(&self) -> f64 {
        self.to.value / self.from.value
    }
}

/// The changes that a sentence gives figures for.
pub(super) fn changes<'t>(line: &Line<'_>, figures: &[Ends<'t>]) -> Vec<Change<'t>> {
    let ranges: Vec<Change<'t>> = figures
        .iter()
        .filter_map(|ends| range(line, ends))
        .collect();
    let asides = asides(line);
    let own = |ends: &&Ends<'t>| {
        !asides
            .iter()
            .any(|aside| aside.contains(&ends.first.tokens.start))
    };
    let own: Vec<Ends<'t>> = figures.iter().filter(own).cloned().collect();
    let pairs = own.windows(2).filter_map(|pair| match pair {
        [one, other] => forwards(line, one, other).or_else(|| backwards(line, one, other)),
        _ => None,
    });
    ranges
        .into_iter()
        .chain(pairs)
        .filter(|change| is_change_of_a_number(line, change))
        .collect()
}

/// "from 100 to 150", which the reader takes for one quantity.
fn range<'t>(line: &Line<'_>, ends: &Ends<'t>) -> Option<Change<'t>> {
    let last = ends.last.clone()?;
    let tokens = ends.first.tokens.clone();
    let from = line.reading.lower(tokens.start) == "from";
    let to = tokens.clone().any(|at| line.reading.lower(at) == "to");
    (from && to).then(|| Change {
        from: ends.first.clone(),
        to: last,
        tokens,
    })
}

/// "from 200 last year to 150"
fn forwards<'t>(line: &Line<'_>, one: &Ends<'t>, other: &Ends<'t>) -> Option<Change<'t>> {
    let (from, to) = (one.single()?, other.single()?);
    let start = led_by(line, from, "from")?;
    let mid = led_by(line, to, "to")?;
    let between = from.tokens.end..mid;
    let comma = usize::from(mid > between.start && line.reading.lower(mid - 1) == ",");
    goes_on(line, between.start..between.end - comma, MOST_BETWEEN).then(|| Change {
        from: from.clone(),
        to: to.clone(),
        tokens: start..to.tokens.end,
    })
}

/// "to 150 in 2020 from 100"
fn backwards<'t>(line: &Line<'_>, one: &Ends<'t>, other: &Ends<'t>) -> Option<Change<'t>> {
    let (to, from) = (one.single()?, other.single()?);
    let start = led_by(line, to, "to")?;
    let mid = led_by(line, from, "from")?;
    let comma = usize::from(mid > to.tokens.end && line.reading.lower(mid - 1) == ",");
    goes_on(line, to.tokens.end..mid - comma, MOST_BETWEEN).then(|| Change {
        from: from.clone(),
        to: to.clone(),
        tokens: start..from.tokens.end,
    })
}

/// Where a word stands right before a figure, or before the article of one.
fn led_by(line: &Line<'_>, figure: &Figure<'_>, word: &str) -> Option<usize> {
    let before = figure.tokens.start.checked_sub(1)?;
    let article = matches!(line.reading.lower(before), "a" | "an" | "the");
    let at = before.checked_sub(usize::from(article))?;
    (line.reading.lower(at) == word).then_some(at)
}

/// Whether it is a change of a number that can grow by a share: neither of
/// years nor of ages, and above nought.
pub(super) fn is_change_of_a_number(line: &Line<'_>, change: &Change<'_>) -> bool {
    let (from, to) = (&change.from, &change.to);
    let before = change.tokens.start.checked_sub(1);
    let led = before.is_some_and(|at| NO_CHANGE.contains(&line.reading.lower(at)));
    let timed = |figure: &Figure<'_>| {
        figure.is_like_a_year() || matches!(figure.unit, Some("year" | "times" | "point"))
    };
    let one_of = |unit: Option<&str>| unit.is_some_and(|unit| matches!(unit, "percent"));
    let shares = one_of(from.unit) == one_of(to.unit);
    let positive = from.value > 0.0 && to.value > 0.0;
    // "to 5 million more people" tells what was added.
    let added = |figure: &Figure<'_>| {
        let mut tokens = figure.tokens.start..=figure.tokens.end;
        tokens.any(|at| {
            matches!(
                line.reading.lower(at),
                "more" | "fewer" | "less" | "additional"
            )
        })
    };
    let added = added(from) || added(to);
    positive && !added && shares && from.same_unit(to) && !led && !timed(from) && !timed(to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::arithmetic::figures::figures;
    use crate::lint::article::{Article, read};
    use crate::lint::reference::References;
    use crate::text::blocks::blocks;

    fn found(text: &str) -> Vec<(f64, f64)> {
        let blocks = blocks(text);
        let sentences = read(text, &blocks, None);
        let article = Article::of(text, &blocks, (None, References::shipped()), &sentences);
        let lines = article.all().iter();
        let all = lines.flat_map(|line| changes(line, &figures(&article, line)));
        all.map(|change| (change.from.value, change.to.value))
            .collect()
    }

    #[test]
    fn both_orders_are_read() {
        assert_eq!(found("It rose from 100 to 150 in May."), [(100.0, 150.0)]);
        assert_eq!(found("It fell from 200 to 150."), [(200.0, 150.0)]);
        assert_eq!(
            found("It fell from 200 in May to 150 in June."),
            [(200.0, 150.0)]
        );
        assert_eq!(
            found("It rose to $150 last year from $100."),
            [(100.0, 150.0)]
        );
        assert_eq!(found("It rose to 150, from 100 in 2019."), [(100.0, 150.0)]);
        let asides = "It rose to $150, or 3 cents a share, from $100 (€90).";
        assert_eq!(found(asides), [(100.0, 150.0)]);
    }

    #[test]
    fn ages_years_and_ranges_are_none() {
        for text in [
            "It rose from 2015 to 2019.",
            "Those aged from 20 to 30 came.",
            "Prices ranging from 20 to 30 dollars.",
            "It went from 5 dollars to 20 percent.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
