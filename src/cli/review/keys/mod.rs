//! Which key does what. The dispatcher, the footer and the help read the same
//! tables, so that none of them can say anything else than what happens.

mod table;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

pub(super) use self::table::{FORM_KEYS, KEYS};

/// What a key asks for while no form is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    NextClaim,
    PreviousClaim,
    NextLeft,
    PreviousLeft,
    FirstClaim,
    LastClaim,
    TextDown,
    TextUp,
    ClaimDown,
    ClaimUp,
    OtherSide,
    /// By the number of the rating on the scale, from 1.
    Rate(usize),
    Judge,
    Accept,
    Dismiss,
    Cite,
    Flag,
    Comment,
    Assign,
    Undo,
    Search,
    SearchDesk,
    NextFound,
    PreviousFound,
    Filter,
    Reload,
    Redraw,
    Mouse,
    Help,
    Leave,
}

/// What a key asks for in a form, besides typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FormCommand {
    Save,
    Close,
    NextField,
    PreviousField,
    NewLine,
    Editor,
}

/// A key as a table names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Plain(KeyCode),
    Ctrl(char),
    Alt(KeyCode),
    /// Any of 1 to 9.
    Digit,
}

/// What keys are for, as the help sorts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumIter, strum::Display)]
pub(super) enum Group {
    #[strum(serialize = "Work on the claim")]
    Work,
    #[strum(serialize = "Move")]
    Move,
    #[strum(serialize = "Find")]
    Find,
    #[strum(serialize = "The screen")]
    Screen,
}

/// Keys with what they do.
pub(super) struct Binding<C> {
    pub(super) keys: &'static [Key],
    pub(super) command: C,
    /// What it does, in the help.
    pub(super) what: &'static str,
    /// The same in a word or two for the footer, where it has a place there.
    pub(super) short: Option<&'static str>,
    pub(super) group: Group,
}

impl Key {
    fn is(self, event: &KeyEvent) -> bool {
        let plain = event.modifiers - KeyModifiers::SHIFT;
        match self {
            Self::Plain(code) => plain.is_empty() && event.code == code,
            Self::Alt(code) => plain == KeyModifiers::ALT && event.code == code,
            Self::Ctrl(letter) => {
                plain == KeyModifiers::CONTROL && event.code == KeyCode::Char(letter)
            }
            Self::Digit => plain.is_empty() && matches!(event.code, KeyCode::Char('1'..='9')),
        }
    }

    /// Its name on the screen.
    fn name(self) -> String {
        match self {
            Self::Plain(code) => code_name(code),
            Self::Ctrl(letter) => format!("Ctrl-{}", letter.to_ascii_uppercase()),
            Self::Alt(code) => format!("Alt-{}", code_name(code)),
            Self::Digit => "1-9".to_owned(),
        }
    }
}

fn code_name(code: KeyCode) -> String {
    match code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(letter) => letter.to_string(),
        KeyCode::Up => "↑".to_owned(),
        KeyCode::Down => "↓".to_owned(),
        KeyCode::Left => "←".to_owned(),
        KeyCode::Right => "→".to_owned(),
        KeyCode::BackTab => "Shift-Tab".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        KeyCode::PageUp => "PgUp".to_owned(),
        other => other.to_string(),
    }
}

impl<C> Binding<C> {
    /// Its keys as the help names them.
    pub(super) fn names(&self) -> String {
        let names: Vec<String> = self.keys.iter().map(|key| key.name()).collect();
        names.join(" ")
    }

    /// Its first key, for the footer.
    pub(super) fn name(&self) -> String {
        self.keys.first().map(|key| key.name()).unwrap_or_default()
    }
}

fn find<C: Copy>(table: &[Binding<C>], event: &KeyEvent) -> Option<C> {
    let binding = table
        .iter()
        .find(|binding| binding.keys.iter().any(|key| key.is(event)))?;
    Some(binding.command)
}

/// What a key asks for while no form is open.
pub(super) fn command(event: &KeyEvent) -> Option<Command> {
    let command = find(KEYS, event)?;
    match (command, event.code) {
        (Command::Rate(_), KeyCode::Char(digit)) => {
            let number = digit.to_digit(10)?;
            Some(Command::Rate(usize::try_from(number).ok()?))
        }
        _ => Some(command),
    }
}

/// What a key asks for in a form; none where it only types.
pub(super) fn form_command(event: &KeyEvent) -> Option<FormCommand> {
    find(FORM_KEYS, event)
}

/// Whether the key breaks off whatever is going on.
pub(super) fn is_interrupt(event: &KeyEvent) -> bool {
    Key::Ctrl('c').is(event)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_does_two_things() {
        let all: Vec<Key> = KEYS.iter().flat_map(|one| one.keys).copied().collect();
        for (index, key) in all.iter().enumerate() {
            assert!(!all[..index].contains(key), "{}", key.name());
        }
        let all: Vec<Key> = FORM_KEYS.iter().flat_map(|one| one.keys).copied().collect();
        for (index, key) in all.iter().enumerate() {
            assert!(!all[..index].contains(key), "{}", key.name());
        }
    }

    #[test]
    fn a_digit_rates_by_its_number() {
        let key = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
        assert_eq!(command(&key('3')), Some(Command::Rate(3)));
        assert_eq!(command(&key('0')), None);
        assert_eq!(command(&key('z')), None);
    }

    #[test]
    fn letters_with_control_are_no_letters() {
        let key = KeyEvent::new(KeyCode::Char('d'), KeyModifiers::CONTROL);
        assert_eq!(command(&key), None);
        let shifted = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::SHIFT);
        assert_eq!(command(&shifted), Some(Command::LastClaim));
    }
}
