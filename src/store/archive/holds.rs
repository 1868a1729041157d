//! What columns hold, and how it is written in an archive: what refers to another
//! thing names it as it is known on every desk. Values are checked before they
//! come near a table, so that a desk can read all that it has taken.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::{Value as Stored, ValueRef};
use serde_json::{Map, Value};

use crate::model::edtf::{Edtf, EdtfDate};
use crate::model::people::Handle;
use crate::model::revision::CandidatePlace;
use crate::model::text::Reason;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Any text.
    Text,
    /// A whole number, none below 0; places and counts are no greater than 2³².
    Integer,
    /// A number.
    Real,
    /// Yes or no.
    Yes,
    /// A time, RFC 3339 in UTC.
    Time,
    /// A day.
    Day,
    /// A date of the world, EDTF.
    Date,
    /// A date of the world that can be a stretch of time, EDTF.
    Edtf,
    /// JSON, as text, so that not a byte of it changes.
    Json(Shape),
    /// An identity across desks.
    Uuid,
    /// A reviewer's handle.
    Handle,
    /// A name without a slash.
    Slug,
    /// A SHA-256 in hexadecimal.
    Sha256,
    /// One of a closed set.
    Word(&'static [&'static str]),
    /// What a flag is about: `claim`, or a source or a piece of evidence by its
    /// uuid, `source:…`.
    About,
    /// Another thing.
    To(Target),
}

/// What JSON must be, so that a desk can read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Anything.
    Any,
    /// An object.
    Object,
    /// Texts, as an array.
    Texts,
    /// Why a sentence got its score.
    Reasons,
    /// Where a claim's words may stand.
    Candidates,
    /// The headers of an answer from the web.
    Headers,
    /// Pages with their places.
    Pages,
}

impl Shape {
    fn fits(self, text: &str) -> bool {
        fn is<T: serde::de::DeserializeOwned>(text: &str) -> bool {
            serde_json::from_str::<T>(text).is_ok()
        }
        match self {
            Self::Any => is::<Value>(text),
            Self::Object => is::<Map<String, Value>>(text),
            Self::Texts => is::<Vec<String>>(text),
            Self::Reasons => is::<Vec<Reason>>(text),
            Self::Candidates => is::<Vec<CandidatePlace>>(text),
            Self::Headers => is::<BTreeMap<String, String>>(text),
            Self::Pages => is::<Vec<(u32, usize, usize)>>(text),
        }
    }
}

/// A thing that others refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// Bytes, by their SHA-256.
    Blob,
    /// A reviewer, by handle.
    Reviewer,
    /// A claimant, by name.
    Claimant,
    /// A topic, by name.
    Topic,
    /// A scale, by slug.
    Scale,
    /// A rating, as `scale/rating`.
    Rating,
    /// An import, by uuid.
    Import,
    /// An article, by uuid.
    Article,
    /// A revision, by uuid.
    Revision,
    /// A claim, by uuid.
    Claim,
    /// A source, by uuid.
    Source,
    /// A snapshot, by uuid.
    Snapshot,
    /// A verdict, by uuid.
    Verdict,
    /// A ruling, by uuid.
    Ruling,
    /// A piece of evidence, by uuid.
    Evidence,
}

impl Target {
    /// What it is called.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Blob => "blob",
            Self::Reviewer => "reviewer",
            Self::Claimant => "claimant",
            Self::Topic => "topic",
            Self::Scale => "scale",
            Self::Rating => "rating",
            Self::Import => "import",
            Self::Article => "article",
            Self::Revision => "revision",
            Self::Claim => "claim",
            Self::Source => "source",
            Self::Snapshot => "snapshot",
            Self::Verdict => "verdict",
            Self::Ruling => "ruling",
            Self::Evidence => "evidence",
        }
    }

    /// The table of such things, and the column by which they are known; none of
    /// ratings, which are known by that of their scale as well.
    fn place(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Rating => return None,
            Self::Blob => ("blobs", "sha256"),
            Self::Reviewer => ("reviewers", "handle"),
            Self::Claimant => ("claimants", "name"),
            Self::Topic => ("topics", "name"),
            Self::Scale => ("scales", "slug"),
            Self::Import => ("imports", "uuid"),
            Self::Article => ("articles", "uuid"),
            Self::Revision => ("revisions", "uuid"),
            Self::Claim => ("claims", "uuid"),
            Self::Source => ("sources", "uuid"),
            Self::Snapshot => ("snapshots", "uuid"),
            Self::Verdict => ("verdicts", "uuid"),
            Self::Ruling => ("rulings", "uuid"),
            Self::Evidence => ("evidence", "uuid"),
        })
    }

    /// The name of the thing whose row is in a column, as SQL.
    pub(crate) fn named(self, column: &str) -> String {
        match self.place() {
            Some((table, name)) => {
                format!("(SELECT x.{name} FROM {table} x WHERE x.id = {column})")
            }
            None => format!(
                "(SELECT s.slug || '/' || x.slug FROM ratings x JOIN scales s ON s.id = x.scale_id WHERE x.id = {column})"
            ),
        }
    }

    /// The row of the thing that `:name` names, as SQL.
    pub(crate) fn row(self) -> String {
        match self.place() {
            Some((table, name)) => format!("SELECT id FROM {table} WHERE {name} = :name"),
            None => "SELECT r.id FROM scales s JOIN ratings r ON r.scale_id = s.id
                 WHERE s.slug = substr(:name, 1, instr(:name, '/') - 1) AND r.slug = substr(:name, instr(:name, '/') + 1)"
                .to_owned(),
        }
    }
}

impl Holds {
    /// The column as an archive has it, as SQL.
    pub(crate) fn read(self, column: &str) -> String {
        match self {
            Self::To(target) => target.named(column),
            Self::About => {
                let part = |kind: &str, target: Target| {
                    let number = format!("CAST(substr({column}, {}) AS INTEGER)", kind.len() + 2);
                    format!(
                        "WHEN {column} GLOB '{kind}:*' THEN coalesce('{kind}:' || {}, {column})",
                        target.named(&number)
                    )
                };
                let (source, evidence) = (
                    part("source", Target::Source),
                    part("evidence", Target::Evidence),
                );
                format!("CASE {source} {evidence} ELSE {column} END")
            }
            _ => column.to_owned(),
        }
    }

    /// A value of the database as an archive has it.
    pub(crate) fn to_json(self, value: ValueRef<'_>) -> rusqlite::Result<Value> {
        Ok(match value {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(number) if self == Self::Yes => Value::Bool(number != 0),
            ValueRef::Integer(number) => number.into(),
            ValueRef::Real(number) => number.into(),
            ValueRef::Text(_) => value.as_str()?.into(),
            ValueRef::Blob(_) => {
                let detail = "bytes where text belongs".into();
                let kind = rusqlite::types::Type::Blob;
                return Err(rusqlite::Error::FromSqlConversionFailure(0, kind, detail));
            }
        })
    }

    /// A value of an archive as the database has it; of a reference, its name.
    /// Else what is wrong with it.
    pub(crate) fn to_stored(self, value: &Value) -> Result<Stored, String> {
        if value.is_null() {
            return Ok(Stored::Null);
        }
        let no = |what: &str| Err(format!("{} is no {what}", shown(value)));
        match self {
            Self::Integer => match value.as_u64().and_then(|number| u32::try_from(number).ok()) {
                Some(number) => Ok(Stored::Integer(number.into())),
                None => no("whole number that fits"),
            },
            Self::Real => match value.as_f64() {
                Some(number) => Ok(Stored::Real(number)),
                None => no("number"),
            },
            Self::Yes => match value.as_bool() {
                Some(yes) => Ok(Stored::Integer(i64::from(yes))),
                None => no("true or false"),
            },
            _ => {
                let Some(text) = value.as_str() else {
                    return no("text");
                };
                self.check(text)?;
                Ok(Stored::Text(text.to_owned()))
            }
        }
    }

    fn check(self, text: &str) -> Result<(), String> {
        let fits = match self {
            Self::Time => text.parse::<DateTime<Utc>>().is_ok() && text.ends_with('Z'),
            Self::Day => text.parse::<NaiveDate>().is_ok(),
            Self::Date => text.parse::<EdtfDate>().is_ok(),
            Self::Edtf => text.parse::<Edtf>().is_ok(),
            Self::Json(shape) => shape.fits(text),
            Self::Handle | Self::To(Target::Reviewer) => text.parse::<Handle>().is_ok(),
            Self::Slug => !text.is_empty() && !text.contains('/'),
            Self::Sha256 | Self::To(Target::Blob) => {
                text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
            }
            Self::Word(words) => words.contains(&text),
            Self::About => {
                text == "claim" || text.starts_with("source:") || text.starts_with("evidence:")
            }
            Self::To(Target::Rating) => text.contains('/'),
            Self::To(Target::Topic | Target::Claimant | Target::Scale) | Self::Text => true,
            Self::Uuid | Self::To(_) => is_uuid(text),
            Self::Integer | Self::Real | Self::Yes => false,
        };
        if fits {
            return Ok(());
        }
        let what = match self {
            Self::Time => "time in UTC",
            Self::Day => "day",
            Self::Date | Self::Edtf => "date",
            Self::Json(_) => "JSON of the kind that belongs here",
            Self::Handle | Self::To(Target::Reviewer) => "handle",
            Self::Slug => "slug",
            Self::Sha256 | Self::To(Target::Blob) => "SHA-256",
            Self::Word(words) => {
                return Err(format!("“{text}” is none of {}", words.join(", ")));
            }
            Self::About => "part of what a claim rests on",
            Self::To(Target::Rating) => "rating of a scale",
            _ => "UUID",
        };
        Err(format!("{} is no {what}", shown(&Value::from(text))))
    }
}

/// A uuid as every table has it: that of another spelling would be another one.
pub(crate) fn is_uuid(text: &str) -> bool {
    text.parse::<uuid::Uuid>()
        .is_ok_and(|uuid| uuid.to_string() == text)
}

/// A value of a file, short enough for a message.
fn shown(value: &Value) -> String {
    const MOST: usize = 60;
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    let short: String = text.chars().take(MOST).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("“{short}{more}”")
}
