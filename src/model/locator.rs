//! Places in sources as people write them: “p. 4”, “12:30”, “Table 2”.

use schemars::JsonSchema;
use serde::Serialize;

use super::words::closed_set;

closed_set! {
    /// What a place in a source counts.
    LocatorKind, "kind of place" {
        /// Pages.
        Page = "page",
        /// Paragraphs.
        Paragraph = "paragraph",
        /// Sections or chapters.
        Section = "section",
        /// Figures.
        Figure = "figure",
        /// Tables.
        Table = "table",
        /// Time from the beginning, as hours, minutes and seconds.
        Timestamp = "timestamp",
        /// Cells of a sheet.
        Cell = "cell",
        /// Lines.
        Line = "line",
    }
}

/// A place in a source that has a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Locator {
    /// What it counts.
    pub kind: LocatorKind,
    /// Where it begins.
    pub from: String,
    /// Where it ends, for more than one.
    pub to: Option<String>,
}

/// How each kind is written before its number, in small letters without dots.
const WORDS: &[(LocatorKind, &[&str])] = &[
    (LocatorKind::Page, &["p", "pp", "pg", "page", "pages"]),
    (
        LocatorKind::Paragraph,
        &["¶", "¶¶", "para", "paras", "par", "paragraph", "paragraphs"],
    ),
    (
        LocatorKind::Section,
        &[
            "§", "§§", "sec", "sect", "section", "sections", "ch", "chap", "chapter", "chapters",
            "art", "article", "articles",
        ],
    ),
    (
        LocatorKind::Figure,
        &["fig", "figs", "figure", "figures", "chart"],
    ),
    (LocatorKind::Table, &["tab", "table", "tables"]),
    (LocatorKind::Timestamp, &["at", "min", "minute", "time"]),
    (LocatorKind::Cell, &["cell", "cells"]),
    (LocatorKind::Line, &["l", "ll", "line", "lines"]),
];

impl Locator {
    /// The place that a text names, where it has a form: `p. 4`, `pp. 4–6`,
    /// `¶ 3`, `§ 2.1`, `Fig. 3`, `Table 2`, `1:02:30`, `cell B7`, `lines 3-5`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let split = text.find(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '.')?;
        let (word, rest) = text.split_at(split);
        let rest = rest.trim_start_matches(['.', ' ', '\u{a0}']);
        let word = word.to_lowercase();
        let named = WORDS
            .iter()
            .find(|(_, words)| words.contains(&word.as_str()))
            .map(|(kind, _)| *kind);
        let kind = match named {
            Some(LocatorKind::Timestamp) | None if is_time(begin(rest)) => LocatorKind::Timestamp,
            None if word.is_empty() && is_time(begin(text)) => LocatorKind::Timestamp,
            Some(kind) if kind != LocatorKind::Timestamp => kind,
            _ => return None,
        };
        let (from, to) = range(if word.is_empty() { text } else { rest })?;
        let fits = |number: &str| match kind {
            LocatorKind::Timestamp => is_time(number),
            LocatorKind::Cell => is_cell(number),
            _ => is_number(number),
        };
        let whole = fits(from) && to.is_none_or(fits);
        whole.then(|| Self {
            kind,
            from: from.to_owned(),
            to: to.map(str::to_owned),
        })
    }
}

/// What stands before a dash.
fn begin(text: &str) -> &str {
    text.split(['-', '–', '—'])
        .next()
        .unwrap_or_default()
        .trim()
}

/// One number, or two with a dash between them.
fn range(text: &str) -> Option<(&str, Option<&str>)> {
    let mut numbers = text.split(['-', '–', '—']).map(str::trim);
    let from = numbers.next().filter(|number| !number.is_empty())?;
    let to = numbers.next();
    let too_many = numbers.next().is_some();
    let half = to.is_some_and(str::is_empty);
    (!too_many && !half).then_some((from, to))
}

/// Hours, minutes and seconds, or minutes and seconds.
fn is_time(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    let digits = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
    (2..=3).contains(&parts.len())
        && parts.iter().all(digits)
        && !parts[0].is_empty()
        && parts[1..]
            .iter()
            .all(|part| part.len() == 2 && part.parse::<u8>().is_ok_and(|part| part < 60))
}

/// Letters of a column and digits of a row, such as `B7`.
fn is_cell(text: &str) -> bool {
    let row = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
    row.len() < text.len() && !row.is_empty() && row.bytes().all(|b| b.is_ascii_digit())
}

/// A number, with points and a letter as sections have them: `4`, `2.1`, `12a`,
/// or one in Roman digits.
fn is_number(text: &str) -> bool {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let arabic = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && text.len() - digits.len() <= 1;
    let roman = !text.is_empty() && text.to_lowercase().chars().all(|c| "ivxlcdm".contains(c));
    arabic || roman
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_with_a_form_is_told() {
        use LocatorKind::{Cell, Figure, Line, Page, Paragraph, Section, Table, Timestamp};
        let cases: &[(&str, LocatorKind, &str, Option<&str>)] = &[
            ("p. 4", Page, "4", None),
            ("p.4", Page, "4", None),
            ("P 12a", Page, "12a", None),
            ("pp. 4–6", Page, "4", Some("6")),
            ("pages 4 - 6", Page, "4", Some("6")),
            ("p. xii", Page, "xii", None),
            ("para. 3", Paragraph, "3", None),
            ("¶ 3", Paragraph, "3", None),
            ("¶3", Paragraph, "3", None),
            ("§ 2.1", Section, "2.1", None),
            ("chapter IV", Section, "IV", None),
            ("Art. 5", Section, "5", None),
            ("Fig. 3", Figure, "3", None),
            ("Table 2", Table, "2", None),
            ("12:30", Timestamp, "12:30", None),
            ("1:02:30-1:03:00", Timestamp, "1:02:30", Some("1:03:00")),
            ("at 12:30", Timestamp, "12:30", None),
            ("cell B7", Cell, "B7", None),
            ("cells B7-C9", Cell, "B7", Some("C9")),
            ("lines 3–5", Line, "3", Some("5")),
        ];
        for (text, kind, from, to) in cases {
            let locator = Locator {
                kind: *kind,
                from: (*from).to_owned(),
                to: to.map(str::to_owned),
            };
            assert_eq!(Locator::parse(text), Some(locator), "{text}");
        }
    }

    #[test]
    fn other_places_stay_as_they_are_typed() {
        for text in [
            "",
            "first paragraph",
            "the sentence quoted",
            "body of the report",
            "p.",
            "p. four",
            "pp. 4-",
            "pp. 4-5-6",
            "12:75",
            "4",
            "cell 7",
            "Annex B, p. 4",
        ] {
            assert_eq!(Locator::parse(text), None, "{text}");
        }
    }
}
