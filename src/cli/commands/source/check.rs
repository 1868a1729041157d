//! `claimdesk source check`: what has become of sources on the web.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use clap::Args;

use super::limits::LimitArgs;
use super::note_doubts;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::output::Progress;
use crate::model::check::{CheckOutcome, SourceChecked};
use crate::model::ids::{ClaimId, SourceId};

/// Ask for sources again and say which are unchanged, changed, moved or gone
///
/// What says something else is kept as a snapshot, and the verdicts that rest on it are in doubt; so are those on what is
/// gone. Each answer is recorded as it comes: a check that was stopped goes on where it was, for sources that were
/// checked within a day are left out, unless they are named or --again is given. One host is asked once a second. The exit
/// code is 1 when a source is changed, gone or unreachable.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk source check 3\n  claimdesk source check --all --format jsonl > checks.jsonl\n\n\
Next: `claimdesk source snapshot 3 --fetch` keeps what a source says now."
)]
pub(crate) struct Check {
    /// The sources' numbers
    #[arg(value_name = "SOURCE", required_unless_present = "all")]
    sources: Vec<SourceId>,
    /// Every source that has an address
    #[arg(long, conflicts_with = "sources")]
    all: bool,
    /// Those that were checked within a day too
    #[arg(long, requires = "all")]
    again: bool,
    #[command(flatten)]
    limits: LimitArgs,
}

impl Check {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut fetcher = context.fetcher(self.limits.limits())?;
        let mut desk = context.desk_to_write()?;
        let a_day_ago = context.now() - TimeDelta::days(1);
        let since = (self.all && !self.again).then_some(a_day_ago);
        let ids = desk.sources_to_check(&self.sources, since)?;
        if ids.is_empty() {
            output.nothing::<SourceChecked>(if self.all {
                "no source is left to check; --again checks all of them again"
            } else {
                "none of these has an address on the web"
            })?;
            return Ok(Exit::Done);
        }
        let mut found = Vec::new();
        let mut progress = Progress::new(ids.len(), output);
        for id in &ids {
            let checked = desk.check_source(&context.act_now(), *id, &mut fetcher)?;
            let outcome = match checked.check.outcome {
                CheckOutcome::First => "kept for the first time",
                outcome => outcome.as_str(),
            };
            progress.step(&format!("source {id} is {outcome}"), output);
            found.push(checked);
        }
        drop(progress);
        output.list(&found)?;
        let in_doubt: BTreeSet<ClaimId> = found
            .iter()
            .flat_map(|checked| checked.in_doubt.iter().copied())
            .collect();
        note_doubts(&Vec::from_iter(in_doubt), output);
        let sound = |checked: &SourceChecked| {
            use CheckOutcome::{First, Moved, Unchanged};
            matches!(checked.check.outcome, First | Unchanged | Moved)
        };
        Ok(if found.iter().all(sound) {
            Exit::Done
        } else {
            Exit::No
        })
    }
}
