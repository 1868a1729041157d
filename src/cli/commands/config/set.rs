//! `claimdesk config set`: a setting gets a value.

use std::path::Path;

use clap::Args;

use crate::cli::commands::report::look::logo;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::model::settings::SettingKey;

/// Change a setting of the desk; editors only
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk config set blind on\n  claimdesk config set sign-offs-required 3\n\n\
Next: `claimdesk config list` shows all; `claimdesk config unset` takes this back."
)]
pub(crate) struct Set {
    /// The setting
    #[arg(value_parser = one_of::<SettingKey>(SettingKey::WORDS))]
    key: SettingKey,
    /// Its value; a file, where the setting keeps one
    value: String,
}

impl Set {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let act = context.act();
        let shown = match self.key {
            SettingKey::ReportLogo => desk.set_report_logo(&act, &logo(Path::new(&self.value))?)?,
            key => desk.set_setting(&act, key, Some(&self.value))?,
        };
        output.one(&shown)?;
        Ok(Exit::Done)
    }
}
