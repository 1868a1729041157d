//! Plain text in UTF-8, with or without a byte order mark. Line ends stay as
//! they are, so that every offset holds for the file as well.

use super::{Document, IngestError, Reader};
use crate::model::text::BlockKind;
use crate::text::blocks::blocks;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads plain text.
#[derive(Debug)]
pub(super) struct PlainText;

impl Reader for PlainText {
    fn media_type(&self) -> &'static str {
        "text/plain"
    }

    fn read(&self, bytes: &[u8]) -> Result<Document, IngestError> {
        let (encoding, body) = match bytes.strip_prefix(BYTE_ORDER_MARK) {
            Some(rest) => ("utf-8-bom", rest),
            None => ("utf-8", bytes),
        };
        let skipped = bytes.len() - body.len();
        if let Some(offset) = body.iter().position(|byte| *byte == 0) {
            return Err(IngestError::NotText {
                offset: offset + skipped,
            });
        }
        let text = std::str::from_utf8(body).map_err(|error| {
            let good = String::from_utf8_lossy(&body[..error.valid_up_to()]);
            let last = good.rsplit('\n').next().unwrap_or_default();
            IngestError::InvalidUtf8 {
                line: good.matches('\n').count() + 1,
                column: last.chars().count() + 1,
                offset: error.valid_up_to() + skipped,
            }
        })?;
        if text.trim().is_empty() {
            return Err(IngestError::Empty);
        }
        let blocks = blocks(text);
        let title = blocks
            .first()
            .filter(|block| block.kind == BlockKind::Heading)
            .and_then(|block| block.span.slice(text))
            .map(str::to_owned);
        Ok(Document {
            text: text.to_owned(),
            encoding: encoding.to_owned(),
            title,
            blocks,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comes_out_as_it_went_in() {
        let document = PlainText
            .read("A New Bridge\r\n\r\nIt cost $4 million.\r\n".as_bytes())
            .unwrap();
        assert_eq!(document.text, "A New Bridge\r\n\r\nIt cost $4 million.\r\n");
        assert_eq!(document.encoding, "utf-8");
        assert_eq!(document.title.as_deref(), Some("A New Bridge"));
    }

    #[test]
    fn a_byte_order_mark_is_taken_off_and_told() {
        let document = PlainText.read(b"\xef\xbb\xbfIt cost a lot.").unwrap();
        assert_eq!(
            (document.text.as_str(), document.encoding.as_str()),
            ("It cost a lot.", "utf-8-bom")
        );
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_place() {
        assert!(matches!(PlainText.read(b""), Err(IngestError::Empty)));
        assert!(matches!(PlainText.read(b" \n\t"), Err(IngestError::Empty)));
        assert!(matches!(
            PlainText.read(b"ab\0c"),
            Err(IngestError::NotText { offset: 2 })
        ));
        let refused = PlainText.read(
            "ab\né"
                .as_bytes()
                .iter()
                .copied()
                .chain([0xff])
                .collect::<Vec<_>>()
                .as_slice(),
        );
        assert!(matches!(
            refused,
            Err(IngestError::InvalidUtf8 {
                line: 2,
                column: 2,
                offset: 5
            })
        ));
    }
}
