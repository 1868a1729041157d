//! What `demo` made, for eyes.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Serialize;

use super::Shown;
use super::page::Page;

/// What `demo` made.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DemoMade {
    /// The desk.
    pub(crate) desk: PathBuf,
    /// The reports.
    pub(crate) reports: Vec<PathBuf>,
    /// Claims on the desk that are not dismissed.
    pub(crate) claims: u32,
    /// Verdicts given.
    pub(crate) verdicts: u32,
    /// Sources found.
    pub(crate) sources: u32,
    /// Flags raised.
    pub(crate) flags: u32,
    /// Commands to try next.
    pub(crate) next: Vec<String>,
}

impl Shown for DemoMade {
    fn show(&self, page: &mut Page) {
        page.title("A desk with one checked article");
        page.fact("desk", self.desk.display());
        for report in &self.reports {
            page.fact("report", report.display());
        }
        let Self {
            claims,
            verdicts,
            sources,
            flags,
            ..
        } = self;
        page.fact(
            "holds",
            format!("{claims} claims, {verdicts} verdicts, {sources} sources, {flags} flags"),
        );
    }
}
