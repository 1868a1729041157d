//! Filters: names with values that narrow what is found.

use super::{NotAValue, Valid};
use crate::model::claim::ClaimState;
use crate::model::edtf::{Edtf, EdtfDate};
use crate::model::ids::ArticleId;
use crate::model::search::{DocumentKind, Holding, SearchField};

/// A condition on what is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Whether it must not hold.
    pub negated: bool,
    /// What is looked at.
    pub test: Test,
}

/// What a filter looks at; of several values, one is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// The claim's rating.
    Rating(Vec<String>),
    /// Where the claim stands in the desk's work.
    State(Vec<ClaimState>),
    /// Who holds something of the claim.
    Reviewer(Vec<String>),
    /// The article that it is, or stands in.
    Article(Vec<ArticleId>),
    /// Its date is this day, or can be a later one.
    Since(String),
    /// Its date can be an earlier day.
    Before(String),
    /// What the claim has.
    Has(Vec<Holding>),
    /// A name in the claim's words.
    Mentions(Vec<String>),
    /// The state, severity, category or rule of a flag on it, or that it is.
    Flag(Vec<String>),
    /// Who made the claim.
    Claimant(Vec<String>),
    /// What the claim is about.
    Topic(Vec<String>),
    /// What sort of thing it is.
    Kind(Vec<DocumentKind>),
}

/// The name that says where to look.
pub(super) const IN: &str = "in";

/// Every name with a colon.
pub(super) const KEYS: [&str; 13] = [
    IN, "rating", "state", "reviewer", "article", "since", "before", "has", "mentions", "flag",
    "claimant", "topic", "kind",
];

/// The name with a colon that is written so, in any case.
pub(super) fn key_named(name: &str) -> Option<&'static str> {
    KEYS.into_iter().find(|key| key.eq_ignore_ascii_case(name))
}

/// The name with a colon that this may be a slip of.
pub(super) fn key_near(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let plural = name.strip_suffix('s').unwrap_or_default();
    KEYS.into_iter().find(|key| {
        *key == plural
            || (name.len() > 3 && strsim::damerau_levenshtein(key, &name) <= 1 + key.len() / 6)
    })
}

/// The filter of a name with values.
pub(super) fn filter(key: &'static str, values: Vec<String>) -> Result<Option<Test>, NotAValue> {
    if values.is_empty() {
        return Ok(None);
    }
    Ok(Some(match key {
        "rating" => Test::Rating(values),
        "state" => Test::State(words(key, &values, ClaimState::WORDS)?),
        "reviewer" => Test::Reviewer(values.iter().map(|handle| handle.to_lowercase()).collect()),
        "article" => Test::Article(numbers(key, &values)?),
        "since" => Test::Since(day(key, &values[0])?),
        "before" => Test::Before(day(key, &values[0])?),
        "has" => Test::Has(words(key, &holdings(values), Holding::WORDS)?),
        "mentions" => Test::Mentions(values),
        "flag" => Test::Flag(values.iter().map(|word| word.to_lowercase()).collect()),
        "claimant" => Test::Claimant(values),
        "topic" => Test::Topic(values),
        "kind" => Test::Kind(words(key, &values, DocumentKind::WORDS)?),
        _ => return Ok(None),
    }))
}

/// The places of `in:`.
pub(super) fn fields(values: &[String]) -> Result<Vec<SearchField>, NotAValue> {
    words(IN, values, SearchField::WORDS)
}

/// What other commands call a figure is one here too.
fn holdings(values: Vec<String>) -> Vec<String> {
    let figure = |value: String| match value.to_lowercase().as_str() {
        "quantity" | "number" => Holding::Figure.as_str().to_owned(),
        _ => value,
    };
    values.into_iter().map(figure).collect()
}

fn words<T: std::str::FromStr>(
    filter: &'static str,
    values: &[String],
    valid: &'static [&'static str],
) -> Result<Vec<T>, NotAValue> {
    let word = |value: &String| {
        let small = value.to_lowercase();
        // People say “decisions” where the word is “decision”.
        let singular = small.strip_suffix('s').unwrap_or(&small);
        small
            .parse()
            .or_else(|_| singular.parse())
            .map_err(|_| NotAValue {
                filter,
                given: value.clone(),
                valid: Valid::Words(valid),
            })
    };
    values.iter().map(word).collect()
}

fn numbers(filter: &'static str, values: &[String]) -> Result<Vec<ArticleId>, NotAValue> {
    let number = |value: &String| {
        value.parse().map_err(|_| NotAValue {
            filter,
            given: value.clone(),
            valid: Valid::Written("the number that `claimdesk article list` shows"),
        })
    };
    values.iter().map(number).collect()
}

/// The first day of a date.
fn day(filter: &'static str, value: &str) -> Result<String, NotAValue> {
    let date: Option<EdtfDate> = value.parse().ok();
    let meant: Option<Edtf> = date.and_then(|date| date.as_str().parse().ok());
    let day = meant.and_then(|meant| meant.earliest());
    day.map(|day| day.to_string()).ok_or_else(|| NotAValue {
        filter,
        given: value.to_owned(),
        valid: Valid::Written("a date, such as 2018, 2018-08 or 2018-08-20"),
    })
}
