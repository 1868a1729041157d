//! Rating scales.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::ids::{RatingId, ScaleId};
use super::words::closed_set;

/// Slug of the scale that holds what checks by others call their ratings, where
/// no other scale of the desk has them.
pub const AS_PUBLISHED: &str = "as-published";

closed_set! {
    /// How a rating reads at a glance; decides colour and sign, never alone.
    Tone, "tone" {
        /// The claim holds.
        Good = "good",
        /// The claim holds in part.
        Mixed = "mixed",
        /// The claim does not hold.
        Bad = "bad",
        /// The rating says nothing about truth.
        Neutral = "neutral",
    }
}

impl Tone {
    /// The sign that says the same as the colour.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Good => "✓",
            Self::Mixed => "~",
            Self::Bad => "✗",
            Self::Neutral => "?",
        }
    }
}

/// A named set of ordered ratings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Scale {
    /// Row on this desk.
    pub id: ScaleId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// Short name, unique on the desk.
    pub slug: String,
    /// Name for people.
    pub name: String,
    /// What the scale is for.
    pub description: String,
    /// Whether verdicts use it when no scale is named.
    pub default: bool,
    /// Ratings from worst to best, then those off the scale.
    pub ratings: Vec<Rating>,
}

/// One rating of a scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rating {
    /// Row on this desk.
    #[serde(skip)]
    pub id: RatingId,
    /// Slug of the scale it belongs to.
    #[serde(skip)]
    pub scale: String,
    /// Short name, unique within its scale.
    pub slug: String,
    /// Name for people.
    pub label: String,
    /// When to give it.
    pub description: String,
    /// Place on the scale, 1 is worst; `None` for a rating off the scale.
    pub position: Option<u32>,
    /// How it reads at a glance.
    pub tone: Tone,
    /// How often its meaning was changed, counted from 1.
    pub version: u32,
}

/// Whether somebody who wrote `given` means the rating with this slug and
/// label, in whatever letters, with spaces, hyphens or underscores.
pub fn is_name(given: &str, slug: &str, label: &str) -> bool {
    let plain = |text: &str| text.trim().to_lowercase().replace([' ', '_'], "-");
    let given = plain(given);
    given == slug || given == plain(label)
}

impl Rating {
    /// Whether somebody who wrote `given` means this rating.
    pub fn is_called(&self, given: &str) -> bool {
        is_name(given, &self.slug, &self.label)
    }

    /// Whether it means what is written of it in a file, at a place.
    pub fn is_as_written(&self, written: &NewRating, position: Option<u32>) -> bool {
        self.label == written.label
            && self.description == written.description
            && self.tone == written.tone
            && self.position == position
    }
}

/// A scale as it is written in a TOML file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewScale {
    /// Short name, unique on the desk.
    pub slug: String,
    /// Name for people.
    pub name: String,
    /// What the scale is for.
    #[serde(default)]
    pub description: String,
    /// Ratings in order from worst to best; those with `off-scale = true`
    /// have no place in the order.
    #[serde(rename = "rating")]
    pub ratings: Vec<NewRating>,
}

impl NewScale {
    /// Its ratings in order, each with its place; none for one off the scale.
    pub fn placed(&self) -> impl Iterator<Item = (&NewRating, Option<u32>)> {
        let mut places = 1_u32..;
        self.ratings.iter().map(move |rating| {
            let off_scale = rating.off_scale;
            let place = (!off_scale).then(|| places.next()).flatten();
            (rating, place)
        })
    }

    /// The ratings of a scale that it no longer has.
    pub fn taken_from<'s>(&'s self, scale: &'s Scale) -> impl Iterator<Item = &'s Rating> {
        let has = |rating: &&Rating| self.ratings.iter().any(|new| new.slug == rating.slug);
        scale.ratings.iter().filter(move |rating| !has(rating))
    }
}

/// What an update of a scale came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScaleUpdate {
    /// The scale as it stands now.
    pub scale: Scale,
    /// How many verdicts, standing and sound until then, rest on a rating that
    /// means something else now.
    pub stale: u32,
}

/// A rating as it is written in a scale's TOML file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct NewRating {
    /// Short name, unique within its scale.
    pub slug: String,
    /// Name for people.
    pub label: String,
    /// When to give it.
    #[serde(default)]
    pub description: String,
    /// How it reads at a glance.
    pub tone: Tone,
    /// Whether the rating stands outside the order.
    #[serde(default)]
    pub off_scale: bool,
}
