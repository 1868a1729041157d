//! The answer of Google's Fact Check Tools, `claims:search` (v1alpha1): claims,
//! each with the reviews of it. It has no numbers for ratings, and names the
//! publisher's host only.

use serde_json::{Map, Value};

use super::fields::Fields;
use super::parts::party;
use super::{Item, Party, Place, Review, ReviewRating};
use crate::interchange::linked::{Graph, JsonPath, Problems, object};

/// The reviews of one claim of an answer.
pub(super) fn reviews(node: &Map<String, Value>, place: &Place) -> Vec<Review> {
    let graph = Graph::default();
    let mut problems = Problems::default();
    let mut claim = Fields::of(node, place.path.clone(), &graph);
    let said = claim.line("text", &mut problems);
    let item = Item {
        claimant: party(&mut claim, "claimant", &["Person"], &mut problems),
        published: claim.date("claimDate", &mut problems),
        ..Item::default()
    };
    let each = claim.nodes("claimReview").into_iter();
    each.filter_map(|(path, value)| {
        let mut review = review(object(&value)?, &path, &graph);
        review.place.part = place.part;
        review.claim.clone_from(&said);
        review.item = item.clone();
        review.problems.extend(problems.0.iter().cloned());
        Some(review)
    })
    .collect()
}

fn review(node: &Map<String, Value>, path: &JsonPath, graph: &Graph<'_>) -> Review {
    let mut problems = Problems::default();
    let mut fields = Fields::of(node, path.clone(), graph);
    let publisher = fields.nodes("publisher").into_iter().next();
    let author = publisher.as_ref().and_then(|(path, value)| {
        let mut inner = fields.within(object(value)?, path);
        let name = inner.line("name", &mut problems);
        let site = inner.line("site", &mut problems);
        Some(Party {
            name: name.or_else(|| site.clone()),
            url: site.map(|site| format!("https://{site}/")),
            person: false,
        })
    });
    fields.left.remove("publisher");
    Review {
        place: Place {
            part: None,
            path: path.clone(),
        },
        url: fields.address("url", &mut problems),
        title: fields.line("title", &mut problems),
        published: fields.date("reviewDate", &mut problems),
        language: fields.line("languageCode", &mut problems),
        author: author.filter(|author| author.name.is_some()),
        rating: fields
            .line("textualRating", &mut problems)
            .map(|label| ReviewRating {
                label: Some(label),
                ..ReviewRating::default()
            }),
        rest: Map::new(),
        problems: problems.0,
        ..Review::default()
    }
}
