//! `claimdesk lint`: the rules, and what they find.

use std::cmp::Reverse;

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::desk::{FlagInPlace, LintOf, Linted};
use crate::lint::{NoRule, Rule, Rules, Selection, rule_named};
use crate::model::claim::ClaimRef;
use crate::model::flag::Severity;
use crate::model::ids::ArticleId;

/// Run the rules over articles and what their claims rest on; what they find becomes flags
///
/// A flag stays open until somebody settles it with a reason (`claimdesk flag resolve`), or the rule finds it no longer.
/// Running the rules again raises nothing twice, and opens nothing that a person has settled. `claimdesk config set
/// lint-ignore E602` switches a rule off for the desk, `E602@3` for article 3.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk lint 1\n  claimdesk lint --all --deny high\n  \
claimdesk lint --claim 12 --select E6\n  claimdesk lint --explain E606"
)]
pub(crate) struct Lint {
    #[command(flatten)]
    on: On,
    /// Only these rules: a code, a name, the beginning of codes such as E6, or a category
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = rules)]
    select: Vec<Rules>,
    /// Not these rules
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = rules)]
    ignore: Vec<Rules>,
    /// End with exit code 1 when an open flag of the rules that ran is at least so severe
    #[arg(long, value_name = "SEVERITY", value_parser = one_of::<Severity>(Severity::WORDS))]
    deny: Option<Severity>,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct On {
    /// The articles' numbers
    #[arg(value_name = "ARTICLE")]
    articles: Vec<ArticleId>,
    /// What one claim rests on: its number, or words that only it holds
    #[arg(long)]
    claim: Option<ClaimRef>,
    /// Every article of the desk
    #[arg(long)]
    all: bool,
    /// List the rules
    #[arg(long)]
    list: bool,
    /// Explain a rule: its code or its name
    #[arg(long, value_name = "RULE", value_parser = rule)]
    explain: Option<&'static Rule>,
}

/// A parser for the name of rules.
fn rules(given: &str) -> Result<Rules, String> {
    given.parse().map_err(|error| none_such(&error))
}

/// A parser for the code or name of one rule.
pub(crate) fn rule(given: &str) -> Result<&'static Rule, String> {
    rule_named(given).map_err(|error| none_such(&error))
}

fn none_such(error: &NoRule) -> String {
    format!("{error}; `claimdesk lint --list` lists them")
}

impl Lint {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {
            on,
            select,
            ignore,
            deny,
        } = self;
        let selection = Selection::of(select, ignore);
        if on.list {
            let rules = selection.rules(None);
            output.list(&rules)?;
            return Ok(Exit::Done);
        }
        if let Some(rule) = on.explain {
            output.one(rule)?;
            return Ok(Exit::Done);
        }
        let linted = on.lint(context, &selection)?;
        let count = |of: fn(&Linted) -> usize| linted.iter().map(of).sum::<usize>();
        let (raised, changed, settled) = (
            count(|one| one.raised.len()),
            count(|one| one.changed.len()),
            count(|one| one.settled.len()),
        );
        let mut flags: Vec<FlagInPlace> = linted.into_iter().flat_map(|one| one.flags).collect();
        flags.sort_by_key(|one| Reverse(one.flag.severity));
        if flags.is_empty() {
            output.nothing::<FlagInPlace>("the rules find nothing")?;
        } else {
            output.diagnostics(&flags, |same| FlagInPlace::diagnostic(same))?;
        }
        let of = |severity| {
            flags
                .iter()
                .filter(|one| one.flag.severity == severity)
                .count()
        };
        output.note(format!(
            "open flags: {} high, {} medium, {} low; {raised} raised, {changed} changed, {settled} settled now",
            of(Severity::High),
            of(Severity::Medium),
            of(Severity::Low)
        ));
        let denied = deny.is_some_and(|least| flags.iter().any(|one| one.flag.severity >= least));
        Ok(if denied { Exit::No } else { Exit::Done })
    }
}

impl On {
    fn lint(self, context: &Context, selection: &Selection) -> Result<Vec<Linted>, CliError> {
        let mut desk = context.desk_to_write()?;
        let of = match self.claim {
            Some(claim) => vec![LintOf::Claim(claim)],
            None if self.all => desk
                .articles_to_lint()?
                .into_iter()
                .map(LintOf::Article)
                .collect(),
            None => self.articles.into_iter().map(LintOf::Article).collect(),
        };
        let act = context.act();
        of.iter()
            .map(|of| Ok(desk.lint(&act, of, selection)?))
            .collect()
    }
}
