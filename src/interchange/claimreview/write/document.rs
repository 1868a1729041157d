//! Reviews as one document, alone or within a page.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::WriteWarning;
use crate::interchange::linked::ListWriter;

/// Reviews as one document, and what of them loses a display because they stand
/// on one page.
pub fn document(reviews: Vec<Value>) -> (Value, Vec<WriteWarning>) {
    let mut pages: BTreeMap<String, usize> = BTreeMap::new();
    for review in &reviews {
        *pages.entry(page_of(review).to_owned()).or_default() += 1;
    }
    let warnings = several_on_page(pages);
    let mut document = json!({ "@context": "https://schema.org" });
    document["@graph"] = Value::Array(reviews);
    (document, warnings)
}

/// Writes reviews as one document, one after the other.
#[derive(Debug)]
pub struct DocumentWriter<W> {
    list: ListWriter<W>,
    pages: BTreeMap<String, usize>,
}

const HEAD: &str = r#"{"@context":"https://schema.org","@graph":["#;

impl<W: Write> DocumentWriter<W> {
    /// Begins a document.
    pub fn new(file: W) -> Self {
        Self {
            list: ListWriter::new(file),
            pages: BTreeMap::new(),
        }
    }

    /// Writes a review.
    ///
    /// # Errors
    /// What the file can't take.
    pub fn write(&mut self, review: &Value) -> io::Result<()> {
        *self.pages.entry(page_of(review).to_owned()).or_default() += 1;
        self.list.item(HEAD, review)
    }

    /// Ends the document, and says what of it loses a display because several
    /// reviews stand on one page.
    ///
    /// # Errors
    /// What the file can't take.
    pub fn finish(mut self) -> io::Result<Vec<WriteWarning>> {
        match self.list.items() {
            0 => self.list.end(&format!("{HEAD}]}}"))?,
            _ => self.list.end("]}")?,
        }
        Ok(several_on_page(self.pages))
    }
}

fn page_of(review: &Value) -> &str {
    let url = review.get("url").and_then(Value::as_str);
    url.unwrap_or_default()
}

fn several_on_page(pages: BTreeMap<String, usize>) -> Vec<WriteWarning> {
    let several = pages.into_iter().filter(|(_, count)| *count > 1);
    several
        .map(|(url, count)| WriteWarning::SeveralOnPage { url, count })
        .collect()
}

/// A document as the text of a `script` element, which nothing in it can end.
pub fn for_script(document: &Value) -> String {
    let mut written = String::new();
    for c in document.to_string().chars() {
        match c {
            '<' => written += "\\u003c",
            '>' => written += "\\u003e",
            '&' => written += "\\u0026",
            '\u{2028}' => written += "\\u2028",
            '\u{2029}' => written += "\\u2029",
            c => written.push(c),
        }
    }
    written
}
