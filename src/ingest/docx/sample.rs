//! Word files made for tests, from the XML of their parts.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Docx;
use crate::ingest::{Document, IngestError, Reader};
use crate::model::note::NoteKind;
use crate::model::text::BlockKind;

const SPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#,
    r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#,
    r#"xmlns:wps="wps" xmlns:v="v" xmlns:dc="dc" xmlns:cp="cp""#,
);

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A Word file on its way.
pub(super) struct Sample {
    parts: Vec<(String, Vec<u8>)>,
}

impl Sample {
    /// A file whose body is this XML.
    pub(super) fn new(body: &str) -> Self {
        let main = element("w:document", &format!("<w:body>{body}</w:body>"));
        let package = relations(&[("rId1", "officeDocument", "word/document.xml", false)]);
        Self::bare()
            .with("_rels/.rels", &package)
            .with("word/document.xml", &main)
    }

    /// A file without any part.
    pub(super) fn bare() -> Self {
        Self { parts: Vec::new() }
    }

    /// The file with one more part.
    pub(super) fn with(self, name: &str, content: &str) -> Self {
        self.with_bytes(name, content.into())
    }

    /// The file with one part more, or another in its place.
    pub(super) fn with_bytes(mut self, name: &str, content: Vec<u8>) -> Self {
        self.parts.retain(|(known, _)| known != name);
        self.parts.push((name.to_owned(), content));
        self
    }

    /// The file with relationships of its main part.
    pub(super) fn with_related(self, links: &[(&str, &str, &str, bool)]) -> Self {
        self.with("word/_rels/document.xml.rels", &relations(links))
    }

    /// Its bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.parts {
            zip.start_file(name.as_str(), SimpleFileOptions::default())
                .unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// What is read from it.
    pub(super) fn read(&self) -> Result<Document, IngestError> {
        Docx.read(&self.bytes())
    }
}

/// A root element with the names of Word.
pub(super) fn element(name: &str, content: &str) -> String {
    format!("<?xml version=\"1.0\"?><{name} {SPACES}>{content}</{name}>")
}

/// A part with relationships: id, kind, target, whether it leaves the file.
pub(super) fn relations(links: &[(&str, &str, &str, bool)]) -> String {
    let links = links.iter().map(|(id, sort, target, external)| {
        let mode = if *external {
            r#" TargetMode="External""#
        } else {
            ""
        };
        format!(r#"<Relationship Id="{id}" Type="{TYPES}/{sort}" Target="{target}"{mode}/>"#)
    });
    element("Relationships", &links.collect::<String>())
}

/// A run with this text.
pub(super) fn run(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

/// A paragraph with these runs.
pub(super) fn p(content: &str) -> String {
    format!("<w:p>{content}</w:p>")
}

/// A paragraph with what is said of it, and its text.
pub(super) fn p_with(properties: &str, text: &str) -> String {
    p(&format!("<w:pPr>{properties}</w:pPr>{}", run(text)))
}

/// The blocks of a document with their words.
pub(super) fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
    let blocks = document.blocks.iter();
    blocks
        .map(|block| (block.kind, block.span.slice(&document.text).unwrap()))
        .collect()
}

/// The notes of a document: kind, words they hang on, what they say, address.
pub(super) fn notes(document: &Document) -> Vec<(NoteKind, &str, &str, Option<&str>)> {
    let notes = document.notes.iter();
    notes
        .map(|note| {
            let words = note.span.slice(&document.text).unwrap();
            (note.kind, words, note.text.as_str(), note.url.as_deref())
        })
        .collect()
}
