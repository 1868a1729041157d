//! The elements of a story that mean something to a reader.

use crate::model::note::NoteKind;

/// What an element is, by its local name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// A paragraph, a run, and the text of a run.
    P,
    R,
    T,
    ParagraphProperties,
    ParagraphStyle,
    Outline,
    Numbering,
    NumberingId,
    RunProperties,
    RunStyle,
    Vanish,
    /// Whether words are raised or lowered.
    Raised,
    /// A tab, a line break or a page break.
    Space,
    Hyphen,
    /// Words taken out or moved away; within properties, the end of a
    /// paragraph, or a row.
    Deleted,
    Link,
    SimpleField,
    FieldMark,
    FieldCode,
    NoteMark(NoteKind),
    CommentBegin,
    CommentEnd,
    /// A footnote, endnote or comment in its part.
    Note,
    Row,
    RowProperties,
    Cell,
    TextBox,
    Alternatives,
    Choice,
    Fallback,
    Control,
    Placeholder,
    ControlContent,
    /// What is passed over with all in it.
    Skipped,
    /// What means nothing in itself.
    Other,
}

impl Tag {
    /// What an element with this local name is.
    pub(super) fn of(name: &str) -> Self {
        match name {
            "p" => Self::P,
            "r" => Self::R,
            "t" => Self::T,
            "pPr" => Self::ParagraphProperties,
            "pStyle" => Self::ParagraphStyle,
            "outlineLvl" => Self::Outline,
            "numPr" => Self::Numbering,
            "numId" => Self::NumberingId,
            "rPr" => Self::RunProperties,
            "rStyle" => Self::RunStyle,
            "vanish" => Self::Vanish,
            "vertAlign" => Self::Raised,
            "tab" | "ptab" | "br" | "cr" => Self::Space,
            "noBreakHyphen" => Self::Hyphen,
            "del" | "moveFrom" => Self::Deleted,
            "hyperlink" => Self::Link,
            "fldSimple" => Self::SimpleField,
            "fldChar" => Self::FieldMark,
            "instrText" => Self::FieldCode,
            "footnoteReference" => Self::NoteMark(NoteKind::Footnote),
            "endnoteReference" => Self::NoteMark(NoteKind::Endnote),
            "commentReference" => Self::NoteMark(NoteKind::Comment),
            "commentRangeStart" => Self::CommentBegin,
            "commentRangeEnd" => Self::CommentEnd,
            "footnote" | "endnote" | "comment" => Self::Note,
            "tr" => Self::Row,
            "trPr" => Self::RowProperties,
            "tc" => Self::Cell,
            "txbxContent" => Self::TextBox,
            "AlternateContent" => Self::Alternatives,
            "Choice" => Self::Choice,
            "Fallback" => Self::Fallback,
            "sdt" => Self::Control,
            "showingPlcHdr" => Self::Placeholder,
            "sdtContent" => Self::ControlContent,
            // Earlier formats, words above words (ruby), and deleted words.
            "pPrChange" | "rPrChange" | "trPrChange" | "tcPrChange" | "tblPrChange"
            | "sectPrChange" | "sectPr" | "rt" | "delText" | "delInstrText" => Self::Skipped,
            _ => Self::Other,
        }
    }
}
