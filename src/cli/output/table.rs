//! Tables without borders, as wide as where they are shown, and the cells
//! they are made of. A rating has a sign as well as a colour.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use comfy_table::{
    Attribute, CellAlignment, Color, ColumnConstraint, ContentArrangement, Row, Table, presets,
};
use terminal_size::{Width, terminal_size};

use super::{Listed, Look, links, moment, sanitize};
use crate::interchange::linked::Level;
use crate::model::flag::Severity;
use crate::model::scale::Tone;

/// Most characters of a long text in a list; it is shown whole alone.
const LONGEST_IN_LIST: usize = 160;

/// One cell: a text and how it is painted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    text: String,
    moment: Option<DateTime<Utc>>,
    color: Option<Color>,
    strong: bool,
    right: bool,
    whole: bool,
}

impl Cell {
    /// A text as it is.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "callers give numbers, words and references alike"
    )]
    pub(crate) fn text(text: impl ToString) -> Self {
        Self {
            text: text.to_string(),
            ..Self::default()
        }
    }

    /// A name that is never broken into lines, so that it can be copied.
    pub(crate) fn whole(name: impl ToString) -> Self {
        Self {
            whole: true,
            ..Self::text(name)
        }
    }

    /// A moment: how long ago, or the time.
    pub(crate) fn moment(at: DateTime<Utc>) -> Self {
        Self {
            moment: Some(at),
            ..Self::default()
        }
    }

    /// A text, or nothing.
    pub(crate) fn maybe(text: Option<impl ToString>) -> Self {
        text.map(Self::text).unwrap_or_default()
    }

    /// A text on one line, cut when it is long.
    pub(crate) fn short(text: &str) -> Self {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(LONGEST_IN_LIST) {
            Some((end, _)) => Self::text(format!("{}…", &line[..end])),
            None => Self::text(line),
        }
    }

    /// A number, set to the right.
    pub(crate) fn number(number: impl ToString) -> Self {
        Self {
            right: true,
            ..Self::text(number)
        }
    }

    /// The name of a rating with its sign and colour.
    pub(crate) fn rating(label: &str, tone: Tone) -> Self {
        let color = match tone {
            Tone::Good => Color::Green,
            Tone::Mixed => Color::Yellow,
            Tone::Bad => Color::Red,
            Tone::Neutral => Color::Blue,
        };
        Self {
            color: Some(color),
            ..Self::text(format!("{} {label}", tone.sign()))
        }
    }

    /// How much a flag matters.
    pub(crate) fn severity(severity: Severity) -> Self {
        let color = match severity {
            Severity::Low => None,
            Severity::Medium => Some(Color::Yellow),
            Severity::High => Some(Color::Red),
        };
        Self {
            color,
            ..Self::text(severity)
        }
    }

    /// Whether a problem of a document is an error.
    pub(crate) fn level(level: Level) -> Self {
        let color = match level {
            Level::Error => Color::Red,
            Level::Warning => Color::Yellow,
        };
        Self {
            color: Some(color),
            ..Self::text(level)
        }
    }

    /// A text that stands out.
    pub(super) fn strong(text: impl ToString) -> Self {
        Self {
            strong: true,
            ..Self::text(text)
        }
    }

    fn into_comfy(self, look: Look) -> comfy_table::Cell {
        let text = match self.moment {
            Some(at) => moment::in_row(at, look),
            None if look.terminal => sanitize::for_terminal(&self.text).into_owned(),
            None => self.text,
        };
        let mut cell = comfy_table::Cell::new_owned(text);
        if let Some(color) = self.color {
            cell = cell.fg(color);
        }
        if self.strong {
            cell = cell.add_attribute(Attribute::Bold);
        }
        if self.right {
            cell = cell.set_alignment(CellAlignment::Right);
        }
        cell
    }
}

/// The width of the terminal, if there is one.
pub(super) fn terminal_width() -> Option<u16> {
    // Some terminals say that they have no width.
    let width = terminal_size().map(|(Width(width), _)| width);
    width.filter(|width| *width > 0).or(Some(80))
}

/// A list with a head.
pub(super) fn list<T: Listed>(items: &[T], look: Look) -> String {
    let head = T::COLUMNS
        .iter()
        .map(|name| Cell::strong(name.to_uppercase()))
        .collect();
    rows(
        std::iter::once(head).chain(items.iter().map(T::cells)),
        look,
        0,
    )
}

/// Rows of cells, `indent` characters from the left.
pub(super) fn rows(rows: impl IntoIterator<Item = Vec<Cell>>, look: Look, indent: u16) -> String {
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .force_no_tty();
    if look.color {
        table.enforce_styling().style_text_only();
    }
    if let Some(width) = look.width {
        table.set_width(width);
    }
    let mut whole: Vec<usize> = Vec::new();
    let mut addresses = BTreeSet::new();
    for row in rows {
        if look.links {
            let here = row.iter().filter(|cell| links::is_address(&cell.text));
            addresses.extend(here.map(|cell| cell.text.clone()));
        }
        let here = row.iter().enumerate().filter(|(_, cell)| cell.whole);
        whole.extend(here.map(|(column, _)| column));
        table.add_row(Row::from(
            row.into_iter()
                .map(|cell| cell.into_comfy(look))
                .collect::<Vec<_>>(),
        ));
    }
    for (index, column) in table.column_iter_mut().enumerate() {
        column.set_padding((if index == 0 { indent } else { 0 }, 2));
        if whole.contains(&index) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    if table.is_empty() {
        return String::new();
    }
    let text = table.trim_fmt() + "\n";
    if addresses.is_empty() {
        text
    } else {
        links::linked(&text, &addresses)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let cell = Cell::short(&"ñ ".repeat(200));
        assert_eq!(cell.text.chars().count(), LONGEST_IN_LIST + 1);
        assert!(cell.text.ends_with('…'));
    }

    #[test]
    fn ratings_have_a_sign() {
        assert_eq!(Cell::rating("False", Tone::Bad).text, "✗ False");
    }
}
