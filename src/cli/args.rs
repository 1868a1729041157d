//! What can be written on the command line: the options that every command
//! takes, and the commands by noun.

use std::path::PathBuf;

use clap::{ColorChoice, Parser, Subcommand};

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
#[derive(Debug, clap::Args)]
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

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Init(init::Init),
    #[command(subcommand)]
    Article(article::Article),
    #[command(subcommand)]
    Claim(claim::Claim),
    Review(review::Review),
    #[command(subcommand)]
    Verdict(verdict::Verdict),
    #[command(subcommand)]
    Ruling(ruling::Ruling),
    #[command(subcommand)]
    Source(source::Source),
    #[command(subcommand)]
    Evidence(evidence::Evidence),
    #[command(subcommand)]
    Flag(flag::Flag),
    Lint(lint::Lint),
    #[command(subcommand)]
    Reference(reference::Reference),
    #[command(subcommand)]
    Comment(comment::Comment),
    #[command(subcommand)]
    Reply(reply::Reply),
    #[command(subcommand)]
    Reviewer(reviewer::Reviewer),
    #[command(subcommand)]
    Config(config::Config),
    #[command(subcommand)]
    Scale(scale::Scale),
    Search(search::Search),
    Match(matching::Match),
    Coverage(coverage::Coverage),
    Gate(gate::Gate),
    #[command(subcommand)]
    Policy(policy::Policy),
    Extract(extract::Extract),
    Validate(validate::Validate),
    #[command(subcommand)]
    Model(model::Model),
    Report(report::Report),
    Export(Box<export::Export>),
    Import(import::Import),
    Stats(stats::Stats),
    Log(log::Log),
    Undo(undo::Undo),
    #[command(subcommand)]
    Audit(audit::Audit),
    Doctor(doctor::Doctor),
    Backup(backup::Backup),
    Restore(restore::Restore),
    Demo(demo::Demo),
    Schema(schema::SchemaOf),
    Completions(completions::Completions),
    Man(man::Man),
    Help(help::Help),
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

impl Command {
    /// Hands over to the command that was named.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Result<Exit, CliError> {
        match self {
            Self::Init(command) => command.run(context, output),
            Self::Article(command) => command.run(context, output),
            Self::Claim(command) => command.run(context, output),
            Self::Review(command) => command.run(context, output),
            Self::Verdict(command) => command.run(context, output),
            Self::Ruling(command) => command.run(context, output),
            Self::Source(command) => command.run(context, output),
            Self::Evidence(command) => command.run(context, output),
            Self::Flag(command) => command.run(context, output),
            Self::Lint(command) => command.run(context, output),
            Self::Reference(command) => command.run(context, output),
            Self::Comment(command) => command.run(context, output),
            Self::Reply(command) => command.run(context, output),
            Self::Reviewer(command) => command.run(context, output),
            Self::Config(command) => command.run(context, output),
            Self::Scale(command) => command.run(context, output),
            Self::Search(command) => command.run(context, output),
            Self::Match(command) => command.run(context, output),
            Self::Coverage(command) => command.run(context, output),
            Self::Gate(command) => command.run(context, output),
            Self::Policy(command) => command.run(context, output),
            Self::Extract(command) => command.run(context, output),
            Self::Validate(command) => command.run(context, output),
            Self::Model(command) => command.run(context, output),
            Self::Export(command) => command.run(context, output),
            Self::Import(command) => command.run(context, output),
            Self::Report(command) => command.run(context, output),
            Self::Stats(command) => command.run(context, output),
            Self::Log(command) => command.run(context, output),
            Self::Undo(command) => command.run(context, output),
            Self::Audit(command) => command.run(context, output),
            Self::Doctor(command) => command.run(context, output),
            Self::Backup(command) => command.run(context, output),
            Self::Restore(command) => command.run(context, output),
            Self::Demo(command) => command.run(context, output),
            Self::Schema(command) => command.run(context, output),
            Self::Completions(command) => command.run(context, output),
            Self::Man(command) => command.run(context, output),
            Self::Help(command) => command.run(context, output),
        }
    }
}
