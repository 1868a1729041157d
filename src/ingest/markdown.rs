//! Markdown: the text without its marks, links and footnotes as notes.

use std::collections::HashMap;

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::encoding::decode;
use super::html::read_fragment;
use super::limits::MAX_DEPTH;
use super::urls::urls;
use super::writer::DocumentWriter;
use super::{Document, IngestError, Reader};
use crate::model::article::ArticleDetails;
use crate::model::note::NoteKind;
use crate::model::text::{BlockKind, Span};

/// Reads Markdown.
#[derive(Debug)]
pub(super) struct Markdown;

impl Reader for Markdown {
    fn media_type(&self) -> &'static str {
        "text/markdown"
    }

    fn read(&self, bytes: &[u8]) -> Result<Document, IngestError> {
        let decoded = decode(bytes, None)?;
        let mut reading = Reading {
            footnotes: footnotes(&decoded.text),
            ..Reading::default()
        };
        for event in Parser::new_ext(&decoded.text, options()) {
            reading.take(event)?;
        }
        let mut document = reading.writer.finish()?;
        document.encoding = decoded.encoding;
        document.details = details(&reading.front_matter, &document);
        Ok(document)
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
}

/// What each footnote says.
fn footnotes(markdown: &str) -> HashMap<String, String> {
    let mut notes = HashMap::new();
    let mut open: Option<(String, String)> = None;
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                open = Some((label.into_string(), String::new()));
            }
            Event::End(TagEnd::FootnoteDefinition) => notes.extend(open.take()),
            other => {
                if let Some((_, text)) = &mut open {
                    say(text, &other);
                }
            }
        }
    }
    notes
}

/// Adds what an event says to a note, with the addresses of its links.
fn say(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(words) | Event::Code(words) => text.push_str(words),
        Event::SoftBreak | Event::HardBreak => text.push(' '),
        Event::Start(Tag::Link { dest_url, .. }) => {
            text.push_str(dest_url);
            text.push(' ');
        }
        _ => {}
    }
}

/// A Markdown text on its way into a document.
#[derive(Default)]
struct Reading {
    writer: DocumentWriter,
    footnotes: HashMap<String, String>,
    front_matter: String,
    in_front_matter: bool,
    /// The block of HTML that is open.
    html: String,
    /// Footnote definitions, images and the like, whose text is not the
    /// article's.
    left_out: usize,
    quotations: usize,
    items: usize,
    depth: usize,
    /// For each open link, where its words begin and where it leads.
    links: Vec<(usize, String)>,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) -> Result<(), IngestError> {
        match event {
            Event::Start(tag) => self.start(tag)?,
            Event::End(tag) => self.end(tag)?,
            Event::Text(words) | Event::Code(words) => self.words(&words)?,
            Event::SoftBreak | Event::HardBreak => self.words(" ")?,
            Event::Html(html) => self.html.push_str(&html),
            Event::FootnoteReference(label) => self.footnote(&label)?,
            _ => {}
        }
        Ok(())
    }

    fn words(&mut self, words: &str) -> Result<(), IngestError> {
        if self.in_front_matter {
            self.front_matter.push_str(words);
        } else if self.left_out == 0 {
            self.writer.text(words)?;
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>) -> Result<(), IngestError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(IngestError::OverLimit {
                what: "levels",
                most: MAX_DEPTH as u64,
            });
        }
        match tag {
            Tag::Heading { level, .. } => self.writer.begin(BlockKind::Heading, Some(level as u8)),
            Tag::Paragraph => self.begin_paragraph(),
            Tag::Item => {
                self.items += 1;
                self.writer.begin(BlockKind::Item, None);
            }
            Tag::BlockQuote(_) => self.quotations += 1,
            Tag::CodeBlock(_) => self.writer.begin(BlockKind::Boilerplate, None),
            Tag::TableCell => self.writer.begin(BlockKind::Cell, None),
            Tag::Link { dest_url, .. } => self
                .links
                .push((self.writer.place(), dest_url.into_string())),
            // Struck words are said no more.
            Tag::FootnoteDefinition(_) | Tag::Image { .. } | Tag::Strikethrough => {
                self.left_out += 1;
            }
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle) => self.in_front_matter = true,
            _ => {}
        }
        Ok(())
    }

    fn begin_paragraph(&mut self) {
        let kind = match (self.items, self.quotations) {
            (0, 0) => BlockKind::Body,
            (0, _) => BlockKind::Quotation,
            _ => BlockKind::Item,
        };
        self.writer.begin(kind, None);
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), IngestError> {
        self.depth = self.depth.saturating_sub(1);
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::TableCell => {
                self.writer.end();
            }
            TagEnd::Item => {
                self.items = self.items.saturating_sub(1);
                self.writer.end();
            }
            TagEnd::BlockQuote(_) => self.quotations = self.quotations.saturating_sub(1),
            TagEnd::Link => self.link()?,
            TagEnd::HtmlBlock => self.html()?,
            TagEnd::FootnoteDefinition | TagEnd::Image | TagEnd::Strikethrough => {
                self.left_out = self.left_out.saturating_sub(1);
            }
            TagEnd::MetadataBlock(_) => self.in_front_matter = false,
            _ => {}
        }
        Ok(())
    }

    /// What a block of HTML shows, block by block, with its notes.
    fn html(&mut self) -> Result<(), IngestError> {
        let html = std::mem::take(&mut self.html);
        if self.left_out > 0 || html.trim().is_empty() {
            return Ok(());
        }
        let within = match read_fragment(&html) {
            Ok(within) => within,
            Err(IngestError::Empty) => return Ok(()),
            Err(error) => return Err(error),
        };
        for block in within.blocks {
            self.writer.begin(block.kind, block.level);
            let words = |start, end| within.text.get(start..end).unwrap_or_default();
            let mut at = block.span.start;
            for note in &within.notes {
                let Span { start, end } = note.span;
                if start < at || end > block.span.end {
                    continue;
                }
                self.writer.text(words(at, start))?;
                let place = self.writer.place();
                self.writer.text(words(start, end))?;
                let said = note.url.as_deref().unwrap_or(&note.text);
                self.writer.hang(note.kind, place, said, None)?;
                at = end;
            }
            self.writer.text(words(at, block.span.end))?;
            self.writer.end();
        }
        Ok(())
    }

    fn link(&mut self) -> Result<(), IngestError> {
        let Some((start, address)) = self.links.pop() else {
            return Ok(());
        };
        if self.left_out > 0 || urls(&address).is_empty() {
            return Ok(());
        }
        self.writer.hang(NoteKind::Link, start, &address, None)
    }

    fn footnote(&mut self, label: &str) -> Result<(), IngestError> {
        let text = self.footnotes.get(label).cloned().unwrap_or_default();
        if self.left_out > 0 || text.is_empty() {
            return Ok(());
        }
        self.writer
            .hang(NoteKind::Footnote, self.writer.place(), &text, None)
    }
}

/// What the front matter says of the article; its first heading is its title
/// where nothing else is.
fn details(front_matter: &str, document: &Document) -> ArticleDetails {
    let field = |names: &[&str]| {
        front_matter.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            let value = value.trim().trim_matches(['"', '\'']);
            (names.contains(&name.trim()) && !value.is_empty()).then(|| value.to_owned())
        })
    };
    let heading = document
        .blocks
        .iter()
        .find(|block| block.kind == BlockKind::Heading)
        .and_then(|block| block.span.slice(&document.text));
    ArticleDetails {
        title: field(&["title"])
            .or_else(|| heading.map(str::to_owned))
            .unwrap_or_default(),
        author: field(&["author", "authors"]),
        publisher: field(&["publisher", "site"]),
        url: field(&["url", "canonical", "permalink"]),
        published: field(&["date", "published"])
            .and_then(|date| date.get(..10).unwrap_or(&date).parse().ok()),
        language: field(&["lang", "language"]),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DRAFT: &str = "---\ntitle: \"The Bridge\"\nauthor: Vera Holm\ndate: 2026-03-01T10:00:00Z\nlang: en\n---\n\
        # The Bridge of Žilina\n\nIt *opened* in [May 1931](https://example.org/opening)[^1] and cost\na lot.\n\n\
        - 12 lamps\n- 3 spans\n\n> It will stand.\n\n| Year | Cost |\n|---|---|\n| 1931 | 2 million |\n\n\
        ![a plan](plan.png)\n\n<script>alert(1)</script>\n\n\
        [^1]: Town chronicle, p. 4, https://example.org/chronicle and <https://example.org/p4>.\n";

    fn read(markdown: &str) -> Document {
        Markdown.read(markdown.as_bytes()).unwrap()
    }

    #[test]
    fn marks_are_gone_and_structure_is_kept() {
        let document = read(DRAFT);
        let blocks: Vec<(BlockKind, &str)> = document
            .blocks
            .iter()
            .map(|block| (block.kind, block.span.slice(&document.text).unwrap()))
            .collect();
        assert_eq!(
            blocks,
            [
                (BlockKind::Heading, "The Bridge of Žilina"),
                (BlockKind::Body, "It opened in May 1931 and cost a lot."),
                (BlockKind::Item, "12 lamps"),
                (BlockKind::Item, "3 spans"),
                (BlockKind::Quotation, "It will stand."),
                (BlockKind::Cell, "Year"),
                (BlockKind::Cell, "Cost"),
                (BlockKind::Cell, "1931"),
                (BlockKind::Cell, "2 million"),
            ]
        );
        assert_eq!(document.blocks[0].level, Some(1));
    }

    #[test]
    fn links_and_footnotes_hang_on_their_words() {
        let document = read(DRAFT);
        let notes: Vec<(NoteKind, &str, Option<&str>)> = document
            .notes
            .iter()
            .map(|note| {
                (
                    note.kind,
                    note.span.slice(&document.text).unwrap(),
                    note.url.as_deref(),
                )
            })
            .collect();
        assert_eq!(
            notes,
            [
                (
                    NoteKind::Link,
                    "May 1931",
                    Some("https://example.org/opening")
                ),
                (
                    NoteKind::Footnote,
                    "",
                    Some("https://example.org/chronicle")
                ),
                (NoteKind::Footnote, "", Some("https://example.org/p4")),
            ]
        );
        let place = document.notes[1].span.start;
        assert!(document.text[..place].ends_with("May 1931"));
    }

    #[test]
    fn front_matter_tells_of_the_article() {
        let details = read(DRAFT).details;
        assert_eq!(details.title, "The Bridge");
        assert_eq!(details.author.as_deref(), Some("Vera Holm"));
        assert_eq!(
            details.published.map(String::from).as_deref(),
            Some("2026-03-01")
        );
        assert_eq!(read("# A title\n\nText.").details.title, "A title");
    }

    #[test]
    fn html_is_read_and_struck_words_are_not() {
        let document = read(
            "One.\n\n<div class=note>\n<p>It paid 99 <a href=\"https://example.org/99\">people</a> in 1999.</p>\n</div>\n\nThe fee was ~~$7~~ $8.\n",
        );
        assert_eq!(
            document.text,
            "One.\n\nIt paid 99 people in 1999.\n\nThe fee was $8."
        );
        let note = &document.notes[0];
        assert_eq!(note.span.slice(&document.text), Some("people"));
        assert_eq!(note.url.as_deref(), Some("https://example.org/99"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_with_notes_that_fit(markdown in "(?s)([a-z*_#>|\\[\\]()!^: \n-]|.){0,120}") {
            if let Ok(document) = Markdown.read(markdown.as_bytes()) {
                for note in &document.notes {
                    prop_assert!(note.span.slice(&document.text).is_some());
                }
                for block in &document.blocks {
                    let words = block.span.slice(&document.text).expect("on whole characters");
                    prop_assert!(!words.is_empty() && words.trim() == words);
                }
            }
        }
    }
}
