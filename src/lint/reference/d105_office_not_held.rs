//! D105: a title that somebody does not have, or no longer has.

use chrono::NaiveDate;

use super::people::{Holder, named};
use super::{on, said};
use crate::lint::article::Line;
use crate::lint::rule::{Check, Days, rule};
use crate::lint::{Article, Found};

rule! {
    /// Somebody is told of in the present by an office not held at publication
    ///
    /// ## What it does
    /// Looks for a title and a name directly before a verb in the present or future tense, where the person, by the reference
    /// facts, does not hold that office on the day of publication, no longer or not yet.
    ///
    /// ## Why this matters
    /// The reader takes for the government of today what is that of yesterday.
    ///
    /// ## Example
    /// “President Biden is weighing new sanctions”, published on 15 April 2025.
    ///
    /// ## What to do instead
    /// “President Biden was weighing new sanctions in December”, or “Former President Biden …”
    "D105", "office-not-held", Reference, Medium, Check::Dated(check)
}

/// Verbs of the present and the future that can follow a name.
const PRESENT: &[&str] = &[
    "is",
    "has",
    "will",
    "may",
    "plans",
    "wants",
    "says",
    "hopes",
    "intends",
    "continues",
    "remains",
    "seeks",
    "aims",
    "supports",
    "opposes",
    "faces",
    "needs",
    "must",
    "expects",
    "refuses",
    "leads",
    "governs",
];

fn check(article: &Article<'_>, (first, last): Days) -> Vec<Found> {
    let is_held =
        |holder: &Holder<'_>| holder.holds_on((first, first)) || holder.holds_on((last, last));
    // A sentence with a date tells of that day, in whatever tense.
    named(article)
        .filter(|(line, _)| line.is_prose() && line.facets.dates.is_empty())
        .filter(|(_, holder)| !is_held(holder))
        .filter_map(|(line, holder)| in_the_present(line, holder, first))
        .collect()
}

fn in_the_present(line: &Line<'_>, holder: &Holder<'_>, published: NaiveDate) -> Option<Found> {
    let reading = &line.reading;
    let verb = holder.tokens.end;
    if !PRESENT.contains(&reading.lower(verb)) || reading.lower(verb + 1) == "been" {
        return None;
    }
    let title = holder.title(line)?;
    let before = holder
        .before_title(line, title.start)
        .map_or("", |at| reading.lower(at));
    if matches!(
        before,
        "former"
            | "ex"
            | "late"
            | "then"
            | "onetime"
            | "when"
            | "elect"
            | "-"
            | "of"
            | "with"
            | "by"
            | "for"
            | "to"
            | "against"
            | "from"
            | "about"
            | "under"
            | "on"
            | "and"
    ) {
        return None;
    }
    let span = line.span_of(title.start..holder.tokens.end)?;
    if line.is_quoted(span) {
        return None;
    }
    let (term, why) = if let Some(term) = holder.latest_by(published) {
        let until = said(term.to.as_ref()?);
        (term, format!("was {} until {until}", term.office_of()))
    } else {
        let term = *holder.terms.first()?;
        (
            term,
            format!("took office as {} {}", term.office_of(), on(&term.from)),
        )
    };
    let message = format!("this is told in the present, and {} {why}", term.person);
    Some(Found::on_words(span, message).against(term.contrary()))
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
                "‹President Biden› is weighing new sanctions.",
                "‹President Joe Biden› plans to meet him.",
                "If ‹President Biden› wants a deal, he has to ask.",
                "U.S. ‹President Joe Biden› says that the talks go well.",
                "‹President Salvador Sánchez Cerén› remains a friend of Beijing.",
                "‹President Biden› will send an envoy.",
            ],
            &[
                "President Biden was weighing new sanctions.",
                "Former President Biden is weighing a book.",
                "President Trump is weighing new sanctions.",
                "“President Biden is weighing new sanctions,” the spokesman had said.",
                "In 2023 President Biden is riding high, and nobody sees what comes.",
                "President Biden, who left in January, is writing a book.",
                "The library of President Biden is being built.",
                "President Bukele plans to meet him.",
                "Then-President Biden is seen on the tape.",
                "President Biden has been forgotten by many.",
            ],
        );
        cases::check_on(
            Some("2024-12-01"),
            &RULE,
            &[],
            &[
                "President Biden is weighing new sanctions.",
                "President-elect Donald Trump plans to meet him.",
            ],
        );
        cases::check_on(
            Some("2019-01-10"),
            &RULE,
            &["‹President Nayib Bukele› plans to meet him."],
            &["President Trump plans to meet him."],
        );
    }
}
