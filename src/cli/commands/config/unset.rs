//! `claimdesk config unset`: a setting goes back to its default.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::model::settings::SettingKey;

/// Let a setting of the desk go back to its default; editors only
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk config unset four-eyes\n\n\
Next: `claimdesk config list` shows what holds now.")]
pub(crate) struct Unset {
    /// The setting
    #[arg(value_parser = one_of::<SettingKey>(SettingKey::WORDS))]
    key: SettingKey,
}

impl Unset {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        output.one(&desk.set_setting(&context.act(), self.key, None)?)?;
        Ok(Exit::Done)
    }
}
