//! How `SQLite` goes about the desk's questions: each finds its rows through
//! an index, whatever the desk has grown to.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, NaiveDate};
use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::{Numbered, Reader, Result, Scope, Store, StoreError};
use crate::model::article::Revision;
use crate::model::claim::{AssignedTo, ClaimFilter, ClaimState};
use crate::model::event::{Subject, SubjectKind};
use crate::model::facet::FacetKind;
use crate::model::flag::{FlagFilter, FlagState, Severity};
use crate::model::ids::{
    ArticleId, ClaimId, CommentId, FlagId, ReplyId, ReviewerId, RevisionId, ScaleId, SourceId,
};
use crate::model::source::{SourceFilter, SourceIdentity, SourceKind};

/// A question put to a desk.
type Question = (&'static str, fn(&Reader<'_>) -> Result<()>);

const ARTICLE: ArticleId = ArticleId(1);
const CLAIM: ClaimId = ClaimId(1);
const OF_CLAIM: Subject = Subject {
    kind: SubjectKind::Claim,
    id: 1,
};
const TODAY: NaiveDate = NaiveDate::MIN;

/// Questions about a part of the desk.
const NARROWED: &[Question] = &[
    ("an article", |r| r.article(ARTICLE).map(drop)),
    ("its text", |r| r.revision(ARTICLE, None).map(drop)),
    ("its bytes", |r| r.original(RevisionId(1)).map(drop)),
    ("its revisions", |r| r.revisions(ARTICLE).map(drop)),
    ("its blocks", |r| r.blocks(RevisionId(1)).map(drop)),
    ("its claims", |r| r.claims(&of_article()).map(drop)),
    ("its verdicts", |r| {
        r.verdicts(Scope::Article(ARTICLE)).map(drop)
    }),
    ("its verdicts' number", |r| {
        r.verdict_count(Scope::Article(ARTICLE)).map(drop)
    }),
    ("its flags", |r| r.flags(&flags_of_article()).map(drop)),
    ("its claims' history", |r| r.claim_events(ARTICLE).map(drop)),
    ("its counts", |r| {
        r.stats(Some(ARTICLE), Some(0.5), TODAY).map(drop)
    }),
    ("a claim", |r| r.claim(CLAIM).map(drop)),
    ("claims by their first digits", |r| {
        r.numbered(Numbered::Claims, "12", 50).map(drop)
    }),
    ("open flags by their first digits", |r| {
        r.numbered(Numbered::Flags, "12", 50).map(drop)
    }),
    ("topics by their first letters", |r| {
        r.topics_from("t", 50).map(drop)
    }),
    ("claims in a state", |r| r.claims(&in_state()).map(drop)),
    ("claims on a topic", |r| r.claims(&on_topic()).map(drop)),
    ("claims that name things", |r| {
        r.claims(&naming_things()).map(drop)
    }),
    ("an article's coverage", |r| {
        r.coverage_totals(Some(ARTICLE), 0.5).map(drop)
    }),
    ("what an article leaves", |r| {
        r.uncovered(&latest(), 0.5).map(drop)
    }),
    ("what an article's claims were rated", |r| {
        r.rated_claims(Some(ARTICLE), false).map(drop)
    }),
    ("what they were rated first", |r| {
        r.rated_claims(Some(ARTICLE), true).map(drop)
    }),
    ("what the gate looks at", |r| {
        r.gate_facts(ARTICLE, true, Some(0.5)).map(drop)
    }),
    ("claims with a rating", |r| r.claims(&rated()).map(drop)),
    ("stale claims", |r| r.claims(&stale()).map(drop)),
    ("claims that somebody has", |r| r.claims(&held()).map(drop)),
    ("claims that are overdue", |r| {
        r.claims(&overdue()).map(drop)
    }),
    ("claims that nobody has", |r| r.claims(&waiting()).map(drop)),
    ("claims that score high", |r| r.claims(&high()).map(drop)),
    ("claims that score low", |r| r.claims(&low()).map(drop)),
    ("the next claim", |r| r.next_claim(ReviewerId(1)).map(drop)),
    ("the claims in hand", |r| {
        r.claims_in_hand(ReviewerId(1)).map(drop)
    }),
    ("a claim's rulings", |r| {
        r.rulings(Scope::Claim(CLAIM)).map(drop)
    }),
    ("an article's rulings", |r| {
        r.rulings(Scope::Article(ARTICLE)).map(drop)
    }),
    ("a claim's story", |r| r.story_of(CLAIM).map(drop)),
    ("what somebody did last", |r| r.last_act("ana").map(drop)),
    ("what was done since", |r| {
        r.acts_after((1, ""), OF_CLAIM).map(drop)
    }),
    ("a claim's verdicts", |r| {
        r.verdicts(Scope::Claim(CLAIM)).map(drop)
    }),
    ("a claim's standing verdict", |r| {
        r.standing_verdict(CLAIM, ReviewerId(1)).map(drop)
    }),
    ("a claim's evidence", |r| {
        r.evidence(Scope::Claim(CLAIM)).map(drop)
    }),
    ("a claim's flags", |r| r.flags(&flags_of_claim()).map(drop)),
    ("a claim's comments", |r| {
        r.comments(Scope::Claim(CLAIM)).map(drop)
    }),
    ("a comment", |r| r.comment(CommentId(1)).map(drop)),
    ("a claim's replies", |r| {
        r.replies(Scope::Claim(CLAIM)).map(drop)
    }),
    ("a reply", |r| r.reply(ReplyId(1)).map(drop)),
    ("a flag", |r| r.flag(FlagId(1)).map(drop)),
    ("open flags", |r| r.flags(&open_flags()).map(drop)),
    ("a source", |r| r.source(SourceId(1)).map(drop)),
    ("a source by what it is", |r| {
        r.source_by_identity(&SourceIdentity::Isbn(String::new()))
            .map(drop)
    }),
    ("sources that somebody cites", |r| {
        r.sources(&cited_by_ana()).map(drop)
    }),
    ("a source's uses", |r| r.uses_of(SourceId(1)).map(drop)),
    ("a claim's history", |r| {
        r.events(Some(OF_CLAIM), None).map(drop)
    }),
    ("the desk's model", |r| r.own_model().map(drop)),
    ("what other scales are on a scale", |r| {
        r.said_on(ScaleId(1)).map(drop)
    }),
    ("what is used of a scale", |r| {
        r.used_ratings(ScaleId(1)).map(drop)
    }),
    ("a scale's sound verdicts", |r| {
        r.sound_verdicts(ScaleId(1)).map(drop)
    }),
    ("a reviewer", |r| r.reviewer("ana").map(drop)),
];

/// Questions that lead past every row of a table, or past its last ones.
const WHOLE: &[Question] = &[
    ("articles", |r| r.articles().map(drop)),
    ("claims", |r| r.claims(&ClaimFilter::default()).map(drop)),
    ("claims with these words", |r| {
        r.claims_with_words("x").map(drop)
    }),
    ("flags", |r| r.flags(&FlagFilter::default()).map(drop)),
    ("sources", |r| r.sources(&SourceFilter::default()).map(drop)),
    ("reviewers", |r| r.reviewers().map(drop)),
    ("scales", |r| r.scales().map(drop)),
    ("the history", |r| r.events(None, None).map(drop)),
    ("the latest events", |r| r.events(None, Some(10)).map(drop)),
    ("the last event", |r| r.audit_head().map(drop)),
    ("whether the history holds", |r| r.audit().map(drop)),
    ("the desk's counts", |r| {
        r.stats(None, Some(0.5), TODAY).map(drop)
    }),
    ("the desk's coverage", |r| {
        r.coverage_totals(None, 0.5).map(drop)
    }),
    ("what claims were rated", |r| {
        r.rated_claims(None, false).map(drop)
    }),
    ("what claims were rated first", |r| {
        r.rated_claims(None, true).map(drop)
    }),
    ("claims that name something", |r| {
        let filter = ClaimFilter {
            article: None,
            ..naming_things()
        };
        r.claims(&filter).map(drop)
    }),
];

fn cited_by_ana() -> SourceFilter {
    SourceFilter {
        used_by: "ana".parse().ok(),
        kind: Some(SourceKind::Primary),
        ..SourceFilter::default()
    }
}
fn of_article() -> ClaimFilter {
    ClaimFilter {
        article: Some(ARTICLE),
        ..ClaimFilter::default()
    }
}
fn in_state() -> ClaimFilter {
    ClaimFilter {
        state: Some(ClaimState::ToCheck),
        ..ClaimFilter::default()
    }
}
fn rated() -> ClaimFilter {
    ClaimFilter {
        rating: Some("false".to_owned()),
        ..ClaimFilter::default()
    }
}
fn stale() -> ClaimFilter {
    ClaimFilter {
        stale: true,
        ..ClaimFilter::default()
    }
}
fn held() -> ClaimFilter {
    ClaimFilter {
        assigned: "ana".parse().ok().map(AssignedTo::Reviewer),
        ..ClaimFilter::default()
    }
}
fn overdue() -> ClaimFilter {
    ClaimFilter {
        due_before: Some(TODAY),
        ..ClaimFilter::default()
    }
}
fn waiting() -> ClaimFilter {
    ClaimFilter {
        assigned: Some(AssignedTo::Nobody),
        state: Some(ClaimState::ToCheck),
        ..ClaimFilter::default()
    }
}
fn high() -> ClaimFilter {
    ClaimFilter {
        min_score: Some(0.9),
        ..ClaimFilter::default()
    }
}
fn low() -> ClaimFilter {
    ClaimFilter {
        below_score: Some(0.5),
        ..ClaimFilter::default()
    }
}
fn on_topic() -> ClaimFilter {
    ClaimFilter {
        topic: Some("trade".to_owned()),
        ..ClaimFilter::default()
    }
}
fn naming_things() -> ClaimFilter {
    ClaimFilter {
        has: FacetKind::ALL.to_vec(),
        mentions: Some("Ana".to_owned()),
        since: "2018".parse().ok(),
        until: "2019-04".parse().ok(),
        ..of_article()
    }
}
fn latest() -> Revision {
    Revision {
        id: RevisionId(1),
        article: ARTICLE,
        number: 1,
        file_name: None,
        media_type: String::new(),
        encoding: String::new(),
        original_sha256: String::new(),
        text: String::new(),
        created_at: DateTime::UNIX_EPOCH,
    }
}
fn flags_of_article() -> FlagFilter {
    FlagFilter {
        article: Some(ARTICLE),
        ..FlagFilter::default()
    }
}
fn flags_of_claim() -> FlagFilter {
    FlagFilter {
        claim: Some(CLAIM),
        ..FlagFilter::default()
    }
}
fn open_flags() -> FlagFilter {
    FlagFilter {
        state: Some(FlagState::Open),
        severity: Some(Severity::High),
        ..FlagFilter::default()
    }
}

/// The tables that each statement which the question leads to reads row by
/// row.
fn scans(question: fn(&Reader<'_>) -> Result<()>) -> Vec<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let mut store =
        Store::create(&folder.path().join("desk.db"), |_| Ok::<_, StoreError>(())).unwrap();
    let asked = Arc::new(Mutex::new(Vec::new()));
    let listener = Arc::clone(&asked);
    let listen = move |event: TraceEvent<'_>| {
        if let TraceEvent::Stmt(statement, _) = event {
            listener.lock().unwrap().push(statement.sql().into_owned());
        }
    };
    store
        .connection
        .trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(listen))
        .unwrap();
    store.read(question).unwrap();
    let mut asked = asked.lock().unwrap().clone();
    asked.retain(|sql| !sql.starts_with("BEGIN") && !sql.starts_with("ROLLBACK"));
    assert!(!asked.is_empty());
    asked.iter().map(|sql| scans_of(&store, sql)).collect()
}

fn scans_of(store: &Store, sql: &str) -> Vec<String> {
    let explain = format!("EXPLAIN QUERY PLAN {sql}");
    let mut query = store.connection.prepare(&explain).unwrap();
    // Without values: a plan must not hang on them.
    let mut rows = query.raw_query();
    let mut scans = Vec::new();
    let mut found = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let step: String = row.get("detail").unwrap();
        // A bracket stands for rows that another step has found, and so does the name of one.
        if let Some(scanned) = step.strip_prefix("SCAN ") {
            if !scanned.starts_with('(') && scanned != "CONSTANT ROW" {
                scans.push(step);
            }
        } else if let Some((_, name)) = step
            .split_once("MATERIALIZE ")
            .or_else(|| step.split_once("CO-ROUTINE "))
        {
            found.push(format!("SCAN {name}"));
        }
    }
    scans.retain(|scan| {
        let is = |name: &String| scan == name || scan.starts_with(&format!("{name} "));
        !found.iter().any(is)
    });
    scans
}

#[test]
fn a_question_about_a_part_of_the_desk_reads_that_part_alone() {
    // Reviewers are few, and the counts name each of them.
    const SMALL: &str = "SCAN p";
    // An index that holds stale claims and no others.
    const ONLY_THOSE: &str = "USING INDEX claims_stale";
    for (name, question) in NARROWED {
        let mut scans = scans(*question).concat();
        scans.retain(|scan| !scan.starts_with(SMALL) && !scan.ends_with(ONLY_THOSE));
        assert!(scans.is_empty(), "{name}: {scans:?}");
    }
}

#[test]
fn a_question_about_the_whole_desk_reads_each_row_once() {
    for (name, question) in WHOLE {
        for scans in scans(*question) {
            let read: BTreeSet<&String> = scans.iter().collect();
            assert_eq!(read.len(), scans.len(), "{name}: {scans:?}");
        }
    }
}
