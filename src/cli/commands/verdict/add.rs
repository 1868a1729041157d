//! `claimdesk verdict add`: a rating with its reason and a source, in one act.

use std::path::PathBuf;

use clap::Args;

use super::form::Form;
use crate::cli::commands::source::{SourceDetailArgs, note_other_details, source_ref};
use crate::cli::commands::{Context, Done, Output};
use crate::cli::editor::Draft;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::words::one_of;
use crate::desk::Desk;
use crate::model::UnknownWord;
use crate::model::claim::ClaimRef;
use crate::model::source::{NewEvidence, Stance};
use crate::model::verdict::{Confidence, NewVerdict};

/// Rate a claim, with the reason and, if there is one, a source
///
/// A verdict is never overwritten: a new one by the same reviewer supersedes the old one, which stays in the
/// history. `evidence add` ties more sources to the claim.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk verdict add 12 --editor\n  claimdesk verdict add 12 false --because \"The ministry announced it in August 2018.\" \\\n    --source https://example.org/statement --title \"Statement\" --stance refutes --locator \"p. 4\"\n  \
claimdesk verdict add 812 --from 12\n\n\
Next: `claimdesk evidence add` ties more sources to the claim; an editor signs off with `claimdesk ruling sign-off`."
)]
pub(crate) struct Add {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// A rating of the scale, such as false; see `claimdesk scale list`
    #[arg(required_unless_present_any = ["editor", "file", "from"])]
    rating: Option<String>,
    /// Why; Markdown, and - reads standard input
    #[arg(long, value_name = "RATIONALE", required_unless_present_any = ["editor", "file", "from"])]
    because: Option<String>,
    /// Take over the check of this earlier claim, with whose it is, as far as nothing else is said; links the two
    #[arg(long, value_name = "EARLIER")]
    from: Option<ClaimRef>,
    /// Write it in your editor (`config get editor`, else $VISUAL or $EDITOR), in a form that is filled in as far as possible
    #[arg(long, conflicts_with = "file")]
    editor: bool,
    /// Read it from a form like that which --editor opens; - reads standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
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
    /// Which way the source points [default: context]
    #[arg(long, value_parser = one_of::<Stance>(Stance::WORDS))]
    stance: Option<Stance>,
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
    pub(crate) fn run(mut self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let draft = if self.editor {
            let Some(draft) = self.write(context, output, &desk)? else {
                return Ok(Exit::No);
            };
            Some(draft)
        } else {
            if let Some(file) = self.file.take() {
                self.fill(Form::read(&files::read_text(&file)?)?)?;
            }
            None
        };
        let claim = self.claim.clone();
        let given = self.verdict().and_then(|new| {
            let verdict = desk.add_verdict(&context.act(), &claim, &new)?;
            Ok((verdict, new))
        });
        let (verdict, new) = match (given, draft) {
            (Ok(given), draft) => {
                if let Some(draft) = draft {
                    draft.done();
                }
                given
            }
            (Err(error), Some(draft)) => {
                output.note(format!(
                    "your text is kept; mend it and give it with --file {}",
                    draft.kept()
                ));
                return Err(error);
            }
            (Err(error), None) => return Err(error),
        };
        output.one(&verdict)?;
        for (given, evidence) in new.evidence.iter().zip(&verdict.evidence) {
            note_other_details(given, evidence.source, &desk, output)?;
        }
        output.note(format!(
            "next: claimdesk evidence add {} SOURCE --stance …, or claimdesk report",
            verdict.claim
        ));
        Ok(Exit::Done)
    }

    /// Lets the user write the verdict; none where nothing was said.
    fn write(
        &mut self,
        context: &Context,
        output: &mut Output,
        desk: &Desk,
    ) -> Result<Option<Draft>, CliError> {
        if context.no_input {
            return Err(CliError::Usage(
                "--editor and --no-input exclude each other; give the verdict with --file"
                    .to_owned(),
            ));
        }
        let claim = desk.claim(&self.claim)?.claim;
        self.claim = ClaimRef::Number(claim.id);
        let mut form = self.form()?;
        if self.from.is_some() {
            self.take_over(desk, &mut form)?;
        }
        let scale = desk.scale_named(self.scale.as_deref())?;
        let template = form.template(&claim, &scale);
        let name = format!("claimdesk-verdict-{}", claim.id);
        let (draft, text) = Draft::write(context, &name, &template)?;
        let form = Form::read(&text).inspect_err(|_| {
            output.note(format!("your text is kept in {}", draft.kept()));
        })?;
        if form.is_blank() {
            draft.done();
            output.note("nothing was recorded: the rating or the reason is empty");
            return Ok(None);
        }
        self.fill(form)?;
        Ok(Some(draft))
    }

    /// What the command line says, as a form.
    fn form(&mut self) -> Result<Form, CliError> {
        let because = self.because.take().map(files::text_or_standard_input);
        Ok(Form {
            rating: self.rating.take(),
            confidence: self.confidence.map(|confidence| confidence.to_string()),
            correction: self.correction.take(),
            source: self.evidence.source.take(),
            stance: self.evidence.stance.map(|stance| stance.to_string()),
            locator: self.evidence.locator.take(),
            quote: self.evidence.quote.take(),
            no_source: self.no_source.take(),
            rationale: because.transpose()?.unwrap_or_default(),
        })
    }

    /// Fills a form with what an earlier check found, where it says nothing else.
    /// The sources stay out of it, and come with the verdict.
    fn take_over(&mut self, desk: &Desk, form: &mut Form) -> Result<(), CliError> {
        let found = desk.verdict_from(&NewVerdict {
            reuses: self.from.clone(),
            scale: self.scale.clone(),
            rating: form.rating.take(),
            rationale: std::mem::take(&mut form.rationale),
            correction: form.correction.take(),
            confidence: self.confidence,
            no_source: form.no_source.take(),
            evidence: Vec::new(),
        })?;
        self.scale = found.scale;
        form.rating = found.rating;
        form.rationale = found.rationale;
        form.correction = found.correction;
        form.confidence = found.confidence.map(|confidence| confidence.to_string());
        form.no_source = found.no_source;
        Ok(())
    }

    /// Takes over what a form says, where the command line doesn't say it.
    fn fill(&mut self, form: Form) -> Result<(), CliError> {
        let word = |error: UnknownWord| CliError::Invalid(error.to_string());
        let stance = form.stance.map(|stance| stance.parse()).transpose();
        let confidence = form.confidence.map(|word| word.parse()).transpose();
        self.confidence = self.confidence.or(confidence.map_err(word)?);
        self.evidence.stance = self.evidence.stance.or(stance.map_err(word)?);
        let fill = |slot: &mut Option<String>, value: Option<String>| {
            *slot = slot.take().or(value);
        };
        fill(&mut self.rating, form.rating);
        fill(&mut self.correction, form.correction);
        fill(&mut self.no_source, form.no_source);
        fill(&mut self.because, Some(form.rationale));
        fill(&mut self.evidence.source, form.source);
        fill(&mut self.evidence.locator, form.locator);
        fill(&mut self.evidence.quote, form.quote);
        Ok(())
    }

    /// The verdict as the desk takes it.
    fn verdict(self) -> Result<NewVerdict, CliError> {
        let because = self
            .because
            .map(files::text_or_standard_input)
            .transpose()?;
        if self.rating.is_none() && self.from.is_none() {
            return Err(CliError::Invalid("the form gives no rating".to_owned()));
        }
        Ok(NewVerdict {
            reuses: self.from,
            scale: self.scale,
            rating: self.rating,
            rationale: because.unwrap_or_default(),
            correction: self.correction,
            confidence: self.confidence,
            no_source: self.no_source,
            evidence: self.evidence.evidence()?.into_iter().collect(),
        })
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
            let named = [
                ("--stance", stance.is_some()),
                ("--quote", quote.is_some()),
                ("--locator", locator.is_some()),
            ];
            if let Some((name, _)) = named.iter().find(|(_, given)| *given) {
                return Err(CliError::Usage(format!(
                    "{name} tells about a source, and --source is missing"
                )));
            }
            return details.must_be_empty("--source").map(|()| None);
        };
        Ok(Some(NewEvidence {
            source: source_ref(&given, details)?,
            stance: stance.unwrap_or(Stance::Context),
            quote,
            locator,
        }))
    }
}
