//! What is wrong with documents, for eyes and as rows.

use schemars::JsonSchema;
use serde::Serialize;

use super::table::Cell;
use super::{Format, Listed, Output};
use crate::cli::error::CliError;
use crate::interchange::Finding;

/// A finding, and the file that it is in.
#[derive(Serialize, JsonSchema)]
pub(crate) struct InFile<F> {
    /// The file, as it was named.
    pub(crate) file: String,
    /// What is wrong.
    #[serde(flatten)]
    pub(crate) finding: F,
}

impl Output {
    /// Shows what is wrong with documents; with `several` files, each with the name
    /// of its own.
    pub(crate) fn validated(
        &mut self,
        found: &[InFile<Finding>],
        several: bool,
    ) -> Result<(), CliError> {
        if found.is_empty() {
            return self.nothing::<InFile<Finding>>("nothing is wrong");
        }
        if self.format != Format::Table {
            return self.list(found);
        }
        let places: Vec<Placed<'_>> = found.iter().map(|one| Placed(one, several)).collect();
        self.list(&places)
    }
}

impl Listed for InFile<Finding> {
    const COLUMNS: &'static [&'static str] = &["level", "place", "what"];

    fn cells(&self) -> Vec<Cell> {
        Placed(self, true).cells()
    }
}

/// A finding with its place, and whether that needs the name of the file.
#[derive(Serialize, JsonSchema)]
struct Placed<'f>(&'f InFile<Finding>, bool);

impl Listed for Placed<'_> {
    const COLUMNS: &'static [&'static str] = <InFile<Finding>>::COLUMNS;

    fn cells(&self) -> Vec<Cell> {
        let Self(InFile { file, finding }, several) = self;
        let problem = &finding.problem;
        let mut place = Vec::new();
        if *several {
            place.push(file.clone());
        }
        place.extend(finding.line.map(|line| format!("line {line}")));
        if problem.path.as_str() != "$" {
            place.push(problem.path.to_string());
        }
        let mut what = vec![problem.message.clone()];
        what.extend(problem.value.as_ref().map(|value| format!("here: {value}")));
        what.push(format!("{} ({})", problem.rule, problem.source));
        vec![
            Cell::level(problem.level),
            Cell::text(place.join("\n")),
            Cell::text(what.join("\n")),
        ]
    }
}
