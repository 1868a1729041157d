//! What keys ask for while no form is open.

use super::{Doubt, Mode, Said, Side, State, Wish};
use crate::cli::output::counted;
use crate::cli::review::deeds::Deed;
use crate::cli::review::form::{Form, Kind, Name};
use crate::cli::review::keys::Command;
use crate::model::claim::{Claim, ClaimState};
use crate::model::ids::ClaimId;

/// How far what is known of a claim scrolls at once.
const CLAIM_ROWS: isize = 5;

impl State {
    /// Does what a key asks for; `doubt` is what was asked just before.
    pub(super) fn command(&mut self, command: Command, doubt: Option<Doubt>) -> Option<Wish> {
        match command {
            Command::NextClaim => self.step(1),
            Command::PreviousClaim => self.step(-1),
            Command::NextLeft => self.go_left(true),
            Command::PreviousLeft => self.go_left(false),
            Command::FirstClaim => self.go_to_end(false),
            Command::LastClaim => self.go_to_end(true),
            Command::TextDown => self.turn_page(true),
            Command::TextUp => self.turn_page(false),
            Command::ClaimDown => self.scroll_claim(CLAIM_ROWS),
            Command::ClaimUp => self.scroll_claim(-CLAIM_ROWS),
            Command::OtherSide => self.turn_over(),
            Command::Search => self.open(Form::search()),
            Command::SearchDesk => self.open(Form::search_desk()),
            Command::NextFound => self.go_found(true),
            Command::PreviousFound => self.go_found(false),
            Command::Filter => self.open(Form::filter(self.filter)),
            Command::Help => self.mode = Mode::Help(0),
            Command::Undo => return self.undo(doubt),
            Command::Reload => return Some(Wish::Reload),
            Command::Redraw => return Some(Wish::Redraw),
            Command::Mouse => return Some(self.switch_mouse()),
            Command::Leave => return self.leave(doubt),
            Command::Rate(_)
            | Command::Judge
            | Command::Accept
            | Command::Dismiss
            | Command::Cite
            | Command::Flag
            | Command::Comment
            | Command::Assign => return self.work(command),
        }
        None
    }

    /// What is done to the current claim.
    fn work(&mut self, command: Command) -> Option<Wish> {
        let Some(claim) = self.claim().cloned() else {
            self.said = Some(Said::Trouble("no claim is chosen".to_owned()));
            return None;
        };
        let id = claim.id;
        let (kind, form) = match command {
            Command::Accept => return Some(Wish::Do(Box::new(accepting(&claim)))),
            Command::Rate(number) => return self.rate(id, number.saturating_sub(1)),
            Command::Judge => return self.rate(id, 0),
            Command::Dismiss => (Kind::Dismiss, Form::dismiss(id)),
            Command::Cite => (Kind::Cite, Form::cite(id)),
            Command::Flag => (Kind::Flag, Form::flag(id)),
            Command::Comment => (Kind::Comment, Form::comment(id)),
            Command::Assign => (Kind::Assign, Form::assign(&claim, &self.walk)),
            _ => return None,
        };
        let form = self.draft(id, kind, || form);
        self.open(form);
        None
    }

    fn rate(&mut self, claim: ClaimId, rating: usize) -> Option<Wish> {
        let scale = &self.walk.scale;
        let all = scale.ratings.len();
        if rating >= all {
            let count = counted(all, "rating");
            self.said = Some(Said::Trouble(format!(
                "the scale {} has {count}",
                scale.name
            )));
            return None;
        }
        let fresh = Form::rate(claim, scale, rating);
        let mut form = match self.drafts.remove(&(claim, Kind::Rate)) {
            Some(draft) => fresh.with_texts_of(&draft),
            None => fresh,
        };
        form.focus_on(Name::Why);
        self.open(form);
        None
    }

    /// The form that was left with something typed in it, or a new one.
    pub(super) fn draft(
        &mut self,
        claim: ClaimId,
        kind: Kind,
        fresh: impl FnOnce() -> Form,
    ) -> Form {
        self.drafts.remove(&(claim, kind)).unwrap_or_else(fresh)
    }

    pub(super) fn open(&mut self, form: Form) {
        self.mode = Mode::Form(Box::new(form));
    }

    fn turn_over(&mut self) {
        self.side = match self.side {
            Side::Text => Side::Claim,
            Side::Claim => Side::Text,
        };
    }

    fn switch_mouse(&mut self) -> Wish {
        self.mouse = !self.mouse;
        let who = if self.mouse {
            "this program"
        } else {
            "the terminal, which can select text"
        };
        self.said = Some(Said::Note(format!("the mouse is with {who}")));
        Wish::Mouse(self.mouse)
    }

    /// What was done before this review is not taken back by a slip of the finger.
    fn undo(&mut self, doubt: Option<Doubt>) -> Option<Wish> {
        if self.done > 0 || doubt == Some(Doubt::Undo) {
            return Some(Wish::Do(Box::new(Deed::Undo)));
        }
        self.doubt = Some(Doubt::Undo);
        self.said = Some(Said::Trouble(
            "what you did last was before this review; press the key again to take it back"
                .to_owned(),
        ));
        None
    }

    fn leave(&mut self, doubt: Option<Doubt>) -> Option<Wish> {
        if self.drafts.is_empty() || doubt == Some(Doubt::Leave) {
            return Some(Wish::Leave);
        }
        self.doubt = Some(Doubt::Leave);
        let mut claims: Vec<ClaimId> = self.drafts.keys().map(|(claim, _)| *claim).collect();
        claims.sort_unstable();
        claims.dedup();
        let claims: Vec<String> = claims.iter().map(ToString::to_string).collect();
        self.said = Some(Said::Trouble(format!(
            "what you typed on claim {} is not saved; press the key again to leave without it",
            claims.join(", ")
        )));
        None
    }
}

/// What accepting means for a claim: one that was dismissed is taken up again.
fn accepting(claim: &Claim) -> Deed {
    match claim.state {
        ClaimState::Dismissed => Deed::Reopen(claim.id),
        _ => Deed::Accept(claim.id),
    }
}
