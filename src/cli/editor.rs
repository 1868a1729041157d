//! Texts written in the user's own editor.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::context::Context;
use super::error::CliError;

/// A text under work: it stays in its file until it is done with, so that
/// nothing that was typed is lost.
pub(crate) struct Draft {
    path: PathBuf,
}

impl Draft {
    /// Opens the editor on a new file that begins with `text`, and waits for it
    /// to end. Returns the draft with what stands in it.
    pub(crate) fn write(
        context: &Context,
        name: &str,
        text: &str,
    ) -> Result<(Self, String), CliError> {
        let editor = context.editor().ok_or_else(|| {
            CliError::Usage("no editor is known; set one with `claimdesk config set editor`, or the variable EDITOR".to_owned())
        })?;
        let path = context
            .temporary_folder()
            .join(format!("{name}-{}.md", std::process::id()));
        let failed = |error| CliError::Write {
            path: path.clone(),
            error,
        };
        fs::write(&path, text).map_err(failed)?;
        // The variable may hold arguments, as in `code --wait`.
        let mut words = editor.split_whitespace();
        let program = words.next().unwrap_or_default();
        let ended = Command::new(program).args(words).arg(&path).status();
        match ended {
            Ok(status) if status.success() => {}
            Ok(status) => {
                return Err(CliError::Invalid(format!(
                    "the editor {editor} ended with {status}; your text is kept in {}",
                    path.display()
                )));
            }
            Err(error) => {
                return Err(CliError::Invalid(format!(
                    "the editor {editor} can't be run: {error}"
                )));
            }
        }
        let written = fs::read_to_string(&path).map_err(failed)?;
        Ok((Self { path }, written))
    }

    /// Where it is kept, for who has to go on with it.
    pub(crate) fn kept(&self) -> String {
        self.path.display().to_string()
    }

    /// The text is where it belongs; the draft can go.
    pub(crate) fn done(self) {
        // A draft that is left over does no harm.
        let _ = fs::remove_file(self.path);
    }
}
