//! Whether a desk's tables and guards are those that the program makes. Who
//! means to falsify a desk takes its guards away first.

use std::collections::BTreeMap;

use crate::store::guards::bare;
use crate::store::{Connection, Reader, Result, Store, Writer};

/// A table, an index, a view or a trigger, as it is defined.
struct Part {
    kind: String,
    definition: String,
}

/// What the database is made of, by name, but for what full-text indexes keep
/// for themselves.
fn parts(connection: &Connection) -> Result<BTreeMap<String, Part>> {
    let mut query = connection.prepare(
        "SELECT name, type, sql FROM sqlite_schema
         WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
             AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')",
    )?;
    let parts = query.query_map([], |row| {
        let part = Part {
            kind: row.get("type")?,
            definition: row.get("sql")?,
        };
        Ok((row.get("name")?, part))
    })?;
    Ok(parts.collect::<rusqlite::Result<_>>()?)
}

/// What differs: its name, whether it can be made again without touching a row,
/// and what is wrong.
struct Difference {
    name: String,
    part: Part,
    is_there: bool,
}

impl Difference {
    /// Rows are in tables alone: all else can be made again.
    fn can_be_made_again(&self) -> bool {
        self.part.kind != "table"
    }

    fn told(&self) -> String {
        let Self { name, part, .. } = self;
        let wrong = if self.is_there {
            "is not as claimdesk makes it"
        } else {
            "is missing"
        };
        format!("the {} {name} {wrong}", part.kind)
    }
}

/// What the desk lacks of a new one's parts, or has otherwise; and triggers that
/// no desk has, for these change what is written.
fn differences(connection: &Connection) -> Result<(Vec<Difference>, Vec<String>)> {
    let meant = parts(&Store::in_memory()?.connection)?;
    let mut found = parts(connection)?;
    let mut differing = Vec::new();
    for (name, part) in meant {
        let there = found.remove(&name);
        let is_same = |there: &Part| bare(&there.definition) == bare(&part.definition);
        if !there.as_ref().is_some_and(is_same) {
            differing.push(Difference {
                name,
                is_there: there.is_some(),
                part,
            });
        }
    }
    let foreign = found.into_iter().filter(|(_, part)| part.kind == "trigger");
    Ok((differing, foreign.map(|(name, _)| name).collect()))
}

fn told_foreign(trigger: &str) -> String {
    format!("the trigger {trigger} is none of claimdesk's")
}

impl Reader<'_> {
    /// Tables, indexes, views and triggers that are not as the program makes them.
    pub fn schema_faults(&self) -> Result<Vec<String>> {
        let (differing, foreign) = differences(self.connection)?;
        let foreign = foreign.iter().map(|name| told_foreign(name));
        Ok(differing
            .iter()
            .map(Difference::told)
            .chain(foreign)
            .collect())
    }
}

impl Writer<'_> {
    /// Makes again what is missing or otherwise, but for tables, and takes out the
    /// triggers of others. Says what.
    pub(super) fn mend_schema(&self) -> Result<Vec<String>> {
        let (differing, foreign) = differences(self.connection)?;
        let mut mended = Vec::new();
        for name in foreign {
            let quoted = name.replace('"', "\"\"");
            self.connection
                .execute_batch(&format!("DROP TRIGGER \"{quoted}\""))?;
            mended.push(format!("{}: taken out", told_foreign(&name)));
        }
        for difference in differing.iter().filter(|one| one.can_be_made_again()) {
            let Difference { name, part, .. } = difference;
            self.connection.execute_batch(&format!(
                "DROP {} IF EXISTS {name}; {}",
                part.kind, part.definition
            ))?;
            mended.push(format!("{}: made again", difference.told()));
        }
        Ok(mended)
    }
}
