//! Claim records as CSV (RFC 4180) with a header row: topics and appearances
//! joined with `|`, sources and what else a format says as JSON in one cell.

use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;

use super::{Numbered, RecordWriter};
use crate::model::record::ClaimRecord;
use crate::text::cells::{no_formula, taken_off};

/// What parts topics, and addresses, from one another.
const SEPARATOR: char = '|';

/// A field of a record: how it is written into a cell, and read out of one.
struct Column {
    name: &'static str,
    cell: fn(&ClaimRecord) -> String,
    read: fn(&mut ClaimRecord, &str) -> Result<(), String>,
}

macro_rules! columns {
    ($($kind:ident $field:ident),+ $(,)?) => {
        &[$(Column {
            name: stringify!($field),
            cell: |record| columns!(@cell $kind record.$field),
            read: |record, cell| {
                record.$field = columns!(@read $kind cell);
                Ok(())
            },
        }),+]
    };
    (@cell text $value:expr) => { $value.clone() };
    (@cell maybe $value:expr) => { $value.as_ref().map(ToString::to_string).unwrap_or_default() };
    (@cell time $value:expr) => { $value.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)).unwrap_or_default() };
    (@cell list $value:expr) => { joined(&$value) };
    (@cell json $value:expr) => { as_json(&$value, $value.is_empty()) };
    (@read text $cell:expr) => { $cell.to_owned() };
    (@read maybe $cell:expr) => { Some($cell.parse().map_err(|error| format!("{error}"))?) };
    (@read time $cell:expr) => { Some($cell.parse().map_err(|_| format!("“{}” is no time such as 2025-04-15T09:30:00Z", $cell))?) };
    (@read list $cell:expr) => { parted($cell) };
    (@read json $cell:expr) => { from_json($cell)? };
}

const COLUMNS: &[Column] = columns![
    maybe id,
    text claim,
    maybe quote,
    maybe start,
    maybe end,
    maybe claimant,
    maybe claim_date,
    maybe article_url,
    maybe article_title,
    list appearances,
    list topics,
    maybe language,
    maybe scale,
    maybe rating,
    maybe rating_label,
    maybe rationale,
    maybe correction,
    maybe reviewer,
    time reviewed_at,
    maybe check_url,
    maybe check_title,
    maybe check_published,
    maybe publisher,
    maybe publisher_url,
    json sources,
    json extra,
];

/// Texts in one cell; what parts them is written in them with a backslash.
fn joined(texts: &[String]) -> String {
    let escaped = texts
        .iter()
        .map(|text| text.replace('\\', "\\\\").replace(SEPARATOR, "\\|"));
    escaped.collect::<Vec<_>>().join("|")
}

fn parted(cell: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut characters = cell.chars();
    while let Some(character) = characters.next() {
        let kept = match character {
            SEPARATOR => {
                texts.push(String::new());
                continue;
            }
            '\\' => characters.next().unwrap_or('\\'),
            other => other,
        };
        if let Some(last) = texts.last_mut() {
            last.push(kept);
        }
    }
    texts
}

fn as_json<T: serde::Serialize>(value: &T, empty: bool) -> String {
    if empty {
        String::new()
    } else {
        serde_json::to_string(value).unwrap_or_default()
    }
}

fn from_json<T: DeserializeOwned>(cell: &str) -> Result<T, String> {
    serde_json::from_str(cell).map_err(|error| error.to_string())
}

/// Writes records as CSV.
#[derive(Debug)]
pub struct CsvWriter<W: Write> {
    rows: csv::Writer<W>,
}

impl<W: Write> CsvWriter<W> {
    /// A file that begins with the names of the columns.
    ///
    /// # Errors
    /// What the file can't take.
    pub fn new(file: W) -> io::Result<Self> {
        let mut rows = csv::Writer::from_writer(file);
        rows.write_record(COLUMNS.iter().map(|column| column.name))?;
        Ok(Self { rows })
    }
}

impl<W: Write> RecordWriter for CsvWriter<W> {
    fn write(&mut self, record: &ClaimRecord) -> io::Result<()> {
        let cells = COLUMNS
            .iter()
            .map(|column| no_formula(&(column.cell)(record)));
        Ok(self.rows.write_record(cells)?)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.rows.flush()
    }
}

/// The records of a file, read as they are wanted.
///
/// # Errors
/// A first row that is no row of the names of columns, with the name at fault.
pub fn read_csv<R: Read>(
    file: R,
) -> io::Result<impl Iterator<Item = io::Result<Numbered>> + use<R>> {
    let mut rows = csv::ReaderBuilder::new().from_reader(file);
    let columns = columns_of(rows.headers()?)?;
    let records = rows.into_records();
    Ok((1_u64..).zip(records).map(move |(number, row)| {
        let record = match row {
            Ok(row) => record(&columns, &row),
            Err(error) => match error.kind() {
                csv::ErrorKind::Io(_) => return Err(error.into()),
                kind => Err(why(kind)),
            },
        };
        Ok(Numbered {
            number,
            // As spreadsheets count them: the names of the columns are row 1.
            place: format!("row {}", number + 1),
            record,
            attached: None,
        })
    }))
}

fn why(kind: &csv::ErrorKind) -> String {
    match kind {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!("it has {len} cells, and the first row has {expected_len}"),
        csv::ErrorKind::Utf8 { .. } => "it is not UTF-8".to_owned(),
        _ => "it can't be read".to_owned(),
    }
}

/// The columns that the first row names.
fn columns_of(names: &csv::StringRecord) -> io::Result<Vec<&'static Column>> {
    let wrong = |why: String| io::Error::new(io::ErrorKind::InvalidData, why);
    let mut columns: Vec<&'static Column> = Vec::new();
    for name in names {
        let name = name.trim_start_matches('\u{feff}').trim();
        let column = COLUMNS.iter().find(|column| column.name == name);
        let column = column.ok_or_else(|| {
            let known: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
            wrong(format!(
                "row 1: there is no column “{name}” of claims; the columns are {}",
                known.join(", ")
            ))
        })?;
        if columns.iter().any(|known| known.name == column.name) {
            return Err(wrong(format!("row 1: the column “{name}” stands twice")));
        }
        columns.push(column);
    }
    if columns.iter().all(|column| column.name != "claim") {
        return Err(wrong("row 1: there is no column “claim”".to_owned()));
    }
    Ok(columns)
}

fn record(columns: &[&'static Column], row: &csv::StringRecord) -> Result<ClaimRecord, String> {
    let mut record = ClaimRecord::default();
    for (column, cell) in columns.iter().zip(row) {
        let text = taken_off(cell);
        if !text.is_empty() {
            (column.read)(&mut record, text).map_err(|why| format!("{}: {why}", column.name))?;
        }
    }
    Ok(record)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Numbered> {
        let read = read_csv(text.as_bytes()).unwrap();
        read.map(Result::unwrap).collect()
    }

    #[test]
    fn cells_are_fields_by_the_names_of_their_columns() {
        let found = read(
            "\u{feff}rating,claim,topics,start,claim_date\r\nfalse,'=1+1 is 3,a|b\\|c,12,2018-08\r\n",
        );
        let record = found[0].record.as_ref().unwrap();
        assert_eq!(record.claim, "=1+1 is 3");
        assert_eq!(record.topics, ["a", "b|c"]);
        assert_eq!(record.start, Some(12));
        assert_eq!(record.claim_date.as_ref().unwrap().as_str(), "2018-08");
        assert_eq!(found[0].place, "row 2");
    }

    #[test]
    fn what_is_wrong_with_a_cell_is_told_and_the_next_row_is_read() {
        let found = read("claim,start\nA.,first\nB.\nC.,3\n");
        assert_eq!(
            found[0].record,
            Err("start: invalid digit found in string".to_owned())
        );
        assert_eq!(
            found[1].record,
            Err("it has 1 cells, and the first row has 2".to_owned())
        );
        assert!(found[2].record.is_ok());
    }

    #[test]
    fn a_column_of_another_name_is_refused_by_it() {
        for (text, name) in [("claim,ratng\n", "“ratng”"), ("quote\n", "“claim”")] {
            let refused = read_csv(text.as_bytes()).map(|_| ()).unwrap_err();
            assert!(refused.to_string().contains(name), "{refused}");
        }
    }
}
