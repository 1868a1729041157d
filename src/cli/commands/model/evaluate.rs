//! `claimdesk model evaluate`: how good a score is, with what chance could
//! make of it.

use std::path::{Path, PathBuf};

use clap::Args;

use super::given::{MANY, examples, in_examples, model_or_in_use};
use super::matching::measured;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::{AtThreshold, Compared, Evaluated, Gained};
use crate::extract::model::{Judged, Labelled, best_threshold, cross_validate, gains, measures};

/// Measure a model on judged sentences
///
/// Each measure comes with the interval that holds 95 % of a thousand resamples of the sentences. Figures
/// on the very sentences that a model learned from flatter it: use others, or --folds.
///
/// With --folds, no model is taken: one is trained on all but a share of the sentences and measured on that
/// share, for each share in turn, with the sentences of a group kept together. Beside it stands what a
/// logistic regression on words and characters alone makes of the same shares. Either is measured at the
/// threshold where its own F1 is highest.
///
/// With --matching, what claims are compared by is measured: how often the claim that answers a question is
/// the first of those found, and among the first five.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk model evaluate --data judged.csv\n  \
claimdesk model evaluate --data judged.csv --folds 4\n  \
claimdesk model evaluate --matching claim-matching\n\n\
`claimdesk model train --help` tells how the files are written.\n\n\
Next: `claimdesk model use house.model` lets the desk score by the better one."
)]
pub(crate) struct Evaluate {
    /// Judged sentences: a .csv, .tsv or .jsonl file
    #[arg(long, value_name = "FILE", required_unless_present = "matching")]
    data: Option<PathBuf>,
    /// Measure what claims are compared by instead, on a folder of checked claims and questions
    #[arg(long, value_name = "DIR", conflicts_with_all = ["data", "folds", "threshold"])]
    matching: Option<PathBuf>,
    /// With --matching: train on all but a share of the training questions and measure on it, for each share
    #[arg(long, requires = "matching", conflicts_with = "model")]
    cross_validate: bool,
    /// The model [default: the desk's own, else the one that claimdesk ships]
    #[arg(long, value_name = "FILE", conflicts_with = "folds")]
    model: Option<PathBuf>,
    /// Cross-validate training on the file, in so many shares
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(2..=20))]
    folds: Option<u8>,
    /// Offer sentences from this score on [default: the model's own]
    #[arg(long, value_name = "SCORE", conflicts_with = "folds", value_parser = score)]
    threshold: Option<f64>,
    /// What chance follows from
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

/// A score as `--threshold` takes it.
fn score(given: &str) -> Result<f64, &'static str> {
    let score = given.parse().ok();
    score
        .filter(|score| (0.0..=1.0).contains(score))
        .ok_or("a score is a number from 0 to 1")
}

impl Evaluate {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        if let Some(folder) = &self.matching {
            let model = self.model.as_deref();
            measured(folder, model, self.cross_validate, self.seed, output)?;
        }
        if let Some(data) = &self.data {
            self.scoring(data, context, output)?;
        }
        Ok(Exit::Done)
    }

    /// How well sentences are scored.
    fn scoring(&self, data: &Path, context: &Context, output: &mut Output) -> Result<(), CliError> {
        let examples = examples(data)?;
        if let Some(folds) = self.folds {
            if examples.len() > MANY {
                output.note(format!(
                    "training {folds} times on {} sentences …",
                    examples.len()
                ));
            }
            return output.one(&self.compared(data, examples, usize::from(folds))?);
        }
        let evaluated = self.evaluated(data, &examples, context)?;
        output.note(format!("scored by {}", evaluated.scored_by));
        output.one(&evaluated)
    }

    /// A model that is there, on all sentences.
    fn evaluated(
        &self,
        data: &Path,
        examples: &[Labelled],
        context: &Context,
    ) -> Result<Evaluated, CliError> {
        let (model, scored_by) = model_or_in_use(self.model.as_deref(), context)?;
        let judged = model
            .judge(examples)
            .map_err(|error| in_examples(&data.display(), error))?;
        let threshold = self.threshold.unwrap_or(model.header().threshold);
        Ok(Evaluated {
            data: data.to_owned(),
            sentences: examples.len(),
            check_worthy: check_worthy(examples),
            scored_by,
            model: model.header().trained_on.name.clone(),
            measured: AtThreshold {
                threshold,
                measures: measures(&judged, threshold, self.seed),
            },
        })
    }

    /// Models trained on shares of the sentences, beside the baseline.
    fn compared(
        &self,
        data: &Path,
        examples: Vec<Labelled>,
        folds: usize,
    ) -> Result<Compared, CliError> {
        let (sentences, check_worthy) = (examples.len(), check_worthy(&examples));
        let validated = cross_validate(examples, folds, self.seed)
            .map_err(|error| in_examples(&data.display(), error))?;
        let at_best = |judged: &[Judged]| {
            let threshold = best_threshold(judged);
            AtThreshold {
                threshold,
                measures: measures(judged, threshold, self.seed),
            }
        };
        let (model, baseline) = (at_best(&validated.model), at_best(&validated.baseline));
        let [average_precision, f1] = gains(
            (&validated.model, model.threshold),
            (&validated.baseline, baseline.threshold),
            self.seed,
        );
        Ok(Compared {
            data: data.to_owned(),
            sentences,
            check_worthy,
            folds,
            seed: self.seed,
            model,
            baseline,
            gains: Gained {
                average_precision,
                f1,
            },
        })
    }
}

fn check_worthy(examples: &[Labelled]) -> usize {
    examples.iter().filter(|one| one.check_worthy).count()
}
