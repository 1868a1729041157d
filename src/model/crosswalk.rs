//! Crosswalks: how the ratings of one scale are said on another, and what gets
//! lost.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

use super::ids::RatingId;
use super::scale::{Rating, Scale};

/// How the ratings of one scale are said on another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Crosswalk {
    /// Slug of the one scale.
    pub from: String,
    /// Slug of the other.
    pub to: String,
    /// What becomes of each rating of the one, from worst to best, then of those
    /// off the scale.
    pub ratings: Vec<Counterpart>,
}

/// What becomes of a rating on another scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counterpart {
    /// Slug of the scale it is on.
    pub from_scale: String,
    /// The rating.
    #[serde(serialize_with = "slug")]
    #[schemars(with = "String")]
    pub from: Rating,
    /// Slug of the other scale.
    pub to_scale: String,
    /// What it is there; none where it can't be said there, or where the map
    /// doesn't know it.
    #[serde(serialize_with = "slug_if_any")]
    #[schemars(with = "Option<String>")]
    pub to: Option<Rating>,
    /// What gets lost, or why it can't be said there; none where nothing gets
    /// lost, or where the map doesn't know it.
    pub loss: Option<String>,
}

/// A rating with what it is on another scale, by rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidAs {
    /// The rating.
    pub from: RatingId,
    /// What it is there.
    pub to: Option<RatingId>,
    /// What gets lost.
    pub loss: Option<String>,
}

/// A crosswalk as it is written in a TOML file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewCrosswalk {
    /// Slug of the one scale.
    pub from: String,
    /// Slug of the other.
    pub to: String,
    /// What becomes of each rating of the one.
    #[serde(rename = "rating")]
    pub ratings: Vec<NewCounterpart>,
}

/// What becomes of a rating, as it is written in a crosswalk's TOML file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewCounterpart {
    /// Slug of the rating.
    pub from: String,
    /// Slug of what it is on the other scale; none where it can't be said there.
    pub to: Option<String>,
    /// What gets lost, or why it can't be said there.
    pub loss: Option<String>,
}

impl Crosswalk {
    /// The crosswalk between two scales; none where nobody has said anything of
    /// it. A scale is its own counterpart.
    pub fn between(from: &Scale, to: &Scale, said: &[SaidAs]) -> Option<Self> {
        let knows = |rating: &Rating| said.iter().any(|said| said.from == rating.id);
        let itself = from.id == to.id;
        if !itself && !from.ratings.iter().any(knows) {
            return None;
        }
        let ratings = from.ratings.iter().map(|rating| {
            let said = said.iter().find(|said| said.from == rating.id);
            let there = if itself {
                Some(rating.id)
            } else {
                said.and_then(|said| said.to)
            };
            Counterpart {
                from_scale: from.slug.clone(),
                from: rating.clone(),
                to_scale: to.slug.clone(),
                to: to
                    .ratings
                    .iter()
                    .find(|other| Some(other.id) == there)
                    .cloned(),
                loss: said.and_then(|said| said.loss.clone()),
            }
        });
        Some(Self {
            from: from.slug.clone(),
            to: to.slug.clone(),
            ratings: ratings.collect(),
        })
    }

    /// What becomes of the rating of that slug.
    pub fn counterpart(&self, rating: &str) -> Option<&Counterpart> {
        self.ratings.iter().find(|found| found.from.slug == rating)
    }

    /// What the rating of that slug is on the other scale, where it can be said
    /// there.
    pub fn said(&self, rating: &str) -> Option<&Rating> {
        self.counterpart(rating)?.to.as_ref()
    }
}

impl Counterpart {
    /// Whether the map doesn't know the rating: it came to its scale later, or
    /// what it was called was taken away.
    pub fn is_unknown(&self) -> bool {
        self.to.is_none() && self.loss.is_none()
    }
}

fn slug<S: Serializer>(rating: &Rating, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&rating.slug)
}

#[expect(clippy::ref_option, reason = "serde hands over the field as it is")]
fn slug_if_any<S: Serializer>(rating: &Option<Rating>, serializer: S) -> Result<S::Ok, S::Error> {
    rating
        .as_ref()
        .map(|rating| &rating.slug)
        .serialize(serializer)
}
