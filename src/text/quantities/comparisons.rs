//! What is said about a number: "more than", "at least", "about" before it,
//! "or more" behind it.

use super::numbers;
use super::scope::Scope;

/// How the number meant lies to the number named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    /// Above it; `true` when not at it.
    Over(bool),
    /// Below it; `true` when not at it.
    Under(bool),
    /// Near it.
    About,
    /// At it, said outright: "equal to".
    Same,
}

use Comparison::{About, Over, Same, Under};

/// Where a comparison begins or ends, and what it says.
type Found = (usize, Comparison);

/// Whether more or less of something is meant by a word.
fn side(word: &str, excluded: bool) -> Option<Comparison> {
    match word {
        "more" | "greater" | "larger" | "higher" | "bigger" | "longer" | "older" | "taller"
        | "heavier" | "better" | "further" | "farther" => Some(Over(excluded)),
        "less" | "fewer" | "lower" | "smaller" | "younger" | "shorter" | "lighter" | "cheaper" => {
            Some(Under(excluded))
        }
        _ => None,
    }
}

/// The comparison that ends before an index, past an article.
pub(super) fn before(scope: Scope<'_>, at: usize) -> Option<Found> {
    direct(scope, at).or_else(|| {
        let article = matches!(scope.before(at), "the" | "a" | "an");
        if article { direct(scope, at - 1) } else { None }
    })
}

fn direct(scope: Scope<'_>, at: usize) -> Option<Found> {
    let last = at.checked_sub(1)?;
    let ending = |words: &[&str], what| scope.back(at, words).map(|start| (start, what));
    match scope.lower(last) {
        "than" => than(scope, last),
        "to" => to(scope, last),
        "of" => of(scope, at),
        "as" => as_many_as(scope, last),
        "least" => ending(&["at", "least"], Over(false))
            .or_else(|| ending(&["at", "the", "least"], Over(false))),
        "most" => ending(&["at", "most"], Under(false))
            .or_else(|| ending(&["at", "the", "most"], Under(false))),
        "over" | "above" | "exceed" | "exceeds" | "exceeded" | "exceeding" | "surpass"
        | "surpasses" | "surpassed" | "surpassing" | "beyond" | "topped" | "topping" => {
            Some((last, Over(true)))
        }
        "under" | "below" => Some((last, Under(true))),
        "about" | "around" | "approximately" | "approx" | "roughly" | "nearly" | "almost"
        | "some" | "circa" | "perhaps" | "virtually" | "approaching" | "~" | "≈" => {
            Some((last, About))
        }
        "estimated" => Some((last - usize::from(scope.before(last) == "an"), About)),
        "equals" => Some((last, Same)),
        ">" | "<" | "=" | "≥" | "≤" => signs(scope, last),
        _ => None,
    }
}

/// "more than", "less or equal than", "no fewer than", "equal to or more
/// than".
fn than(scope: Scope<'_>, than: usize) -> Option<Found> {
    let equal = scope.back(than, &["or", "equal"]);
    let start = equal.unwrap_or(than).checked_sub(1)?;
    let found = side(scope.lower(start), equal.is_none())?;
    if matches!(scope.before(start), "no" | "not") {
        let turned = match found {
            Over(_) => Under(false),
            _ => Over(false),
        };
        return Some((start - 1, turned));
    }
    if let Some(equal) = scope.back(start, &["equal", "to", "or"]) {
        return Some((equal, side(scope.lower(start), false)?));
    }
    Some((start, found))
}

/// "up to", "equal to", "less than or equal to", "close to".
fn to(scope: Scope<'_>, to: usize) -> Option<Found> {
    let word = to.checked_sub(1)?;
    match scope.lower(word) {
        "up" => Some((word, Under(false))),
        "close" => Some((word, About)),
        "equal" | "equals" | "equaling" | "equalling" => {
            if let Some(start) = scope.back(word, &["at", "least", "or"]) {
                return Some((start, Over(false)));
            }
            if let Some(than) = scope.back(word, &["than", "or"]) {
                let start = than.checked_sub(1)?;
                if let Some(found) = side(scope.lower(start), false) {
                    return Some((start, found));
                }
            }
            Some((word, Same))
        }
        _ => None,
    }
}

/// "in excess of", "a minimum of".
fn of(scope: Scope<'_>, at: usize) -> Option<Found> {
    const PHRASES: &[(&[&str], Comparison)] = &[
        (&["in", "excess", "of"], Over(true)),
        (&["upwards", "of"], Over(false)),
        (&["upward", "of"], Over(false)),
        (&["north", "of"], Over(true)),
        (&["a", "minimum", "of"], Over(false)),
        (&["minimum", "of"], Over(false)),
        (&["a", "maximum", "of"], Under(false)),
        (&["maximum", "of"], Under(false)),
        (&["in", "the", "region", "of"], About),
    ];
    PHRASES
        .iter()
        .find_map(|(words, what)| scope.back(at, words).map(|start| (start, *what)))
}

/// "as many as", "as few as".
fn as_many_as(scope: Scope<'_>, last: usize) -> Option<Found> {
    let start = last.checked_sub(2)?;
    if scope.lower(start) != "as" {
        return None;
    }
    match scope.lower(start + 1) {
        "many" | "much" | "high" => Some((start, Under(false))),
        "few" | "little" | "low" => Some((start, Over(false))),
        _ => None,
    }
}

/// ">=", "<". "<>", "=>" and "=<" compare nothing.
fn signs(scope: Scope<'_>, last: usize) -> Option<Found> {
    let before = scope.before(last);
    match (scope.lower(last), before) {
        ("=", ">") => Some((last - 1, Over(false))),
        ("=", "<") => Some((last - 1, Under(false))),
        (_, "<" | ">" | "=" | "-") | ("=", _) => None,
        (">", _) => Some((last, Over(true))),
        ("<", _) => Some((last, Under(true))),
        ("≥", _) => Some((last, Over(false))),
        _ => Some((last, Under(false))),
    }
}

/// The comparison that begins at an index, behind a number and its unit.
pub(super) fn behind(scope: Scope<'_>, at: usize) -> Option<Found> {
    let found = match scope.lower(at) {
        "+" if scope.glued(at) => (at + 1, Over(false)),
        "or" => or(scope, at + 1)?,
        "and" => match scope.lower(at + 1) {
            "more" | "over" | "above" | "up" | "older" => (at + 2, Over(false)),
            "under" | "below" | "younger" => (at + 2, Under(false)),
            _ => return None,
        },
        "-" if scope.hyphen(at) => match scope.lower(at + 1) {
            "odd" | "ish" => (at + 2, About),
            "plus" => (at + 2, Over(false)),
            _ => return None,
        },
        "ish" if scope.glued(at) => (at + 1, About),
        "odd" => (at + 1, About),
        "plus" if !numbers::may_begin(scope, at + 1) => (at + 1, Over(false)),
        _ => return None,
    };
    let goes_on = found.1 != About && begins_amount(scope, found.0);
    (!goes_on).then_some(found)
}

fn begins_amount(scope: Scope<'_>, at: usize) -> bool {
    numbers::may_begin(scope, at) || super::money::mark(scope.lower(at)).is_some()
}

fn or(scope: Scope<'_>, at: usize) -> Option<Found> {
    match scope.lower(at) {
        "so" | "thereabouts" => return Some((at + 1, About)),
        "above" | "over" | "beyond" => return Some((at + 1, Over(false))),
        "under" | "below" => return Some((at + 1, Under(false))),
        _ => {}
    }
    let found = side(scope.lower(at), false)?;
    let than = scope.lower(at + 1) == "than";
    Some((at + 1 + usize::from(than), found))
}

/// Where "or equal to" ends, which takes the number itself in.
pub(super) fn or_equal(scope: Scope<'_>, at: usize) -> Option<usize> {
    if !scope.has(at, &["or", "equal"]) {
        return None;
    }
    let end = at + 2 + usize::from(scope.lower(at + 2) == "to");
    (!begins_amount(scope, end)).then_some(end)
}
