//! The best piece of a document's texts, on one line, with the places of what
//! was found in it.

use std::collections::BTreeSet;

use crate::model::search::SearchField;

/// About how many characters a snippet has.
const LENGTH: usize = 180;

/// How many of them may stand before the first word that was found.
const BEFORE: usize = 50;

/// Texts that tell best what a thing is, where nothing was found in any.
const TELLING: [SearchField; 7] = [
    SearchField::Statement,
    SearchField::Title,
    SearchField::Message,
    SearchField::Quote,
    SearchField::Byline,
    SearchField::Address,
    SearchField::Text,
];

/// Texts of one piece; the others gather several, one on each line.
const WHOLE: [SearchField; 4] = [
    SearchField::Statement,
    SearchField::Quote,
    SearchField::Title,
    SearchField::Text,
];

/// A text with the places of what was found in it, in characters.
#[derive(Debug)]
pub(super) struct Found {
    /// Which text it is.
    pub(super) field: SearchField,
    /// The text.
    pub(super) text: String,
    /// The places.
    pub(super) places: Vec<(usize, usize)>,
}

/// A piece of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Snippet {
    /// Which text it is from.
    pub(super) field: Option<SearchField>,
    /// The piece.
    pub(super) text: String,
    /// Places of what was found in it, in characters.
    pub(super) marks: Vec<(usize, usize)>,
}

/// The best piece of the texts: of the one that holds most of what was sought,
/// the stretch that does.
pub(super) fn snippet(found: Vec<Found>) -> Snippet {
    let mut best: Option<(usize, Found)> = None;
    for one in found {
        let words = distinct(&one);
        if words > best.as_ref().map_or(0, |(most, _)| *most) {
            best = Some((words, one));
        } else if best.is_none() {
            best = Some((0, one));
        } else if let Some((0, other)) = &best
            && told(one.field) < told(other.field)
        {
            best = Some((0, one));
        }
    }
    best.map(|(_, best)| cut(best)).unwrap_or_default()
}

fn told(field: SearchField) -> usize {
    let place = TELLING.iter().position(|telling| *telling == field);
    place.unwrap_or(TELLING.len())
}

/// How many different words were found in a text.
fn distinct(found: &Found) -> usize {
    let mut words = BTreeSet::new();
    let mut letters = found.text.chars();
    let mut at = 0;
    let mut places = found.places.clone();
    places.sort_unstable();
    for (start, end) in places {
        if start < at {
            continue;
        }
        let word: String = letters
            .by_ref()
            .skip(start - at)
            .take(end - start)
            .collect();
        words.insert(word.to_lowercase());
        at = end;
    }
    words.len()
}

/// Cuts a text to the stretch in which most was found.
fn cut(found: Found) -> Snippet {
    let letters: Vec<char> = found.text.chars().collect();
    let mut places = found.places;
    places.sort_unstable();
    places.retain(|(start, end)| start < end && *end <= letters.len());
    let within = |from: usize| {
        let until = from.saturating_sub(BEFORE) + LENGTH;
        let inside = places
            .iter()
            .filter(|(start, end)| *start >= from && *end <= until);
        inside.count()
    };
    let first = places
        .iter()
        .map(|(start, _)| *start)
        .max_by_key(|start| (within(*start), usize::MAX - start))
        .unwrap_or(0);
    let mut from = first
        .saturating_sub(BEFORE)
        .min(letters.len().saturating_sub(LENGTH));
    // Not from within a word, where a word ends near.
    if from > 0 {
        let space = letters[from..first].iter().position(|c| c.is_whitespace());
        from += space.map_or(0, |space| space + 1);
    }
    let mut until = (from + LENGTH).min(letters.len());
    if until < letters.len() {
        let space = letters[from..until].iter().rposition(|c| c.is_whitespace());
        until = space
            .map(|space| from + space)
            .filter(|space| *space > from + LENGTH / 2)
            .unwrap_or(until);
    }
    let between = if WHOLE.contains(&found.field) {
        " "
    } else {
        " · "
    };
    let (text, marks) = one_line(&letters, (from, until), &places, between);
    Snippet {
        field: Some(found.field),
        text,
        marks,
    }
}

/// A stretch on one line, with dots where it was cut and a mark between lines,
/// and the places in it.
fn one_line(
    letters: &[char],
    (from, until): (usize, usize),
    places: &[(usize, usize)],
    between: &str,
) -> (String, Vec<(usize, usize)>) {
    let mut line = Vec::new();
    let mut marks: Vec<(usize, usize)> = Vec::new();
    if from > 0 {
        line.push('…');
    }
    let mut coming = places.iter().filter(|(_, end)| *end > from).peekable();
    for (at, c) in letters.iter().copied().enumerate().take(until).skip(from) {
        while coming.next_if(|(_, end)| *end <= at).is_some() {}
        let is_space = c.is_whitespace() || c.is_control();
        if is_space && line.last().is_none_or(|last| *last == ' ') {
            continue;
        }
        if c == '\n' {
            line.extend(between.chars());
            continue;
        }
        line.push(if is_space { ' ' } else { c });
        if coming.peek().is_some_and(|(start, _)| *start <= at) {
            match marks.last_mut() {
                Some((_, end)) if *end == line.len() - 1 => *end += 1,
                _ => marks.push((line.len() - 1, line.len())),
            }
        }
    }
    while line.last() == Some(&' ') {
        line.pop();
    }
    let length = line.len();
    for (_, end) in &mut marks {
        *end = (*end).min(length);
    }
    // What was found can be nothing but the spaces at the end.
    marks.retain(|(start, end)| start < end);
    if until < letters.len() {
        line.push('…');
    }
    (line.into_iter().collect(), marks)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(field: SearchField, text: &str, words: &[&str]) -> Found {
        let places = words.iter().flat_map(|word| {
            text.match_indices(word).map(|(at, _)| {
                let start = text[..at].chars().count();
                (start, start + word.chars().count())
            })
        });
        Found {
            field,
            text: text.to_owned(),
            places: places.collect(),
        }
    }

    #[test]
    fn the_text_that_holds_most_is_shown() {
        let shown = snippet(vec![
            found(
                SearchField::Statement,
                "The bridge cost much, a bridge too far.",
                &["bridge"],
            ),
            found(
                SearchField::Rationale,
                "The ledger says\nthe bridge cost 3 million.",
                &["bridge", "million"],
            ),
        ]);
        assert_eq!(shown.field, Some(SearchField::Rationale));
        assert_eq!(shown.text, "The ledger says · the bridge cost 3 million.");
        assert_eq!(shown.marks, [(22, 28), (36, 43)]);
    }

    #[test]
    fn where_nothing_was_found_what_tells_most_is_shown() {
        let shown = snippet(vec![
            found(SearchField::Byline, "Ana Ruiz", &[]),
            found(SearchField::Statement, "The bridge opened.", &[]),
        ]);
        assert_eq!(
            (shown.text.as_str(), shown.marks.len()),
            ("The bridge opened.", 0)
        );
    }

    #[test]
    fn a_long_text_is_cut_around_what_was_found() {
        let text = format!("{}needle {}", "straw ".repeat(100), "hay ".repeat(100));
        let shown = snippet(vec![found(SearchField::Text, &text, &["needle"])]);
        assert!(
            shown.text.starts_with("…straw") && shown.text.ends_with("hay…"),
            "{}",
            shown.text
        );
        assert!(shown.text.contains("needle"));
    }

    proptest! {
        #[test]
        fn marks_stand_within_the_snippet(
            text in r"(\PC|\n| |a){0,400}", places in prop::collection::vec((0_usize..400, 1_usize..30), 0..9)
        ) {
            let places = places.into_iter().map(|(start, length)| (start, start + length)).collect();
            let shown = snippet(vec![Found { field: SearchField::Text, text, places }]);
            let length = shown.text.chars().count();
            prop_assert!(length <= LENGTH + 2 + 2 * LENGTH);
            prop_assert!(!shown.text.contains('\n'));
            for (start, end) in shown.marks {
                prop_assert!(start < end && end <= length);
            }
        }
    }
}
