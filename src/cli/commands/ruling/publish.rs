//! `claimdesk ruling publish`: rulings become public.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::{ClaimFilter, ClaimRef, ClaimState};
use crate::model::ids::ArticleId;
use crate::model::ruling::Ruling;

/// Say that rulings are public
///
/// This can't be taken back: what is public is corrected in public. What has changed since the verdict has to be
/// settled first, and so has what the house rules find in the claim: see `claimdesk gate`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk ruling publish 12\n  claimdesk ruling publish --article 1 --as eva\n\n\
Next: `claimdesk export --format claimreview --article 1` writes what search engines read."
)]
pub(crate) struct Publish {
    /// The claims' numbers, or words that only each holds
    #[arg(value_name = "CLAIM", required_unless_present = "article")]
    claims: Vec<ClaimRef>,
    /// All decided claims of this article
    #[arg(long, value_name = "N", conflicts_with = "claims")]
    article: Option<ArticleId>,
}

impl Publish {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let claims = match self.article {
            None => self.claims,
            Some(article) => {
                let filter = ClaimFilter {
                    article: Some(article),
                    state: Some(ClaimState::Decided),
                    ..ClaimFilter::default()
                };
                let decided = desk.claims(&filter)?;
                decided
                    .iter()
                    .map(|claim| ClaimRef::Number(claim.id))
                    .collect()
            }
        };
        if claims.is_empty() {
            output.nothing::<Ruling>("no claim of this article is decided and not public yet")?;
            return Ok(Exit::No);
        }
        output.one_or_list(&desk.publish_rulings(&context.act(), &claims)?)?;
        Ok(Exit::Done)
    }
}
