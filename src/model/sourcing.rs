//! What the claims of an article rest on, as rules look at it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::edtf::EdtfDate;
use super::ids::{ClaimId, EvidenceId, SourceId};
use super::source::{Evidence, SourceKind, SourceType};

/// What is known of what an article's claims rest on.
#[derive(Debug, Clone, Default)]
pub struct Sourcing {
    /// When the article was published.
    pub published: Option<EdtfDate>,
    /// From how many years on a source is old for a claim about the present.
    pub old_from_years: u32,
    /// Its claims that are not dismissed, in the order of the text.
    pub claims: Vec<ClaimSourcing>,
    /// The evidence whose quote stands in some snapshot of its source, if only in
    /// an earlier one.
    pub stood: BTreeSet<EvidenceId>,
    /// The sources that they cite.
    pub sources: BTreeMap<SourceId, CitedSource>,
}

/// A claim with what it rests on.
#[derive(Debug, Clone)]
pub struct ClaimSourcing {
    /// The claim.
    pub claim: ClaimId,
    /// What it says.
    pub statement: String,
    /// Whether it is rated, and the rating has a place on its scale.
    pub is_rated: bool,
    /// Whether who judged it said why no source is named.
    pub says_why_none: bool,
    /// The evidence of standing verdicts and outside any.
    pub evidence: Vec<Evidence>,
}

/// A source that is cited.
#[derive(Debug, Clone, Default)]
pub struct CitedSource {
    /// How near it stands to what it tells of.
    pub kind: Option<SourceKind>,
    /// What sort of thing it is.
    pub source_type: Option<SourceType>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<EdtfDate>,
    /// Its web address.
    pub url: Option<String>,
    /// Whether somebody keeps a copy in a web archive.
    pub archived: bool,
    /// Whether the desk holds it as it was.
    pub snapshot: bool,
    /// When it was found to be gone, if that was the latest that was found.
    pub gone_since: Option<DateTime<Utc>>,
    /// Whether it is, or cites, the article under check.
    pub circular: Option<Circular>,
}

/// How a source comes from the article that it is to check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Circular {
    /// It is the article.
    Itself,
    /// It gives the article's address.
    CitesIt,
}
