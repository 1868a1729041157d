//! Titles before the names of people.

use std::ops::Range;

use crate::lint::article::Line;
use crate::model::facet::NameKind;
use crate::text::names::is_plain_word;
use crate::text::reading::Shape;

/// Offices that one person holds at a time and that exclude each other. Of words
/// that mean the same office, the first stands for all.
const OFFICES: &[&[&str]] = &[
    &["prime minister"],
    &["vice president"],
    &["president"],
    &["chancellor"],
    &["governor", "gov"],
    &["mayor"],
    &["senator", "sen"],
    &["king"],
    &["queen"],
    &["pope"],
    &["attorney general"],
    &["police chief", "chief of police"],
    &["finance minister"],
    &["foreign minister"],
    &["defence minister", "defense minister"],
    &["interior minister"],
    &["justice minister"],
    &["health minister"],
    &["education minister"],
    &["labour minister", "labor minister"],
    &["energy minister"],
    &["transport minister"],
    &["environment minister"],
    &["agriculture minister"],
    &["home secretary"],
    &["foreign secretary"],
    &["health secretary"],
    &["education secretary"],
    &["defence secretary", "defense secretary"],
    &["treasury secretary"],
];

/// Offices of which there are many at a time, or which articles about the past
/// give to one after the other.
#[rustfmt::skip]
const MANY: &[&str] = &[
    "president", "vice president", "prime minister", "chancellor", "governor", "mayor", "senator", "king", "queen",
    "pope", "police chief",
];

/// Somebody with a title.
pub(super) struct Titled<'t> {
    /// The office.
    pub(super) office: &'static str,
    /// The tokens of the title and the name.
    pub(super) tokens: Range<usize>,
    /// The words of the name.
    pub(super) name: Vec<&'t str>,
    /// What stands before the title within the same noun phrase, in lower case:
    /// “german”, “france’s”.
    pub(super) of: String,
}

impl Titled<'_> {
    /// The last word of the name.
    pub(super) fn surname(&self) -> &str {
        self.name.last().copied().unwrap_or_default()
    }

    /// Whether there can be only one at a time, wherever the article looks.
    pub(super) fn is_single(&self) -> bool {
        !MANY.contains(&self.office)
    }
}

/// The people of a sentence who have a title before their name.
pub(super) fn titled<'t>(line: &Line<'t>) -> Vec<Titled<'t>> {
    let quoted = line.reading.quoted();
    let people = line
        .facets
        .names
        .iter()
        .filter(|name| name.kind == NameKind::Person);
    let mut found = Vec::new();
    for person in people {
        let tokens = line.tokens_at(person.span);
        if quoted.get(tokens.start).copied().unwrap_or_default() {
            continue;
        }
        let Some((office, start)) = office_before(line, tokens.start) else {
            continue;
        };
        let name = tokens
            .clone()
            .filter(|at| line.reading.is(*at, Shape::Word) && line.reading.word(*at).len() > 1);
        found.push(Titled {
            office,
            name: name.map(|at| line.reading.word(at)).collect(),
            of: qualifier(line, start),
            tokens: start..tokens.end,
        });
    }
    found
}

/// Words after which a title is a part of another one.
#[rustfmt::skip]
const NO_OFFICE_AFTER: &[&str] = &[
    "vice", "assistant", "associate", "general", "lieutenant", "lt", "state", "club", "company", "and", "-", "&",
    "council", "university", "bank", "association", "union", "team", "federation", "committee", "regional", "town",
    "county", "drama", "burger", "lord", "deputy", "cabinet", "junior",
];

/// The longest office right before a token, and where it begins.
fn office_before(line: &Line<'_>, end: usize) -> Option<(&'static str, usize)> {
    // “Gov. Vega”.
    let end = if end > 0 && line.reading.word(end - 1) == "." {
        end - 1
    } else {
        end
    };
    let mut best: Option<(&'static str, usize)> = None;
    for names in OFFICES {
        for name in *names {
            let words: Vec<&str> = name.split(' ').collect();
            let Some(start) = end.checked_sub(words.len()) else {
                continue;
            };
            let is_there = line.reading.has(start, &words) && line.reading.is_capital(start);
            if is_there && best.is_none_or(|(_, first)| start < first) {
                best = names.first().map(|office| (*office, start));
            }
        }
    }
    // “Assistant Attorney General”, “Economy and Finance Minister”, “Vice-President”.
    let part = best
        .and_then(|(_, start)| start.checked_sub(1))
        .is_some_and(|before| {
            let word = line.reading.lower(before);
            NO_OFFICE_AFTER.contains(&word)
        });
    best.filter(|_| !part)
}

/// What a title is of, where words before it say so: up to three tokens that are
/// capitalised or join such words.
fn qualifier(line: &Line<'_>, title: usize) -> String {
    let mut words: Vec<&str> = Vec::new();
    for at in (title.saturating_sub(5)..title).rev() {
        let word = line.reading.lower(at);
        let joins = matches!(word, "’" | "'" | "s" | "-" | ".");
        if !(line.reading.is_capital(at) || joins) || is_plain_word(word) {
            break;
        }
        if !joins {
            words.push(word);
        }
    }
    words.reverse();
    words.join(" ")
}
