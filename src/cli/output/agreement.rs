//! How far reviewers agree, for eyes.

use super::page::Page;
use super::table::Cell;
use super::wording::counted;
use super::{Listed, Shown};
use crate::agreement::Coefficient;
use crate::desk::{Agreement, Disagreement, PairAgreement};
use crate::model::agreement::Undefined;

/// Most claims in disagreement on a page.
const MOST_CLAIMS: usize = 20;

impl Shown for Agreement {
    fn show(&self, page: &mut Page) {
        page.title(&match self.article {
            Some(article) => format!(
                "Agreement on article {article}, on the scale {}",
                self.scale
            ),
            None => format!("Agreement on the scale {}", self.scale),
        });
        page.fact(
            "verdicts",
            if self.first {
                "each reviewer's first one on a claim"
            } else {
                "each reviewer's standing one on a claim"
            },
        );
        page.fact("reviewers", reviewers(&self.reviewers));
        page.fact(
            "claims",
            format!(
                "{}, {} rated by at least two",
                self.claims, self.rated_twice
            ),
        );
        page.maybe("said on this scale", mapped(self));
        page.maybe("count as missing", missing(self));
        if self.reviewers.len() < 2 {
            page.paragraph("Nothing can be compared: fewer than two reviewers have rated.");
            return;
        }
        page.section("Coefficients, with their 95 % intervals");
        page.rows_in(coefficients(self));
        page.list("Each two reviewers", &self.pairs);
        let shown = self.disagreements.len().min(MOST_CLAIMS);
        page.list("Not rated alike", &self.disagreements[..shown]);
        let more = self.disagreements.len() - shown;
        if more > 0 {
            page.paragraph(&format!("and {more} more; --format json lists all"));
        }
    }
}

impl Listed for PairAgreement {
    const COLUMNS: &'static [&'static str] = &["reviewers", "claims", "alike", "cohen's kappa"];

    fn cells(&self) -> Vec<Cell> {
        let none = if self.claims == 0 {
            "none: no claim that both rated"
        } else {
            "none: all their ratings are the same"
        };
        vec![
            Cell::text(self.reviewers.join(", ")),
            Cell::number(self.claims),
            Cell::maybe(self.percent_agreement.map(percent)),
            Cell::text(self.cohen_kappa.map_or_else(|| none.to_owned(), number)),
        ]
    }
}

impl Listed for Disagreement {
    const COLUMNS: &'static [&'static str] = &["claim", "apart", "ratings", "words"];

    fn cells(&self) -> Vec<Cell> {
        let ratings = self.rated.ratings.iter();
        let ratings: Vec<String> = ratings
            .map(|given| format!("{} {} {}", given.reviewer, given.tone.sign(), given.label))
            .collect();
        vec![
            Cell::number(self.rated.claim),
            Cell::number(self.distance),
            Cell::text(ratings.join("\n")),
            Cell::short(&self.rated.words),
        ]
    }
}

fn reviewers(handles: &[String]) -> String {
    if handles.is_empty() {
        "nobody has rated on this scale".to_owned()
    } else {
        handles.join(", ")
    }
}

/// The verdicts on other scales that count, if there are any.
fn mapped(agreement: &Agreement) -> Option<String> {
    match agreement.mapped {
        0 => None,
        1 => Some("1 verdict on another scale".to_owned()),
        several => Some(format!("{several} verdicts on other scales")),
    }
}

/// The verdicts that count as missing, if there are any.
fn missing(agreement: &Agreement) -> Option<String> {
    let kinds = [
        (agreement.off_scale, "with a rating off the scale"),
        (agreement.other_scales, "on another scale"),
    ];
    let told: Vec<String> = kinds
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, kind)| format!("{} {kind}", counted(count, "verdict")))
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// Each coefficient with its interval and what it is.
fn coefficients(agreement: &Agreement) -> Vec<Vec<Cell>> {
    let all = &agreement.coefficients;
    let alpha = &all.krippendorff_alpha;
    let by_all = match all.fleiss_claims {
        1 => "beyond chance, on the 1 claim that every reviewer rated".to_owned(),
        claims => format!("beyond chance, on the {claims} claims that every reviewer rated"),
    };
    vec![
        row(
            "percent agreement",
            all.percent_agreement,
            percent,
            "pairs of ratings of a claim that are equal",
        ),
        row(
            "Cohen's kappa",
            all.cohen_kappa,
            number,
            "two reviewers beyond chance, each with their own habits",
        ),
        row("Fleiss' kappa", all.fleiss_kappa, number, &by_all),
        row(
            "Krippendorff's alpha, nominal",
            alpha.nominal,
            number,
            "beyond chance; ratings are equal or not",
        ),
        row(
            "… ordinal",
            alpha.ordinal,
            number,
            "ratings count as apart as many were given between them",
        ),
        row(
            "… interval",
            alpha.interval,
            number,
            "ratings count as apart as their places on the scale",
        ),
    ]
}

/// A coefficient with what it is, or with why it has no value.
fn row(name: &str, coefficient: Coefficient, shown: fn(f64) -> String, is: &str) -> Vec<Cell> {
    let (value, interval, is) = match coefficient {
        Ok(measure) => (
            shown(measure.value),
            format!("({} to {})", shown(measure.low), shown(measure.high)),
            is,
        ),
        Err(reason) => ("none".to_owned(), String::new(), told(reason)),
    };
    vec![
        Cell::text(name),
        Cell::number(value),
        Cell::text(interval),
        Cell::text(is),
    ]
}

fn number(value: f64) -> String {
    format!("{value:.3}")
}

fn percent(value: f64) -> String {
    format!("{value:.1} %")
}

/// Why there is no value, in plain words.
fn told(reason: Undefined) -> &'static str {
    match reason {
        Undefined::TooFewReviewers => "fewer than two reviewers have rated",
        Undefined::NotTwoReviewers => "it is for two reviewers; each two have theirs below",
        Undefined::NoClaimRatedTwice => "no claim was rated by two reviewers",
        Undefined::NoClaimRatedByAll => "no claim was rated by every reviewer",
        Undefined::NoVariation => "every rating is the same, so chance would agree as well",
    }
}
