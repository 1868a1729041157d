//! `claimdesk config get`: one setting.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::model::settings::SettingKey;

/// Show one setting of the desk
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk config get four-eyes\n\n\
Next: `claimdesk config set` changes it.")]
pub(crate) struct Get {
    /// The setting
    #[arg(value_parser = one_of::<SettingKey>(SettingKey::WORDS))]
    key: SettingKey,
}

impl Get {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        output.one(&context.desk()?.setting(self.key)?)?;
        Ok(Exit::Done)
    }
}
