//! Web addresses in a note's text.

use std::collections::HashSet;

/// The longest address that is taken, in bytes; browsers allow little more.
const MOST_BYTES: usize = 8 * 1024;

/// Every address in a text, in order, each once, without the punctuation of
/// the sentence around it.
pub(super) fn urls(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut known: HashSet<&str> = HashSet::new();
    let places = ["https://", "http://"]
        .iter()
        .flat_map(|scheme| text.match_indices(scheme))
        .map(|(at, _)| at);
    let mut places: Vec<usize> = places.collect();
    places.sort_unstable();
    for at in places {
        let most = text.floor_char_boundary(at + MOST_BYTES);
        let rest = &text[at..most];
        let end = match rest.find(|c: char| c.is_whitespace() || "<>\"”“»«".contains(c)) {
            Some(end) => end,
            None if most < text.len() => continue,
            None => rest.len(),
        };
        let address = trimmed(&rest[..end]);
        let host = address.split_once("://").map_or("", |(_, host)| host);
        if !host.is_empty() && known.insert(address) {
            found.push(address.to_owned());
        }
    }
    found
}

/// The address without what follows it in its sentence; a bracket belongs to
/// it only when it was opened in it.
fn trimmed(address: &str) -> &str {
    let mut address = address;
    loop {
        let opened = address.matches('(').count() > address.matches(')').count().saturating_sub(1);
        let shorter = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', ']', '}']);
        let shorter = match shorter.strip_suffix(')') {
            Some(rest) if !opened => rest,
            _ => shorter,
        };
        if shorter.len() == address.len() {
            return address;
        }
        address = shorter;
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_BYTES, urls};

    #[test]
    fn addresses_are_taken_out_of_their_sentence() {
        assert_eq!(
            urls(
                "See https://example.org/a, (http://example.org/b_(c)) and <https://example.org/d>. https://example.org/a"
            ),
            [
                "https://example.org/a",
                "http://example.org/b_(c)",
                "https://example.org/d"
            ]
        );
        let endless = format!("https://example.org/{}", "a".repeat(MOST_BYTES));
        assert_eq!(
            urls(&format!("{endless} https://example.org")),
            ["https://example.org"]
        );
        assert!(urls("See p. 4; https:// is no address.").is_empty());
    }
}
