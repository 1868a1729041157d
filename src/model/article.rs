//! Articles and their revisions.

use chrono::{DateTime, Utc};
use serde::Serialize;
use uuid::Uuid;

use super::edtf::EdtfDate;
use super::ids::{ArticleId, RevisionId};

/// What is known about an article besides its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ArticleDetails {
    /// Title, for lists and reports.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// When it was, or will be, published.
    pub published: Option<EdtfDate>,
    /// BCP 47 language tag.
    pub language: Option<String>,
}

/// An article with the counts that lists show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Article {
    /// Number on this desk.
    pub id: ArticleId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// Title, author, publisher, address, date, language.
    #[serde(flatten)]
    pub details: ArticleDetails,
    /// Number of its latest revision.
    pub revision: u32,
    /// Claims that are not dismissed.
    pub claims: u32,
    /// Claims of those with a verdict.
    pub judged: u32,
    /// Flags still open.
    pub open_flags: u32,
    /// When it came onto the desk.
    pub created_at: DateTime<Utc>,
}

/// One immutable state of an article's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// Row on this desk.
    #[serde(skip)]
    pub id: RevisionId,
    /// The article it belongs to.
    pub article: ArticleId,
    /// Number within the article, from 1.
    pub number: u32,
    /// Name of the file it was read from.
    pub file_name: Option<String>,
    /// Media type of the original.
    pub media_type: String,
    /// Encoding of the original.
    pub encoding: String,
    /// SHA-256 of the original bytes, in hexadecimal.
    pub original_sha256: String,
    /// The derived text, UTF-8.
    pub text: String,
    /// When it came onto the desk.
    pub created_at: DateTime<Utc>,
}

/// A revision to be stored.
#[derive(Debug, Clone)]
pub struct NewRevision<'a> {
    /// Name of the file it was read from.
    pub file_name: Option<&'a str>,
    /// Media type of the original.
    pub media_type: &'a str,
    /// Encoding of the original.
    pub encoding: &'a str,
    /// The bytes as they came.
    pub original: &'a [u8],
    /// The derived text.
    pub text: &'a str,
}
