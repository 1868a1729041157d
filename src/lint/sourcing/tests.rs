//! What each rule finds in what a claim rests on, and what it lets pass.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::lint::{Finding, On, Part, RULES, sourcing};
use crate::model::ids::{ClaimId, EvidenceId, SnapshotId, SourceId};
use crate::model::snapshot::{Finding as Quote, QuoteFinding};
use crate::model::source::{Evidence, SourceKind, SourceType, Stance};
use crate::model::sourcing::{Circular, CitedSource, ClaimSourcing, Sourcing};

/// Evidence of 3 March 2026 from a source, against the claim, on page 4.
fn piece(id: i64, source: i64) -> Evidence {
    Evidence {
        id: EvidenceId(id),
        uuid: Uuid::nil(),
        claim: ClaimId(1),
        source: SourceId(source),
        source_name: "a secret name".to_owned(),
        source_url: None,
        source_publisher: None,
        stance: Stance::Refutes,
        quote: None,
        locator: Some("p. 4".to_owned()),
        place: None,
        found: None,
        reviewer: "ana".to_owned(),
        created_at: "2026-03-03T10:00:00Z".parse::<DateTime<Utc>>().unwrap(),
    }
}

fn quoting(piece: Evidence, finding: Quote, figures: &[&str]) -> Evidence {
    Evidence {
        quote: Some("fell by 4.2 percent".to_owned()),
        found: Some(QuoteFinding {
            snapshot: SnapshotId(1),
            finding,
            start: None,
            end: None,
            page: None,
            words: Some("fell by some 4.2 percent".to_owned()),
            likeness: None,
            figures: figures.iter().map(ToString::to_string).collect(),
            diff: Vec::new(),
        }),
        ..piece
    }
}

/// A primary source without an address, with which nothing is wrong.
fn record() -> CitedSource {
    CitedSource {
        kind: Some(SourceKind::Primary),
        ..CitedSource::default()
    }
}

fn report(publisher: &str) -> CitedSource {
    CitedSource {
        kind: Some(SourceKind::Secondary),
        publisher: Some(publisher.to_owned()),
        ..CitedSource::default()
    }
}

fn page(url: &str) -> CitedSource {
    CitedSource {
        url: Some(url.to_owned()),
        ..record()
    }
}

/// A rated claim with evidence, and the sources from 1 on.
fn rated(evidence: Vec<Evidence>, sources: Vec<CitedSource>) -> Sourcing {
    Sourcing {
        published: None,
        old_from_years: 3,
        claims: vec![ClaimSourcing {
            claim: ClaimId(1),
            statement: "The city currently has 900 beds.".to_owned(),
            is_rated: true,
            says_why_none: false,
            evidence,
        }],
        stood: BTreeSet::new(),
        sources: (1..).map(SourceId).zip(sources).collect(),
    }
}

fn unrated(facts: Sourcing) -> Sourcing {
    with(facts, |claim| claim.is_rated = false)
}

fn with(mut facts: Sourcing, change: impl Fn(&mut ClaimSourcing)) -> Sourcing {
    facts.claims.iter_mut().for_each(change);
    facts
}

fn found(facts: &Sourcing) -> Vec<Finding> {
    sourcing(RULES, facts)
}

/// The codes of the rules that find something, each with what it is about.
fn codes(facts: &Sourcing) -> Vec<String> {
    let told = found(facts)
        .into_iter()
        .map(|finding| match finding.found.on {
            On::Sourcing(_, Part::All) => finding.rule.code.to_owned(),
            On::Sourcing(_, part) => format!("{} {part}", finding.rule.code),
            On::Words(_) => unreachable!("no words are looked at"),
        });
    told.collect()
}

fn finds(facts: &Sourcing, wanted: &[&str]) {
    assert_eq!(codes(facts), wanted);
    for finding in found(facts) {
        assert!(!finding.found.message.contains("secret"), "{finding:?}");
    }
}

#[test]
fn a_rating_needs_a_source_or_a_reason_for_none() {
    finds(&rated(vec![], vec![]), &["E601"]);
    finds(&unrated(rated(vec![], vec![])), &[]);
    finds(
        &with(rated(vec![], vec![]), |claim| claim.says_why_none = true),
        &[],
    );
    finds(&rated(vec![piece(1, 1)], vec![record()]), &[]);
}

#[test]
fn one_source_is_enough_when_it_is_the_record() {
    finds(&rated(vec![piece(1, 1)], vec![report("AP")]), &["E602"]);
    finds(
        &rated(vec![piece(1, 1), piece(2, 1)], vec![report("AP")]),
        &["E602"],
    );
    let context = Evidence {
        stance: Stance::Context,
        ..piece(2, 2)
    };
    finds(
        &rated(
            vec![piece(1, 1), context.clone()],
            vec![report("AP"), report("EFE")],
        ),
        &["E602"],
    );
    finds(
        &rated(vec![piece(1, 1)], vec![CitedSource::default()]),
        &["E602"],
    );
    finds(&unrated(rated(vec![piece(1, 1)], vec![report("AP")])), &[]);
    // What is cited as context alone is what the rating rests on.
    finds(
        &rated(vec![context], vec![record(), report("EFE")]),
        &["E602"],
    );
}

#[test]
fn reports_and_houses_are_counted_where_they_are_known() {
    let two = || vec![piece(1, 1), piece(2, 2)];
    finds(&rated(two(), vec![report("AP"), report("EFE")]), &["E603"]);
    finds(
        &rated(two(), vec![report("AP"), report(" ap ")]),
        &["E603", "E604"],
    );
    finds(&rated(two(), vec![report("AP"), record()]), &[]);
    let unknown = CitedSource {
        kind: None,
        ..report("EFE")
    };
    finds(&rated(two(), vec![report("AP"), unknown]), &[]);
    let nameless = CitedSource {
        publisher: None,
        ..report("")
    };
    finds(&rated(two(), vec![report("AP"), nameless]), &["E603"]);
    finds(
        &unrated(rated(two(), vec![report("AP"), report("AP")])),
        &[],
    );
}

#[test]
fn evidence_says_where_it_stands() {
    let nowhere = |source_type| {
        let source = CitedSource {
            source_type,
            ..record()
        };
        let piece = Evidence {
            locator: None,
            ..piece(7, 1)
        };
        (piece, source)
    };
    let (bare, book) = nowhere(Some(SourceType::Book));
    finds(
        &rated(vec![bare.clone()], vec![book.clone()]),
        &["E605 evidence:7"],
    );
    finds(
        &unrated(rated(vec![bare.clone()], vec![book.clone()])),
        &["E605 evidence:7"],
    );
    let found = quoting(bare.clone(), Quote::Found, &[]);
    finds(&rated(vec![found], vec![book.clone()]), &[]);
    let quoted = Evidence {
        quote: Some("words".to_owned()),
        ..bare.clone()
    };
    finds(
        &rated(vec![quoted.clone()], vec![book.clone()]),
        &["E605 evidence:7"],
    );
    let (_, post) = nowhere(Some(SourceType::Social));
    finds(&rated(vec![quoted], vec![post.clone()]), &[]);
    finds(&rated(vec![bare.clone()], vec![post]), &["E605 evidence:7"]);
    let context = Evidence {
        stance: Stance::Context,
        ..bare
    };
    finds(&rated(vec![context, piece(8, 1)], vec![book]), &[]);
}

#[test]
fn what_is_quoted_stands_in_the_snapshot() {
    let of = |finding, figures: &[&str]| {
        rated(vec![quoting(piece(7, 1), finding, figures)], vec![record()])
    };
    finds(&of(Quote::NotFound, &[]), &["E606 evidence:7"]);
    finds(&of(Quote::Approximate, &["42"]), &["E606 evidence:7"]);
    finds(&of(Quote::Approximate, &[]), &[]);
    finds(&of(Quote::Found, &[]), &[]);
    finds(&unrated(of(Quote::NotFound, &[])), &["E606 evidence:7"]);
}

#[test]
fn nobody_cites_what_is_not_yet_published() {
    let of = |published: &str| {
        let source = CitedSource {
            published: Some(published.parse().unwrap()),
            ..record()
        };
        with(rated(vec![piece(7, 1)], vec![source]), |claim| {
            "The city has 900 beds.".clone_into(&mut claim.statement);
        })
    };
    finds(&of("2026-04-12"), &["E607 evidence:7"]);
    finds(&of("2026-03-05"), &["E607 evidence:7"]);
    finds(&of("2027"), &["E607 evidence:7"]);
    // It is 4 March in Kiribati already; “2026” and “March” may be before.
    for fine in ["2026-03-04", "2026-03", "2026", "1999"] {
        finds(&of(fine), &[]);
    }
}

#[test]
fn what_is_said_of_today_does_not_rest_on_yesteryear() {
    let of = |statement: &str, published: &[&str]| {
        let source = |published: &&str| CitedSource {
            published: Some(published.parse().unwrap()),
            ..record()
        };
        let evidence = (1..).zip(published).map(|(id, _)| piece(id, id)).collect();
        with(
            rated(evidence, published.iter().map(source).collect()),
            |claim| {
                statement.clone_into(&mut claim.statement);
            },
        )
    };
    for statement in [
        "The city currently has 900 beds.",
        "So far, 900 have come.",
        "It is now the largest.",
        "900 are open at present.",
        "This year it has 900.",
    ] {
        finds(&of(statement, &["2017"]), &["E608"]);
    }
    for (statement, published) in [
        ("The city had 900 beds in 2016.", ["2017"].as_slice()),
        ("The city currently has 900 beds.", &["2024"]),
        ("The city currently has 900 beds.", &["2017", "2025"]),
        ("The city currently has 900 beds.", &["2023-03-04"]),
        ("It was the cover of USA Today.", &["2017"]),
        ("The now-closed plant had 900 workers.", &["2017"]),
    ] {
        finds(&of(statement, published), &[]);
    }
    let mut dated = of("The city currently has 900 beds.", &["2017"]);
    dated.published = Some("2019-05".parse().unwrap());
    finds(&dated, &[]);
    dated.old_from_years = 1;
    finds(&dated, &["E608"]);
}

#[test]
fn a_page_that_is_gone_needs_a_copy_for_readers() {
    let gone = CitedSource {
        gone_since: Some("2026-03-05T08:00:00Z".parse().unwrap()),
        snapshot: true,
        ..page("https://example.org/a")
    };
    let facts = rated(vec![piece(7, 1)], vec![gone.clone()]);
    finds(&facts, &["E609 source:1"]);
    assert_eq!(
        found(&facts)[0].found.message,
        "source 1 was no longer there on 2026-03-05; the desk holds it as it was"
    );
    let archived = CitedSource {
        archived: true,
        ..gone
    };
    finds(&rated(vec![piece(7, 1)], vec![archived]), &[]);
}

#[test]
fn an_article_does_not_prove_itself() {
    let of = |circular, stance| {
        let source = CitedSource {
            circular,
            ..record()
        };
        let piece = Evidence {
            stance,
            ..piece(7, 1)
        };
        rated(vec![piece], vec![source])
    };
    finds(
        &of(Some(Circular::Itself), Stance::Supports),
        &["E610 source:1"],
    );
    finds(
        &of(Some(Circular::CitesIt), Stance::Refutes),
        &["E610 source:1"],
    );
    finds(
        &of(Some(Circular::Itself), Stance::Context),
        &["E610 source:1"],
    );
    let beside = with(of(Some(Circular::Itself), Stance::Context), |claim| {
        claim.evidence.push(piece(8, 2));
    });
    finds(&beside, &[]);
    finds(&of(None, Stance::Supports), &[]);
}

#[test]
fn a_page_is_kept_somewhere() {
    let of = |source: CitedSource| rated(vec![piece(7, 1)], vec![source]);
    let bare = page("https://example.org/a");
    finds(&of(bare.clone()), &["E611 source:1"]);
    finds(&unrated(of(bare.clone())), &[]);
    let kept = CitedSource {
        snapshot: true,
        ..bare.clone()
    };
    finds(&of(kept), &[]);
    let archived = CitedSource {
        archived: true,
        ..bare
    };
    finds(&of(archived), &[]);
    finds(&of(record()), &[]);
}
