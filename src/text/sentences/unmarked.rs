//! Where a sentence ends with no mark behind it, because something stands
//! there that is part of none: a ruled line, the stamp of a message, an
//! address, a list of files, the closing words of a letter. A mark that was
//! merely forgotten is not guessed at.

use super::words::is_starter;
use crate::model::text::Span;

/// As many equal characters are a ruled line; fewer can be a gap to fill in,
/// or a word that is not spelt out.
const SHORTEST_RULE: usize = 10;

/// “With the very best regards,” has at most this many words.
const LONGEST_CLOSING: usize = 5;

/// Words that end a letter, before the comma and the name.
const CLOSINGS: &[&str] = &["regards", "sincerely", "respectfully", "faithfully"];

/// The stretches of `text` between such places. Together they are the text.
pub(super) fn stretches(text: &str) -> Vec<Span> {
    let words = Words::of(text);
    let cuts: Vec<usize> = (1..words.0.len())
        .filter(|index| words.part_before(*index))
        .map(|index| words.0[index].0)
        .collect();
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([text.len()]);
    starts
        .zip(ends)
        .map(|(start, end)| Span::new(start, end))
        .collect()
}

/// The words of a text, each with its place.
struct Words<'t>(Vec<(usize, &'t str)>);

impl<'t> Words<'t> {
    fn of(text: &'t str) -> Self {
        let mut words = Vec::new();
        let mut start = 0;
        for word in text.split_inclusive(char::is_whitespace) {
            let bare = word.trim_end();
            if !bare.is_empty() {
                words.push((start, bare));
            }
            start += word.len();
        }
        Self(words)
    }

    fn get(&self, index: usize) -> &'t str {
        self.0.get(index).map_or("", |(_, word)| *word)
    }

    /// Whether what stands before the word at `index`, which is not the first,
    /// is no part of its sentence.
    fn part_before(&self, index: usize) -> bool {
        let (last, next) = (self.get(index - 1), self.get(index));
        is_rule(last) && !is_small(next)
            || is_rule(next) && !is_small(self.get(index + 1))
            || stands_apart(last, next)
            || next == "-" && is_file(self.get(index + 1)) && ends_a_file(last)
            || self.stamp_begins(index)
            || self.stamp_ended(index)
            || self.letter_ended(index)
    }

    /// How many words a day with a time takes at `index`; 0 where none stands.
    fn stamp_len(&self, index: usize) -> usize {
        if !is_day(self.get(index)) || !is_time(self.get(index + 1)) {
            return 0;
        }
        let half = self.get(index + 2).to_ascii_uppercase();
        2 + usize::from(half == "AM" || half == "PM")
    }

    /// “Ana Vega 08/16/2000 12:05 PM”: who wrote, and when; but in “sent on
    /// 08/16/2000 12:05 PM” the sentence runs on.
    fn stamp_begins(&self, index: usize) -> bool {
        let last = self.get(index - 1);
        let runs_on = is_small(last) && !last.contains('@') || last.ends_with([',', ':', ';', '(']);
        self.stamp_len(index) > 0 && !runs_on
    }

    fn stamp_ended(&self, index: usize) -> bool {
        let next = self.get(index);
        let stamp = [2, 3]
            .into_iter()
            .filter(|len| *len <= index)
            .find(|len| self.stamp_len(index - len) == *len);
        stamp.is_some_and(|len| {
            let apart = index == len || self.stamp_begins(index - len);
            is_starter(next) || apart && next.starts_with(char::is_alphanumeric)
        })
    }

    /// “Best regards, Ana Vega”.
    fn letter_ended(&self, index: usize) -> bool {
        let next = self.get(index);
        let closes = |word: &str| {
            let word = word.strip_suffix(',').map(str::to_lowercase);
            word.is_some_and(|word| CLOSINGS.contains(&word.as_str()))
        };
        if !closes(self.get(index - 1)) || !next.starts_with(char::is_uppercase) || is_starter(next)
        {
            return false;
        }
        let first = index.saturating_sub(LONGEST_CLOSING);
        let begins = |at: usize| at == 0 || self.get(at - 1).ends_with(['.', '!', '?', ')']);
        (first..index).any(|at| begins(at) && self.get(at).starts_with(char::is_uppercase))
    }
}

fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

/// Whether an address is followed by another, or by a new sentence.
fn stands_apart(last: &str, next: &str) -> bool {
    let mail = last.contains('@') && last.contains('.');
    let whole = last.ends_with(|c: char| c.is_alphanumeric() || c == '/');
    let in_angles = mail && last.ends_with('>');
    (is_address(last) || mail) && whole && is_starter(next)
        || is_address(last) && whole && is_address(next)
        || in_angles && next.starts_with(char::is_uppercase)
}

/// `minutes.pdf`, as in a list of what came with a message.
fn is_file(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "csv", "doc", "docx", "htm", "html", "jpg", "pdf", "png", "ppt", "pptx", "rtf", "txt",
        "xls", "xlsx", "zip",
    ];
    word.rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty() && ENDINGS.contains(&ending.to_ascii_lowercase().as_str())
    })
}

fn ends_a_file(word: &str) -> bool {
    word == ">>" || is_file(word.trim_end_matches(')'))
}

/// `https://example.org` or `www.example.org`.
pub(super) fn is_address(word: &str) -> bool {
    word.starts_with("www.") || word.starts_with("http") && word.contains("://")
}

/// `==========`.
fn is_rule(word: &str) -> bool {
    let first = word.chars().next().unwrap_or(' ');
    matches!(first, '*' | '=' | '_' | '-' | '~' | '#')
        && word.len() >= SHORTEST_RULE
        && word.chars().all(|c| c == first)
}

/// `08/16/2000`, `16.08.00`, `2000-08-16`.
fn is_day(word: &str) -> bool {
    ['/', '.', '-'].iter().any(|joint| {
        let lens = numbers(word, *joint);
        matches!(lens[..], [1 | 2, 1 | 2, 2 | 4] | [4, 1 | 2, 1 | 2])
    })
}

/// `12:05`, `12:05:33`.
fn is_time(word: &str) -> bool {
    matches!(numbers(word, ':')[..], [1 | 2, 2] | [1 | 2, 2, 2])
}

/// The lengths of the numbers in `word` between the joints; none when
/// something else stands there.
fn numbers(word: &str, joint: char) -> Vec<usize> {
    const LONGEST: usize = 10;
    let numeric = |c: char| c.is_ascii_digit() || c == joint;
    if word.len() > LONGEST || !word.chars().all(numeric) {
        return Vec::new();
    }
    word.split(joint).map(str::len).collect()
}
