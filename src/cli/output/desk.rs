//! A new desk, for eyes.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Serialize;

use super::Shown;
use super::page::Page;
use crate::model::people::Reviewer;

/// What `init` made.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DeskMade {
    /// The desk's file.
    pub(crate) desk: PathBuf,
    /// Its reviewers.
    pub(crate) reviewers: Vec<Reviewer>,
    /// The slugs of its scales.
    pub(crate) scales: Vec<String>,
}

impl Shown for DeskMade {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Desk {}", self.desk.display()));
        for reviewer in &self.reviewers {
            page.fact(
                "reviewer",
                format!("{} ({}, {})", reviewer.handle, reviewer.name, reviewer.role),
            );
        }
        page.fact("scales", self.scales.join(", "));
    }
}
