//! What must be known of a page before it is parsed: its encoding, and that
//! it can be parsed in reasonable time.

use std::collections::HashMap;

use super::too_deep;
use crate::ingest::IngestError;
use crate::ingest::limits::{MAX_DEPTH, MAX_ELEMENTS};

/// The bytes in which a page must declare its encoding (HTML Standard,
/// "prescan a byte stream to determine its encoding").
const DECLARED_WITHIN: usize = 1024;

/// The encoding that a page declares, as `<meta charset=…>` or within
/// `<meta http-equiv=… content="…; charset=…">`.
pub(super) fn charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]);
    let head = head.to_ascii_lowercase();
    head.match_indices("<meta").find_map(|(at, _)| {
        let tag = head[at..].split('>').next()?;
        let (_, value) = tag.split_once("charset")?;
        let value = value.trim_start().strip_prefix('=')?.trim_start();
        let value = value.trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
        let label = &value[..end.unwrap_or(value.len())];
        (!label.is_empty()).then(|| label.to_owned())
    })
}

/// Elements that never hold others, or whose end another's beginning implies
/// (HTML Standard, "optional tags"): that many are open says nothing of depth.
const END_IMPLIED: &[&str] = &[
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html",
    "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source",
    "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];

/// Refuses a page with more elements, or with elements deeper in each other,
/// than parsing takes kindly: its time grows with both.
pub(super) fn check_size(html: &str) -> Result<(), IngestError> {
    let mut open: HashMap<&str, usize> = HashMap::new();
    let (mut depth, mut elements) = (0_usize, 0_usize);
    for (at, _) in html.match_indices('<') {
        let rest = &html[at + 1..];
        let (ends, rest) = match rest.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let name = tag_name(rest);
        if name.is_empty() {
            continue;
        }
        if !ends {
            elements += 1;
        }
        if END_IMPLIED
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known))
        {
            continue;
        }
        let count = open.entry(name).or_default();
        if !ends {
            *count += 1;
            depth += 1;
        } else if *count > 0 {
            *count -= 1;
            depth -= 1;
        }
        if depth > MAX_DEPTH {
            return Err(too_deep());
        }
    }
    if elements > MAX_ELEMENTS {
        return Err(IngestError::OverLimit {
            what: "elements",
            most: MAX_ELEMENTS as u64,
        });
    }
    Ok(())
}

fn tag_name(rest: &str) -> &str {
    if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return "";
    }
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '<'));
    &rest[..end.unwrap_or(rest.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declared_encoding_is_found() {
        let found = |html: &str| charset(html.as_bytes());
        assert_eq!(
            found("<html><META charset=Shift_JIS>").as_deref(),
            Some("shift_jis")
        );
        assert_eq!(
            found("<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>")
                .as_deref(),
            Some("windows-1251")
        );
        assert_eq!(found("<meta name=charset-note content=x><p>"), None);
        assert_eq!(found("<p>charset=x"), None);
    }

    #[test]
    fn paragraphs_without_an_end_are_not_depth() {
        let page = "<p>One of many.<li>And an item.<br>".repeat(MAX_DEPTH);
        assert!(check_size(&page).is_ok());
        let page = "<b></i>".repeat(MAX_DEPTH + 1);
        assert!(matches!(
            check_size(&page),
            Err(IngestError::OverLimit { .. })
        ));
    }
}
