//! A review as a picture of the screen. Pure: the same state, size and look give the
//! same picture.

mod claim;
mod form;
mod help;
mod hits;
mod lines;
mod paint;
#[cfg(test)]
mod tests;
mod text;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use self::lines::Lines;
pub(crate) use self::paint::Look;
use self::paint::{BAR, DIM, STRONG};
use super::glyphs::cut;
use super::keys::{Binding, FORM_KEYS, Group, KEYS};
use super::state::{Mode, Panes, Said, Side, State};

/// What a review needs at least.
const LEAST: (u16, u16) = (40, 10);

/// From so many columns on both sides are shown.
const BOTH_SIDES: u16 = 70;

/// Most rows of a message.
const MOST_SAID: usize = 4;

/// Rows of the text or the claim that stay in sight above a form.
const LEAST_BODY: u16 = 3;

/// Where everything is on a screen of some size, and what stands there besides the
/// text.
pub(super) struct Laid {
    pub(super) panes: Panes,
    size: Rect,
    look: Look,
    claim: Vec<Line<'static>>,
    ratings: Vec<Line<'static>>,
    panel: Vec<Line<'static>>,
    /// What covers both sides.
    over: Vec<Line<'static>>,
    cursor: Option<Position>,
}

impl Laid {
    /// Lays a review out.
    pub(super) fn new(state: &State, size: Rect, look: Look) -> Self {
        let mut laid = Self {
            panes: Panes::default(),
            size,
            look,
            claim: Vec::new(),
            ratings: Vec::new(),
            panel: Vec::new(),
            over: Vec::new(),
            cursor: None,
        };
        if !fits(size) {
            return laid;
        }
        let inner = (usize::from(size.width - 2), usize::from(size.height - 2));
        match &state.mode {
            Mode::Help(from) => {
                let rows = help::rows(inner.0);
                laid.panes.help_rest = rows.len().saturating_sub(inner.1);
                laid.over = rows.into_iter().skip(*from).collect();
            }
            Mode::Hits(hits) => laid.over = hits::rows(hits, inner),
            Mode::Browse | Mode::Form(_) => {}
        }
        laid.lay_panel(state);
        let rows = u16::try_from(laid.panel.len()).unwrap_or(u16::MAX);
        let body = Rect {
            y: size.y + 1,
            height: size.height.saturating_sub(2 + rows),
            ..size
        };
        let (text, claim) = sides(body, state.side);
        laid.panes.text = text.map(|side| Rect {
            x: side.x + text::GUTTER,
            width: side.width - text::GUTTER - text::MARGIN,
            ..side
        });
        if let Some(side) = claim {
            laid.lay_claim(state, side, text.is_none());
        }
        laid
    }

    /// The form, or what was last said, at the bottom of the screen.
    fn lay_panel(&mut self, state: &State) {
        let width = usize::from(self.size.width);
        match &state.mode {
            Mode::Form(form) => {
                let room = self.size.height.saturating_sub(2 + LEAST_BODY);
                let drawn = form::rows(form, width, usize::from(room), self.look);
                let bottom = self.size.bottom() - 1;
                let rows = u16::try_from(drawn.rows.len()).unwrap_or(u16::MAX);
                self.cursor = drawn.cursor.map(|(row, column)| Position {
                    x: self.size.x + column,
                    y: bottom.saturating_sub(rows) + row,
                });
                self.panel = drawn.rows;
            }
            Mode::Browse | Mode::Help(_) | Mode::Hits(_) => {
                let (text, style) = match &state.said {
                    Some(Said::Note(text)) => (text.as_str(), Style::new()),
                    Some(Said::Trouble(text)) => (text.as_str(), self.look.trouble()),
                    None => ("", Style::new()),
                };
                let mut lines = Lines::new(width);
                lines.text(1, style, text);
                self.panel = lines.finish();
                self.panel.truncate(MOST_SAID);
                if self.panel.is_empty() {
                    self.panel.push(Line::default());
                }
            }
        }
    }

    /// What is known of the claim, with the ratings below it.
    fn lay_claim(&mut self, state: &State, side: Rect, alone: bool) {
        let width = usize::from(side.width.saturating_sub(1));
        self.ratings = claim::ratings(&state.walk.scale, width, self.look);
        let rows = u16::try_from(self.ratings.len()).unwrap_or(u16::MAX);
        // What is known matters more than what may be pressed.
        if side.height < 2 * rows || matches!(state.mode, Mode::Form(_)) {
            self.ratings.clear();
        }
        let rows = u16::try_from(self.ratings.len()).unwrap_or(u16::MAX);
        let pane = Rect {
            x: side.x + 1,
            width: side.width.saturating_sub(1),
            height: side.height - rows,
            ..side
        };
        self.claim = claim::rows(state, alone, width, self.look);
        self.panes.claim_rest = self.claim.len().saturating_sub(usize::from(pane.height));
        self.panes.claim = Some(pane);
    }
}

fn fits(size: Rect) -> bool {
    size.width >= LEAST.0 && size.height >= LEAST.1
}

/// The side of the text and that of the claim; one of them where there is no room for
/// both.
fn sides(body: Rect, side: Side) -> (Option<Rect>, Option<Rect>) {
    if body.width < BOTH_SIDES {
        return match side {
            Side::Text => (Some(body), None),
            Side::Claim => (None, Some(body)),
        };
    }
    let text = Rect {
        width: body.width * 11 / 20,
        ..body
    };
    let claim = Rect {
        x: text.right() + 1,
        width: body.width - text.width - 1,
        ..body
    };
    (Some(text), Some(claim))
}

/// Draws a review that was laid out.
pub(super) fn screen(frame: &mut Frame<'_>, state: &State, laid: &Laid) {
    let size = laid.size;
    if !fits(size) {
        too_small(frame, size);
        return;
    }
    let row = |y| Rect {
        y,
        height: 1,
        ..size
    };
    frame.render_widget(header(state, laid), row(size.y));
    if let Some(pane) = laid.panes.text {
        text::draw(frame.buffer_mut(), state, pane, laid.look);
    }
    if let Some(pane) = laid.panes.claim {
        draw_claim(frame, state, laid, pane);
    }
    let rows = u16::try_from(laid.panel.len()).unwrap_or(u16::MAX);
    let panel = Rect {
        y: size.bottom().saturating_sub(1 + rows),
        height: rows,
        ..size
    };
    draw_lines(frame, laid.panel.iter(), panel);
    frame.render_widget(footer(state, laid), row(size.bottom() - 1));
    if let Some(cursor) = laid.cursor {
        frame.set_cursor_position(cursor);
    }
    if !laid.over.is_empty() {
        let body = Rect {
            x: size.x + 1,
            y: size.y + 1,
            width: size.width - 2,
            height: size.height - 2,
        };
        let whole = Rect {
            x: size.x,
            width: size.width,
            ..body
        };
        frame.render_widget(Clear, whole);
        draw_lines(frame, laid.over.iter(), body);
    }
}

/// Draws as many lines as an area has room for.
fn draw_lines<'l>(
    frame: &mut Frame<'_>,
    lines: impl Iterator<Item = &'l Line<'static>>,
    area: Rect,
) {
    for (line, y) in lines.zip(area.top()..area.bottom()) {
        let row = Rect {
            y,
            height: 1,
            ..area
        };
        frame.render_widget(line, row);
    }
}

fn draw_claim(frame: &mut Frame<'_>, state: &State, laid: &Laid, pane: Rect) {
    draw_lines(frame, laid.claim.iter().skip(state.scroll), pane);
    let rows = u16::try_from(laid.ratings.len()).unwrap_or_default();
    let below = Rect {
        y: pane.bottom(),
        height: rows,
        ..pane
    };
    draw_lines(frame, laid.ratings.iter(), below);
    if rows > 0 && state.scroll < laid.panes.claim_rest {
        let more = Line::styled(" more: J ", DIM).right_aligned();
        frame.render_widget(more, Rect { height: 1, ..below });
    }
    if let Some(text) = laid.panes.text {
        let column = text.right() + text::MARGIN;
        for y in text.top()..pane.bottom() + rows {
            frame.buffer_mut().set_string(column, y, "│", DIM);
        }
    }
}

/// What is reviewed, which claim it is, and how much is done.
fn header(state: &State, laid: &Laid) -> Line<'static> {
    let width = usize::from(laid.size.width);
    let shown: Vec<_> = state.shown().map(|claim| claim.id).collect();
    let at = shown.iter().position(|id| Some(*id) == state.current);
    let place = match at {
        Some(at) => format!("claim {} of {}", at + 1, shown.len()),
        None => format!("{} claims", shown.len()),
    };
    let (done, all) = state.progress();
    let bar = bar(
        done,
        all,
        if width < usize::from(BOTH_SIDES) {
            0
        } else {
            10
        },
    );
    let who = &state.walk.reviewer.handle;
    let right = format!("{place} · {bar}{done} of {all} done · {who} ");
    let room = width.saturating_sub(right.chars().count() + 2);
    let title = cut(&state.walk.article.details.title, room);
    let gap = " ".repeat(room.saturating_sub(Span::raw(&*title).width()) + 1);
    Line::styled(format!(" {title}{gap}{right}"), BAR)
}

/// A bar of so many columns that fills as more is done.
fn bar(done: usize, all: usize, columns: usize) -> String {
    if columns == 0 {
        return String::new();
    }
    let full = (done * columns).checked_div(all).unwrap_or(columns);
    format!("{}{} ", "█".repeat(full), "░".repeat(columns - full))
}

/// The most important keys, as many as have room.
fn footer(state: &State, laid: &Laid) -> Line<'static> {
    let width = usize::from(laid.size.width);
    match state.mode {
        Mode::Form(_) => keys(FORM_KEYS, width),
        Mode::Browse => keys(KEYS, width),
        Mode::Help(_) => Line::from(" j and k scroll; any other key goes back"),
        Mode::Hits(_) => Line::from(" j and k move; Enter takes it up; any other key goes back"),
    }
}

/// Keys with what they do, in a row: at the right end those of the screen itself, and
/// of the others as many as have room.
fn keys<C>(table: &[Binding<C>], width: usize) -> Line<'static> {
    let named = |binding: &Binding<C>| {
        let short = binding.short?;
        Some((format!(" {}", binding.name()), format!(" {short} ")))
    };
    let columns = |(key, short): &(String, String)| key.chars().count() + short.chars().count();
    let (screen, work): (Vec<_>, Vec<_>) = table
        .iter()
        .partition(|binding| binding.group == Group::Screen);
    let screen: Vec<_> = screen.into_iter().filter_map(named).collect();
    let mut room = width.saturating_sub(screen.iter().map(columns).sum());
    let fits = |key: &(String, String)| {
        let fits = columns(key) <= room;
        room = if fits { room - columns(key) } else { 0 };
        fits
    };
    let work: Vec<_> = work
        .into_iter()
        .filter_map(named)
        .take_while(fits)
        .collect();
    let all = work.into_iter().chain(screen);
    let spans = all.flat_map(|(key, short)| [Span::styled(key, STRONG), Span::raw(short)]);
    Line::from(spans.collect::<Vec<_>>())
}

fn too_small(frame: &mut Frame<'_>, size: Rect) {
    let told = format!(
        "The terminal is {} by {}; a review needs {} by {}.",
        size.width, size.height, LEAST.0, LEAST.1
    );
    let mut lines = Lines::new(usize::from(size.width));
    lines.text(0, Style::new(), &told);
    draw_lines(frame, lines.finish().iter(), size);
}
