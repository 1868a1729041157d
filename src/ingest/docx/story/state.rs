//! Where a story is: the open elements, and what they mean for the words that
//! come.

use super::tag::Tag;
use super::{Paragraph, Piece, Properties};
use crate::ingest::docx::field::{Field, link};
use crate::ingest::raised::raised;
use crate::model::note::NoteKind;

/// Where a story is.
#[derive(Debug, Default)]
pub(super) struct State {
    open: Vec<Tag>,
    paragraphs: Vec<OpenParagraph>,
    runs: Vec<Run>,
    fields: Vec<Field>,
    /// For each open link, whether it leads out of the document.
    links: Vec<bool>,
    /// For each open row, whether it was deleted.
    rows: Vec<bool>,
    /// The cells that stand open, and how many there have been.
    cells: Vec<usize>,
    cells_so_far: usize,
    /// For each open set of alternatives, whether one was taken.
    chosen: Vec<bool>,
    /// For each open content control, whether it waits for words.
    waiting: Vec<bool>,
    /// How many open elements were deleted or moved away.
    deleted: usize,
    /// The text of the run that is open, and whether its spaces count.
    text: String,
    keeps_spaces: bool,
}

/// A paragraph on its way.
#[derive(Debug, Default)]
struct OpenParagraph {
    paragraph: Paragraph,
    /// The paragraphs of the text boxes that hang in it.
    asides: Vec<Paragraph>,
}

/// What was said of a run.
#[derive(Debug, Default)]
struct Run {
    hidden: Option<bool>,
    raised: bool,
    hidden_by_style: Option<bool>,
}

impl State {
    /// The innermost open element.
    pub(super) fn tag(&self) -> Tag {
        self.open.last().copied().unwrap_or(Tag::Other)
    }

    /// An element begins.
    pub(super) fn enter(&mut self, tag: Tag) {
        match tag {
            Tag::P => {
                let cell = self.cell();
                let mut open = OpenParagraph::default();
                open.paragraph.properties.cell = cell;
                self.paragraphs.push(open);
            }
            Tag::R => self.runs.push(Run::default()),
            Tag::Row => self.rows.push(false),
            Tag::Cell => {
                self.cells_so_far += 1;
                self.cells.push(self.cells_so_far);
            }
            Tag::Alternatives => self.chosen.push(false),
            Tag::Control => self.waiting.push(false),
            Tag::Deleted => self.deleted += 1,
            _ => {}
        }
        self.open.push(tag);
    }

    /// The innermost element ends. Gives what paragraphs are complete with
    /// it; `hides` tells whether a style of paragraphs hides its words.
    pub(super) fn leave(&mut self, hides: impl Fn(&str) -> bool) -> Vec<Paragraph> {
        match self.open.pop().unwrap_or(Tag::Other) {
            Tag::P => return self.end_paragraph(),
            Tag::R => {
                self.runs.pop();
            }
            Tag::T => self.end_text(hides),
            Tag::Link | Tag::SimpleField => {
                let leads_out = self.links.pop();
                if leads_out == Some(true) {
                    self.piece(Piece::LinkEnd);
                }
            }
            Tag::Row => {
                let deleted = self.rows.pop();
                if deleted == Some(true) {
                    self.deleted = self.deleted.saturating_sub(1);
                }
            }
            Tag::Cell => {
                self.cells.pop();
            }
            Tag::Alternatives => {
                self.chosen.pop();
            }
            Tag::Control => {
                self.waiting.pop();
            }
            Tag::Deleted => self.deleted = self.deleted.saturating_sub(1),
            _ => {}
        }
        Vec::new()
    }

    /// The cell that a paragraph stands in; a text box is in none.
    fn cell(&self) -> Option<usize> {
        let frames = [Tag::Cell, Tag::TextBox];
        let frame = self.open.iter().rev().find(|tag| frames.contains(tag));
        match frame {
            Some(Tag::Cell) => self.cells.last().copied(),
            _ => None,
        }
    }

    fn end_paragraph(&mut self) -> Vec<Paragraph> {
        let Some(ended) = self.paragraphs.pop() else {
            return Vec::new();
        };
        let mut complete = vec![ended.paragraph];
        complete.extend(ended.asides);
        if let Some(host) = self.paragraphs.last_mut() {
            for paragraph in &mut complete {
                paragraph.properties.beside = true;
            }
            host.asides.append(&mut complete);
        }
        complete
    }

    fn piece(&mut self, piece: Piece) {
        if let Some(open) = self.paragraphs.last_mut() {
            open.paragraph.pieces.push(piece);
        }
    }

    /// The text of a run begins.
    pub(super) fn begin_text(&mut self, space: Option<&str>) {
        self.text.clear();
        self.keeps_spaces = space == Some("preserve");
    }

    /// Characters of the innermost element.
    pub(super) fn characters(&mut self, text: &str) {
        match self.tag() {
            Tag::T => self.text.push_str(text),
            Tag::FieldCode if self.deleted == 0 => {
                if let Some(field) = self.fields.iter_mut().rev().find(|field| !field.shows) {
                    field.code.push_str(text);
                }
            }
            _ => {}
        }
    }

    fn end_text(&mut self, hides: impl Fn(&str) -> bool) {
        let open = self.paragraphs.last();
        let style = open.and_then(|open| open.paragraph.properties.style.as_deref());
        let hidden = self
            .runs
            .last()
            .and_then(|run| run.hidden.or(run.hidden_by_style));
        if hidden.unwrap_or_else(|| style.is_some_and(hides)) {
            return;
        }
        let mut text = std::mem::take(&mut self.text);
        if self.runs.last().is_some_and(|run| run.raised) {
            text = raised(&text);
        }
        self.words(if self.keeps_spaces {
            &text
        } else {
            text.trim_matches([' ', '\t', '\r', '\n'])
        });
    }

    /// Words come, unless they were deleted or are of a field's code.
    pub(super) fn words(&mut self, words: &str) {
        if self.deleted > 0 || words.is_empty() {
            return;
        }
        if let Some(field) = self.fields.iter_mut().rev().find(|field| !field.shows) {
            field.code.push_str(words);
            return;
        }
        // Places where a word may be parted are no part of it.
        let words = words.replace('\u{ad}', "");
        let words = words.replace(char::is_control, " ");
        match self.last_piece() {
            Some(Piece::Words(before)) => before.push_str(&words),
            _ => self.piece(Piece::Words(words)),
        }
    }

    fn last_piece(&mut self) -> Option<&mut Piece> {
        self.paragraphs.last_mut()?.paragraph.pieces.last_mut()
    }

    /// A link or a simple field begins, which leads somewhere or not.
    pub(super) fn begin_link(&mut self, address: Option<String>) {
        self.links.push(address.is_some());
        if let Some(address) = address {
            self.piece(Piece::LinkBegin(address));
        }
    }

    /// A field begins, ends its code, or ends.
    pub(super) fn field(&mut self, sort: Option<&str>) {
        if self.deleted > 0 {
            return;
        }
        match sort {
            Some("begin") => self.fields.push(Field::default()),
            Some("separate") => {
                let address = self.fields.last_mut().and_then(|field| {
                    field.shows = true;
                    let address = link(&field.code);
                    field.links = address.is_some();
                    address
                });
                if let Some(address) = address {
                    self.piece(Piece::LinkBegin(address));
                }
            }
            Some("end") => {
                let ended = self.fields.pop();
                if ended.is_some_and(|field| field.links) {
                    self.piece(Piece::LinkEnd);
                }
            }
            _ => {}
        }
    }

    /// The mark of a note stands here. A comment on what was deleted is still
    /// a comment.
    pub(super) fn mark(&mut self, kind: NoteKind, id: String) {
        if self.deleted == 0 || kind == NoteKind::Comment {
            self.piece(Piece::Mark(kind, id));
        }
    }

    /// The words of a comment begin or end here.
    pub(super) fn comment(&mut self, tag: Tag, id: String) {
        self.piece(match tag {
            Tag::CommentBegin => Piece::CommentBegin(id),
            _ => Piece::CommentEnd(id),
        });
    }

    /// What is said of the open paragraph.
    pub(super) fn properties(&mut self) -> Option<&mut Properties> {
        let open = self.paragraphs.last_mut()?;
        Some(&mut open.paragraph.properties)
    }

    /// Whether the open properties of a run are those of a paragraph's end.
    fn at_paragraph_end(&self) -> bool {
        self.open.iter().rev().find(|tag| {
            !matches!(
                tag,
                Tag::RunProperties | Tag::Deleted | Tag::Vanish | Tag::Raised | Tag::RunStyle
            )
        }) == Some(&Tag::ParagraphProperties)
    }

    /// The end of the open paragraph was deleted.
    pub(super) fn delete_paragraph_end(&mut self) {
        if self.at_paragraph_end()
            && let Some(properties) = self.properties()
        {
            properties.goes_on = true;
        }
    }

    /// The open run is hidden, or says that it is not.
    pub(super) fn hide(&mut self, hidden: bool) {
        if !self.at_paragraph_end()
            && let Some(run) = self.runs.last_mut()
        {
            run.hidden = Some(hidden);
        }
    }

    /// The words of the open run are raised, or are not.
    pub(super) fn raise(&mut self, is_raised: bool) {
        if !self.at_paragraph_end()
            && let Some(run) = self.runs.last_mut()
        {
            run.raised = is_raised;
        }
    }

    /// The style of the open run says whether it is hidden.
    pub(super) fn hide_by_style(&mut self, hidden: Option<bool>) {
        if !self.at_paragraph_end()
            && let Some(run) = self.runs.last_mut()
        {
            run.hidden_by_style = hidden;
        }
    }

    /// The open row was deleted.
    pub(super) fn delete_row(&mut self) {
        if let Some(row) = self.rows.last_mut()
            && !*row
        {
            *row = true;
            self.deleted += 1;
        }
    }

    /// Whether one of the alternatives has been taken; else this one is.
    pub(super) fn is_second_choice(&mut self) -> bool {
        let chosen = self.chosen.last_mut();
        chosen.is_some_and(|chosen| std::mem::replace(chosen, true))
    }

    /// The open content control shows what holds the place of words.
    pub(super) fn found_placeholder(&mut self, shown: bool) {
        if let Some(waiting) = self.waiting.last_mut() {
            *waiting = shown;
        }
    }

    /// Whether the open content control shows no words of its own.
    pub(super) fn in_placeholder(&self) -> bool {
        self.waiting.last().copied().unwrap_or(false)
    }
}
