//! `claimdesk evidence verify`: whether quotes stand in the snapshots.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::desk::EvidenceOf;
use crate::model::claim::ClaimRef;
use crate::model::ids::ArticleId;
use crate::model::snapshot::{PassageChecked, PassageState};

/// Hold every quoted passage against the latest snapshot of its source
///
/// A passage is unchanged, drifted (words like it stand there, or a figure that the claim shares with it no longer
/// does), missing, or never-found: in no snapshot of the source, also not in the one it was quoted from. The exit code is 1 when one is not unchanged.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk evidence verify\n  claimdesk evidence verify 12 --format json\n\n\
Next: `claimdesk source snapshot` keeps what a source is like, where nothing was kept."
)]
pub(crate) struct Verify {
    /// Only of this claim, by its number or words that only it holds
    claim: Option<ClaimRef>,
    /// Only of this article's claims
    #[arg(long, value_name = "N", conflicts_with = "claim")]
    article: Option<ArticleId>,
}

impl Verify {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let of = match (self.claim, self.article) {
            (Some(claim), _) => EvidenceOf::Claim(claim),
            (None, Some(article)) => EvidenceOf::Article(article),
            (None, None) => EvidenceOf::Desk,
        };
        let checked = context.desk()?.verify_evidence(&of)?;
        if checked.is_empty() {
            output.nothing::<PassageChecked>("no evidence here quotes its source")?;
            return Ok(Exit::Done);
        }
        output.list(&checked)?;
        let whole = checked
            .iter()
            .all(|passage| passage.state == PassageState::Unchanged);
        Ok(if whole { Exit::Done } else { Exit::No })
    }
}
