//! What the desk knows, in the formats of other programs.

pub mod ahead;
pub mod averitec;
pub mod format;
pub mod records;
mod sarif;
pub mod xlsx;

pub use sarif::{SarifResult, sarif};
