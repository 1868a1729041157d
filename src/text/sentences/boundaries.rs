//! Where sentences end within a paragraph.
//!
//! Every mark that can end a sentence is looked at once, with the word before
//! it, what closes behind it and the word after. Time grows with the length
//! of the text alone.

use super::judge::{Stop, ends};
use crate::model::text::Span;

/// The sentences of `text`, without the white space around them. Together they
/// hold all of its words. The first `skipped` bytes are a mark that ends none.
pub(super) fn split(text: &str, skipped: usize) -> Vec<Span> {
    let casual = text
        .chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(char::is_lowercase);
    let mut spans = Vec::new();
    let mut start = 0;
    let mut at = skipped;
    while let Some(found) = next_mark(text, at) {
        let mark = Mark::at(text, found);
        at = mark.after_run;
        if mark.ends_sentence(text, start, casual) {
            spans.extend(trimmed(text, start, mark.after_closers));
            start = mark.after_closers;
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
    text[from..].find(is_mark).map(|at| from + at)
}

fn is_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '⁇' | '⁈' | '⁉') || ends_without_space(c)
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
        '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '」' | '』' | '）' | '】' | '》'
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
}

impl Mark {
    fn at(text: &str, start: usize) -> Self {
        let after_run = end_of_run(text, start);
        let after_closers = end_of_closers(text, after_run);
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
            };
        }
        Self {
            start,
            after_run,
            after_closers,
        }
    }

    fn ends_sentence(&self, text: &str, sentence: usize, casual: bool) -> bool {
        let run = &text[self.start..self.after_run];
        let rest = &text[self.after_closers..];
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
        if stop.after.is_empty() || run.chars().any(ends_without_space) {
            return true;
        }
        if rest.starts_with(char::is_whitespace) {
            ends(&stop)
        } else {
            stop.lacks_its_space()
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
fn end_of_closers(text: &str, from: usize) -> usize {
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
            return end;
        }
        end += len;
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
    let Some((number, behind)) = bracket
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'))
    else {
        return 0;
    };
    let numbered =
        (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    if numbered && (stands_before_space(behind) || behind.starts_with('[')) {
        rest.len() - behind.len()
    } else {
        0
    }
}

fn stands_before_space(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}
