//! Items to RIS.

use serde_json::Value;

use super::super::dates::Date;
use super::super::fields;
use super::super::item::{Holds, Item, holds};
use super::super::kinds;
use super::super::names::{Name, names_of, one_line};
use super::FREE;

/// An item as a reference.
pub(in crate::citation) fn write(item: &Item) -> String {
    let kind = item.kind();
    let record = kinds::of_csl(kind).ris;
    let mut lines = Lines(format!("TY  - {record}\n"));
    if kinds::of_ris(record).csl != kind {
        lines.free("type", kind);
    }
    for (variable, value) in item.variables() {
        match (holds(variable), value) {
            _ if matches!(variable, "id" | "type") => {}
            (Holds::Names, value) => lines.names(variable, &item.names(variable), value),
            (Holds::Date, _) => {
                if let Some(date) = item.date(variable) {
                    lines.date(variable, &date);
                }
            }
            (Holds::Text, Value::String(text)) => lines.text(variable, kind, text),
            (Holds::Text, _) => {}
        }
    }
    lines.0 + "ER  - \n"
}

/// The lines of a reference so far.
struct Lines(String);

impl Lines {
    fn add(&mut self, tag: &str, text: &str) {
        if let Some(text) = one_line(text) {
            self.0.extend([tag, "  - ", &text, "\n"]);
        }
    }

    /// What RIS has no tag for, under its name for CSL.
    fn free(&mut self, variable: &str, text: &str) {
        self.add(FREE, &format!("{variable}: {text}"));
    }

    fn text(&mut self, variable: &str, kind: &str, text: &str) {
        match variable {
            "container-title" => self.add("T2", text),
            "publisher" => self.add("PB", text),
            "issue" => self.add("IS", text),
            "number" => self.add("M1", text),
            "ISBN" if !kinds::is_article(kind) => self.add("SN", text),
            "ISSN" if kinds::is_article(kind) => self.add("SN", text),
            "page" => self.pages(text),
            other => match fields::to_ris(other) {
                Some(tag) => self.add(tag, text),
                None => self.free(other, text),
            },
        }
    }

    fn pages(&mut self, text: &str) {
        match text.split_once('-') {
            Some((first, last)) if is_page(first) && is_page(last) => {
                self.add("SP", first);
                self.add("EP", last);
            }
            _ => self.add("SP", text),
        }
    }

    /// One line for each; those that the form `family, given` can't say as
    /// CSL-JSON has them.
    fn names(&mut self, variable: &str, names: &[Name], value: &Value) {
        let texts: Vec<String> = names.iter().map(Name::text).collect();
        let read: Vec<Name> = texts.iter().flat_map(|text| names_of(text)).collect();
        match fields::to_ris(variable) {
            Some(tag) if read == names => {
                for text in texts {
                    self.add(tag, &text);
                }
            }
            _ => self.free(variable, &value.to_string()),
        }
    }

    /// `YYYY/MM/DD/` and, where that does not say it all, the date as EDTF.
    fn date(&mut self, variable: &str, date: &Date) {
        let tag = match variable {
            "issued" => "DA",
            "accessed" => "Y2",
            other => return self.free(other, date.text()),
        };
        let first = date.first();
        let told = first.as_ref().map(|first| first.as_str().to_owned());
        let mut parts = told.as_deref().unwrap_or_default().split('-');
        let mut part = || parts.next().unwrap_or_default();
        let (year, month, day) = (part(), part(), part());
        if variable == "issued" && !year.is_empty() {
            self.add("PY", year);
        }
        let other = if told.as_deref() == Some(date.text()) {
            ""
        } else {
            date.text()
        };
        self.add(tag, &format!("{year}/{month}/{day}/{other}"));
    }
}

fn is_page(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_alphanumeric)
}
