//! What a search of the desk found, one below the other, two rows each.

use ratatui::text::{Line, Span};

use super::paint::{DIM, STRONG, current};
use crate::cli::output::described;
use crate::cli::review::glyphs::{cut, glyphs};
use crate::cli::review::state::Hits;
use crate::model::search::Hit;

/// Rows of each hit.
const ROWS: usize = 2;

/// Columns before each, for the mark beside the one that one is at.
const MARGIN: usize = 2;

/// The hits around the one that one is at, in `height` rows.
pub(super) fn rows(hits: &Hits, (width, height): (usize, usize)) -> Vec<Line<'static>> {
    let head = format!("“{}” on the whole desk: {}", hits.words, hits.found.len());
    let mut rows = vec![Line::styled(cut(&head, width), STRONG), Line::default()];
    let room = (height.saturating_sub(rows.len()) / ROWS).max(1);
    let above = (hits.at + 1).saturating_sub(room);
    let in_sight = hits.found.iter().enumerate().skip(above).take(room);
    for (number, hit) in in_sight {
        let (mark, style) = if number == hits.at {
            ("▸ ", current(STRONG))
        } else {
            ("  ", STRONG)
        };
        let name = cut(&described(hit), width.saturating_sub(MARGIN));
        rows.push(Line::from(vec![Span::raw(mark), Span::styled(name, style)]));
        rows.push(snippet(hit, width.saturating_sub(2 * MARGIN)));
    }
    rows
}

/// The words that a thing was found by, with what was looked for standing out.
fn snippet(hit: &Hit, width: usize) -> Line<'static> {
    let text = &hit.snippet;
    let is_found = |at: usize| {
        let place = text[..at].chars().count();
        let marks = &hit.marks;
        marks
            .iter()
            .any(|(start, end)| (*start..*end).contains(&place))
    };
    let mut spans = vec![Span::raw(" ".repeat(2 * MARGIN))];
    let mut room = width;
    for glyph in glyphs(text, 0..text.len()) {
        if glyph.width > room {
            break;
        }
        room -= glyph.width;
        let style = if is_found(glyph.at) { STRONG } else { DIM };
        spans.push(Span::styled(glyph.shown.into_owned(), style));
    }
    Line::from(spans)
}
