//! From claim to claim, and up and down in the text.

use ratatui::layout::{Position, Rect};

use super::{Said, State};
use crate::cli::review::filter::Filter;
use crate::cli::review::page::What;
use crate::model::claim::Claim;
use crate::model::ids::ClaimId;

/// How far a turn of the wheel goes.
const WHEEL: isize = 3;

impl State {
    /// Goes to a claim.
    pub(super) fn go(&mut self, claim: ClaimId) {
        if self.current != Some(claim) {
            self.current = Some(claim);
            self.scroll = 0;
        }
        self.want_current();
    }

    /// The claim that is left to do and comes next; from the end on, the first one.
    pub(super) fn next_left(&self) -> Option<ClaimId> {
        let (before, after) = self.around_current();
        let left = |claim: &&Claim| self.walk.is_left(claim);
        let mut all = after.into_iter().chain(before);
        all.find(left).map(|claim| claim.id)
    }

    /// The next of those claims that one has chosen to go through, left to do or not.
    pub(super) fn next_of_some(&self) -> Option<ClaimId> {
        let (_, after) = self.around_current();
        let next = after.first().filter(|_| self.filter != Filter::All);
        next.map(|claim| claim.id)
    }

    fn previous_left(&self) -> Option<ClaimId> {
        let (before, after) = self.around_current();
        let left = |claim: &&Claim| self.walk.is_left(claim);
        let mut all = before.into_iter().rev().chain(after.into_iter().rev());
        all.find(left).map(|claim| claim.id)
    }

    /// Goes to what is left to do, forwards or backwards.
    pub(super) fn go_left(&mut self, forwards: bool) {
        let next = if forwards {
            self.next_left()
        } else {
            self.previous_left()
        };
        match next {
            Some(next) => self.go(next),
            None => self.said = Some(Said::Note("nothing else is left to do".to_owned())),
        }
    }

    /// Goes so many claims on, or back where the number is negative.
    pub(super) fn step(&mut self, by: isize) {
        let (before, after) = self.around_current();
        let next = if by > 0 { after.first() } else { before.last() };
        if let Some(next) = next.map(|claim| claim.id) {
            return self.go(next);
        }
        let end = if by > 0 { "last" } else { "first" };
        self.said = Some(Said::Note(format!("this is the {end} claim")));
        self.want_current();
    }

    /// Goes to the first claim or the last.
    pub(super) fn go_to_end(&mut self, last: bool) {
        let claim = if last {
            self.shown().next_back()
        } else {
            self.shown().next()
        };
        if let Some(id) = claim.map(|claim| claim.id) {
            self.go(id);
        }
    }

    /// What one goes through before the current claim, and behind it.
    fn around_current<'s>(&'s self) -> (Vec<&'s Claim>, Vec<&'s Claim>) {
        let claims = &self.walk.claims;
        let at = claims.iter().position(|one| Some(one.id) == self.current);
        let (before, after) = match at {
            Some(at) => (&claims[..at], &claims[at + 1..]),
            None => (&claims[..0], &claims[..]),
        };
        let through = |claim: &&Claim| self.filter.lets_through(claim, &self.walk);
        let shown = |claims: &'s [Claim]| claims.iter().filter(through).collect();
        (shown(before), shown(after))
    }

    /// Goes through other claims from now on.
    pub(super) fn go_through(&mut self, filter: Filter) {
        self.filter = filter;
        let count = self.shown().count();
        let kept = self.shown().any(|claim| Some(claim.id) == self.current);
        if !kept {
            let (before, after) = self.around_current();
            let next = after.first().or(before.last()).map(|claim| claim.id);
            if let Some(next) = next {
                self.go(next);
            }
        }
        self.said = Some(if count == 0 {
            Said::Trouble(format!("no claim is like that: {}", filter.words()))
        } else {
            Said::Note(format!("{}: {count}", filter.words()))
        });
    }

    /// Scrolls the text by so many of its heights.
    pub(super) fn turn_page(&mut self, down: bool) {
        let height = self.panes.text.map_or(1, |pane| pane.height);
        // A row of before stays in sight.
        let rows = isize::try_from(height.saturating_sub(1).max(1)).unwrap_or(1);
        self.scroll_text(if down { rows } else { -rows });
    }

    fn scroll_text(&mut self, by: isize) {
        if let Some(pane) = self.panes.text {
            self.top = self.page.scrolled(self.top, by, usize::from(pane.width));
        }
    }

    /// Scrolls what is known of the claim.
    pub(super) fn scroll_claim(&mut self, by: isize) {
        let to = self.scroll.saturating_add_signed(by);
        self.scroll = to.min(self.panes.claim_rest);
    }

    /// The wheel was turned over a place on the screen.
    pub(super) fn wheel(&mut self, at: Position, down: bool) {
        let by = if down { WHEEL } else { -WHEEL };
        let over = |pane: Option<Rect>| pane.is_some_and(|pane| pane.contains(at));
        if over(self.panes.claim) {
            self.scroll_claim(by);
        } else if over(self.panes.text) {
            self.scroll_text(by);
        }
    }

    /// The mouse was pressed on a place on the screen: a claim that stands there comes
    /// up; of several, the next one each time, the shortest first.
    pub(super) fn click(&mut self, at: Position) {
        let Some(place) = self.place_under(at) else {
            return;
        };
        let mut here: Vec<(usize, ClaimId)> = Vec::new();
        for mark in self.page.marks_at(place) {
            if let What::Claim(id, _) = mark.what {
                here.push((mark.span.len(), id));
            }
        }
        here.retain(|(_, id)| self.shown().any(|claim| claim.id == *id));
        here.sort_by_key(|(length, _)| *length);
        let current = here.iter().position(|(_, id)| Some(*id) == self.current);
        let next = current.map_or(0, |at| (at + 1) % here.len());
        if let Some((_, id)) = here.get(next) {
            self.go(*id);
        }
    }

    /// The place in the text that a place on the screen shows.
    fn place_under(&self, at: Position) -> Option<usize> {
        let pane = self.panes.text.filter(|pane| pane.contains(at))?;
        let size = (usize::from(pane.width), usize::from(pane.height));
        let rows = self.page.rows(self.top, size);
        let row = rows.get(usize::from(at.y - pane.y))?;
        let mut column = usize::from(at.x - pane.x);
        for glyph in &row.glyphs {
            if column < glyph.width {
                return Some(glyph.at);
            }
            column -= glyph.width;
        }
        None
    }
}
