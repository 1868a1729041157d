//! Krippendorff's alpha: the disagreement that is there against that which
//! chance would make of the same ratings.

use super::number;
use super::tally::Coincidences;
use crate::model::agreement::Undefined;

/// What it means that two ratings differ.
#[derive(Debug, Clone, Copy)]
pub(super) enum Distance {
    /// That they differ.
    Nominal,
    /// As much as there are ratings given from one to the other, those of the
    /// two counted half.
    Ordinal,
    /// As much as their places are apart.
    Interval,
}

/// Alpha of ratings at these places on the scale (Krippendorff, 2011).
pub(super) fn alpha(
    coincidences: &Coincidences,
    places: &[u32],
    distance: Distance,
) -> Result<f64, Undefined> {
    let given = &coincidences.given;
    let all: u64 = given.iter().sum();
    if all == 0 {
        return Err(Undefined::NoClaimRatedTwice);
    }
    if given.contains(&all) {
        return Err(Undefined::NoVariation);
    }
    let positions = positions(given, places, distance);
    let (mut observed, mut expected) = (0.0, 0.0);
    for (one, other, together) in coincidences.differing() {
        let apart = match distance {
            Distance::Nominal => 1.0,
            Distance::Ordinal | Distance::Interval => {
                let apart: f64 = positions[other] - positions[one];
                apart * apart
            }
        };
        observed += together * apart;
        expected += number(given[one]) * number(given[other]) * apart;
    }
    Ok(1.0 - number(all - 1) * observed / expected)
}

/// Where the ratings stand, so that what is between two is their distance. In
/// the order of the ratings given, each stands in the middle of its equals:
/// from one to the other are then as many as lie between them and half of
/// their equals.
fn positions(given: &[u64], places: &[u32], distance: Distance) -> Vec<f64> {
    let mut before = 0;
    let stand = |(place, given): (&u32, &u64)| match distance {
        Distance::Nominal | Distance::Interval => f64::from(*place),
        Distance::Ordinal => {
            let middle = number(2 * before + given) / 2.0;
            before += given;
            middle
        }
    };
    places.iter().zip(given).map(stand).collect()
}
