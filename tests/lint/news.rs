//! Sentences of news style with figures, dates and ages with which nothing is
//! wrong, though a hasty rule could think so.

use claimdesk::chance::Random;

use crate::{Sample, between, grouped, one_of};

const NAMES: &[&str] = &[
    "Ana Vega",
    "Karl Otto",
    "Eva Novak",
    "Tomás Ruiz",
    "Ida Holm",
];
const PLACES: &[&str] = &["Lindenau", "Kotešová", "Port Hale", "Neudorf"];

/// A few of them, each another.
pub(crate) fn samples(random: &mut Random) -> Vec<Sample> {
    let number = |random: &mut Random| grouped(between(random, 1_000, 90_000));
    let year = between(random, 2005, 2023);
    let percent = between(random, 3, 48);
    let name = one_of(random, NAMES);
    let place = one_of(random, PLACES);
    let (one, other) = (number(random), number(random));
    let texts = [
        format!(
            "Unemployment in {place} stood at {percent} percent in {year}, the statistics office said."
        ),
        format!("{name}, 54, has led the works council since {year}."),
        format!(
            "The town of {place} spent {one} crowns on the road and {other} crowns on the school in {year}."
        ),
        format!(
            "In {year}, {one} people moved to {place} and {other} left it, the register shows."
        ),
        format!(
            "The court sentenced {name} to {} years in prison in {year}.",
            between(random, 2, 14)
        ),
        format!("The team of {place} won 3-2 on Saturday and lost 1-4 a week later, {name} said."),
        format!(
            "The rate fell from {}.5 percent to {percent} percent within a year, the bank said.",
            percent + 6
        ),
        format!(
            "The bridge will cost ${}.{} million, {name} told the council.",
            between(random, 2, 90),
            between(random, 1, 9)
        ),
        format!(
            "About {one} of the {} homes in {place} were without power on Monday, the utility said.",
            grouped(between(random, 91_000, 400_000))
        ),
    ];
    texts.into_iter().map(Sample::right).collect()
}
