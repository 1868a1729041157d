//! `claimdesk man`: the manual, made from the same words as the help.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_mangen::roff::{Roff, roman};
use strum::IntoEnumIterator;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::guides::{Guide, VERSION};

/// Print the manual page, or write those of commands and guides
///
/// The pages of commands go into the folder man1 of the manual, those of guides into man7.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk man | man -l -\n  claimdesk man --install\n  claimdesk man /usr/local/share/man\n\n\
Next: man claimdesk-verdict-add, or man claimdesk-workflow."
)]
pub(crate) struct Man {
    /// The folder of the manual
    dir: Option<PathBuf>,
    /// Put them where `man` looks for yours, and say what is left to do
    #[arg(long, conflicts_with = "dir")]
    install: bool,
}

impl Man {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let dir = match self.dir {
            Some(dir) => dir,
            None if self.install => context.data_folder()?.join("man"),
            None => {
                output.bytes(&first_page().map_err(CliError::Print)?)?;
                return Ok(Exit::Done);
            }
        };
        write_pages(&dir).map_err(|error| CliError::Write {
            path: dir.clone(),
            error,
        })?;
        output.note(format!("manual pages are in {}", dir.display()));
        if self.install {
            output.note(format!(
                "if `man claimdesk` does not find them, add to your shell's start file:\n  \
export MANPATH='{}:'",
                dir.display()
            ));
        }
        Ok(Exit::Done)
    }
}

fn write_pages(dir: &Path) -> std::io::Result<()> {
    let (commands, guides) = (dir.join("man1"), dir.join("man7"));
    fs::create_dir_all(&commands)?;
    let mut root = crate::cli::command();
    root.build();
    root.get_subcommands()
        .try_for_each(|command| write_page(command, &commands))?;
    fs::write(commands.join("claimdesk.1"), first_page()?)?;
    fs::create_dir_all(&guides)?;
    Guide::iter().try_for_each(|guide| {
        let page = format!("{}.7", guide.page());
        fs::write(guides.join(page), guide.manual())
    })
}

/// Writes the page of a command, and those of its verbs.
fn write_page(command: &Command, folder: &Path) -> std::io::Result<()> {
    command
        .get_subcommands()
        .try_for_each(|verb| write_page(verb, folder))?;
    let page = clap_mangen::Man::new(command.clone()).source(VERSION);
    page.generate_to(folder).map(drop)
}

/// The page of the program, which names those of the guides.
fn first_page() -> std::io::Result<Vec<u8>> {
    let mut page = Vec::new();
    clap_mangen::Man::new(crate::cli::command()).render(&mut page)?;
    let guides: Vec<String> = Guide::iter()
        .map(|guide| format!("{}(7)", guide.page()))
        .collect();
    let mut see = Roff::new();
    see.control("SH", ["SEE ALSO"]);
    see.text([roman(guides.join(", "))]);
    see.to_writer(&mut page)?;
    Ok(page)
}
