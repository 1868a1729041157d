//! A text as the words it comes down to, and what of it must be the same.

mod lists;

use unicode_normalization::UnicodeNormalization;

use self::lists::{DENIED_WITHIN, Role, is_numeral, role};
use crate::matching::post::Post;
use crate::matching::terms::tokens;
use crate::search::is_spaceless;

/// A word as a number: a hash, whose last bit tells articles from other words.
/// Its other 63 bits tell ten million words apart but once in two hundred
/// thousand desks; half as many would take some names of a large desk for others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Word(pub(super) u64);

impl Word {
    /// Stands before the first word and behind the last.
    pub(super) const EDGE: Self = Self(0);

    fn of(word: &str, is_light: bool) -> Self {
        Self(hashed(word) & !1 | u64::from(is_light))
    }

    /// Whether it says nothing by itself.
    pub(super) fn is_light(self) -> bool {
        self.0 & 1 == 1
    }
}

/// Spreads the bits of a number over all of it (the finish of `SplitMix64`;
/// Steele, Lea and Flood, OOPSLA 2014).
pub(super) fn mixed(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

fn hashed(word: &str) -> u64 {
    mixed(word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    }))
}

/// A text that was read.
pub(super) struct Read<'r> {
    /// Its words in order, each character of a script without spaces as one.
    pub(super) words: &'r [Word],
    /// A hash of its figures in any order, and of how often it denies something.
    pub(super) exact: u64,
}

impl Read<'_> {
    /// A hash of all that it is compared by.
    pub(super) fn hash(&self) -> u64 {
        let word = |hash: u64, word: &Word| mixed(hash ^ word.0);
        self.words.iter().fold(self.exact, word)
    }
}

/// Reads texts one by one.
pub(super) struct WordingReader {
    words: Vec<Word>,
    /// What counts or limits something.
    figures: Vec<u64>,
    denials: usize,
    /// A currency that stands before its figure, as in "$4 million".
    currency: Option<Currency>,
}

/// A currency that is put behind its figure, where others have it.
#[derive(Debug, Clone, Copy)]
struct Currency {
    word: Word,
    has_figure: bool,
}

impl WordingReader {
    pub(super) fn new() -> Self {
        Self {
            words: Vec::new(),
            figures: Vec::new(),
            denials: 0,
            currency: None,
        }
    }

    /// Reads a text, as a post where it is one.
    pub(super) fn read(&mut self, text: &str) -> Read<'_> {
        self.words.clear();
        self.figures.clear();
        self.denials = 0;
        let text = Post::of(text).text;
        if text.is_ascii() {
            self.take(&text);
        } else {
            // Wide digits and letters are the usual ones.
            self.take(&text.nfkc().collect::<String>());
        }
        self.figures.sort_unstable();
        let exact = |hash: u64, figure: &u64| mixed(hash ^ figure);
        Read {
            words: &self.words,
            exact: self.figures.iter().fold(mixed(self.denials as u64), exact),
        }
    }

    fn take(&mut self, text: &str) {
        let mut spaced = String::with_capacity(text.len() + 16);
        let mut has_spaceless = false;
        for (at, c) in text.char_indices() {
            let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
            if is_spaceless(c) {
                has_spaceless = true;
                self.spaced(&spaced);
                spaced.clear();
                self.character(c);
            } else if let Some(sign) = spelled(c, before, after) {
                spaced.push_str(sign);
            } else {
                spaced.push(c);
            }
        }
        self.spaced(&spaced);
        if has_spaceless {
            let denials = DENIED_WITHIN.iter().map(|mark| text.matches(mark).count());
            self.denials += denials.sum::<usize>();
        }
    }

    /// Takes in text of a script that parts words.
    fn spaced(&mut self, text: &str) {
        tokens(text, |token| self.word(token.word));
        self.words
            .extend(self.currency.take().map(|currency| currency.word));
    }

    fn word(&mut self, word: &str) {
        let role = role(word);
        match role {
            Some(Role::Short(parts)) => return parts.iter().for_each(|part| self.word(part)),
            Some(Role::Means(meant)) => return self.word(meant),
            _ => {}
        }
        if matches!(word, "cent" | "ciento" | "cento") && self.ends_with_per() {
            self.words.pop();
            return self.word("percent");
        }
        let is_figure = word.contains(char::is_numeric);
        let limits = role == Some(Role::Limits);
        self.denials += usize::from(role == Some(Role::Denies));
        if is_figure || limits {
            self.figures.push(hashed(word));
        }
        let written = Word::of(word, role == Some(Role::Light));
        match &mut self.currency {
            Some(before) if is_figure && !before.has_figure => before.has_figure = true,
            Some(before) if limits && before.has_figure => {
                let currency = before.word;
                self.currency = None;
                self.words.extend([written, currency]);
                return;
            }
            before => self.words.extend(before.take().map(|before| before.word)),
        }
        if matches!(word, "dollar" | "euro" | "pound" | "yen" | "rupee") {
            self.currency = Some(Currency {
                word: written,
                has_figure: false,
            });
        } else {
            self.words.push(written);
        }
    }

    /// Whether the last word is the "per" of "per cent", in some language.
    fn ends_with_per(&self) -> bool {
        let last = self.words.last();
        last.is_some_and(|last| {
            ["per", "por", "pour"]
                .map(|per| Word::of(per, false))
                .contains(last)
        })
    }

    fn character(&mut self, c: char) {
        let mut letters = [0; 4];
        let word = c.encode_utf8(&mut letters);
        if is_numeral(c) {
            self.figures.push(hashed(word));
        }
        self.words.push(Word::of(word, false));
    }
}

/// A sign that says something, as the words for it.
fn spelled(sign: char, before: &str, after: &str) -> Option<&'static str> {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let behind_digit = is_digit(before.chars().next_back());
    let before_digit = is_digit(after.chars().next());
    match sign {
        '%' | '٪' => Some(" percent "),
        '$' => Some(" dollar "),
        '€' => Some(" euro "),
        '£' => Some(" pound "),
        '¥' => Some(" yen "),
        '₹' => Some(" rupee "),
        '-' | '−' | '–' if before_digit && !before.ends_with(char::is_alphanumeric) => {
            Some(" minus ")
        }
        // A comma before three digits parts thousands, and says nothing.
        ',' if behind_digit && before_digit => {
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            (digits != 3).then_some(".")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str) -> bool {
        let read = |text: &str| {
            let mut reader = WordingReader::new();
            let read = reader.read(text);
            (read.words.to_vec(), read.exact)
        };
        read(one) == read(other)
    }

    fn exact(text: &str) -> u64 {
        WordingReader::new().read(text).exact
    }

    #[test]
    fn how_a_text_is_set_makes_no_difference() {
        for (one, other) in [
            ("The mayor said “no”.", "the mayor said: NO!"),
            ("São Tomé pagó 4,000 euros", "sao tome pago 4000 euros"),
            (
                "It rose by 3,5 % https://t.co/x",
                "It rose by 3.5 per cent.",
            ),
            ("subió un 3 por ciento", "Subió un 3%"),
            ("He didn’t pay", "He did not pay"),
            ("five of ten", "5 of 10"),
            ("２０１８年，断交。", "2018年断交"),
            ("costs $4.2 million now", "costs 4.2 million dollars now"),
            ("It cost €300.", "It cost 300 euros"),
            ("the dollar fell", "The dollar fell."),
        ] {
            assert!(same(one, other), "{one} | {other}");
        }
    }

    #[test]
    fn no_name_is_taken_for_another_however_many_there_are() {
        let name = |number: u32| format!("name{}", mixed(u64::from(number)));
        let mut words: Vec<Word> = (0..300_000)
            .map(|number| Word::of(&name(number), false))
            .collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), 300_000);
    }

    #[test]
    fn figures_and_denials_are_told_apart() {
        for (one, other) in [
            ("It rose by 3 percent", "It rose by 5 percent"),
            ("It rose by 3,5 percent", "It rose by 35 percent"),
            ("It was 3 degrees", "It was -3 degrees"),
            ("He did", "He did not"),
            ("more than 40 died", "40 died"),
            ("3 millones", "3 mil millones"),
            ("与台湾断交", "未与台湾断交"),
            ("三人", "五人"),
            ("行く", "行かない"),
            ("Лес горел", "Лес не горел"),
        ] {
            assert_ne!(exact(one), exact(other), "{one} | {other}");
        }
        assert_eq!(exact("from 1999 to 2004"), exact("to 2004 from 1999"));
        assert_eq!(
            exact("the road of 1999-2004"),
            exact("the road, 1999, 2004")
        );
    }
}
