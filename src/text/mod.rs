//! What can be said about a text without knowing where it came from: its
//! blocks, its sentences, its dates, quantities and names, who says what, and
//! where a quote stands in it.
//!
//! Everything here is pure, works on UTF-8 byte offsets that never split a
//! character, and takes time that grows with the length of the text alone.

pub mod alignment;
pub mod anchor;
pub mod attributions;
pub mod blocks;
pub mod cells;
pub mod changes;
pub mod chars;
pub mod dates;
pub mod facets;
mod furniture;
pub mod likeness;
pub mod lines;
pub mod names;
pub mod passages;
pub mod quantities;
pub mod quotations;
pub mod reading;
pub mod repeats;
pub mod sentences;
pub mod tokens;
pub(crate) mod words;
