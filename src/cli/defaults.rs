//! What holds of what a person can prefer, and who says so: an option, else the
//! environment, else the person's own file, else the default. Only an editor and a pager
//! that the environment names for all programs come behind the person's own.

use clap::ColorChoice;

use super::args::Globals;
use super::environment::Environment;
use super::error::CliError;
use super::personal::Personal;
use crate::citation::CitationStyle;
use crate::model::people::Handle;
use crate::model::settings::PersonalKey;

/// The variable that says who acts.
const REVIEWER: &str = "CLAIMDESK_REVIEWER";

/// Who says what is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The command line, in this option.
    Option(&'static str),
    /// The environment, in this variable.
    Environment(&'static str),
    /// The person's own file.
    Personal,
    /// The desk.
    Desk,
    /// Nobody: it is the default.
    Default,
}

/// A value, and who says so.
pub(crate) struct Said<T> {
    pub(crate) value: T,
    pub(crate) by: Origin,
}

/// What of the command line overrules what a person prefers.
pub(crate) struct Told {
    actor: Option<Handle>,
    color: Option<ColorChoice>,
}

impl From<&Globals> for Told {
    fn from(globals: &Globals) -> Self {
        Self {
            actor: globals.actor.clone(),
            color: globals.color,
        }
    }
}

/// All that a person can prefer, as it is in force.
pub(crate) struct Defaults {
    /// Who acts; none where that is left to the desk.
    pub(crate) handle: Said<Option<Handle>>,
    /// When there is colour.
    pub(crate) color: Said<ColorChoice>,
    /// The editor for longer texts, with its arguments.
    pub(crate) editor: Said<Option<String>>,
    /// The program that shows what is longer than the screen, with its arguments.
    pub(crate) pager: Said<String>,
    /// The style that sources are cited in.
    pub(crate) citation_style: Said<CitationStyle>,
}

impl Defaults {
    /// Goes through all who may say something.
    pub(crate) fn of(
        told: &Told,
        environment: &Environment,
        personal: &Personal,
    ) -> Result<Self, CliError> {
        use Origin::{Environment as Variable, Option as ByOption, Personal as Own};
        let reviewer = environment.reviewer.as_deref().map(str::parse).transpose();
        let reviewer =
            reviewer.map_err(|error| CliError::Invalid(format!("{REVIEWER}: {error}")))?;
        let no_color = environment.no_color.then_some(ColorChoice::Never);
        Ok(Self {
            handle: first_if_any([
                (told.actor.clone(), ByOption("--as")),
                (reviewer, Variable(REVIEWER)),
                (personal.handle.clone(), Own),
            ]),
            color: first(
                [
                    (told.color, ByOption("--color")),
                    (no_color, Variable("NO_COLOR")),
                    (personal.color, Own),
                ],
                ColorChoice::Auto,
            ),
            editor: first_if_any([
                (personal.editor.clone(), Own),
                (environment.visual.clone(), Variable("VISUAL")),
                (environment.editor.clone(), Variable("EDITOR")),
            ]),
            pager: first(
                [
                    (personal.pager.clone(), Own),
                    (environment.pager.clone(), Variable("PAGER")),
                ],
                "less".to_owned(),
            ),
            citation_style: first([(personal.citation_style, Own)], CitationStyle::Apa),
        })
    }

    /// One of them in words, empty where there is none, and who says so.
    pub(crate) fn shown(&self, key: PersonalKey) -> (String, Origin) {
        match key {
            PersonalKey::CitationStyle => (
                self.citation_style.value.to_string(),
                self.citation_style.by,
            ),
            PersonalKey::Color => (self.color.value.to_string(), self.color.by),
            PersonalKey::Editor => {
                let editor = self.editor.value.clone();
                (editor.unwrap_or_default(), self.editor.by)
            }
            PersonalKey::Handle => {
                let handle = self.handle.value.as_ref().map(ToString::to_string);
                (handle.unwrap_or_default(), self.handle.by)
            }
            PersonalKey::Pager => (self.pager.value.clone(), self.pager.by),
        }
    }
}

/// The value of the first who says one, else the default.
fn first<T, const N: usize>(said: [(Option<T>, Origin); N], default: T) -> Said<T> {
    let said = said.into_iter().find_map(|(value, by)| Some((value?, by)));
    let (value, by) = said.unwrap_or((default, Origin::Default));
    Said { value, by }
}

/// The same of what there need not be.
fn first_if_any<T, const N: usize>(said: [(Option<T>, Origin); N]) -> Said<Option<T>> {
    first(said.map(|(value, by)| (value.map(Some), by)), None)
}
