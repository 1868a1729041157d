//! A review of an article on the whole screen of a terminal.
//!
//! `state` holds what is shown and turns keys into a new state, `draw`
//! turns a state into a picture, `deeds` does on the desk what the state asks for, and
//! `terminal` is the screen. Here is the loop that goes round among them. Everything
//! that is done is saved before the next key is read.

mod deeds;
mod draw;
mod entry;
mod filter;
mod form;
mod glyphs;
mod keys;
mod page;
mod resume;
#[cfg(test)]
mod sample;
mod state;
mod terminal;

use std::time::Duration;

use self::deeds::Deed;
use self::draw::Laid;
pub(crate) use self::draw::Look;
use self::resume::Bookmark;
use self::state::{State, Wish};
use self::terminal::Screen;
use super::context::Context;
use super::editor::Draft;
use super::error::CliError;
use super::exit::Exit;
use crate::desk::{Desk, Freshness, MatchOptions, Matched, shipped_matcher};
use crate::model::claim::ClaimRef;
use crate::model::ids::{ArticleId, ClaimId};
use crate::model::search::{SearchPage, SearchSort};

/// How long nothing happens before what takes time is looked up.
const PAUSE: Duration = Duration::from_millis(150);

/// How often a desk at which nobody types is asked whether it has changed.
const TICK: Duration = Duration::from_secs(1);

/// Earlier claims that may say the same: so many at most, each so likely.
const MATCHES: MatchOptions = MatchOptions {
    top: 3,
    at_least: 0.1,
    rated: false,
};

/// So much of what a search finds is shown.
const HITS: SearchPage = SearchPage {
    sort: SearchSort::Relevance,
    limit: 50,
    offset: 0,
};

/// Goes through the claims of an article until the reviewer leaves.
pub(crate) fn run(
    context: &Context,
    desk: Desk,
    article: ArticleId,
    (look, mouse): (Look, bool),
) -> Result<Exit, CliError> {
    let mut review = Review::begin(context, desk, article, mouse)?;
    let mut screen = Screen::take(mouse)?;
    review.go_round(&mut screen, look)?;
    review
        .bookmark
        .keep(&review.state.walk, review.state.current);
    Ok(Exit::Done)
}

/// A review under way, with the desk it is on.
struct Review<'c> {
    context: &'c Context,
    desk: Desk,
    article: ArticleId,
    state: State,
    bookmark: Bookmark,
    /// What the desk was like when it was read.
    read_at: Freshness,
}

impl<'c> Review<'c> {
    fn begin(
        context: &'c Context,
        desk: Desk,
        article: ArticleId,
        mouse: bool,
    ) -> Result<Self, CliError> {
        let read_at = desk.freshness()?;
        let walk = desk.walk_through(&context.act(), article)?;
        let bookmark = Bookmark::of(&walk, context);
        let state = State::new(walk, bookmark.claim(), mouse);
        Ok(Self {
            context,
            desk,
            article,
            state,
            bookmark,
            read_at,
        })
    }

    /// Draws, waits for what a person does, does it; until they leave.
    fn go_round(&mut self, screen: &mut Screen, look: Look) -> Result<(), CliError> {
        loop {
            self.know()?;
            let laid = Laid::new(&self.state, screen.size()?, look);
            self.state.settle(laid.panes);
            screen.draw(|frame| draw::screen(frame, &self.state, &laid))?;
            let patience = self.state.unmatched().map_or(TICK, |_| PAUSE);
            let mut event = terminal::wait(patience)?;
            if event.is_none() {
                // Somebody may be typing: what fails here is no reason to end.
                if let Err(error) = self.look_around() {
                    self.state.refused(deeds::told(&error));
                }
            }
            // Whoever keeps a key pressed wants to see where that leads, not each step.
            while let Some(done) = event {
                let wish = self.state.on(&done);
                if matches!(wish, Some(Wish::Leave)) {
                    return Ok(());
                }
                self.grant(screen, wish)?;
                event = terminal::wait(Duration::ZERO)?;
            }
        }
    }

    /// Does what the state can't.
    fn grant(&mut self, screen: &mut Screen, wish: Option<Wish>) -> Result<(), CliError> {
        match wish {
            None | Some(Wish::Leave) => Ok(()),
            Some(Wish::Do(deed)) => self.act(&deed),
            Some(Wish::Edit(text)) => self.edit(screen, &text),
            Some(Wish::Search(words)) => {
                match self.desk.search(&words, HITS) {
                    Ok(result) => self.state.found(&words, result),
                    Err(error) => self.state.refused(deeds::told(&error.into())),
                }
                Ok(())
            }
            Some(Wish::Reload) => {
                self.read_again()?;
                screen.redraw()
            }
            Some(Wish::Redraw) => screen.redraw(),
            Some(Wish::Mouse(mouse)) => screen.use_mouse(mouse),
        }
    }

    /// Asks the desk about the current claim, unless that is known.
    fn know(&mut self) -> Result<(), CliError> {
        if let Some(id) = self.state.unknown() {
            let claim = self.desk.claim(&ClaimRef::Number(id))?;
            self.state.learned(claim);
        }
        Ok(())
    }

    /// Nobody does anything: time to look for earlier claims, to keep the place, and to
    /// see what others have done.
    fn look_around(&mut self) -> Result<(), CliError> {
        self.bookmark.keep(&self.state.walk, self.state.current);
        if self.desk.freshness()? != self.read_at {
            return self.read_again();
        }
        if let Some(claim) = self.state.unmatched() {
            // What fails is told once, and not tried again and again.
            self.state.matched(Vec::new());
            let matches = self.matches(claim)?;
            self.state.matched(matches);
        }
        Ok(())
    }

    fn matches(&mut self, claim: ClaimId) -> Result<Vec<Matched>, CliError> {
        let question = self.desk.question_of(&ClaimRef::Number(claim))?;
        let mut found = Vec::new();
        let questions = std::iter::once(Ok::<_, CliError>(question));
        self.desk
            .matches(shipped_matcher()?, questions, MATCHES, |matched| {
                found.extend(matched);
                Ok(())
            })?;
        Ok(found)
    }

    /// Does something on the desk; where the desk refuses, that is shown.
    fn act(&mut self, deed: &Deed) -> Result<(), CliError> {
        match deeds::done(&mut self.desk, &self.context.act_now(), deed.clone()) {
            Ok(outcome) => {
                self.read_again()?;
                self.state.did(deed, outcome);
            }
            Err(error) => self.state.refused(deeds::told(&error)),
        }
        Ok(())
    }

    fn read_again(&mut self) -> Result<(), CliError> {
        self.read_at = self.desk.freshness()?;
        let walk = self.desk.walk_through(&self.context.act(), self.article)?;
        self.state.took(walk);
        Ok(())
    }

    /// Lets the reviewer go on with a text in their editor.
    fn edit(&mut self, screen: &mut Screen, text: &str) -> Result<(), CliError> {
        let written = screen.lend(|| Draft::write(self.context, "claimdesk-review", text))?;
        match written {
            Ok((draft, text)) => {
                self.state.edited(&text);
                draft.done();
            }
            Err(error) => self.state.refused(error.to_string()),
        }
        Ok(())
    }
}
