//! `claimdesk gate`: may an article be published?

use std::path::PathBuf;

use clap::Args;

use super::policy::policy_in;
use super::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::ids::ArticleId;

/// Say whether an article may be published, and what is missing
///
/// The house rules are those of the desk's policy; see `claimdesk policy show`. Ends with exit code 0 when the article
/// may be published, and with 1 when it may not. Claims that were dismissed don't count.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  claimdesk gate 1 && echo \"print it\"\n  \
claimdesk gate 1 --policy house.toml --format json | jq -r '.blockers[].message'\n\n\
Next: `claimdesk ruling publish --article 1` once it is out; `claimdesk policy show` tells what is asked for.")]
pub(crate) struct Gate {
    /// The article's number
    article: ArticleId,
    /// Hold it against the rules in this TOML file instead of the desk's; - reads standard input
    #[arg(long, value_name = "FILE")]
    policy: Option<PathBuf>,
}

impl Gate {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let policy = self.policy.as_deref().map(policy_in).transpose()?;
        let answer = context.desk()?.gate(self.article, policy.as_ref())?;
        output.one(&answer)?;
        Ok(if answer.may_be_published {
            Exit::Done
        } else {
            Exit::No
        })
    }
}
