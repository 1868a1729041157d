//! Sums of money as the names of things: "a $3 million grant", "the $3 million
//! school grant".

use super::figures::{Figure, figures};
use super::hedges::is_doubted;
use super::money::currency;
use super::rounding::literals;
use crate::lint::article::{Article, Line};
use crate::model::text::Span;
use crate::text::reading::Shape;

/// What a sum names is said in at most so many words.
const MOST: usize = 3;

#[rustfmt::skip]
/// The words with which a name is over.
const FUNCTION: &[&str] = &[
    "a", "about", "after", "against", "ago", "all", "an", "and", "annually", "are", "as", "at",
    "away", "because", "been", "before", "being", "but", "by", "can", "could", "did", "do", "does",
    "down", "during", "each", "every", "for", "from", "had", "has", "have", "he", "her", "here",
    "his", "if", "in", "into", "is", "it", "its", "just", "last", "less", "more", "next", "not",
    "of", "off", "on", "only", "or", "out", "over", "per", "she", "since", "so", "than", "that",
    "the", "their", "then", "they", "this", "through", "to", "towards", "under", "until", "up",
    "was", "we", "were", "when", "where", "which", "while", "who", "will", "with", "within",
    "without", "worth", "would", "year", "you",
];

#[rustfmt::skip]
/// Verbs that often follow a name, beside those in "-ed".
const VERBS: &[&str] = &[
    "began", "begins", "came", "comes", "cost", "costs", "covers", "fell", "gave", "gives", "goes",
    "grew", "helps", "keeps", "leaves", "left", "made", "makes", "means", "pays", "ran", "rose",
    "runs", "said", "says", "shows", "stands", "stood", "takes", "took", "went", "won",
];

/// A sum that is part of a name.
#[derive(Debug, Clone)]
pub(super) struct NamingSum<'t> {
    /// The sum.
    pub(super) figure: Figure<'t>,
    /// Its digits as printed.
    pub(super) digits: &'t str,
    /// What it is a sum of money in.
    pub(super) currency: &'t str,
    /// The words that it stands before, of which the last is the thing.
    pub(super) name: Vec<String>,
    /// The words behind the name where these go on about it: "for schools".
    pub(super) tail: Option<String>,
    /// Whether the words speak of something known: "the", "this".
    pub(super) known: bool,
    /// The number of its sentence.
    pub(super) line: usize,
    /// The sum with the name.
    pub(super) span: Span,
}

impl NamingSum<'_> {
    /// The thing itself.
    pub(super) fn thing(&self) -> &str {
        self.name.last().map_or("", String::as_str)
    }

    /// What its digits are multiplied by: a million.
    pub(super) fn scale(&self) -> f64 {
        let digits: f64 = self.digits.replace(',', "").parse().unwrap_or(f64::NAN);
        self.figure.value / digits
    }
}

/// The sums of an article that name things, in order.
pub(super) fn naming_sums<'t>(article: &Article<'t>) -> Vec<NamingSum<'t>> {
    let lines = article.prose().enumerate();
    let told = lines.filter(|(_, line)| !is_doubted(line));
    told.flat_map(|(number, line)| {
        let figures = figures(article, line).into_iter();
        let single: Vec<_> = figures.filter(|ends| ends.last.is_none()).collect();
        single
            .into_iter()
            .filter_map(move |ends| naming_sum(line, number, ends.first))
    })
    .collect()
}

fn naming_sum<'t>(line: &Line<'_>, number: usize, figure: Figure<'t>) -> Option<NamingSum<'t>> {
    let currency = currency(figure.unit?)?;
    let literals = literals(figure.words);
    let [digits] = literals.as_slice() else {
        return None;
    };
    let word = |at: usize| line.reading.lower(at);
    let before = word(figure.tokens.start.checked_sub(1)?);
    let known = matches!(before, "the" | "this" | "that");
    if figure.loose || !(known || matches!(before, "a" | "an")) {
        return None;
    }
    let from = figure.tokens.end;
    let is_name = |at: &usize| {
        let small = line.reading.is(*at, Shape::Word) && !line.reading.is_capital(*at);
        let verb =
            *at > from && (word(*at).ends_with("ed") || VERBS.binary_search(&word(*at)).is_ok());
        small && !verb && FUNCTION.binary_search(&word(*at)).is_err()
    };
    let end = (from..from + MOST).take_while(is_name).last()? + 1;
    // More words than a name has: where it ends can't be told.
    let over = is_name(&end);
    let tail = matches!(
        word(end),
        "for" | "of" | "from" | "to" | "with" | "in" | "by" | "on" | "at"
    )
    .then(|| format!("{} {} {}", word(end), word(end + 1), word(end + 2)));
    let digits = *digits;
    (!over).then_some(NamingSum {
        currency,
        digits,
        name: (from..end).map(|at| word(at).to_owned()).collect(),
        tail,
        known,
        line: number,
        span: line.span_of(figure.tokens.start..end)?,
        figure,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(FUNCTION.is_sorted() && VERBS.is_sorted());
    }
}
