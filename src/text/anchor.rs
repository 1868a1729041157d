//! Where a quote stands in a text. Nothing is guessed: the exact words, else
//! the same words in other typography, else nothing, with the sentences most
//! like the quote for a person to choose from.

use std::collections::{HashMap, HashSet};

use super::blocks::blocks;
use super::chars::CharIndex;
use super::sentences::sentences;
use crate::model::text::{Quote, Span};

/// Characters of context kept before and after a quote.
const CONTEXT_CHARS: usize = 32;

/// A sentence less like the quote than this is not offered in its place.
const LEAST_LIKENESS: f64 = 0.3;

/// Makes quotes of one text; reads the text once for any number of them.
#[derive(Debug)]
pub struct Quoter<'t> {
    text: &'t str,
    chars: CharIndex<'t>,
}

impl<'t> Quoter<'t> {
    /// Gets ready to quote a text.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            chars: CharIndex::new(text),
        }
    }

    /// The words under a span with their position and context, or `None` when
    /// the span is empty or does not fit the text.
    pub fn quote_at(&self, span: Span) -> Option<Quote> {
        let exact = span.slice(self.text).filter(|words| !words.is_empty())?;
        let before = &self.text[..span.start];
        let after = &self.text[span.end..];
        let prefix = before
            .char_indices()
            .rev()
            .take(CONTEXT_CHARS)
            .last()
            .map_or(before.len(), |(at, _)| at);
        let suffix = after
            .char_indices()
            .nth(CONTEXT_CHARS)
            .map_or(after.len(), |(at, _)| at);
        Some(Quote {
            span,
            start_char: self.chars.char_of(span.start),
            end_char: self.chars.char_of(span.end),
            exact: exact.to_owned(),
            prefix: before[prefix..].to_owned(),
            suffix: after[..suffix].to_owned(),
        })
    }
}

/// The words under one span with their position and context, or `None` when the
/// span is empty or does not fit the text. For many spans make one [`Quoter`].
pub fn quote_at(text: &str, span: Span) -> Option<Quote> {
    Quoter::new(text).quote_at(span)
}

/// Every place where the words of `quote` stand, in the order of the text:
/// exactly as given, or, when they stand nowhere so, as the text sets them
/// with other quotation marks, dashes or white space.
pub fn find(text: &str, quote: &str) -> Vec<Quote> {
    let quote = quote.trim();
    if quote.is_empty() {
        return Vec::new();
    }
    let quoter = Quoter::new(text);
    let mut spans: Vec<Span> = text
        .match_indices(quote)
        .map(|(start, words)| Span::new(start, start + words.len()))
        .collect();
    if spans.is_empty() {
        spans = find_folded(text, quote);
    }
    spans
        .into_iter()
        .filter_map(|span| quoter.quote_at(span))
        .collect()
}

/// A text with its typography evened out, and where each piece came from.
struct Folded {
    text: String,
    /// For each byte of `text`, the byte of the original it stands for.
    origin: Vec<usize>,
}

/// One character in the plainest spelling that means the same.
fn plain(c: char) -> &'static str {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => "'",
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        '…' => "...",
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => "",
        _ => "\0",
    }
}

fn fold(text: &str) -> Folded {
    let mut folded = Folded {
        text: String::with_capacity(text.len()),
        origin: Vec::with_capacity(text.len()),
    };
    for (at, c) in text.char_indices() {
        let before = folded.text.len();
        if c.is_whitespace() {
            if !folded.text.ends_with(' ') {
                folded.text.push(' ');
            }
        } else {
            match plain(c) {
                "\0" => folded.text.push(c),
                other => folded.text.push_str(other),
            }
        }
        folded
            .origin
            .extend(std::iter::repeat_n(at, folded.text.len() - before));
    }
    folded
}

fn find_folded(text: &str, quote: &str) -> Vec<Span> {
    let folded = fold(text);
    let wanted = fold(quote).text;
    let wanted = wanted.trim();
    if wanted.is_empty() {
        return Vec::new();
    }
    let span_of = |(at, words): (usize, &str)| {
        let start = *folded.origin.get(at)?;
        let last = *folded.origin.get(at + words.len() - 1)?;
        let end = last + text.get(last..)?.chars().next()?.len_utf8();
        Some(Span::new(start, end))
    };
    let mut spans: Vec<Span> = folded
        .text
        .match_indices(wanted)
        .filter_map(span_of)
        .collect();
    // One “…” stands for three dots, so two matches can lie in it.
    spans.dedup_by(|next, last| last.overlaps(*next));
    spans
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "The mayor’s office said: “We paid $4 million — not a cent more.” The mayor’s office\nwas closed.";

    #[test]
    fn exact_words_are_found_with_position_and_context() {
        let found = find(TEXT, "$4 million");
        assert_eq!(found.len(), 1);
        let quote = &found[0];
        assert_eq!(&TEXT[quote.span.start..quote.span.end], "$4 million");
        assert_eq!(quote.start_char, TEXT[..quote.span.start].chars().count());
        assert_eq!(quote.end_char - quote.start_char, 10);
        assert!(
            TEXT[..quote.span.start].ends_with(&quote.prefix) && quote.prefix.chars().count() == 32
        );
        assert!(TEXT[quote.span.end..].starts_with(&quote.suffix));
    }

    #[test]
    fn a_span_that_does_not_fit_has_no_quote() {
        for (start, end) in [(3, 3), (0, TEXT.len() + 1), (0, "The mayor".len() + 1)] {
            assert_eq!(
                quote_at(TEXT, Span::new(start, end)),
                None,
                "{start}..{end}"
            );
        }
        assert_eq!(
            quote_at(TEXT, Span::new(0, 3)).map(|quote| quote.exact),
            Some("The".to_owned())
        );
    }

    #[test]
    fn another_case_is_another_word() {
        assert!(find(TEXT, "the mayor's office").is_empty());
    }

    #[test]
    fn every_occurrence_is_found() {
        assert_eq!(find(TEXT, "The mayor’s office").len(), 2);
    }

    #[test]
    fn words_as_people_type_them_are_found_as_the_text_sets_them() {
        let typed = [
            (
                "We paid $4 million - not a cent more.",
                "We paid $4 million — not a cent more.",
            ),
            (
                "The mayor's office was closed.",
                "The mayor’s office\nwas closed.",
            ),
            ("\"We paid", "“We paid"),
        ];
        for (given, there) in typed {
            let found = find(TEXT, given);
            assert_eq!(found.len(), 1, "{given}");
            assert_eq!(found[0].exact, there);
        }
    }

    #[test]
    fn other_words_are_not_found_but_the_nearest_sentence_is_shown() {
        assert!(find(TEXT, "The mayor’s office was open").is_empty());
        assert_eq!(
            nearest(TEXT, "The mayor’s office was open", 3)[0].exact,
            "The mayor’s office\nwas closed."
        );
        assert!(nearest(TEXT, "quarterly inflation figures", 3).is_empty());
        let long =
            "The mayor was in the town. The bridge cost $4 million. It is the pride of the region.";
        assert!(nearest(long, "the end of the war in the east", 3).is_empty());
        assert_eq!(
            nearest(long, "The bridges cost $5 million", 1)[0].exact,
            "The bridge cost $4 million."
        );
    }

    proptest! {
        #[test]
        fn any_piece_of_a_text_is_found_where_it_stands(text in "(?s).{1,120}", from in 0usize..120, length in 1usize..40) {
            let from = from % text.chars().count();
            let piece: String = text.chars().skip(from).take(length).collect();
            prop_assume!(!piece.trim().is_empty());
            let found = find(&text, &piece);
            prop_assert!(!found.is_empty());
            for quote in found {
                prop_assert_eq!(quote.span.slice(&text), Some(quote.exact.as_str()));
                prop_assert_eq!(&quote.exact, piece.trim());
            }
        }

        #[test]
        fn a_folded_match_lies_on_whole_characters(text in "[ab—“” \u{a0}…]{0,60}", quote in "[ab\"'. -]{1,8}") {
            for found in find(&text, &quote) {
                prop_assert_eq!(found.span.slice(&text), Some(found.exact.as_str()));
            }
        }
    }
}
