//! What is written otherwise in an archive than on a desk: numbers of articles
//! within settings, and settings that stay where they are.

use serde_json::Value;

use crate::store::archive::{Fields, Kind, Target};
use crate::store::{Reader, Result as Stored, Writer};

/// Settings that are about one desk, and stay there: who sits at it.
const OF_ONE_DESK: &[&str] = &["default-reviewer"];

/// The setting in whose value articles can be named: `E602@3`.
const IGNORED: &str = "lint-ignore";

fn key(fields: &Fields) -> &str {
    fields
        .get("key")
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// Whether a setting is about one desk alone.
pub(super) fn is_of_one_desk(kind: &Kind, fields: &Fields) -> bool {
    kind.word == "setting" && OF_ONE_DESK.contains(&key(fields))
}

/// A thing as it is written in an archive.
pub(super) fn written(reader: &Reader<'_>, kind: &Kind, fields: Fields) -> Stored<Fields> {
    renamed(kind, fields, |number| {
        let id = number.parse().ok();
        Ok(match id {
            Some(id) => reader.uuid_of_article(id)?,
            None => None,
        })
    })
}

/// A thing as this desk has it.
pub(super) fn read(writer: &Writer<'_>, kind: &Kind, fields: Fields) -> Stored<Fields> {
    renamed(kind, fields, |uuid| {
        let id = writer.row_of(Target::Article, uuid)?;
        Ok(id.map(|id| id.to_string()))
    })
}

/// A setting with the articles in it called otherwise; what is said of an article
/// that is gone is left out.
fn renamed(
    kind: &Kind,
    mut fields: Fields,
    call: impl Fn(&str) -> Stored<Option<String>>,
) -> Stored<Fields> {
    if kind.word != "setting" || key(&fields) != IGNORED {
        return Ok(fields);
    }
    let Some(value) = fields.get("value").and_then(Value::as_str) else {
        return Ok(fields);
    };
    let mut parts = Vec::new();
    for part in value.split(',') {
        match part.split_once('@') {
            Some((rule, article)) => {
                let name = call(article)?;
                parts.extend(name.map(|name| format!("{rule}@{name}")));
            }
            None => parts.push(part.to_owned()),
        }
    }
    let value = (!parts.is_empty()).then(|| parts.join(","));
    fields.insert("value".to_owned(), value.into());
    Ok(fields)
}
