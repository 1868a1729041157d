//! The capitalised words of a text, each taken whole: "O’Brien", "MS-13",
//! "U.S.", "Jean-Claude".

use std::ops::Range;

use super::table::{List, Lists, lists_with, phrase_at};
use crate::model::facet::NameKind;
use crate::text::reading::{Reading, Shape};

/// How a piece hangs on the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// By nothing but space, or it is the first.
    Space,
    /// By "van", "de", "bin" and the like.
    Particle,
    /// By "of", "for" or "on".
    Of,
    /// By "and" or "&".
    And,
}

/// How a capitalised word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// With small letters.
    Word,
    /// All in capitals: "NATO", "MS-13".
    Capitals,
    /// As the number of a model: "F-16", "AK-47".
    Model,
    /// As an initial: "J.", "J.D.".
    Initial,
}

/// A capitalised word, or a known phrase of several.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// The lists that hold it.
    pub(super) lists: Lists,
    /// Of a name that is known as it stands, its kind.
    pub(super) known: Option<NameKind>,
    /// How it is written.
    pub(super) form: Form,
    /// Whether it belongs to a title: the "State" of "Secretary of State".
    pub(super) title: bool,
    /// How it hangs on the piece before.
    pub(super) joint: Joint,
}

impl Piece {
    /// Whether it is all in capitals.
    pub(super) fn is_acronym(&self) -> bool {
        matches!(self.form, Form::Capitals | Form::Model)
    }

    /// Whether it is an initial.
    pub(super) fn is_initial(&self) -> bool {
        self.form == Form::Initial
    }
}

/// Whether a mark is an apostrophe.
pub(super) fn is_apostrophe(word: &str) -> bool {
    word == "’" || word == "'"
}

fn is_hyphen(word: &str) -> bool {
    word == "-" || word == "‑"
}

/// Whether "’s", or the "’" of "Davis’ plan", stands glued at an index.
pub(super) fn is_possessive(reading: &Reading<'_>, index: usize) -> bool {
    reading.is_glued(index)
        && is_apostrophe(reading.word(index))
        && ((reading.is_glued(index + 1) && reading.lower(index + 1) == "s")
            || (!reading.is_glued(index + 1)
                && index > 0
                && reading.lower(index - 1).ends_with('s')
                && reading.word(index + 1).starts_with(char::is_lowercase)))
}

/// Whether a name can begin at a capitalised token: not inside an address, a
/// handle or a mixture of digits and letters.
pub(super) fn can_begin(reading: &Reading<'_>, index: usize) -> bool {
    if !reading.is_glued(index) || index == 0 {
        return true;
    }
    let before = reading.word(index - 1);
    match before {
        "@" | "#" | "_" | "=" | "\\" | "&" | "%" | "$" => false,
        "." => index > 1 && reading.word(index - 2) == ".",
        // The S of "TRUMP’S".
        "’" | "'" => !(reading.is_glued(index - 1) && reading.lower(index).len() < 3),
        _ => reading.is(index - 1, Shape::Mark),
    }
}

/// The piece that begins at a capitalised token.
pub(super) fn piece_at(reading: &Reading<'_>, index: usize) -> Piece {
    let lists = lists_with(reading.lower(index));
    if let Some((end, kind)) = phrase_at(reading, index, lists)
        && !goes_on(reading, end)
    {
        let word = end == index + 1;
        return Piece {
            tokens: index..end,
            lists: if word { lists } else { Lists::default() },
            known: Some(kind),
            form: Form::Word,
            title: false,
            joint: Joint::Space,
        };
    }
    let end = word_end(reading, index, lists);
    let whole = reading
        .span_of(index..end)
        .and_then(|span| span.slice(reading.lower_text()));
    let lists = match whole {
        Some(_) if end == index + 1 => lists,
        Some(word) => lists_with(word),
        None => Lists::default(),
    };
    let dotted = end > index + 1 && reading.word(index + 1) == ".";
    let written = reading.span_of(index..end);
    let written = written
        .and_then(|span| span.slice(reading.text))
        .unwrap_or_default();
    let known = known_capitals(written);
    let form = if known.is_none() && is_initial(written) {
        Form::Initial
    } else if is_model(written) {
        Form::Model
    } else if known.is_some() || (!dotted && is_all_capitals(written)) {
        Form::Capitals
    } else {
        Form::Word
    };
    Piece {
        tokens: index..end,
        lists: if is_irish(written) {
            lists.with(List::Family)
        } else {
            lists
        },
        known,
        form,
        title: false,
        joint: Joint::Space,
    }
}

/// Whether a word goes on behind an index, so that a phrase isn't one.
fn goes_on(reading: &Reading<'_>, end: usize) -> bool {
    reading.is_glued(end) && !reading.is(end, Shape::Mark)
}

/// Names that only their capitals tell from words.
fn known_capitals(word: &str) -> Option<NameKind> {
    match word {
        "US" | "USA" | "U.S." | "U.S.A." | "U.S" | "UK" | "U.K." | "UAE" | "USSR" | "DRC"
        | "D.C." | "DC" | "GDR" | "L.A." => Some(NameKind::Place),
        "EU" | "E.U." | "UN" | "U.N." | "WHO" | "IMF" | "NATO" | "CIA" | "FBI" | "IRS" | "NRA"
        | "WTO" | "OAS" | "GOP" | "G.O.P." | "AP" | "IT-ISAC" | "ICE" => {
            Some(NameKind::Organisation)
        }
        _ => None,
    }
}

fn is_all_capitals(word: &str) -> bool {
    word.len() > 1
        && word.starts_with(char::is_uppercase)
        && !word.contains(char::is_lowercase)
        && word.chars().filter(|c| c.is_alphanumeric()).count() > 1
}

/// "F-16": one or two letters and a number.
fn is_model(word: &str) -> bool {
    let (letters, number) = word.split_once('-').unwrap_or_default();
    (1..3).contains(&letters.len()) && number.starts_with(|c: char| c.is_ascii_digit())
}

/// "O’Brien", "O'Neill".
fn is_irish(word: &str) -> bool {
    word.strip_prefix('O')
        .is_some_and(|rest| rest.starts_with(['’', '\'']) && rest.len() > 4)
}

/// "J.", "J.D.", or a lone "J".
fn is_initial(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters > 0
        && letters < 4
        && word != "I"
        && (word.ends_with('.') || letters == 1)
        && word.chars().all(|c| c.is_uppercase() || c == '.')
}

/// Where a word that begins at a token ends.
fn word_end(reading: &Reading<'_>, index: usize, lists: Lists) -> usize {
    let letter = reading.word(index).chars().count() == 1;
    if letter && reading.is_glued(index + 1) && reading.word(index + 1) == "." {
        return dotted_end(reading, index);
    }
    let mut end = index + 1;
    while reading.is_glued(end) {
        let next = reading.word(end);
        end = if !reading.is(end, Shape::Mark) {
            end + 1
        } else if is_apostrophe(next) && apostrophe_joins(reading, index, end) {
            end + 2
        } else if is_hyphen(next) && !lists.in_list(List::Starter) {
            match hyphen_joins(reading, index, end, lists) {
                Some(after) => after,
                None => break,
            }
        } else if next == "&" && reading.is_glued(end + 1) && reading.is_capital(end + 1) {
            end + 2
        } else {
            break;
        };
    }
    end
}

/// "U.S.", "J.D.", "J."; the dot of a lone initial only before a name.
fn dotted_end(reading: &Reading<'_>, index: usize) -> usize {
    let mut end = index + 1;
    while reading.is_glued(end) && reading.word(end) == "." {
        end += 1;
        let letter = reading.is_glued(end)
            && reading.is_capital(end)
            && reading.word(end).chars().count() == 1;
        if !letter {
            break;
        }
        end += 1;
    }
    if end == index + 2 && (reading.is_glued(end) || !reading.is_capital(end)) {
        return index + 1;
    }
    end
}

/// Whether the apostrophe at `at` stands inside a word: "O’Brien", "Qur’an".
fn apostrophe_joins(reading: &Reading<'_>, first: usize, at: usize) -> bool {
    if !reading.is_glued(at + 1) || !reading.is(at + 1, Shape::Word) {
        return false;
    }
    if reading.is_capital(at + 1) {
        return at == first + 1
            && reading.word(first).chars().count() < 3
            && reading.word(at + 1).chars().count() > 1;
    }
    !matches!(
        reading.lower(at + 1),
        "s" | "t" | "ll" | "re" | "ve" | "d" | "m" | "em" | "n"
    )
}

/// The token behind what the hyphen at `at` ties to the word that begins at
/// `first`; nothing when it ties two names or ends one.
fn hyphen_joins(reading: &Reading<'_>, first: usize, at: usize, lists: Lists) -> Option<usize> {
    let next = at + 1;
    if !reading.is_glued(next) {
        return None;
    }
    if reading.is(next, Shape::Digits) {
        return (!lists.in_list(List::Word)).then_some(next + 1);
    }
    if !reading.is_capital(next) {
        let inside = matches!(
            reading.lower(next),
            "upon" | "on" | "sur" | "de" | "le" | "la" | "en" | "au" | "aux" | "ul" | "ur"
        );
        let tied = inside && is_hyphen(reading.word(next + 1)) && reading.is_capital(next + 2);
        if tied {
            return Some(next + 3);
        }
        return is_second_syllable(reading, first, next).then_some(next + 1);
    }
    let other = lists_with(reading.lower(next));
    let apart = [List::Place, List::Organisation, List::BelongingTo];
    let both = |list| lists.in_list(list) && other.in_list(list);
    let acronym =
        at == first + 1 && is_all_capitals(reading.word(first)) && other != Lists::default();
    let parted = lists.in_any(&apart) && !lists.in_list(List::Given)
        || other.in_any(&apart) && !other.in_list(List::Given)
        || phrase_at(reading, next, other).is_some()
        || both(List::Family)
        || acronym
        || lists_with(reading.lower(next + 1)).in_list(List::Between);
    (!parted).then_some(next + 1)
}

/// Whether a small word behind a hyphen belongs to a given name: "Kai-shek",
/// "Jong-un".
fn is_second_syllable(reading: &Reading<'_>, first: usize, next: usize) -> bool {
    let (one, two) = (reading.word(first), reading.word(next));
    let short = (2..5).contains(&one.len()) && (2..6).contains(&two.len());
    let alone = next == first + 2 && !reading.is_glued(next + 1);
    let after_name = first > 0 && reading.is_capital(first - 1) && !reading.is_glued(first);
    let other = matches!(
        two,
        "led"
            | "era"
            | "old"
            | "like"
            | "born"
            | "wide"
            | "day"
            | "run"
            | "held"
            | "made"
            | "hit"
            | "long"
            | "free"
            | "only"
            | "to"
            | "in"
            | "on"
            | "up"
            | "off"
            | "out"
            | "style"
            | "based"
            | "owned"
            | "and"
            | "for"
            | "type"
            | "level"
            | "funded"
    );
    short
        && alone
        && after_name
        && !other
        && !one.contains(|c: char| !c.is_alphabetic())
        && !is_all_capitals(one)
}
