//! D102: the right event beside the wrong government.

use super::people::Holder;
use super::{events, on};
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;

rule! {
    /// An event stands beside an office-holder under whom it did not happen
    ///
    /// ## What it does
    /// Looks for acts of a government among the reference facts in a passage that names another head of that government than
    /// the one in office on that day, and not the right one. A passage is the sentence, the three before it and the one
    /// behind it. A passage that speaks of a predecessor beside it is let pass, and so is one with another date (`date-conflict` tells
    /// of that).
    ///
    /// ## Why this matters
    /// The date is right, and the reader credits the wrong government with the act.
    ///
    /// ## Example
    /// “Bukele sought new partners. El Salvador’s shift of recognition from Taiwan to China in 2018 was a turning point.” It was
    /// announced by Salvador Sánchez Cerén, more than nine months before Nayib Bukele took office.
    ///
    /// ## What to do instead
    /// Say under whom it happened: “In August 2018, under Bukele’s predecessor Salvador Sánchez Cerén, …”
    "D102", "missing-context", Reference, Medium, Check::Text(check)
}

/// Sentences before one that belong to its passage.
const BEFORE: usize = 3;

/// Words that say that another government is meant.
const PREDECESSOR: &[&str] = &[
    "predecessor",
    "predecessors",
    "previous",
    "outgoing",
    "preceding",
];

fn check(article: &Article<'_>) -> Vec<Found> {
    let told = events::told(article);
    told.iter()
        .filter_map(|told| context(article, told))
        .collect()
}

fn context(article: &Article<'_>, told: &events::Told<'_>) -> Option<Found> {
    let country = told.event.country.as_ref()?;
    let days = told.event.date.bounds()?;
    if told.dates().iter().any(|date| !told.agrees(date)) {
        return None;
    }
    let mut beside = article.beside(told.at).iter();
    if beside.any(|line| line.has_any(PREDECESSOR)) {
        return None;
    }
    let passage = article.around(told.at, BEFORE, 1);
    let passage = passage.filter(|at| article.all()[*at].is_prose());
    let holders: Vec<&Holder<'_>> = passage
        .flat_map(|at| &article.holders()[at])
        .filter(|holder| {
            holder.terms.iter().all(|term| term.country == *country) && holder.is_head()
        })
        .collect();
    if holders.iter().any(|holder| holder.holds_on(days)) {
        return None;
    }
    let other = holders.first()?.terms.first()?;
    let mut terms = article.references.terms().map(|(term, _)| term);
    let right = terms.find(|term| term.is_same_office(other) && term.holds_on(days))?;
    let took = if other.first_day()? > days.1 {
        format!("{} took office {}", other.person, on(&other.from))
    } else {
        let to = other.to.as_ref()?;
        format!("{} left office {}", other.person, on(to))
    };
    let what = told.event.statement.trim_end_matches('.');
    let message = format!(
        "it was {} under {}: {what}; {took}",
        on(&told.event.date),
        right.person
    );
    let found = Found::on_words(told.span()?, message)
        .against(told.event.contrary())
        .against(right.contrary())
        .against(other.contrary());
    Some(
        found
            .instead(format!("say that it was under {}", right.person))
            .sure(Certainty::Likely),
    )
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
                "Bukele sought new partners. El Salvador’s ‹shift of recognition from Taiwan› to China in 2018 was a turning point.",
                "President Nayib Bukele of El Salvador ‹moved his country’s diplomatic recognition from Taiwan› to China in August 2018.",
                "Bukele’s government is popular. It has the young behind it. Its critics are few. El Salvador ‹cut ties with Taiwan› and \
                 turned to China in 2018.",
                "Salvadoran voters like Bukele. The country’s ‹switch of diplomatic recognition from Taiwan› to China shows his reach.",
                "El Salvador ‹dropped Taiwan for China, with full diplomatic› honours, on 21 August 2018. Bukele praised the step.",
                "Under Nayib Bukele, El Salvador ‹broke with Taiwan for diplomatic ties with China›.",
            ],
            &[
                "Salvador Sánchez Cerén announced it. El Salvador’s shift of recognition from Taiwan to China in 2018 was a turning point.",
                "Bukele inherited much. In 2018 his predecessor moved El Salvador’s recognition from Taiwan to China.",
                "El Salvador’s shift of recognition from Taiwan to China in 2018 was a turning point.",
                "Bukele, then mayor, watched as President Salvador Sánchez Cerén cut El Salvador’s ties with Taiwan and turned to China.",
                "In 2019, Bukele moved El Salvador’s diplomatic recognition from Taiwan to China.",
                "Trump was angry. El Salvador’s shift of recognition from Taiwan to China in 2018 was a turning point.",
                "Bukele won. One. Two. Three. El Salvador’s shift of recognition from Taiwan to China in 2018 was a turning point.",
                "Honduras under Xiomara Castro cut ties with Taiwan and recognised China in 2023.",
            ],
        );
    }

    #[test]
    fn it_names_both_presidents_and_both_days() {
        let words = "Bukele sought partners. El Salvador’s shift of recognition from Taiwan to China in 2018 was a turning point.";
        assert_eq!(
            cases::says(&RULE, words),
            "it was on 20 or 21 August 2018 under Salvador Sánchez Cerén: El Salvador broke off diplomatic relations with \
             Taiwan and took them up with the People’s Republic of China; Nayib Bukele took office on 1 June 2019"
        );
    }
}
