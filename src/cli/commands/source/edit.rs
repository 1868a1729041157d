//! `claimdesk source edit`: what is known about a source.

use clap::Args;

use super::SourceDescriptionArgs;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::desk::source_identity;
use crate::model::ids::SourceId;
use crate::model::source::{SourceDetails, SourceEdit, SourceField, SourceIdentity};

/// Change what is known about a source
///
/// What is given takes the place of what was known; --clear forgets a detail. With --also the source is
/// recognised by one more address, DOI or ISBN.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk source edit 3 --published 2018-08-21 --kind secondary\n  claimdesk source edit 3 --also 10.1000/182 --set container-title=Nature --set volume=12\n  claimdesk source edit 7 --confidentiality confidential --clear notes\n\n\
Next: `claimdesk source cite 3` shows it as bibliographies have it."
)]
pub(crate) struct Edit {
    /// The source's number
    source: SourceId,
    #[command(flatten)]
    description: SourceDescriptionArgs,
    /// A detail to forget; can be given several times
    #[arg(long, value_name = "DETAIL", value_parser = one_of::<SourceField>(SourceField::WORDS))]
    clear: Vec<SourceField>,
    /// Another address, DOI or ISBN that it is recognised by; can be given several times
    #[arg(long, value_name = "URL|DOI|ISBN")]
    also: Vec<String>,
}

impl Edit {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let also = self.also.iter().map(|given| source_identity(given));
        let edit = SourceEdit {
            details: self.description.into_details(),
            cleared: self.clear,
            also: also.collect::<Result<Vec<SourceIdentity>, _>>()?,
        };
        if edit.details == SourceDetails::default()
            && edit.cleared.is_empty()
            && edit.also.is_empty()
        {
            return Err(CliError::Usage(
                "say what is to change, such as --title; see --help".to_owned(),
            ));
        }
        let mut desk = context.desk_to_write()?;
        output.one(&desk.edit_source(&context.act(), self.source, &edit)?)?;
        Ok(Exit::Done)
    }
}
