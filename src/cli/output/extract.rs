//! Sentences that come one after the other: printed as they come where the
//! format allows it, kept for one table where it doesn't.

use super::table::Cell;
use super::{Format, Listed, Output, csv, json, sanitize};
use crate::cli::error::CliError;
use crate::filter::ShownSentence;

/// So many reasons are shown in a table.
const REASONS: usize = 3;

/// How sentences are printed: known to every thread that prepares some.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Printing {
    format: Format,
}

/// Sentences as they will be printed.
#[derive(Debug, Default)]
pub(crate) struct Printed {
    /// What names the fields, where the format wants that first.
    head: String,
    text: String,
    /// Those that a table will show.
    rows: Vec<ShownSentence>,
    failed: Option<CliError>,
}

impl Printing {
    /// Adds a sentence to those that will be printed.
    pub(crate) fn add(self, sentence: ShownSentence, to: &mut Printed) {
        let written = match self.format {
            Format::Table => {
                to.rows.push(sentence);
                return;
            }
            Format::Json => json::item(&sentence),
            Format::Jsonl => json::lines(std::slice::from_ref(&sentence)),
            Format::Csv if to.head.is_empty() => csv::head(&sentence).and_then(|head| {
                to.head = head;
                csv::row(&sentence)
            }),
            Format::Csv => csv::row(&sentence),
        };
        match written {
            Ok(text) => to.text += &text,
            Err(error) => to.failed = Some(error),
        }
    }
}

/// A list that is shown as it comes.
#[derive(Debug, Default)]
pub(crate) struct Stream {
    begun: bool,
    rows: Vec<ShownSentence>,
}

impl Output {
    /// How sentences are printed here.
    pub(crate) fn printing(&self) -> Printing {
        Printing {
            format: self.format,
        }
    }

    /// Prints the next sentences of a stream.
    pub(crate) fn stream(&mut self, stream: &mut Stream, printed: Printed) -> Result<(), CliError> {
        if let Some(error) = printed.failed {
            return Err(error);
        }
        if self.format == Format::Table {
            stream.rows.extend(printed.rows);
            return Ok(());
        }
        let text = match self.format {
            Format::Csv if !stream.begun => printed.head + &printed.text,
            Format::Json if !stream.begun => {
                let items = printed.text.strip_prefix(',').unwrap_or_default();
                format!("{}{items}", json::ARRAY_BEGINS)
            }
            _ => printed.text,
        };
        stream.begun = true;
        let text = match self.format {
            Format::Json | Format::Jsonl if self.look.terminal => {
                sanitize::json_for_terminal(&text)
            }
            _ => text,
        };
        self.text(&text)
    }

    /// Ends a stream. One that `failed` before it gave anything prints nothing.
    pub(crate) fn end_stream(&mut self, stream: &Stream, failed: bool) -> Result<(), CliError> {
        match self.format {
            Format::Json if stream.begun => self.text(json::ARRAY_ENDS),
            _ if failed && stream.rows.is_empty() => Ok(()),
            Format::Json => self.text(json::EMPTY_ARRAY),
            Format::Table => self.list(&stream.rows),
            Format::Jsonl | Format::Csv => Ok(()),
        }
    }
}

impl Listed for ShownSentence {
    const COLUMNS: &'static [&'static str] = &["article", "sentence", "score", "words", "reasons"];

    fn cells(&self) -> Vec<Cell> {
        let reasons: Vec<&str> = self
            .reasons
            .iter()
            .take(REASONS)
            .map(|one| &*one.reason)
            .collect();
        vec![
            Cell::text(&self.article),
            Cell::number(self.sentence),
            Cell::number(format!("{:.2}", self.score)),
            Cell::short(&self.text),
            Cell::short(&reasons.join("; ")),
        ]
    }
}
