//! What the words of an article say, and whom they have it from.

pub(super) mod s501_unnamed_source;
pub(super) mod s502_unattributed_quotation;
pub(super) mod s503_uncited_finding;
pub(super) mod s504_vague_quantity;
pub(super) mod s505_absolute;
