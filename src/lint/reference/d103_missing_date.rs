//! D103: a known event without its date.

use std::collections::BTreeSet;

use super::{events, on};
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;

rule! {
    /// A known event is told without saying when it was
    ///
    /// ## What it does
    /// Looks for events among the reference facts whose date matters to what is made of them, whose sentence, and whose neighbours in the same paragraph, give no date.
    /// Each event is told of once, and not at all where the article dates it elsewhere. Events of the year of publication
    /// are let pass.
    ///
    /// ## Why this matters
    /// Without the date a reader can't tell before what and under whom it happened.
    ///
    /// ## Example
    /// “El Salvador’s turn from Taiwan to China, with full diplomatic relations, showed the way.”
    ///
    /// ## What to do instead
    /// “El Salvador’s turn from Taiwan to China in August 2018, with full diplomatic relations, showed the way.”
    "D103", "missing-date", Reference, Low, Check::Text(check)
}

fn check(article: &Article<'_>) -> Vec<Found> {
    let told = events::told(article);
    let mut settled = BTreeSet::new();
    let is_dated = |told: &events::Told<'_>| {
        let beside = article.beside(told.at).iter();
        let here = beside.filter(|line| line.block == told.line.block);
        here.flat_map(|line| &line.facets.dates).next().is_some()
    };
    settled.extend(
        told.iter()
            .filter(|told| is_dated(told))
            .map(|told| &told.event.id),
    );
    let year = article.published.map(crate::model::edtf::EdtfDate::year);
    let mut findings = Vec::new();
    for told in &told {
        let is_of_the_year =
            told.event.date.start().get(..4) == year.map(|year| year.to_string()).as_deref();
        if is_of_the_year || !told.event.date_matters || !settled.insert(&told.event.id) {
            continue;
        }
        let Some(span) = told.span() else {
            continue;
        };
        let right = on(&told.event.date);
        let message = format!("the text does not say when this was: {right}");
        findings.push(
            Found::on_words(span, message)
                .against(told.event.contrary())
                .instead(format!("say that it was {right}"))
                .sure(Certainty::Likely),
        );
    }
    findings
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
                "El Salvador ‹moved its diplomatic recognition from Taiwan› to China.",
                "When El Salvador ‹cut ties with Taiwan and recognised China›, Washington called its envoy home.",
                "The Salvadoran decision to ‹switch diplomatic recognition from Taiwan› to China divided the country.",
                "El Salvador’s ‹switch of recognition from Taiwan› to China paid off. El Salvador’s switch of recognition to China cost Taiwan a friend.",
                "It came as a surprise. El Salvador ‹broke off its relations with Taiwan and took up› those with China. Nobody had asked.",
                "In 1990 a road was built.\n\nEl Salvador ‹moved its diplomatic recognition from Taiwan› to China.",
            ],
            &[
                "El Salvador moved its diplomatic recognition from Taiwan to China in 2018.",
                "It was August 2018. El Salvador moved its diplomatic recognition from Taiwan to China.",
                "El Salvador moved its diplomatic recognition from Taiwan to China. That was in 2018.",
                "In 2018 El Salvador recognised China over Taiwan.\n\nEl Salvador’s recognition of China, and not Taiwan, paid off.",
                "El Salvador sells coffee to Taiwan and to China.",
                "Honduras keeps a consulate in Taiwan and sells coffee to China.",
                "El Salvador keeps ties with China.",
            ],
        );
    }
}
