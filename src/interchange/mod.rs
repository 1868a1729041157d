//! What the desk knows, in the formats of other programs.

pub mod claimreview;
pub mod linked;
mod record;
mod sarif;

pub use record::{ClaimRecord, RecordSource};
pub use sarif::{SarifResult, sarif};
