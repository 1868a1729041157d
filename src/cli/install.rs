//! Where a user's shell and `man` look for what belongs to a program.

use std::path::{Path, PathBuf};

use clap_complete::Shell;

/// A file for the shell, and what is left to do for it.
pub(super) struct ForShell {
    /// The file.
    pub(super) file: PathBuf,
    /// The line for the shell's start file, and that file; none where the shell
    /// finds it by itself.
    pub(super) line: Option<(String, &'static str)>,
}

/// Where the completions of a shell belong, below the folder for the user's data.
pub(super) fn completions(shell: Shell, data: &Path) -> ForShell {
    let file = data.join(match shell {
        Shell::Bash => "bash-completion/completions/claimdesk",
        Shell::Fish => "fish/vendor_completions.d/claimdesk.fish",
        Shell::Zsh => "zsh/site-functions/_claimdesk",
        Shell::PowerShell => "claimdesk/completions/claimdesk.ps1",
        _ => "claimdesk/completions/claimdesk.elv",
    });
    let folder = file.parent().unwrap_or(data).display();
    let shown = file.display();
    let line = match shell {
        Shell::Bash | Shell::Fish => None,
        Shell::Zsh => Some((
            format!("fpath=('{folder}' $fpath)"),
            "~/.zshrc, before compinit",
        )),
        Shell::PowerShell => Some((format!(". '{shown}'"), "$PROFILE")),
        _ => Some((
            format!("eval (slurp < '{shown}')"),
            "~/.config/elvish/rc.elv",
        )),
    };
    ForShell { file, line }
}
