//! Sources with a verb of saying: "critics argue that", "Vega told
//! reporters:", "…, said Ana Vega".

use std::ops::Range;

use super::complement::complement;
use super::source::{before, behind, is_quote};
use super::words::{Role, Roles, roles};
use crate::text::reading::{Reading, Shape};

/// Words between a source and its verb, at most.
const MOST_ADVERBS: usize = 5;

/// Where what is said stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Behind the attribution.
    Behind,
    /// Before it.
    Before,
    /// All around it.
    Around,
}

/// An attribution in tokens.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Its words.
    pub(super) tokens: Range<usize>,
    /// Who says it.
    pub(super) source: Option<Range<usize>>,
    /// The verb or the phrase.
    pub(super) verb: Range<usize>,
    /// Where what is said stands.
    pub(super) side: Side,
}

/// The attribution whose verb stands at a token.
pub(super) fn at_verb(reading: &Reading<'_>, index: usize, role: Roles) -> Option<Found> {
    if reading.is_glued(index)
        && index > 0
        && reading.is(index - 1, Shape::Mark)
        && !is_quote(reading.word(index - 1))
        && !is_dash(reading.word(index - 1))
        || reading.is_capital(index) && index > 0
    {
        return None;
    }
    let out = role.is(Role::Out);
    if out && reading.lower(index + 1) != "out" {
        return None;
    }
    let end = index + 1 + usize::from(out);
    if let Some(found) = inverted(reading, index, end, role) {
        return Some(found);
    }
    let (subject, modal) = subject_end(reading, index)?;
    let source = before(reading, subject)?;
    let asked = source.start.checked_sub(1).is_some_and(|index| {
        matches!(
            reading.lower(index),
            "what" | "whatever" | "everything" | "all" | "than" | "anything" | "something"
        )
    });
    if asked || !agrees(reading, index, role, &source, modal) {
        return None;
    }
    complement(reading, &source, index..end, role)
}

fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–")
}

/// The token behind the subject of a verb, and whether a modal verb stands
/// between. Nothing when the verb is denied.
fn subject_end(reading: &Reading<'_>, verb: usize) -> Option<(usize, bool)> {
    let mut end = verb;
    let mut modal = false;
    while end > 0 && verb - end < MOST_ADVERBS {
        let word = reading.lower(end - 1);
        if matches!(
            word,
            "not" | "never" | "t" | "to" | "cannot" | "should" | "must" | "can" | "shall"
        ) {
            return None;
        }
        let role = roles(word);
        let adverb = word.len() > 4 && word.ends_with("ly") && !reading.is_capital(end - 1);
        if !role.is(Role::Between) && !adverb {
            break;
        }
        modal |= role.is(Role::Modal);
        end -= 1;
    }
    (end > 0).then_some((end, modal))
}

/// Whether the form of a verb fits its subject, and the two aren't nouns.
fn agrees(
    reading: &Reading<'_>,
    verb: usize,
    role: Roles,
    source: &Range<usize>,
    modal: bool,
) -> bool {
    let last = reading.lower(source.end - 1);
    let word = reading.lower(verb);
    if role.is(Role::Base) {
        let head = source
            .clone()
            .find(|token| {
                *token > source.start && roles(reading.lower(*token)).is(Role::Preposition)
            })
            .or_else(|| source.clone().find(|token| reading.lower(*token) == "of"))
            .and_then(|token| token.checked_sub(1))
            .unwrap_or(source.end - 1);
        let many = [head, source.end - 1].iter().any(|token| {
            let word = reading.lower(*token);
            word.ends_with('s')
                && !word.ends_with("ss")
                && word.len() > 2
                && !reading.is_glued(*token)
        });
        let plural = many
            || matches!(
                last,
                "they"
                    | "people"
                    | "who"
                    | "some"
                    | "many"
                    | "others"
                    | "most"
                    | "several"
                    | "police"
                    | "media"
                    | "data"
                    | "women"
                    | "men"
                    | "research"
                    | "both"
                    | "statistics"
            );
        let joined = source.clone().any(|token| reading.lower(token) == "and")
            && reading.is_capital(source.end - 1);
        return modal || plural || joined;
    }
    let nounlike = matches!(
        word,
        "claims"
            | "reports"
            | "notes"
            | "states"
            | "estimates"
            | "shows"
            | "finds"
            | "reminds"
            | "warns"
            | "fears"
            | "promises"
            | "charges"
            | "counters"
            | "repeats"
            | "jokes"
            | "answers"
            | "calls"
            | "holds"
            | "projects"
            | "hints"
            | "vows"
    );
    let own = source.len() == 1
        && !reading.is_capital(source.start)
        && !roles(last).is_any(&[Role::Vague, Role::Pronoun]);
    let adjective = last.ends_with("est")
        || matches!(
            last,
            "new"
                | "recent"
                | "false"
                | "similar"
                | "earlier"
                | "previous"
                | "unfounded"
                | "media"
                | "official"
                | "old"
                | "public"
                | "news"
                | "press"
                | "such"
                | "many"
                | "several"
                | "some"
                | "initial"
                | "first"
                | "own"
                | "multiple"
                | "numerous"
        );
    !(nounlike && (own || adjective))
}

/// "…, said Ana Vega": the verb first, behind a comma or quotation marks.
fn inverted(reading: &Reading<'_>, verb: usize, end: usize, role: Roles) -> Option<Found> {
    let mark = reading.word(verb.checked_sub(1)?);
    if !matches!(mark, "," | "”" | "\"" | "’" | "»" | "?" | "!" | "'" | "“")
        || role.is_any(&[Role::Base, Role::Call])
    {
        return None;
    }
    let word = reading.lower(end);
    if matches!(word, "that" | "to" | ":" | "," | "." | "") || is_quote(word) {
        return None;
    }
    let said = role.is(Role::Say)
        && !matches!(
            reading.lower(verb),
            "thought" | "believed" | "think" | "claimed"
        );
    let quoted = mark != ",";
    if !said && !quoted && verb > 1 && !is_quote(reading.word(verb - 2)) {
        return None;
    }
    let source = behind(reading, end)?;
    let rest = reading.word(source.end);
    let closed =
        reading.is(source.end, Shape::Mark) || rest.is_empty() || !roles(rest).is(Role::Clause);
    let names = source
        .clone()
        .all(|token| reading.is_capital(token) || reading.is(token, Shape::Mark));
    // "Roth, who lives there, said prices rose": the comma ends an aside.
    let aside = !quoted
        && !is_quote(reading.word(verb.saturating_sub(2)))
        && !names
        && before(reading, verb).is_some();
    let clause = source.len() > 1 && roles(reading.lower(source.start)).is(Role::Pronoun);
    (closed && !aside && !clause).then_some(Found {
        tokens: verb..source.end,
        source: Some(source),
        verb: verb..end,
        side: Side::Before,
    })
}
