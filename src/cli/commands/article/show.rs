//! `claimdesk article show`: one article and its revisions.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::ids::ArticleId;

/// Show an article and its revisions, or the text of one of them
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk article show 1 --revision 1\n\n\
Next: `claimdesk coverage 1` lists what of it nobody has looked at.")]
pub(crate) struct Show {
    /// The article's number
    article: ArticleId,
    /// Show this revision's text
    #[arg(long, value_name = "N")]
    revision: Option<u32>,
}

impl Show {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let desk = context.desk()?;
        match self.revision {
            None => output.one(&desk.article(self.article)?)?,
            Some(_) => output.one(&desk.article_text(self.article, self.revision)?)?,
        }
        Ok(Exit::Done)
    }
}
