//! Where sentences end within a paragraph.
//!
//! Every mark that can end a sentence is looked at once, with the word before
//! it, what closes behind it and the word after. Time grows with the length
//! of the text alone.

use super::judge::{Stop, ends};
use super::languages::{goes_on_in_japanese, is_greek};
use super::words::is_starter;
use crate::model::text::Span;

/// The sentences of `text`, without the white space around them. Together they
/// hold all of its words. The first `skipped` bytes are a mark that ends none;
/// in `casual` writing a sentence may begin without a capital.
pub(super) fn split(text: &str, skipped: usize, casual: bool) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    let mut at = skipped;
    while let Some(found) = next_mark(text, at) {
        let mark = Mark::at(text, found);
        at = mark.after_run;
        if mark.ends_sentence(text, start, casual) {
            spans.extend(trimmed(text, start, mark.after_all));
            start = mark.after_all;
            at = start;
        }
    }
    spans.extend(trimmed(text, start, text.len()));
    spans
}

/// The span without the white space at its ends; `None` when nothing is left.
pub(super) fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let raw = text.get(start..end)?;
    let from = start + (raw.len() - raw.trim_start().len());
    let words = raw.trim();
    (!words.is_empty()).then(|| Span::new(from, from + words.len()))
}

fn next_mark(text: &str, from: usize) -> Option<usize> {
    let candidates = text[from..].match_indices(|c| is_mark(c) || is_eye(c));
    candidates
        .map(|(at, mark)| (from + at, mark))
        .find(|(at, mark)| {
            let before = &text[..*at];
            !mark.starts_with(is_eye)
                || before.ends_with(char::is_whitespace) && face_len(&text[*at..]) > 0
                || *mark == ";" && before.ends_with(is_greek)
        })
        .map(|(at, _)| at)
}

fn is_eye(c: char) -> bool {
    matches!(c, ':' | ';' | '=')
}

/// Length of the face at the beginning of `rest`, drawn as in `:-)` or as one
/// character, before white space or the end.
fn face_len(rest: &str) -> usize {
    let drawn = rest.strip_prefix(is_eye).and_then(|rest| {
        let rest = rest.strip_prefix('-').unwrap_or(rest);
        let mouth = [')', '(', 'D', 'P', 'p'];
        mouth
            .iter()
            .find_map(|mouth| rest.strip_prefix(*mouth).map(|rest| (mouth, rest)))
            .map(|(mouth, rest)| rest.trim_start_matches(*mouth))
    });
    let behind = drawn.unwrap_or_else(|| rest.trim_start_matches(is_face));
    if stands_before_space(behind) {
        rest.len() - behind.len()
    } else {
        0
    }
}

/// Faces, and what joins or tints them.
fn is_face(c: char) -> bool {
    matches!(c, '\u{1f600}'..='\u{1f64f}' | '\u{1f90c}'..='\u{1f97a}' | '\u{200d}' | '\u{fe0f}'
        | '\u{1f3fb}'..='\u{1f3ff}' | '\u{1f44d}' | '\u{2764}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '⁇' | '⁈' | '⁉' | '\u{37e}') || ends_without_space(c)
}

/// Marks of scripts that set no space, or whose mark is never anything else:
/// Chinese, Japanese, Arabic, Urdu, Devanagari, Armenian, Ethiopic, Burmese,
/// Khmer.
fn ends_without_space(c: char) -> bool {
    matches!(
        c,
        '。' | '！' | '？' | '｡' | '؟' | '۔' | '।' | '॥' | '։' | '።' | '፧' | '။' | '។'
    )
}

fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '”'
            | '’'
            | '»'
            | '›'
            | ')'
            | ']'
            | '}'
            | '」'
            | '』'
            | '｣'
            | '）'
            | '】'
            | '》'
            | '〉'
            | '〕'
            | '］'
    )
}

/// A run of marks with what closes behind it.
struct Mark {
    /// Byte where the run begins.
    start: usize,
    /// Byte behind the run.
    after_run: usize,
    /// Byte behind quotation marks, brackets and footnote marks that close.
    after_closers: usize,
    /// Byte behind what else belongs to the sentence: a face.
    after_all: usize,
}

impl Mark {
    fn at(text: &str, start: usize) -> Self {
        let face = face_len(&text[start..]);
        let after_run = if face > 0 {
            start + face
        } else {
            let mark = text[start..].chars().next().map_or(0, char::len_utf8);
            end_of_run(text, start).max(start + mark)
        };
        let after_closers = end_of_closers(text, start, after_run);
        // “compounds. . . . The practice”: the full stop ends the sentence, and
        // what is left out belongs to the next.
        let left_out = text[start..].starts_with(". . . .")
            && !text[..start].ends_with(char::is_whitespace)
            && !text[after_closers..].trim().is_empty();
        if left_out {
            return Self {
                start,
                after_run: start + 1,
                after_closers: start + 1,
                after_all: start + 1,
            };
        }
        Self {
            start,
            after_run,
            after_closers,
            after_all: end_of_faces(text, after_closers),
        }
    }

    fn ends_sentence(&self, text: &str, sentence: usize, casual: bool) -> bool {
        let run = &text[self.start..self.after_run];
        let rest = &text[self.after_all..];
        let stop = Stop {
            run,
            before: &text[sentence..self.start],
            closers: &text[self.after_run..self.after_closers],
            after: rest.trim_start(),
            casual,
        };
        if stop.before.trim().is_empty() {
            return false;
        }
        if stop.after.is_empty() {
            return true;
        }
        if run.chars().any(ends_without_space) {
            return !goes_on_in_japanese(stop.closers, stop.after);
        }
        if rest.starts_with(char::is_whitespace) {
            ends(&stop)
        } else {
            stop.needs_no_space() || stop.lacks_its_space()
        }
    }
}

/// Behind the run of marks at `start`: `?!`, `...`, `. . .`.
fn end_of_run(text: &str, start: usize) -> usize {
    let mut end = start;
    loop {
        let rest = &text[end..];
        end += rest.len() - rest.trim_start_matches(is_mark).len();
        // A spaced ellipsis goes on as long as single dots follow.
        let spaced = text[end..]
            .strip_prefix([' ', '\u{a0}'])
            .is_some_and(|next| {
                next.strip_prefix('.').is_some_and(|after| {
                    !after.starts_with(char::is_alphanumeric)
                        && text[start..end].ends_with(['.', '?', '!'])
                })
            });
        if !spaced {
            return end;
        }
        end += text[end..].find('.').unwrap_or_default();
    }
}

/// Behind the quotation marks, brackets and footnote marks that close at
/// `from`.
fn end_of_closers(text: &str, mark: usize, from: usize) -> usize {
    let mut end = from;
    loop {
        let rest = &text[end..];
        let len = closer_len(rest);
        let len = if len > 0 {
            len
        } else {
            footnote_mark_len(rest)
        };
        if len == 0 {
            break;
        }
        end += len;
    }
    // What a number behind an abbreviation counts is part of the sentence.
    let long = text[..mark].ends_with(')') || ends_in_a_long_word(&text[..mark]);
    if end == from && long {
        end += bare_number_len(&text[end..]);
    }
    end
}

fn ends_in_a_long_word(text: &str) -> bool {
    const LONGER_THAN_ABBREVIATIONS: usize = 5;
    let letters = text.chars().rev().take(LONGER_THAN_ABBREVIATIONS);
    letters.filter(|c| c.is_lowercase()).count() == LONGER_THAN_ABBREVIATIONS
}

/// Length of the number of a footnote whose raising was lost in copying: “was
/// closed. 4 Even though …”.
fn bare_number_len(rest: &str) -> usize {
    let Some(number) = rest.strip_prefix(' ') else {
        return 0;
    };
    let behind = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = number.len() - behind.len();
    let next = behind
        .strip_prefix(' ')
        .and_then(|next| next.split(char::is_whitespace).next());
    let begins = next.is_some_and(|next| next.len() > 1 && is_starter(next));
    if (1..=3).contains(&digits) && begins {
        1 + digits
    } else {
        0
    }
}

/// Behind the faces that follow at `from`, one space off or none.
fn end_of_faces(text: &str, from: usize) -> usize {
    let mut end = from;
    loop {
        let rest = &text[end..];
        let face = rest.strip_prefix(' ').unwrap_or(rest);
        let len = face_len(face);
        if len == 0 {
            return end;
        }
        end += rest.len() - face.len() + len;
    }
}

/// Length of the mark that closes at the beginning of `rest`.
fn closer_len(rest: &str) -> usize {
    // French sets a space before its mark, and so does a slip of the finger.
    let unspaced = rest
        .strip_prefix([' ', '\u{a0}', '\u{202f}'])
        .unwrap_or(rest);
    let spaced = rest.len() - unspaced.len();
    let mut marks = unspaced.chars();
    let mark = marks.next().unwrap_or(' ');
    let stands_off = stands_before_space(marks.as_str());
    let closes = match mark {
        '»' | '›' | ')' if spaced > 0 => stands_off,
        // German closes with the mark that English opens with.
        '“' | '‘' => spaced == 0 && stands_off,
        _ => spaced == 0 && is_closer(mark),
    };
    if closes { spaced + mark.len_utf8() } else { 0 }
}

/// Length of a footnote mark such as `[3]` or `³`, also behind one space, that
/// stands before white space or the end.
fn footnote_mark_len(rest: &str) -> usize {
    let raised = rest.trim_start_matches([
        '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰', '*', '†', '‡',
    ]);
    if raised.len() < rest.len() && stands_before_space(raised) {
        return rest.len() - raised.len();
    }
    let bracket = rest.strip_prefix(' ').unwrap_or(rest);
    let number = bracket.strip_prefix('[').unwrap_or_default();
    let closing = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (1..=3).contains(&(number.len() - closing.len()));
    let Some(behind) = closing.strip_prefix(']') else {
        return 0;
    };
    if numbered && (stands_before_space(behind) || behind.starts_with('[')) {
        rest.len() - behind.len()
    } else {
        0
    }
}

fn stands_before_space(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}
