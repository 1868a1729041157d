//! `claimdesk article diff`: what was edited between two revisions.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::ids::ArticleId;

/// Show what was edited between two revisions, with the claims it touches
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk article diff 1 --from 1 --to 3\n\n\
Next: `claimdesk verdict reaffirm` keeps a verdict where nothing of weight was edited."
)]
pub(crate) struct Diff {
    /// The article's number
    article: ArticleId,
    /// The earlier revision [default: the one before]
    #[arg(long, value_name = "N")]
    from: Option<u32>,
    /// The later revision [default: the latest]
    #[arg(long, value_name = "N")]
    to: Option<u32>,
}

impl Diff {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        output.one(
            &context
                .desk()?
                .article_diff(self.article, self.from, self.to)?,
        )?;
        Ok(Exit::Done)
    }
}
