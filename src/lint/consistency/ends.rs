//! How a sentence ends: whether its last words ask for more.

use crate::lint::article::Line;
use crate::text::reading::Shape;

/// Words after which something must follow.
#[rustfmt::skip]
const OPEN: &[&str] = &[
    "a", "an", "the", "and", "or", "nor", "but", "because", "although", "whereas", "unless", "if", "than", "whose",
    "every", "my", "your", "our", "their", "its", "of", "from", "into", "onto", "upon", "toward", "towards",
    "between", "among", "amid", "despite", "during", "while", "whether", "very",
];

/// Words that can end a sentence only where its verb asks for them: “the man she
/// went with”.
#[rustfmt::skip]
const LEANING: &[&str] = &[
    "to", "for", "with", "at", "by", "as", "in", "on", "that", "which", "is", "are", "was", "were", "be", "been",
    "has", "have", "had", "will", "would", "can", "could", "should", "must", "may", "might",
];

/// Endings of adjectives that are rarely those of nouns.
#[rustfmt::skip]
const ADJECTIVES: &[&str] = &[
    "ial", "ious", "eous", "uous", "ical", "ional", "able", "ible", "ful", "less", "sive", "tive",
];

/// Adjectives without such an ending that often stand in a row.
#[rustfmt::skip]
const PLAIN: &[&str] = &[
    "stable", "cooperative", "new", "old", "more", "most", "less", "strong", "stronger", "better", "safe", "safer",
    "large", "larger", "small", "smaller", "long", "open", "fair", "just", "sustainable", "prosperous",
];

/// Lines of letters that end in a comma have fewer words.
const LETTER_LINE: usize = 12;

/// Why the end of a sentence asks for more.
pub(super) enum Open {
    /// Its last word needs another after it.
    Word,
    /// It has an article and what describes a thing, but not the thing.
    NoNoun,
}

/// Words after which even such a one asks for more: “in order to”.
#[rustfmt::skip]
const BEFORE_LEANING: &[&str] = &[
    "and", "or", ",", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "order",
    "able", "such", "according", "due",
];

/// Whether a sentence without a mark at its end breaks off.
pub(super) fn open_end(line: &Line<'_>) -> Option<Open> {
    let last = line.reading.tokens.len().checked_sub(1)?;
    if !line.reading.is(last, Shape::Word) {
        // “Dear Sir,”, “With all good wishes,” are short.
        let words = (0..last).filter(|at| line.reading.is(*at, Shape::Word));
        let is_long = line.reading.word(last) == "," && words.count() >= LETTER_LINE;
        return is_long.then_some(Open::Word);
    }
    let word = line.reading.lower(last);
    // “Grade A”, “Vitamin A”; “the Who”.
    if line.reading.is_capital(last) {
        return None;
    }
    // “What are you waiting for”, “the place it stood in”: such a word ends a
    // clause whose noun stands before it; after a verb or an adjective it does not.
    let leans = LEANING.contains(&word)
        && last
            .checked_sub(1)
            .is_some_and(|before| BEFORE_LEANING.contains(&line.reading.lower(before)));
    if OPEN.contains(&word) || leans {
        return Some(Open::Word);
    }
    lacks_noun(line, last).then_some(Open::NoNoun)
}

/// “a more stable, cooperative, and mutually beneficial”: back from the end,
/// nothing but what describes, up to an indefinite article.
fn lacks_noun(line: &Line<'_>, last: usize) -> bool {
    let reading = &line.reading;
    let ends_so = |at: usize, endings: &[&str]| {
        let word = reading.lower(at);
        endings
            .iter()
            .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
    };
    if !ends_so(last, ADJECTIVES) {
        return false;
    }
    let mut described = 0;
    for at in (0..last).rev() {
        match reading.lower(at) {
            "a" | "an" => {
                // “a positive”, “an executive”: one such word can be a noun.
                let is_bare = at > 0 && matches!(reading.lower(at - 1), "is" | "was" | "as" | "be");
                return described >= 1 && !is_bare;
            }
            "," | "and" => {}
            word if PLAIN.contains(&word) => described += 1,
            _ if ends_so(at, ADJECTIVES) || ends_so(at, &["ly"]) => described += 1,
            _ => return false,
        }
    }
    false
}
