//! The tables of keys.

use ratatui::crossterm::event::KeyCode;

use super::{Binding, Command, FormCommand, Group, Key};

const fn binding<C: Copy>(
    group: Group,
    keys: &'static [Key],
    command: C,
    what: &'static str,
    short: Option<&'static str>,
) -> Binding<C> {
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
pub(in crate::cli::review) const KEYS: &[Binding<Command>] = {
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
pub(in crate::cli::review) const FORM_KEYS: &[Binding<FormCommand>] = {
    use FormCommand as C;
    use Group::{Screen, Work};
    &[
        binding(Screen, &[k(KeyCode::Enter)], C::Save, "save", Some("save")),
        binding(
            Work,
            &[k(KeyCode::Tab), k(KeyCode::Down)],
            C::NextField,
            "next field",
            Some("next field"),
        ),
        binding(
            Work,
            &[k(KeyCode::BackTab), k(KeyCode::Up)],
            C::PreviousField,
            "field before",
            None,
        ),
        binding(
            Work,
            &[Key::Ctrl('o')],
            C::Editor,
            "write the field in your editor",
            Some("editor"),
        ),
        binding(
            Work,
            &[Key::Ctrl('j'), Key::Alt(KeyCode::Enter)],
            C::NewLine,
            "new line, where a text may have several",
            None,
        ),
        binding(
            Screen,
            &[k(KeyCode::Esc)],
            C::Close,
            "go back; what was typed is kept for when you return",
            Some("back"),
        ),
    ]
};
