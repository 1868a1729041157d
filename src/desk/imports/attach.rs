//! An annotation onto the desk: its words found in their article, and what it
//! says attached to the claim that they are.

use super::known::Known;
use super::resolve::{Refused, Resolved, resolved};
use super::take::{Placed, Remarked, Stands, Taken, take};
use crate::desk::Result;
use crate::desk::transact::Change;
use crate::interchange::records::identity_of;
use crate::interchange::web_annotation::{Attached, NoPlace, Remark};
use crate::model::flag::{NewFlag, RaisedBy, Severity};
use crate::model::ids::ClaimId;
use crate::model::publication::RecordOutcome;
use crate::model::record::ClaimRecord;
use crate::model::text::Quote;
use crate::store::FlagPlace;

/// Stores an annotation. Words that stand in an article of the desk are the claim
/// that stands there, or a new one; a remark on words that are no claim stays one on
/// the words.
pub(super) fn attach(
    change: &Change<'_>,
    known: &mut Known,
    record: ClaimRecord,
    attached: &Attached,
) -> Result<std::result::Result<Taken, Refused>> {
    let is_known = change.writer.knows_annotation(attached.id)?;
    let source = attached.target.source.as_deref().unwrap_or_default();
    let placed = known.text_at(change, source)?.map(|text| {
        let quote = attached.target.place(&text.content);
        quote
            .map(|quote| Placed {
                article: text.article,
                revision: text.revision,
                quote,
            })
            .map_err(|why| (text.article, why))
    });
    let stands = match placed {
        Some(Ok(placed)) => Stands::At(placed),
        Some(Err((article, NoPlace::Whole))) => {
            let place = FlagPlace {
                article: Some(article),
                ..FlagPlace::default()
            };
            return on_article(change, known, &place, (attached, is_known));
        }
        Some(Err((_, why))) => Stands::Nowhere(why.to_string()),
        None if record.claim.is_empty() => {
            return Ok(Err(Refused(NoPlace::Whole.to_string())));
        }
        None => Stands::AsTold,
    };
    let record = if is_known {
        without_verdict(record)
    } else {
        record
    };
    let record = match &stands {
        Stands::AsTold | Stands::Nowhere(_) => record,
        Stands::At(placed) => {
            let there = change.writer.claim_at(placed.revision, placed.quote.span)?;
            if there.is_none() && is_flag_alone(&record, attached) {
                let place = FlagPlace {
                    article: Some(placed.article),
                    claim: None,
                    words: Some((placed.revision, &placed.quote)),
                };
                return on_article(change, known, &place, (attached, is_known));
            }
            record_there(record, &placed.quote, there)
        }
    };
    let resolved = match resolved(change, known, record) {
        Ok(new) => Resolved {
            thing: Some(attached.id),
            stands,
            ..new
        },
        Err(refused) => return Ok(Err(refused)),
    };
    let mut taken = take(change, known, &resolved)?;
    if let (Some(remark), Some(claim), false) = (&attached.remark, taken.claim, is_known) {
        taken.remarked = on_claim(change, known, claim, (remark, attached))?;
        if taken.outcome.is_none() {
            known.note(resolved.uuid, RecordOutcome::Updated);
            taken.outcome = Some(RecordOutcome::Updated);
        }
    }
    Ok(Ok(taken))
}

/// Whether it is a flag and nothing that takes a claim to be said of.
fn is_flag_alone(record: &ClaimRecord, attached: &Attached) -> bool {
    matches!(attached.remark, Some(Remark::Flag { .. })) && record.topics.is_empty()
}

/// What an annotation says of words, as a record of the claim there, or of a new
/// one. Where that stands, the desk knows.
fn record_there(
    record: ClaimRecord,
    quote: &Quote,
    there: Option<(uuid::Uuid, String)>,
) -> ClaimRecord {
    let whole = ClaimRecord {
        quote: Some(quote.exact.clone()),
        start: Some(quote.start_char),
        end: Some(quote.end_char),
        ..record
    };
    let (id, claim) = match there {
        Some((id, statement)) => (id, statement),
        None => (identity_of(&whole), quote.exact.trim().to_owned()),
    };
    ClaimRecord {
        id: Some(id),
        claim,
        quote: None,
        start: None,
        end: None,
        article_url: None,
        article_title: None,
        ..whole
    }
}

/// The record of an annotation that the desk has already.
fn without_verdict(record: ClaimRecord) -> ClaimRecord {
    ClaimRecord {
        scale: None,
        rating: None,
        rating_label: None,
        rationale: None,
        correction: None,
        reviewer: None,
        reviewed_at: None,
        sources: Vec::new(),
        ..record
    }
}

/// A flag on a whole article, or on words of it that are no claim.
fn on_article(
    change: &Change<'_>,
    known: &mut Known,
    place: &FlagPlace<'_>,
    (attached, is_known): (&Attached, bool),
) -> Result<std::result::Result<Taken, Refused>> {
    let Some(remark @ Remark::Flag { .. }) = &attached.remark else {
        return Ok(Err(Refused(NoPlace::Whole.to_string())));
    };
    let mut taken = Taken::default();
    if !is_known {
        taken.remarked = raise(change, known, place, (remark, attached))?;
    }
    Ok(Ok(taken))
}

fn on_claim(
    change: &Change<'_>,
    known: &mut Known,
    claim: ClaimId,
    (remark, attached): (&Remark, &Attached),
) -> Result<Option<Remarked>> {
    let of_claim = change.writer.claim(claim)?;
    let place = FlagPlace {
        article: of_claim.and_then(|claim| claim.article),
        claim: Some(claim),
        words: None,
    };
    raise(change, known, &place, (remark, attached))
}

/// Makes a remark at a place.
fn raise(
    change: &Change<'_>,
    known: &mut Known,
    place: &FlagPlace<'_>,
    (remark, attached): (&Remark, &Attached),
) -> Result<Option<Remarked>> {
    let by = match &attached.by {
        Some(name) => known.reviewer(change, name)?,
        None => change.actor.id,
    };
    let at = attached.at.unwrap_or(change.at);
    match (remark, place.claim) {
        (Remark::Comment(body), Some(claim)) => {
            let body = body.trim();
            change
                .writer
                .insert_comment(claim, by, body, attached.id, at)?;
            Ok(Some(Remarked::Comment))
        }
        (Remark::Comment(_), None) => Ok(None),
        (
            Remark::Flag {
                message,
                category,
                suggestion,
            },
            _,
        ) => {
            let new = NewFlag {
                category: category.clone(),
                severity: Severity::Medium,
                message: message.clone(),
                suggestion: suggestion.clone(),
            };
            let by = RaisedBy::Reviewer(by);
            change
                .writer
                .insert_flag(place, &by, &new, attached.id, at)?;
            Ok(Some(Remarked::Flag))
        }
    }
}
