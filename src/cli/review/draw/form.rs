//! A form at the bottom of the screen.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Look;
use super::lines::Lines;
use super::paint::{DIM, STRONG};
use crate::cli::review::entry::Entry;
use crate::cli::review::form::{Field, Form, Value};
use crate::cli::review::glyphs::{cut, typed};

/// Columns for the names of fields, with the mark before the one that is typed into.
const NAMES: usize = 12;

/// Most rows of the field that is typed into.
const MOST_ROWS: usize = 5;

/// A form as rows, and where the cursor is among them: its row and column.
pub(super) struct Drawn {
    pub(super) rows: Vec<Line<'static>>,
    pub(super) cursor: Option<(u16, u16)>,
}

/// Draws a form in `room` rows at most: those around the field that is typed into.
pub(super) fn rows(form: &Form, width: usize, room: usize, look: Look) -> Drawn {
    let title = format!("── {} ", form.title());
    let rest = width.saturating_sub(Span::raw(&*title).width());
    let mut rows = vec![Line::styled(format!("{title}{}", "─".repeat(rest)), STRONG)];
    if let Some(why) = &form.refused {
        let mut lines = Lines::new(width.saturating_sub(1));
        lines.text(1, look.trouble(), why);
        rows.extend(lines.finish());
    }
    let kept = rows.len();
    let mut cursor = None;
    for (number, field) in form.fields.iter().enumerate() {
        let focused = number == form.focus;
        let first = rows.len();
        let at = field_rows(&mut rows, field, width, focused);
        if focused {
            let (row, column) = at.unwrap_or_default();
            cursor = Some((first + row, column, at.is_some()));
        }
    }
    // Head and complaint stay; of the fields those that are not typed into give way.
    let (row, column, is_text) = cursor.unwrap_or((0, 0, false));
    let mut above = 0;
    if rows.len() > room {
        above = (row + 1)
            .saturating_sub(room.max(kept + 1))
            .min(rows.len() - kept);
        rows.drain(kept..kept + above);
        rows.truncate(room.max(kept + 1));
    }
    let place = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    Drawn {
        rows,
        cursor: is_text.then(|| (place(row - above), place(column))),
    }
}

/// Adds a field; gives back where in it the cursor is, where it is a text that is typed
/// into.
fn field_rows(
    rows: &mut Vec<Line<'static>>,
    field: &Field,
    width: usize,
    focused: bool,
) -> Option<(usize, usize)> {
    let mark = if focused { "▸" } else { " " };
    let name = format!("{mark} {:<width$}", field.name.label(), width = NAMES - 2);
    let style = if focused { STRONG } else { Style::new() };
    let room = width.saturating_sub(NAMES + 1).max(1);
    let (shown, cursor, painted) = match &field.value {
        Value::Choice { words, chosen } => {
            let word = words.get(*chosen).map_or("", String::as_str);
            let word = if focused {
                format!("‹ {word} ›  ← → or a letter chooses")
            } else {
                word.to_owned()
            };
            (vec![cut(&word, room)], None, style)
        }
        Value::Text(entry) if focused => {
            let (shown, (row, column)) = in_sight(entry, room);
            let hint = entry
                .text()
                .is_empty()
                .then(|| cut(field.name.hint(), room));
            let painted = if hint.is_some() { DIM } else { Style::new() };
            let shown = hint.map_or(shown, |hint| vec![hint]);
            (shown, Some((row, NAMES + column)), painted)
        }
        Value::Text(entry) if entry.text().is_empty() => {
            (vec![cut(field.name.hint(), room)], None, DIM)
        }
        Value::Text(entry) => (vec![cut(entry.text(), room)], None, Style::new()),
    };
    for (number, row) in shown.into_iter().enumerate() {
        let before = if number == 0 {
            name.clone()
        } else {
            " ".repeat(NAMES)
        };
        rows.push(Line::from(vec![
            Span::styled(before, style),
            Span::styled(row, painted),
        ]));
    }
    cursor
}

/// The rows of a text around its cursor, and where among them that is.
fn in_sight(entry: &Entry, width: usize) -> (Vec<String>, (usize, usize)) {
    let cursor = entry.before_cursor().len();
    let (mut rows, (row, column)) = typed(entry.text(), cursor, width);
    let above = (row + 1).saturating_sub(MOST_ROWS);
    rows.drain(..above);
    rows.truncate(MOST_ROWS);
    (rows, (row - above, column))
}
