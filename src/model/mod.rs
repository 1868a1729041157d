//! The words of the desk as types: newtyped ids, closed sets, and the records
//! that the other rooms hand to one another.
//!
//! Nothing here does input or output, reads a clock or knows a database.
//! Positions are UTF-8 byte offsets unless a field says code points; times
//! are UTC; dates of the world are EDTF and can be partial.

pub mod agreement;
pub mod article;
pub mod bibliography;
pub mod check;
pub mod claim;
pub mod coverage;
pub mod crosswalk;
pub mod detail;
pub mod edtf;
pub mod event;
pub mod facet;
pub mod flag;
pub mod glance;
pub mod health;
pub mod ids;
pub mod link;
pub mod locator;
pub mod note;
pub mod people;
pub mod publication;
pub mod record;
pub mod reference;
pub mod revision;
pub mod ruling;
pub mod scale;
pub mod search;
pub mod sentence;
pub mod settings;
pub mod snapshot;
pub mod source;
pub mod sourcing;
pub mod stats;
pub mod text;
pub mod verdict;
pub(crate) mod words;
pub mod work;
pub mod workflow;

pub use words::UnknownWord;
