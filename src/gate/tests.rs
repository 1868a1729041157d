//! Each rule where it blocks and where it does not.

use super::*;
use crate::model::claim::{ClaimState, Doubt};
use crate::model::coverage::{Covered, Share};
use crate::model::flag::Severity;
use crate::model::ids::{ArticleId, RatingId, ReviewerId, VerdictId};
use crate::model::ruling::Vote;
use crate::model::scale::Tone;
use crate::model::source::SourceKind;

/// A claim that nothing is wrong with: ana found it false by two sources, the
/// claimant was asked, ben and cleo signed off.
fn claim(id: i64) -> ClaimFacts {
    ClaimFacts {
        claim: ClaimId(id),
        state: ClaimState::Decided,
        hidden: false,
        gone: false,
        stale_because: Vec::new(),
        rated: Some(rated("False", Tone::Bad)),
        claimant: Some("Vega".to_owned()),
        asked: true,
        votes: vec![vote(2, 7), vote(3, 7)],
        ruled_by: Some(RuledBy {
            reviewer: "ana".to_owned(),
            editors: vec!["ben".to_owned(), "cleo".to_owned()],
        }),
        sources: vec![SourceId(1), SourceId(2)],
    }
}

/// A claim that nobody has looked at.
fn offered(id: i64) -> ClaimFacts {
    ClaimFacts {
        state: ClaimState::Extracted,
        rated: None,
        asked: false,
        votes: Vec::new(),
        ruled_by: None,
        sources: Vec::new(),
        ..claim(id)
    }
}

fn rated(label: &str, tone: Tone) -> Rated {
    Rated {
        label: label.to_owned(),
        tone,
        on_scale: tone != Tone::Neutral,
    }
}

fn vote(editor: i64, rating: i64) -> Vote {
    Vote {
        editor: ReviewerId(editor),
        verdict: VerdictId(1),
        rating: RatingId(rating),
    }
}

fn source(kind: SourceKind, publisher: &str) -> SourceFacts {
    SourceFacts {
        name: format!("from {publisher}"),
        kind: Some(kind),
        publisher: Some(publisher.to_owned()),
        url: Some(format!("https://{publisher}.example/a")),
        snapshot: true,
    }
}

fn flag(id: i64, claim: Option<i64>, severity: Severity) -> OpenFlag {
    OpenFlag {
        flag: FlagId(id),
        claim: claim.map(ClaimId),
        severity,
        message: "14 April was a Monday.".to_owned(),
        by_rule: false,
        article: None,
    }
}

/// An article with these claims and nothing else that is wrong with it.
fn facts(claims: Vec<ClaimFacts>) -> Facts {
    Facts {
        article: ArticleId(1),
        four_eyes: true,
        coverage: Some(Covered {
            sentences: Share::new(9, 10),
            facts: Share::new(0, 0),
        }),
        flags: Vec::new(),
        claims,
        sources: [
            (SourceId(1), source(SourceKind::Primary, "archive")),
            (SourceId(2), source(SourceKind::Secondary, "efe")),
        ]
        .into(),
    }
}

/// A policy that asks for all there is.
const ALL: &str = "open-flags = 'low'\ndecided = 'all'\nfresh = true\ncoverage = 0.9\nfact-coverage = 1\n\
    primary-source = true\nindependent-publishers = 2\nsnapshots = true\nfour-eyes = true\nreply = true\n\
    sign-offs-required = 2\nsign-offs-agreeing = 2";

fn blockers(policy: &str, facts: &Facts) -> Vec<Blocker> {
    judge(&policy.parse().unwrap(), facts)
}

fn messages(policy: &str, facts: &Facts) -> Vec<String> {
    let found = blockers(policy, facts);
    found.into_iter().map(|blocker| blocker.message).collect()
}

/// What a policy says of an article with this one claim.
fn says(policy: &str, claim: ClaimFacts) -> Vec<String> {
    messages(policy, &facts(vec![claim]))
}

#[test]
fn an_article_that_meets_every_rule_may_be_published() {
    assert_eq!(blockers(ALL, &facts(vec![claim(1), claim(2)])), []);
    assert_eq!(blockers(ALL, &facts(Vec::new())), []);
    assert_eq!(blockers("", &facts(vec![offered(1)])), []);
}

#[test]
fn flags_block_from_the_severity_on_that_is_asked() {
    let mut article = facts(vec![claim(1)]);
    article.flags = vec![
        flag(1, None, Severity::Medium),
        flag(2, None, Severity::High),
        flag(3, Some(1), Severity::Low),
    ];
    let told = |policy| -> Vec<(i64, Option<ClaimId>)> {
        let found = blockers(policy, &article).into_iter();
        found
            .filter_map(|blocker| Some((blocker.flag?.0, blocker.claim)))
            .collect()
    };
    assert_eq!(told("open-flags = 'high'"), [(2, None)]);
    assert_eq!(told("open-flags = 'medium'"), [(1, None), (2, None)]);
    assert_eq!(
        told("open-flags = 'low'"),
        [(1, None), (2, None), (3, Some(ClaimId(1)))]
    );
    assert_eq!(
        messages("open-flags = 'high'", &article),
        ["flag 2 is open, of high severity: 14 April was a Monday."]
    );
}

#[test]
fn claims_must_have_a_ruling() {
    let in_state = |state| ClaimFacts {
        state,
        ..offered(4)
    };
    for (state, all, accepted) in [
        (
            ClaimState::Extracted,
            "claim 4 was offered, and nobody has looked at it",
            false,
        ),
        (
            ClaimState::ToCheck,
            "claim 4 is to be checked, and has no verdict",
            true,
        ),
        (
            ClaimState::InReview,
            "claim 4 has a verdict, and no ruling",
            true,
        ),
    ] {
        assert_eq!(says("decided = 'all'", in_state(state)), [all]);
        let told = says("decided = 'accepted'", in_state(state));
        assert_eq!(!told.is_empty(), accepted, "{state}");
    }
    for state in [ClaimState::Decided, ClaimState::Published] {
        assert_eq!(says("decided = 'all'", in_state(state)), [""; 0]);
    }
}

#[test]
fn a_stale_claim_is_told_with_what_changed_and_what_mends_it() {
    let stale = |doubts: &[Doubt], state| ClaimFacts {
        stale_because: doubts.to_vec(),
        state,
        ..claim(4)
    };
    let words = facts(vec![stale(&[Doubt::Words], ClaimState::Decided)]);
    let found = blockers("fresh = true", &words);
    assert_eq!(
        found[0].message,
        "claim 4 is stale: its words have changed since it was judged"
    );
    assert!(found[0].hint.contains("verdict reaffirm 4"));
    for (state, command) in [
        (ClaimState::Decided, "ruling sign-off 4"),
        (ClaimState::Published, "ruling correct 4"),
    ] {
        let both = facts(vec![stale(&[Doubt::Scale, Doubt::Verdict], state)]);
        let found = blockers("fresh = true", &both);
        assert!(
            found[0].message.contains(", and who gave"),
            "{}",
            found[0].message
        );
        assert!(found[0].hint.contains(command), "{}", found[0].hint);
    }
    assert_eq!(says("fresh = true", claim(4)), [""; 0]);
}

#[test]
fn a_rating_on_the_scale_rests_on_a_primary_source() {
    let citing = |sources: &[i64]| ClaimFacts {
        sources: sources.iter().copied().map(SourceId).collect(),
        ..claim(4)
    };
    let policy = "primary-source = true";
    assert_eq!(says(policy, citing(&[2, 1])), [""; 0]);
    assert_eq!(
        says(policy, citing(&[2])),
        ["claim 4 rests on no primary source"]
    );
    assert_eq!(
        says(policy, citing(&[])),
        ["claim 4 rests on no source, and a primary one is wanted"]
    );
    let off_scale = ClaimFacts {
        rated: Some(rated("Satire", Tone::Neutral)),
        ..citing(&[])
    };
    assert_eq!(says(policy, off_scale), [""; 0]);
    assert_eq!(says(policy, offered(4)), [""; 0]);
}

#[test]
fn sources_of_one_publisher_are_one() {
    let mut article = facts(vec![claim(4)]);
    let policy = "independent-publishers = 2";
    assert_eq!(messages(policy, &article), [""; 0]);
    article
        .sources
        .insert(SourceId(1), source(SourceKind::Primary, "EFE"));
    assert_eq!(
        messages(policy, &article),
        ["claim 4 rests on one publisher, EFE, where 2 are wanted"]
    );
    assert_eq!(
        messages("independent-publishers = 3", &facts(vec![claim(4)])),
        ["claim 4 rests on 2 publishers, archive, efe, where 3 are wanted"]
    );
    article.claims[0].sources.clear();
    assert_eq!(
        messages("independent-publishers = 1", &article),
        ["claim 4 rests on no source, where one is wanted"]
    );
    article.claims[0].sources.push(SourceId(3));
    let book = SourceFacts {
        publisher: None,
        url: None,
        ..source(SourceKind::Primary, "a book")
    };
    article.sources.insert(SourceId(3), book);
    assert_eq!(
        messages("independent-publishers = 1", &article),
        ["claim 4 rests on sources of which no publisher is known, where one is wanted"]
    );
}

#[test]
fn each_source_on_the_web_needs_a_snapshot() {
    let mut article = facts(vec![claim(4), claim(5)]);
    let bare = SourceFacts {
        snapshot: false,
        ..source(SourceKind::Secondary, "efe")
    };
    article.sources.insert(SourceId(2), bare.clone());
    let found = blockers("snapshots = true", &article);
    let told: Vec<_> = found
        .iter()
        .map(|blocker| (blocker.claim, blocker.source))
        .collect();
    let of = |claim| (Some(ClaimId(claim)), Some(SourceId(2)));
    assert_eq!(told, [of(4), of(5)]);
    assert_eq!(
        found[0].message,
        "claim 4 cites source 2 without a snapshot: from efe"
    );
    let interview = SourceFacts { url: None, ..bare };
    article.sources.insert(SourceId(2), interview);
    assert_eq!(messages("snapshots = true", &article), [""; 0]);
}

#[test]
fn nobody_rules_alone_on_their_own_verdict() {
    let ruled_by = |editors: &[&str]| ClaimFacts {
        ruled_by: Some(RuledBy {
            reviewer: "ana".to_owned(),
            editors: editors.iter().copied().map(str::to_owned).collect(),
        }),
        ..claim(4)
    };
    for policy in ["four-eyes = true", "four-eyes = 'auto'"] {
        assert_eq!(
            says(policy, ruled_by(&["ana"])),
            ["claim 4 was judged by ana, and nobody else has ruled on it"]
        );
        assert_eq!(says(policy, ruled_by(&["ben"])), [""; 0]);
        assert_eq!(says(policy, ruled_by(&["ana", "ben"])), [""; 0]);
        assert_eq!(says(policy, offered(4)), [""; 0]);
    }
    let alone = Facts {
        four_eyes: false,
        ..facts(vec![ruled_by(&["ana"])])
    };
    assert_eq!(messages("four-eyes = 'auto'", &alone), [""; 0]);
    assert_eq!(messages("four-eyes = true", &alone).len(), 1);
}

#[test]
fn a_claimant_is_asked_about_what_does_not_hold() {
    let not_asked = |tone| ClaimFacts {
        rated: Some(rated("Misleading", tone)),
        asked: false,
        ..claim(4)
    };
    for (tone, blocks) in [
        (Tone::Bad, true),
        (Tone::Mixed, true),
        (Tone::Good, false),
        (Tone::Neutral, false),
    ] {
        assert_eq!(!says("reply = true", not_asked(tone)).is_empty(), blocks);
    }
    assert_eq!(
        says("reply = true", not_asked(Tone::Mixed)),
        ["claim 4 is rated Misleading, and Vega has not been asked"]
    );
    let by_author = ClaimFacts {
        claimant: None,
        ..not_asked(Tone::Bad)
    };
    assert_eq!(says("reply = true", by_author), [""; 0]);
    assert_eq!(says("reply = true", claim(4)), [""; 0]);
}

#[test]
fn sign_offs_are_counted_and_then_compared() {
    let signed = |ratings: &[i64]| ClaimFacts {
        votes: (1..)
            .zip(ratings)
            .map(|(editor, rating)| vote(editor, *rating))
            .collect(),
        ..claim(4)
    };
    let panel = "sign-offs-required = 3\nsign-offs-agreeing = 2";
    for (ratings, told) in [
        (&[][..], Some("claim 4 has 0 of 3 sign-offs")),
        (&[7, 8], Some("claim 4 has 2 of 3 sign-offs")),
        (&[7, 8, 7], None),
        (
            &[7, 8, 9],
            Some("of 3 sign-offs on claim 4 at most 1 bear one rating, where 2 are wanted"),
        ),
        (&[7, 7, 8, 8], None),
    ] {
        let expected: Vec<&str> = told.into_iter().collect();
        assert_eq!(says(panel, signed(ratings)), expected, "{ratings:?}");
    }
    assert_eq!(says("sign-offs-agreeing = 2", signed(&[7])).len(), 1);
    assert_eq!(says("sign-offs-agreeing = 2", signed(&[7, 7])), [""; 0]);
    assert_eq!(says(panel, offered(4)), [""; 0], "nothing to sign off yet");
    let in_review = ClaimFacts {
        state: ClaimState::InReview,
        ..signed(&[7])
    };
    assert_eq!(says("sign-offs-required = 2", in_review).len(), 1);
}

#[test]
fn what_is_hidden_is_not_told_by_what_blocks() {
    let hidden = |state| ClaimFacts {
        hidden: true,
        state,
        ..offered(4)
    };
    let rules = |claim: ClaimFacts| -> Vec<&str> {
        let found = blockers(ALL, &facts(vec![claim])).into_iter();
        found.map(|blocker| blocker.rule.as_str()).collect()
    };
    assert_eq!(rules(hidden(ClaimState::InReview)), ["decided", "blind"]);
    assert_eq!(rules(hidden(ClaimState::Decided)), ["blind"]);
    // The same, whatever there is to hide.
    let with_much_to_hide = ClaimFacts {
        hidden: true,
        stale_because: vec![Doubt::Words],
        ..claim(4)
    };
    assert_eq!(rules(with_much_to_hide), ["blind"]);
    assert_eq!(
        says("decided = 'all'", hidden(ClaimState::Decided)),
        [""; 0]
    );
}

#[test]
fn the_article_comes_first_and_claims_in_the_order_of_the_text() {
    let mut article = facts(vec![offered(9), offered(2)]);
    article.coverage = Some(Covered::default());
    article.flags = vec![
        flag(1, Some(2), Severity::High),
        flag(2, None, Severity::High),
    ];
    let found = blockers(ALL, &article);
    let told: Vec<(Option<i64>, &str)> = found
        .iter()
        .map(|blocker| (blocker.claim.map(|id| id.0), blocker.rule.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (None, "open-flags"),
            (Some(9), "decided"),
            (Some(2), "open-flags"),
            (Some(2), "decided"),
        ]
    );
}
