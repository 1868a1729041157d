//! Random acts on a desk, through the library's public face: what people do,
//! and what a desk has to refuse.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use claimdesk::desk::{ClaimToAdd, FlagOn, LintOf, NewArticle, source_identity};
use claimdesk::ingest::DocumentType;
use claimdesk::lint::Selection;
use claimdesk::model::claim::{ClaimEdit, ClaimRef};
use claimdesk::model::edtf::EdtfDate;
use claimdesk::model::event::Action;
use claimdesk::model::flag::{NewFlag, Severity};
use claimdesk::model::ids::{ArticleId, ClaimId, EvidenceId, FlagId, ReplyId, SourceId};
use claimdesk::model::people::{Handle, NewReviewer, ReviewerEdit, Role};
use claimdesk::model::scale::{NewRating, NewScale, Tone};
use claimdesk::model::source::{
    NewEvidence, NewSource, SourceDetails, SourceIdentity, SourceRef, Stance,
};
use claimdesk::model::verdict::{Confidence, NewVerdict};
use claimdesk::model::work::NewReply;
use claimdesk::{Act, Desk, DeskError};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub(crate) const NEWS: &str = "Trade Talks\n\nThe minister said on 3 May 2019 that exports rose by 12 percent. “We \
    are ahead,” she told reporters in Zürich. Exports rose by 12 percent in 2018 as well.\n\nThe bank \
    had 1,400 branches in 1999 and has 300 now. The bank had 1,400 branches in 1999.\n";

/// One act on a desk, which the desk may refuse.
#[derive(Debug, Clone)]
pub(crate) enum Operation {
    AddArticle(String),
    RemoveArticle(ArticleId),
    AddClaim(ArticleId, ClaimToAdd),
    EditClaim(ClaimRef, ClaimEdit),
    DismissClaim(ClaimRef, String),
    AddReviewer(NewReviewer),
    AddScale(NewScale),
    UpdateScale(NewScale),
    EditReviewer(Handle, ReviewerEdit),
    AddComment(ClaimRef, String),
    AddReply(ClaimRef, NewReply),
    AnswerReply(ReplyId, EdtfDate, Option<String>),
    AddVerdict(ClaimRef, NewVerdict),
    AddSource(NewSource),
    AddEvidence(ClaimRef, NewEvidence),
    AddFlag(FlagOn, NewFlag),
    ResolveFlag(FlagId, String),
    ReopenFlag(FlagId, String),
    RemoveEvidence(EvidenceId, String),
    Lint(LintOf),
}

impl Operation {
    pub(crate) fn run(&self, desk: &mut Desk, act: &Act) -> Result<(), DeskError> {
        match self {
            Self::AddArticle(text) => desk.add_articles(act, &article(text)).map(drop),
            Self::RemoveArticle(id) => desk.remove_article(act, *id).map(drop),
            Self::AddClaim(article, new) => desk.add_claim(act, *article, new).map(drop),
            Self::EditClaim(claim, edit) => desk.edit_claim(act, claim, edit).map(drop),
            Self::DismissClaim(claim, because) => desk
                .dismiss_claims(act, std::slice::from_ref(claim), because)
                .map(drop),
            Self::AddReviewer(new) => desk.add_reviewer(act, new).map(drop),
            Self::AddScale(new) => desk.add_scale(act, new).map(drop),
            Self::UpdateScale(new) => desk.update_scale(act, new).map(drop),
            Self::EditReviewer(handle, edit) => desk.edit_reviewer(act, handle, edit).map(drop),
            Self::AddComment(claim, body) => desk.add_comment(act, claim, body).map(drop),
            Self::AddReply(claim, new) => desk.add_reply(act, claim, new).map(drop),
            Self::AnswerReply(id, on, says) => {
                desk.answer_reply(act, *id, on, says.as_deref()).map(drop)
            }
            Self::AddVerdict(claim, new) => desk.add_verdict(act, claim, new).map(drop),
            Self::AddSource(new) => desk.add_source(act, new).map(drop),
            Self::AddEvidence(claim, new) => desk.add_evidence(act, claim, new).map(drop),
            Self::AddFlag(on, new) => desk.add_flag(act, on, new).map(drop),
            Self::ResolveFlag(id, because) => desk.resolve_flags(act, &[*id], because).map(drop),
            Self::ReopenFlag(id, because) => desk.reopen_flag(act, *id, because).map(drop),
            Self::RemoveEvidence(id, because) => desk.remove_evidence(act, *id, because).map(drop),
            Self::Lint(of) => desk.lint(act, of, &Selection::default()).map(drop),
        }
    }

    /// What the history calls it.
    pub(crate) fn action(&self) -> Action {
        match self {
            Self::AddArticle(_) => Action::ArticleAdd,
            Self::RemoveArticle(_) => Action::ArticleRemove,
            Self::AddClaim(..) => Action::ClaimAdd,
            Self::EditClaim(..) => Action::ClaimEdit,
            Self::DismissClaim(..) => Action::ClaimDismiss,
            Self::AddReviewer(_) => Action::ReviewerAdd,
            Self::AddScale(_) => Action::ScaleAdd,
            Self::UpdateScale(_) => Action::ScaleUpdate,
            Self::EditReviewer(..) => Action::ReviewerEdit,
            Self::AddComment(..) => Action::CommentAdd,
            Self::AddReply(..) => Action::ReplyAdd,
            Self::AnswerReply(..) => Action::ReplyAnswer,
            Self::AddVerdict(..) => Action::VerdictAdd,
            Self::AddSource(_) => Action::SourceAdd,
            Self::AddEvidence(..) => Action::EvidenceAdd,
            Self::AddFlag(..) => Action::FlagAdd,
            Self::ResolveFlag(..) => Action::FlagResolve,
            Self::ReopenFlag(..) => Action::FlagReopen,
            Self::RemoveEvidence(..) => Action::EvidenceRemove,
            Self::Lint(_) => Action::Lint,
        }
    }

    /// Whether it may succeed without a change: an edit to what stands there
    /// already, a source that the desk knows.
    pub(crate) fn may_find_nothing_to_do(&self) -> bool {
        matches!(
            self,
            Self::EditClaim(..)
                | Self::AddSource(_)
                | Self::UpdateScale(_)
                | Self::EditReviewer(..)
                | Self::Lint(_)
        )
    }
}

pub(crate) fn article(text: &str) -> NewArticle<'_> {
    NewArticle {
        bytes: text.as_bytes(),
        file_name: Some("news.txt"),
        document_type: Some(DocumentType::Text),
        ..NewArticle::default()
    }
}

/// A number that is often on the desk.
fn number() -> impl Strategy<Value = i64> {
    prop_oneof![12 => 1..5_i64, 1 => Just(0), 1 => any::<i64>()]
}

/// Words of a person: said, left blank, or anything that can be typed.
fn said() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(vec!["It is so.", "trade", "Ana Ruiz", "“Zürich” – naïve", "x'; DROP TABLE events; --"]).prop_map(String::from),
        1 => select(vec!["", " \t\n"]).prop_map(String::from),
        1 => any::<String>(),
    ]
}

/// An article's number: few are ever on the desk.
fn article_id() -> impl Strategy<Value = ArticleId> {
    prop_oneof![8 => 1..4_i64, 1 => number()].prop_map(ArticleId)
}

/// Few topics, so that the same is given and taken away.
fn topics() -> impl Strategy<Value = Vec<String>> {
    let topic =
        prop_oneof![4 => select(vec!["trade", "banks"]).prop_map(String::from), 1 => said()];
    vec(topic, 0..3)
}

fn claim() -> impl Strategy<Value = ClaimRef> {
    prop_oneof![
        5 => number().prop_map(|id| ClaimRef::Number(ClaimId(id))),
        1 => select(vec!["12 percent", "branches", "told reporters", "nowhere", ""])
            .prop_map(|words| ClaimRef::Words(words.to_owned())),
    ]
}

fn quote() -> impl Strategy<Value = String> {
    let pieces = [
        "exports rose by 12 percent",
        "The bank had 1,400 branches in 1999",
        "in Zürich",
        "“We are ahead,” she told reporters",
        "1,400",
        "300 now",
        "not in any article",
        "",
    ];
    select(pieces.to_vec()).prop_map(String::from)
}

fn add_article() -> impl Strategy<Value = Operation> {
    let text = prop_oneof![
        4 => Just(NEWS.to_owned()),
        1 => Just(format!("{NEWS}{NEWS}")),
        1 => any::<String>(),
    ];
    text.prop_map(Operation::AddArticle)
}

fn add_claim() -> impl Strategy<Value = Operation> {
    let occurrence = option::of(0..3_usize);
    (
        article_id(),
        quote(),
        occurrence,
        option::of(said()),
        topics(),
    )
        .prop_map(|(article, quote, occurrence, statement, topics)| {
            let new = ClaimToAdd {
                quote,
                occurrence,
                claimant: statement.clone(),
                statement,
                topics,
            };
            Operation::AddClaim(article, new)
        })
}

fn edit_claim() -> impl Strategy<Value = Operation> {
    let texts = (option::of(said()), option::of(said()));
    let topics = (topics(), topics());
    (claim(), texts, topics).prop_map(|(claim, (statement, claimant), (add, remove))| {
        let edit = ClaimEdit {
            statement,
            claimant,
            add_topics: add,
            remove_topics: remove,
        };
        Operation::EditClaim(claim, edit)
    })
}

fn add_reviewer() -> impl Strategy<Value = Operation> {
    let handle = select(vec!["ana", "ben", "cy"]).prop_map(|handle| handle.parse().unwrap());
    let role = select(Role::ALL);
    (handle, said(), role)
        .prop_map(|(handle, name, role)| Operation::AddReviewer(NewReviewer { handle, name, role }))
}

fn edit_reviewer() -> impl Strategy<Value = Operation> {
    let handle = select(vec!["ana", "ben", "cy"]).prop_map(|handle| handle.parse().unwrap());
    let edit = (option::of(said()), option::of(select(Role::ALL)));
    (handle, edit).prop_map(|(handle, (name, role))| {
        Operation::EditReviewer(handle, ReviewerEdit { name, role })
    })
}

fn scale() -> impl Strategy<Value = NewScale> {
    let slug = select(vec!["house", "newsroom", "standard", "Not a slug"]);
    let ratings = vec(select(vec!["yes", "no", "maybe", "Not a slug"]), 1..5);
    let off_scale = select(vec!["maybe", "no"]);
    (slug, said(), ratings, off_scale).prop_map(|(slug, name, ratings, off_scale)| {
        let ratings = ratings.into_iter().map(|rating| NewRating {
            slug: rating.to_owned(),
            label: rating.to_owned(),
            description: String::new(),
            tone: Tone::Neutral,
            off_scale: rating == off_scale,
        });
        NewScale {
            slug: slug.to_owned(),
            name,
            description: String::new(),
            ratings: ratings.collect(),
        }
    })
}

fn date() -> impl Strategy<Value = EdtfDate> {
    select(vec!["2019", "2019-05", "2019-05-03"]).prop_map(|date| date.parse().unwrap())
}

fn add_reply() -> impl Strategy<Value = Operation> {
    let texts = (option::of(said()), option::of(said()));
    (claim(), date(), option::of(date()), texts).prop_map(
        |(claim, asked, answered, (asked_of, answer))| {
            let new = NewReply {
                asked_of,
                asked,
                channel: answer.clone(),
                answered,
                answer,
            };
            Operation::AddReply(claim, new)
        },
    )
}

fn answer_reply() -> impl Strategy<Value = Operation> {
    (number(), date(), option::of(said()))
        .prop_map(|(id, on, says)| Operation::AnswerReply(ReplyId(id), on, says))
}

fn new_source() -> impl Strategy<Value = NewSource> {
    let identity = prop_oneof![
        said().prop_map(|title| SourceIdentity::titled(&title, &SourceDetails::default())),
        select(vec![
            "https://example.org/a",
            "HTTPS://EXAMPLE.org:443/a#b",
            "doi:10.1000/182"
        ])
        .prop_map(|given| source_identity(given).unwrap()),
    ];
    (identity, option::of(said())).prop_map(|(identity, notes)| NewSource {
        identity,
        also: Vec::new(),
        details: SourceDetails {
            notes,
            ..SourceDetails::default()
        },
    })
}

fn new_evidence() -> impl Strategy<Value = NewEvidence> {
    let source = prop_oneof![
        number().prop_map(|id| SourceRef::Number(SourceId(id))),
        new_source().prop_map(|source| SourceRef::Described(Box::new(source))),
    ];
    let stance = select(Stance::ALL);
    (source, stance, option::of(said())).prop_map(|(source, stance, quote)| NewEvidence {
        source,
        stance,
        locator: quote.clone(),
        quote,
    })
}

fn add_verdict() -> impl Strategy<Value = Operation> {
    let rating = select(vec![
        "true",
        "false",
        "False",
        "satire",
        "yes",
        "unheard-of",
    ]);
    let scale = option::weighted(0.3, select(vec!["standard", "house", "averitec"]));
    let confidence = option::of(select(Confidence::ALL));
    let evidence = vec(new_evidence(), 0..3);
    (claim(), rating, scale, said(), confidence, evidence).prop_map(
        |(claim, rating, scale, rationale, confidence, evidence)| {
            let new = NewVerdict {
                scale: scale.map(str::to_owned),
                rating: Some(rating.to_owned()),
                correction: Some(rationale.clone()),
                rationale,
                confidence,
                no_source: Some("Seen on the spot.".to_owned()).filter(|_| evidence.is_empty()),
                evidence,
                ..NewVerdict::default()
            };
            Operation::AddVerdict(claim, new)
        },
    )
}

fn add_flag() -> impl Strategy<Value = Operation> {
    let on = prop_oneof![
        claim().prop_map(FlagOn::Claim),
        article_id().prop_map(FlagOn::Article),
        (article_id(), quote(), option::of(0..3_usize)).prop_map(|(article, quote, occurrence)| {
            FlagOn::Words {
                article,
                quote,
                occurrence,
            }
        }),
    ];
    let new = (said(), select(Severity::ALL), said(), option::of(said()));
    let new = new.prop_map(|(category, severity, message, suggestion)| NewFlag {
        category,
        severity,
        message,
        suggestion,
    });
    (on, new).prop_map(|(on, new)| Operation::AddFlag(on, new))
}

pub(crate) fn operation() -> impl Strategy<Value = Operation> {
    prop_oneof![
        1 => add_article(),
        2 => article_id().prop_map(Operation::RemoveArticle),
        2 => add_claim(),
        2 => edit_claim(),
        1 => (claim(), said()).prop_map(|(claim, because)| Operation::DismissClaim(claim, because)),
        1 => add_reviewer(),
        1 => edit_reviewer(),
        1 => scale().prop_map(Operation::AddScale),
        1 => scale().prop_map(Operation::UpdateScale),
        1 => (claim(), said()).prop_map(|(claim, body)| Operation::AddComment(claim, body)),
        1 => add_reply(),
        1 => answer_reply(),
        2 => add_verdict(),
        1 => new_source().prop_map(Operation::AddSource),
        1 => (claim(), new_evidence()).prop_map(|(claim, new)| Operation::AddEvidence(claim, new)),
        2 => add_flag(),
        1 => (number(), said()).prop_map(|(id, because)| Operation::ResolveFlag(FlagId(id), because)),
        1 => (number(), said()).prop_map(|(id, because)| Operation::ReopenFlag(FlagId(id), because)),
        1 => (number(), said()).prop_map(|(id, because)| Operation::RemoveEvidence(EvidenceId(id), because)),
        2 => prop_oneof![article_id().prop_map(LintOf::Article), claim().prop_map(LintOf::Claim)].prop_map(Operation::Lint),
    ]
}

/// What hangs on the first article from the start.
pub(crate) fn to_begin_with() -> [Operation; 4] {
    let flag = |message: &str| NewFlag {
        category: "sourcing".to_owned(),
        severity: Severity::Low,
        message: message.to_owned(),
        suggestion: Some("Name the source.".to_owned()),
    };
    let on_words = FlagOn::Words {
        article: ArticleId(1),
        quote: "in Zürich".to_owned(),
        occurrence: None,
    };
    let first = ClaimRef::Number(ClaimId(1));
    let evidence = NewEvidence {
        source: SourceRef::Described(Box::new(NewSource::bare(SourceIdentity::titled(
            "Yearbook of trade",
            &SourceDetails::default(),
        )))),
        stance: Stance::Supports,
        quote: Some("12 percent".to_owned()),
        locator: Some("p. 4".to_owned()),
    };
    let tagged = ClaimEdit {
        claimant: Some("The minister".to_owned()),
        add_topics: vec!["trade".to_owned()],
        ..ClaimEdit::default()
    };
    [
        Operation::AddFlag(on_words, flag("Who was there?")),
        Operation::AddFlag(FlagOn::Claim(first.clone()), flag("Who counted?")),
        Operation::AddEvidence(first.clone(), evidence),
        Operation::EditClaim(first, tagged),
    ]
}
