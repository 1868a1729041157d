//! Character references of HTML in texts that are no HTML. Publishing systems
//! write `&quot;` into JSON-LD, where it stands for itself.

use dom_query::Document;

/// Longest name of a character reference in the HTML Standard, with its marks.
const LONGEST: usize = 33;

/// The reference at the beginning of `text`, as far as its semicolon.
fn reference(text: &str) -> Option<&str> {
    let name = text.strip_prefix('&')?;
    let end = name
        .bytes()
        .take(LONGEST)
        .position(|byte| byte == b';')
        .filter(|end| *end > 0)?;
    let is_name = |c: u8| c.is_ascii_alphanumeric() || c == b'#';
    name.as_bytes()[..end]
        .iter()
        .all(|c| is_name(*c))
        .then(|| &text[..end + 2])
}

/// What a reference stands for.
fn character(reference: &str) -> Option<String> {
    let meant = Document::fragment(reference).text().to_string();
    (meant != reference && !meant.is_empty()).then_some(meant)
}

/// Each reference in a text, from where to where and what it stands for.
fn references(text: &str) -> Vec<(usize, &str, String)> {
    text.match_indices('&')
        .filter_map(|(at, _)| {
            let found = reference(&text[at..])?;
            Some((at, found, character(found)?))
        })
        .collect()
}

/// A text with each reference of HTML replaced by what it stands for, once.
pub(in crate::interchange) fn decoded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut done = 0;
    for (at, reference, meant) in references(text) {
        plain += &text[done..at];
        plain += &meant;
        done = at + reference.len();
    }
    plain + &text[done..]
}

/// A text whose references, where it has any, mean themselves when they are
/// decoded.
pub(in crate::interchange) fn encoded(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut done = 0;
    for (at, _, _) in references(text) {
        written += &text[done..at];
        written += "&amp;";
        done = at + 1;
    }
    written + &text[done..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn references_are_read_and_other_ampersands_stay() {
        let cases = [
            ("&quot;Two million&quot;", "\"Two million\""),
            ("caf&eacute; &#8211; &#x2014;", "café – —"),
            (
                "AT&T; R&D &nosuchname; & a &;",
                "AT&T; R&D &nosuchname; & a &;",
            ),
            ("&amp;amp;", "&amp;"),
            ("a &lt;b&gt; c", "a <b> c"),
        ];
        for (given, plain) in cases {
            assert_eq!(decoded(given), plain, "{given}");
        }
    }

    proptest! {
        #[test]
        fn what_is_encoded_comes_back(
            parts in prop::collection::vec(
                prop_oneof!["\\PC{0,5}", Just("&amp;".to_owned()), Just("&#39;".to_owned()), Just("&".to_owned()), Just("amp;".to_owned())],
                0..6,
            ),
        ) {
            let text = parts.concat();
            prop_assert_eq!(decoded(&encoded(&text)), text);
        }
    }
}
