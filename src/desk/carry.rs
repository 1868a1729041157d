//! The writer's notes carried into a draft that comes without any.

use super::Result;
use super::transact::Change;
use crate::ingest::Document;
use crate::model::article::Revision;
use crate::model::note::NewNote;
use crate::model::text::Span;
use crate::text::anchor::Reanchorer;

/// A mark without words of its own is found by so many characters before it.
const BEFORE_A_MARK: usize = 60;

/// The document with the notes of the old revision where it brings none: a
/// draft that was saved as plain text loses its notes, but not their meaning.
pub(super) fn with_carried_notes(
    change: &Change<'_>,
    old: &Revision,
    mut document: Document,
    again: &Reanchorer<'_>,
) -> Result<Document> {
    if document.notes.is_empty() {
        let whole = Span::new(0, old.text.len());
        for note in change.writer.notes_within(old.id, whole)? {
            if let Some(span) = note_again(&old.text, note.span, again) {
                document.notes.push(NewNote {
                    kind: note.kind,
                    span,
                    text: note.text,
                    author: note.author,
                    url: note.url,
                });
            }
        }
        document.notes.sort_by_key(|note| note.span);
    }
    Ok(document)
}

/// Where the words of a note stand now, or the mark behind its words.
fn note_again(text: &str, span: Span, again: &Reanchorer<'_>) -> Option<Span> {
    let is_mark = span.start == span.end;
    let sought = if is_mark {
        let before = text.get(..span.start)?;
        let from = before
            .char_indices()
            .rev()
            .take(BEFORE_A_MARK)
            .last()
            .map_or(span.start, |(at, _)| at);
        let from = before[from..]
            .rfind('\n')
            .map_or(from, |line| from + line + 1);
        Span::new(from, span.end)
    } else {
        span
    };
    let quote = again.find(sought).quote()?;
    let end = quote.span.end;
    Some(if is_mark {
        Span::new(end, end)
    } else {
        quote.span
    })
}
