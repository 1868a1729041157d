//! What no publication date gives, what only looks like a date, and what holds
//! of any text.

use proptest::prelude::*;

use super::*;

#[test]
fn without_a_publication_date_nothing_is_guessed() {
    check(
        &[
            ("It broke on [20 August].", "XXXX-08-20"),
            (
                "It rose in [August], [the third quarter].",
                "XXXX-08 XXXX-35",
            ),
            (
                "[Last Tuesday] and [yesterday] and [Friday]",
                "none none none",
            ),
            ("He stayed [until May].", "../XXXX-05"),
            ("In [2018] it was [two years ago].", "2018 none"),
        ],
        None,
    );
}

#[test]
fn a_coarse_publication_date_gives_what_is_certain() {
    let cases = [(
        "[last month] and [last year], not [yesterday]",
        "2025-03 2024 none",
    )];
    check(&cases, Some("2025-04"));
    let cases = [(
        "[last month] and [last year], [two years ago]",
        "none 2024 2023",
    )];
    check(&cases, Some("2025"));
}

#[test]
fn what_only_looks_like_a_date_is_none() {
    for text in [
        "Theresa May may have to march on.",
        "The March for Life will march again.",
        "May said she might; April Jones met June Brown.",
        "Some 2,018 people cast 2018 votes in Room 2018.",
        "The prize is $2018, up 2018%.",
        "Call 555-2018 or 0171 2018 555.",
        "Profit grew year-on-year and year over year.",
        "A 12-year-old in his 70s took two years.",
        "Two years later he left; three days earlier he came.",
        "He won 4-3 and 6-4 in 9.58 seconds.",
        "Every Friday and each Monday they march.",
        "The Sunday Times and the Sun sat on it.",
        "The second half was worse than the first quarter of the game.",
        "Prices fall when springs break.",
        "He ran 1500 metres; about 1900 were hurt.",
        "A margin of 24/7 work and 1/3 of it",
        "On 31 June nothing can happen",
        "Recently and now, currently, soon",
    ] {
        assert_eq!(found(text, Some(PUBLISHED)), [], "{text}");
    }
}

#[test]
fn anchored_tells_what_was_counted() {
    let reading = Reading::new("In 2018 and last year, on May 3 and May 4, 2019");
    let reference = PUBLISHED.parse().unwrap();
    let anchored: Vec<bool> = dates(&reading, Some(&reference))
        .iter()
        .map(|dated| dated.anchored)
        .collect();
    assert_eq!(anchored, [false, true, true, false]);
}

/// Words that dates are made of, in any order.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "from",
        "to",
        "between",
        "and",
        "the",
        "last",
        "next",
        "week",
        "of",
        "in",
        "May",
        "Aug",
        ".",
        ",",
        "-",
        "–",
        "/",
        "’",
        "s",
        "20",
        "2018",
        "99",
        "0",
        "31",
        "th",
        "first",
        "second",
        "half",
        "quarter",
        "Q",
        "3",
        "twenty",
        "hundred",
        "thousand",
        "century",
        "BC",
        "AD",
        "year",
        "years",
        "ago",
        "two",
        "a",
        "few",
        "months",
        "ended",
        "Monday",
        "Fri",
        "spring",
        "early",
        "end",
        "until",
        "since",
        "now",
        "Easter",
        "9999",
        "fiscal",
        "weekend",
        "will",
        "within",
        "day",
        "rest",
        "90",
        "1990",
        "week",
        "300",
        "decades",
        "centuries",
        "é",
    ]);
    let gap = prop::sample::select(vec![" ", "", "\n"]);
    prop::collection::vec((word, gap), 0..14).prop_map(|words| {
        words
            .into_iter()
            .flat_map(|(word, gap)| [word, gap])
            .collect()
    })
}

proptest! {
    #[test]
    fn spans_are_in_order_and_fit_the_text(
        text in prop_oneof![words(), "(?s).{0,60}", "[0-9/.\\- ,]{0,24}"],
        reference in prop::sample::select(vec!["", "2025", "2024-02", "2024-02-29", "0000-01-01", "9999-12-31"]),
    ) {
        let reference = reference.parse().ok();
        let reading = Reading::new(&text);
        let mut end = 0;
        for dated in dates(&reading, reference.as_ref()) {
            prop_assert!(dated.span.start >= end && dated.span.end > dated.span.start);
            prop_assert!(dated.span.slice(&text).is_some());
            if let Some(value) = &dated.value {
                prop_assert!(value.as_str().parse::<crate::model::edtf::Edtf>().is_ok());
            }
            end = dated.span.end;
        }
    }
}
