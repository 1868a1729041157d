//! `BibTeX` to items.

use biblatex::{
    Bibliography, ChunksExt, ChunksRef, EntryType, Person, RawBibliography, RawChunk, RawEntry,
};

use super::super::dates::Date;
use super::super::fields;
use super::super::item::{Holds, Item, holds};
use super::super::kinds;
use super::super::names::{Name, one_line};
use super::super::{CitationError, Found, line_at};
use super::guard::guard;
use super::latex::{TIE, prepared, unverbatim};
use super::{FREE, is_verbatim};

/// Months as `BibTeX` abbreviates them.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// The entries of a file, each with its key and its line.
pub(in crate::citation) fn read(text: &str) -> Result<Vec<Found>, CitationError> {
    let text = prepared(text);
    let wrong = |error: biblatex::ParseError| CitationError::Malformed {
        line: line_at(&text, error.span.start),
        problem: error.kind.to_string(),
    };
    let mut raw = RawBibliography::parse(&text).map_err(wrong)?;
    guard(&mut raw, &text)?;
    // The parser makes dashes of hyphens, in addresses too.
    let as_written: Vec<Verbatim> = raw.entries.iter().map(|entry| verbatim(&entry.v)).collect();
    let lines: Vec<usize> = raw
        .entries
        .iter()
        .map(|entry| line_at(&text, entry.span.start))
        .collect();
    let parsed = Bibliography::from_raw(raw).map_err(wrong)?;
    let entries = parsed.into_iter().zip(as_written).zip(lines);
    Ok(entries
        .filter(|((entry, _), _)| entry.entry_type != EntryType::XData)
        .map(|((entry, as_written), line)| {
            let place = format!("{} (line {line})", entry.key);
            Found {
                place,
                item: Ok(item(&entry, &as_written)),
            }
        })
        .collect())
}

/// Fields of an entry that are taken as they are written.
type Verbatim = Vec<(String, String)>;

fn verbatim(entry: &RawEntry<'_>) -> Verbatim {
    let fields = entry.fields.iter().filter_map(|pair| {
        let name = pair.key.v.to_lowercase();
        let [only] = pair.value.v.as_slice() else {
            return None;
        };
        match only.v {
            RawChunk::Normal(text) if is_verbatim(&name) => Some((name, unverbatim(text))),
            _ => None,
        }
    });
    fields.collect()
}

fn tilde(chunks: ChunksRef<'_>) -> String {
    chunks.format_verbatim().replace(TIE, "~")
}

fn plain(chunks: ChunksRef<'_>) -> String {
    chunks.format_verbatim().replace(TIE, " ")
}

fn item(entry: &biblatex::Entry, as_written: &Verbatim) -> Item {
    // In a date, a tilde says that it is approximate.
    let get = |name: &str| {
        let text = match name {
            "date" => tilde(entry.get(name)?),
            _ => plain(entry.get(name)?),
        };
        one_line(&text)
    };
    let kind = kind(&word(&entry.entry_type), get("entrysubtype").as_deref());
    let mut item = Item::new(kind);
    for (name, chunks) in &entry.fields {
        let Some(variable) = variable(name, kind) else {
            continue;
        };
        match holds(variable) {
            Holds::Names => item.set_names(variable, names(chunks)),
            Holds::Date => {
                if let Some(date) = Date::of(&tilde(chunks)) {
                    item.set_date(variable, &date);
                }
            }
            Holds::Text => {
                let written = as_written.iter().find(|(field, _)| field == name);
                let text = written.map_or_else(|| plain(chunks), |(_, text)| text.clone());
                item.set_text(variable, &one_line(&text).unwrap_or_default());
            }
        }
    }
    settle(&mut item, &get);
    item
}

/// The type of an entry as it stands in the file, in small letters.
fn word(entry: &EntryType) -> String {
    match entry {
        EntryType::Unknown(word) => word.to_lowercase(),
        known => known.to_string(),
    }
}

/// The sort of an entry: by what is said of it within its type, else by that.
fn kind(entry: &str, subtype: Option<&str>) -> &'static str {
    let entry = kinds::of_bibtex(entry);
    let subtype = subtype.unwrap_or_default();
    let in_article = format!("article-{subtype}");
    [subtype, in_article.as_str()]
        .into_iter()
        .find_map(kinds::csl_named)
        .unwrap_or(entry.csl)
}

/// The variable that a field speaks of in an entry of this sort.
fn variable<'n>(field: &'n str, kind: &str) -> Option<&'n str> {
    let article = kinds::is_article(kind);
    let book = kinds::is_book(kind);
    match field {
        "number" if article => Some("issue"),
        "number" if book => Some("collection-number"),
        "number" => Some("number"),
        "issue" => Some("issue"),
        "pages" => Some("page"),
        "urldate" => Some("accessed"),
        "publisher" => Some("publisher"),
        other => other
            .strip_prefix(FREE)
            .or_else(|| fields::from_bibtex(other)),
    }
}

/// What several fields say together, and what older files say elsewhere.
fn settle(item: &mut Item, get: &dyn Fn(&str) -> Option<String>) {
    let first_of = |names: &[&str]| names.iter().find_map(|name| get(name));
    if let (Some(title), Some(subtitle)) = (get("title"), get("subtitle")) {
        item.set_text("title", &format!("{title}: {subtitle}"));
    }
    if let Some(container) = first_of(&["journaltitle", "journal", "booktitle", "maintitle"]) {
        item.set_text("container-title", &container);
    }
    if let Some(publisher) = first_of(&["publisher", "institution", "school", "organization"]) {
        item.set_text("publisher", &publisher);
    }
    if let Some(date) = issued(get) {
        item.set_date("issued", &date);
    }
    if let Some(address) = get("howpublished").filter(|told| told.starts_with("http"))
        && !item.has("URL")
    {
        item.take("medium");
        item.set_text("URL", &address);
    }
    let archive = first_of(&["eprinttype", "archiveprefix"]).unwrap_or_default();
    if let (true, false, Some(number)) = (
        archive.eq_ignore_ascii_case("arxiv"),
        item.has("URL"),
        get("eprint"),
    ) {
        item.set_text("URL", &format!("https://arxiv.org/abs/{number}"));
    }
}

/// `date` says it in EDTF, else `year`, `month` and `day` do.
fn issued(get: &dyn Fn(&str) -> Option<String>) -> Option<Date> {
    if let Some(date) = get("date") {
        return Date::of(&date);
    }
    let year = get("year")?;
    let Some(month) = get("month").as_deref().and_then(month) else {
        return Date::of(&year);
    };
    let day: Option<u32> = get("day").and_then(|day| day.parse().ok());
    let whole = match day {
        Some(day) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{year}-{month:02}"),
    };
    match Date::of(&whole) {
        Some(date @ Date::Edtf(_)) => Some(date),
        _ => Date::of(&year),
    }
}

fn month(given: &str) -> Option<usize> {
    let given = given.to_lowercase();
    let named = MONTHS.iter().position(|month| given.starts_with(month));
    named.map_or_else(|| given.parse().ok(), |index| Some(index + 1))
}

fn names(chunks: ChunksRef<'_>) -> Vec<Name> {
    let people: Vec<Person> = chunks.parse().unwrap_or_default();
    let part = |text: String| Some(text.replace(TIE, " "));
    people
        .into_iter()
        .map(|person| Name {
            family: part(person.name),
            given: part(person.given_name),
            non_dropping_particle: part(person.prefix),
            suffix: part(person.suffix),
            ..Name::default()
        })
        .collect()
}
