//! Text in which a capital says little: headlines, and text all in capitals.

use super::Finder;
use super::kinds::is_given;
use super::pieces::Piece;
use super::run::Run;
use super::table::List;
use crate::model::facet::NameKind;
use crate::text::reading::{Reading, Shape};

/// Letters from which on a word of a headline has a capital.
const SHORTEST: usize = 4;

/// Words of that length that a headline must have.
const FEWEST: usize = 2;

/// How a text uses capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// For names and beginnings.
    Prose,
    /// For nearly every word.
    Title,
    /// For every letter.
    Capitals,
}

/// How a text uses capitals.
pub(super) fn style(reading: &Reading<'_>) -> Style {
    let (mut capital, mut small) = (0, 0);
    for (index, token) in reading.tokens.iter().enumerate() {
        if token.shape == Shape::Word && token.span.end - token.span.start >= SHORTEST {
            if reading.is_capital(index) {
                capital += 1;
            } else {
                small += 1;
            }
        }
    }
    if small == 0 && capital > 1 && !reading.text.contains(char::is_lowercase) {
        return Style::Capitals;
    }
    let ends = reading.text.trim_end().ends_with(['.', '”', '"', ',', ';']);
    if !ends && capital >= FEWEST && small * 4 <= capital {
        return Style::Title;
    }
    Style::Prose
}

impl Finder<'_, '_> {
    /// Keeps the names of a run that the lists know.
    pub(super) fn pick_known(&mut self, run: &Run, acronyms: bool) {
        let mut at = 0;
        while let Some(piece) = run.pieces.get(at) {
            let next = run.pieces.get(at + 1);
            let name = is_given(piece)
                && (!piece.lists.is_plain()
                    || next.is_some_and(|next| next.lists.in_list(List::Family)));
            let full = next.filter(|next| {
                name && !next.lists.is_plain()
                    && !next.lists.in_any(&[List::BelongingTo, List::Place])
                    && next.known.is_none()
            });
            if let Some(next) = full {
                let more = run
                    .pieces
                    .get(at + 2)
                    .filter(|more| more.lists.in_list(List::Family));
                let end = more.unwrap_or(next).tokens.end;
                self.keep_tokens(piece.tokens.start..end, NameKind::Person);
                at += if more.is_some() { 3 } else { 2 };
                continue;
            }
            if let Some(kind) = known_kind(piece, acronyms) {
                self.keep_tokens(piece.tokens.clone(), kind);
            }
            at += 1;
        }
    }

    /// Keeps the name that some tokens are.
    pub(super) fn keep_tokens(&mut self, tokens: std::ops::Range<usize>, kind: NameKind) {
        if let Some(span) = self.reading.span_of(tokens) {
            self.keep(span, kind);
        }
    }
}

/// The kind of a piece that the lists know and that is no plain word.
fn known_kind(piece: &Piece, acronyms: bool) -> Option<NameKind> {
    let lists = piece.lists;
    if piece.known.is_some() && (acronyms || piece.tokens.len() > 1) {
        return piece.known;
    }
    if lists.is_plain() || lists.in_any(&[List::Calendar, List::BelongingTo]) {
        return None;
    }
    let listed = [
        (List::Organisation, NameKind::Organisation),
        (List::Place, NameKind::Place),
        (List::Family, NameKind::Person),
        (List::Given, NameKind::Person),
    ];
    let found = listed.iter().find(|(list, _)| lists.in_list(*list));
    let number = piece.tokens.len() > 1 && piece.is_acronym();
    let acronym = piece.is_acronym() && !lists.in_list(List::NoAcronym) && (acronyms || number);
    found
        .map(|(_, kind)| *kind)
        .or(acronym.then_some(NameKind::Organisation))
}
