//! The nodes within a review: who made it, where the claim was seen, what it
//! rests on, its rating.

use serde_json::{Map, Value};

use super::fields::{Fields, address, text};
use super::{Appearance, Item, Party, ReviewRating};
use crate::identity::identify;
use crate::interchange::linked::{JsonPath, Problems, object, type_names};
use crate::model::record::RecordSource;
use crate::model::source::SourceIdentity;

/// Whether a text is the address of a page.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim();
    ["http://", "https://"].iter().any(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    })
}

/// A person or organisation: a node, its name, or its address. A type other than
/// the usual ones is left.
pub(super) fn party(
    fields: &mut Fields<'_>,
    name: &str,
    usual: &[&str],
    problems: &mut Problems,
) -> Option<Party> {
    let (path, value) = fields.node(name)?;
    if let Some(node) = object(&value) {
        let mut inner = fields.within(node, &path);
        let types = type_names(node);
        let person = types.contains(&"Person");
        if types.iter().all(|kind| usual.contains(kind)) {
            inner.left.remove("@type");
        }
        let party = Party {
            name: inner.line("name", problems),
            url: inner
                .address("url", problems)
                .or_else(|| inner.address("sameAs", problems)),
            person,
        };
        if party.name.is_none() && party.url.is_none() {
            return None;
        }
        fields.leave(name, inner.left);
        return Some(party);
    }
    let written = text(&value)?.trim().to_owned();
    fields.left.remove(name);
    Some(if is_address(&written) {
        Party {
            url: Some(written),
            ..Party::default()
        }
    } else {
        Party {
            name: Some(written),
            ..Party::default()
        }
    })
}

/// The rating: a node, or its name alone.
pub(super) fn rating(fields: &mut Fields<'_>, problems: &mut Problems) -> Option<ReviewRating> {
    let (path, value) = fields.node("reviewRating")?;
    let Some(node) = object(&value) else {
        fields.left.remove("reviewRating");
        let label = text(&value)?;
        return Some(ReviewRating {
            label: Some(label.split_whitespace().collect::<Vec<_>>().join(" ")),
            ..ReviewRating::default()
        });
    };
    let mut inner = fields.within(node, &path);
    inner.left.remove("@type");
    let rating = ReviewRating {
        label: inner
            .line("alternateName", problems)
            .or_else(|| inner.line("name", problems)),
        value: inner.number("ratingValue", problems),
        best: inner.number("bestRating", problems),
        worst: inner.number("worstRating", problems),
        explanation: inner.text("ratingExplanation", problems),
    };
    fields.leave("reviewRating", inner.left);
    Some(rating)
}

/// The claim under review, as a `Claim` or as the older `CreativeWork`.
pub(super) fn item(fields: &mut Fields<'_>, problems: &mut Problems) -> Item {
    let Some((path, value)) = fields.node("itemReviewed") else {
        return Item::default();
    };
    let Some(node) = object(&value) else {
        let name = text(&value);
        fields.left.remove("itemReviewed");
        return Item {
            name,
            ..Item::default()
        };
    };
    let mut inner = fields.within(node, &path);
    let is_claim = type_names(node).contains(&"Claim");
    inner.left.remove("@type");
    let mut item = Item {
        id: inner.address("@id", problems),
        // It stays, for it need not be what was reviewed.
        name: inner.left.get("name").filter(|_| is_claim).and_then(text),
        claimant: party(&mut inner, "author", &["Person"], problems),
        published: inner.date("datePublished", problems),
        first_appearance: None,
        appearances: Vec::new(),
    };
    item.first_appearance = appearances(&mut inner, "firstAppearance")
        .into_iter()
        .next();
    item.appearances = appearances(&mut inner, "appearance");
    // The older form is the page itself that the claim stood on.
    if !is_claim && let Some(url) = inner.address("url", problems) {
        item.appearances.push(Appearance {
            url,
            title: inner
                .line("headline", problems)
                .or_else(|| inner.line("name", problems)),
        });
    }
    fields.leave("itemReviewed", inner.left);
    item
}

/// Where a claim was seen: addresses, or works with one. Works that say more stay
/// among what is left.
fn appearances(fields: &mut Fields<'_>, name: &str) -> Vec<Appearance> {
    let mut seen = Vec::new();
    let mut left = Vec::new();
    for (_, value) in fields.nodes(name) {
        let Some(url) = address(&value).filter(|url| !url.is_empty()) else {
            left.push(value);
            continue;
        };
        let title = object(&value).and_then(|node| {
            let title = ["headline", "name"]
                .iter()
                .find_map(|name| text(node.get(*name)?))?;
            Some(title.split_whitespace().collect::<Vec<_>>().join(" "))
        });
        if object(&value).is_some_and(says_more) {
            left.push(value);
        }
        seen.push(Appearance { url, title });
    }
    match left.as_slice() {
        [] => fields.left.remove(name),
        _ => fields.left.insert(name.to_owned(), Value::Array(left)),
    };
    seen
}

fn says_more(node: &Map<String, Value>) -> bool {
    let told = ["@type", "url", "headline"];
    node.keys().any(|name| !told.contains(&name.as_str()))
}

/// What a review rests on: addresses, titles, or works.
pub(super) fn sources(
    fields: &mut Fields<'_>,
    name: &str,
    problems: &mut Problems,
) -> Vec<RecordSource> {
    let mut found = Vec::new();
    let mut left = Vec::new();
    for (path, value) in fields.nodes(name) {
        match source(fields, &path, &value, problems) {
            Some(source) => found.push(source),
            None => left.push(value),
        }
    }
    match left.as_slice() {
        [] => fields.left.remove(name),
        _ => fields.left.insert(name.to_owned(), Value::Array(left)),
    };
    found
}

fn source(
    fields: &Fields<'_>,
    path: &JsonPath,
    value: &Value,
    problems: &mut Problems,
) -> Option<RecordSource> {
    let Some(node) = object(value) else {
        let written = text(value)?.trim().to_owned();
        let (url, title) = if is_address(&written) {
            (Some(written), None)
        } else {
            (None, Some(written))
        };
        return Some(RecordSource {
            url,
            title,
            ..RecordSource::default()
        });
    };
    let mut inner = fields.within(node, path);
    let source = RecordSource {
        url: inner
            .address("url", problems)
            .or_else(|| inner.address("@id", problems).filter(|id| is_address(id))),
        doi: inner
            .nodes("identifier")
            .iter()
            .find_map(|(_, value)| doi(value)),
        isbn: inner.line("isbn", problems),
        title: inner
            .line("name", problems)
            .or_else(|| inner.line("headline", problems)),
        author: names(&inner.nodes("author")),
        publisher: names(&inner.nodes("publisher")),
        published: inner.date("datePublished", problems).map(|when| when.date),
        archived_url: inner.address("archivedAt", problems),
        ..RecordSource::default()
    };
    let named = [&source.url, &source.doi, &source.isbn, &source.title];
    named.iter().any(|name| name.is_some()).then_some(source)
}

/// A DOI, as a property with its name or as a text.
fn doi(value: &Value) -> Option<String> {
    let written = match object(value) {
        Some(node) => {
            let kind = text(node.get("propertyID")?)?;
            if !kind.to_lowercase().contains("doi") {
                return None;
            }
            text(node.get("value")?)?
        }
        None => text(value)?,
    };
    match identify(&written) {
        Ok(SourceIdentity::Doi(doi)) => Some(doi),
        _ => None,
    }
}

/// The names of people and organisations, parted by semicolons.
fn names(parties: &[(JsonPath, Value)]) -> Option<String> {
    let named = parties.iter().filter_map(|(_, value)| {
        let name = match object(value) {
            Some(node) => text(node.get("name")?)?,
            None => text(value)?,
        };
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then_some(name)
    });
    let all = named.collect::<Vec<_>>().join("; ");
    (!all.is_empty()).then_some(all)
}
