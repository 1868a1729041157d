//! Sources, and the evidence that ties them to claims.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::edtf::EdtfDate;
use super::ids::{ClaimId, EvidenceId, NoteId, SourceId};
use super::words::closed_set;

closed_set! {
    /// How near a source stands to what it tells of.
    SourceKind, "source kind" {
        /// The record itself: a law, a data set, a transcript, a witness.
        Primary = "primary",
        /// Reports about the record.
        Secondary = "secondary",
        /// Digests of reports, such as encyclopaedias.
        Tertiary = "tertiary",
    }
}

closed_set! {
    /// What sort of thing a source is.
    SourceType, "source type" {
        /// A document that is none of the others.
        Document = "document",
        /// A page on the web.
        Webpage = "webpage",
        /// A data set.
        Dataset = "dataset",
        /// A book.
        Book = "book",
        /// An article in a paper or journal.
        Article = "article",
        /// A conversation with a person.
        Interview = "interview",
        /// A film or broadcast.
        Video = "video",
        /// A recording.
        Audio = "audio",
        /// A post.
        Social = "social",
    }
}

closed_set! {
    /// Which way a piece of evidence points.
    Stance, "stance" {
        /// It speaks for the claim.
        Supports = "supports",
        /// It speaks against the claim.
        Refutes = "refutes",
        /// It helps to read the claim.
        Context = "context",
    }
}

/// What is known about a source besides its identity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceDetails {
    /// Title.
    pub title: Option<String>,
    /// Author or authors.
    pub author: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<EdtfDate>,
    /// When it was consulted.
    pub accessed: Option<DateTime<Utc>>,
    /// A copy in a web archive.
    pub archived_url: Option<String>,
    /// How near it stands to what it tells of.
    pub kind: Option<SourceKind>,
    /// What sort of thing it is.
    #[serde(rename = "type")]
    pub source_type: Option<SourceType>,
    /// Remarks.
    pub notes: Option<String>,
}

/// A source as lists and `source show` give it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Number on this desk.
    pub id: SourceId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// What it is recognised by, such as `url:https://example.org/a`.
    pub identity: String,
    /// Its address, as it was first given.
    pub url: Option<String>,
    /// Its Digital Object Identifier, normalised.
    pub doi: Option<String>,
    /// Its ISBN-13, digits only.
    pub isbn: Option<String>,
    /// Title, author, publisher, dates, kind, type.
    #[serde(flatten)]
    pub details: SourceDetails,
    /// Pieces of evidence that cite it.
    pub uses: u32,
    /// When it came onto the desk.
    pub created_at: DateTime<Utc>,
}

impl Source {
    /// The name people know it by: title, else address, else identity.
    pub fn name(&self) -> &str {
        self.details
            .title
            .as_deref()
            .or(self.url.as_deref())
            .unwrap_or(&self.identity)
    }
}

/// A source to be found or made: what it is, and what is known about it.
#[derive(Debug, Clone)]
pub struct NewSource {
    /// What it is recognised by.
    pub identity: SourceIdentity,
    /// Title, author, publisher, dates, kind, type.
    pub details: SourceDetails,
}

/// What a source is recognised by, normalised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceIdentity {
    /// A web address.
    Url {
        /// The address as it was given.
        given: String,
        /// The address in the form that two spellings of it share.
        normalised: String,
    },
    /// A Digital Object Identifier, lower case, from `10.`.
    Doi(String),
    /// An ISBN-13, digits only.
    Isbn(String),
    /// A thing that has nothing better than its title, such as an interview.
    Title(String),
}

impl SourceIdentity {
    /// The key under which the desk keeps a source once.
    pub fn key(&self) -> String {
        match self {
            Self::Url { normalised, .. } => format!("url:{normalised}"),
            Self::Doi(doi) => format!("doi:{doi}"),
            Self::Isbn(isbn) => format!("isbn:{isbn}"),
            Self::Title(title) => format!("title:{}", title.trim().to_lowercase()),
        }
    }
}

/// How a command names a source: one on the desk, or one to find or make.
#[derive(Debug, Clone)]
pub enum SourceRef {
    /// By its number on this desk.
    Number(SourceId),
    /// By what it is.
    Described(NewSource),
    /// By the address that a note of the writer's gives.
    Note(NoteId),
}

/// A source tied to a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Number on this desk.
    pub id: EvidenceId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// The claim it bears on.
    pub claim: ClaimId,
    /// The source it is taken from.
    pub source: SourceId,
    /// The source's name for people.
    pub source_name: String,
    /// The source's address.
    pub source_url: Option<String>,
    /// The source's publisher.
    pub source_publisher: Option<String>,
    /// Which way it points.
    pub stance: Stance,
    /// The quoted passage.
    pub quote: Option<String>,
    /// Where in the source: page, paragraph, timestamp.
    pub locator: Option<String>,
    /// Handle of who added it.
    pub reviewer: String,
    /// When it was added.
    pub created_at: DateTime<Utc>,
}

/// A piece of evidence to be added.
#[derive(Debug, Clone)]
pub struct NewEvidence {
    /// The source it is taken from.
    pub source: SourceRef,
    /// Which way it points.
    pub stance: Stance,
    /// The quoted passage.
    pub quote: Option<String>,
    /// Where in the source: page, paragraph, timestamp.
    pub locator: Option<String>,
}
