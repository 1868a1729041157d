//! The article, with its claims marked by signs and underlines and the current one
//! reversed and beside a bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Look;
use super::paint::{STRONG, current, found};
use crate::cli::review::glyphs::Glyph;
use crate::cli::review::page::{Mark, What};
use crate::cli::review::state::State;

/// Columns at the left, for the bar beside the current claim.
pub(super) const GUTTER: u16 = 2;

/// Columns at the right that stay free.
pub(super) const MARGIN: u16 = 1;

/// Draws the text in sight.
pub(super) fn draw(buffer: &mut Buffer, state: &State, pane: Rect, look: Look) {
    let size = (usize::from(pane.width), usize::from(pane.height));
    for (row, y) in state.page.rows(state.top, size).iter().zip(pane.top()..) {
        let mut x = pane.x;
        let mut has_current = false;
        for glyph in &row.glyphs {
            let (style, is_current) = painted(state, glyph, look);
            has_current |= is_current;
            let room = usize::from(pane.right().saturating_sub(x));
            (x, _) = buffer.set_stringn(x, y, &glyph.shown, room, style);
        }
        if has_current {
            buffer.set_string(pane.x - GUTTER, y, "▌", STRONG);
        }
    }
}

/// How a glyph is painted, and whether it belongs to the current claim.
fn painted(state: &State, glyph: &Glyph<'_>, look: Look) -> (Style, bool) {
    let is_current =
        |mark: &Mark| matches!(mark.what, What::Claim(id, _) if Some(id) == state.current);
    if let Some(mark) = glyph.sign.and_then(|number| state.page.mark(number)) {
        let style = look.sign(mark);
        return if is_current(mark) {
            (current(style), true)
        } else {
            (style, false)
        };
    }
    let here: Vec<&Mark> = state.page.marks_at(glyph.at).collect();
    let chosen = here.iter().copied().find(|mark| is_current(mark));
    let shortest = here.iter().copied().min_by_key(|mark| mark.span.len());
    let mut style = match (chosen, shortest) {
        (Some(mark), _) => current(look.mark(mark)),
        (None, Some(mark)) => look.mark(mark),
        (None, None) => Style::new(),
    };
    if state
        .sought
        .as_ref()
        .is_some_and(|sought| sought.covers(glyph.at))
    {
        style = found(style, chosen.is_some());
    }
    (style, chosen.is_some())
}
