//! Which words can be the finite verb of a clause: auxiliaries, regular pasts,
//! and irregular pasts that are no nouns.

use crate::text::reading::{Reading, Shape};

/// Sorted.
const FINITE: &[&str] = &[
    "accounts",
    "are",
    "ate",
    "beat",
    "became",
    "began",
    "bore",
    "bought",
    "broke",
    "brought",
    "built",
    "came",
    "can",
    "caught",
    "chose",
    "closes",
    "contains",
    "cost",
    "costs",
    "could",
    "covers",
    "cut",
    "did",
    "does",
    "drew",
    "drove",
    "employs",
    "exports",
    "fell",
    "fled",
    "flew",
    "forbade",
    "fought",
    "found",
    "gave",
    "gets",
    "goes",
    "got",
    "grew",
    "had",
    "has",
    "have",
    "held",
    "hid",
    "hit",
    "holds",
    "hurt",
    "imports",
    "is",
    "kept",
    "knew",
    "laid",
    "lasts",
    "lay",
    "leads",
    "led",
    "left",
    "lies",
    "lives",
    "lost",
    "made",
    "makes",
    "may",
    "means",
    "meant",
    "met",
    "might",
    "must",
    "opens",
    "owns",
    "paid",
    "pays",
    "produces",
    "put",
    "ran",
    "remains",
    "rises",
    "rose",
    "runs",
    "said",
    "sank",
    "sat",
    "saw",
    "says",
    "sent",
    "serves",
    "set",
    "shall",
    "shook",
    "shot",
    "should",
    "shows",
    "shrank",
    "shut",
    "slept",
    "sold",
    "spent",
    "spoke",
    "sprang",
    "spread",
    "stole",
    "stood",
    "struck",
    "swore",
    "takes",
    "taught",
    "thought",
    "threw",
    "told",
    "took",
    "understood",
    "was",
    "went",
    "were",
    "will",
    "withdrew",
    "won",
    "wore",
    "would",
    "wrote",
];

/// A regular past is longer than its ending by so much.
const SHORTEST_PAST: usize = 5;

/// Whether a token can be the finite verb of a clause.
pub(super) fn is_finite(reading: &Reading<'_>, token: usize) -> bool {
    reading.is(token, Shape::Word)
        && (is_regular_past(reading, token) || FINITE.binary_search(&reading.lower(token)).is_ok())
}

/// Whether a token has the form of a regular past, and is no name.
pub(super) fn is_regular_past(reading: &Reading<'_>, token: usize) -> bool {
    let word = reading.word(token);
    word.len() >= SHORTEST_PAST
        && word.ends_with("ed")
        && word.starts_with(char::is_lowercase)
        && !word.ends_with("eed")
        && word != "hundred"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_so_that_it_can_be_searched() {
        assert!(FINITE.is_sorted());
    }

    #[test]
    fn verbs_are_told_from_other_words() {
        let reading = Reading::new("the bridge opened need took the Reed hundred");
        let found: Vec<&str> = (0..reading.tokens.len())
            .filter(|token| is_finite(&reading, *token))
            .map(|token| reading.word(token))
            .collect();
        assert_eq!(found, ["opened", "took"]);
    }
}
