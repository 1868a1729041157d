//! `claimdesk article edit`: what is known about an article.

use clap::{ArgGroup, Args};

use super::details::Details;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::model::article::{ArticleEdit, ArticleField};
use crate::model::ids::ArticleId;

/// Change what is known about an article; its text stays
///
/// What is given takes the place of what was known; --clear forgets a detail. With another publication date, “last year” and
/// the like are counted anew, and the rules for words run again.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("changes").required(true).multiple(true)
    .args(["title", "author", "publisher", "published", "url", "language", "clear"]))]
#[command(
    after_help = "Examples:\n  claimdesk article edit 1 --published 2025-04-15\n  claimdesk article edit 1 --author \"Clara Whitlock\" --clear url\n\n\
Next: `claimdesk flag list --article 1` shows what the rules say of it now."
)]
pub(crate) struct Edit {
    /// The article's number
    article: ArticleId,
    #[command(flatten)]
    details: Details,
    /// A detail to forget; can be given several times
    #[arg(long, value_name = "DETAIL", value_parser = one_of::<ArticleField>(ArticleField::WORDS))]
    clear: Vec<ArticleField>,
}

impl Edit {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let edit = ArticleEdit {
            given: self.details.given(),
            cleared: self.clear,
        };
        let mut desk = context.desk_to_write()?;
        let edited = desk.edit_article(&context.act(), self.article, &edit)?;
        output.one(&edited)?;
        if let Some(published) = &edit.given.published {
            output.note_ahead(published, context.now().date_naive());
        }
        let (raised, settled) = (edited.raised.len(), edited.settled.len());
        if raised + settled > 0 {
            output.note(format!(
                "flags raised: {raised}, settled: {settled}; `claimdesk flag list --article {}` lists them",
                self.article
            ));
        }
        Ok(Exit::Done)
    }
}
