//! Texts set below one another, each broken into rows.

use std::borrow::Cow;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::paint::STRONG;
use crate::cli::output::safe_piece;
use crate::cli::review::glyphs::wrapped;

/// Rows of at most some width.
pub(super) struct Lines {
    width: usize,
    rows: Vec<Line<'static>>,
}

impl Lines {
    pub(super) fn new(width: usize) -> Self {
        Self {
            width,
            rows: Vec::new(),
        }
    }

    /// A head over what follows, with a row between it and what is above.
    pub(super) fn head(&mut self, text: &str) {
        if !self.rows.is_empty() {
            self.rows.push(Line::default());
        }
        self.text(0, STRONG, text);
    }

    /// A text, set in from the left.
    pub(super) fn text(&mut self, indent: usize, style: Style, text: &str) {
        self.item("", style, indent, text);
    }

    /// A text behind a sign or a name; the rows below the first begin below the text.
    /// Both are painted alike.
    pub(super) fn item(&mut self, sign: &str, style: Style, indent: usize, text: &str) {
        let sign = safe_piece(sign, 0..sign.len());
        let columns = Span::raw(&*sign).width();
        // A long name would leave no room beside it.
        let (sign, hang, text) = if columns > self.width / 4 {
            (Cow::Borrowed(""), 2, Cow::Owned(format!("{sign}{text}")))
        } else {
            (sign, columns, Cow::Borrowed(text))
        };
        let room = self.width.saturating_sub(indent + hang).max(1);
        for (number, row) in wrapped(&text, room).into_iter().enumerate() {
            let before = if number == 0 {
                format!("{}{sign}", " ".repeat(indent))
            } else {
                " ".repeat(indent + hang)
            };
            self.rows.push(Line::styled(before + &row, style));
        }
    }

    /// The rows.
    pub(super) fn finish(self) -> Vec<Line<'static>> {
        self.rows
    }
}
