//! What a model was measured at, for eyes: each measure with its interval.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Serialize;

use super::Shown;
use super::page::Page;
use super::table::Cell;
use crate::extract::model::{Measure, Measures};

/// Measures of scores of which those from a threshold on are offered.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct AtThreshold {
    /// The threshold.
    pub(crate) threshold: f64,
    /// The measures.
    #[serde(flatten)]
    pub(crate) measures: Measures,
}

/// A model measured on judged sentences.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Evaluated {
    /// The file of the sentences.
    pub(crate) data: PathBuf,
    /// How many there are.
    pub(crate) sentences: usize,
    /// How many of them are check-worthy.
    pub(crate) check_worthy: usize,
    /// Which model it was.
    pub(crate) scored_by: String,
    /// Name of what the model learned from.
    pub(crate) model: String,
    /// How it did.
    #[serde(flatten)]
    pub(crate) measured: AtThreshold,
}

/// How much better the model is than the baseline.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Gained {
    /// In average precision.
    pub(crate) average_precision: Measure,
    /// In F1, each at its threshold.
    pub(crate) f1: Measure,
}

/// What cross-validation makes of training on judged sentences.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Compared {
    /// The file of the sentences.
    pub(crate) data: PathBuf,
    /// How many there are.
    pub(crate) sentences: usize,
    /// How many of them are check-worthy.
    pub(crate) check_worthy: usize,
    /// In how many folds.
    pub(crate) folds: usize,
    /// What chance followed from.
    pub(crate) seed: u64,
    /// The model.
    pub(crate) model: AtThreshold,
    /// The baseline, on the same folds.
    pub(crate) baseline: AtThreshold,
    /// The model less the baseline.
    pub(crate) gains: Gained,
}

impl Shown for Evaluated {
    fn show(&self, page: &mut Page) {
        page.title(&format!(
            "How {} does on {}",
            self.scored_by,
            self.data.display()
        ));
        page.fact("learned from", &self.model);
        show_sentences(page, self.sentences, self.check_worthy);
        page.fact(
            "offered",
            format!("from a score of {:.2} on", self.measured.threshold),
        );
        show_measures(page, &self.measured.measures);
    }
}

impl Shown for Compared {
    fn show(&self, page: &mut Page) {
        page.title(&format!(
            "Training on {}, cross-validated in {} folds",
            self.data.display(),
            self.folds
        ));
        show_sentences(page, self.sentences, self.check_worthy);
        page.fact(
            "baseline",
            "logistic regression on runs of words and characters (tf-idf)",
        );
        page.section("Measures, with their 95 % intervals");
        page.rows_in(self.rows());
    }
}

impl Compared {
    fn rows(&self) -> Vec<Vec<Cell>> {
        let head = ["", "model", "baseline", "gain"].map(Cell::strong).to_vec();
        let at = |side: &AtThreshold| Cell::text(format!("{:.2}", side.threshold));
        let thresholds = vec![
            Cell::text("threshold"),
            at(&self.model),
            at(&self.baseline),
            Cell::default(),
        ];
        let sides = named(&self.model.measures)
            .into_iter()
            .zip(named(&self.baseline.measures));
        let rows = sides.map(|((name, model), (_, baseline))| {
            let gain = match name {
                F1 => with_interval(&self.gains.f1, true),
                AVERAGE_PRECISION => with_interval(&self.gains.average_precision, true),
                _ => String::new(),
            };
            vec![
                Cell::text(name),
                Cell::text(with_interval(&model, false)),
                Cell::text(with_interval(&baseline, false)),
                Cell::text(gain),
            ]
        });
        [head, thresholds].into_iter().chain(rows).collect()
    }
}

fn show_sentences(page: &mut Page, sentences: usize, check_worthy: usize) {
    page.fact(
        "sentences",
        format!("{sentences}, {check_worthy} check-worthy"),
    );
}

/// A section with each measure on a line.
pub(super) fn show_measures(page: &mut Page, measures: &Measures) {
    page.section("Measures, with their 95 % intervals");
    let rows = named(measures).into_iter().map(|(name, measure)| {
        vec![
            Cell::text(name),
            Cell::text(with_interval(&measure, false)),
            Cell::text(meaning(name)),
        ]
    });
    page.rows_in(rows.collect());
}

const PRECISION: &str = "precision";
const RECALL: &str = "recall";
const F1: &str = "F1";
const AVERAGE_PRECISION: &str = "average precision";
const ROC_AUC: &str = "ROC AUC";
const CALIBRATION_ERROR: &str = "calibration error";

fn named(measures: &Measures) -> [(&'static str, Measure); 6] {
    [
        (PRECISION, measures.precision),
        (RECALL, measures.recall),
        (F1, measures.f1),
        (AVERAGE_PRECISION, measures.average_precision),
        (ROC_AUC, measures.roc_auc),
        (CALIBRATION_ERROR, measures.calibration_error),
    ]
}

fn meaning(name: &str) -> &'static str {
    match name {
        PRECISION => "share of the offered that are check-worthy",
        RECALL => "share of the check-worthy that are offered",
        F1 => "harmonic mean of the two",
        AVERAGE_PRECISION => "precision down the ranking, at each check-worthy one",
        ROC_AUC => "chance that a check-worthy one ranks above another",
        _ => "mean distance of score and share of check-worthy",
    }
}

/// A measure with its interval; a gain with its sign.
fn with_interval(measure: &Measure, signed: bool) -> String {
    let Measure { value, low, high } = measure;
    if signed {
        format!("{value:+.3} ({low:+.3} to {high:+.3})")
    } else {
        format!("{value:.3} ({low:.3} to {high:.3})")
    }
}
