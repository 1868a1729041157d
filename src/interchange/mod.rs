//! What the desk knows, in the formats of other programs.

pub mod ahead;
pub mod archive;
pub mod averitec;
pub mod bundle;
pub mod claimreview;
pub mod documents;
mod elements;
pub mod format;
mod lines;
pub mod linked;
pub mod records;
mod sarif;
mod validate;
pub mod web_annotation;
pub mod xlsx;

pub use lines::read_lines;
pub use sarif::{SarifResult, sarif};
pub use validate::{Finding, Kind, Validated, validate};
