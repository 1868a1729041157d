//! Number words that count nothing: "one" for somebody or something, and
//! "second" for a stretch of time.

use super::scope::Scope;
use super::words::number_word;
use crate::text::reading::Shape;

/// The words before "one" that make it a pronoun.
const BEFORE: &[&str] = &[
    "another",
    "any",
    "bad",
    "best",
    "better",
    "big",
    "biggest",
    "current",
    "different",
    "each",
    "every",
    "first",
    "good",
    "great",
    "important",
    "large",
    "last",
    "latest",
    "little",
    "long",
    "loved",
    "new",
    "next",
    "no",
    "old",
    "other",
    "previous",
    "quite",
    "right",
    "same",
    "second",
    "similar",
    "single",
    "small",
    "some",
    "such",
    "that",
    "the",
    "third",
    "this",
    "which",
    "wrong",
    "young",
    "younger",
];

/// The words after "one" that make it a pronoun.
const AFTER: &[&str] = &[
    "another", "can", "cannot", "could", "may", "might", "must", "of", "ought", "shall", "should",
    "that", "which", "who", "whom", "whose", "would",
];

/// Whether the word at an index is no number in its place.
pub(super) fn is_pronoun(scope: Scope<'_>, at: usize) -> bool {
    match scope.lower(at) {
        "one" => is_somebody(scope, at),
        "second" => is_moment(scope, at),
        _ => false,
    }
}

fn is_somebody(scope: Scope<'_>, at: usize) -> bool {
    let next = scope.lower(at + 1);
    // "the one hundred", "the one in five", "the one-year plan"
    if number_word(next).is_some() || scope.hyphen(at + 1) {
        return false;
    }
    if matches!(next, "'" | "\u{2019}") && scope.glued(at + 1) {
        return true;
    }
    // "one to watch", "one has to ask", but "one to two"
    let to = at + 1 + usize::from(next == "has");
    if scope.lower(to) == "to" && scope.is(to + 1, Shape::Word) {
        return number_word(scope.lower(to + 1)).is_none();
    }
    if AFTER.binary_search(&next).is_ok() {
        return !(next == "of" && number_word(scope.lower(at + 2)).is_some());
    }
    // "the one man who", but "the one we know"
    let before = match at.checked_sub(1) {
        Some(before) => scope.anywhere(before),
        None => "",
    };
    let counted = super::units::spaced(scope, at + 1, true).is_some();
    BEFORE.binary_search(&before).is_ok() && !counted
}

/// Whether "second" is the unit: "for a second", "per second", "a split
/// second".
fn is_moment(scope: Scope<'_>, at: usize) -> bool {
    match scope.before(at) {
        "per" | "split" | "each" | "every" => true,
        "a" => {
            matches!(
                at.checked_sub(2).map(|at| scope.lower(at)),
                Some("for" | "in" | "within")
            ) && !scope.is(at + 1, Shape::Word)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        assert!(BEFORE.is_sorted() && AFTER.is_sorted());
    }
}
