//! A text to the reviews in it. A review that is broken costs no other, and what
//! can't be read of one is said and kept as it is.

use serde_json::{Map, Value};

use super::fields::Fields;
use super::find::{Found, find, next_page};
use super::google;
use super::parts::{item, party, rating, sources};
use super::{Place, Review};
use crate::interchange::linked::{Block, Broken, Graph, JsonPath, Problems, blocks};

/// What those who review are.
const CHECKERS: &[&str] = &["Organization", "Person"];

/// What the reviews of a text came to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The reviews, in their order.
    pub reviews: Vec<Review>,
    /// The documents that are no JSON.
    pub broken: Vec<Broken>,
    /// Whether the text is a page.
    pub page: bool,
    /// Where the next page of Google's answer begins.
    pub next_page: Option<String>,
}

/// Reads all reviews of a text: JSON, JSON Lines, or a page with scripts.
pub fn read(text: &str) -> Reading {
    let found = blocks(text);
    let mut reading = Reading {
        page: found.page,
        ..Reading::default()
    };
    for block in &found.blocks {
        reading.add(block);
    }
    reading
}

impl Reading {
    fn add(&mut self, block: &Block) {
        self.broken.extend(block.broken());
        if let Ok(value) = &block.value {
            self.reviews.extend(reviews_in(value, block.part));
            self.next_page = next_page(value).or_else(|| self.next_page.take());
        }
    }
}

/// The reviews of one JSON document, which is a part of its text.
pub fn reviews_in(value: &Value, part: Option<usize>) -> Vec<Review> {
    let graph = Graph::of(value);
    let mut reviews = Vec::new();
    find(value, &JsonPath::default(), &mut |path, found| {
        let place = Place {
            part,
            path: path.clone(),
        };
        match found {
            Found::Review(node) => reviews.push(review(node, place, &graph)),
            Found::Answer(node) => reviews.extend(google::reviews(node, &place)),
        }
    });
    reviews
}

fn review(node: &Map<String, Value>, place: Place, graph: &Graph<'_>) -> Review {
    let mut problems = Problems::default();
    let mut fields = Fields::of(node, place.path.clone(), graph);
    fields.left.remove("@context");
    fields.left.remove("@type");
    let mut review = Review {
        claim: fields.line("claimReviewed", &mut problems),
        url: fields.address("url", &mut problems),
        title: fields
            .line("headline", &mut problems)
            .or_else(|| fields.line("name", &mut problems)),
        published: fields.date("datePublished", &mut problems),
        created: fields.date("dateCreated", &mut problems),
        language: fields.line("inLanguage", &mut problems),
        author: party(&mut fields, "author", CHECKERS, &mut problems),
        publisher: party(&mut fields, "publisher", CHECKERS, &mut problems),
        rating: rating(&mut fields, &mut problems),
        body: fields.text("reviewBody", &mut problems),
        item: item(&mut fields, &mut problems),
        topics: topics(&mut fields),
        place,
        ..Review::default()
    };
    for name in ["citation", "isBasedOn"] {
        review
            .sources
            .extend(sources(&mut fields, name, &mut problems));
    }
    review.rest = fields.left;
    review.problems = problems.0;
    review
}

/// Keywords: a list, or a text with commas.
fn topics(fields: &mut Fields<'_>) -> Vec<String> {
    let several = fields.left.get("keywords").is_some_and(Value::is_array);
    let words = fields.nodes("keywords").into_iter();
    let mut topics: Vec<String> = Vec::new();
    for word in words.filter_map(|(_, value)| super::fields::text(&value)) {
        let parts = word.split(|c| c == ',' && !several);
        let parts = parts.map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
        topics.extend(parts.filter(|part| !part.is_empty()));
    }
    if !topics.is_empty() {
        fields.left.remove("keywords");
    }
    topics
}
