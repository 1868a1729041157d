//! `claimdesk verdict add`: a rating with its reason and a source, in one act.

use clap::Args;

use crate::cli::commands::source::{SourceDetailArgs, source_ref};
use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::words::one_of;
use crate::model::claim::ClaimRef;
use crate::model::source::{NewEvidence, Stance};
use crate::model::verdict::{Confidence, NewVerdict};

/// Rate a claim, with the reason and, if there is one, a source
///
/// A verdict is never overwritten: a new one by the same reviewer supersedes the old one, which stays in the
/// history. `evidence add` ties more sources to the claim.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk verdict add 12 false --because \"The ministry announced it in August 2018.\" \\\n    --source https://example.org/statement --title \"Statement\" --stance refutes --locator \"p. 4\""
)]
pub(crate) struct Add {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// A rating of the scale, such as false; see `claimdesk scale list`
    rating: String,
    /// Why, in Markdown; - reads standard input
    #[arg(long, value_name = "RATIONALE")]
    because: String,
    /// The scale [default: the desk's]
    #[arg(long)]
    scale: Option<String>,
    /// The wording to use instead
    #[arg(long, value_name = "TEXT")]
    correction: Option<String>,
    /// How sure you are
    #[arg(long, value_parser = one_of::<Confidence>(Confidence::WORDS))]
    confidence: Option<Confidence>,
    /// Why no source is named, where none can be
    #[arg(long, value_name = "REASON")]
    no_source: Option<String>,
    #[command(flatten)]
    evidence: EvidenceArgs,
}

/// The source that a verdict rests on.
#[derive(Debug, Args)]
#[command(next_help_heading = "What it rests on")]
struct EvidenceArgs {
    /// A source's number, or an address, DOI or ISBN
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,
    /// Which way the source points
    #[arg(long, requires = "source", default_value = "context", value_parser = one_of::<Stance>(Stance::WORDS))]
    stance: Stance,
    /// The passage in the source
    #[arg(long, value_name = "WORDS", requires = "source")]
    quote: Option<String>,
    /// Where in the source: page, paragraph, timestamp
    #[arg(long, value_name = "PLACE", requires = "source")]
    locator: Option<String>,
    #[command(flatten)]
    details: SourceDetailArgs,
}

impl Add {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let new = NewVerdict {
            scale: self.scale,
            rating: self.rating,
            rationale: files::text_or_standard_input(self.because)?,
            correction: self.correction,
            confidence: self.confidence,
            no_source: self.no_source,
            evidence: self.evidence.evidence()?.into_iter().collect(),
        };
        let verdict = context
            .desk_to_write()?
            .add_verdict(&context.act(), &self.claim, &new)?;
        output.one(&verdict)?;
        output.note(format!(
            "next: claimdesk evidence add {} SOURCE --stance …, or claimdesk report",
            verdict.claim
        ));
        Ok(Exit::Done)
    }
}

impl EvidenceArgs {
    fn evidence(self) -> Result<Option<NewEvidence>, CliError> {
        let Self {
            source,
            stance,
            quote,
            locator,
            details,
        } = self;
        let Some(given) = source else {
            return details.must_be_empty("--source").map(|()| None);
        };
        Ok(Some(NewEvidence {
            source: source_ref(&given, details)?,
            stance,
            quote,
            locator,
        }))
    }
}
