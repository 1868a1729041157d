//! Claim records: one claim with what was found about it, flat, as a line of
//! JSON. Every other format of claims is read into records and written from
//! them.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::edtf::EdtfDate;
use super::source::{SourceKind, Stance};

/// A claim, the latest word on it, and what that rests on. Only `claim` is
/// required.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ClaimRecord {
    /// The claim's identity across desks; made from what the record says where it
    /// has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    /// The statement under check.
    pub claim: String,
    /// The exact words in the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Where the words begin, in Unicode code points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// Where the words end, in Unicode code points, exclusive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    /// Who made the claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimant: Option<String>,
    /// When it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim_date: Option<EdtfDate>,
    /// Address of the article that it appeared in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article_url: Option<String>,
    /// Title of that article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article_title: Option<String>,
    /// Addresses of other places where it appeared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub appearances: Vec<String>,
    /// Its topics.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
    /// Language of the statement, as a BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Slug of the scale; the desk's default when none is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    /// Slug of the rating.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<String>,
    /// What the check itself calls its rating, where no scale of the desk has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating_label: Option<String>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rationale: Option<String>,
    /// The suggested wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<String>,
    /// Who judged: a reviewer's handle, or a name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<String>,
    /// When it was judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed_at: Option<DateTime<Utc>>,
    /// Address of the page that the check was published on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check_url: Option<String>,
    /// Title of that page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check_title: Option<String>,
    /// Day of that page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check_published: Option<EdtfDate>,
    /// Who published the check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Address of who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher_url: Option<String>,
    /// What the check rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<RecordSource>,
    /// What else the format that it came in says of it, by the name of the format.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub extra: Map<String, Value>,
}

/// A source of a claim record, and how it bears on the claim. It has a `url`, a
/// `doi`, an `isbn` or a `title`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RecordSource {
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its DOI.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// Its ISBN.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isbn: Option<String>,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its author; several are parted by semicolons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Its publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<EdtfDate>,
    /// When it was consulted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<DateTime<Utc>>,
    /// A copy in a web archive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived_url: Option<String>,
    /// How near it stands to what it tells of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<SourceKind>,
    /// Which way it points; [`Stance::Context`] where nothing is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<Stance>,
    /// The passage in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Where in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
}
