//! `claimdesk reviewer add`: a person joins the desk.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::model::people::{Handle, NewReviewer, Role};

/// Add a person to the desk; editors only
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk reviewer add ben.okafor --name \"Ben Okafor\" --role checker\n\n\
Next: `claimdesk claim assign` gives them claims; they work with --as, or with CLAIMDESK_REVIEWER set."
)]
pub(crate) struct Add {
    /// Short name: lower-case letters, digits, -, _ and .
    handle: Handle,
    /// Full name [default: the handle]
    #[arg(long)]
    name: Option<String>,
    /// What the person may do
    #[arg(long, default_value = "checker", value_parser = one_of::<Role>(Role::WORDS))]
    role: Role,
}

impl Add {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let name = self.name.unwrap_or_else(|| self.handle.to_string());
        let new = NewReviewer {
            handle: self.handle,
            name,
            role: self.role,
        };
        output.one(
            &context
                .desk_to_write()?
                .add_reviewer(&context.act(), &new)?,
        )?;
        Ok(Exit::Done)
    }
}
