//! Sentences to scored claims: which sentences of an article deserve a
//! check, and why. Pure: the same text gives the same scores.
//!
//! What speaks for and against a sentence is found in `features`; a
//! [`Scorer`] makes one score of it. The transparent scorer adds fixed
//! weights; another can take its place without a change elsewhere.

mod features;
mod lexicon;
mod lists;
mod transparent;

use crate::model::text::{Block, BlockKind, Reason, Span};
use crate::text::blocks::marker_len;
use crate::text::sentences::{Sentence, sentences};
pub use transparent::Transparent;

/// A sentence is offered as a claim from this score on.
pub const THRESHOLD: f64 = 0.5;

/// A sentence with its check-worthiness.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Where it stands.
    pub span: Span,
    /// What it is part of.
    pub kind: BlockKind,
    /// Check-worthiness from 0 to 1.
    pub score: f64,
    /// What made the score, strongest first; never empty.
    pub reasons: Vec<Reason>,
}

/// A sentence with what a scorer may know of its surroundings.
#[derive(Debug, Clone, Copy)]
pub struct SentenceContext<'t> {
    /// Its words.
    pub text: &'t str,
    /// What it is part of: a paragraph, a list item or a quotation.
    pub kind: BlockKind,
    /// Whether it is the last of its block; only there can a text break off.
    pub ends_block: bool,
}

/// What a scorer makes of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// Check-worthiness from 0 to 1.
    pub score: f64,
    /// What made the score; never empty.
    pub reasons: Vec<Reason>,
}

/// Says how much a sentence deserves a check. The seam at which a learned model
/// can take the place of [`Transparent`].
pub trait Scorer {
    /// The check-worthiness of one sentence, and the reasons that made it.
    fn score(&self, sentence: &SentenceContext<'_>) -> Scored;
}

/// Every sentence of a text in order, headings and furniture included, with
/// its score. The blocks are those of the text, in order.
pub fn extract(text: &str, blocks: &[Block]) -> Vec<Candidate> {
    extract_with(text, blocks, &Transparent)
}

/// Like [`extract`], scored by another scorer.
pub fn extract_with(text: &str, blocks: &[Block], scorer: &dyn Scorer) -> Vec<Candidate> {
    let mut ends = blocks.iter().map(|block| block.span.end).peekable();
    sentences(text, blocks)
        .into_iter()
        .map(|sentence| {
            // Both run in the order of the text, so the block is the next that reaches so far.
            while ends.next_if(|end| *end < sentence.span.end).is_some() {}
            let span = without_marker(text, sentence);
            let context = SentenceContext {
                text: span.slice(text).unwrap_or_default(),
                kind: sentence.kind,
                ends_block: ends.peek() == Some(&span.end),
            };
            let Scored { score, reasons } = match sentence.kind {
                BlockKind::Heading => never("is a heading"),
                BlockKind::Boilerplate => never("is furniture of the page, not the article"),
                BlockKind::Body | BlockKind::Item | BlockKind::Quotation | BlockKind::Cell => {
                    scorer.score(&context)
                }
            };
            Candidate {
                span,
                kind: sentence.kind,
                score,
                reasons,
            }
        })
        .collect()
}

/// The sentence without the mark of the list item or quotation it begins.
fn without_marker(text: &str, sentence: Sentence) -> Span {
    let skipped = match sentence.kind {
        BlockKind::Item | BlockKind::Quotation => sentence.span.slice(text).map_or(0, marker_len),
        _ => 0,
    };
    Span::new(sentence.span.start + skipped, sentence.span.end)
}

/// Whether a sentence is offered as a claim.
pub fn is_offered(candidate: &Candidate) -> bool {
    let may_hold_a_claim = matches!(
        candidate.kind,
        BlockKind::Body | BlockKind::Item | BlockKind::Quotation | BlockKind::Cell
    );
    may_hold_a_claim && candidate.score >= THRESHOLD
}

fn never(reason: &str) -> Scored {
    Scored {
        score: 0.0,
        reasons: vec![Reason {
            reason: reason.to_owned(),
            weight: 0.0,
        }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::blocks::blocks;

    fn read(text: &str) -> Vec<Candidate> {
        extract(text, &blocks(text))
    }

    use proptest::prelude::*;

    fn score(sentence: &str) -> f64 {
        read(&format!("{sentence}\n"))
            .iter()
            .map(|candidate| candidate.score)
            .fold(0.0, f64::max)
    }

    #[test]
    fn statements_of_fact_are_offered() {
        let facts = [
            "The bridge opened on 3 May 2019 and cost the town $4 million.",
            "Unemployment in Norway rose to 4.1 percent last year, the highest rate since 1996.",
            "Ana Vega took office as mayor of Lindenau in June 2019.",
            "According to the National Audit Office, the railway carried 12,000 passengers a day.",
            "The flood of 2013 led to the closure of three schools in Saxony.",
        ];
        for sentence in facts {
            assert!(
                score(sentence) >= THRESHOLD,
                "{sentence}: {}",
                score(sentence)
            );
        }
    }

    #[test]
    fn moods_questions_and_announcements_are_not() {
        let others = [
            "It was, in every way, a beautiful and unforgettable evening for all of us.",
            "How will the two neighbours ever find a way out of this?",
            "Join us as we explore the many sides of this unfolding story.",
            "This article looks at what the vote could mean for the region.",
            "I believe that things may well turn out fine in the end.",
            "You should think about what matters most to you.",
            "Ultimately, a more cooperative, stable, and mutually beneficial",
        ];
        for sentence in others {
            assert!(
                score(sentence) < THRESHOLD,
                "{sentence}: {}",
                score(sentence)
            );
        }
    }

    #[test]
    fn a_sentence_that_only_lacks_its_full_stop_is_offered_and_one_cut_off_is_not() {
        let text = "Lindenau\n\nThe council met often. The county recognised the new council in May 2018\n\n\
                    The bridge was closed. Ultimately, a more open, stable, and mutually useful";
        let offered: Vec<&str> = read(text)
            .iter()
            .filter(|one| is_offered(one))
            .filter_map(|one| one.span.slice(text))
            .collect();
        assert_eq!(
            offered,
            ["The county recognised the new council in May 2018"]
        );
    }

    #[test]
    fn another_scorer_can_take_the_place() {
        struct Always;
        impl Scorer for Always {
            fn score(&self, sentence: &SentenceContext<'_>) -> Scored {
                let reason = format!("has {} bytes", sentence.text.len());
                Scored {
                    score: 1.0,
                    reasons: vec![Reason {
                        reason,
                        weight: 1.0,
                    }],
                }
            }
        }
        let text = "The Bridge\n\nNobody paid for it. Why?\n";
        let offered = extract_with(text, &blocks(text), &Always)
            .into_iter()
            .filter(is_offered)
            .count();
        assert_eq!(offered, 2, "a heading is never offered, whoever scores");
    }

    #[test]
    fn a_dated_fact_ranks_above_a_vague_one() {
        assert!(
            score("Peru recognised the new government on 4 March 2018.")
                > score("Relations between the two countries were shaped by tension.")
        );
    }

    #[test]
    fn every_score_has_reasons_in_plain_words() {
        for candidate in read(
            "The Bridge\n\nIt cost $4 million in 2019. Why? Lovely.\n\nRelated articles\nMore soups",
        ) {
            assert!(!candidate.reasons.is_empty());
            assert!((0.0..=1.0).contains(&candidate.score));
        }
    }

    proptest! {
        #[test]
        fn candidates_slice_back_exactly(text in "(?s)([A-Za-z0-9.,!?“”’$ \n]|.){0,200}") {
            let mut end = 0;
            for candidate in read(&text) {
                prop_assert!(candidate.span.start >= end);
                prop_assert!(candidate.span.slice(&text).is_some_and(|words| !words.is_empty()));
                prop_assert!((0.0..=1.0).contains(&candidate.score));
                prop_assert!(!candidate.reasons.is_empty());
                end = candidate.span.end;
            }
        }
    }
}
