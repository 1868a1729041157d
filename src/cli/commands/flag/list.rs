//! `claimdesk flag list`: what is still to be settled, or was.

use clap::Args;

use crate::cli::commands::lint::rule;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::lint::Rule;
use crate::model::claim::ClaimRef;
use crate::model::flag::{FlagFilter, FlagState, Severity};
use crate::model::ids::ArticleId;

/// List flags
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk flag list --article 1 --open --severity high\n  claimdesk flag list --rule quote-not-found\n\n\
Next: `claimdesk lint --explain RULE` tells what a rule looks for; `claimdesk flag resolve` settles one."
)]
pub(crate) struct List {
    /// Only this article's
    #[arg(long, value_name = "N")]
    article: Option<ArticleId>,
    /// Only this claim's: its number, or words that only it holds
    #[arg(long)]
    claim: Option<ClaimRef>,
    /// Only those that are not settled
    #[arg(long, conflicts_with = "state")]
    open: bool,
    /// Only in this state
    #[arg(long, value_parser = one_of::<FlagState>(FlagState::WORDS))]
    state: Option<FlagState>,
    /// Only of this severity
    #[arg(long, value_parser = one_of::<Severity>(Severity::WORDS))]
    severity: Option<Severity>,
    /// Only those that this rule raised: its code or its name
    #[arg(long, value_name = "RULE", value_parser = rule)]
    rule: Option<&'static Rule>,
}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let desk = context.desk()?;
        let claim = self
            .claim
            .map(|claim| desk.claim(&claim))
            .transpose()?
            .map(|found| found.claim.id);
        let state = if self.open {
            Some(FlagState::Open)
        } else {
            self.state
        };
        let filter = FlagFilter {
            article: self.article,
            claim,
            state,
            severity: self.severity,
            rule: self.rule.map(|rule| rule.code),
        };
        output.list(&desk.flags(&filter)?)?;
        Ok(Exit::Done)
    }
}
