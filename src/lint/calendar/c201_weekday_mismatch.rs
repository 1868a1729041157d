//! C201: a day of the week that its date does not have.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, Weekday};

use super::days::{is_on, long, nearest, weekday_name, with_weekday};
use super::words::stops;
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::edtf::EdtfDate;
use crate::model::flag::Certainty;
use crate::text::dates::{Tense, WrittenDay, tense_around, weekday_named, written_days};
use crate::text::reading::{Reading, Shape};

rule! {
    /// A day of the week does not fit its date
    ///
    /// ## What it does
    /// Looks for a weekday beside a date, such as “Tuesday, 14 April 2025”, and holds it against the calendar. Where the year is
    /// missing, it speaks only if neither the year of publication nor those beside it fit. Up to 1923 the weekday may be that of
    /// the Julian calendar.
    ///
    /// ## Why this matters
    /// One of the two is wrong. Who looks the event up, or wants to attend, will look on the wrong day.
    ///
    /// ## Example
    /// “The court ruled on Tuesday, 14 April 2025.” That day was a Monday.
    ///
    /// ## What to do instead
    /// Find out which of the two was meant: “Monday, 14 April 2025” or “Tuesday, 15 April 2025”.
    "C201", "weekday-mismatch", Calendar, High, Check::Text(check)
}

/// A day of the week with the date that it stands beside.
struct Pair {
    weekday: Weekday,
    day: WrittenDay,
    /// Both of them.
    tokens: Range<usize>,
}

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, line) in article.all().iter().enumerate() {
        if !line.has_digits() || line.tells_of_mistake() {
            continue;
        }
        for day in written_days(&line.reading, article.published) {
            let pair = before(line, &day).or_else(|| behind(line, &day));
            found.extend(pair.and_then(|pair| match pair.day.year {
                Some(year) => in_year(article, line, &pair, year),
                None => without_year(article, at, &pair),
            }));
        }
    }
    found
}

/// A date of a known year.
fn in_year(article: &Article<'_>, line: &Line<'_>, pair: &Pair, year: i32) -> Option<Found> {
    let day = &pair.day;
    let date = NaiveDate::from_ymd_opt(year, day.month, day.day)?;
    if is_on(day, year, pair.weekday) {
        return None;
    }
    let words = long(date, day.order);
    let published = article.published.and_then(EdtfDate::day);
    let was = if published.is_some_and(|day| date < day) {
        "was"
    } else {
        "is"
    };
    let (right, wrong) = (weekday_name(date.weekday()), weekday_name(pair.weekday));
    let found = Found::on_words(
        line.span_of(pair.tokens.clone())?,
        format!("{words} {was} a {right}, not a {wrong}"),
    );
    let found = found.because(format!("{words} {was} a {right}"));
    Some(found.instead(both_ways(date, pair)?))
}

/// A date without a year, where the publication makes that plain.
fn without_year(article: &Article<'_>, at: usize, pair: &Pair) -> Option<Found> {
    let line = article.all().get(at)?;
    let year = article.published?.day()?.year();
    let years = match tense_around(&line.reading, pair.tokens.clone()) {
        Tense::Past => year - 1..=year,
        Tense::Future => year..=year + 1,
        Tense::Unknown => year - 1..=year + 1,
    };
    let day = &pair.day;
    let date = NaiveDate::from_ymd_opt(year, day.month, day.day)?;
    let mut near = years.clone();
    if near.any(|year| is_on(day, year, pair.weekday)) || other_years(article, at, year) {
        return None;
    }
    let words = date.format(if day.order == crate::text::dates::Order::Month {
        "%B %-d"
    } else {
        "%-d %B"
    });
    let (right, wrong) = (weekday_name(date.weekday()), weekday_name(pair.weekday));
    let calendar = years.filter_map(|year| {
        let date = NaiveDate::from_ymd_opt(year, day.month, day.day)?;
        Some(format!("a {} in {year}", weekday_name(date.weekday())))
    });
    let calendar: Vec<String> = calendar.collect();
    let found = Found::on_words(
        line.span_of(pair.tokens.clone())?,
        format!("{words} is a {right} in {year}, not a {wrong}"),
    );
    let found = found.because(format!("{words} is {}", calendar.join(", ")));
    let found = found.instead(both_ways(date, pair)?);
    Some(found.sure(Certainty::Likely))
}

/// The right day of the week, and the nearest date with the one of the text.
fn both_ways(date: NaiveDate, pair: &Pair) -> Option<String> {
    let order = pair.day.order;
    let other = nearest(date, pair.weekday)?;
    Some(format!(
        "{} or {}",
        with_weekday(date, order),
        with_weekday(other, order)
    ))
}

/// Whether the text around a sentence is about another year than that of the
/// publication and those beside it: then a date without a year can be of it.
/// The last year that the text has named counts, however far back.
fn other_years(article: &Article<'_>, at: usize, year: i32) -> bool {
    const BEFORE: usize = 8;
    let lines = article.all();
    let block = lines.get(at).map(|line| line.block);
    let near = lines.iter().enumerate().filter(|(index, line)| {
        Some(line.block) == block || (at.saturating_sub(BEFORE)..=at).contains(index)
    });
    let last = lines
        .iter()
        .take(at)
        .rev()
        .find_map(|line| far_from(line, year));
    let mut told = near.filter_map(|(_, line)| far_from(line, year));
    told.any(|far| far) || last == Some(true)
}

/// Whether a sentence names another year than this one and those beside it;
/// `None` when it names no year.
fn far_from(line: &Line<'_>, year: i32) -> Option<bool> {
    let dates = line.facets.dates.iter().filter(|date| !date.anchored);
    let values = dates.filter_map(|date| date.value.as_ref());
    let days = values.flat_map(|value| [value.earliest(), value.latest()]);
    let mut far = days
        .flatten()
        .map(|day| (day.year() - year).abs() > 1)
        .peekable();
    far.peek()?;
    Some(far.any(|far| far))
}

/// "Tuesday, 14 April", "Tuesday (14 April)", "Tuesday morning, 14 April".
fn before(line: &Line<'_>, day: &WrittenDay) -> Option<Pair> {
    let r = &line.reading;
    let mut at = day.tokens.start;
    let mut end = day.tokens.end;
    at -= usize::from(at > 0 && r.lower(at - 1) == "the");
    let mark = if at == 0 { "" } else { r.word(at - 1) };
    match mark {
        "," => at -= 1,
        "(" if r.word(end) == ")" => {
            at -= 1;
            end += 1;
        }
        _ => {}
    }
    let marked = at < day.tokens.start && matches!(mark, "," | "(");
    at = at.checked_sub(1)?;
    if matches!(r.lower(at), "morning" | "afternoon" | "evening") || r.word(at) == "." {
        at = at.checked_sub(1)?;
    }
    let weekday = weekday_at(r, at)?;
    let led = at == 0 || leads(r, at - 1);
    let subject = matches!(
        r.lower(end),
        "was" | "is" | "will" | "would" | "were" | "as" | "to"
    );
    let fits = if marked && day.year.is_some() {
        !subject || led
    } else {
        led
    };
    let many = in_row(r, at) || goes_on(r, day.tokens.end);
    let denied = at > 0 && matches!(r.lower(at - 1), "not" | "than");
    (fits && !many && !denied).then(|| Pair {
        weekday,
        day: day.clone(),
        tokens: at..end,
    })
}

/// Whether a word before a day of the week leads to the date that it begins.
fn leads(r: &Reading<'_>, at: usize) -> bool {
    r.is(at, Shape::Mark)
        || matches!(
            r.lower(at),
            "on" | "by"
                | "until"
                | "till"
                | "from"
                | "since"
                | "to"
                | "for"
                | "and"
                | "or"
                | "of"
                | "before"
                | "after"
                | "between"
                | "through"
                | "is"
                | "was"
                | "last"
                | "next"
                | "this"
        )
}

/// The day of the week that a token names. A short form can be a verb, or part
/// of a newspaper's name, and needs a word that leads to it.
fn weekday_at(r: &Reading<'_>, at: usize) -> Option<Weekday> {
    let (weekday, short) = weekday_named(r.lower(at))?;
    let led = at == 0 || leads(r, at - 1);
    (r.is_capital(at) && (!short || led)).then_some(weekday)
}

/// Whether a day of the week is one of several: "Saturday and Sunday, April 12
/// and 13".
fn in_row(r: &Reading<'_>, at: usize) -> bool {
    let before = |steps: usize| {
        let token = at.checked_sub(steps);
        token.is_some_and(|token| weekday_named(r.lower(token)).is_some())
    };
    before(1)
        || before(2)
            && matches!(
                r.lower(at - 1),
                "and" | "or" | "to" | "through" | "until" | "-" | "–" | "—" | "/" | "&" | ","
            )
}

/// Whether more days follow: "April 12–14", "April 12 and 13".
fn goes_on(r: &Reading<'_>, at: usize) -> bool {
    matches!(
        r.lower(at),
        "-" | "–" | "—" | "to" | "and" | "or" | "&" | "/" | "through" | "until"
    ) && r.is(at + 1, Shape::Digits)
}

/// "14 April 2025, a Tuesday", "14 April 2025 (Tuesday)", "14 April 2025 was a
/// Tuesday".
fn behind(line: &Line<'_>, day: &WrittenDay) -> Option<Pair> {
    let r = &line.reading;
    let mut at = day.tokens.end;
    let mark = r.word(at);
    at += usize::from(matches!(mark, "," | "("));
    let verb = match (r.lower(at), r.lower(at + 1)) {
        ("which" | "that", "was" | "is") | ("fell" | "falls", "on") => 2,
        ("was" | "is", _) => 1,
        _ => 0,
    };
    at += verb;
    let article = r.lower(at) == "a";
    at += usize::from(article);
    let weekday = weekday_at(r, at)?;
    let end = at + 1;
    let held = match mark {
        "(" => r.word(end) == ")",
        _ => article,
    };
    let supposed = verb > 0 && line.has_any(&["if", "whether", "had", "suppose"]);
    (held && !supposed && stops(line, end)).then(|| Pair {
        weekday,
        day: day.clone(),
        tokens: day.tokens.start..end + usize::from(mark == "("),
    })
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
                "The court ruled on ‹Tuesday, 14 April 2025›.",
                "It happened on ‹Monday, March 3, 2020›, near Graz.",
                "The law passed on ‹20 August 2018, a Tuesday›.",
                "The vote on ‹14 April 2025 (Tuesday)› was close.",
                "She resigned on ‹Monday 3 March 2020› after a row.",
                "The bridge was closed on ‹Wednesday (14 April 2025)› for good.",
                "The strike lasted from ‹Tuesday, 14 April 2025›, to Friday, 18 April 2025.",
                "On ‹Sunday morning, April 14, 2025›, the river rose.",
                "The minister resigned on ‹Friday, April 14›.",
                "The rate changed on ‹14 April 2025, which was a Friday›.",
                "The hearing will be held on ‹Thursday, 14 August 2026›, in Vienna.",
                "He was shot on ‹Tues., Nov. 22, 1963›, in Dallas.",
                "The papers are dated ‹Saturday, 2025-04-14›.",
            ],
            &[
                "The court ruled on Monday, 14 April 2025.",
                "On Monday, 31 April 2025, nobody came.",
                // The Julian calendar was still in use.
                "The march ended in blood on Sunday, 9 January 1905.",
                "The Baltimore Sun, 14 April 2025, had the story first.",
                "Saturday and Sunday, April 12 and 13, 2025, were dry.",
                "The fair runs Thursday to Saturday, April 16–18, 2025, in Linz.",
                "The vote was on Monday and not Tuesday, 14 April 2025.",
                "An earlier version incorrectly gave the day as Tuesday, 14 April 2025.",
                "The mayor said Tuesday April 30, 2025 would be the last day.",
                "The company announced Tuesday, April 30, 2025 would be its last day.",
                "On 20 August 2018, a Tuesday paper first told the story.",
                "If 14 April 2025 was a Tuesday, the figures would fit.",
                "The ship sank in 1912. On Monday, April 15, only boats were left.",
                // The year that the story is told of stands in another paragraph.
                "The riots began in 1969.\n\nFamilies fled.\n\nOn Friday, 10 January, the mayor spoke to them.",
                // A Sunday in 2024.
                "The minister resigned on Sunday, April 14, as planned in 2024.",
                "Officials said Tuesday April 30 would come too early.",
                "On Wednesday, April 2025 figures came out.",
                "He met them on Wednesday, 20 people in all, and on 4 May 2025.",
                "The deadline is 5/4/2025, a Monday or a Sunday.",
            ],
        );
    }

    #[test]
    fn it_says_what_day_it_was() {
        assert_eq!(
            cases::says(&RULE, "The court ruled on Tuesday, 14 April 2025."),
            "14 April 2025 was a Monday, not a Tuesday"
        );
    }

    #[test]
    fn without_a_publication_date_a_year_is_needed() {
        cases::check_on(
            None,
            &RULE,
            &["The court ruled on ‹Tuesday, 14 April 2025›."],
            &["The court ruled on Sunday, April 14."],
        );
    }
}
