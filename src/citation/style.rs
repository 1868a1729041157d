//! Items in the words of a citation style. The styles and the English words
//! that they need come from the CSL project and are carried out by `hayagriva`.
//!
//! What they say of capitals in titles is carried out in `capitals.rs`, and an
//! author of several works is named with each of them: an entry may be copied
//! alone.
//!
//! Of an interval only its beginning is told, of an approximate date only the
//! year, and nothing of a date that is in words: the processor knows no more.
//! [`untold_date`] tells where that is so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use citationberg::json::{
    DateValue, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange,
};
use citationberg::{DemoteNonDroppingParticle, IndependentStyle, Locale, Style};
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::{
    BibliographyDriver, BibliographyItem, BibliographyRequest, BufWriteFormat, CitationItem,
    CitationRequest, Rendered,
};

use super::capitals;
use super::dates::Date;
use super::item::{Holds, Item, holds};
use super::names::{Name, one_line};
use super::quotes::{hidden, shown};
use super::{CitationError, CitationStyle};
use crate::model::ids::SourceId;

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(locales);

/// A style with what is carried out here and not by the processor.
struct Carried {
    name: CitationStyle,
    style: IndependentStyle,
    /// The variables that are written in capitals.
    capitals: BTreeSet<String>,
}

/// An item as the processor takes it.
type Known = citationberg::json::Item;

/// The bibliography of items, in the order that the style asks for.
pub(super) fn bibliography(
    name: CitationStyle,
    items: &[(SourceId, Item)],
) -> Result<Vec<(SourceId, String)>, CitationError> {
    let carried = carried(name).ok_or(CitationError::Style(name))?;
    let known: Vec<(SourceId, Known)> = items
        .iter()
        .map(|(source, item)| (*source, for_processor(&carried, *source, item)))
        .collect();
    let listed = in_order(&carried, known.iter().map(|(_, item)| item))?;
    let mut in_list: Vec<(SourceId, &Known)> = Vec::new();
    for entry in &listed {
        let of_entry = |(source, _): &&(SourceId, Known)| key(*source) == entry.key;
        in_list.extend(
            known
                .iter()
                .find(of_entry)
                .map(|(source, item)| (*source, item)),
        );
    }
    // Letters that part works of one year go by the order of the list, in
    // which only what is listed counts.
    let listed = if carried.style.citation.disambiguate_add_year_suffix && known.len() > 1 {
        in_order(&carried, in_list.iter().map(|(_, item)| *item))?
    } else {
        listed
    };
    let mut cited: Vec<(SourceId, String)> = Vec::new();
    for entry in &listed {
        let found = in_list.iter().find(|(source, _)| key(*source) == entry.key);
        cited.extend(found.and_then(|(source, _)| Some((*source, text_of(entry)?))));
    }
    for ((source, item), (_, known)) in items.iter().zip(&known) {
        if cited.iter().all(|(known, _)| known != source) {
            cited.push((*source, in_text(&carried, item, known)));
        }
    }
    for (source, text) in &mut cited {
        *text = shown(&mended(text));
        let has_status = |(id, item): &(SourceId, Item)| id == source && item.has("status");
        if !items.iter().any(has_status) {
            // So the style reads an article without a volume, of which nobody said so.
            *text = text.replace(", ahead of print,", ",");
        }
    }
    Ok(cited)
}

fn rendered<'a>(carried: &'a Carried, items: impl Iterator<Item = &'a Known>) -> Rendered {
    let mut driver = BibliographyDriver::new();
    for item in items {
        let cited = vec![CitationItem::with_entry(item)];
        driver.citation(CitationRequest::from_items(cited, &carried.style, &LOCALES));
    }
    driver.finish(BibliographyRequest::new(&carried.style, None, &LOCALES))
}

/// What the style lists of these.
fn in_order<'a>(
    carried: &'a Carried,
    items: impl Iterator<Item = &'a Known>,
) -> Result<Vec<BibliographyItem>, CitationError> {
    let list = rendered(carried, items).bibliography;
    Ok(list.ok_or(CitationError::Style(carried.name))?.items)
}

/// The entry in the list; none where the style has none.
fn text_of(entry: &BibliographyItem) -> Option<String> {
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
fn in_text(carried: &Carried, item: &Item, known: &Known) -> String {
    let mut text = String::new();
    for citation in rendered(carried, std::iter::once(known)).citations {
        // Writing into a text can't fail.
        let _ = citation
            .citation
            .write_buf(&mut text, BufWriteFormat::Plain);
    }
    if is_unasked_interview(item) {
        text = text.replace("interview by,", "interview,");
    }
    one_line(&text)
        .or_else(|| item.text("title").and_then(one_line))
        .or_else(|| item.text("URL").and_then(one_line))
        .unwrap_or_default()
}

/// Slips of the processor: a period behind a question mark or an exclamation
/// mark that ends a title, and a comma behind a year that no month follows.
fn mended(text: &str) -> String {
    let mut text = text.to_owned();
    for mark in ['?', '!'] {
        for after in [" ", "”"] {
            text = text.replace(&format!("{mark}.{after}"), &format!("{mark}{after}"));
        }
    }
    if let Some((before, after)) = text.split_once(",). ")
        && let Some((_, year)) = before.rsplit_once('(')
        && year
            .chars()
            .all(|c| c.is_alphanumeric() || " .-".contains(c))
    {
        return format!("{before}). {after}");
    }
    text
}

fn carried(name: CitationStyle) -> Option<Carried> {
    let mut style = style(name)?;
    let capitals = match name {
        // It wants them for laws only.
        CitationStyle::Apa => BTreeSet::new(),
        _ => capitals::taken_from(&mut style),
    };
    // Whoever wrote the name knows where it begins.
    style.settings.demote_non_dropping_particle = DemoteNonDroppingParticle::Never;
    if let Some(list) = &mut style.bibliography {
        list.subsequent_author_substitute = None;
    }
    Some(Carried {
        name,
        style,
        capitals,
    })
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

/// An item for the processor. Remarks are the desk's own, and where a
/// copy is archived has no place in these styles.
fn for_processor(carried: &Carried, source: SourceId, item: &Item) -> Known {
    let in_english = item
        .text("language")
        .is_none_or(|tag| tag.starts_with("en"));
    let text = |variable: &str, text: String| {
        let text = if in_english && carried.capitals.contains(variable) {
            capitals::capitalised(&text)
        } else {
            text
        };
        hidden(&text)
    };
    let mut fields = BTreeMap::from([("id".to_owned(), Value::String(key(source)))]);
    for (variable, value) in item.variables() {
        let value = match holds(variable) {
            _ if matches!(variable, "id" | "note" | "archive_location") => None,
            Holds::Text => value
                .as_str()
                .and_then(one_line)
                .map(|told| Value::String(text(variable, told))),
            Holds::Names => Some(Value::Names(
                item.names(variable).into_iter().map(name).collect(),
            )),
            Holds::Date => date(item, variable),
        };
        if let Some(value) = value {
            fields.insert(variable.to_owned(), value);
        }
    }
    if carried.name != CitationStyle::Apa && is_unasked_interview(item) {
        fields.insert("genre".to_owned(), Value::String("interview".to_owned()));
    }
    if carried.name == CitationStyle::Apa && !item.has("status") {
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

/// Whether a thing is an interview of which nothing says so: the styles say it with
/// who asked, and the manual of the APA names its sort whatever is known.
fn is_unasked_interview(item: &Item) -> bool {
    let says_so = |title: &str| title.to_lowercase().contains("interview");
    item.kind() == "interview"
        && !item.has("interviewer")
        && !item.has("genre")
        && !item.text("title").is_some_and(says_so)
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
        None => NameValue::Item(named(name)),
    }
}

/// The processor takes words in small letters out of a family name and sets them behind
/// the given one, unless the name comes in parts.
fn named(name: Name) -> NameItem {
    let mut family = name.family.unwrap_or_default();
    let mut particle = name.non_dropping_particle;
    if particle.is_none()
        && let Some((first, rest)) = family.split_once(' ')
    {
        particle = Some(first.to_owned());
        family = rest.to_owned();
    }
    NameItem {
        family,
        given: name.given,
        non_dropping_particle: particle,
        dropping_particle: name.dropping_particle,
        suffix: name.suffix,
        comma_suffix: None,
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
