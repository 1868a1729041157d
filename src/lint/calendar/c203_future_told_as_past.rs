//! C203: what had not happened yet, told as if it had.

use chrono::NaiveDate;

use super::ahead::{AHEAD, DONE, HAPPENED, HAPPENED_ON};
use super::dated::{Date, dated};
use super::days::long;
use super::words::stops;
use crate::lint::article::Line;
use crate::lint::rule::{Check, Days, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;
use crate::text::dates::Order;
use crate::text::reading::{Reading, Shape};

rule! {
    /// A date after publication is told of as past
    ///
    /// ## What it does
    /// Looks for events that a sentence tells of as done (“died”, “was signed”, “the court ruled”) on a date after the publication.
    /// It passes over sentences that look ahead in any way: plans, forecasts, deadlines, stories.
    ///
    /// ## Why this matters
    /// What has not happened can't be reported. Mostly the year is wrong, and with it all that is counted from it.
    ///
    /// ## Example
    /// Published on 15 April 2025: “On 3 May 2025 the court ruled that the law was void.”
    ///
    /// ## What to do instead
    /// Look the date up. If it is right, say what is planned: “The court is to rule on 3 May 2025.”
    "C203", "future-told-as-past", Calendar, Medium, Check::Dated(check)
}

fn check(article: &Article<'_>, (_, published): Days) -> Vec<Found> {
    let mut found = Vec::new();
    for line in article.prose() {
        if line.facets.dates.is_empty()
            || line.has_any(AHEAD)
            || may(line)
            || line.tells_of_mistake()
        {
            continue;
        }
        let dates = dated(line);
        let future = dates.iter().filter(|date| {
            let exact = date.is_point() && !date.anchored;
            exact && date.first > published && !line.is_quoted(date.span)
        });
        let told =
            future.filter(|date| opens_what_happened(line, date) || ends_what_happened(line, date));
        found.extend(told.map(|date| told_as_past(article, date, published)));
    }
    found
}

/// Whether the verb "may" stands in a sentence, and not the month.
fn may(line: &Line<'_>) -> bool {
    let mut tokens = 0..line.reading.tokens.len();
    tokens.any(|at| line.reading.word(at) == "may")
}

fn told_as_past(article: &Article<'_>, date: &Date<'_>, published: NaiveDate) -> Found {
    let words = article.words(date.span);
    let came_out = long(published, Order::Day);
    let ahead = date.first.signed_duration_since(published).num_days();
    let days = if ahead == 1 { "day" } else { "days" };
    let message = format!("{words} is told of as past, and was still to come on {came_out}");
    Found::on_words(date.span, message)
        .because(format!(
            "{words} begins {ahead} {days} after the publication"
        ))
        .instead("look the date up, or say what is planned")
        .sure(Certainty::Likely)
}

/// "On 3 May 2025, the court ruled …", at the beginning of a sentence.
fn opens_what_happened(line: &Line<'_>, date: &Date<'_>) -> bool {
    let r = &line.reading;
    if date.tokens.start != 1 || !matches!(r.lower(0), "on" | "in") {
        return false;
    }
    let comma = r.word(date.tokens.end) == ",";
    let start = date.tokens.end + usize::from(comma);
    let subject = r.is_capital(start)
        || matches!(
            r.lower(start),
            "the"
                | "a"
                | "an"
                | "he"
                | "she"
                | "it"
                | "they"
                | "we"
                | "i"
                | "his"
                | "her"
                | "their"
                | "its"
                | "two"
                | "three"
                | "four"
                | "five"
                | "about"
                | "more"
        );
    subject && happens(r, start)
}

/// Whether the first verb of a clause is in the past and tells of an event.
fn happens(r: &Reading<'_>, start: usize) -> bool {
    const REACH: usize = 10;
    for at in start..start + REACH {
        match r.lower(at) {
            "who" | "which" | "that" | "as" | "when" | "where" | "has" | "have" | "had" => {
                return false;
            }
            "was" | "were" => {
                let next = at + 1 + usize::from(r.lower(at + 1).ends_with("ly"));
                return DONE.contains(&r.lower(next));
            }
            word if HAPPENED.contains(&word) => return true,
            _ if r.is(at, Shape::Mark) && !matches!(r.word(at), "'" | "’" | "-") => return false,
            _ => {}
        }
    }
    false
}

/// "He died on 3 May 2025", "it was signed in Vienna in 2027".
fn ends_what_happened(line: &Line<'_>, date: &Date<'_>) -> bool {
    let r = &line.reading;
    let Some(mut at) = date.tokens.start.checked_sub(2) else {
        return false;
    };
    if !matches!(r.lower(at + 1), "on" | "in")
        || !(stops(line, date.tokens.end)
            || r.is(date.tokens.end, Shape::Word) && !r.is_capital(date.tokens.end))
    {
        return false;
    }
    // "… in Upper Austria": at most three words of a name.
    for steps in 1..=3 {
        let named = (0..steps).all(|step| r.is_capital(at.wrapping_sub(step)));
        if named && matches!(r.lower(at.wrapping_sub(steps)), "in" | "at" | "near") {
            at = at.saturating_sub(steps + 1);
            break;
        }
    }
    let word = r.lower(at);
    let passive = at > 0 && matches!(r.lower(at - 1), "was" | "were") && DONE.contains(&word);
    passive || at > 0 && HAPPENED_ON.contains(&word) || at > 0 && r.has(at - 1, &["took", "place"])
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
                "On ‹3 May 2025› the court ruled that the law was void.",
                "On ‹May 3, 2025›, Ana Vega resigned as chair of the union.",
                "The bridge collapsed on ‹16 April 2025›, and two people died.",
                "He died in Vienna on ‹3 June 2025›, after a long illness.",
                "In ‹2027›, the company sold its last plant.",
                "The treaty was signed in ‹2052› in Lisbon.",
                "On ‹20 November 2025› two men were arrested in Graz.",
                "The first trial began on ‹5 May 2025› and lasted a week.",
                "The talks took place on ‹2 May 2025›.",
                "The mine was closed in ‹December 2025›.",
            ],
            &[
                "On 3 April 2025 the court ruled that the law was void.",
                "On 15 April 2025 the court ruled that the law was void.",
                "The election was scheduled for 3 May 2025.",
                "The hearing was set to begin on 3 May 2025.",
                "The city won the right to host the games in 2030.",
                "The trial was postponed to 3 May 2025.",
                "On 3 May 2025 the court is to rule on the law.",
                "The sanctions were extended until 31 January 2026.",
                "In 2030, researchers said, the sea was a danger to the town.",
                "By 2030 the city planned to close the mine.",
                "In 2050 the world of the novel fell apart.",
                "The contract expired on 30 June 2025 unless renewed.",
                "On 3 May 2025 the treaty signed in 1990 ends.",
                "Voters elected a council for the term that began on 1 July 2025 under the old plan.",
                "“On 3 May 2025 the court ruled against us,” he wrote.",
                "The tickets for the show on 3 May 2025 sold within an hour.",
                "They booked rooms for the match on 3 May 2025.",
                "In April the court ruled that the law was void.",
                "The team lost 2 games and the 2026 season was in doubt.",
            ],
        );
        cases::check_on(None, &RULE, &[], &["On 3 May 2095 the court ruled on it."]);
        cases::check_on(
            Some("2025"),
            &RULE,
            &["On ‹3 May 2026› the court ruled against it."],
            &["On 3 May 2025 the court ruled against it."],
        );
    }
}
