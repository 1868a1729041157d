//! Names that a desk does not know, and texts that say nothing.

use super::{DeskError, Result};

/// A name may differ from the one meant by this share of its letters.
const NEAR: f64 = 0.5;

/// Of more valid names than this, only those most like the given one are told.
const MOST: usize = 12;

/// So many are told then.
const FEW: usize = 5;

/// The error for an unknown name, with the valid one most like it.
pub(super) fn unknown(
    what: &'static str,
    given: &str,
    place: &str,
    valid: Vec<String>,
) -> DeskError {
    let given_lower = given.to_lowercase();
    let likeness =
        |name: &String| strsim::normalized_damerau_levenshtein(&given_lower, &name.to_lowercase());
    let mut alike: Vec<(f64, &String)> = valid.iter().map(|name| (likeness(name), name)).collect();
    alike.sort_by(|one, other| other.0.total_cmp(&one.0));
    let nearest = alike
        .first()
        .filter(|(likeness, _)| *likeness >= NEAR)
        .map(|(_, name)| (*name).clone());
    let few = (valid.len() > MOST).then(|| {
        let nearest = alike.iter().take(FEW);
        nearest.map(|(_, name)| (*name).clone()).collect()
    });
    let left_out = few
        .as_ref()
        .map_or(0, |few: &Vec<String>| valid.len() - few.len());
    DeskError::UnknownName {
        what,
        given: given.to_owned(),
        place: place.to_owned(),
        nearest,
        valid: few.unwrap_or(valid),
        left_out,
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
