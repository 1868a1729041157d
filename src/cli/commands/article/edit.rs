//! `claimdesk article edit`: what is known about an article.

use clap::{ArgGroup, Args};

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::model::article::{ArticleEdit, ArticleField};
use crate::model::edtf::EdtfDate;
use crate::model::ids::ArticleId;

/// Change what is known about an article; its text stays
///
/// What is given takes the place of what was known; --clear forgets a detail. With another publication date, “last year” and
/// the like are counted anew, and the rules for words run again.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("changes").required(true).multiple(true))]
#[command(
    after_help = "Examples:\n  claimdesk article edit 1 --published 2025-04-15\n  claimdesk article edit 1 --author \"Clara Whitlock\" --clear url"
)]
pub(crate) struct Edit {
    /// The article's number
    article: ArticleId,
    /// Title
    #[arg(long, group = "changes")]
    title: Option<String>,
    /// Who wrote it
    #[arg(long, group = "changes")]
    author: Option<String>,
    /// Who published it
    #[arg(long, group = "changes")]
    publisher: Option<String>,
    /// When it was or will be published: 2025, 2025-04 or 2025-04-15
    #[arg(long, value_name = "DATE", group = "changes")]
    published: Option<EdtfDate>,
    /// Where it stands on the web
    #[arg(long, group = "changes")]
    url: Option<String>,
    /// Language tag, such as en or es-SV
    #[arg(long, value_name = "TAG", group = "changes")]
    language: Option<String>,
    /// A detail to forget; can be given several times
    #[arg(long, value_name = "DETAIL", group = "changes", value_parser = one_of::<ArticleField>(ArticleField::WORDS))]
    clear: Vec<ArticleField>,
}

impl Edit {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let edit = ArticleEdit {
            title: self.title,
            author: self.author,
            publisher: self.publisher,
            url: self.url,
            published: self.published,
            language: self.language,
            cleared: self.clear,
        };
        let mut desk = context.desk_to_write()?;
        let edited = desk.edit_article(&context.act(), self.article, &edit)?;
        output.one(&edited)?;
        if let Some(published) = &edit.published {
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
