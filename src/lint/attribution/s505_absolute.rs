//! S505: a claim that one case to the contrary would undo.

use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;

rule! {
    /// A superlative or an absolute claim that a single case would undo
    ///
    /// ## What it does
    /// Looks for “the first … ever”, “the only … in the world”, “for the first time in history”, “has never been”, “unprecedented”, “the
    /// largest … in the country”, “the deadliest … in Latin America” and the like in the article's own voice. What is compared with less than
    /// a country, such as “the oldest in the town”, is let pass, and so are sentences that say according to whom, and
    /// quotations.
    ///
    /// ## Why this matters
    /// Such claims are easily made and often wrong: somebody, somewhere, was there before.
    ///
    /// ## Example
    /// “It is the only prison of its kind in the world.”
    ///
    /// ## What to do instead
    /// Check it against a list or a record, and say whose it is: “The ministry calls it the largest prison of the Americas.”
    "S505", "absolute", Sourcing, Low, Check::Text(check)
}

/// Words that make a comparison with everything there is.
const EVERYTHING: &[&[&str]] = &[
    &["in", "the", "world"],
    &["in", "history"],
    &["in", "the", "history"],
    &["of", "all", "time"],
    &["ever"],
    &["on", "earth"],
    &["of", "its", "kind"],
    &["in", "the", "country"],
    &["of", "the", "country"],
    &["in", "the", "region"],
    &["in", "the", "hemisphere"],
    &["in", "the", "western", "hemisphere"],
    &["on", "the", "continent"],
    &["in", "the", "americas"],
    &["of", "the", "americas"],
    &["in", "latin", "america"],
    &["in", "central", "america"],
    &["in", "south", "america"],
    &["in", "north", "america"],
    &["in", "the", "united", "states"],
    &["in", "the", "middle", "east"],
    &["in", "africa"],
    &["in", "asia"],
    &["in", "europe"],
    &["worldwide"],
];

/// Tokens within which a comparison says with what.
const REACH: usize = 9;

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut findings = Vec::new();
    for line in article
        .prose()
        .filter(|line| line.facets.attributions.is_empty())
    {
        let mut at = 0;
        while at < line.reading.tokens.len() {
            let Some(end) = absolute(line, at) else {
                at += 1;
                continue;
            };
            if let Some(span) = line.span_of(at..end)
                && !line.is_quoted(span)
            {
                let message = format!(
                    "one case to the contrary would undo “{}”",
                    article.words(span)
                );
                let found = Found::on_words(span, message);
                findings.push(
                    found
                        .instead("check it against a record, and say whose")
                        .sure(Certainty::Possible),
                );
            }
            at = end;
        }
    }
    findings
}

/// The end of an absolute claim that begins at a token.
fn absolute(line: &Line<'_>, at: usize) -> Option<usize> {
    let reading = &line.reading;
    let fixed: [&[&str]; 5] = [
        &["for", "the", "first", "time", "in", "history"],
        &["for", "the", "first", "time", "ever"],
        &["never", "before"],
        &["unprecedented"],
        &["without", "precedent"],
    ];
    if let Some(words) = fixed.iter().find(|words| reading.has(at, words)) {
        return Some(at + words.len());
    }
    let compares =
        reading.lower(at) == "the" && is_superlative(reading.lower(at + 1), reading.lower(at + 2));
    if !compares {
        return None;
    }
    let ends = at + 2..(at + REACH).min(reading.tokens.len());
    for end in ends {
        if matches!(reading.word(end), "." | "," | ";" | ":") {
            return None;
        }
        if let Some(words) = EVERYTHING.iter().find(|words| reading.has(end, words)) {
            return Some(end + words.len());
        }
    }
    None
}

fn is_superlative(word: &str, next: &str) -> bool {
    let known = matches!(
        word,
        "first"
            | "only"
            | "largest"
            | "biggest"
            | "smallest"
            | "highest"
            | "lowest"
            | "worst"
            | "best"
            | "oldest"
            | "longest"
            | "poorest"
            | "richest"
            | "deadliest"
            | "safest"
    );
    known || matches!(word, "most" | "least") && !matches!(next, "" | "of")
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
                "It is ‹the only prison of its kind› that tourists may visit.",
                "The country has ‹the highest rate of prisoners in the world›.",
                "‹For the first time in history›, a president of the country came.",
                "‹Never before› had so many voted.",
                "The step was ‹unprecedented›.",
                "It holds ‹the largest prison in Latin America› today.",
                "It was ‹the most expensive bridge ever› built.",
            ],
            &[
                "It is the only prison in the town.",
                "He calls it the oldest bridge in the Latin quarter.",
                "It was the first of three meetings.",
                "The ministry says that it is the largest prison in the world.",
                "“It is the largest prison in the world,” he said.",
                "At first, the largest party said nothing.",
                "He is one of the best players of the team.",
                "Most of the world was asleep.",
                "The first time, he lost.",
            ],
        );
    }
}
