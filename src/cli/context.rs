//! What a command knows of the world around it: the time, who acts, and where
//! the desk is.
//!
//! A desk is found the way a git repository is: `--desk FILE`, else
//! `CLAIMDESK_DESK`, else `claimdesk.db` in this folder or the nearest parent.
//! Who acts is `--as HANDLE`, else `CLAIMDESK_REVIEWER`, else the handle that the
//! person has among their own defaults, else the desk's own default.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::args::Globals;
use super::defaults::{Defaults, Told};
use super::environment::{Environment, now};
use super::error::CliError;
use super::personal::Personal;
use crate::citation::CitationStyle;
use crate::desk::{Access, Act, Desk, DeskError, Upgraded};
use crate::fetch::{Fetcher, Limits};
use crate::model::people::Handle;

/// The file name that a desk has when nobody names one.
const DESK_FILE: &str = "claimdesk.db";

/// What a command is told besides its own arguments.
pub(crate) struct Context {
    environment: Environment,
    desk: Option<PathBuf>,
    /// Whether nobody is to be asked anything.
    pub(crate) no_input: bool,
    /// Whether the network is out of bounds.
    offline: bool,
    upgraded: OnceCell<Upgraded>,
    defaults: Defaults,
    told: Told,
}

impl Context {
    /// Puts what the command line says before what the environment says.
    pub(crate) fn new(
        globals: &Globals,
        environment: Environment,
        told: Told,
        defaults: Defaults,
    ) -> Self {
        let desk = globals.desk.clone().or_else(|| environment.desk.clone());
        Self {
            environment,
            desk,
            no_input: globals.no_input,
            offline: globals.offline,
            upgraded: OnceCell::new(),
            defaults,
            told,
        }
    }

    /// When the command was started.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.environment.now
    }

    /// Who acts, if anybody said so.
    pub(crate) fn actor(&self) -> Option<&Handle> {
        self.defaults.handle.value.as_ref()
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
            actor: self.actor().cloned(),
            at: self.now(),
        }
    }

    /// Who acts, at this very moment: a long command does many things, each in its
    /// time.
    pub(crate) fn act_now(&self) -> Act {
        Act {
            actor: self.actor().cloned(),
            at: now(),
        }
    }

    /// The handle of who acts: named, or the desk's default.
    pub(crate) fn acting(&self, desk: &Desk) -> Result<Handle, CliError> {
        let acting = match self.actor() {
            Some(handle) => Some(handle.clone()),
            None => desk.default_reviewer()?,
        };
        acting.ok_or(CliError::Desk(DeskError::NoActor))
    }

    /// The editor that the user has chosen, with its arguments.
    pub(crate) fn editor(&self) -> Option<&str> {
        self.defaults.editor.value.as_deref()
    }

    /// The style that sources are cited in when none is named.
    pub(crate) fn citation_style(&self) -> CitationStyle {
        self.defaults.citation_style.value
    }

    /// What the person prefers, as it is in force.
    pub(crate) fn defaults(&self) -> &Defaults {
        &self.defaults
    }

    /// The same once their file says something else.
    pub(crate) fn defaults_with(&self, personal: &Personal) -> Result<Defaults, CliError> {
        Defaults::of(&self.told, &self.environment, personal)
    }

    /// Where a person's own defaults stand.
    pub(crate) fn personal_path(&self) -> Result<&Path, CliError> {
        let path = self.environment.folders.defaults.as_deref();
        path.ok_or_else(|| {
            CliError::Usage(
                "no folder for settings is known; set HOME, or name a file in CLAIMDESK_CONFIG"
                    .to_owned(),
            )
        })
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
        self.environment.folders.data.clone().ok_or_else(|| {
            CliError::Invalid("your home folder is not known; set HOME or XDG_DATA_HOME".to_owned())
        })
    }

    /// Where the program may keep what makes work go on where it was left; none where
    /// the system has no such place.
    pub(crate) fn state_folder(&self) -> Option<&Path> {
        self.environment.folders.state.as_deref()
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
        self.open(Access::Read)
    }

    fn open(&self, access: Access) -> Result<Desk, CliError> {
        let desk = Desk::open(&self.desk_path()?, access)?;
        if let Some(upgraded) = desk.upgraded() {
            let _ = self.upgraded.set(upgraded.clone());
        }
        Ok(desk.seen_by(self.actor().cloned()))
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
