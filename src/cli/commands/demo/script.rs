//! What the demo plays: `data/sample/review.toml` as types.

use serde::Deserialize;

use crate::cli::error::CliError;
use crate::desk::source_identity;
use crate::model::edtf::EdtfDate;
use crate::model::flag::Severity;
use crate::model::people::{Handle, Role};
use crate::model::source::{NewEvidence, NewSource, SourceDetails, SourceKind, SourceRef, Stance};
use crate::model::verdict::Confidence;

/// Everything that happens on the desk.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    pub(super) article: ArticleStep,
    #[serde(rename = "reviewer")]
    pub(super) reviewers: Vec<ReviewerStep>,
    #[serde(rename = "verdict")]
    pub(super) verdicts: Vec<VerdictStep>,
    #[serde(rename = "sign_off")]
    pub(super) sign_offs: Vec<SignOffStep>,
    #[serde(rename = "flag")]
    pub(super) flags: Vec<FlagStep>,
}

/// What is known about the article besides its text.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ArticleStep {
    pub(super) title: String,
    pub(super) author: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<EdtfDate>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
}

/// A person; the first one makes the desk.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReviewerStep {
    pub(super) handle: Handle,
    pub(super) name: String,
    pub(super) role: Role,
}

/// A verdict with its evidence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VerdictStep {
    pub(super) quote: String,
    pub(super) statement: Option<String>,
    pub(super) claimant: Option<String>,
    #[serde(default)]
    pub(super) topics: Vec<String>,
    pub(super) reviewer: Handle,
    pub(super) rating: String,
    pub(super) confidence: Option<Confidence>,
    pub(super) because: String,
    pub(super) correction: Option<String>,
    pub(super) no_source: Option<String>,
    #[serde(default)]
    pub(super) evidence: Vec<EvidenceStep>,
}

/// A source and what it says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EvidenceStep {
    url: String,
    title: String,
    publisher: Option<String>,
    published: Option<EdtfDate>,
    kind: Option<SourceKind>,
    stance: Stance,
    quote: Option<String>,
    locator: Option<String>,
}

/// An editor's sign-off of the one verdict on a claim that others gave.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignOffStep {
    pub(super) quote: String,
    pub(super) editor: Handle,
}

/// A problem noted on words of the article.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FlagStep {
    pub(super) quote: String,
    pub(super) category: String,
    pub(super) severity: Severity,
    pub(super) message: String,
    pub(super) suggestion: Option<String>,
    pub(super) reviewer: Handle,
}

impl Script {
    /// Reads the script.
    pub(super) fn read(text: &str) -> Result<Self, CliError> {
        toml::from_str(text)
            .map_err(|error| CliError::Show(format!("the sample can't be read: {error}")))
    }
}

impl VerdictStep {
    /// Whether the claim is to be worded, attributed or tagged as well.
    pub(super) fn restates(&self) -> bool {
        self.statement.is_some() || self.claimant.is_some() || !self.topics.is_empty()
    }
}

impl EvidenceStep {
    /// The evidence as the desk takes it.
    pub(super) fn into_evidence(self) -> Result<NewEvidence, CliError> {
        let details = SourceDetails {
            title: Some(self.title),
            publisher: self.publisher,
            published: self.published,
            kind: self.kind,
            ..SourceDetails::default()
        };
        let source = NewSource {
            details,
            ..NewSource::bare(source_identity(&self.url)?)
        };
        let (stance, quote, locator) = (self.stance, self.quote, self.locator);
        Ok(NewEvidence {
            source: SourceRef::Described(Box::new(source)),
            stance,
            quote,
            locator,
        })
    }
}
