//! The statements of a sentence that can be checked each by itself: clauses
//! that "and", "but", "while" or a semicolon join, where each has a verb and
//! something to look up of its own.

use super::verbs::is_finite;
use crate::model::text::Span;
use crate::text::attributions::is_vague_source;
use crate::text::facets::Facets;
use crate::text::reading::{Reading, Shape};

/// A part of a sentence that makes a statement of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Its words.
    pub span: Span,
    /// Whether its subject stands in an earlier part: "and lost 40 seats".
    pub elided: bool,
}

impl Part {
    pub(super) fn shifted(self, by: usize) -> Self {
        Self {
            span: self.span.shifted(by),
            ..self
        }
    }
}

/// A part of fewer tokens than this states nothing.
const SHORTEST: usize = 4;

/// The verb of a clause with its own subject comes within so many tokens.
const SUBJECT: usize = 9;

/// Behind a comma, a subject may begin with any word if its verb is so near.
const NEAR: usize = 4;

/// Where two clauses are joined: the last token of the first one, and the
/// first of the second.
struct Joint {
    ends: usize,
    begins: usize,
    elided: bool,
}

/// The parts of a sentence, in order. None when it makes but one statement;
/// one when only a part of it can be checked: what somebody who is not named
/// is said to have said.
pub(super) fn parts(reading: &Reading<'_>, facets: &Facets) -> Vec<Part> {
    let clauses = clauses(reading, facets);
    if !clauses.is_empty() {
        return clauses;
    }
    let said = said_by_nobody(reading, facets);
    said.map(|span| Part {
        span,
        elided: false,
    })
    .into_iter()
    .collect()
}

/// What follows an attribution to nobody in particular: “Critics argue that …”.
fn said_by_nobody(reading: &Reading<'_>, facets: &Facets) -> Option<Span> {
    let [attributed] = facets.attributions.as_slice() else {
        return None;
    };
    let source = attributed.source?.slice(reading.text)?;
    let said = attributed.said?;
    let follows = said.start >= attributed.span.end && attributed.span.start == 0;
    let whole = reading.text[said.end..]
        .chars()
        .all(|c| !c.is_alphanumeric());
    (follows && whole && is_vague_source(source)).then_some(said)
}

/// The clauses of a sentence that make a statement of their own.
fn clauses(reading: &Reading<'_>, facets: &Facets) -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut first, mut elided) = (0, false);
    let end = last_word(reading);
    for (at, outside) in outside(reading).into_iter().enumerate().take(end).skip(1) {
        let joint = joint(reading, at, end).filter(|joint| outside && joint.ends > first);
        let Some(joint) = joint else {
            continue;
        };
        let left = states(reading, facets, first..joint.ends);
        if let Some(span) = left.filter(|_| states(reading, facets, joint.begins..end).is_some()) {
            parts.push(Part { span, elided });
            (first, elided) = (joint.begins, joint.elided);
        }
    }
    if parts.is_empty() {
        return parts;
    }
    if let Some(span) = states(reading, facets, first..end) {
        parts.push(Part { span, elided });
    }
    parts
}

/// A pronoun that a sentence begins with and that stands for something said
/// before it.
pub(super) fn pronoun(reading: &Reading<'_>) -> Option<Span> {
    const PRONOUNS: &[&str] = &[
        "he", "she", "it", "they", "his", "her", "its", "their", "this", "these", "those", "that",
    ];
    let begins = reading
        .tokens
        .iter()
        .position(|token| token.shape == Shape::Word)?;
    PRONOUNS
        .contains(&reading.lower(begins))
        .then(|| reading.tokens[begins].span)
}

/// One past the last word of a sentence.
fn last_word(reading: &Reading<'_>) -> usize {
    let last = reading.tokens.iter().rposition(|token| {
        token.shape != Shape::Mark || token.span.slice(reading.text) == Some("%")
    });
    last.map_or(0, |last| last + 1)
}

/// For each token, whether it stands outside quotation marks and parentheses.
fn outside(reading: &Reading<'_>) -> Vec<bool> {
    let mut depth = 0usize;
    let mut outside = reading.quoted();
    for (token, here) in outside.iter_mut().enumerate() {
        match reading.word(token) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        *here = !*here && depth == 0;
    }
    outside
}

/// Whether two clauses are joined at a token, and how.
fn joint(reading: &Reading<'_>, at: usize, end: usize) -> Option<Joint> {
    let word = reading.lower(at);
    let after_comma = reading.word(at - 1) == ",";
    let begins = match word {
        "and" | "but" if reading.lower(at + 1) == "that" => at + 2,
        ";" | "and" | "but" => at + 1,
        "while" | "whereas" | "although" | "though" | "yet" if after_comma => at + 1,
        _ => return None,
    };
    let ends = if after_comma { at - 1 } else { at };
    // “lived and worked” are two verbs of one clause.
    if !after_comma && word != ";" && is_finite(reading, at - 1) {
        return None;
    }
    let verb = (begins..end.min(begins + SUBJECT)).find(|token| is_finite(reading, *token))?;
    // An adverb may come before a verb that takes over the subject.
    let takes_over =
        verb == begins || (verb == begins + 1 && reading.lower(begins).ends_with("ly"));
    if takes_over {
        return Some(Joint {
            ends,
            begins,
            elided: true,
        });
    }
    // “Ana Vega and Carl Roth met”: one subject of two names.
    let two_names = !after_comma && reading.is_capital(at - 1) && reading.is_capital(begins);
    if two_names {
        return None;
    }
    let unbroken = (begins..verb).all(|token| !reading.is(token, Shape::Mark));
    let near = unbroken && (after_comma || word == ";") && verb < begins + NEAR;
    (near || begins_clause(reading, begins)).then_some(Joint {
        ends,
        begins,
        elided: false,
    })
}

/// Whether a token can begin a clause with a subject of its own.
fn begins_clause(reading: &Reading<'_>, at: usize) -> bool {
    const SUBJECTS: &[&str] = &[
        "the", "a", "an", "its", "his", "her", "their", "this", "these", "those", "he", "she",
        "it", "they", "there", "some", "many", "several", "all", "most", "no", "nearly", "about",
        "more", "less", "fewer", "in", "by", "since", "after", "one", "two", "three", "half",
    ];
    reading.is_capital(at) || reading.is(at, Shape::Digits) || SUBJECTS.contains(&reading.lower(at))
}

/// The words of a run of tokens, if they have a verb and something to look up.
fn states(reading: &Reading<'_>, facets: &Facets, tokens: std::ops::Range<usize>) -> Option<Span> {
    if tokens.len() < SHORTEST || !tokens.clone().any(|token| is_finite(reading, token)) {
        return None;
    }
    let span = reading.span_of(tokens)?;
    let figures = facets.quantities.iter().filter(|one| !one.ordinal);
    let dates = facets.dates.iter().map(|one| one.span);
    let names = facets.names.iter().map(|one| one.span);
    let mut holds = false;
    for facet in dates.chain(figures.map(|one| one.span)).chain(names) {
        if facet.overlaps(span) {
            // Nothing that can be looked up is cut in two.
            if !span.contains(facet) {
                return None;
            }
            holds = true;
        }
    }
    holds.then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let reading = Reading::new(text);
        parts(&reading, &Facets::of(&reading, None))
            .iter()
            .filter_map(|part| part.span.slice(text).map(str::to_owned))
            .collect()
    }

    #[test]
    fn clauses_with_figures_dates_or_subjects_of_their_own_are_parts() {
        let cases: &[(&str, &[&str])] = &[
            (
                "The railway opened in 1913 and carried 12,000 passengers a day by 1925.",
                &[
                    "The railway opened in 1913",
                    "carried 12,000 passengers a day by 1925",
                ],
            ),
            (
                "Exports rose by 4 percent in May, but imports fell by 2 percent.",
                &[
                    "Exports rose by 4 percent in May",
                    "imports fell by 2 percent",
                ],
            ),
            (
                "Ana Vega took office in June 2019; the council had voted in March 2018.",
                &[
                    "Ana Vega took office in June 2019",
                    "the council had voted in March 2018",
                ],
            ),
            (
                "Critics argue that the closure will cost 40 jobs.",
                &["the closure will cost 40 jobs"],
            ),
            (
                "Peru spent $3 million, while Chile paid $5 million.",
                &["Peru spent $3 million", "Chile paid $5 million"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), *expected, "{text}");
        }
    }

    #[test]
    fn one_statement_is_not_taken_apart() {
        let whole = [
            "The bridge opened on 3 May 2019 and cost the town a lot.",
            "Between 4 and 6 percent of all voters stayed at home in 2019.",
            "Trinidad and Tobago joined in 1967.",
            "Ana Vega and Carl Roth met in Lindenau in 2018.",
            "“Prices rose by 4 percent and wages fell by 2 percent,” said Ana Vega.",
            "He was tired and she left.",
            "The alliance, marked by its focus on trade, aid, and security, left 40 towns poorer.",
            "In a report published in 2022, Amnesty International and Cristosal documented arrests.",
            "Some 230,000 people from Peru have lived and worked in Chile since 2015.",
            "Ana Vega argues that the closure will cost 40 jobs.",
        ];
        for text in whole {
            assert!(read(text).is_empty(), "{text}: {:?}", read(text));
        }
    }

    #[test]
    fn a_pronoun_at_the_beginning_is_noted() {
        let text = "She took office in 2019.";
        let found = pronoun(&Reading::new(text)).and_then(|span| span.slice(text));
        assert_eq!(found, Some("She"));
        assert!(pronoun(&Reading::new("Ana Vega took office.")).is_none());
    }
}
