//! `claimdesk init`: a new desk.

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::DeskMade;
use crate::cli::words::one_of;
use crate::desk::Desk;
use crate::model::people::{Handle, NewReviewer, NotAHandle, Role};

/// Make a new desk here, with its first reviewer and the scales
///
/// The desk is the file claimdesk.db in this folder, or the one that --desk names. Its first reviewer is
/// whoever --as names, else the one the system knows its user by, else `editor`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk init --as ana.ruiz --name \"Ana Ruiz\"\n\n\
Next: `claimdesk article add FILE` brings the first article; `claimdesk reviewer add` the people."
)]
pub(crate) struct Init {
    /// Full name of the first reviewer [default: the handle]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// What the first reviewer may do
    #[arg(long, default_value = "editor", value_parser = one_of::<Role>(Role::WORDS))]
    role: Role,
}

impl Init {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let path = context.new_desk_path();
        let handle = first_handle(context)?;
        let name = self.name.unwrap_or_else(|| handle.to_string());
        let desk = Desk::init(
            &path,
            &NewReviewer {
                handle: handle.clone(),
                name,
                role: self.role,
            },
            context.now(),
        )?;
        let scales = desk.scales()?.into_iter().map(|scale| scale.slug).collect();
        output.one(&DeskMade {
            desk: path,
            reviewers: desk.reviewers()?,
            scales,
        })?;
        if context.actor().is_none() {
            output.note(format!(
                "you act as {handle}; another name can be given with --as"
            ));
        }
        output.note("next: claimdesk article add FILE");
        Ok(Exit::Done)
    }
}

/// Whoever acts, else whoever the system knows, else a name for the post.
fn first_handle(context: &Context) -> Result<Handle, CliError> {
    let known = context.actor().cloned().or_else(|| context.system_user());
    let unnamed = || {
        "editor"
            .parse()
            .map_err(|error: NotAHandle| CliError::Invalid(error.to_string()))
    };
    known.map_or_else(unnamed, Ok)
}
