//! Values as the model wants them: IRIs, times, one and not several.

use serde_json::{Map, Value};

use super::{CONTEXT, Look, Rule};
use crate::interchange::linked::{JsonPath, Level, Problems, items};

const CONTEXT_RULE: Rule = (Level::Error, "context", "W3C Web Annotation 3.1, 5.1, 5.2");
const CONTEXT_FORM: Rule = (Level::Error, "context-form", "W3C Web Annotation 3.1");

/// The contexts of a node that are named by their address.
pub(super) fn contexts(node: &Map<String, Value>) -> Vec<&str> {
    let given = node.get("@context").map(items).unwrap_or_default();
    given.iter().filter_map(Value::as_str).collect()
}

/// The node says that its names are those of the model.
pub(super) fn has_context(look: &Look<'_, '_>, problems: &mut Problems) {
    let given = look.get("@context");
    let path = look.at("@context");
    if !contexts(look.node).contains(&CONTEXT) {
        let message = format!("@context has to be, or to include, \"{CONTEXT}\"");
        problems.add(CONTEXT_RULE, &path, given, message);
    } else if let Some(Value::Array(all)) = given
        && all.len() == 1
    {
        let message = "a single @context has to be a text, not a list";
        problems.add(CONTEXT_FORM, &path, given, message);
    }
}

/// Whether a text is an absolute IRI (RFC 3987): a scheme, a colon, and what may
/// stand behind it.
pub(super) fn is_iri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let in_scheme = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(in_scheme)
        && !rest.is_empty()
        && !rest.contains(forbidden)
}

/// Whether a text is an `xsd:dateTime` in UTC, written with `Z`.
pub(super) fn is_time(text: &str) -> bool {
    // `xsd:dateTime` has four digits or more for the year, a T and no space.
    text.ends_with('Z')
        && text.as_bytes().get(10) == Some(&b'T')
        && chrono::DateTime::parse_from_rfc3339(text).is_ok()
}

/// How many values a property may have, and has to have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Many {
    /// Exactly one.
    One,
    /// One or none.
    OneOrNone,
    /// Any number.
    Any,
}

/// What a value has to be.
pub(super) struct Wanted {
    /// In words, such as “an IRI”.
    pub(super) what: &'static str,
    /// Whether a value is that.
    pub(super) is: fn(&Value) -> bool,
}

/// An IRI.
pub(super) const IRI: Wanted = Wanted {
    what: "an IRI",
    is: |value| value.as_str().is_some_and(is_iri),
};

/// A text.
pub(super) const TEXT: Wanted = Wanted {
    what: "a text",
    is: Value::is_string,
};

/// A time.
pub(super) const TIME: Wanted = Wanted {
    what: "a time in UTC such as 2024-05-01T09:30:00Z",
    is: |value| value.as_str().is_some_and(is_time),
};

/// A whole number from 0.
pub(super) const COUNT: Wanted = Wanted {
    what: "a whole number from 0",
    is: |value| value.as_u64().is_some(),
};

/// Checks the values of a property; gives back those that are as they should be.
pub(super) fn property<'v>(
    look: &Look<'v, '_>,
    name: &str,
    (many, wanted): (Many, &Wanted),
    rule: Rule,
    problems: &mut Problems,
) -> Vec<&'v Value> {
    let path = look.at(name);
    let Some(value) = look.get(name) else {
        if many == Many::One {
            let message = format!("{name} is missing; there has to be exactly one");
            problems.add(rule, &path, None, message);
        }
        return Vec::new();
    };
    if let Value::Array(all) = value
        && many != Many::Any
        && all.len() != 1
    {
        let allowed = match many {
            Many::One => "exactly one",
            _ => "at most one",
        };
        let message = format!(
            "there are {} values of {name}; there may be {allowed}",
            all.len()
        );
        problems.add(rule, &path, Some(value), message);
        return Vec::new();
    }
    each(value, &path)
        .into_iter()
        .filter(|(path, one)| {
            let fits = (wanted.is)(one);
            if !fits {
                problems.add(
                    rule,
                    path,
                    Some(one),
                    format!("{name} is not {}", wanted.what),
                );
            }
            fits
        })
        .map(|(_, one)| one)
        .collect()
}

/// Each value of a property with its place.
pub(super) fn each<'v>(value: &'v Value, path: &JsonPath) -> Vec<(JsonPath, &'v Value)> {
    match value {
        Value::Array(all) => {
            let placed = all.iter().enumerate();
            placed.map(|(at, one)| (path.index(at), one)).collect()
        }
        one => vec![(path.clone(), one)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iris_are_absolute_and_have_no_spaces() {
        for good in [
            "urn:uuid:1",
            "http://a.example/é?x#y",
            "mailto:a@b.example",
            "urn:sha256:ab",
        ] {
            assert!(is_iri(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "/a",
            "not an iri",
            "http: //a",
            "1a:b",
            "urn:",
            "é:a",
            "a:b<c",
        ] {
            assert!(!is_iri(bad), "{bad}");
        }
    }

    #[test]
    fn times_are_in_utc() {
        assert!(is_time("2024-05-01T09:30:00Z") && is_time("2024-05-01T09:30:00.5Z"));
        for bad in [
            "2024-05-01T09:30:00+00:00",
            "2024-05-01",
            "2024-05-01 09:30:00Z",
            "now",
            "2024-02-30T09:30:00Z",
        ] {
            assert!(!is_time(bad), "{bad}");
        }
    }
}
