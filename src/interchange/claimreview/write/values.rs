//! Values of a ClaimReview: texts, dates, people, places, sources.

use serde_json::{Map, Value, json};

use super::PublicCorrection;
use crate::interchange::linked::encoded;
use crate::model::edtf::EdtfDate;
use crate::model::record::{ClaimRecord, RecordSource};

/// A text as a value. What in it looks like a character reference of HTML means
/// itself to readers that resolve these.
pub(super) fn said(text: &str) -> Value {
    encoded(text).into()
}

pub(super) fn dated(date: &EdtfDate) -> Value {
    date.as_str().into()
}

/// A list, unless there is nothing in it.
pub(super) fn several(items: impl Iterator<Item = Value>) -> Option<Value> {
    let items: Vec<Value> = items.collect();
    (!items.is_empty()).then_some(Value::Array(items))
}

/// Who made the check: the publisher, else the reviewer.
pub(super) fn author(
    publisher: Option<&str>,
    reviewer: Option<&str>,
    url: Option<&str>,
) -> Option<Value> {
    let (kind, name) = match (publisher, reviewer) {
        (Some(publisher), _) => ("Organization", Some(publisher)),
        (None, Some(reviewer)) => ("Person", Some(reviewer)),
        (None, None) => ("Organization", None),
    };
    if name.is_none() && url.is_none() {
        return None;
    }
    let mut written = json!({ "@type": kind });
    if let Some(name) = name {
        written["name"] = said(name);
    }
    if let Some(url) = url {
        written["url"] = url.into();
    }
    Some(written)
}

/// The claim itself. Where its id is known it has that, so that it is found
/// again.
pub(super) fn item(record: &ClaimRecord, rest: &Map<String, Value>) -> Value {
    let mut written = json!({ "@type": "Claim" });
    if let Some(id) = record.id {
        written["@id"] = format!("urn:uuid:{id}").into();
    }
    if let Some(claimant) = &record.claimant {
        written["author"] = json!({ "name": said(claimant) });
        let kind = rest
            .get("itemReviewed")
            .and_then(|item| item.get("author")?.get("@type"));
        written["author"]["@type"] = kind.cloned().unwrap_or_else(|| "Person".into());
    }
    if let Some(date) = &record.claim_date {
        written["datePublished"] = dated(date);
    }
    let seen = |name: &str| {
        let known = rest
            .get("itemReviewed")
            .and_then(|item| item.get(name)?.as_array());
        known.cloned().unwrap_or_default()
    };
    let (first, others) = (seen("firstAppearance"), seen("appearance"));
    let article = record.article_url.as_ref().map(|url| {
        let title = record.article_title.as_deref();
        appearance(url, title, if first.is_empty() { &others } else { &first })
    });
    let more = record
        .appearances
        .iter()
        .map(|url| appearance(url, None, &others));
    let appearances = if first.is_empty() {
        several(article.into_iter().chain(more))
    } else {
        if let Some(article) = article {
            written["firstAppearance"] = article;
        }
        several(more)
    };
    if let Some(appearances) = appearances {
        written["appearance"] = appearances;
    }
    written
}

/// A place that a claim was seen at, with what else was read of it.
fn appearance(url: &str, title: Option<&str>, known: &[Value]) -> Value {
    let is_it = |one: &&Value| one.get("url").and_then(Value::as_str) == Some(url);
    let mut written = known
        .iter()
        .find(is_it)
        .cloned()
        .unwrap_or_else(|| json!({ "@type": "CreativeWork" }));
    written["url"] = url.into();
    if let Some(title) = title {
        written["headline"] = said(title);
    }
    written
}

pub(super) fn source(source: &RecordSource) -> Value {
    let kind = if source.isbn.is_some() {
        "Book"
    } else {
        "CreativeWork"
    };
    let mut written = json!({ "@type": kind });
    let mut put = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            written[name] = value;
        }
    };
    put("url", source.url.clone().map(Value::from));
    put("name", source.title.as_deref().map(said));
    put("isbn", source.isbn.clone().map(Value::from));
    let doi = |doi| json!({ "@type": "PropertyValue", "propertyID": "doi", "value": doi });
    put("identifier", source.doi.as_ref().map(doi));
    let authors = source.author.as_deref().unwrap_or_default().split(';');
    let authors = authors.map(str::trim).filter(|name| !name.is_empty());
    put(
        "author",
        several(authors.map(|name| json!({ "@type": "Person", "name": said(name) }))),
    );
    let house = |name: &String| json!({ "@type": "Organization", "name": said(name) });
    put("publisher", source.publisher.as_ref().map(house));
    put("datePublished", source.published.as_ref().map(dated));
    put("archivedAt", source.archived_url.clone().map(Value::from));
    written
}

pub(super) fn correction(correction: &PublicCorrection) -> Value {
    let mut written = json!({ "@type": "CorrectionComment", "text": said(&correction.text) });
    if let Some(date) = &correction.published {
        written["datePublished"] = dated(date);
    }
    written
}
