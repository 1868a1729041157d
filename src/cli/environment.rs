//! What is read from the process: the clock, the environment, the current folder. The
//! only place that does.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use etcetera::BaseStrategy;

/// The variable with which a shell asks what could come next, and says which shell it is.
pub(super) const ASKED: &str = "CLAIMDESK_COMPLETE";

/// What was read from the process, once, when it started.
#[derive(Clone)]
pub(crate) struct Environment {
    /// When the command was started.
    pub(crate) now: DateTime<Utc>,
    /// The folder in which the program was started.
    pub(crate) folder: PathBuf,
    pub(super) desk: Option<PathBuf>,
    pub(super) reviewer: Option<String>,
    pub(super) user: Option<String>,
    pub(super) program: Option<String>,
    pub(super) visual: Option<String>,
    pub(super) editor: Option<String>,
    pub(super) temporary: PathBuf,
    pub(super) shell: Option<String>,
    pub(super) terminal: Option<String>,
    /// Whether nobody wants colour, whatever the variable says (<https://no-color.org>).
    pub(super) no_color: bool,
    pub(super) folders: Folders,
    pub(super) pager: Option<String>,
    /// How wide a table may be.
    pub(crate) columns: Option<u16>,
    /// Whether the terminal follows addresses with a click.
    pub(crate) links: bool,
    /// Whether a shell asks what could come next.
    pub(super) is_asked: bool,
}

/// Where a person's files are, as the system has it: on Unix by the XDG base directory
/// specification. None where the home folder is not known.
#[derive(Clone, Default)]
pub(super) struct Folders {
    /// The file with their own defaults.
    pub(super) defaults: Option<PathBuf>,
    /// What makes work go on where it was left.
    pub(super) state: Option<PathBuf>,
    /// What all their programs install.
    pub(super) data: Option<PathBuf>,
}

impl Folders {
    /// The folders of this system; `defaults` is the file that is named.
    fn of_system(defaults: Option<PathBuf>) -> Self {
        let Ok(folders) = etcetera::choose_base_strategy() else {
            return Self {
                defaults,
                ..Self::default()
            };
        };
        let ours = |folder: PathBuf| folder.join("claimdesk");
        let usual = || ours(folders.config_dir()).join("config.toml");
        Self {
            defaults: Some(defaults.unwrap_or_else(usual)),
            state: Some(ours(
                folders.state_dir().unwrap_or_else(|| folders.data_dir()),
            )),
            data: Some(folders.data_dir()),
        }
    }
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
            now: now(),
            folder: std::env::current_dir().unwrap_or_default(),
            desk: std::env::var_os("CLAIMDESK_DESK")
                .filter(|value| !value.is_empty())
                .map(PathBuf::from),
            reviewer: text("CLAIMDESK_REVIEWER"),
            user: text("USER").or_else(|| text("USERNAME")),
            program: std::env::args().next(),
            visual: text("VISUAL"),
            editor: text("EDITOR"),
            no_color: text("NO_COLOR").is_some(),
            pager: text("PAGER"),
            folders: Folders::of_system(text("CLAIMDESK_CONFIG").map(PathBuf::from)),
            temporary: std::env::temp_dir(),
            shell: text("SHELL"),
            terminal: text("TERM"),
            columns: text("COLUMNS")
                .and_then(|value| value.parse().ok())
                .filter(|width| *width > 0),
            links: supports_hyperlinks::supports_hyperlinks(),
            is_asked: text(ASKED).is_some(),
        }
    }
}

/// The time.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that reads the clock"
)]
pub(super) fn now() -> DateTime<Utc> {
    Utc::now()
}
