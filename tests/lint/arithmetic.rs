//! Changes, sums, multiples and measures that are right as printed, and that are
//! not.

use claimdesk::chance::Random;

use crate::{Sample, between, grouped, one_of};

const THINGS: &[&str] = &[
    "Arrests",
    "Sales",
    "Exports",
    "Applications",
    "Accidents",
    "Visits",
];
const COUNTED: &[&str] = &["homes", "jobs", "permits", "patients", "visitors"];

/// A percentage as it is printed.
fn percent(random: &mut Random, value: f64) -> String {
    let unit = one_of(random, &["percent", "per cent", "%"]);
    let space = if unit == "%" { "" } else { " " };
    if random.below(2) == 0 {
        format!("{value:.0}{space}{unit}")
    } else {
        format!("{value:.1}{space}{unit}")
    }
}

fn to_float(number: i64) -> f64 {
    f64::from(i32::try_from(number).unwrap())
}

fn changes(random: &mut Random) -> [Sample; 2] {
    let (from, to) = loop {
        let (from, to) = (between(random, 120, 9_000), between(random, 120, 9_000));
        let change = (to_float(to - from) / to_float(from)).abs();
        if (0.08..1.8).contains(&change) {
            break (from, to);
        }
    };
    let change = to_float((to - from).abs()) / to_float(from) * 100.0;
    let off = if random.below(2) == 0 {
        change * 1.4 + 3.0
    } else {
        change * 0.55
    };
    let (rose, up) = if to > from {
        ("rose", "an increase")
    } else {
        ("fell", "a drop")
    };
    let sentence = |random: &mut Random, change: f64| {
        let (thing, percent) = (one_of(random, THINGS), percent(random, change));
        let (from, to) = (grouped(from), grouped(to));
        match random.below(4) {
            0 => format!("{thing} {rose} by {percent}, from {from} to {to}."),
            1 => format!("{thing} {rose} {percent} from {from} to {to}, the office said."),
            2 => format!("{thing} {rose} from {from} to {to}, {up} of {percent}."),
            _ => format!("{thing} {rose} from {from} in 2019 to {to} in 2020, {up} of {percent}."),
        }
    };
    [
        Sample::right(sentence(random, change)),
        Sample::wrong("A301", sentence(random, off)),
    ]
}

/// Votes. Who is missing may have stayed away, so that only too many are wrong.
fn votes(random: &mut Random) -> [Sample; 2] {
    let (yes, no, rest) = (
        between(random, 20, 90),
        between(random, 10, 60),
        between(random, 3, 20),
    );
    let total = yes + no + rest;
    let off = total - one_of(random, &[&2_i64, &4, &7, &9]);
    let sentence = |random: &mut Random, total: i64| match random.below(3) {
        0 => format!(
            "Of the {total} members, {yes} voted in favour, {no} voted against and {rest} abstained."
        ),
        1 => format!(
            "Of {total} delegates, {yes} voted for the motion, {no} against and {rest} abstained."
        ),
        _ => format!(
            "All {total} members took part: {yes} voted yes, {no} voted no and {rest} abstained."
        ),
    };
    [
        Sample::right(sentence(random, total)),
        Sample::wrong("A302", sentence(random, off)),
    ]
}

fn women_and_men(random: &mut Random) -> [Sample; 2] {
    let (women, men) = (between(random, 20, 400), between(random, 20, 400));
    let off = women + men + one_of(random, &[&-20_i64, &-9, &10, &30]);
    let sentence = |random: &mut Random, total: i64| match random.below(2) {
        0 => format!("The town counted {total} refugees: {women} women and {men} men."),
        _ => format!("The ship carried {women} women and {men} men, {total} in all."),
    };
    [
        Sample::right(sentence(random, women + men)),
        Sample::wrong("A302", sentence(random, off.max(3))),
    ]
}

fn shares(random: &mut Random) -> [Sample; 2] {
    let yes = between(random, 30, 55);
    let no = between(random, 20, 40);
    let rest = 100 - yes - no;
    let off = rest + one_of(random, &[&8_i64, &12, &15]);
    let sentence = |rest: i64| {
        format!(
            "In the poll, {yes} percent were in favour, {no} percent were against and {rest} percent were undecided."
        )
    };
    [
        Sample::right(sentence(rest)),
        Sample::wrong("A302", sentence(off)),
    ]
}

fn multiples(random: &mut Random) -> [Sample; 2] {
    let from = between(random, 20, 900);
    let (verb, times) = *one_of(
        random,
        &[&("doubled", 2), &("tripled", 3), &("quadrupled", 4)],
    );
    let off = from * times + from * one_of(random, &[&1_i64, &2]);
    let what = one_of(random, COUNTED);
    let sentence = |to: i64| {
        format!(
            "The number of {what} {verb} from {} to {}.",
            grouped(from),
            grouped(to)
        )
    };
    [
        Sample::right(sentence(from * times)),
        Sample::wrong("A303", sentence(off)),
    ]
}

/// A unit, the unit it is converted to, and by how much.
const UNITS: &[(&str, &str, f64)] = &[
    ("miles", "kilometres", 1.609_344),
    ("miles", "km", 1.609_344),
    ("acres", "hectares", 0.404_686),
    ("feet", "metres", 0.3048),
    ("pounds", "kilograms", 0.453_592),
    ("inches", "centimetres", 2.54),
];

fn measures(random: &mut Random) -> [Sample; 2] {
    let (from, to, factor) = UNITS[random.below(UNITS.len())];
    let value = between(random, 20, 400);
    let exact = to_float(value) * factor;
    let off = exact * if random.below(2) == 0 { 1.5 } else { 0.55 };
    let sentence = |random: &mut Random, other: f64| match random.below(3) {
        0 => format!("The strip is {value} {from} ({other:.0} {to}) long."),
        1 => format!("They covered {value} {from}, or about {other:.0} {to}."),
        _ => format!("The area measures {value} {from} ({other:.0} {to})."),
    };
    [
        Sample::right(sentence(random, exact)),
        Sample::wrong("A304", sentence(random, off)),
    ]
}

fn temperatures(random: &mut Random) -> [Sample; 2] {
    let celsius = between(random, -10, 42);
    let fahrenheit = to_float(celsius) * 1.8 + 32.0;
    let off = fahrenheit + f64::from(*one_of(random, &[&-14_i32, &12, &25]));
    let sentence = |other: f64| {
        format!(
            "Temperatures reached {celsius} degrees Celsius ({other:.0} degrees Fahrenheit) at noon."
        )
    };
    [
        Sample::right(sentence(fahrenheit)),
        Sample::wrong("A304", sentence(off)),
    ]
}

fn ranges(random: &mut Random) -> [Sample; 2] {
    let low = between(random, 5, 400);
    let high = low + between(random, 5, 300);
    let what = one_of(random, COUNTED);
    let sentence =
        |from: i64, to: i64| format!("The plan needs between {from} and {to} {what} a year.");
    [
        Sample::right(sentence(low, high)),
        Sample::wrong("A306", sentence(high, low)),
    ]
}

/// One right and one wrong of each kind.
pub(crate) fn samples(random: &mut Random) -> Vec<Sample> {
    let mut samples = Vec::new();
    samples.extend(changes(random));
    samples.extend(votes(random));
    samples.extend(women_and_men(random));
    samples.extend(shares(random));
    samples.extend(multiples(random));
    samples.extend(measures(random));
    samples.extend(temperatures(random));
    samples.extend(ranges(random));
    samples
}
