//! What holds of the coefficients whatever the ratings are.

use proptest::prelude::*;

use super::*;

/// Ratings of up to twelve claims by up to four reviewers.
fn ratings() -> impl Strategy<Value = Vec<Row>> {
    (2usize..5, 2u32..6).prop_flat_map(|(reviewers, places)| {
        let cell = prop_oneof![3 => (1..=places).prop_map(Some), 1 => Just(None)];
        prop::collection::vec(prop::collection::vec(cell, reviewers), 0..12)
    })
}

/// The values alone, of the ratings as they are.
fn of(rows: &[Row]) -> Values {
    let patterns = Patterns::of(rows);
    values(&patterns, &patterns.counts)
}

/// Whether both are undefined for the same reason, or have the same value.
fn same(one: Values, other: Values) -> bool {
    one.into_iter().zip(other).all(|pair| match pair {
        (Ok(one), Ok(other)) => (one - other).abs() < 1e-9,
        (one, other) => one == other,
    })
}

/// Alpha as the definition has it: every pair of ratings, one after the other.
fn alpha_by_definition(rows: &[Row], apart: impl Fn(&[u32], u32, u32) -> f64) -> f64 {
    let units: Vec<Vec<u32>> = rows
        .iter()
        .map(|row| row.iter().flatten().copied().collect::<Vec<u32>>())
        .filter(|unit| unit.len() > 1)
        .collect();
    let all: Vec<u32> = units.concat();
    let between = |values: &[u32]| {
        let pairs = values
            .iter()
            .flat_map(|one| values.iter().map(move |other| (*one, *other)));
        pairs
            .map(|(one, other)| apart(&all, one, other))
            .sum::<f64>()
    };
    let count = |values: &[u32]| f64::from(u32::try_from(values.len()).unwrap());
    let observed: f64 = units
        .iter()
        .map(|unit| between(unit) / (count(unit) - 1.0))
        .sum();
    1.0 - (count(&all) - 1.0) * observed / between(&all)
}

fn nominal(_: &[u32], one: u32, other: u32) -> f64 {
    if one == other { 0.0 } else { 1.0 }
}

fn ordinal(all: &[u32], one: u32, other: u32) -> f64 {
    let times = |place: u32| {
        f64::from(u32::try_from(all.iter().filter(|given| **given == place).count()).unwrap())
    };
    let (low, high) = (one.min(other), one.max(other));
    let between: f64 = (low..=high).map(times).sum();
    let apart = between - f64::midpoint(times(low), times(high));
    if one == other { 0.0 } else { apart * apart }
}

fn metric(_: &[u32], one: u32, other: u32) -> f64 {
    (f64::from(one) - f64::from(other)).powi(2)
}

/// Whether a value, if there is one, is in the range.
fn within(value: Result<f64, Undefined>, low: f64, high: f64) -> bool {
    value.is_err() || value.is_ok_and(|value| (low..=high).contains(&value))
}

/// Ratings with only two places of the scale among them.
fn of_two_places() -> impl Strategy<Value = Vec<Row>> {
    let cell = prop::option::of(prop_oneof![Just(2u32), Just(5)]);
    prop::collection::vec(prop::collection::vec(cell, 3), 0..12)
}

proptest! {
    #[test]
    fn nothing_is_more_than_whole_agreement(rows in ratings()) {
        let [percent, others @ ..] = of(&rows);
        prop_assert!(within(percent, 0.0, 100.0), "{percent:?}");
        prop_assert!(others.into_iter().all(|value| within(value, -1.0 - 1e-9, 1.0)), "{others:?}");
    }

    #[test]
    fn alpha_is_that_of_its_definition(rows in ratings()) {
        let [_, _, _, found @ ..] = of(&rows);
        let defined = [
            alpha_by_definition(&rows, nominal),
            alpha_by_definition(&rows, ordinal),
            alpha_by_definition(&rows, metric),
        ];
        for (found, defined) in found.into_iter().zip(defined) {
            match found {
                Ok(found) => prop_assert!((found - defined).abs() < 1e-9, "{found} {defined}"),
                Err(_) => prop_assert!(!defined.is_finite(), "{defined}"),
            }
        }
    }

    #[test]
    fn whole_agreement_is_one(places in prop::collection::vec(1u32..5, 2..12), reviewers in 2usize..5) {
        let rows: Vec<Row> = places.iter().map(|place| vec![Some(*place); reviewers]).collect();
        let [percent, cohen, others @ ..] = of(&rows);
        prop_assert_eq!(percent, Ok(100.0));
        let varied = places.iter().any(|place| *place != places[0]);
        let expected = if varied { Ok(1.0) } else { Err(Undefined::NoVariation) };
        prop_assert!(others.into_iter().all(|value| value == expected), "{:?}", others);
        prop_assert_eq!(cohen, if reviewers == 2 { expected } else { Err(Undefined::NotTwoReviewers) });
    }

    #[test]
    fn of_two_places_every_distance_says_the_same(rows in of_two_places()) {
        let [_, _, _, nominal, ordinal, interval] = of(&rows);
        match (nominal, ordinal, interval) {
            (Ok(nominal), Ok(ordinal), Ok(interval)) => {
                prop_assert!((nominal - ordinal).abs() < 1e-9 && (nominal - interval).abs() < 1e-9);
            }
            _ => prop_assert!(nominal == ordinal && ordinal == interval),
        }
    }

    #[test]
    fn the_pair_of_two_reviewers_is_all_there_is(
        rows in prop::collection::vec(prop::collection::vec(prop::option::of(1u32..4), 2), 0..12)
    ) {
        let pair = pairs(&rows, 2)[0];
        let [percent, cohen, ..] = of(&rows);
        prop_assert_eq!(pair.percent_agreement, percent.ok());
        prop_assert_eq!(pair.cohen_kappa, cohen.ok());
    }
}

proptest! {
    // Each case takes thousands of resamples.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn who_comes_first_changes_nothing(rows in ratings(), turn in 1usize..4) {
        let mut turned = rows.clone();
        for row in &mut turned {
            let by = turn % row.len();
            row.rotate_left(by);
        }
        prop_assert!(same(of(&rows), of(&turned)));
        let mut reversed = rows.clone();
        reversed.reverse();
        prop_assert_eq!(coefficients(&rows), coefficients(&reversed));
    }

    #[test]
    fn a_claim_rated_once_changes_nothing(rows in ratings(), place in 1u32..6, by in 0usize..4) {
        // The reviewer has rated something else as well: nobody joins.
        let width = rows.first().map_or(0, Vec::len);
        prop_assume!(rows.iter().any(|row| row.get(by).copied().flatten().is_some()));
        let mut more = rows.clone();
        let mut once = vec![None; width];
        once[by] = Some(place);
        more.push(once);
        more.push(vec![None; width]);
        prop_assert!(same(of(&rows), of(&more)));
        prop_assert_eq!(coefficients(&rows).krippendorff_alpha, coefficients(&more).krippendorff_alpha);
    }
}

#[test]
fn what_has_no_value_says_why() {
    let (a, b) = (Some(1), Some(2));
    let only = |reason| {
        vec![
            ("percent_agreement", reason),
            ("cohen_kappa", reason),
            ("fleiss_kappa", reason),
            ("krippendorff_alpha", reason),
        ]
    };
    assert_eq!(
        coefficients(&[]).undefined(),
        only(Undefined::TooFewReviewers)
    );
    assert_eq!(
        coefficients(&[vec![a, None], vec![b, None]]).undefined(),
        only(Undefined::TooFewReviewers)
    );
    let mut apart = only(Undefined::NoClaimRatedTwice);
    apart[2].1 = Undefined::NoClaimRatedByAll;
    assert_eq!(
        coefficients(&[vec![a, None], vec![None, b]]).undefined(),
        apart
    );
    assert_eq!(
        coefficients(&[vec![a, a], vec![a, a]]).undefined(),
        only(Undefined::NoVariation)[1..]
    );
    let crowd = coefficients(&[vec![a, b, None], vec![None, b, b]]);
    assert_eq!(
        crowd.undefined(),
        [
            ("cohen_kappa", Undefined::NotTwoReviewers),
            ("fleiss_kappa", Undefined::NoClaimRatedByAll),
        ]
    );
}

/// A resample that draws only one of these claims has no kappa; the interval
/// is that of the others.
#[test]
fn resamples_without_a_value_are_left_out() {
    let rows = vec![vec![Some(1), Some(1)], vec![Some(2), Some(2)]];
    let kappa = coefficients(&rows).cohen_kappa.unwrap();
    assert_eq!((kappa.value, kappa.low, kappa.high), (1.0, 1.0, 1.0));
}
