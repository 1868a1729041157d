//! Whether an article may be published, and house rules, for eyes.

use schemars::JsonSchema;
use serde::Serialize;

use super::Shown;
use super::page::Page;
use super::table::Cell;
use crate::desk::{GateAnswer, PolicyInForce};
use crate::gate::{Blocker, GateRule, PolicyOrigin, Rule};

/// Most blockers of one rule on a page.
const MOST_BLOCKERS: usize = 10;

impl Shown for GateAnswer {
    fn show(&self, page: &mut Page) {
        let may = if self.may_be_published {
            "may be published"
        } else {
            "may not be published yet"
        };
        page.title(&format!("Article {} {may}", self.article));
        page.fact("policy", of(self.policy.from));
        let asked: Vec<&str> = self.policy.rules.rules().iter().map(name).collect();
        page.fact(
            "rules",
            if asked.is_empty() {
                "none".to_owned()
            } else {
                asked.join(", ")
            },
        );
        let mut hints = Vec::new();
        for rule in GateRule::ALL {
            let found = self.blockers.iter().filter(|one| one.rule == *rule);
            let found: Vec<&Blocker> = found.collect();
            if let Some(first) = found.first() {
                show_group(*rule, &found, page);
                hints.push(vec![Cell::text(rule), Cell::text(&first.hint)]);
            }
        }
        if !hints.is_empty() {
            page.section("What to do about the first of each");
            page.rows_in(hints);
        }
    }
}

fn name(rule: &Rule) -> &'static str {
    rule.name().as_str()
}

/// What one rule found.
fn show_group(rule: GateRule, found: &[&Blocker], page: &mut Page) {
    page.section(&format!("{rule}: {}", found.len()));
    let shown = found.iter().take(MOST_BLOCKERS);
    page.rows_in(shown.map(|one| vec![Cell::short(&one.message)]).collect());
    let more = found.len().saturating_sub(MOST_BLOCKERS);
    if more > 0 {
        page.paragraph(&format!("and {more} more; --format json lists all"));
    }
}

impl Shown for PolicyInForce {
    fn show(&self, page: &mut Page) {
        page.title(match self.from {
            PolicyOrigin::Standard => "The standard policy",
            PolicyOrigin::Desk => "The desk's own policy",
            PolicyOrigin::File => "The policy of the file",
        });
        for rule in self.rules.rules() {
            page.fact(name(rule), rule.value());
        }
        if self.rules.rules().is_empty() {
            page.paragraph("It asks for nothing.");
        }
    }
}

/// A policy as it is written; for programs, its rules.
#[derive(Serialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct PolicyFile<'p>(pub(crate) &'p PolicyInForce);

impl Shown for PolicyFile<'_> {
    fn show(&self, page: &mut Page) {
        page.document(self.0.rules.text());
    }
}

/// Whose policy it is.
fn of(origin: PolicyOrigin) -> &'static str {
    match origin {
        PolicyOrigin::Standard => "the standard one",
        PolicyOrigin::Desk => "the desk's own",
        PolicyOrigin::File => "that of the file",
    }
}
