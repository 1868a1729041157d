//! What the words of an article say, and whom they have it from.

pub(super) mod s501_unnamed_source;
