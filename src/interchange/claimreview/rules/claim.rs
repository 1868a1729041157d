//! Rules for the claim: what was said, by whom, where.

use serde_json::Value;

use super::{Looked, Rule, said};
use crate::interchange::claimreview::fields::address;
use crate::interchange::claimreview::parts::is_address;
use crate::interchange::claimreview::tells::{tells_rating, too_long};
use crate::interchange::linked::{Level, Problems, items, object, type_names};

const MISSING: Rule = (
    Level::Error,
    "claim-missing",
    "Google: ClaimReview, claimReviewed is required",
);
const LONG: Rule = (
    Level::Warning,
    "claim-long",
    "Google: ClaimReview, claimReviewed",
);
const TELLS: Rule = (
    Level::Warning,
    "claim-tells-rating",
    "Google: ClaimReview, claimReviewed",
);
const NO_ITEM: Rule = (
    Level::Warning,
    "item-missing",
    "Google: ClaimReview, itemReviewed is recommended",
);
const OLD_ITEM: Rule = (
    Level::Warning,
    "item-type",
    "Google: ClaimReview, itemReviewed is a Claim",
);
const NO_CLAIMANT: Rule = (
    Level::Warning,
    "claimant-missing",
    "Google: Claim, author is recommended",
);
const CLAIMANT: Rule = (
    Level::Warning,
    "claimant-unnamed",
    "Google: Claim, author.name is recommended",
);
const APPEARANCE: Rule = (
    Level::Warning,
    "appearance-url",
    "Google: Claim, appearance is a CreativeWork with url",
);

pub(super) fn claim_is_given(review: &Looked<'_>, problems: &mut Problems) {
    let value = review.get("claimReviewed");
    if said(value).is_none() {
        let message = "claimReviewed is missing: a short summary of what was claimed";
        problems.add(MISSING, &review.at("claimReviewed"), value, message);
    } else if value.is_some_and(|value| !value.is_string()) {
        let message = "claimReviewed should be one text";
        let rule = (Level::Warning, MISSING.1, MISSING.2);
        problems.add(rule, &review.at("claimReviewed"), value, message);
    }
}

pub(super) fn claim_is_short(review: &Looked<'_>, problems: &mut Problems) {
    let value = review.get("claimReviewed");
    if let Some(characters) = said(value).and_then(|claim| too_long(&claim)) {
        let message = format!("the claim has {characters} characters; displays cut it at 75");
        problems.add(LONG, &review.at("claimReviewed"), value, message);
    }
}

pub(super) fn claim_keeps_its_rating(review: &Looked<'_>, problems: &mut Problems) {
    let value = review.get("claimReviewed");
    let label = review
        .node("reviewRating")
        .and_then(|(_, rating)| said(rating.get("alternateName")));
    if let (Some(claim), Some(label)) = (said(value), label)
        && tells_rating(&claim, &label)
    {
        let message =
            format!("the claim contains its rating, “{label}”; say the claim as it was made");
        problems.add(TELLS, &review.at("claimReviewed"), value, message);
    }
}

pub(super) fn item_is_a_claim(review: &Looked<'_>, problems: &mut Problems) {
    let Some((path, item)) = review.node("itemReviewed") else {
        let message = "itemReviewed is missing: who made the claim, when, and where";
        return problems.add(NO_ITEM, &review.at("itemReviewed"), None, message);
    };
    let Some(node) = object(item) else {
        let message = "itemReviewed should be a Claim, with author, datePublished and appearance";
        return problems.add(OLD_ITEM, &path, Some(item), message);
    };
    let types = type_names(node);
    if !types.contains(&"Claim") {
        let message = match types.as_slice() {
            [] => "itemReviewed has no type; it should be a Claim".to_owned(),
            types => format!(
                "itemReviewed is a {}; it should be a Claim, whose appearance is the work",
                types.join(", ")
            ),
        };
        problems.add(OLD_ITEM, &path.key("@type"), node.get("@type"), message);
    }
}

pub(super) fn claimant_is_named(review: &Looked<'_>, problems: &mut Problems) {
    let Some((path, item)) = review.node("itemReviewed") else {
        return;
    };
    let Some(node) = object(item) else { return };
    let path = path.key("author");
    let Some(author) = node.get("author").filter(|author| !author.is_null()) else {
        let message =
            "nobody is named who made the claim; say so even where it is “social media users”";
        return problems.add(NO_CLAIMANT, &path, None, message);
    };
    for one in items(author) {
        let (path, one) = review.graph.meant(one, &path);
        let named = object(one).is_some_and(|one| said(one.get("name")).is_some());
        if !named {
            let message = "who made the claim should be a Person or Organization with a name";
            problems.add(CLAIMANT, &path, Some(one), message);
        }
    }
}

pub(super) fn appearances_have_addresses(review: &Looked<'_>, problems: &mut Problems) {
    let Some((path, item)) = review.node("itemReviewed") else {
        return;
    };
    for name in ["appearance", "firstAppearance"] {
        let Some(value) = item.get(name).filter(|value| !value.is_null()) else {
            continue;
        };
        let path = path.key(name);
        for (at, one) in items(value).iter().enumerate() {
            let path = if value.is_array() {
                path.index(at)
            } else {
                path.clone()
            };
            let (path, one) = review.graph.meant(one, &path);
            let found = address(one).is_some_and(|url| is_address(&url));
            if !found {
                let message =
                    "this names no page; it should be a CreativeWork with an absolute url";
                problems.add(APPEARANCE, &path, Some(one), message);
            } else if let Value::String(_) = one {
                let message = "this should be a CreativeWork with the address as its url";
                problems.add(APPEARANCE, &path, Some(one), message);
            }
        }
    }
}
