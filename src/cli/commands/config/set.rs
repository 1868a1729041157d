//! `claimdesk config set`: a setting gets a value.

use std::path::Path;

use clap::Args;

use super::key::{Key, key, of_desk, of_person};
use crate::cli::commands::report::look::logo;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::personal;
use crate::model::settings::SettingKey;

/// Change a setting of the desk (editors only), or one of your own defaults
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk config set blind on\n  claimdesk config set sign-offs-required 3\n  claimdesk config set handle ana\n  \
claimdesk config set editor \"code --wait\"\n\n\
Next: `claimdesk config list` shows all; `claimdesk config unset` takes this back."
)]
pub(crate) struct Set {
    /// The setting
    #[arg(value_parser = key())]
    key: Key,
    /// Its value; a file, where the setting keeps one
    value: String,
}

impl Set {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let shown = match self.key {
            Key::Desk(key) => {
                let mut desk = context.desk_to_write()?;
                let act = context.act();
                let shown = match key {
                    SettingKey::ReportLogo => {
                        desk.set_report_logo(&act, &logo(Path::new(&self.value))?)?
                    }
                    key => desk.set_setting(&act, key, Some(&self.value))?,
                };
                of_desk(&desk, shown)
            }
            Key::Personal(key) => {
                let now = personal::put(context.personal_path()?, key, Some(&self.value))?;
                of_person(context, (&context.defaults_with(&now)?, key), None)?
            }
        };
        output.one(&shown)?;
        Ok(Exit::Done)
    }
}
