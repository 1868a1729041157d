//! What an archive holds of sources, and of what they were when they were
//! consulted.

use super::holds::Holds::{Date, Integer, Json, Real, Text, Time, To, Word};
use super::holds::{Shape, Target};
use super::kinds::{CREATED, Kind, PLAIN, ROWS, Rows, UUID, is, may};
use crate::model::check::CheckOutcome;
use crate::model::source::{Confidentiality, SourceKind, SourceType};

pub(crate) const SOURCE: &Kind = &Kind {
    word: "source",
    table: "sources",
    numbered: true,
    columns: &[
        UUID,
        is("identity", Text),
        may("url", Text),
        may("doi", Text),
        may("isbn", Text),
        may("title", Text),
        may("author", Text),
        may("publisher", Text),
        may("published", Date),
        may("accessed", Time),
        may("language", Text),
        may("archived_url", Text),
        may("kind", Word(SourceKind::WORDS)).called("rank"),
        may("type", Word(SourceType::WORDS)),
        may("contact", Text),
        is("confidentiality", Word(Confidentiality::WORDS)),
        may("notes", Text),
        may("bibliography", Json(Shape::Object)),
        CREATED,
    ],
    rows: &[Rows {
        field: "identities",
        table: "source_identities",
        parent: "source_id",
        columns: &[is("identity", Text)],
        order: "t.identity",
        as_array: true,
        ..ROWS
    }],
    ..PLAIN
};

pub(crate) const SNAPSHOT: &Kind = &Kind {
    word: "snapshot",
    table: "snapshots",
    numbered: true,
    columns: &[
        UUID,
        is("source_id", To(Target::Source)).called("source"),
        is("blob_id", To(Target::Blob)).called("blob"),
        may("text_blob_id", To(Target::Blob)).called("text_blob"),
        may("characters", Integer),
        may("pages", Json(Shape::Pages)),
        is("content_sha256", Text),
        is("links", Json(Shape::Texts)),
        is("media_type", Text),
        may("file_name", Text),
        may("url", Text),
        may("status", Integer),
        may("headers", Json(Shape::Headers)),
        is("taken_at", Time),
        is("taken_by", To(Target::Reviewer)),
        CREATED,
    ],
    parent: Some("source"),
    ..PLAIN
};

pub(crate) const CHECK: &Kind = &Kind {
    word: "check",
    table: "source_checks",
    columns: &[
        UUID,
        is("source_id", To(Target::Source)).called("source"),
        is("outcome", Word(CheckOutcome::WORDS)),
        may("status", Integer),
        may("url", Text),
        may("likeness", Real),
        may("problem", Text),
        is("checked_by", To(Target::Reviewer)),
        is("checked_at", Time),
    ],
    parent: Some("source"),
    ..PLAIN
};
