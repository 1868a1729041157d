//! A part's story: its paragraphs in order, each with its words and marks.
//!
//! What is no longer, or not yet, or not for readers in the text stays out:
//! deletions, hidden words, codes of fields, earlier formats, and the second
//! telling of what stands in an `AlternateContent`. Paragraphs of a text box
//! follow the paragraph that the box hangs in.

mod state;
mod tag;

use std::collections::VecDeque;

use super::field::{link, with_place};
use super::relations::Relations;
use super::styles::{Styles, outline};
use super::xml::{Element, Event, Xml};
use crate::ingest::IngestError;
use crate::model::note::NoteKind;
use state::State;
use tag::Tag;

/// What comes next in a story.
#[derive(Debug)]
pub(super) enum Item {
    /// A paragraph, which may be empty.
    Paragraph(Paragraph),
    /// In a part of notes: the paragraphs up to the next are this note's.
    Note(NoteHead),
}

/// What a note says of itself.
#[derive(Debug, Default)]
pub(super) struct NoteHead {
    pub(super) id: String,
    pub(super) author: Option<String>,
    /// Whether it is a line that sets notes off from the text.
    pub(super) separates: bool,
}

/// A paragraph.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) properties: Properties,
    pub(super) pieces: Vec<Piece>,
}

/// What a paragraph is.
#[derive(Debug, Default)]
pub(super) struct Properties {
    pub(super) style: Option<String>,
    /// Its own outline level, from 0.
    pub(super) outline: Option<u8>,
    /// Whether it says itself that it is an item of a list, or none.
    pub(super) list: Option<bool>,
    /// The table cell it stands in, by a number of its own.
    pub(super) cell: Option<usize>,
    /// Whether its end was deleted, so that the next one goes on with it.
    pub(super) goes_on: bool,
    /// Whether it stands in a text box.
    pub(super) beside: bool,
}

/// Something within a paragraph, in the order of the text.
#[derive(Debug)]
pub(super) enum Piece {
    Words(String),
    LinkBegin(String),
    LinkEnd,
    /// The place of a note's mark, with the note's id.
    Mark(NoteKind, String),
    /// From here on the words have this comment.
    CommentBegin(String),
    CommentEnd(String),
}

/// A story on its way out of its part.
pub(super) struct Story<'x> {
    xml: Xml<'x>,
    relations: &'x Relations,
    styles: &'x Styles,
    state: State,
    ready: VecDeque<Item>,
}

impl<'x> Story<'x> {
    /// The story of a part, from the part's name and text.
    pub(super) fn new(
        (part, text): (&'x str, &'x str),
        relations: &'x Relations,
        styles: &'x Styles,
    ) -> Self {
        Self {
            xml: Xml::new(part, text),
            relations,
            styles,
            state: State::default(),
            ready: VecDeque::new(),
        }
    }

    /// The next item, or `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Item>, IngestError> {
        while self.ready.is_empty() {
            match self.xml.next()? {
                Event::Start(element) => self.start(&element)?,
                Event::End(_) => self.end(),
                Event::Text(text) => self.state.characters(&text),
                Event::Eof => return Ok(None),
            }
        }
        Ok(self.ready.pop_front())
    }

    fn start(&mut self, element: &Element<'_>) -> Result<(), IngestError> {
        let tag = Tag::of(element.name());
        if tag == Tag::Skipped || self.is_told_already(tag) {
            return self.xml.skip();
        }
        let parent = self.state.tag();
        self.state.enter(tag);
        match tag {
            Tag::T => self
                .state
                .begin_text(element.attribute("space")?.as_deref()),
            Tag::Link => {
                let address = self.address(element)?;
                self.state.begin_link(address);
            }
            Tag::SimpleField => {
                let address = element.attribute("instr")?.as_deref().and_then(link);
                self.state.begin_link(address);
            }
            Tag::FieldMark => self
                .state
                .field(element.attribute("fldCharType")?.as_deref()),
            Tag::NoteMark(kind) => {
                if let Some(id) = element.attribute("id")? {
                    self.state.mark(kind, id);
                }
            }
            Tag::CommentBegin | Tag::CommentEnd => {
                if let Some(id) = element.attribute("id")? {
                    self.state.comment(tag, id);
                }
            }
            Tag::Note => {
                let separates = element
                    .attribute("type")?
                    .is_some_and(|sort| sort != "normal");
                self.ready.push_back(Item::Note(NoteHead {
                    id: element.attribute("id")?.unwrap_or_default(),
                    author: element.attribute("author")?.filter(|name| !name.is_empty()),
                    separates,
                }));
            }
            _ if parent == Tag::R => self.in_run(tag),
            _ => self.property(element, parent, tag)?,
        }
        Ok(())
    }

    /// Whether an element tells once more, for older programs, what has been
    /// told, or holds the place of words that are still to be written.
    fn is_told_already(&mut self, tag: Tag) -> bool {
        match tag {
            Tag::Choice | Tag::Fallback => self.state.is_second_choice(),
            Tag::ControlContent => self.state.in_placeholder(),
            _ => false,
        }
    }

    fn address(&self, element: &Element<'_>) -> Result<Option<String>, IngestError> {
        let id = element.attribute("id")?;
        let target = id.and_then(|id| self.relations.link(&id).map(str::to_owned));
        let place = element.attribute("anchor")?;
        Ok(target.map(|target| with_place(target, place.as_deref())))
    }

    fn in_run(&mut self, tag: Tag) {
        match tag {
            Tag::Space => self.state.words(" "),
            Tag::Hyphen => self.state.words("\u{2011}"),
            _ => {}
        }
    }

    /// Takes what is said of a paragraph, a run, a row or a content control.
    fn property(
        &mut self,
        element: &Element<'_>,
        parent: Tag,
        tag: Tag,
    ) -> Result<(), IngestError> {
        match (parent, tag) {
            (Tag::ParagraphProperties, _) => {
                if let Some(properties) = self.state.properties() {
                    match tag {
                        Tag::ParagraphStyle => properties.style = element.value()?,
                        Tag::Outline => properties.outline = outline(element)?,
                        _ => {}
                    }
                }
            }
            (Tag::Numbering, Tag::NumberingId) => {
                let list = element.value()?.as_deref() != Some("0");
                if let Some(properties) = self.state.properties() {
                    properties.list = Some(list);
                }
            }
            (Tag::RunProperties, Tag::Deleted) => self.state.delete_paragraph_end(),
            (Tag::RunProperties, Tag::Vanish) => self.state.hide(element.is_on()?),
            (Tag::RunProperties, Tag::Raised) => {
                let raised = element.value()?.is_some_and(|place| place == "superscript");
                self.state.raise(raised);
            }
            (Tag::RunProperties, Tag::RunStyle) => {
                let hidden = element.value()?.and_then(|id| self.styles.hidden(&id));
                self.state.hide_by_style(hidden);
            }
            (Tag::RowProperties, Tag::Deleted) => self.state.delete_row(),
            (_, Tag::Placeholder) => self.state.found_placeholder(element.is_on()?),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self) {
        let hides = |style: &str| self.styles.hidden(style).unwrap_or(false);
        let paragraphs = self.state.leave(hides);
        self.ready
            .extend(paragraphs.into_iter().map(Item::Paragraph));
    }
}
