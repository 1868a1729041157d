//! What an archive holds: each kind of thing with its table, its columns and
//! what hangs on it without an identity of its own. The order is that in which
//! they are written and taken: what a thing refers to stands before it.
//!
//! A column of the schema that is neither here nor named in the tests as one that
//! follows from others makes a test fail.

use super::cited::{CHECK, SNAPSHOT, SOURCE};
use super::holds::{Holds, Target};
use super::judged::{
    ASSIGNMENT, COMMENT, EVIDENCE, FACT, FLAG, REPLY, RULING, VERDICT, WITHDRAWAL,
};
use super::texts::{ARTICLE, CLAIM, LINK, NOTE, REVISION};
use crate::model::people::Role;
use crate::model::scale::Tone;

use Holds::{Integer, Text, Time, To, Uuid, Word};

/// A column of a table, and what it is called in an archive.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) field: &'static str,
    pub(crate) holds: Holds,
    /// Whether it may be null.
    pub(crate) open: bool,
}

pub(super) const fn is(name: &'static str, holds: Holds) -> Column {
    Column {
        name,
        field: name,
        holds,
        open: false,
    }
}

pub(super) const fn may(name: &'static str, holds: Holds) -> Column {
    Column {
        name,
        field: name,
        holds,
        open: true,
    }
}

impl Column {
    pub(super) const fn called(self, field: &'static str) -> Self {
        Self { field, ..self }
    }
}

/// Rows that hang on a thing, as an array in its line. Each is an object, or, of
/// tables with very many rows, the array of its values in the order of the columns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rows {
    pub(crate) field: &'static str,
    pub(crate) table: &'static str,
    /// The column that names what they hang on.
    pub(crate) parent: &'static str,
    pub(crate) columns: &'static [Column],
    pub(crate) order: &'static str,
    /// Whether a row is the array of its values.
    pub(crate) as_array: bool,
    /// The columns that tell two rows of one thing apart; those of both sides are
    /// kept in a merge. None where the rows of one side stand whole.
    pub(crate) united_by: Option<&'static str>,
}

/// A kind of thing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kind {
    /// What an archive calls it.
    pub(crate) word: &'static str,
    pub(crate) table: &'static str,
    /// The fields that it is known by on every desk.
    pub(crate) key: &'static [&'static str],
    /// Whether it has a number of its own, which people cite.
    pub(crate) numbered: bool,
    pub(crate) columns: &'static [Column],
    pub(crate) rows: &'static [Rows],
    /// The order of its lines, over its row `t`.
    pub(crate) order: &'static str,
    /// The field that names what it goes with when that goes.
    pub(crate) parent: Option<&'static str>,
}

const BY_UUID: &[&str] = &["uuid"];
pub(super) const CREATED: Column = is("created_at", Time);
pub(super) const UUID: Column = is("uuid", Uuid);
pub(super) const REVIEWER: Column = is("reviewer_id", To(Target::Reviewer)).called("reviewer");
pub(super) const OF_CLAIM: Column = is("claim_id", To(Target::Claim)).called("claim");

pub(super) const PLACE: [Column; 4] = [
    is("start_byte", Integer),
    is("end_byte", Integer),
    is("start_char", Integer),
    is("end_char", Integer),
];

/// A kind that is known by its uuid and has nothing hanging on it.
pub(super) const PLAIN: Kind = Kind {
    word: "",
    table: "",
    key: BY_UUID,
    numbered: false,
    columns: &[],
    rows: &[],
    order: "t.uuid",
    parent: None,
};

pub(super) const ROWS: Rows = Rows {
    field: "",
    table: "",
    parent: "",
    columns: &[],
    order: "",
    as_array: false,
    united_by: None,
};

pub(crate) const SETTING: &Kind = &Kind {
    word: "setting",
    table: "settings",
    key: &["key"],
    columns: &[is("key", Text), may("value", Text), is("updated_at", Time)],
    order: "t.key",
    ..PLAIN
};

pub(crate) const REVIEWER_KIND: &Kind = &Kind {
    word: "reviewer",
    table: "reviewers",
    columns: &[
        UUID,
        is("handle", Holds::Handle),
        is("name", Text),
        is("role", Word(Role::WORDS)),
        CREATED,
    ],
    ..PLAIN
};

pub(crate) const CLAIMANT: &Kind = &Kind {
    word: "claimant",
    table: "claimants",
    columns: &[UUID, is("name", Text), may("same_as", Text), CREATED],
    ..PLAIN
};

pub(crate) const SCALE: &Kind = &Kind {
    word: "scale",
    table: "scales",
    columns: &[
        UUID,
        is("slug", Holds::Slug),
        is("name", Text),
        is("description", Text),
        CREATED,
    ],
    rows: &[Rows {
        field: "ratings",
        table: "ratings",
        parent: "scale_id",
        columns: &[
            is("slug", Holds::Slug),
            is("label", Text),
            is("description", Text),
            may("position", Integer),
            is("tone", Word(Tone::WORDS)),
            is("version", Integer),
        ],
        order: "t.position IS NULL, t.position, t.slug",
        united_by: Some("slug"),
        ..ROWS
    }],
    ..PLAIN
};

pub(crate) const CROSSWALK: &Kind = &Kind {
    word: "crosswalk",
    table: "crosswalks",
    key: &["from", "to_scale"],
    columns: &[
        is("from_rating_id", To(Target::Rating)).called("from"),
        is("to_scale_id", To(Target::Scale)).called("to_scale"),
        may("to_rating_id", To(Target::Rating)).called("to"),
        may("loss", Text),
    ],
    order: "\"from\", to_scale",
    ..PLAIN
};

pub(crate) const IMPORT: &Kind = &Kind {
    word: "import",
    table: "imports",
    numbered: true,
    columns: &[
        UUID,
        is("format", Text),
        may("file_name", Text),
        is("sha256", Holds::Sha256),
        REVIEWER,
        CREATED,
    ],
    ..PLAIN
};

/// Every kind, in the order of an archive. Bytes, events and removals have lines
/// of a form of their own.
pub(crate) const KINDS: &[&Kind] = &[
    REVIEWER_KIND,
    CLAIMANT,
    SCALE,
    CROSSWALK,
    IMPORT,
    ARTICLE,
    REVISION,
    NOTE,
    CLAIM,
    LINK,
    SOURCE,
    SNAPSHOT,
    CHECK,
    VERDICT,
    WITHDRAWAL,
    RULING,
    EVIDENCE,
    COMMENT,
    REPLY,
    ASSIGNMENT,
    FLAG,
    FACT,
    SETTING,
];
