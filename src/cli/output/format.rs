//! The formats that data is shown in.

/// How data is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// For eyes.
    Table,
    /// One array for a list, one object for a single thing.
    Json,
    /// One object a line.
    Jsonl,
    /// A header and a row for each thing.
    Csv,
}

impl Format {
    /// The words for the formats.
    pub(crate) const WORDS: [&'static str; 4] = ["table", "json", "jsonl", "csv"];

    /// The format a word stands for; a table for the words of reports.
    pub(super) fn named(word: Option<&str>) -> Self {
        match word {
            Some("json") => Self::Json,
            Some("jsonl") => Self::Jsonl,
            Some("csv") => Self::Csv,
            _ => Self::Table,
        }
    }
}
