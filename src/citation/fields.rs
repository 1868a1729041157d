//! Which field of `BibTeX`, and which tag of RIS, says what a variable of CSL says.
//!
//! The fields are those of `BibLaTeX` 3.20, section 2.2.2, in the older spelling
//! where it reads that too (`journal`, `address`), so that `BibTeX` does; the tags
//! are those of the RIS Format Specifications of 2001, and of 2011 where those
//! have none. What a format has no word for goes into a field that is free for
//! users (`csl-…` in `BibTeX`, U1 in RIS), so that nothing is lost on the way
//! back.

/// A variable with its names.
struct Field {
    /// The variable.
    csl: &'static str,
    /// The field of `BibTeX`.
    bibtex: Option<&'static str>,
    /// The tag of RIS.
    ris: Option<&'static str>,
}

const fn both(csl: &'static str, bibtex: &'static str, ris: &'static str) -> Field {
    Field {
        csl,
        bibtex: Some(bibtex),
        ris: Some(ris),
    }
}

const fn bibtex(csl: &'static str, bibtex: &'static str) -> Field {
    Field {
        csl,
        bibtex: Some(bibtex),
        ris: None,
    }
}

const fn ris(csl: &'static str, ris: &'static str) -> Field {
    Field {
        csl,
        bibtex: None,
        ris: Some(ris),
    }
}

/// The variables that have a field or tag of their own whatever the sort of
/// the item. Container, numbers, pages, publisher and dates depend on more.
const FIELDS: &[Field] = &[
    both("title", "title", "TI"),
    both("title-short", "shorttitle", "ST"),
    both("author", "author", "AU"),
    both("editor", "editor", "A2"),
    both("translator", "translator", "A4"),
    both("collection-title", "series", "T3"),
    both("container-title-short", "shortjournal", "J2"),
    both("volume", "volume", "VL"),
    both("number-of-volumes", "volumes", "NV"),
    both("edition", "edition", "ET"),
    both("publisher-place", "address", "CY"),
    both("genre", "type", "M3"),
    ris("section", "SE"),
    bibtex("chapter-number", "chapter"),
    both("language", "language", "LA"),
    both("abstract", "abstract", "AB"),
    both("keyword", "keywords", "KW"),
    both("note", "note", "N1"),
    both("call-number", "library", "CN"),
    both("DOI", "doi", "DO"),
    both("URL", "url", "UR"),
    both("archive_location", "archiveurl", "AV"),
    both("original-title", "origtitle", "OP"),
    bibtex("ISBN", "isbn"),
    bibtex("ISSN", "issn"),
    bibtex("PMCID", "pmcid"),
    bibtex("PMID", "pmid"),
    bibtex("container-author", "bookauthor"),
    bibtex("number-of-pages", "pagetotal"),
    bibtex("version", "version"),
    bibtex("status", "pubstate"),
    bibtex("medium", "howpublished"),
    bibtex("event-title", "eventtitle"),
    bibtex("event-place", "venue"),
    bibtex("event-date", "eventdate"),
    bibtex("original-date", "origdate"),
    bibtex("original-publisher", "origpublisher"),
    bibtex("original-publisher-place", "origlocation"),
];

/// The field of `BibTeX` for a variable.
pub(super) fn to_bibtex(variable: &str) -> Option<&'static str> {
    FIELDS
        .iter()
        .find(|field| field.csl == variable)
        .and_then(|field| field.bibtex)
}

/// The variable of a field of `BibTeX`.
pub(super) fn from_bibtex(name: &str) -> Option<&'static str> {
    let name = match name {
        "location" => "address",
        other => other,
    };
    FIELDS
        .iter()
        .find(|field| field.bibtex == Some(name))
        .map(|field| field.csl)
}

/// The tag of RIS for a variable.
pub(super) fn to_ris(variable: &str) -> Option<&'static str> {
    FIELDS
        .iter()
        .find(|field| field.csl == variable)
        .and_then(|field| field.ris)
}

/// The variable of a tag of RIS.
pub(super) fn from_ris(tag: &str) -> Option<&'static str> {
    let tag = match tag {
        "T1" => "TI",
        "A1" => "AU",
        "ED" => "A2",
        "N2" => "AB",
        "JA" => "J2",
        "PP" => "CY",
        other => other,
    };
    FIELDS
        .iter()
        .find(|field| field.ris == Some(tag))
        .map(|field| field.csl)
}
