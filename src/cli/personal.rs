//! A person's own defaults: who they are, their editor and pager, colours, the style
//! they cite in. They stand in one TOML file of theirs, for all desks; what a desk has agreed
//! on stands in the desk. What a command is told overrules both.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use clap::ColorChoice;
use serde::Deserialize;
use toml_edit::{DocumentMut, Item, Value, value};

use super::error::CliError;
use super::files;
use crate::citation::CitationStyle;
use crate::model::people::Handle;
use crate::model::settings::PersonalKey;

/// The defaults of a person, as their file has them.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Personal {
    /// The style that sources are cited in.
    pub(crate) citation_style: Option<CitationStyle>,
    /// When there is colour.
    #[serde(default, deserialize_with = "color")]
    pub(crate) color: Option<ColorChoice>,
    /// The editor, with its arguments.
    #[serde(default, deserialize_with = "filled")]
    pub(crate) editor: Option<String>,
    /// Who acts.
    pub(crate) handle: Option<Handle>,
    /// The pager, with its arguments.
    #[serde(default, deserialize_with = "filled")]
    pub(crate) pager: Option<String>,
}

fn color<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<ColorChoice>, D::Error> {
    let word = String::deserialize(from)?;
    word.parse()
        .map(Some)
        .map_err(|_| serde::de::Error::custom("color is auto, always or never"))
}

fn filled<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let words = String::deserialize(from)?;
    if words.trim().is_empty() {
        return Err(serde::de::Error::custom("a program is wanted, or no line"));
    }
    Ok(Some(words))
}

impl Personal {
    /// Reads the file; where there is none, nothing is said.
    pub(crate) fn read(path: &Path) -> Result<Self, CliError> {
        let text = text_of(path).map_err(|error| CliError::Personal {
            path: path.to_owned(),
            why: error.to_string(),
        })?;
        Self::parse(path, &text)
    }

    fn parse(path: &Path, text: &str) -> Result<Self, CliError> {
        toml::from_str(text).map_err(|error| CliError::Personal {
            path: path.to_owned(),
            why: error.to_string().trim_end().to_owned(),
        })
    }
}

/// Gives a default a value in the file, or takes its line out. All else that stands
/// there stays, comments too.
pub(crate) fn put(
    path: &Path,
    key: PersonalKey,
    given: Option<&str>,
) -> Result<Personal, CliError> {
    let text = text_of(path).map_err(|error| CliError::Write {
        path: path.to_owned(),
        error,
    })?;
    Personal::parse(path, &text)?;
    let mut document: DocumentMut = text.parse().unwrap_or_default();
    match given {
        Some(given) => set(&mut document, key.as_str(), given),
        None => drop(document.remove(key.as_str())),
    }
    let written = document.to_string();
    let personal = toml::from_str(&written).map_err(|error| {
        CliError::Invalid(format!(
            "{key} can't be “{}”: {}",
            given.unwrap_or_default(),
            error.message()
        ))
    })?;
    files::write_whole_in_folder(path, written.as_bytes())?;
    Ok(personal)
}

/// Puts a value in the place of another, so that a remark on its line stays.
fn set(document: &mut DocumentMut, key: &str, given: &str) {
    match document.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            let decor = old.decor().clone();
            *old = Value::from(given);
            *old.decor_mut() = decor;
        }
        None => document[key] = value(given),
    }
}

/// What the file says; nothing where there is no such file, or no such place.
fn text_of(path: &Path) -> io::Result<String> {
    match fs::read_to_string(path) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(String::new())
        }
        read => read,
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("claimdesk/config.toml");
        if !text.is_empty() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
        }
        (folder, path)
    }

    #[test]
    fn without_a_file_nothing_is_said() {
        let (_folder, path) = file("");
        assert_eq!(Personal::read(&path).unwrap(), Personal::default());
    }

    #[test]
    fn what_is_put_is_read_and_all_else_stays() {
        let (_folder, path) = file("# mine\nhandle = \"ana\" # since May\n");
        for (key, given) in [
            (PersonalKey::Color, "never"),
            (PersonalKey::Editor, "code --wait"),
            (PersonalKey::CitationStyle, "mla"),
            (PersonalKey::Pager, "off"),
            (PersonalKey::Handle, "ben"),
        ] {
            let personal = put(&path, key, Some(given)).unwrap();
            assert_eq!(Personal::read(&path).unwrap(), personal);
        }
        put(&path, PersonalKey::Pager, None).unwrap();
        assert_eq!(
            fs::read_to_string(&path).unwrap(),
            "# mine\nhandle = \"ben\" # since May\ncolor = \"never\"\neditor = \"code --wait\"\ncitation-style = \"mla\"\n"
        );
    }

    #[test]
    fn what_can_t_be_is_refused_and_the_file_stays() {
        let text = "handle = \"ana\"\n";
        let (_folder, path) = file(text);
        for (key, given) in [
            (PersonalKey::Handle, "No Handle!"),
            (PersonalKey::Color, "red"),
            (PersonalKey::CitationStyle, "house"),
            (PersonalKey::Editor, " "),
        ] {
            let refused = put(&path, key, Some(given)).unwrap_err();
            assert!(refused.to_string().contains(key.as_str()), "{refused}");
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }

    #[test]
    fn a_file_that_says_what_nobody_knows_is_told_with_its_line() {
        let (_folder, path) = file("handle = \"ana\"\neditr = \"vi\"\n");
        let told = Personal::read(&path).unwrap_err().to_string();
        assert!(
            told.contains("config.toml") && told.contains("line 2"),
            "{told}"
        );
        assert!(put(&path, PersonalKey::Editor, Some("vi")).is_err());
    }
}
