//! Reading typed values out of rows and writing them in: one spelling of
//! times and words for every table.

use std::fmt::Display;
use std::str::FromStr;

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::types::Type;
use rusqlite::{Error, Result, Row, RowIndex};

use crate::model::text::{Quote, Span};

/// The text form of a time in every table: RFC 3339, UTC, microseconds.
pub(super) fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

/// A column whose text has a type of its own.
pub(super) fn parsed<T>(row: &Row<'_>, column: impl RowIndex + Display) -> Result<T>
where
    T: FromStr,
    T::Err: Display,
{
    let text: String = row.get(column)?;
    parse(&text, &column)
}

/// A column whose text, when there is one, has a type of its own.
pub(super) fn parsed_option<T>(row: &Row<'_>, column: impl RowIndex + Display) -> Result<Option<T>>
where
    T: FromStr,
    T::Err: Display,
{
    let text: Option<String> = row.get(column)?;
    text.map(|text| parse(&text, &column)).transpose()
}

/// A column that holds JSON.
pub(super) fn json<T: serde::de::DeserializeOwned>(
    row: &Row<'_>,
    column: impl RowIndex + Display,
) -> Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| bad(&column, &text, &error))
}

/// A column that holds JSON, where there is any.
pub(super) fn json_option<T: serde::de::DeserializeOwned>(
    row: &Row<'_>,
    column: impl RowIndex + Display,
) -> Result<Option<T>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| serde_json::from_str(&text).map_err(|error| bad(&column, &text, &error)))
        .transpose()
}

/// A column that holds a number that can't be negative.
pub(super) fn count(row: &Row<'_>, column: impl RowIndex) -> Result<u32> {
    row.get(column)
}

/// The span of `start_byte` and `end_byte`, where a row has one.
pub(super) fn span(row: &Row<'_>) -> Result<Option<Span>> {
    let start: Option<usize> = row.get("start_byte")?;
    let end: Option<usize> = row.get("end_byte")?;
    Ok(start
        .zip(end)
        .filter(|(start, end)| start <= end)
        .map(|(start, end)| Span::new(start, end)))
}

/// The named parameters of a quote's columns.
pub(super) fn quote_params(quote: &Quote) -> [(&'static str, &dyn rusqlite::ToSql); 7] {
    [
        (":start_byte", &quote.span.start),
        (":end_byte", &quote.span.end),
        (":start_char", &quote.start_char),
        (":end_char", &quote.end_char),
        (":quote", &quote.exact),
        (":prefix", &quote.prefix),
        (":suffix", &quote.suffix),
    ]
}

fn parse<T>(text: &str, column: &impl Display) -> Result<T>
where
    T: FromStr,
    T::Err: Display,
{
    text.parse()
        .map_err(|error: T::Err| bad(column, text, &error))
}

fn bad(column: &impl Display, text: &str, error: &impl Display) -> Error {
    let message = format!("{column} “{text}”: {error}");
    Error::FromSqlConversionFailure(0, Type::Text, message.into())
}
