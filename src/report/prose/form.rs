//! The two forms that prose comes in, and how words are written in each.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::super::rationale::is_harmless;
use super::super::wording;
use super::escape;
use crate::model::ids::ClaimId;
use crate::model::scale::Tone;

/// What the prose is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Form {
    /// Markdown, for editors, wikis and pull requests.
    Markdown,
    /// Lines of plain text, for mail.
    Plain,
}

impl Form {
    /// Words as they are, on one line. White space at either end stays, as one
    /// space.
    pub(in super::super) fn words(self, text: &str) -> String {
        match self {
            Self::Markdown => escape::escaped(text),
            Self::Plain => with_edges(text, &wording::on_one_line(text)),
        }
    }

    /// Words that matter. They are written already.
    pub(in super::super) fn strong(self, written: &str) -> String {
        match self {
            Self::Markdown => format!("**{written}**"),
            Self::Plain => written.to_owned(),
        }
    }

    /// Signs that programs read, such as a hash.
    pub(in super::super) fn code(self, text: &str) -> String {
        match self {
            Self::Markdown => format!("`{text}`"),
            Self::Plain => self.words(text),
        }
    }

    /// Words with the address that they stand for, which is a link where it is
    /// safe to follow.
    pub(in super::super) fn link(self, text: &str, address: Option<&str>) -> String {
        match (self, address) {
            (Self::Markdown, _) => escape::link(text, address),
            (Self::Plain, Some(address)) if address != text && is_harmless(address) => {
                format!("{} <{}>", self.words(text), self.words(address))
            }
            (Self::Plain, _) => self.words(text),
        }
    }

    /// Words that lead to a claim of this document, by the anchor that its
    /// heading has where Markdown is shown. They are written already.
    pub(in super::super) fn to_claim(self, written: &str, claim: ClaimId) -> String {
        match self {
            Self::Markdown => format!("[{written}](#claim-{claim})"),
            Self::Plain => written.to_owned(),
        }
    }

    /// A source of this document by its number.
    pub(in super::super) fn to_source(self, number: usize) -> String {
        match self {
            Self::Markdown => format!("[source {number}](#sources)"),
            Self::Plain => format!("source {number}"),
        }
    }

    /// A rating with its sign.
    pub(in super::super) fn rating(self, label: &str, tone: Tone) -> String {
        format!("{} {}", tone.sign(), self.words(label))
    }

    /// What a reviewer wrote in Markdown, as paragraphs and items that are
    /// written already.
    pub(in super::super) fn rationale(self, markdown: &str) -> String {
        match self {
            Self::Markdown => escape::harmless(markdown),
            Self::Plain => without_marks(markdown),
        }
    }
}

/// The line with the white space that the text has at its ends.
fn with_edges(text: &str, line: &str) -> String {
    let edge = |is_there: bool| {
        if is_there && !line.is_empty() {
            " "
        } else {
            ""
        }
    };
    let before = edge(text.starts_with(char::is_whitespace));
    let after = edge(text.ends_with(char::is_whitespace));
    [before, line, after].concat()
}

/// The words of Markdown: a line for each paragraph and item, with the
/// addresses of links behind their words.
fn without_marks(markdown: &str) -> String {
    let mut lines = Lines::default();
    let mut addresses = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                lines.push(&text);
            }
            Event::SoftBreak => lines.push(" "),
            Event::Start(Tag::Item) => {
                lines.end();
                lines.push("- ");
            }
            Event::Start(Tag::Link { dest_url, .. }) => addresses.push(dest_url),
            Event::End(TagEnd::Link) => {
                let address = addresses.pop().filter(|address| is_harmless(address));
                // An address that is its own name is said once.
                if let Some(address) = address.filter(|address| !lines.open.ends_with(&**address)) {
                    lines.push(&format!(" <{address}>"));
                }
            }
            Event::HardBreak
            | Event::Rule
            | Event::End(
                TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::CodeBlock,
            ) => lines.end(),
            _ => {}
        }
    }
    lines.end();
    lines.done.join("\n")
}

/// Lines as they are put together.
#[derive(Default)]
struct Lines {
    done: Vec<String>,
    open: String,
}

impl Lines {
    fn push(&mut self, text: &str) {
        self.open.push_str(text);
    }

    fn end(&mut self) {
        let line = wording::on_one_line(&std::mem::take(&mut self.open));
        if !line.is_empty() {
            self.done.push(line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_without_its_marks_keeps_words_and_addresses() {
        let written = "The **plaque** says [1932](https://example.org/a).\nSee:\n\n- `ledger`, p. 4\n- <https://example.org/b>\n\n<b>x</b> [y](javascript:z)";
        assert_eq!(
            without_marks(written),
            "The plaque says 1932 <https://example.org/a>. See:\n- ledger, p. 4\n- https://example.org/b\n<b>x</b> y"
        );
    }

    #[test]
    fn plain_words_are_one_line_that_turns_nothing_around() {
        assert_eq!(
            Form::Plain.words(" a\r\nb\u{2028}c\u{1b}[31m \u{2067}d\u{2069} \u{202e}e"),
            " a b c[U+001B][31m [U+2067]d[U+2069] [U+202E]e"
        );
        assert_eq!(
            Form::Plain.link("The record", Some("https://example.org/a")),
            "The record <https://example.org/a>"
        );
        assert_eq!(Form::Plain.link("x", Some("javascript:y")), "x");
    }
}
