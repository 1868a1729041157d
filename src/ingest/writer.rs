//! Writing the text of a document block by block, so that blocks, pages and
//! notes know their places from the start.

use super::limits::{MAX_NOTES, MAX_TEXT_BYTES};
use super::urls::urls;
use super::{Document, IngestError};
use crate::model::note::{NewNote, NoteKind};
use crate::model::text::{Block, BlockKind, Page, Span};

/// What stands between two blocks.
const BETWEEN: &str = "\n\n";

/// A document being written. Words go into the block that is open; white
/// space around and within is evened out as it comes.
#[derive(Debug, Default)]
pub(super) struct DocumentWriter {
    document: Document,
    open: Option<OpenBlock>,
    /// Whether white space has come since the last word.
    space: bool,
    page: Option<(u32, usize)>,
    /// Bytes of all notes so far.
    note_bytes: usize,
}

#[derive(Debug)]
struct OpenBlock {
    kind: BlockKind,
    level: Option<u8>,
    start: usize,
}

impl DocumentWriter {
    /// Ends the open block and begins one of this kind. A block without words
    /// leaves no trace.
    pub(super) fn begin(&mut self, kind: BlockKind, level: Option<u8>) {
        self.end();
        let start = self.document.text.len();
        self.open = Some(OpenBlock { kind, level, start });
    }

    /// Ends the open block, if there is one.
    pub(super) fn end(&mut self) {
        self.space = false;
        let Some(block) = self.open.take() else {
            return;
        };
        let end = self.document.text.len();
        let between = if block.start == 0 { 0 } else { BETWEEN.len() };
        if end > block.start + between {
            let span = Span::new(block.start + between, end);
            self.document.blocks.push(Block {
                span,
                kind: block.kind,
                level: block.level,
            });
        }
    }

    /// Writes words into the open block, or into a paragraph where none is
    /// open. Each run of white space becomes one space.
    pub(super) fn text(&mut self, text: &str) -> Result<(), IngestError> {
        for c in text.chars() {
            if c.is_whitespace() || c == '\0' {
                self.space = true;
            } else {
                self.character(c);
            }
        }
        if self.document.text.len() > MAX_TEXT_BYTES {
            return Err(IngestError::OverLimit {
                what: "bytes of text",
                most: MAX_TEXT_BYTES as u64,
            });
        }
        Ok(())
    }

    fn character(&mut self, c: char) {
        let start = if let Some(block) = &self.open {
            block.start
        } else {
            self.begin(BlockKind::Body, None);
            self.document.text.len()
        };
        let text = &mut self.document.text;
        if text.len() == start {
            // The first word of a block.
            if start > 0 {
                text.push_str(BETWEEN);
            }
        } else if self.space {
            text.push(' ');
        }
        self.space = false;
        text.push(c);
    }

    /// Where the next word goes, if it follows without white space.
    pub(super) fn place(&self) -> usize {
        self.document.text.len()
    }

    /// From here on, what is written stands on this page.
    pub(super) fn begin_page(&mut self, number: u32) {
        self.end_page();
        self.page = Some((number, self.document.text.len()));
    }

    fn end_page(&mut self) {
        if let Some((number, start)) = self.page.take() {
            let span = Span::new(start, self.document.text.len());
            self.document.pages.push(Page { number, span });
        }
    }

    /// Notes what hangs on the words from `start` (a [`place`](Self::place)
    /// asked for before they were written) up to here.
    pub(super) fn note(&mut self, note: Hung) -> Result<(), IngestError> {
        if self.document.notes.len() >= MAX_NOTES {
            return Err(IngestError::OverLimit {
                what: "notes",
                most: MAX_NOTES as u64,
            });
        }
        // A long note with many addresses is kept once for each.
        self.note_bytes += note.text.len();
        if self.note_bytes > MAX_TEXT_BYTES {
            return Err(IngestError::OverLimit {
                what: "bytes of notes",
                most: MAX_TEXT_BYTES as u64,
            });
        }
        let end = self.document.text.len();
        // White space, and what stands between blocks, belongs to no words.
        let words = self.document.text.get(note.start..end).unwrap_or_default();
        let start = end - words.trim_start().len();
        let Hung {
            kind,
            text,
            author,
            url,
            ..
        } = note;
        self.document.notes.push(NewNote {
            kind,
            span: Span::new(start, end),
            text,
            author,
            url,
        });
        Ok(())
    }

    /// Hangs a note on the words from `start` up to here, once for each web
    /// address that it gives, or once without one.
    pub(super) fn hang(
        &mut self,
        kind: NoteKind,
        start: usize,
        text: &str,
        author: Option<&str>,
    ) -> Result<(), IngestError> {
        let addresses = urls(text).into_iter().map(Some);
        let mut addresses: Vec<Option<String>> = addresses.collect();
        if addresses.is_empty() {
            addresses.push(None);
        }
        for url in addresses {
            let (text, author) = (text.trim().to_owned(), author.map(str::to_owned));
            self.note(Hung {
                kind,
                start,
                text,
                author,
                url,
            })?;
        }
        Ok(())
    }

    /// The document, or the error that there is nothing in it.
    pub(super) fn finish(mut self) -> Result<Document, IngestError> {
        self.end();
        self.end_page();
        if self.document.blocks.is_empty() {
            return Err(IngestError::Empty);
        }
        self.document.notes.sort_by_key(|note| note.span);
        Ok(self.document)
    }
}

/// A note, with where the words begin that it hangs on.
#[derive(Debug)]
pub(super) struct Hung {
    pub(super) kind: NoteKind,
    pub(super) start: usize,
    pub(super) text: String,
    pub(super) author: Option<String>,
    pub(super) url: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_and_notes_know_their_places() {
        let mut writer = DocumentWriter::default();
        writer.begin(BlockKind::Heading, Some(1));
        writer.text("  A new\n bridge ").unwrap();
        writer.begin(BlockKind::Body, None);
        writer.begin(BlockKind::Body, None);
        writer.text("It cost ").unwrap();
        let start = writer.place();
        writer.text(" four million").unwrap();
        writer
            .note(Hung {
                kind: NoteKind::Link,
                start,
                text: "four million".to_owned(),
                author: None,
                url: Some("https://example.org".to_owned()),
            })
            .unwrap();
        writer.text(".").unwrap();
        let document = writer.finish().unwrap();
        assert_eq!(document.text, "A new bridge\n\nIt cost four million.");
        let blocks: Vec<_> = document
            .blocks
            .iter()
            .map(|block| (block.kind, block.span.slice(&document.text).unwrap()))
            .collect();
        assert_eq!(
            blocks,
            [
                (BlockKind::Heading, "A new bridge"),
                (BlockKind::Body, "It cost four million.")
            ]
        );
        assert_eq!(
            document.notes[0].span.slice(&document.text),
            Some("four million")
        );
    }

    #[test]
    fn pages_cover_what_was_written_on_them() {
        let mut writer = DocumentWriter::default();
        writer.begin_page(1);
        writer.text("One.").unwrap();
        writer.end();
        writer.begin_page(2);
        writer.text("Two.").unwrap();
        let document = writer.finish().unwrap();
        let pages: Vec<_> = document
            .pages
            .iter()
            .map(|page| (page.number, page.span.slice(&document.text).unwrap().trim()))
            .collect();
        assert_eq!(pages, [(1, "One."), (2, "Two.")]);
    }

    #[test]
    fn a_note_is_not_multiplied_without_end() {
        let addresses = (0..1000).map(|number| format!("https://example.org/{number} "));
        let text = "A note. ".repeat(100_000) + &addresses.collect::<String>();
        let mut writer = DocumentWriter::default();
        let refused = writer.hang(NoteKind::Footnote, 0, &text, None);
        assert!(matches!(
            refused,
            Err(IngestError::OverLimit {
                what: "bytes of notes",
                ..
            })
        ));
    }

    #[test]
    fn a_document_without_words_is_empty() {
        let mut writer = DocumentWriter::default();
        writer.begin(BlockKind::Body, None);
        writer.text(" \n").unwrap();
        assert!(matches!(writer.finish(), Err(IngestError::Empty)));
    }
}
