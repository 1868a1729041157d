//! What a name is the name of: by its own words first, by the words around it
//! second.

use super::pieces::{Form, Joint, Piece};
use super::table::{List, Lists, lists_with};
use crate::model::facet::NameKind;
use crate::text::reading::{Reading, Shape};

/// The kind that the words of a name give it, if they do. `titled` says that
/// the title of a person stands before.
pub(super) fn kind_of(pieces: &[Piece], titled: bool) -> Option<NameKind> {
    let (first, last) = (pieces.first()?, pieces.last()?);
    if let [only] = pieces {
        return kind_of_one(only, titled);
    }
    if is_given(first) && (titled || is_family(last, pieces.len())) {
        return Some(NameKind::Person);
    }
    let of = pieces.iter().position(|piece| piece.joint == Joint::Of);
    let head = of
        .and_then(|of| pieces.get(of.checked_sub(1)?))
        .unwrap_or(last);
    if let Some(kind) = kind_by_head(head, of.is_some()) {
        return Some(kind);
    }
    if titled {
        return Some(NameKind::Person);
    }
    let begins_place =
        first.lists.in_list(List::PlaceBegin) && !last.lists.in_list(List::Organisation);
    if begins_place && !is_given(first) {
        return Some(NameKind::Place);
    }
    let initials = pieces.iter().any(Piece::is_initial) && !last.is_acronym();
    let particle = pieces.iter().any(|piece| piece.joint == Joint::Particle)
        && !first.lists.in_list(List::Place)
        && first.known.is_none();
    if is_given(first) || initials || particle || last.lists.in_list(List::Family) {
        return Some(NameKind::Person);
    }
    if pieces
        .iter()
        .any(|piece| piece.lists.in_list(List::Organisation))
    {
        return Some(NameKind::Organisation);
    }
    if last.joint == Joint::And {
        return Some(NameKind::Organisation);
    }
    let numbered = first.lists.in_list(List::Numbered);
    if last.known.is_some() {
        return last.known;
    }
    if pieces
        .iter()
        .any(|piece| piece.lists.in_list(List::OrganisationEnd))
    {
        return Some(NameKind::Organisation);
    }
    // "Central London", but not "Bayern Munich".
    if last.lists.in_list(List::Place) && first.lists != Lists::default() {
        return Some(NameKind::Place);
    }
    numbered.then_some(NameKind::Other)
}

fn kind_of_one(piece: &Piece, titled: bool) -> Option<NameKind> {
    let lists = piece.lists;
    if piece.known.is_some() {
        return piece.known;
    }
    if titled {
        return Some(NameKind::Person);
    }
    let by_list = [
        (List::Organisation, NameKind::Organisation),
        (List::Place, NameKind::Place),
        (List::Other, NameKind::Other),
        (List::Family, NameKind::Person),
        (List::Given, NameKind::Person),
    ];
    let listed = by_list.iter().find(|(list, _)| lists.in_list(*list));
    if let Some((_, kind)) = listed {
        return Some(*kind);
    }
    if piece.is_acronym() {
        return Some(if piece.form == Form::Model {
            NameKind::Other
        } else {
            NameKind::Organisation
        });
    }
    lists.in_list(List::Numbered).then_some(NameKind::Other)
}

/// "Bank", "River", "Act": what the head of a name says of it.
fn kind_by_head(head: &Piece, with_of: bool) -> Option<NameKind> {
    let lists = head.lists;
    if let Some(kind) = head.known {
        return matches!(kind, NameKind::Organisation).then_some(kind);
    }
    if lists.in_list(List::OrganisationEnd) {
        return Some(NameKind::Organisation);
    }
    if with_of && lists.in_list(List::OfBegin) {
        return Some(if lists.in_list(List::OtherEnd) || is_thing(lists) {
            NameKind::Other
        } else {
            NameKind::Place
        });
    }
    if lists.in_list(List::PlaceEnd) {
        return Some(NameKind::Place);
    }
    lists.in_list(List::OtherEnd).then_some(NameKind::Other)
}

/// Things that are named with "of" and are no places: "Feast of …".
fn is_thing(lists: Lists) -> bool {
    lists.in_list(List::Word) && !lists.in_any(&[List::PlaceEnd, List::PlaceBegin])
}

/// Whether a piece can be the given name that a person's name begins with.
pub(super) fn is_given(piece: &Piece) -> bool {
    piece.known.is_none() && piece.lists.in_any(&[List::Given, List::Wordlike])
}

/// Whether the last of some pieces is a family name though a body or a place
/// could be called so.
fn is_family(piece: &Piece, count: usize) -> bool {
    piece.lists.in_list(List::Family) || (count == 2 && piece.lists.in_list(List::FamilyToo))
}

/// The kind that the words before and behind a name give it. `tokens` are
/// those of the name, `possessive` says that "’s" follows.
pub(super) fn kind_around(
    reading: &Reading<'_>,
    tokens: &std::ops::Range<usize>,
    possessive: bool,
) -> Option<NameKind> {
    let behind = if possessive {
        tokens.end + 2
    } else {
        tokens.end
    };
    let next = lists_with(reading.lower(behind));
    let small = reading.word(behind).starts_with(char::is_lowercase);
    if possessive && small && next.in_list(List::OwnedByPeople) {
        return Some(NameKind::Person);
    }
    if !possessive && small && next.in_any(&[List::PersonalVerb, List::Belonging]) {
        return Some(NameKind::Person);
    }
    let before = tokens.start.checked_sub(1);
    let word = before.map(|index| reading.lower(index)).unwrap_or_default();
    if matches!(word, "said" | "says") || is_aged(reading, tokens.end) {
        return Some(NameKind::Person);
    }
    if reading.word(tokens.start) == "bin" {
        return Some(NameKind::Person);
    }
    let earlier = before.and_then(|index| index.checked_sub(1));
    let earlier = earlier
        .map(|index| reading.lower(index))
        .unwrap_or_default();
    let of_place = word == "of" && lists_with(earlier).in_list(List::OfPlace);
    let believed = matches!(
        earlier,
        "trust" | "confidence" | "faith" | "believe" | "believed" | "interest" | "saw"
    );
    if of_place || (lists_with(word).in_list(List::PlaceBefore) && !believed) {
        return Some(NameKind::Place);
    }
    let region = reading.word(tokens.end) == ","
        && reading.is_capital(tokens.end + 1)
        && lists_with(reading.lower(tokens.end + 1)).in_list(List::Place)
        && !lists_with(reading.lower(tokens.end + 1)).in_list(List::Given);
    region.then_some(NameKind::Place)
}

/// Whether a name is two words that no list knows, as those of people are.
pub(super) fn looks_personal(pieces: &[Piece]) -> bool {
    let unknown = |piece: &Piece| {
        piece.lists == Lists::default() && piece.form == Form::Word && piece.known.is_none()
    };
    pieces.len() == 2 && pieces.iter().all(unknown)
}

/// Whether an age, "who" or what a person does follows: "Roth, 34, …", "Roth,
/// who …", "the editor, Roth, said".
fn is_aged(reading: &Reading<'_>, index: usize) -> bool {
    if reading.word(index) != "," {
        return reading.lower(index) == "who";
    }
    let age = reading.is(index + 1, Shape::Digits)
        && reading.word(index + 1).len() < 3
        && reading.word(index + 2) == ",";
    let verb = lists_with(reading.lower(index + 1)).in_list(List::PersonalVerb);
    age || verb || reading.lower(index + 1) == "who"
}
