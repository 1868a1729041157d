//! D107: somebody in office, told of as gone.

use std::ops::Range;

use chrono::NaiveDate;

use super::people::{Holder, named};
use super::since;
use crate::lint::article::Line;
use crate::lint::rule::{Check, Days, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;

rule! {
    /// Somebody who is in office at publication is told of as departed
    ///
    /// ## What it does
    /// Looks for “the departure of”, “post-…”, “the end of the … administration” and “…’s departure” with the name of a person who, by
    /// the reference facts, heads the government on the day of publication. Sentences with a date, and quotations, are let
    /// pass.
    ///
    /// ## Why this matters
    /// The text was written for another day, or does not know that the person has come back.
    ///
    /// ## Example
    /// “With the departure of President Trump, U.S. policy is expected to shift”, published on 15 April 2025.
    ///
    /// ## What to do instead
    /// Say of which departure the text speaks: “After President Trump’s first term ended in January 2021, U.S. policy shifted.”
    "D107", "told-as-departed", Reference, Medium, Check::Dated(check)
}

fn check(article: &Article<'_>, days: Days) -> Vec<Found> {
    named(article)
        .filter(|(line, _)| line.facets.dates.is_empty())
        .filter(|(_, holder)| holder.is_head() && holder.holds_on(days))
        .filter_map(|(line, holder)| departed(line, holder, days.0))
        .collect()
}

fn departed(line: &Line<'_>, holder: &Holder<'_>, published: NaiveDate) -> Option<Found> {
    let span = line.span_of(phrase(line, holder)?)?;
    if line.is_quoted(span) {
        return None;
    }
    let term = holder.latest_by(published)?;
    let message = format!("{} has been in office {}", term.person, since(&term.from));
    Some(
        Found::on_words(span, message)
            .against(term.contrary())
            .instead("say which departure is meant, and when that was, or tell of what is so today")
            .sure(Certainty::Likely),
    )
}

fn phrase(line: &Line<'_>, holder: &Holder<'_>) -> Option<Range<usize>> {
    let reading = &line.reading;
    let start = holder
        .title(line)
        .map_or(holder.tokens.start, |title| title.start);
    let end = holder.tokens.end;
    let before = |back: usize| start.checked_sub(back).map_or("", |at| reading.lower(at));
    // “Post-Trump”.
    if before(1) == "-" && before(2) == "post" {
        return Some(start - 2..end);
    }
    // “The departure of President Trump”, “the end of the Trump administration”.
    let (of, article) = if before(1) == "the" {
        (before(2), 1)
    } else {
        (before(1), 0)
    };
    let what = before(2 + article);
    let is_of_another = matches!(reading.word(end), "'" | "’");
    if of == "of"
        && !is_of_another
        && (what == "departure" || what == "end" && reading.lower(end) == "administration")
    {
        let end = if what == "end" { end + 1 } else { end };
        return Some(start - 2 - article..end);
    }
    // “Trump’s departure”.
    let is_departure =
        matches!(reading.word(end), "'" | "’") && reading.lower(end + 2) == "departure";
    let leaves_office = |at: usize| {
        let at = if reading.lower(at) == "the" {
            at + 1
        } else {
            at
        };
        matches!(
            reading.lower(at),
            "office" | "power" | "presidency" | "white"
        )
    };
    let from = reading.lower(end + 3) == "from" && !leaves_office(end + 4);
    (is_departure && !from).then(|| start..end + 3)
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
                "With the ‹departure of President Trump›, U.S. policy is expected to shift.",
                "As the U.S. moves into a ‹post-Trump› era, much will change.",
                "The Future of U.S.-El Salvador Relations ‹Post-Trump›",
                "Since the ‹end of the Trump administration›, ties have cooled.",
                "‹Trump’s departure› leaves a gap.",
                "After ‹President Bukele’s departure› the army took over.",
            ],
            &[
                "With the departure of President Biden, U.S. policy is expected to shift.",
                "After the end of the Trump administration in January 2021, ties cooled.",
                "“In a post-Trump world we will see,” she said.",
                "The departure of Trump’s adviser leaves a gap.",
                "Trump’s departure from the script surprised his staff.",
                "The end of the Trump tariffs is near.",
                "Trump’s plane is ready for departure.",
                "The first post-Biden budget is out.",
            ],
        );
        cases::check_on(
            Some("2021-03-01"),
            &RULE,
            &[],
            &["As the U.S. moves into a post-Trump era, much will change."],
        );
    }

    #[test]
    fn it_says_what_to_do() {
        let words = "With the departure of President Trump, U.S. policy is expected to shift.";
        let help = cases::helps(&RULE, words);
        assert!(help.is_some_and(|help| help.contains("which departure")));
    }
}
