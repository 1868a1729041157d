//! What a model holds of the things that a person can see in a sentence.

use super::Model;
use super::vector::{SEEN, reason_of};
use crate::model::text::Reason;

impl Model {
    /// The weight of each thing that a person can see, what speaks most for a
    /// check first. Of a thing that is there once, the weight is what it adds
    /// to the sum; pairs of things and n-grams add more of their own.
    pub fn weights(&self) -> Vec<Reason> {
        let mut weights: Vec<Reason> = (0..SEEN)
            .map(|place| Reason {
                reason: reason_of(place).into(),
                weight: (f64::from(self.seen(place)) * 100.0).round() / 100.0,
            })
            .filter(|one| !one.reason.is_empty() && one.weight != 0.0)
            .collect();
        weights.sort_by(|one, other| other.weight.total_cmp(&one.weight));
        weights
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::shipped;

    #[test]
    fn weights_come_in_order_and_in_words() {
        let weights = shipped().unwrap().weights();
        assert!(weights.is_sorted_by(|one, other| one.weight >= other.weight));
        assert!(weights[0].weight > 0.0 && weights[weights.len() - 1].weight < 0.0);
        assert!(weights.iter().all(|one| !one.reason.is_empty()));
    }
}
