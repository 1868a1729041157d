//! Plain text in any encoding. Line ends stay as they are, so that every offset
//! holds for the file as well.

use super::encoding::decode;
use super::{Document, IngestError, Reader};
use crate::model::article::ArticleDetails;
use crate::model::text::BlockKind;
use crate::text::blocks::blocks;

/// Reads plain text.
#[derive(Debug)]
pub(super) struct PlainText;

impl Reader for PlainText {
    fn media_type(&self) -> &'static str {
        "text/plain"
    }

    fn read(&self, bytes: &[u8]) -> Result<Document, IngestError> {
        let decoded = decode(bytes, None)?;
        let document = read_text(decoded.text.into_owned())?;
        Ok(Document {
            encoding: decoded.encoding,
            ..document
        })
    }
}

/// The article that a text is.
pub(super) fn read_text(text: String) -> Result<Document, IngestError> {
    if text.trim().is_empty() {
        return Err(IngestError::Empty);
    }
    let blocks = blocks(&text);
    let title = blocks
        .first()
        .filter(|block| block.kind == BlockKind::Heading)
        .and_then(|block| block.span.slice(&text))
        .map(str::to_owned);
    Ok(Document {
        details: ArticleDetails {
            title: title.unwrap_or_default(),
            ..ArticleDetails::default()
        },
        blocks,
        text,
        ..Document::default()
    })
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
        assert_eq!(document.details.title, "A New Bridge");
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
    }
}
