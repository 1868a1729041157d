//! Footnotes of a page: a raised link within the page leads to what they say.

use std::collections::HashMap;

use dom_query::{Document as Page, NodeRef};

/// What a raised number of the text leads to, by the id of the place.
#[derive(Debug, Default)]
pub(super) struct FootnoteTexts(HashMap<String, String>);

impl FootnoteTexts {
    /// The footnotes of a page, with the addresses that they link to.
    pub(super) fn of(page: &Page) -> Self {
        let marks = page.select("sup a[href^='#'], a[role='doc-noteref'][href^='#']");
        let targets: Vec<String> = marks
            .iter()
            .filter_map(|mark| Some(mark.attr("href")?.trim_start_matches('#').to_owned()))
            .collect();
        let mut places: HashMap<String, NodeRef<'_>> = HashMap::new();
        for place in page.select("[id]").nodes() {
            if let Some(id) = place.attr("id") {
                places.entry(id.to_string()).or_insert(*place);
            }
        }
        let texts = targets.into_iter().filter_map(|id| {
            let text = said(places.get(&id)?);
            Some((id, text))
        });
        Self(texts.collect())
    }

    /// What the footnote says that a link leads to.
    pub(super) fn said_at(&self, address: &str) -> Option<&str> {
        let id = address.strip_prefix('#')?;
        self.0.get(id).map(String::as_str)
    }
}

/// The words of a footnote without its links back into the text, and the
/// addresses that it links to without showing them.
fn said(place: &NodeRef<'_>) -> String {
    let mut text = place.text().to_string();
    let links = place.descendants_it().filter(|node| node.has_name("a"));
    for link in links {
        let Some(address) = link.attr("href") else {
            continue;
        };
        if address.starts_with('#') {
            text = text.replacen(&*link.text(), "", 1);
        } else if address.starts_with("http") && !text.contains(&*address) {
            text.push(' ');
            text.push_str(&address);
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
