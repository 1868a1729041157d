//! `claimdesk stats`: counts over a desk or one article.

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::ids::ArticleId;

/// Count claims, verdicts, sources and flags
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  claimdesk stats --article 1\n\n\
Next: `claimdesk coverage 1` lists what of an article is left.")]
pub(crate) struct Stats {
    /// Only this article's
    #[arg(long, value_name = "N")]
    article: Option<ArticleId>,
    /// Count what has been looked at on the whole desk as well, which takes a while on a large one
    #[arg(long)]
    coverage: bool,
}

impl Stats {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let coverage = self.coverage || self.article.is_some();
        let desk = context.desk()?;
        output.one(&desk.stats(self.article, coverage, context.now())?)?;
        Ok(Exit::Done)
    }
}
