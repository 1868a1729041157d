//! The archive that a Word file is: its parts, unpacked within limits.
//!
//! Sizes that the archive declares are never trusted: bytes are counted as
//! they come out.

use std::io::{Cursor, Read};

use encoding_rs::Encoding;
use zip::ZipArchive;

use super::{malformed, part_malformed};
use crate::ingest::IngestError;
use crate::ingest::limits::{MAX_ARCHIVE_ENTRIES, MAX_ENTRY_BYTES, MAX_EXPANSION};

/// What every entry in an archive's table of contents begins with.
const ENTRY_MARK: [u8; 4] = *b"PK\x01\x02";

/// The least bytes of an entry in the table of contents.
const ENTRY_BYTES: usize = 46;

/// What any part may unpack to: a short one may well be nothing but the same
/// few characters.
const ALWAYS_ALLOWED: u64 = 1024 * 1024;

/// An archive whose parts are asked for by name.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    packed: u64,
    /// How many bytes may still be unpacked, over all parts.
    left: u64,
}

impl<'b> Archive<'b> {
    /// Opens an archive; none of its parts is unpacked yet.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, IngestError> {
        let too_many = IngestError::OverLimit {
            what: "parts",
            most: MAX_ARCHIVE_ENTRIES as u64,
        };
        if may_have_too_many(bytes) {
            return Err(too_many);
        }
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| malformed(format!("its archive can't be opened: {error}")))?;
        if zip.len() > MAX_ARCHIVE_ENTRIES {
            return Err(too_many);
        }
        Ok(Self {
            zip,
            packed: bytes.len() as u64,
            left: MAX_ENTRY_BYTES,
        })
    }

    /// The names of all parts, as far as they can be read.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        self.zip
            .file_names_raw()
            .map(|name| String::from_utf8_lossy(name).into_owned())
    }

    /// The text of a part, or `None` where there is no such part. Names of
    /// parts don't depend on capitals.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, IngestError> {
        let index = self.zip.index_for_name(name).or_else(|| {
            self.zip
                .file_names_raw()
                .position(|known| known.eq_ignore_ascii_case(name.as_bytes()))
        });
        let Some(index) = index else {
            return Ok(None);
        };
        let bytes = self.unpack(index, name)?;
        decode(bytes, name).map(Some)
    }

    fn unpack(&mut self, index: usize, name: &str) -> Result<Vec<u8>, IngestError> {
        let broken = |error: &dyn std::fmt::Display| {
            part_malformed(name, format!("it can't be unpacked: {error}"))
        };
        let mut entry = self.zip.by_index(index).map_err(|error| broken(&error))?;
        let packed = entry.compressed_size().min(self.packed);
        let expanded = packed.saturating_mul(MAX_EXPANSION).max(ALWAYS_ALLOWED);
        let most = expanded.min(self.left);
        let mut bytes = Vec::new();
        entry
            .by_ref()
            .take(most + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| broken(&error))?;
        let read = bytes.len() as u64;
        if read > expanded {
            return Err(IngestError::OverLimit {
                what: "bytes for each packed byte",
                most: MAX_EXPANSION,
            });
        }
        self.left = self.left.checked_sub(read).ok_or(IngestError::OverLimit {
            what: "bytes of parts",
            most: MAX_ENTRY_BYTES,
        })?;
        Ok(bytes)
    }
}

/// Whether the table of contents is longer than it may be, told without
/// building it: each entry has its mark.
fn may_have_too_many(bytes: &[u8]) -> bool {
    bytes.len() / ENTRY_BYTES > MAX_ARCHIVE_ENTRIES
        && bytes
            .windows(ENTRY_MARK.len())
            .filter(|window| *window == ENTRY_MARK)
            .nth(MAX_ARCHIVE_ENTRIES)
            .is_some()
}

/// Parts are UTF-8, or UTF-16 with a byte order mark.
fn decode(bytes: Vec<u8>, name: &str) -> Result<String, IngestError> {
    if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
        let (text, _, broken) = encoding.decode(&bytes);
        if broken {
            let detail = format!("it is not {}", encoding.name());
            return Err(part_malformed(name, detail));
        }
        return Ok(text.into_owned());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        part_malformed(name, format!("it is not UTF-8 at byte {at}"))
    })
}

/// What an archive is by what lies in it, or the error that it is nothing
/// that can be read. An archive that can't be opened is what its name says.
pub(in crate::ingest) fn is_word(name: &str, bytes: &[u8]) -> Result<(), IngestError> {
    let what = match Archive::open(bytes) {
        Ok(archive) => match kind(&archive) {
            None => return Ok(()),
            Some(other) => stored_kind(bytes).unwrap_or(other),
        },
        Err(error @ IngestError::OverLimit { .. }) => return Err(error),
        Err(_) if name.to_lowercase().ends_with(".docx") => return Ok(()),
        Err(_) => "a zip archive",
    };
    Err(IngestError::OtherType { what })
}

/// What an archive holds that is no Word file, by the folders in it.
fn kind(archive: &Archive<'_>) -> Option<&'static str> {
    let mut found = Some("a zip archive");
    for name in archive.names() {
        let name = name.to_lowercase();
        if name.starts_with("word/document") {
            return None;
        } else if name == "xl/workbook.xml" {
            found = Some("an Excel file");
        } else if name == "ppt/presentation.xml" {
            found = Some("a PowerPoint file");
        }
    }
    found
}

/// What an archive says of itself in a first entry `mimetype`.
fn stored_kind(bytes: &[u8]) -> Option<&'static str> {
    let said = bytes.get(30..)?.strip_prefix(b"mimetype")?;
    if said.starts_with(b"application/epub+zip") {
        Some("an e-book")
    } else if said.starts_with(b"application/vnd.oasis.opendocument.") {
        Some("an OpenDocument file")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::docx::sample::{Sample, p, run};
    use crate::ingest::limits::MAX_ARCHIVE_ENTRIES;
    use crate::ingest::{DocumentType, IngestError, detect};

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        let bomb = " ".repeat(160 * 1024 * 1024);
        let sample = Sample::bare().with("word/document.xml", &bomb);
        let bytes = sample.bytes();
        let begun = std::time::Instant::now();
        let refused = super::Archive::open(&bytes)
            .unwrap()
            .part("word/document.xml");
        assert!(matches!(refused, Err(IngestError::OverLimit { .. })));
        assert!(begun.elapsed().as_secs() < 5);
    }

    #[test]
    fn too_many_parts_are_refused() {
        let mut sample = Sample::new(&p(&run("Text.")));
        for number in 0..MAX_ARCHIVE_ENTRIES {
            sample = sample.with(&format!("word/media/{number}"), "");
        }
        assert!(matches!(
            sample.read(),
            Err(IngestError::OverLimit { what: "parts", .. })
        ));
    }

    #[test]
    fn parts_in_utf_16_are_read_and_broken_ones_named() {
        let main = r#"<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Žilina</w:t></w:r></w:p></w:body></w:document>"#;
        let mut utf_16 = vec![0xff, 0xfe];
        utf_16.extend(main.encode_utf16().flat_map(u16::to_le_bytes));
        let sample = Sample::bare().with_bytes("word/document.xml", utf_16);
        assert_eq!(sample.read().unwrap().text, "Žilina");
        let broken = Sample::bare().with_bytes("word/document.xml", b"<a>\xff</a>".to_vec());
        assert_eq!(
            broken.read().unwrap_err().to_string(),
            "it is no sound Word file: in word/document.xml, it is not UTF-8 at byte 3"
        );
    }

    #[test]
    fn archives_are_told_apart_by_what_lies_in_them() {
        let told = |name: &str, sample: &Sample| match detect(name, &sample.bytes()) {
            Ok(found) => found.to_string(),
            Err(IngestError::OtherType { what }) => what.to_owned(),
            Err(other) => panic!("{other}"),
        };
        assert_eq!(told("a.txt", &Sample::new("")), "docx");
        let bare = Sample::bare;
        assert_eq!(told("a.docx", &bare().with("a.txt", "A")), "a zip archive");
        assert_eq!(
            told("a", &bare().with("xl/workbook.xml", "")),
            "an Excel file"
        );
        assert_eq!(
            told("a", &bare().with("ppt/presentation.xml", "")),
            "a PowerPoint file"
        );
        // Of the archive's first bytes, only the names are looked at.
        let mut book = b"PK\x03\x04".to_vec();
        book.resize(30, 0);
        book.extend(b"mimetypeapplication/epub+zip");
        assert_eq!(super::stored_kind(&book), Some("an e-book"));
        let cut = &Sample::new("").bytes()[..200];
        assert_eq!(detect("a.docx", cut).unwrap(), DocumentType::Docx);
        assert!(detect("a.zip", cut).is_err());
    }
}
