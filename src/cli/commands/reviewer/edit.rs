//! `claimdesk reviewer edit`: another name, or another role.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::model::people::{Handle, ReviewerEdit, Role};

/// Change a person's name or role; editors only
///
/// A desk always has an editor: the last one can't become a checker.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk reviewer edit ben.okafor --role editor\n\n\
Next: `claimdesk reviewer list` shows who may do what."
)]
pub(crate) struct Edit {
    /// The person's short name
    handle: Handle,
    /// Full name
    #[arg(long, required_unless_present = "role")]
    name: Option<String>,
    /// What the person may do
    #[arg(long, value_parser = one_of::<Role>(Role::WORDS))]
    role: Option<Role>,
}

impl Edit {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let edit = ReviewerEdit {
            name: self.name,
            role: self.role,
        };
        output.one(&context.desk_to_write()?.edit_reviewer(
            &context.act(),
            &self.handle,
            &edit,
        )?)?;
        Ok(Exit::Done)
    }
}
