//! The rating of a record as a ClaimReview has it, with why it was given.

use serde_json::{Map, Value, json};

use super::WriteError;
use super::values::said;
use crate::model::record::ClaimRecord;
use crate::model::scale::{Rating, Scale};

/// Most characters of an explanation, which should be a sentence or two.
const LONGEST_EXPLANATION: usize = 300;

/// The rating with its numbers where it has a place on the scale, else its label
/// and the numbers that it came with.
pub(super) fn rating(
    record: &ClaimRecord,
    scale: &Scale,
    rest: &Map<String, Value>,
) -> Result<Value, WriteError> {
    let mut written = match (&record.rating, &record.rating_label) {
        (Some(slug), _) => on_scale(known(record, slug, scale)?, scale),
        (None, Some(label)) => labelled(label, rest)?,
        (None, None) => return Err(WriteError::NoRating),
    };
    if let Some(rationale) = &record.rationale {
        written["ratingExplanation"] = said(short(rationale).0.as_ref());
    }
    Ok(written)
}

fn known<'s>(record: &ClaimRecord, slug: &str, scale: &'s Scale) -> Result<&'s Rating, WriteError> {
    if let Some(rated) = record.scale.as_ref().filter(|rated| **rated != scale.slug) {
        return Err(WriteError::OtherScale {
            rated: rated.clone(),
            given: scale.slug.clone(),
        });
    }
    let rating = scale.ratings.iter().find(|rating| rating.slug == slug);
    rating.ok_or_else(|| WriteError::UnknownRating {
        rating: slug.to_owned(),
        scale: scale.slug.clone(),
    })
}

fn on_scale(rating: &Rating, scale: &Scale) -> Value {
    let mut written = json!({ "@type": "Rating", "alternateName": said(&rating.label) });
    let best = scale.ratings.iter().filter_map(|one| one.position).max();
    if let (Some(position), Some(best)) = (rating.position, best)
        && best > 1
    {
        written["ratingValue"] = position.into();
        written["bestRating"] = best.into();
        written["worstRating"] = 1.into();
    }
    written
}

fn labelled(label: &str, rest: &Map<String, Value>) -> Result<Value, WriteError> {
    let mut written = json!({ "@type": "Rating", "alternateName": said(label) });
    let came = rest.get("reviewRating");
    let number = |name: &str| came?.get(name)?.as_f64();
    let names = ["ratingValue", "worstRating", "bestRating"];
    let [value, worst, best] = names.map(number);
    if let (Some(value), Some(worst), Some(best)) = (value, worst, best) {
        // Equal ends are how some say that there is no number, and a scale that
        // counts down, or begins below 1, has no place here.
        if worst < 1.0 || best <= worst {
            return Ok(written);
        }
        if !(worst..=best).contains(&value) {
            return Err(WriteError::OutOfRange {
                value: value.to_string(),
                worst: worst.to_string(),
                best: best.to_string(),
            });
        }
    }
    for name in names {
        let known = came.and_then(|came| came.get(name));
        if let Some(known) = known.filter(|known| known.is_number()) {
            written[name] = known.clone();
        }
    }
    Ok(written)
}

/// The beginning of a rationale, a sentence or two, and whether that is all.
fn short(rationale: &str) -> (String, bool) {
    let rationale = rationale.trim();
    let Some((most, _)) = rationale.char_indices().nth(LONGEST_EXPLANATION) else {
        return (rationale.to_owned(), true);
    };
    let head = &rationale[..most];
    let ends = [". ", "! ", "? ", ".\n", "!\n", "?\n", "。"];
    let sentence = ends
        .iter()
        .filter_map(|end| Some(head.rfind(end)? + end.trim_end().len()))
        .max();
    if let Some(end) = sentence {
        return (head[..end].to_owned(), false);
    }
    let end = head.rfind(char::is_whitespace).unwrap_or(most);
    let cut = head[..end].trim_end_matches('…').trim_end();
    (format!("{cut}…"), false)
}

/// The whole rationale, where the rating has only its beginning.
pub(super) fn body(record: &ClaimRecord) -> Option<Value> {
    let rationale = record.rationale.as_deref()?;
    (!short(rationale).1).then(|| said(rationale.trim()))
}
