//! A record made ready to be stored: everything that can be wrong with it is
//! found here, before anything is written.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::known::Known;
use super::take::Stands;
use crate::desk::names::filled;
use crate::desk::sources::source_identity;
use crate::desk::transact::Change;
use crate::interchange::records::identity_of;
use crate::model::claim::ClaimState;
use crate::model::ids::{ClaimId, RatingId};
use crate::model::publication::{Appearance, Publication};
use crate::model::record::{ClaimRecord, RecordSource};
use crate::model::source::{NewSource, SourceDetails, SourceIdentity, Stance};
use crate::model::workflow::Step;

/// Why a record can't be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused(pub(super) String);

/// A record that can be stored.
pub(super) struct Resolved {
    pub(super) uuid: Uuid,
    /// The claim on the desk that it is, with what the desk knows of it.
    pub(super) known: Option<(ClaimId, ClaimRecord)>,
    /// The record, or what the desk knows with what the record says over it.
    pub(super) record: ClaimRecord,
    /// What the record says of its verdict; none where it says none, or says what
    /// the desk knows.
    pub(super) verdict: Option<Judged>,
    /// The state that the claim is in then.
    pub(super) state: ClaimState,
    /// The sources that the desk does not know for this claim yet.
    pub(super) sources: Vec<Cited>,
    /// Who gives its verdict and its sources, as the record itself says.
    pub(super) by: Option<String>,
    /// When, as the record itself says.
    pub(super) at: Option<DateTime<Utc>>,
    /// The identity of its verdict, else of its evidence, where it has one.
    pub(super) thing: Option<Uuid>,
    /// Where it stands.
    pub(super) stands: Stands,
}

/// A rating that can be given.
pub(super) enum Judged {
    /// On a scale of the desk.
    On(RatingId),
    /// By what it is called where it was published.
    AsPublished(String),
}

/// A source, and how it bears on the claim.
pub(super) struct Cited {
    pub(super) source: NewSource,
    pub(super) stance: Stance,
    pub(super) quote: Option<String>,
    pub(super) locator: Option<String>,
}

/// Makes a record ready to be stored.
pub(super) fn resolved(
    change: &Change<'_>,
    known: &mut Known,
    record: ClaimRecord,
) -> Result<Resolved, Refused> {
    let record = tidy(record);
    if record.claim.is_empty() {
        return Err(Refused("claim: it says nothing".to_owned()));
    }
    if let (Some(start), Some(end)) = (record.start, record.end)
        && start > end
    {
        return Err(Refused(format!(
            "start: {start} lies behind the end, which is {end}"
        )));
    }
    let uuid = record.id.unwrap_or_else(|| identity_of(&record));
    let on_desk = |error: crate::store::StoreError| Refused(error.to_string());
    let id = change.writer.claim_with_uuid(uuid).map_err(on_desk)?;
    let before = match id {
        Some(id) => {
            let before = change.writer.record_of(id).map_err(on_desk)?;
            before.map(|before| (id, before))
        }
        None => None,
    };
    let sources = cited(&record.sources, before.as_ref().map(|(_, before)| before))?;
    let (by, at) = (record.reviewer.clone(), record.reviewed_at);
    let says_rating = record.rating.is_some() || record.rating_label.is_some();
    let mut merged = match &before {
        Some((_, before)) => over(before.clone(), record),
        None => record,
    };
    let verdict = judged(
        known,
        &mut merged,
        before.as_ref().map(|(_, before)| before),
    )?
    .filter(|_| says_rating);
    let state = match &before {
        Some((id, _)) => after(change, *id, verdict.is_some())?,
        None if verdict.is_none() => ClaimState::ToCheck,
        None if merged.check_url.is_some() => ClaimState::Published,
        None => ClaimState::InReview,
    };
    Ok(Resolved {
        uuid,
        known: before,
        verdict,
        state,
        sources,
        record: merged,
        by,
        at,
        thing: None,
        stands: Stands::AsTold,
    })
}

/// The state of a known claim after the record.
fn after(change: &Change<'_>, id: ClaimId, judged: bool) -> Result<ClaimState, Refused> {
    let claim = change.writer.claim(id);
    let claim = claim.map_err(|error| Refused(error.to_string()))?;
    let state = claim.map_or(ClaimState::ToCheck, |claim| claim.state);
    if !judged {
        return Ok(state);
    }
    let refused = |error| Refused(format!("id: claim {id} {error}"));
    state.after(Step::Judge).map_err(refused)
}

/// A record without texts that say nothing.
fn tidy(record: ClaimRecord) -> ClaimRecord {
    let filled = |text: Option<String>| filled(text.as_deref());
    ClaimRecord {
        claim: record.claim.trim().to_owned(),
        quote: record.quote.filter(|quote| !quote.trim().is_empty()),
        claimant: filled(record.claimant),
        article_url: filled(record.article_url),
        article_title: filled(record.article_title),
        appearances: several(&record.appearances),
        topics: several(&record.topics),
        language: filled(record.language),
        scale: filled(record.scale),
        rating: filled(record.rating),
        rating_label: filled(record.rating_label),
        rationale: filled(record.rationale),
        correction: filled(record.correction),
        reviewer: filled(record.reviewer),
        check_url: filled(record.check_url),
        check_title: filled(record.check_title),
        publisher: filled(record.publisher),
        publisher_url: filled(record.publisher_url),
        ..record
    }
}

fn several(texts: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for text in texts.iter().map(|text| text.trim()) {
        if !text.is_empty() && !kept.iter().any(|known| known == text) {
            kept.push(text.to_owned());
        }
    }
    kept
}

/// What the desk knows of a claim, with what a record says over it. A verdict is
/// one whole: what it does not say is not taken from the one before.
fn over(before: ClaimRecord, record: ClaimRecord) -> ClaimRecord {
    let mut topics = before.topics.clone();
    topics.extend(record.topics.iter().cloned());
    let mut topics = several(&topics);
    topics.sort();
    let mut extra = before.extra.clone();
    extra.extend(record.extra.clone());
    let judged = if record.rating.is_some() || record.rating_label.is_some() {
        record.clone()
    } else {
        before.clone()
    };
    ClaimRecord {
        id: before.id,
        claim: record.claim,
        quote: record.quote.or(before.quote),
        start: record.start.or(before.start),
        end: record.end.or(before.end),
        claimant: record.claimant.or(before.claimant),
        claim_date: record.claim_date.or(before.claim_date),
        article_url: record.article_url.or(before.article_url),
        article_title: record.article_title.or(before.article_title),
        appearances: if record.appearances.is_empty() {
            before.appearances
        } else {
            record.appearances
        },
        topics,
        language: record.language.or(before.language),
        check_url: record.check_url.or(before.check_url),
        check_title: record.check_title.or(before.check_title),
        check_published: record.check_published.or(before.check_published),
        publisher: record.publisher.or(before.publisher),
        publisher_url: record.publisher_url.or(before.publisher_url),
        sources: before.sources,
        extra,
        ..judged
    }
}

/// The verdict that a record gives, unless the desk has it already. The record
/// names scale and rating as the desk does then.
fn judged(
    known: &Known,
    record: &mut ClaimRecord,
    before: Option<&ClaimRecord>,
) -> Result<Option<Judged>, Refused> {
    let judged = match (&record.rating, &record.rating_label) {
        (Some(given), _) => {
            let scale = known.scale(record.scale.as_deref()).map_err(Refused)?;
            let rating = scale.ratings.iter().find(|rating| rating.is_called(given));
            let Some(rating) = rating else {
                let slugs: Vec<&str> = scale.ratings.iter().map(|one| &*one.slug).collect();
                return Err(Refused(format!(
                    "rating: there is no rating “{given}” on the scale {}; there are {}",
                    scale.slug,
                    slugs.join(", ")
                )));
            };
            record.scale = Some(scale.slug.clone());
            record.rating = Some(rating.slug.clone());
            Judged::On(rating.id)
        }
        (None, Some(label)) => {
            record.scale = None;
            Judged::AsPublished(label.clone())
        }
        (None, None) => return Ok(None),
    };
    if let Some(name) = &record.reviewer {
        record.reviewer = Some(known.handle_of(name));
    }
    let is_known = before.is_some_and(|before| {
        record.scale == before.scale
            && record.rating == before.rating
            && (record.rating.is_some() || record.rating_label == before.rating_label)
            && record.rationale == before.rationale
            && record.correction == before.correction
            && (record.reviewer.is_none() || record.reviewer == before.reviewer)
    });
    if let Some(before) = before.filter(|_| is_known) {
        record.reviewer.clone_from(&before.reviewer);
        record.reviewed_at = before.reviewed_at;
        if record.rating_label.is_none() {
            record.rating_label.clone_from(&before.rating_label);
        }
    }
    Ok(Some(judged).filter(|_| !is_known))
}

/// The sources of a record that a claim on the desk does not cite in that way
/// yet.
fn cited(sources: &[RecordSource], before: Option<&ClaimRecord>) -> Result<Vec<Cited>, Refused> {
    let known = before.map_or(&[][..], |before| &before.sources);
    let known: Vec<Cited> = known.iter().filter_map(|one| cite(one).ok()).collect();
    let mut new: Vec<Cited> = Vec::new();
    for (number, source) in (1..).zip(sources) {
        let source = cite(source).map_err(|why| Refused(format!("source {number}: {why}")))?;
        if !known.iter().chain(&new).any(|other| other.is_same(&source)) {
            new.push(source);
        }
    }
    Ok(new)
}

impl Cited {
    fn is_same(&self, other: &Self) -> bool {
        let key = |cited: &Self| cited.source.identity.key();
        self.stance == other.stance
            && self.quote == other.quote
            && self.locator == other.locator
            && key(self) == key(other)
    }
}

fn cite(source: &RecordSource) -> Result<Cited, String> {
    let said = |text: &Option<String>| filled(text.as_deref());
    let details = SourceDetails {
        title: said(&source.title),
        author: said(&source.author),
        publisher: said(&source.publisher),
        published: source.published.clone(),
        accessed: source.accessed,
        archived_url: said(&source.archived_url),
        kind: source.kind,
        ..SourceDetails::default()
    };
    let mut identities = Vec::new();
    for given in [&source.doi, &source.isbn, &source.url] {
        if let Some(given) = said(given) {
            let identity = source_identity(&given).map_err(|error| error.to_string())?;
            if !identities.contains(&identity) {
                identities.push(identity);
            }
        }
    }
    if let Some(archived) = &details.archived_url {
        // What is no address of the web is no copy that anybody could open.
        let archived = source_identity(archived).map_err(|error| format!("archived_url: {error}"));
        archived?;
    }
    if identities.is_empty() {
        let title = details.title.clone();
        let title = title.ok_or("it has no url, doi, isbn or title")?;
        identities.push(SourceIdentity::titled(&title, &details));
    }
    let mut identities = identities.into_iter();
    let identity = identities.next().ok_or("it has no name")?;
    Ok(Cited {
        source: NewSource {
            identity,
            also: identities.collect(),
            details,
        },
        stance: source.stance.unwrap_or(Stance::Context),
        quote: said(&source.quote),
        locator: said(&source.locator),
    })
}

impl Resolved {
    /// Where its claim was made, as far as the record says it.
    pub(super) fn appearances(&self) -> Vec<Appearance> {
        let record = &self.record;
        let first = Appearance {
            url: record.article_url.clone(),
            title: record.article_title.clone(),
            quote: record.quote.clone(),
            start: record.start,
            end: record.end,
        };
        let others = record.appearances.iter().map(|url| Appearance {
            url: Some(url.clone()),
            ..Appearance::default()
        });
        if first == Appearance::default() && record.appearances.is_empty() {
            return Vec::new();
        }
        std::iter::once(first).chain(others).collect()
    }

    /// The page that its check was published on, if the record tells of one.
    pub(super) fn publication(&self) -> Option<Publication> {
        let record = &self.record;
        let publication = Publication {
            url: record.check_url.clone(),
            title: record.check_title.clone(),
            published: record.check_published.clone(),
            publisher: record.publisher.clone(),
            publisher_url: record.publisher_url.clone(),
            rating_label: record.rating_label.clone(),
        };
        Some(publication).filter(|publication| *publication != Publication::default())
    }
}
