//! Rules for the page of a review, who made it, its dates, and what holds of all
//! reviews of a page.

use std::collections::HashMap;

use serde_json::{Map, Value};
use url::Url;

use super::{Looked, Rule, said};
use crate::identity::host;
use crate::interchange::claimreview::parts::is_address;
use crate::interchange::claimreview::write::is_shortener;
use crate::interchange::claimreview::{dates, fields};
use crate::interchange::linked::{JsonPath, Level, Problems, items, object, type_names};

const NO_URL: Rule = (
    Level::Error,
    "url-missing",
    "Google: ClaimReview, url is required",
);
const BAD_URL: Rule = (Level::Error, "url-absolute", "Google: ClaimReview, url");
const SHORT_URL: Rule = (Level::Warning, "url-shortened", "Google: ClaimReview, url");
const OTHER_SITE: Rule = (
    Level::Warning,
    "url-other-site",
    "Google: ClaimReview, url is on the domain of the page",
);
const NO_CHECKER: Rule = (
    Level::Warning,
    "author-missing",
    "Google: ClaimReview, author is recommended",
);
const CHECKER: Rule = (
    Level::Warning,
    "author-unnamed",
    "Google: ClaimReview, author is an Organization or Person with name or url",
);
const DATE: Rule = (
    Level::Error,
    "date-format",
    "schema.org: datePublished is a Date or DateTime (ISO 8601)",
);
const NO_DATE: Rule = (
    Level::Warning,
    "date-missing",
    "schema.org: CreativeWork, datePublished",
);
const CONTEXT: Rule = (
    Level::Error,
    "context",
    "JSON-LD 1.1, section 3.1; schema.org",
);
const SEVERAL: Rule = (
    Level::Warning,
    "several-on-page",
    "Google: fact checks, technical guidelines",
);
const TWICE: Rule = (
    Level::Warning,
    "twice",
    "Google: fact checks, technical guidelines",
);

pub(super) fn url_names_the_page(review: &Looked<'_>, problems: &mut Problems) {
    let path = review.at("url");
    let value = review.get("url");
    let Some(url) = value
        .and_then(fields::address)
        .filter(|url| !url.is_empty())
    else {
        let message = "url is missing: the page that the fact check stands on";
        return problems.add(NO_URL, &path, value, message);
    };
    let parsed = Url::parse(&url).ok().filter(|_| is_address(&url));
    if parsed.is_none_or(|url| !url.has_host()) {
        let message = "url is no absolute http or https address";
        return problems.add(BAD_URL, &path, value, message);
    }
    let Some(page) = host(&url).map(|host| host.unicode) else {
        return;
    };
    if is_shortener(&page) {
        let message =
            format!("{page} shortens addresses; give the page's own, for these are not followed");
        return problems.add(SHORT_URL, &path, value, message);
    }
    let site = review.node("author").and_then(|(_, author)| {
        let url = object(author)?.get("url")?;
        host(&fields::address(url)?)
    });
    if let Some(site) = site {
        let own = site.unicode.strip_prefix("www.").unwrap_or(&site.unicode);
        if page != own && !page.ends_with(&format!(".{own}")) {
            let message = format!(
                "the page is on {page}, and who made the check on {own}; only a page on its own domain or a subdomain is shown"
            );
            problems.add(OTHER_SITE, &path, value, message);
        }
    }
}

pub(super) fn checker_is_named(review: &Looked<'_>, problems: &mut Problems) {
    let Some((path, author)) = review.node("author") else {
        let message = "author is missing: who made the fact check";
        return problems.add(NO_CHECKER, &review.at("author"), None, message);
    };
    for one in items(author) {
        let Some(node) = object(one) else {
            let message = "author should be an Organization or a Person with a name or url";
            problems.add(CHECKER, &path, Some(one), message);
            continue;
        };
        let told = ["name", "url"]
            .iter()
            .any(|name| said(node.get(*name)).is_some());
        if !told {
            let message = "author has neither a name nor a url";
            problems.add(CHECKER, &path, Some(one), message);
        }
        let fits = |kind: &&str| *kind == "Person" || kind.ends_with("Organization");
        if !type_names(node).iter().any(fits) {
            let message = "author should be of type Organization or Person";
            problems.add(CHECKER, &path.key("@type"), node.get("@type"), message);
        }
    }
}

pub(super) fn dates_are_dates(review: &Looked<'_>, problems: &mut Problems) {
    if review.get("datePublished").is_none() {
        let message = "datePublished is missing: when the fact check was published";
        problems.add(NO_DATE, &review.at("datePublished"), None, message);
    }
    let own = ["datePublished", "dateModified", "dateCreated"]
        .iter()
        .map(|name| (review.at(name), review.get(name)));
    let claimed = review
        .node("itemReviewed")
        .map(|(path, item)| (path.key("datePublished"), item.get("datePublished")));
    for (path, value) in own.chain(claimed) {
        let Some(value) = value.filter(|value| !value.is_null()) else {
            continue;
        };
        let is_date = said(Some(value)).is_some_and(|date| dates::is_iso(date.trim()));
        if !is_date {
            let message = "this is no date; write 2024-05-01, or a time with its zone";
            problems.add(DATE, &path, Some(value), message);
        }
    }
}

/// The document, or the review itself, says that its names are those of
/// schema.org.
pub(super) fn context_is_schema_org(
    document: &Value,
    reviews: &[(JsonPath, &Map<String, Value>)],
    problems: &mut Problems,
) {
    let own = |node: &Map<String, Value>| node.get("@context").is_some_and(is_schema_org);
    let around = match document {
        Value::Object(root) => own(root),
        Value::Array(nodes) => nodes.iter().filter_map(object).any(own),
        _ => false,
    };
    for (path, node) in reviews {
        if !around && !own(node) {
            let given = node.get("@context").or_else(|| document.get("@context"));
            let message = "@context should be \"https://schema.org\"";
            problems.add(CONTEXT, &path.key("@context"), given, message);
        }
    }
}

fn is_schema_org(context: &Value) -> bool {
    items(context).iter().any(|one| {
        let address = match one {
            Value::Object(fields) => fields.get("@vocab").and_then(Value::as_str),
            other => other.as_str(),
        };
        address.is_some_and(|address| {
            let address = address.trim_end_matches(['/', '#']);
            let host = ["https://", "http://"]
                .iter()
                .find_map(|scheme| address.strip_prefix(scheme));
            host.is_some_and(|host| {
                host == "schema.org" || host == "www.schema.org" || host.starts_with("schema.org/")
            })
        })
    })
}

pub(super) fn one_review_on_a_page(
    reviews: &[(JsonPath, &Map<String, Value>)],
    problems: &mut Problems,
) {
    let page_of = |node: &Map<String, Value>| {
        let url = node.get("url").and_then(fields::address)?;
        Some(url.split('#').next().unwrap_or_default().to_owned())
    };
    let mut pages: HashMap<String, HashMap<Option<String>, &JsonPath>> = HashMap::new();
    for (path, node) in reviews {
        let Some(page) = page_of(node) else { continue };
        let claim = said(node.get("claimReviewed"));
        let known = pages.entry(page).or_default();
        let several = !known.is_empty();
        match known.get(&claim).filter(|_| claim.is_some()) {
            Some(first) => {
                let message = format!("the same claim is reviewed at {first} already");
                problems.add(TWICE, path, None, message);
            }
            None if several => {
                let message = "another review has the same page; a page with several loses the display of a single fact check";
                problems.add(SEVERAL, &path.key("url"), node.get("url"), message);
            }
            None => {}
        }
        known.entry(claim).or_insert(path);
    }
}
