//! All keys, from the tables that the keys themselves are looked up in.

use ratatui::style::Style;
use ratatui::text::Line;
use strum::IntoEnumIterator;

use super::lines::Lines;
use crate::cli::review::keys::{Binding, FORM_KEYS, Group, KEYS};

/// Columns for the names of keys.
const NAMES: usize = 18;

/// The help as rows of so many columns.
pub(super) fn rows(width: usize) -> Vec<Line<'static>> {
    let mut lines = Lines::new(width);
    for group in Group::iter() {
        lines.head(&group.to_string());
        for binding in KEYS.iter().filter(|binding| binding.group == group) {
            row(&mut lines, binding);
        }
    }
    lines.head("In a form");
    for binding in FORM_KEYS {
        row(&mut lines, binding);
    }
    lines.head("Signs in the text");
    for (sign, what) in SIGNS {
        lines.item(&format!("{sign:<NAMES$}"), Style::new(), 2, what);
    }
    lines.finish()
}

/// What the signs in the text mean, besides those of ratings.
const SIGNS: [(&str, &str); 5] = [
    ("○", "a claim that was offered, and nobody has decided on"),
    ("●", "a claim that is to be checked"),
    (
        "✓ ~ ✗ ?",
        "a claim that is rated: good, mixed, bad, neither",
    ),
    ("⊘", "a claim that is dismissed"),
    ("⚑", "words with an open flag"),
];

fn row<C>(lines: &mut Lines, binding: &Binding<C>) {
    let names = format!("{:<NAMES$}", binding.names());
    lines.item(&names, Style::new(), 2, binding.what);
}
