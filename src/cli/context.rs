//! What a command knows of the world around it: the time, who acts, and where
//! the desk is. The only place that reads the clock and the environment.
//!
//! A desk is found the way a git repository is: `--desk FILE`, else
//! `CLAIMDESK_DESK`, else `claimdesk.db` in this folder or the nearest parent.
//! Who acts is `--as HANDLE`, else `CLAIMDESK_REVIEWER`, else the handle that the
//! person has among their own defaults, else the desk's own default.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use clap::ColorChoice;
use etcetera::BaseStrategy;

use super::args::Globals;
use super::error::CliError;
use super::personal::Personal;
use crate::citation::CitationStyle;
use crate::desk::{Access, Act, Desk, DeskError, Upgraded};
use crate::fetch::{Fetcher, Limits};
use crate::model::people::Handle;
use crate::model::settings::PersonalKey;

/// The style that sources are cited in when nobody says.
const CITATION_STYLE: CitationStyle = CitationStyle::Apa;

/// What shows output that is longer than the screen when nobody says.
const PAGER: &str = "less";

/// The file name that a desk has when nobody names one.
const DESK_FILE: &str = "claimdesk.db";

/// What was read from the process, once, when it started.
pub(crate) struct Environment {
    /// When the command was started.
    pub(crate) now: DateTime<Utc>,
    /// The folder in which the program was started.
    pub(crate) folder: PathBuf,
    desk: Option<PathBuf>,
    reviewer: Option<String>,
    user: Option<String>,
    program: Option<String>,
    editor: Option<(&'static str, String)>,
    temporary: PathBuf,
    shell: Option<String>,
    data: Option<PathBuf>,
    no_color: bool,
    /// Where a person's own defaults stand.
    pub(crate) personal: Option<PathBuf>,
    /// The program that shows what is longer than the screen.
    pager: Option<String>,
    /// How wide a table may be.
    pub(crate) columns: Option<u16>,
    /// Whether the terminal follows addresses with a click.
    pub(crate) links: bool,
}

impl Environment {
    /// Reads the clock, the environment and the current folder.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads clock and environment"
    )]
    pub(crate) fn of_process() -> Self {
        let text = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        Self {
            now: Utc::now(),
            folder: std::env::current_dir().unwrap_or_default(),
            desk: std::env::var_os("CLAIMDESK_DESK")
                .filter(|value| !value.is_empty())
                .map(PathBuf::from),
            reviewer: text("CLAIMDESK_REVIEWER"),
            user: text("USER").or_else(|| text("USERNAME")),
            program: std::env::args().next(),
            editor: ["VISUAL", "EDITOR"]
                .into_iter()
                .find_map(|name| Some((name, text(name)?))),
            no_color: text("NO_COLOR").is_some(),
            pager: text("PAGER"),
            personal: text("CLAIMDESK_CONFIG").map(PathBuf::from).or_else(|| {
                let folders = etcetera::choose_base_strategy().ok()?;
                Some(folders.config_dir().join("claimdesk").join("config.toml"))
            }),
            temporary: std::env::temp_dir(),
            shell: text("SHELL"),
            data: etcetera::choose_base_strategy()
                .ok()
                .map(|folders| folders.data_dir()),
            columns: text("COLUMNS")
                .and_then(|value| value.parse().ok())
                .filter(|width| *width > 0),
            links: supports_hyperlinks::supports_hyperlinks(),
        }
    }
}

impl Environment {
    /// When there is colour: as the command line says, else not where `NO_COLOR` is set
    /// (<https://no-color.org>), else as the person has it.
    pub(crate) fn color(&self, told: Option<ColorChoice>, personal: &Personal) -> ColorChoice {
        told.or(personal.color.filter(|_| !self.no_color))
            .unwrap_or(ColorChoice::Auto)
    }

    /// What shows output that is longer than the screen: as the person has it, else as the
    /// system does.
    pub(crate) fn pager(&self, personal: &Personal) -> String {
        let pager = personal.pager.clone().or_else(|| self.pager.clone());
        pager.unwrap_or_else(|| PAGER.to_owned())
    }
}

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

/// What a command is told besides its own arguments.
pub(crate) struct Context {
    environment: Environment,
    desk: Option<PathBuf>,
    actor: Option<Handle>,
    /// Whether nobody is to be asked anything.
    pub(crate) no_input: bool,
    /// Whether the network is out of bounds.
    offline: bool,
    upgraded: OnceCell<Upgraded>,
    personal: Personal,
    /// What of the command line personal defaults stand behind.
    told: Told,
}

/// What of the command line overrules personal defaults.
struct Told {
    actor: bool,
    color: Option<ColorChoice>,
}

impl Context {
    /// Puts what the command line says before what the environment says, and that
    /// before a person's own defaults.
    pub(crate) fn new(
        globals: &Globals,
        environment: Environment,
        personal: Personal,
    ) -> Result<Self, CliError> {
        let from_environment = || {
            let handle = environment.reviewer.as_deref().map(str::parse).transpose();
            handle.map_err(|error| CliError::Invalid(format!("CLAIMDESK_REVIEWER: {error}")))
        };
        let actor = match &globals.actor {
            Some(handle) => Some(handle.clone()),
            None => from_environment()?.or_else(|| personal.handle.clone()),
        };
        let desk = globals.desk.clone().or_else(|| environment.desk.clone());
        Ok(Self {
            environment,
            desk,
            actor,
            no_input: globals.no_input,
            offline: globals.offline,
            upgraded: OnceCell::new(),
            personal,
            told: Told {
                actor: globals.actor.is_some(),
                color: globals.color,
            },
        })
    }

    /// When the command was started.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.environment.now
    }

    /// Who acts, if anybody said so.
    pub(crate) fn actor(&self) -> Option<&Handle> {
        self.actor.as_ref()
    }

    /// The door to the network, which --offline keeps shut.
    pub(crate) fn fetcher(&self, limits: Limits) -> Result<Fetcher, CliError> {
        if self.offline {
            return Err(CliError::Offline);
        }
        Ok(Fetcher::new(limits))
    }

    /// Who acts and when.
    pub(crate) fn act(&self) -> Act {
        Act {
            actor: self.actor.clone(),
            at: self.now(),
        }
    }

    /// Who acts, at this very moment: a long command does many things, each in its
    /// time.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads clock and environment"
    )]
    pub(crate) fn act_now(&self) -> Act {
        Act {
            actor: self.actor.clone(),
            at: Utc::now(),
        }
    }

    /// The handle of who acts: named, or the desk's default.
    pub(crate) fn acting(&self, desk: &Desk) -> Result<Handle, CliError> {
        let default = match &self.actor {
            Some(handle) => Some(handle.clone()),
            None => desk.default_reviewer()?,
        };
        default.ok_or(CliError::Desk(DeskError::NoActor))
    }

    /// The editor that the user has chosen, with its arguments.
    pub(crate) fn editor(&self) -> Option<&str> {
        let named = self.environment.editor.as_ref();
        let named = named.map(|(_, editor)| editor.as_str());
        self.personal.editor.as_deref().or(named)
    }

    /// The person's own defaults.
    pub(crate) fn personal(&self) -> &Personal {
        &self.personal
    }

    /// The style that sources are cited in when none is named.
    pub(crate) fn citation_style(&self) -> CitationStyle {
        self.personal.citation_style.unwrap_or(CITATION_STYLE)
    }

    /// Where a person's own defaults stand.
    pub(crate) fn personal_path(&self) -> Result<&Path, CliError> {
        let path = self.environment.personal.as_deref();
        path.ok_or_else(|| {
            CliError::Usage(
                "no folder for settings is known; set HOME, or name a file in CLAIMDESK_CONFIG"
                    .to_owned(),
            )
        })
    }

    /// A personal default as it is in force, and who says so. Who acts on a desk when
    /// nobody says is the desk's own setting.
    pub(crate) fn in_force(&self, personal: &Personal, key: PersonalKey) -> (String, Origin) {
        let environment = &self.environment;
        let overruling = match key {
            PersonalKey::Handle if self.told.actor => self
                .actor
                .as_ref()
                .map(|handle| (handle.to_string(), Origin::Option("--as"))),
            PersonalKey::Handle => environment
                .reviewer
                .clone()
                .map(|handle| (handle, Origin::Environment("CLAIMDESK_REVIEWER"))),
            PersonalKey::Color => match self.told.color {
                Some(color) => Some((color.to_string(), Origin::Option("--color"))),
                None => environment
                    .no_color
                    .then(|| ("never".to_owned(), Origin::Environment("NO_COLOR"))),
            },
            PersonalKey::CitationStyle | PersonalKey::Editor | PersonalKey::Pager => None,
        };
        let own = || Some((personal.value(key)?, Origin::Personal));
        let otherwise = || match key {
            PersonalKey::Editor => {
                let (name, editor) = environment.editor.clone()?;
                Some((editor, Origin::Environment(name)))
            }
            PersonalKey::Pager => Some((environment.pager.clone()?, Origin::Environment("PAGER"))),
            _ => None,
        };
        let default = match key {
            PersonalKey::CitationStyle => CITATION_STYLE.as_str(),
            PersonalKey::Color => "auto",
            PersonalKey::Pager => PAGER,
            PersonalKey::Editor | PersonalKey::Handle => "",
        };
        overruling
            .or_else(own)
            .or_else(otherwise)
            .unwrap_or_else(|| (default.to_owned(), Origin::Default))
    }

    /// Where drafts are kept while they are written.
    pub(crate) fn temporary_folder(&self) -> &Path {
        &self.environment.temporary
    }

    /// The shell that the user has chosen, as a path.
    pub(crate) fn shell(&self) -> Option<&str> {
        self.environment.shell.as_deref()
    }

    /// The folder for data of the user's programs, where this system has it.
    pub(crate) fn data_folder(&self) -> Result<PathBuf, CliError> {
        self.environment.data.clone().ok_or_else(|| {
            CliError::Invalid("your home folder is not known; set HOME or XDG_DATA_HOME".to_owned())
        })
    }

    /// How the program was called, for commands that can be pasted back.
    pub(crate) fn program(&self) -> &str {
        let called = self.environment.program.as_deref();
        called
            .filter(|called| called.contains(std::path::is_separator))
            .unwrap_or("claimdesk")
    }

    /// The desk for a command that only looks.
    pub(crate) fn desk(&self) -> Result<Desk, CliError> {
        self.open(Access::Read)
    }

    fn open(&self, access: Access) -> Result<Desk, CliError> {
        let desk = Desk::open(&self.desk_path()?, access)?;
        if let Some(upgraded) = desk.upgraded() {
            let _ = self.upgraded.set(upgraded.clone());
        }
        Ok(desk.seen_by(self.actor.clone()))
    }

    /// What was done to the desk when it was opened, where it was an older one.
    pub(crate) fn upgraded(&self) -> Option<&Upgraded> {
        self.upgraded.get()
    }

    /// The desk for a command that can do without: none where nobody named one
    /// and none stands here.
    pub(crate) fn desk_if_any(&self) -> Result<Option<Desk>, CliError> {
        match self.desk() {
            Err(CliError::NoDesk { .. }) => Ok(None),
            found => found.map(Some),
        }
    }

    /// The desk for a command that changes something.
    pub(crate) fn desk_to_write(&self) -> Result<Desk, CliError> {
        self.open(Access::Write)
    }

    /// The desk for a command that brings it in order.
    pub(crate) fn desk_to_mend(&self) -> Result<Desk, CliError> {
        self.open(Access::Mend)
    }

    /// Where `init` makes a desk.
    pub(crate) fn new_desk_path(&self) -> PathBuf {
        self.desk
            .clone()
            .unwrap_or_else(|| PathBuf::from(DESK_FILE))
    }

    /// Where a desk is restored: in the place of the one that commands would use, else
    /// where `init` would make one.
    pub(crate) fn desk_to_restore(&self) -> PathBuf {
        self.desk_path().unwrap_or_else(|_| self.new_desk_path())
    }

    /// A handle made from the name that the system knows its user by.
    pub(crate) fn system_user(&self) -> Option<Handle> {
        handle_like(self.environment.user.as_deref()?)
    }

    /// Where the desk is.
    pub(crate) fn desk_path(&self) -> Result<PathBuf, CliError> {
        let folder = &self.environment.folder;
        match &self.desk {
            Some(path) => Ok(path.clone()),
            None => nearest_desk(folder).ok_or_else(|| CliError::NoDesk {
                folder: folder.clone(),
            }),
        }
    }
}

/// The desk in `folder` or in the nearest folder above it.
fn nearest_desk(folder: &Path) -> Option<PathBuf> {
    folder
        .ancestors()
        .map(|folder| folder.join(DESK_FILE))
        .find(|file| file.is_file())
}

/// The handle nearest to a system's user name, such as `ana.ruiz` for
/// `Ana.Ruiz@example.org`.
fn handle_like(user: &str) -> Option<Handle> {
    let name = user.split('@').next().unwrap_or_default().to_lowercase();
    let fits = |c: &char| c.is_ascii_alphanumeric() || "-_.".contains(*c);
    let word: String = name
        .chars()
        .filter(fits)
        .skip_while(|c| !c.is_ascii_alphanumeric())
        .take(32)
        .collect();
    word.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_desk_above_is_found() {
        let root = tempfile::tempdir().unwrap();
        let deep = root.path().join("a/b/c");
        std::fs::create_dir_all(&deep).unwrap();
        std::fs::write(root.path().join(DESK_FILE), "").unwrap();
        assert_eq!(nearest_desk(&deep), Some(root.path().join(DESK_FILE)));
        std::fs::write(root.path().join("a/b").join(DESK_FILE), "").unwrap();
        assert_eq!(
            nearest_desk(&deep),
            Some(root.path().join("a/b").join(DESK_FILE))
        );
    }

    #[test]
    fn a_folder_of_that_name_is_no_desk() {
        let root = tempfile::tempdir().unwrap();
        let inner = root.path().join("inner");
        std::fs::create_dir_all(inner.join(DESK_FILE)).unwrap();
        std::fs::write(root.path().join(DESK_FILE), "").unwrap();
        assert_eq!(nearest_desk(&inner), Some(root.path().join(DESK_FILE)));
    }

    #[test]
    fn user_names_become_handles() {
        let handle = |user| handle_like(user).map(|handle| handle.to_string());
        assert_eq!(handle("Ana.Ruiz@example.org").as_deref(), Some("ana.ruiz"));
        assert_eq!(handle("_apt").as_deref(), Some("apt"));
        assert_eq!(handle("Ænne").as_deref(), Some("nne"));
        assert_eq!(handle("—"), None);
    }
}
