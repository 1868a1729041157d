//! Things of an archive written into the tables of a desk.

use std::collections::HashMap;

use rusqlite::types::Value as Stored;
use rusqlite::{OptionalExtension, named_params, params_from_iter};
use serde_json::Value;

use super::Fields;
use super::holds::{Holds, Target};
use super::kinds::{Column, Kind, Rows};
use super::stage::row_values;
use crate::model::event::SubjectKind;
use crate::store::{Result, Writer};

/// A reference to something that this desk does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Missing {
    /// The field that refers to it.
    pub(crate) field: &'static str,
    /// What kind of thing it is.
    pub(crate) target: Target,
    /// What it is known by.
    pub(crate) name: String,
}

/// What a thing says, with the rows that it refers to.
#[derive(Debug, Clone)]
pub(crate) struct Resolved {
    values: Vec<Stored>,
    rows: Vec<Vec<Vec<Stored>>>,
}

impl Writer<'_> {
    /// The row of something by what it is known by on every desk.
    pub(crate) fn row_of(&self, target: Target, name: &str) -> Result<Option<i64>> {
        let mut query = self.connection.prepare_cached(&target.row())?;
        let id = query.query_one(named_params! { ":name": name }, |row| row.get(0));
        Ok(id.optional()?)
    }

    fn stored(
        &self,
        column: &Column,
        value: &Value,
    ) -> Result<std::result::Result<Stored, Missing>> {
        let stored = column.holds.to_stored(value).unwrap_or(Stored::Null);
        let (Holds::To(target), Stored::Text(name)) = (column.holds, &stored) else {
            return Ok(Ok(match (column.holds, stored) {
                (Holds::About, Stored::Text(about)) => Stored::Text(self.about_here(&about)?),
                (_, stored) => stored,
            }));
        };
        if target == Target::Topic {
            self.connection
                .prepare_cached("INSERT INTO topics (name) VALUES (:name) ON CONFLICT DO NOTHING")?
                .execute(named_params! { ":name": name })?;
        }
        Ok(match self.row_of(target, name)? {
            Some(id) => Ok(Stored::Integer(id)),
            None => Err(Missing {
                field: column.field,
                target,
                name: name.clone(),
            }),
        })
    }

    /// What a flag is about, by the numbers of this desk.
    pub(super) fn about_here(&self, about: &str) -> Result<String> {
        let Some((kind, uuid)) = about.split_once(':') else {
            return Ok(about.to_owned());
        };
        let target = match kind {
            "source" => Target::Source,
            _ => Target::Evidence,
        };
        let id = self.row_of(target, uuid)?;
        Ok(id.map_or_else(|| about.to_owned(), |id| format!("{kind}:{id}")))
    }

    /// Finds all that a thing refers to; else the first thing that is missing.
    pub(crate) fn resolved(
        &self,
        kind: &Kind,
        fields: &Fields,
    ) -> Result<std::result::Result<Resolved, Missing>> {
        let mut values = Vec::with_capacity(kind.columns.len());
        for column in kind.columns {
            match self.stored(column, &fields[column.field])? {
                Ok(value) => values.push(value),
                Err(missing) => return Ok(Err(missing)),
            }
        }
        let mut rows = Vec::with_capacity(kind.rows.len());
        for table in kind.rows {
            let mut found = Vec::new();
            for row in fields[table.field].as_array().into_iter().flatten() {
                let mut stored = Vec::with_capacity(table.columns.len());
                for (column, value) in table
                    .columns
                    .iter()
                    .zip(row_values(table, row).into_iter().flatten())
                {
                    match self.stored(column, value)? {
                        Ok(value) => stored.push(value),
                        Err(missing) => return Ok(Err(missing)),
                    }
                }
                found.push(stored);
            }
            rows.push(found);
        }
        Ok(Ok(Resolved { values, rows }))
    }

    /// Adds a thing, with this number where its kind has numbers.
    pub(crate) fn insert_thing(
        &self,
        kind: &Kind,
        new: Resolved,
        number: Option<i64>,
    ) -> Result<i64> {
        let mut columns: Vec<String> = kind
            .columns
            .iter()
            .map(|column| format!("\"{}\"", column.name))
            .collect();
        let mut values = new.values;
        if let Some(number) = number {
            columns.push("id".to_owned());
            values.push(Stored::Integer(number));
        }
        self.insert_row(kind.table, &columns, values)?;
        let id = self.connection.last_insert_rowid();
        for (rows, found) in kind.rows.iter().zip(new.rows) {
            self.insert_rows(rows, id, found)?;
        }
        Ok(id)
    }

    fn insert_row(&self, table: &str, columns: &[String], values: Vec<Stored>) -> Result<()> {
        let places: Vec<String> = (1..=columns.len())
            .map(|place| format!("?{place}"))
            .collect();
        let sql = format!(
            "INSERT INTO {table} ({}) VALUES ({})",
            columns.join(", "),
            places.join(", ")
        );
        self.connection
            .prepare_cached(&sql)?
            .execute(params_from_iter(values))?;
        Ok(())
    }

    fn insert_rows(&self, rows: &Rows, parent: i64, mut found: Vec<Vec<Stored>>) -> Result<()> {
        if rows.table == "anchors" && found.len() > 1 {
            self.sort_by_revision(&mut found)?;
        }
        let columns: Vec<String> = rows
            .columns
            .iter()
            .map(|column| format!("\"{}\"", column.name))
            .chain([rows.parent.to_owned()])
            .collect();
        for mut values in found {
            values.push(Stored::Integer(parent));
            self.insert_row(rows.table, &columns, values)?;
        }
        Ok(())
    }

    /// Anchors are looked through in the order in which they were written, the latest
    /// revision last.
    fn sort_by_revision(&self, anchors: &mut [Vec<Stored>]) -> Result<()> {
        let mut query = self
            .connection
            .prepare_cached("SELECT number FROM revisions WHERE id = ?1")?;
        let mut numbers = HashMap::new();
        for anchor in anchors.iter() {
            if let Some(Stored::Integer(id)) = anchor.first() {
                numbers.insert(*id, query.query_one([id], |row| row.get::<_, i64>(0))?);
            }
        }
        anchors.sort_by_key(|anchor| match anchor.first() {
            Some(Stored::Integer(id)) => numbers.get(id).copied(),
            _ => None,
        });
        Ok(())
    }

    /// Writes a thing in the place of what was said of it. `hanging` names the rows
    /// that changed.
    pub(crate) fn update_thing(
        &self,
        kind: &Kind,
        (keys, new): (&[&str], Resolved),
        hanging: &[&str],
    ) -> Result<()> {
        let first = kind.key.len() + 1;
        let changes: Vec<String> = kind
            .columns
            .iter()
            .zip(first..)
            .filter(|(column, _)| !kind.key.contains(&column.field))
            .map(|(column, place)| format!("\"{}\" = ?{place}", column.name))
            .collect();
        let sql = format!(
            "UPDATE {} AS t SET {} WHERE {}",
            kind.table,
            changes.join(", "),
            kind.by_key()
        );
        let keys_first = keys.iter().map(|key| Stored::Text((*key).to_owned()));
        self.connection
            .prepare_cached(&sql)?
            .execute(params_from_iter(keys_first.chain(new.values)))?;
        if kind.rows.is_empty() {
            return Ok(());
        }
        let Some(id) = self.row_of_uuid(kind, keys.first().copied().unwrap_or_default())? else {
            return Ok(());
        };
        for (rows, found) in kind.rows.iter().zip(new.rows) {
            if !hanging.contains(&rows.field) {
                continue;
            }
            if rows.table == "ratings" {
                self.put_ratings(rows, id, found)?;
                continue;
            }
            let sql = format!("DELETE FROM {} WHERE {} = :id", rows.table, rows.parent);
            self.connection
                .prepare_cached(&sql)?
                .execute(named_params! { ":id": id })?;
            self.insert_rows(rows, id, found)?;
        }
        Ok(())
    }

    /// Writes the ratings of a scale: those that are used can't be written anew, and
    /// two that change places must not meet on one.
    fn put_ratings(&self, rows: &Rows, scale: i64, found: Vec<Vec<Stored>>) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE ratings SET position = NULL WHERE scale_id = :scale")?
            .execute(named_params! { ":scale": scale })?;
        for mut values in found {
            values.push(Stored::Integer(scale));
            let changed = self
                .connection
                .prepare_cached(
                    "UPDATE ratings SET label = ?2, description = ?3, position = ?4, tone = ?5, version = ?6
                     WHERE slug = ?1 AND scale_id = ?7",
                )?
                .execute(params_from_iter(values.clone()))?;
            if changed == 0 {
                values.pop();
                self.insert_rows(rows, scale, vec![values])?;
            }
        }
        Ok(())
    }

    /// Takes a thing away, with what goes with it.
    pub(crate) fn delete_thing(&self, kind: &Kind, uuid: &str) -> Result<()> {
        let sql = format!("DELETE FROM {} WHERE uuid = :uuid", kind.table);
        self.connection
            .prepare_cached(&sql)?
            .execute(named_params! { ":uuid": uuid })?;
        Ok(())
    }

    /// Lets a thing go by another identity.
    pub(crate) fn rename_thing(&self, kind: &Kind, uuid: &str, new: &str) -> Result<()> {
        let sql = format!("UPDATE {} SET uuid = :new WHERE uuid = :uuid", kind.table);
        self.connection
            .prepare_cached(&sql)?
            .execute(named_params! { ":uuid": uuid, ":new": new })?;
        self.forget_removal(kind.word, new)?;
        self.note_removal(kind.word, uuid, Some(new))
    }
}

/// The kind of subject that events call a thing of this kind, where they do.
pub(crate) fn subject_of(kind: &Kind) -> Option<SubjectKind> {
    kind.word.parse().ok()
}
