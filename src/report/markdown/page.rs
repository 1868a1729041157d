//! Markdown as it is put together: blocks with one empty line between them,
//! list items without.

/// A document being written.
#[derive(Debug, Default)]
pub(super) struct Page {
    text: String,
    in_list: bool,
}

impl Page {
    pub(super) fn into_text(self) -> String {
        self.text
    }

    fn block(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.line(text);
        self.in_list = false;
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn list_line(&mut self, text: &str) {
        if self.in_list {
            self.line(text);
        } else {
            self.block(text);
            self.in_list = true;
        }
    }

    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.block(&format!("{} {text}", "#".repeat(level)));
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.block(text);
    }

    /// Lines that stand apart; what is within them can't reach beyond.
    pub(super) fn quotation(&mut self, text: &str) {
        let lines: Vec<String> = text
            .lines()
            .map(|line| format!("> {line}").trim_end().to_owned())
            .collect();
        self.block(&lines.join("\n"));
    }

    pub(super) fn item(&mut self, text: &str) {
        self.list_line(&format!("- {text}"));
    }

    pub(super) fn numbered(&mut self, number: usize, text: &str) {
        self.list_line(&format!("{number}. {text}"));
    }

    /// A remark under an item, where there is one.
    pub(super) fn sub_item(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.list_line(&format!("  - {name}: {}", super::escaped(text)));
        }
    }

    /// A table, where it has rows. Cells are Markdown already.
    pub(super) fn table(&mut self, columns: &[&str], rows: impl Iterator<Item = Vec<String>>) {
        let mut rows = rows.peekable();
        if rows.peek().is_none() {
            return;
        }
        self.block(&format!("| {} |", columns.join(" | ")));
        self.line(&format!("|{}", " --- |".repeat(columns.len())));
        for row in rows {
            self.line(&format!("| {} |", row.join(" | ")));
        }
    }
}
