//! JSON-LD as the web has it: the documents in a file or page, where in them a
//! value stands, what is wrong there, and values in the several ways they are
//! written.
//!
//! Nothing here looks anything up: contexts are compared by their address, and a
//! node that is only named by its `@id` is looked for in the same document.

mod bytes;
mod document;
mod entities;
mod lines;
mod listed;
mod node;
mod path;
mod problem;

pub use bytes::text_of;
pub use document::{Block, Blocks, Broken, blocks};
pub(super) use entities::{decoded, encoded};
pub use lines::Places;
pub(super) use listed::ListWriter;
pub(super) use node::{Graph, items, number, object, type_names, types};
pub use path::JsonPath;
pub(super) use problem::Problems;
pub use problem::{Level, Problem};
