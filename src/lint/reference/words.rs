//! Words by which a fact is recognised in a sentence.

use std::ops::Range;

use crate::text::reading::Reading;

/// One way of saying something: words in their order, of which the last can have
/// any ending.
#[derive(Debug, Clone)]
struct Alternative {
    words: Vec<String>,
    is_open: bool,
}

/// Which pairs of letters a word begins with.
#[derive(Debug, Default, Clone)]
pub(super) struct Starts([u32; 26]);

impl Starts {
    /// The place of the first two letters, where both are from a to z.
    fn place(word: &str) -> Option<(usize, u32)> {
        let letter = |at: usize| {
            word.as_bytes()
                .get(at)
                .filter(|byte| byte.is_ascii_lowercase())
        };
        let (first, second) = (letter(0)? - b'a', letter(1)? - b'a');
        Some((usize::from(first), 1 << second))
    }

    /// One more word that can begin.
    pub(super) fn add(&mut self, word: &str) {
        if let Some((first, bit)) = Self::place(word) {
            self.0[first] |= bit;
        }
    }

    /// Whether one of the words can begin so.
    pub(super) fn may_have(&self, word: &str) -> bool {
        Self::place(word).is_none_or(|(first, bit)| self.0[first] & bit != 0)
    }
}

/// Ways of saying the same thing, parted by `|`; `*` stands for any ending.
#[derive(Debug, Clone)]
pub(super) struct Group {
    ways: Vec<Alternative>,
    starts: Starts,
}

impl Group {
    fn of(ways: Vec<Alternative>) -> Self {
        let mut starts = Starts::default();
        for way in &ways {
            if let Some(first) = way.words.first() {
                starts.add(first);
            }
        }
        Self { ways, starts }
    }

    /// Reads `recogni*|diplomatic ties`.
    pub(super) fn new(written: &str) -> Self {
        let alternatives = written
            .split('|')
            .map(str::trim)
            .filter(|one| !one.is_empty());
        let alternative = |one: &str| {
            let (words, is_open) = match one.strip_suffix('*') {
                Some(start) => (start, true),
                None => (one, false),
            };
            let reading = Reading::new(words);
            let tokens = 0..reading.tokens.len();
            Alternative {
                words: tokens
                    .map(|at| evened(reading.lower(at)).to_owned())
                    .collect(),
                is_open,
            }
        };
        Self::of(alternatives.map(alternative).collect())
    }

    /// Names that are said as they are.
    pub(super) fn of_names<'n>(names: impl Iterator<Item = &'n String>) -> Self {
        let groups = names.map(|name| Self::new(&name.replace(['|', '*'], " ")));
        Self::of(groups.flat_map(|group| group.ways).collect())
    }

    /// The first word of each way, and whether it can have any ending.
    pub(super) fn first_words(&self) -> impl Iterator<Item = (&str, bool)> {
        self.ways.iter().filter_map(|one| {
            let first = one.words.first()?;
            Some((first.as_str(), one.is_open && one.words.len() == 1))
        })
    }

    /// Where a sentence says one of them first; the longest at that place.
    pub(super) fn find(&self, reading: &Reading<'_>) -> Option<Range<usize>> {
        self.find_from(reading, 0)
    }

    /// The same, from a token on.
    pub(super) fn find_from(&self, reading: &Reading<'_>, from: usize) -> Option<Range<usize>> {
        (from..reading.tokens.len()).find_map(|at| self.at(reading, at))
    }

    /// The longest of them that begins at a token.
    pub(super) fn at(&self, reading: &Reading<'_>, at: usize) -> Option<Range<usize>> {
        if !self.starts.may_have(reading.lower(at)) {
            return None;
        }
        let lengths = self.ways.iter().filter(|one| one.begins_at(reading, at));
        let longest = lengths.map(|one| one.words.len()).max()?;
        Some(at..at + longest)
    }
}

impl Alternative {
    fn begins_at(&self, reading: &Reading<'_>, at: usize) -> bool {
        let Some((last, before)) = self.words.split_last() else {
            return false;
        };
        let is = |index: usize, word: &String| evened(reading.lower(at + index)) == word;
        let ends = evened(reading.lower(at + before.len()));
        let ends_so = if self.is_open {
            ends.starts_with(last.as_str())
        } else {
            ends == last
        };
        ends_so
            && before
                .iter()
                .enumerate()
                .all(|(index, word)| is(index, word))
    }
}

/// One apostrophe is as good as the other.
fn evened(word: &str) -> &str {
    if word == "’" { "'" } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(group: &str, text: &'t str) -> Option<&'t str> {
        let reading = Reading::new(text);
        let tokens = Group::new(group).find(&reading)?;
        reading.span_of(tokens)?.slice(text)
    }

    #[test]
    fn words_are_found_in_any_case_and_with_any_ending() {
        assert_eq!(
            found("recogni*|ties", "It moved its Recognition."),
            Some("Recognition")
        );
        assert_eq!(found("recogni*|ties", "It cut ties."), Some("ties"));
        assert_eq!(found("tie", "It cut ties."), None);
        assert_eq!(
            found("People's Republic", "The People’s Republic of China"),
            Some("People’s Republic")
        );
        assert_eq!(
            found("diplomatic tie*|diplomatic", "its diplomatic ties"),
            Some("diplomatic ties")
        );
        assert_eq!(
            found("El Salvador*", "El Salvador’s choice"),
            Some("El Salvador")
        );
        assert_eq!(found("", "anything"), None);
    }
}
