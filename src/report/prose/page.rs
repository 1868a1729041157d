//! Prose as it is put together: blocks with one empty line between them, list
//! items without.

use textwrap::{Options, WordSeparator, WordSplitter};

use super::form::Form;

/// Longest line of plain text, in columns: what mail can be quoted in and still
/// be read on a narrow screen (RFC 3676, section 4.2, and long custom).
const WIDTH: usize = 72;

/// A document being written. Everything it is given is written already, in its
/// form.
#[derive(Debug)]
pub(in super::super) struct Page {
    /// How words are written.
    pub(in super::super) form: Form,
    text: String,
    in_list: bool,
}

impl Page {
    pub(in super::super) fn new(form: Form) -> Self {
        Self {
            form,
            text: String::new(),
            in_list: false,
        }
    }

    pub(in super::super) fn into_text(self) -> String {
        self.text
    }

    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.in_list = false;
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// Lines that begin with `first`, and then with as much white space.
    fn lines(&mut self, first: &str, text: &str) {
        match self.form {
            Form::Markdown => self.line(&format!("{first}{text}")),
            Form::Plain => {
                let rest = " ".repeat(textwrap::core::display_width(first));
                self.wrapped(first, &rest, text);
            }
        }
    }

    fn wrapped(&mut self, first: &str, rest: &str, text: &str) {
        let options = Options::new(WIDTH)
            .initial_indent(first)
            .subsequent_indent(rest)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation)
            // An address that is cut can't be followed.
            .break_words(!text.contains("://"));
        for line in textwrap::wrap(text, options) {
            self.line(line.trim_end());
        }
    }

    fn list_lines(&mut self, first: &str, text: &str) {
        if !self.in_list {
            self.gap();
        }
        self.lines(first, text);
        self.in_list = true;
    }

    /// A heading; level 1 is the document's title.
    pub(in super::super) fn heading(&mut self, level: usize, text: &str) {
        match self.form {
            Form::Markdown => {
                self.gap();
                self.line(&format!("{} {text}", "#".repeat(level)));
            }
            Form::Plain => {
                self.gap();
                if level == 2 {
                    self.line("");
                }
                let before = self.text.len();
                self.lines("", text);
                let lines = self.text.get(before..).unwrap_or_default().lines();
                let width = lines.map(textwrap::core::display_width).max();
                let rule = match level {
                    1 => "=",
                    2 => "-",
                    _ => return,
                };
                self.line(&rule.repeat(width.unwrap_or_default()));
            }
        }
    }

    /// Ends a list, so that the next item stands apart.
    pub(in super::super) fn apart(&mut self) {
        self.in_list = false;
    }

    pub(in super::super) fn paragraph(&mut self, text: &str) {
        self.gap();
        self.lines("", text);
    }

    /// Lines that stand apart; what is within them can't reach beyond.
    pub(in super::super) fn quotation(&mut self, text: &str) {
        self.gap();
        for line in text.split(['\n', '\r']) {
            match self.form {
                Form::Markdown => self.line(format!("> {line}").trim_end()),
                Form::Plain => self.wrapped("> ", "> ", line),
            }
        }
    }

    pub(in super::super) fn item(&mut self, text: &str) {
        self.list_lines("- ", text);
    }

    pub(in super::super) fn numbered(&mut self, number: usize, text: &str) {
        self.list_lines(&format!("{number}. "), text);
    }

    /// A remark under an item, where there is one.
    pub(in super::super) fn sub_item(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            let words = self.form.words(text);
            self.list_lines("  - ", &format!("{name}: {words}"));
        }
    }

    /// A block of an item, set in as far as its words: `name`, then the text.
    pub(in super::super) fn within(&mut self, name: &str, text: &str) {
        let first = if name.is_empty() {
            "     ".to_owned()
        } else {
            format!("   {name}: ")
        };
        match self.form {
            Form::Markdown => self.list_lines(&first, text),
            Form::Plain => self.wrapped(&first, "     ", text),
        }
    }

    /// A table, where it has rows; in plain text an item for each row.
    pub(in super::super) fn table(
        &mut self,
        columns: &[&str],
        rows: impl Iterator<Item = Vec<String>>,
    ) {
        let mut rows = rows.peekable();
        if rows.peek().is_none() {
            return;
        }
        if self.form == Form::Plain {
            for row in rows {
                let cells: Vec<&str> = row
                    .iter()
                    .map(String::as_str)
                    .filter(|cell| !cell.is_empty())
                    .collect();
                self.item(&match *cells {
                    [label, count] => format!("{label}: {count}"),
                    _ => cells.join(" · "),
                });
            }
            return;
        }
        self.gap();
        self.line(&format!("| {} |", columns.join(" | ")));
        self.line(&format!("|{}", " --- |".repeat(columns.len())));
        for row in rows {
            self.line(&format!("| {} |", row.join(" | ")));
        }
    }
}
