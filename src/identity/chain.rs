//! The hashes that chain the lines of a desk's history.
//!
//! Two SHA-256 are taken for each line. The first is over its content: uuid,
//! time, actor, action, subject kind, subject id, subject uuid, before, after;
//! the second over `claimdesk-event-1`, the hash of the line before, the line's
//! number and the first. So a line can be given out as the hash of its content
//! alone: what it says stays hidden (its uuid can't be guessed), and the chain
//! can still be computed.
//!
//! Fields are written as netstrings (<https://cr.yp.to/proto/netstrings.txt>):
//! for each the length of its UTF-8 bytes in decimal, a colon, the bytes, a
//! comma; a field that is null is a lone `-`. Each is exactly as the desk
//! stores it. What the first line follows is 64 zeros. Lines count from 1
//! without gaps.

use sha2::{Digest, Sha256};

use super::hex;
use crate::model::event::StoredEvent;

/// What stands as the hash of the line before the first.
pub const NO_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The name of this form.
const FORM: &str = "claimdesk-event-1";

fn hash(fields: &[Option<&str>]) -> String {
    let mut digest = Sha256::new();
    for field in fields {
        match field {
            Some(text) => digest.update(format!("{}:{text},", text.len())),
            None => digest.update("-"),
        }
    }
    hex(&digest.finalize())
}

/// The hash of what a line says.
pub fn content_hash(event: &StoredEvent) -> String {
    hash(&[
        Some(&event.uuid),
        Some(&event.at),
        Some(&event.actor),
        Some(&event.action),
        Some(&event.subject_kind),
        Some(&event.subject_id.to_string()),
        event.subject_uuid.as_deref(),
        event.before.as_deref(),
        event.after.as_deref(),
    ])
}

/// The hash of a line with that number and content, after a line with that hash.
pub fn line_hash(previous_hash: &str, line: i64, content: &str) -> String {
    hash(&[
        Some(FORM),
        Some(previous_hash),
        Some(&line.to_string()),
        Some(content),
    ])
}

/// What is wrong with a line that says where it stands and what its hash is, where a
/// line `expected` after `head` should stand.
pub fn link_problem(
    (line, previous_hash, hash): (i64, &str, &str),
    (expected, head): (i64, &str),
    content: &str,
) -> Option<String> {
    if line != expected {
        Some(format!("it is missing: line {line} stands in its place"))
    } else if previous_hash != head {
        Some("it does not follow the line before it".to_owned())
    } else if hash != line_hash(previous_hash, line, content) {
        Some("its content does not match its hash".to_owned())
    } else {
        None
    }
}
