//! What type of file bytes are: by what they are where that shows, else by the
//! ending of their name.

use super::{DocumentType, IngestError, docx};

/// First bytes of files that are no text, whatever their name says.
const OTHER_TYPES: &[(&[u8], &str)] = &[
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"SQLite format 3\0", "an SQLite database"),
];

/// First bytes of an archive, as a Word file is one.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// First bytes of a PDF file.
const PDF: &[u8] = b"%PDF-";

/// How far into a file its type shows.
const HEAD_BYTES: usize = 4096;

/// Finds out what type of file the bytes are: by what they are where that
/// shows, else by the ending of the name.
pub fn detect(name: &str, bytes: &[u8]) -> Result<DocumentType, IngestError> {
    let other = OTHER_TYPES
        .iter()
        .find(|(start, _)| bytes.starts_with(start));
    if let Some((_, what)) = other {
        return Err(IngestError::OtherType { what });
    }
    if bytes.starts_with(ARCHIVE) {
        docx::is_word(name, bytes)?;
        return Ok(DocumentType::Docx);
    }
    if bytes.trim_ascii_start().starts_with(PDF) {
        return Ok(DocumentType::Pdf);
    }
    Ok(by_content(bytes)
        .or_else(|| by_name(name))
        .unwrap_or(DocumentType::Text))
}

fn by_content(bytes: &[u8]) -> Option<DocumentType> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let head = head.trim_start();
    if is_html(head) {
        Some(DocumentType::Html)
    } else if is_json_lines(head) {
        Some(DocumentType::Jsonl)
    } else {
        None
    }
}

/// Whether a text begins as a whole web page does, after comments and the XML
/// declaration of XHTML.
fn is_html(head: &str) -> bool {
    let mut rest = head;
    loop {
        rest = rest.trim_start();
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?xml") => "?>",
            _ => break,
        };
        let Some(at) = rest.find(end) else {
            return false;
        };
        rest = &rest[at + end.len()..];
    }
    rest.starts_with("<!doctype html") || rest.starts_with("<html")
}

/// Whether a text begins with an object that has one of the fields with an
/// article's words.
fn is_json_lines(head: &str) -> bool {
    let Some(first) = head.lines().next().filter(|line| line.starts_with('{')) else {
        return false;
    };
    ["\"text\"", "\"html\""].iter().any(|field| {
        first
            .split(field)
            .skip(1)
            .any(|rest| rest.trim_start().starts_with(':'))
    })
}

/// Whether a line is a JSON object, as each line of a list of articles is.
pub fn is_json_object(line: &[u8]) -> bool {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let is_json = || serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok();
    line.trim_ascii().starts_with(b"{") && is_json()
}

fn by_name(name: &str) -> Option<DocumentType> {
    let (_, ending) = name.rsplit_once('.')?;
    match ending.to_lowercase().as_str() {
        "md" | "markdown" | "mdown" => Some(DocumentType::Markdown),
        "html" | "htm" | "xhtml" => Some(DocumentType::Html),
        "jsonl" | "ndjson" => Some(DocumentType::Jsonl),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_comes_before_the_name() {
        let page = b"\xef\xbb\xbf<!-- saved --> \n<!DOCTYPE html><html><p>Hi";
        let cases: [(&str, &[u8], DocumentType); 7] = [
            ("draft.txt", page, DocumentType::Html),
            ("draft.md", b"# Hi", DocumentType::Markdown),
            ("draft.MD", b"<div>Hi</div>", DocumentType::Markdown),
            ("", b"{\"id\": 1, \"text\" : \"Hi\"}\n", DocumentType::Jsonl),
            ("", b"{well}\n", DocumentType::Text),
            ("list.jsonl", b"\n{}", DocumentType::Jsonl),
            ("page.htm", b"<p>Hi", DocumentType::Html),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(detect(name, bytes).unwrap(), expected, "{name}");
        }
    }

    #[test]
    fn objects_are_told_from_other_lines() {
        for line in [&b"\xef\xbb\xbf {\"title\": \"Hi\"}\r\n"[..], b"{}"] {
            assert!(is_json_object(line));
        }
        for line in [&b"{well}"[..], b"{", b"[]", b""] {
            assert!(!is_json_object(line));
        }
    }

    #[test]
    fn what_is_no_article_is_named() {
        let error = detect("a.txt", b"\x89PNG\r\n").unwrap_err();
        assert_eq!(error.to_string(), "it is an image, which can't be read yet");
    }
}
