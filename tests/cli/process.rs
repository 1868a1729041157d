//! Whatever people do in whatever order: no claim reaches a state that its
//! verdicts and rulings don't give it, no verdict is lost, and no ruling passes
//! with one pair of eyes where the desk wants two.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta};
use claimdesk::desk::{Access, Assigning, SignOff};
use claimdesk::model::claim::ClaimRef;
use claimdesk::model::ids::{ArticleId, ClaimId};
use claimdesk::model::people::{NewReviewer, Role};
use claimdesk::model::settings::SettingKey;
use claimdesk::model::verdict::NewVerdict;
use claimdesk::{Act, Desk, DeskError};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use tempfile::TempDir;

use crate::acts::{NEWS, article};
use crate::sql::{self, Connection};

/// Something that a person does to claims.
#[derive(Debug, Clone)]
enum Deed {
    Accept(i64),
    Dismiss(i64),
    Reopen(i64),
    Judge(i64, &'static str),
    Reaffirm(i64),
    SignOff(i64, Option<&'static str>),
    Return(i64),
    Publish(i64),
    Correct(i64, Option<&'static str>),
    Assign(i64, &'static str),
    Unassign(i64),
    Next,
    Undo,
    Revise(bool),
    Set(SettingKey, &'static str),
}

fn named(claim: i64) -> ClaimRef {
    ClaimRef::Number(ClaimId(claim))
}

fn asked(rating: Option<&str>) -> SignOff {
    SignOff {
        verdict: None,
        rating: rating.map(str::to_owned),
        because: Some("It is so.".to_owned()),
    }
}

fn judged(rating: &str) -> NewVerdict {
    NewVerdict {
        rating: Some(rating.to_owned()),
        rationale: "Seen.".to_owned(),
        no_source: Some("Seen on the spot.".to_owned()),
        ..NewVerdict::default()
    }
}

/// The article, or a draft in which every sentence reads otherwise.
fn draft(other: bool) -> String {
    if other {
        NEWS.replace("12 percent", "13 percent")
            .replace("1,400", "1,500")
    } else {
        NEWS.to_owned()
    }
}

impl Deed {
    fn run(&self, desk: &mut Desk, act: &Act) -> Result<(), DeskError> {
        let why = "It is so.";
        match self {
            Self::Accept(claim) => desk.accept_claims(act, &[named(*claim)]).map(drop),
            Self::Dismiss(claim) => desk.dismiss_claims(act, &[named(*claim)], why).map(drop),
            Self::Reopen(claim) => desk
                .reopen_claims(act, &[named(*claim)], Some(why))
                .map(drop),
            Self::Judge(claim, rating) => desk
                .add_verdict(act, &named(*claim), &judged(rating))
                .map(drop),
            Self::Reaffirm(claim) => desk.reaffirm_verdicts(act, &[named(*claim)], why).map(drop),
            Self::SignOff(claim, rating) => desk
                .sign_off(act, &named(*claim), &asked(*rating))
                .map(drop),
            Self::Return(claim) => desk
                .return_verdict(act, &named(*claim), None, why)
                .map(drop),
            Self::Publish(claim) => desk.publish_rulings(act, &[named(*claim)]).map(drop),
            Self::Correct(claim, rating) => desk
                .correct_ruling(act, &named(*claim), &asked(*rating))
                .map(drop),
            Self::Assign(claim, handle) => {
                let assigning = Assigning {
                    reviewers: vec![handle.parse().unwrap()],
                    times: 1,
                    due: None,
                };
                desk.assign_claims(act, &[named(*claim)], &assigning)
                    .map(drop)
            }
            Self::Unassign(claim) => desk.unassign_claims(act, &[named(*claim)], None).map(drop),
            Self::Next => desk.next_claim(act).map(drop),
            Self::Undo => desk.undo(act).map(drop),
            Self::Revise(other) => {
                let text = draft(*other);
                desk.revise_article(act, ArticleId(1), &article(&text), false)
                    .map(drop)
            }
            Self::Set(key, value) => desk.set_setting(act, *key, Some(value)).map(drop),
        }
    }
}

/// A deed and who does it: two editors and a checker, who mostly keep to what
/// is theirs.
fn deed() -> impl Strategy<Value = (&'static str, Deed)> {
    let anybody = select(vec!["ana", "eva", "ben", "ben"]);
    let an_editor = prop_oneof![4 => Just("ana"), 4 => Just("eva"), 1 => Just("ben")];
    prop_oneof![3 => (anybody, of_anybody()), 2 => (an_editor, of_an_editor())]
}

fn claim() -> impl Strategy<Value = i64> {
    1..3_i64
}

fn rating() -> impl Strategy<Value = &'static str> {
    select(vec!["true", "false"])
}

fn of_anybody() -> impl Strategy<Value = Deed> {
    let who = select(vec!["ana", "ben", "eva"]);
    prop_oneof![
        2 => claim().prop_map(Deed::Accept),
        1 => claim().prop_map(Deed::Dismiss),
        8 => (claim(), rating()).prop_map(|(claim, rating)| Deed::Judge(claim, rating)),
        1 => claim().prop_map(Deed::Reaffirm),
        2 => (claim(), who).prop_map(|(claim, who)| Deed::Assign(claim, who)),
        1 => claim().prop_map(Deed::Unassign),
        2 => Just(Deed::Next),
        6 => Just(Deed::Undo),
        1 => any::<bool>().prop_map(Deed::Revise),
    ]
}

fn of_an_editor() -> impl Strategy<Value = Deed> {
    let maybe = || proptest::option::weighted(0.6, rating());
    prop_oneof![
        8 => (claim(), maybe()).prop_map(|(claim, rating)| Deed::SignOff(claim, rating)),
        2 => claim().prop_map(Deed::Return),
        6 => claim().prop_map(Deed::Publish),
        4 => (claim(), maybe()).prop_map(|(claim, rating)| Deed::Correct(claim, rating)),
        1 => claim().prop_map(Deed::Reopen),
        2 => Just(Deed::Undo),
        1 => select(vec!["on", "off", "auto"]).prop_map(|value| Deed::Set(SettingKey::FourEyes, value)),
        1 => select(vec!["1", "2"]).prop_map(|value| Deed::Set(SettingKey::SignOffsRequired, value)),
        1 => select(vec!["on", "off"]).prop_map(|value| Deed::Set(SettingKey::Blind, value)),
    ]
}

fn act_at(step: usize, actor: &str) -> Act {
    let start = DateTime::from_timestamp(1_750_000_000, 0).unwrap();
    Act {
        actor: Some(actor.parse().unwrap()),
        at: start + TimeDelta::seconds(i64::try_from(step).unwrap()),
    }
}

static TEMPLATE: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.db");
    let person = |handle: &str, role| NewReviewer {
        handle: handle.parse().unwrap(),
        name: handle.to_owned(),
        role,
    };
    let act = act_at(0, "ana");
    let mut desk = Desk::init(&path, &person("ana", Role::Editor), act.at).unwrap();
    desk.add_reviewer(&act, &person("eva", Role::Editor))
        .unwrap();
    desk.add_reviewer(&act, &person("ben", Role::Checker))
        .unwrap();
    desk.add_articles(&act, &article(NEWS)).unwrap();
    (folder, path)
});

/// Queries that find nothing on a desk where all is as it should be, each with
/// what it would have found.
const NEVER: &[(&str, &str)] = &[
    (
        "a claim in another state than its verdicts and rulings give it",
        "SELECT c.id FROM claims c
         LEFT JOIN rulings u ON u.id = (SELECT max(id) FROM rulings WHERE claim_id = c.id)
         WHERE CASE
             WHEN EXISTS (SELECT 1 FROM rulings p WHERE p.claim_id = c.id AND p.outcome = 'published')
                 THEN c.state <> 'published' OR u.ruled_rating_id IS NULL
             WHEN u.ruled_rating_id IS NOT NULL THEN c.state <> 'decided'
             WHEN EXISTS (SELECT 1 FROM kept_verdicts v WHERE v.claim_id = c.id) THEN c.state <> 'in-review'
             ELSE c.state NOT IN ('extracted', 'to-check', 'dismissed') END",
    ),
    (
        "what a claim keeps of other tables and is not so",
        "SELECT c.id FROM claims c JOIN claim_standings s ON s.claim_id = c.id
         WHERE c.rating_id IS NOT s.rating_id OR c.stale_because IS NOT s.stale_because
             OR c.decided_at IS NOT s.decided_at
             OR c.held <> EXISTS (SELECT 1 FROM assignments a WHERE a.claim_id = c.id AND a.ended_at IS NULL)
             OR c.place IS NOT (SELECT a.start_byte FROM anchors a WHERE a.claim_id = c.id AND a.quote IS NOT NULL
                                ORDER BY a.revision_id DESC LIMIT 1)",
    ),
    (
        "a sign-off of one's own verdict under four eyes",
        "SELECT u.id FROM rulings u JOIN verdicts v ON v.id = u.verdict_id
         WHERE u.four_eyes = 1 AND u.outcome IN ('signed-off', 'corrected') AND u.editor_id = v.reviewer_id",
    ),
    (
        "a sign-off of what only its editor holds under four eyes",
        "SELECT u.id FROM rulings u JOIN verdicts v ON v.id = u.verdict_id
         WHERE u.four_eyes = 1 AND u.outcome IN ('signed-off', 'corrected') AND u.rating_id <> v.rating_id
             AND u.rating_id = (SELECT o.rating_id FROM verdicts o
                                LEFT JOIN withdrawals w ON w.verdict_id = o.id AND w.created_at <= u.created_at
                                WHERE o.claim_id = u.claim_id AND o.reviewer_id = u.editor_id
                                    AND o.created_at <= u.created_at AND w.verdict_id IS NULL
                                ORDER BY o.id DESC LIMIT 1)",
    ),
    (
        "an act of an editor by a checker",
        "SELECT u.id FROM rulings u JOIN reviewers p ON p.id = u.editor_id WHERE p.role <> 'editor'",
    ),
    (
        "somebody at work on a claim that nobody can work on",
        "SELECT a.id FROM assignments a JOIN claims c ON c.id = a.claim_id
         WHERE a.ended_at IS NULL AND c.state IN ('decided', 'published', 'dismissed')",
    ),
    (
        "a ruling on a verdict that was taken back",
        "SELECT c.id FROM claims c JOIN rulings u ON u.id = (SELECT max(id) FROM rulings WHERE claim_id = c.id)
         JOIN withdrawals w ON w.verdict_id = u.ruled_verdict_id",
    ),
];

fn verdicts(desk: &Connection) -> Vec<String> {
    sql::texts(
        desk,
        "SELECT json_array(id, claim_id, reviewer_id, rating_id, rationale, supersedes_id) FROM verdicts ORDER BY id",
    )
}

fn published(desk: &Connection) -> Vec<String> {
    sql::texts(
        desk,
        "SELECT CAST(id AS TEXT) FROM claims WHERE state = 'published' ORDER BY id",
    )
}

/// Does the deeds on a copy of the template and looks after each.
fn do_all(path: &Path, deeds: &[(&str, Deed)]) {
    std::fs::copy(&TEMPLATE.1, path).unwrap();
    let mut desk = Desk::open(path, Access::Write).unwrap();
    let onlooker = sql::open(path);
    for (step, (who, deed)) in (1..).zip(deeds) {
        let (given, public) = (verdicts(&onlooker), published(&onlooker));
        let lines = sql::number(&onlooker, "SELECT count(*) FROM events");
        let done = deed.run(&mut desk, &act_at(step, who));
        for (what, query) in NEVER {
            let found: Vec<i64> = {
                let mut query = onlooker.prepare(query).unwrap();
                let rows = query.query_map([], |row| row.get(0)).unwrap();
                rows.map(Result::unwrap).collect()
            };
            assert!(
                found.is_empty(),
                "{what}: {found:?} after {who} did {deed:?}: {done:?}"
            );
        }
        assert!(verdicts(&onlooker).starts_with(&given), "a verdict is lost");
        let still = published(&onlooker);
        assert!(
            public.iter().all(|claim| still.contains(claim)),
            "unpublished"
        );
        let now = sql::number(&onlooker, "SELECT count(*) FROM events");
        assert!(
            now >= lines && (done.is_ok() || now == lines),
            "{deed:?}: {done:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_deeds_breaks_the_rules_of_the_process(
        deeds in vec(deed(), 1..48),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        do_all(&path, &deeds);
        sql::assert_sound(&path);
    }
}

/// Two sign-offs that disagree put the claim up for work again, and one of them is taken back.
#[test]
fn nobody_keeps_a_claim_that_an_undo_decides_again() {
    let folder = tempfile::tempdir().unwrap();
    do_all(
        &folder.path().join("desk.db"),
        &[
            ("ana", Deed::Judge(2, "true")),
            ("eva", Deed::SignOff(2, None)),
            ("eva", Deed::Judge(2, "false")),
            ("ana", Deed::SignOff(2, Some("false"))),
            ("eva", Deed::Assign(2, "ana")),
            ("ana", Deed::Undo),
        ],
    );
}

#[test]
fn verdicts_taken_back_one_after_the_other_leave_a_claim_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    do_all(
        &folder.path().join("desk.db"),
        &[
            ("ana", Deed::Accept(1)),
            ("ben", Deed::Judge(1, "true")),
            ("eva", Deed::Judge(1, "false")),
            ("ben", Deed::Undo),
            ("eva", Deed::Undo),
        ],
    );
}
