//! Which of the capitalised words of a run are names: titles, beginnings of
//! sentences and words for a people are taken away, the rest is parted.

use std::ops::Range;

use super::Finder;
use super::kinds::{is_given, kind_around, kind_of, looks_personal};
use super::pieces::{Joint, Piece};
use super::run::Run;
use super::table::{List, lists_with};
use crate::model::facet::NameKind;
use crate::text::reading::Reading;

/// What a piece does in its run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It belongs to a name.
    Name,
    /// It is a title: a person follows.
    Title,
    /// It belongs to no name.
    Nothing,
}

const ENDS: [List; 3] = [List::OrganisationEnd, List::PlaceEnd, List::OtherEnd];

impl Finder<'_, '_> {
    /// Keeps the names of a run of prose.
    pub(super) fn resolve(&mut self, run: &Run) {
        let pieces = &run.pieces;
        let mut start = beginning(self.reading, run);
        let mut titled = false;
        while start < pieces.len() {
            match part_at(pieces, start, start..start, titled) {
                Part::Title => titled = true,
                Part::Nothing => {}
                Part::Name => {
                    let mut end = start + 1;
                    while end < pieces.len()
                        && part_at(pieces, end, start..end, titled) == Part::Name
                        && !parts(&pieces[end - 1], &pieces[end], end + 1 == pieces.len())
                    {
                        end += 1;
                    }
                    self.keep_segment(run, start..end, titled);
                    titled = false;
                    start = end;
                    continue;
                }
            }
            start += 1;
        }
    }

    /// Keeps the name that some pieces of a run are, if they are one.
    fn keep_segment(&mut self, run: &Run, place: Range<usize>, titled: bool) {
        let segment = &run.pieces[place.clone()];
        let (Some(first), Some(last)) = (segment.first(), segment.last()) else {
            return;
        };
        let reading = self.reading;
        let start = with_article(reading, first.tokens.start);
        let mut tokens = start..last.tokens.end;
        let possessive = run.possessive && place.end == run.pieces.len();
        let begins = run.first && place.start == 0;
        if segment.len() == 1 && !self.is_name(first, &tokens, begins, titled, possessive) {
            return;
        }
        if segment.len() > 1 && segment.iter().all(|piece| piece.lists.is_plain()) && begins {
            let ends =
                last.lists.in_any(&ENDS) || segment.iter().any(|piece| piece.joint != Joint::Space);
            if !ends {
                return;
            }
        }
        let junior = matches!(reading.lower(last.tokens.end - 1), "jr" | "sr");
        if junior && reading.is_glued(tokens.end) && reading.word(tokens.end) == "." {
            tokens.end += 1;
        }
        let Some(span) = reading.span_of(tokens.clone()) else {
            return;
        };
        let mut kind = kind_of(segment, titled);
        if segment.len() == 1
            && kind == Some(NameKind::Organisation)
            && !first.lists.in_list(List::Organisation)
        {
            kind = self.named_before(span).or(kind);
        }
        let kind = kind
            .or_else(|| self.named_before(span))
            .or_else(|| kind_around(reading, &tokens, possessive))
            .or_else(|| self.kind_of_neighbour(&tokens))
            .or_else(|| looks_personal(segment).then_some(NameKind::Person))
            .unwrap_or(NameKind::Other);
        self.keep(span, kind);
    }

    /// Whether a single capitalised word is a name.
    fn is_name(
        &self,
        piece: &Piece,
        tokens: &Range<usize>,
        begins: bool,
        titled: bool,
        possessive: bool,
    ) -> bool {
        let lists = piece.lists;
        if piece.known.is_some() {
            return true;
        }
        if piece.is_initial() {
            return false;
        }
        if piece.is_acronym() {
            return !lists.in_list(List::NoAcronym)
                && (!lists.is_plain() || lists.in_list(List::Place));
        }
        let numbered = lists.in_list(List::Numbered) && piece.tokens.len() > 1;
        let listed = lists.in_any(&[
            List::Place,
            List::Organisation,
            List::Other,
            List::Family,
            List::Given,
        ]);
        if numbered || (listed && !(begins && lists.in_list(List::Starter))) {
            return true;
        }
        if lists.in_list(List::Wordlike) {
            return !begins && (titled || !lists.is_plain());
        }
        let generic = lists.is_plain()
            || lists.in_any(&ENDS)
            || lists.in_any(&[List::OfBegin, List::PlaceBegin, List::Numbered]);
        if generic {
            return titled && !lists.in_list(List::Starter) && !lists.in_any(&[List::Portfolio]);
        }
        let word = self.reading.word(piece.tokens.start);
        // "HMOs", "IOUs".
        let many = word.len() > 2
            && word
                .strip_suffix('s')
                .is_some_and(|one| !one.contains(char::is_lowercase));
        if many || word.chars().nth(1).is_none() || lists.in_list(List::TitlePart) {
            return false;
        }
        !begins || titled || possessive || acts(self.reading, piece, tokens.end)
    }
}

/// The first piece of a run that can belong to a name. The word that a
/// sentence begins with often doesn't.
fn beginning(reading: &Reading<'_>, run: &Run) -> usize {
    let mut start = 0;
    while run.first || start == 0 {
        let Some(piece) = run.pieces.get(start) else {
            break;
        };
        let (lists, next) = (piece.lists, run.pieces.get(start + 1));
        let starter = lists.in_list(List::Starter) && piece.known.is_none() && !piece.is_acronym();
        let follows = next.filter(|next| next.joint == Joint::Space);
        let plain = run.first
            && start == 0
            && piece.known.is_none()
            && !lists.in_any(&[
                List::Given,
                List::Place,
                List::Wordlike,
                List::Organisation,
                List::Family,
            ])
            && follows.is_some_and(|next| leads_in(reading, piece, next, &run.pieces));
        if !starter && !plain {
            break;
        }
        start += 1;
    }
    start
}

/// Whether the first word of a sentence stands before a name and is no part
/// of it: "Deporting Salvadorans", "Prosecutors in", "Lawmaker Ana Vega".
fn leads_in(reading: &Reading<'_>, piece: &Piece, next: &Piece, all: &[Piece]) -> bool {
    let word = reading.lower(piece.tokens.start);
    let known = next.known.is_some()
        || next.lists.in_any(&[
            List::Given,
            List::Family,
            List::Place,
            List::Organisation,
            List::Title,
            List::BelongingTo,
        ]);
    let title = piece
        .lists
        .in_any(&[List::Title, List::TitlePart, List::BelongingTo]);
    let ends = all.last().is_some_and(|last| last.lists.in_any(&ENDS));
    let plain = piece.lists.in_list(List::Word) && !title && !ends;
    let verbal = (word.ends_with("ing") || word.ends_with("ed") || word.ends_with("ly")) && known;
    plain || (verbal && !title)
}

/// What the piece at `index` does; `before` are those of the name so far.
fn part_at(pieces: &[Piece], index: usize, before: Range<usize>, titled: bool) -> Part {
    let piece = &pieces[index];
    let lists = piece.lists;
    let rest = &pieces[index + 1..];
    if piece.title || (piece.joint == Joint::Of && index > 0 && pieces[index - 1].title) {
        return Part::Title;
    }
    let portfolio =
        index > 1 && piece.joint == Joint::And && pieces[..index].iter().any(|piece| piece.title);
    if portfolio {
        return Part::Title;
    }
    if piece.known.is_some() || piece.joint != Joint::Space {
        return Part::Name;
    }
    let after_given = before.end > before.start && pieces[before.start..index].iter().any(is_given);
    let family = after_given && lists.in_list(List::Wordlike);
    if lists.in_any(&[List::Calendar, List::Starter]) && !piece.is_acronym() && !family {
        let wordlike = lists.in_list(List::Wordlike)
            && rest
                .first()
                .is_some_and(|next| next.lists.in_list(List::Family));
        return if wordlike { Part::Name } else { Part::Nothing };
    }
    if body_follows(piece, rest) {
        return Part::Name;
    }
    let continued =
        titled && before.is_empty() && lists.in_list(List::TitlePart) && !rest.is_empty();
    let title = lists.in_list(List::Title)
        || continued
        || (lists.in_list(List::TitlePart)
            && rest
                .first()
                .is_some_and(|next| next.lists.in_any(&[List::Title, List::TitlePart]))
            && rest.iter().any(|next| next.lists.in_list(List::Title)));
    if title && !(after_given && (rest.is_empty() || !lists.in_list(List::TitlePart))) {
        let given = is_given(piece) && rest.first().is_some_and(|next| !is_given(next)) && !titled;
        return if given && lists.in_list(List::Given) {
            Part::Name
        } else {
            Part::Title
        };
    }
    let belongs = lists.in_list(List::BelongingTo) && !after_given;
    let own =
        lists.in_any(&[List::Given, List::Place]) && !rest.is_empty() || titled && rest.is_empty();
    if belongs && !own {
        return Part::Nothing;
    }
    Part::Name
}

/// Whether a title or a word for a people begins the name of a body or a
/// place: "Justice Department", "American Airlines", "King Street".
fn body_follows(piece: &Piece, rest: &[Piece]) -> bool {
    let Some(last) = rest
        .iter()
        .position(|next| next.lists.in_any(&ENDS) || next.known == Some(NameKind::Organisation))
    else {
        return false;
    };
    let end = &rest[last];
    let own = piece.lists.in_list(List::BelongingTo) && end.known.is_some();
    let closed = rest.get(last + 1).is_none_or(|next| {
        next.joint == Joint::Of
            || next.lists.in_any(&[
                List::Title,
                List::TitlePart,
                List::Starter,
                List::BelongingTo,
            ])
            || next.lists.in_any(&ENDS)
    });
    let person = rest[..last].iter().any(|next| {
        next.lists.in_any(&[List::Given, List::Family, List::Title])
            || next.is_initial()
            || next.title
    });
    let office = end.lists.in_list(List::Title) && last == 0;
    closed && ![own, person, piece.title, office].contains(&true)
}

/// Whether two pieces that stand together are two names: "El Salvador" and
/// "Bukele" in "El Salvador Bukele".
fn parts(left: &Piece, right: &Piece, is_last: bool) -> bool {
    if right.joint != Joint::Space {
        return false;
    }
    let place = left.known == Some(NameKind::Place)
        || (left.lists.in_list(List::Place) && !left.lists.in_any(&[List::Given, List::Wordlike]));
    let person = right.lists.in_any(&[List::Given, List::Family]) && right.known.is_none();
    let known_body = left.known == Some(NameKind::Place)
        && (right.known.is_some() || right.lists.in_list(List::Organisation));
    (place && person && (left.known.is_some() || is_last || right.lists.in_list(List::Given)))
        || known_body
        || right.known == Some(NameKind::Person)
}

/// Whether an unknown word that begins a sentence acts like somebody: a verb
/// follows, and it doesn't look like a common noun.
fn acts(reading: &Reading<'_>, piece: &Piece, end: usize) -> bool {
    let word = reading.lower(piece.tokens.start);
    let common = [
        "men", "ing", "ed", "ly", "tion", "sion", "ment", "ness", "ity", "ism", "ist", "ers",
        "ors", "ies", "ance", "ence", "ship", "hood", "logy", "ics", "ous", "ful", "less", "able",
        "ible", "ive", "ents", "ants", "al", "ure", "age", "ery", "dom", "ory", "ary", "est",
        "ular", "cy", "phy",
    ];
    let plural = word.ends_with('s') && !["is", "us", "os"].iter().any(|end| word.ends_with(end));
    if plural || common.iter().any(|end| word.ends_with(end)) {
        return false;
    }
    let next = reading.lower(end);
    let aside = matches!(
        reading.lower(end + 1),
        "the" | "a" | "an" | "which" | "whose"
    );
    if next == "," && aside && !lists_with(word).is_plain() {
        return true;
    }
    let small = reading.word(end).starts_with(char::is_lowercase);
    small
        && (lists_with(next).in_list(List::PersonalVerb)
            || (next.len() > 4 && next.ends_with("ed"))
            || matches!(
                next,
                "has"
                    | "had"
                    | "was"
                    | "is"
                    | "will"
                    | "would"
                    | "could"
                    | "did"
                    | "does"
                    | "won"
                    | "lost"
                    | "led"
                    | "met"
                    | "made"
                    | "took"
                    | "gave"
                    | "became"
                    | "began"
                    | "held"
                    | "went"
                    | "came"
                    | "left"
                    | "sent"
                    | "won’t"
                    | "brought"
                    | "drew"
                    | "ran"
                    | "sold"
                    | "bought"
                    | "paid"
                    | "kept"
                    | "grew"
                    | "rose"
                    | "fell"
                    | "who"
            ))
}

/// The token that a name begins at: "al-Assad" begins at its article.
fn with_article(reading: &Reading<'_>, start: usize) -> usize {
    let tied = start > 1 && reading.is_glued(start) && reading.word(start - 1) == "-";
    let article = tied
        && reading.is_glued(start - 1)
        && matches!(
            reading.lower(start - 2),
            "al" | "el" | "an" | "as" | "ad" | "ash" | "at" | "ar" | "ez"
        )
        && !reading.is_glued(start - 2)
        && !reading.is_capital(start - 2);
    let bin = start > 0 && !reading.is_glued(start) && reading.word(start - 1) == "bin";
    match (article, bin) {
        (true, _) => start - 2,
        (_, true) => start - 1,
        _ => start,
    }
}
