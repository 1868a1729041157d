//! Claims and how they are listed.

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use uuid::Uuid;

use super::edtf::EdtfDate;
use super::facet::{FacetKind, ShownFacets};
use super::ids::{ArticleId, ClaimId};
use super::people::Handle;
use super::revision::{CandidatePlace, Outcome};
use super::scale::Tone;
use super::sentence::Repeat;
use super::text::{Quote, Reason, Span};
use super::words::closed_set;
use super::work::Assignee;

closed_set! {
    /// Where a claim stands in the desk's work.
    ClaimState, "claim state" {
        /// Offered by extraction; nobody has decided on it.
        Extracted = "extracted",
        /// A person wants it checked.
        ToCheck = "to-check",
        /// It has a verdict, but no ruling.
        InReview = "in-review",
        /// It has a ruling.
        Decided = "decided",
        /// Its ruling is public.
        Published = "published",
        /// Nobody will check it.
        Dismissed = "dismissed",
    }
}

closed_set! {
    /// How a claim came onto the desk.
    ClaimOrigin, "claim origin" {
        /// Found by extraction.
        Extracted = "extracted",
        /// Added by a person.
        Added = "added",
        /// Read from another desk or program.
        Imported = "imported",
    }
}

closed_set! {
    /// What has changed since the verdict that a claim's rating rests on.
    Doubt, "doubt" {
        /// The claim's words.
        Words = "words",
        /// What the rating means.
        Scale = "scale",
        /// A source, when it was looked at again.
        Snapshot = "snapshot",
        /// A source, which is no longer there.
        Gone = "gone",
        /// An earlier check that was taken over.
        Earlier = "earlier",
        /// The verdict that the ruling rests on: its reviewer gave another.
        Verdict = "verdict",
    }
}

impl Doubt {
    /// What has changed, for people.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Words => "the words are other ones, or gone",
            Self::Scale => "the rating means something else by now",
            Self::Snapshot => "a source looks otherwise by now",
            Self::Gone => "a source is no longer there",
            Self::Earlier => "the earlier check that was taken over finds otherwise by now",
            Self::Verdict => "its reviewer gave another verdict after the ruling",
        }
    }
}

/// A claim as lists and `claim show` give it: the fields promised to
/// programs. Positions are Unicode code points, `end` exclusive.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Claim {
    /// Number on this desk.
    pub id: ClaimId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// The article it stands in.
    pub article: Option<ArticleId>,
    /// Number of the revision that the position counts in.
    pub revision: Option<u32>,
    /// The exact words.
    pub quote: Option<String>,
    /// Position of the first character.
    pub start: Option<u32>,
    /// Position after the last character.
    pub end: Option<u32>,
    /// The words just before.
    pub prefix: Option<String>,
    /// The words just after.
    pub suffix: Option<String>,
    /// The claim restated so that it stands alone.
    pub statement: String,
    /// Who made it, if not the article's author.
    pub claimant: Option<String>,
    /// Where it stands in the desk's work.
    pub state: ClaimState,
    /// Check-worthiness from 0 to 1; none for a claim added by hand.
    pub score: Option<f64>,
    /// Why it got that score.
    #[serde(serialize_with = "in_plain_words")]
    #[schemars(with = "Vec<String>")]
    pub reasons: Vec<Reason>,
    /// Slug of the ruling's rating, else of the latest verdict's.
    pub rating: Option<String>,
    /// Name of that rating for people.
    pub rating_label: Option<String>,
    /// How that rating reads at a glance.
    pub rating_tone: Option<Tone>,
    /// Whether what the rating rests on has changed since.
    pub stale: bool,
    /// What has changed since.
    pub stale_because: Vec<Doubt>,
    /// Whether others' verdicts are hidden from who looks, because theirs is
    /// not in yet.
    pub hidden: bool,
    /// When the ruling came that holds.
    pub decided_at: Option<DateTime<Utc>>,
    /// Who has it.
    pub assigned: Vec<Assignee>,
    /// How its words were found in the article's latest revision. When they
    /// are ambiguous, gone or cut, the position is that in an earlier one.
    pub outcome: Option<Outcome>,
    /// Where its words may stand in the latest revision, when they are
    /// ambiguous.
    pub candidates: Vec<CandidatePlace>,
    /// Tags.
    pub topics: Vec<String>,
    /// How it came onto the desk.
    pub origin: ClaimOrigin,
    /// Why it was dismissed.
    pub dismissed_because: Option<String>,
    /// When it came onto the desk.
    pub created_at: DateTime<Utc>,
    /// Number of the sentence of the revision that it begins in, from 1.
    pub sentence: Option<u32>,
    /// What its words name that can be looked up.
    #[serde(flatten)]
    pub facets: ShownFacets,
    /// The other sentences of the revision that say the same.
    pub repeats: Vec<Repeat>,
    /// Its place in the revision's text, in bytes.
    #[serde(skip)]
    pub span: Option<Span>,
}

fn in_plain_words<S: Serializer>(reasons: &[Reason], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(reasons.iter().map(|reason| &reason.reason))
}

impl Claim {
    /// The words a person knows the claim by: its quote, else its statement.
    pub fn words(&self) -> &str {
        self.quote.as_deref().unwrap_or(&self.statement)
    }
}

/// A claim to be stored.
#[derive(Debug, Clone)]
pub struct NewClaim {
    /// Where it stands.
    pub anchor: Quote,
    /// The claim restated; the quote itself when nobody has restated it.
    pub statement: String,
    /// Who made it.
    pub claimant: Option<String>,
    /// Where it starts in the desk's work.
    pub state: ClaimState,
    /// How it came onto the desk.
    pub origin: ClaimOrigin,
    /// Check-worthiness from 0 to 1.
    pub score: Option<f64>,
    /// Why it got that score.
    pub reasons: Vec<Reason>,
    /// Tags.
    pub topics: Vec<String>,
}

/// What to change about a claim; `None` leaves a field as it is, and an empty
/// text takes the claimant away.
#[derive(Debug, Clone, Default)]
pub struct ClaimEdit {
    /// The claim restated.
    pub statement: Option<String>,
    /// Who made it.
    pub claimant: Option<String>,
    /// Tags to add.
    pub add_topics: Vec<String>,
    /// Tags to take away.
    pub remove_topics: Vec<String>,
}

/// How a claim is named: by number, or by a unique piece of its quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimRef {
    /// By its number on this desk.
    Number(ClaimId),
    /// By words that only its quote holds.
    Words(String),
}

impl std::str::FromStr for ClaimRef {
    type Err = std::convert::Infallible;
    fn from_str(given: &str) -> Result<Self, Self::Err> {
        Ok(given
            .parse()
            .map_or_else(|_| Self::Words(given.to_owned()), Self::Number))
    }
}

/// Who has a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssignedTo {
    /// This person.
    Reviewer(Handle),
    /// Nobody.
    Nobody,
}

/// What `claim list` narrows by.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ClaimFilter {
    /// Only this article's.
    pub article: Option<ArticleId>,
    /// Only in this state; without one, everything but dismissed claims.
    pub state: Option<ClaimState>,
    /// Also those dismissed.
    pub all: bool,
    /// Only with this rating.
    pub rating: Option<String>,
    /// Only with this topic.
    pub topic: Option<String>,
    /// Only those whose rating rests on what has changed since.
    pub stale: bool,
    /// Only with at least this score.
    pub min_score: Option<f64>,
    /// Only with a lower score than this.
    pub below_score: Option<f64>,
    /// Only those that this person has, or that nobody has.
    pub assigned: Option<AssignedTo>,
    /// Only those that somebody has and that were due before this day.
    pub due_before: Option<NaiveDate>,
    /// Only with something of each of these kinds in its words.
    pub has: Vec<FacetKind>,
    /// Only with a name in its words that holds these, in any case.
    pub mentions: Option<String>,
    /// Only with a date in its words that ends on this day or later.
    pub since: Option<EdtfDate>,
    /// Only with a date in its words that begins on this day or earlier.
    pub until: Option<EdtfDate>,
    /// At most this many.
    pub limit: Option<u32>,
}

impl ClaimFilter {
    /// Whether it lets through all claims of the desk, or of one article.
    pub fn is_of_article_alone(&self) -> bool {
        *self
            == Self {
                article: self.article,
                ..Self::default()
            }
    }
}
