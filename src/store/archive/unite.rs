//! Things that two desks have under different identities and that are the same by
//! what they are.

use rusqlite::{OptionalExtension, named_params};
use serde_json::Value;

use super::kinds::Kind;
use super::{Fields, text};
use crate::model::ids::SourceId;
use crate::store::{Result, Writer};

impl Writer<'_> {
    /// The identities by which this desk has what came in: by its handle, its name,
    /// its slug, what a source is recognised by, or what a rule found where.
    pub(crate) fn same_things(&self, kind: &Kind, fields: &Fields) -> Result<Vec<String>> {
        let by = |sql: &str, field: &str| {
            let mut query = self.connection.prepare_cached(sql)?;
            let value = fields.get(field).and_then(Value::as_str);
            let uuid = query.query_one(named_params! { ":value": value }, |row| row.get(0));
            Ok(uuid.optional()?.into_iter().collect())
        };
        match kind.word {
            "reviewer" => by("SELECT uuid FROM reviewers WHERE handle = :value", "handle"),
            "claimant" => by("SELECT uuid FROM claimants WHERE name = :value", "name"),
            "scale" => by("SELECT uuid FROM scales WHERE slug = :value", "slug"),
            "fact" => by(
                "SELECT uuid FROM reference_facts WHERE slug = :value",
                "slug",
            ),
            "source" => self.same_sources(fields),
            "flag" => self.same_flags(fields),
            _ => Ok(Vec::new()),
        }
    }

    fn same_sources(&self, fields: &Fields) -> Result<Vec<String>> {
        let identities = fields.get("identities").unwrap_or(&Value::Null).to_string();
        let mut query = self.connection.prepare_cached(
            "SELECT DISTINCT s.uuid FROM json_each(:identities) i CROSS JOIN source_identities k ON k.identity = i.value
             JOIN sources s ON s.id = k.source_id ORDER BY s.uuid",
        )?;
        let uuids = query.query_map(named_params! { ":identities": identities }, |row| {
            row.get(0)
        })?;
        Ok(uuids.collect::<rusqlite::Result<_>>()?)
    }

    /// Flags of the same rule on the same words, or on the same part of what the same
    /// claim rests on.
    fn same_flags(&self, fields: &Fields) -> Result<Vec<String>> {
        let text = |name| text(fields, name);
        let about = match text("about") {
            Some(about) => Some(self.about_here(about)?),
            None => None,
        };
        let mut query = self.connection.prepare_cached(
            "SELECT f.uuid FROM flags f
             WHERE f.code = :code AND f.article_id IS (SELECT id FROM articles WHERE uuid = :article)
                 AND f.about IS :about
                 AND iif(:about IS NULL,
                         f.revision_id = (SELECT id FROM revisions WHERE uuid = :revision)
                             AND f.start_byte = :start AND f.end_byte = :end,
                         f.claim_id = (SELECT id FROM claims WHERE uuid = :claim))
             ORDER BY f.uuid",
        )?;
        let uuids = query.query_map(
            named_params! {
                ":code": text("code"),
                ":article": text("article"),
                ":claim": text("claim"),
                ":about": about,
                ":revision": text("revision"),
                ":start": fields.get("start_byte").and_then(Value::as_i64),
                ":end": fields.get("end_byte").and_then(Value::as_i64),
            },
            |row| row.get(0),
        )?;
        Ok(uuids.collect::<rusqlite::Result<_>>()?)
    }

    /// Makes one source of two by their identities.
    pub(crate) fn fold_source(&self, from: &str, into: &str) -> Result<()> {
        let row = |uuid: &str| {
            let mut query = self
                .connection
                .prepare_cached("SELECT id FROM sources WHERE uuid = :uuid")?;
            let id = query.query_one(named_params! { ":uuid": uuid }, |row| row.get(0));
            Ok::<_, crate::store::StoreError>(id.optional()?.map(SourceId))
        };
        if let (Some(from), Some(into)) = (row(from)?, row(into)?) {
            self.merge_sources(from, into)?;
        }
        Ok(())
    }
}
