//! `claimdesk claim edit`: how a claim is worded, attributed and tagged.

use clap::{ArgGroup, Args};

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::model::claim::{ClaimEdit, ClaimRef};

/// Change a claim's statement, claimant or topics; its words stay
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("changes").required(true).multiple(true))]
#[command(
    after_help = "Example:\n  claimdesk claim edit 12 --statement \"El Salvador has 6 million people\" --add-topic population\n\n\
Next: `claimdesk match --claim 12` looks for earlier checks of what it says now."
)]
pub(crate) struct Edit {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// The claim restated so that it stands alone
    #[arg(long, value_name = "TEXT", group = "changes")]
    statement: Option<String>,
    /// Who made it; an empty text takes the claimant away
    #[arg(long, value_name = "NAME", group = "changes")]
    claimant: Option<String>,
    /// A tag to add; can be given several times
    #[arg(long, value_name = "TOPIC", group = "changes")]
    add_topic: Vec<String>,
    /// A tag to take away; can be given several times
    #[arg(long, value_name = "TOPIC", group = "changes")]
    remove_topic: Vec<String>,
}

impl Edit {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let edit = ClaimEdit {
            statement: self.statement,
            claimant: self.claimant,
            add_topics: self.add_topic,
            remove_topics: self.remove_topic,
        };
        output.one(
            &context
                .desk_to_write()?
                .edit_claim(&context.act(), &self.claim, &edit)?,
        )?;
        Ok(Exit::Done)
    }
}
