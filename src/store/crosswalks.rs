//! How the ratings of one scale are said on another.

use rusqlite::named_params;

use super::{Reader, Result, Writer};
use crate::model::crosswalk::SaidAs;
use crate::model::ids::{RatingId, ScaleId};

impl Reader<'_> {
    /// What the ratings of all other scales are on this one, as far as anybody
    /// has said.
    pub fn said_on(&self, scale: ScaleId) -> Result<Vec<SaidAs>> {
        let mut query = self.connection.prepare_cached(
            "SELECT from_rating_id, to_rating_id, loss FROM crosswalks
             WHERE to_scale_id = :scale ORDER BY from_rating_id",
        )?;
        let said = query.query_map(named_params! { ":scale": scale.0 }, |row| {
            Ok(SaidAs {
                from: RatingId(row.get("from_rating_id")?),
                to: row.get::<_, Option<i64>>("to_rating_id")?.map(RatingId),
                loss: row.get("loss")?,
            })
        })?;
        Ok(said.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Says anew how the ratings of one scale are said on another.
    pub fn replace_crosswalk(&self, from: ScaleId, to: ScaleId, said: &[SaidAs]) -> Result<()> {
        self.connection
            .prepare_cached(
                "DELETE FROM crosswalks WHERE to_scale_id = :to
                    AND from_rating_id IN (SELECT id FROM ratings WHERE scale_id = :from)",
            )?
            .execute(named_params! { ":from": from.0, ":to": to.0 })?;
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO crosswalks (from_rating_id, to_scale_id, to_rating_id, loss)
             VALUES (:from, :scale, :to, :loss)",
        )?;
        for one in said {
            insert.execute(named_params! {
                ":from": one.from.0,
                ":scale": to.0,
                ":to": one.to.map(|id| id.0),
                ":loss": one.loss,
            })?;
        }
        Ok(())
    }
}
