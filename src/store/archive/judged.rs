//! What an archive holds of the work on claims: verdicts and what follows from
//! them, evidence, remarks, flags, and the desk's own reference facts.

use super::holds::Holds::{self, Date, Day, Integer, Json, Real, Text, Time, To, Word, Yes};
use super::holds::{Shape, Target};
use super::kinds::{CREATED, Kind, OF_CLAIM, PLAIN, REVIEWER, ROWS, Rows, UUID, is, may};
use crate::model::flag::{Certainty, FlagState, Severity};
use crate::model::reference::FactKind;
use crate::model::revision::Outcome;
use crate::model::ruling::RulingOutcome;
use crate::model::snapshot::Finding;
use crate::model::source::Stance;
use crate::model::verdict::Confidence;

pub(crate) const VERDICT: &Kind = &Kind {
    word: "verdict",
    table: "verdicts",
    numbered: true,
    columns: &[
        UUID,
        OF_CLAIM,
        REVIEWER,
        is("rating_id", To(Target::Rating)).called("rating"),
        may("revision_id", To(Target::Revision)).called("revision"),
        may("words", Text),
        is("rationale", Text),
        may("correction", Text),
        may("confidence", Word(Confidence::WORDS)),
        may("no_source", Text),
        is("rating_version", Integer),
        may("supersedes_id", To(Target::Verdict)).called("supersedes"),
        may("reaffirmed", Text),
        may("reused_claim_id", To(Target::Claim)).called("reused_claim"),
        may("reused_rating_id", To(Target::Rating)).called("reused_rating"),
        CREATED,
    ],
    parent: Some("claim"),
    ..PLAIN
};

pub(crate) const WITHDRAWAL: &Kind = &Kind {
    word: "withdrawal",
    table: "withdrawals",
    key: &["verdict", "created_at", "reviewer"],
    columns: &[
        is("verdict_id", To(Target::Verdict)).called("verdict"),
        REVIEWER,
        CREATED,
    ],
    order: "verdict, t.created_at, reviewer",
    parent: Some("verdict"),
    ..PLAIN
};

pub(crate) const RULING: &Kind = &Kind {
    word: "ruling",
    table: "rulings",
    numbered: true,
    columns: &[
        UUID,
        OF_CLAIM,
        is("verdict_id", To(Target::Verdict)).called("verdict"),
        is("rating_id", To(Target::Rating)).called("rating"),
        is("editor_id", To(Target::Reviewer)).called("editor"),
        is("outcome", Word(RulingOutcome::WORDS)),
        is("four_eyes", Yes),
        may("undoes_id", To(Target::Ruling)).called("undoes"),
        may("ruled_verdict_id", To(Target::Verdict)).called("ruled_verdict"),
        may("ruled_rating_id", To(Target::Rating)).called("ruled_rating"),
        may("because", Text),
        CREATED,
    ],
    parent: Some("claim"),
    ..PLAIN
};

pub(crate) const EVIDENCE: &Kind = &Kind {
    word: "evidence",
    table: "evidence",
    numbered: true,
    columns: &[
        UUID,
        OF_CLAIM,
        is("source_id", To(Target::Source)).called("source"),
        may("verdict_id", To(Target::Verdict)).called("verdict"),
        REVIEWER,
        is("stance", Word(Stance::WORDS)),
        may("quote", Text),
        may("locator", Text),
        CREATED,
    ],
    rows: &[Rows {
        field: "findings",
        table: "findings",
        parent: "evidence_id",
        columns: &[
            is("snapshot_id", To(Target::Snapshot)).called("snapshot"),
            is("finding", Word(Finding::WORDS)),
            may("start_char", Integer),
            may("end_char", Integer),
            may("page", Integer),
            may("words", Text),
            may("likeness", Real),
            is("figures", Json(Shape::Texts)),
        ],
        order: "snapshot",
        united_by: Some("snapshot"),
        ..ROWS
    }],
    parent: Some("claim"),
    ..PLAIN
};

pub(crate) const COMMENT: &Kind = &Kind {
    word: "comment",
    table: "comments",
    numbered: true,
    columns: &[UUID, OF_CLAIM, REVIEWER, is("body", Text), CREATED],
    parent: Some("claim"),
    ..PLAIN
};

pub(crate) const REPLY: &Kind = &Kind {
    word: "reply",
    table: "replies",
    numbered: true,
    columns: &[
        UUID,
        OF_CLAIM,
        REVIEWER,
        is("asked_of", Text),
        is("asked", Date),
        may("channel", Text),
        may("answered", Date),
        may("answer", Text),
        CREATED,
    ],
    parent: Some("claim"),
    ..PLAIN
};

pub(crate) const ASSIGNMENT: &Kind = &Kind {
    word: "assignment",
    table: "assignments",
    columns: &[
        UUID,
        OF_CLAIM,
        REVIEWER,
        is("assigned_by", To(Target::Reviewer)),
        may("due", Day),
        may("taken_at", Time),
        CREATED,
        may("ended_at", Time),
    ],
    parent: Some("claim"),
    ..PLAIN
};

pub(crate) const FLAG: &Kind = &Kind {
    word: "flag",
    table: "flags",
    numbered: true,
    columns: &[
        UUID,
        may("article_id", To(Target::Article)).called("article"),
        may("claim_id", To(Target::Claim)).called("claim"),
        may("revision_id", To(Target::Revision)).called("revision"),
        may("start_byte", Integer),
        may("end_byte", Integer),
        may("start_char", Integer),
        may("end_char", Integer),
        may("quote", Text),
        may("prefix", Text),
        may("suffix", Text),
        is("outcome", Word(Outcome::WORDS)),
        may("code", Text),
        may("name", Text),
        is("category", Text),
        is("severity", Word(Severity::WORDS)),
        is("message", Text),
        may("evidence", Json(Shape::Any)),
        may("suggestion", Text),
        may("certainty", Word(Certainty::WORDS)),
        may("about", Holds::About),
        may("raised_by", To(Target::Reviewer)),
        is("state", Word(FlagState::WORDS)),
        may("resolved_by", To(Target::Reviewer)),
        may("resolved_at", Time),
        may("resolution", Text),
        CREATED,
    ],
    parent: Some("article"),
    ..PLAIN
};

pub(crate) const FACT: &Kind = &Kind {
    word: "fact",
    table: "reference_facts",
    columns: &[
        UUID,
        is("slug", Holds::Slug),
        is("kind", Word(FactKind::WORDS)).called("sort"),
        is("statement", Text),
        may("person", Text),
        may("country", Text),
        is("from_date", Holds::Edtf).called("from"),
        may("to_date", Holds::Edtf).called("to"),
        is("is_stretch", Yes),
        is("date_matters", Yes),
        may("place", Text),
        may("note", Text),
        may("claim_id", To(Target::Claim)).called("claim"),
        CREATED,
    ],
    rows: &[
        Rows {
            field: "names",
            table: "reference_names",
            parent: "fact_id",
            columns: &[is("role", Text), is("position", Integer), is("name", Text)],
            order: "t.role, t.position",
            as_array: true,
            ..ROWS
        },
        Rows {
            field: "sources",
            table: "reference_sources",
            parent: "fact_id",
            columns: &[
                is("source_id", To(Target::Source)).called("source"),
                may("locator", Text),
            ],
            order: "source",
            ..ROWS
        },
    ],
    ..PLAIN
};
