//! Whether what claims keep of other tables is so, and whether nothing hangs in
//! the air that no foreign key speaks of.

use crate::store::{Connection, Reader, Result, StoreError, Writer};

/// The claims that keep something that is not so, each with what.
const DERIVED: &str = "
    SELECT c.id, concat_ws(', ',
               iif(c.rating_id IS NOT s.rating_id, 'rating', NULL),
               iif(c.stale_because IS NOT s.stale_because, 'doubts', NULL),
               iif(c.decided_at IS NOT s.decided_at, 'time of the ruling', NULL),
               iif(c.held <> h.held, 'whether somebody has it', NULL),
               iif(c.place IS NOT h.place, 'place', NULL)) AS what
    FROM claims c
    JOIN claim_standings s ON s.claim_id = c.id
    JOIN (SELECT o.id,
                 EXISTS (SELECT 1 FROM assignments a WHERE a.claim_id = o.id AND a.ended_at IS NULL) AS held,
                 (SELECT p.start_byte FROM latest_places p WHERE p.claim_id = o.id) AS place
          FROM claims o) h ON h.id = c.id";

/// What belongs to something without which it can't be.
const ORPHANS: &str = "
    SELECT 'article ' || a.id || ' has no text' FROM articles a
    WHERE NOT EXISTS (SELECT 1 FROM revisions r WHERE r.article_id = a.id)
    UNION ALL
    SELECT 'claim ' || c.id || ' of article ' || c.article_id || ' was never anchored in its text' FROM claims c
    WHERE c.article_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM anchors p WHERE p.claim_id = c.id)
    UNION ALL
    SELECT 'claim ' || c.id || ' is anchored in an article that it is not of' FROM claims c
    WHERE EXISTS (SELECT 1 FROM anchors p JOIN revisions r ON r.id = p.revision_id
                  WHERE p.claim_id = c.id AND r.article_id IS NOT c.article_id)
    UNION ALL
    SELECT 'source ' || s.id || ' is not recognised by ' || s.identity FROM sources s
    WHERE NOT EXISTS (SELECT 1 FROM source_identities i WHERE i.source_id = s.id AND i.identity = s.identity)
    UNION ALL
    SELECT 'scale ' || s.slug || ' has no ratings' FROM scales s
    WHERE NOT EXISTS (SELECT 1 FROM ratings g WHERE g.scale_id = s.id)
    UNION ALL
    SELECT 'verdict ' || v.id || ' takes the place of one on another claim' FROM verdicts v
    JOIN verdicts o ON o.id = v.supersedes_id WHERE o.claim_id <> v.claim_id
    UNION ALL
    SELECT 'ruling ' || u.id || ' is on a verdict on another claim' FROM rulings u
    JOIN verdicts v ON v.id = u.verdict_id WHERE v.claim_id <> u.claim_id
    UNION ALL
    SELECT 'evidence ' || e.id || ' came with a verdict on another claim' FROM evidence e
    JOIN verdicts v ON v.id = e.verdict_id WHERE v.claim_id <> e.claim_id";

fn listed(connection: &Connection, sql: &str) -> Result<Vec<String>> {
    let mut query = connection.prepare(sql)?;
    let found = query.query_map([], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

impl Reader<'_> {
    /// What claims keep of other tables and is not so.
    pub fn derived_faults(&self) -> Result<Vec<String>> {
        listed(
            self.connection,
            &format!(
                "SELECT 'claim ' || id || ': ' || what FROM ({DERIVED}) WHERE what <> '' ORDER BY id"
            ),
        )
    }

    /// What belongs to something that it can't be without.
    pub fn orphans(&self) -> Result<Vec<String>> {
        listed(self.connection, ORPHANS)
    }
}

impl Writer<'_> {
    /// Works out once more what claims keep of other tables, where it is not so.
    pub(super) fn derive_anew(&self) -> Result<()> {
        let wrong = format!("SELECT id FROM ({DERIVED}) WHERE what <> ''");
        // Kept aside: what is wrong changes while it is put right.
        self.connection
            .execute_batch(&format!(
                "DROP TABLE IF EXISTS temp.wrong;
                 CREATE TABLE temp.wrong AS {wrong};
                 UPDATE claim_standings SET rating_id = rating_id WHERE claim_id IN (SELECT id FROM temp.wrong);
                 UPDATE claims SET
                     held = EXISTS (SELECT 1 FROM assignments a WHERE a.claim_id = claims.id AND a.ended_at IS NULL),
                     place = (SELECT p.start_byte FROM latest_places p WHERE p.claim_id = claims.id)
                 WHERE id IN (SELECT id FROM temp.wrong);
                 DROP TABLE temp.wrong"
            ))
            .map_err(StoreError::Sqlite)
    }
}
