//! The styles of a Word file: what a paragraph is by the style it is in.

use std::collections::HashMap;

use super::xml::{Element, Event, Xml};
use crate::ingest::IngestError;

/// How many styles one may be based on in a row; Word itself allows 11.
const MOST_BASES: usize = 32;

/// The outline level that means none.
const NO_OUTLINE: u8 = 9;

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: Option<bool>,
    hidden: Option<bool>,
}

impl Styles {
    /// The styles that a part defines.
    pub(super) fn read(part: &str, text: &str) -> Result<Self, IngestError> {
        let mut styles = Self::default();
        let mut open: Option<(String, Style)> = None;
        let mut xml = Xml::new(part, text);
        loop {
            match xml.next()? {
                Event::Start(element) => match (element.name(), &mut open) {
                    ("style", _) => {
                        let id = element.attribute("styleId")?.unwrap_or_default();
                        open = Some((id, Style::default()));
                    }
                    // What a table does to its first row, and the like.
                    ("tblStylePr" | "pPrChange" | "rPrChange", _) => xml.skip()?,
                    (_, Some((_, style))) => style.take(&element)?,
                    _ => {}
                },
                Event::End(end) if end.local_name().into_inner() == "style" => {
                    styles.by_id.extend(open.take());
                }
                Event::Eof => return Ok(styles),
                _ => {}
            }
        }
    }

    /// The style and those it is based on, nearest first.
    fn bases(&self, id: &str) -> impl Iterator<Item = &Style> {
        let first = self.by_id.get(id);
        std::iter::successors(first, |style| self.by_id.get(style.based_on.as_deref()?))
            .take(MOST_BASES)
    }

    /// Whether one of the names of a style, or of those it is based on, fits.
    /// A style that is not defined goes by its id.
    fn named<T>(&self, id: &str, fits: impl Fn(&str) -> Option<T>) -> Option<T> {
        if self.by_id.contains_key(id) {
            self.bases(id).find_map(|style| fits(&style.name))
        } else {
            fits(&plain(id))
        }
    }

    /// The level of a heading in this style, or `None` when it makes none.
    pub(super) fn heading(&self, id: &str) -> Option<u8> {
        match self.bases(id).find_map(|style| style.outline) {
            Some(outline) => heading_level(outline),
            None => self.named(id, |name| match name {
                "title" => Some(1),
                name => name.strip_prefix("heading")?.parse().ok(),
            }),
        }
    }

    /// Whether this is the style of a document's title.
    pub(super) fn is_title(&self, id: &str) -> bool {
        self.named(id, |name| (name == "title").then_some(()))
            .is_some()
    }

    /// Whether a paragraph in this style is an item of a list.
    pub(super) fn is_item(&self, id: &str) -> bool {
        let list = self.bases(id).find_map(|style| style.list);
        list.unwrap_or(false)
    }

    /// Whether a paragraph in this style is a quotation.
    pub(super) fn is_quotation(&self, id: &str) -> bool {
        const NAMES: [&str; 5] = [
            "quote",
            "intensequote",
            "blocktext",
            "quotations",
            "blockquotation",
        ];
        self.named(id, |name| NAMES.contains(&name).then_some(()))
            .is_some()
    }

    /// Whether a paragraph in this style is a line of a table of contents.
    pub(super) fn is_contents(&self, id: &str) -> bool {
        self.named(id, |name| {
            let rest = name.strip_prefix("toc")?;
            (rest == "heading" || rest.parse::<u8>().is_ok()).then_some(())
        })
        .is_some()
    }

    /// Whether words in this style are hidden, where the style says.
    pub(super) fn hidden(&self, id: &str) -> Option<bool> {
        self.bases(id).find_map(|style| style.hidden)
    }
}

impl Style {
    fn take(&mut self, element: &Element<'_>) -> Result<(), IngestError> {
        match element.name() {
            "name" => self.name = plain(&element.value()?.unwrap_or_default()),
            "basedOn" => self.based_on = element.value()?,
            "outlineLvl" => self.outline = outline(element)?,
            "numId" => self.list = Some(element.value()?.as_deref() != Some("0")),
            "vanish" => self.hidden = Some(element.is_on()?),
            _ => {}
        }
        Ok(())
    }
}

/// The outline level that an element gives, from 0.
pub(super) fn outline(element: &Element<'_>) -> Result<Option<u8>, IngestError> {
    Ok(element.value()?.and_then(|value| value.parse().ok()))
}

/// The level of a heading with this outline level, if it is one.
pub(super) fn heading_level(outline: u8) -> Option<u8> {
    (outline < NO_OUTLINE).then_some(outline + 1)
}

/// A name without its spaces and capitals: programs write them differently.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: &str = r#"<w:styles xmlns:w="w">
        <w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
        <w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
        <w:style w:styleId="House"><w:name w:val="House head"/><w:basedOn w:val="berschrift2"/></w:style>
        <w:style w:styleId="Flat"><w:name w:val="Flat"/><w:basedOn w:val="berschrift2"/>
            <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
        <w:style w:styleId="Crosshead"><w:name w:val="Crosshead"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
        <w:style w:styleId="Bullets"><w:name w:val="List Bullet"/>
            <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
        <w:style w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>
        <w:style w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>
        <w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>
        <w:style w:styleId="Note"><w:name w:val="Desk note"/><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
    </w:styles>"#;

    #[test]
    fn headings_go_by_outline_and_by_name() {
        let styles = Styles::read("word/styles.xml", STYLES).unwrap();
        let levels = [
            "berschrift2",
            "Titel",
            "House",
            "Flat",
            "Crosshead",
            "A",
            "Heading3",
        ]
        .map(|id| styles.heading(id));
        assert_eq!(
            levels,
            [Some(2), Some(1), Some(2), None, Some(3), None, Some(3)]
        );
        assert!(styles.is_title("Titel") && !styles.is_title("House"));
    }

    #[test]
    fn other_styles_are_known_too() {
        let styles = Styles::read("word/styles.xml", STYLES).unwrap();
        assert!(styles.is_item("Bullets") && !styles.is_item("Q"));
        assert!(styles.is_quotation("Q") && !styles.is_quotation("A"));
        assert!(styles.is_contents("TOC1") && !styles.is_contents("Titel"));
        assert_eq!(styles.hidden("Note"), Some(true));
    }
}
