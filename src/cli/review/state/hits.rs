//! What a search of the whole desk found, to be picked from.

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::{Mode, Said, State};
use crate::cli::review::filter::Filter;
use crate::cli::review::form::{Form, Kind, Name};
use crate::cli::review::keys::{self, Command};
use crate::desk::SearchResult;
use crate::model::ids::ClaimId;
use crate::model::search::{DocumentKind, Hit};

/// What was found, and which of it one is at.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::cli::review) struct Hits {
    pub(in crate::cli::review) words: String,
    pub(in crate::cli::review) found: Vec<Hit>,
    pub(in crate::cli::review) at: usize,
}

impl State {
    /// A search of the desk found something, or nothing.
    pub(in crate::cli::review) fn found(&mut self, words: &str, result: SearchResult) {
        if result.hits.is_empty() {
            let notes = result.notes.iter().map(|note| format!("; {note}"));
            let notes: String = notes.collect();
            return self.refused(format!("nothing on the desk has “{words}”{notes}"));
        }
        self.mode = Mode::Hits(Box::new(Hits {
            words: words.to_owned(),
            found: result.hits,
            at: 0,
        }));
    }

    /// Takes a key while what was found is shown.
    pub(super) fn on_hits_key(&mut self, key: &KeyEvent) {
        let Mode::Hits(hits) = &mut self.mode else {
            return;
        };
        let last = hits.found.len().saturating_sub(1);
        match keys::command(key) {
            Some(Command::NextClaim) => hits.at = (hits.at + 1).min(last),
            Some(Command::PreviousClaim) => hits.at = hits.at.saturating_sub(1),
            Some(Command::FirstClaim) => hits.at = 0,
            Some(Command::LastClaim) => hits.at = last,
            _ => {
                let hit = hits.found.get(hits.at).cloned();
                self.mode = Mode::Browse;
                if let Some(hit) = hit.filter(|_| key.code == KeyCode::Enter) {
                    self.take_up(&hit);
                }
            }
        }
    }

    /// Goes to what was found: a claim of this article comes up, a source becomes
    /// evidence for the current claim. Of other things it is told how to see them.
    fn take_up(&mut self, hit: &Hit) {
        let number = ClaimId(hit.id);
        let claim = hit
            .claim
            .or_else(|| (hit.kind == DocumentKind::Claim).then_some(number));
        let here = |id: &ClaimId| self.walk.claims.iter().any(|claim| claim.id == *id);
        match (claim.filter(here), hit.kind, self.current) {
            (Some(claim), ..) => {
                if !self.shown().any(|shown| shown.id == claim) {
                    self.filter = Filter::of(claim, &self.walk);
                }
                self.go(claim);
            }
            (None, DocumentKind::Source, Some(current)) => {
                let mut form = self.draft(current, Kind::Cite, || Form::cite(current));
                form.set_text(Name::Source, &hit.id.to_string());
                form.focus_on(Name::Place);
                self.open(form);
            }
            (None, kind, _) => {
                let said = format!("`claimdesk {kind} show {}` shows it", hit.id);
                self.said = Some(Said::Note(match kind {
                    DocumentKind::Flag => format!("`claimdesk flag list` shows flag {}", hit.id),
                    _ => said,
                }));
            }
        }
    }
}
