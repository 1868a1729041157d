//! The history of one claim for somebody outside: a bundle of files that can
//! be read without claimdesk and proves itself.
//!
//! `events.jsonl` is the whole chain of the desk. The lines that tell of the
//! claim stand there in full, every other as the SHA-256 of what it says, from
//! which the chain can be computed all the same. So what is told of the claim
//! is shown to stand in the history that ends with the head, and nothing else
//! of the desk is given away. `history.txt` says the same for eyes.

mod about;
mod check;
mod line;
mod pack;
mod text;

use std::collections::BTreeMap;
use std::fmt::Write;

pub use about::{About, AboutArticle, AboutChain, AboutClaim, KeptFile, Person, Withheld};
pub use check::{BundleChecked, check};
pub use line::Line;
pub use pack::{MOST_BYTES, MOST_FILES, pack, unpack};

use crate::identity::sha256;

/// The files of a bundle, by their names; folders are divided by `/`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What a bundle is about, as JSON.
pub const ABOUT: &str = "bundle.json";
/// The chain, a line of JSON for each line of the history.
const EVENTS: &str = "events.jsonl";
/// What happened, for eyes.
const HISTORY: &str = "history.txt";
/// The SHA-256 of every other file, as `sha256sum --check` reads it.
const MANIFEST: &str = "manifest.sha256";

/// How to check a bundle without claimdesk, and the program that does.
const INSTRUCTIONS: [(&str, &str); 2] = [
    ("VERIFY.txt", include_str!("verify.txt")),
    ("verify.py", include_str!("verify.py")),
];

/// Why a bundle can't be made or read.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The files are none of a bundle.
    #[error("it is no bundle of a claim's history: {0}")]
    NotABundle(String),
    /// More than a reader takes.
    #[error("it asks for more than {most} {what}")]
    OverLimit {
        /// Of what.
        what: &'static str,
        /// How many are taken.
        most: u64,
    },
    /// Something can't be written as JSON, or not be packed.
    #[error("the bundle can't be made: {0}")]
    NotMade(String),
}

/// The files of a bundle about a claim, with the chain and what is kept beside it.
pub fn bundle(about: &About, lines: &[Line], kept: Files) -> Result<Files, BundleError> {
    let not_made = |error: serde_json::Error| BundleError::NotMade(error.to_string());
    let mut files = kept;
    let mut chain = Vec::new();
    for line in lines {
        serde_json::to_writer(&mut chain, line).map_err(not_made)?;
        chain.push(b'\n');
    }
    files.insert(EVENTS.to_owned(), chain);
    files.insert(HISTORY.to_owned(), text::history(about, lines).into_bytes());
    let mut json = serde_json::to_vec_pretty(about).map_err(not_made)?;
    json.push(b'\n');
    files.insert(ABOUT.to_owned(), json);
    for (name, text) in INSTRUCTIONS {
        files.insert(name.to_owned(), text.as_bytes().to_vec());
    }
    let mut manifest = String::new();
    for (name, bytes) in &files {
        // Writing to a string cannot fail.
        let _ = writeln!(manifest, "{}  {name}", sha256(bytes));
    }
    files.insert(MANIFEST.to_owned(), manifest.into_bytes());
    Ok(files)
}

#[cfg(test)]
mod tests;
