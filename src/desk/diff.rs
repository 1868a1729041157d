//! The difference of two texts as passages that a person reads: edits that
//! stand close together, with a few words around them.

use super::articles::DiffHunk;
use crate::model::ids::ClaimId;
use crate::model::revision::{Outcome, Piece};
use crate::model::text::Span;
use crate::text::changes::{Change, changes};
use crate::text::chars::CharIndex;

/// Edits with fewer bytes between them are told together.
const CLOSE: usize = 80;

/// Bytes of unchanged text that are shown on each side, up to the paragraph's
/// end.
const AROUND: usize = 60;

type Placed = (ClaimId, Outcome, Option<Span>);

/// The passages that were edited, each with the claims that it touches.
pub(super) fn hunks(
    (old, old_claims): (&str, &[Placed]),
    (new, new_claims): (&str, &[Placed]),
) -> Vec<DiffHunk> {
    let chars = CharIndex::new(new);
    let changes = changes(old, new);
    let groups = changes.chunk_by(|a, b| {
        let between = new.get(a.new.end..b.new.start).unwrap_or_default();
        between.len() < CLOSE && !between.contains("\n\n")
    });
    groups
        .filter_map(|group| {
            let (first, last) = (group.first()?, group.last()?);
            let start = before(new, first.new.start);
            let end = after(new, last.new.end);
            let old_span = Span::new(first.old.start, last.old.end);
            let new_span = Span::new(first.new.start, last.new.end);
            let mut claims = touched(old_claims, old_span);
            claims.extend(touched(new_claims, new_span));
            claims.sort_unstable();
            claims.dedup();
            Some(DiffHunk {
                start: chars.char_of(start),
                pieces: pieces(old, new, (start, end), group),
                claims,
            })
        })
        .collect()
}

fn pieces(old: &str, new: &str, (start, end): (usize, usize), group: &[Change]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = start;
    let mut push = |text: Option<&str>, piece: fn(String) -> Piece| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            pieces.push(piece(text.to_owned()));
        }
    };
    for change in group {
        push(new.get(at..change.new.start), Piece::Kept);
        push(change.old.slice(old), Piece::Removed);
        push(change.new.slice(new), Piece::Added);
        at = change.new.end;
    }
    push(new.get(at..end), Piece::Kept);
    pieces
}

/// The claims that share words with a passage, or stand around a place where
/// words came or went.
fn touched(claims: &[Placed], passage: Span) -> Vec<ClaimId> {
    let touches = |span: Span| {
        span.overlaps(passage)
            || (passage.start == passage.end
                && span.start < passage.start
                && passage.end < span.end)
    };
    let under = claims
        .iter()
        .filter(|(_, _, span)| span.is_some_and(touches));
    under.map(|(id, _, _)| *id).collect()
}

/// A place a little before, at the beginning of a word of the same paragraph.
fn before(text: &str, at: usize) -> usize {
    let head = text.get(..at).unwrap_or_default();
    let paragraph = head.rfind("\n\n").map_or(0, |end| end + 2);
    let reach = at.saturating_sub(AROUND);
    if reach <= paragraph {
        return paragraph;
    }
    let near = (reach..=at)
        .find(|near| head.is_char_boundary(*near))
        .unwrap_or(at);
    head[near..].find(' ').map_or(at, |space| near + space + 1)
}

/// A place a little behind, at the end of a word of the same paragraph.
fn after(text: &str, at: usize) -> usize {
    let tail = text.get(at..).unwrap_or_default();
    let paragraph = tail.find("\n\n").unwrap_or(tail.len());
    if AROUND >= paragraph {
        return at + paragraph;
    }
    let near = (0..=AROUND).rev().find(|near| tail.is_char_boundary(*near));
    let near = near.unwrap_or(0);
    at + tail[..near].rfind(' ').unwrap_or(0)
}
