//! What models are learned with and kept in: logistic regression, calibration of
//! its scores to probabilities, the file. What is learned is said above.

mod calibration;
pub(crate) mod file;
mod regression;

pub use calibration::Calibration;
pub use file::ModelError;
pub(crate) use regression::{Example, fit, short};
