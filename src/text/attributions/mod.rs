//! Who is said to have said what: "critics argue that …", "…, according to
//! the police", "it is claimed that …", "reportedly". English.
//!
//! A reading should hold one sentence: what is said reaches to its end, or to
//! the next attribution. The writer's own voice ("I think", "we believe") is
//! no attribution, and neither is what somebody did not say, wanted to say or
//! was told, or a noun such as "the claim that".

mod complement;
mod source;
#[cfg(test)]
mod tests;
mod verbs;
pub(super) mod words;

use crate::model::facet::Attributed;
use crate::model::text::Span;
use crate::text::reading::{Reading, Shape};

use source::{before, behind, first_phrase, is_quote};
use verbs::{Found, Side, at_verb};
use words::{Role, Roles, roles};

/// Words between "it" or "is" and a participle, at most.
const MOST_BEFORE: usize = 5;

/// The attributions of a sentence in order; the words of none overlap those of
/// another. What is said may hold a later attribution: "he said experts
/// believe that …". Of one that stands inside what is said, "The bridge,
/// according to the police, was safe", it is the whole sentence.
pub fn attributions(reading: &Reading<'_>) -> Vec<Attributed> {
    let mut found: Vec<Found> = Vec::new();
    for index in 0..reading.tokens.len() {
        if !reading.is(index, Shape::Word) {
            continue;
        }
        let role = roles(reading.lower(index));
        if role == Roles::default() {
            continue;
        }
        let Some(mut next) = at_word(reading, index, role) else {
            continue;
        };
        let floor = found.last().map_or(0, |last| last.tokens.end);
        if next.tokens.start < floor {
            continue;
        }
        if role.is(Role::Saying) {
            let last = found.last().and_then(|last| last.source.clone());
            next.source = next.source.or(last).or_else(|| first_phrase(reading));
        }
        found.push(next);
    }
    let next_starts = found.iter().skip(1).map(|next| next.tokens.start);
    let ends: Vec<usize> = next_starts.chain([reading.tokens.len()]).collect();
    let mut floor = 0;
    let mut told = Vec::with_capacity(found.len());
    for (one, end) in found.iter().zip(ends) {
        told.extend(attributed(reading, one, floor, end));
        floor = one.tokens.end;
    }
    told
}

/// Whether words for a source name nobody: "critics", "some senior officials".
pub fn is_vague_source(words: &str) -> bool {
    let reading = Reading::new(words);
    let mut vague = false;
    for index in 0..reading.tokens.len() {
        if !reading.is(index, Shape::Word) {
            continue;
        }
        let role = roles(reading.lower(index));
        let next = reading.lower(index);
        if vague && matches!(next, "from" | "at") {
            // “Experts from the University of Oslo” can be asked.
            let names_someone = (index + 1..reading.tokens.len()).any(|at| reading.is_capital(at));
            return !names_someone;
        }
        if vague && matches!(next, "of" | "with" | "in" | "who" | "close" | "familiar") {
            return true;
        }
        if reading.is_capital(index) && index > 0 {
            return false;
        }
        vague |= role.is(Role::Vague);
        if !role.is_any(&[Role::Vague, Role::VagueBeside]) && !reading.lower(index).ends_with("ly")
        {
            return false;
        }
    }
    vague
}

/// The attribution that a word gives away.
fn at_word(reading: &Reading<'_>, index: usize, role: Roles) -> Option<Found> {
    let word = reading.lower(index);
    if role.is(Role::Preposition) {
        return (word == "according")
            .then(|| according(reading, index))
            .flatten();
    }
    if role.is(Role::Adverb) {
        return Some(Found {
            tokens: index..index + 1,
            source: None,
            verb: index..index + 1,
            side: Side::Around,
        });
    }
    if role.is(Role::Passive)
        && let Some(found) = impersonal(reading, index)
    {
        return Some(found);
    }
    if role.is(Role::SaidTo)
        && let Some(found) = said_to(reading, index)
    {
        return Some(found);
    }
    if role.is(Role::Saying) {
        return saying(reading, index);
    }
    if role.is_any(&[Role::Say, Role::Tell, Role::State, Role::Out, Role::Call]) {
        return at_verb(reading, index, role);
    }
    None
}

/// "According to the police".
fn according(reading: &Reading<'_>, index: usize) -> Option<Found> {
    if reading.lower(index + 1) != "to" {
        return None;
    }
    let source = behind(reading, index + 2)?;
    if roles(reading.lower(source.start)).is(Role::NoVoice)
        && (source.len() < 3 || !reading.is_capital(source.end - 1))
    {
        let whose = matches!(
            reading.lower(source.start),
            "his" | "her" | "its" | "their" | "my" | "our" | "your"
        );
        let voice =
            whose && source.len() > 1 && !roles(reading.lower(source.end - 1)).is(Role::NoVoice);
        if !voice {
            return None;
        }
    }
    let first = (0..index).all(|token| reading.is(token, Shape::Mark));
    let more = (source.end + 1..reading.tokens.len()).any(|token| !reading.is(token, Shape::Mark));
    let mark = matches!(reading.word(source.end), "," | ")" | "—" | "–");
    let side = match (first, more) {
        (true, _) => Side::Behind,
        (false, true) if mark || more => Side::Around,
        _ => Side::Before,
    };
    Some(Found {
        tokens: index..source.end,
        source: Some(source),
        verb: index..index + 2,
        side,
    })
}

/// "It has been widely claimed that".
fn impersonal(reading: &Reading<'_>, index: usize) -> Option<Found> {
    if reading.lower(index + 1) != "that" {
        return None;
    }
    let floor = index.saturating_sub(MOST_BEFORE);
    let it = (floor..index)
        .rev()
        .find(|token| reading.lower(*token) == "it")?;
    let between = it + 1..index;
    let passive = between
        .clone()
        .any(|token| is_be(reading.lower(token)) || reading.lower(token) == "s");
    let plain = between.clone().all(|token| {
        let word = reading.lower(token);
        is_be(word)
            || roles(word).is(Role::Between)
            || word.ends_with("ly")
            || matches!(word, "’" | "'" | "s" | "is")
    });
    (passive && plain && !between.is_empty()).then(|| Found {
        tokens: it..index + 2,
        source: None,
        verb: it + 1..index + 1,
        side: Side::Behind,
    })
}

fn is_be(word: &str) -> bool {
    matches!(
        word,
        "is" | "are" | "was" | "were" | "be" | "been" | "being"
    )
}

/// "Is said to have", and "was quoted as saying".
fn said_to(reading: &Reading<'_>, index: usize) -> Option<Found> {
    let to = reading.lower(index + 1) == "to" && reading.lower(index + 2) != "the";
    let floor = index.saturating_sub(3);
    let be = (floor..index)
        .rev()
        .find(|token| is_be(reading.lower(*token)))?;
    let close = (be + 1..index).all(|token| {
        roles(reading.lower(token)).is(Role::Between) || reading.lower(token).ends_with("ly")
    });
    (to && close).then(|| Found {
        tokens: be..index + 2,
        source: None,
        verb: be..index + 2,
        side: Side::Around,
    })
}

/// "…, warning that", and "was quoted as saying".
fn saying(reading: &Reading<'_>, index: usize) -> Option<Found> {
    let quoted = index > 2
        && reading.lower(index - 1) == "as"
        && matches!(reading.lower(index - 2), "quoted" | "cited" | "recorded")
        && is_be(reading.lower(index - 3));
    if quoted {
        let mut be = index - 3;
        if be > 0 && matches!(reading.lower(be - 1), "has" | "had" | "have") {
            be -= 1;
        }
        let source = before(reading, be)?;
        let end = index + 1 + usize::from(reading.lower(index + 1) == "that");
        return Some(Found {
            tokens: source.start..end,
            source: Some(source),
            verb: be..index + 1,
            side: Side::Behind,
        });
    }
    let comma = index > 0 && matches!(reading.word(index - 1), "," | "—" | "–");
    let and = index > 0 && matches!(reading.lower(index - 1), "and" | "statement" | "letter");
    let that = reading.lower(index + 1) == "that";
    let mark = is_quote(reading.word(index + 1)) || reading.word(index + 1) == ":";
    ((comma || and) && (that || mark)
        || (comma
            && matches!(reading.lower(index), "saying")
            && reading.is(index + 1, Shape::Word)))
    .then(|| Found {
        tokens: index..index + 1 + usize::from(that),
        source: None,
        verb: index..index + 1,
        side: Side::Behind,
    })
}

/// An attribution in bytes. `floor` is where the one before ends, `next` where
/// the one behind begins.
fn attributed(
    reading: &Reading<'_>,
    found: &Found,
    floor: usize,
    next: usize,
) -> Option<Attributed> {
    let all = reading.tokens.len();
    let said = match found.side {
        Side::Behind => found.tokens.end..said_end(reading, found.tokens.end, next),
        Side::Before => floor..found.tokens.start,
        Side::Around => floor..all,
    };
    Some(Attributed {
        span: reading.span_of(found.tokens.clone())?,
        source: found
            .source
            .clone()
            .and_then(|tokens| reading.span_of(tokens)),
        verb: reading.span_of(found.verb.clone())?,
        said: trimmed(reading, said),
    })
}

/// Where what is said ends: at the end of the sentence, or before a clause
/// that is from somebody else.
fn said_end(reading: &Reading<'_>, start: usize, next: usize) -> usize {
    let all = reading.tokens.len();
    if next >= all || next <= start + 1 {
        return all;
    }
    let other = matches!(
        reading.lower(next - 1),
        "," | "and"
            | "but"
            | "while"
            | "whereas"
            | "though"
            | "although"
            | ";"
            | "—"
            | "–"
            | "."
            | "yet"
            | "or"
            | "as"
    );
    if other { next } else { all }
}

/// What is said without the marks and conjunctions around it; its own
/// quotation marks belong to it.
fn trimmed(reading: &Reading<'_>, said: std::ops::Range<usize>) -> Option<Span> {
    let (mut start, mut end) = (said.start, said.end);
    while start < end
        && matches!(
            reading.lower(start),
            "," | ":" | ";" | "." | "—" | "–" | "-" | ")" | "•" | "and" | "but"
        )
    {
        start += 1;
    }
    while end > start
        && matches!(
            reading.lower(end - 1),
            "," | "." | ";" | ":" | "—" | "–" | "(" | "and" | "but" | "while" | "as" | "whereas"
        )
    {
        end -= 1;
    }
    reading.span_of(start..end)
}
