//! Whether a sentence speaks of what was or of what is to come, as far as
//! single words tell.

use crate::text::reading::{Reading, Shape};

/// What the nearest telling word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    /// What was.
    Past,
    /// What is to come.
    Future,
    /// Nothing.
    Unknown,
}

/// So many tokens away a word still tells.
const REACH: usize = 24;

/// The tense around the tokens from `start` to `end`: what stands before them
/// in the sentence is asked first.
pub(super) fn tense(r: &Reading<'_>, start: usize, end: usize) -> Tense {
    let before = (start.saturating_sub(REACH)..start).rev();
    let behind = end..(end + REACH).min(r.tokens.len());
    let told = scan(r, before);
    match told {
        Tense::Unknown => scan(r, behind),
        told => told,
    }
}

/// The tense that the words before a token give alone.
pub(super) fn tense_before(r: &Reading<'_>, start: usize) -> Tense {
    scan(r, (start.saturating_sub(REACH)..start).rev())
}

fn scan(r: &Reading<'_>, tokens: impl Iterator<Item = usize>) -> Tense {
    for at in tokens {
        if r.is(at, Shape::Mark) {
            if ends_sentence(r, at) {
                return Tense::Unknown;
            }
            continue;
        }
        let told = of_word(r, at);
        if told != Tense::Unknown {
            return told;
        }
    }
    Tense::Unknown
}

/// Whether a mark ends a sentence, and not only a short form.
fn ends_sentence(r: &Reading<'_>, at: usize) -> bool {
    match r.word(at) {
        "!" | "?" => true,
        "." => at > 0 && r.word(at - 1).len() > 3 && r.is_capital(at + 1) && !r.is_glued(at + 1),
        _ => false,
    }
}

fn of_word(r: &Reading<'_>, at: usize) -> Tense {
    let word = r.lower(at);
    match word {
        "will" | "ll" | "shall" | "upcoming" | "plans" | "planned" | "planning" | "expected"
        | "expects" | "scheduled" | "slated" | "due" | "wo" | "forthcoming" | "next" => {
            Tense::Future
        }
        "to" if matches!(r.lower(at.wrapping_sub(1)), "is" | "are" | "set" | "going") => {
            Tense::Future
        }
        "was" | "were" | "had" | "did" | "said" | "told" | "came" | "went" | "took" | "won"
        | "lost" | "fell" | "rose" | "began" | "met" | "held" | "made" | "left" | "gave"
        | "became" | "found" | "saw" | "got" | "wrote" | "spoke" | "broke" | "grew" | "led"
        | "ran" | "sent" | "shot" | "died" | "ago" => Tense::Past,
        // "Will be counted", "is planned": the word before tells.
        _ if matches!(r.lower(at.wrapping_sub(1)), "be" | "is" | "are") => Tense::Unknown,
        _ if word.len() > 4 && word.ends_with("ed") && !r.is_capital(at) => Tense::Past,
        _ => Tense::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_before_tells_first() {
        let of = |text: &str, word: &str| {
            let r = Reading::new(text);
            let at = (0..r.tokens.len()).find(|at| r.word(*at) == word).unwrap();
            tense(&r, at, at + 1)
        };
        assert_eq!(of("She said Tuesday she will go", "Tuesday"), Tense::Past);
        assert_eq!(of("She will go Tuesday, he said", "Tuesday"), Tense::Future);
        assert_eq!(
            of("On Tuesday the court is to rule", "Tuesday"),
            Tense::Future
        );
        assert_eq!(
            of("It was late. On Tuesday we go", "Tuesday"),
            Tense::Unknown
        );
    }
}
