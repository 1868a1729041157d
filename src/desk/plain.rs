//! Claims into a plain `SQLite` file, for Datasette, `DuckDB` and whatever else reads
//! such files.

use std::io::{self, Write};

use crate::interchange::records::RecordWriter;
use crate::model::record::ClaimRecord;
use crate::store::{PlainFile, StoreError};

/// Writes claims as a plain `SQLite` file, which is made in memory and written at the
/// end.
#[derive(Debug)]
pub struct PlainWriter<W> {
    file: W,
    plain: Option<PlainFile>,
}

fn failed(error: StoreError) -> io::Error {
    io::Error::other(error)
}

impl<W: Write> PlainWriter<W> {
    /// A file without claims.
    ///
    /// # Errors
    /// What `SQLite` refuses: memory, that is.
    pub fn new(file: W) -> io::Result<Self> {
        Ok(Self {
            file,
            plain: Some(PlainFile::new().map_err(failed)?),
        })
    }
}

impl<W: Write> RecordWriter for PlainWriter<W> {
    fn write(&mut self, record: &ClaimRecord) -> io::Result<()> {
        match &self.plain {
            Some(plain) => plain.add(record).map_err(failed),
            None => Err(io::Error::other("the file is at its end")),
        }
    }

    fn finish(&mut self) -> io::Result<()> {
        if let Some(plain) = self.plain.take() {
            let file = &mut self.file;
            plain
                .finish(|bytes| file.write_all(bytes))
                .map_err(failed)??;
        }
        self.file.flush()
    }
}

/// Whether a file that begins so is one that claims were written into before.
pub fn is_plain(start: &[u8]) -> bool {
    crate::store::is_plain(start)
}
