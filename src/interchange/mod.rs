//! What the desk knows, in the formats of other programs.

mod sarif;

pub use sarif::{SarifResult, sarif};
