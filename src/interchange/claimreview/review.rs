//! A ClaimReview as a document has it, with its values read but not judged.

use chrono::{DateTime, Utc};
use serde_json::{Map, Value};

use crate::interchange::linked::{JsonPath, Problem};
use crate::model::edtf::EdtfDate;
use crate::model::record::RecordSource;

/// Where a review stood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Which of the page's scripts, or of the text's lines, from 1; none where the
    /// text is one document.
    pub part: Option<usize>,
    /// Where in it.
    pub path: JsonPath,
}

/// One review of one claim.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Review {
    /// Where it stood.
    pub place: Place,
    /// What was reviewed (`claimReviewed`).
    pub claim: Option<String>,
    /// Address of the page of the review.
    pub url: Option<String>,
    /// Title of that page.
    pub title: Option<String>,
    /// When it was published.
    pub published: Option<When>,
    /// When it was made.
    pub created: Option<When>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// Who reviewed.
    pub author: Option<Party>,
    /// Who published the review, where that is said apart.
    pub publisher: Option<Party>,
    /// The rating.
    pub rating: Option<ReviewRating>,
    /// The text of the review.
    pub body: Option<String>,
    /// The claim itself: who made it, when, and where.
    pub item: Item,
    /// Its keywords.
    pub topics: Vec<String>,
    /// What it rests on.
    pub sources: Vec<RecordSource>,
    /// What else the document says of it, in the same form.
    pub rest: Map<String, Value>,
    /// What of it could not be taken as it is.
    pub problems: Vec<Problem>,
}

/// A person or an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Party {
    /// Its name.
    pub name: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Whether it is said to be a person.
    pub person: bool,
}

/// A rating as a review gives it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReviewRating {
    /// What it is called (`alternateName`).
    pub label: Option<String>,
    /// Its number.
    pub value: Option<f64>,
    /// The number of what is truest.
    pub best: Option<f64>,
    /// The number of what is falsest.
    pub worst: Option<f64>,
    /// Why, in a sentence or two.
    pub explanation: Option<String>,
}

/// The claim that a review is about (`itemReviewed`).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Item {
    /// Its `@id`.
    pub id: Option<String>,
    /// Its name, which older reviews have in the place of `claimReviewed`.
    pub name: Option<String>,
    /// Who made it.
    pub claimant: Option<Party>,
    /// When it was made.
    pub published: Option<When>,
    /// Where it was first seen.
    pub first_appearance: Option<Appearance>,
    /// Where it was seen.
    pub appearances: Vec<Appearance>,
}

/// Where a claim was seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Appearance {
    /// Its address.
    pub url: String,
    /// Its title.
    pub title: Option<String>,
}

/// A day of the world, and the time on it where one is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The day, month or year.
    pub date: EdtfDate,
    /// The time, where it is given with its zone.
    pub time: Option<DateTime<Utc>>,
}
