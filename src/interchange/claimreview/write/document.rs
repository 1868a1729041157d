//! Reviews as one document, alone or within a page.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::WriteWarning;

/// Reviews as one document, and what of them loses a display because they stand
/// on one page.
pub fn document(reviews: Vec<Value>) -> (Value, Vec<WriteWarning>) {
    let mut pages: BTreeMap<&str, usize> = BTreeMap::new();
    for review in &reviews {
        let url = review.get("url").and_then(Value::as_str);
        *pages.entry(url.unwrap_or_default()).or_default() += 1;
    }
    let several = pages.into_iter().filter(|(_, count)| *count > 1);
    let warnings = several
        .map(|(url, count)| WriteWarning::SeveralOnPage {
            url: url.to_owned(),
            count,
        })
        .collect();
    let mut document = json!({ "@context": "https://schema.org" });
    document["@graph"] = Value::Array(reviews);
    (document, warnings)
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
