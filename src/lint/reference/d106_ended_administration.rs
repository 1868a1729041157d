//! D106: an administration that had ended, told in the present or future.

use std::ops::Range;

use chrono::NaiveDate;

use super::on;
use super::people::{Holder, named};
use crate::lint::article::Line;
use crate::lint::rule::{Check, Days, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;

rule! {
    /// An administration is told in the present or future that had ended at publication
    ///
    /// ## What it does
    /// Looks for “the … administration”, “the … government”, “under …” and “…’s strategy” with the name of a person whose last
    /// term had ended before the day of publication, in a clause whose verb is in the present, the present perfect or the
    /// future. Sentences with a date, and quotations, are let pass.
    ///
    /// ## Why this matters
    /// What is written as an outlook has been decided by events, and the reader is not told how.
    ///
    /// ## Example
    /// “The Biden administration is likely to prioritise human rights”, published on 15 April 2025.
    ///
    /// ## What to do instead
    /// “The Biden administration had put human rights first. Since January 2025, …”
    "D106", "ended-administration", Reference, Medium, Check::Dated(check)
}

/// What belongs to a person who governs.
const OF_A_GOVERNMENT: &[&str] = &[
    "administration",
    "government",
    "presidency",
    "strategy",
    "policy",
    "policies",
    "approach",
    "cabinet",
    "team",
];

/// Verbs of the present and the future.
const PRESENT: &[&str] = &[
    "is",
    "are",
    "has",
    "have",
    "will",
    "may",
    "might",
    "needs",
    "must",
    "seeks",
    "aims",
    "plans",
    "continues",
    "remains",
];

/// Tokens from the name within which the verb of the clause is looked for.
const REACH: usize = 14;

fn check(article: &Article<'_>, (published, _): Days) -> Vec<Found> {
    named(article)
        .filter(|(line, _)| line.is_prose() && line.facets.dates.is_empty())
        .filter(|(_, holder)| holder.is_head() && holder.ended_before(published))
        .filter_map(|(line, holder)| outlook(line, holder, published))
        .collect()
}

fn outlook(line: &Line<'_>, holder: &Holder<'_>, published: NaiveDate) -> Option<Found> {
    let phrase = phrase(line, holder)?;
    let verb = verb_behind(line, phrase.end)?;
    let span = line.span_of(phrase.start..verb + 1)?;
    if line.is_quoted(span) {
        return None;
    }
    let term = holder.latest_by(published)?;
    let ended = on(term.to.as_ref()?);
    let message = format!(
        "this is told as if {} were still in office, whose term ended {ended}",
        term.person
    );
    Some(
        Found::on_words(span, message)
            .against(term.contrary())
            .instead("tell it in the past, and what came of it".to_owned())
            .sure(Certainty::Likely),
    )
}

/// “The Biden administration”, “President Biden’s strategy”, “under Biden”.
fn phrase(line: &Line<'_>, holder: &Holder<'_>) -> Option<Range<usize>> {
    let reading = &line.reading;
    let start = holder
        .title(line)
        .map_or(holder.tokens.start, |title| title.start);
    let before = reading.lower(start.wrapping_sub(1));
    let mut end = holder.tokens.end;
    if matches!(before, "former" | "then" | "-" | "late") {
        return None;
    }
    if matches!(reading.word(end), "'" | "’") && reading.lower(end + 1) == "s" {
        end += 2;
    }
    let governs = |at: usize| OF_A_GOVERNMENT.contains(&reading.lower(at));
    if governs(end) {
        let from = if before == "the" { start - 1 } else { start };
        return Some(from..end + 1);
    }
    // “Under Biden, …”, and not “who served under Biden”.
    let opens_clause = |under: usize| {
        under == 0
            || matches!(
                reading.lower(under - 1),
                "," | "but" | "and" | "that" | "—" | "–"
            )
    };
    let under = start.checked_sub(1).filter(|_| before == "under")?;
    (end == holder.tokens.end && opens_clause(under)).then_some(under..end)
}

/// The verb of the present or future that follows within the clause.
fn verb_behind(line: &Line<'_>, from: usize) -> Option<usize> {
    let reading = &line.reading;
    for at in from..(from + REACH).min(reading.tokens.len()) {
        let word = reading.lower(at);
        let ends = word == "." && !reading.is_glued(at) && at + 1 >= reading.tokens.len();
        if ends
            || matches!(
                word,
                "was" | "were" | "had" | "did" | "would" | "that" | "which" | "who" | ";" | ":"
            )
        {
            return None;
        }
        if PRESENT.contains(&word) {
            return Some(at);
        }
        // “The Biden administration announced”: told as past.
        let is_past = word.len() > 4 && word.ends_with("ed") && at < from + 3;
        if is_past {
            return None;
        }
    }
    None
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
                "‹The Biden administration is› likely to prioritise human rights.",
                "‹The Biden administration will› need to rebuild trust.",
                "‹Under Biden, the U.S. may› push for greater transparency.",
                "‹President Biden’s administration has› emphasised a return to multilateralism.",
                "‹Biden’s strategy is› likely to put more weight on the causes.",
                "But under ‹the Biden administration, there has› been a clear shift.",
                "‹Biden’s policy remains› what it was.",
            ],
            &[
                "The Biden administration was likely to prioritise human rights.",
                "The Biden administration announced a shift.",
                "The Trump administration is likely to prioritise deportations.",
                "Under Biden, the U.S. had pushed for transparency.",
                "In 2022, the Biden administration is looking for a way out.",
                "“The Biden administration is asleep,” he had said.",
                "The officials who served under Biden have left.",
                "The Biden administration, which ended in January, is remembered for it.",
                "A former member of the Biden administration said that the plan will fail.",
                "Biden’s house is in Delaware.",
                "Under Bukele, the country may change.",
            ],
        );
        cases::check_on(
            Some("2022-03-01"),
            &RULE,
            &[],
            &["The Biden administration is likely to prioritise human rights."],
        );
    }

    #[test]
    fn it_says_whose_term_ended_and_when() {
        assert_eq!(
            cases::says(
                &RULE,
                "The Biden administration is likely to prioritise human rights."
            ),
            "this is told as if Joe Biden were still in office, whose term ended on 20 January 2025"
        );
    }
}
