//! How fast a desk with many sources answers: 10,000 sources, 1 GB of
//! snapshots, 20,000 pieces of evidence, each question beside a baseline in the
//! same run.
//!
//! ```text
//! cargo bench --bench citing
//! ```
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "a bench fills the file behind the program's back, and may fail while it does"
)]

mod beside;
mod filled;

use std::time::Duration;

use beside::Group;
use claimdesk::Desk;
use claimdesk::desk::Access;
use claimdesk::identity::identify;
use claimdesk::model::ids::SourceId;
use claimdesk::model::source::{SourceFilter, SourceKind};
use criterion::{Criterion, criterion_group, criterion_main};
use filled::{fill, read};

/// Fills a new desk: each source has a snapshot of 100 KB and is cited twice.
const FILL: &str = "
    PRAGMA synchronous = OFF;
    BEGIN;
    CREATE TEMP TABLE n AS WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
        SELECT i FROM n;
    INSERT INTO articles (id, uuid, title, created_at)
        VALUES (1, '00000000-0000-7000-8002-000000000001', 'Article', '2026-01-01T00:00:00Z');
    INSERT INTO claims (id, uuid, article_id, statement, state, origin, created_at)
        SELECT i, printf('00000000-0000-7000-8000-%012d', i), 1, 'Exports rose by ' || i || ' percent.', 'to-check', 'added',
               '2026-01-01T00:00:00.000000Z' FROM n WHERE i <= 500;
    INSERT INTO sources (id, uuid, identity, url, title, publisher, kind, created_at)
        SELECT i, printf('00000000-0000-7000-8001-%012d', i), 'url:https://example.org/' || i, 'https://example.org/' || i,
               'Report ' || i, 'Publisher ' || i % 100, CASE i % 3 WHEN 0 THEN 'primary' ELSE 'secondary' END,
               '2026-01-01T00:00:00.000000Z' FROM n;
    INSERT INTO source_identities SELECT identity, id FROM sources;
    INSERT INTO blobs (id, sha256, size, compression, bytes) SELECT i, printf('%064d', i), 100000, 'none', zeroblob(100000) FROM n;
    INSERT INTO snapshots (id, uuid, source_id, blob_id, content_sha256, media_type, taken_at, taken_by, created_at)
        SELECT i, printf('00000000-0000-7000-8003-%012d', i), i, i, printf('%064d', i), 'application/pdf',
               '2026-01-01T00:00:00.000000Z', 1, '2026-01-01T00:00:00.000000Z' FROM n;
    INSERT INTO evidence (uuid, claim_id, source_id, reviewer_id, stance, quote, created_at)
        SELECT printf('00000000-0000-7000-8004-%012d', 2 * i + k), (2 * i + k) % 500 + 1, i, 1, 'supports', 'rose by ' || i,
               '2026-01-01T00:00:00.000000Z' FROM n JOIN (SELECT 0 AS k UNION ALL SELECT 1);
    COMMIT;";

/// What a list costs that also reads what each source was like.
const LIST_WITH_BYTES: &str = "
    SELECT s.*, length(hex(substr(b.bytes, 1, 90000))) FROM sources s
    JOIN snapshots n ON n.source_id = s.id JOIN blobs b ON b.id = n.blob_id LIMIT 100";

fn citing(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.db");
    let filled = ("SELECT sum(size) FROM blobs", 1_000_000_000);
    let bare = fill(&path, FILL, filled);
    let desk = Desk::open(&path, Access::Read).unwrap();
    let mut group = Group::new(criterion, "10,000 sources");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(3));
    group.bench_function("open", |bencher| {
        bencher.measure(|| Desk::open(&path, Access::Read).unwrap());
    });
    let all = SourceFilter::default();
    group.bench_function("source list", |bencher| {
        bencher.measure(|| desk.sources(&all).unwrap().len());
    });
    let narrow = SourceFilter {
        publisher: Some("publisher 42".to_owned()),
        kind: Some(SourceKind::Primary),
        ..SourceFilter::default()
    };
    group.bench_function("source list --publisher --kind", |bencher| {
        bencher.measure(|| desk.sources(&narrow).unwrap().len());
    });
    group.bench_function("source show", |bencher| {
        bencher.measure(|| desk.source(SourceId(5000)).unwrap().evidence.len());
    });
    group.bench_function("identity of an address", |bencher| {
        bencher.measure(|| identify("https://Example.org/5000/?utm_source=mail#top").unwrap());
    });
    group.bench_function("baseline: a hundred sources with their bytes", |bencher| {
        bencher.measure(|| read(&bare, LIST_WITH_BYTES));
    });
    group.finish();
}

criterion_group!(benches, citing);
criterion_main!(benches);
