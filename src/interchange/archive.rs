//! The lines of a desk archive: JSON Lines, a header first, then one thing a line,
//! and a last line that says how many there were, so that a file that was cut off
//! is told from a whole one. What the things are is the desk's business.

use std::io::{self, BufRead, Read, Write};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The version of the format, which the header names.
pub const ARCHIVE_VERSION: u32 = 1;

/// What the header calls the program.
const PROGRAM: &str = "claimdesk";

/// What the last line is called.
const END: &str = "end";

/// Longest line that is read, in bytes: more than any desk can hold as one value.
pub const MAX_LINE: u64 = 240 * 1024 * 1024;

/// The first line of an archive. It holds no time, so that the same desk gives the
/// same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveHeader {
    /// The program that archives are of.
    archive: String,
    /// The version of the format.
    version: u32,
    /// The desk, by the UUID of the first line of its history.
    pub desk: String,
    /// What the desk is called, if it is.
    pub title: Option<String>,
    /// The hash of the last line of the desk's history.
    pub head: String,
}

impl ArchiveHeader {
    /// The header of a desk's archive.
    pub fn new(desk: String, title: Option<String>, head: String) -> Self {
        Self {
            archive: PROGRAM.to_owned(),
            version: ARCHIVE_VERSION,
            desk,
            title,
            head,
        }
    }
}

/// One thing of an archive.
#[derive(Debug, Clone, PartialEq)]
pub struct ArchiveLine {
    /// Which line of the file it is, from 1.
    pub number: u64,
    /// What kind of thing.
    pub kind: String,
    /// What is said of it.
    pub fields: Map<String, Value>,
}

/// Why an archive can't be read.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The file itself can't be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A line is not what stands in an archive.
    #[error("line {line}: {why}")]
    Line {
        /// The line, from 1.
        line: u64,
        /// What is wrong with it.
        why: String,
    },
    /// The file ends before the archive does.
    #[error("it breaks off after line {0}: the line that ends an archive is missing")]
    Cut(u64),
    /// The archive is of a newer program.
    #[error("it is an archive of version {0}, and this program reads version {ARCHIVE_VERSION}")]
    Version(u32),
    /// The file is no archive.
    #[error("its first line is not that of a desk archive")]
    NotAnArchive,
}

/// Whether a file that begins so is an archive.
pub fn is_archive(start: &[u8]) -> bool {
    let line = start
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    serde_json::from_slice::<Named>(line).is_ok_and(|header| header.archive == PROGRAM)
}

/// What tells a header, of any version.
#[derive(Deserialize)]
struct Named {
    archive: String,
    version: u32,
}

/// The lines of an archive behind its header.
#[derive(Debug)]
pub struct ArchiveLines<R> {
    content: R,
    line: u64,
    ended: bool,
}

/// Reads the header of an archive; its lines follow.
///
/// # Errors
/// [`ArchiveError`] where the first line is none, or of a version that is not known.
pub fn read_archive<R: BufRead>(
    mut content: R,
) -> Result<(ArchiveHeader, ArchiveLines<R>), ArchiveError> {
    let mut first = Vec::new();
    content
        .by_ref()
        .take(MAX_LINE)
        .read_until(b'\n', &mut first)?;
    let named: Named = serde_json::from_slice(&first).map_err(|_| ArchiveError::NotAnArchive)?;
    if named.archive != PROGRAM {
        return Err(ArchiveError::NotAnArchive);
    }
    if named.version != ARCHIVE_VERSION {
        return Err(ArchiveError::Version(named.version));
    }
    let header = serde_json::from_slice(&first).map_err(|error| ArchiveError::Line {
        line: 1,
        why: error.to_string(),
    })?;
    let lines = ArchiveLines {
        content,
        line: 1,
        ended: false,
    };
    Ok((header, lines))
}

impl<R: BufRead> ArchiveLines<R> {
    fn read(&mut self) -> Result<Option<ArchiveLine>, ArchiveError> {
        let mut bytes = Vec::new();
        let room = MAX_LINE + 1;
        let read = self
            .content
            .by_ref()
            .take(room)
            .read_until(b'\n', &mut bytes)?;
        if read == 0 {
            return if self.ended {
                Ok(None)
            } else {
                Err(ArchiveError::Cut(self.line))
            };
        }
        self.line += 1;
        let refuse = |line: u64, why: String| Err(ArchiveError::Line { line, why });
        if self.ended {
            return refuse(
                self.line,
                "something stands behind the end of the archive".to_owned(),
            );
        }
        if bytes.len() as u64 >= room {
            return refuse(self.line, format!("it is longer than {MAX_LINE} bytes"));
        }
        let fields = match serde_json::from_slice::<Value>(&bytes) {
            Ok(Value::Object(fields)) => fields,
            Ok(_) => return refuse(self.line, "it is no object".to_owned()),
            Err(error) if error.is_eof() && !bytes.ends_with(b"\n") => {
                return Err(ArchiveError::Cut(self.line - 1));
            }
            Err(error) => return refuse(self.line, format!("it is no JSON: {error}")),
        };
        self.line_of(fields)
    }

    fn line_of(
        &mut self,
        mut fields: Map<String, Value>,
    ) -> Result<Option<ArchiveLine>, ArchiveError> {
        let line = self.line;
        let Some(Value::String(kind)) = fields.remove("kind") else {
            let why = "it does not say what kind of thing it is of".to_owned();
            return Err(ArchiveError::Line { line, why });
        };
        if kind == END {
            if fields.get("lines").and_then(Value::as_u64) != Some(line) {
                let why =
                    format!("it says that the archive has another number of lines than {line}");
                return Err(ArchiveError::Line { line, why });
            }
            self.ended = true;
            return self.read();
        }
        Ok(Some(ArchiveLine {
            number: line,
            kind,
            fields,
        }))
    }
}

impl<R: BufRead> Iterator for ArchiveLines<R> {
    type Item = Result<ArchiveLine, ArchiveError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().transpose()
    }
}

/// Writes an archive line by line.
#[derive(Debug)]
pub struct ArchiveWriter<W> {
    target: W,
    lines: u64,
}

impl<W: Write> ArchiveWriter<W> {
    /// Begins an archive with its header.
    ///
    /// # Errors
    /// What the file can't take.
    pub fn new(target: W, header: &ArchiveHeader) -> io::Result<Self> {
        let mut writer = Self { target, lines: 0 };
        writer.put(header)?;
        Ok(writer)
    }

    fn put(&mut self, line: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.target, line)?;
        self.target.write_all(b"\n")?;
        self.lines += 1;
        Ok(())
    }

    /// Writes one thing.
    ///
    /// # Errors
    /// What the file can't take.
    pub fn write(&mut self, kind: &str, fields: &Map<String, Value>) -> io::Result<()> {
        self.put(&Written { kind, fields })
    }

    /// Writes the last line. How many there were is given back.
    ///
    /// # Errors
    /// What the file can't take.
    pub fn finish(mut self) -> io::Result<u64> {
        let lines = Map::from_iter([("lines".to_owned(), Value::from(self.lines + 1))]);
        self.write(END, &lines)?;
        self.target.flush()?;
        Ok(self.lines)
    }
}

/// A line as it is written: what kind of thing it is first.
struct Written<'l> {
    kind: &'l str,
    fields: &'l Map<String, Value>,
}

impl Serialize for Written<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(Some(self.fields.len() + 1))?;
        map.serialize_entry("kind", self.kind)?;
        for (name, value) in self.fields {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> String {
        let header = ArchiveHeader::new("d".to_owned(), None, "0".repeat(64));
        let mut bytes = Vec::new();
        let mut writer = ArchiveWriter::new(&mut bytes, &header).unwrap();
        let fields = Map::from_iter([("body".to_owned(), Value::from("Ja."))]);
        writer.write("comment", &fields).unwrap();
        assert_eq!(writer.finish().unwrap(), 3);
        String::from_utf8(bytes).unwrap()
    }

    fn read(text: &str) -> Result<Vec<ArchiveLine>, ArchiveError> {
        read_archive(text.as_bytes())?.1.collect()
    }

    #[test]
    fn what_is_written_is_read() {
        let text = written();
        assert!(is_archive(text.as_bytes()));
        let lines = read(&text).unwrap();
        assert_eq!((lines.len(), lines[0].number), (1, 2));
        assert_eq!(lines[0].fields["body"], "Ja.");
        assert!(text.contains("\n{\"kind\":\"comment\",\"body\":\"Ja.\"}\n"));
    }

    #[test]
    fn an_archive_that_was_cut_off_anywhere_is_refused() {
        let text = written();
        for end in 0..text.len() - 1 {
            assert!(read(&text[..end]).is_err(), "{end}");
        }
        assert!(matches!(
            read(&text[..text.find("{\"kind\":\"end").unwrap()]),
            Err(ArchiveError::Cut(2))
        ));
    }

    #[test]
    fn other_files_other_versions_and_lines_too_many_are_refused() {
        assert!(matches!(
            read("{\"claim\": \"A.\"}\n"),
            Err(ArchiveError::NotAnArchive)
        ));
        let newer = written().replace("\"version\":1", "\"version\":2");
        assert!(matches!(read(&newer), Err(ArchiveError::Version(2))));
        let more = written() + "{\"kind\":\"comment\"}\n";
        assert!(matches!(
            read(&more),
            Err(ArchiveError::Line { line: 4, .. })
        ));
    }
}
