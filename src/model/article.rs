//! Articles and their revisions.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::edtf::EdtfDate;
use super::ids::{ArticleId, RevisionId};
use super::words::closed_set;

/// What is known about an article besides its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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

closed_set! {
    /// A detail of an article that need not be known.
    ArticleField, "detail of an article" {
        /// Who wrote it.
        Author = "author",
        /// Who published it.
        Publisher = "publisher",
        /// Where it stands on the web.
        Url = "url",
        /// When it was, or will be, published.
        Published = "published",
        /// Language.
        Language = "language",
    }
}

impl ArticleDetails {
    /// Forgets a detail.
    pub fn clear(&mut self, field: ArticleField) {
        match field {
            ArticleField::Author => self.author = None,
            ArticleField::Publisher => self.publisher = None,
            ArticleField::Url => self.url = None,
            ArticleField::Published => self.published = None,
            ArticleField::Language => self.language = None,
        }
    }
}

/// What somebody says of an article; what is `None` is left as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GivenDetails {
    /// Title.
    pub title: Option<String>,
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

/// What is to be known about an article from now on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleEdit {
    /// Details that take the place of others.
    pub given: GivenDetails,
    /// Details that are not known after all.
    pub cleared: Vec<ArticleField>,
}

/// An article with the counts that lists show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
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
