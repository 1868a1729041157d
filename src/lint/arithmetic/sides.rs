//! Words that put people or games into one of several groups which share no
//! member: for and against, women and men, killed and wounded, won and lost.

/// A division of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Division {
    Vote,
    Sex,
    Fate,
    Result,
}

/// A side of a division, by its number in it.
pub(super) type Side = (Division, u8);

use Division::{Fate, Result, Sex, Vote};

#[rustfmt::skip]
/// Lower-case words with their sides, sorted.
const WORDS: &[(&str, Side)] = &[
    ("abstained", (Vote, 2)), ("abstaining", (Vote, 2)), ("abstention", (Vote, 2)),
    ("abstentions", (Vote, 2)), ("against", (Vote, 1)), ("approve", (Vote, 0)),
    ("approved", (Vote, 0)), ("aye", (Vote, 0)), ("ayes", (Vote, 0)), ("backed", (Vote, 0)),
    ("boy", (Sex, 3)), ("boys", (Sex, 3)), ("child", (Sex, 2)), ("children", (Sex, 2)),
    ("dead", (Fate, 0)), ("death", (Fate, 0)), ("deaths", (Fate, 0)), ("defeats", (Result, 1)),
    ("died", (Fate, 0)), ("disapprove", (Vote, 1)), ("disapproved", (Vote, 1)),
    ("drawn", (Result, 2)), ("draws", (Result, 2)), ("drew", (Result, 2)), ("favor", (Vote, 0)),
    ("favored", (Vote, 0)), ("favour", (Vote, 0)), ("favoured", (Vote, 0)), ("female", (Sex, 1)),
    ("females", (Sex, 1)), ("for", (Vote, 0)), ("girl", (Sex, 4)), ("girls", (Sex, 4)),
    ("hurt", (Fate, 1)), ("injured", (Fate, 1)), ("killed", (Fate, 0)), ("loss", (Result, 1)),
    ("losses", (Result, 1)), ("lost", (Result, 1)), ("male", (Sex, 0)), ("males", (Sex, 0)),
    ("man", (Sex, 0)), ("men", (Sex, 0)), ("nays", (Vote, 1)), ("neutral", (Vote, 2)),
    ("no", (Vote, 1)), ("noes", (Vote, 1)), ("oppose", (Vote, 1)), ("opposed", (Vote, 1)),
    ("rejected", (Vote, 1)), ("supported", (Vote, 0)), ("undecided", (Vote, 2)),
    ("unharmed", (Fate, 2)), ("unhurt", (Fate, 2)), ("uninjured", (Fate, 2)), ("unsure", (Vote, 2)),
    ("victories", (Result, 0)), ("win", (Result, 0)), ("wins", (Result, 0)), ("woman", (Sex, 1)),
    ("women", (Sex, 1)), ("won", (Result, 0)), ("wounded", (Fate, 1)), ("yes", (Vote, 0)),
];

#[rustfmt::skip]
/// Words that may stand beside one that gives a side.
const BESIDE: &[&str] = &[
    "all", "answered", "are", "be", "bill", "cast", "had", "have", "in", "is", "it", "law",
    "measure", "motion", "of", "only", "other", "others", "plan", "proposal", "resolution", "said",
    "say", "the", "them", "to", "treaty", "vote", "voted", "votes", "was", "were", "who",
];

/// The side that the words of a label give, where they say nothing else.
pub(super) fn side<'w>(words: impl Iterator<Item = &'w str>) -> Option<Side> {
    let mut found = None;
    for word in words {
        match WORDS.binary_search_by(|entry| entry.0.cmp(word)) {
            Ok(index) => {
                let side = WORDS.get(index)?.1;
                if found.replace(side).is_some_and(|other| other != side) {
                    return None;
                }
            }
            Err(_) if BESIDE.binary_search(&word).is_ok() => {}
            Err(_) => return None,
        }
    }
    found
}

/// The division that all of some sides belong to, where no two are the same.
pub(super) fn division(sides: &[Side]) -> Option<Division> {
    let (division, _) = sides.first()?;
    let alike = sides.iter().all(|(other, _)| other == division);
    let apart = (1..sides.len()).all(|at| !sides[..at].contains(&sides[at]));
    // Boys are children, so only one way of counting the young will do.
    let young =
        sides.contains(&(Sex, 2)) && (sides.contains(&(Sex, 3)) || sides.contains(&(Sex, 4)));
    (alike && apart && !young && sides.len() > 1).then_some(*division)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_give_sides() {
        assert!(WORDS.is_sorted_by_key(|entry| entry.0) && BESIDE.is_sorted());
        let told = |label: &str| side(label.split(' '));
        assert_eq!(told("voted for"), Some((Vote, 0)));
        assert_eq!(told("were in favour"), Some((Vote, 0)));
        assert_eq!(told("for men"), None);
        assert_eq!(told("for the bridge"), None);
        assert_eq!(division(&[(Vote, 0), (Vote, 1)]), Some(Vote));
        assert_eq!(division(&[(Vote, 0), (Sex, 1)]), None);
    }
}
