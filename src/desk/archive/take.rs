//! The lines of an archive read and put aside, each checked by itself. A line that
//! is wrong is named, and nothing is taken.

use base64::Engine;
use serde_json::Value;

use super::super::{DeskError, Result};
use crate::identity::sha256;
use crate::interchange::archive::{ArchiveError, ArchiveHeader, ArchiveLine};
use crate::model::event::StoredEvent;
use crate::store::Writer;
use crate::store::archive::{Fields, PastEvent, Removal, kind_called};

/// The error that names a line.
pub(super) fn refused(line: u64, why: impl Into<String>) -> DeskError {
    DeskError::BadRecord {
        place: format!("line {line}"),
        why: why.into(),
    }
}

impl From<ArchiveError> for DeskError {
    fn from(error: ArchiveError) -> Self {
        match error {
            ArchiveError::Line { line, why } => refused(line, why),
            other => Self::UnreadableRecords(other.to_string()),
        }
    }
}

/// Puts every line of an archive aside.
pub(super) fn stage(
    writer: &Writer<'_>,
    header: &ArchiveHeader,
    lines: impl Iterator<Item = std::result::Result<ArchiveLine, ArchiveError>>,
) -> Result<()> {
    for line in lines {
        let mut line = line?;
        if let Some(kind) = kind_called(&line.kind) {
            kind.even(&mut line.fields);
        }
        let (number, fields) = (line.number, &line.fields);
        match line.kind.as_str() {
            "event" => {
                let past = past(fields).map_err(|why| refused(number, why))?;
                let said = writer.stage_past(&past)?;
                said.map_err(|why| {
                    let (event, desk) = (past.event.id, &past.desk);
                    refused(
                        number,
                        format!(
                            "line {event} of the history of the desk {desk} does not hold: {why}"
                        ),
                    )
                })?;
            }
            "removal" => {
                let removal = removal(fields).map_err(|why| refused(number, why))?;
                if !writer.stage_removal(&removal)? {
                    return Err(refused(number, "it says the same again as a line before"));
                }
            }
            "blob" => {
                let bytes = blob(fields).map_err(|why| refused(number, why))?;
                writer.keep_staged_bytes(&bytes)?;
            }
            word => {
                let kind = kind_called(word)
                    .ok_or_else(|| refused(number, format!("there is no kind “{word}”")))?;
                kind.check(fields)
                    .map_err(|why| refused(number, format!("{word}: {why}")))?;
                if !writer.stage(kind, number, fields)? {
                    let what = kind.key_of(fields);
                    return Err(refused(
                        number,
                        format!("the {word} {what} stands there twice"),
                    ));
                }
            }
        }
    }
    let has_head = writer.has_staged_hash(&header.head)?;
    if !has_head {
        return Err(refused(
            1,
            "the last line of the history that it names is not in the archive",
        ));
    }
    Ok(())
}

fn text(fields: &Fields, name: &str) -> std::result::Result<String, String> {
    let text = fields.get(name).and_then(Value::as_str);
    text.map(str::to_owned)
        .ok_or_else(|| format!("{name}: there has to be a text"))
}

fn text_or_null(fields: &Fields, name: &str) -> std::result::Result<Option<String>, String> {
    match fields.get(name) {
        Some(Value::Null) => Ok(None),
        _ => text(fields, name).map(Some),
    }
}

fn number(fields: &Fields, name: &str) -> std::result::Result<i64, String> {
    let number = fields.get(name).and_then(Value::as_i64);
    number.ok_or_else(|| format!("{name}: there has to be a number"))
}

fn past(fields: &Fields) -> std::result::Result<PastEvent, String> {
    Ok(PastEvent {
        desk: text(fields, "desk")?,
        event: StoredEvent {
            id: number(fields, "number")?,
            uuid: text(fields, "uuid")?,
            at: text(fields, "at")?,
            actor: text(fields, "actor")?,
            action: text(fields, "action")?,
            subject_kind: text(fields, "subject")?,
            subject_id: number(fields, "subject_number")?,
            subject_uuid: text_or_null(fields, "subject_uuid")?,
            before: text_or_null(fields, "before")?,
            after: text_or_null(fields, "after")?,
            previous_hash: text(fields, "previous_hash")?,
            hash: text(fields, "hash")?,
        },
    })
}

fn removal(fields: &Fields) -> std::result::Result<Removal, String> {
    let removal = Removal {
        kind: text(fields, "of")?,
        uuid: text(fields, "uuid")?,
        became: text_or_null(fields, "became")?,
    };
    if !removal.is_possible() {
        return Err(format!("a {} can’t be gone so", removal.kind));
    }
    Ok(removal)
}

fn blob(fields: &Fields) -> std::result::Result<Vec<u8>, String> {
    let (named, packed) = (text(fields, "sha256")?, text(fields, "bytes")?);
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(packed)
        .map_err(|error| format!("bytes: it is no Base64: {error}"))?;
    if sha256(&bytes) != named {
        return Err("bytes: their SHA-256 is another one".to_owned());
    }
    Ok(bytes)
}
