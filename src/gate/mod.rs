//! May it be published? The house rules that an article is held to, the facts
//! that they are held against, and what stands in the way.
//!
//! Nothing here is decided about the article: each [`Blocker`] names a rule
//! that is not met, what is missing, and which command mends it. A claim that
//! was dismissed, or whose words were cut, never counts. The same policy and
//! facts give the same blockers in the same order: those of the article, then
//! those of its claims as they stand in the text.

mod article;
mod claim;
mod facts;
mod policy;
mod publishers;
mod rule;
#[cfg(test)]
mod tests;

use schemars::JsonSchema;
use serde::Serialize;

pub use self::facts::{ClaimFacts, Facts, OpenFlag, Rated, RuledBy, SourceFacts};
pub use self::policy::{Policy, PolicyError, PolicyOrigin};
pub use self::publishers::{Published, publishers};
pub use self::rule::{Decided, FourEyes, Rule};

use crate::model::ids::{ClaimId, FlagId, SourceId};
use crate::model::words::closed_set;

closed_set! {
    /// What an article is held to. All but the last are names of a policy's
    /// rules.
    GateRule, "rule" {
        /// No flag that matters so much is open.
        OpenFlags = "open-flags",
        /// Claims have a ruling.
        Decided = "decided",
        /// No rating rests on what has changed since.
        Fresh = "fresh",
        /// Enough of the sentences have been looked at.
        Coverage = "coverage",
        /// Enough of the figures, dates, names and quotations stand in a claim.
        FactCoverage = "fact-coverage",
        /// A rating rests on a primary source.
        PrimarySource = "primary-source",
        /// A rating rests on sources of several publishers.
        IndependentPublishers = "independent-publishers",
        /// Sources on the web have a snapshot.
        Snapshots = "snapshots",
        /// Nobody alone gave the verdict and ruled on it.
        FourEyes = "four-eyes",
        /// A claimant whose claim does not hold was asked.
        Reply = "reply",
        /// So many editors have signed off.
        SignOffsRequired = "sign-offs-required",
        /// So many of them with one rating.
        SignOffsAgreeing = "sign-offs-agreeing",
        /// What the rules ask for can be seen by who looks.
        Blind = "blind",
    }
}

/// Something that stands between an article and publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Blocker {
    /// The rule that is not met.
    pub rule: GateRule,
    /// The claim; none when it is the article.
    pub claim: Option<ClaimId>,
    /// The flag that is open.
    pub flag: Option<FlagId>,
    /// The source that lacks something.
    pub source: Option<SourceId>,
    /// What is missing.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

impl Blocker {
    fn new(rule: GateRule, message: String, hint: String) -> Self {
        Self {
            rule,
            claim: None,
            flag: None,
            source: None,
            message,
            hint,
        }
    }

    /// What is said of an open flag that matters too much.
    fn of_flag(flag: &OpenFlag) -> Self {
        let OpenFlag { flag: id, .. } = flag;
        let settle = format!("settle it with `claimdesk flag resolve {id} --because REASON`");
        Self {
            claim: flag.claim,
            flag: Some(*id),
            ..Self::new(
                GateRule::OpenFlags,
                format!(
                    "flag {id} is open, of {} severity: {}",
                    flag.severity, flag.message
                ),
                match flag.article.filter(|_| flag.by_rule) {
                    Some(article) => format!(
                        "when it is mended, run `claimdesk lint {article}` again; else {settle}"
                    ),
                    None => settle,
                },
            )
        }
    }
}

/// What stands in the way of publication under a policy; nothing when the
/// article may be published.
pub fn judge(policy: &Policy, facts: &Facts) -> Vec<Blocker> {
    let rules = policy.rules();
    let of_article = rules
        .iter()
        .flat_map(|rule| article::blockers(*rule, facts));
    let of_claims = facts
        .claims
        .iter()
        .flat_map(|claim| claim::blockers(rules, claim, facts));
    of_article.chain(of_claims).collect()
}
