//! Rules for the rating.

use serde_json::{Map, Value};

use super::{Looked, Rule, said};
use crate::interchange::linked::{JsonPath, Level, Problems, number, object, type_names};

const MISSING: Rule = (
    Level::Error,
    "rating-missing",
    "Google: ClaimReview, reviewRating is required",
);
const UNNAMED: Rule = (
    Level::Error,
    "rating-unnamed",
    "Google: Rating, alternateName is required",
);
const KIND: Rule = (
    Level::Warning,
    "rating-type",
    "Google: ClaimReview, reviewRating is a Rating",
);
const NUMBER: Rule = (
    Level::Error,
    "rating-number",
    "schema.org: Rating, ratingValue, bestRating, worstRating",
);
const LACKING: Rule = (
    Level::Warning,
    "rating-incomplete",
    "Google: Rating, bestRating and worstRating",
);
const NONE: Rule = (
    Level::Warning,
    "rating-none",
    "Google: Rating, ratingValue is recommended",
);
const ORDER: Rule = (
    Level::Error,
    "rating-order",
    "Google: Rating, bestRating is greater than worstRating",
);
const LOWEST: Rule = (
    Level::Error,
    "rating-lowest",
    "Google: Rating, worstRating is at least 1",
);
const OUTSIDE: Rule = (
    Level::Error,
    "rating-outside",
    "Google: Rating, ratingValue lies from worstRating to bestRating",
);
const FRACTION: Rule = (
    Level::Warning,
    "rating-fraction",
    "Google: Rating, ratingValue: integers are preferred",
);

pub(super) fn rating_is_named(review: &Looked<'_>, problems: &mut Problems) {
    let Some((path, rating)) = review.node("reviewRating") else {
        let message = "reviewRating is missing: a Rating with alternateName";
        return problems.add(MISSING, &review.at("reviewRating"), None, message);
    };
    let Some(node) = object(rating) else {
        let message = "reviewRating has to be a Rating, with the text as its alternateName";
        return problems.add(MISSING, &path, Some(rating), message);
    };
    if !type_names(node).contains(&"Rating") {
        let message = "reviewRating should be of type Rating";
        problems.add(KIND, &path.key("@type"), node.get("@type"), message);
    }
    if said(node.get("alternateName")).is_none() {
        let message = match said(node.get("name")) {
            Some(name) => format!("the rating's name, “{name}”, belongs into alternateName"),
            None => "alternateName is missing: the rating in a word or a few".to_owned(),
        };
        problems.add(
            UNNAMED,
            &path.key("alternateName"),
            node.get("alternateName"),
            message,
        );
    }
}

pub(super) fn numbers_fit(review: &Looked<'_>, problems: &mut Problems) {
    let Some((path, rating)) = review.node("reviewRating") else {
        return;
    };
    let Some(node) = object(rating) else { return };
    let mut given = |name: &str| {
        let value = node.get(name).filter(|value| !value.is_null())?;
        let read = number(value);
        if read.is_none() {
            let message = format!("{name} is no number");
            problems.add(NUMBER, &path.key(name), Some(value), message);
        }
        read
    };
    let (value, best, worst) = (
        given("ratingValue"),
        given("bestRating"),
        given("worstRating"),
    );
    bounds(node, &path, (value, best, worst), problems);
    let Some(value) = value else { return };
    if value.fract() != 0.0 {
        let message = "integers are preferred";
        problems.add(
            FRACTION,
            &path.key("ratingValue"),
            node.get("ratingValue"),
            message,
        );
    }
}

type Numbers = (Option<f64>, Option<f64>, Option<f64>);

fn bounds(
    node: &Map<String, Value>,
    path: &JsonPath,
    (value, best, worst): Numbers,
    problems: &mut Problems,
) {
    let field = |name: &str| (path.key(name), node.get(name));
    let (Some(best), Some(worst)) = (best, worst) else {
        for (name, missing) in [
            ("bestRating", best.is_none()),
            ("worstRating", worst.is_none()),
        ] {
            let (path, there) = field(name);
            if value.is_some() && missing && there.is_none() {
                let message = format!("ratingValue says little without {name}");
                problems.add(LACKING, &path, None, message);
            }
        }
        return;
    };
    let (best_path, best_value) = field("bestRating");
    let (worst_path, worst_value) = field("worstRating");
    let (value_path, given) = field("ratingValue");
    // How some publishers say that a rating has no number.
    let unnumbered = best < 1.0 && worst < 1.0 && value.is_none_or(|value| value < 1.0);
    if unnumbered && best <= worst {
        let message = "leave the three numbers out where a rating has none";
        return problems.add(NONE, &value_path, given, message);
    }
    if best <= worst {
        let message = format!(
            "bestRating, {best}, is not greater than worstRating, {worst}; the higher the truer"
        );
        return problems.add(ORDER, &best_path, best_value, message);
    }
    if worst < 1.0 {
        let message = "worstRating is less than 1";
        problems.add(LOWEST, &worst_path, worst_value, message);
    }
    if let Some(value) = value
        && !(worst..=best).contains(&value)
    {
        let message = format!("ratingValue does not lie from {worst} to {best}");
        problems.add(OUTSIDE, &value_path, given, message);
    }
}
