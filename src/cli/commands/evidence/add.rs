//! `claimdesk evidence add`: a source is tied to a claim.

use clap::Args;

use crate::cli::commands::source::{SourceDetailArgs, note_other_details, source_ref};
use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::model::claim::ClaimRef;
use crate::model::ids::NoteId;
use crate::model::source::{NewEvidence, SourceRef, Stance};

/// Tie a source to a claim
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk evidence add 12 3 --stance refutes --quote \"in August 2018\" --locator \"p. 4\"\n\n\
Next: `claimdesk evidence verify 12` holds the quote against what was kept of the source."
)]
pub(crate) struct Add {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// The source's number, or an address, DOI or ISBN
    #[arg(required_unless_present = "from_note")]
    source: Option<String>,
    /// The note of the writer's whose address is the source; `claim show` lists them
    #[arg(long, value_name = "N", conflicts_with = "source")]
    from_note: Option<NoteId>,
    /// Which way the source points
    #[arg(long, value_parser = one_of::<Stance>(Stance::WORDS))]
    stance: Stance,
    /// The passage in the source
    #[arg(long, value_name = "WORDS")]
    quote: Option<String>,
    /// Where in the source: page, paragraph, timestamp
    #[arg(long, value_name = "PLACE")]
    locator: Option<String>,
    #[command(flatten)]
    details: SourceDetailArgs,
}

impl Add {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {
            claim,
            source,
            from_note,
            stance,
            quote,
            locator,
            details,
        } = self;
        let source = match (from_note, source) {
            (Some(note), _) => {
                details.must_be_empty("SOURCE")?;
                SourceRef::Note(note)
            }
            (None, given) => source_ref(&given.unwrap_or_default(), details)?,
        };
        let new = NewEvidence {
            source,
            stance,
            quote,
            locator,
        };
        let mut desk = context.desk_to_write()?;
        let evidence = desk.add_evidence(&context.act(), &claim, &new)?;
        output.one(&evidence)?;
        note_other_details(&new, evidence.source, &desk, output)?;
        Ok(Exit::Done)
    }
}
