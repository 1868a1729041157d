//! S504: a number that is none.

use std::collections::BTreeSet;

use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;
use crate::text::reading::Reading;

rule! {
    /// A number is left open where a figure would be wanted
    ///
    /// ## What it does
    /// Looks for “tens of thousands of”, “dozens of”, “scores of”, “countless”, “a large number of” and the like, outside quotations, in
    /// sentences that give no figure besides. What is said twice in the same words, such as “dozens of houses”, is told of once.
    ///
    /// ## Why this matters
    /// “Tens of thousands” can be 20,000 or 90,000. The reader can't check it, and the writer may not know.
    ///
    /// ## Example
    /// “The return of tens of thousands of Salvadorans led to a rise in deportations.”
    ///
    /// ## What to do instead
    /// Give the figure with its date and source: “In 2019, 20,000 Salvadorans were deported, according to …”
    "S504", "vague-quantity", Sourcing, Low, Check::Text(check)
}

/// Wordings that leave a number open, as they begin.
const OPEN: &[&[&str]] = &[
    &["tens", "of", "thousands"],
    &["hundreds", "of", "thousands"],
    &["hundreds", "of"],
    &["thousands", "of"],
    &["tens", "of", "millions"],
    &["millions", "of"],
    &["dozens", "of"],
    &["scores", "of"],
    &["countless"],
    &["untold"],
    &["innumerable"],
    &["a", "large", "number", "of"],
    &["a", "significant", "number", "of"],
    &["a", "growing", "number", "of"],
    &["the", "vast", "majority", "of"],
];

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut told: BTreeSet<(&[&str], String)> = BTreeSet::new();
    let mut findings = Vec::new();
    for line in article.prose() {
        let gives_figure = line.facets.quantities.iter().any(|one| {
            let words = article.words(one.span);
            words.bytes().any(|byte| byte.is_ascii_digit())
        });
        if gives_figure || article.has_note(line.span) {
            continue;
        }
        let mut at = 0;
        while at < line.reading.tokens.len() {
            let Some(words) = open_at(&line.reading, at) else {
                at += 1;
                continue;
            };
            let span = line.span_of(at..at + words.len());
            at += words.len();
            let Some(span) = span else { continue };
            let counted = line.reading.lower(at).to_owned();
            if !line.is_quoted(span) && told.insert((words, counted)) {
                let message = format!("“{}” leaves the number open", article.words(span));
                let found = Found::on_words(span, message);
                findings.push(
                    found
                        .instead("give the figure, of when it is, and whose it is")
                        .sure(Certainty::Possible),
                );
            }
        }
    }
    findings
}

/// The longest open wording that begins at a token.
fn open_at(reading: &Reading<'_>, at: usize) -> Option<&'static [&'static str]> {
    // Most words begin none of them.
    if !reading
        .lower(at)
        .starts_with(['a', 'c', 'd', 'h', 'i', 'm', 's', 't', 'u'])
    {
        return None;
    }
    let here = OPEN.iter().filter(|words| reading.has(at, words));
    let words = here.max_by_key(|words| words.len())?;
    // “Hundreds of years”, “millions of dollars ago” count nothing that could be looked up.
    let counted = reading.lower(at + words.len());
    (!matches!(
        counted,
        "years" | "miles" | "kilometres" | "kilometers" | "times" | "ways" | "reasons"
    ))
    .then_some(*words)
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
                "The return of ‹tens of thousands› of Salvadorans led to a rise in deportations.",
                "‹Dozens of› houses burned down.",
                "The plan would cost ‹millions of› euros.",
                "‹Countless› people lost their homes.",
                "‹A growing number of› doctors leave the country.",
                "‹Hundreds of› men were led away. ‹Hundreds of› women waited outside. Hundreds of men came back.",
                "‹The vast majority of› voters are against it.",
            ],
            &[
                "The return of 20,000 Salvadorans led to a rise in deportations.",
                "Dozens of houses, 48 in all, burned down.",
                "“Dozens of houses burned down,” he said.",
                "The tree is hundreds of years old.",
                "He has said so hundreds of times.",
                "A dozen houses burned down.",
                "The majority of the council voted against it.",
                "Many people came.",
            ],
        );
    }
}
