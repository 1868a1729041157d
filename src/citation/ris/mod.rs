//! RIS: the RIS Format Specifications of Thomson `ResearchSoft`, 2001, with the
//! tags of the edition of 2011. A line is a tag of two characters, two blanks, a
//! hyphen, a blank and a text; TY begins a reference and ER ends it.
//!
//! Lines end as this system's do; the 2001 edition asks for those of DOS, which
//! no program insists on.

mod read;
mod write;

pub(super) use read::read;
pub(super) use write::write;

/// The tag that is free for users, and holds what RIS has no tag for.
const FREE: &str = "U1";
