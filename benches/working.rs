//! How fast a large desk answers: 100,000 claims in 2,500 articles, 300,000
//! verdicts, each question beside a baseline in the same run.
//!
//! ```text
//! cargo bench --bench working
//! ```
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "a bench fills the file behind the program's back, and may fail while it does"
)]

mod filled;

use std::time::Duration;

use chrono::TimeDelta;
use claimdesk::desk::Access;
use claimdesk::model::claim::{AssignedTo, ClaimFilter, ClaimState};
use claimdesk::model::ids::ArticleId;
use claimdesk::{Act, Desk};
use criterion::{Criterion, criterion_group, criterion_main};
use filled::{begun, fill, read};

/// Fills a new desk. A third of the claims has no verdict, the others have four
/// or five; half of those are decided; every tenth claim is somebody's.
const FILL: &str = "
    PRAGMA synchronous = OFF;
    BEGIN;
    CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
        SELECT i FROM n;
    INSERT INTO blobs VALUES (1, printf('%064d', 1), 1, 'none', x'20');
    INSERT INTO articles (id, uuid, title, created_at)
        SELECT i, printf('00000000-0000-7000-8002-%012d', i), 'Article ' || i, '2026-01-01T00:00:00Z' FROM n WHERE i <= 2500;
    INSERT INTO revisions (id, uuid, article_id, number, media_type, encoding, blob_id, text, created_at)
        SELECT i, printf('00000000-0000-7000-8003-%012d', i), i, 1, 'text/plain', 'UTF-8', 1, printf('%.*c', 6000, 'x'), '2026-01-01T00:00:00Z'
        FROM n WHERE i <= 2500;
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
        SELECT 'v' || i || '-' || k, i, k + 1, 1 + (i + k) % 5, 'exports rose by ' || i || ' percent', 'The yearbook says so.',
               '2026-01-02T00:00:00.000000Z'
        FROM n JOIN (SELECT i AS k FROM n WHERE i <= 5) WHERE i % 3 <> 0 AND (k < 5 OR i % 2 = 0);
    INSERT INTO rulings (uuid, claim_id, verdict_id, rating_id, editor_id, outcome, four_eyes, ruled_verdict_id,
                         ruled_rating_id, created_at)
        SELECT 'u' || v.id, v.claim_id, v.id, v.rating_id, 1, 'signed-off', 1, v.id, v.rating_id,
               strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-03', (v.claim_id % 90) || ' hours')
        FROM verdicts v WHERE v.reviewer_id = 2 AND v.claim_id % 2 = 0;
    UPDATE claims SET state = 'decided' WHERE decided_at IS NOT NULL;
    INSERT INTO assignments (uuid, claim_id, reviewer_id, assigned_by, due, created_at)
        SELECT 's' || i, i, 2 + i % 5, 1, '2026-02-01', '2026-01-01T00:00:00Z' FROM n WHERE i % 10 = 0 AND i % 3 = 0;
    INSERT INTO settings VALUES ('evidence-required', 'off', '2026-01-01T00:00:00Z');
    COMMIT;";

/// What `stats` would have to ask if claims did not keep what follows from
/// their verdicts and rulings.
const RATINGS_WORKED_OUT: &str = "
    SELECT g.id, count(*) FROM claims c
    JOIN verdicts v ON v.id = (SELECT max(id) FROM verdicts WHERE claim_id = c.id)
    LEFT JOIN rulings u ON u.id = (SELECT max(id) FROM rulings WHERE claim_id = c.id)
    JOIN ratings g ON g.id = coalesce(u.ruled_rating_id, v.rating_id) GROUP BY g.id";

/// What `claim next` would have to ask without its index.
const NEXT_BY_READING_ALL: &str = "
    SELECT c.id FROM claims c WHERE +c.state IN ('extracted', 'to-check')
        AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.claim_id = c.id AND a.ended_at IS NULL)
    ORDER BY c.state DESC, coalesce(c.score, 1.0) DESC, c.id LIMIT 1";

/// What a list costs that reads every claim before it shows some.
const LIST_BY_READING_ALL: &str = "
    SELECT c.*, a.quote FROM claims c LEFT JOIN anchors a ON a.claim_id = c.id
    WHERE +c.state = 'to-check' ORDER BY c.article_id, a.start_byte, c.id LIMIT 50";

fn act(step: i64) -> Act {
    Act {
        actor: "checker7".parse().ok(),
        at: begun() + TimeDelta::seconds(step),
    }
}

/// Lists as they are asked for.
fn lists() -> Vec<(&'static str, ClaimFilter)> {
    let in_state = ClaimFilter {
        state: Some(ClaimState::ToCheck),
        limit: Some(50),
        ..ClaimFilter::default()
    };
    vec![
        (
            "claim list --limit 50",
            ClaimFilter {
                limit: Some(50),
                ..ClaimFilter::default()
            },
        ),
        ("claim list --state to-check --limit 50", in_state.clone()),
        (
            "claim list --unassigned --state to-check --limit 50",
            ClaimFilter {
                assigned: Some(AssignedTo::Nobody),
                ..in_state.clone()
            },
        ),
        (
            "claim list --article",
            ClaimFilter {
                article: Some(ArticleId(1200)),
                ..ClaimFilter::default()
            },
        ),
        (
            "claim list --rating false --limit 50",
            ClaimFilter {
                rating: Some("false".to_owned()),
                limit: Some(50),
                ..ClaimFilter::default()
            },
        ),
        (
            "claim list --assigned --limit 50",
            ClaimFilter {
                assigned: "checker2".parse().ok().map(AssignedTo::Reviewer),
                limit: Some(50),
                ..ClaimFilter::default()
            },
        ),
        (
            "claim list --stale",
            ClaimFilter {
                stale: true,
                ..ClaimFilter::default()
            },
        ),
        (
            "claim list --min-score 0.995",
            ClaimFilter {
                min_score: Some(0.995),
                ..ClaimFilter::default()
            },
        ),
        (
            "claim list --min-score 0.5 --limit 50",
            ClaimFilter {
                min_score: Some(0.5),
                limit: Some(50),
                ..ClaimFilter::default()
            },
        ),
    ]
}

fn working(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.db");
    let placed = "SELECT count(*) FROM claims WHERE place IS NOT NULL";
    let bare = fill(&path, FILL, (placed, 100_000));
    let mut desk = Desk::open(&path, Access::Write).unwrap();
    let mut group = criterion.benchmark_group("100,000 claims");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(3));

    group.bench_function("stats", |bencher| {
        bencher.iter(|| desk.stats(None, false, act(0).at).unwrap().claims);
    });
    group.bench_function("stats of an article", |bencher| {
        bencher.iter(|| {
            desk.stats(Some(ArticleId(1200)), true, act(0).at)
                .unwrap()
                .claims
        });
    });
    group.bench_function("baseline: ratings worked out", |bencher| {
        bencher.iter(|| read(&bare, RATINGS_WORKED_OUT));
    });

    for (name, filter) in &lists() {
        group.bench_function(*name, |bencher| {
            bencher.iter(|| desk.claims(filter).unwrap().len());
        });
    }
    group.bench_function("baseline: a list that reads all", |bencher| {
        bencher.iter(|| read(&bare, LIST_BY_READING_ALL));
    });

    let mut step = 1;
    group.bench_function("claim next", |bencher| {
        bencher.iter(|| {
            step += 1;
            desk.next_claim(&act(step)).unwrap();
        });
    });
    group.bench_function("baseline: a next claim that reads all", |bencher| {
        bencher.iter(|| read(&bare, NEXT_BY_READING_ALL));
    });
    group.finish();
}

criterion_group!(benches, working);
criterion_main!(benches);
