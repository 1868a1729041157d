//! Evidence: sources tied to claims.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::rows::{json, parsed, time};
use super::sight::VISIBLE;
use super::{Reader, Result, Scope, Writer};
use crate::model::ids::{ClaimId, EvidenceId, ReviewerId, SourceId, VerdictId};
use crate::model::locator::Locator;
use crate::model::snapshot::QuoteFinding;
use crate::model::source::{Evidence, NewEvidence};
use crate::text::passages::edits;

const EVIDENCE: &str = "
    SELECT e.id, e.uuid, e.claim_id, e.source_id, e.verdict_id, e.stance, e.quote, e.locator, e.created_at,
           p.handle, s.url, s.publisher, coalesce(s.title, s.url, s.identity) AS source_name,
           coalesce((SELECT json_object('snapshot', f.snapshot_id, 'finding', f.finding, 'start', f.start_char,
                                        'end', f.end_char, 'page', f.page, 'words', f.words, 'likeness', f.likeness,
                                        'figures', json(f.figures))
                     FROM findings f JOIN snapshots n ON n.id = f.snapshot_id WHERE f.evidence_id = e.id
                     ORDER BY n.taken_at DESC, n.uuid DESC LIMIT 1), 'null') AS found
    FROM evidence e
    JOIN claims c ON c.id = e.claim_id
    JOIN sources s ON s.id = e.source_id
    JOIN reviewers p ON p.id = e.reviewer_id";

fn evidence(row: &Row<'_>) -> rusqlite::Result<Evidence> {
    let quote: Option<String> = row.get("quote")?;
    let locator: Option<String> = row.get("locator")?;
    let mut found: Option<QuoteFinding> = json(row, "found")?;
    if let (Some(quote), Some(found)) = (&quote, &mut found) {
        let words = found.words.as_deref().unwrap_or_default();
        found.diff = edits(quote, found.likeness.unwrap_or(1.0), words);
    }
    Ok(Evidence {
        id: EvidenceId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        claim: ClaimId(row.get("claim_id")?),
        source: SourceId(row.get("source_id")?),
        source_name: row.get("source_name")?,
        source_url: row.get("url")?,
        source_publisher: row.get("publisher")?,
        stance: parsed(row, "stance")?,
        quote,
        place: locator.as_deref().and_then(Locator::parse),
        locator,
        found,
        reviewer: row.get("handle")?,
        created_at: parsed(row, "created_at")?,
    })
}

impl Reader<'_> {
    /// Evidence of a scope, oldest first, each with the verdict it was given
    /// with; without that of verdicts that are hidden from who looks.
    pub fn evidence(&self, scope: Scope) -> Result<Vec<(Option<VerdictId>, Evidence)>> {
        let narrow = match scope {
            Scope::Claim(_) => "e.claim_id = :id",
            Scope::Article(_) => "e.claim_id IN (SELECT id FROM claims WHERE article_id = :id)",
        };
        let sql = format!(
            "{EVIDENCE} WHERE {narrow} AND (e.verdict_id IS NULL OR {VISIBLE}) ORDER BY e.claim_id, e.id"
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let viewer = self.sight.viewer();
        let pieces = query.query_map(
            named_params! { ":id": scope.id(), ":viewer": viewer },
            |row| {
                let verdict: Option<i64> = row.get("verdict_id")?;
                Ok((verdict.map(VerdictId), evidence(row)?))
            },
        )?;
        Ok(pieces.collect::<rusqlite::Result<_>>()?)
    }

    /// One piece of evidence, with the verdict it was given with; unless that is
    /// hidden from who looks.
    pub fn piece(&self, id: EvidenceId) -> Result<Option<(Option<VerdictId>, Evidence)>> {
        let sql = format!("{EVIDENCE} WHERE e.id = :id AND (e.verdict_id IS NULL OR {VISIBLE})");
        let mut query = self.connection.prepare_cached(&sql)?;
        let values = named_params! { ":id": id.0, ":viewer": self.sight.viewer() };
        let piece = query.query_one(values, |row| {
            let verdict: Option<i64> = row.get("verdict_id")?;
            Ok((verdict.map(VerdictId), evidence(row)?))
        });
        Ok(piece.optional()?)
    }

    /// Every use of a source that may be seen, oldest first.
    pub fn uses_of(&self, source: SourceId) -> Result<Vec<Evidence>> {
        let mut query = self
            .connection
            .prepare_cached(&format!("{EVIDENCE} WHERE e.source_id = :id AND (e.verdict_id IS NULL OR {VISIBLE}) ORDER BY e.id"))?;
        Ok(query
            .query_map(
                named_params! { ":id": source.0, ":viewer": self.sight.viewer() },
                evidence,
            )?
            .collect::<rusqlite::Result<_>>()?)
    }
}

impl Reader<'_> {
    /// Every use of a source with a quote, whoever may see it.
    pub fn quotes_from(&self, source: SourceId) -> Result<Vec<(EvidenceId, String)>> {
        let mut query = self.connection.prepare_cached(
            "SELECT id, quote FROM evidence WHERE source_id = :id AND quote IS NOT NULL ORDER BY id",
        )?;
        let quotes = query.query_map(named_params! { ":id": source.0 }, |row| {
            Ok((EvidenceId(row.get(0)?), row.get(1)?))
        })?;
        Ok(quotes.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Ties a source to a claim, with a verdict or outside any.
    pub fn insert_evidence(
        &self,
        to: (ClaimId, Option<VerdictId>),
        source: SourceId,
        reviewer: ReviewerId,
        new: &NewEvidence,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<Evidence> {
        let id = self.insert_evidence_row(to, source, reviewer, new, uuid, at)?;
        let mut query = self
            .connection
            .prepare_cached(&format!("{EVIDENCE} WHERE e.id = :id"))?;
        Ok(query.query_one(named_params! { ":id": id.0 }, evidence)?)
    }

    /// Ties a source to a claim, of which no more is asked than its number.
    pub(crate) fn insert_evidence_row(
        &self,
        (claim, verdict): (ClaimId, Option<VerdictId>),
        source: SourceId,
        reviewer: ReviewerId,
        new: &NewEvidence,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<EvidenceId> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO evidence (uuid, claim_id, source_id, verdict_id, reviewer_id, stance, quote, locator, created_at)
             VALUES (:uuid, :claim, :source, :verdict, :reviewer, :stance, :quote, :locator, :at)",
        )?;
        let id = insert.insert(named_params! {
            ":uuid": uuid.to_string(),
            ":claim": claim.0,
            ":source": source.0,
            ":verdict": verdict.map(|id| id.0),
            ":reviewer": reviewer.0,
            ":stance": new.stance.as_str(),
            ":quote": new.quote,
            ":locator": new.locator,
            ":at": time(at),
        })?;
        Ok(EvidenceId(id))
    }
}
