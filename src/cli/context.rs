//! What a command knows of the world around it: the time, who acts, and where
//! the desk is. The only place that reads the clock and the environment.
//!
//! A desk is found the way a git repository is: `--desk FILE`, else
//! `CLAIMDESK_DESK`, else `claimdesk.db` in this folder or the nearest parent.
//! Who acts is `--as HANDLE`, else `CLAIMDESK_REVIEWER`, else the desk's own
//! default.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::args::Globals;
use super::error::CliError;
use crate::desk::{Access, Act, Desk, DeskError};
use crate::fetch::{Fetcher, Limits};
use crate::model::people::Handle;

/// The file name that a desk has when nobody names one.
const DESK_FILE: &str = "claimdesk.db";

/// What was read from the process, once, when it started.
pub(crate) struct Environment {
    now: DateTime<Utc>,
    folder: PathBuf,
    desk: Option<PathBuf>,
    reviewer: Option<String>,
    user: Option<String>,
    program: Option<String>,
    editor: Option<String>,
    temporary: PathBuf,
    state: Option<PathBuf>,
    terminal: Option<String>,
    /// How wide a table may be.
    pub(crate) columns: Option<u16>,
}

impl Environment {
    /// Reads the clock, the environment and the current folder.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one place that reads clock and environment"
    )]
    pub(crate) fn of_process() -> Self {
        let text = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        Self {
            now: Utc::now(),
            folder: std::env::current_dir().unwrap_or_default(),
            desk: std::env::var_os("CLAIMDESK_DESK")
                .filter(|value| !value.is_empty())
                .map(PathBuf::from),
            reviewer: text("CLAIMDESK_REVIEWER"),
            user: text("USER").or_else(|| text("USERNAME")),
            program: std::env::args().next(),
            editor: text("VISUAL").or_else(|| text("EDITOR")),
            temporary: std::env::temp_dir(),
            state: state_folder(|name| text(name).map(PathBuf::from)),
            terminal: text("TERM"),
            columns: text("COLUMNS")
                .and_then(|value| value.parse().ok())
                .filter(|width| *width > 0),
        }
    }
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
}

impl Context {
    /// Puts what the command line says before what the environment says.
    pub(crate) fn new(globals: &Globals, environment: Environment) -> Result<Self, CliError> {
        let from_environment = || {
            let handle = environment.reviewer.as_deref().map(str::parse).transpose();
            handle.map_err(|error| CliError::Invalid(format!("CLAIMDESK_REVIEWER: {error}")))
        };
        let actor = match &globals.actor {
            Some(handle) => Some(handle.clone()),
            None => from_environment()?,
        };
        let desk = globals.desk.clone().or_else(|| environment.desk.clone());
        Ok(Self {
            environment,
            desk,
            actor,
            no_input: globals.no_input,
            offline: globals.offline,
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
        self.environment.editor.as_deref()
    }

    /// Where drafts are kept while they are written.
    pub(crate) fn temporary_folder(&self) -> &Path {
        &self.environment.temporary
    }

    /// Where the program may keep what makes work go on where it was left; none where
    /// the system has no such place.
    pub(crate) fn state_folder(&self) -> Option<&Path> {
        self.environment.state.as_deref()
    }

    /// Whether the terminal can do no more than print lines.
    pub(crate) fn is_dumb_terminal(&self) -> bool {
        self.environment.terminal.as_deref() == Some("dumb")
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
        let desk = Desk::open(&self.desk_path()?, Access::Read)?;
        Ok(desk.seen_by(self.actor.clone()))
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
        let desk = Desk::open(&self.desk_path()?, Access::Write)?;
        Ok(desk.seen_by(self.actor.clone()))
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

    fn desk_path(&self) -> Result<PathBuf, CliError> {
        let folder = &self.environment.folder;
        match &self.desk {
            Some(path) => Ok(path.clone()),
            None => nearest_desk(folder).ok_or_else(|| CliError::NoDesk {
                folder: folder.clone(),
            }),
        }
    }
}

/// The folder for state as the XDG base directory specification has it, or as Windows
/// does.
fn state_folder(path: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let given = path("XDG_STATE_HOME").filter(|folder| folder.is_absolute());
    let usual = || Some(path("HOME")?.join(".local/state"));
    let folder = given.or_else(usual).or_else(|| path("LOCALAPPDATA"));
    folder.map(|folder| folder.join("claimdesk"))
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
    fn state_is_kept_where_the_system_wants_it() {
        fn folder(known: &[(&str, &str)]) -> Option<PathBuf> {
            state_folder(|name| {
                let known = known.iter().find(|(one, _)| *one == name);
                known.map(|(_, path)| PathBuf::from(path))
            })
        }
        let home = ("HOME", "/home/ana");
        let expected = Some(PathBuf::from("/home/ana/.local/state/claimdesk"));
        assert_eq!(folder(&[home]), expected);
        assert_eq!(folder(&[home, ("XDG_STATE_HOME", "here")]), expected);
        let given = folder(&[home, ("XDG_STATE_HOME", "/state")]);
        assert_eq!(given, Some(PathBuf::from("/state/claimdesk")));
        assert_eq!(folder(&[]), None);
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
