//! Words that somebody is quoted with, and who.
//!
//! The marks are “ ”, " ", ‘ ’, ' ', « » and „ “. An apostrophe is none, and
//! marks inside a quotation belong to it. One or two words between marks are
//! set off, not quoted: “zero tolerance” quotes nobody, and neither does the
//! title of a work, “War and Peace”. A quotation that isn't closed runs to the end, as it does in a paragraph that another continues,
//! and one that is closed without having been opened runs from the beginning.

use crate::model::facet::{Attributed, Quoted};
use crate::model::text::Span;

use super::attributions::attributions;
use super::reading::{Reading, Shape};

/// Fewer words than this between marks quote nobody.
const FEWEST_WORDS: usize = 3;

/// How far an apostrophe after "s" is looked behind for a mark that closes.
const FARTHEST: usize = 80;

/// How many attributions before and behind a quotation may be those of its
/// speaker.
const NEAREST: usize = 6;

/// A kind of quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marks {
    /// “ ”
    Double,
    /// " "
    Straight,
    /// ‘ ’
    Single,
    /// ' '
    StraightSingle,
    /// « »
    Angle,
    /// „ “
    Low,
}

/// The quotations of a sentence in order; none overlaps another. The span is
/// that of the words between the marks, without a comma that ends them.
pub fn quotations(reading: &Reading<'_>) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut open: Option<(Marks, usize)> = None;
    let mut closed_any = false;
    for index in 0..reading.tokens.len() {
        if !reading.is(index, Shape::Mark) {
            continue;
        }
        match open {
            Some((marks, start)) if closes(reading, index, marks) => {
                found.extend(quoted(reading, start..index));
                (open, closed_any) = (None, true);
            }
            Some(_) => {}
            None => match opens(reading, index) {
                Some(marks) => open = Some((marks, index + 1)),
                None if !closed_any && is_left_over(reading, index) => {
                    found.extend(quoted(reading, 0..index));
                    closed_any = true;
                }
                None => {}
            },
        }
    }
    if let Some((marks, start)) = open
        && !matches!(marks, Marks::StraightSingle | Marks::Single)
    {
        found.extend(quoted(reading, start..reading.tokens.len()));
    }
    if !found.is_empty() {
        let said = attributions(reading);
        for quoted in &mut found {
            quoted.speaker = speaker(quoted.span, &said);
        }
    }
    found
}

/// The words of some tokens as a quotation, when they are enough.
fn quoted(reading: &Reading<'_>, tokens: std::ops::Range<usize>) -> Option<Quoted> {
    let mut words = tokens.clone().filter(|index| {
        let part = reading.is_glued(*index) && *index > tokens.start && {
            matches!(reading.word(index - 1), "’" | "'" | "-" | "." | ",")
        };
        !reading.is(*index, Shape::Mark) && !part
    });
    words.nth(FEWEST_WORDS - 1)?;
    if is_title(reading, tokens.clone()) {
        return None;
    }
    let mut end = tokens.end;
    while end > tokens.start && reading.word(end - 1) == "," {
        end -= 1;
    }
    let span = reading.span_of(tokens.start..end)?;
    Some(Quoted {
        span,
        speaker: None,
    })
}

/// Whether words are the title of a work or a slogan: “War and Peace”.
fn is_title(reading: &Reading<'_>, tokens: std::ops::Range<usize>) -> bool {
    if matches!(reading.word(tokens.end - 1), "." | "!" | "?") {
        return false;
    }
    let first = reading.is_capital(tokens.start);
    let capitals = tokens
        .clone()
        .filter(|index| reading.is_capital(*index))
        .count();
    let long = |index: &usize| reading.is(*index, Shape::Word) && reading.word(*index).len() > 3;
    let mut words = tokens.filter(long);
    first && capitals > 1 && words.all(|index| reading.is_capital(index))
}

/// Whether something stands right behind a token.
fn is_followed(reading: &Reading<'_>, index: usize) -> bool {
    reading.is_glued(index + 1)
}

/// The marks that a quotation begins with at a token.
fn opens(reading: &Reading<'_>, index: usize) -> Option<Marks> {
    let free = !reading.is_glued(index)
        || index == 0
        || matches!(
            reading.word(index - 1),
            "(" | "[" | "—" | "–" | "-" | ":" | "…" | "/"
        );
    let before_word = is_followed(reading, index);
    match reading.word(index) {
        "“" => Some(Marks::Double),
        "«" => Some(Marks::Angle),
        "„" => Some(Marks::Low),
        "\"" if free && before_word => Some(Marks::Straight),
        "‘" if free && before_word => Some(Marks::Single),
        "'" if free && before_word && reading.is(index + 1, Shape::Word) => {
            Some(Marks::StraightSingle)
        }
        _ => None,
    }
}

/// Whether a token closes what these marks opened.
fn closes(reading: &Reading<'_>, index: usize, marks: Marks) -> bool {
    match (marks, reading.word(index)) {
        (Marks::Double | Marks::Straight, "”") | (Marks::Angle, "»") | (Marks::Low, "“" | "”") => {
            true
        }
        // A writer who opens with “ may close with a straight mark.
        (Marks::Double | Marks::Straight, "\"") => {
            reading.is_glued(index) || !is_followed(reading, index)
        }
        (Marks::Single, "’") | (Marks::StraightSingle, "'") => closes_single(reading, index),
        _ => false,
    }
}

/// Whether a mark stands behind a word and before none.
fn ends_word(reading: &Reading<'_>, index: usize) -> bool {
    reading.is_glued(index) && (!is_followed(reading, index) || reading.is(index + 1, Shape::Mark))
}

/// Whether an apostrophe ends a quotation. That of "the boys’ toys" doesn't
/// when another follows that does.
fn closes_single(reading: &Reading<'_>, index: usize) -> bool {
    let mark = reading.word(index);
    let ends = |at: usize| ends_word(reading, at);
    if !ends(index) {
        return false;
    }
    let plural = index > 0
        && reading.lower(index - 1).ends_with('s')
        && reading.word(index + 1).starts_with(char::is_lowercase);
    let far = reading.tokens.len().min(index + FARTHEST);
    !plural || !(index + 1..far).any(|at| reading.word(at) == mark && ends(at))
}

/// Whether a mark closes a quotation that was opened before the text.
fn is_left_over(reading: &Reading<'_>, index: usize) -> bool {
    let ends = ends_word(reading, index);
    match reading.word(index) {
        "”" | "»" => reading.is_glued(index),
        // Not the inches of 5".
        "\"" => ends && index > 0 && !reading.is(index - 1, Shape::Digits),
        _ => false,
    }
}

/// Who said quoted words: the source of the attribution that holds them, the
/// nearest where several do.
fn speaker(quote: Span, said: &[Attributed]) -> Option<Span> {
    let distance = |one: &Attributed| {
        if one.span.end <= quote.start {
            quote.start - one.span.end
        } else {
            one.span.start.saturating_sub(quote.end)
        }
    };
    let place = said.partition_point(|one| one.span.start < quote.start);
    let near = place.saturating_sub(NEAREST)..said.len().min(place + NEAREST);
    let outside = said
        .get(near)
        .unwrap_or_default()
        .iter()
        .filter(|one| !quote.overlaps(one.span) && one.source.is_some());
    let holds = |one: &&Attributed| one.said.is_some_and(|said| said.overlaps(quote));
    let close = |one: &&Attributed| distance(one) < 7;
    let held = outside
        .clone()
        .filter(|one| holds(one) || close(one))
        .min_by_key(|one| distance(one));
    held.and_then(|one| one.source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The quotations of a text as `words <speaker>`, parted by " | ".
    fn told(text: &str) -> String {
        let reading = Reading::new(text);
        let found: Vec<String> = quotations(&reading)
            .iter()
            .map(|quoted| {
                let speaker = quoted.speaker.and_then(|span| span.slice(text));
                let words = quoted.span.slice(text).unwrap();
                speaker.map_or_else(
                    || words.to_owned(),
                    |speaker| format!("{words} <{speaker}>"),
                )
            })
            .collect();
        found.join(" | ")
    }

    fn check(cases: &[(&str, &str)]) {
        for (text, quotations) in cases {
            assert_eq!(told(text), *quotations, "{text}");
        }
    }

    #[test]
    fn words_between_marks_are_quoted() {
        check(&[
            ("They heard “it is all over” twice.", "it is all over"),
            ("They heard \"it is all over\" twice.", "it is all over"),
            ("They heard ‘it is all over’ twice.", "it is all over"),
            ("They heard 'it is all over' twice.", "it is all over"),
            ("They heard «it is all over» twice.", "it is all over"),
            ("They heard „it is all over“ twice.", "it is all over"),
            ("“It’s ‘all’ over now.”", "It’s ‘all’ over now."),
            (
                "‘The boys’ toys aren’t here’, it read.",
                "The boys’ toys aren’t here",
            ),
            ("“He paid $4.50 twice”", "He paid $4.50 twice"),
        ]);
    }

    #[test]
    fn a_few_words_or_a_title_quote_nobody() {
        check(&[
            ("His “zero tolerance” failed.", ""),
            ("The “favour” was small.", ""),
            ("She read “War and Peace” at sea.", ""),
            ("The “It’s me” note was lost.", ""),
            ("The boys’ toys and the girls’ books were lost.", ""),
            ("It was 5\" long, not 6\" at all.", ""),
            ("Rock 'n' roll in the '90s isn't over.", ""),
        ]);
    }

    #[test]
    fn an_open_end_runs_on() {
        check(&[
            ("She paused. “We have no money", "We have no money"),
            (
                "and nobody else will pay.” They left.",
                "and nobody else will pay.",
            ),
            (
                "and nobody else will pay,\" Vega said.",
                "and nobody else will pay <Vega>",
            ),
        ]);
    }

    #[test]
    fn the_sentence_says_who_is_quoted() {
        check(&[
            (
                "“There is no money,” Vega said.",
                "There is no money <Vega>",
            ),
            (
                "“There is no money,” said Ana Vega, the mayor.",
                "There is no money <Ana Vega>",
            ),
            (
                "Vega told reporters: “There is no money.”",
                "There is no money. <Vega>",
            ),
            (
                "Vega said, “There is no money.”",
                "There is no money. <Vega>",
            ),
            (
                "“There is no money,” the Lindenau mayor told reporters.",
                "There is no money <the Lindenau mayor>",
            ),
            (
                "Vega said the plan was “a gift to fools”.",
                "a gift to fools <Vega>",
            ),
            (
                "Vega called it “a gift to fools”.",
                "a gift to fools <Vega>",
            ),
            (
                "According to Vega, it was “a gift to fools”.",
                "a gift to fools <Vega>",
            ),
            (
                "“I did not,” he said, “and I never will.”",
                "I did not <he> | and I never will. <he>",
            ),
            ("“Is it all over?” she asked.", "Is it all over? <she>"),
            (
                "“There is no more,” Dr. Amal Saleh said by phone from Rafah.",
                "There is no more <Dr. Amal Saleh>",
            ),
            ("Nobody knows who wrote “it is over” there.", "it is over"),
        ]);
    }

    proptest! {
        #[test]
        fn any_text_gives_quotations_in_order(text in "(?s)([“”\"‘’'«»„,]|said|Vega|it is|[a-z é]|.){0,60}") {
            let reading = Reading::new(&text);
            let mut floor = 0;
            for quoted in quotations(&reading) {
                prop_assert!(quoted.span.start >= floor);
                prop_assert!(quoted.span.slice(&text).is_some_and(|words| !words.is_empty()));
                prop_assert!(quoted.speaker.is_none_or(|speaker| speaker.slice(&text).is_some()));
                floor = quoted.span.end;
            }
        }
    }
}
