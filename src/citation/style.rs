//! Items in the words of a citation style. The styles and the English words
//! that they need come from the CSL project and are carried out by `hayagriva`.
//!
//! Of an interval only its beginning is told, of an approximate date only the
//! year, and nothing of a date that is in words: the processor knows no more.
//! [`untold_date`] tells where that is so.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use citationberg::json::{
    DateValue, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange,
};
use citationberg::{IndependentStyle, Locale, Style};
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::{
    BibliographyDriver, BibliographyItem, BibliographyRequest, BufWriteFormat, CitationItem,
    CitationRequest, ElemChildren,
};

use super::dates::Date;
use super::item::{Holds, Item, holds};
use super::names::{Name, one_line};
use super::{CitationError, CitationStyle};
use crate::model::ids::SourceId;

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(locales);

/// The bibliography of items, in the order that the style asks for.
pub(super) fn bibliography(
    name: CitationStyle,
    items: &[(SourceId, Item)],
) -> Result<Vec<(SourceId, String)>, CitationError> {
    let style = style(name).ok_or(CitationError::Style(name))?;
    let known: Vec<(SourceId, citationberg::json::Item)> = items
        .iter()
        .map(|(source, item)| (*source, for_processor(name, *source, item)))
        .collect();
    let mut driver = BibliographyDriver::new();
    for (_, item) in &known {
        let cited = vec![CitationItem::with_entry(item)];
        driver.citation(CitationRequest::from_items(cited, &style, &LOCALES));
    }
    let rendered = driver.finish(BibliographyRequest::new(&style, None, &LOCALES));
    let listed = rendered.bibliography.ok_or(CitationError::Style(name))?;
    let mut cited: Vec<(SourceId, String)> = Vec::new();
    for entry in &listed.items {
        let Some((source, _)) = known.iter().find(|(source, _)| key(*source) == entry.key) else {
            continue;
        };
        cited.extend(in_list(entry).map(|text| (*source, text)));
    }
    for ((source, item), citation) in items.iter().zip(&rendered.citations) {
        if cited.iter().all(|(known, _)| known != source) {
            cited.push((*source, in_text(&citation.citation, item)));
        }
    }
    for (_, text) in &mut cited {
        *text = mended(text);
    }
    Ok(cited)
}

/// The entry in the list; none where the style has none.
fn in_list(entry: &BibliographyItem) -> Option<String> {
    let mut text = String::new();
    if let Some(first) = &entry.first_field {
        first.write_buf(&mut text, BufWriteFormat::Plain).ok()?;
    }
    entry
        .content
        .write_buf(&mut text, BufWriteFormat::Plain)
        .ok()?;
    one_line(&text)
}

/// How the style cites in text or note what it doesn't list, such as a letter
/// or a conversation that nobody can look up; else by its title.
fn in_text(citation: &ElemChildren, item: &Item) -> String {
    let mut text = String::new();
    // Writing into a text can't fail.
    let _ = citation.write_buf(&mut text, BufWriteFormat::Plain);
    one_line(&text)
        .or_else(|| item.text("title").and_then(one_line))
        .or_else(|| item.text("URL").and_then(one_line))
        .unwrap_or_default()
}

/// A slip of the processor: a period behind a question mark or an exclamation
/// mark that ends a title.
fn mended(text: &str) -> String {
    let mut text = text.to_owned();
    for mark in ['?', '!'] {
        for after in [" ", "”"] {
            text = text.replace(&format!("{mark}.{after}"), &format!("{mark}{after}"));
        }
    }
    text
}

fn style(name: CitationStyle) -> Option<IndependentStyle> {
    let archived = match name {
        CitationStyle::Apa => ArchivedStyle::AmericanPsychologicalAssociation,
        CitationStyle::Chicago => ArchivedStyle::ChicagoNotes,
        CitationStyle::Mla => ArchivedStyle::ModernLanguageAssociation,
        CitationStyle::Bibtex | CitationStyle::Ris | CitationStyle::CslJson => return None,
    };
    match archived.get() {
        Style::Independent(style) => Some(style),
        Style::Dependent(_) => None,
    }
}

fn key(source: SourceId) -> String {
    source.to_string()
}

/// The item as the processor takes it. Remarks are the desk's own, and where a
/// copy is archived has no place in these styles.
fn for_processor(style: CitationStyle, source: SourceId, item: &Item) -> citationberg::json::Item {
    let mut fields = BTreeMap::from([("id".to_owned(), Value::String(key(source)))]);
    for (variable, value) in item.variables() {
        let value = match holds(variable) {
            _ if matches!(variable, "id" | "note" | "archive_location") => None,
            Holds::Text => value.as_str().and_then(one_line).map(Value::String),
            Holds::Names => Some(Value::Names(
                item.names(variable).into_iter().map(name).collect(),
            )),
            Holds::Date => date(item, variable),
        };
        if let Some(value) = value {
            fields.insert(variable.to_owned(), value);
        }
    }
    if style == CitationStyle::Apa && !item.has("status") {
        match item.date("issued") {
            // The processor leaves out "n.d.", which the manual asks for (section 9.17); the
            // style prints what is said here in the place of a date.
            None => says(&mut fields, "n.d."),
            Some(Date::Words(words)) => says(&mut fields, &words),
            Some(Date::Edtf(_)) => {}
        }
    }
    citationberg::json::Item(fields)
}

fn says(fields: &mut BTreeMap<String, Value>, status: &str) {
    fields.insert("status".to_owned(), Value::String(status.to_owned()));
}

fn is_approximate(date: &Date) -> bool {
    date.text().contains('~')
}

/// What the processor leaves out of an item's date: the end of an interval, the
/// day of an approximate one, words. The whole date, where anything is.
pub(super) fn untold_date(style: CitationStyle, item: &Item) -> Option<String> {
    let date = item.date("issued")?;
    let told = date
        .first()
        .is_some_and(|first| first.as_str() == date.text());
    let replaced = match &date {
        Date::Words(_) => style == CitationStyle::Apa,
        Date::Edtf(known) => {
            !known.is_interval()
                && date
                    .first()
                    .is_some_and(|first| is_approximate(&date) && first.month().is_none())
        }
    };
    (!told && !replaced).then(|| date.text().to_owned())
}

fn name(name: Name) -> NameValue {
    match name.literal {
        Some(literal) => NameValue::Literal(LiteralName { literal }),
        None => NameValue::Item(NameItem {
            family: name.family.unwrap_or_default(),
            given: name.given,
            non_dropping_particle: name.non_dropping_particle,
            dropping_particle: name.dropping_particle,
            suffix: name.suffix,
            comma_suffix: None,
        }),
    }
}

fn date(item: &Item, variable: &str) -> Option<Value> {
    let date = item.date(variable)?;
    let parts = date.first()?;
    let parts: Option<Vec<i16>> = parts
        .as_str()
        .split('-')
        .map(|part| part.parse().ok())
        .collect();
    Some(Value::Date(DateValue::DateParts {
        date_parts: VecDateRange(vec![VecDate(parts?)]),
        literal: None,
        season: None,
        circa: is_approximate(&date),
    }))
}
