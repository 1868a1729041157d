//! The first page of the help: the commands in groups, as a person looks for
//! them, and the guides.

use clap::Command;
use clap::builder::StyledStr;
use strum::IntoEnumIterator;

use super::args::GROUPS;
use super::guides::Guide;

/// The command line with its first page, and with a word on what follows below
/// each group of verbs.
pub(super) fn grouped(command: Command) -> Command {
    let page = page(&command);
    command
        .mut_subcommands(|noun| {
            if noun.has_subcommands() {
                let name = noun.get_name().to_owned();
                noun.after_help(format!(
                    "Next: `claimdesk {name} VERB --help` shows one of these with an example."
                ))
            } else {
                noun
            }
        })
        .help_template(page)
}

/// The page as clap fills it in.
fn page(command: &Command) -> StyledStr {
    let (head, word) = (
        command.get_styles().get_header(),
        command.get_styles().get_literal(),
    );
    let mut rows: Vec<String> = Vec::new();
    let names = GROUPS.iter().flat_map(|(_, names)| *names);
    let width = names.map(|name| name.len()).max().unwrap_or_default();
    for (title, names) in GROUPS {
        rows.push(format!("\n{head}{title}:{head:#}"));
        rows.extend(names.iter().map(|name| {
            let about = command
                .find_subcommand(name)
                .and_then(Command::get_about)
                .map(ToString::to_string)
                .unwrap_or_default();
            format!("  {word}{name:width$}{word:#}  {about}")
        }));
    }
    rows.push(format!("\n{head}Guides, a screen each:{head:#}"));
    rows.extend(Guide::iter().map(|guide| {
        let (name, title) = (guide.name(), guide.title());
        format!("  {word}help {name:8}{word:#}  {title}")
    }));
    let rows = rows.join("\n");
    format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n{rows}\n\n\
{head}Options for every command:{head:#}\n{{options}}{{after-help}}"
    )
    .into()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::cli::args::Cli;

    #[test]
    fn every_command_stands_in_one_group() {
        let command = Cli::command();
        let known: BTreeSet<&str> = command.get_subcommands().map(Command::get_name).collect();
        let grouped: Vec<&str> = GROUPS
            .iter()
            .flat_map(|(_, names)| *names)
            .copied()
            .collect();
        assert_eq!(known, grouped.iter().copied().collect());
        assert_eq!(known.len(), grouped.len());
    }
}
