//! A fact-checking desk in one `SQLite` file.
//!
//! An article goes in; its checkable claims are pulled out, anchored to their
//! exact words; reviewers attach verdicts, sources and flags; the desk makes
//! it, each one transaction with its line in the desk's history.
//!
//! import each other.

pub mod extract;
pub mod ingest;
pub mod model;
pub mod store;
pub mod text;

