//! Rules for names and texts: slips of the pen, and marks of HTML in what is none.

use serde_json::{Map, Value};

use super::{Looked, Rule};
use crate::interchange::linked::{JsonPath, Level, Problems, decoded};

const NAME: Rule = (
    Level::Warning,
    "unknown-name",
    "schema.org 30: properties of ClaimReview, Claim and Rating",
);
const MARKUP: Rule = (
    Level::Warning,
    "html-in-text",
    "JSON-LD 1.1: a text stands for itself",
);

/// Names that fact checks use, which others are held against. Not all that there
/// are: one that is not like any of these is nobody's slip.
const NAMES: &[&str] = &[
    "claimReviewed",
    "reviewRating",
    "itemReviewed",
    "reviewBody",
    "reviewAspect",
    "ratingValue",
    "bestRating",
    "worstRating",
    "ratingExplanation",
    "alternateName",
    "datePublished",
    "dateModified",
    "dateCreated",
    "appearance",
    "firstAppearance",
    "author",
    "publisher",
    "headline",
    "description",
    "sameAs",
    "inLanguage",
    "keywords",
    "citation",
    "isBasedOn",
    "archivedAt",
    "correction",
    "mainEntityOfPage",
    "isPartOf",
    "image",
    "name",
    "url",
    "about",
    "text",
    "abstract",
    "identifier",
    "license",
    "comment",
    "sponsor",
    "editor",
    "creator",
    "mentions",
    "audio",
    "video",
    "position",
    "version",
    "audience",
    "award",
    "funder",
];

/// Most letters in which a slip differs from what was meant.
const SLIP: usize = 2;

/// Names shorter than this are like too many others.
const SHORTEST: usize = 6;

pub(super) fn names_are_known(review: &Looked<'_>, problems: &mut Problems) {
    each_object(review, &mut |path, node| {
        for (name, value) in node {
            if let Some(meant) = meant(name) {
                let message = format!("schema.org has no {name}; {meant} is probably meant");
                problems.add(NAME, &path.key(name), Some(value), message);
            }
        }
    });
}

/// The name that another is a slip for.
fn meant(name: &str) -> Option<&'static str> {
    let unlike = name.starts_with('@') || name.contains(':') || name.chars().count() < SHORTEST;
    if unlike || NAMES.contains(&name) {
        return None;
    }
    let lower = name.to_lowercase();
    let likeness = NAMES.iter().map(|known| {
        let far = strsim::damerau_levenshtein(&lower, &known.to_lowercase());
        (far, *known)
    });
    let (far, known) = likeness.min_by_key(|(far, _)| *far)?;
    (far <= SLIP && known.len() >= SHORTEST).then_some(known)
}

pub(super) fn texts_are_plain(review: &Looked<'_>, problems: &mut Problems) {
    let texts = [
        "claimReviewed",
        "headline",
        "name",
        "alternateName",
        "ratingExplanation",
    ];
    each_object(review, &mut |path, node| {
        for (name, value) in node {
            let Some(text) = value.as_str().filter(|_| texts.contains(&name.as_str())) else {
                continue;
            };
            let plain = decoded(text);
            if plain != text {
                let message = format!(
                    "this holds character references of HTML, which are shown as they are; write “{plain}”"
                );
                problems.add(MARKUP, &path.key(name), Some(value), message);
            } else if ["<p>", "</", "<br", "<em>", "<strong>", "<a "]
                .iter()
                .any(|tag| text.contains(tag))
            {
                let message = "this holds tags of HTML, which are shown as they are";
                problems.add(MARKUP, &path.key(name), Some(value), message);
            }
        }
    });
}

/// Calls `look` for the review and the objects that it holds.
fn each_object(review: &Looked<'_>, look: &mut dyn FnMut(&JsonPath, &Map<String, Value>)) {
    look(review.path, review.node);
    for name in ["reviewRating", "itemReviewed", "author"] {
        let inner = review.get(name).and_then(Value::as_object);
        if let Some(inner) = inner {
            look(&review.at(name), inner);
        }
    }
}
