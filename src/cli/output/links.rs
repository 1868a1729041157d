//! Addresses that can be followed with a click, where the terminal knows how: the escape
//! sequence OSC 8 (<https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>).

use std::collections::BTreeSet;

/// Whether a cell holds nothing but an address of the web.
pub(super) fn is_address(text: &str) -> bool {
    let has_scheme = text.starts_with("https://") || text.starts_with("http://");
    has_scheme && text.chars().all(|c| c.is_ascii_graphic())
}

/// The text with these addresses made links, also where one goes on in the next line.
pub(super) fn linked(text: &str, addresses: &BTreeSet<String>) -> String {
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let mut linked = String::with_capacity(text.len() * 2);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let Some((address, pieces)) = address_at(&words[at..], addresses) else {
            linked.push_str(word);
            at += 1;
            continue;
        };
        for piece in &words[at..at + pieces] {
            let shown = piece.trim_end();
            if shown.is_empty() {
                linked.push_str(piece);
                continue;
            }
            // Pieces with the same id light up together.
            let behind = &piece[shown.len()..];
            linked.extend([
                &format!("\u{1b}]8;id={at};{address}\u{1b}\\"),
                shown,
                "\u{1b}]8;;\u{1b}\\",
                behind,
            ]);
        }
        at += pieces;
    }
    linked
}

/// The address that words begin with, and how many of them it takes.
fn address_at<'a>(words: &[&str], addresses: &'a BTreeSet<String>) -> Option<(&'a str, usize)> {
    let first = words.first()?.trim_end();
    if !is_address(first) {
        return None;
    }
    for address in addresses
        .iter()
        .filter(|address| address.starts_with(first))
    {
        let mut rest = address.as_str();
        for (at, word) in words.iter().enumerate() {
            match rest.strip_prefix(word.trim_end()) {
                Some("") => return Some((address, at + 1)),
                Some(more) => rest = more,
                None => break,
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_link_where_it_stands_whole() {
        let address = "https://example.org/a";
        let addresses = BTreeSet::from([address.to_owned()]);
        let text = "  address  https://example.org/a\n  copy     https://example.org/a/b\n";
        assert_eq!(
            linked(text, &addresses),
            "  address  \u{1b}]8;id=4;https://example.org/a\u{1b}\\https://example.org/a\u{1b}]8;;\u{1b}\\\n  copy     https://example.org/a/b\n"
        );
    }

    #[test]
    fn an_address_that_goes_on_in_the_next_line_is_one_link() {
        let address = "https://example.org/a-long-name";
        let addresses = BTreeSet::from(["https://example.org/a".to_owned(), address.to_owned()]);
        let text = "  address  https://example.org/a-\n           long-name\n  kind     page\n";
        let shown = linked(text, &addresses);
        assert_eq!(
            shown.matches(&format!(";{address}\u{1b}")).count(),
            2,
            "{shown:?}"
        );
        assert!(shown.ends_with("\n  kind     page\n"));
        let broken = "https://example.org/a- another cell\n";
        assert_eq!(linked(broken, &addresses), broken);
    }

    #[test]
    fn what_could_end_the_link_early_is_no_address() {
        assert!(is_address("https://example.org/?a=b;c"));
        for text in [
            "https://example.org/\u{1b}\\x",
            "https://exämple.org",
            "see https://a.example",
            "ftp://a.example",
        ] {
            assert!(!is_address(text), "{text}");
        }
    }
}
