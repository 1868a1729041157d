//! `claimdesk claim list`: claims, narrowed by what they are.

use clap::Args;

use super::filter::FilterArgs;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::ClaimFilter;

/// List claims; those dismissed only when asked for
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk claim list --article 1 --min-score 0.6 --limit 10\n  \
claimdesk claim list --mine\n  \
claimdesk claim list --has quantity --mentions Bukele --since 2019 --until 2022\n\n\
Next: `claimdesk claim show 12` tells more of one; `claimdesk claim accept` and `claimdesk claim dismiss` choose."
)]
pub(crate) struct List {
    #[command(flatten)]
    filter: FilterArgs,
    /// Also those dismissed
    #[arg(long)]
    all: bool,
    /// At most this many
    #[arg(long, value_name = "N")]
    limit: Option<u32>,
}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let desk = context.desk()?;
        let filter = ClaimFilter {
            all: self.all,
            limit: self.limit,
            ..self.filter.filter(context, &desk)?
        };
        output.list(&desk.claims(&filter)?)?;
        Ok(Exit::Done)
    }
}
