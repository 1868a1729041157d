//! `claimdesk verdict agreement`: how far reviewers agree.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::desk::AgreementQuestion;
use crate::model::ids::ArticleId;

/// Measure how far reviewers agree on the same claims
///
/// Percent agreement, Cohen's kappa, Fleiss' kappa and Krippendorff's alpha with 95 % intervals, each two reviewers by
/// themselves, and the claims that were not rated alike. Each reviewer counts with the standing verdict on a claim.
/// Verdicts on other scales and ratings off the scale count as missing; dismissed claims are left out. With --mapped, a
/// verdict on another scale counts as what it is on this one, where a map says so.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk verdict agreement --article 1\n  claimdesk verdict agreement --scale averitec --first --format json\n\n\
Next: `claimdesk verdict history` shows who said what of a claim, and why."
)]
pub(crate) struct Agreement {
    /// Only on the claims of this article [default: all of the desk]
    #[arg(long, value_name = "N")]
    article: Option<ArticleId>,
    /// The scale [default: the desk's]
    #[arg(long)]
    scale: Option<String>,
    /// Compare the first verdicts, from before anybody changed their mind
    #[arg(long)]
    first: bool,
    /// Count verdicts on other scales as what they are on this one; see `claimdesk scale map`
    #[arg(long)]
    mapped: bool,
}

impl Agreement {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let question = AgreementQuestion {
            article: self.article,
            scale: self.scale,
            first: self.first,
            mapped: self.mapped,
        };
        let desk = context.desk()?;
        output.one(&desk.agreement(&question)?)?;
        output.note_blindness(&desk)?;
        Ok(Exit::Done)
    }
}
