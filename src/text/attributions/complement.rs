//! What must stand behind a verb of saying to make it an attribution: "that",
//! a colon, quoted words, a clause, or the end of the sentence.

use std::ops::Range;

use super::source::is_quote;
use super::verbs::{Found, Side};
use super::words::{Role, Roles, roles};
use crate::text::dates::is_weekday;
use crate::text::reading::{Reading, Shape};

/// Tokens between a verb and "that" or a colon, at most: "said on Tuesday at a
/// meeting in Lindenau that".
const MOST_BETWEEN: usize = 14;

/// The attribution of a source and its verb, by what follows the verb.
pub(super) fn complement(
    reading: &Reading<'_>,
    source: &Range<usize>,
    verb: Range<usize>,
    role: Roles,
) -> Option<Found> {
    let found = |end: usize, side: Side| {
        Some(Found {
            tokens: source.start..end,
            source: Some(source.clone()),
            verb: verb.clone(),
            side,
        })
    };
    let end = verb.end;
    if role.is(Role::Call) {
        let mark = (end..end + MOST_BETWEEN)
            .take_while(|index| !matches!(reading.word(*index), "." | ";" | ""))
            .find(|index| is_quote(reading.word(*index)));
        return mark.and_then(|_| found(end, Side::Behind));
    }
    if let Some(side) = trailing(reading, source, end, role) {
        return found(side.0, side.1);
    }
    if reading.lower(end) == "that" {
        let next = reading.word(end + 1);
        let goes_on = !reading.is(end + 1, Shape::Mark)
            || is_quote(next)
            || matches!(next, "$" | "€" | "£" | "¥");
        return (goes_on && !next.is_empty())
            .then(|| found(end + 1, Side::Behind))
            .flatten();
    }
    if opens_quote(reading, end) {
        return found(end, Side::Behind);
    }
    if matches!(
        reading.lower(end),
        "to" | "than" | "by" | "so" | "goodbye" | "hello" | "yes" | "no"
    ) {
        let to = reading.lower(end) == "to" && role.is_any(&[Role::State]);
        if !to || !matches!(reading.lower(end + 1), "reporters" | "journalists" | "the") {
            return None;
        }
    }
    if let Some(end) = later_that(reading, end, role.is(Role::Tell)) {
        return found(end, Side::Behind);
    }
    if role.is(Role::Tell) && !role.is(Role::State) {
        return told_bare(reading, end).and_then(|end| found(end, Side::Behind));
    }
    if let Some(at) = behind_when(reading, end)
        && role.is_any(&[Role::Say, Role::State])
    {
        return found(at, Side::Behind);
    }
    says_bare(reading, &verb, role).and_then(|end| found(end, Side::Behind))
}

/// Whether quoted words begin behind a verb: ": “", ", “" or "“".
fn opens_quote(reading: &Reading<'_>, end: usize) -> bool {
    let word = reading.word(end);
    word == ":" && end + 1 < reading.tokens.len()
        || is_quote(word) && !reading.is_glued(end)
        || word == "," && is_quote(reading.word(end + 1)) && !reading.is_glued(end + 1)
}

/// "…, Vega said." and "…, Vega told reporters on Tuesday.": the end of the
/// attribution and where what is said stands.
fn trailing(
    reading: &Reading<'_>,
    source: &Range<usize>,
    end: usize,
    role: Roles,
) -> Option<(usize, Side)> {
    let before = source
        .start
        .checked_sub(1)
        .map(|index| reading.lower(index))
        .unwrap_or_default();
    let closed =
        matches!(before, "," | "”" | "\"" | "»" | "?" | "!" | "’" | "—" | "–") || before == "as";
    if !closed || source.start < 2 && before != "as" {
        return None;
    }
    let mut at = end;
    if role.is(Role::Tell)
        || matches!(
            reading.lower(at),
            "in" | "by"
                | "from"
                | "via"
                | "on"
                | "at"
                | "during"
                | "last"
                | "yesterday"
                | "today"
                | "this"
                | "of"
                | "after"
        )
        || is_weekday(reading.lower(at))
    {
        while at < end + MOST_BETWEEN
            && reading.is(at, Shape::Word)
            && !matches!(
                reading.lower(at),
                "that" | "he" | "she" | "it" | "they" | "was" | "is"
            )
        {
            at += 1;
        }
    }
    let stop = reading.word(at);
    if !matches!(
        stop,
        "." | "," | "" | ";" | "!" | "?" | "—" | "–" | ":" | ")"
    ) || opens_quote(reading, at) && before == "as"
    {
        return None;
    }
    if stop == ":" || opens_quote(reading, at) && stop == "," {
        let quoted =
            is_quote(before) || source.start > 1 && is_quote(reading.word(source.start - 2));
        return quoted.then_some((end, Side::Before));
    }
    if before == "as" && source.start < 2 {
        return Some((end, Side::Behind));
    }
    let goes_on = roles(reading.lower(at + 1)).is(Role::Saying)
        || matches!(reading.lower(at + 1), "who" | "which" | "and" | "but");
    let more = at + 2 < reading.tokens.len()
        && matches!(stop, "," | "—" | "–")
        && !is_quote(before)
        && !goes_on;
    let end = if role.is(Role::Tell) && at < end + 4 {
        at
    } else {
        end
    };
    Some((end, if more { Side::Around } else { Side::Before }))
}

/// "That" or a colon behind when, where and to whom it was said.
fn later_that(reading: &Reading<'_>, start: usize, told: bool) -> Option<usize> {
    let first = reading.lower(start);
    let adverbial = matches!(
        first,
        "on" | "in"
            | "at"
            | "during"
            | "last"
            | "yesterday"
            | "today"
            | "this"
            | "to"
            | "earlier"
            | "again"
            | "late"
            | ","
            | "later"
            | "back"
            | "repeatedly"
            | "publicly"
            | "through"
            | "via"
    ) || is_weekday(first)
        || first.ends_with("ly");
    if !told && !adverbial {
        return None;
    }
    for at in start..start + MOST_BETWEEN {
        match reading.lower(at) {
            "that" if at > start => return Some(at + 1),
            ":" if at > start && at + 1 < reading.tokens.len() => return Some(at),
            "," if at > start && opens_quote(reading, at) => return Some(at),
            "to" if told && at > start => return None,
            "." | "," | "" | ";" | "but" | "who" | "which" | "because"
                if at > start || !adverbial =>
            {
                return None;
            }
            word if is_quote(word) => return (at > start).then_some(at),
            _ => {}
        }
    }
    None
}

/// "Said on Monday it would appeal": where "it" begins.
fn behind_when(reading: &Reading<'_>, start: usize) -> Option<usize> {
    let mut at = start;
    for _ in 0..3 {
        let word = reading.lower(at);
        at += if is_weekday(word) || matches!(word, "yesterday" | "today" | "later") {
            1
        } else if word == "on" && is_weekday(reading.lower(at + 1)) {
            2
        } else if reading.has(at, &["in", "a", "statement"])
            || reading.has(at, &["in", "an", "interview"])
        {
            3
        } else {
            break;
        };
    }
    (at > start && begins_clause(reading, at)).then_some(at)
}

/// "Told reporters the plan had failed": where the plan begins.
fn told_bare(reading: &Reading<'_>, start: usize) -> Option<usize> {
    if matches!(reading.lower(start), "of" | "about" | "off") {
        return None;
    }
    (start + 1..start + 5)
        .take_while(|at| {
            reading.is(*at, Shape::Word)
                && !matches!(
                    reading.lower(*at),
                    "to" | "of" | "about" | "and" | "how" | "what" | "who"
                )
        })
        .find(|at| {
            begins_clause(reading, *at)
                && !matches!(
                    reading.lower(*at - 1),
                    "the" | "a" | "his" | "her" | "its" | "their"
                )
        })
        .filter(|at| !reading.is_capital(*at) || !reading.is_capital(*at - 1))
}

/// Whether a clause can begin at a word: a pronoun, "the", a name.
fn begins_clause(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.lower(at);
    matches!(
        word,
        "he" | "she"
            | "it"
            | "they"
            | "we"
            | "you"
            | "i"
            | "there"
            | "this"
            | "these"
            | "those"
            | "no"
            | "not"
    ) || roles(word).is(Role::Determiner)
        || (reading.is_capital(at) && reading.is(at, Shape::Word) && !is_weekday(word))
}

/// "The ministry said prices had risen": the token behind the verb.
fn says_bare(reading: &Reading<'_>, verb: &Range<usize>, role: Roles) -> Option<usize> {
    let end = verb.end;
    if !role.is(Role::Say) || !(reading.is(end, Shape::Word) || reading.is(end, Shape::Digits)) {
        return None;
    }
    let said = matches!(reading.lower(verb.start), "say" | "says" | "said");
    let next = reading.lower(end);
    if said {
        let dull = matches!(
            next,
            "nothing"
                | "something"
                | "anything"
                | "little"
                | "much"
                | "about"
                | "of"
                | "whether"
                | "what"
                | "how"
                | "why"
                | "is"
                | "was"
                | "and"
                | "or"
                | "but"
                | "against"
                | "i"
                | "it’s"
                | "sorry"
                | "a"
        );
        let same = next == "the"
            && matches!(
                reading.lower(end + 1),
                "same" | "other" | "opposite" | "truth" | "word" | "words" | "following"
            );
        let dull = dull
            || same
            || roles(next).is(Role::Preposition)
            || matches!(next, "tonight" | "before" | "again" | "all");
        let said_it = matches!(next, "it" | "this" | "so")
            && matches!(reading.word(end + 1), "." | "," | "" | "?" | "!");
        return (!dull && !said_it || next == "i").then_some(end);
    }
    let life = matches!(
        reading.lower(end + 1),
        "life"
            | "lives"
            | "victory"
            | "credit"
            | "responsibility"
            | "title"
            | "prize"
            | "case"
            | "crown"
    );
    let counted = reading.lower(verb.start).starts_with("claim")
        && roles(next).is(Role::Determiner)
        && !matches!(next, "the" | "his" | "her" | "their" | "no");
    let it = next == "it" && matches!(reading.word(end + 1), "." | "," | "" | "?" | "!");
    (begins_clause(reading, end) && !life && !counted && !it && !matches!(next, "you" | "not"))
        .then_some(end)
}
