//! Scripts that are written without spaces between words, and what of a text
//! can be looked for at all.

/// Letters of scripts without spaces: Thai, Lao, Myanmar, Khmer, kana and Han.
/// The view of documents in the schema names the same.
const SPACELESS: [(char, char); 9] = [
    ('\u{e01}', '\u{e5b}'),
    ('\u{e81}', '\u{edf}'),
    ('\u{1000}', '\u{109f}'),
    ('\u{1780}', '\u{17f9}'),
    ('\u{3041}', '\u{30ff}'),
    ('\u{3400}', '\u{4dbf}'),
    ('\u{4e00}', '\u{9fff}'),
    ('\u{f900}', '\u{fad9}'),
    ('\u{20000}', '\u{323af}'),
];

/// Half-width kana.
const HALF_WIDTH: (char, char) = ('\u{ff66}', '\u{ff9d}');

/// Whether a letter belongs to a script without spaces.
pub(crate) fn is_spaceless(c: char) -> bool {
    SPACELESS
        .iter()
        .chain([&HALF_WIDTH])
        .any(|(first, last)| (*first..=*last).contains(&c))
}

/// Whether a character is part of a word.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_spaceless(c)
}
