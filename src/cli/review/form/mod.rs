//! Forms: what is asked before something is done to a claim, and what was typed
//! so far.

mod answers;
mod field;

use ratatui::crossterm::event::KeyEvent;

pub(super) use self::field::{Field, Name, Value};
use self::field::{choice, choose, text};
use super::filter::Filter;
use crate::desk::Walkthrough;
use crate::model::claim::Claim;
use crate::model::flag::{Category, Severity};
use crate::model::ids::ClaimId;
use crate::model::scale::{Scale, Tone};
use crate::model::source::Stance;

/// For taking a claim from all who have it; no handle has spaces.
const NOBODY: &str = "nobody any more";

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Rate,
    Dismiss,
    Cite,
    Flag,
    Comment,
    Assign,
    Search,
    SearchDesk,
    Filter,
}

/// A form that is open, or that was left with something typed in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) kind: Kind,
    /// The claim it is about; the search and the filter are about none.
    pub(super) claim: Option<ClaimId>,
    pub(super) fields: Vec<Field>,
    /// Which field is typed into.
    pub(super) focus: usize,
    /// Why it could not be saved.
    pub(super) refused: Option<String>,
}

fn stance_field(stance: Stance) -> Field {
    let chosen = Stance::ALL.iter().position(|one| *one == stance);
    choice(Name::Stance, Stance::WORDS, chosen.unwrap_or_default())
}

impl Form {
    fn new(kind: Kind, claim: Option<ClaimId>, fields: Vec<Field>) -> Self {
        Self {
            kind,
            claim,
            fields,
            focus: 0,
            refused: None,
        }
    }

    /// A verdict with a rating of the scale, by its place there.
    pub(super) fn rate(claim: ClaimId, scale: &Scale, rating: usize) -> Self {
        let labels = scale.ratings.iter();
        let labels = labels.map(|one| format!("{} {}", one.tone.sign(), one.label));
        let chosen = scale.ratings.get(rating);
        let tone = chosen.map_or(Tone::Neutral, |one| one.tone);
        let fields = vec![
            choice(Name::Rating, labels, rating),
            text(Name::Why),
            text(Name::Correction),
            text(Name::Source),
            stance_field(Stance::usual(tone)),
            text(Name::Place),
            text(Name::Passage),
            text(Name::NoSource),
        ];
        let form = Self::new(Kind::Rate, Some(claim), fields);
        Self { focus: 1, ..form }
    }

    pub(super) fn dismiss(claim: ClaimId) -> Self {
        Self::new(Kind::Dismiss, Some(claim), vec![text(Name::Why)])
    }

    /// A source for a claim.
    pub(super) fn cite(claim: ClaimId) -> Self {
        let fields = vec![
            text(Name::Source),
            stance_field(Stance::Context),
            text(Name::Place),
            text(Name::Passage),
        ];
        Self::new(Kind::Cite, Some(claim), fields)
    }

    pub(super) fn flag(claim: ClaimId) -> Self {
        let medium = Severity::ALL
            .iter()
            .position(|one| *one == Severity::Medium);
        let text_sort = Category::ALL.iter().position(|one| *one == Category::Text);
        let fields = vec![
            text(Name::Problem),
            choice(Name::Severity, Severity::WORDS, medium.unwrap_or_default()),
            choice(
                Name::Category,
                Category::WORDS,
                text_sort.unwrap_or_default(),
            ),
            text(Name::Suggestion),
        ];
        Self::new(Kind::Flag, Some(claim), fields)
    }

    pub(super) fn comment(claim: ClaimId) -> Self {
        Self::new(Kind::Comment, Some(claim), vec![text(Name::Remark)])
    }

    /// Whom a claim is given to: those who don't have it yet, or nobody any more.
    pub(super) fn assign(claim: &Claim, walk: &Walkthrough) -> Self {
        let has = |handle: &str| claim.assigned.iter().any(|one| one.reviewer == handle);
        let people = walk.people.iter().map(ToString::to_string);
        let mut words: Vec<String> = people.filter(|handle| !has(handle)).collect();
        let me = walk.reviewer.handle.as_str();
        let chosen = words.iter().position(|handle| handle == me);
        if !claim.assigned.is_empty() {
            words.push(NOBODY.to_owned());
        }
        let fields = vec![
            choice(Name::Who, words, chosen.unwrap_or_default()),
            text(Name::Due),
        ];
        Self::new(Kind::Assign, Some(claim.id), fields)
    }

    pub(super) fn search() -> Self {
        Self::new(Kind::Search, None, vec![text(Name::Words)])
    }

    pub(super) fn search_desk() -> Self {
        Self::new(Kind::SearchDesk, None, vec![text(Name::Words)])
    }

    pub(super) fn filter(now: Filter) -> Self {
        let chosen = Filter::ALL.iter().position(|one| *one == now);
        let words = Filter::ALL.iter().map(|one| one.words());
        let fields = vec![choice(Name::Only, words, chosen.unwrap_or_default())];
        Self::new(Kind::Filter, None, fields)
    }

    /// What the form does, as its head.
    pub(super) fn title(&self) -> String {
        let claim = self.claim.map(|id| format!("claim {id}"));
        let claim = claim.unwrap_or_default();
        match self.kind {
            Kind::Rate => format!("Rate {claim}"),
            Kind::Dismiss => format!("Dismiss {claim}"),
            Kind::Cite => format!("Evidence for {claim}"),
            Kind::Flag => format!("Flag {claim}"),
            Kind::Comment => format!("Remark on {claim}"),
            Kind::Assign => format!("Give {claim}"),
            Kind::Search => "Search the text and the statements".to_owned(),
            Kind::SearchDesk => "Search the whole desk".to_owned(),
            Kind::Filter => "Go through".to_owned(),
        }
    }

    /// The field that is typed into.
    pub(super) fn focused(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.focus)
    }

    pub(super) fn next_field(&mut self) {
        self.focus = (self.focus + 1) % self.fields.len().max(1);
    }

    pub(super) fn previous_field(&mut self) {
        let all = self.fields.len().max(1);
        self.focus = (self.focus + all - 1) % all;
    }

    /// Takes a key for the field that is typed into.
    pub(super) fn take(&mut self, key: &KeyEvent) {
        self.refused = None;
        match self.focused().map(|field| &mut field.value) {
            Some(Value::Text(entry)) => {
                entry.take(key);
            }
            Some(Value::Choice { words, chosen }) => choose(words, chosen, key.code),
            None => {}
        }
    }

    /// Takes what was pasted for the field that is typed into.
    pub(super) fn paste(&mut self, pasted: &str) {
        self.refused = None;
        if let Some(Value::Text(entry)) = self.focused().map(|field| &mut field.value) {
            let pasted = if entry.has_lines() {
                pasted
            } else {
                pasted.trim()
            };
            entry.insert(pasted);
        }
    }

    /// The text of a field, where it says something.
    pub(super) fn text(&self, name: Name) -> Option<String> {
        let field = self.fields.iter().find(|field| field.name == name)?;
        match &field.value {
            Value::Text(entry) => Some(entry.text().trim())
                .filter(|text| !text.is_empty())
                .map(str::to_owned),
            Value::Choice { words, chosen } => words.get(*chosen).cloned(),
        }
    }

    /// Which of its words a field has.
    pub(super) fn chosen(&self, name: Name) -> Option<usize> {
        let field = self.fields.iter().find(|field| field.name == name)?;
        match &field.value {
            Value::Choice { words, chosen } => Some(*chosen).filter(|at| *at < words.len()),
            Value::Text(_) => None,
        }
    }

    /// Types into another field from now on, where the form has it.
    pub(super) fn focus_on(&mut self, name: Name) {
        let at = self.fields.iter().position(|field| field.name == name);
        self.focus = at.unwrap_or(self.focus);
    }

    /// Puts a text into a field.
    pub(super) fn set_text(&mut self, name: Name, text: &str) {
        for field in self.fields.iter_mut().filter(|field| field.name == name) {
            if let Value::Text(entry) = &mut field.value {
                entry.replace(text);
            }
        }
    }

    /// Puts a text in the place of what was typed into the field that is typed into.
    pub(super) fn replace(&mut self, text: &str) {
        if let Some(Value::Text(entry)) = self.focused().map(|field| &mut field.value) {
            entry.replace(text);
        }
    }

    /// The form with what was typed into the same fields of another.
    pub(super) fn with_texts_of(mut self, other: &Self) -> Self {
        for field in &other.fields {
            if let Value::Text(entry) = &field.value {
                self.set_text(field.name, entry.text());
            }
        }
        self
    }

    /// Whether something was typed that would be lost.
    pub(super) fn holds_text(&self) -> bool {
        let typed = |field: &Field| match &field.value {
            Value::Text(entry) => !entry.text().trim().is_empty(),
            Value::Choice { .. } => false,
        };
        self.claim.is_some() && self.fields.iter().any(typed)
    }
}
