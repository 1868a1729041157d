//! Desks on which much was done, as large as is wanted.

use std::path::Path;

use rusqlite::Connection;

use crate::filled::fill;

/// Claims in an article.
const IN_ARTICLE: i64 = 40;

/// Fills a new desk. A third of the claims has no verdict, the others have four
/// or five; half of those are decided; every tenth claim is somebody's.
const FILL: &str = "
    PRAGMA synchronous = OFF;
    BEGIN;
    CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < {claims})
        SELECT i FROM n;
    INSERT INTO blobs VALUES (1, printf('%064d', 1), 1, 'none', x'20');
    INSERT INTO articles (id, uuid, title, created_at)
        SELECT i, printf('00000000-0000-7000-8002-%012d', i), 'Article ' || i, '2026-01-01T00:00:00Z' FROM n WHERE i <= {articles};
    INSERT INTO revisions (id, uuid, article_id, number, media_type, encoding, blob_id, text, created_at)
        SELECT i, printf('00000000-0000-7000-8003-%012d', i), i, 1, 'text/plain', 'UTF-8', 1, printf('%.*c', 6000, 'x'), '2026-01-01T00:00:00Z'
        FROM n WHERE i <= {articles};
    INSERT INTO sentences
        SELECT (i - 1) / 40 + 1, (i - 1) % 40 + 1, 'body', (i * 7919 % 1000) / 1000.0,
               (i - 1) % 40 * 100, (i - 1) % 40 * 100 + 90, (i - 1) % 40 * 100, (i - 1) % 40 * 100 + 90 FROM n;
    INSERT INTO facets (revision_id, number, sentence, kind, start_byte, end_byte, start_char, end_char, detail, name)
        SELECT (i - 1) / 40 + 1, (i - 1) % 40 + 1, (i - 1) % 40 + 1, 'name', (i - 1) % 40 * 100, (i - 1) % 40 * 100 + 5,
               (i - 1) % 40 * 100, (i - 1) % 40 * 100 + 5, '{\"type\":\"name\",\"kind\":\"place\"}', 'taiwan' FROM n;
    INSERT INTO claims (id, uuid, article_id, statement, state, origin, score, created_at)
        SELECT i, printf('00000000-0000-7000-8000-%012d', i), (i - 1) / 40 + 1,
               'The minister said that exports rose by ' || i || ' percent.',
               CASE i % 3 WHEN 0 THEN iif(i % 2, 'extracted', 'to-check') ELSE 'in-review' END, 'extracted',
               (i * 7919 % 1000) / 1000.0, '2026-01-01T00:00:00.000000Z' FROM n;
    INSERT INTO anchors (claim_id, revision_id, start_byte, end_byte, start_char, end_char, quote, words, prefix, suffix, outcome)
        SELECT i, (i - 1) / 40 + 1, (i - 1) % 40 * 100, (i - 1) % 40 * 100 + 90, (i - 1) % 40 * 100, (i - 1) % 40 * 100 + 90,
               'exports rose by ' || i || ' percent', 'exports rose by ' || i || ' percent', '', '', 'first' FROM n;
    INSERT INTO reviewers (uuid, handle, name, role, created_at)
        SELECT printf('00000000-0000-7000-8001-%012d', i), 'checker' || i, 'Checker', 'checker', '2026-01-01T00:00:00Z' FROM n WHERE i <= 8;
    INSERT INTO verdicts (uuid, claim_id, reviewer_id, rating_id, words, rationale, created_at)
        SELECT printf('00000000-0000-7000-8%03d-%012d', 100 + k, i), i, k + 1, 1 + (i + k) % 5, 'exports rose by ' || i || ' percent', 'The yearbook says so.',
               '2026-01-02T00:00:00.000000Z'
        FROM n JOIN (SELECT i AS k FROM n WHERE i <= 5) WHERE i % 3 <> 0 AND (k < 5 OR i % 2 = 0);
    INSERT INTO rulings (uuid, claim_id, verdict_id, rating_id, editor_id, outcome, four_eyes, ruled_verdict_id,
                         ruled_rating_id, created_at)
        SELECT printf('00000000-0000-7000-9000-%012d', v.id), v.claim_id, v.id, v.rating_id, 1, 'signed-off', 1, v.id, v.rating_id,
               strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-03', (v.claim_id % 90) || ' hours')
        FROM verdicts v WHERE v.reviewer_id = 2 AND v.claim_id % 2 = 0;
    UPDATE claims SET state = 'decided' WHERE decided_at IS NOT NULL;
    INSERT INTO assignments (uuid, claim_id, reviewer_id, assigned_by, due, created_at)
        SELECT printf('00000000-0000-7000-a000-%012d', i), i, 2 + i % 5, 1, '2026-02-01', '2026-01-01T00:00:00Z' FROM n WHERE i % 10 = 0 AND i % 3 = 0;
    INSERT INTO settings VALUES ('evidence-required', 'off', '2026-01-01T00:00:00Z');
    COMMIT;";

/// Fills a new desk with claims, and verdicts and rulings on them. Gives a bare connection to it.
pub(crate) fn fill_with_work(path: &Path, claims: i64) -> Connection {
    let batch = FILL
        .replace("{claims}", &claims.to_string())
        .replace("{articles}", &(claims / IN_ARTICLE).to_string());
    let placed = "SELECT count(*) FROM claims WHERE place IS NOT NULL";
    fill(path, &batch, (placed, claims))
}
