//! What pages of journals and archives say about a work: Highwire Press tags
//! (as Google Scholar's *Inclusion guidelines* list them), Dublin Core and
//! PRISM.

use dom_query::Document as Page;

/// Elements that give a number by which a work is known anywhere.
const IDENTIFIERS: [&str; 6] = [
    "citation_doi",
    "prism.doi",
    "dc.identifier.doi",
    "dc.identifier",
    "dcterms.identifier",
    "citation_isbn",
];

/// Every author, parted by semicolons.
pub(super) fn authors(page: &Page) -> Option<String> {
    let authors = contents(page, "citation_author");
    (!authors.is_empty()).then(|| authors.join("; "))
}

/// The numbers by which the work is known, as they are written.
pub(super) fn identifiers(page: &Page) -> Vec<String> {
    IDENTIFIERS
        .iter()
        .flat_map(|name| contents(page, name))
        .collect()
}

/// The contents of all `meta` elements of a name, in order.
fn contents(page: &Page, name: &str) -> Vec<String> {
    let elements = page.select("meta[name][content]");
    let named = elements.iter().filter(|element| {
        element
            .attr("name")
            .is_some_and(|found| found.eq_ignore_ascii_case(name))
    });
    named
        .filter_map(|element| element.attr("content"))
        .map(|content| content.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|content| !content.is_empty())
        .collect()
}
