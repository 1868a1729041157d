//! JSON Lines: many articles in a file, one object to a line, as collections
//! and crawlers write them.

use serde::Deserialize;

use super::encoding::decode;
use super::html::read_html;
use super::limits::MAX_ARTICLES;
use super::plain::read_text;
use super::{Document, IngestError, ReadArticle, Reader};
use crate::model::article::ArticleDetails;

/// Reads JSON Lines.
#[derive(Debug)]
pub(super) struct JsonLines;

/// One line. Other fields than these are kept with the original and not read.
#[derive(Debug, Deserialize)]
struct Line {
    text: Option<String>,
    html: Option<String>,
    url: Option<String>,
    title: Option<String>,
    author: Option<OneOrMore>,
    publisher: Option<String>,
    published: Option<String>,
    language: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl Reader for JsonLines {
    fn media_type(&self) -> &'static str {
        "application/json"
    }

    /// The article of a single line.
    fn read(&self, bytes: &[u8]) -> Result<Document, IngestError> {
        let decoded = decode(bytes, None)?;
        let line: Line = serde_json::from_str(&decoded.text).map_err(|error| malformed(&error))?;
        let mut document = match (&line.text, &line.html) {
            (Some(text), _) => read_text(text.clone())?,
            (None, Some(html)) => read_html(html)?,
            (None, None) => return Err(without_text()),
        };
        document.encoding = decoded.encoding;
        document.details = told(line, document.details);
        Ok(document)
    }

    fn read_all<'b>(&self, bytes: &'b [u8]) -> Result<Vec<ReadArticle<'b>>, IngestError> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut articles = Vec::new();
        for (line, original) in (1_usize..).zip(bytes.split(|byte| *byte == b'\n')) {
            if original.trim_ascii().is_empty() {
                continue;
            }
            if articles.len() == MAX_ARTICLES {
                return Err(IngestError::OverLimit {
                    what: "articles",
                    most: MAX_ARTICLES as u64,
                });
            }
            let document = self.read(original).map_err(|error| IngestError::InLine {
                line,
                error: Box::new(error),
            })?;
            articles.push(ReadArticle { original, document });
        }
        if articles.is_empty() {
            return Err(IngestError::Empty);
        }
        Ok(articles)
    }

    fn holds_many(&self) -> bool {
        true
    }
}

/// What the line says of its article, before what its page says.
fn told(line: Line, page: ArticleDetails) -> ArticleDetails {
    let author = line.author.map(|author| match author {
        OneOrMore::One(name) => name,
        OneOrMore::More(names) => names.join(", "),
    });
    let day = line
        .published
        .as_deref()
        .map(|at| at.get(..10).unwrap_or(at));
    ArticleDetails {
        title: line.title.unwrap_or(page.title),
        author: author.or(page.author),
        publisher: line.publisher.or(page.publisher),
        url: line.url.or(page.url),
        published: day.and_then(|day| day.parse().ok()).or(page.published),
        language: line.language.or(page.language),
    }
}

fn malformed(error: &serde_json::Error) -> IngestError {
    IngestError::Malformed {
        what: "JSON object",
        detail: error.to_string(),
    }
}

fn without_text() -> IngestError {
    IngestError::Malformed {
        what: "article",
        detail: "it has neither a field `text` nor a field `html`".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = "{\"text\": \"The bridge opened in 1931.\", \"title\": \"Bridge\", \"author\": [\"V. Holm\", \"A. Ek\"], \
        \"published\": \"2026-03-01T10:00:00Z\", \"url\": \"https://example.org/1\"}\n\n\
        {\"html\": \"<html lang=sv><body><p>Bron öppnade 1931.</p></body></html>\", \"other\": 1}\n";

    #[test]
    fn each_line_is_an_article_with_the_line_as_its_original() {
        let articles = JsonLines.read_all(LINES.as_bytes()).unwrap();
        assert_eq!(articles.len(), 2);
        let first = &articles[0].document;
        assert_eq!(first.text, "The bridge opened in 1931.");
        assert_eq!(first.details.author.as_deref(), Some("V. Holm, A. Ek"));
        assert_eq!(
            first.details.published.clone().map(String::from).as_deref(),
            Some("2026-03-01")
        );
        assert!(articles[0].original.starts_with(b"{\"text\""));
        let second = &articles[1].document;
        assert_eq!(second.text, "Bron öppnade 1931.");
        assert_eq!(second.details.language.as_deref(), Some("sv"));
    }

    #[test]
    fn a_bad_line_is_named() {
        let bad = |lines: &str| {
            JsonLines
                .read_all(lines.as_bytes())
                .unwrap_err()
                .to_string()
        };
        assert!(bad("{\"text\": \"One.\"}\n{\"text\": }\n").starts_with("line 2: "));
        assert!(bad("{\"title\": \"One\"}").contains("neither a field `text`"));
        assert!(bad("{\"text\": \" \"}").contains("holds no text"));
        assert_eq!(bad("\n\n"), "it holds no text");
    }
}
