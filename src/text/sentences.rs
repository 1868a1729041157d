//! Sentences, with the exact place of each.
//!
//! The boundaries are those of the `sentencex` crate within each block, so
//! that no sentence runs over a heading or a paragraph's end. Where it splits
//! after an abbreviation or before a closing quotation mark the pieces are put
//! together again, and where it takes a word for an abbreviation they are
//! parted.

use super::abbreviations::{ALWAYS_GOES_ON, AMERICAN, GOES_ON_BEFORE_FIGURE, NO_ABBREVIATION};
use super::blocks::marker_len;
use crate::model::text::{Block, BlockKind, Span};

/// Language whose rules are used; they serve other Latin scripts passably.
const LANGUAGE: &str = "en";

/// The crate's time grows with the square of a paragraph full of open quotation
/// marks or brackets, so a longer block is handed to it in pieces of this many bytes.
const PIECE: usize = 8 * 1024;

/// A sentence and the kind of block it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without the white space around it.
    pub span: Span,
    /// What it is part of.
    pub kind: BlockKind,
}

/// The sentences of a text, block by block. A heading is one sentence; the
/// mark before a list item or a quotation is part of none.
pub fn sentences(text: &str, blocks: &[Block]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for block in blocks {
        let Some(words) = block.span.slice(text) else {
            continue;
        };
        if matches!(block.kind, BlockKind::Heading | BlockKind::Boilerplate) {
            sentences.push(Sentence {
                span: block.span,
                kind: block.kind,
            });
            continue;
        }
        let skipped = match block.kind {
            BlockKind::Item | BlockKind::Quotation => marker_len(words),
            _ => 0,
        };
        let start = block.span.start + skipped;
        let spans = in_block(&words[skipped..])
            .into_iter()
            .map(|span| Sentence {
                span: Span::new(start + span.start, start + span.end),
                kind: block.kind,
            });
        sentences.extend(spans);
    }
    sentences
}

fn in_block(words: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut start = 0;
    while start < words.len() {
        let limit = words.floor_char_boundary(start.saturating_add(PIECE));
        let mut found: Vec<Span> =
            sentencex::get_sentence_boundaries(LANGUAGE, &words[start..limit])
                .iter()
                .filter_map(|boundary| {
                    trimmed(
                        words,
                        start + boundary.start_byte,
                        start + boundary.end_byte,
                    )
                })
                .collect();
        // The last sentence of a piece may go on behind it: the next piece begins with it.
        let cut_off = if limit < words.len() {
            found.pop()
        } else {
            None
        };
        let whole = found.len();
        for span in found {
            add(words, &mut spans, span);
        }
        start = match cut_off {
            Some(last) if whole > 0 => last.start,
            Some(last) => {
                add(words, &mut spans, last);
                join_over_seam(words, &mut spans, limit)
            }
            None => limit,
        };
    }
    // Should the crate find nothing, the block is one sentence: nothing may
    // drop out of sight.
    if spans.is_empty() {
        spans.extend(trimmed(words, 0, words.len()));
    }
    spans
        .into_iter()
        .flat_map(|span| parted(words, span))
        .collect()
}

/// Goes on with a sentence longer than a piece, up to the next white space
/// after a full stop; returns where the rest begins.
fn join_over_seam(words: &str, spans: &mut [Span], seam: usize) -> usize {
    let rest = &words[seam..];
    let stop = rest
        .match_indices(char::is_whitespace)
        .find(|(at, _)| rest[..*at].ends_with(['.', '!', '?', '”']));
    let end = stop.map_or(words.len(), |(at, _)| seam + at);
    if let (Some(last), Some(rest)) = (spans.last_mut(), trimmed(words, seam, end)) {
        last.end = rest.end;
    }
    end
}

/// Adds what the crate takes for a sentence, or joins it to the last.
fn add(words: &str, spans: &mut Vec<Span>, raw: Span) {
    let Some(last) = spans.last_mut() else {
        spans.push(raw);
        return;
    };
    let tail = closing_len(&words[raw.start..raw.end]);
    if tail > 0 {
        last.end = raw.start + tail;
    }
    let Some(span) = trimmed(words, raw.start + tail, raw.end) else {
        return;
    };
    if belongs_to(words, *last, span) {
        last.end = span.end;
    } else {
        spans.push(span);
    }
}

fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let raw = text.get(start..end)?;
    let from = start + (raw.len() - raw.trim_start().len());
    let words = raw.trim();
    (!words.is_empty()).then(|| Span::new(from, from + words.len()))
}

/// Length of the closing marks at the beginning of a piece that belong to the
/// sentence before it: quotation marks, brackets, footnote marks such as `[3]`.
fn closing_len(piece: &str) -> usize {
    if let Some((number, rest)) = piece
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && (rest.is_empty() || rest.starts_with(char::is_whitespace))
    {
        return piece.len() - rest.len();
    }
    let rest = piece.trim_start_matches(['”', '’', '"', '\'', '»', ')', ']']);
    let stands_off = rest.is_empty() || rest.starts_with(char::is_whitespace);
    if stands_off {
        piece.len() - rest.len()
    } else {
        0
    }
}

/// Whether what follows is no sentence of its own but the rest of the last.
fn belongs_to(text: &str, last: Span, next: Span) -> bool {
    let (Some(before), Some(after)) = (last.slice(text), next.slice(text)) else {
        return false;
    };
    let last_word = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let bare = last_word.trim_start_matches(['(', '“', '"', '‘']);
    let first_word = after.split(char::is_whitespace).next().unwrap_or_default();
    // “iPhone” may begin a sentence, “said” does not.
    let begins_small =
        first_word.starts_with(char::is_lowercase) && !first_word.contains(char::is_uppercase);
    let only_marks = !after.contains(char::is_alphanumeric);
    let numbered =
        GOES_ON_BEFORE_FIGURE.contains(&bare) && after.starts_with(|c: char| c.is_ascii_digit());
    only_marks || begins_small || numbered || ALWAYS_GOES_ON.contains(&bare)
}

/// A sentence parted where the crate took its end for an abbreviation.
fn parted(text: &str, span: Span) -> Vec<Span> {
    let Some(words) = span.slice(text) else {
        return vec![span];
    };
    let mut parts = Vec::new();
    let mut start = span.start;
    for (at, _) in words.match_indices(". ") {
        let stop = at + 1;
        if ends_despite_abbreviation(&words[..stop], &words[stop + 1..]) {
            parts.extend(trimmed(text, start, span.start + stop));
            start = span.start + stop;
        }
    }
    parts.extend(trimmed(text, start, span.end));
    parts
}

fn ends_despite_abbreviation(before: &str, after: &str) -> bool {
    let mut words = before.rsplit(char::is_whitespace);
    let last = words.next().unwrap_or_default();
    let mut following = after.split_whitespace();
    let next = following.next().unwrap_or_default();
    if !next.starts_with(char::is_uppercase) {
        return false;
    }
    if NO_ABBREVIATION.contains(&last) {
        return true;
    }
    // “… of migrants to the U.S. Trump aimed to …”: a place, then a name that does something.
    last == "U.S."
        && words.next() == Some("the")
        && words.next().is_some_and(|word| {
            ["to", "in", "from", "of", "with", "into", "by", "against"].contains(&word)
        })
        && !AMERICAN.contains(&next)
        && following.next().is_some_and(is_past_or_auxiliary)
}

fn is_past_or_auxiliary(word: &str) -> bool {
    let auxiliary = [
        "is", "was", "has", "had", "will", "said", "took", "saw", "won", "made",
    ]
    .contains(&word);
    auxiliary || (word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::blocks::blocks;
    use proptest::prelude::*;

    fn told(text: &str) -> Vec<&str> {
        let block = Block {
            span: Span::new(0, text.len()),
            kind: BlockKind::Body,
        };
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
    fn the_mark_of_an_item_is_no_part_of_its_sentence() {
        let text = "- 12 new trams were bought.\n> We never saw the bill.\n";
        let told: Vec<&str> = sentences(text, &blocks(text))
            .iter()
            .map(|sentence| sentence.span.slice(text).unwrap())
            .collect();
        assert_eq!(
            told,
            ["12 new trams were bought.", "We never saw the bill."]
        );
    }

    #[test]
    fn a_paragraph_longer_than_a_piece_loses_nothing_at_the_seams() {
        let sentence = "It cost the town $4 million in 2019. ";
        let text = sentence.repeat(1000);
        let told = told(text.trim_end());
        assert_eq!(told.len(), 1000);
        assert!(told.iter().all(|told| *told == sentence.trim_end()));
        let tangled = "It (“cost 4. Or so” [2] — in May. x) No. 5 rose. “Why? ".repeat(900);
        let block = Block {
            span: Span::new(0, tangled.len()),
            kind: BlockKind::Body,
        };
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let kept = sentences(&tangled, &[block])
            .iter()
            .map(|one| letters(&tangled[one.span.start..one.span.end]))
            .sum::<usize>();
        assert_eq!(kept, letters(&tangled));
        let endless = "ab ".repeat(2 * PIECE);
        let block = Block {
            span: Span::new(0, endless.len()),
            kind: BlockKind::Body,
        };
        assert_eq!(sentences(&endless, &[block]).len(), 1);
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
            let unmarked = |block: &Block| match block.kind {
                BlockKind::Item | BlockKind::Quotation => marker_len(&text[block.span.start..block.span.end]),
                _ => 0,
            };
            let all: String = blocks
                .iter()
                .flat_map(|block| text[block.span.start + unmarked(block)..block.span.end].chars())
                .filter(|c| c.is_alphanumeric())
                .collect();
            prop_assert_eq!(kept, all);
        }
    }
}
