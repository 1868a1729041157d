//! `claimdesk config path`: where a person's own defaults stand.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Print where your own defaults stand
///
/// `CLAIMDESK_CONFIG` names another file.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  cat \"$(claimdesk config path)\"\n\n\
Next: `claimdesk config set` writes one of them.")]
pub(crate) struct Path {}

impl Path {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {} = self;
        let path = context.personal_path()?;
        output.document(&format!("{}\n", path.display()))?;
        if !path.exists() {
            output.note("there is no such file yet; `claimdesk config set` makes it");
        }
        Ok(Exit::Done)
    }
}
