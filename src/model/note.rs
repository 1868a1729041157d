//! The writer's notes: what hangs on words of an article.

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::ids::NoteId;
use super::text::Span;
use super::words::closed_set;

closed_set! {
    /// What sort of note it is.
    NoteKind, "note kind" {
        /// At the foot of a page.
        Footnote = "footnote",
        /// At the end of the document.
        Endnote = "endnote",
        /// Beside the text.
        Comment = "comment",
        /// A link on words.
        Link = "link",
    }
}

/// A note as a file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNote {
    /// What sort of note it is.
    pub kind: NoteKind,
    /// The words it hangs on, in the article's text; empty at the place of a
    /// footnote's mark.
    pub span: Span,
    /// What it says; the words of a link.
    pub text: String,
    /// Who wrote it, where the file says so.
    pub author: Option<String>,
    /// The web address that it gives.
    pub url: Option<String>,
}

/// A note as `claim show` gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Note {
    /// Number on this desk.
    pub id: NoteId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// What sort of note it is.
    pub kind: NoteKind,
    /// What it says.
    pub text: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// The web address that it gives.
    pub url: Option<String>,
    /// Its place in the revision's text, in bytes.
    #[serde(skip)]
    pub span: Span,
}
