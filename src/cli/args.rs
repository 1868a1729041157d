//! What can be written on the command line: the options that every command
//! takes, and the commands by noun.

use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand};

use super::build;
use super::commands::{
    article, audit, backup, claim, comment, completions, config, coverage, demo, doctor, evidence,
    export, extract, flag, gate, help, import, init, lint, log, man, matching, model, policy,
    reference, reply, report, restore, review, reviewer, ruling, scale, schema, search, source,
    stats, undo, validate, verdict,
};
use super::context::Context;
use super::error::CliError;
use super::exit::Exit;
use super::output::{Format, Output};
use crate::model::people::Handle;

/// A fact-checking desk in one SQLite file.
///
/// An article goes in; the claims it makes come out, each anchored to the exact words it was made in;
/// reviewers attach verdicts, sources and flags; reports come out.
#[derive(Debug, Parser)]
#[command(
    name = "claimdesk",
    version,
    long_version = build::LONG.as_str(),
    propagate_version = false,
    disable_help_subcommand = true,
    max_term_width = 100
)]
#[command(
    after_help = "Start with `claimdesk demo`, or with `claimdesk init` and `claimdesk article add FILE`.\n\n\
Exit codes: 0 done, 1 the answer is no or something was found, 2 wrong usage, 10 to 19 trouble with the \
desk's file, 20 to 28 with a file to be read, 30 to 39 a request that the desk refuses, 40 a result that \
can't be written, 41 a page that can't be fetched, 70 a mistake in the program."
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) globals: Globals,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The options that every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options for every command")]
pub(crate) struct Globals {
    /// The desk [default: `CLAIMDESK_DESK`, else claimdesk.db here or in the nearest parent folder]
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) desk: Option<PathBuf>,
    /// Who acts [default: `CLAIMDESK_REVIEWER`, else `config get handle`, else the desk's default]
    #[arg(long = "as", global = true, value_name = "HANDLE")]
    pub(crate) actor: Option<Handle>,
    /// How to show data
    // A text and not a `Format`, because `report` has other words for the same option.
    #[arg(long, global = true, value_parser = Format::WORDS.to_vec())]
    pub(crate) format: Option<String>,
    /// Leave out notes and what to do next
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Never ask: do what was named, and what a filter finds only with --yes
    #[arg(long, global = true)]
    pub(crate) no_input: bool,
    /// Never touch the network, whatever else is asked
    #[arg(long, global = true)]
    pub(crate) offline: bool,
    /// When to use colour [default: `config get color`, else auto]
    #[arg(long, global = true, value_name = "WHEN")]
    pub(crate) color: Option<ColorChoice>,
}

/// Says once which commands there are. On the command line they are called by their
/// names here, in small letters.
macro_rules! commands {
    ($($(#[$of:meta])? $name:ident($type:ty) => $grammar:ident,)*) => {
        #[derive(Debug, Subcommand)]
        pub(crate) enum Command {
            $($(#[$of])? $name($type),)*
        }

        impl Command {
            /// Hands over to the command that was named.
            pub(crate) fn run(
                self,
                context: &Context,
                output: &mut Output,
            ) -> Result<Exit, CliError> {
                match self {
                    $(Self::$name(command) => command.run(context, output),)*
                }
            }

            /// The grammar of one command.
            fn grammar(name: &str) -> Option<clap::Command> {
                let mut known = GROUPS.iter().flat_map(|(_, names)| *names);
                let name = *known.find(|known| **known == name)?;
                let command = clap::Command::new(name);
                $(if name.eq_ignore_ascii_case(stringify!($name)) {
                    return Some($grammar::<$type>(command));
                })*
                None
            }
        }
    };
}

/// A command with the verbs that it has.
fn noun<V: Subcommand>(command: clap::Command) -> clap::Command {
    V::augment_subcommands(command.subcommand_required(true))
}

/// A command with what can be said to it.
fn verb<A: Args>(command: clap::Command) -> clap::Command {
    A::augment_args(command)
}

commands! {
    Init(init::Init) => verb,
    #[command(subcommand)]
    Article(article::Article) => noun,
    #[command(subcommand)]
    Claim(claim::Claim) => noun,
    Review(review::Review) => verb,
    #[command(subcommand)]
    Verdict(verdict::Verdict) => noun,
    #[command(subcommand)]
    Ruling(ruling::Ruling) => noun,
    #[command(subcommand)]
    Source(source::Source) => noun,
    #[command(subcommand)]
    Evidence(evidence::Evidence) => noun,
    #[command(subcommand)]
    Flag(flag::Flag) => noun,
    Lint(lint::Lint) => verb,
    #[command(subcommand)]
    Reference(reference::Reference) => noun,
    #[command(subcommand)]
    Comment(comment::Comment) => noun,
    #[command(subcommand)]
    Reply(reply::Reply) => noun,
    #[command(subcommand)]
    Reviewer(reviewer::Reviewer) => noun,
    #[command(subcommand)]
    Config(config::Config) => noun,
    #[command(subcommand)]
    Scale(scale::Scale) => noun,
    Search(search::Search) => verb,
    Match(matching::Match) => verb,
    Coverage(coverage::Coverage) => verb,
    Gate(gate::Gate) => verb,
    #[command(subcommand)]
    Policy(policy::Policy) => noun,
    Extract(extract::Extract) => verb,
    Validate(validate::Validate) => verb,
    #[command(subcommand)]
    Model(model::Model) => noun,
    Report(report::Report) => verb,
    Export(Box<export::Export>) => verb,
    Import(import::Import) => verb,
    Stats(stats::Stats) => verb,
    Log(log::Log) => verb,
    Undo(undo::Undo) => verb,
    #[command(subcommand)]
    Audit(audit::Audit) => noun,
    Doctor(doctor::Doctor) => verb,
    Backup(backup::Backup) => verb,
    Restore(restore::Restore) => verb,
    Demo(demo::Demo) => verb,
    Schema(schema::SchemaOf) => verb,
    Completions(completions::Completions) => verb,
    Man(man::Man) => verb,
    Help(help::Help) => verb,
}

impl Cli {
    /// The grammar of what every command takes, and of the command of this name, if there
    /// is one: a small part of the whole, which takes longer to make than most commands to
    /// run. What it understands, the whole understands alike.
    pub(super) fn grammar_of(name: Option<&str>) -> clap::Command {
        let root = clap::Command::new(env!("CARGO_PKG_NAME"))
            .version(env!("CARGO_PKG_VERSION"))
            .long_version(build::LONG.as_str())
            .disable_help_subcommand(true);
        Globals::augment_args(root).subcommands(name.and_then(Command::grammar))
    }
}

/// The commands as a person looks for them: each stands in one group.
pub(crate) const GROUPS: [(&str, &[&str]); 8] = [
    ("Start", &["demo", "init", "help"]),
    (
        "Articles and their claims",
        &["article", "claim", "coverage", "search", "match"],
    ),
    (
        "Judging",
        &["review", "verdict", "ruling", "reply", "comment"],
    ),
    ("Sources", &["source", "evidence"]),
    (
        "Checking and publishing",
        &["lint", "flag", "gate", "report"],
    ),
    (
        "Exchanging with others",
        &["export", "import", "extract", "validate", "schema"],
    ),
    (
        "Looking back and keeping safe",
        &[
            "log", "undo", "stats", "audit", "backup", "restore", "doctor",
        ],
    ),
    (
        "Setting up the desk and the shell",
        &[
            "reviewer",
            "scale",
            "policy",
            "reference",
            "model",
            "config",
            "completions",
            "man",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    /// Every argument of a command and of its verbs.
    fn arguments(command: &clap::Command) -> Vec<String> {
        let own = command.get_arguments().map(|arg| format!("{arg:?}"));
        let of_verbs = command.get_subcommands().flat_map(|verb| {
            let named = |arg| format!("{} {arg}", verb.get_name());
            arguments(verb).into_iter().map(named)
        });
        own.chain(of_verbs).collect()
    }

    #[test]
    fn a_command_alone_is_what_it_is_among_all() {
        let all = Cli::command();
        let root = |of: &clap::Command| {
            let globals: Vec<String> = of.get_arguments().map(|arg| format!("{arg:?}")).collect();
            (globals, of.render_version(), of.render_long_version())
        };
        for command in all.get_subcommands() {
            let alone = Cli::grammar_of(Some(command.get_name()));
            let found = alone.find_subcommand(command.get_name()).unwrap();
            assert_eq!(arguments(found), arguments(command));
            assert_eq!(root(&alone), root(&all));
        }
        for name in [None, Some("Claim"), Some("clam")] {
            assert!(!Cli::grammar_of(name).has_subcommands());
        }
    }
}
