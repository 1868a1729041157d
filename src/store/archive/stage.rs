//! Lines of an archive put aside before they are taken: checked by themselves,
//! and found again by what they are, so that what is asked of them does not hang
//! on their order, and nothing is kept in memory.

use rusqlite::{OptionalExtension, Row, named_params};
use serde_json::Value;

use super::holds::Holds;
use super::kinds::{Column, Kind, Rows};
use super::{Fields, past, removals, said, text};
use crate::model::facet::{FacetKind, ShownFacets, Words};
use crate::store::{Result, StoreError, Writer};

/// A thing that came in.
#[derive(Debug, Clone)]
pub(crate) struct Staged {
    /// The line that it stands in.
    pub(crate) line: u64,
    /// What it says.
    pub(crate) fields: Fields,
}

const TABLES: &str = "
    CREATE TEMP TABLE incoming (
        line INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, parent TEXT, number INTEGER,
        body TEXT NOT NULL, UNIQUE (kind, key));
    CREATE INDEX temp.incoming_by_parent ON incoming (kind, parent);
    CREATE INDEX temp.incoming_in_order ON incoming (kind, line);
    CREATE TEMP TABLE touched_claims (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE torn_articles (id INTEGER PRIMARY KEY, number INTEGER NOT NULL);";

const DROPPED: &str = "
    DROP TABLE IF EXISTS temp.incoming; DROP TABLE IF EXISTS temp.incoming_events;
    DROP TABLE IF EXISTS temp.incoming_removals; DROP TABLE IF EXISTS temp.left_out;
    DROP TABLE IF EXISTS temp.touched_claims; DROP TABLE IF EXISTS temp.torn_articles;";

impl Kind {
    /// Everything that a line says of a thing of this kind.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &'static str> + '_ {
        let columns = self.columns.iter().map(|column| column.field);
        columns.chain(self.rows.iter().map(|rows| rows.field))
    }

    /// What a thing is known by on every desk, as one text.
    pub(crate) fn key_of(&self, fields: &Fields) -> String {
        self.keys_of(fields).join(" ")
    }

    /// The fields of the key.
    pub(crate) fn keys_of<'f>(&self, fields: &'f Fields) -> Vec<&'f str> {
        self.key.iter().map(|name| said(fields, name)).collect()
    }

    /// Writes numbers as the desk would: a column of numbers with a point has no `0`.
    pub(crate) fn even(&self, fields: &mut Fields) {
        for column in self.columns {
            even(column, fields.get_mut(column.field));
        }
        for rows in self.rows {
            let found = fields.get_mut(rows.field).and_then(Value::as_array_mut);
            for row in found.into_iter().flatten() {
                for (at, column) in rows.columns.iter().enumerate() {
                    let value = match row {
                        Value::Array(values) => values.get_mut(at),
                        Value::Object(values) => values.get_mut(column.field),
                        _ => None,
                    };
                    even(column, value);
                }
            }
        }
    }

    /// What is wrong with what a line says of a thing of this kind, if anything.
    pub(crate) fn check(&self, fields: &Fields) -> std::result::Result<(), String> {
        for name in fields.keys() {
            let is_known = self.columns.iter().any(|column| column.field == name)
                || self.rows.iter().any(|rows| rows.field == name)
                || (self.numbered && name == "number");
            if !is_known {
                return Err(format!("“{name}” is no field of a {}", self.word));
            }
        }
        for column in self.columns {
            check_value(column, fields.get(column.field))?;
        }
        if self.numbered {
            let number = fields.get("number").and_then(Value::as_i64);
            if number.is_none_or(|number| !(1..=MOST_NUMBER).contains(&number)) {
                return Err("number: there has to be a number from 1 on".to_owned());
            }
        }
        for rows in self.rows {
            let Some(Value::Array(found)) = fields.get(rows.field) else {
                return Err(format!("{}: there has to be an array", rows.field));
            };
            for (at, row) in (1..).zip(found) {
                check_row(rows, row).map_err(|why| format!("{} {at}: {why}", rows.field))?;
            }
        }
        if self.word == "revision" {
            return check_places(fields);
        }
        Ok(())
    }
}

impl Rows {
    /// What tells a row from others of one thing: its value of the column that archives
    /// call `by`.
    pub(crate) fn key_of(&self, row: &Value, by: &str) -> Value {
        let at = self.columns.iter().position(|column| column.field == by);
        match (self.as_array, self.columns.len()) {
            (true, 1) => row.clone(),
            (true, _) => row[at.unwrap_or_default()].clone(),
            (false, _) => row[by].clone(),
        }
    }
}

/// No number that a desk gives is greater; `SQLite` could count no further than to
/// twice the square of it.
const MOST_NUMBER: i64 = 1 << 40;

fn even(column: &Column, value: Option<&mut Value>) {
    if let Some(value) = value
        && column.holds == Holds::Real
        && let Some(number) = value.as_f64()
    {
        *value = number.into();
    }
}

fn check_value(column: &Column, value: Option<&Value>) -> std::result::Result<(), String> {
    let named = |why: String| format!("{}: {why}", column.field);
    let Some(value) = value else {
        return Err(named("it is missing".to_owned()));
    };
    if value.is_null() && !column.open {
        return Err(named("there has to be a value".to_owned()));
    }
    column.holds.to_stored(value).map_err(named)?;
    Ok(())
}

/// The values of a row in the order of its columns.
pub(super) fn row_values<'r>(rows: &Rows, row: &'r Value) -> Option<Vec<&'r Value>> {
    match (rows.as_array, rows.columns.len(), row) {
        (true, 1, value) => Some(vec![value]),
        (true, _, Value::Array(values)) => Some(values.iter().collect()),
        (false, length, Value::Object(fields)) if fields.len() == length => rows
            .columns
            .iter()
            .map(|column| fields.get(column.field))
            .collect(),
        _ => None,
    }
    .filter(|values| values.len() == rows.columns.len())
}

fn check_row(rows: &Rows, row: &Value) -> std::result::Result<(), String> {
    let Some(values) = row_values(rows, row) else {
        let names: Vec<&str> = rows.columns.iter().map(|column| column.field).collect();
        return Err(format!("it does not hold {}", names.join(", ")));
    };
    for (column, value) in rows.columns.iter().zip(values) {
        check_value(column, Some(value))?;
    }
    Ok(())
}

/// Refuses places that do not lie in the text of a revision, and facets that mean
/// nothing of their kind.
fn check_places(fields: &Fields) -> std::result::Result<(), String> {
    let text = said(fields, "text");
    for (name, at) in [("blocks", 3), ("pages", 1), ("sentences", 3), ("facets", 3)] {
        let rows = fields.get(name).and_then(Value::as_array);
        let mut counted = (0, 0);
        for (number, row) in (1..).zip(rows.into_iter().flatten()) {
            let place = |column: usize| {
                row[column]
                    .as_u64()
                    .and_then(|place| usize::try_from(place).ok())
            };
            let words = place(at)
                .zip(place(at + 1))
                .and_then(|(start, end)| text.get(start..end));
            let Some(words) = words else {
                return Err(format!("{name} {number}: it lies outside of the text"));
            };
            if name != "sentences" && name != "facets" {
                continue;
            }
            // They stand in the order of the text, so that it is counted through once.
            let start = place(at).unwrap_or_default();
            if start < counted.0 {
                counted = (0, 0);
            }
            let between = text.get(counted.0..start).unwrap_or_default();
            counted = (start, counted.1 + between.chars().count());
            let end = counted.1 + words.chars().count();
            if (place(at + 2), place(at + 3)) != (Some(counted.1), Some(end)) {
                return Err(format!(
                    "{name} {number}: bytes and characters name different places"
                ));
            }
            if name == "facets" && !means_something(row) {
                return Err(format!("{name} {number}: what it means can't be read"));
            }
        }
    }
    Ok(())
}

fn means_something(facet: &Value) -> bool {
    let kind = facet[2]
        .as_str()
        .and_then(|kind| kind.parse::<FacetKind>().ok());
    let meaning = facet[7].as_str().map(serde_json::from_str);
    let (Some(kind), Some(Ok(meaning))) = (kind, meaning) else {
        return false;
    };
    ShownFacets::default()
        .add(kind, Words::default(), meaning)
        .is_ok()
}

fn staged(row: &Row<'_>) -> Result<Staged> {
    let (line, body): (u64, String) = (row.get("line")?, row.get("body")?);
    let fields = serde_json::from_str(&body)
        .map_err(|error| StoreError::BadValue(format!("line {line}: {error}")))?;
    Ok(Staged { line, fields })
}

impl Writer<'_> {
    /// Makes room for the lines of an archive, for as long as the change lasts.
    pub(crate) fn open_staging(&self) -> Result<()> {
        self.close_staging()?;
        for tables in [TABLES, past::INCOMING, removals::INCOMING] {
            self.connection.execute_batch(tables)?;
        }
        Ok(())
    }

    /// Clears away the lines that came in.
    pub(crate) fn close_staging(&self) -> Result<()> {
        self.connection.execute_batch(DROPPED)?;
        Ok(())
    }

    /// Puts a thing aside; false where a line before told of the same one.
    pub(crate) fn stage(&self, kind: &Kind, line: u64, fields: &Fields) -> Result<bool> {
        let body = serde_json::to_string(fields)
            .map_err(|error| StoreError::BadValue(error.to_string()))?;
        let parent = kind.parent.and_then(|name| text(fields, name));
        let added = self
            .connection
            .prepare_cached(
                "INSERT INTO temp.incoming (line, kind, key, parent, number, body)
                 VALUES (:line, :kind, :key, :parent, :number, :body) ON CONFLICT DO NOTHING",
            )?
            .execute(named_params! {
                ":line": line,
                ":kind": kind.word,
                ":key": kind.key_of(fields),
                ":parent": parent,
                ":number": fields.get("number").and_then(Value::as_i64),
                ":body": body,
            })?;
        Ok(added > 0)
    }

    /// Hands over what came in of a kind, in the order of its lines.
    pub(crate) fn each_staged<E: From<StoreError>>(
        &self,
        kind: &Kind,
        mut each: impl FnMut(Staged) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut next = self
            .connection
            .prepare(
                "SELECT line, body FROM temp.incoming WHERE kind = :kind AND line > :line ORDER BY line LIMIT 1",
            )
            .map_err(StoreError::from)?;
        let mut line = 0;
        loop {
            let found = next
                .query_and_then(named_params! { ":kind": kind.word, ":line": line }, staged)
                .map_err(StoreError::from)?
                .next()
                .transpose()?;
            let Some(found) = found else {
                return Ok(());
            };
            line = found.line;
            each(found)?;
        }
    }

    /// The keys of what came in of a kind and goes with a thing.
    pub(crate) fn staged_with(&self, kind: &Kind, parent: &str) -> Result<Vec<String>> {
        let mut query = self.connection.prepare_cached(
            "SELECT key FROM temp.incoming WHERE kind = :kind AND parent = :parent ORDER BY line",
        )?;
        let keys = query.query_map(
            named_params! { ":kind": kind.word, ":parent": parent },
            |row| row.get(0),
        )?;
        Ok(keys.collect::<rusqlite::Result<_>>()?)
    }

    /// The greatest number of a kind that was given here or there.
    pub(crate) fn greatest_number(&self, kind: &Kind) -> Result<i64> {
        let mut query = self.connection.prepare_cached(
            "SELECT max(coalesce((SELECT max(number) FROM temp.incoming WHERE kind = :kind), 0), :here)",
        )?;
        let here = self.greatest_number_here(kind)?;
        Ok(
            query.query_one(named_params! { ":kind": kind.word, ":here": here }, |row| {
                row.get(0)
            })?,
        )
    }

    /// The greatest number of a kind that was ever given here.
    pub(crate) fn greatest_number_here(&self, kind: &Kind) -> Result<i64> {
        let mut query = self.connection.prepare_cached(
            "SELECT CAST(seq AS INTEGER) FROM sqlite_sequence WHERE name = :table",
        )?;
        let number = query.query_one(named_params! { ":table": kind.table }, |row| row.get(0));
        Ok(number.optional()?.unwrap_or_default())
    }

    /// Keeps bytes that came in; what is not used is dropped at the end.
    pub(crate) fn keep_staged_bytes(&self, bytes: &[u8]) -> Result<()> {
        self.keep_bytes(bytes)?;
        Ok(())
    }
}
