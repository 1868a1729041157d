//! Two desks on which anything was done apart, merged both ways, are equal.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::{DateTime, TimeDelta};
use claimdesk::desk::{Access, ArchiveMerged, Assigning, SignOff};
use claimdesk::interchange::archive::read_archive;
use claimdesk::model::article::{ArticleEdit, GivenDetails};
use claimdesk::model::claim::ClaimRef;
use claimdesk::model::ids::{ArticleId, ClaimId, SourceId};
use claimdesk::model::people::{Handle, NewReviewer, Role};
use claimdesk::model::settings::SettingKey;
use claimdesk::model::source::{SourceDetails, SourceEdit};
use claimdesk::{Act, Desk, DeskError};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;
use tempfile::TempDir;

use crate::acts::{NEWS, Operation, article, operation, to_begin_with};
use crate::sql;

/// What is done on a desk, besides what [`Operation`] knows.
#[derive(Debug, Clone)]
enum Deed {
    Of(Box<Operation>),
    Undo,
    Accept(ClaimRef),
    Reopen(ClaimRef),
    SignOff(ClaimRef),
    Return(ClaimRef),
    Publish(ClaimRef),
    Assign(ClaimRef, &'static str),
    Unassign(ClaimRef),
    Link(ClaimRef, ClaimRef),
    Unlink(ClaimRef, ClaimRef),
    MergeSources(SourceId, SourceId),
    EditSource(SourceId, String),
    RemoveSource(SourceId),
    Revise(ArticleId, String),
    EditArticle(ArticleId, String),
    Set(SettingKey, Option<&'static str>),
}

impl Deed {
    fn run(&self, desk: &mut Desk, act: &Act) -> Result<(), DeskError> {
        let one = std::slice::from_ref;
        match self {
            Self::Of(operation) => operation.run(desk, act),
            Self::Undo => desk.undo(act).map(drop),
            Self::Accept(claim) => desk.accept_claims(act, one(claim)).map(drop),
            Self::Reopen(claim) => desk
                .reopen_claims(act, one(claim), Some("Again."))
                .map(drop),
            Self::SignOff(claim) => desk.sign_off(act, claim, &SignOff::default()).map(drop),
            Self::Return(claim) => desk.return_verdict(act, claim, None, "No.").map(drop),
            Self::Publish(claim) => desk.publish_rulings(act, one(claim)).map(drop),
            Self::Assign(claim, to) => {
                let assigning = Assigning {
                    reviewers: vec![to.parse().unwrap()],
                    times: 1,
                    due: None,
                };
                desk.assign_claims(act, one(claim), &assigning).map(drop)
            }
            Self::Unassign(claim) => desk.unassign_claims(act, one(claim), None).map(drop),
            Self::Link(claim, earlier) => desk.link_claims(act, claim, one(earlier)).map(drop),
            Self::Unlink(claim, earlier) => desk.unlink_claims(act, claim, earlier).map(drop),
            Self::MergeSources(into, from) => desk.merge_sources(act, *into, *from).map(drop),
            Self::EditSource(id, title) => {
                let edit = SourceEdit {
                    details: SourceDetails {
                        title: Some(title.clone()),
                        ..SourceDetails::default()
                    },
                    ..SourceEdit::default()
                };
                desk.edit_source(act, *id, &edit).map(drop)
            }
            Self::RemoveSource(id) => desk.remove_source(act, *id).map(drop),
            Self::Revise(id, text) => desk
                .revise_article(act, *id, &article(text), false)
                .map(drop),
            Self::EditArticle(id, title) => {
                let edit = ArticleEdit {
                    given: GivenDetails {
                        title: Some(title.clone()),
                        ..GivenDetails::default()
                    },
                    ..ArticleEdit::default()
                };
                desk.edit_article(act, *id, &edit).map(drop)
            }
            Self::Set(key, value) => desk.set_setting(act, *key, *value).map(drop),
        }
    }
}

fn claim() -> impl Strategy<Value = ClaimRef> {
    (1..5_i64).prop_map(|id| ClaimRef::Number(ClaimId(id)))
}

fn source() -> impl Strategy<Value = SourceId> {
    (1..5_i64).prop_map(SourceId)
}

fn deed() -> impl Strategy<Value = Deed> {
    let drafts = vec![
        NEWS.replace("12 percent", "13 percent"),
        NEWS.replace("The bank", "This bank"),
        NEWS.replace("Trade Talks", "Talks on Trade"),
    ];
    let titles = || select(vec!["Yearbook", "Almanac"]).prop_map(str::to_owned);
    let article = || (1..3_i64).prop_map(ArticleId);
    let settings = select(vec![
        (SettingKey::Blind, Some("on")),
        (SettingKey::Blind, None),
        (SettingKey::FourEyes, Some("off")),
        (SettingKey::LintIgnore, Some("E602@1")),
        (SettingKey::ReportTitle, Some("The desk")),
    ]);
    prop_oneof![
        24 => operation().prop_map(|operation| Deed::Of(Box::new(operation))),
        3 => Just(Deed::Undo),
        1 => claim().prop_map(Deed::Accept),
        1 => claim().prop_map(Deed::Reopen),
        3 => claim().prop_map(Deed::SignOff),
        1 => claim().prop_map(Deed::Return),
        1 => claim().prop_map(Deed::Publish),
        2 => (claim(), select(vec!["ana", "ben"])).prop_map(|(claim, to)| Deed::Assign(claim, to)),
        1 => claim().prop_map(Deed::Unassign),
        2 => (claim(), claim()).prop_map(|(claim, earlier)| Deed::Link(claim, earlier)),
        1 => (claim(), claim()).prop_map(|(claim, earlier)| Deed::Unlink(claim, earlier)),
        2 => (source(), source()).prop_map(|(into, from)| Deed::MergeSources(into, from)),
        1 => (source(), titles()).prop_map(|(id, title)| Deed::EditSource(id, title)),
        1 => source().prop_map(Deed::RemoveSource),
        2 => (article(), select(drafts)).prop_map(|(id, text)| Deed::Revise(id, text)),
        1 => (article(), titles()).prop_map(|(id, title)| Deed::EditArticle(id, title)),
        1 => settings.prop_map(|(key, value)| Deed::Set(key, value)),
    ]
}

/// Deeds, each by somebody, and how many seconds later than the one before; a clock
/// can be set back.
type Deeds = Vec<(&'static str, i64, Deed)>;

fn deeds() -> impl Strategy<Value = Deeds> {
    let seconds = prop_oneof![8 => 1..9_i64, 1 => Just(0), 1 => -5..0_i64];
    vec((select(vec!["ana", "ana", "ben"]), seconds, deed()), 0..12)
}

fn act(second: i64, actor: &str) -> Act {
    Act {
        actor: actor.parse().ok(),
        at: DateTime::from_timestamp(1_750_000_000, 0).unwrap() + TimeDelta::seconds(second),
    }
}

fn new_desk(path: &Path, second: i64) -> Desk {
    let first = NewReviewer {
        handle: "ana".parse().unwrap(),
        name: "Ana Ruiz".to_owned(),
        role: Role::Editor,
    };
    Desk::init(path, &first, act(second, "ana").at).unwrap()
}

/// Somebody who may do all that is done with archives.
fn editor(desk: &Desk) -> Handle {
    let reviewers = desk.reviewers().unwrap();
    let found = reviewers
        .into_iter()
        .find(|reviewer| reviewer.role == Role::Editor);
    found.unwrap().handle
}

fn archive(desk: &Desk) -> Vec<u8> {
    let mut bytes = Vec::new();
    let desk = Desk::open(desk.path(), Access::Read)
        .unwrap()
        .seen_by(Some(editor(desk)));
    desk.export_archive(&mut bytes).unwrap().unwrap();
    bytes
}

fn merge(desk: &mut Desk, archive: &[u8], second: i64) -> ArchiveMerged {
    let (header, lines) = read_archive(archive).unwrap();
    let act = act(second, editor(desk).as_str());
    desk.merge_archive(&act, &header, lines, || "0".repeat(64), false)
        .unwrap()
}

/// Two desks that are equal and were made apart, made once and copied for each case.
static TEMPLATE: LazyLock<(TempDir, PathBuf, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("one.db"), folder.path().join("other.db"));
    let mut desk = new_desk(&one, 0);
    let ben = NewReviewer {
        handle: "ben".parse().unwrap(),
        name: "Ben Ode".to_owned(),
        role: Role::Editor,
    };
    desk.add_reviewer(&act(1, "ana"), &ben).unwrap();
    desk.add_articles(&act(2, "ana"), &article(NEWS)).unwrap();
    for (second, deed) in (3..).zip(to_begin_with()) {
        deed.run(&mut desk, &act(second, "ana")).unwrap();
    }
    let mut second = new_desk(&other, 0);
    merge(&mut second, &archive(&desk), 20);
    merge(&mut desk, &archive(&second), 21);
    (folder, one, other)
});

/// What an archive tells of what is on a desk, without what desks number for
/// themselves and what tells of merging.
fn told(archive: &[u8]) -> Vec<String> {
    let lines = archive.split(|byte| *byte == b'\n').skip(1);
    let lines = lines.filter(|line| !line.is_empty());
    let values = lines.map(|line| serde_json::from_slice::<Value>(line).unwrap());
    let content = values.filter_map(|mut line| {
        let fields = line.as_object_mut().unwrap();
        let kind = fields["kind"].clone();
        if kind == "end" || (kind == "event" && fields["action"] == "merge") {
            return None;
        }
        if kind == "event" {
            return Some(format!("event {}", fields["uuid"]));
        }
        if kind != "revision" {
            fields.remove("number");
        }
        Some(line.to_string())
    });
    let mut content: Vec<String> = content.collect();
    content.sort();
    content
}

/// What triggers and indexes make of it, by the identities of claims.
fn derived(path: &Path) -> Vec<String> {
    sql::texts(
        &sql::open(path),
        "SELECT c.uuid || ' ' || coalesce(g.slug, '-') || ' ' || c.stale_because || ' ' || coalesce(c.decided_at, '-')
                || ' ' || c.held || ' ' || coalesce(c.place, '-')
         FROM claims c LEFT JOIN ratings g ON g.id = c.rating_id ORDER BY c.uuid",
    )
}

fn assert_same(one: &[String], other: &[String], what: &str) -> Result<(), TestCaseError> {
    for (first, second) in one.iter().zip(other) {
        prop_assert_eq!(first, second, "{}", what);
    }
    prop_assert_eq!(one.len(), other.len(), "{}", what);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn two_desks_edited_apart_and_merged_both_ways_are_equal(ours in deeds(), theirs in deeds()) {
        let folder = tempfile::tempdir().unwrap();
        let paths = [folder.path().join("one.db"), folder.path().join("other.db")];
        std::fs::copy(&TEMPLATE.1, &paths[0]).unwrap();
        std::fs::copy(&TEMPLATE.2, &paths[1]).unwrap();
        let mut desks = paths.each_ref().map(|path| Desk::open(path, Access::Write).unwrap());
        for (desk, deeds) in desks.iter_mut().zip([&ours, &theirs]) {
            let mut second = 100;
            for (actor, later, deed) in deeds {
                second += later;
                // What a desk refuses changes nothing.
                let _ = deed.run(desk, &act(second, actor));
            }
        }
        let apart = desks.each_ref().map(archive);
        let [one, other] = &mut desks;
        merge(one, &apart[1], 1000);
        merge(other, &apart[0], 1001);
        let merged = [archive(one), archive(other)];
        assert_same(&told(&merged[0]), &told(&merged[1]), "merged both ways")?;
        assert_same(&derived(&paths[0]), &derived(&paths[1]), "what follows")?;
        for (desk, archives) in desks.iter_mut().zip([[&apart[1], &merged[1]], [&apart[0], &merged[0]]]) {
            for archive in archives {
                let again = merge(desk, archive, 1002);
                prop_assert!(!again.stored, "merged again: {again:?}");
            }
            prop_assert!(desk.health().unwrap().ok);
        }
        for path in &paths {
            sql::assert_sound(path);
        }
        let third = folder.path().join("third.db");
        let mut desk = new_desk(&third, 2000);
        merge(&mut desk, &merged[0], 2001);
        prop_assert!(desk.health().unwrap().ok);
        prop_assert_eq!(derived(&third), derived(&paths[0]), "on a third desk");
    }
}
