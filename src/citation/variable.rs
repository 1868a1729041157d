//! One variable of a bibliography, as somebody types it.

use citationberg::taxonomy::Variable;
use serde_json::Value;

use super::dates::Date;
use super::item::{Holds, Item, holds, of_source};
use super::kinds;
use super::names::names_of;

/// Variables that the desk has a place of its own for.
const OWN: &[&str] = &[
    "DOI",
    "ISBN",
    "URL",
    "accessed",
    "archive_location",
    "author",
    "issued",
    "language",
    "note",
    "publisher",
    "title",
];

/// Why something is not said of a source.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAVariable {
    /// CSL knows no such name.
    #[error(
        "“{0}” is no variable of CSL; those most used are container-title, collection-title, volume, issue, page, edition, \
         number, genre, publisher-place and editor"
    )]
    Unknown(String),
    /// The desk has it as a detail.
    #[error("{0} has an option of its own")]
    Own(String),
    /// It is not what the variable holds.
    #[error("“{value}” is no {name}")]
    Unfit {
        /// The variable.
        name: String,
        /// What was given.
        value: String,
    },
}

/// The value of a variable as CSL-JSON has it: names as the desk writes authors,
/// dates as EDTF.
pub fn variable(name: &str, given: &str) -> Result<Value, NotAVariable> {
    let unfit = || NotAVariable::Unfit {
        name: name.to_owned(),
        value: given.to_owned(),
    };
    if OWN.contains(&name) {
        return Err(NotAVariable::Own(name.to_owned()));
    }
    let known =
        of_source(name) == Some(name) && serde_json::from_value::<Variable>(name.into()).is_ok();
    let mut item = Item::default();
    match holds(name) {
        Holds::Text if name == "type" => {
            item.set_text(name, kinds::csl_named(given).ok_or_else(unfit)?);
        }
        _ if !known => return Err(NotAVariable::Unknown(name.to_owned())),
        Holds::Text => item.set_text(name, given),
        Holds::Names => item.set_names(name, names_of(given)),
        Holds::Date => match Date::of(given) {
            Some(date @ Date::Edtf(_)) => item.set_date(name, &date),
            _ => return Err(unfit()),
        },
    }
    item.take(name).ok_or_else(unfit)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_variable_is_read_as_what_it_holds() {
        for (name, given, value) in [
            ("container-title", " Nature ", json!("Nature")),
            ("page", "12–15", json!("12-15")),
            ("type", "report", json!("report")),
            ("PMID", "12", json!("12")),
            (
                "editor",
                "Vega, Ana; AP",
                json!([{ "family": "Vega", "given": "Ana" }, { "literal": "AP" }]),
            ),
            (
                "original-date",
                "1931~",
                json!({ "date-parts": [[1931]], "circa": true }),
            ),
        ] {
            assert_eq!(variable(name, given), Ok(value), "{name}");
        }
        for (name, given) in [
            ("journal", "Nature"),
            ("locator", "12"),
            ("title", "A"),
            ("type", "thing"),
            ("original-date", "soon"),
            ("volume", " "),
            ("editor", ";"),
        ] {
            assert!(variable(name, given).is_err(), "{name}");
        }
    }
}
