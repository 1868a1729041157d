//! Where a quote stands in a text: the exact words, else the same words in
//! other typography, else words so like them that they can only be meant.
//! Nothing is guessed: where several places could be meant, all are told, and
//! where none is, the sentences most like the quote are, for a person to
//! choose from.

mod again;
mod approximate;
mod find;
mod fold;
mod nearest;

pub use again::{Again, Candidate, LEAST_TAKEN, Reanchorer};
pub(in crate::text) use approximate::negations;
pub use find::{Finder, Found, Manner, figures, find};
pub use nearest::nearest;

use super::chars::{CharIndex, byte_of};
use crate::model::text::{Quote, Span};

/// Characters of context kept before and after a quote.
const CONTEXT_CHARS: usize = 32;

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

/// The words between two positions in Unicode code points, or `None` when there
/// are none.
pub fn quote_between(text: &str, start: usize, end: usize) -> Option<Quote> {
    let span = Span::new(byte_of(text, start)?, byte_of(text, end)?);
    quote_at(text, span)
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
        let quote = &found[0].quote;
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
            assert_eq!(found[0].quote.exact, there);
            assert_eq!(found[0].manner, Manner::Typography);
        }
    }

    #[test]
    fn other_words_are_not_found_but_the_nearest_sentence_is_shown() {
        assert!(find(TEXT, "The mayor’s kitchen was open").is_empty());
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

    const SPEECH: &str = "It was late. The county has paid for the bridge, the mayor told the \
        council — and it will pay again. The county has paid for the school, the mayor told the board. \
        We had 10.5 tons in 2019, he said.";

    #[test]
    fn other_capitals_and_punctuation_are_seen_through() {
        let found = find(
            SPEECH,
            "\"the County has paid for the bridge; the Mayor told the council.",
        );
        assert_eq!(found.len(), 1);
        assert_eq!(
            found[0].quote.exact,
            "The county has paid for the bridge, the mayor told the council"
        );
        assert_eq!(found[0].manner, Manner::Letters);
        assert!(
            find(SPEECH, "we had 105 tons in 2019").is_empty(),
            "another figure"
        );
        assert!(find(SPEECH, "nty has PAID").is_empty(), "not whole words");
    }

    #[test]
    fn a_mark_that_closes_other_words_is_not_taken_with_these() {
        let text = "He said “it rained.” We paid for the bridge. « Nous avons payé. »";
        let words = |quote: &str| find(text, quote)[0].quote.exact.clone();
        assert_eq!(
            words("\"we paid for the bridge\""),
            "We paid for the bridge"
        );
        assert_eq!(words("\"nous avons payé.\""), "« Nous avons payé. »");
    }

    #[test]
    fn a_word_left_out_near_the_beginning_leaves_the_beginning() {
        let text = "It is so. One of the largest industries in the world is the tourist business.";
        let found = find(
            text,
            "One of the industries in the world is the tourist business.",
        );
        assert_eq!(
            found[0].quote.exact,
            "One of the largest industries in the world is the tourist business."
        );
    }

    #[test]
    fn an_ellipsis_stands_for_words_left_out() {
        let found = find(SPEECH, "The county has paid ... and it will pay again.");
        assert_eq!(found.len(), 1);
        assert!(found[0].quote.exact.ends_with("and it will pay again"));
        assert_eq!(found[0].manner, Manner::Gapped);
    }

    #[test]
    fn a_changed_word_is_found_when_only_one_place_can_be_meant() {
        let found = find(
            SPEECH,
            "the mayor told to the council, and it would pay again",
        );
        assert_eq!(found.len(), 1);
        assert_eq!(
            found[0].quote.exact,
            "the mayor told the council — and it will pay again"
        );
        assert!(matches!(found[0].manner, Manner::Approximate(likeness) if likeness > 0.8));
    }

    #[test]
    fn places_that_could_both_be_meant_are_both_told() {
        let found = find(SPEECH, "The county had paid for the ~ , the mayor told the");
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn another_figure_or_a_negation_is_another_statement() {
        assert!(find(SPEECH, "We had 10.5 tons in 2018, he said").is_empty());
        assert!(
            find(
                SPEECH,
                "The county has not paid for the bridge, the mayor told"
            )
            .is_empty()
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
            for Found { quote, manner } in found {
                prop_assert_eq!(manner, Manner::Exact);
                prop_assert_eq!(quote.span.slice(&text), Some(quote.exact.as_str()));
                prop_assert_eq!(&quote.exact, piece.trim());
            }
        }

        #[test]
        fn a_folded_match_lies_on_whole_characters(text in "[ab—“” \u{a0}…]{0,60}", quote in "[ab\"'. -]{1,8}") {
            for Found { quote, .. } in find(&text, &quote) {
                prop_assert_eq!(quote.span.slice(&text), Some(quote.exact.as_str()));
            }
        }
    }
}
