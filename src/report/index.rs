//! The page that leads to the reports of a desk.

use askama::Template;
use chrono::{DateTime, Utc};

use super::content::ArticleReport;
use super::look::Look;
use super::view::View;
use super::{ReportError, wording};
use crate::model::claim::ClaimState;
use crate::model::stats::RatingCount;

/// What the page says of itself, by which a folder of reports is known.
pub const GENERATOR: &str = "<meta name=\"generator\" content=\"claimdesk reports\">";

/// Every report that was written.
#[derive(Debug, Clone)]
pub struct Index {
    /// A line for each.
    pub entries: Vec<IndexEntry>,
    /// How the desk has its reports look.
    pub look: Look,
    /// When they were made.
    pub generated_at: DateTime<Utc>,
}

/// One report.
#[derive(Debug, Clone)]
pub struct IndexEntry {
    /// Name of the file, in the folder of the page.
    file: String,
    title: String,
    byline: Vec<String>,
    language: String,
    ratings: Vec<RatingCount>,
    claims: usize,
    judged: usize,
    decided: usize,
    open_flags: usize,
    part: Option<String>,
    audit_head: String,
}

impl IndexEntry {
    /// What the page says of a report that is in this file.
    pub fn new(report: &ArticleReport, file: String) -> Self {
        let view = View::new(report);
        let details = &report.article.details;
        let is_decided = |state| matches!(state, ClaimState::Decided | ClaimState::Published);
        let decided = report
            .claims
            .iter()
            .filter(|one| is_decided(one.claim.state));
        Self {
            file,
            title: details.title.clone(),
            byline: view.byline(),
            language: details.language.clone().unwrap_or_default(),
            ratings: report.ratings.clone(),
            claims: report.claims.len(),
            judged: view.judged.len(),
            decided: decided.count(),
            open_flags: view.open_flags(),
            part: view.selection_said(),
            audit_head: report.audit_head.clone(),
        }
    }

    /// How far the work has come, in per cent of the claims.
    fn progress(&self) -> usize {
        (self.decided * 100)
            .checked_div(self.claims)
            .unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "index.html", config = "src/report/templates/askama.toml")]
struct Page<'a> {
    style: &'static str,
    generator: &'static str,
    index: &'a Index,
    logo: Option<String>,
    made: String,
}

/// The page, which leads to the files beside it.
pub fn index(index: &Index) -> Result<String, ReportError> {
    let page = Page {
        style: include_str!("templates/style.css"),
        generator: GENERATOR,
        logo: index
            .look
            .logo
            .as_ref()
            .map(super::look::logo::Logo::data_uri),
        made: wording::time(index.generated_at),
        index,
    };
    let mut document = page.render()?;
    document.push('\n');
    Ok(wording::with_controls_shown(document))
}
