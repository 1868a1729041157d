//! What a page says about itself: as JSON-LD, in `meta` elements, in its
//! headings. See <https://schema.org/Article>, <https://ogp.me> and the HTML
//! Standard.

use dom_query::Document as Page;
use serde_json::Value;

use super::scholarly::authors;
use crate::model::article::ArticleDetails;
use crate::model::edtf::EdtfDate;

/// What the page says of its article, and the headline it shows.
pub(super) fn details(page: &Page) -> (ArticleDetails, Option<String>) {
    let linked = linked_article(page);
    let told = |names: &[&str]| names.iter().find_map(|name| meta(page, name));
    let linked_text = |path: &[&str]| linked.as_ref().and_then(|article| names(article, path));
    let heading = only_heading(page);
    let details = ArticleDetails {
        title: linked_text(&["headline"])
            .or_else(|| {
                told(&[
                    "citation_title",
                    "og:title",
                    "twitter:title",
                    "dc.title",
                    "dcterms.title",
                ])
            })
            .or_else(|| heading.clone())
            .or_else(|| shown(&page.select("title").first().text()))
            .or_else(|| linked_text(&["name"]))
            .unwrap_or_default(),
        author: linked_text(&["author", "name"])
            .or_else(|| linked_text(&["author"]))
            .or_else(|| authors(page))
            .or_else(|| told(&["author", "parsely-author", "dc.creator", "dcterms.creator"]))
            .or_else(|| told(&["article:author"]).filter(|author| !author.contains("://"))),
        publisher: linked_text(&["publisher", "name"])
            .or_else(|| linked_text(&["publisher"]))
            .or_else(|| {
                told(&[
                    "citation_publisher",
                    "og:site_name",
                    "dc.publisher",
                    "application-name",
                    "citation_journal_title",
                ])
            }),
        url: attribute(page, "link[rel~='canonical']", "href")
            .or_else(|| told(&["og:url"]))
            .or_else(|| linked_text(&["url"]))
            .or_else(|| linked_text(&["mainEntityOfPage", "@id"]))
            .filter(|url| url.starts_with("http")),
        published: linked_text(&["datePublished"])
            .as_deref()
            .and_then(date)
            .or_else(|| {
                let names = [
                    "article:published_time",
                    "citation_publication_date",
                    "citation_online_date",
                    "citation_date",
                    "dc.date.issued",
                    "date",
                    "dc.date",
                    "dcterms.date",
                    "pubdate",
                ];
                told(&names).as_deref().and_then(date)
            })
            .or_else(|| {
                let time = attribute(page, "article time[datetime], time[pubdate]", "datetime");
                time.or_else(|| attribute(page, "time[datetime]", "datetime"))
                    .as_deref()
                    .and_then(date)
            }),
        language: attribute(page, "html", "lang")
            .or_else(|| linked_text(&["inLanguage"]))
            .or_else(|| told(&["og:locale", "content-language"]))
            .map(|tag| tag.replace('_', "-")),
    };
    let heading = heading.or_else(|| headline_among_headings(page, &details.title));
    (details, heading)
}

/// The page's one first-level heading.
fn only_heading(page: &Page) -> Option<String> {
    let headings = page.select("h1");
    if headings.length() == 1 {
        shown(&headings.text())
    } else {
        None
    }
}

/// Of several first-level headings, the one that says the title.
fn headline_among_headings(page: &Page, title: &str) -> Option<String> {
    let headings = page.select("h1");
    let mut texts = headings.iter().filter_map(|heading| shown(&heading.text()));
    texts.find(|text| text.eq_ignore_ascii_case(title))
}

fn meta(page: &Page, name: &str) -> Option<String> {
    let elements = page.select("meta[content]");
    elements.iter().find_map(|element| {
        let named = ["property", "name", "itemprop", "http-equiv"]
            .iter()
            .any(|key| {
                element
                    .attr(key)
                    .is_some_and(|value| value.eq_ignore_ascii_case(name))
            });
        let content = element.attr("content").filter(|_| named)?;
        shown(&content)
    })
}

fn attribute(page: &Page, selector: &str, name: &str) -> Option<String> {
    shown(&page.select(selector).attr(name)?)
}

fn shown(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// A date, or the day of a time.
fn date(text: &str) -> Option<EdtfDate> {
    let day = text.split(['T', ' ']).next()?;
    day.replace('/', "-").parse().ok()
}

/// The first article in the page's JSON-LD blocks, within lists and graphs.
fn linked_article(page: &Page) -> Option<Value> {
    let blocks = page.select("script[type='application/ld+json']");
    blocks.iter().find_map(|block| {
        let value: Value = serde_json::from_str(block.text().trim()).ok()?;
        article_in(&value).cloned()
    })
}

fn article_in(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(items) => items.iter().find_map(article_in),
        Value::Object(fields) => {
            let types = fields.get("@type").map(strings).unwrap_or_default();
            let is_article = types.iter().any(|name| {
                name.ends_with("Article") || name.ends_with("BlogPosting") || *name == "Report"
            });
            if is_article {
                Some(value)
            } else {
                fields.get("@graph").and_then(article_in)
            }
        }
        _ => None,
    }
}

/// The text at a path of fields, several joined by commas.
fn names(value: &Value, path: &[&str]) -> Option<String> {
    let Some((first, rest)) = path.split_first() else {
        let names: Vec<&str> = strings(value);
        return shown(&names.join(", "));
    };
    match value {
        Value::Array(items) => {
            let each: Vec<String> = items.iter().filter_map(|item| names(item, path)).collect();
            shown(&each.join(", "))
        }
        Value::Object(fields) => fields.get(*first).and_then(|field| names(field, rest)),
        _ => None,
    }
}

fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
