//! Whether a bundle holds: every file is the one that the manifest names, the
//! chain can be computed, the files kept beside it are told of in it, and the
//! text for eyes says what the chain says.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::about::{About, FORM, PROGRAM};
use super::line::Line;
use super::{ABOUT, BundleError, EVENTS, Files, HISTORY, INSTRUCTIONS, MANIFEST, text};
use crate::identity::{NO_HASH, sha256};
use crate::model::event::{ExpectedHash, KeptHash};
use crate::model::ids::ClaimId;

/// What a check of a bundle found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BundleChecked {
    /// Whether it holds, and a line has the hash that is expected.
    pub ok: bool,
    /// The claim that it is about, by its number on its desk.
    pub claim: ClaimId,
    /// Lines of the history that hold.
    pub lines: i64,
    /// Of those, lines that are told in full.
    pub told: i64,
    /// Hash of the first line, by which the desk is known.
    pub root: String,
    /// Hash of the last line that holds.
    pub head: String,
    /// Files that were checked.
    pub files: usize,
    /// Whether the text for eyes could be held against the chain: not where another
    /// version of the program wrote it.
    pub text_compared: bool,
    /// What is wrong, each in one sentence.
    pub problems: Vec<String>,
    /// The hash that a line should have, where one is expected.
    pub expected: Option<ExpectedHash>,
}

fn needed<'f>(files: &'f Files, name: &str) -> Result<&'f [u8], BundleError> {
    let found = files.get(name).map(Vec::as_slice);
    found.ok_or_else(|| BundleError::NotABundle(format!("{name} is missing")))
}

fn about_of(files: &Files) -> Result<About, BundleError> {
    let about: About = serde_json::from_slice(needed(files, ABOUT)?)
        .map_err(|error| BundleError::NotABundle(format!("{ABOUT}: {error}")))?;
    if about.form == FORM {
        Ok(about)
    } else {
        Err(BundleError::NotABundle(format!(
            "{ABOUT} is of the form {}, and this program knows {FORM}",
            about.form
        )))
    }
}

/// Holds every file against the manifest.
fn against_manifest(files: &Files, problems: &mut Vec<String>) -> Result<(), BundleError> {
    let manifest = String::from_utf8_lossy(needed(files, MANIFEST)?);
    let mut named = BTreeSet::from([MANIFEST]);
    for line in manifest.lines() {
        let Some((hash, name)) = line.split_once("  ") else {
            problems.push(format!("{MANIFEST} has a line that names no file"));
            continue;
        };
        named.insert(name);
        match files.get(name) {
            None => problems.push(format!("{name} is missing")),
            Some(bytes) if sha256(bytes) != hash => {
                problems.push(format!("{name} is not the file that {MANIFEST} names"));
            }
            Some(_) => {}
        }
    }
    let others = files.keys().filter(|name| !named.contains(name.as_str()));
    problems.extend(others.map(|name| format!("{name} is not in {MANIFEST}")));
    Ok(())
}

/// The lines of the chain that hold, up to the first that doesn't.
fn chain(bytes: &[u8], problems: &mut Vec<String>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let texts = bytes.split(|byte| *byte == b'\n');
    for (number, text) in (1_i64..).zip(texts) {
        if text.is_empty() {
            break;
        }
        let head = lines.last().map_or(NO_HASH, Line::hash);
        let problem = match serde_json::from_slice::<Line>(text) {
            // A line that says more than it is hashed for would be believed by who
            // reads it.
            Ok(line) if serde_json::to_vec(&line).is_ok_and(|written| written != text) => {
                "it is not written as the program writes it".to_owned()
            }
            Ok(line) => match line.problem(number, head) {
                None => {
                    lines.push(line);
                    continue;
                }
                Some(problem) => problem,
            },
            Err(_) => "it can't be read".to_owned(),
        };
        problems.push(format!("line {number} of the history: {problem}"));
        break;
    }
    lines
}

/// Every SHA-256 that lines which are told speak of.
fn told_of(lines: &[Line]) -> BTreeSet<String> {
    fn gather(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    match value {
                        Value::String(hash) if name.ends_with("sha256") => {
                            found.insert(hash.clone());
                        }
                        other => gather(other, found),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    for event in lines.iter().filter_map(Line::told) {
        for json in [&event.before, &event.after].into_iter().flatten() {
            if let Ok(value) = serde_json::from_str(json) {
                gather(&value, &mut found);
            }
        }
    }
    found
}

/// Holds what the bundle says of itself against its chain.
fn against_chain(about: &About, lines: &[Line], files: &Files, problems: &mut Vec<String>) {
    let root = lines.first().map_or(NO_HASH, Line::hash);
    let head = lines.last().map_or(NO_HASH, Line::hash);
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let says = (
        &about.chain.lines,
        about.chain.root.as_str(),
        about.chain.head.as_str(),
    );
    if says != (&count, root, head) {
        problems.push(format!("the chain is not the one that {ABOUT} tells of"));
    }
    let uuid = about.claim.uuid.to_string();
    let of_claim = |line: &Line| {
        line.told().is_none_or(|event| {
            event.subject_kind != "claim" || event.subject_uuid.as_ref() == Some(&uuid)
        })
    };
    if !lines.iter().all(of_claim) {
        problems.push("a line tells of another claim".to_owned());
    }
    let told_of = told_of(lines);
    for kept in &about.kept {
        if files
            .get(&kept.file)
            .is_none_or(|bytes| sha256(bytes) != kept.sha256)
        {
            problems.push(format!(
                "{} is not the file that {ABOUT} tells of",
                kept.file
            ));
        } else if !told_of.contains(&kept.sha256) {
            problems.push(format!("no line tells of {} by its SHA-256", kept.file));
        }
    }
}

/// Holds what is for eyes against what is for programs.
fn against_text(about: &About, lines: &[Line], files: &Files, problems: &mut Vec<String>) {
    let made = text::history(about, lines);
    let meant = std::iter::once((HISTORY, made.as_str())).chain(INSTRUCTIONS);
    for (name, text) in meant {
        if files.get(name).is_none_or(|bytes| bytes != text.as_bytes()) {
            problems.push(format!("{name} does not say what the program wrote"));
        }
    }
}

/// Checks a bundle, and whether one of its lines has a hash that was kept.
pub fn check(files: &Files, kept: Option<&KeptHash>) -> Result<BundleChecked, BundleError> {
    let about = about_of(files)?;
    let mut problems = Vec::new();
    against_manifest(files, &mut problems)?;
    let lines = chain(needed(files, EVENTS)?, &mut problems);
    against_chain(&about, &lines, files, &mut problems);
    let text_compared = about.program == PROGRAM;
    if text_compared {
        against_text(&about, &lines, files, &mut problems);
    }
    let expected = kept.map(|kept| ExpectedHash {
        hash: kept.as_str().to_owned(),
        line: (1..)
            .zip(&lines)
            .find(|(_, line)| kept.is_of(line.hash()))
            .map(|(number, _)| number),
    });
    let is_there = expected.as_ref().is_none_or(|hash| hash.line.is_some());
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    Ok(BundleChecked {
        ok: problems.is_empty() && is_there,
        claim: about.claim.number,
        lines: count(lines.len()),
        told: count(lines.iter().filter_map(Line::told).count()),
        root: lines.first().map_or(NO_HASH, Line::hash).to_owned(),
        head: lines.last().map_or(NO_HASH, Line::hash).to_owned(),
        files: files.len(),
        text_compared,
        problems,
        expected,
    })
}
