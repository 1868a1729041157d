//! The report as a Word file: the article as an editor works on it, with a
//! comment on each claim and each open flag, and with corrections as tracked
//! changes.
//!
//! The file holds text and nothing that acts: no macros, no fields, no
//! pictures, nothing outside it but links to the web that somebody has to click
//! on. The parts follow ECMA-376, part 1, section 17, and are written in the
//! order of elements that its schema asks for.

mod article;
mod flow;
mod links;
mod matter;
mod package;
mod prose;
mod remarks;
#[cfg(test)]
mod tests;
mod xml;

use zip::result::ZipError;

use self::flow::{Flow, Style};
use self::links::Links;
use self::package::{Part, packed};
use self::remarks::{Remark, time};
use self::xml::Xml;
use super::content::ArticleReport;
use super::view::View;

/// The parts that the document needs: of what kind each is, and where it lies
/// as seen from the document.
const BESIDE: [(&str, &str); 4] = [
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("comments", "comments.xml"),
];

/// The report as the bytes of a file.
pub(super) fn file(report: &ArticleReport) -> Result<Vec<u8>, ZipError> {
    packed(&parts(report))
}

/// Every part of the file, in the order in which they lie in it.
fn parts(report: &ArticleReport) -> Vec<Part> {
    let view = View::new(report);
    let remarks = Remark::all(&view);
    let changes = article::changes(report, &remarks);
    let (comments, comment_links) =
        remarks::part(&view, &remarks, |number| changes.contains_key(&number));
    let (document, document_links) = {
        let mut flow = Flow::new("w:document", Links::to_parts(BESIDE.to_vec()));
        flow.xml.begin("w:body", &[]);
        matter::front(&mut flow, &view, !changes.is_empty());
        flow.paragraph(Style::ReportHeading, "The article");
        let unplaced = article::write(&mut flow, report, &remarks, &changes);
        if !unplaced.is_empty() {
            flow.paragraph(Style::ReportHeading, "Without a place in the text");
        }
        for number in unplaced {
            article::write_unplaced(&mut flow, number, remarks[number].words());
        }
        matter::sources(&mut flow, &view);
        matter::about(&mut flow, report);
        section(&mut flow.xml);
        flow.finish()
    };
    let package_links = Links::to_parts(vec![
        ("officeDocument", "word/document.xml"),
        ("core-properties", "docProps/core.xml"),
    ]);
    let relationships = [
        ("_rels/.rels", package_links.part()),
        ("word/_rels/document.xml.rels", document_links),
        ("word/_rels/comments.xml.rels", comment_links),
    ];
    let mut parts: Vec<Part> = relationships
        .into_iter()
        .filter_map(|(name, xml)| Some(Part::relationships(name, xml?)))
        .collect();
    parts.extend([
        Part::word("word/document.xml", "document.main", document),
        Part::word("word/comments.xml", "comments", comments),
        Part::word(
            "word/styles.xml",
            "styles",
            include_str!("parts/styles.xml"),
        ),
        Part::word(
            "word/numbering.xml",
            "numbering",
            include_str!("parts/numbering.xml"),
        ),
        Part::word(
            "word/settings.xml",
            "settings",
            include_str!("parts/settings.xml"),
        ),
        Part::word("docProps/core.xml", "core-properties", properties(report)),
    ]);
    parts
}

/// The page: A4, with margins of 2.5 centimetres, in twentieths of a point.
fn section(xml: &mut Xml) {
    xml.begin("w:sectPr", &[]);
    xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", "1417"),
            ("w:right", "1417"),
            ("w:bottom", "1417"),
            ("w:left", "1417"),
            ("w:header", "708"),
            ("w:footer", "708"),
            ("w:gutter", "0"),
        ],
    );
    xml.end();
}

/// What the file says of itself. The author is the article's; the report's own
/// time is when the file was made.
fn properties(report: &ArticleReport) -> String {
    let mut xml = Xml::part(
        "cp:coreProperties",
        &[
            (
                "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            ),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    let details = &report.article.details;
    xml.element("dc:title", &[], &details.title);
    if let Some(author) = &details.author {
        xml.element("dc:creator", &[], author);
    }
    xml.element("dc:description", &[], "A fact-check report by claimdesk");
    if let Some(language) = &details.language {
        xml.element("dc:language", &[], language);
    }
    let made = time(report.generated_at);
    let kind = [("xsi:type", "dcterms:W3CDTF")];
    xml.element("dcterms:created", &kind, &made);
    xml.element("dcterms:modified", &kind, &made);
    xml.finish()
}
