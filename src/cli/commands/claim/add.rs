//! `claimdesk claim add`: a claim that extraction did not offer.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::desk::ClaimToAdd;
use crate::model::claim::ClaimRef;
use crate::model::ids::ArticleId;

/// Add a claim at words of an article
///
/// The words must stand in the text exactly as given. When they stand there more than once, the places are
/// listed and --occurrence picks one.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk claim add 1 --quote \"the largest prison in the Americas\" --topic prisons\n\n\
Next: `claimdesk verdict add` rates it."
)]
pub(crate) struct Add {
    /// The article's number
    article: ArticleId,
    /// The exact words
    #[arg(long, value_name = "WORDS")]
    quote: String,
    /// Which place, when the words stand at several, from 1
    #[arg(long, value_name = "N")]
    occurrence: Option<usize>,
    /// The claim restated so that it stands alone
    #[arg(long, value_name = "TEXT")]
    statement: Option<String>,
    /// Who made it, if not the article's author
    #[arg(long, value_name = "NAME")]
    claimant: Option<String>,
    /// A tag; can be given several times
    #[arg(long = "topic", value_name = "TOPIC")]
    topics: Vec<String>,
}

impl Add {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {
            article,
            quote,
            occurrence,
            statement,
            claimant,
            topics,
        } = self;
        let new = ClaimToAdd {
            quote,
            occurrence,
            statement,
            claimant,
            topics,
        };
        let mut desk = context.desk_to_write()?;
        let claim = desk.add_claim(&context.act(), article, &new)?;
        output.one(&claim)?;
        let before = desk.checked_before(vec![desk.question_of(&ClaimRef::Number(claim.id))?])?;
        output.note_checked_before(&before, "claimdesk match --claim");
        output.note(format!(
            "next: claimdesk verdict add {} RATING --because \"…\"",
            claim.id
        ));
        Ok(Exit::Done)
    }
}
