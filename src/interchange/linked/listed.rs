//! A JSON document with a list in it, written item by item.

use std::io::{self, Write};

use serde_json::Value;

/// Writes a document whose last field but few is a list: what stands before the
/// list, its items a line each, and what ends the document.
#[derive(Debug)]
pub(in crate::interchange) struct ListWriter<W> {
    file: W,
    items: usize,
}

impl<W: Write> ListWriter<W> {
    pub(in crate::interchange) fn new(file: W) -> Self {
        Self { file, items: 0 }
    }

    /// How many items were written.
    pub(in crate::interchange) fn items(&self) -> usize {
        self.items
    }

    /// Writes one item; before the first, what opens the list.
    pub(in crate::interchange) fn item(&mut self, head: &str, item: &Value) -> io::Result<()> {
        let before = if self.items == 0 { head } else { "," };
        writeln!(self.file, "{before}")?;
        serde_json::to_writer(&mut self.file, item)?;
        self.items += 1;
        Ok(())
    }

    /// Writes what ends the document.
    pub(in crate::interchange) fn end(&mut self, tail: &str) -> io::Result<()> {
        writeln!(self.file, "{tail}")?;
        self.file.flush()
    }
}
