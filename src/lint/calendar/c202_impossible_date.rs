//! C202: days that the calendar does not have.

use super::days::{days_in, month_name};
use super::words::stops;
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::text::dates::{Order, WrittenDay, written_days};
use crate::text::reading::{Reading, Shape};

rule! {
    /// A date that the calendar does not have
    ///
    /// ## What it does
    /// Looks for days such as 31 April, 30 February, 32 May, or 29 February in a year that is no leap year, in words or in digits.
    /// In what somebody is quoted with, it looks at dates with a year only: people joke of 30 February.
    ///
    /// ## Why this matters
    /// Nothing happened on such a day, so the date of an event is wrong, and nobody can look it up.
    ///
    /// ## Example
    /// “The contract was signed on 31 April 2020.” April has 30 days.
    ///
    /// ## What to do instead
    /// Look the date up again at its source. Often it is the day before or after, or another month.
    "C202", "impossible-date", Calendar, High, Check::Text(check)
}

/// Words of sentences that know that the day does not exist, or speak of
/// another calendar.
const KNOWN: &[&str] = &[
    "exist",
    "exists",
    "existed",
    "existent",
    "nonexistent",
    "impossible",
    "invalid",
    "fictional",
    "fictitious",
    "imaginary",
    "joke",
    "joked",
    "calendar",
    "calendars",
    "no",
    "never",
];

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for line in article.all() {
        if !line.has_digits() || line.tells_of_mistake() || line.has_any(KNOWN) {
            continue;
        }
        let days = written_days(&line.reading, article.published);
        let days = days.iter().filter(|day| is_meant(line, day));
        found.extend(days.filter_map(|day| impossible(line, day)));
    }
    found
}

/// What is to be said of a day that does not exist.
fn impossible(line: &Line<'_>, day: &WrittenDay) -> Option<Found> {
    let WrittenDay { month, year, .. } = *day;
    let last = days_in(month, year);
    // For once, in 1712, Sweden had a 30 February.
    if day.day <= last || (year, month, day.day) == (Some(1712), 2, 30) {
        return None;
    }
    let name = month_name(month);
    let reason = match year {
        Some(year) if month == 2 => format!("{name} {year} had {last} days"),
        _ => format!("{name} has {last} days"),
    };
    let span = line.span_of(day.tokens.clone())?;
    let next = month_name(month % 12 + 1);
    let found = Found::on_words(span, format!("there is no {} {name}: {reason}", day.day));
    let found = found.because(reason);
    Some(found.instead(format!(
        "look it up: {last} {name}, 1 {next}, or another day"
    )))
}

/// Whether words are meant for a day, and for one of the calendar.
fn is_meant(line: &Line<'_>, day: &WrittenDay) -> bool {
    let r = &line.reading;
    let (start, end) = (day.tokens.start, day.tokens.end);
    let words = line.span_of(day.tokens.clone());
    let quoted = day.year.is_none() && words.is_some_and(|words| line.is_quoted(words));
    // "No. 31 April 2020" is an issue.
    let numbered = start > 0
        && matches!(
            r.lower(start - 1),
            "." | "#"
                | "issue"
                | "number"
                | "vol"
                | "volume"
                | "page"
                | "room"
                | "route"
                | "flight"
        )
        && day.order == Order::Day;
    let labelled = matches!(
        r.lower(end),
        "street"
            | "avenue"
            | "anniversary"
            | "birthday"
            | "edition"
            | "movement"
            | "brigade"
            | "fool"
            | "fools"
    );
    !quoted && !numbered && !labelled && (day.year.is_some() || stands_alone(line, day))
}

/// Whether the number of a day without a year counts nothing: "all 31 April
/// births", "in April 31 people died".
fn stands_alone(line: &Line<'_>, day: &WrittenDay) -> bool {
    let r = &line.reading;
    let (start, end) = (day.tokens.start, day.tokens.end);
    if is_ordinal(r, day) {
        return stops(line, end) || goes_on(r.lower(end));
    }
    let before = if start == 0 { "" } else { r.lower(start - 1) };
    match before {
        "on" => stops(line, end) || goes_on(r.lower(end)),
        "from" | "until" | "till" | "by" | "before" | "after" | "since" | "to" | "and" | "of" => {
            stops(line, end) || r.lower(end) == "to"
        }
        _ => false,
    }
}

fn is_ordinal(r: &Reading<'_>, day: &WrittenDay) -> bool {
    let mut tokens = day.tokens.clone();
    tokens.any(|at| {
        matches!(
            r.lower(at),
            "st" | "nd" | "rd" | "th" | "first" | "thirtieth"
        ) && r.is(at, Shape::Word)
    })
}

/// Words that go on behind a date.
fn goes_on(word: &str) -> bool {
    matches!(
        word,
        "in" | "at"
            | "and"
            | "or"
            | "to"
            | "the"
            | "a"
            | "when"
            | "as"
            | "for"
            | "with"
            | "was"
            | "is"
            | "by"
            | "but"
            | "until"
            | "after"
            | "before"
            | "he"
            | "she"
            | "it"
            | "they"
            | "this"
            | "last"
            | "next"
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
                "The contract was signed on ‹31 April 2020›.",
                "On ‹April 31, 2020›, the contract was signed.",
                "The strike ends on the ‹31st of April›.",
                "She was born on ‹29 February 2023› in Linz.",
                "He died on ‹February 30, 1987›.",
                "The bridge opened on ‹32 May 2019›.",
                "The report is dated ‹2020-02-30›.",
                "The ban runs from 1 March to ‹31 June›.",
                "The invoice (‹31/04/2020›) was paid late.",
                "On ‹November 31› the council met in Graz.",
                "“We met on ‹31 September 2021›,” the minister told the court.",
                "The deadline was the ‹31st of November›, the ministry said.",
                "She was born on ‹Feb. 29, 1999›, in Linz.",
            ],
            &[
                "She was born on 29 February 2024 in Linz.",
                "She was born on 29 February in a small town.",
                // A leap year in Russia.
                "The decree of 29 February 1900 was signed in Moscow.",
                "In April 31 people were killed.",
                "All 31 April births were recorded in Vienna.",
                "They may 32 times have failed to report it.",
                "The May 32 people were waiting for came late.",
                "There is no 31 April, as the clerk pointed out.",
                "He joked that he would pay on 30 February.",
                "“Then pay me on 30 February,” she said.",
                "The letter incorrectly gives the date as 31 April 2020.",
                "The paper's issue No. 31 April 2020 is sold out.",
                "He lives near June 31st Street.",
                "Sweden had a 30 February 1712.",
                "The parts are numbered 2020-02-30-11 and up.",
                "The ratio was 31/04 in the end.",
                "By April, 31 villages were cut off.",
                "The files of 13/13/2020 can't be read.",
                "In June, 31 of 2020 applicants were heard.",
            ],
        );
    }

    #[test]
    fn it_says_how_many_days_there_are() {
        assert_eq!(
            cases::says(&RULE, "She was born on 29 February 2023 in Linz."),
            "there is no 29 February: February 2023 had 28 days"
        );
        assert_eq!(
            cases::says(&RULE, "The strike ends on the 31st of April."),
            "there is no 31 April: April has 30 days"
        );
    }
}
