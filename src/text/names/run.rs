//! Capitalised words that stand together, with the small words inside a name:
//! "Department of Health and Human Services", "Ludwig van Beethoven".

use super::pieces::{Joint, Piece, is_apostrophe, is_possessive, piece_at};
use super::table::{List, lists_with};
use crate::text::reading::{Reading, Shape};

/// Small words between two capitalised words of a name, at most.
const MOST_PARTICLES: usize = 3;

/// Capitalised words that one run has at most, so that none takes time that
/// grows faster than the text.
const MOST_PIECES: usize = 24;

/// A run of capitalised words.
#[derive(Debug, Default)]
pub(super) struct Run {
    /// Its words.
    pub(super) pieces: Vec<Piece>,
    /// Whether a sentence begins with it.
    pub(super) first: bool,
    /// Whether "’s" follows.
    pub(super) possessive: bool,
    /// The token behind its last word.
    pub(super) end: usize,
}

impl Run {
    /// Takes the run that begins at a capitalised token in place of the one
    /// held. `free` says whether a token may be part of a name.
    pub(super) fn read(
        &mut self,
        reading: &Reading<'_>,
        index: usize,
        free: impl Fn(usize) -> bool,
    ) {
        self.pieces.clear();
        self.first = begins_sentence(reading, index);
        self.possessive = false;
        let mut joint = Joint::Space;
        let mut at = index;
        loop {
            let mut piece = piece_at(reading, at);
            piece.joint = joint;
            if let Some(number) = number_behind(reading, &piece) {
                piece.tokens.end = number;
            }
            self.end = piece.tokens.end;
            self.pieces.push(piece);
            if is_possessive(reading, self.end) {
                self.possessive = true;
                return;
            }
            match self.next(reading) {
                Some((next, how)) if free(next) && self.pieces.len() < MOST_PIECES => {
                    (at, joint) = (next, how);
                }
                _ => return,
            }
        }
    }

    /// The next capitalised word of the run and how it hangs on the last.
    fn next(&mut self, reading: &Reading<'_>) -> Option<(usize, Joint)> {
        let last = self.pieces.last()?;
        let lists = last.lists;
        let mut at = self.end;
        if reading.is_glued(at) && reading.word(at) == "." && is_shortened(reading, last) {
            at += 1;
        }
        if reading.is_glued(at) {
            return None;
        }
        if reading.is_capital(at) {
            return Some((at, Joint::Space));
        }
        if !lists.in_any(&[List::Title, List::Starter])
            && let Some(next) = behind_particles(reading, at)
        {
            return Some((next, Joint::Particle));
        }
        let next = at + 1 + usize::from(reading.lower(at + 1) == "the");
        if !reading.is_capital(next) || reading.is_glued(next) {
            return None;
        }
        self.joint(reading, at, next).map(|joint| (next, joint))
    }

    /// How the small word at `at` ties the capitalised word at `next` to the
    /// run, if it does.
    fn joint(&mut self, reading: &Reading<'_>, at: usize, next: usize) -> Option<Joint> {
        let alone = self.pieces.len() == 1 && self.first;
        let last = self.pieces.last_mut()?;
        let word = reading.lower(at);
        if lists_with(reading.lower(next)).in_list(List::Portfolio)
            && matches!(word, "of" | "for")
            && last.lists.in_any(&[List::Title, List::TitlePart])
        {
            last.title = true;
            return Some(Joint::Of);
        }
        let wanted = match word {
            "of" => List::OfBegin,
            "for" => List::ForBegin,
            "on" => List::OnBegin,
            "&" => return Some(Joint::And),
            "and" => return self.and_joins(reading, next).then_some(Joint::And),
            _ => return None,
        };
        let plain = alone && !last.lists.in_list(List::OrganisationEnd) && word != "of";
        (last.lists.in_list(wanted) && !plain).then_some(Joint::Of)
    }

    /// Whether "and" goes on with what a body is for: "Ministry of Health and
    /// Sport". Not before a person, a place or another body.
    fn and_joins(&self, reading: &Reading<'_>, next: usize) -> bool {
        let head = self
            .pieces
            .iter()
            .position(|piece| piece.joint == Joint::Of);
        let Some(head) = head.and_then(|of| of.checked_sub(1)) else {
            return false;
        };
        let body = matches!(
            reading.lower(self.pieces[head].tokens.end - 1),
            "ministry"
                | "department"
                | "dept"
                | "committee"
                | "subcommittee"
                | "office"
                | "bureau"
                | "agency"
                | "institute"
                | "faculty"
                | "commission"
                | "center"
                | "centre"
                | "council"
                | "school"
                | "secretary"
                | "minister"
        );
        let other = lists_with(reading.lower(next));
        let last = self
            .pieces
            .last()
            .map(|piece| piece.lists)
            .unwrap_or_default();
        let topic = last.in_any(&[List::Word, List::Portfolio, List::TitlePart]);
        body && topic && other.in_any(&[List::Word, List::Portfolio, List::TitlePart])
    }
}

/// Whether a dot behind a word is that of its short form: "Sen.", "St.".
fn is_shortened(reading: &Reading<'_>, piece: &Piece) -> bool {
    let word = reading.lower(piece.tokens.end - 1);
    word.len() < 6
        && matches!(
            word,
            "st" | "ste"
                | "mt"
                | "ft"
                | "pt"
                | "dr"
                | "mr"
                | "mrs"
                | "ms"
                | "prof"
                | "rev"
                | "hon"
                | "gov"
                | "sen"
                | "sens"
                | "rep"
                | "reps"
                | "gen"
                | "col"
                | "lt"
                | "maj"
                | "capt"
                | "sgt"
                | "cpl"
                | "pvt"
                | "adm"
                | "cmdr"
                | "brig"
                | "supt"
                | "insp"
                | "det"
                | "messrs"
                | "jr"
                | "sr"
                | "dept"
                | "univ"
        )
}

/// The token behind the number that belongs to a name: "Title 42", "Barrio 18".
fn number_behind(reading: &Reading<'_>, piece: &Piece) -> Option<usize> {
    let number = piece.tokens.end;
    let follows = piece.lists.in_list(List::Numbered)
        && reading.is(number, Shape::Digits)
        && !reading.is_glued(number);
    // "War 2.5", "Flight 1,000" count something.
    let long = matches!(reading.word(number + 1), "." | "," | "%")
        && reading.is_glued(number + 2)
        && reading.is(number + 2, Shape::Digits);
    // "Section 66A".
    let lettered = reading.is_glued(number + 1)
        && reading.is_capital(number + 1)
        && reading.word(number + 1).len() == 1;
    (follows && !long).then_some(number + 1 + usize::from(lettered))
}

/// The capitalised word behind "van der", "de la", "bin", "al-" at an index.
fn behind_particles(reading: &Reading<'_>, index: usize) -> Option<usize> {
    let mut at = index;
    while at < index + MOST_PARTICLES {
        let word = reading.lower(at);
        let elided = matches!(word, "d" | "l") && is_apostrophe(reading.word(at + 1));
        if elided {
            return (reading.is_capital(at + 2) && reading.is_glued(at + 2)).then_some(at + 2);
        }
        if !lists_with(word).in_list(List::Particle) {
            return None;
        }
        at += 1;
        if reading.is_glued(at) && reading.word(at) == "-" {
            at += 1;
        } else if reading.is_glued(at) {
            return None;
        }
        if reading.is_capital(at) {
            return Some(at);
        }
    }
    None
}

/// Whether a sentence, or a quoted one, begins at a token, so that its capital
/// says nothing.
fn begins_sentence(reading: &Reading<'_>, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else {
        return true;
    };
    match reading.word(before) {
        "." | "!" | "?" | "…" | ":" | "“" | "„" | "«" | "•" | "*" | "‘" | "]" => true,
        "\"" | "'" => reading.is_glued(index),
        "”" | "’" | ")" => {
            !reading.is_glued(index)
                && before > 0
                && matches!(reading.word(before - 1), "." | "!" | "?" | "…")
        }
        _ => {
            (0..before.min(3)).all(|token| reading.is(token, Shape::Mark))
                && before < 2
                && reading.is(before, Shape::Mark)
        }
    }
}
