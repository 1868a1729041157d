//! What the desk knows, in the formats of other programs.

pub mod claimreview;
pub mod linked;
mod record;
mod sarif;
mod validate;
pub mod web_annotation;

pub use record::{ClaimRecord, RecordSource};
pub use sarif::{SarifResult, sarif};
pub use validate::{Finding, Kind, Validated, validate};
