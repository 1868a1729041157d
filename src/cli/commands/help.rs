//! `claimdesk help`: the guides, and the help of every command.

use clap::{Args, Command};
use strum::IntoEnumIterator;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::guides::Guide;
use crate::cli::words::did_you_mean;

/// Show a guide, or the help of a command
///
/// Without a word, all commands and guides are listed.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk help workflow\n  claimdesk help verdict add\n\n\
Next: `claimdesk demo` makes a desk to try things on."
)]
pub(crate) struct Help {
    /// A guide (workflow, anchors, scales, search, formats), or a command with its verb
    #[arg(value_name = "GUIDE|COMMAND")]
    words: Vec<String>,
}

impl Help {
    pub(crate) fn run(self, _: &Context, output: &mut Output) -> Done {
        if let [word] = self.words.as_slice()
            && let Ok(guide) = word.parse::<Guide>()
        {
            output.document(&guide.plain())?;
            return Ok(Exit::Done);
        }
        let root = crate::cli::command();
        let mut command = &root;
        for word in &self.words {
            let found = command.find_subcommand(word);
            command = found.ok_or_else(|| unknown(word, command))?;
        }
        let asked = ["claimdesk"].into_iter();
        let asked = asked.chain(self.words.iter().map(String::as_str));
        // What is asked for in this way comes as an error.
        if let Err(help) = root.clone().try_get_matches_from(asked.chain(["--help"])) {
            output.help(&help.render())?;
        }
        Ok(Exit::Done)
    }
}

/// No command and no guide has this name; one has a name like it, perhaps.
fn unknown(word: &str, within: &Command) -> CliError {
    let commands = within.get_subcommands().map(Command::get_name);
    if within.get_name() == "claimdesk" {
        let guides: Vec<&str> = Guide::iter().map(Guide::name).collect();
        let meant = did_you_mean(word, commands.chain(guides));
        return CliError::Usage(format!("“{word}” is no command and no guide{meant}"));
    }
    let meant = did_you_mean(word, commands);
    CliError::Usage(format!(
        "“{word}” is no verb of `claimdesk {}`{meant}",
        within.get_name()
    ))
}
