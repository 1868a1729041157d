//! What a full stop means where other languages than English set one: behind
//! ordinal numbers, behind doubled letters, behind measures, in phrases that
//! close a list. And where Greek and Japanese differ.

/// Titles, and kinds of places, before a name. Words that are also whole words,
/// as “им” is, are left out.
pub(super) const GOES_ON_IN_OTHER_SCRIPTS: &[&str] = &[
    "ул",
    "Ул",
    "пл",
    "просп",
    "тов",
    "акад",
    "проф",
    "ген",
    "св",
    "см",
    "См",
    "डॉ",
    "प्रो",
    "ดร",
];

/// Words that number what follows.
pub(super) const BEFORE_NUMBER_IN_RUSSIAN: &[&str] = &["стр", "рис", "табл", "гл", "ст"];

/// Names of months after which a day's number is not the end of a sentence.
const MONTHS: &[&str] = &[
    "Januar",
    "Jänner",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// German words before an ordinal. “am” and “an” are left out, for English has
/// them too.
const BEFORE_ORDINAL: &[&str] = &[
    "der", "die", "das", "des", "dem", "den", "im", "zum", "zur", "vom", "beim", "Der", "Die",
    "Das", "Des", "Dem", "Den", "Im", "Zum", "Zur", "Vom", "Beim",
];

/// German words that begin a sentence, and that no ordinal counts.
const GERMAN_STARTERS: &[&str] = &[
    "Aber", "Am", "Auch", "Bei", "Damit", "Danach", "Dann", "Das", "Der", "Die", "Dies", "Diese",
    "Doch", "Er", "Es", "Für", "Ich", "Im", "In", "Man", "Mit", "Nach", "Sie", "So", "Und", "Von",
    "Wir",
];

/// `am 3. Oktober`, `der 2. Weltkrieg`: a number that counts the next word.
pub(super) fn is_ordinal(previous: &str, number: &str, next: &str) -> bool {
    let counts = BEFORE_ORDINAL.contains(&previous) && next.starts_with(char::is_uppercase);
    number.len() <= 2 && (MONTHS.contains(&next) || counts && !GERMAN_STARTERS.contains(&next))
}

/// `EE.` before `UU.`: Spanish doubles the letters of what is several.
pub(super) fn is_half_of_a_plural(word: &str, next: &str) -> bool {
    next.strip_suffix('.').is_some_and(is_doubled) && is_doubled(word)
}

fn is_doubled(word: &str) -> bool {
    let letters = word.as_bytes();
    letters.len() == 2 && letters[0] == letters[1] && letters[0].is_ascii_uppercase()
}

/// `9 h.`: a measure behind its number, which the letter of a name never is.
pub(super) fn is_measure(previous: &str, letter: &str) -> bool {
    let number = previous.bytes().all(|b| b.is_ascii_digit() || b == b',');
    number && !previous.is_empty() && matches!(letter, "h" | "m" | "g" | "l" | "s" | "t")
}

/// `и т. д.`, `и т. п.`: and so on.
pub(super) fn is_and_so_on(previous: &str, letter: &str) -> bool {
    previous == "т." && matches!(letter, "д" | "п")
}

/// What French and Italian set before a word that begins with a vowel is no
/// part of it: `l’art`.
pub(super) fn without_elision(word: &str) -> &str {
    const CONTRACTED: &[&str] = &["re", "ve", "ll"];
    let elided = word.rsplit_once(['’', '\'']).filter(|(article, rest)| {
        article.chars().all(char::is_alphabetic)
            && (1..=5).contains(&article.len())
            && rest.chars().nth(1).is_some()
            && !CONTRACTED.contains(rest)
    });
    elided.map_or(word, |(_, rest)| rest)
}

/// The Greek question mark looks like a semicolon.
pub(super) fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

/// Characters that are written without spaces between words, and in which no
/// word is cut short with a full stop.
pub(super) fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// `「…。」と` : what follows a Japanese quotation and belongs to it.
pub(super) fn goes_on_in_japanese(closers: &str, after: &str) -> bool {
    const JOINED: &[&str] = &["と", "って", "など", "を", "は", "が"];
    const STARTERS: &[&str] = &["とても", "ところ", "とにかく", "はい", "はじめ", "がん"];
    closers.ends_with(['」', '』', '｣'])
        && JOINED.iter().any(|word| after.starts_with(word))
        && !STARTERS.iter().any(|word| after.starts_with(word))
}
