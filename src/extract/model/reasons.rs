//! Why a sentence got its score: the parts of the sum, strongest first, in
//! plain words. All parts together with the base are the sum.

use std::borrow::Cow;

use super::Model;
use super::vector::{SEEN, Taken, is_list, reason_of, weight_of_one};
use crate::extract::ngrams::{From, Kind};
use crate::model::text::{Reason, Span};

/// So many reasons are given at most.
pub(in crate::extract) const MOST_REASONS: usize = 5;

/// A part smaller than this is no reason.
const LEAST: f32 = 0.05;

/// What a part of a sum is of.
#[derive(Clone, Copy)]
enum Of {
    /// A thing that a person can see, by its place.
    Seen(usize),
    /// A word, by its place.
    Word(usize),
    /// No thing that is strong enough to be told.
    Nothing,
}

impl Of {
    fn told(self, taken: &Taken<'_, '_>) -> Cow<'static, str> {
        match self {
            Self::Seen(place) => reason_of(place).into(),
            Self::Word(place) => {
                let text = taken.reading.text;
                let span = whole(text, taken.words[place].span(taken.reading));
                let word = span.slice(text).unwrap_or_default();
                format!("the word “{word}”").into()
            }
            Self::Nothing => "states nothing in particular".into(),
        }
    }
}

/// All of an abbreviation of which a word is one letter: “U.S.” of “U”; else the word.
fn whole(text: &str, word: Span) -> Span {
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let dot = |at: usize| bytes.get(at) == Some(&b'.');
    let (mut start, mut end) = (word.start, word.end);
    if end != start + 1 || !letter(start) {
        return word;
    }
    while start >= 2 && dot(start - 1) && letter(start - 2) && (start == 2 || !letter(start - 3)) {
        start -= 2;
    }
    while dot(end) && letter(end + 1) && !letter(end + 2) {
        end += 2;
    }
    if end == start + 1 {
        return word;
    }
    Span::new(start, end + usize::from(dot(end)))
}

/// A sentence weighed: what each of its parts adds to the sum.
pub(in crate::extract) struct Weighed {
    base: f32,
    seen: [f32; SEEN],
    words: Vec<f32>,
}

/// What the n-grams of a word add, by their kind, before it is known how many
/// there are in all.
type OfWord = [f32; 2];

impl Model {
    /// Weighs a sentence. Words and lists of words count by `share`: they
    /// speak of what was debated.
    pub(in crate::extract) fn weigh(&self, taken: &Taken<'_, '_>, share: f32) -> Weighed {
        let mut seen = [0.0f32; SEEN];
        taken.seen(|place, value| {
            let share = if is_list(place) { share } else { 1.0 };
            seen[place] += self.seen(place) * value * share;
        });
        let mut of_words: Vec<OfWord> = vec![[0.0; 2]; taken.words.len()];
        let mut of_lists = [0.0f32; SEEN];
        let mut counts = [0u32; Kind::COUNT];
        taken.ngrams(|kind, bucket, from| {
            counts[kind as usize] += 1;
            let weight = self.bucket(bucket);
            match from {
                From::Word(place) => of_words[place][kind as usize] += weight,
                From::Pair(one, other) => {
                    of_lists[one] += weight / 2.0;
                    of_lists[other] += weight / 2.0;
                }
            }
        });
        let [words, bytes, lists] =
            Kind::ALL.map(|kind| weight_of_one(kind, counts[kind as usize]) * share);
        for (seen, of_list) in seen.iter_mut().zip(of_lists) {
            *seen += of_list * lists;
        }
        let of_words = of_words.iter();
        Weighed {
            base: self.header.base,
            seen,
            words: of_words
                .map(|[of_words, of_bytes]| of_words * words + of_bytes * bytes)
                .collect(),
        }
    }
}

impl Weighed {
    /// The sum of all parts, before calibration.
    pub(in crate::extract) fn logit(&self) -> f64 {
        let parts = self.seen.iter().chain(&self.words);
        f64::from(self.base) + parts.map(|part| f64::from(*part)).sum::<f64>()
    }

    /// The strongest parts of the sum; never empty.
    pub(in crate::extract) fn reasons(&self, taken: &Taken<'_, '_>) -> Vec<Reason> {
        let seen = self.seen.iter().enumerate();
        let seen = seen.map(|(place, weight)| (*weight, Of::Seen(place)));
        let mut words: Vec<(f32, Of)> = Vec::with_capacity(self.words.len());
        let mut last = None;
        for (place, weight) in self.words.iter().enumerate() {
            let span = whole(taken.reading.text, taken.words[place].span(taken.reading));
            match words.last_mut().filter(|_| last == Some(span)) {
                Some((sum, _)) => *sum += weight,
                None => words.push((*weight, Of::Word(place))),
            }
            last = Some(span);
        }
        let mut parts: Vec<(f32, Of)> = seen
            .chain(words)
            .filter(|(weight, _)| weight.abs() >= LEAST)
            .collect();
        parts.sort_by(|one, other| other.0.abs().total_cmp(&one.0.abs()));
        parts.truncate(MOST_REASONS);
        if parts.is_empty() {
            parts.push((self.base, Of::Nothing));
        }
        let reasons = parts.into_iter().map(|(weight, of)| Reason {
            reason: of.told(taken),
            weight: f64::from((weight * 100.0).round()) / 100.0,
        });
        reasons.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{SentenceContext, shipped};
    use crate::text::facets::Facets;
    use crate::text::reading::Reading;

    #[test]
    fn an_abbreviation_is_one_word() {
        let text = "The U.S. cut aid to the U.S.A, e.g. 4 million, by plan B. It did.";
        let whole_of = |word: &str, from: usize| {
            let start = text[from..].find(word).unwrap() + from;
            whole(text, Span::new(start, start + word.len()))
                .slice(text)
                .unwrap()
        };
        assert_eq!(whole_of("U", 0), "U.S.");
        assert_eq!(whole_of("S", 0), "U.S.");
        assert_eq!(whole_of("A", 20), "U.S.A");
        assert_eq!(whole_of("B", 0), "B");
        assert_eq!(whole_of("cut", 0), "cut");
    }

    #[test]
    fn the_reasons_of_a_short_sentence_are_nearly_its_sum() {
        let text = "It cost $4 million in 2019.";
        let reading = Reading::new(text);
        let facets = Facets::of(&reading, None);
        let taken = Taken::apart(&SentenceContext::alone(text), &reading, &facets);
        let weighed = shipped().unwrap().weigh(&taken, 1.0);
        let told: f64 = weighed.reasons(&taken).iter().map(|one| one.weight).sum();
        let untold = weighed.logit() - f64::from(weighed.base) - told;
        let reasons = weighed.reasons(&taken);
        assert!(untold.abs() < told.abs(), "{untold} of {told}: {reasons:?}");
        assert!(
            reasons.iter().any(|one| one.reason.contains("million")),
            "{reasons:?}"
        );
    }
}
