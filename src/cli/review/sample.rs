//! A review of a small article, for tests.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;
use tempfile::TempDir;

use super::HITS;
use super::deeds::{self, Deed};
use super::draw::{Laid, Look};
use super::state::{Mode, Said, State, Wish};
use crate::desk::{Access, Act, Desk, NewArticle};
use crate::extract::Offer;
use crate::model::article::GivenDetails;
use crate::model::claim::ClaimRef;
use crate::model::ids::{ArticleId, ClaimId};
use crate::model::people::{NewReviewer, Role};

/// A heading, a repeated phrase, wide letters, a tab, an escape code, words from right
/// to left.
pub(super) const ARTICLE: &str = "The Bridge of Žilina\n\n\
    The bridge opened on 3 May 1931 and cost two million crowns. “It will stand for a hundred years,” \
    the mayor said.\n\n\
    Traffic rose by 12 percent in 2018. The mayor said nothing. Vega argues that the bridge opened too late.\n\n\
    台湾と中国は2018年に条約に署名した。\tThe treaty\x1b[31m was signed by 40 ministers in 2019. \
    وقعت المعاهدة 12 دولة في عام 2018.\n";

pub(super) const SIZE: Rect = Rect {
    x: 0,
    y: 0,
    width: 80,
    height: 24,
};

/// A desk with one article, and a review of it.
pub(super) struct Sample {
    folder: TempDir,
    pub(super) desk: Desk,
    pub(super) state: State,
    pub(super) size: Rect,
}

/// The next act, a moment after the one before: what is done in one moment counts as
/// one act.
pub(super) fn act() -> Act {
    static ACTS: AtomicI64 = AtomicI64::new(0);
    let begin: DateTime<Utc> = "2026-02-03T00:00:00Z".parse().unwrap();
    let moments = ACTS.fetch_add(1, Ordering::Relaxed);
    Act {
        actor: None,
        at: begin + TimeDelta::milliseconds(moments),
    }
}

impl Sample {
    pub(super) fn new() -> Self {
        Self::of(ARTICLE)
    }

    pub(super) fn of(article: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("claimdesk.db");
        let people = ["ana", "ben"].map(|handle| NewReviewer {
            handle: handle.parse().unwrap(),
            name: handle.to_owned(),
            role: Role::Editor,
        });
        Desk::init(&path, &people[0], act().at).unwrap();
        let mut desk = Desk::open(&path, Access::Write).unwrap();
        desk.add_reviewer(&act(), &people[1]).unwrap();
        let new = NewArticle {
            bytes: article.as_bytes(),
            file_name: Some("bridge.txt"),
            document_type: None,
            encoding: None,
            given: GivenDetails::default(),
            offer: Offer::default(),
        };
        desk.add_articles(&act(), &new).unwrap();
        let walk = desk.walk_through(&act(), ArticleId(1)).unwrap();
        let mut sample = Self {
            state: State::new(walk, None, true),
            folder,
            desk,
            size: SIZE,
        };
        sample.settle();
        sample
    }

    /// The desk as somebody else opens it.
    pub(super) fn elsewhere(&self) -> Desk {
        let path = self.folder.path().join("claimdesk.db");
        Desk::open(&path, Access::Write).unwrap()
    }

    /// Reads the desk again.
    pub(super) fn reload(&mut self) {
        let walk = self.desk.walk_through(&act(), ArticleId(1)).unwrap();
        self.state.took(walk);
        self.settle();
    }

    fn settle(&mut self) {
        if let Some(id) = self.state.unknown() {
            let claim = self.desk.claim(&ClaimRef::Number(id)).unwrap();
            self.state.learned(claim);
        }
        let laid = Laid::new(&self.state, self.size, Look { color: false });
        self.state.settle(laid.panes);
    }

    /// Takes an event, and does on the desk what comes of it.
    pub(super) fn on(&mut self, event: &Event) -> Option<Wish> {
        let wish = self.state.on(event);
        match &wish {
            Some(Wish::Do(deed)) => self.act(deed),
            Some(Wish::Search(words)) => match self.desk.search(words, HITS) {
                Ok(result) => self.state.found(words, result),
                Err(error) => self.state.refused(deeds::told(&error.into())),
            },
            _ => {}
        }
        self.settle();
        wish
    }

    fn act(&mut self, deed: &Deed) {
        match deeds::done(&mut self.desk, &act(), deed.clone()) {
            Ok(outcome) => {
                let walk = self.desk.walk_through(&act(), ArticleId(1)).unwrap();
                self.state.took(walk);
                self.state.did(deed, outcome);
            }
            Err(error) => self.state.refused(deeds::told(&error)),
        }
    }

    pub(super) fn press(&mut self, code: KeyCode) -> Option<Wish> {
        self.on(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    pub(super) fn press_with(&mut self, modifiers: KeyModifiers, code: KeyCode) -> Option<Wish> {
        self.on(&Event::Key(KeyEvent::new(code, modifiers)))
    }

    /// Types characters one by one.
    pub(super) fn types(&mut self, text: &str) {
        for c in text.chars() {
            self.press(KeyCode::Char(c));
        }
    }

    pub(super) fn current(&self) -> i64 {
        self.state.current.map_or(0, |ClaimId(id)| id)
    }

    /// What the program said last, or why a form could not be saved.
    pub(super) fn said(&self) -> &str {
        match (&self.state.mode, &self.state.said) {
            (Mode::Form(form), _) => form.refused.as_deref().unwrap_or_default(),
            (_, Some(Said::Note(said) | Said::Trouble(said))) => said,
            (_, None) => "",
        }
    }
}
