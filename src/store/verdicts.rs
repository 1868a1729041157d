//! Verdicts, each with the evidence it was given with.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::rows::{json, parsed, parsed_option, time};
use super::sight::VISIBLE;
use super::{Reader, Result, Scope, Writer};
use crate::model::claim::Doubt;
use crate::model::ids::{ClaimId, RatingId, ReviewerId, VerdictId, uuid_after};
use crate::model::source::Evidence;
use crate::model::verdict::{Confidence, Verdict};

/// The identity of a verdict that is added. Those of a claim stand in their order.
#[derive(Debug, Clone, Copy)]
pub(crate) enum VerdictIdentity {
    /// A new one: the verdict stands behind all that the claim has.
    New(Uuid),
    /// One that it came with, which tells when it was given.
    Given(Uuid),
}

/// A verdict as it is stored.
#[derive(Debug, Clone, Copy)]
pub(crate) struct VerdictRow<'v> {
    /// The rating.
    pub(crate) rating: RatingId,
    /// Why, in Markdown.
    pub(crate) rationale: &'v str,
    /// The suggested wording.
    pub(crate) correction: Option<&'v str>,
    /// How sure the reviewer is.
    pub(crate) confidence: Option<Confidence>,
    /// Why no source is named.
    pub(crate) no_source: Option<&'v str>,
    /// The earlier claim whose check it takes over.
    pub(crate) reuses: Option<ClaimId>,
}

const VERDICTS: &str = "
    SELECT v.id, v.uuid, v.claim_id, p.handle, p.name, s.slug AS scale, g.slug AS rating, g.label, g.tone,
           v.rationale, v.correction, v.confidence, v.no_source, v.reaffirmed, v.reused_claim_id, v.created_at,
           v.supersedes_id,
           v.rating_id, v.reviewer_id,
           (SELECT d.doubts FROM verdict_doubts d WHERE d.verdict_id = v.id) AS doubts,
           EXISTS (SELECT 1 FROM withdrawals w WHERE w.verdict_id = v.id) AS withdrawn,
           (SELECT n.id FROM kept_verdicts n
            WHERE n.claim_id = v.claim_id AND n.reviewer_id = v.reviewer_id AND n.uuid > v.uuid
            ORDER BY n.uuid LIMIT 1) AS superseded_by
    FROM verdicts v
    JOIN claims c ON c.id = v.claim_id
    JOIN reviewers p ON p.id = v.reviewer_id
    JOIN ratings g ON g.id = v.rating_id
    JOIN scales s ON s.id = g.scale_id";

fn verdict(row: &Row<'_>) -> rusqlite::Result<Verdict> {
    let doubts: Vec<Doubt> = json(row, "doubts")?;
    Ok(Verdict {
        id: VerdictId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        claim: ClaimId(row.get("claim_id")?),
        reviewer: row.get("handle")?,
        reviewer_name: row.get("name")?,
        scale: row.get("scale")?,
        rating: row.get("rating")?,
        rating_label: row.get("label")?,
        rating_tone: parsed(row, "tone")?,
        rationale: row.get("rationale")?,
        correction: row.get("correction")?,
        confidence: parsed_option(row, "confidence")?,
        no_source: row.get("no_source")?,
        reaffirmed: row.get("reaffirmed")?,
        reuses: row.get::<_, Option<i64>>("reused_claim_id")?.map(ClaimId),
        created_at: parsed(row, "created_at")?,
        stale: !doubts.is_empty(),
        stale_because: doubts,
        withdrawn: row.get("withdrawn")?,
        supersedes: row.get::<_, Option<i64>>("supersedes_id")?.map(VerdictId),
        superseded_by: row.get::<_, Option<i64>>("superseded_by")?.map(VerdictId),
        evidence: Vec::new(),
        rating_id: RatingId(row.get("rating_id")?),
        reviewer_id: ReviewerId(row.get("reviewer_id")?),
    })
}

/// Evidence of a scope: what each verdict was given with, and the rest.
#[derive(Debug, Default)]
struct Evidences {
    of_verdict: HashMap<VerdictId, Vec<Evidence>>,
    of_claim: Vec<Evidence>,
}

impl Reader<'_> {
    /// Verdicts of a scope, oldest first, each with its evidence; and the
    /// evidence that was added outside any verdict. Without those that are hidden
    /// from who looks.
    pub fn verdicts(&self, scope: Scope) -> Result<(Vec<Verdict>, Vec<Evidence>)> {
        let mut evidence = Evidences::default();
        for (verdict, piece) in self.evidence(scope)? {
            match verdict {
                Some(id) => evidence.of_verdict.entry(id).or_default().push(piece),
                None => evidence.of_claim.push(piece),
            }
        }
        let narrow = match scope {
            Scope::Claim(_) => "v.claim_id = :id",
            Scope::Article(_) => "v.claim_id IN (SELECT id FROM claims WHERE article_id = :id)",
        };
        let sql = format!(
            "{VERDICTS} WHERE {narrow} AND (v.reviewer_id = :viewer OR {VISIBLE}) ORDER BY v.claim_id, v.uuid"
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut verdicts = query
            .query_map(
                named_params! { ":id": scope.id(), ":viewer": self.sight.viewer() },
                verdict,
            )?
            .collect::<rusqlite::Result<Vec<Verdict>>>()?;
        // What a verdict rested on, it rests on as well when it is reaffirmed.
        let mut inherited: HashMap<VerdictId, Vec<Evidence>> = HashMap::new();
        for verdict in &mut verdicts {
            let own = evidence.of_verdict.remove(&verdict.id).unwrap_or_default();
            let inherited_here = inherited.remove(&verdict.id);
            let inherited_here = inherited_here.filter(|_| verdict.reaffirmed.is_some());
            verdict.evidence = inherited_here.unwrap_or_default();
            verdict.evidence.extend(own);
            if let Some(next) = verdict.superseded_by.filter(|_| !verdict.withdrawn) {
                inherited.insert(next, verdict.evidence.clone());
            }
        }
        Ok((verdicts, evidence.of_claim))
    }

    /// The latest verdict of a reviewer on a claim before the one of that identity,
    /// taken back or not.
    fn verdict_before(
        &self,
        claim: ClaimId,
        reviewer: ReviewerId,
        uuid: Uuid,
    ) -> Result<Option<VerdictId>> {
        let mut query = self.connection.prepare_cached(
            "SELECT id FROM verdicts WHERE claim_id = :claim AND reviewer_id = :reviewer AND uuid < :uuid
             ORDER BY uuid DESC LIMIT 1",
        )?;
        let id = query.query_one(
            named_params! { ":claim": claim.0, ":reviewer": reviewer.0, ":uuid": uuid.to_string() },
            |row| row.get(0),
        );
        Ok(id.optional()?.map(VerdictId))
    }

    /// An identity for a verdict on a claim that stands behind those that it has.
    fn after_verdicts(&self, claim: ClaimId, uuid: Uuid) -> Result<Uuid> {
        let mut query = self
            .connection
            .prepare_cached("SELECT max(uuid) AS latest FROM verdicts WHERE claim_id = :claim")?;
        let latest = query.query_one(named_params! { ":claim": claim.0 }, |row| {
            parsed_option(row, "latest")
        })?;
        Ok(uuid_after(uuid, latest))
    }

    /// The reviewer's verdict on a claim that was neither replaced nor taken
    /// back.
    pub fn standing_verdict(
        &self,
        claim: ClaimId,
        reviewer: ReviewerId,
    ) -> Result<Option<VerdictId>> {
        let mut query = self.connection.prepare_cached(
            "SELECT id FROM kept_verdicts WHERE claim_id = :claim AND reviewer_id = :reviewer
             ORDER BY uuid DESC LIMIT 1",
        )?;
        let id = query.query_one(
            named_params! { ":claim": claim.0, ":reviewer": reviewer.0 },
            |row| row.get(0),
        );
        Ok(id.optional()?.map(VerdictId))
    }

    /// How many verdicts the claims of a scope have.
    pub fn verdict_count(&self, scope: Scope) -> Result<u32> {
        let narrow = match scope {
            Scope::Claim(_) => "claim_id = :id",
            Scope::Article(_) => "claim_id IN (SELECT id FROM claims WHERE article_id = :id)",
        };
        let sql = format!("SELECT count(*) FROM verdicts WHERE {narrow}");
        let mut query = self.connection.prepare_cached(&sql)?;
        Ok(query.query_one(named_params! { ":id": scope.id() }, |row| row.get(0))?)
    }
}

impl Writer<'_> {
    /// Adds a verdict on a claim as its words stand now. It replaces the
    /// reviewer's standing verdict, if there is one.
    pub(crate) fn insert_verdict(
        &self,
        claim: ClaimId,
        reviewer: ReviewerId,
        new: &VerdictRow<'_>,
        identity: VerdictIdentity,
        at: DateTime<Utc>,
    ) -> Result<VerdictId> {
        let uuid = match identity {
            VerdictIdentity::New(uuid) => self.after_verdicts(claim, uuid)?,
            VerdictIdentity::Given(uuid) => uuid,
        };
        let supersedes = self.verdict_before(claim, reviewer, uuid)?;
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO verdicts (uuid, claim_id, reviewer_id, rating_id, rating_version, revision_id, words,
                                   rationale, correction, confidence, no_source, reused_claim_id, reused_rating_id,
                                   supersedes_id, created_at)
             VALUES (:uuid, :claim, :reviewer, :rating, (SELECT version FROM ratings WHERE id = :rating),
                     (SELECT revision_id FROM anchors WHERE claim_id = :claim ORDER BY id DESC LIMIT 1),
                     (SELECT words FROM anchors WHERE claim_id = :claim ORDER BY id DESC LIMIT 1),
                     :rationale, :correction, :confidence, :no_source, :reuses,
                     (SELECT rating_id FROM claims WHERE id = :reuses), :supersedes, :at)",
        )?;
        let id = insert.insert(named_params! {
            ":uuid": uuid.to_string(),
            ":claim": claim.0,
            ":reviewer": reviewer.0,
            ":rating": new.rating.0,
            ":rationale": new.rationale,
            ":correction": new.correction,
            ":confidence": new.confidence.map(Confidence::as_str),
            ":no_source": new.no_source,
            ":reuses": new.reuses.map(|id| id.0),
            ":supersedes": supersedes.map(|id| id.0),
            ":at": time(at),
        })?;
        Ok(VerdictId(id))
    }

    /// Takes a verdict back.
    pub fn withdraw_verdict(
        &self,
        verdict: VerdictId,
        reviewer: ReviewerId,
        at: DateTime<Utc>,
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO withdrawals (verdict_id, reviewer_id, created_at) VALUES (:verdict, :reviewer, :at)",
            )?
            .execute(named_params! { ":verdict": verdict.0, ":reviewer": reviewer.0, ":at": time(at) })?;
        Ok(())
    }

    /// Gives a verdict again as it is, for the words as they stand now.
    pub fn reaffirm_verdict(
        &self,
        (claim, verdict): (ClaimId, VerdictId),
        because: &str,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<VerdictId> {
        let uuid = self.after_verdicts(claim, uuid)?;
        let id = self.connection.query_one(
            "INSERT INTO verdicts (uuid, claim_id, reviewer_id, rating_id, rating_version, revision_id, words,
                                   rationale, correction, confidence, no_source, reused_claim_id, reused_rating_id,
                                   supersedes_id, reaffirmed, created_at)
             SELECT :uuid, claim_id, reviewer_id, rating_id, (SELECT version FROM ratings g WHERE g.id = v.rating_id),
                    (SELECT revision_id FROM anchors a WHERE a.claim_id = v.claim_id ORDER BY a.id DESC LIMIT 1),
                    (SELECT words FROM anchors a WHERE a.claim_id = v.claim_id ORDER BY a.id DESC LIMIT 1),
                    rationale, correction, confidence, no_source, reused_claim_id,
                    (SELECT o.rating_id FROM claims o WHERE o.id = v.reused_claim_id),
                    (SELECT n.id FROM verdicts n WHERE n.claim_id = v.claim_id AND n.reviewer_id = v.reviewer_id
                     ORDER BY n.uuid DESC LIMIT 1),
                    :because, :at
             FROM verdicts v WHERE id = :verdict
             RETURNING id",
            named_params! {
                ":uuid": uuid.to_string(),
                ":verdict": verdict.0,
                ":because": because,
                ":at": time(at),
            },
            |row| row.get(0),
        )?;
        Ok(VerdictId(id))
    }
}
