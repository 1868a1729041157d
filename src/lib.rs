//! A fact-checking desk in one `SQLite` file.
//!
//! An article goes in; its checkable claims are pulled out, anchored to their
//! exact words; reviewers attach verdicts, sources and flags; the desk makes
//! reports. [`desk::Desk`] is where to start: every use case is a method of
//! it, each one transaction with its line in the desk's history.
//!
//! [`filter`] pulls claims out of any number of articles without a desk.
//!
//! Imports run downwards only: [`cli`] → [`desk`] → [`report`], [`filter`], [`interchange`] →
//! [`store`], [`extract`], [`matching`], [`lint`], [`ingest`], [`fetch`], [`citation`] →
//! [`text`], [`search`], [`learning`], [`identity`], [`agreement`], [`gate`] → [`model`], [`chance`].
//! Rooms on one floor don't import each other.

pub mod agreement;
pub mod chance;
pub mod citation;
pub mod cli;
pub mod desk;
pub mod extract;
pub mod fetch;
pub mod filter;
pub mod gate;
pub mod identity;
pub mod ingest;
pub mod interchange;
pub mod learning;
pub mod lint;
pub mod matching;
pub mod model;
pub mod report;
pub mod search;
pub mod store;
pub mod text;

pub use desk::{Act, Desk, DeskError};
