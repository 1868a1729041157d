//! Text as Markdown that shows just this text (CommonMark 0.31, section 2.4).

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Parser, Tag};

use super::super::rationale::is_harmless;

/// The text on one line, with everything that Markdown would act on escaped.
/// White space at either end stays, as one space.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else {
        return " ".repeat(usize::from(!text.is_empty()));
    };
    if text.starts_with(char::is_whitespace) {
        out.push(' ');
    }
    push_first_word(&mut out, first);
    for word in words {
        out.push(' ');
        push_word(&mut out, word);
    }
    if text.ends_with(char::is_whitespace) {
        out.push(' ');
    }
    out
}

/// A word that may stand at the start of a line, where marks of headings,
/// lists, quotations and underlines act.
fn push_first_word(out: &mut String, word: &str) {
    let ordinal = word.trim_end_matches(['.', ')']);
    let is_number = !ordinal.is_empty() && ordinal.bytes().all(|byte| byte.is_ascii_digit());
    if word.starts_with(['#', '+', '-', '=', '>', ':']) {
        out.push('\\');
    }
    if is_number && ordinal.len() + 1 == word.len() {
        out.push_str(ordinal);
        out.push('\\');
        out.push_str(&word[ordinal.len()..]);
    } else {
        push_word(out, word);
    }
}

fn push_word(out: &mut String, word: &str) {
    let may_be_entity = word.contains(';');
    for c in word.chars() {
        let acts = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' => true,
            // A sign with white space on both sides strikes nothing out.
            '~' => word.len() > 1,
            '&' => may_be_entity,
            _ => false,
        };
        if acts {
            out.push('\\');
        }
        out.push(c);
    }
}

/// The text, as a link where the address is safe to follow.
pub(super) fn link(text: &str, address: Option<&str>) -> String {
    match address.filter(|address| is_harmless(address)) {
        Some(address) => format!("[{}](<{}>)", escaped(text), encoded(address)),
        None => escaped(text),
    }
}

/// The address without what would end it early.
fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            c if c.is_whitespace() || c.is_control() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out
}

/// So often a text is read again for links that showed when others were taken
/// away.
const MOST_READINGS: usize = 8;

/// A reviewer's Markdown without HTML, which some viewers would obey, without
/// images, which they would load, and with links to the web and mail only.
pub(super) fn harmless(markdown: &str) -> String {
    let mut text = without_html(markdown);
    for _ in 0..MOST_READINGS {
        let doubtful = doubtful(&text);
        if doubtful.is_empty() {
            return text;
        }
        for at in doubtful.into_iter().rev() {
            text.insert(at, '\\');
        }
    }
    // Who nests links that deep gets words without any marks.
    text.lines().map(|line| escaped(line) + "\n").collect()
}

/// Where links and images begin that may not be followed, in order.
fn doubtful(markdown: &str) -> BTreeSet<usize> {
    let parser = Parser::new(markdown);
    let definitions = parser.reference_definitions().iter();
    let mut places: BTreeSet<usize> = definitions
        .filter(|(_, definition)| !is_harmless(&definition.dest))
        .map(|(_, definition)| definition.span.start)
        .collect();
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) if !is_harmless(&dest_url) => {
                places.insert(range.start);
            }
            Event::Start(Tag::Image { .. }) => {
                // The mark before the bracket is a plain one when that is escaped.
                places.insert(range.start + 1);
            }
            _ => {}
        }
    }
    places
}

fn without_html(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown.chars().peekable();
    while let Some(c) = rest.next() {
        let begins_tag =
            |next: &char| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?');
        if c == '<' && rest.peek().is_some_and(begins_tag) {
            out.push_str("&lt;");
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::Options;

    use super::*;

    /// What GitHub and most editors understand besides CommonMark.
    const GITHUB: Options = Options::ENABLE_TABLES
        .union(Options::ENABLE_STRIKETHROUGH)
        .union(Options::ENABLE_TASKLISTS)
        .union(Options::ENABLE_FOOTNOTES);

    /// The text that a reader of the Markdown sees, or `None` when it is
    /// anything but one paragraph of text.
    fn read(markdown: &str) -> Option<String> {
        let mut seen = String::new();
        for event in Parser::new_ext(markdown, GITHUB) {
            match event {
                Event::Text(text) => seen.push_str(&text),
                Event::SoftBreak => seen.push(' '),
                Event::Start(pulldown_cmark::Tag::Paragraph)
                | Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                _ => return None,
            }
        }
        Some(seen)
    }

    #[test]
    fn what_markdown_would_act_on_is_escaped() {
        assert_eq!(
            escaped("# 1 *b* [x](y) <i> a|b"),
            r"\# 1 \*b\* \[x\](y) \<i> a\|b"
        );
        assert_eq!(
            escaped("1. first\n- second in 2019."),
            r"1\. first - second in 2019."
        );
        assert_eq!(escaped("~ AT&T ~~x~~ &lt;"), r"~ AT&T \~\~x\~\~ \&lt;");
        assert_eq!(escaped(" $6.4 million "), " $6.4 million ");
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        assert_eq!(
            link("a", Some("https://example.org/a b>")),
            "[a](<https://example.org/a%20b%3E>)"
        );
        assert_eq!(link("a", Some("javascript:alert(1)")), "a");
    }

    #[test]
    fn tags_are_taken_out_of_a_rationale_and_comparisons_are_not() {
        assert_eq!(
            harmless("<script>x</script> 3 < 4"),
            "&lt;script>x&lt;/script> 3 < 4"
        );
    }

    /// What of a reviewer's Markdown a viewer would follow or load.
    fn acts(markdown: &str) -> bool {
        Parser::new_ext(markdown, GITHUB).any(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => !is_harmless(&dest_url),
            Event::Start(Tag::Image { .. }) | Event::Html(_) | Event::InlineHtml(_) => true,
            _ => false,
        })
    }

    #[test]
    fn links_to_scripts_and_images_become_words() {
        for hostile in [
            "[a](javascript:x)",
            "[a](java&#115;cript:x)",
            "![a](https://example.org/a.png)",
            "![a [b](javascript:y)](javascript:x)",
            "[a][b]\n\n[b]: javascript:x",
            "[b]\n\n[b]:\n  <javascript:x> 'title'",
            "<javascript:x>",
            "[![a](b.png)](javascript:x)",
        ] {
            assert!(
                !acts(&harmless(hostile)),
                "{hostile} became {}",
                harmless(hostile)
            );
        }
        let kind = "See [the record](https://example.org/a) and [b].\n\n[b]: https://example.org/b";
        assert_eq!(harmless(kind), kind);
    }

    proptest! {
        #[test]
        fn nothing_in_a_rationale_acts(text in r"[ab\[\]()!<>:\\`*_ \n-]{0,24}(\]\(|\]: |<)javascript:[ab)>\]\[!(\n]{0,12}") {
            prop_assert!(!acts(&harmless(&text)), "{}", harmless(&text));
        }

        #[test]
        fn a_reader_sees_just_the_text(text in r"[a-zäé0-9.)(*_`~#>|<&;+=\[\]!:/\\ -]{0,40}") {
            let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(read(escaped(&text).trim()), Some(one_line));
        }
    }
}
