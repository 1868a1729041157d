//! A single thing on a page: fields, then sections with text or lists.

use chrono::{DateTime, Utc};

use super::table::{self, Cell};
use super::{Listed, Look, moment, sanitize};

/// What a view writes on.
pub(crate) struct Page {
    look: Look,
    text: String,
    fields: Vec<Vec<Cell>>,
}

impl Page {
    pub(super) fn new(look: Look) -> Self {
        Self {
            look,
            text: String::new(),
            fields: Vec::new(),
        }
    }

    /// What the page is about.
    pub(super) fn title(&mut self, title: &str) {
        self.rows(vec![vec![Cell::strong(title)]], 0);
    }

    /// A named value; fields that follow one another line up.
    pub(super) fn field(&mut self, name: &str, value: Cell) {
        self.fields.push(vec![Cell::text(name), value]);
    }

    /// A named text.
    pub(super) fn fact(&mut self, name: &str, value: impl ToString) {
        self.field(name, Cell::text(value));
    }

    /// A named moment.
    pub(super) fn moment(&mut self, name: &str, at: DateTime<Utc>) {
        self.fact(name, moment::alone(at, self.look));
    }

    /// A named text, if there is one.
    pub(super) fn maybe(&mut self, name: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.fact(name, value);
        }
    }

    /// A head over what follows.
    pub(super) fn section(&mut self, name: &str) {
        self.gap();
        self.rows(vec![vec![Cell::strong(name)]], 0);
    }

    /// A text of its own, set in from the left.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.rows(vec![vec![Cell::text(text)]], 2);
    }

    /// A text as it is, made safe on a terminal.
    pub(super) fn document(&mut self, text: &str) {
        self.flush();
        if self.look.terminal {
            self.text += &sanitize::for_terminal(text);
        } else {
            self.text += text;
        }
    }

    /// Rows that line up, set in from the left.
    pub(super) fn rows_in(&mut self, rows: Vec<Vec<Cell>>) {
        self.rows(rows, 2);
    }

    /// A section with a list, unless the list is empty.
    pub(super) fn list<T: Listed>(&mut self, name: &str, items: &[T]) {
        if !items.is_empty() {
            self.section(name);
            self.text += &table::list(items, self.look);
        }
    }

    /// The page as text.
    pub(super) fn finish(mut self) -> String {
        self.flush();
        self.text
    }

    fn gap(&mut self) {
        self.flush();
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn rows(&mut self, rows: Vec<Vec<Cell>>, indent: u16) {
        self.flush();
        self.text += &table::rows(rows, self.look, indent);
    }

    fn flush(&mut self) {
        let fields = std::mem::take(&mut self.fields);
        self.text += &table::rows(fields, self.look, 2);
    }
}
