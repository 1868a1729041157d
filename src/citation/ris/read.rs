//! RIS to items.

use serde_json::{Map, Value};

use super::super::dates::Date;
use super::super::fields;
use super::super::item::{Holds, Item, holds};
use super::super::kinds;
use super::super::names::{Name, names_of};
use super::super::{CitationError, Found};
use super::FREE;

/// A line with its tag.
struct Line<'t> {
    tag: &'t str,
    text: String,
}

/// A reference, from TY to ER.
struct Record<'t> {
    line: usize,
    lines: Vec<Line<'t>>,
}

/// The references of a file, each with the line that it begins on.
pub(in crate::citation) fn read(text: &str) -> Result<Vec<Found>, CitationError> {
    let records = records(text)?;
    Ok(records
        .into_iter()
        .map(|record| Found {
            place: format!("line {}", record.line),
            item: item(&record),
        })
        .collect())
}

fn records(text: &str) -> Result<Vec<Record<'_>>, CitationError> {
    let mut records = Vec::new();
    let mut open: Option<Record<'_>> = None;
    for (index, line) in text.lines().enumerate() {
        let tagged = tagged(line);
        match (&mut open, tagged) {
            (None, Some(("TY", kind))) => {
                open = Some(Record {
                    line: index + 1,
                    lines: vec![Line {
                        tag: "TY",
                        text: kind.to_owned(),
                    }],
                });
            }
            // What stands around references is the business of who wrote it.
            (None, _) => {}
            (Some(record), Some(("TY", _))) => return Err(no_end(record)),
            (Some(_), Some(("ER", _))) => records.extend(open.take()),
            (Some(record), Some((tag, text))) => record.lines.push(Line {
                tag,
                text: text.to_owned(),
            }),
            (Some(record), None) => {
                if let Some(last) = record.lines.last_mut() {
                    last.text = format!("{} {}", last.text, line.trim());
                }
            }
        }
    }
    match &open {
        Some(record) => Err(no_end(record)),
        None => Ok(records),
    }
}

fn no_end(record: &Record<'_>) -> CitationError {
    CitationError::Malformed {
        line: record.line,
        problem: "the reference that begins here has no end: the line ER is missing".to_owned(),
    }
}

/// The tag of a line and its text. Some programs write one blank too few, or
/// none at the end.
fn tagged(line: &str) -> Option<(&str, &str)> {
    let (tag, rest) = line.split_at_checked(2)?;
    let mut letters = tag.bytes();
    let fits = letters.next().is_some_and(|byte| byte.is_ascii_uppercase())
        && letters.all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let text = rest.trim_start_matches(' ').strip_prefix('-')?;
    let parted = rest.starts_with(' ') && (text.is_empty() || text.starts_with(' '));
    (fits && parted).then(|| (tag, text.trim()))
}

fn item(record: &Record<'_>) -> Result<Item, String> {
    let all = |tag: &str| -> Vec<&str> {
        let lines = record.lines.iter().filter(|line| line.tag == tag);
        lines.map(|line| line.text.as_str()).collect()
    };
    let first = |tags: &[&str]| -> Option<String> {
        let mut found = tags.iter().flat_map(|tag| all(tag));
        found.find(|text| !text.is_empty()).map(str::to_owned)
    };
    let free: Vec<(&str, &str)> = all(FREE)
        .into_iter()
        .filter_map(|text| text.split_once(": "))
        .collect();
    let said = free.iter().find(|(name, _)| *name == "type");
    let kind = said
        .and_then(|(_, kind)| kinds::csl_named(kind))
        .unwrap_or_else(|| kinds::of_ris(&first(&["TY"]).unwrap_or_default()).csl);
    let mut fields = Map::new();
    for (name, text) in free.iter().filter(|(name, _)| *name != "type") {
        fields.insert((*name).to_owned(), free_value(name, text));
    }
    let mut item = Item::checked(&fields)?;
    item.set_text("type", kind);
    for line in &record.lines {
        if let Some(variable) = fields::from_ris(line.tag)
            && !item.has(variable)
        {
            let texts = all(line.tag);
            match holds(variable) {
                Holds::Names => {
                    let names: Vec<Name> = texts.iter().flat_map(|text| names_of(text)).collect();
                    item.set_names(variable, names);
                }
                Holds::Text | Holds::Date if variable == "keyword" => {
                    item.set_text(variable, &texts.join(", "));
                }
                Holds::Text | Holds::Date => item.set_text(variable, &line.text),
            }
        }
    }
    let serial = if kinds::is_article(kind) {
        "ISSN"
    } else {
        "ISBN"
    };
    for (variable, tags) in [
        ("title", &["BT", "CT"][..]),
        ("container-title", &["T2", "JO", "JF"]),
        ("publisher", &["PB"]),
        ("issue", &["IS"]),
        ("number", &["M1"]),
        ("page", &["SP"]),
        (serial, &["SN"]),
    ] {
        if let (false, Some(text)) = (item.has(variable), first(tags)) {
            item.set_text(variable, &text);
        }
    }
    if let (Some(start), Some(end)) = (first(&["SP"]), first(&["EP"])) {
        item.set_text("page", &format!("{start}-{end}"));
    }
    for (variable, tags) in [("issued", &["DA", "PY", "Y1"][..]), ("accessed", &["Y2"])] {
        if let Some(date) = first(tags).as_deref().and_then(date) {
            item.set_date(variable, &date);
        }
    }
    // A day without its year is told beside the year.
    if let (None, Some(year)) = (
        item.date("issued").and_then(|date| date.first()),
        first(&["PY"]),
    ) && !item.has("issued")
        && let Some(date) = date(&year)
    {
        item.set_date("issued", &date);
    }
    Ok(item)
}

/// A variable under a tag for users: names as CSL-JSON has them, else a text.
fn free_value(name: &str, text: &str) -> Value {
    match holds(name) {
        Holds::Names => serde_json::from_str(text).unwrap_or(Value::Null),
        Holds::Text | Holds::Date => text.into(),
    }
}

/// `YYYY/MM/DD/other`, where what is other is the whole date if it is one.
fn date(given: &str) -> Option<Date> {
    let mut parts = given.splitn(4, '/').map(str::trim);
    let mut part = || parts.next().unwrap_or_default();
    let (year, month, day, other) = (part(), part(), part(), part());
    let told = [year, month, day]
        .into_iter()
        .take_while(|part| !part.is_empty())
        .map(|part| format!("{part:0>2}"))
        .collect::<Vec<_>>()
        .join("-");
    match (Date::of(other), Date::of(&told)) {
        (Some(whole @ Date::Edtf(_)), _) => Some(whole),
        (Some(words), None) => Some(words),
        (_, told) => told,
    }
}
