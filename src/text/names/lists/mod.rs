//! The words that names are told by, as plain data: lower case, parted by
//! white space, phrases by semicolons. English news prose.

pub(super) mod common;
pub(super) mod organisations;
pub(super) mod people;
pub(super) mod phrases;
pub(super) mod places;
