//! Names that a desk does not know, and texts that say nothing.

use super::{DeskError, Result};

/// A name may differ from the one meant by this share of its letters.
const NEAR: f64 = 0.5;

/// The error for an unknown name, with the valid one most like it.
pub(super) fn unknown(
    what: &'static str,
    given: &str,
    place: &str,
    valid: Vec<String>,
) -> DeskError {
    let nearest = valid
        .iter()
        .map(|name| {
            (
                strsim::normalized_damerau_levenshtein(&given.to_lowercase(), name),
                name,
            )
        })
        .filter(|(likeness, _)| *likeness >= NEAR)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, name)| name.clone());
    DeskError::UnknownName {
        what,
        given: given.to_owned(),
        place: place.to_owned(),
        nearest,
        valid,
    }
}

/// Refuses a text that says nothing.
pub(super) fn not_blank<'t>(what: &'static str, text: &'t str) -> Result<&'t str> {
    let text = text.trim();
    if text.is_empty() {
        Err(DeskError::Blank(what))
    } else {
        Ok(text)
    }
}

/// An optional text, where it says something.
pub(super) fn filled(text: Option<&str>) -> Option<String> {
    text.map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// Refuses a slug that can't be typed without quotation marks.
pub(super) fn slug(what: &'static str, given: &str) -> Result<()> {
    let fits = !given.is_empty()
        && given.len() <= 64
        && given
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !given.starts_with('-');
    if fits {
        Ok(())
    } else {
        Err(DeskError::Invalid(format!(
            "“{given}” can't be the slug of a {what}; use lower-case letters, digits and “-”, such as mostly-true"
        )))
    }
}
