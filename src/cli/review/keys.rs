//! Which key does what. The dispatcher, the footer and the help read the same
//! tables, so that none of them can say anything else than what happens.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

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

const fn binding(
    group: Group,
    keys: &'static [Key],
    command: Command,
    what: &'static str,
    short: Option<&'static str>,
) -> Binding<Command> {
    Binding {
        keys,
        command,
        what,
        short,
        group,
    }
}

const fn in_form(
    group: Group,
    keys: &'static [Key],
    command: FormCommand,
    what: &'static str,
    short: Option<&'static str>,
) -> Binding<FormCommand> {
    Binding {
        keys,
        command,
        what,
        short,
        group,
    }
}

const fn c(letter: char) -> Key {
    Key::Plain(KeyCode::Char(letter))
}

const fn k(code: KeyCode) -> Key {
    Key::Plain(code)
}

/// The keys while no form is open, in the order of the help; the footer takes those
/// with a short name in the same order.
pub(super) const KEYS: &[Binding<Command>] = {
    use Command as C;
    use Group::{Find, Move, Screen, Work};
    &[
        binding(
            Work,
            &[Key::Digit],
            C::Rate(1),
            "rate it, by the number of the rating",
            Some("rate"),
        ),
        binding(
            Work,
            &[c('v')],
            C::Judge,
            "rate it, choosing the rating from a list",
            None,
        ),
        binding(
            Work,
            &[c('a')],
            C::Accept,
            "accept: it is to be checked; takes a dismissed one up again",
            Some("accept"),
        ),
        binding(
            Work,
            &[c('d')],
            C::Dismiss,
            "dismiss it, with the reason",
            Some("dismiss"),
        ),
        binding(
            Work,
            &[c('e')],
            C::Cite,
            "add evidence: a source and the place in it; or paste its address",
            Some("evidence"),
        ),
        binding(Work, &[c('f')], C::Flag, "flag a problem", Some("flag")),
        binding(
            Work,
            &[c('c')],
            C::Comment,
            "make a remark",
            Some("comment"),
        ),
        binding(Work, &[c('w')], C::Assign, "say who works on it", None),
        binding(
            Work,
            &[c('u')],
            C::Undo,
            "take back what you did last",
            Some("undo"),
        ),
        binding(
            Move,
            &[c('j'), k(KeyCode::Down)],
            C::NextClaim,
            "next claim",
            None,
        ),
        binding(
            Move,
            &[c('k'), k(KeyCode::Up)],
            C::PreviousClaim,
            "claim before",
            None,
        ),
        binding(
            Move,
            &[k(KeyCode::Tab)],
            C::NextLeft,
            "next claim that is left to do",
            None,
        ),
        binding(
            Move,
            &[k(KeyCode::BackTab)],
            C::PreviousLeft,
            "the one before that is left to do",
            None,
        ),
        binding(
            Move,
            &[c('g'), k(KeyCode::Home)],
            C::FirstClaim,
            "first claim",
            None,
        ),
        binding(
            Move,
            &[c('G'), k(KeyCode::End)],
            C::LastClaim,
            "last claim",
            None,
        ),
        binding(
            Move,
            &[c(' '), k(KeyCode::PageDown)],
            C::TextDown,
            "scroll the text down",
            None,
        ),
        binding(
            Move,
            &[c('b'), k(KeyCode::PageUp)],
            C::TextUp,
            "scroll the text up",
            None,
        ),
        binding(
            Move,
            &[c('J'), k(KeyCode::Right)],
            C::ClaimDown,
            "scroll what is known of the claim down",
            None,
        ),
        binding(
            Move,
            &[c('K'), k(KeyCode::Left)],
            C::ClaimUp,
            "scroll what is known of the claim up",
            None,
        ),
        binding(
            Find,
            &[c('/')],
            C::Search,
            "search the text and the statements",
            Some("search"),
        ),
        binding(
            Find,
            &[c('n')],
            C::NextFound,
            "next place that was found",
            None,
        ),
        binding(
            Find,
            &[c('N')],
            C::PreviousFound,
            "place before that was found",
            None,
        ),
        binding(
            Find,
            &[c('s')],
            C::SearchDesk,
            "search the whole desk, as `claimdesk search` does",
            None,
        ),
        binding(
            Find,
            &[c('t')],
            C::Filter,
            "go through some of the claims only",
            None,
        ),
        binding(
            Screen,
            &[c('?'), k(KeyCode::F(1))],
            C::Help,
            "these keys",
            Some("keys"),
        ),
        binding(
            Screen,
            &[c('o')],
            C::OtherSide,
            "on a narrow screen: the text, or the claim",
            None,
        ),
        binding(
            Screen,
            &[c('r')],
            C::Reload,
            "read the desk again; else it is read when it changes",
            None,
        ),
        binding(
            Screen,
            &[Key::Ctrl('l')],
            C::Redraw,
            "draw the screen anew",
            None,
        ),
        binding(
            Screen,
            &[c('m')],
            C::Mouse,
            "leave the mouse to the terminal, to select text; take it back",
            None,
        ),
        binding(
            Screen,
            &[c('q'), Key::Ctrl('c')],
            C::Leave,
            "leave; all that was done is saved",
            Some("leave"),
        ),
    ]
};

/// The keys in a form, in the order of the help and of the footer.
pub(super) const FORM_KEYS: &[Binding<FormCommand>] = {
    use FormCommand as C;
    use Group::{Screen, Work};
    &[
        in_form(Screen, &[k(KeyCode::Enter)], C::Save, "save", Some("save")),
        in_form(
            Work,
            &[k(KeyCode::Tab), k(KeyCode::Down)],
            C::NextField,
            "next field",
            Some("next field"),
        ),
        in_form(
            Work,
            &[k(KeyCode::BackTab), k(KeyCode::Up)],
            C::PreviousField,
            "field before",
            None,
        ),
        in_form(
            Work,
            &[Key::Ctrl('o')],
            C::Editor,
            "write the field in your editor",
            Some("editor"),
        ),
        in_form(
            Work,
            &[Key::Ctrl('j'), Key::Alt(KeyCode::Enter)],
            C::NewLine,
            "new line, where a text may have several",
            None,
        ),
        in_form(
            Screen,
            &[k(KeyCode::Esc)],
            C::Close,
            "go back; what was typed is kept for when you return",
            Some("back"),
        ),
    ]
};

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
