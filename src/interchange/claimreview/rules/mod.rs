//! What must hold of a ClaimReview, and what should: the rules that Google sets
//! for fact checks, and those of schema.org, each with its source. They look at
//! the JSON as it stands, from whatever producer it is.

mod claim;
mod page;
mod rating;
mod values;

#[cfg(test)]
mod tests;

use serde_json::{Map, Value};

use super::find::{Found, find};
use crate::interchange::linked::{Graph, JsonPath, Level, Problem, Problems};

/// A rule: how much it matters, its name, and where it is written.
type Rule = (Level, &'static str, &'static str);

/// Looks at one review.
type Check = fn(&Looked<'_>, &mut Problems);

/// Every check of a review, in the order in which they are told.
const CHECKS: &[Check] = &[
    claim::claim_is_given,
    claim::claim_is_short,
    claim::claim_keeps_its_rating,
    page::url_names_the_page,
    rating::rating_is_named,
    rating::numbers_fit,
    page::checker_is_named,
    page::dates_are_dates,
    claim::item_is_a_claim,
    claim::claimant_is_named,
    claim::appearances_have_addresses,
    values::names_are_known,
    values::texts_are_plain,
];

/// A review that is looked at.
struct Looked<'v> {
    node: &'v Map<String, Value>,
    path: &'v JsonPath,
    graph: &'v Graph<'v>,
}

impl Looked<'_> {
    /// A field of the review.
    fn get(&self, name: &str) -> Option<&Value> {
        self.node.get(name).filter(|value| !value.is_null())
    }

    /// Where a field of the review stands.
    fn at(&self, name: &str) -> JsonPath {
        self.path.key(name)
    }

    /// The node in a field, looked up where it is only named.
    fn node(&self, name: &str) -> Option<(JsonPath, &Value)> {
        Some(self.graph.meant(self.get(name)?, &self.at(name)))
    }
}

/// What is wrong with the reviews of a JSON document, and how many there are.
/// `alone` says that the document is all there is: what holds of a page is then
/// looked at as well.
pub fn check(value: &Value) -> (usize, Vec<Problem>) {
    let graph = Graph::of(value);
    let mut problems = Problems::default();
    let mut seen = Vec::new();
    find(value, &JsonPath::default(), &mut |path, found| {
        if let Found::Review(node) = found {
            let looked = Looked {
                node,
                path,
                graph: &graph,
            };
            for check in CHECKS {
                check(&looked, &mut problems);
            }
            seen.push((path.clone(), node));
        }
    });
    if !seen.is_empty() {
        page::context_is_schema_org(value, &seen, &mut problems);
        page::one_review_on_a_page(&seen, &mut problems);
    }
    (seen.len(), problems.0)
}

/// A field as a text that says something.
fn said(value: Option<&Value>) -> Option<String> {
    super::fields::text(value?).filter(|text| !text.trim().is_empty())
}
