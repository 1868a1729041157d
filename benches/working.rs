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

mod beside;
mod filled;
#[path = "filled/worked.rs"]
mod worked;

use std::time::Duration;

use beside::Group;
use chrono::TimeDelta;
use claimdesk::desk::Access;
use claimdesk::model::claim::{AssignedTo, ClaimFilter, ClaimState};
use claimdesk::model::ids::ArticleId;
use claimdesk::{Act, Desk};
use criterion::{Criterion, criterion_group, criterion_main};
use filled::{begun, read};
use worked::fill_with_work;

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
    let bare = fill_with_work(&path, 100_000);
    let mut desk = Desk::open(&path, Access::Write).unwrap();
    let mut group = Group::new(criterion, "100,000 claims");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(3));

    group.bench_function("stats", |bencher| {
        bencher.measure(|| desk.stats(None, false, act(0).at).unwrap().claims);
    });
    group.bench_function("stats of an article", |bencher| {
        bencher.measure(|| {
            desk.stats(Some(ArticleId(1200)), true, act(0).at)
                .unwrap()
                .claims
        });
    });
    group.bench_function("baseline: ratings worked out", |bencher| {
        bencher.measure(|| read(&bare, RATINGS_WORKED_OUT));
    });

    for (name, filter) in &lists() {
        group.bench_function(*name, |bencher| {
            bencher.measure(|| desk.claims(filter).unwrap().len());
        });
    }
    group.bench_function("baseline: a list that reads all", |bencher| {
        bencher.measure(|| read(&bare, LIST_BY_READING_ALL));
    });

    let mut step = 1;
    group.bench_function("claim next", |bencher| {
        bencher.measure(|| {
            step += 1;
            desk.next_claim(&act(step)).unwrap();
        });
    });
    group.bench_function("baseline: a next claim that reads all", |bencher| {
        bencher.measure(|| read(&bare, NEXT_BY_READING_ALL));
    });
    group.finish();
}

criterion_group!(benches, working);
criterion_main!(benches);
