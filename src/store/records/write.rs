//! Claims of records onto the desk, as rows.

use chrono::{DateTime, Utc};
use rusqlite::named_params;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::model::claim::ClaimState;
use crate::model::edtf::EdtfDate;
use crate::model::ids::{ClaimId, RatingId, ReviewerId, ScaleId};
use crate::model::publication::{Appearance, Publication, RecordOutcome};
use crate::model::scale::{NewRating, Tone};
use crate::store::rows::time;
use crate::store::{Result, StoreError, Writer};

/// A claim as it is stored, apart from where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RecordRow<'r> {
    /// Identity across desks.
    pub(crate) uuid: Uuid,
    /// What it says.
    pub(crate) statement: &'r str,
    /// Whether that is said in other words than its own.
    pub(crate) restated: bool,
    /// Row of who made it.
    pub(crate) claimant: Option<i64>,
    /// When it was made.
    pub(crate) claim_date: Option<&'r EdtfDate>,
    /// Its language.
    pub(crate) language: Option<&'r str>,
    /// How far its check has come.
    pub(crate) state: ClaimState,
    /// What else its format says.
    pub(crate) extra: &'r Map<String, Value>,
}

/// A file that claims come from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ImportRow<'r> {
    /// Identity across desks.
    pub(crate) uuid: Uuid,
    /// Its format.
    pub(crate) format: &'r str,
    /// Its name; none for standard input.
    pub(crate) file_name: Option<&'r str>,
    /// SHA-256 of its bytes, in hexadecimal.
    pub(crate) sha256: &'r str,
    /// Who imports it.
    pub(crate) reviewer: ReviewerId,
}

fn json(extra: &Map<String, Value>) -> Result<Option<String>> {
    if extra.is_empty() {
        return Ok(None);
    }
    let text =
        serde_json::to_string(extra).map_err(|error| StoreError::BadValue(error.to_string()))?;
    Ok(Some(text))
}

impl Writer<'_> {
    /// Adds a claim of a record, which stands in no article yet.
    pub(crate) fn insert_record(&self, new: &RecordRow<'_>, at: DateTime<Utc>) -> Result<ClaimId> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO claims (uuid, statement, restated, claimant_id, claim_date, language, state, origin, extra,
                                 created_at)
             VALUES (:uuid, :statement, :restated, :claimant, :claim_date, :language, :state, 'imported', :extra, :at)",
        )?;
        let id = insert.insert(named_params! {
            ":uuid": new.uuid.to_string(),
            ":statement": new.statement,
            ":restated": new.restated,
            ":claimant": new.claimant,
            ":claim_date": new.claim_date.map(EdtfDate::as_str),
            ":language": new.language,
            ":state": new.state.as_str(),
            ":extra": json(new.extra)?,
            ":at": time(at),
        })?;
        Ok(ClaimId(id))
    }

    /// Writes what a record says of a claim in the place of what was, but for its
    /// state and where it stands.
    pub(crate) fn update_record(&self, id: ClaimId, new: &RecordRow<'_>) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE claims SET restated = iif(statement = :statement, restated, :restated), statement = :statement,
                        claimant_id = :claimant, claim_date = :claim_date, language = :language, extra = :extra
                 WHERE id = :id",
            )?
            .execute(named_params! {
                ":id": id.0,
                ":statement": new.statement,
                ":restated": new.restated,
                ":claimant": new.claimant,
                ":claim_date": new.claim_date.map(EdtfDate::as_str),
                ":language": new.language,
                ":extra": json(new.extra)?,
            })?;
        Ok(())
    }

    /// Says in which article a claim stands.
    pub(crate) fn set_article(
        &self,
        id: ClaimId,
        article: crate::model::ids::ArticleId,
    ) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE claims SET article_id = :article WHERE id = :id")?
            .execute(named_params! { ":id": id.0, ":article": article.0 })?;
        Ok(())
    }

    /// Says where the check of a claim was published.
    pub(crate) fn publish_at(&self, claim: ClaimId, page: &Publication) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO publications (claim_id, url, title, published, publisher, publisher_url, rating_label)
                 VALUES (:claim, :url, :title, :published, :publisher, :publisher_url, :rating_label)
                 ON CONFLICT (claim_id) DO UPDATE SET url = excluded.url, title = excluded.title,
                     published = excluded.published, publisher = excluded.publisher,
                     publisher_url = excluded.publisher_url, rating_label = excluded.rating_label",
            )?
            .execute(named_params! {
                ":claim": claim.0,
                ":url": page.url,
                ":title": page.title,
                ":published": page.published.as_ref().map(EdtfDate::as_str),
                ":publisher": page.publisher,
                ":publisher_url": page.publisher_url,
                ":rating_label": page.rating_label,
            })?;
        Ok(())
    }

    /// Says where a claim was made, in the place of what was said before.
    pub(crate) fn set_appearances(&self, claim: ClaimId, places: &[Appearance]) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM appearances WHERE claim_id = :claim")?
            .execute(named_params! { ":claim": claim.0 })?;
        self.add_appearances(claim, places)
    }

    /// Says where a claim was made of which nothing was said before.
    pub(crate) fn add_appearances(&self, claim: ClaimId, places: &[Appearance]) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO appearances (claim_id, number, url, title, quote, start_char, end_char)
             VALUES (:claim, :number, :url, :title, :quote, :start, :end)",
        )?;
        for (number, place) in (1_i64..).zip(places) {
            insert.execute(named_params! {
                ":claim": claim.0,
                ":number": number,
                ":url": place.url,
                ":title": place.title,
                ":quote": place.quote,
                ":start": place.start,
                ":end": place.end,
            })?;
        }
        Ok(())
    }

    /// Adds a rating without a place on its scale.
    pub(crate) fn add_rating(&self, scale: ScaleId, slug: &str, label: &str) -> Result<RatingId> {
        let new = NewRating {
            slug: slug.to_owned(),
            label: label.to_owned(),
            description: String::new(),
            tone: Tone::Neutral,
            off_scale: true,
        };
        self.insert_rating(scale, &new, None)?;
        Ok(RatingId(self.connection.last_insert_rowid()))
    }

    /// Adds a file that claims come from; its number.
    pub(crate) fn insert_import(&self, new: &ImportRow<'_>, at: DateTime<Utc>) -> Result<i64> {
        let id = self.connection.query_one(
            "INSERT INTO imports (uuid, format, file_name, sha256, reviewer_id, created_at)
             VALUES (:uuid, :format, :file_name, :sha256, :reviewer, :at) RETURNING id",
            named_params! {
                ":uuid": new.uuid.to_string(),
                ":format": new.format,
                ":file_name": new.file_name,
                ":sha256": new.sha256,
                ":reviewer": new.reviewer.0,
                ":at": time(at),
            },
            |row| row.get(0),
        )?;
        Ok(id)
    }

    /// Gives an import the SHA-256 of its file, which is known once that was read to
    /// its end.
    pub(crate) fn seal_import(&self, import: i64, sha256: &str) -> Result<()> {
        self.connection.execute(
            "UPDATE imports SET sha256 = :sha256 WHERE id = :id",
            named_params! { ":id": import, ":sha256": sha256 },
        )?;
        Ok(())
    }

    /// Notes which record of an import a claim is; the first where there are
    /// several.
    pub(crate) fn note_import(
        &self,
        import: i64,
        claim: ClaimId,
        record: u64,
        outcome: RecordOutcome,
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO imported_claims (claim_id, import_id, record, outcome)
                 VALUES (:claim, :import, :record, :outcome) ON CONFLICT DO NOTHING",
            )?
            .execute(named_params! {
                ":claim": claim.0,
                ":import": import,
                ":record": record,
                ":outcome": outcome.as_str(),
            })?;
        Ok(())
    }
}
