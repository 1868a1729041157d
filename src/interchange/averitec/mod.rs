//! AVeriTeC: a data set for the verification of claims from the web (Schlichtkrull,
//! Guo and Vlachos, 2023), as a JSON array of objects.
//!
//! What a record has no field for is kept in its `extra` as it came, and so is what
//! a field can't give back to the letter; so what is read is written again the same.
//! The writer takes a text that was kept only while it still says what the field says.

mod answers;
mod fields;
mod order;
mod read;
mod write;

pub use answers::keep_cited;
pub use read::read_averitec;
pub use write::{AveritecWriter, is_labelled};

/// The scale whose ratings are the labels; what else the format says is kept by
/// the same name.
pub const AVERITEC: &str = "averitec";
