//! Bytes of a file to the text of a document.

use crate::ingest::{IngestError, page_text, utf_8_text};

/// The text in the bytes of a file. JSON is UTF-8; a page may declare another
/// encoding.
pub fn text_of(bytes: &[u8]) -> Result<String, IngestError> {
    let text = if bytes.trim_ascii_start().starts_with(b"<") {
        page_text(bytes)?
    } else {
        utf_8_text(bytes)?
    };
    Ok(text.into_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn json_with_a_mark_and_pages_in_other_encodings_are_read() {
        assert_eq!(text_of("\u{feff}{}".as_bytes()).unwrap(), "{}");
        let page = b"<html><meta charset=\"iso-8859-2\"><p>fa\xb3sz";
        assert!(text_of(page).unwrap().ends_with("fałsz"));
        assert!(text_of(b"<p>caf\xe9").unwrap().ends_with("café"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(
            text_of(b"{\n\"a\": \"\xff\"}").unwrap_err().to_string(),
            IngestError::InvalidUtf8 {
                line: 2,
                column: 7,
                offset: 8
            }
            .to_string()
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = text_of(&bytes);
        }
    }
}
