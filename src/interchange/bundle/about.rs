//! What a bundle says of itself, beyond the chain.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::model::ids::{ArticleId, ClaimId};

/// The name of this form of bundles.
pub(super) const FORM: &str = "claimdesk-bundle-1";

/// The program that writes bundles, with its version.
pub(super) const PROGRAM: &str = concat!("claimdesk ", env!("CARGO_PKG_VERSION"));

/// What a bundle is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The form of the bundle.
    pub form: String,
    /// The program that wrote it.
    pub program: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Handle of who made it.
    pub made_by: String,
    /// The claim as it was then.
    pub claim: AboutClaim,
    /// The article that it stands in.
    pub article: Option<AboutArticle>,
    /// The chain.
    pub chain: AboutChain,
    /// The people whose handles stand in lines that are told.
    pub people: Vec<Person>,
    /// Files that are kept beside the chain.
    pub kept: Vec<KeptFile>,
    /// Lines that tell of the claim and are hidden all the same.
    pub withheld: Vec<Withheld>,
    /// Lines about the claim that archives brought from other desks: they stand in
    /// the chains of those.
    pub elsewhere: usize,
}

impl About {
    /// What a bundle says of itself that this program makes.
    pub fn new(
        (made_at, made_by): (DateTime<Utc>, String),
        claim: AboutClaim,
        article: Option<AboutArticle>,
        chain: AboutChain,
    ) -> Self {
        Self {
            form: FORM.to_owned(),
            program: PROGRAM.to_owned(),
            made_at,
            made_by,
            claim,
            article,
            chain,
            people: Vec::new(),
            kept: Vec::new(),
            withheld: Vec::new(),
            elsewhere: 0,
        }
    }
}

/// The claim, as the desk had it when the bundle was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutClaim {
    /// Its number on the desk.
    pub number: ClaimId,
    /// Its identity across desks.
    pub uuid: Uuid,
    /// The claim, stated so that it stands alone.
    pub statement: String,
    /// The words of the article.
    pub quote: Option<String>,
    /// Where it stands in the desk's work.
    pub state: String,
    /// Name of its rating.
    pub rating: Option<String>,
}

/// The article, as the desk had it when the bundle was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutArticle {
    /// Its number on the desk.
    pub number: ArticleId,
    /// Its title.
    pub title: String,
    /// Its author or authors.
    pub author: Option<String>,
    /// Its publisher.
    pub publisher: Option<String>,
    /// When it was published, in EDTF.
    pub published: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

/// The chain from end to end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutChain {
    /// How many lines it has.
    pub lines: i64,
    /// Hash of the first, by which the desk is known.
    pub root: String,
    /// Hash of the last.
    pub head: String,
    /// When the last was written, RFC 3339 in UTC.
    pub head_at: Option<String>,
}

/// Somebody who acted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The handle.
    pub handle: String,
    /// The name.
    pub name: String,
    /// What they may do.
    pub role: String,
}

/// A file that is kept beside the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptFile {
    /// Its name in the bundle.
    pub file: String,
    /// What it is, in words.
    pub what: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

/// A line that tells of the claim, and that is hidden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// Its number.
    pub line: i64,
    /// Why it is hidden.
    pub why: String,
}
