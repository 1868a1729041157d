//! `claimdesk review`: an article's claims one by one at the keyboard.

use std::io::{IsTerminal, stdin};

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::review;
use crate::model::ids::ArticleId;

/// Go through the claims of an article at the keyboard
///
/// The whole screen: the text with its claims marked, and beside it what the desk knows of the one you are at.
/// Rate it by the number of the rating, accept or dismiss it, add evidence, flag it, make a remark; `?` shows all
/// keys. Each thing you do is saved at once. Leave with `q`, and you go on there next time.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk review 1\n  claimdesk review 1 --as ana --no-mouse\n\n\
On a screen narrower than 70 columns, one side is shown at a time. The rationale can be written in your editor \
(`claimdesk config set editor`, else $VISUAL or $EDITOR).\n\nNext: `claimdesk coverage` lists what has not been looked at; \
`claimdesk gate` says what is missing for publication."
)]
pub(crate) struct Review {
    /// The article's number
    article: ArticleId,
    /// Leave the mouse to the terminal, to select and copy text with it
    #[arg(long)]
    no_mouse: bool,
}

impl Review {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let both = stdin().is_terminal() && output.is_terminal();
        if !both || context.no_input || context.is_dumb_terminal() {
            return Err(CliError::NoTerminal {
                article: self.article,
            });
        }
        let desk = context.desk_to_write()?;
        let look = review::Look {
            color: output.is_coloured(),
        };
        review::run(context, desk, self.article, (look, !self.no_mouse))
    }
}
