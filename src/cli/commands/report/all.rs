//! `claimdesk report --all`: the reports of every article, in a folder with a
//! page that leads to them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::output::{Progress, there_are};
use crate::desk::Desk;
use crate::report::content::ArticleReport;
use crate::report::index::{GENERATOR, Index, IndexEntry, index};
use crate::report::look::Look;
use crate::report::{ReportFormat, render};

/// The page that leads to the others.
const INDEX: &str = "index.html";

/// What goes into the folder, and how.
pub(super) struct Everything {
    pub(super) folder: PathBuf,
    pub(super) format: ReportFormat,
    /// Whether a folder that holds something else may be written into.
    pub(super) force: bool,
    pub(super) look: Look,
}

impl Everything {
    /// Writes each report whole, the index last: whoever reads the folder
    /// meanwhile finds old pages or new ones, and never half of one. Reports of
    /// articles that are not on the desk any more are taken out.
    pub(super) fn write(
        self,
        context: &Context,
        output: &mut Output,
        desk: &Desk,
        made: impl Fn(ArticleReport) -> ArticleReport,
    ) -> Done {
        let was_ours = self.claim_folder()?;
        let mut entries = Vec::new();
        let mut names = Vec::new();
        let articles = desk.articles()?;
        let progress = Progress::counting(articles.len(), output);
        for (done, article) in (0..).zip(articles) {
            progress.at(done);
            let report = made(desk.report(article.id, context.now())?);
            let name = format!("article-{}.{}", article.id, self.format.ending());
            let document = render(self.format, &report)?;
            files::write_whole(&self.folder.join(&name), document.as_bytes())?;
            entries.push(IndexEntry::new(&report, name.clone()));
            names.push(name);
        }
        drop(progress);
        let count = entries.len();
        let page = index(&Index {
            entries,
            look: self.look,
            generated_at: context.now(),
        })?;
        files::write_whole(&self.folder.join(INDEX), page.as_bytes())?;
        if was_ours {
            take_out_others(&self.folder, &names)?;
        }
        output.note(format!(
            "{} in {}; begin with {}",
            there_are(count, "report"),
            self.folder.display(),
            self.folder.join(INDEX).display()
        ));
        Ok(Exit::Done)
    }

    /// Makes the folder, or sees to it that what is there may be written over.
    /// Says whether it held reports already.
    fn claim_folder(&self) -> Result<bool, CliError> {
        let folder = &self.folder;
        let failed = |error| CliError::Write {
            path: folder.clone(),
            error,
        };
        fs::create_dir_all(folder).map_err(failed)?;
        let is_ours =
            fs::read_to_string(folder.join(INDEX)).is_ok_and(|page| page.contains(GENERATOR));
        let is_empty = fs::read_dir(folder).map_err(failed)?.next().is_none();
        if is_ours || is_empty || self.force {
            return Ok(is_ours);
        }
        Err(CliError::ForeignFolder {
            folder: folder.clone(),
        })
    }
}

/// Removes reports by an earlier run that this one did not write.
fn take_out_others(folder: &Path, written: &[String]) -> Result<(), CliError> {
    let failed = |path: &Path, error: io::Error| CliError::Write {
        path: path.to_owned(),
        error,
    };
    for entry in fs::read_dir(folder).map_err(|error| failed(folder, error))? {
        let path = entry.map_err(|error| failed(folder, error))?.path();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let is_old = |name: &String| is_report(name) && !written.contains(name);
        if name.as_ref().is_some_and(is_old) && path.is_file() {
            fs::remove_file(&path).map_err(|error| failed(&path, error))?;
        }
    }
    Ok(())
}

/// Whether a file has a name that reports have here: `article-12.html`.
fn is_report(name: &str) -> bool {
    let rest = name
        .strip_prefix("article-")
        .and_then(|rest| rest.split_once('.'));
    rest.is_some_and(|(number, ending)| {
        let mut formats = ReportFormat::ALL.iter();
        !number.is_empty()
            && number.bytes().all(|byte| byte.is_ascii_digit())
            && formats.any(|format| format.ending() == ending)
    })
}

#[cfg(test)]
mod tests {
    use super::is_report;

    #[test]
    fn only_names_that_reports_have_are_reports() {
        assert!(is_report("article-12.html") && is_report("article-1.corrections.txt"));
        for other in [
            "article-.html",
            "article-x.html",
            "article-1.html.bak",
            "notes.md",
            "article-1",
        ] {
            assert!(!is_report(other), "{other}");
        }
    }
}
