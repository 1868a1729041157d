//! `claimdesk source add`: a thing that can be cited.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::{SourceDescriptionArgs, note_doubts};
use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::desk::{DeskError, SourceFile, source_identity};
use crate::identity::NotASource;
use crate::ingest::MAX_BYTES;
use crate::model::source::{NewSource, SourceIdentity};

/// Add a source, unless the desk has it already
///
/// A source is recognised by its address, DOI or ISBN, a file by its bytes; one that has none of them, such as an
/// interview, by its title, author and date. A file is kept as a snapshot, and tells of its title, author and date what it can.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk source add https://example.org/a --title \"A statement\" --kind primary\n  claimdesk source add report.pdf --url https://example.org/report.pdf\n  claimdesk source add --title \"Interview with the minister\" --type interview\n\n\
Next: `claimdesk source snapshot` keeps what it is like now; `claimdesk evidence add` ties it to a claim."
)]
pub(crate) struct Add {
    /// Address, DOI or ISBN, or a file
    #[arg(
        value_name = "URL|DOI|ISBN|FILE",
        value_hint = ValueHint::AnyPath,
        required_unless_present = "title"
    )]
    source: Option<String>,
    /// Where a file came from, or its DOI or ISBN
    #[arg(long, value_name = "URL|DOI|ISBN", requires = "source")]
    url: Option<String>,
    #[command(flatten)]
    description: SourceDescriptionArgs,
}

impl Add {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let added = if let Some(file) = self.file() {
            let bytes = files::read_filled(&file, MAX_BYTES)?;
            let file = SourceFile {
                bytes: &bytes,
                name: files::name_of(&file),
                taken_at: self.description.accessed(),
                origin: None,
            };
            let identity = self.url.as_deref().map(source_identity).transpose()?;
            let details = self.description.into_details();
            let added = desk.add_source_file(&context.act(), identity, &details, &file)?;
            output.one(&added)?;
            note_doubts(&added.snapshot.in_doubt, output);
            added.added
        } else {
            let added = desk.add_source(&context.act(), &self.into_source()?)?;
            output.one(&added)?;
            added
        };
        let id = added.source.id;
        if added.existed {
            output.note(format!(
                "source {id} was on the desk already; nothing that is known of it was changed: `claimdesk source edit {id}` does that"
            ));
        }
        output.note(format!(
            "next: claimdesk evidence add CLAIM {id} --stance supports"
        ));
        Ok(Exit::Done)
    }

    /// The file that is meant, where what is given can be nothing else.
    fn file(&self) -> Option<PathBuf> {
        let given = self.source.as_deref()?;
        let path = PathBuf::from(given);
        (path.is_file() && source_identity(given).is_err()).then_some(path)
    }

    fn into_source(self) -> Result<NewSource, CliError> {
        if self.url.is_some() {
            return Err(CliError::Usage(
                "--url says where a file came from, and there is no such file".to_owned(),
            ));
        }
        let details = self.description.into_details();
        let identity = match &self.source {
            Some(given) => source_identity(given).map_err(|error| match error {
                DeskError::NotASource {
                    given,
                    why: NotASource::Unknown,
                } => DeskError::NotASource {
                    given,
                    why: NotASource::NoFile,
                },
                other => other,
            })?,
            None => SourceIdentity::titled(details.title.as_deref().unwrap_or_default(), &details),
        };
        Ok(NewSource {
            details,
            ..NewSource::bare(identity)
        })
    }
}
