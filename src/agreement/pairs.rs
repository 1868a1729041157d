//! How far each two reviewers agree.

use super::Row;
use super::kappa::Crossed;
use super::patterns::places;

/// Two reviewers, and how far they agree on the claims that both rated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Number of the first reviewer in each row, from 0.
    pub one: usize,
    /// Number of the second.
    pub other: usize,
    /// Claims that both rated.
    pub claims: u64,
    /// How many per cent of them both rated alike; none without such claims.
    pub percent_agreement: Option<f64>,
    /// Cohen's kappa; none without such claims, or when each of their ratings
    /// is the same.
    pub cohen_kappa: Option<f64>,
}

/// Each two of that many reviewers, in their order.
pub fn pairs(rows: &[Row], reviewers: usize) -> Vec<Pair> {
    let places = places(rows);
    let each = (0..reviewers).flat_map(|one| (one + 1..reviewers).map(move |other| (one, other)));
    each.map(|(one, other)| pair(rows, &places, one, other))
        .collect()
}

fn pair(rows: &[Row], places: &[u32], one: usize, other: usize) -> Pair {
    let mut crossed = Crossed::new(places.len());
    let rating = |row: &Row, reviewer: usize| {
        let place = row.get(reviewer).copied().flatten()?;
        places.binary_search(&place).ok()
    };
    for row in rows {
        if let Some((one, other)) = rating(row, one).zip(rating(row, other)) {
            crossed.add(one, other, 1);
        }
    }
    Pair {
        one,
        other,
        claims: crossed.claims,
        percent_agreement: crossed.percent_agreement().ok(),
        cohen_kappa: crossed.kappa().ok(),
    }
}
