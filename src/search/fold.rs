//! Letters without case and accents, as the index of letters has them, with
//! the way back to the text.

use unicode_normalization::UnicodeNormalization;

/// A text as it is compared, letter by letter.
#[derive(Debug, Default)]
pub struct Folded {
    letters: Vec<char>,
    /// For each of `letters`, the character of the text that it stands for.
    origin: Vec<usize>,
    /// How many characters the text has.
    length: usize,
}

impl Folded {
    /// Small letters without accents; white space is one space.
    pub fn of(text: &str) -> Self {
        let mut folded = Self::default();
        for (at, c) in text.chars().enumerate() {
            folded.length = at + 1;
            if c.is_whitespace() || c.is_control() {
                if folded.letters.last() != Some(&' ') {
                    folded.push(' ', at);
                }
                continue;
            }
            for c in bare(c) {
                folded.push(c, at);
            }
        }
        folded
    }

    fn push(&mut self, c: char, at: usize) {
        self.letters.push(c);
        self.origin.push(at);
    }

    /// The letters.
    pub fn letters(&self) -> &[char] {
        &self.letters
    }

    /// Where a folded piece stands, in characters of the text; each place once,
    /// none within another.
    pub fn places(&self, piece: &Self) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        let wanted = piece.letters.len();
        let mut at = 0;
        while wanted > 0 && at + wanted <= self.letters.len() {
            if self.letters[at..at + wanted] == piece.letters[..] {
                let end = self
                    .origin
                    .get(at + wanted)
                    .copied()
                    .unwrap_or(self.length)
                    .max(self.origin[at] + 1);
                places.push((self.origin[at], end));
                at += wanted;
            } else {
                at += 1;
            }
        }
        places
    }

    /// Whether a folded piece stands in it.
    pub fn holds(&self, piece: &Self) -> bool {
        let wanted = piece.letters.len();
        wanted > 0
            && self
                .letters
                .windows(wanted)
                .any(|window| window == piece.letters)
    }
}

/// A letter in its small form without accents; nothing of an accent that stands
/// by itself.
pub(crate) fn bare(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().nfd().filter(|c| !is_accent(*c)).nfc()
}

fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str, piece: &str) -> Vec<(usize, usize)> {
        Folded::of(text).places(&Folded::of(piece))
    }

    #[test]
    fn case_accents_and_white_space_make_no_difference() {
        assert_eq!(places("El Niño, año", "nino"), [(3, 7)]);
        assert_eq!(places("Sa\u{301}nchez  Cerén", "SÁNCHEZ CEREN"), [(0, 15)]);
        assert_eq!(places("Straße", "strasse"), []);
        assert_eq!(places("aaaa", "aa"), [(0, 2), (2, 4)]);
    }

    #[test]
    fn a_mark_that_makes_another_letter_is_kept() {
        assert_eq!(places("がか", "か"), [(1, 2)]);
        assert_eq!(places("한국은행", "국은"), [(1, 3)]);
    }

    #[test]
    fn nothing_stands_nowhere() {
        assert_eq!(places("text", ""), []);
        assert!(!Folded::of("text").holds(&Folded::of("")));
        assert_eq!(places("", "text"), []);
    }
}
