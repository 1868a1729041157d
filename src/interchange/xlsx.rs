//! Claims as a workbook (Office Open XML, `.xlsx`): a sheet of claims, one of the
//! sources that each cites, and one that says how many there are.
//!
//! Texts are stored as texts, so that no cell is a formula or a link, whatever it
//! begins with. The same claims give the same bytes: the workbook tells no time of
//! its own.

use std::io::{self, Write};

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::records::RecordWriter;
use crate::model::record::{ClaimRecord, RecordSource};

/// Most UTF-16 code units in a cell (Excel specifications and limits).
const MOST_UNITS: usize = 32_767;

/// What stands at the end of a text that was cut.
const CUT: &str = " … [cut]";

/// Most rows of a sheet, the names of the columns among them.
const MOST_ROWS: u32 = 1_048_576;

/// Widths of columns, in characters.
const NARROW: f64 = 14.0;
const MIDDLE: f64 = 28.0;
const WIDE: f64 = 60.0;

/// What stands in a cell.
enum Cell {
    Empty,
    Text(String),
    Count(usize),
    Time(DateTime<Utc>),
}

/// A column of a sheet that has a row for each claim, or for each `T` of a claim.
struct Column<T> {
    name: &'static str,
    width: f64,
    cell: fn(&ClaimRecord, &T) -> Cell,
}

fn text(value: Option<&impl ToString>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Text(value.to_string()))
}

macro_rules! columns {
    ($($name:literal, $width:ident, $claim:pat, $of:pat => $cell:expr;)+) => {
        &[$(Column { name: $name, width: $width, cell: |$claim, $of| $cell },)+]
    };
}

const CLAIMS: &[Column<()>] = columns! {
    "Claim", WIDE, record, () => Cell::Text(record.claim.clone());
    "Rating", NARROW, record, () => text(record.rating.as_ref());
    "Scale", NARROW, record, () => text(record.scale.as_ref());
    "Rating as published", NARROW, record, () => text(record.rating_label.as_ref());
    "Rationale", WIDE, record, () => text(record.rationale.as_ref());
    "Correction", MIDDLE, record, () => text(record.correction.as_ref());
    "Sources", NARROW, record, () => Cell::Count(record.sources.len());
    "Claimant", MIDDLE, record, () => text(record.claimant.as_ref());
    "Made on", NARROW, record, () => text(record.claim_date.as_ref());
    "Quote", MIDDLE, record, () => text(record.quote.as_ref());
    "Start", NARROW, record, () => record.start.map_or(Cell::Empty, Cell::Count);
    "End", NARROW, record, () => record.end.map_or(Cell::Empty, Cell::Count);
    "Article", MIDDLE, record, () => text(record.article_title.as_ref());
    "Article address", MIDDLE, record, () => text(record.article_url.as_ref());
    "Also at", MIDDLE, record, () => Cell::Text(record.appearances.join("\n"));
    "Topics", MIDDLE, record, () => Cell::Text(record.topics.join(", "));
    "Language", NARROW, record, () => text(record.language.as_ref());
    "Reviewer", NARROW, record, () => text(record.reviewer.as_ref());
    "Reviewed at (UTC)", NARROW, record, () => record.reviewed_at.map_or(Cell::Empty, Cell::Time);
    "Check", MIDDLE, record, () => text(record.check_title.as_ref());
    "Check address", MIDDLE, record, () => text(record.check_url.as_ref());
    "Check published", NARROW, record, () => text(record.check_published.as_ref());
    "Publisher", MIDDLE, record, () => text(record.publisher.as_ref());
    "Publisher address", MIDDLE, record, () => text(record.publisher_url.as_ref());
    "Claim id", MIDDLE, record, () => text(record.id.as_ref());
};

const SOURCES: &[Column<RecordSource>] = columns! {
    "Claim", WIDE, record, _ => Cell::Text(record.claim.clone());
    "Stance", NARROW, _, source => text(source.stance.as_ref());
    "Title", MIDDLE, _, source => text(source.title.as_ref());
    "Author", MIDDLE, _, source => text(source.author.as_ref());
    "Publisher", MIDDLE, _, source => text(source.publisher.as_ref());
    "Published", NARROW, _, source => text(source.published.as_ref());
    "Consulted at (UTC)", NARROW, _, source => source.accessed.map_or(Cell::Empty, Cell::Time);
    "Address", MIDDLE, _, source => text(source.url.as_ref());
    "Archived at", MIDDLE, _, source => text(source.archived_url.as_ref());
    "DOI", NARROW, _, source => text(source.doi.as_ref());
    "ISBN", NARROW, _, source => text(source.isbn.as_ref());
    "Kind", NARROW, _, source => text(source.kind.as_ref());
    "Quote", WIDE, _, source => text(source.quote.as_ref());
    "Where in it", NARROW, _, source => text(source.locator.as_ref());
    "Claim id", MIDDLE, record, _ => text(record.id.as_ref());
};

/// A text that a cell can hold, and whether it had to be cut.
fn fitting(text: String) -> (String, bool) {
    let units = |text: &str| text.encode_utf16().count();
    // No cell holds more bytes than units.
    if text.len() <= MOST_UNITS || units(&text) <= MOST_UNITS {
        return (text, false);
    }
    let room = MOST_UNITS - units(CUT);
    let mut taken = 0;
    let fits = text.chars().take_while(|character| {
        taken += character.len_utf16();
        taken <= room
    });
    (fits.chain(CUT.chars()).collect(), true)
}

/// A text that the library takes for a text: it writes one between these marks into
/// the file as it stands, as markup.
fn no_markup(mut text: String) -> String {
    if text.starts_with("<r>") && text.ends_with("</r>") {
        text.push(' ');
    }
    text
}

/// A sheet that grows by rows, under the names of its columns.
struct Sheet {
    page: Worksheet,
    rows: u32,
    columns: u16,
    cut: u64,
    wrapped: Format,
    time: Format,
}

impl Sheet {
    fn new<T>(name: &str, columns: &[Column<T>]) -> Result<Self, XlsxError> {
        let mut page = Worksheet::new();
        let head = Format::new().set_bold().set_align(FormatAlign::Top);
        page.set_name(name)?.set_freeze_panes(1, 0)?;
        for (number, column) in (0_u16..).zip(columns) {
            page.set_column_width(number, column.width)?
                .write_string_with_format(0, number, column.name, &head)?;
        }
        let top = Format::new().set_align(FormatAlign::Top);
        Ok(Self {
            page,
            rows: 1,
            columns: u16::try_from(columns.len()).unwrap_or(u16::MAX),
            cut: 0,
            wrapped: top.clone().set_text_wrap(),
            time: top.set_num_format("yyyy-mm-dd hh:mm"),
        })
    }

    fn add<T>(&mut self, columns: &[Column<T>], claim: &ClaimRecord, of: &T) -> io::Result<()> {
        if self.rows == MOST_ROWS {
            return Err(io::Error::other(format!(
                "a sheet of a workbook holds {} rows, and there is more to write; write csv, or fewer claims",
                MOST_ROWS - 1
            )));
        }
        for (number, column) in (0_u16..).zip(columns) {
            self.put(number, (column.cell)(claim, of))
                .map_err(io::Error::other)?;
        }
        self.rows += 1;
        Ok(())
    }

    fn put(&mut self, column: u16, cell: Cell) -> Result<(), XlsxError> {
        let row = self.rows;
        match cell {
            Cell::Empty => {}
            Cell::Text(text) if text.is_empty() => {}
            Cell::Text(text) => {
                let (text, was_cut) = fitting(no_markup(text));
                self.cut += u64::from(was_cut);
                self.page
                    .write_string_with_format(row, column, text, &self.wrapped)?;
            }
            Cell::Count(number) => {
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                self.page
                    .write_number_with_format(row, column, number, &self.wrapped)?;
            }
            // What lies before the calendar of spreadsheets is written out.
            Cell::Time(at) => match ExcelDateTime::from_timestamp(at.timestamp()) {
                Ok(time) => {
                    self.page
                        .write_datetime_with_format(row, column, &time, &self.time)?;
                }
                Err(_) => return self.put(column, Cell::Text(at.to_rfc3339())),
            },
        }
        Ok(())
    }

    fn done(mut self) -> Result<Worksheet, XlsxError> {
        self.page
            .autofilter(0, 0, self.rows - 1, self.columns.saturating_sub(1))?;
        Ok(self.page)
    }
}

/// Writes claims as a workbook, which is made in memory and written at the end.
pub struct XlsxWriter<W> {
    file: W,
    claims: Sheet,
    sources: Sheet,
}

impl<W: Write> XlsxWriter<W> {
    /// A workbook without claims.
    ///
    /// # Errors
    /// What the library refuses; nothing is known that it would.
    pub fn new(file: W) -> io::Result<Self> {
        Ok(Self {
            file,
            claims: Sheet::new("Claims", CLAIMS).map_err(io::Error::other)?,
            sources: Sheet::new("Sources", SOURCES).map_err(io::Error::other)?,
        })
    }
}

/// The sheet that says what the others hold.
fn about(claims: &Sheet, sources: &Sheet) -> Result<Worksheet, XlsxError> {
    let lines = [
        ("Claims", claims.rows - 1),
        ("Sources cited", sources.rows - 1),
    ];
    let cut = claims.cut + sources.cut;
    let mut sheet = Worksheet::new();
    sheet
        .set_name("About")?
        .set_column_width(0, MIDDLE)?
        .set_column_width(1, WIDE)?;
    for (row, (name, count)) in (0_u32..).zip(lines) {
        sheet.write_string(row, 0, name)?;
        sheet.write_number(row, 1, count)?;
    }
    sheet.write_string(2, 0, "Texts cut")?;
    sheet.write_number(2, 1, u32::try_from(cut).unwrap_or(u32::MAX))?;
    let notes = [
        "Each claim has what the desk rules of it, else what the latest verdict says.",
        "A source that several claims cite stands once for each of them; the claim id ties the two sheets together.",
        "Positions count Unicode code points of the article's text. Dates are as far as they are known: 2024, 2024-05 or 2024-05-07.",
    ];
    for (row, note) in (4_u32..).zip(notes) {
        sheet.write_string(row, 0, note)?;
    }
    Ok(sheet)
}

impl<W: Write> RecordWriter for XlsxWriter<W> {
    fn write(&mut self, record: &ClaimRecord) -> io::Result<()> {
        self.claims.add(CLAIMS, record, &())?;
        for source in &record.sources {
            self.sources.add(SOURCES, record, source)?;
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        let bytes = self.packed().map_err(io::Error::other)?;
        self.file.write_all(&bytes)?;
        self.file.flush()
    }

    fn shortened(&self) -> u64 {
        self.claims.cut + self.sources.cut
    }
}

impl<W: Write> XlsxWriter<W> {
    /// The bytes of the workbook.
    fn packed(&mut self) -> Result<Vec<u8>, XlsxError> {
        let about = about(&self.claims, &self.sources)?;
        let empty = || Sheet::new::<()>("Empty", &[]);
        let claims = std::mem::replace(&mut self.claims, empty()?);
        let sources = std::mem::replace(&mut self.sources, empty()?);
        (self.claims.cut, self.sources.cut) = (claims.cut, sources.cut);
        let mut workbook = Workbook::new();
        // A workbook without a time of its own would tell that of its making.
        let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
        let properties = DocProperties::new()
            .set_title("Claims with verdicts and sources")
            .set_creation_datetime(&made);
        workbook.set_properties(&properties);
        for sheet in [claims.done()?, sources.done()?, about] {
            workbook.push_worksheet(sheet);
        }
        workbook.save_to_buffer()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_beyond_the_limit_is_cut_between_characters_with_a_mark() {
        let full = "ž".repeat(MOST_UNITS);
        assert_eq!(fitting(full.clone()), (full, false));
        let (cut, was_cut) = fitting("𝄞".repeat(MOST_UNITS));
        assert!(was_cut && cut.ends_with("𝄞 … [cut]"));
        let units = cut.encode_utf16().count();
        assert!((MOST_UNITS - 1..=MOST_UNITS).contains(&units), "{units}");
    }

    #[test]
    fn no_text_is_markup_of_the_file() {
        assert_eq!(no_markup("<r>&</r>".to_owned()), "<r>&</r> ");
    }
}
