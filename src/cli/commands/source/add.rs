//! `claimdesk source add`: a thing that can be cited.

use clap::Args;

use super::SourceDescriptionArgs;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::desk::source_identity;
use crate::model::source::{NewSource, SourceIdentity};

/// Add a source, unless the desk has it already
///
/// A source is recognised by its address, DOI or ISBN; one that has none of them, such as an interview, by
/// its title.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk source add https://example.org/a --title \"A statement\" --kind primary\n  claimdesk source add --title \"Interview with the minister\" --type interview"
)]
pub(crate) struct Add {
    /// Address, DOI or ISBN
    #[arg(value_name = "URL|DOI|ISBN", required_unless_present = "title")]
    source: Option<String>,
    #[command(flatten)]
    description: SourceDescriptionArgs,
}

impl Add {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let new = self.into_source()?;
        let added = context.desk_to_write()?.add_source(&context.act(), &new)?;
        output.one(&added)?;
        let id = added.source.id;
        if added.existed {
            output.note(format!(
                "source {id} was on the desk already; nothing of it was changed: `claimdesk source edit {id}` does that"
            ));
        }
        output.note(format!(
            "next: claimdesk evidence add CLAIM {id} --stance supports"
        ));
        Ok(Exit::Done)
    }

    fn into_source(self) -> Result<NewSource, CliError> {
        let identity = match (&self.source, self.description.title()) {
            (Some(given), _) => source_identity(given)?,
            (None, title) => SourceIdentity::Title(title.unwrap_or_default().to_owned()),
        };
        Ok(NewSource {
            details: self.description.into_details(),
            ..NewSource::bare(identity)
        })
    }
}
