//! `claimdesk article remove`: an article leaves the desk.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::ids::ArticleId;

/// Take an article and its claims off the desk
///
/// The history keeps that it was there. On a terminal the command asks first, unless --no-input is given.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk article remove 2\n\n\
Next: `claimdesk article list` shows which are left.")]
pub(crate) struct Remove {
    /// The article's number
    article: ArticleId,
}

impl Remove {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let article = desk.article(self.article)?.article;
        let question = format!(
            "Remove article {} “{}” and its claims?",
            article.id, article.details.title
        );
        if !output.confirm(&question, context.no_input)? {
            output.note("nothing was removed");
            return Ok(Exit::No);
        }
        let removed = desk.remove_article(&context.act(), self.article)?;
        output.one(&removed)?;
        output.note(format!("article {} was removed", removed.id));
        Ok(Exit::Done)
    }
}
