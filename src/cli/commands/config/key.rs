//! What a setting is called, whether it is the desk's or the person's own, and how it is
//! in force.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::cli::context::Context;
use crate::cli::defaults::{Defaults, Origin};
use crate::cli::error::CliError;
use crate::cli::output::SettingInForce;
use crate::desk::Desk;
use crate::model::settings::{PersonalKey, SettingKey, SettingShown};

/// A setting of the desk, or a default of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// Agreed on by the desk.
    Desk(SettingKey),
    /// The person's own.
    Personal(PersonalKey),
}

/// A parser for the names of both.
pub(super) fn key() -> impl TypedValueParser<Value = Key> {
    let words = SettingKey::WORDS.iter().chain(PersonalKey::WORDS);
    PossibleValuesParser::new(words).try_map(|word| {
        word.parse()
            .map(Key::Desk)
            .or_else(|_| word.parse().map(Key::Personal))
    })
}

/// A setting of the desk as it is in force.
pub(super) fn of_desk(desk: &Desk, setting: SettingShown) -> SettingInForce {
    SettingInForce {
        key: setting.key.as_str(),
        value: setting.value,
        set: setting.set,
        scope: "desk",
        origin: if setting.set { "desk" } else { "default" },
        place: setting.set.then(|| desk.path().display().to_string()),
        meaning: setting.meaning,
    }
}

/// A personal default as it is in force; the desk says who acts when nobody else does.
pub(super) fn of_person(
    context: &Context,
    (defaults, key): (&Defaults, PersonalKey),
    desk: Option<&Desk>,
) -> Result<SettingInForce, CliError> {
    let (mut value, mut origin) = defaults.shown(key);
    if let (PersonalKey::Handle, Origin::Default, Some(desk)) = (key, origin, desk)
        && let Some(handle) = desk.default_reviewer()?
    {
        (value, origin) = (handle.to_string(), Origin::Desk);
    }
    let file = || {
        context
            .personal_path()
            .map(|path| path.display().to_string())
    };
    let (origin, place) = match origin {
        Origin::Option(option) => ("option", Some(option.to_owned())),
        Origin::Environment(variable) => ("environment", Some(variable.to_owned())),
        Origin::Personal => ("personal", Some(file()?)),
        Origin::Desk => ("desk", desk.map(|desk| desk.path().display().to_string())),
        Origin::Default => ("default", None),
    };
    Ok(SettingInForce {
        key: key.as_str(),
        value,
        set: origin != "default",
        scope: "person",
        origin,
        place,
        meaning: key.meaning(),
    })
}
