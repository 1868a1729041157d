//! What a shell offers while a command is typed: commands, options and words of
//! closed sets as clap knows them, and from the nearest desk what can be named
//! there.
//!
//! A desk is only looked at. Where there is none, or none that can be read as it
//! is, nothing is offered and nothing is said. A blind desk offers what its lists
//! show.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, Command, CommandFactory, FromArgMatches};
use clap_complete::engine::{
    ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter,
};
use clap_complete::{CompleteEnv, Shell};
use strum::IntoEnumIterator;

use super::args::{Cli, Globals};
use super::environment::{ASKED, Environment};
use super::guides::Guide;
use super::meant::{Meant, meant};
use super::output::for_terminal;
use crate::desk::{Desk, Naming};
use crate::lint::RULES;
use crate::model::people::Handle;

/// So many characters tell what a candidate is.
const LONGEST_ABOUT: usize = 100;

/// Answers a shell that asks what could come next. Whether one did.
pub(super) fn answered(args: &[OsString], environment: &Environment) -> bool {
    let asked = CompleteEnv::with_factory(|| offering(args, environment))
        .var(ASKED)
        .try_complete(args.iter().cloned(), Some(&environment.folder));
    // Who is typing a command must not be told of trouble in between.
    asked.unwrap_or(true)
}

/// What a shell reads to ask this program.
pub(super) fn script(shell: Shell) -> String {
    match shell {
        Shell::Bash => format!("eval \"$({ASKED}=bash claimdesk)\"\n"),
        // As a file for autoloading, it is called for the first answer as well.
        Shell::Zsh => format!(
            "#compdef claimdesk\neval \"$({ASKED}=zsh claimdesk)\"\n\
if [ \"$funcstack[1]\" = \"_claimdesk\" ]; then\n    _clap_dynamic_completer_claimdesk \"$@\"\nfi\n"
        ),
        Shell::Fish => format!("{ASKED}=fish claimdesk | source\n"),
        Shell::PowerShell => format!(
            "$env:{ASKED} = \"powershell\"\nclaimdesk | Out-String | Invoke-Expression\nRemove-Item Env:\\{ASKED}\n"
        ),
        _ => format!("eval (E:{ASKED}=elvish claimdesk | slurp)\n"),
    }
}

/// The command line with what the desk can offer, for a shell that asks with
/// these arguments.
fn offering(args: &[OsString], environment: &Environment) -> Command {
    let typed = args.iter().skip_while(|arg| *arg != "--").skip(1);
    let typed: Vec<OsString> = typed.cloned().collect();
    let at_start = typed.iter().any(|word| word.is_empty());
    let look = look(typed, environment).map(Arc::new);
    let command = super::command()
        .disable_help_flag(at_start)
        .disable_version_flag(at_start);
    with_offers(command, look.as_ref(), at_start)
}

/// The desk that is looked at, and who looks.
struct Look {
    desk: PathBuf,
    viewer: Option<Handle>,
}

/// What a command that isn't typed to its end tells of the desk and who acts.
fn look(typed: Vec<OsString>, environment: &Environment) -> Option<Look> {
    let matches = Cli::command()
        .ignore_errors(true)
        .try_get_matches_from(typed)
        .ok()?;
    let globals = Globals::from_arg_matches(&matches).ok()?;
    let context = super::surroundings(&globals, environment.clone()).1.ok()?;
    Some(Look {
        desk: context.desk_path().ok()?,
        viewer: context.actor().cloned(),
    })
}

fn with_offers(command: Command, look: Option<&Arc<Look>>, at_start: bool) -> Command {
    let name = command.get_name().to_owned();
    command
        .mut_args(|arg| {
            let arg = match meant(&name, &arg) {
                Some(offer) => with_offer(arg, offer, look.cloned()),
                None => arg,
            };
            // Where nothing is typed yet, options would hide the values among them;
            // they are offered where there is no value.
            let hidden = arg.is_hide_set() || at_start && !arg.is_positional();
            arg.hide(hidden)
        })
        .mut_subcommands(|verb| with_offers(verb, look, at_start))
}

fn with_offer(arg: Arg, offer: Meant, look: Option<Arc<Look>>) -> Arg {
    arg.add(ArgValueCompleter::new(move |typed: &OsStr| {
        let Some(typed) = typed.to_str() else {
            return Vec::new();
        };
        let named = |namings| {
            let look = look.as_ref();
            look.map_or_else(Vec::new, |look| on_desk(look, namings, typed))
        };
        match offer {
            Meant::Named(namings) => named(namings),
            Meant::ArticleOrFile => {
                let mut found = named(&[Naming::Article]);
                found.extend(PathCompleter::any().complete(OsStr::new(typed)));
                found
            }
            Meant::Rule => rules(typed),
            Meant::Help => help(typed),
        }
    }))
}

/// What the desk has that begins so; nothing where there is no desk.
fn on_desk(look: &Look, namings: &[Naming], typed: &str) -> Vec<CompletionCandidate> {
    let Ok(Some(desk)) = Desk::glance(&look.desk) else {
        return Vec::new();
    };
    let desk = desk.seen_by(look.viewer.clone());
    let found = namings.iter().flat_map(|naming| {
        let found = desk.candidates(*naming, typed);
        found.unwrap_or_default()
    });
    // What would have to be quoted is better typed.
    let is_word = |name: &str| {
        let plain = |c: char| c.is_alphanumeric() || "-_.".contains(c);
        name.chars().all(plain)
    };
    found
        .filter(|candidate| is_word(&candidate.name))
        .map(|candidate| described(&candidate.name, &candidate.about))
        .collect()
}

fn rules(typed: &str) -> Vec<CompletionCandidate> {
    let begun = RULES.iter().filter(|rule| rule.code.starts_with(typed));
    begun.map(|rule| described(rule.code, rule.name)).collect()
}

fn help(typed: &str) -> Vec<CompletionCandidate> {
    let guides = Guide::iter().map(|guide| described(guide.name(), guide.title()));
    let commands = super::command();
    let commands = commands.get_subcommands().map(|command| {
        let about = command.get_about().map(ToString::to_string);
        described(command.get_name(), &about.unwrap_or_default())
    });
    guides
        .chain(commands)
        .filter(|candidate| candidate.get_value().to_string_lossy().starts_with(typed))
        .collect()
}

/// A candidate with what it stands for, in one line that does no harm.
fn described(name: &str, about: &str) -> CompletionCandidate {
    let line = about.split_whitespace().collect::<Vec<_>>().join(" ");
    let about: String = for_terminal(&line).chars().take(LONGEST_ABOUT).collect();
    CompletionCandidate::new(name).help((!about.is_empty()).then(|| about.into()))
}
