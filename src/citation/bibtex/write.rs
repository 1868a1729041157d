//! Items to `BibTeX`.

use super::super::dates::Date;
use super::super::fields;
use super::super::item::{Holds, Item, holds};
use super::super::kinds;
use super::super::names::{Name, one_line};
use super::{FREE, is_verbatim, latex};

/// An item as an entry.
pub(in crate::citation) fn write(item: &Item) -> String {
    let kind = item.kind();
    let entry = kinds::of_csl(kind).bibtex;
    let mut fields: Vec<(String, String)> = Vec::new();
    if kinds::of_bibtex(entry).csl != kind {
        let subtype = kind.strip_prefix("article-").unwrap_or(kind);
        fields.push(("entrysubtype".to_owned(), subtype.to_owned()));
    }
    for (variable, value) in item.variables() {
        match (holds(variable), value.as_str()) {
            _ if matches!(variable, "id" | "type") => {}
            (Holds::Names, _) => {
                let names: Vec<String> = item.names(variable).iter().map(name).collect();
                fields.push((field(variable, kind), names.join(" and ")));
            }
            (Holds::Date, _) => {
                if let Some(date) = item.date(variable) {
                    fields.extend(date_fields(variable, kind, &date));
                }
            }
            (Holds::Text, Some(text)) => {
                if let Some(text) = one_line(text) {
                    let field = field(variable, kind);
                    let written = written(&field, &text);
                    fields.push((field, written));
                }
            }
            (Holds::Text, None) => {}
        }
    }
    fields.sort_by_key(|(name, _)| place_of(name));
    let key = item.text("id").unwrap_or("source");
    let lines = fields
        .iter()
        .map(|(name, value)| format!("  {name} = {{{value}}},\n"));
    format!("@{entry}{{{key},\n{}}}", lines.collect::<String>())
}

/// Title, author and date before the rest, which follows by the alphabet.
fn place_of(field: &str) -> (usize, String) {
    const FIRST: [&str; 6] = ["author", "title", "journal", "booktitle", "date", "year"];
    let place = FIRST.iter().position(|first| *first == field);
    (place.unwrap_or(FIRST.len()), field.to_owned())
}

/// The field that says what a variable says, for an item of this sort.
fn field(variable: &str, kind: &str) -> String {
    let article = kinds::is_article(kind);
    let book = kinds::is_book(kind);
    let known = match variable {
        "container-title" if article => Some("journal"),
        "container-title" => Some("booktitle"),
        "issue" if article => Some("number"),
        "collection-number" if book => Some("number"),
        "number" if !article && !book => Some("number"),
        "page" => Some("pages"),
        "publisher" => Some(publisher(kind)),
        "accessed" => Some("urldate"),
        other => fields::to_bibtex(other),
    };
    known.map_or_else(|| format!("{FREE}{variable}"), str::to_owned)
}

/// Theses and reports come from a school or an institution.
pub(super) fn publisher(kind: &str) -> &'static str {
    match kind {
        "thesis" => "school",
        "report" => "institution",
        _ => "publisher",
    }
}

fn written(field: &str, text: &str) -> String {
    match field {
        _ if is_verbatim(field) => latex::verbatim(text),
        "pages" => latex::escaped(text).replace('-', "--"),
        // A second pair of braces keeps styles from making names in it small.
        "title" => format!("{{{}}}", latex::escaped(text)),
        _ => latex::escaped(text),
    }
}

/// A date in a field of its own; beside it the year, for what is older than
/// `BibLaTeX`.
fn date_fields(variable: &str, kind: &str, date: &Date) -> Vec<(String, String)> {
    let issued = variable == "issued";
    let name = if issued {
        "date".to_owned()
    } else {
        field(variable, kind)
    };
    let year = date.first().map(|first| format!("{:04}", first.year()));
    match date {
        Date::Words(words) if issued => vec![("year".to_owned(), latex::escaped(words))],
        Date::Words(words) => vec![(name, latex::escaped(words))],
        Date::Edtf(date) if issued && year.as_deref() == Some(date.as_str()) => {
            vec![("year".to_owned(), date.to_string())]
        }
        Date::Edtf(date) => {
            let year = year.filter(|_| issued);
            let year = year.map(|year| ("year".to_owned(), year));
            std::iter::once((name, date.to_string()))
                .chain(year)
                .collect()
        }
    }
}

/// A name in the classic form, `family, suffix, given`, or in the form of
/// `BibLaTeX` that names the parts, where the classic one can't say it.
fn name(name: &Name) -> String {
    let family = match &name.literal {
        Some(literal) => literal.clone(),
        None => name.whole_family(),
    };
    let given = name.given.as_deref().unwrap_or_default();
    let suffix = name.suffix.as_deref().unwrap_or_default();
    let takes_parts = [family.as_str(), given, suffix]
        .iter()
        .any(|part| part.contains('='));
    if takes_parts || family.is_empty() || (given.is_empty() && !suffix.is_empty()) {
        let parts = [
            ("family", family.as_str()),
            ("given", given),
            ("suffix", suffix),
        ];
        let parts: Vec<String> = parts
            .iter()
            .filter(|(_, part)| !part.is_empty())
            .map(|(name, part)| format!("{name}={{{}}}", latex::escaped(part)))
            .collect();
        return parts.join(", ");
    }
    if name.literal.is_some() {
        return format!("{{{}}}", latex::escaped(&family));
    }
    let particle = [&name.dropping_particle, &name.non_dropping_particle];
    let lower = particle
        .into_iter()
        .flatten()
        .all(|particle| particle.chars().next().is_some_and(char::is_lowercase));
    let family = match (
        &name.family,
        particle.iter().any(|part| part.is_some()) && lower,
    ) {
        (Some(family), true) => {
            let particles = name.whole_family();
            let particles = particles.strip_suffix(family.as_str()).unwrap_or_default();
            format!(
                "{}{{{}}}",
                latex::escaped(particles),
                latex::escaped(family)
            )
        }
        _ => part(&family),
    };
    let others = [suffix, given].into_iter().filter(|part| !part.is_empty());
    std::iter::once(family)
        .chain(others.map(part))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Part of a name, in braces where `BibTeX` would take it apart.
fn part(text: &str) -> String {
    let apart = text.contains(',')
        || text
            .split_whitespace()
            .any(|word| word == "and" || word.starts_with(|c: char| !c.is_uppercase()));
    let written = latex::escaped(text);
    if apart {
        format!("{{{written}}}")
    } else {
        written
    }
}
