//! Sources, and the evidence that ties them to claims.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::bibliography::Bibliography;
use super::edtf::EdtfDate;
use super::ids::{ArticleId, ClaimId, EvidenceId, NoteId, SourceId};
use super::locator::Locator;
use super::people::Handle;
use super::scale::Tone;
use super::snapshot::QuoteFinding;
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
    /// Something that is known about a source.
    SourceField, "detail of a source" {
        /// Title.
        Title = "title",
        /// Author or authors.
        Author = "author",
        /// Publisher.
        Publisher = "publisher",
        /// Language.
        Language = "language",
        /// When it was published.
        Published = "published",
        /// When it was consulted.
        Accessed = "accessed",
        /// A copy in a web archive.
        ArchivedUrl = "archived-url",
        /// How near it stands to what it tells of.
        Kind = "kind",
        /// What sort of thing it is.
        Type = "type",
        /// How to reach the person.
        Contact = "contact",
        /// Remarks.
        Notes = "notes",
        /// What else a bibliography says of it.
        Bibliography = "bibliography",
    }
}

closed_set! {
    /// Who may read of a source.
    Confidentiality, "confidentiality" {
        /// Everybody.
        Public = "public",
        /// Those who work on the desk.
        Internal = "internal",
        /// Those who work on the desk; a contact who is protected.
        Confidential = "confidential",
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

impl Stance {
    /// That which a source has most often, where a claim is rated so.
    pub fn usual(tone: Tone) -> Self {
        match tone {
            Tone::Good => Self::Supports,
            Tone::Bad => Self::Refutes,
            Tone::Mixed | Tone::Neutral => Self::Context,
        }
    }
}

/// What is known about a source besides its identity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SourceDetails {
    /// Title.
    pub title: Option<String>,
    /// Author; several are parted by semicolons.
    pub author: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Language, as a BCP 47 tag.
    pub language: Option<String>,
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
    /// How to reach the person, for an interview.
    pub contact: Option<String>,
    /// Who may read of it; [`Confidentiality::Public`] where nothing is said.
    pub confidentiality: Option<Confidentiality>,
    /// Remarks.
    pub notes: Option<String>,
    /// What else a bibliography says of it.
    pub bibliography: Option<Bibliography>,
}

impl SourceDetails {
    /// What is known here, and what only the other knows.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            author: self.author.or(other.author),
            publisher: self.publisher.or(other.publisher),
            language: self.language.or(other.language),
            published: self.published.or(other.published),
            accessed: self.accessed.or(other.accessed),
            archived_url: self.archived_url.or(other.archived_url),
            kind: self.kind.or(other.kind),
            source_type: self.source_type.or(other.source_type),
            contact: self.contact.or(other.contact),
            confidentiality: self.confidentiality.or(other.confidentiality),
            notes: self.notes.or(other.notes),
            bibliography: match (self.bibliography, other.bibliography) {
                (Some(ours), Some(theirs)) => Some(ours.or(theirs)),
                (ours, theirs) => ours.or(theirs),
            },
        }
    }

    /// Forgets one of the details.
    pub fn clear(&mut self, field: SourceField) {
        match field {
            SourceField::Title => self.title = None,
            SourceField::Author => self.author = None,
            SourceField::Publisher => self.publisher = None,
            SourceField::Language => self.language = None,
            SourceField::Published => self.published = None,
            SourceField::Accessed => self.accessed = None,
            SourceField::ArchivedUrl => self.archived_url = None,
            SourceField::Kind => self.kind = None,
            SourceField::Type => self.source_type = None,
            SourceField::Contact => self.contact = None,
            SourceField::Notes => self.notes = None,
            SourceField::Bibliography => self.bibliography = None,
        }
    }
}

/// A source as lists and `source show` give it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Source {
    /// Number on this desk.
    pub id: SourceId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// What it is recognised by, such as `url:https://example.org/a`.
    pub identity: String,
    /// What else it is recognised by, in alphabetical order.
    pub also: Vec<String>,
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
    /// Whether everybody may read of it.
    pub fn is_public(&self) -> bool {
        let confidentiality = self.details.confidentiality;
        confidentiality.is_none_or(|who| who == Confidentiality::Public)
    }

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
    /// What else it is recognised by, such as the bytes of the file it came as.
    pub also: Vec<SourceIdentity>,
    /// Title, author, publisher, dates, kind, type.
    pub details: SourceDetails,
}

impl NewSource {
    /// A source of which no more is known than what it is.
    pub fn bare(identity: SourceIdentity) -> Self {
        Self {
            identity,
            also: Vec::new(),
            details: SourceDetails::default(),
        }
    }

    /// Everything it is recognised by.
    pub fn identities(&self) -> impl Iterator<Item = &SourceIdentity> {
        std::iter::once(&self.identity).chain(&self.also)
    }
}

/// What is to change of a source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceEdit {
    /// What is known of it now, where that is given.
    pub details: SourceDetails,
    /// Details that are not known after all.
    pub cleared: Vec<SourceField>,
    /// What else it is recognised by.
    pub also: Vec<SourceIdentity>,
}

/// Which sources to list. Conditions add up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceFilter {
    /// That claims of this article cite.
    pub article: Option<ArticleId>,
    /// Whose publisher's name holds these words.
    pub publisher: Option<String>,
    /// That stand this near to what they tell of.
    pub kind: Option<SourceKind>,
    /// That this reviewer cites.
    pub used_by: Option<Handle>,
    /// That nothing cites.
    pub unused: bool,
    /// That were gone from the web when they were looked at last.
    pub dead: bool,
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
    /// A file, by the SHA-256 of its bytes in hexadecimal.
    File(String),
    /// A thing that has nothing better than its title, such as an interview, with
    /// what tells it from others of that title.
    Title {
        /// Its title.
        title: String,
        /// Its author or authors, where known.
        author: Option<String>,
        /// When it was published or held, where known.
        published: Option<EdtfDate>,
    },
}

impl SourceIdentity {
    /// What a thing of this title is recognised by, of which this is known.
    pub fn titled(title: &str, details: &SourceDetails) -> Self {
        Self::Title {
            title: title.to_owned(),
            author: details
                .author
                .clone()
                .filter(|author| !author.trim().is_empty()),
            published: details.published.clone(),
        }
    }

    /// The key under which the desk keeps a source once.
    pub fn key(&self) -> String {
        match self {
            Self::Url { normalised, .. } => format!("url:{normalised}"),
            Self::Doi(doi) => format!("doi:{doi}"),
            Self::Isbn(isbn) => format!("isbn:{isbn}"),
            Self::File(sha256) => format!("file:{sha256}"),
            Self::Title {
                title,
                author,
                published,
            } => {
                let title = title.trim().to_lowercase();
                let author = author.iter().map(|author| author.trim().to_lowercase());
                let author = author.map(|author| format!("; author:{author}"));
                let published = published.iter().map(|date| format!("; published:{date}"));
                let more: String = author.chain(published).collect();
                format!("title:{title}{more}")
            }
        }
    }
}

/// How a command names a source: one on the desk, or one to find or make.
#[derive(Debug, Clone)]
pub enum SourceRef {
    /// By its number on this desk.
    Number(SourceId),
    /// By what it is.
    Described(Box<NewSource>),
    /// By the address that a note of the writer's gives.
    Note(NoteId),
}

/// A source tied to a claim.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
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
    /// That place, where it is written in a form that is known.
    pub place: Option<Locator>,
    /// Whether the quote stands in the latest snapshot in which it was looked
    /// for.
    pub found: Option<QuoteFinding>,
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
