//! Choosing which claims are shown, without a script: boxes to tick, and rules
//! of style that follow from them. Nothing ticked shows everything.

use std::fmt::Write;

use super::super::content::ClaimReport;
use super::super::view::View;
use super::super::wording;
use crate::model::claim::ClaimState;
use crate::model::flag::{Flag, FlagState};
use crate::model::scale::Tone;

/// A box to tick.
pub(super) struct Choice {
    /// What the elements of claims that it is about carry as their class. It is
    /// made of a letter and a number, so that no text of the desk gets into the
    /// rules of style.
    pub(super) class: String,
    pub(super) label: String,
    pub(super) tone: &'static str,
    pub(super) sign: &'static str,
    /// How many claims it is about.
    pub(super) count: usize,
}

/// The boxes of one question.
pub(super) struct Group {
    pub(super) legend: &'static str,
    pub(super) name: &'static str,
    pub(super) choices: Vec<Choice>,
}

/// Every box of the page.
pub(super) struct Filters {
    ratings: Vec<(String, Tone)>,
    states: Vec<ClaimState>,
    categories: Vec<String>,
    pub(super) groups: Vec<Group>,
}

/// What claims without a rating carry.
const UNRATED: &str = "ru";

impl Filters {
    pub(super) fn new(view: &View<'_>) -> Self {
        let claims = &view.report.claims;
        let mut ratings: Vec<(String, Tone)> = Vec::new();
        for rating in &view.report.ratings {
            let rating = (rating.label.clone(), rating.tone);
            if !ratings.contains(&rating) {
                ratings.push(rating);
            }
        }
        let states = ClaimState::ALL.iter().copied();
        let is_there = |state: &ClaimState| claims.iter().any(|one| one.claim.state == *state);
        let mut categories: Vec<String> = claims.iter().flat_map(open_categories).collect();
        categories.sort();
        categories.dedup();
        let mut filters = Self {
            ratings,
            states: states.filter(is_there).collect(),
            categories,
            groups: Vec::new(),
        };
        filters.groups = filters.groups(claims);
        filters
    }

    fn groups(&self, claims: &[ClaimReport]) -> Vec<Group> {
        let classes: Vec<String> = claims.iter().map(|claim| self.classes(claim)).collect();
        let choice = |class: String, label: String, tone: Option<Tone>| Choice {
            count: classes
                .iter()
                .filter(|of_claim| of_claim.split(' ').any(|one| one == class))
                .count(),
            class,
            label,
            tone: tone.map_or("unrated", Tone::as_str),
            sign: tone.map_or("", Tone::sign),
        };
        let rated = self.ratings.iter().zip(0..);
        let rated =
            rated.map(|((label, tone), at)| choice(format!("r{at}"), label.clone(), Some(*tone)));
        let unrated = choice(UNRATED.to_owned(), "Not yet judged".to_owned(), None);
        let states = self.states.iter().zip(0..);
        let states = states
            .map(|(state, at)| choice(format!("s{at}"), wording::state(*state).to_owned(), None));
        let flags = self.categories.iter().zip(0..);
        let flags = flags.map(|(category, at)| Choice {
            sign: "⚑",
            ..choice(format!("f{at}"), category.clone(), None)
        });
        let group = |legend, name, choices: Vec<Choice>| Group {
            legend,
            name,
            choices: choices
                .into_iter()
                .filter(|choice| choice.count > 0)
                .collect(),
        };
        let groups = [
            group("Rating", "rating", rated.chain([unrated]).collect()),
            group("State", "state", states.collect()),
            group("Open flags", "flag", flags.collect()),
        ];
        // With one rating, or one state, there is nothing to choose.
        let useful = |group: &Group| group.choices.len() > usize::from(group.name != "flag");
        groups.into_iter().filter(useful).collect()
    }

    /// The classes that tell the boxes which claim an element is about.
    pub(super) fn classes(&self, report: &ClaimReport) -> String {
        let rating = report.rating().and_then(|(label, tone)| {
            let mut ratings = self.ratings.iter();
            ratings.position(|rating| rating.0 == label && rating.1 == tone)
        });
        let mut classes = vec![
            "claim".to_owned(),
            rating.map_or_else(|| UNRATED.to_owned(), |at| format!("r{at}")),
        ];
        let mut states = self.states.iter();
        let state = states.position(|state| *state == report.claim.state);
        classes.extend(state.map(|at| format!("s{at}")));
        for category in open_categories(report) {
            let at = self.categories.iter().position(|one| *one == category);
            classes.extend(at.map(|at| format!("f{at}")));
        }
        classes.join(" ")
    }

    /// The rules of style that hide what was not chosen. Of ratings and states,
    /// an element has one each; of flags, it can have several, and one that was
    /// chosen is enough.
    pub(super) fn rules(&self) -> String {
        let mut rules = String::new();
        for group in &self.groups {
            let name = group.name;
            if name == "flag" {
                // Writing to a string can't fail.
                let _ = writeln!(
                    rules,
                    "body:has([name=\"flag\"]:checked) .claim {{ display: none; }}"
                );
            }
            for Choice { class, .. } in &group.choices {
                let _ = match name {
                    "flag" => writeln!(
                        rules,
                        "body:has(#show-{class}:checked) .claim.{class} {{ display: revert; }}"
                    ),
                    _ => writeln!(
                        rules,
                        "body:has([name=\"{name}\"]:checked):not(:has(#show-{class}:checked)) .{class} \
                         {{ display: none !important; }}"
                    ),
                };
            }
        }
        rules
    }
}

/// The categories of a claim's open flags.
fn open_categories(report: &ClaimReport) -> Vec<String> {
    let open = |flag: &&Flag| flag.state == FlagState::Open;
    let flags = report.flags.iter().filter(open);
    flags.map(|flag| flag.category.clone()).collect()
}
