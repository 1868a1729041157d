//! What stands around an article and is none of it: notices of cookies,
//! prompts to subscribe, advertisements, buttons to share. Pages name these
//! by class and id, in words that differ little from one site to the next.

use dom_query::{Document as Page, NodeRef};

/// Elements that stand around an article by what they are. A header or footer
/// within the article is the article's.
const AROUND: &str = "nav, dialog, [role='navigation'], [role='dialog'], [role='banner'], \
    [role='contentinfo'], [role='alertdialog'], [aria-modal='true']";

/// Elements that can be notices.
const BLOCKS: &str = "div, section, aside, ul, ol, p, form";

/// Words in the class or id of what is a notice.
const WORDS: &[&str] = &[
    "ad",
    "ads",
    "adslot",
    "advert",
    "advertisement",
    "advertising",
    "breadcrumb",
    "breadcrumbs",
    "consent",
    "cookie",
    "cookies",
    "gdpr",
    "newsletter",
    "onetrust",
    "outbrain",
    "paywall",
    "promo",
    "recirc",
    "recirculation",
    "related",
    "share",
    "sharebar",
    "sharing",
    "sidebar",
    "social",
    "sponsored",
    "subscribe",
    "taboola",
    "tags",
    "toc",
];

/// A notice holds at most this part of the words of its page: an article may
/// lie in an element that is named after its sidebar.
const LARGEST_PART: usize = 4;

/// Takes notices off a page.
pub(super) fn remove_notices(page: &Page) {
    let body = page.select("body").text();
    let most = body.split_whitespace().count() / LARGEST_PART;
    let is_small = |node: &NodeRef<'_>| node.text().split_whitespace().count() <= most;
    for node in page.select(AROUND).nodes() {
        if is_small(node) {
            node.remove_from_parent();
        }
    }
    for node in page.select(BLOCKS).nodes() {
        if is_named_so(node) && is_small(node) {
            node.remove_from_parent();
        }
    }
}

fn is_named_so(node: &NodeRef<'_>) -> bool {
    ["class", "id"].iter().any(|name| {
        node.attr(name).is_some_and(|names| {
            names
                .split(|c: char| !c.is_ascii_alphanumeric())
                .any(|word| WORDS.contains(&word.to_ascii_lowercase().as_str()))
        })
    })
}
