//! `claimdesk source add`: a thing that can be cited.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::Args;

use super::{SourceDetailArgs, details_of};
use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::desk::source_identity;
use crate::model::source::{NewSource, SourceDetails, SourceIdentity, SourceType};

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
    details: SourceDetailArgs,
    /// When you consulted it: a day, or a time such as 2026-01-31T09:30:00Z
    #[arg(long, value_name = "TIME", value_parser = day_or_time)]
    accessed: Option<DateTime<Utc>>,
    /// Address of a copy in a web archive
    #[arg(long, value_name = "URL")]
    archived_url: Option<String>,
    /// What sort of thing it is
    #[arg(long = "type", value_name = "TYPE", value_parser = one_of::<SourceType>(SourceType::WORDS))]
    source_type: Option<SourceType>,
    /// Remarks
    #[arg(long)]
    notes: Option<String>,
}

impl Add {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let new = self.into_source()?;
        let added = context.desk_to_write()?.add_source(&context.act(), &new)?;
        output.one(&added)?;
        let id = added.source.id;
        if added.existed {
            output.note(format!("source {id} was on the desk already"));
        }
        output.note(format!(
            "next: claimdesk evidence add CLAIM {id} --stance supports"
        ));
        Ok(Exit::Done)
    }

    fn into_source(self) -> Result<NewSource, CliError> {
        let identity = match (&self.source, self.details.title()) {
            (Some(given), _) => source_identity(given)?,
            (None, title) => SourceIdentity::Title(title.unwrap_or_default().to_owned()),
        };
        let details = SourceDetails {
            accessed: self.accessed,
            archived_url: self.archived_url,
            source_type: self.source_type,
            notes: self.notes,
            ..details_of(self.details)
        };
        Ok(NewSource { identity, details })
    }
}

/// A day means its first moment in UTC.
fn day_or_time(given: &str) -> Result<DateTime<Utc>, String> {
    let day = given
        .parse::<NaiveDate>()
        .map(|day| day.and_time(NaiveTime::MIN).and_utc());
    day.or_else(|_| given.parse())
        .map_err(|_| "write 2026-01-31 or 2026-01-31T09:30:00Z".to_owned())
}
