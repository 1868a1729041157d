//! From the elements of an article to blocks and notes.

use dom_query::NodeRef;
use url::Url;

use super::notes::FootnoteTexts;
use super::too_deep;
use crate::ingest::limits::MAX_DEPTH;
use crate::ingest::raised::raised;
use crate::ingest::writer::DocumentWriter;
use crate::ingest::{Document, IngestError};
use crate::model::note::NoteKind;
use crate::model::text::BlockKind;

/// What an element is for the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Heading(u8),
    Block,
    Item,
    Quotation,
    Cell,
    Code,
    Link,
    Raised,
    Break,
    LeftOut,
    Inline,
}

fn role(name: &str) -> Role {
    match name {
        "h1" => Role::Heading(1),
        "h2" => Role::Heading(2),
        "h3" => Role::Heading(3),
        "h4" => Role::Heading(4),
        "h5" => Role::Heading(5),
        "h6" => Role::Heading(6),
        "p" | "div" | "section" | "article" | "main" | "figure" | "figcaption" | "caption"
        | "address" | "ul" | "ol" | "dl" | "dt" | "table" | "tr" | "hr" | "header" | "footer"
        | "aside" | "details" | "summary" | "body" | "center" | "hgroup" => Role::Block,
        "li" | "dd" => Role::Item,
        "blockquote" => Role::Quotation,
        "td" | "th" => Role::Cell,
        "pre" => Role::Code,
        "a" => Role::Link,
        "sup" => Role::Raised,
        "br" => Role::Break,
        "head" | "script" | "style" | "noscript" | "template" | "iframe" | "object" | "svg"
        | "math" | "button" | "select" | "textarea" | "canvas" | "audio" | "video" | "rp"
        | "rt" | "del" | "s" | "strike" => Role::LeftOut,
        _ => Role::Inline,
    }
}

/// A walk over the elements of an article.
#[derive(Debug)]
pub(super) struct Walk {
    writer: DocumentWriter,
    footnotes: FootnoteTexts,
    base: Option<Url>,
    /// The headline that was written already, where there is one.
    headline: Option<String>,
    items: usize,
    quotations: usize,
    cells: usize,
    /// Line breaks since the last words.
    breaks: usize,
    /// For each open link, where its words begin.
    links: Vec<usize>,
    /// How many raised elements are open.
    raised: usize,
}

impl Walk {
    /// A walk over a page of this address.
    pub(super) fn new(footnotes: FootnoteTexts, address: Option<&str>) -> Self {
        Self {
            writer: DocumentWriter::default(),
            footnotes,
            base: address.and_then(|address| Url::parse(address).ok()),
            headline: None,
            items: 0,
            quotations: 0,
            cells: 0,
            breaks: 0,
            links: Vec::new(),
            raised: 0,
        }
    }

    /// Writes the page's headline, which is not said again where the article
    /// repeats it.
    pub(super) fn heading_first(&mut self, heading: &str) -> Result<(), IngestError> {
        self.writer.begin(BlockKind::Heading, Some(1));
        self.writer.text(heading)?;
        self.writer.end();
        self.headline = Some(heading.to_owned());
        Ok(())
    }

    /// The document that came of it.
    pub(super) fn finish(self) -> Result<Document, IngestError> {
        self.writer.finish()
    }

    /// Writes all that is under a node.
    pub(super) fn over(&mut self, root: &NodeRef<'_>) -> Result<(), IngestError> {
        let mut node = *root;
        let mut depth = 0_usize;
        loop {
            if let Some(child) = node.first_child().filter(|_| self.enters(&node)) {
                depth += 1;
                if depth > MAX_DEPTH * 2 {
                    return Err(too_deep());
                }
                node = child;
                self.begin(&node)?;
                continue;
            }
            // Nothing below: on to what follows, here or further up.
            loop {
                if node.id == root.id {
                    return Ok(());
                }
                self.end(&node)?;
                if let Some(next) = node.next_sibling() {
                    node = next;
                    self.begin(&node)?;
                    break;
                }
                let Some(parent) = node.parent() else {
                    return Ok(());
                };
                depth = depth.saturating_sub(1);
                node = parent;
            }
        }
    }

    /// Whether what is under a node belongs to the text.
    fn enters(&self, node: &NodeRef<'_>) -> bool {
        match role_of(node) {
            Role::LeftOut => false,
            Role::Heading(_) => !self.repeats_headline(node),
            Role::Raised => self.reference_mark(node).is_none(),
            Role::Link => self.footnote_of(node).is_none(),
            _ => true,
        }
    }

    fn begin(&mut self, node: &NodeRef<'_>) -> Result<(), IngestError> {
        if node.is_text() {
            let text = node.text();
            if !text.trim().is_empty() {
                self.breaks = 0;
            }
            if self.raised > 0 {
                return self.writer.text(&raised(&text));
            }
            return self.writer.text(&text);
        }
        match role_of(node) {
            Role::Heading(level) => self.writer.begin(BlockKind::Heading, Some(level)),
            Role::Block => self.paragraph(),
            Role::Item => {
                self.items += 1;
                self.paragraph();
            }
            Role::Quotation => {
                self.quotations += 1;
                self.paragraph();
            }
            Role::Cell => {
                self.cells += 1;
                self.paragraph();
            }
            Role::Code => self.writer.begin(BlockKind::Boilerplate, None),
            Role::Link => self.links.push(self.writer.place()),
            Role::Break => self.line_break()?,
            Role::Raised => {
                self.raised += 1;
                if let Some(said) = self.reference_mark(node) {
                    self.footnote(&said)?;
                }
            }
            Role::LeftOut | Role::Inline => {}
        }
        Ok(())
    }

    fn end(&mut self, node: &NodeRef<'_>) -> Result<(), IngestError> {
        match role_of(node) {
            Role::Heading(_) | Role::Block | Role::Code => self.paragraph(),
            Role::Item => {
                self.items = self.items.saturating_sub(1);
                self.paragraph();
            }
            Role::Quotation => {
                self.quotations = self.quotations.saturating_sub(1);
                self.paragraph();
            }
            Role::Cell => {
                self.cells = self.cells.saturating_sub(1);
                self.paragraph();
            }
            Role::Link => {
                let start = self.links.pop();
                if let Some(said) = self.footnote_of(node) {
                    self.footnote(&said)?;
                } else if let (Some(start), Some(address)) = (start, self.address(node)) {
                    self.writer.hang(NoteKind::Link, start, &address, None)?;
                }
            }
            Role::Raised => self.raised = self.raised.saturating_sub(1),
            Role::Break | Role::LeftOut | Role::Inline => {}
        }
        Ok(())
    }

    /// What comes next begins a new block, of the kind that is due here.
    fn paragraph(&mut self) {
        self.breaks = 0;
        let kind = match (self.cells, self.items, self.quotations) {
            (1.., _, _) => BlockKind::Cell,
            (0, 1.., _) => BlockKind::Item,
            (0, 0, 1..) => BlockKind::Quotation,
            (0, 0, 0) => BlockKind::Body,
        };
        self.writer.begin(kind, None);
    }

    /// Two line breaks in a row are how some pages part paragraphs.
    fn line_break(&mut self) -> Result<(), IngestError> {
        self.breaks += 1;
        if self.breaks < 2 {
            self.writer.text(" ")
        } else {
            self.paragraph();
            Ok(())
        }
    }

    fn repeats_headline(&self, node: &NodeRef<'_>) -> bool {
        let said: Vec<String> = node.text().split_whitespace().map(str::to_owned).collect();
        self.headline
            .as_ref()
            .is_some_and(|headline| *headline == said.join(" "))
    }

    /// Where a link leads on the web.
    fn address(&self, link: &NodeRef<'_>) -> Option<String> {
        let href = link.attr("href")?;
        let href = href.trim();
        if href.starts_with('#') {
            return None;
        }
        let address = Url::options()
            .base_url(self.base.as_ref())
            .parse(href)
            .ok()?;
        matches!(address.scheme(), "http" | "https").then(|| address.to_string())
    }

    fn footnote(&mut self, said: &str) -> Result<(), IngestError> {
        let place = self.writer.place();
        self.writer.hang(NoteKind::Footnote, place, said, None)
    }

    /// What a link to a footnote leads to.
    fn footnote_of(&self, link: &NodeRef<'_>) -> Option<String> {
        let href = link.attr("href")?;
        self.footnotes.said_at(&href).map(str::to_owned)
    }

    /// What the footnote says whose mark a raised text is.
    fn reference_mark(&self, raised: &NodeRef<'_>) -> Option<String> {
        let mut links = raised.descendants_it().filter(|node| node.has_name("a"));
        links.find_map(|link| self.footnote_of(&link))
    }
}

fn role_of(node: &NodeRef<'_>) -> Role {
    node.node_name().map_or(Role::Inline, |name| role(&name))
}
