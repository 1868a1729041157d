//! A bibliographic item: the variables of CSL 1.0.2 (appendix IV) in the form
//! of CSL-JSON. Every item holds only what fits its variable: texts, lists of
//! names, dates.

use serde_json::{Map, Value};

use super::dates::Date;
use super::kinds;
use super::names::Name;

/// Variables that hold names.
const NAMES: &[&str] = &[
    "author",
    "chair",
    "collection-editor",
    "compiler",
    "composer",
    "container-author",
    "contributor",
    "curator",
    "director",
    "editor",
    "editor-translator",
    "editorial-director",
    "executive-producer",
    "guest",
    "host",
    "illustrator",
    "interviewer",
    "narrator",
    "organizer",
    "original-author",
    "performer",
    "producer",
    "recipient",
    "reviewed-author",
    "script-writer",
    "series-creator",
    "translator",
];

/// Variables that hold dates.
const DATES: &[&str] = &[
    "accessed",
    "available-date",
    "event-date",
    "issued",
    "original-date",
    "submitted",
];

/// Variables of a citation or of one program, which say nothing of a source.
const NOT_OF_THE_SOURCE: &[&str] = &[
    "citation-key",
    "citation-label",
    "citation-number",
    "first-reference-note-number",
    "id",
    "locator",
    "page-first",
    "year-suffix",
];

/// What a variable holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// A text, which may be a number.
    Text,
    /// Names.
    Names,
    /// A date.
    Date,
}

/// The variable that a name of CSL-JSON means, if it says something of the
/// source. Older programs spell some as their own fields.
pub(super) fn of_source(name: &str) -> Option<&str> {
    let name = match name {
        "journalAbbreviation" => "container-title-short",
        "shortTitle" => "title-short",
        "event" => "event-title",
        other => other,
    };
    let lower = name
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'_'));
    let capital = ["DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL"].contains(&name);
    let of_source = name != "type" && !NOT_OF_THE_SOURCE.contains(&name);
    (of_source && (lower || capital)).then_some(name)
}

/// What the variable of this name holds.
pub(super) fn holds(variable: &str) -> Holds {
    if NAMES.contains(&variable) {
        Holds::Names
    } else if DATES.contains(&variable) {
        Holds::Date
    } else {
        Holds::Text
    }
}

/// A bibliographic item in the form of CSL-JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Item(Map<String, Value>);

impl Item {
    /// An item of a sort of CSL's, of which nothing else is known.
    pub(super) fn new(kind: &str) -> Self {
        let mut item = Self::default();
        item.set_text("type", kind);
        item
    }

    /// Takes an item as CSL-JSON has it. Variables that hold something else than
    /// they should are refused; lists and objects that belong to one program
    /// are left out.
    pub(super) fn checked(fields: &Map<String, Value>) -> Result<Self, String> {
        let sort = fields.get("type").and_then(Value::as_str);
        let mut item = Self::new(sort.and_then(kinds::csl_named).unwrap_or("document"));
        let told = fields
            .iter()
            .filter_map(|(name, value)| Some((of_source(name)?, value)));
        for (name, value) in told {
            match (holds(name), value) {
                (_, Value::Null) => {}
                (Holds::Names, value) => {
                    let names: Vec<Name> = serde_json::from_value(value.clone())
                        .map_err(|_| format!("its {name} is no list of names"))?;
                    item.set_names(name, names);
                }
                (Holds::Date, value) => {
                    let date = Date::from_csl(value)
                        .map_err(|problem| format!("its {name} is no date: {problem}"))?;
                    if let Some(date) = date {
                        item.set_date(name, &date);
                    }
                }
                (Holds::Text, Value::String(text)) => item.set_text(name, text),
                (Holds::Text, Value::Number(number)) => item.set_text(name, &number.to_string()),
                (Holds::Text, _) => {}
            }
        }
        Ok(item)
    }

    /// Its sort for CSL.
    pub(super) fn kind(&self) -> &str {
        self.text("type").unwrap_or("document")
    }

    /// What is known of it, by variable.
    pub(super) fn variables(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    pub(super) fn text(&self, variable: &str) -> Option<&str> {
        self.0.get(variable).and_then(Value::as_str)
    }

    pub(super) fn names(&self, variable: &str) -> Vec<Name> {
        let names = self.0.get(variable).cloned();
        names
            .and_then(|names| serde_json::from_value(names).ok())
            .unwrap_or_default()
    }

    pub(super) fn date(&self, variable: &str) -> Option<Date> {
        Date::from_csl(self.0.get(variable)?).ok()?
    }

    /// Sets a text without its control characters; one that says nothing is left
    /// out. Ranges of pages are written with a hyphen, which is what CSL asks for.
    pub(super) fn set_text(&mut self, variable: &str, text: &str) {
        let hyphens = (variable == "page").then(|| text.replace("--", "-").replace('–', "-"));
        let text: String = hyphens
            .as_deref()
            .unwrap_or(text)
            .chars()
            .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
            .collect();
        if !text.trim().is_empty() {
            self.0.insert(variable.to_owned(), text.trim().into());
        }
    }

    pub(super) fn set_names(&mut self, variable: &str, names: Vec<Name>) {
        let names: Vec<Name> = names.into_iter().filter_map(Name::tidy).collect();
        if let (false, Ok(names)) = (names.is_empty(), serde_json::to_value(names)) {
            self.0.insert(variable.to_owned(), names);
        }
    }

    pub(super) fn set_date(&mut self, variable: &str, date: &Date) {
        self.0.insert(variable.to_owned(), date.to_csl());
    }

    /// Sets a variable to what it is elsewhere.
    pub(super) fn set(&mut self, variable: &str, value: Value) {
        self.0.insert(variable.to_owned(), value);
    }

    pub(super) fn has(&self, variable: &str) -> bool {
        self.0.contains_key(variable)
    }

    /// Takes a variable out.
    pub(super) fn take(&mut self, variable: &str) -> Option<Value> {
        self.0.remove(variable)
    }

    pub(super) fn take_text(&mut self, variable: &str) -> Option<String> {
        match self.take(variable)? {
            Value::String(text) => Some(text),
            _ => None,
        }
    }

    /// Everything that is still in it.
    pub(super) fn into_rest(self) -> Map<String, Value> {
        self.0
    }
}
