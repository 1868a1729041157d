//! The file that Word opens: parts in an archive (Open Packaging Conventions,
//! ECMA-376, part 2).

use std::io::{Cursor, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::Xml;

/// The names of relationships.
pub(super) const RELATIONSHIPS: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships";

/// What the types of relationships within a document begin with.
pub(super) const TYPES: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What the types of a document's parts begin and end with.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// One part: where it lies, of what type it is where its ending doesn't say
/// so, and its XML.
pub(super) struct Part {
    pub(super) name: &'static str,
    pub(super) kind: Option<&'static str>,
    pub(super) xml: String,
}

impl Part {
    /// A part of the document, of a kind such as `styles`.
    pub(super) fn word(name: &'static str, kind: &'static str, xml: impl Into<String>) -> Self {
        Self {
            name,
            kind: Some(kind),
            xml: xml.into(),
        }
    }

    /// The relationships of a part.
    pub(super) fn relationships(name: &'static str, xml: String) -> Self {
        Self {
            name,
            kind: None,
            xml,
        }
    }
}

/// The file with these parts. Its bytes depend on nothing else: every part has
/// the first date that an archive knows.
pub(super) fn packed(parts: &[Part]) -> Result<Vec<u8>, ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // Some readers tell a Word file by its first part.
    zip.start_file("[Content_Types].xml", options)?;
    zip.write_all(types(parts).as_bytes())?;
    for part in parts {
        zip.start_file(part.name, options)?;
        zip.write_all(part.xml.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The part that says of what type each part is.
fn types(parts: &[Part]) -> String {
    let spaces = "http://schemas.openxmlformats.org/package/2006/content-types";
    let mut xml = Xml::part("Types", &[("xmlns", spaces)]);
    for (ending, kind) in [
        (
            "rels",
            "application/vnd.openxmlformats-package.relationships+xml",
        ),
        ("xml", "application/xml"),
    ] {
        xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
    }
    for part in parts {
        let Some(kind) = part.kind else { continue };
        let kind = match kind {
            "core-properties" => {
                "application/vnd.openxmlformats-package.core-properties+xml".to_owned()
            }
            kind => format!("{WORD}{kind}+xml"),
        };
        let name = format!("/{}", part.name);
        xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
    }
    xml.finish()
}
