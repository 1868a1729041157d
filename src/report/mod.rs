//! The desk's content as documents that people read.

pub mod content;
