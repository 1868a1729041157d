//! The cases are read as they should be, and what holds for any text.

use proptest::prelude::*;

use super::cases::{FOUND, NOTHING};
use super::*;

fn read(text: &str) -> Vec<Quantity> {
    quantities(&Reading::new(text), &[])
}

/// A quantity in short: "4..6 percent", "(20.. person ~", "3 nth".
fn short(quantity: &Quantity) -> String {
    let low = quantity.low.map_or(String::new(), |bound| {
        format!("{}{}", if bound.excluded { "(" } else { "" }, bound.value)
    });
    let high = quantity.high.map_or(String::new(), |bound| {
        format!("{}{}", bound.value, if bound.excluded { ")" } else { "" })
    });
    let mut words = vec![match quantity.exact() {
        Some(value) => format!("{}", (value * 1000.0).round() / 1000.0),
        None => format!("{low}..{high}"),
    }];
    words.extend(quantity.unit.clone());
    words.extend(quantity.ordinal.then(|| "nth".to_owned()));
    words.extend(quantity.vague.then(|| "~".to_owned()));
    words.join(" ")
}

#[test]
fn expressions_mean_what_they_say() {
    let mut wrong = Vec::new();
    for (text, wanted) in FOUND {
        let found: Vec<(String, String)> = read(text)
            .iter()
            .map(|found| (found.span.slice(text).unwrap().to_owned(), short(found)))
            .collect();
        let same = found.len() == wanted.len()
            && found
                .iter()
                .zip(*wanted)
                .all(|(found, wanted)| found.0 == wanted.0 && found.1 == wanted.1);
        if !same {
            wrong.push(format!("{text}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(FOUND.len() > 90);
}

#[test]
fn names_times_and_pronouns_are_no_quantities() {
    for text in NOTHING {
        let found: Vec<&str> = read(text)
            .iter()
            .map(|found| found.span.slice(text).unwrap())
            .collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn dates_are_not_read() {
    let text = "On 5 May 2010 some 12 ships and 2 boats left in 2011";
    let dates = ["5 May 2010", "2011"].map(|date| {
        let start = text.find(date).unwrap();
        Span::new(start, start + date.len())
    });
    let found: Vec<String> = quantities(&Reading::new(text), &dates)
        .iter()
        .map(short)
        .collect();
    assert_eq!(found, ["12 ship ~", "2 boat"]);
}

#[test]
fn a_long_chain_takes_time_that_grows_with_it_alone() {
    for link in [
        ",234",
        ".234",
        " 234",
        "million ",
        "dozens of ",
        "of thousands ",
        "1,234,",
        "one hundred and ",
        "5-",
        "between 1 and ",
        "1/",
        "more than ",
        "twenty ",
    ] {
        read(&link.repeat(20_000));
    }
}

proptest! {
    #[test]
    fn any_text_gives_spans_in_order_and_finite_numbers(
        text in "(([0-9]{1,4}|one|two|half|hundred|thirds?|million|dozens|and|a|of|to|between|from|more|than|up|or|percent|people|first|couple|fold|US|[-–.,/$£€%°½⁶^ex:+<>= \u{a0}’é]| ){0,24}|(?s).{0,60})",
        dates in proptest::collection::vec((0_usize..80, 0_usize..20), 0..3),
    ) {
        let dates: Vec<Span> = dates.iter().map(|&(start, long)| Span::new(start, start + long)).collect();
        let mut end = 0;
        for found in quantities(&Reading::new(&text), &dates) {
            prop_assert!(found.span.start >= end && found.span.end > found.span.start);
            prop_assert!(found.span.slice(&text).is_some());
            prop_assert!(dates.iter().all(|date| !date.overlaps(found.span)));
            end = found.span.end;
            prop_assert!(found.low.is_some() || found.high.is_some());
            for bound in [found.low, found.high].into_iter().flatten() {
                prop_assert!(bound.value.is_finite());
            }
            if let (Some(low), Some(high)) = (found.low, found.high) {
                prop_assert!(low.value <= high.value);
            }
        }
    }
}
