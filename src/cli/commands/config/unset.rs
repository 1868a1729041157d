//! `claimdesk config unset`: a setting goes back to its default.

use clap::Args;

use super::key::{Key, key, of_desk, of_person};
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::personal;

/// Let a setting of the desk (editors only), or one of your own defaults, go back to its default
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk config unset four-eyes\n  claimdesk config unset pager\n\n\
Next: `claimdesk config list` shows what holds now."
)]
pub(crate) struct Unset {
    /// The setting
    #[arg(value_parser = key())]
    key: Key,
}

impl Unset {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let shown = match self.key {
            Key::Desk(key) => {
                let mut desk = context.desk_to_write()?;
                let shown = desk.set_setting(&context.act(), key, None)?;
                of_desk(&desk, shown)
            }
            Key::Personal(key) => {
                let now = personal::put(context.personal_path()?, key, None)?;
                of_person(context, (&context.defaults_with(&now)?, key), None)?
            }
        };
        output.one(&shown)?;
        Ok(Exit::Done)
    }
}
