//! S503: a finding of an organisation, without the document it is in.

use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::facet::{Attributed, NameKind};
use crate::model::flag::Certainty;

rule! {
    /// An organisation is credited with a finding, and no document, date or link is given
    ///
    /// ## What it does
    /// Looks for organisations that are said to have found, estimated, calculated or shown something with a figure in it, where
    /// the sentence gives no date, names no report, study, survey, letter or the like, and carries no link or note.
    ///
    /// ## Why this matters
    /// Organisations publish a lot. Without the document nobody finds the figure again, nor what it counts.
    ///
    /// ## Example
    /// “Amnesty International found that 132 prisoners had died.”
    ///
    /// ## What to do instead
    /// “Amnesty International wrote in its report of June 2023 that 132 prisoners had died”, with a link.
    "S503", "uncited-finding", Sourcing, Low, Check::Text(check)
}

/// Verbs by which findings are told.
const FINDING: &[&str] = &[
    "found",
    "finds",
    "estimates",
    "estimated",
    "calculated",
    "calculates",
    "concluded",
    "concludes",
    "showed",
    "shows",
    "counted",
    "counts",
    "documented",
    "recorded",
    "determined",
    "established",
];

/// Beginnings of words that name a document or an occasion.
const DOCUMENT: &[&str] = &[
    "report",
    "stud",
    "survey",
    "poll",
    "paper",
    "letter",
    "statement",
    "ruling",
    "audit",
    "review",
    "analys",
    "investigat",
    "database",
    "data",
    "figures",
    "statistic",
    "census",
    "brief",
    "website",
    "press",
    "interview",
    "inquiry",
    "researcher",
    "article",
    "book",
    "index",
    "bulletin",
    "yearbook",
];

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut findings = Vec::new();
    for line in article.prose() {
        let is_bare = line.facets.dates.is_empty()
            && !line.has_beginning(DOCUMENT)
            && !article.has_note(line.span);
        if !is_bare || line.facets.quantities.iter().all(|one| one.ordinal) {
            continue;
        }
        let credited = line
            .facets
            .attributions
            .iter()
            .filter(|one| is_finding(article, line, one));
        findings.extend(credited.map(|one| {
            let who = article.words(one.source.unwrap_or(one.span));
            let message = format!("the text does not say where {who} says so");
            let found = Found::on_words(one.span, message);
            found
                .instead("name the document with its date, or link to it")
                .sure(Certainty::Likely)
        }));
    }
    findings
}

fn is_finding(article: &Article<'_>, line: &Line<'_>, one: &Attributed) -> bool {
    let Some(source) = one.source else {
        return false;
    };
    let is_organisation = line
        .facets
        .names
        .iter()
        .any(|name| name.kind == NameKind::Organisation && source.contains(name.span));
    let verb = article.words(one.verb).to_lowercase();
    is_organisation && FINDING.contains(&verb.as_str())
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
                "‹Amnesty International found that› 132 prisoners had died.",
                "‹Human Rights Watch found that› 90 of them were minors.",
                "‹The World Bank estimates that› 26 percent of the people are poor.",
                "‹Oxfam calculated that› the five richest men had doubled their wealth.",
                "‹The International Monetary Fund concluded that› debt had reached 85 percent of output.",
                "‹The Red Cross estimates that› 4,000 people have fled.",
            ],
            &[
                "Amnesty International found in its report that 132 prisoners had died.",
                "In 2023 Amnesty International found that 132 prisoners had died.",
                "Amnesty International found that the law was unjust.",
                "A study by the World Bank found that 26 percent of the people are poor.",
                "The World Bank said that 26 percent of the people are poor.",
                "Ana Vega found that 132 prisoners had died.",
                "The court found that two of the men were guilty.",
                "Oxfam’s researchers found that wealth had doubled.",
            ],
        );
    }
}
