//! Where the words for a source begin and end.

use std::ops::Range;

use super::words::{Role, roles};
use crate::text::dates::is_weekday;
use crate::text::reading::{Reading, Shape};

/// Tokens that a source has at most.
const LONGEST: usize = 24;

/// Whether a mark ends or begins quoted words.
pub(super) fn is_quote(word: &str) -> bool {
    matches!(word, "“" | "”" | "\"" | "„" | "«" | "»")
}

/// Whether a mark stands inside a word or a name: "O’Brien", "Sen. Vega".
fn is_inside(reading: &Reading<'_>, index: usize) -> bool {
    match reading.word(index) {
        "’" | "'" | "&" | "%" | "$" | "/" => true,
        "-" | "‑" => reading.is_glued(index) && reading.is_glued(index + 1),
        "." => reading.is_glued(index) && is_short_form(reading, index),
        "," => {
            // "1,000 residents".
            reading.is_glued(index + 1) && reading.is(index + 1, Shape::Digits)
        }
        _ => false,
    }
}

fn is_short_form(reading: &Reading<'_>, dot: usize) -> bool {
    let Some(before) = dot.checked_sub(1) else {
        return false;
    };
    let word = reading.word(before);
    reading.is_capital(before)
        && (word.chars().count() == 1
            || matches!(
                word,
                "Sen"
                    | "Rep"
                    | "Gov"
                    | "Gen"
                    | "Col"
                    | "Lt"
                    | "Sgt"
                    | "Capt"
                    | "Dr"
                    | "Mr"
                    | "Mrs"
                    | "Ms"
                    | "Prof"
                    | "Rev"
                    | "St"
                    | "Jr"
                    | "Sr"
                    | "Mt"
                    | "Inc"
                    | "Corp"
                    | "Ltd"
            ))
}

/// The source that ends before token `end`, which is a verb or what stands
/// between it and its verb.
pub(super) fn before(reading: &Reading<'_>, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1)?;
    match reading.lower(last) {
        "who" | "which" => return antecedent(reading, last),
        "," => return before_aside(reading, last),
        _ => {}
    }
    let start = phrase_start(reading, end);
    checked(reading, start, end)
}

/// Where the words begin that reach to `end` without a mark or a conjunction.
fn phrase_start(reading: &Reading<'_>, end: usize) -> usize {
    let floor = end.saturating_sub(LONGEST);
    let mut start = end;
    while start > floor {
        let index = start - 1;
        if reading.is(index, Shape::Mark) {
            if !is_inside(reading, index) {
                break;
            }
        } else if roles(reading.lower(index)).is(Role::Clause) && !is_joined(reading, index, end) {
            break;
        }
        start -= 1;
    }
    start
}

/// Whether "and" joins two sources: "Vega and Roth said", "lawyers and judges".
fn is_joined(reading: &Reading<'_>, index: usize, end: usize) -> bool {
    if reading.lower(index) != "and" || index == 0 || index + 1 >= end {
        return false;
    }
    let alike = reading.is_capital(index - 1) && reading.is_capital(index + 1);
    let plain = index + 2 == end
        && reading.lower(index - 1).ends_with('s')
        && reading.lower(index + 1).ends_with('s');
    alike || plain
}

/// The words from `start` to `end` as a source, without what stands before it
/// in its clause.
fn checked(reading: &Reading<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    // "I think Roth said": behind the verb of the clause before.
    let inner = (start..end)
        .rev()
        .find(|at| roles(reading.lower(*at)).is_any(&[Role::Say, Role::Tell]));
    let start = trimmed(reading, inner.map_or(start, |at| at + 1), end)?;
    let ends_in_pronoun =
        matches!(reading.lower(end - 1), "he" | "she" | "they") && !reading.is_glued(end - 1);
    let start = if ends_in_pronoun { end - 1 } else { start };
    if matches!(reading.lower(start), "i" | "we" | "you" | "it")
        && (end - start == 1 || reading.is_glued(start + 1))
    {
        return None;
    }
    let first = roles(reading.lower(start));
    let last = roles(reading.lower(end - 1));
    let alone = end - start == 1;
    let pronoun = last.is(Role::Pronoun) && alone;
    let bare = last.is_any(&[
        Role::NoSource,
        Role::Determiner,
        Role::Preposition,
        Role::Clause,
    ]);
    let capital = reading.is_capital(end - 1) && reading.word(end - 1).len() > 1;
    if (bare && !pronoun && !(capital && reading.word(end - 1) == "US"))
        || (alone && first.is(Role::NoSource) && !pronoun)
        || reading.is(end - 1, Shape::Digits)
        || (reading.is(end - 1, Shape::Mark) && reading.word(end - 1) != ".")
        || roles(reading.lower(end - 1)).is_any(&[Role::Say, Role::Tell])
    {
        return None;
    }
    Some(start..end)
}

/// Where the source begins in the words of its clause: behind "In a statement"
/// and "On Tuesday", and behind adverbs.
fn trimmed(reading: &Reading<'_>, start: usize, end: usize) -> Option<usize> {
    let mut start = start;
    while start < end
        && reading.lower(start).ends_with("ly")
        && end - start > 1
        && !reading.is_capital(start + 1)
    {
        start += 1;
    }
    if start >= end {
        return None;
    }
    if !roles(reading.lower(start)).is(Role::Preposition) {
        return Some(start);
    }
    // The last phrase that a determiner, a pronoun or a name begins.
    let begins = |index: usize| {
        let word = roles(reading.lower(index));
        let before = roles(reading.lower(index - 1));
        let free = !before.is(Role::Preposition) && reading.lower(index - 1) != "of";
        let name =
            reading.is_capital(index) && !reading.is_capital(index - 1) && !reading.is_glued(index);
        let behind_name =
            reading.is_capital(index - 1) && !reading.is_glued(index) && !reading.is_capital(index);
        free && (word.is_any(&[Role::Determiner, Role::Pronoun]) || name || behind_name)
    };
    (start + 2..end)
        .rev()
        .find(|index| begins(*index))
        .or_else(|| {
            let capital = reading.is_capital(end - 1) && end - start > 2;
            capital.then_some(end - 1)
        })
}

/// What "who" or "which" at `index` stands for: the words before, and before a
/// comma.
fn antecedent(reading: &Reading<'_>, index: usize) -> Option<Range<usize>> {
    let mut end = index;
    if reading.word(end.checked_sub(1)?) == "," {
        end -= 1;
    }
    let asked = matches!(
        reading.lower(end.checked_sub(1)?),
        "knows" | "know" | "knew" | "asked" | "ask" | "wonder" | "wondered" | "remember" | "learn"
    );
    if asked {
        return None;
    }
    let mut start = phrase_start(reading, end);
    // "It alarmed nurses": behind the verb.
    if matches!(
        reading.lower(start),
        "it" | "he" | "she" | "they" | "this" | "that" | "we" | "i"
    ) && end - start > 2
    {
        start += 2;
    }
    // "among advocacy groups": behind the last preposition.
    let last = (start..end)
        .rev()
        .find(|at| roles(reading.lower(*at)).is(Role::Preposition));
    if let Some(last) = last {
        start = last + 1;
    }
    (start < end)
        .then_some(start..end)
        .and_then(|found| checked(reading, found.start, found.end))
}

/// The source before an aside that ends with the comma at `comma`: "Ana Vega,
/// the mayor of Lindenau, said".
fn before_aside(reading: &Reading<'_>, comma: usize) -> Option<Range<usize>> {
    let floor = comma.saturating_sub(LONGEST);
    let first = (floor..comma)
        .rev()
        .find(|index| reading.word(*index) == "," && !is_inside(reading, *index))?;
    let word = reading.lower(first + 1);
    let aside = roles(word).is(Role::Determiner)
        || matches!(
            word,
            "who"
                | "which"
                | "himself"
                | "herself"
                | "now"
                | "then"
                | "formerly"
                | "chief"
                | "head"
                | "president"
                | "director"
                | "according"
        )
        || reading.is(first + 1, Shape::Digits)
        || reading.is_capital(first.checked_sub(1)?);
    let short = comma - first > 1;
    if !aside || !short || is_quote(reading.word(first + 1)) {
        return None;
    }
    let start = phrase_start(reading, first);
    checked(reading, start, first)
}

/// The source that begins at a token, behind "said" or "according to".
pub(super) fn behind(reading: &Reading<'_>, start: usize) -> Option<Range<usize>> {
    let mut end = start;
    while end < reading.tokens.len() && end - start < LONGEST {
        let word = reading.lower(end);
        if reading.is(end, Shape::Mark) {
            if !is_inside(reading, end) {
                break;
            }
        } else if end > start && stops(reading, start, end, word) {
            break;
        }
        end += 1;
    }
    if end > start && reading.word(end - 1) == "." && !reading.is_capital(end) {
        end -= 1;
    }
    while end > start
        && reading.is(end - 1, Shape::Mark)
        && !matches!(reading.word(end - 1), "." | "%")
    {
        end -= 1;
    }
    let one = end - start == 1;
    let first = roles(reading.lower(start));
    let empty =
        one && first.is_any(&[Role::NoSource, Role::Determiner]) && !first.is(Role::Pronoun);
    (end > start && !empty && !first.is(Role::Preposition)).then_some(start..end)
}

/// Whether a source that began at `start` ends before the word at `end`.
fn stops(reading: &Reading<'_>, start: usize, end: usize, word: &str) -> bool {
    if reading.is_glued(end) {
        return false;
    }
    let previous = roles(reading.lower(end - 1));
    let open = previous.is_any(&[Role::Preposition, Role::Determiner])
        || matches!(reading.lower(end - 1), "of" | "and");
    let role = roles(word);
    let clause = role.is(Role::Clause) && word != "and";
    let new = (role.is_any(&[Role::Determiner, Role::Pronoun])
        || matches!(word, "it" | "i" | "we" | "you"))
        && !open;
    let when = matches!(
        word,
        "on" | "during"
            | "after"
            | "before"
            | "last"
            | "yesterday"
            | "today"
            | "this"
            | "earlier"
            | "when"
            | "who"
            | "in"
            | "at"
            | "while"
            | "recently"
    );
    let when = (when || is_weekday(word))
        && !open
        && !(matches!(word, "in" | "on" | "at") && reading.lower(start) == "the");
    let verb = role.is_any(&[Role::Say, Role::Tell]) && end > start + 1;
    clause || new || when || verb
}

/// The phrase that a sentence begins with, where it can be told: a pronoun, a
/// name, or what stands before an aside.
pub(super) fn first_phrase(reading: &Reading<'_>) -> Option<Range<usize>> {
    let start = (0..reading.tokens.len().min(3)).find(|index| reading.is(*index, Shape::Word))?;
    if matches!(reading.lower(start), "he" | "she" | "they") {
        return Some(start..start + 1);
    }
    let far = reading.tokens.len().min(start + LONGEST);
    let comma = (start + 1..far)
        .find(|index| reading.is(*index, Shape::Mark) && !is_inside(reading, *index));
    let aside = comma.is_some_and(|comma| {
        let word = reading.lower(comma + 1);
        reading.word(comma) == ","
            && (matches!(word, "who" | "which" | "such" | "including")
                || roles(word).is(Role::Determiner))
    });
    let names = (start..far)
        .take_while(|index| {
            reading.is_capital(*index)
                || (reading.is(*index, Shape::Mark) && is_inside(reading, *index))
        })
        .last()
        .map_or(start, |last| last + 1);
    let first = roles(reading.lower(start));
    let plain = first.is_any(&[
        Role::Preposition,
        Role::Clause,
        Role::Determiner,
        Role::NoSource,
    ]);
    match comma {
        Some(comma)
            if aside && !first.is_any(&[Role::Preposition, Role::Clause]) && comma - start < 8 =>
        {
            Some(start..comma)
        }
        _ => (!plain && names > start + 1).then_some(start..names),
    }
}
