//! Claim records as ClaimReview, by the rules of Google's fact checks. What would
//! make a review useless is refused; what only loses a display is said.

mod address;
mod document;
mod error;
mod rating;
mod values;

use chrono::SecondsFormat;
use serde_json::{Map, Value};

use super::EXTRA;
use super::tells::{tells_rating, too_long};
use crate::model::edtf::EdtfDate;
use crate::model::record::ClaimRecord;
use crate::model::scale::Scale;
use address::{about_page, absolute};
use rating::{body, rating};
use values::{author, correction, dated, item, said, several, source};

pub(super) use address::is_shortener;
pub use document::{DocumentWriter, document, for_script};
pub use error::{WriteError, WriteWarning};

/// The page that a check stands on, where the record doesn't say it.
#[derive(Debug, Clone, Copy, Default)]
pub struct CheckPage<'a> {
    /// Its address.
    pub url: Option<&'a str>,
    /// Who publishes it.
    pub publisher: Option<&'a str>,
    /// The publisher's address.
    pub publisher_url: Option<&'a str>,
    /// What was corrected on it in public.
    pub corrections: &'a [PublicCorrection],
}

/// A correction of a check that its readers were told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicCorrection {
    /// What was corrected.
    pub text: String,
    /// When.
    pub published: Option<EdtfDate>,
}

/// A record as a ClaimReview object, without `@context`.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The object.
    pub review: Value,
    /// What about it loses a display.
    pub warnings: Vec<WriteWarning>,
}

/// Writes a record, rated on a scale, as the check of a page.
pub fn write(
    record: &ClaimRecord,
    scale: &Scale,
    page: &CheckPage<'_>,
) -> Result<Written, WriteError> {
    let claim = record.claim.trim();
    if claim.is_empty() {
        return Err(WriteError::NoClaim);
    }
    let given = record.check_url.as_deref().or(page.url);
    let url = absolute(given.ok_or(WriteError::NoUrl)?)?;
    let rest = rest_of(record);
    let rating = rating(record, scale, &rest)?;
    let publisher = record.publisher.as_deref().or(page.publisher);
    let publisher_url = record.publisher_url.as_deref().or(page.publisher_url);

    let mut warnings = Vec::new();
    warnings.extend(too_long(claim).map(|characters| WriteWarning::LongClaim { characters }));
    let label = rating["alternateName"].as_str().unwrap_or_default();
    if tells_rating(claim, label) {
        warnings.push(WriteWarning::TellsRating {
            label: label.to_owned(),
        });
    }
    warnings.extend(about_page(url, publisher_url));
    if publisher.is_none() && record.reviewer.is_none() {
        warnings.push(WriteWarning::NoPublisher);
    }

    let mut review = Map::new();
    let mut put = |name: &str, value: Option<Value>| {
        review.extend(value.map(|value| (name.to_owned(), value)));
    };
    put("@type", Some("ClaimReview".into()));
    put("claimReviewed", Some(said(claim)));
    put("url", Some(url.into()));
    put("headline", record.check_title.as_deref().map(said));
    put(
        "author",
        author(publisher, record.reviewer.as_deref(), publisher_url),
    );
    let day = || {
        let day = record.reviewed_at?.date_naive();
        Some(day.to_string().into())
    };
    let told = record.check_published.as_ref().map(dated);
    put("datePublished", told.or_else(day));
    let made = record
        .reviewed_at
        .map(|at| at.to_rfc3339_opts(SecondsFormat::AutoSi, true));
    put("dateCreated", made.map(Value::from));
    put("inLanguage", record.language.clone().map(Value::from));
    put("reviewRating", Some(rating));
    put("reviewBody", body(record));
    put("itemReviewed", Some(item(record, &rest)));
    put(
        "keywords",
        several(record.topics.iter().map(|topic| said(topic))),
    );
    put("citation", citations(record));
    put(
        "correction",
        several(page.corrections.iter().map(correction)),
    );
    merge(&mut review, rest);
    Ok(Written {
        review: Value::Object(review),
        warnings,
    })
}

/// The sources, each once: one that is cited for several passages is one here.
fn citations(record: &ClaimRecord) -> Option<Value> {
    let mut cited: Vec<Value> = Vec::new();
    for one in record.sources.iter().map(source) {
        if !cited.contains(&one) {
            cited.push(one);
        }
    }
    several(cited.into_iter())
}

/// What else was read of the review.
fn rest_of(record: &ClaimRecord) -> Map<String, Value> {
    match record.extra.get(EXTRA) {
        Some(Value::Object(rest)) => rest.clone(),
        _ => Map::new(),
    }
}

/// Adds what else was read of the review. What is known now goes before it, and a
/// rating's numbers come from its scale alone.
fn merge(review: &mut Map<String, Value>, rest: Map<String, Value>) {
    for (name, value) in rest {
        match (review.get_mut(&name), value) {
            (None, value) => {
                review.insert(name, value);
            }
            (Some(Value::Object(known)), Value::Object(mut more)) => {
                if name == "reviewRating" {
                    for own in ["alternateName", "ratingValue", "bestRating", "worstRating"] {
                        more.remove(own);
                    }
                }
                merge(known, more);
            }
            (Some(_), _) => {}
        }
    }
}
