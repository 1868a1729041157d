//! D108: an organisation before its founding, or after its end.

use super::on;
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::edtf::Edtf;
use crate::model::flag::Certainty;
use crate::model::reference::Organisation;
use crate::model::text::Span;

rule! {
    /// An organisation is told to have acted before it was founded, or after it was dissolved
    ///
    /// ## What it does
    /// Looks for the names of organisations among the reference facts in sentences whose only date lies wholly before their founding or
    /// after their end. Sentences that speak of founding, planning or building, of forerunners or of successors are let pass.
    ///
    /// ## Why this matters
    /// The date is wrong, or it was another body.
    ///
    /// ## Example
    /// “In 2021 the first deportees were brought to CECOT”, which opened in 2023.
    ///
    /// ## What to do instead
    /// Correct the date, or name the body that was there then.
    "D108", "organisation-not-there", Reference, Medium, Check::Text(check)
}

/// Beginnings of words that speak of how an organisation came to be or ended.
const BECOMING: &[&str] = &[
    "found",
    "establish",
    "creat",
    "plan",
    "build",
    "built",
    "construct",
    "announc",
    "propos",
    "forerunner",
    "precursor",
    "predecessor",
    "successor",
    "became",
    "becom",
    "later",
    "future",
    "today",
    "now",
    "before",
    "after",
    "since",
    "until",
    "former",
    "dissol",
    "open",
    "launch",
    "set",
    "join",
    "known",
    "origin",
    "root",
    "histor",
    "would",
];

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut findings = Vec::new();
    for line in article.prose() {
        let [date] = line.facets.dates.as_slice() else {
            continue;
        };
        let Some((first, last)) = date.value.as_ref().and_then(Edtf::bounds) else {
            continue;
        };
        if line.has_beginning(BECOMING) {
            continue;
        }
        for (organisation, span) in named(article, line) {
            let too_early = organisation
                .founded
                .earliest()
                .is_some_and(|founded| last < founded);
            let end = organisation.dissolved.as_ref().and_then(Edtf::latest);
            let too_late = end.is_some_and(|end| first > end);
            if (too_early || too_late) && !line.is_quoted(span) {
                findings.push(found(article, organisation, span, (date.span, too_early)));
            }
        }
    }
    findings
}

/// The organisations that a sentence names, each where it does first.
fn named<'a>(article: &'a Article<'_>, line: &Line<'_>) -> Vec<(&'a Organisation, Span)> {
    let mut found: Vec<(&Organisation, Span)> = Vec::new();
    for at in (0..line.reading.tokens.len()).filter(|at| line.reading.is_capital(*at)) {
        for (organisation, names) in article.references.organisations_of(line.reading.lower(at)) {
            let span = names
                .at(&line.reading, at)
                .and_then(|tokens| line.span_of(tokens));
            if let Some(span) =
                span.filter(|_| found.iter().all(|(known, _)| *known != organisation))
            {
                found.push((organisation, span));
            }
        }
    }
    found
}

fn found(
    article: &Article<'_>,
    organisation: &Organisation,
    span: Span,
    (date, too_early): (Span, bool),
) -> Found {
    let name = &organisation.name;
    let why = match &organisation.dissolved {
        Some(dissolved) if !too_early => format!("{name} was dissolved {}", on(dissolved)),
        _ => format!("{name} was founded {}", on(&organisation.founded)),
    };
    let message = format!("the text speaks of “{}” and {why}", article.words(date));
    Found::on_words(span, message)
        .against(organisation.contrary())
        .instead("correct the date, or name the body that was there then")
        .sure(Certainty::Likely)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::lint::cases;

    #[test]
    fn its_table_holds() {
        cases::check(
            &RULE,
            &[
                "In 2021 the first deportees were brought to ‹CECOT›.",
                "The ‹Terrorism Confinement Center› held 12,000 men in 2020.",
                "On 3 May 2019 two men escaped from ‹CECOT›.",
                "In the 1990s ‹CECOT› was the largest prison of the country.",
                "Reporters visited ‹CECOT› in June 2022.",
                "Prisoners told of torture at ‹CECOT› in 2018.",
            ],
            &[
                "In 2024 the first deportees were brought to CECOT.",
                "CECOT was planned in 2022.",
                "In 2022 the government announced the prison that is now CECOT.",
                "Between 2019 and 2024, prisoners were brought to CECOT.",
                "In 2023 CECOT held 12,000 men.",
                "CECOT holds 12,000 men.",
                "Before CECOT, in 2021, prisoners were kept in Izalco.",
                "A man who was arrested in 2019 was later brought to CECOT.",
            ],
        );
    }
}
