//! `claimdesk flag add`: a person notes a problem.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::desk::FlagOn;
use crate::model::claim::ClaimRef;
use crate::model::flag::{NewFlag, Severity};
use crate::model::ids::ArticleId;

/// Note a problem on a claim, on words of an article, or on a whole article
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk flag add --article 1 --quote \"Monday, 20 August 2018\" --category calendar \\\n    --severity medium --message \"20 August 2018 was a Monday in San Salvador\"\n\n\
Next: `claimdesk flag resolve` settles it, with the reason."
)]
pub(crate) struct Add {
    #[command(flatten)]
    on: On,
    /// What sort of problem: calendar, arithmetic, consistency, reference, sourcing, text, or your own word
    #[arg(long)]
    category: String,
    /// How much it matters
    #[arg(long, value_parser = one_of::<Severity>(Severity::WORDS))]
    severity: Severity,
    /// What is wrong
    #[arg(long, value_name = "TEXT")]
    message: String,
    /// What to write instead
    #[arg(long, value_name = "TEXT")]
    suggestion: Option<String>,
}

/// What the flag is on.
#[derive(Debug, Args)]
struct On {
    /// The claim it is on: its number, or words that only it holds
    #[arg(
        long,
        required_unless_present_any = ["article", "quote"],
        conflicts_with_all = ["article", "quote", "occurrence"]
    )]
    claim: Option<ClaimRef>,
    /// The article it is on
    #[arg(long, value_name = "N")]
    article: Option<ArticleId>,
    /// The exact words in the article
    #[arg(long, value_name = "WORDS", requires = "article")]
    quote: Option<String>,
    /// Which place, when the words stand at several, from 1
    #[arg(long, value_name = "N", requires = "quote")]
    occurrence: Option<usize>,
}

impl Add {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {
            on,
            category,
            severity,
            message,
            suggestion,
        } = self;
        let new = NewFlag {
            category,
            severity,
            message,
            suggestion,
        };
        let flag = context
            .desk_to_write()?
            .add_flag(&context.act(), &on.subject()?, &new)?;
        output.one(&flag)?;
        output.note(format!(
            "next: claimdesk flag resolve {} --because \"…\"",
            flag.id
        ));
        Ok(Exit::Done)
    }
}

impl On {
    fn subject(self) -> Result<FlagOn, CliError> {
        let Self {
            claim,
            article,
            quote,
            occurrence,
        } = self;
        // Without an article, clap has asked for a claim.
        let Some(article) = article else {
            let claim = claim.map(FlagOn::Claim);
            return claim.ok_or_else(|| CliError::Usage("a flag is on something".to_owned()));
        };
        Ok(match quote {
            Some(quote) => FlagOn::Words {
                article,
                quote,
                occurrence,
            },
            None => FlagOn::Article(article),
        })
    }
}
