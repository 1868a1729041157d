//! Files that are kept as they are, of any type: what they are, and the text in
//! them where there is any.

use std::collections::HashSet;

use super::urls::urls;
use super::{Document, DocumentType, IngestError, detect, html, reader_for};
use crate::model::article::ArticleDetails;
use crate::model::text::Page;

/// Media type of bytes that are nothing known.
const UNKNOWN: &str = "application/octet-stream";

/// What can be told of a file of any type.
#[derive(Debug, Clone, Default)]
pub struct KeptFile {
    /// Its media type.
    pub media_type: String,
    /// All the text that it shows.
    pub text: Option<String>,
    /// The pages of that text, where it has any.
    pub pages: Vec<Page>,
    /// What it says, without what stands around it.
    pub content: Option<String>,
    /// The web addresses that it gives in what it says, each once.
    pub links: Vec<String>,
    /// What it says about itself.
    pub details: ArticleDetails,
    /// The numbers by which it says that it is known, such as a DOI, as they are
    /// written.
    pub identifiers: Vec<String>,
    /// Why no text could be read, where some was to be expected.
    pub problem: Option<String>,
}

/// Reads what can be read of a file. `declared` is the media type that a server
/// gave it; what the bytes are counts for more.
pub fn read_kept(name: &str, bytes: &[u8], declared: Option<&str>) -> KeptFile {
    let declared = declared.map(essence);
    let is_text = declared.as_deref().is_none_or(holds_text);
    match detect(name, bytes) {
        // What is only taken for plain text may be anything.
        Ok(DocumentType::Text | DocumentType::Jsonl) if !is_text || !looks_like_text(bytes) => {
            KeptFile {
                media_type: declared.unwrap_or_else(|| by_magic(bytes)),
                ..KeptFile::default()
            }
        }
        Ok(DocumentType::Html) => page(bytes),
        // Each line is kept as it is, whatever articles are in it.
        Ok(DocumentType::Jsonl) => read_as(DocumentType::Text, "application/jsonl", bytes),
        Ok(found) => {
            let media_type = match (found, declared) {
                (DocumentType::Text, Some(declared)) => declared,
                _ => reader_for(found).media_type().to_owned(),
            };
            read_as(found, &media_type, bytes)
        }
        Err(_) => KeptFile {
            media_type: by_magic(bytes),
            ..KeptFile::default()
        },
    }
}

/// A media type without its parameters, in small letters.
fn essence(declared: &str) -> String {
    let essence = declared.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

fn holds_text(media_type: &str) -> bool {
    media_type.starts_with("text/")
        || ["json", "xml", "yaml", "csv", "markdown", "javascript"]
            .iter()
            .any(|word| media_type.contains(word))
}

fn looks_like_text(bytes: &[u8]) -> bool {
    infer::get(bytes).is_none_or(|kind| kind.matcher_type() == infer::MatcherType::Text)
        && !bytes.contains(&0)
}

fn by_magic(bytes: &[u8]) -> String {
    infer::get(bytes)
        .map_or(UNKNOWN, |kind| kind.mime_type())
        .to_owned()
}

fn read_as(found: DocumentType, media_type: &str, bytes: &[u8]) -> KeptFile {
    let media_type = media_type.to_owned();
    match reader_for(found).read(bytes) {
        Ok(document) => KeptFile {
            media_type,
            links: links(&document),
            content: Some(document.text.clone()),
            text: Some(document.text),
            pages: document.pages,
            details: document.details,
            ..KeptFile::default()
        },
        Err(error) => unread(media_type, &error),
    }
}

/// A page shows more than its article: captions, boxes, what stands around.
fn page(bytes: &[u8]) -> KeptFile {
    let media_type = reader_for(DocumentType::Html).media_type().to_owned();
    let (whole, identifiers) = match html::whole_page(bytes) {
        Ok(whole) => whole,
        Err(error) => return unread(media_type, &error),
    };
    let article = reader_for(DocumentType::Html)
        .read(bytes)
        .unwrap_or_default();
    KeptFile {
        media_type,
        text: Some(whole),
        links: links(&article),
        content: Some(article.text),
        details: article.details,
        identifiers,
        ..KeptFile::default()
    }
}

/// The addresses in the text, and those that its notes and links lead to.
fn links(document: &Document) -> Vec<String> {
    let mut links = urls(&document.text);
    for note in &document.notes {
        links.extend(note.url.clone());
        links.extend(urls(&note.text));
    }
    let mut known = HashSet::new();
    links.retain(|link| known.insert(link.clone()));
    links
}

fn unread(media_type: String, error: &IngestError) -> KeptFile {
    KeptFile {
        media_type,
        problem: Some(error.to_string()),
        ..KeptFile::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_are() {
        let page = b"<!doctype html><title>A</title><body><p>Words of it.</p>".as_slice();
        for (name, bytes, declared, media_type, has_text) in [
            (
                "a.txt",
                b"Plain words.".as_slice(),
                None,
                "text/plain",
                true,
            ),
            (
                "a",
                b"a,b\n1,2\n",
                Some("text/csv; charset=utf-8"),
                "text/csv",
                true,
            ),
            ("a", page, Some("text/plain"), "text/html", true),
            ("a.png", b"\x89PNG\r\n\x1a\n....", None, "image/png", false),
            ("a.xlsx", b"PK\x03\x04....", None, "application/zip", false),
            (
                "a",
                b"\x00\x01\x02",
                None,
                "application/octet-stream",
                false,
            ),
            ("a", b"ID3\x04....", Some("audio/mpeg"), "audio/mpeg", false),
        ] {
            let kept = read_kept(name, bytes, declared);
            assert_eq!(kept.media_type, media_type, "{name} {declared:?}");
            assert_eq!(kept.text.is_some(), has_text, "{name} {declared:?}");
        }
    }

    #[test]
    fn a_page_gives_what_stands_beside_its_article_too() {
        let paragraph =
            "The road was opened in May and cost four million crowns, the council said. ";
        let page = format!(
            "<!doctype html><title>Road</title><body><article><h1>Road</h1><p>{0}</p><p>{0}</p></article>\
             <aside>A table: 31,000 inhabitants</aside><script>let x</script></body>",
            paragraph.repeat(5)
        );
        let kept = read_kept("road.html", page.as_bytes(), None);
        let (text, content) = (kept.text.unwrap(), kept.content.unwrap());
        assert!(text.contains("31,000 inhabitants") && !text.contains("let x"));
        assert!(content.contains("four million crowns") && !content.contains("31,000"));
        assert_eq!(kept.details.title, "Road");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_kept_with_the_reason() {
        let kept = read_kept("a.pdf", b"%PDF-1.7 and nothing more", None);
        assert_eq!(kept.media_type, "application/pdf");
        assert!(kept.text.is_none() && kept.problem.is_some());
    }
}
