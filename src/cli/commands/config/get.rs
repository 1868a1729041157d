//! `claimdesk config get`: one setting.

use clap::Args;

use super::key::{Key, key, of_desk, of_person};
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;

/// Show one setting of the desk, or one of your own defaults
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk config get four-eyes\n  claimdesk config get editor\n\n\
Next: `claimdesk config set` changes it."
)]
pub(crate) struct Get {
    /// The setting
    #[arg(value_parser = key())]
    key: Key,
}

impl Get {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let shown = match self.key {
            Key::Desk(key) => {
                let desk = context.desk()?;
                of_desk(&desk, desk.setting(key)?)
            }
            Key::Personal(key) => {
                let desk = context.desk_if_any()?;
                of_person(context, (context.defaults(), key), desk.as_ref())?
            }
        };
        output.one(&shown)?;
        Ok(Exit::Done)
    }
}
