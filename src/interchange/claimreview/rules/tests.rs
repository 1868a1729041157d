//! Reviews that keep the rules, and such that break one of them each.

use serde_json::{Value, json};

use super::check;
use crate::interchange::linked::{Level, Problem};

/// A review that keeps every rule.
fn sound() -> Value {
    json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "The bridge cost ten million crowns",
        "url": "https://checks.example/bridge",
        "datePublished": "2024-05-02",
        "author": { "@type": "Organization", "name": "Town Checks", "url": "https://www.checks.example/" },
        "itemReviewed": { "@type": "Claim", "author": { "@type": "Person", "name": "Vega" }, "datePublished": "2024-04",
            "appearance": { "@type": "CreativeWork", "url": "https://news.example/a" } },
        "reviewRating": { "@type": "Rating", "alternateName": "False", "ratingValue": 1, "worstRating": 1, "bestRating": 5 },
    })
}

/// What is wrong when a value stands at a pointer; `null` takes it away.
fn with(pointer: &str, value: Value) -> Vec<Problem> {
    let mut review = sound();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let fields = review.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    if value.is_null() {
        fields.remove(name);
    } else {
        fields.insert(name.to_owned(), value);
    }
    check(&review).1
}

#[track_caller]
fn is(pointer: &str, value: Value, level: Level, rule: &str) {
    let found = with(pointer, value);
    let found: Vec<_> = found.iter().map(|one| (one.level, one.rule)).collect();
    assert_eq!(found, [(level, rule)], "{pointer}");
}

#[test]
fn a_sound_review_has_no_problem() {
    assert_eq!(check(&sound()), (1, vec![]));
    let mut list = sound();
    list["@type"] = json!(["ClaimReview", "Review"]);
    list["@context"] = json!({ "@vocab": "http://schema.org/" });
    assert_eq!(check(&json!([list])), (1, vec![]));
}

#[test]
fn what_google_requires_is_an_error() {
    is("/claimReviewed", json!(null), Level::Error, "claim-missing");
    is("/claimReviewed", json!(" "), Level::Error, "claim-missing");
    is("/url", json!(null), Level::Error, "url-missing");
    is("/url", json!("/bridge"), Level::Error, "url-absolute");
    is("/reviewRating", json!(null), Level::Error, "rating-missing");
    is(
        "/reviewRating",
        json!("False"),
        Level::Error,
        "rating-missing",
    );
    is(
        "/reviewRating/alternateName",
        json!(null),
        Level::Error,
        "rating-unnamed",
    );
    is(
        "/reviewRating/ratingValue",
        json!("one"),
        Level::Error,
        "rating-number",
    );
    is(
        "/reviewRating/ratingValue",
        json!(6),
        Level::Error,
        "rating-outside",
    );
    is(
        "/reviewRating/bestRating",
        json!(1),
        Level::Error,
        "rating-order",
    );
    is(
        "/reviewRating/worstRating",
        json!(0),
        Level::Error,
        "rating-lowest",
    );
    is(
        "/datePublished",
        json!("2 May 2024"),
        Level::Error,
        "date-format",
    );
    is(
        "/itemReviewed/datePublished",
        json!("04/2024"),
        Level::Error,
        "date-format",
    );
    is("/@context", json!(null), Level::Error, "context");
    is(
        "/@context",
        json!("https://schema.org.example"),
        Level::Error,
        "context",
    );
}

#[test]
fn what_loses_a_display_is_a_warning() {
    let warning =
        |pointer: &str, value: Value, rule: &str| is(pointer, value, Level::Warning, rule);
    warning("/claimReviewed", json!("a ".repeat(50)), "claim-long");
    warning(
        "/claimReviewed",
        json!("False: it cost ten"),
        "claim-tells-rating",
    );
    warning(
        "/claimReviewed",
        json!("It cost &quot;ten&quot;"),
        "html-in-text",
    );
    warning("/url", json!("https://bit.ly/x"), "url-shortened");
    warning("/url", json!("https://other.example/x"), "url-other-site");
    warning("/author", json!(null), "author-missing");
    warning("/author/@type", json!("Dog"), "author-unnamed");
    warning("/datePublished", json!(null), "date-missing");
    warning("/itemReviewed", json!(null), "item-missing");
    warning("/itemReviewed/@type", json!("CreativeWork"), "item-type");
    warning("/itemReviewed/author", json!(null), "claimant-missing");
    warning("/itemReviewed/author/name", json!(null), "claimant-unnamed");
    warning(
        "/itemReviewed/appearance",
        json!("https://news.example/a"),
        "appearance-url",
    );
    warning(
        "/itemReviewed/appearance/url",
        json!("the news"),
        "appearance-url",
    );
    warning("/reviewRating/@type", json!(null), "rating-type");
    warning("/reviewRating/bestRating", json!(null), "rating-incomplete");
    warning("/reviewRating/ratingValue", json!(1.5), "rating-fraction");
    warning("/reviewRatting", json!({}), "unknown-name");
}

#[test]
fn a_rating_without_a_number_is_told_how_to_be_written() {
    let mut review = sound();
    for name in ["ratingValue", "worstRating", "bestRating"] {
        review["reviewRating"][name] = json!(-1);
    }
    let rules: Vec<_> = check(&review).1.into_iter().map(|one| one.rule).collect();
    assert_eq!(rules, ["rating-none"]);
}

#[test]
fn reviews_of_one_page_are_compared() {
    let mut other = sound();
    other["claimReviewed"] = json!("It rained");
    other["url"] = json!("https://checks.example/bridge#second");
    let graph = json!({ "@context": "https://schema.org/", "@graph": [sound(), other, sound()] });
    let (count, problems) = check(&graph);
    let found: Vec<_> = problems
        .iter()
        .map(|one| (one.rule, one.path.as_str()))
        .collect();
    assert_eq!(count, 3);
    assert_eq!(
        found,
        [
            ("several-on-page", "$['@graph'][1].url"),
            ("twice", "$['@graph'][2]")
        ]
    );
}
