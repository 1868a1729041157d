//! Words as they are compared: small, without accents, by their stems.
//! Scripts that part no words are read as pairs of characters.

use std::borrow::Cow;
use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};
use unicode_normalization::char::is_combining_mark;

use crate::search::fold::bare;
use crate::search::is_spaceless;

/// So many words are kept with their stems at most.
const MOST_KEPT: usize = 200_000;

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'w> {
    /// As it is compared, not yet stemmed.
    pub(super) word: &'w str,
    /// Whether it is written with a capital.
    pub(super) capital: bool,
    /// Whether it is a figure.
    pub(super) figure: bool,
    /// Whether it is a pair of characters of a script that parts no words.
    pub(super) pair: bool,
    /// The sentence it is in, from 0.
    pub(super) sentence: u16,
}

/// A stem as a number (the 32-bit hash of Fowler, Noll and Vo).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Stem(pub(super) u32);

impl Stem {
    fn of(stem: &str) -> Self {
        let hash = stem.bytes().fold(0x811c_9dc5u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        Self(hash)
    }
}

/// Finds the stems of words, and remembers them.
pub(super) struct Stems {
    stemmer: Stemmer,
    known: HashMap<String, Stem>,
}

impl Stems {
    pub(super) fn new() -> Self {
        Self {
            // The index of the desk stems by the same algorithm.
            stemmer: Stemmer::new(Algorithm::Porter),
            known: HashMap::new(),
        }
    }

    /// The stem of a word in letters.
    pub(super) fn spelled<'w>(&self, token: &Token<'w>) -> Cow<'w, str> {
        if token.figure || token.pair {
            Cow::Borrowed(token.word)
        } else {
            self.stemmer.stem(token.word)
        }
    }

    /// The stem of a word as a number.
    pub(super) fn of(&mut self, token: &Token<'_>) -> Stem {
        if let Some(stem) = self.known.get(token.word) {
            return *stem;
        }
        let stem = Stem::of(&self.spelled(token));
        if self.known.len() >= MOST_KEPT {
            self.known.clear();
        }
        self.known.insert(token.word.to_owned(), stem);
        stem
    }
}

/// A text in small letters without accents.
pub(super) fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().flat_map(bare).collect()
}

/// Calls `found` with every word of a text.
pub(super) fn tokens(text: &str, mut found: impl FnMut(&Token<'_>)) {
    let mut reader = Reader {
        word: String::new(),
        sentence: 0,
        possessive: false,
    };
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        if c.is_alphanumeric() && !is_spaceless(c) {
            reader.word.push(c);
        } else if is_spaceless(c) {
            reader.end(&mut found);
            reader.pair(c, next, &mut found);
        } else if !reader.joins((c, next), &text[at..], &mut found) {
            reader.end(&mut found);
            let parts = matches!(c, '.' | '!' | '?' | '…' | '\n');
            if parts && (next.is_whitespace() || matches!(next, '"' | '”' | '’')) {
                reader.sentence = reader.sentence.saturating_add(1);
            }
        }
    }
    reader.end(&mut found);
}

/// A word that is being read.
struct Reader {
    word: String,
    sentence: u16,
    /// Whether the word is the `s` of a possessive, which says nothing.
    possessive: bool,
}

impl Reader {
    /// Whether a mark is part of the word: the apostrophe of `don't`, the comma
    /// of `4,000`, the points of `4.5` and `U.S.` It is left out of it.
    fn joins(
        &mut self,
        (mark, next): (char, char),
        rest: &str,
        found: &mut impl FnMut(&Token<'_>),
    ) -> bool {
        let Some(last) = self.word.chars().next_back() else {
            return false;
        };
        let in_figure = last.is_ascii_digit() && next.is_ascii_digit();
        match mark {
            '\'' | '’' => {
                let possessive = is_possessive(rest);
                if possessive {
                    self.end(found);
                    self.possessive = true;
                }
                !possessive && next.is_alphabetic()
            }
            ',' => in_figure,
            '.' if in_figure => {
                self.word.push('.');
                true
            }
            '.' => next.is_alphabetic() && self.is_initials(),
            '\u{ad}' | '\u{200b}'..='\u{200d}' => true,
            mark => is_combining_mark(mark),
        }
    }

    /// Whether what was read can be the first letters of an abbreviation.
    fn is_initials(&self) -> bool {
        self.word.chars().count() <= 4 && self.word.chars().all(char::is_uppercase)
    }

    fn end(&mut self, found: &mut impl FnMut(&Token<'_>)) {
        if self.word.is_empty() {
            return;
        }
        let word = folded(&self.word);
        let says_nothing = std::mem::take(&mut self.possessive);
        if !word.is_empty() && !says_nothing {
            found(&Token {
                word: &word,
                capital: self.word.starts_with(char::is_uppercase),
                figure: word.starts_with(|c: char| c.is_ascii_digit()),
                pair: false,
                sentence: self.sentence,
            });
        }
        self.word.clear();
    }

    /// The pair that a character of an unspaced script begins; the last of a
    /// run stands alone when it is the only one.
    fn pair(&mut self, c: char, next: char, found: &mut impl FnMut(&Token<'_>)) {
        if is_spaceless(next) {
            let word = String::from_iter([c, next]);
            found(&Token {
                word: &word,
                capital: false,
                figure: false,
                pair: true,
                sentence: self.sentence,
            });
        } else if matches!(c, '。' | '！' | '？') {
            self.sentence = self.sentence.saturating_add(1);
        }
    }
}

/// Whether a text begins with the `'s` of a possessive.
fn is_possessive(text: &str) -> bool {
    let mut letters = text.chars().skip(1);
    letters.next().is_some_and(|s| matches!(s, 's' | 'S'))
        && !letters.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        tokens(text, |token| words.push(token.word.to_owned()));
        words
    }

    #[test]
    fn marks_within_words_part_none() {
        assert_eq!(
            words("The U.S. didn’t pay $4,000.50 for Ana's café-bar; São Tomé did."),
            [
                "the", "us", "didnt", "pay", "4000.50", "for", "ana", "cafe", "bar", "sao", "tome",
                "did"
            ]
        );
    }

    #[test]
    fn unspaced_scripts_are_read_as_pairs() {
        assert_eq!(
            words("台湾与中国 2018"),
            ["台湾", "湾与", "与中", "中国", "2018"]
        );
        assert_eq!(words("ประเทศ"), ["ปร", "ระ", "ะเ", "เท", "ทศ"]);
    }

    #[test]
    fn words_of_one_stem_are_the_same() {
        let mut stems = Stems::new();
        let mut of = |text: &str| {
            let mut all = Vec::new();
            tokens(text, |token| all.push(stems.of(token)));
            all
        };
        assert_eq!(of("claimed elections"), of("claims election"));
        assert_ne!(of("2018"), of("2019"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn case_and_accents_make_no_difference(text in "[a-zA-Z0-9 áéñü.,'’-]{0,60}") {
            let plain: String = text.nfd().filter(|c| !is_combining_mark(*c)).collect();
            prop_assert_eq!(words(&text.to_lowercase()), words(&plain.to_lowercase()));
        }

        #[test]
        fn any_text_is_read(text in "(?s).{0,80}") {
            tokens(&text, |token| assert!(!token.word.is_empty()));
        }
    }
}
