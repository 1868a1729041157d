//! Whether a desk's file is sound.

use schemars::JsonSchema;
use serde::Serialize;

use super::words::closed_set;

closed_set! {
    /// What of a desk's file is checked.
    CheckedPart, "part of a desk" {
        /// What `SQLite` keeps: pages, indexes, constraints.
        File = "file",
        /// That tables, indexes and guards are those that the program makes.
        Schema = "schema",
        /// That what is referred to is there.
        References = "references",
        /// That nothing is without what it belongs to.
        Orphans = "orphans",
        /// That words stand in the texts where they are said to.
        Anchors = "anchors",
        /// That bytes that were kept have the SHA-256 that they came with.
        Bytes = "bytes",
        /// That settings can be read.
        Settings = "settings",
        /// That what claims keep of other tables is so.
        Derived = "derived",
        /// That the index of words holds what the desk says.
        Words = "words",
        /// That the index of letters does.
        Letters = "letters",
        /// That the chain of events holds.
        History = "history",
    }
}

/// What a check of one part found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PartChecked {
    /// The part.
    pub part: CheckedPart,
    /// Whether it is sound.
    pub ok: bool,
    /// What was looked at, or what is wrong, in one sentence.
    pub finding: String,
    /// The first few places where something is wrong.
    pub places: Vec<String>,
    /// What to do about it.
    pub hint: Option<&'static str>,
}

/// What a check of a whole desk found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Health {
    /// Whether everything is sound.
    pub ok: bool,
    /// Part by part.
    pub parts: Vec<PartChecked>,
    /// What was mended before, each in one sentence.
    pub mended: Vec<String>,
}
