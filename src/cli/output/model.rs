//! A model for eyes: what it learned from, how good it is, what weighs most.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Serialize;

use super::Shown;
use super::measured::show_measures;
use super::page::Page;
use super::table::Cell;
use crate::extract::Model;
use crate::extract::model::Header;
use crate::model::text::Reason;

/// How many of the strongest weights are shown, for a check and against.
const STRONGEST: usize = 12;

/// A model that was trained.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ModelTrained {
    /// Its file.
    pub(crate) file: PathBuf,
    /// What it says of itself.
    #[serde(flatten)]
    pub(crate) header: Header,
}

/// A model with its strongest weights.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct ModelShown {
    /// Which model it is.
    which: String,
    /// What it says of itself.
    #[serde(flatten)]
    header: Header,
    /// What speaks most for a check.
    speaks_for: Vec<Reason>,
    /// What speaks most against one.
    speaks_against: Vec<Reason>,
}

impl ModelShown {
    /// The model, and which it is in words.
    pub(crate) fn of(model: &Model, which: String) -> Self {
        let weights = model.weights();
        let strongest = |weights: &mut dyn Iterator<Item = &Reason>| {
            weights.take(STRONGEST).cloned().collect::<Vec<_>>()
        };
        let mut positive = weights.iter().filter(|one| one.weight > 0.0);
        let mut negative = weights.iter().rev().filter(|one| one.weight < 0.0);
        Self {
            which,
            header: model.header().clone(),
            speaks_for: strongest(&mut positive),
            speaks_against: strongest(&mut negative),
        }
    }
}

impl Shown for ModelTrained {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Model {}", self.file.display()));
        show_header(&self.header, page);
    }
}

impl Shown for ModelShown {
    fn show(&self, page: &mut Page) {
        let mut letters = self.which.chars();
        let first = letters.next().map(char::to_uppercase);
        let title: String = first.into_iter().flatten().chain(letters).collect();
        page.title(&title);
        show_header(&self.header, page);
        show_weights("Speaks for a check", &self.speaks_for, page);
        show_weights("Speaks against a check", &self.speaks_against, page);
    }
}

fn show_header(header: &Header, page: &mut Page) {
    let trained_on = &header.trained_on;
    page.fact("learned from", &trained_on.name);
    page.maybe("by", trained_on.origin.as_ref());
    page.maybe("licence", trained_on.licence.as_ref());
    page.fact(
        "sentences",
        format!(
            "{}, {} check-worthy",
            trained_on.sentences, trained_on.check_worthy
        ),
    );
    if trained_on.decisions > 0 {
        page.fact("of a desk", format!("{} decisions", trained_on.decisions));
    }
    page.fact("threshold", threshold(header));
    page.fact(
        "calibration",
        format!(
            "logistic({:.2} × sum of weights {:+.2})",
            header.calibration.slope, header.calibration.intercept
        ),
    );
    page.fact("seed", header.seed);
    page.fact("features", &header.features);
    if let Some(figures) = &header.figures {
        page.fact(
            "measured",
            format!("by cross-validation in {} folds", figures.folds),
        );
        show_measures(page, &figures.measures);
    }
}

/// The threshold, and why it is that.
fn threshold(header: &Header) -> String {
    let why = if header.figures.is_some() {
        "where F1 was highest in cross-validation"
    } else {
        "kept from the model that it went on from"
    };
    format!("{:.2}, {why}", header.threshold)
}

fn show_weights(name: &str, weights: &[Reason], page: &mut Page) {
    if weights.is_empty() {
        return;
    }
    page.section(name);
    let rows = weights.iter().map(|one| {
        vec![
            Cell::number(format!("{:+.2}", one.weight)),
            Cell::text(&one.reason),
        ]
    });
    page.rows_in(rows.collect());
}
