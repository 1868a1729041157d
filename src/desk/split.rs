//! A claim that says several things becomes several claims.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use super::articles::find_revision;
use super::claims::{claim_again, find_claim, locate};
use super::transact::{Act, Change, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::extract;
use crate::model::claim::{Claim, ClaimOrigin, ClaimRef, ClaimState, NewClaim};
use crate::model::event::{Action, SubjectKind};
use crate::model::sentence::StatementPart;
use crate::model::text::{Quote, Span};
use crate::text::anchor::Quoter;
use crate::text::chars::CharIndex;

/// The statements that a claim's words make, where they make several.
pub(super) fn statements(claim: &Claim) -> Vec<StatementPart> {
    let (Some(words), Some(start)) = (&claim.quote, claim.start) else {
        return Vec::new();
    };
    let chars = CharIndex::new(words);
    let start = usize::try_from(start).unwrap_or_default();
    let parts = extract::parts_of(words);
    if parts.len() < 2 {
        return Vec::new();
    }
    let shown = parts.iter().map(|part| StatementPart {
        start: start + chars.char_of(part.span.start),
        end: start + chars.char_of(part.span.end),
        text: part.span.slice(words).unwrap_or_default().to_owned(),
        elided: part.elided,
    });
    shown.collect()
}

/// What came of taking a claim apart.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Split {
    /// The claim as it was; it is dismissed now.
    pub claim: Claim,
    /// The claims that it became, in the order of its words.
    pub parts: Vec<Claim>,
}

impl Desk {
    /// Takes a claim apart into claims of its own words, each with its own
    /// anchor. The parts are those that extraction sees, or, where quotes are
    /// given, those. The claim itself is dismissed, and says what it became.
    pub fn split_claim(&mut self, act: &Act, claim: &ClaimRef, quotes: &[String]) -> Result<Split> {
        self.transact(act, |change| {
            let before = find_claim(change.writer, claim)?;
            may_be_split(&before)?;
            let anchors = anchors(change, &before, quotes)?;
            let mut parts = Vec::new();
            for anchor in anchors {
                parts.push(insert_part(change, &before, anchor)?);
            }
            let numbers: Vec<String> = parts.iter().map(|part| part.id.to_string()).collect();
            let because = format!("split into claims {}", numbers.join(", "));
            change
                .writer
                .set_state(before.id, ClaimState::Dismissed, Some(&because))?;
            let after = claim_again(change.writer, before.id)?;
            let told = event(
                Action::ClaimSplit,
                SubjectKind::Claim,
                after.id.0,
                after.uuid,
            )
            .before(state(&before)?)
            .after(json!({ "claim": state(&after)?, "parts": state(&parts)? }));
            let value = Split {
                claim: after,
                parts,
            };
            Ok(Done::with(value, told))
        })
    }
}

fn may_be_split(claim: &Claim) -> Result<()> {
    let refuse = |why: &str| Err(DeskError::NotNow(format!("claim {} {why}", claim.id)));
    match claim.state {
        ClaimState::Extracted | ClaimState::ToCheck => Ok(()),
        ClaimState::Dismissed => refuse("is dismissed"),
        ClaimState::InReview | ClaimState::Decided | ClaimState::Published => {
            refuse("has a verdict, so it can't be split; add claims for its parts with claim add")
        }
    }
}

/// Where the parts stand in the article.
fn anchors(change: &Change<'_>, claim: &Claim, quotes: &[String]) -> Result<Vec<Quote>> {
    let nowhere = || DeskError::NotNow(format!("claim {} stands nowhere in the article", claim.id));
    let article = claim.article.ok_or_else(nowhere)?;
    let revision = find_revision(change.writer, article)?;
    let span = claim
        .span
        .filter(|_| claim.revision == Some(revision.number))
        .ok_or_else(nowhere)?;
    let words = span.slice(&revision.text).ok_or_else(nowhere)?;
    let spans: Vec<Span> = if quotes.is_empty() {
        let parts = extract::parts_of(words);
        parts.iter().map(|part| part.span).collect()
    } else {
        let found = quotes
            .iter()
            .map(|quote| Ok(locate(words, quote, None)?.span));
        found.collect::<Result<_>>()?
    };
    if spans.len() < 2 {
        return Err(DeskError::NotNow(format!(
            "claim {} makes one statement, as far as can be seen; name the parts with --quote",
            claim.id
        )));
    }
    let whole = Quoter::new(&revision.text);
    let placed = spans
        .into_iter()
        .map(|part| whole.quote_at(part.shifted(span.start)).ok_or_else(nowhere));
    placed.collect()
}

fn insert_part(change: &Change<'_>, whole: &Claim, anchor: Quote) -> Result<Claim> {
    let Some(article) = whole.article else {
        return Err(DeskError::NotNow(format!(
            "claim {} is of no article",
            whole.id
        )));
    };
    let revision = find_revision(change.writer, article)?;
    let part = NewClaim {
        statement: anchor.exact.clone(),
        anchor,
        claimant: whole.claimant.clone(),
        state: whole.state,
        origin: ClaimOrigin::Extracted,
        score: whole.score,
        reasons: whole.reasons.clone(),
        topics: whole.topics.clone(),
    };
    let id = change
        .writer
        .insert_claim(article, revision.id, &part, change.uuid(), change.at)?;
    claim_again(change.writer, id)
}
