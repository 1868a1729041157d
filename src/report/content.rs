//! What a report says: one value that every format shows.

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::Serialize;

use super::look::Look;
use super::selection::Selected;
use crate::model::article::Article;
use crate::model::claim::Claim;
use crate::model::coverage::Coverage;
use crate::model::event::Event;
use crate::model::flag::Flag;
use crate::model::ids::VerdictId;
use crate::model::ruling::{PublicCorrection, Ruling};
use crate::model::scale::{Scale, Tone};
use crate::model::source::{Evidence, Source};
use crate::model::stats::RatingCount;
use crate::model::text::{Block, Page};
use crate::model::verdict::Verdict;
use crate::model::work::Reply;

/// Everything a report of one article says.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ArticleReport {
    /// The article.
    pub article: Article,
    /// Name of the file that the latest revision was read from.
    pub file_name: Option<String>,
    /// SHA-256 of that file's bytes, in hexadecimal.
    pub original_sha256: String,
    /// Its text at the latest revision.
    pub text: String,
    /// The blocks of that text.
    #[serde(skip)]
    pub blocks: Vec<Block>,
    /// The pages of the original, where it has pages.
    #[serde(skip)]
    pub pages: Vec<Page>,
    /// Claims in the order of the text, without dismissed ones.
    pub claims: Vec<ClaimReport>,
    /// Flags on the article that are on no claim, in the order of the text.
    pub flags: Vec<Flag>,
    /// Every source that the claims cite, in the order of first use.
    pub sources: Vec<Source>,
    /// Scales that the verdicts use.
    pub scales: Vec<Scale>,
    /// Claims by current rating, from best to worst.
    pub ratings: Vec<RatingCount>,
    /// What of the text has been looked at, and what has not.
    pub coverage: Coverage,
    /// What of the article's claims this is; none where it is all of them.
    pub selection: Option<Selected>,
    /// How the desk has its reports look.
    #[serde(skip)]
    pub look: Look,
    /// When the report was made.
    pub generated_at: DateTime<Utc>,
    /// Hash of the desk's first event, by which the desk is known.
    pub audit_root: String,
    /// Hash of the desk's last event, to hold the report against its history.
    pub audit_head: String,
}

/// One claim with all that was found about it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ClaimReport {
    /// The claim.
    #[serde(flatten)]
    pub claim: Claim,
    /// Its verdicts, oldest first, each with its evidence.
    pub verdicts: Vec<Verdict>,
    /// Evidence tied to the claim outside any verdict.
    pub evidence: Vec<Evidence>,
    /// Flags on the claim.
    pub flags: Vec<Flag>,
    /// What editors did about it, oldest first.
    pub rulings: Vec<Ruling>,
    /// The public corrections of its ruling, oldest first.
    pub corrections: Vec<PublicCorrection>,
    /// The verdicts that stand and don't bear the rating that the desk rules.
    pub dissent: Vec<VerdictId>,
    /// Who was asked about it, and what they answered.
    pub replies: Vec<Reply>,
    /// Its history, oldest first.
    pub history: Vec<Event>,
}

impl ClaimReport {
    /// Name and tone of the rating that the claim has now, if it has one.
    pub fn rating(&self) -> Option<(&str, Tone)> {
        self.claim
            .rating_label
            .as_deref()
            .zip(self.claim.rating_tone)
    }

    /// The verdict that speaks for the claim: of those that stand, the latest
    /// with the rating that the desk rules, else the latest.
    pub fn leading(&self) -> Option<&Verdict> {
        let standing = || {
            self.verdicts
                .iter()
                .rev()
                .filter(|verdict| verdict.stands())
        };
        standing()
            .find(|verdict| !self.dissents(verdict))
            .or_else(|| standing().next())
    }

    /// What other reviewers hold of the claim, besides the leading verdict.
    pub fn others(&self) -> impl Iterator<Item = &Verdict> {
        let leading = self.leading().map(|verdict| verdict.id);
        self.verdicts
            .iter()
            .filter(move |verdict| verdict.stands() && Some(verdict.id) != leading)
    }

    /// Verdicts that their own reviewer has replaced or taken back.
    pub fn replaced(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts.iter().filter(|verdict| !verdict.stands())
    }

    /// Whether a verdict stands and doesn't bear the rating that the desk rules.
    pub fn dissents(&self, verdict: &Verdict) -> bool {
        self.dissent.contains(&verdict.id)
    }

    /// Every piece of evidence: that of each verdict, then what stands alone.
    pub fn all_evidence(&self) -> impl Iterator<Item = &Evidence> {
        let of_verdicts = self.verdicts.iter().flat_map(|verdict| &verdict.evidence);
        of_verdicts.chain(&self.evidence)
    }
}
