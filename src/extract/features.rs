//! What in a sentence speaks for checking it, or against.

use unicode_segmentation::UnicodeSegmentation;

use super::SentenceContext;
use super::lexicon::MONTHS;
use super::lists::{LONGEST_PHRASE, List, lists_with};

/// One thing that a sentence does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feature {
    /// Gives a figure with a unit.
    Quantity,
    /// Gives a figure without a unit.
    Figure,
    /// Gives a year, a month or a day.
    Date,
    /// Names a time in words.
    Time,
    /// Names two people, places or organisations, or more.
    Names,
    /// Names one.
    Name,
    /// Quotes somebody's words.
    Quotation,
    /// Says who said so.
    Attribution,
    /// Compares.
    Comparison,
    /// Says what caused what.
    Cause,
    /// Tells of a deed.
    Deed,
    /// Tells of something past.
    Past,
    /// Judges.
    Opinion,
    /// Tells what is to come, or could be.
    Prediction,
    /// Leaves open who or how many.
    Vague,
    /// Speaks of the speaker.
    FirstPerson,
    /// Speaks to the reader.
    SecondPerson,
    /// Asks.
    Question,
    /// Tells the reader what follows.
    Announcement,
    /// Is too short to say anything.
    Short,
    /// Breaks off before it ends.
    BrokenOff,
}

/// A sentence of fewer words than this rarely states a fact.
const FEWEST_WORDS: usize = 5;

/// Quotation marks around fewer words than this set a word off; they quote nobody.
const FEWEST_QUOTED: usize = 3;

/// Words before "’s" that stand for "is": they name nobody.
const NEVER_OWN: &[&str] = &[
    "It", "He", "She", "That", "There", "What", "Here", "Let", "Who", "How", "Where", "When",
    "This", "Today",
];

/// Everything that a sentence does, in a fixed order.
pub(super) fn features(sentence: &SentenceContext<'_>) -> Vec<Feature> {
    let text = sentence.text;
    let reading = Reading::of(text);
    let has = |list: List| reading.lists & list.bit() != 0;
    let figures = reading.figures();
    let years = reading
        .words
        .iter()
        .filter(|word| is_year(word.text))
        .count();
    let dated = years > 0 || reading.names_month();
    let quantity = reading.has_quantity() || (figures > 0 && text.contains(['%', '$', '€', '£']));
    let figure = !quantity && (figures > years || has(List::NumberWords));
    let names = reading.names();
    let asks = text.trim_end_matches(['”', '"', '’', ')']).ends_with('?');
    let broken_off =
        sentence.ends_block && ends_open(text) && !has(List::FiniteVerbs) && !reading.has_past();
    let told = [
        (Feature::Quantity, quantity),
        (Feature::Figure, figure),
        (Feature::Date, dated),
        (Feature::Time, has(List::Times) && !dated),
        (Feature::Names, names >= 2),
        (Feature::Name, names == 1),
        (
            Feature::Quotation,
            reading.words.iter().filter(|word| word.quoted).count() >= FEWEST_QUOTED,
        ),
        (Feature::Attribution, has(List::Attribution)),
        (Feature::Comparison, has(List::Comparison)),
        (Feature::Cause, has(List::Cause)),
        (Feature::Deed, has(List::Deeds)),
        (Feature::Past, !has(List::Deeds) && reading.has_past()),
        (Feature::Opinion, has(List::Opinion)),
        (Feature::Prediction, has(List::Prediction)),
        (Feature::Vague, has(List::Vague)),
        (Feature::FirstPerson, has(List::FirstPerson)),
        (Feature::SecondPerson, has(List::SecondPerson)),
        (Feature::Question, asks),
        (Feature::Announcement, has(List::Announcement)),
        (
            Feature::Short,
            reading.words.len() < FEWEST_WORDS && !quantity && !dated,
        ),
        (Feature::BrokenOff, broken_off),
    ];
    told.into_iter()
        .filter(|(_, holds)| *holds)
        .map(|(feature, _)| feature)
        .collect()
}

fn is_year(word: &str) -> bool {
    let digits = word.trim_end_matches('s');
    digits.len() == 4
        && digits
            .parse()
            .is_ok_and(|year: u32| (1500..2100).contains(&year))
}

fn ends_open(sentence: &str) -> bool {
    sentence.ends_with(|c: char| c.is_alphanumeric() || c == ',' || c == '-')
}

/// One word and whether it stands between quotation marks.
struct Word<'s> {
    text: &'s str,
    quoted: bool,
    /// The end of a compound such as "MS-13", whose digits count nothing.
    compound: bool,
    /// A new name begins here even after another: a comma or the like stands before.
    apart: bool,
}

/// A sentence taken apart into words.
struct Reading<'s> {
    words: Vec<Word<'s>>,
    /// The lists whose words it has, as bits of [`List::bit`].
    lists: u32,
}

impl<'s> Reading<'s> {
    fn of(sentence: &'s str) -> Self {
        let mut words: Vec<Word<'s>> = Vec::new();
        let (mut end, mut quoted) = (0, false);
        for (at, text) in sentence.unicode_word_indices() {
            let between = &sentence[end..at];
            for mark in between.chars() {
                quoted = match mark {
                    '“' | '«' | '„' => true,
                    '”' | '»' => false,
                    '"' => !quoted,
                    _ => quoted,
                };
            }
            words.push(Word {
                text,
                quoted,
                compound: between == "-",
                apart: between.contains([',', ';', ':', '(', '/']),
            });
            end = at + text.len();
        }
        let lists = lists(&words);
        Self { words, lists }
    }

    fn is_figure(word: &Word<'_>) -> bool {
        word.text.starts_with(|c: char| c.is_ascii_digit()) && !word.compound
    }

    fn figures(&self) -> usize {
        self.words
            .iter()
            .filter(|word| Self::is_figure(word))
            .count()
    }

    /// Whether a unit follows a figure or a number word, at most one word
    /// between them: "4 million", "thousands of people". A year counts nothing.
    fn has_quantity(&self) -> bool {
        let is_in =
            |word: &Word<'_>, list: List| lists_with(&word.text.to_lowercase()) & list.bit() != 0;
        self.words.iter().enumerate().any(|(place, word)| {
            let number =
                (Self::is_figure(word) && !is_year(word.text)) || is_in(word, List::NumberWords);
            number
                && self
                    .words
                    .iter()
                    .skip(place + 1)
                    .take(2)
                    .any(|next| is_in(next, List::Units))
        })
    }

    /// "May" and "March" are months beside a figure or after "in".
    fn names_month(&self) -> bool {
        let figure = |place: usize| {
            self.words
                .get(place)
                .is_some_and(|word| word.text.starts_with(|c: char| c.is_ascii_digit()))
        };
        self.words.iter().enumerate().any(|(place, word)| {
            let before = place.checked_sub(1).and_then(|place| self.words.get(place));
            let after_preposition = before.is_some_and(|word| {
                ["in", "since", "until", "by", "last", "of"].contains(&word.text)
            });
            word.text.starts_with(char::is_uppercase)
                && MONTHS.contains(&word.text.to_lowercase().as_str())
                && (after_preposition
                    || figure(place + 1)
                    || place.checked_sub(1).is_some_and(figure))
        })
    }

    /// How many names it has: runs of capitalised words. The first word of a
    /// sentence has a capital anyway and counts when another follows it, or
    /// when it is all capitals.
    fn names(&self) -> usize {
        let capital = |place: usize| {
            self.words.get(place).is_some_and(|word| {
                word.text.starts_with(char::is_uppercase)
                    && !["I", "I’m", "I'm", "I’ve", "I've"].contains(&word.text)
            })
        };
        let begins = |place: usize| place == 0 || !capital(place - 1) || self.words[place].apart;
        let inside = (1..self.words.len())
            .filter(|place| capital(*place) && begins(*place))
            .count();
        let first = self.words.first().is_some_and(|word| {
            let acronym = word.text.chars().count() > 1 && !word.text.contains(char::is_lowercase);
            let acronym = acronym && word.text.contains(char::is_alphabetic);
            let owner = word
                .text
                .strip_suffix("’s")
                .or_else(|| word.text.strip_suffix("'s"));
            let owns = owner.is_some_and(|owner| !NEVER_OWN.contains(&owner));
            acronym || owns || (capital(0) && capital(1) && !self.words[1].apart)
        });
        inside + usize::from(first)
    }

    /// Whether a word inside it has the form of a regular past.
    fn has_past(&self) -> bool {
        self.words.iter().skip(1).any(|word| {
            word.text.len() > 4
                && word.text.ends_with("ed")
                && word.text.starts_with(char::is_lowercase)
        })
    }
}

/// The lists that hold any run of the words.
fn lists(words: &[Word<'_>]) -> u32 {
    let personal = List::FirstPerson.bit() | List::SecondPerson.bit();
    let lower: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(place, word)| spelling(word.text, place))
        .collect();
    let mut lists = 0;
    let mut phrase = String::new();
    for (place, word) in words.iter().enumerate() {
        phrase.clear();
        for next in lower.iter().skip(place).take(LONGEST_PHRASE) {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(next);
            let found = lists_with(&phrase);
            // Who is quoted speaks of himself; the article does not.
            lists |= if word.quoted {
                found & !personal
            } else {
                found
            };
        }
    }
    lists
}

/// The spelling under which a word is looked up. "US" is not "us", and "May"
/// inside a sentence is not "may".
fn spelling(word: &str, place: usize) -> String {
    let acronym = word.chars().count() > 1 && !word.contains(char::is_lowercase);
    let month = place > 0 && word == "May";
    if acronym || month {
        word.to_owned()
    } else {
        word.to_lowercase().replace('’', "'")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::BlockKind;

    fn told(text: &str) -> Vec<Feature> {
        features(&SentenceContext {
            text,
            kind: BlockKind::Body,
            ends_block: true,
        })
    }

    #[test]
    fn names_are_runs_of_capitals() {
        let cases = [
            ("The bridge was closed.", 0),
            ("Then Ana Vega left.", 1),
            ("Ana Vega met Carl Roth in Lindenau, Saxony.", 4),
            ("NATO met there.", 1),
            ("Today I left.", 0),
            ("Vega’s plan failed.", 1),
            ("It’s late.", 0),
        ];
        for (text, names) in cases {
            assert_eq!(Reading::of(text).names(), names, "{text}");
        }
    }

    #[test]
    fn each_feature_is_found_where_it_is_and_only_there() {
        use Feature::{
            Announcement, Attribution, BrokenOff, Cause, Comparison, Date, FirstPerson, Prediction,
            Quantity, Question, Quotation,
        };
        let cases: &[(Feature, &str, &str)] = &[
            (
                Quantity,
                "The town paid $4 million.",
                "The town paid for it in 2019.",
            ),
            (Date, "It closed in May 2019.", "It may close soon."),
            (
                Quotation,
                "She called it “a gift of fools”.",
                "She called it a “gift”.",
            ),
            (
                Attribution,
                "According to the mayor it was cheap.",
                "The saddle was cheap.",
            ),
            (
                Comparison,
                "It was the longest bridge.",
                "It was a long bridge.",
            ),
            (Cause, "The storm led to losses.", "The road led home."),
            (Prediction, "It may rain.", "It rained in May."),
            (FirstPerson, "We saw it.", "“We saw it,” the US envoy said."),
            (Question, "Who paid for it?", "Nobody asked."),
            (
                Announcement,
                "Join us as we explore the town.",
                "They join forces.",
            ),
            (
                BrokenOff,
                "Ultimately, a more stable and beneficial",
                "The bridge was closed",
            ),
        ];
        for (feature, with, without) in cases {
            assert!(told(with).contains(feature), "{feature:?}: {with}");
            assert!(!told(without).contains(feature), "{feature:?}: {without}");
        }
    }
}
