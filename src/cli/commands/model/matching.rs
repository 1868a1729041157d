//! Teaching and measuring what claims are compared by, on collections of
//! checked claims as the `CheckThat!` labs publish them.

use std::fs;
use std::path::{Path, PathBuf};

use super::given;
use crate::cli::error::CliError;
use crate::cli::files;
use crate::cli::output::{MatcherMeasured, MatcherTrained, Output};
use crate::desk::Measuring;
use crate::ingest::limits::MAX_BYTES;
use crate::matching::collection::{
    Asked, Checked, CollectionError, answers, claims_in_jsonl, claims_in_tsv, questions,
};
use crate::matching::{Lesson, Matcher, TrainedOn, cross_validate, measures, train};

/// How a file of questions ends, and one of their answers.
const QUERIES: &str = ".queries.tsv";
const QRELS: &str = ".qrels";

/// The set of questions that is learned from.
const TRAIN: &str = "train";

/// Checked claims with sets of questions.
struct Collection {
    claims: Vec<Checked>,
    sets: Vec<Set>,
}

/// Reads a text, and names the file in what is wrong with it.
fn read<T>(
    path: &Path,
    parse: impl FnOnce(&str) -> Result<T, CollectionError>,
) -> Result<T, CliError> {
    let text = String::from_utf8(files::read(path, MAX_BYTES)?)
        .map_err(|_| CliError::Invalid(format!("{} is not UTF-8", path.display())))?;
    parse(&text).map_err(|error| CliError::Invalid(format!("{}, {error}", path.display())))
}

/// What a folder holds, in order.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let unread = |error: std::io::Error| {
        CliError::Invalid(format!(
            "{} can't be read as a folder: {error}",
            folder.display()
        ))
    };
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        entries.push(entry.map_err(unread)?.path());
    }
    entries.sort();
    Ok(entries)
}

fn ends(path: &Path, with: &str) -> bool {
    path.file_name()
        .is_some_and(|name| name.to_string_lossy().ends_with(with))
}

/// Questions, and the file that they are from.
type Set = (PathBuf, Vec<Asked>);

/// The collections in a folder and in those within it. A folder with claims is
/// one, with the questions in it and in folders that have no claims of their own.
fn collections(folder: &Path) -> Result<Vec<Collection>, CliError> {
    let mut found = Vec::new();
    let without_claims = gather(folder, &mut found)?;
    if let Some((path, _)) = without_claims.first() {
        return Err(no_claims(&format!(
            "for the questions of {}",
            path.display()
        )));
    }
    if found.is_empty() {
        return Err(no_claims(&format!("in {}", folder.display())));
    }
    Ok(found)
}

fn no_claims(whereabouts: &str) -> CliError {
    CliError::Invalid(format!(
        "there are no checked claims {whereabouts}: no file named *.docs.tsv or vclaims.jsonl"
    ))
}

/// Adds the collections of a folder, and gives back the questions in it that
/// have no claims yet.
fn gather(folder: &Path, found: &mut Vec<Collection>) -> Result<Vec<Set>, CliError> {
    let entries = entries(folder)?;
    let named = |ending: &str| entries.iter().find(|path| ends(path, ending));
    let mut sets = Vec::new();
    for path in entries.iter().filter(|path| path.is_dir()) {
        sets.extend(gather(path, found)?);
    }
    if let Some(queries) = named(QUERIES) {
        let qrels = named(QRELS).ok_or_else(|| {
            CliError::Invalid(format!(
                "{} has questions, and no answers in a file named *{QRELS}",
                folder.display()
            ))
        })?;
        let answers = read(qrels, answers)?;
        let asked = read(queries, |text| questions(text, &answers))?;
        sets.push((queries.clone(), asked));
    }
    let claims = if let Some(path) = named(".docs.tsv") {
        read(path, claims_in_tsv)?
    } else if let Some(path) = named("vclaims.jsonl") {
        read(path, claims_in_jsonl)?
    } else {
        return Ok(sets);
    };
    found.push(Collection { claims, sets });
    Ok(Vec::new())
}

impl Collection {
    /// The questions to learn from: those of files or folders named train.
    fn training(&self) -> Vec<Asked> {
        let of_training = |path: &Path| {
            let folder = path.parent().and_then(Path::file_name);
            let file = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            folder.is_some_and(|name| name == TRAIN)
                || file.is_some_and(|name| name.starts_with(TRAIN))
        };
        let sets = self.sets.iter().filter(|(path, _)| of_training(path));
        sets.flat_map(|(_, asked)| asked.iter().cloned()).collect()
    }
}

/// The lessons of all collections, with the titles of checks and without.
fn lessons(collections: &[Collection], matcher: &Matcher) -> Result<[Vec<Lesson>; 2], CliError> {
    let mut both = [Vec::new(), Vec::new()];
    for (lessons, titled) in both.iter_mut().zip([true, false]) {
        for collection in collections {
            let asked = collection.training();
            if !asked.is_empty() {
                let desk = Measuring::of(&collection.claims, titled)?;
                lessons.extend(desk.lessons(matcher, &asked)?);
            }
        }
    }
    Ok(both)
}

fn unlearned(collections: &[Collection]) -> Matcher {
    let claims = collections.iter().flat_map(|collection| &collection.claims);
    Matcher::unlearned(claims.map(|claim| (claim.statement.as_str(), claim.title.as_str())))
}

/// Learns a matcher from a folder and writes it.
pub(super) fn trained(
    folder: &Path,
    file: &Path,
    about: TrainedOn,
    seed: u64,
    output: &mut Output,
) -> Result<(), CliError> {
    let collections = collections(folder)?;
    let begun = unlearned(&collections);
    let lessons = lessons(&collections, &begun)?;
    if lessons[0].is_empty() {
        return Err(CliError::Invalid(format!(
            "{} has no questions to learn from: none in a file or folder named {TRAIN}",
            folder.display()
        )));
    }
    let about = TrainedOn {
        claims: collections.iter().map(|one| one.claims.len()).sum(),
        ..about
    };
    let matcher = output.waiting("learning", || train(begun, &lessons, about, seed));
    let bytes = matcher.to_bytes().map_err(|error| CliError::Model {
        file: file.to_owned(),
        error,
    })?;
    files::write_whole(file, &bytes)?;
    output.one(&MatcherTrained {
        file: file.to_owned(),
        header: matcher.header().clone(),
    })
}

/// Measures a matcher on every set of questions of a folder.
pub(super) fn measured(
    folder: &Path,
    model: Option<&Path>,
    validated: bool,
    seed: u64,
    output: &mut Output,
) -> Result<(), CliError> {
    let collections = collections(folder)?;
    if validated {
        let lessons = lessons(&collections, &unlearned(&collections))?;
        let shown: Vec<MatcherMeasured> = cross_validate(&lessons, seed)
            .iter()
            .zip([
                "cross-validated, with titles",
                "cross-validated, without titles",
            ])
            .map(|(answered, what)| MatcherMeasured {
                set: what.to_owned(),
                claims: collections.iter().map(|one| one.claims.len()).sum(),
                measures: measures(answered, seed),
            })
            .collect();
        return output.list(&shown);
    }
    let matcher = given::matcher(model)?;
    let mut shown = Vec::new();
    for collection in &collections {
        let desk = Measuring::of(&collection.claims, true)?;
        for (path, asked) in &collection.sets {
            let set = path.strip_prefix(folder).unwrap_or(path);
            shown.push(MatcherMeasured {
                set: set.display().to_string(),
                claims: collection.claims.len(),
                measures: measures(&desk.answered(&matcher, asked)?, seed),
            });
        }
    }
    output.list(&shown)
}
