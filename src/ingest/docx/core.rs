//! What a Word file says about itself. Its dates tell when the file was made,
//! not when the article was published, so they are left.

use super::xml::{Event, Xml};
use crate::ingest::IngestError;
use crate::model::article::ArticleDetails;

/// Title, author and language from the part with the properties.
pub(super) fn details(part: &str, text: &str) -> Result<ArticleDetails, IngestError> {
    let mut details = ArticleDetails::default();
    let mut open: Option<String> = None;
    let mut xml = Xml::new(part, text);
    loop {
        match xml.next()? {
            Event::Start(_) => open = Some(String::new()),
            Event::Text(words) => {
                if let Some(value) = &mut open {
                    value.push_str(&words);
                }
            }
            Event::End(end) => {
                let value = open.take().unwrap_or_default().trim().to_owned();
                if value.is_empty() {
                    continue;
                }
                match end.local_name().into_inner() {
                    "title" => details.title = value,
                    "creator" => details.author = Some(value),
                    "language" => details.language = Some(value),
                    _ => {}
                }
            }
            Event::Eof => return Ok(details),
        }
    }
}
