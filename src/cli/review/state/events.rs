//! Keys, clicks and pastes.

use ratatui::crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, MouseButton, MouseEventKind,
};
use ratatui::layout::Position;

use super::{Mode, Said, State, Wish};
use crate::cli::review::filter::Filter;
use crate::cli::review::form::{Form, Kind, Name, Value};
use crate::cli::review::keys::{self, Command, FormCommand};
use crate::desk::source_identity;

/// How far the help scrolls at once.
const HELP_ROWS: usize = 10;

impl State {
    /// Takes what a person did at the terminal.
    pub(in crate::cli::review) fn on(&mut self, event: &Event) -> Option<Wish> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.on_key(key),
            Event::Paste(text) => {
                self.on_paste(text);
                None
            }
            Event::Mouse(mouse) => {
                self.on_mouse(mouse.kind, Position::new(mouse.column, mouse.row));
                None
            }
            _ => None,
        }
    }

    fn on_key(&mut self, key: &KeyEvent) -> Option<Wish> {
        let doubt = self.doubt.take();
        if keys::is_interrupt(key) {
            self.close();
            return self.command(Command::Leave, doubt);
        }
        match &mut self.mode {
            Mode::Form(_) => self.on_form_key(key),
            Mode::Help(from) => {
                match keys::command(key) {
                    Some(Command::NextClaim) => *from += 1,
                    Some(Command::PreviousClaim) => *from = from.saturating_sub(1),
                    Some(Command::TextDown) => *from += HELP_ROWS,
                    Some(Command::TextUp) => *from = from.saturating_sub(HELP_ROWS),
                    _ => self.mode = Mode::Browse,
                }
                None
            }
            Mode::Hits(_) => {
                self.on_hits_key(key);
                None
            }
            Mode::Browse => {
                self.said = None;
                if let Some(command) = keys::command(key) {
                    return self.command(command, doubt);
                }
                self.unbound(key);
                None
            }
        }
    }

    /// A key that does nothing says where to look, but for keys that many press to get
    /// out of something.
    fn unbound(&mut self, key: &KeyEvent) {
        if key.code == KeyCode::Esc {
            self.sought = None;
        } else {
            self.said = Some(Said::Note(
                "that key does nothing; ? shows those that do".to_owned(),
            ));
        }
    }

    fn on_form_key(&mut self, key: &KeyEvent) -> Option<Wish> {
        let Mode::Form(form) = &mut self.mode else {
            return None;
        };
        match keys::form_command(key) {
            None => form.take(key),
            Some(FormCommand::NextField) => form.next_field(),
            Some(FormCommand::PreviousField) => form.previous_field(),
            Some(FormCommand::NewLine) => form.paste("\n"),
            Some(FormCommand::Editor) => return form.written().map(Wish::Edit),
            Some(FormCommand::Close) => self.close(),
            Some(FormCommand::Save) => return self.save(),
        }
        None
    }

    /// What the form asks for is to be done.
    fn save(&mut self) -> Option<Wish> {
        let Mode::Form(form) = &mut self.mode else {
            return None;
        };
        if let (Kind::SearchDesk, Some(words)) = (form.kind, form.text(Name::Words)) {
            return Some(Wish::Search(words));
        }
        match form.deed(&self.walk) {
            Ok(Some(deed)) => return Some(Wish::Do(Box::new(deed))),
            Ok(None) => {
                let form = form.clone();
                self.mode = Mode::Browse;
                self.look_for(&form);
            }
            Err(why) => form.refused = Some(why),
        }
        None
    }

    /// What a form asks for that changes nothing.
    fn look_for(&mut self, form: &Form) {
        match form.kind {
            Kind::Search => match form.text(Name::Words) {
                Some(words) => self.search(&words),
                None => self.sought = None,
            },
            Kind::Filter => {
                let chosen = form.chosen(Name::Only);
                let filter = chosen.and_then(|at| Filter::ALL.get(at));
                self.go_through(filter.copied().unwrap_or_default());
            }
            _ => {}
        }
    }

    /// Leaves the form; what was typed is kept.
    fn close(&mut self) {
        let Mode::Form(mut form) = std::mem::replace(&mut self.mode, Mode::Browse) else {
            return;
        };
        if let (true, Some(claim)) = (form.holds_text(), form.claim) {
            self.said = Some(Said::Note(
                "not saved; what you typed is kept for when you return to it".to_owned(),
            ));
            form.refused = None;
            self.drafts.insert((claim, form.kind), *form);
        }
    }

    /// What is pasted goes into the form; where none is open, an address begins one.
    fn on_paste(&mut self, text: &str) {
        match (&mut self.mode, self.current) {
            (Mode::Form(form), _) => form.paste(text),
            (_, Some(claim)) if is_address(text) => {
                self.said = None;
                let mut form = self.draft(claim, Kind::Cite, || Form::cite(claim));
                form.set_text(Name::Source, text.trim());
                form.focus_on(Name::Place);
                self.mode = Mode::Form(Box::new(form));
            }
            _ => {
                self.said = Some(Said::Trouble(
                    "what was pasted is no address of a source; open a form for it first"
                        .to_owned(),
                ));
            }
        }
    }

    fn on_mouse(&mut self, kind: MouseEventKind, at: Position) {
        if self.mode != Mode::Browse {
            return;
        }
        match kind {
            MouseEventKind::ScrollDown => self.wheel(at, true),
            MouseEventKind::ScrollUp => self.wheel(at, false),
            MouseEventKind::Down(MouseButton::Left) => self.click(at),
            _ => {}
        }
    }
}

/// Whether a text names a source by more than its title.
fn is_address(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && !text.contains(char::is_whitespace) && source_identity(text).is_ok()
}

impl Form {
    /// What was typed into the field that is typed into.
    fn written(&mut self) -> Option<String> {
        match &self.focused()?.value {
            Value::Text(entry) => Some(entry.text().to_owned()),
            Value::Choice { .. } => None,
        }
    }
}
