//! `claimdesk config list`: every setting with its value.

use clap::Args;

use super::key::{of_desk, of_person};
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::output::WithOrigin;
use crate::model::settings::PersonalKey;

/// List the settings of the desk and your own defaults, what each does, and its value
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk config list\n  claimdesk config list --show-origin\n\n\
Next: `claimdesk config set` changes one."
)]
pub(crate) struct List {
    /// Where each value is said: the option, the variable or the file
    #[arg(long)]
    show_origin: bool,
}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let desk = context.desk_if_any()?;
        let mut all = Vec::new();
        if let Some(desk) = &desk {
            let settings = desk.settings()?.into_iter();
            all.extend(settings.map(|setting| of_desk(desk, setting)));
        }
        for key in PersonalKey::ALL {
            all.push(of_person(
                context,
                (context.defaults(), *key),
                desk.as_ref(),
            )?);
        }
        if self.show_origin {
            let all: Vec<_> = all.into_iter().map(WithOrigin).collect();
            output.list(&all)?;
        } else {
            output.list(&all)?;
        }
        if desk.is_none() {
            output.note("there is no desk here: these are your own defaults alone");
        }
        Ok(Exit::Done)
    }
}
