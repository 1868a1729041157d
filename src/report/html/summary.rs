//! The top of the page: numbers, the chart of ratings, what needs attention.

use super::super::view::{Bar, Finding, View};
use super::super::wording;
use super::{link_to_card, link_to_note};
use crate::model::coverage::Uncovered;
use crate::model::flag::Severity;
use crate::model::ids::ClaimId;
use crate::model::scale::Tone;

/// Height of one row of the chart in pixels: a line of text, a bar below it.
pub(super) const CHART_ROW: usize = 44;

/// One number, with where it leads.
pub(super) struct Figure {
    pub(super) number: usize,
    pub(super) noun: &'static str,
    pub(super) href: &'static str,
}

pub(super) fn figures(view: &View<'_>) -> Vec<Figure> {
    let figure = |number, noun, href| Figure { number, noun, href };
    vec![
        figure(view.judged.len(), "judged", "#claims"),
        figure(view.unjudged.len(), "not yet judged", "#unjudged"),
        figure(view.open_flags(), "open flags", "#flags"),
        figure(view.report.sources.len(), "sources", "#sources"),
    ]
}

/// One row of the chart.
pub(super) struct ChartRow {
    pub(super) label: String,
    pub(super) class: &'static str,
    pub(super) sign: &'static str,
    pub(super) count: u32,
    /// Length of the bar in per cent of the chart's width.
    pub(super) share: u32,
    /// Pixels from the top of the chart to the foot of the line of text.
    pub(super) text_at: usize,
    /// Pixels from the top of the chart to the bar.
    pub(super) bar_at: usize,
}

/// A chart of bars, one below the other.
pub(super) struct Chart {
    /// The place of its title on the page.
    pub(super) id: &'static str,
    pub(super) caption: &'static str,
    /// What its rows are.
    pub(super) column: &'static str,
    pub(super) rows: Vec<ChartRow>,
}

impl Chart {
    /// In pixels.
    pub(super) fn height(&self) -> usize {
        self.rows.len() * CHART_ROW
    }

    fn new(id: &'static str, caption: &'static str, column: &'static str, bars: &[Bar]) -> Self {
        let most = bars.iter().map(|bar| bar.count).max();
        let most = most.unwrap_or_default().max(1);
        let rows = bars
            .iter()
            .zip((0..).step_by(CHART_ROW))
            .map(|(bar, top)| ChartRow {
                label: bar.label.clone(),
                class: bar.tone.map_or("unrated", Tone::as_str),
                sign: bar.tone.map_or("", Tone::sign),
                count: bar.count,
                share: bar.count.saturating_mul(100) / most,
                text_at: top + 16,
                bar_at: top + 23,
            });
        Self {
            id,
            caption,
            column,
            rows: rows.collect(),
        }
    }
}

/// How claims were rated, and how far the work has come; a chart without rows is
/// left out.
pub(super) fn charts(view: &View<'_>) -> Vec<Chart> {
    let charts = [
        Chart::new("chart-ratings", "Claims by rating", "Rating", &view.bars()),
        Chart::new(
            "chart-states",
            "How far the work has come",
            "State",
            &view.progress(),
        ),
    ];
    charts
        .into_iter()
        .filter(|chart| !chart.rows.is_empty())
        .collect()
}

/// One line of what needs attention.
pub(super) struct FindingRow<'a> {
    pub(super) href: String,
    pub(super) class: &'static str,
    pub(super) sign: &'static str,
    pub(super) label: &'a str,
    /// The words it is about.
    pub(super) words: &'a str,
    /// What is wrong with them.
    pub(super) message: Option<String>,
    /// What kind of help follows.
    pub(super) advice: &'static str,
    /// What to write, or to do, instead.
    pub(super) instead: Option<&'a str>,
}

impl<'a> FindingRow<'a> {
    pub(super) fn new(view: &View<'a>, finding: &Finding<'a>) -> Self {
        match finding {
            Finding::Claim(claim) => {
                let (label, tone) = claim.rating().unwrap_or(("", Tone::Neutral));
                Self {
                    href: link_to_card(claim.claim.id),
                    class: tone.as_str(),
                    sign: tone.sign(),
                    label,
                    words: claim.claim.words(),
                    message: None,
                    advice: "Write instead",
                    instead: claim
                        .leading()
                        .and_then(|verdict| verdict.correction.as_deref()),
                }
            }
            Finding::Flag(flag) => Self {
                href: link_to_note(flag.id),
                class: class_of(flag.severity),
                sign: "⚑",
                label: &flag.category,
                words: flag.text.as_deref().unwrap_or_default(),
                message: Some(view.flag_message(flag)),
                advice: "Suggestion",
                instead: flag.suggestion.as_deref(),
            },
        }
    }
}

/// One line of what nobody has looked at.
pub(super) struct UncoveredRow<'a> {
    /// What it is and where it stands.
    pub(super) place: String,
    pub(super) words: &'a str,
    /// The open claims on it, with their numbers, and their places in this report.
    pub(super) claims: Vec<(Option<String>, ClaimId)>,
}

impl<'a> UncoveredRow<'a> {
    pub(super) fn new(view: &View<'_>, uncovered: &'a Uncovered) -> Self {
        let claims = uncovered.open_claims.iter();
        let href = |claim: ClaimId| view.has(claim).then(|| link_to_card(claim));
        Self {
            place: wording::uncovered(uncovered),
            words: &uncovered.text,
            claims: claims.map(|claim| (href(*claim), *claim)).collect(),
        }
    }
}

/// The colours that a severity shares with a tone.
pub(super) fn class_of(severity: Severity) -> &'static str {
    match severity {
        Severity::High => Tone::Bad.as_str(),
        Severity::Medium => Tone::Mixed.as_str(),
        Severity::Low => Tone::Neutral.as_str(),
    }
}
