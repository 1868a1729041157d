//! Claims as flat records: read out one after the other, and written in.

mod read;
mod write;

pub(crate) use write::{ImportRow, RecordRow};
