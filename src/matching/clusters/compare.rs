//! Whether two wordings are near-identical, and how alike they are.

use super::wording::Word;

/// Where one clause stands elsewhere, so many neighbourhoods are other ones: it
/// has left one, has come into another, and its two ends meet.
const ONE_CLAUSE_MOVED: usize = 3;

/// How alike two wordings are: twice what both have of all that they have, of
/// words and of pairs of neighbouring words (Dice's coefficient). Nothing, where
/// they are less alike than `at_least` or one says something else:
///
/// - Each has a word that the other lacks: "rose" and "fell", "Ruiz" and
///   "Lind". One may say more than the other, but not something instead.
///   Articles are no such words.
/// - Words have changed places: "from Taiwan to China", "from China to
///   Taiwan". One clause may stand elsewhere.
pub(super) fn likeness(one: &[Word], other: &[Word], at_least: f64) -> Option<f64> {
    if one == other {
        return Some(1.0);
    }
    let all = features(one) + features(other);
    let enough = |shared: usize| ratio(2 * shared, all) >= at_least;
    if !enough(features(one).min(features(other))) {
        return None;
    }
    let words = Compared::of(sorted(one), sorted(other));
    let instead = |word: &Word| !word.is_light();
    if words.only_one.iter().any(instead) && words.only_other.iter().any(instead) {
        return None;
    }
    let pairs = Compared::of(pairs(one), pairs(other));
    let shared = words.shared + pairs.shared;
    let changed = || words.only_one.iter().chain(&words.only_other).copied();
    (enough(shared) && is_in_order(one, other, changed().collect())).then(|| ratio(2 * shared, all))
}

/// How many words and pairs of words a wording has.
fn features(words: &[Word]) -> usize {
    words.len() + words.len().saturating_sub(1)
}

#[expect(clippy::cast_precision_loss, reason = "texts have few words")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

fn sorted(words: &[Word]) -> Vec<Word> {
    let mut words = words.to_vec();
    words.sort_unstable();
    words
}

fn pairs(words: &[Word]) -> Vec<(Word, Word)> {
    let mut pairs: Vec<_> = words.windows(2).map(|pair| (pair[0], pair[1])).collect();
    pairs.sort_unstable();
    pairs
}

/// What two ordered lists share, and what only one of them has; what is twice
/// in a list is two things.
struct Compared<T> {
    shared: usize,
    only_one: Vec<T>,
    only_other: Vec<T>,
}

impl<T: Ord> Compared<T> {
    fn of(one: Vec<T>, other: Vec<T>) -> Self {
        let mut compared = Self {
            shared: 0,
            only_one: Vec::new(),
            only_other: Vec::new(),
        };
        let (mut one, mut other) = (one.into_iter().peekable(), other.into_iter().peekable());
        while let (Some(a), Some(b)) = (one.peek(), other.peek()) {
            let (from_one, from_other) = (a <= b, b <= a);
            compared.shared += usize::from(from_one && from_other);
            let (a, b) = (
                from_one.then(|| one.next()).flatten(),
                from_other.then(|| other.next()).flatten(),
            );
            match (a, b) {
                (Some(a), None) => compared.only_one.push(a),
                (None, Some(b)) => compared.only_other.push(b),
                _ => {}
            }
        }
        compared.only_one.extend(one);
        compared.only_other.extend(other);
        compared
    }
}

/// Whether the words that two wordings share stand in the same order, but for
/// one clause. Words of which one has more are not looked at: which of them
/// answer to one another is not known.
fn is_in_order(one: &[Word], other: &[Word], mut changed: Vec<Word>) -> bool {
    changed.sort_unstable();
    let shared = |words: &[Word]| -> Vec<Word> {
        let is_shared = |word: &&Word| !word.is_light() && changed.binary_search(word).is_err();
        let words = words.iter().filter(is_shared).copied();
        [Word::EDGE]
            .into_iter()
            .chain(words)
            .chain([Word::EDGE])
            .collect()
    };
    let (one, other) = (shared(one), shared(other));
    if one == other {
        return true;
    }
    let moved = Compared::of(pairs(&one), pairs(&other)).only_one.len();
    moved <= ONE_CLAUSE_MOVED && !has_exchanged(&one, &other)
}

/// Whether two words have taken each other's place between the same neighbours.
/// Where they are short, such as the first of "美国" and "英国", no more need be
/// seen of it than of a clause that moved.
fn has_exchanged(one: &[Word], other: &[Word]) -> bool {
    let (one, other) = (places(one), places(other));
    let mut instead: Vec<(Word, Word)> = Vec::new();
    let mut rest = &other[..];
    for here in one.chunk_by(|one, other| one.0 == other.0) {
        let place = here[0].0;
        rest = &rest[rest.partition_point(|word| word.0 < place)..];
        let there = &rest[..rest.partition_point(|word| word.0 == place)];
        // Where a text has several such places, which is which is not known.
        if let ([(_, word)], [(_, other)]) = (here, there) {
            instead.push((*word, *other));
        }
    }
    instead.sort_unstable();
    instead
        .iter()
        .any(|(word, other)| word != other && instead.binary_search(&(*other, *word)).is_ok())
}

/// A word and its neighbours.
type Placed = ((Word, Word), Word);

fn places(words: &[Word]) -> Vec<Placed> {
    let mut places: Vec<Placed> = words
        .windows(3)
        .map(|words| ((words[0], words[2]), words[1]))
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}
