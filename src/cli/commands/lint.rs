//! `claimdesk lint`: the rules, and what they find.

use std::cmp::Reverse;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::output::{FindingInFile, Linting};
use crate::cli::words::{did_you_mean, one_of};
use crate::desk::{FlagInPlace, LintOf, Linted};
use crate::filter::{ArticleName, FileFindings, ShownFinding, findings};
use crate::ingest::MAX_BYTES;
use crate::lint::{NoRule, RULES, Rule, Rules, Selection, rule_named};
use crate::model::claim::ClaimRef;
use crate::model::edtf::EdtfDate;
use crate::model::flag::Severity;
use crate::model::ids::ArticleId;

/// Run the rules over articles; what they find becomes flags
///
/// They look at the words of articles, and at what claims rest on.
///
/// A flag stays open until somebody settles it with a reason (`claimdesk flag resolve`), or the rule finds it no longer.
/// Running the rules again raises nothing twice, and opens nothing that a person has settled. `claimdesk config set
/// lint-ignore E602` switches a rule off for the desk, `E602@3` for article 3. A file is looked at without a desk.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk lint 1\n  claimdesk lint --all --deny high\n  \
claimdesk lint --claim 12 --select E6\n  claimdesk lint draft.docx --published 2025-04-15\n  \
claimdesk lint draft.md --format sarif > findings.sarif\n  claimdesk lint --explain E606\n\n\
Next: `claimdesk flag list --article 1` lists what was found; `claimdesk flag resolve` settles it."
)]
pub(crate) struct Lint {
    #[command(flatten)]
    on: On,
    /// When the articles of files were, or will be, published [default: what they say of themselves]
    #[arg(long, value_name = "DATE")]
    published: Option<EdtfDate>,
    /// Only these rules: a code, a name, the beginning of codes such as E6, or a category
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = rules)]
    select: Vec<Rules>,
    /// Not these rules
    #[arg(long, value_name = "RULES", value_delimiter = ',', value_parser = rules)]
    ignore: Vec<Rules>,
    /// End with exit code 1 when an open flag of the rules that ran is at least so severe
    #[arg(long, value_name = "SEVERITY", value_parser = one_of::<Severity>(Severity::WORDS))]
    deny: Option<Severity>,
    /// How to show data
    // Takes the place of the option of that name for every command, so it has to be a text as well.
    #[arg(long, value_parser = ["table", "json", "jsonl", "csv", "sarif"])]
    format: Option<String>,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct On {
    /// The articles' numbers; or files, for which no desk is needed; - reads standard input
    #[arg(value_name = "ARTICLE|FILE")]
    targets: Vec<String>,
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
    let names = RULES.iter().flat_map(|rule| [rule.name, rule.code]);
    let names = names.chain(RULES.iter().map(|rule| rule.category.as_str()));
    let meant = did_you_mean(&error.given, names);
    format!("{error}; `claimdesk lint --list` lists them{meant}")
}

impl Lint {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let selection = Selection::of(self.select, self.ignore);
        if self.on.list {
            output.list(&selection.rules(None))?;
            return Ok(Exit::Done);
        }
        if let Some(rule) = self.on.explain {
            output.one(rule)?;
            return Ok(Exit::Done);
        }
        let linting = Linting {
            rules: selection.rules(None),
            sarif: self.format.as_deref() == Some("sarif"),
        };
        let (worst, failed) = match self.on.files()? {
            Some(files) => in_files(&files, self.published.as_ref(), &linting, context, output)?,
            None if self.published.is_some() => {
                return Err(CliError::Usage(
                    "--published is for files; `claimdesk article edit N --published DATE` says when an article of the desk \
                     was published"
                        .to_owned(),
                ));
            }
            None => (
                on_desk(self.on, context, &selection, (&linting, output))?,
                None,
            ),
        };
        if let Some(failed) = failed {
            return Ok(failed);
        }
        let denied = self.deny.is_some_and(|least| worst >= Some(least));
        Ok(if denied { Exit::No } else { Exit::Done })
    }
}

/// Shows what is found in files, whatever becomes of one of them; gives back how
/// severe the worst of it is, and how the first failed that can't be read.
fn in_files(
    files: &[PathBuf],
    published: Option<&EdtfDate>,
    linting: &Linting,
    context: &Context,
    output: &mut Output,
) -> Result<(Option<Severity>, Option<Exit>), CliError> {
    let mut found: Vec<FindingInFile> = Vec::new();
    let mut articles = 0;
    let mut failed = None;
    let mut undated = Vec::new();
    for file in files {
        let named = files::named(file);
        match in_file(file, published, linting, articles) {
            Ok(here) => {
                let article = |finding: &ShownFinding| match &finding.article {
                    _ if !here.is_list => None,
                    ArticleName::Url(url) => Some(url.clone()),
                    ArticleName::Place(place) => Some(format!("article {}", place - articles + 1)),
                };
                found.extend(here.findings.into_iter().map(|finding| FindingInFile {
                    file: named.clone(),
                    article: article(&finding),
                    finding,
                }));
                articles += here.articles;
                if here.undated > 0 {
                    undated.push(match here.articles {
                        1 => format!("{named} gives no publication date"),
                        all => format!(
                            "{} of {all} articles in {named} give no publication date",
                            here.undated
                        ),
                    });
                }
            }
            Err(error) => {
                output.error(&error);
                failed = failed.or(Some(error.exit()));
            }
        }
    }
    if articles == 0 && failed.is_some() {
        return Ok((None, failed));
    }
    found.sort_by_key(|one| Reverse(one.finding.severity));
    output.findings(&found, linting)?;
    for what in undated {
        output.note_undated(&what, &linting.rules, "--published 2025-04-15");
    }
    if let Some(published) = published {
        output.note_ahead(published, context.now().date_naive());
    }
    let severities = found.iter().map(|one| one.finding.severity);
    output.note(format!("findings: {}", by_severity(&severities)));
    Ok((severities.max(), failed))
}

fn in_file(
    file: &Path,
    published: Option<&EdtfDate>,
    linting: &Linting,
    first: usize,
) -> Result<FileFindings, CliError> {
    let bytes = files::read(file, MAX_BYTES)?;
    let name = files::name_of(file).unwrap_or_default();
    findings((&name, &bytes), published, &linting.rules, first)
        .map_err(|error| files::input_error(file, error))
}

/// How many of each severity: “2 high, 0 medium, 5 low”.
fn by_severity(severities: &(impl Iterator<Item = Severity> + Clone)) -> String {
    let of = |severity| severities.clone().filter(|one| *one == severity).count();
    format!(
        "{} high, {} medium, {} low",
        of(Severity::High),
        of(Severity::Medium),
        of(Severity::Low)
    )
}

/// Shows what is found on the desk; gives back how severe the worst of it is.
fn on_desk(
    on: On,
    context: &Context,
    selection: &Selection,
    (linting, output): (&Linting, &mut Output),
) -> Result<Option<Severity>, CliError> {
    let linted = on.lint(context, selection)?;
    let count = |of: fn(&Linted) -> usize| linted.iter().map(of).sum::<usize>();
    let now = format!(
        "{} raised, {} changed, {} settled now",
        count(|one| one.raised.len()),
        count(|one| one.changed.len()),
        count(|one| one.settled.len()),
    );
    let undated: Vec<ArticleId> = linted
        .iter()
        .filter(|one| one.undated)
        .filter_map(|one| one.article)
        .collect();
    let mut flags: Vec<FlagInPlace> = linted.into_iter().flat_map(|one| one.flags).collect();
    flags.sort_by_key(|one| Reverse(one.flag.severity));
    output.flags_in_place(&flags, linting)?;
    for id in undated {
        let what = format!("article {id} has no publication date");
        let how = format!("`claimdesk article edit {id} --published DATE`");
        output.note_undated(&what, &linting.rules, &how);
    }
    let severities = flags.iter().map(|one| one.flag.severity);
    output.note(format!("open flags: {}; {now}", by_severity(&severities)));
    Ok(severities.max())
}

impl On {
    /// The files that are meant, if files are; a number is that of an article.
    fn files(&self) -> Result<Option<Vec<PathBuf>>, CliError> {
        let is_number = |target: &&String| target.parse::<i64>().is_ok();
        match self.targets.iter().filter(is_number).count() {
            _ if self.targets.is_empty() => Ok(None),
            0 => Ok(Some(self.targets.iter().map(PathBuf::from).collect())),
            numbers if numbers == self.targets.len() => Ok(None),
            _ => Err(CliError::Usage(
                "give numbers of articles or files, and not both; a file that is called 1 is ./1"
                    .to_owned(),
            )),
        }
    }

    fn lint(self, context: &Context, selection: &Selection) -> Result<Vec<Linted>, CliError> {
        let mut desk = context.desk_to_write()?;
        let of: Vec<LintOf> = if let Some(claim) = self.claim {
            vec![LintOf::Claim(claim)]
        } else if self.all {
            let articles = desk.articles_to_lint()?;
            articles.into_iter().map(LintOf::Article).collect()
        } else {
            let numbers = self.targets.iter().filter_map(|target| target.parse().ok());
            numbers
                .map(|number| LintOf::Article(ArticleId(number)))
                .collect()
        };
        let act = context.act();
        of.iter()
            .map(|of| Ok(desk.lint(&act, of, selection)?))
            .collect()
    }
}
