//! The sentences most like a quote that stands nowhere, for a person to choose
//! from.

use std::collections::{HashMap, HashSet};

use super::Quoter;
use crate::model::text::{Quote, Span};
use crate::text::blocks::blocks;
use crate::text::sentences::sentences;

/// A sentence less like the quote than this is not offered in its place.
const LEAST_LIKENESS: f64 = 0.3;

/// The sentences most like `quote`, best first, at most `max`; none when
/// nothing is like it.
pub fn nearest(text: &str, quote: &str, max: usize) -> Vec<Quote> {
    let sentences = sentences(text, &blocks(text));
    let read: Vec<(Span, HashSet<String>)> = sentences
        .into_iter()
        .filter_map(|sentence| Some((sentence.span, words(sentence.span.slice(text)?))))
        .collect();
    let wanted = weighed(&words(quote), &read);
    let quoter = Quoter::new(text);
    let mut scored: Vec<(f64, Span)> = read
        .iter()
        .map(|(span, found)| (likeness(&wanted, found), *span))
        .filter(|(likeness, _)| *likeness >= LEAST_LIKENESS)
        .collect();
    scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    scored
        .into_iter()
        .take(max)
        .filter_map(|(_, span)| quoter.quote_at(span))
        .collect()
}

fn words(text: &str) -> HashSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// A wanted word with its weight: a word that many sentences have says little
/// about which one is meant, and a short one little at all.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of sentences and letters"
)]
fn weighed(wanted: &HashSet<String>, read: &[(Span, HashSet<String>)]) -> Vec<(String, f64)> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in read
        .iter()
        .flat_map(|(_, words)| words)
        .filter(|word| wanted.contains(*word))
    {
        *counts.entry(word).or_default() += 1;
    }
    let weigh = |word: &String| {
        let count = counts.get(word.as_str()).copied().unwrap_or_default();
        let rarity = (1.0 + read.len() as f64 / (1.0 + count as f64)).ln();
        (word.clone(), rarity * word.chars().count().min(8) as f64)
    };
    wanted.iter().map(weigh).collect()
}

/// The share of the wanted words that are there, by weight. A word of the same
/// stem counts half, so that “deported” finds “deportation”.
fn likeness(wanted: &[(String, f64)], found: &HashSet<String>) -> f64 {
    let total: f64 = wanted.iter().map(|(_, weight)| weight).sum();
    let stems: HashSet<&str> = found.iter().filter_map(|word| stem(word)).collect();
    let held = wanted.iter().map(|(word, weight)| {
        if found.contains(word) {
            *weight
        } else if stem(word).is_some_and(|stem| stems.contains(stem)) {
            weight / 2.0
        } else {
            0.0
        }
    });
    if total > 0.0 {
        held.sum::<f64>() / total
    } else {
        0.0
    }
}

/// The first five letters of a longer word.
fn stem(word: &str) -> Option<&str> {
    word.char_indices().nth(5).map(|(at, _)| &word[..at])
}
