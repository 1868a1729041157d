//! Paragraphs and their words, with the formats of Word.

use super::links::Links;
use super::xml::{Attribute, Xml};

/// The namespaces of a part with paragraphs.
const SPACES: [Attribute<'_>; 2] = [
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
];

/// The style that a paragraph is in, as `parts/styles.xml` defines it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Running text.
    Plain,
    Title,
    Subtitle,
    /// A heading of the article, by its level.
    Heading(u8),
    /// A heading of the report, which is no part of the article.
    ReportHeading,
    Bullet,
    Quotation,
    TableText,
    PageFurniture,
    Source,
    Cell,
    Comment,
}

impl Style {
    fn id(self) -> Option<&'static str> {
        Some(match self {
            Self::Plain => return None,
            Self::Title => "Title",
            Self::Subtitle => "Subtitle",
            Self::Heading(0 | 1) => "Heading1",
            Self::Heading(2) => "Heading2",
            Self::Heading(3) => "Heading3",
            Self::Heading(4) => "Heading4",
            Self::Heading(5) => "Heading5",
            Self::Heading(_) => "Heading6",
            Self::ReportHeading => "ReportHeading",
            Self::Bullet => "ListBullet",
            Self::Quotation => "Quote",
            Self::TableText => "TableText",
            Self::PageFurniture => "PageFurniture",
            Self::Source => "SourceEntry",
            Self::Cell => "Cell",
            Self::Comment => "CommentText",
        })
    }
}

/// How words look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Look {
    #[default]
    Plain,
    Bold,
    Italic,
    Struck,
    /// As a program's text.
    Code,
    Link,
}

/// A part with paragraphs, and its links.
#[derive(Debug)]
pub(super) struct Flow {
    pub(super) xml: Xml,
    links: Links,
}

impl Flow {
    /// A part with this root and these relationships.
    pub(super) fn new(root: &'static str, links: Links) -> Self {
        Self {
            xml: Xml::part(root, &SPACES),
            links,
        }
    }

    /// The part, and the part with its relationships where it has any.
    pub(super) fn finish(self) -> (String, Option<String>) {
        (self.xml.finish(), self.links.part())
    }

    /// Begins a paragraph that reads from the right where these words do.
    pub(super) fn begin(&mut self, style: Style, words: &str) {
        self.xml.begin("w:p", &[]);
        let rtl = reads_from_the_right(words);
        if style != Style::Plain || rtl {
            self.xml.begin("w:pPr", &[]);
            if let Some(id) = style.id() {
                self.xml.empty("w:pStyle", &[("w:val", id)]);
            }
            if rtl {
                self.xml.empty("w:bidi", &[]);
            }
            self.xml.end();
        }
    }

    /// Ends a paragraph.
    pub(super) fn end(&mut self) {
        self.xml.end();
        self.xml.line();
    }

    /// A paragraph that says just this.
    pub(super) fn paragraph(&mut self, style: Style, text: &str) {
        self.begin(style, text);
        self.words(text, Look::Plain);
        self.end();
    }

    /// Words of the open paragraph.
    pub(super) fn words(&mut self, text: &str, look: Look) {
        self.run("w:t", text, look);
    }

    /// Words of the open paragraph that are struck from it.
    pub(super) fn deleted(&mut self, text: &str) {
        self.run("w:delText", text, Look::Plain);
    }

    /// Words that lead to an address, where it is one of the web.
    pub(super) fn link(&mut self, text: &str, address: Option<&str>) {
        match address.and_then(|address| self.links.id(address)) {
            Some(id) if !text.is_empty() => {
                self.xml
                    .begin("w:hyperlink", &[("r:id", &id), ("w:history", "1")]);
                self.words(text, Look::Link);
                self.xml.end();
            }
            _ => self.words(text, Look::Plain),
        }
    }

    fn run(&mut self, element: &'static str, text: &str, look: Look) {
        if text.is_empty() {
            return;
        }
        self.xml.begin("w:r", &[]);
        self.look(look, reads_from_the_right(text));
        self.xml
            .element(element, &[("xml:space", "preserve")], text);
        self.xml.end();
    }

    /// What is said of a run, in the order that the schema asks for.
    fn look(&mut self, look: Look, rtl: bool) {
        if look == Look::Plain && !rtl {
            return;
        }
        self.xml.begin("w:rPr", &[]);
        match look {
            Look::Plain => {}
            Look::Bold => {
                self.xml.empty("w:b", &[]);
                self.xml.empty("w:bCs", &[]);
            }
            Look::Italic => {
                self.xml.empty("w:i", &[]);
                self.xml.empty("w:iCs", &[]);
            }
            Look::Struck => self.xml.empty("w:strike", &[]),
            Look::Code => self.xml.empty(
                "w:rFonts",
                &[
                    ("w:ascii", "Courier New"),
                    ("w:hAnsi", "Courier New"),
                    ("w:cs", "Courier New"),
                ],
            ),
            Look::Link => self.xml.empty("w:rStyle", &[("w:val", "Hyperlink")]),
        }
        if rtl {
            self.xml.empty("w:rtl", &[]);
        }
        self.xml.end();
    }
}

/// Whether the first letter that has a direction belongs to a script that is
/// read from the right, by the blocks that Unicode keeps for these
/// (`DerivedBidiClass.txt`, classes R and AL).
fn reads_from_the_right(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(|c| {
        matches!(c,
            '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}')
    })
}
