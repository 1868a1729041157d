//! Sentences that say of their own figures that they are wrong, and those in
//! which it can't be told which figure belongs to which.

use crate::lint::article::Line;

/// Words that deny figures, or part them among several things.
const DOUBTS: &[&str] = &[
    "cannot",
    "claimed",
    "false",
    "never",
    "nor",
    "not",
    "rather",
    "respectively",
    "wrong",
];

/// Whether a sentence has no figures to hold against each other: none at all, or
/// such as it denies, or several at once.
pub(super) fn is_doubted(line: &Line<'_>) -> bool {
    if line.facets.quantities.is_empty() || line.tells_of_mistake() {
        return true;
    }
    let reading = &line.reading;
    (0..reading.tokens.len()).any(|at| {
        let word = reading.lower(at);
        let negated = word == "t" && at > 0 && matches!(reading.lower(at - 1), "'" | "’");
        negated || DOUBTS.binary_search(&word).is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(DOUBTS.is_sorted());
    }
}
