//! Annotations of the W3C (Web Annotation Data Model, Recommendation of 23
//! February 2017), checked against the model.

mod rules;

pub use rules::{CONTEXT, check, is_annotation};
