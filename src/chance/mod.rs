//! Chance that follows from a seed, and what it makes of a measure.
//!
//! The same seed always gives the same numbers. Nothing here reads a clock or
//! knows what is measured.

mod measure;
mod random;

pub use measure::{Measure, interval};
pub use random::Random;
