//! E608: what is said of today, and rests on yesteryear.

use chrono::NaiveDate;

use crate::lint::Found;
use crate::lint::rule::{Check, rule};
use crate::model::edtf::{Edtf, EdtfDate};
use crate::model::flag::Certainty;
use crate::model::sourcing::{ClaimSourcing, Sourcing};
use crate::text::reading::Reading;

rule! {
    /// A claim about the present rests on old sources only
    ///
    /// ## What it does
    /// Looks for claims that say “now”, “currently”, “today”, “to date” or the like, whose sources were all published years
    /// before the article, or before they were cited. From how many years on is the setting `lint-source-years`, 3 if
    /// nobody sets it. The date of every source must be known.
    ///
    /// ## Why this matters
    /// What was so then need not be so now.
    ///
    /// ## Example
    /// “The city currently has 900 shelter beds”, judged by a report of 2017.
    ///
    /// ## What to do instead
    /// Cite a source of this year, or have the claim say of when its figure is.
    "E608", "old-source", Sourcing, Low, Check::Claim(check)
}

/// Words that speak of the present.
const PRESENT: &[&[&str]] = &[
    &["now"],
    &["currently"],
    &["presently"],
    &["nowadays"],
    &["at", "present"],
    &["at", "the", "moment"],
    &["to", "date"],
    &["so", "far"],
    &["these", "days"],
    &["this", "year"],
];

fn check(claim: &ClaimSourcing, facts: &Sourcing) -> Vec<Found> {
    let carriers = claim.carriers(facts);
    let cited = claim
        .carrying()
        .map(|piece| piece.created_at.date_naive())
        .max();
    let day = facts
        .published
        .as_ref()
        .and_then(|day| Edtf::from(day).latest())
        .or(cited);
    let (Some(day), true) = (day, claim.is_rated && is_of_the_present(&claim.statement)) else {
        return Vec::new();
    };
    let ages: Option<Vec<u32>> = carriers
        .iter()
        .map(|(_, source)| years_before(source.published.as_ref()?, day))
        .collect();
    let youngest = ages.and_then(|ages| ages.into_iter().min());
    let Some(years) = youngest.filter(|years| *years >= facts.old_from_years) else {
        return Vec::new();
    };
    let ids: Vec<_> = carriers.iter().map(|(id, _)| *id).collect();
    let message =
        format!("the claim is about the present, and its youngest source is {years} years old");
    let found = claim.on_all(
        message,
        &ids,
        "cite a source of this year, or say of when the claim is",
    );
    vec![Found {
        certainty: Certainty::Likely,
        ..found
    }]
}

fn is_of_the_present(statement: &str) -> bool {
    let reading = Reading::new(statement);
    (0..reading.tokens.len()).any(|at| {
        // Not the “Today” of a newspaper's name, nor “now-closed”.
        let is_name = at > 0 && reading.is_capital(at);
        let said = PRESENT
            .iter()
            .any(|words| reading.has(at, words) && reading.word(at + words.len()) != "-");
        said && !is_name
    })
}

/// Whole years from the last day that a date can mean to a day.
fn years_before(date: &EdtfDate, day: NaiveDate) -> Option<u32> {
    day.years_since(Edtf::from(date).latest()?)
}
