//! All keys, from the tables that the keys themselves are looked up in.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use strum::IntoEnumIterator;

use super::Look;
use super::lines::Lines;
use crate::cli::review::keys::{Binding, FORM_KEYS, Group, KEYS};

/// Columns for the names of keys.
const NAMES: usize = 18;

/// Draws the help from a row on.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, from: usize, look: Look) {
    let mut lines = Lines::new(usize::from(area.width.saturating_sub(2)), look);
    for group in Group::iter() {
        lines.head(&group.to_string());
        let of_group = KEYS.iter().filter(|binding| binding.group == group);
        of_group.for_each(|binding| row(&mut lines, binding));
    }
    lines.head("In a form");
    FORM_KEYS.iter().for_each(|binding| row(&mut lines, binding));
    lines.head("Signs in the text");
    for (sign, what) in SIGNS {
        lines.item(&format!("{sign:<NAMES$}"), ratatui::style::Style::new(), 2, what);
    }
    let lines = lines.finish();
    let last = lines.len().saturating_sub(usize::from(area.height));
    let in_sight = lines.iter().skip(from.min(last));
    for (line, y) in in_sight.zip(area.top()..area.bottom()) {
        buffer.set_line(area.x + 1, y, line, area.width - 1);
    }
}

/// What the signs in the text mean, besides those of ratings.
const SIGNS: [(&str, &str); 5] = [
    ("○", "a claim that was offered, and nobody has decided on"),
    ("●", "a claim that is to be checked"),
    ("✓ ~ ✗ ?", "a claim that is rated: good, mixed, bad, neither"),
    ("⊘", "a claim that is dismissed"),
    ("⚑", "words with an open flag"),
];

fn row<C>(lines: &mut Lines, binding: &Binding<C>) {
    let names = format!("{:<NAMES$}", binding.names());
    lines.item(&names, ratatui::style::Style::new(), 2, binding.what);
}
