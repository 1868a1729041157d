//! The things of a desk as an archive has them.

use rusqlite::{OptionalExtension, Row, named_params};
use serde_json::Value;

use super::Fields;
use super::holds::Holds;
use super::kinds::{Column, Kind, Rows};
use crate::store::{Reader, Result, StoreError};

/// The columns of a table as an archive has them, as SQL.
fn listed(columns: &[Column]) -> String {
    let each = columns.iter().map(|column| {
        let name = format!("t.\"{}\"", column.name);
        format!("{} AS \"{}\"", column.holds.read(&name), column.field)
    });
    each.collect::<Vec<_>>().join(", ")
}

fn value(row: &Row<'_>, column: &Column) -> rusqlite::Result<Value> {
    column.holds.to_json(row.get_ref(column.field)?)
}

impl Kind {
    /// Whether its rows have an id.
    pub(super) fn has_id(&self) -> bool {
        self.key == ["uuid"]
    }

    fn select(&self) -> String {
        let id = if self.has_id() { "t.id AS _id, " } else { "" };
        let (columns, table) = (listed(self.columns), self.table);
        format!("SELECT {id}{columns} FROM {table} t")
    }
}

impl Reader<'_> {
    /// Hands over every thing of a kind, in the order of an archive.
    pub(crate) fn each_thing<E: From<StoreError>>(
        &self,
        kind: &Kind,
        mut each: impl FnMut(Fields) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let sql = format!("{} ORDER BY {}", kind.select(), kind.order);
        let mut query = self.connection.prepare(&sql).map_err(StoreError::from)?;
        let mut rows = query.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            each(self.fields(kind, row)?)?;
        }
        Ok(())
    }

    /// The thing that is known by the same as that of an archive, by its key.
    pub(crate) fn thing(&self, kind: &Kind, key: &[&str]) -> Result<Option<Fields>> {
        let sql = format!("{} WHERE {}", kind.select(), kind.by_key());
        let mut query = self.connection.prepare_cached(&sql)?;
        let mut rows = query.query(rusqlite::params_from_iter(key))?;
        rows.next()?.map(|row| self.fields(kind, row)).transpose()
    }

    /// The row of a thing that has a uuid.
    pub(crate) fn row_of_uuid(&self, kind: &Kind, uuid: &str) -> Result<Option<i64>> {
        let sql = format!("SELECT id FROM {} WHERE uuid = :uuid", kind.table);
        let mut query = self.connection.prepare_cached(&sql)?;
        let id = query.query_one(named_params! { ":uuid": uuid }, |row| row.get(0));
        Ok(id.optional()?)
    }

    fn fields(&self, kind: &Kind, row: &Row<'_>) -> Result<Fields> {
        let mut fields = Fields::new();
        for column in kind.columns {
            fields.insert(column.field.to_owned(), value(row, column)?);
        }
        if kind.has_id() {
            let id: i64 = row.get("_id")?;
            if kind.numbered {
                fields.insert("number".to_owned(), id.into());
            }
            for rows in kind.rows {
                fields.insert(rows.field.to_owned(), self.hanging(rows, id)?);
            }
        }
        Ok(fields)
    }

    /// What hangs on a thing.
    fn hanging(&self, rows: &Rows, parent: i64) -> Result<Value> {
        let sql = format!(
            "SELECT {} FROM {} t WHERE t.{} = :parent ORDER BY {}",
            listed(rows.columns),
            rows.table,
            rows.parent,
            rows.order
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let found = query.query_map(named_params! { ":parent": parent }, |row| {
            let mut values = Vec::with_capacity(rows.columns.len());
            for column in rows.columns {
                values.push(value(row, column)?);
            }
            Ok(match (rows.as_array, rows.columns.len()) {
                (true, 1) => values.pop().unwrap_or_default(),
                (true, _) => Value::Array(values),
                (false, _) => {
                    let names = rows.columns.iter().map(|column| column.field.to_owned());
                    Value::Object(names.zip(values).collect())
                }
            })
        })?;
        Ok(Value::Array(found.collect::<rusqlite::Result<_>>()?))
    }

    /// Hands over the bytes that the desk keeps, in the order of their SHA-256.
    pub(crate) fn each_blob<E: From<StoreError>>(
        &self,
        mut each: impl FnMut(&str, &[u8]) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let sql = "SELECT sha256, size, compression, bytes FROM blobs ORDER BY sha256";
        let mut query = self.connection.prepare(sql).map_err(StoreError::from)?;
        let mut rows = query.query([]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let sha256: String = row.get("sha256").map_err(StoreError::from)?;
            let kept = crate::store::blobs::Kept::of_row(row).map_err(StoreError::from)?;
            each(&sha256, &kept.unpacked()?)?;
        }
        Ok(())
    }

    /// How many sources are not public.
    pub(crate) fn sources_not_public(&self) -> Result<u64> {
        let sql = "SELECT count(*) FROM sources WHERE confidentiality <> 'public'";
        Ok(self.connection.query_one(sql, [], |row| row.get(0))?)
    }
}

impl Kind {
    /// The condition that a row `t` is known by the values ?1, ?2, … of the key.
    pub(super) fn by_key(&self) -> String {
        let conditions = (1..).zip(self.key).map(|(place, field)| {
            let column = self.columns.iter().find(|column| column.field == *field);
            let name = column.map_or(*field, |column| column.name);
            match column.map(|column| column.holds) {
                // By the row, so that the index on the column finds it.
                Some(Holds::To(target)) => {
                    let row = target.row().replace(":name", &format!("?{place}"));
                    format!("t.\"{name}\" = ({row})")
                }
                _ => format!("t.\"{name}\" = ?{place}"),
            }
        });
        conditions.collect::<Vec<_>>().join(" AND ")
    }
}
