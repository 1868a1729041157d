//! What is read, cut into pieces for the workers: whole files, and batches of
//! the lines of streams that are lists.

use std::io::{Cursor, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::Reading;
use crate::ingest::{
    DocumentType, IngestError, Line, Lines, MAX_BYTES, detect, is_json_object, open_file,
    read_named,
};

/// A batch holds lines of about so many bytes.
const BATCH: usize = 64 * 1024;

/// Something to be read.
pub enum Input {
    /// A file.
    File(PathBuf),
    /// A stream, such as standard input.
    Stream(Box<dyn Read + Send>),
}

/// A piece of work.
pub(super) struct Piece {
    /// The place of the input that it is from, from 0.
    pub(super) input: usize,
    /// The place of its first article among all, from 0.
    pub(super) article: usize,
    pub(super) content: Content,
}

/// What is in a piece.
pub(super) enum Content {
    /// A file, with its name.
    Whole { name: String, bytes: Vec<u8> },
    /// Lines that are articles.
    Articles(Batch),
    /// Lines that are sentences.
    Sentences(Batch),
    /// Why nothing more comes from the input.
    Failed(IngestError),
}

/// Lines with text in them, one after the other in one buffer.
#[derive(Default)]
pub(super) struct Batch {
    bytes: Vec<u8>,
    lines: Vec<(Line, Range<usize>)>,
}

impl Batch {
    /// Whether to hand it on before it has another line.
    fn is_full<R: Read>(&self, lines: &Lines<R>) -> bool {
        !self.lines.is_empty() && (self.bytes.len() >= BATCH || !lines.has_more_at_hand())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Line, &[u8])> {
        let lines = self.lines.iter();
        lines.map(|(line, range)| (*line, &self.bytes[range.clone()]))
    }
}

/// The pieces of all inputs, in order.
pub(super) struct Source {
    inputs: std::iter::Enumerate<std::vec::IntoIter<Input>>,
    reading: Arc<Reading>,
    /// Inputs before this one are no longer wanted.
    wanted: Arc<AtomicUsize>,
    open: Option<Open>,
    articles: usize,
}

/// A list that is being read.
struct Open {
    input: usize,
    lines: Lines<Box<dyn Read + Send>>,
    is_empty: bool,
    has_ended: bool,
    /// Why it ended, if not by its end.
    failed: Option<IngestError>,
}

impl Source {
    pub(super) fn new(inputs: Vec<Input>, reading: Arc<Reading>, wanted: Arc<AtomicUsize>) -> Self {
        Self {
            inputs: inputs.into_iter().enumerate(),
            reading,
            wanted,
            open: None,
            articles: 0,
        }
    }

    /// The next piece; `None` when everything was read.
    pub(super) fn next(&mut self) -> Option<Piece> {
        loop {
            if let Some(mut open) = self.open.take() {
                if let Some(piece) = self.batch(&mut open) {
                    self.open = Some(open);
                    return Some(piece);
                }
                let empty = open.is_empty.then_some(IngestError::Empty);
                let failed = open.failed.or(empty);
                let failed = failed.map(|error| self.piece(open.input, Content::Failed(error)));
                // A transcript is one article, and what can't be read counts as one.
                self.articles += usize::from(self.reading.lines || open.is_empty);
                if failed.is_some() {
                    return failed;
                }
            }
            let (place, input) = self.inputs.next()?;
            match self.begin(input) {
                Ok(Begun::List(lines)) => {
                    self.open = Some(Open {
                        input: place,
                        lines,
                        is_empty: true,
                        has_ended: false,
                        failed: None,
                    });
                }
                Ok(Begun::Whole { name, bytes }) => {
                    let piece = self.piece(place, Content::Whole { name, bytes });
                    self.articles += 1;
                    return Some(piece);
                }
                Err(error) => {
                    let piece = self.piece(place, Content::Failed(error));
                    self.articles += 1;
                    return Some(piece);
                }
            }
        }
    }

    fn piece(&self, input: usize, content: Content) -> Piece {
        Piece {
            input,
            article: self.articles,
            content,
        }
    }

    /// The next lines: those that can be had without waiting, up to a limit.
    fn batch(&mut self, open: &mut Open) -> Option<Piece> {
        let mut batch = Batch::default();
        if open.input < self.wanted.load(Ordering::Relaxed) {
            open.has_ended = true;
            open.is_empty = false;
        }
        while !open.has_ended && !batch.is_full(&open.lines) {
            let from = batch.bytes.len();
            match open.lines.read(&mut batch.bytes) {
                Ok(Some(_)) if batch.bytes[from..].trim_ascii().is_empty() => {
                    batch.bytes.truncate(from);
                }
                Ok(Some(line)) => batch.lines.push((line, from..batch.bytes.len())),
                Ok(None) => open.has_ended = true,
                Err(error) => {
                    batch.bytes.truncate(from);
                    (open.has_ended, open.failed) = (true, Some(error));
                }
            }
        }
        let lines = batch.lines.len();
        if lines == 0 {
            return None;
        }
        open.is_empty = false;
        if self.reading.lines {
            return Some(self.piece(open.input, Content::Sentences(batch)));
        }
        let piece = self.piece(open.input, Content::Articles(batch));
        self.articles += lines;
        Some(piece)
    }

    /// Opens an input and tells a list from a file by its beginning.
    fn begin(&self, input: Input) -> Result<Begun, IngestError> {
        let (path, name, mut stream): (PathBuf, String, Box<dyn Read + Send>) = match input {
            Input::File(path) => {
                let name = path.file_name().unwrap_or_default();
                let name = name.to_string_lossy().into_owned();
                let file = open_file(&path)?;
                (path, name, Box::new(file))
            }
            Input::Stream(stream) => (PathBuf::from("standard input"), String::new(), stream),
        };
        let head = match self.reading.document_type {
            None if !self.reading.lines => head(&mut stream, &path)?,
            _ => Vec::new(),
        };
        let is_list = match self.reading.document_type {
            None => begins_list(&name, &head),
            Some(given) => given == DocumentType::Jsonl,
        };
        let mut stream: Box<dyn Read + Send> = Box::new(Cursor::new(head).chain(stream));
        if self.reading.lines {
            return Ok(Begun::List(Lines::new(stream, &path, MAX_BYTES)));
        }
        if is_list {
            return match self.reading.encoding {
                None => Ok(Begun::List(Lines::new(stream, &path, MAX_BYTES))),
                Some(_) => Err(IngestError::OwnEncoding {
                    what: DocumentType::Jsonl,
                }),
            };
        }
        let bytes = read_named(&mut stream, &path, MAX_BYTES)?;
        Ok(Begun::Whole { name, bytes })
    }
}

/// How an input begins.
enum Begun {
    List(Lines<Box<dyn Read + Send>>),
    Whole { name: String, bytes: Vec<u8> },
}

fn begins_list(name: &str, head: &[u8]) -> bool {
    let mut lines = head.split(|byte| *byte == b'\n');
    let first = lines.find(|line| !line.trim_ascii().is_empty());
    matches!(detect(name, head), Ok(DocumentType::Jsonl)) || first.is_some_and(is_json_object)
}

/// The beginning of a stream, up to its first line that isn't blank or a
/// little further.
fn head(stream: &mut dyn Read, path: &Path) -> Result<Vec<u8>, IngestError> {
    let mut head = Vec::new();
    let mut chunk = vec![0; BATCH];
    loop {
        let read = match stream.read(&mut chunk) {
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(source) => {
                return Err(IngestError::Unreadable {
                    path: path.to_owned(),
                    source,
                });
            }
        };
        head.extend_from_slice(&chunk[..read]);
        let begun = head.trim_ascii_start();
        // Only an object needs to be seen whole.
        let is_enough = match begun.first() {
            None => false,
            Some(b'{' | 0xef) => chunk[..read].contains(&b'\n') && begun.contains(&b'\n'),
            Some(_) => true,
        };
        if is_enough || read == 0 || head.len() as u64 > MAX_BYTES {
            return Ok(head);
        }
    }
}
