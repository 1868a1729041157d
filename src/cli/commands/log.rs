//! `claimdesk log`: who did what, when, to what.

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::model::event::Subject;

/// List the desk's history, oldest first
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk log --limit 20\n  claimdesk log claim 12\n\n\
Next: `claimdesk undo` takes back what you did last; `claimdesk audit verify` checks that nothing was changed."
)]
pub(crate) struct Log {
    /// Only what was done to this: a kind and a number, such as claim 12 or claim:12
    #[arg(num_args = 0..=2)]
    subject: Vec<String>,
    /// Only the latest N
    #[arg(long, value_name = "N")]
    limit: Option<u32>,
}

impl Log {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let subject = if self.subject.is_empty() {
            None
        } else {
            Some(subject(&self.subject)?)
        };
        output.list(&context.desk()?.log(subject, self.limit)?)?;
        Ok(Exit::Done)
    }
}

fn subject(words: &[String]) -> Result<Subject, CliError> {
    words
        .join(" ")
        .parse()
        .map_err(|error: crate::model::event::NotASubject| CliError::Usage(error.to_string()))
}
