//! `claimdesk article show`: one article and its revisions.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::ids::ArticleId;

/// Show an article and its revisions
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk article show 1")]
pub(crate) struct Show {
    /// The article's number
    article: ArticleId,
}

impl Show {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        output.one(&context.desk()?.article(self.article)?)?;
        Ok(Exit::Done)
    }
}
