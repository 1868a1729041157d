//! What the screen shows and what a person is doing there. Pure: a key, a click or
//! a paste makes a new state, and at most one [`Wish`] for what only the program
//! around can do.

mod commands;
mod events;
mod hits;
mod moves;
mod search;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::ops::Range;

use ratatui::layout::Rect;

pub(super) use self::hits::Hits;
pub(super) use self::search::Sought;
use super::deeds::{Deed, Next, Outcome};
use super::filter::Filter;
use super::form::{Form, Kind};
use super::page::Page;
use crate::desk::{ClaimDetail, Matched, Walkthrough};
use crate::model::claim::Claim;
use crate::model::ids::ClaimId;

/// What is going on.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Mode {
    /// Keys are commands.
    Browse,
    /// Keys go into a form.
    Form(Box<Form>),
    /// All keys are shown, from this row on.
    Help(usize),
    /// What a search of the desk found.
    Hits(Box<Hits>),
}

/// Which side a narrow screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Text,
    Claim,
}

/// What the program last had to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// What was done, or where one is.
    Note(String),
    /// What could not be done.
    Trouble(String),
}

/// What a person wants that the state can't give.
#[derive(Debug, Clone)]
pub(super) enum Wish {
    /// Something is done on the desk.
    Do(Box<Deed>),
    /// This text is written on in an editor.
    Edit(String),
    /// The whole desk is searched.
    Search(String),
    /// The desk is read anew.
    Reload,
    /// The screen is drawn anew, whatever the terminal made of it.
    Redraw,
    /// Whether the program wants the mouse.
    Mouse(bool),
    /// The review ends for now.
    Leave,
}

/// What is asked again before it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doubt {
    /// Typed texts would be lost.
    Leave,
    /// What was done last was done before this review.
    Undo,
}

/// All that the desk knows of a claim, and what it found that may say the same.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) claim: ClaimDetail,
    /// None until there was time to look.
    pub(super) matches: Option<Vec<Matched>>,
    /// Whether the desk may know something else by now.
    outdated: bool,
}

/// Where the sides are on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Panes {
    pub(super) text: Option<Rect>,
    pub(super) claim: Option<Rect>,
    /// How many rows of what is known of the claim don't fit.
    pub(super) claim_rest: usize,
    /// How many rows of the help don't fit.
    pub(super) help_rest: usize,
}

/// A review under way.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) walk: Walkthrough,
    pub(super) page: Page,
    pub(super) current: Option<ClaimId>,
    pub(super) known: Option<Known>,
    pub(super) filter: Filter,
    pub(super) mode: Mode,
    pub(super) said: Option<Said>,
    /// Where the rows of the text in sight begin.
    pub(super) top: usize,
    /// How many rows of what is known of the claim are above.
    pub(super) scroll: usize,
    pub(super) side: Side,
    pub(super) sought: Option<Sought>,
    panes: Panes,
    /// Words that are to come into sight.
    wanted: Option<Range<usize>>,
    /// Forms that were left with something typed in them.
    drafts: HashMap<(ClaimId, Kind), Form>,
    doubt: Option<Doubt>,
    /// How many deeds of this review could be taken back.
    done: usize,
    mouse: bool,
}

impl State {
    /// A review that begins at a claim; where that is not there any more, at the first
    /// that is left to do.
    pub(super) fn new(walk: Walkthrough, begin: Option<ClaimId>, mouse: bool) -> Self {
        let there = |id: &ClaimId| walk.claims.iter().any(|claim| claim.id == *id);
        let begin = begin.filter(there);
        let mut state = Self {
            page: Page::new(&walk),
            walk,
            current: None,
            known: None,
            filter: Filter::default(),
            mode: Mode::Browse,
            said: None,
            top: 0,
            scroll: 0,
            side: Side::Text,
            sought: None,
            panes: Panes::default(),
            wanted: None,
            drafts: HashMap::new(),
            doubt: None,
            done: 0,
            mouse,
        };
        let first = |state: &Self| state.shown().next().map(|claim| claim.id);
        let begin = begin
            .or_else(|| state.next_left())
            .or_else(|| first(&state));
        if let Some(begin) = begin {
            state.go(begin);
        }
        state
    }

    /// The claims that one goes through.
    pub(super) fn shown(&self) -> impl DoubleEndedIterator<Item = &Claim> {
        let claims = self.walk.claims.iter();
        claims.filter(|claim| self.filter.lets_through(claim, &self.walk))
    }

    /// The current claim.
    pub(super) fn claim(&self) -> Option<&Claim> {
        let claims = &mut self.walk.claims.iter();
        claims.find(|claim| Some(claim.id) == self.current)
    }

    /// How many claims need nothing more of the reviewer, and how many there are.
    pub(super) fn progress(&self) -> (usize, usize) {
        let claims = self.walk.claims.iter();
        let done = claims.filter(|claim| !self.walk.is_left(claim)).count();
        (done, self.walk.claims.len())
    }

    /// The claim that the desk is to be asked about.
    pub(super) fn unknown(&self) -> Option<ClaimId> {
        let known = |known: &Known, id| known.claim.claim.id == id && !known.outdated;
        let is_known = |id| self.known.as_ref().is_some_and(|one| known(one, id));
        self.current.filter(|id| !is_known(*id))
    }

    /// What the desk knows of the claim. What may say the same is still so.
    pub(super) fn learned(&mut self, claim: ClaimDetail) {
        let before = self.known.take();
        let before = before.filter(|known| known.claim.claim.id == claim.claim.id);
        self.known = Some(Known {
            claim,
            matches: before.and_then(|known| known.matches),
            outdated: false,
        });
    }

    /// The claim for which nobody has looked yet what may say the same.
    pub(super) fn unmatched(&self) -> Option<ClaimId> {
        let known = self.known.as_ref().filter(|known| known.matches.is_none());
        known.map(|known| known.claim.claim.id)
    }

    /// What may say the same as the claim.
    pub(super) fn matched(&mut self, matches: Vec<Matched>) {
        if let Some(known) = &mut self.known {
            known.matches = Some(matches);
        }
    }

    /// The desk as it is now.
    pub(super) fn took(&mut self, walk: Walkthrough) {
        let same_text = walk.revision.id == self.walk.revision.id;
        self.page = Page::new(&walk);
        self.walk = walk;
        if let Some(known) = &mut self.known {
            known.outdated = true;
        }
        if !same_text {
            self.top = 0;
            self.sought = None;
            self.want_current();
        }
        if self.claim().is_none() {
            let first = self.shown().next().map(|claim| claim.id);
            self.current = None;
            self.known = None;
            if let Some(first) = first {
                self.go(first);
            }
        }
    }

    /// A deed is done and the desk read again: the form closes, and what comes next
    /// comes up.
    pub(super) fn did(&mut self, deed: &Deed, outcome: Outcome) {
        self.done = match deed {
            Deed::Undo => self.done.saturating_sub(1),
            _ => self.done + 1,
        };
        if let Mode::Form(form) = std::mem::replace(&mut self.mode, Mode::Browse)
            && let Some(claim) = form.claim
        {
            self.drafts.remove(&(claim, form.kind));
        }
        let mut said = outcome.said;
        match outcome.next {
            Next::Stay => {}
            Next::To(claim) => self.go(claim),
            Next::Onward => match self.next_left().or_else(|| self.next_of_some()) {
                Some(next) => self.go(next),
                None => said += "; nothing is left to do",
            },
        }
        self.said = Some(Said::Note(said));
    }

    /// Something could not be done, in a sentence. What was typed stays.
    pub(super) fn refused(&mut self, why: String) {
        match &mut self.mode {
            Mode::Form(form) => form.refused = Some(why),
            Mode::Browse | Mode::Help(_) | Mode::Hits(_) => self.said = Some(Said::Trouble(why)),
        }
    }

    /// What was written in an editor takes the place of what was typed.
    pub(super) fn edited(&mut self, text: &str) {
        if let Mode::Form(form) = &mut self.mode {
            form.replace(text.trim_end());
        }
    }

    /// The screen is laid out so: what is to come into sight does.
    pub(super) fn settle(&mut self, panes: Panes) {
        let width = |panes: Panes| panes.text.map(|pane| pane.width);
        // A form leaves less room; a message that comes and goes is no reason to scroll.
        let narrowed = panes.text != self.panes.text && matches!(self.mode, Mode::Form(_));
        let resized = width(panes) != width(self.panes) || narrowed;
        self.panes = panes;
        self.scroll = self.scroll.min(panes.claim_rest);
        if let Mode::Help(from) = &mut self.mode {
            *from = (*from).min(panes.help_rest);
        }
        if resized && self.wanted.is_none() {
            self.wanted = self.current_span();
        }
        if let (Some(pane), Some(words)) = (panes.text, self.wanted.take()) {
            let size = (usize::from(pane.width), usize::from(pane.height));
            self.top = self.page.in_sight(self.top, &words, size);
        }
    }

    fn current_span(&self) -> Option<Range<usize>> {
        let span = self.claim().and_then(|claim| self.walk.span_of(claim))?;
        Some(span.start..span.end)
    }

    fn want_current(&mut self) {
        self.wanted = self.current_span();
    }
}
