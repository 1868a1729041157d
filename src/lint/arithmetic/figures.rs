//! The numbers of a sentence with the numbers that they may stand for: what is
//! rounded, vague or only a bound is a stretch, and two figures disagree only
//! where their stretches don't meet.

use std::ops::Range;

use super::money::currency;
use super::rounding::{literals, place};
use crate::lint::article::{Article, Line};
use crate::model::facet::Quantity;
use crate::model::text::Span;

/// How much of its value an "about" leaves open.
const VAGUE: f64 = 0.08;

/// A number of a sentence.
#[derive(Debug, Clone)]
pub(super) struct Figure<'t> {
    /// Its words, in bytes of the article's text.
    pub(super) span: Span,
    /// Its tokens in the sentence.
    pub(super) tokens: Range<usize>,
    /// The words.
    pub(super) words: &'t str,
    /// The number as printed.
    pub(super) value: f64,
    /// What one in its last place counts.
    pub(super) place: f64,
    /// The least it may stand for.
    pub(super) low: f64,
    /// The most it may stand for.
    pub(super) high: f64,
    /// Its unit in the singular.
    pub(super) unit: Option<&'t str>,
    /// Whether the words leave it open: "about", "more than".
    pub(super) loose: bool,
}

/// The numbers of a sentence in order: single ones as one, ranges as two ends.
pub(super) fn figures<'t>(article: &Article<'t>, line: &Line<'t>) -> Vec<Ends<'t>> {
    let quantities = line.facets.quantities.iter();
    let ends = quantities.filter_map(|quantity| Ends::of(article, line, quantity));
    ends.flat_map(|ends| match ends.split(article, line) {
        Some((one, other)) => vec![one, other],
        None => vec![ends],
    })
    .collect()
}

/// A quantity as one figure, or as the two ends of a range.
#[derive(Debug, Clone)]
pub(super) struct Ends<'t> {
    /// The number, or the lower end.
    pub(super) first: Figure<'t>,
    /// The upper end of a range.
    pub(super) last: Option<Figure<'t>>,
}

impl<'t> Ends<'t> {
    fn of(article: &Article<'t>, line: &Line<'t>, quantity: &'t Quantity) -> Option<Self> {
        if quantity.ordinal {
            return None;
        }
        let words = article.words(quantity.span);
        let literals = literals(words);
        let figure = |value: f64, literal: Option<&str>| Figure {
            span: quantity.span,
            tokens: line.tokens_at(quantity.span),
            words,
            value,
            place: place(literal, value).min(most_place(quantity)),
            low: value,
            high: value,
            unit: quantity.unit.as_deref(),
            loose: quantity.vague,
        };
        let (first, last) = match (quantity.low, quantity.high) {
            (Some(low), Some(high)) if low.value < high.value => {
                let [one, other] = literals.as_slice() else {
                    return None;
                };
                let first = figure(low.value, Some(one)).rounded();
                (first, Some(figure(high.value, Some(other)).rounded()))
            }
            (Some(low), Some(_)) => (figure(low.value, literals.first().copied()).rounded(), None),
            (low, high) => {
                let value = low.or(high)?.value;
                let mut first = figure(value, literals.first().copied()).rounded();
                first.loose = true;
                if low.is_none() {
                    first.low = f64::NEG_INFINITY;
                } else {
                    first.high = f64::INFINITY;
                }
                (first, None)
            }
        };
        Some(Self { first, last })
    }

    /// The two figures of "rose 4 percent to 120", which the reader takes for a
    /// range of percentages.
    fn split(&self, article: &Article<'t>, line: &Line<'t>) -> Option<(Self, Self)> {
        let last = self.last.as_ref()?;
        let tokens = self.first.tokens.clone();
        let word = |at: usize| line.reading.lower(at);
        let to = tokens.clone().find(|&at| word(at) == "to")?;
        let percent = |at: usize| matches!(word(at), "percent" | "cent" | "%" | "pct");
        let apart =
            percent(to.checked_sub(1)?) && !tokens.clone().skip(1).any(|at| at > to && percent(at));
        if !apart || word(tokens.start) == "from" {
            return None;
        }
        let part = |figure: &Figure<'t>, tokens: Range<usize>, unit| {
            let span = line.span_of(tokens.clone())?;
            let words = article.words(span);
            let first = Figure {
                span,
                tokens,
                words,
                unit,
                ..figure.clone()
            };
            Some(Self { first, last: None })
        };
        let mut one = part(&self.first, tokens.start..to, self.first.unit)?;
        // The million of the second was taken for one of the first, too.
        let printed: f64 = literals(one.first.words).first()?.parse().ok()?;
        one.first.scale_by(printed / one.first.value);
        Some((one, part(last, to + 1..tokens.end, None)?))
    }

    /// The number, where it is a single one.
    pub(super) fn single(&self) -> Option<&Figure<'t>> {
        self.last.is_none().then_some(&self.first)
    }
}

/// Prices and pay are rarely rounded: below 10,000, the tens of a sum count.
fn most_place(quantity: &Quantity) -> f64 {
    let value = quantity
        .low
        .or(quantity.high)
        .map_or(0.0, |bound| bound.value);
    let money = quantity.unit.as_deref().and_then(currency).is_some();
    if money && value < 10_000.0 {
        10.0
    } else {
        f64::INFINITY
    }
}

impl Figure<'_> {
    /// The same with what rounding leaves open.
    fn rounded(mut self) -> Self {
        let vague = if self.loose {
            self.value.abs() * VAGUE
        } else {
            0.0
        };
        let slack = self.place / 2.0 + vague;
        (self.low, self.high) = (self.value - slack, self.value + slack);
        self
    }

    fn scale_by(&mut self, factor: f64) {
        for value in [
            &mut self.value,
            &mut self.place,
            &mut self.low,
            &mut self.high,
        ] {
            *value *= factor;
        }
    }

    /// The least and the most that the number as printed may stand for, whatever
    /// is said of it.
    pub(super) fn near(&self) -> (f64, f64) {
        (self.value - self.place / 2.0, self.value + self.place / 2.0)
    }

    /// The least and the most that it may stand for as a count: whole numbers
    /// below a thousand are exact.
    pub(super) fn counted(&self) -> (f64, f64) {
        let whole = self.value < 1000.0 && self.value.fract() == 0.0;
        if whole && !self.loose && self.unit != Some("percent") {
            (self.value, self.value)
        } else {
            (self.low, self.high)
        }
    }

    /// Whether it may be a year and no number: "1998".
    pub(super) fn is_like_a_year(&self) -> bool {
        let digits = self.words.len() == 4 && self.words.bytes().all(|b| b.is_ascii_digit());
        self.unit.is_none() && digits && (1500.0..2200.0).contains(&self.value)
    }

    /// Whether it is counted in the same: one of the two may leave that unsaid.
    pub(super) fn same_unit(&self, other: &Self) -> bool {
        self.unit == other.unit || self.unit.is_none() || other.unit.is_none()
    }
}
