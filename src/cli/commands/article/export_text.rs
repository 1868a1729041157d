//! `claimdesk article export-text`: the text that positions count in.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::ids::ArticleId;

/// Print an article's text, or its bytes as they came
///
/// The positions of claims and flags count in this text, in Unicode code points.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk article export-text 1 --original > draft.txt\n\n\
Next: `claimdesk claim add 1 --quote WORDS` makes a claim of words in it."
)]
pub(crate) struct ExportText {
    /// The article's number
    article: ArticleId,
    /// The revision [default: the latest]
    #[arg(long, value_name = "N")]
    revision: Option<u32>,
    /// The bytes as they came, instead of the text that was read from them
    #[arg(long)]
    original: bool,
}

impl ExportText {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let desk = context.desk()?;
        if self.original {
            output.bytes(&desk.article_original(self.article, self.revision)?)?;
        } else {
            output.document(&desk.article_text(self.article, self.revision)?.text)?;
        }
        Ok(Exit::Done)
    }
}
