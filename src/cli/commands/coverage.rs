//! `claimdesk coverage`: what of an article nobody has looked at yet.

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::model::coverage::CoverageKind;
use crate::model::ids::ArticleId;

/// List what of an article has not been looked at
///
/// A sentence that scores at least the model's threshold is decided when a claim on it has a verdict or is dismissed,
/// and none on it is open. A figure, date, name or quotation is covered when it stands in a claim, also in a dismissed
/// one. What only repeats a claim counts as that claim does; furniture of the page doesn't count.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk coverage 1 --kind quantity\n  claimdesk coverage 1 --deny && echo \"all looked at\"\n\n\
Next: `claimdesk claim add 1 --quote WORDS` makes a claim of what stands in none; `claimdesk claim dismiss` says why one needs no check."
)]
pub(crate) struct Coverage {
    /// The article's number
    article: ArticleId,
    /// Only of this kind; can be given several times
    #[arg(long, value_name = "KIND", value_parser = one_of::<CoverageKind>(CoverageKind::WORDS))]
    kind: Vec<CoverageKind>,
    /// End with exit code 1 when anything is left to look at
    #[arg(long)]
    deny: bool,
}

impl Coverage {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let coverage = context.desk()?.coverage(self.article, &self.kind)?;
        output.one(&coverage)?;
        Ok(if self.deny && !coverage.uncovered.is_empty() {
            Exit::No
        } else {
            Exit::Done
        })
    }
}
