//! `claimdesk config set`: a setting gets a value.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::model::settings::SettingKey;

/// Change a setting of the desk; editors only
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk config set blind on\n  claimdesk config set sign-offs-required 3"
)]
pub(crate) struct Set {
    /// The setting
    #[arg(value_parser = one_of::<SettingKey>(SettingKey::WORDS))]
    key: SettingKey,
    /// Its value
    value: String,
}

impl Set {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        output.one(&desk.set_setting(&context.act(), self.key, Some(&self.value))?)?;
        Ok(Exit::Done)
    }
}
