//! Dates with the right and the wrong weekday, days that the calendar does not
//! have, ages and durations that fit and do not.

use chrono::{Datelike, Days, NaiveDate};
use claimdesk::chance::Random;

use crate::{Sample, between, one_of};

const SUBJECTS: &[&str] = &[
    "The council",
    "Parliament",
    "The court in Lindenau",
    "Ana Vega",
    "The harbour authority",
    "The union",
    "A jury",
    "The ministry",
];
const ACTS: &[&str] = &[
    "approved the plan",
    "rejected the appeal",
    "met for the last time",
    "signed the contract",
    "opened the inquiry",
    "voted on the budget",
];
const NAMES: &[&str] = &[
    "Ana Vega",
    "Karl Otto",
    "Eva Novak",
    "Tomás Ruiz",
    "Ida Holm",
];

fn day(random: &mut Random) -> NaiveDate {
    let days = u64::try_from(between(random, 0, 9_000)).unwrap();
    NaiveDate::from_ymd_opt(2000, 1, 1)
        .unwrap()
        .checked_add_days(Days::new(days))
        .unwrap()
}

fn written(random: &mut Random, day: NaiveDate, weekday: &str) -> String {
    match random.below(4) {
        0 => day.format(&format!("{weekday}, %-d %B %Y")).to_string(),
        1 => day.format(&format!("{weekday}, %B %-d, %Y")).to_string(),
        2 => day.format(&format!("{weekday} %-d %B %Y")).to_string(),
        _ => day
            .format(&format!("{weekday}, the %-d of %B %Y"))
            .to_string(),
    }
}

fn weekday(day: NaiveDate) -> String {
    day.format("%A").to_string()
}

fn weekdays(random: &mut Random) -> [Sample; 2] {
    let right = day(random);
    let other = day(random);
    let shifted = other
        .checked_add_days(Days::new(u64::try_from(between(random, 1, 6)).unwrap()))
        .unwrap();
    let sentence = |random: &mut Random, date: String| {
        let (who, what) = (one_of(random, SUBJECTS), one_of(random, ACTS));
        match random.below(3) {
            0 => format!("{who} {what} on {date}."),
            1 => format!("On {date}, {} {what}.", lower_first(who)),
            _ => format!("{who} {what} on {date}, according to the minutes."),
        }
    };
    let (fits, fits_not) = (
        written(random, right, &weekday(right)),
        written(random, other, &weekday(shifted)),
    );
    [
        Sample::right(sentence(random, fits)),
        Sample::wrong("C201", sentence(random, fits_not)),
    ]
}

fn lower_first(who: &str) -> String {
    match who.strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None => who
            .strip_prefix("A ")
            .map_or_else(|| who.to_owned(), |rest| format!("a {rest}")),
    }
}

fn impossible(random: &mut Random) -> Sample {
    let year = between(random, 1990, 2024);
    let (day, month) = match random.below(3) {
        0 => (
            31,
            one_of(random, &["April", "June", "September", "November"]),
        ),
        1 => (30, "February"),
        _ if year % 4 == 0 => (30, "February"),
        _ => (29, "February"),
    };
    let date = if random.below(2) == 0 {
        format!("{day} {month} {year}")
    } else {
        format!("{month} {day}, {year}")
    };
    Sample::wrong(
        "C202",
        format!(
            "{} {} on {date}.",
            one_of(random, SUBJECTS),
            one_of(random, ACTS)
        ),
    )
}

fn leap_day(random: &mut Random) -> Sample {
    let year = 1996 + 4 * between(random, 0, 7);
    Sample::right(format!(
        "{} {} on 29 February {year}.",
        one_of(random, SUBJECTS),
        one_of(random, ACTS)
    ))
}

fn ages(random: &mut Random) -> [Sample; 2] {
    let born = between(random, 1940, 1990);
    let year = between(random, born + 22, 2024);
    let exact = year - born - between(random, 0, 1);
    let off = exact + one_of(random, &[&-9_i64, &-6, &5, &8, &11]);
    let sentence = |random: &mut Random, age: i64| {
        let name = one_of(random, NAMES);
        match random.below(3) {
            0 => format!(
                "{name}, who was born in {born}, was {age} years old when she resigned in {year}."
            ),
            1 => format!("Born in {born}, {name} died in {year} at the age of {age}."),
            _ => format!("Born in {born}, {name} was {age} when he took over the yard in {year}."),
        }
    };
    [
        Sample::right(sentence(random, exact)),
        Sample::wrong("C205", sentence(random, off.max(1))),
    ]
}

fn durations(random: &mut Random) -> [Sample; 2] {
    let from = between(random, 1950, 2000);
    let to = from + between(random, 8, 24);
    let off = to - from + one_of(random, &[&-5_i64, &4, &6, &9]);
    let sentence = |random: &mut Random, years: i64| match random.below(3) {
        0 => format!("The {years}-year war from {from} to {to} ruined the valley."),
        1 => format!(
            "For {years} years, from {from} to {to}, {} ran the mill.",
            one_of(random, NAMES)
        ),
        _ => format!("The {years}-year ban, which lasted from {from} to {to}, hurt the port."),
    };
    [
        Sample::right(sentence(random, to - from)),
        Sample::wrong("C206", sentence(random, off.max(2))),
    ]
}

/// One of each kind.
pub(crate) fn samples(random: &mut Random) -> Vec<Sample> {
    let mut samples = vec![impossible(random), leap_day(random)];
    samples.extend(weekdays(random));
    samples.extend(ages(random));
    samples.extend(durations(random));
    let plain = day(random);
    let format = if plain.day() > 12 {
        "%-d %B %Y"
    } else {
        "%B %-d, %Y"
    };
    samples.push(Sample::right(format!(
        "{} {} on {}.",
        one_of(random, SUBJECTS),
        one_of(random, ACTS),
        plain.format(format)
    )));
    samples
}
