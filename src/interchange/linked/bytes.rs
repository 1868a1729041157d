//! Bytes of a file to the text of a document: packed with gzip or not, in the
//! encoding that it has.

use std::borrow::Cow;
use std::io::Read;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use flate2::bufread::MultiGzDecoder;

use crate::ingest::MAX_BYTES;

/// What a file that is packed with gzip begins with (RFC 1952).
const GZIP: &[u8] = b"\x1f\x8b";

/// So far into a page its encoding is declared (HTML Standard, 4.2.5.4).
const DECLARED_WITHIN: usize = 1024;

/// Why bytes are no text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// It is packed and can't be unpacked.
    #[error("it is no sound gzip file: {0}")]
    Packed(String),
    /// It unpacks to more than is read.
    #[error("it unpacks to more than {MAX_BYTES} bytes, the most that is read")]
    TooLarge,
    /// It is not UTF-8, as JSON has to be (RFC 8259, section 8.1).
    #[error("it is not UTF-8: line {line}, column {column} (byte {offset}) can't be read")]
    NotUtf8 {
        /// Line of the first bad byte, from 1.
        line: usize,
        /// Column of it in characters, from 1.
        column: usize,
        /// Where it stands, from 0.
        offset: usize,
    },
}

/// The text in the bytes of a file. JSON is UTF-8, with a byte order mark or
/// without; a page may declare another encoding.
pub fn text_of(bytes: &[u8]) -> Result<String, NotText> {
    let bytes = unpacked(bytes)?;
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return Ok(encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned());
    }
    let error = match std::str::from_utf8(&bytes) {
        Ok(text) => return Ok(text.to_owned()),
        Err(error) => error,
    };
    if bytes.trim_ascii_start().first() == Some(&b'<') {
        let encoding = declared(&bytes).filter(|encoding| *encoding != UTF_8);
        let (text, _) = encoding
            .unwrap_or(WINDOWS_1252)
            .decode_without_bom_handling(&bytes);
        return Ok(text.into_owned());
    }
    let offset = error.valid_up_to();
    let before = String::from_utf8_lossy(&bytes[..offset]);
    let last = before.rsplit('\n').next().unwrap_or_default();
    Err(NotText::NotUtf8 {
        line: before.matches('\n').count() + 1,
        column: last.chars().count() + 1,
        offset,
    })
}

fn unpacked(bytes: &[u8]) -> Result<Cow<'_, [u8]>, NotText> {
    if !bytes.starts_with(GZIP) {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut whole = Vec::new();
    MultiGzDecoder::new(bytes)
        .take(MAX_BYTES + 1)
        .read_to_end(&mut whole)
        .map_err(|error| NotText::Packed(error.to_string()))?;
    if whole.len() as u64 > MAX_BYTES {
        return Err(NotText::TooLarge);
    }
    Ok(Cow::Owned(whole))
}

/// The encoding that a page declares near its beginning.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let label = rest.trim_start_matches(['"', '\'', ' ']);
    let end = label
        .find(['"', '\'', ' ', '>', ';', '/'])
        .unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;
    use proptest::prelude::*;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    #[test]
    fn packed_files_and_pages_in_other_encodings_are_read() {
        assert_eq!(
            text_of(&packed("{\"é\": 1}".as_bytes())).unwrap(),
            "{\"é\": 1}"
        );
        assert_eq!(text_of("\u{feff}{}".as_bytes()).unwrap(), "{}");
        let page = b"<html><meta charset=\"iso-8859-2\"><p>fa\xb3sz";
        assert!(text_of(page).unwrap().ends_with("fałsz"));
        assert!(text_of(b"<p>caf\xe9").unwrap().ends_with("café"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(
            text_of(b"{\n\"a\": \"\xff\"}"),
            Err(NotText::NotUtf8 {
                line: 2,
                column: 7,
                offset: 8
            })
        );
        let cut = &packed(b"{}")[..12];
        assert!(matches!(text_of(cut), Err(NotText::Packed(_))));
    }

    #[test]
    fn what_unpacks_without_end_is_refused() {
        let huge = packed(&vec![b' '; usize::try_from(MAX_BYTES).unwrap() + 1]);
        assert_eq!(text_of(&huge), Err(NotText::TooLarge));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = text_of(&bytes);
            let _ = text_of(&[GZIP, &bytes[..]].concat());
        }
    }
}
