//! Flags: problems noted on a claim or on words of an article.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::ids::{ArticleId, ClaimId, FlagId, ReviewerId, SourceId};
use super::revision::Outcome;
use super::text::{Quote, Span};
use super::words::closed_set;

closed_set! {
    /// How much a flag matters.
    Severity, "severity" {
        /// Worth a look.
        Low = "low",
        /// Should be settled.
        Medium = "medium",
        /// Must be settled before publication.
        High = "high",
    }
}

closed_set! {
    /// Whether a flag is settled.
    FlagState, "flag state" {
        /// Somebody has to look at it.
        Open = "open",
        /// Settled, with a reason.
        Resolved = "resolved",
    }
}

closed_set! {
    /// What sort of problem a rule finds; a person may give a flag any other.
    Category, "category" {
        /// Dates, weekdays, ages, durations.
        Calendar = "calendar",
        /// Figures that do not fit each other.
        Arithmetic = "arithmetic",
        /// A text that contradicts itself.
        Consistency = "consistency",
        /// A text that contradicts what is known.
        Reference = "reference",
        /// What is said, or judged, without something to rest on.
        Sourcing = "sourcing",
        /// Slips of the text itself.
        Text = "text",
    }
}

closed_set! {
    /// How sure a rule is of what it found.
    Certainty, "certainty" {
        /// It can't be otherwise.
        Certain = "certain",
        /// It would take an unusual reading to be otherwise.
        Likely = "likely",
        /// Worth a question.
        Possible = "possible",
    }
}

/// A flag as `flag list` gives it. Positions are Unicode code points.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Flag {
    /// Number on this desk.
    pub id: FlagId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// Code of the rule that raised it; none when a person did.
    pub code: Option<String>,
    /// Name of the rule that raised it.
    pub name: Option<String>,
    /// What sort of problem it is.
    pub category: String,
    /// How much it matters.
    pub severity: Severity,
    /// The article it is on.
    pub article: Option<ArticleId>,
    /// The claim it is on.
    pub claim: Option<ClaimId>,
    /// Position of the first character.
    pub start: Option<u32>,
    /// Position after the last character.
    pub end: Option<u32>,
    /// The words it is on.
    pub text: Option<String>,
    /// Number of the revision that the position counts in.
    pub revision: Option<u32>,
    /// How the words were found in the article's latest revision.
    pub outcome: Outcome,
    /// What is wrong.
    pub message: String,
    /// How sure the rule is of it; none of a flag that a person raised.
    pub certainty: Option<Certainty>,
    /// What contradicts the words: calculation, span, or fact with sources.
    pub evidence: Option<serde_json::Value>,
    /// What to write instead.
    pub suggestion: Option<String>,
    /// Whether it is settled.
    pub state: FlagState,
    /// Handle of who raised it; none when a rule did.
    pub raised_by: Option<String>,
    /// When it was raised.
    pub created_at: DateTime<Utc>,
    /// Handle of who settled it.
    pub resolved_by: Option<String>,
    /// When it was settled.
    pub resolved_at: Option<DateTime<Utc>>,
    /// Why it is settled.
    pub resolution: Option<String>,
    /// Its place in the revision's text, in bytes.
    #[serde(skip)]
    pub span: Option<Span>,
    /// Whether it has words of its own, and not those of its claim.
    #[serde(skip)]
    pub own_words: bool,
    /// What of a claim's sourcing it is about, such as `source:3`.
    #[serde(skip)]
    pub about: Option<String>,
}

impl Flag {
    /// The sources that a flag on what a claim rests on tells of.
    pub fn about_sources(&self) -> Vec<SourceId> {
        let told = self.evidence.as_ref().filter(|_| self.about.is_some());
        let told = told
            .and_then(serde_json::Value::as_array)
            .into_iter()
            .flatten();
        told.filter_map(|one| one["source"].as_i64().map(SourceId))
            .collect()
    }

    /// Whether a rule settled it itself, because it found it no longer.
    pub fn is_settled_by_rule(&self) -> bool {
        self.state == FlagState::Resolved && self.resolved_by.is_none()
    }
}

/// What a flag is raised on.
#[derive(Debug, Clone)]
pub enum FlagSubject {
    /// A claim.
    Claim(ClaimId),
    /// Words of an article's latest revision.
    Words {
        /// The article.
        article: ArticleId,
        /// Where the words stand.
        anchor: Quote,
    },
    /// A whole article.
    Article(ArticleId),
}

/// A flag to be raised by a person.
#[derive(Debug, Clone)]
pub struct NewFlag {
    /// What sort of problem it is.
    pub category: String,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub suggestion: Option<String>,
}

/// Who or what raises a flag.
#[derive(Debug, Clone, PartialEq)]
pub enum RaisedBy {
    /// A person.
    Reviewer(ReviewerId),
    /// A rule.
    Rule(RuleFound),
}

/// What a flag says of the rule that raised it.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleFound {
    /// The rule's stable code.
    pub code: &'static str,
    /// The rule's name.
    pub name: &'static str,
    /// What of a claim's sourcing it is about; none where it is on words.
    pub about: Option<String>,
    /// What contradicts the words.
    pub evidence: Option<serde_json::Value>,
    /// How sure the rule is.
    pub certainty: Certainty,
}

/// What `flag list` narrows by.
#[derive(Debug, Clone, Default)]
pub struct FlagFilter {
    /// Only this article's.
    pub article: Option<ArticleId>,
    /// Only this claim's.
    pub claim: Option<ClaimId>,
    /// Only in this state.
    pub state: Option<FlagState>,
    /// Only of this severity.
    pub severity: Option<Severity>,
    /// Only those that the rule of this code raised.
    pub rule: Option<&'static str>,
}
