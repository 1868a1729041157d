//! Digits that count nothing: parts of names, telephone numbers, times of
//! day, addresses of pages, marks of lists and notes.

use super::scope::Scope;
use super::units;
use crate::text::reading::Shape;

/// Words that number what they name when they are written with a capital:
/// "Article 50", "Boeing 737".
const LABELS: &[&str] = &[
    "airbus",
    "apollo",
    "appendix",
    "article",
    "boeing",
    "channel",
    "chapter",
    "commandment",
    "convoy",
    "division",
    "fig",
    "figure",
    "flight",
    "formula",
    "gate",
    "group",
    "highway",
    "interstate",
    "iphone",
    "level",
    "note",
    "page",
    "paragraph",
    "phase",
    "platform",
    "pp",
    "proposition",
    "psalm",
    "resolution",
    "room",
    "route",
    "rule",
    "section",
    "stage",
    "table",
    "tier",
    "title",
    "type",
    "unit",
    "ward",
    "windows",
];

/// Where to go on reading when the digits at an index are no number, and are
/// not to be read again either.
pub(super) fn skip(scope: Scope<'_>, at: usize) -> Option<usize> {
    if scope.is(at, Shape::Mark) {
        let address = scope.lower(at) == ":" && scope.glued_to(at + 1, "/");
        let handle = scope.lower(at) == "@" && scope.glued(at + 1);
        return (address || handle).then(|| scope.past_glued(at));
    }
    if scope.lower(at) == "www" && scope.glued_to(at + 1, ".") {
        return Some(scope.past_glued(at));
    }
    if !scope.is(at, Shape::Digits) {
        return None;
    }
    chain(scope, at).or_else(|| {
        let alone = is_name_part(scope, at) || is_mark(scope, at) || is_label(scope, at);
        alone.then_some(at + 1)
    })
}

/// Past a run of digits that hyphens, slashes, points or colons make into a
/// telephone number, a date, a time or an address.
fn chain(scope: Scope<'_>, at: usize) -> Option<usize> {
    let mut end = at + 1;
    let (mut dashes, mut slashes, mut points, mut colons) = (0, 0, 0, 0);
    while scope.is(end, Shape::Mark)
        && scope.glued(end)
        && scope.glued(end + 1)
        && scope.is(end + 1, Shape::Digits)
    {
        match scope.lower(end) {
            "-" | "\u{2011}" => dashes += 1,
            "/" => slashes += 1,
            "." => points += 1,
            ":" => colons += 1,
            _ => break,
        }
        end += 2;
    }
    let thousands = points > 1 && (at + 2..end).step_by(2).all(|at| scope.word(at).len() == 3);
    let refused = dashes > 1
        || slashes > 1
        || colons > 0
        || points > 1 && !thousands && dashes == 0
        || dashes > 0 && slashes > 0 && !is_mixed(scope, at)
        || is_telephone(scope, at)
        || matches!(
            (scope.lower(at), scope.lower(at + 2)),
            ("9", "11") | ("24", "7") | ("50", "50")
        ) && slashes == 1;
    if refused {
        return Some(end);
    }
    is_clock(scope, at, end).then_some(end)
}

/// "1-1/2" is a number.
fn is_mixed(scope: Scope<'_>, at: usize) -> bool {
    scope.lower(at + 1) == "-" && scope.lower(at + 3) == "/"
}

/// "555-1234", and numbers that begin with a plus and go on in groups.
fn is_telephone(scope: Scope<'_>, at: usize) -> bool {
    let second = scope.word(at + 2);
    let pair = scope.hyphen(at + 1)
        && scope.is(at + 2, Shape::Digits)
        && scope.word(at).len() == 3
        && second.len() == 4
        && (second.starts_with('0') || !second.ends_with("00"));
    let groups = scope.hyphen(at + 1) || scope.is(at + 1, Shape::Digits);
    pair || scope.before(at) == "+" && scope.glued(at) && groups && scope.is(at + 2, Shape::Digits)
}

/// Whether a number ends in what only a time of day has: "5 p.m.", "5.30pm".
fn is_clock(scope: Scope<'_>, at: usize, end: usize) -> bool {
    if scope.word(at).len() > 2 {
        return false;
    }
    match scope.lower(end) {
        "am" | "pm" => scope.glued(end) || !matches!(scope.word(end), "AM"),
        "a" | "p" => scope.has(end + 1, &[".", "m"]),
        "o" => scope.glued(end + 1) && scope.lower(end + 2) == "clock",
        "gmt" | "bst" | "utc" => true,
        _ => false,
    }
}

/// Whether digits belong to the letters before them: "F-35", "G20",
/// "COVID-19", or stand in a path.
pub(super) fn is_name_part(scope: Scope<'_>, at: usize) -> bool {
    if !scope.glued(at) {
        return false;
    }
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    match scope.anywhere(before) {
        "-" | "\u{2011}" | "\u{2013}" | "." | "/" => {
            let Some(first) = before.checked_sub(1) else {
                return false;
            };
            let word = scope.anywhere(first);
            scope.glued(before)
                && word.ends_with(char::is_alphabetic)
                && !matches!(word, "top" | "sub" | "near" | "to" | "s" | "m" | "bn" | "k")
                && !super::numbers::counts(word)
        }
        "#" | "_" | "=" | "&" => true,
        "%" => at > 1 && scope.glued(before),
        word => word.ends_with(char::is_alphabetic) && !super::money::is_code(word),
    }
}

/// Whether letters follow digits that are neither a unit nor an ending: "3D",
/// "737s".
pub(super) fn has_tail(scope: Scope<'_>, end: usize) -> bool {
    scope.glued(end)
        && scope.is(end, Shape::Word)
        && !matches!(scope.lower(end), "x" | "ish")
        && (is_decade(scope, end) || units::glued(scope, end).is_none())
}

/// "the 1990s", "in her 20s"
fn is_decade(scope: Scope<'_>, end: usize) -> bool {
    let digits = end.checked_sub(1).map_or("", |at| scope.lower(at));
    scope.lower(end) == "s" && digits.ends_with('0') && matches!(digits.len(), 2 | 4)
}

/// The number of an item of a list, or of a note: "1. ", "2)", `[12]`.
fn is_mark(scope: Scope<'_>, at: usize) -> bool {
    let next = scope.lower(at + 1);
    if !scope.glued(at + 1) {
        return false;
    }
    let opened = scope.glued(at)
        && at
            .checked_sub(1)
            .is_some_and(|at| scope.anywhere(at) == "(");
    match next {
        "]" => scope.glued(at) && scope.anywhere(at - 1) == "[",
        "." => {
            scope.begins_line(at)
                && scope.word(at).len() < 4
                && !scope.glued(at + 2)
                && scope.is(at + 2, Shape::Word)
        }
        ")" if opened => scope.begins_line(at - 1) && !scope.is_over(at + 2),
        ")" => scope.begins_line(at),
        _ => false,
    }
}

/// Whether a capitalised word before digits gives them to a name.
fn is_label(scope: Scope<'_>, at: usize) -> bool {
    let before = scope.before(at);
    LABELS.binary_search(&before).is_ok()
        && at > 0
        && scope.word(at - 1).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(LABELS.is_sorted());
    }
}
