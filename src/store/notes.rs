//! The writer's notes, and the pages of originals.

use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::rows::parsed;
use super::{Reader, Result, Writer};
use crate::model::ids::{NoteId, RevisionId};
use crate::model::note::{NewNote, Note};
use crate::model::text::{Page, Span};

const NOTES: &str = "SELECT id, uuid, kind, start_byte, end_byte, text, author, url FROM notes";

fn note(row: &Row<'_>) -> rusqlite::Result<Note> {
    Ok(Note {
        id: NoteId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        kind: parsed(row, "kind")?,
        text: row.get("text")?,
        author: row.get("author")?,
        url: row.get("url")?,
        span: Span::new(row.get("start_byte")?, row.get("end_byte")?),
    })
}

impl Reader<'_> {
    /// One note.
    pub fn note(&self, id: NoteId) -> Result<Option<Note>> {
        let mut query = self
            .connection
            .prepare_cached(&format!("{NOTES} WHERE id = :id"))?;
        Ok(query
            .query_row(named_params! { ":id": id.0 }, note)
            .optional()?)
    }

    /// The notes that hang within a stretch of a revision's text, or just
    /// behind it, in the order of the text.
    pub fn notes_within(&self, revision: RevisionId, span: Span) -> Result<Vec<Note>> {
        let sql = format!(
            "{NOTES} WHERE revision_id = :revision AND start_byte <= :end AND end_byte >= :start
             ORDER BY start_byte, id"
        );
        let mut query = self.connection.prepare_cached(&sql)?;
        let values =
            named_params! { ":revision": revision.0, ":start": span.start, ":end": span.end };
        Ok(query
            .query_map(values, note)?
            .collect::<rusqlite::Result<_>>()?)
    }

    /// The pages of a revision's original, in order; none where it has none.
    pub fn pages(&self, revision: RevisionId) -> Result<Vec<Page>> {
        let mut query = self.connection.prepare_cached(
            "SELECT number, start_byte, end_byte FROM pages WHERE revision_id = :revision ORDER BY number",
        )?;
        let pages = query.query_map(named_params! { ":revision": revision.0 }, |row| {
            Ok(Page {
                number: row.get("number")?,
                span: Span::new(row.get("start_byte")?, row.get("end_byte")?),
            })
        })?;
        Ok(pages.collect::<rusqlite::Result<_>>()?)
    }

    /// The number of the page on which a place stands, where the original has
    /// pages.
    pub fn page_at(&self, revision: RevisionId, byte: usize) -> Result<Option<u32>> {
        let mut query = self.connection.prepare_cached(
            "SELECT max(number) FROM pages WHERE revision_id = :revision AND start_byte <= :byte",
        )?;
        Ok(query.query_one(
            named_params! { ":revision": revision.0, ":byte": byte },
            |row| row.get(0),
        )?)
    }
}

impl Writer<'_> {
    /// Adds the notes of a revision, each with a new identity.
    pub fn insert_notes(
        &self,
        revision: RevisionId,
        notes: &[NewNote],
        uuid: impl Fn() -> Uuid,
    ) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO notes (uuid, revision_id, kind, start_byte, end_byte, text, author, url)
             VALUES (:uuid, :revision, :kind, :start, :end, :text, :author, :url)",
        )?;
        for note in notes {
            insert.execute(named_params! {
                ":uuid": uuid().to_string(),
                ":revision": revision.0,
                ":kind": note.kind.as_str(),
                ":start": note.span.start,
                ":end": note.span.end,
                ":text": note.text,
                ":author": note.author,
                ":url": note.url,
            })?;
        }
        Ok(())
    }

    /// Adds the pages of a revision's original.
    pub fn insert_pages(&self, revision: RevisionId, pages: &[Page]) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO pages (revision_id, number, start_byte, end_byte)
             VALUES (:revision, :number, :start, :end)",
        )?;
        for page in pages {
            insert.execute(named_params! {
                ":revision": revision.0,
                ":number": page.number,
                ":start": page.span.start,
                ":end": page.span.end,
            })?;
        }
        Ok(())
    }
}
