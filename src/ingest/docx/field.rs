//! Fields: a code that Word works out, and the words that came of it. Only
//! the words are article text; a code that makes a link is kept as one.

/// A field that has begun and not ended.
#[derive(Debug, Default)]
pub(super) struct Field {
    /// Its code, as far as it was read.
    pub(super) code: String,
    /// Whether its code is over, and its words are coming.
    pub(super) shows: bool,
    /// Whether its words are a link.
    pub(super) links: bool,
}

/// Where the code of a field leads, if it is a link out of the document.
pub(super) fn link(code: &str) -> Option<String> {
    let mut words = words(code).into_iter();
    if !words.next()?.eq_ignore_ascii_case("HYPERLINK") {
        return None;
    }
    let (mut address, mut place) = (None, None);
    while let Some(word) = words.next() {
        match word.as_str() {
            "\\l" => place = words.next(),
            // A tip, a frame and the like: what follows them is no address.
            "\\o" | "\\t" => {
                words.next();
            }
            word if word.starts_with('\\') => {}
            _ if address.is_none() => address = Some(word),
            _ => {}
        }
    }
    Some(with_place(address?, place.as_deref()))
}

/// An address with the place within what it names.
pub(super) fn with_place(address: String, place: Option<&str>) -> String {
    match place {
        Some(place) if !place.is_empty() && !address.contains('#') => format!("{address}#{place}"),
        _ => address,
    }
}

/// The words of a code; quotation marks hold several together.
fn words(code: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = code.trim_start();
    while !rest.is_empty() {
        let (word, after) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        words.push(word.to_owned());
        rest = after.trim_start();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::link;

    #[test]
    fn links_out_of_the_document_are_found() {
        let led = |code| link(code).unwrap_or_default();
        assert_eq!(
            led(r#" HYPERLINK "https://example.org/a b" \o "a tip" "#),
            "https://example.org/a b"
        );
        assert_eq!(
            led(r#"hyperlink https://example.org \l "p4" \t "_blank""#),
            "https://example.org#p4"
        );
        assert_eq!(led(r#"HYPERLINK \l "_Toc1""#), "");
        assert_eq!(led("PAGE"), "");
        assert_eq!(
            led("HYPERLINK \"https://example.org"),
            "https://example.org"
        );
    }
}
