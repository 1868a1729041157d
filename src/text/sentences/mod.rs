//! Sentences, with the exact place of each.
//!
//! A sentence never runs over the end of its block. Within one, every mark
//! that can end a sentence is judged by the words around it; the rules speak
//! of shapes and classes of words, not of cases. They are made for English
//! and serve the other languages of Europe; scripts with marks of their own
//! are split at those, with a space behind the mark or without.

mod boundaries;
mod enumeration;
mod judge;
mod languages;
mod unmarked;
mod words;

use self::boundaries::split;
use super::blocks::marker_len;
use crate::model::text::{Block, BlockKind, Span};

/// A sentence and the kind of block it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without the white space around it.
    pub span: Span,
    /// What it is part of.
    pub kind: BlockKind,
}

impl Sentence {
    /// Where it stands without the mark of the list item or quotation that it
    /// begins.
    pub fn without_marker(self, text: &str) -> Span {
        let skipped = match self.kind {
            BlockKind::Item | BlockKind::Quotation => self.span.slice(text).map_or(0, marker_len),
            _ => 0,
        };
        Span::new(self.span.start + skipped, self.span.end)
    }
}

/// The sentences of a text, block by block. What belongs to the page and not
/// to the text is one sentence a block; the mark before a list item or a
/// quotation belongs to its first sentence.
pub fn sentences(text: &str, blocks: &[Block]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for block in blocks {
        let Some(words) = block.span.slice(text) else {
            continue;
        };
        let spans = match block.kind {
            BlockKind::Boilerplate => vec![Span::new(0, words.len())],
            _ => in_block(words),
        };
        sentences.extend(spans.into_iter().map(|span| Sentence {
            span: Span::new(block.span.start + span.start, block.span.start + span.end),
            kind: block.kind,
        }));
    }
    sentences
}

fn in_block(words: &str) -> Vec<Span> {
    enumeration::points(words)
        .into_iter()
        .flat_map(|point| {
            let inner = &words[point.start..point.end];
            in_point(inner)
                .into_iter()
                .map(move |span| Span::new(point.start + span.start, point.start + span.end))
        })
        .collect()
}

/// The sentences of a paragraph, or of one point of a list in it.
fn in_point(words: &str) -> Vec<Span> {
    let casual = words
        .chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_lowercase);
    let mut skipped = enumeration::mark_len(words);
    let mut spans = Vec::new();
    for stretch in unmarked::stretches(words) {
        let inner = &words[stretch.start..stretch.end];
        let found = split(inner, skipped.min(inner.len()), casual);
        spans.extend(
            found
                .into_iter()
                .map(|span| Span::new(stretch.start + span.start, stretch.start + span.end)),
        );
        skipped = 0;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::blocks::blocks;
    use proptest::prelude::*;

    fn told(text: &str) -> Vec<&str> {
        let block = Block::new(BlockKind::Body, Span::new(0, text.len()));
        sentences(text, &[block])
            .into_iter()
            .map(|sentence| sentence.span.slice(text).unwrap())
            .collect()
    }

    #[test]
    fn a_full_stop_does_not_always_end_a_sentence() {
        let whole = [
            "Aid from the U.S. Congress rose by 4.5 percent in 2019.",
            "Mr. Vega met Dr. Ana L. Pineda at 10:30 a.m. on Sept. 3.",
            "The U.S. government paid $6 million, i.e. half of the sum.",
        ];
        for text in whole {
            assert_eq!(told(text), [text]);
        }
    }

    #[test]
    fn a_full_stop_after_something_short_can_end_one() {
        let cases: &[(&str, &[&str])] = &[
            (
                "Many moved to the U.S. Vega wanted them back.",
                &["Many moved to the U.S.", "Vega wanted them back."],
            ),
            (
                "Many moved to the U.S. The rest stayed.",
                &["Many moved to the U.S.", "The rest stayed."],
            ),
            (
                "He spoke to the U.S. Congress passed nothing.",
                &["He spoke to the U.S. Congress passed nothing."],
            ),
            (
                "It was in May. Nobody knew.",
                &["It was in May.", "Nobody knew."],
            ),
            (
                "The shop is on Main St. The bank is not.",
                &["The shop is on Main St.", "The bank is not."],
            ),
            (
                "Bus No. 5 is late. Fig. 2 shows why.",
                &["Bus No. 5 is late.", "Fig. 2 shows why."],
            ),
            (
                "It cost 4 million.[3] Nobody paid.",
                &["It cost 4 million.[3]", "Nobody paid."],
            ),
        ];
        for (text, sentences) in cases {
            assert_eq!(told(text), *sentences);
        }
    }

    #[test]
    fn who_said_it_stays_with_what_was_said() {
        for text in [
            "“We will not pay!” said the minister.",
            "“Will they pay?” asked Vega on Monday.",
        ] {
            assert_eq!(told(text), [text]);
        }
    }

    #[test]
    fn the_mark_of_an_item_belongs_to_its_first_sentence() {
        let text = "- 12 new trams were bought. They are blue.\n> We never saw the bill.\n";
        let told: Vec<&str> = sentences(text, &blocks(text))
            .iter()
            .map(|sentence| sentence.span.slice(text).unwrap())
            .collect();
        assert_eq!(
            told,
            [
                "- 12 new trams were bought.",
                "They are blue.",
                "> We never saw the bill."
            ]
        );
    }

    #[test]
    fn quotation_marks_stay_with_their_sentence() {
        assert_eq!(
            told("“We will not pay.” The minister left. Nobody asked why."),
            [
                "“We will not pay.”",
                "The minister left.",
                "Nobody asked why."
            ]
        );
    }

    #[test]
    fn a_last_sentence_without_full_stop_is_kept() {
        assert_eq!(
            told("It opened in May. Nobody came"),
            ["It opened in May.", "Nobody came"]
        );
    }

    proptest! {
        #[test]
        fn sentences_lie_in_order_and_lose_no_word(text in "(?s)([A-Za-z.!?“” \n]|.){0,200}") {
            let mut end = 0;
            let mut kept = String::new();
            let blocks = blocks(&text);
            for sentence in sentences(&text, &blocks) {
                prop_assert!(sentence.span.start >= end);
                let words = sentence.span.slice(&text).expect("on character boundaries");
                prop_assert_eq!(words.trim(), words);
                kept.extend(words.chars().filter(|c| c.is_alphanumeric()));
                end = sentence.span.end;
            }
            let all: String = blocks
                .iter()
                .flat_map(|block| text[block.span.start..block.span.end].chars())
                .filter(|c| c.is_alphanumeric())
                .collect();
            prop_assert_eq!(kept, all);
        }
    }
}
