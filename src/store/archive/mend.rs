//! What a merge has to set right once all lines are taken: what follows from
//! several of them together.

use rusqlite::{OptionalExtension, named_params};

use super::kinds::Kind;
use super::{Fields, text};
use crate::model::ids::{ArticleId, ClaimId};
use crate::store::{Result, Writer};

impl Writer<'_> {
    /// Notes that something about a claim came in.
    pub(crate) fn touch_claim(&self, uuid: &str) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO temp.touched_claims SELECT id FROM claims WHERE uuid = :uuid ON CONFLICT DO NOTHING",
            )?
            .execute(named_params! { ":uuid": uuid })?;
        Ok(())
    }

    /// The claims that something came in about.
    pub(crate) fn touched_claims(&self) -> Result<Vec<ClaimId>> {
        let mut query = self
            .connection
            .prepare("SELECT id FROM temp.touched_claims ORDER BY id")?;
        let ids = query.query_map([], |row| row.get(0).map(ClaimId))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Works out anew what follows for these claims from verdicts, rulings and
    /// sources, which came in one after the other.
    pub(crate) fn settle_touched_claims(&self) -> Result<()> {
        self.connection.execute(
            "UPDATE claim_standings SET rating_id = rating_id
             WHERE claim_id IN (SELECT id FROM temp.touched_claims)",
            [],
        )?;
        Ok(())
    }

    /// A free number for a revision whose own is taken, noting that the article was
    /// revised on both desks; none where it is free.
    pub(crate) fn number_for_torn(&self, article: &str, number: i64) -> Result<Option<i64>> {
        let mut query = self.connection.prepare_cached(
            "SELECT r.article_id, (SELECT max(n.number) FROM revisions n WHERE n.article_id = r.article_id) AS last
             FROM revisions r JOIN articles a ON a.id = r.article_id WHERE a.uuid = :article AND r.number = :number",
        )?;
        let taken = query.query_one(
            named_params! { ":article": article, ":number": number },
            |row| Ok((row.get::<_, i64>("article_id")?, row.get::<_, i64>("last")?)),
        );
        let Some((id, last)) = taken.optional()? else {
            return Ok(None);
        };
        self.connection
            .prepare_cached(
                "INSERT INTO temp.torn_articles (id, number) VALUES (:id, :number)
                 ON CONFLICT (id) DO UPDATE SET number = min(number, excluded.number)",
            )?
            .execute(named_params! { ":id": id, ":number": number })?;
        Ok(Some(last + 1))
    }

    /// Numbers the revisions anew that two desks took apart, in the order in which
    /// they came onto either; gives the articles, with the first such number.
    pub(crate) fn mend_torn_articles(&self) -> Result<Vec<(ArticleId, i64)>> {
        let mut query = self
            .connection
            .prepare("SELECT id, number FROM temp.torn_articles ORDER BY id")?;
        let torn = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let torn = torn.collect::<rusqlite::Result<Vec<(i64, i64)>>>()?;
        for (article, from) in &torn {
            self.number_anew(*article, *from)?;
            self.write_anchors_anew(*article)?;
        }
        Ok(torn
            .into_iter()
            .map(|(id, number)| (ArticleId(id), number))
            .collect())
    }

    fn number_anew(&self, article: i64, from: i64) -> Result<()> {
        let mut query = self.connection.prepare_cached(
            "SELECT id FROM revisions WHERE article_id = :article AND number >= :from ORDER BY uuid",
        )?;
        let ids = query.query_map(
            named_params! { ":article": article, ":from": from },
            |row| row.get(0),
        )?;
        let ids = ids.collect::<rusqlite::Result<Vec<i64>>>()?;
        // Out of the way first, so that no two meet on one number.
        self.connection.execute(
            "UPDATE revisions SET number = number + (SELECT max(number) FROM revisions WHERE article_id = :article)
             WHERE article_id = :article AND number >= :from",
            named_params! { ":article": article, ":from": from },
        )?;
        let mut number = self
            .connection
            .prepare_cached("UPDATE revisions SET number = :number WHERE id = :id")?;
        for (id, new) in ids.iter().zip(from..) {
            number.execute(named_params! { ":id": id, ":number": new })?;
        }
        Ok(())
    }

    /// Anchors are looked through in the order in which they were written.
    fn write_anchors_anew(&self, article: i64) -> Result<()> {
        self.connection.execute_batch(
            "DROP TABLE IF EXISTS temp.anchors_anew; CREATE TEMP TABLE anchors_anew AS SELECT * FROM anchors WHERE false",
        )?;
        self.connection.execute(
            "INSERT INTO temp.anchors_anew SELECT n.* FROM claims c JOIN anchors n ON n.claim_id = c.id
             WHERE c.article_id = :article",
            named_params! { ":article": article },
        )?;
        self.connection.execute(
            "DELETE FROM anchors WHERE claim_id IN (SELECT id FROM claims WHERE article_id = :article)",
            named_params! { ":article": article },
        )?;
        self.connection.execute_batch(
            "INSERT INTO anchors (claim_id, revision_id, start_byte, end_byte, start_char, end_char, quote, words,
                                  prefix, suffix, outcome, likeness, candidates)
             SELECT n.claim_id, n.revision_id, n.start_byte, n.end_byte, n.start_char, n.end_char, n.quote, n.words,
                    n.prefix, n.suffix, n.outcome, n.likeness, n.candidates
             FROM temp.anchors_anew n JOIN revisions r ON r.id = n.revision_id ORDER BY n.claim_id, r.number;
             DROP TABLE temp.anchors_anew",
        )?;
        Ok(())
    }

    /// Ends one of two assignments of a claim to the same person that are both
    /// open: the one with the greater identity, as if it had never been needed.
    /// Gives whether the one that came in is to be ended.
    pub(crate) fn end_second_assignment(&self, kind: &Kind, fields: &Fields) -> Result<bool> {
        let text = |name| text(fields, name);
        if text("ended_at").is_some() {
            return Ok(false);
        }
        let sql = format!(
            "SELECT t.uuid FROM {} t JOIN claims c ON c.id = t.claim_id JOIN reviewers p ON p.id = t.reviewer_id
             WHERE c.uuid = :claim AND p.handle = :reviewer AND t.ended_at IS NULL AND t.uuid <> :uuid",
            kind.table
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let other = query.query_one(
            named_params! { ":claim": text("claim"), ":reviewer": text("reviewer"), ":uuid": text("uuid") },
            |row| row.get::<_, String>(0),
        );
        let Some(other) = other.optional()? else {
            return Ok(false);
        };
        if text("uuid") > Some(other.as_str()) {
            return Ok(true);
        }
        self.connection
            .prepare_cached("UPDATE assignments SET ended_at = created_at WHERE uuid = :uuid")?
            .execute(named_params! { ":uuid": other })?;
        Ok(false)
    }

    /// The verdict of the same reviewer on the same claim that replaces the same
    /// one, if there is one that did not come in too.
    pub(crate) fn rival_of(&self, verdict: &Fields) -> Result<Option<String>> {
        let text = |name| text(verdict, name);
        let mut query = self.connection.prepare_cached(
            "SELECT v.uuid FROM claims c JOIN verdicts v ON v.claim_id = c.id
             JOIN reviewers p ON p.id = v.reviewer_id LEFT JOIN verdicts s ON s.id = v.supersedes_id
             WHERE c.uuid = :claim AND p.handle = :reviewer AND s.uuid IS :supersedes AND v.uuid <> :uuid
                 AND NOT EXISTS (SELECT 1 FROM temp.incoming i WHERE i.kind = 'verdict' AND i.key = v.uuid)
             ORDER BY v.uuid DESC LIMIT 1",
        )?;
        let found = query.query_one(
            named_params! {
                ":claim": text("claim"),
                ":reviewer": text("reviewer"),
                ":supersedes": text("supersedes"),
                ":uuid": text("uuid"),
            },
            |row| row.get(0),
        );
        Ok(found.optional()?)
    }

    /// What of a thing that came in belongs to another claim or article than the thing
    /// itself, by its field.
    pub(crate) fn of_another(&self, kind: &Kind, fields: &Fields) -> Result<Option<String>> {
        const VERDICT: &str = "SELECT 1 FROM verdicts v JOIN claims c ON c.id = v.claim_id
             WHERE v.uuid = :uuid AND c.uuid <> :of";
        const RULING: &str = "SELECT 1 FROM rulings u JOIN claims c ON c.id = u.claim_id
             WHERE u.uuid = :uuid AND c.uuid <> :of";
        const REVISION: &str = "SELECT 1 FROM revisions r JOIN articles a ON a.id = r.article_id
             WHERE r.uuid = :uuid AND a.uuid IS NOT :of";
        let (of, asked): (&str, &[(&str, &str)]) = match kind.word {
            "verdict" => ("claim", &[("supersedes", VERDICT)]),
            "evidence" => ("claim", &[("verdict", VERDICT)]),
            "ruling" => (
                "claim",
                &[
                    ("verdict", VERDICT),
                    ("ruled_verdict", VERDICT),
                    ("undoes", RULING),
                ],
            ),
            "flag" | "claim" => ("article", &[("revision", REVISION)]),
            _ => return Ok(None),
        };
        let of = text(fields, of);
        for (field, sql) in asked {
            let mut query = self.connection.prepare_cached(sql)?;
            let mut named: Vec<&str> = text(fields, field).into_iter().collect();
            let anchors = fields.get("anchors").and_then(serde_json::Value::as_array);
            let anchors = anchors.into_iter().flatten();
            named.extend(anchors.filter_map(|row| row[*field].as_str()));
            for uuid in named {
                if query.exists(named_params! { ":uuid": uuid, ":of": of })? {
                    return Ok(Some((*field).to_owned()));
                }
            }
        }
        Ok(None)
    }

    /// The text of a revision, by its identity.
    pub(crate) fn text_of_revision(&self, uuid: &str) -> Result<Option<String>> {
        let mut query = self
            .connection
            .prepare_cached("SELECT text FROM revisions WHERE uuid = :uuid")?;
        let text = query.query_one(named_params! { ":uuid": uuid }, |row| row.get(0));
        Ok(text.optional()?)
    }

    /// Drops bytes that came in and that nothing uses.
    pub(crate) fn drop_bytes_left_over(&self) -> Result<()> {
        self.drop_unused_bytes()
    }
}
