//! A record onto the desk: its claim, where that stands, its verdict and its
//! sources.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::known::Known;
use super::resolve::{Cited, Judged, Resolved};
use crate::desk::Result;
use crate::desk::claims::locate;
use crate::desk::transact::Change;
use crate::model::ids::{ArticleId, ClaimId, ReviewerId, RevisionId, VerdictId};
use crate::model::publication::RecordOutcome;
use crate::model::revision::{Outcome, Placement};
use crate::model::source::NewEvidence;
use crate::model::source::SourceRef;
use crate::model::text::Quote;
use crate::store::{RecordRow, VerdictIdentity, VerdictRow};
use crate::text::anchor::quote_between;
use crate::text::passages::Passages;

/// What became of a record.
#[derive(Default)]
pub(super) struct Taken {
    /// The claim; none of a flag on words that are no claim.
    pub(super) claim: Option<ClaimId>,
    /// None where nothing changed.
    pub(super) outcome: Option<RecordOutcome>,
    /// Whether its rating kept its own name.
    pub(super) unmapped: bool,
    /// Why its words stand at no one place of their article on this desk.
    pub(super) unplaced: Option<String>,
    /// What was remarked on it.
    pub(super) remarked: Option<Remarked>,
}

/// A remark that came with a record.
#[derive(Clone, Copy)]
pub(super) enum Remarked {
    Flag,
    Comment,
}

/// Where a claim stands.
pub(super) enum Stands {
    /// Where its record says.
    AsTold,
    /// There, as was looked up already.
    At(Placed),
    /// At no one place of its article, for this reason.
    Nowhere(String),
}

/// A place in an article of the desk.
pub(super) struct Placed {
    pub(super) article: ArticleId,
    pub(super) revision: RevisionId,
    pub(super) quote: Quote,
}

/// Stores a record.
pub(super) fn take(change: &Change<'_>, known: &mut Known, new: &Resolved) -> Result<Taken> {
    let (claim, outcome) = match &new.known {
        None => (add(change, known, new)?, Some(RecordOutcome::Added)),
        Some((id, _)) => {
            let changed = update(change, known, new, *id)?;
            (*id, changed.then_some(RecordOutcome::Updated))
        }
    };
    let unplaced = match &new.known {
        None => place(change, known, new, claim)?,
        Some(_) => None,
    };
    let says_something = new.verdict.is_some() || !new.sources.is_empty();
    let reviewer = match &new.by {
        Some(name) if says_something => known.reviewer(change, name)?,
        _ => change.actor.id,
    };
    let verdict = judge(change, known, new, (claim, reviewer))?;
    let mut thing = new.thing.filter(|_| verdict.is_none());
    for source in &new.sources {
        let own = thing.take();
        let signed = (
            own.unwrap_or_else(|| change.uuid()),
            own.and(new.at).unwrap_or(change.at),
        );
        cite(change, (claim, verdict), reviewer, (source, signed))?;
    }
    if let Some(outcome) = outcome {
        known.note(new.uuid, outcome);
    }
    Ok(Taken {
        claim: Some(claim),
        outcome,
        unmapped: matches!(new.verdict, Some(Judged::AsPublished(_))),
        unplaced,
        remarked: None,
    })
}

fn row(new: &Resolved, claimant: Option<i64>) -> RecordRow<'_> {
    let record = &new.record;
    RecordRow {
        uuid: new.uuid,
        statement: &record.claim,
        restated: match (&record.quote, &new.stands) {
            (Some(quote), _) => quote.trim() != record.claim,
            (None, Stands::At(placed)) => placed.quote.exact.trim() != record.claim,
            (None, _) => true,
        },
        claimant,
        claim_date: record.claim_date.as_ref(),
        language: record.language.as_deref(),
        state: new.state,
        extra: &record.extra,
    }
}

fn claimant(change: &Change<'_>, known: &mut Known, new: &Resolved) -> Result<Option<i64>> {
    let name = new.record.claimant.as_deref();
    name.map(|name| known.claimant(change, name)).transpose()
}

fn add(change: &Change<'_>, known: &mut Known, new: &Resolved) -> Result<ClaimId> {
    let claimant = claimant(change, known, new)?;
    let claim = change
        .writer
        .insert_record(&row(new, claimant), change.at)?;
    change.writer.add_appearances(claim, &new.appearances())?;
    change.writer.add_topics(claim, &new.record.topics)?;
    if let Some(page) = new.publication() {
        change.writer.publish_at(claim, &page)?;
    }
    Ok(claim)
}

/// Brings a claim up to what its record says; whether anything changed.
fn update(change: &Change<'_>, known: &mut Known, new: &Resolved, claim: ClaimId) -> Result<bool> {
    let Some((_, before)) = &new.known else {
        return Ok(false);
    };
    let same = new.record == *before;
    if same && new.verdict.is_none() && new.sources.is_empty() {
        return Ok(false);
    }
    let record = &new.record;
    if !same {
        let claimant = claimant(change, known, new)?;
        change.writer.update_record(claim, &row(new, claimant))?;
        change.writer.add_topics(claim, &record.topics)?;
        let made = |record: &crate::model::record::ClaimRecord| {
            (
                record.article_url.clone(),
                record.article_title.clone(),
                record.quote.clone(),
                (record.start, record.end),
                record.appearances.clone(),
            )
        };
        if made(record) != made(before) {
            change.writer.set_appearances(claim, &new.appearances())?;
        }
        if let Some(page) = new.publication() {
            change.writer.publish_at(claim, &page)?;
        }
    }
    if new.verdict.is_some() {
        change.writer.set_state(claim, new.state, None)?;
    }
    Ok(true)
}

/// Puts a claim to its words in its article, where the desk has that; or why they
/// stand at no one place of it.
fn place(
    change: &Change<'_>,
    known: &mut Known,
    new: &Resolved,
    claim: ClaimId,
) -> Result<Option<String>> {
    match &new.stands {
        Stands::AsTold => {}
        Stands::At(placed) => {
            put(change, claim, placed)?;
            return Ok(None);
        }
        Stands::Nowhere(why) => return Ok(Some(why.clone())),
    }
    let record = &new.record;
    let (Some(quote), Some(url)) = (&record.quote, &record.article_url) else {
        return Ok(None);
    };
    let Some(text) = known.text_at(change, url)? else {
        return Ok(None);
    };
    let told = record
        .start
        .zip(record.end)
        .and_then(|(start, end)| quote_between(&text.content, start, end))
        .filter(|found| found.exact == *quote);
    let found = match told {
        Some(told) => told,
        None => match locate(&text.content, quote, None) {
            Ok(found) => found,
            Err(error) => return Ok(Some(error.to_string())),
        },
    };
    let placed = Placed {
        article: text.article,
        revision: text.revision,
        quote: found,
    };
    put(change, claim, &placed)?;
    Ok(None)
}

fn put(change: &Change<'_>, claim: ClaimId, placed: &Placed) -> Result<()> {
    let placement = Placement {
        outcome: Outcome::First,
        quote: Some(placed.quote.clone()),
        likeness: None,
        candidates: Vec::new(),
    };
    change.writer.set_article(claim, placed.article)?;
    change
        .writer
        .place_claim(claim, placed.revision, &placement)?;
    Ok(())
}

fn judge(
    change: &Change<'_>,
    known: &mut Known,
    new: &Resolved,
    (claim, reviewer): (ClaimId, ReviewerId),
) -> Result<Option<VerdictId>> {
    let rating = match &new.verdict {
        None => return Ok(None),
        Some(Judged::On(rating)) => *rating,
        Some(Judged::AsPublished(label)) => known.rating_as_published(change, label)?,
    };
    let verdict = change.writer.insert_verdict(
        claim,
        reviewer,
        &VerdictRow {
            rating,
            rationale: new.record.rationale.as_deref().unwrap_or_default(),
            correction: new.record.correction.as_deref(),
            confidence: None,
            no_source: None,
            reuses: None,
        },
        new.thing.map_or_else(
            || VerdictIdentity::New(change.uuid()),
            VerdictIdentity::Given,
        ),
        new.record.reviewed_at.unwrap_or(change.at),
    )?;
    Ok(Some(verdict))
}

fn cite(
    change: &Change<'_>,
    to: (ClaimId, Option<VerdictId>),
    reviewer: ReviewerId,
    (cited, (uuid, at)): (&Cited, (Uuid, DateTime<Utc>)),
) -> Result<()> {
    let writer = change.writer;
    let source = writer.find_or_insert_source(&cited.source, change.uuid(), change.at)?;
    let new = NewEvidence {
        source: SourceRef::Number(source.id),
        stance: cited.stance,
        quote: cited.quote.clone(),
        locator: cited.locator.clone(),
    };
    let evidence = writer.insert_evidence_row(to, source.id, reviewer, &new, uuid, at)?;
    // A source that is new has no snapshot yet.
    if let Some(quote) = new.quote.as_ref().filter(|_| source.existed)
        && let Some(text) = writer.latest_text(source.id)?
    {
        writer.note_finding(evidence, &Passages::new(&text).look_up(quote))?;
    }
    Ok(())
}
