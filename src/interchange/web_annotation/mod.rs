//! Annotations of the W3C (Web Annotation Data Model, Recommendation of 23
//! February 2017): checked against the model, read from any producer, written
//! from what the desk knows.

mod annotation;
mod read;
mod record;
mod rules;
mod write;

#[cfg(test)]
mod properties;

pub use annotation::{Annotation, Body, NoPlace, Position, QuoteSelector, Target, Unit};
pub use read::{Annotations, annotations_in, read};
pub use record::{Attached, Noted, Remark};
pub use rules::{CONTEXT, check, is_annotation};
pub use write::{
    CollectionWriter, Linked, Signed, Words, alone, comment, correction, evidence, flag, source_of,
    verdict,
};
