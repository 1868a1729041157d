//! Word files: the text as it stands with every tracked change accepted,
//! with footnotes, endnotes, comments and links as notes.
//!
//! A Word file is an archive of XML parts. Headers, footers and pictures are
//! no article text; nothing outside the file is ever looked at.

mod archive;
mod body;
mod core;
mod field;
mod notes;
mod relations;
#[cfg(test)]
mod sample;
mod story;
mod styles;
mod xml;

pub(super) use archive::is_word;

use std::collections::HashMap;

use super::{Document, IngestError, Reader};
use crate::model::article::ArticleDetails;
use archive::Archive;
use body::{Body, Notes};
use notes::Note;
use relations::Relations;
use story::Story;
use styles::Styles;
use xml::{Event, Xml};

/// Where the main part lies when nothing says otherwise.
const MAIN: &str = "word/document.xml";

/// Where the properties lie when nothing says otherwise.
const CORE: &str = "docProps/core.xml";

/// Reads Word files.
#[derive(Debug)]
pub(super) struct Docx;

impl Reader for Docx {
    fn media_type(&self) -> &'static str {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    }

    fn read(&self, bytes: &[u8]) -> Result<Document, IngestError> {
        let mut archive = Archive::open(bytes)?;
        let whole = Relations::of("", &mut archive)?;
        let main = whole.part("officeDocument").unwrap_or(MAIN);
        let Some(text) = archive.part(main)? else {
            return Err(malformed(format!("it has no part {main}")));
        };
        check_root(main, &text)?;
        let relations = Relations::of(main, &mut archive)?;
        let styles = match part(&relations, "styles", &mut archive)? {
            Some((name, text)) => Styles::read(name, &text)?,
            None => Styles::default(),
        };
        let notes = Notes {
            footnotes: notes_of("footnotes", &relations, &styles, &mut archive)?,
            endnotes: notes_of("endnotes", &relations, &styles, &mut archive)?,
            comments: notes_of("comments", &relations, &styles, &mut archive)?,
        };
        let mut details = details(&whole, &mut archive)?;
        let mut body = Body::new(&styles, notes);
        body.read(&mut Story::new((main, &text), &relations, &styles))?;
        if details.title.is_empty() {
            details.title = body.title.take().unwrap_or_default();
        }
        let document = body.writer.finish()?;
        Ok(Document {
            encoding: "utf-8".to_owned(),
            details,
            ..document
        })
    }
}

/// The name and text of the part of a kind, where there is one.
fn part<'r>(
    relations: &'r Relations,
    sort: &str,
    archive: &mut Archive<'_>,
) -> Result<Option<(&'r str, String)>, IngestError> {
    let Some(name) = relations.part(sort) else {
        return Ok(None);
    };
    Ok(archive.part(name)?.map(|text| (name, text)))
}

fn notes_of(
    sort: &str,
    relations: &Relations,
    styles: &Styles,
    archive: &mut Archive<'_>,
) -> Result<HashMap<String, Note>, IngestError> {
    let Some((name, text)) = part(relations, sort, archive)? else {
        return Ok(HashMap::new());
    };
    let links = Relations::of(name, archive)?;
    notes::read((name, &text), &links, styles)
}

fn details(whole: &Relations, archive: &mut Archive<'_>) -> Result<ArticleDetails, IngestError> {
    let name = whole.part("core-properties").unwrap_or(CORE);
    match archive.part(name)? {
        Some(text) => core::details(name, &text),
        None => Ok(ArticleDetails::default()),
    }
}

/// The main part of a spreadsheet or of slides is something else.
fn check_root(part: &str, text: &str) -> Result<(), IngestError> {
    let mut xml = Xml::new(part, text);
    loop {
        match xml.next()? {
            Event::Start(element) if element.name() == "document" => return Ok(()),
            Event::Start(element) => {
                let detail = format!("it holds a “{}” where a document should be", element.name());
                return Err(part_malformed(part, detail));
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn malformed(detail: String) -> IngestError {
    IngestError::Malformed {
        what: "Word file",
        detail,
    }
}

fn part_malformed(part: &str, detail: impl std::fmt::Display) -> IngestError {
    malformed(format!("in {part}, {detail}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::sample::{Sample, blocks, element, notes, p, run};
    use super::*;
    use crate::model::note::NoteKind;
    use crate::model::text::BlockKind;

    fn small() -> Sample {
        let note = r#"<w:r><w:footnoteReference w:id="1"/></w:r>"#;
        let footnote = format!(r#"<w:footnote w:id="1">{}</w:footnote>"#, p(&run("Note.")));
        Sample::new(&p(&(run("It cost 4 million.") + note)))
            .with_related(&[("rId1", "footnotes", "footnotes.xml", false)])
            .with("word/footnotes.xml", &element("w:footnotes", &footnote))
    }

    fn sound(document: &Document) {
        for note in &document.notes {
            assert!(note.span.slice(&document.text).is_some());
        }
        for block in &document.blocks {
            let words = block.span.slice(&document.text).unwrap();
            assert!(!words.is_empty() && words.trim() == words);
        }
    }

    fn complaint(sample: &Sample) -> String {
        sample.read().unwrap_err().to_string()
    }

    const DRAFT: &[u8] = include_bytes!("../../../tests/articles/draft.docx");

    #[test]
    fn a_whole_draft_is_read() {
        let document = Docx.read(DRAFT).unwrap();
        assert_eq!(
            blocks(&document),
            [
                (BlockKind::Heading, "Line 4 opens in Varnsby"),
                (
                    BlockKind::Body,
                    "Varnsby opened its fourth tram line on 2 March 2026. \
                     It is 7.4 kilometres long and has 13 stops."
                ),
                (BlockKind::Heading, "What it cost"),
                (
                    BlockKind::Body,
                    "The line cost 112 million euros, 9 million more than planned. \
                     The county paid two thirds of it."
                ),
                (BlockKind::Item, "10 new trams were bought"),
                (BlockKind::Item, "2 depots were widened"),
                (
                    BlockKind::Quotation,
                    "“We will carry 21,000 people a day,” the mayor said."
                ),
                (BlockKind::Cell, "Year"),
                (BlockKind::Cell, "Passengers"),
                (BlockKind::Cell, "2025"),
                (BlockKind::Cell, "6.1 million"),
                (
                    BlockKind::Body,
                    "Tickets still cost 2.80 euros, as they have since July 2023."
                ),
            ]
        );
        assert_eq!(document.details.title, "Line 4 opens in Varnsby");
        assert_eq!(document.details.author.as_deref(), Some("Mira Holt"));
        assert_eq!(document.details.language.as_deref(), Some("en-GB"));
    }

    #[test]
    fn the_notes_of_a_whole_draft_are_read() {
        let document = Docx.read(DRAFT).unwrap();
        let register = "https://example.org/varnsby/lines";
        let budget = "https://example.org/varnsby/budget-2025";
        let press = "https://example.org/county/press";
        let fares = "https://example.org/fares#single";
        assert_eq!(
            notes(&document),
            [
                (
                    NoteKind::Footnote,
                    "",
                    "Transport office, line register <https://example.org/varnsby/lines>, 2026, p. 12.",
                    Some(register)
                ),
                (
                    NoteKind::Link,
                    "9 million more than planned",
                    budget,
                    Some(budget)
                ),
                (NoteKind::Endnote, "", "Town budget 2025, table 3.", None),
                (
                    NoteKind::Comment,
                    "two thirds of it",
                    "The county says 60 per cent, see https://example.org/county/press.",
                    Some(press)
                ),
                (
                    NoteKind::Comment,
                    "two thirds of it",
                    "I asked again on Monday.",
                    None
                ),
                (NoteKind::Link, "July 2023", fares, Some(fares)),
            ]
        );
        let authors = document
            .notes
            .iter()
            .filter_map(|note| note.author.as_deref());
        assert_eq!(authors.collect::<Vec<_>>(), ["Jon Bell", "Mira Holt"]);
    }

    #[test]
    fn what_the_file_says_of_itself_is_taken() {
        let core = element(
            "cp:coreProperties",
            "<dc:title>The Line</dc:title><dc:creator> Vera Holm </dc:creator><dc:language>en-GB</dc:language>\
             <created>2026-03-01T10:00:00Z</created>",
        );
        let details = small()
            .with("docProps/core.xml", &core)
            .read()
            .unwrap()
            .details;
        assert_eq!(details.title, "The Line");
        assert_eq!(details.author.as_deref(), Some("Vera Holm"));
        assert_eq!(details.language.as_deref(), Some("en-GB"));
        assert_eq!(details.published, None);
        assert_eq!(small().read().unwrap().details, ArticleDetails::default());
    }

    #[test]
    fn what_is_no_word_file_is_refused_with_the_part() {
        assert!(complaint(&Sample::bare()).contains("no part word/document.xml"));
        let doctype =
            "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:document>&b;</w:document>";
        let sample = Sample::bare().with("word/document.xml", doctype);
        assert!(complaint(&sample).contains("in word/document.xml, it declares a document type"));
        let sample = Sample::bare().with("word/document.xml", "<workbook/>");
        assert!(complaint(&sample).contains("“workbook”"));
        let deep = "<w:ins>".repeat(600) + &"</w:ins>".repeat(600);
        assert!(matches!(
            Sample::new(&deep).read(),
            Err(IngestError::OverLimit { what: "levels", .. })
        ));
        let broken = small().with("docProps/core.xml", "<a");
        assert!(complaint(&broken).contains("in docProps/core.xml"));
        assert!(matches!(Sample::new("").read(), Err(IngestError::Empty)));
    }

    #[test]
    fn a_file_cut_off_anywhere_is_refused() {
        let bytes = small().bytes();
        for end in 0..bytes.len() {
            assert!(Docx.read(&bytes[..end]).is_err(), "cut at {end}");
        }
    }

    proptest! {
        #[test]
        fn a_changed_byte_is_no_harm(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = small().bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Ok(document) = Docx.read(&bytes) {
                sound(&document);
            }
        }

        #[test]
        fn any_elements_are_read(names in prop::collection::vec(0..ELEMENTS.len(), 0..60)) {
            let body = element("w:document", &any_body(&names));
            if let Ok(document) = small().with("word/document.xml", &body).read() {
                sound(&document);
            }
        }
    }

    /// Elements of a body in no order that Word would write; those without an
    /// end stay open until one of the words in `names` closes them.
    const ELEMENTS: [&str; 20] = [
        "<w:p>",
        "<w:r>",
        "<w:ins>",
        "<w:txbxContent>",
        "<w:tc>",
        "",
        "",
        "",
        "<w:t>It ran. </w:t>",
        "<w:tab/>",
        "<w:fldChar w:fldCharType=\"begin\"/>",
        "<w:fldChar w:fldCharType=\"separate\"/>",
        "<w:fldChar w:fldCharType=\"end\"/>",
        "<w:instrText>HYPERLINK https://example.org</w:instrText>",
        "<w:commentRangeStart w:id=\"1\"/>",
        "<w:commentRangeEnd w:id=\"1\"/>",
        "<w:footnoteReference w:id=\"1\"/>",
        "<w:trPr><w:del/></w:trPr>",
        "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
        "<w:p><w:r><w:t>Žilina</w:t></w:r></w:p>",
    ];

    fn any_body(names: &[usize]) -> String {
        let mut body = String::new();
        let mut open: Vec<&str> = Vec::new();
        for name in names {
            let element = ELEMENTS[*name];
            body.push_str(element);
            if element.is_empty() {
                body.extend(open.pop().map(|opened| opened.replace('<', "</")));
            } else if *name < 5 {
                open.push(element);
            }
        }
        while let Some(opened) = open.pop() {
            body.push_str(&opened.replace('<', "</"));
        }
        body
    }
}
