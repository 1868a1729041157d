//! How a report looks, on the command line: what is given here goes before the
//! desk's settings.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cli::error::CliError;
use crate::cli::files;
use crate::report::look::Look;
use crate::report::look::accent::Accent;
use crate::report::look::logo::{Logo, MAX_BYTES};
use crate::report::look::parts::{FILES, Parts};

/// What is not the program's.
#[derive(Debug, Args)]
#[command(next_help_heading = "The look of the page")]
pub(crate) struct LookArgs {
    /// What the report is called [default: the desk's report-title]
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The picture at its top: a PNG, JPEG or SVG file [default: the desk's report-logo]
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    /// The colour of lines, as #0a5; made as dark or light as it takes to be read [default: the desk's report-accent]
    #[arg(long, value_name = "COLOUR")]
    accent: Option<Accent>,
    /// A folder with parts of the page: style.css, head.html, header.html, footer.html
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
}

impl LookArgs {
    pub(crate) fn look(self) -> Result<Look, CliError> {
        Ok(Look {
            title: self.title,
            logo: self.logo.as_deref().map(logo).transpose()?,
            accent: self.accent,
            parts: match self.templates {
                Some(folder) => parts(&folder)?,
                None => Parts::default(),
            },
            structured_data: None,
        })
    }
}

/// The picture in a file.
pub(crate) fn logo(path: &Path) -> Result<Logo, CliError> {
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX);
    let bytes = files::read_filled(path, limit)?;
    Logo::read(bytes).map_err(|error| CliError::Invalid(format!("{}: {error}", files::named(path))))
}

/// The parts in a folder. A file that is no part may stand there, unless it looks
/// like one whose name was mistyped.
fn parts(folder: &Path) -> Result<Parts, CliError> {
    let unreadable = |error: std::io::Error| {
        CliError::Usage(format!("{} can't be read: {error}", folder.display()))
    };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name();
        names.push(name.to_string_lossy().into_owned());
    }
    names.sort();
    let mut parts = Parts::default();
    for name in names {
        let ending = Path::new(&name).extension();
        let like_a_part = ending.is_some_and(|ending| ending == "html" || ending == "css");
        if FILES.contains(&name.as_str()) || like_a_part {
            let text = files::read_text(&folder.join(&name))?;
            parts
                .add(&name, text)
                .map_err(|error| CliError::Invalid(format!("{}: {error}", folder.display())))?;
        }
    }
    if parts.is_empty() {
        return Err(CliError::Invalid(format!(
            "{} has no part of a page; its parts are {}",
            folder.display(),
            FILES.join(", ")
        )));
    }
    Ok(parts)
}
