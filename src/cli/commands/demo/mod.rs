//! `claimdesk demo`: the whole path on a sample article, in a folder of its
//! own: a desk, two reviewers, verdicts with sources, sign-offs, flags, two reports.

mod script;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use self::script::{Script, VerdictStep};
use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::output::DemoMade;
use crate::desk::{Access, Act, ClaimToAdd, Desk, FlagOn, NewArticle, SignOff};
use crate::extract::Offer;
use crate::model::article::GivenDetails;
use crate::model::claim::{ClaimEdit, ClaimFilter, ClaimRef};
use crate::model::flag::NewFlag;
use crate::model::ids::{ArticleId, ClaimId};
use crate::model::people::{Handle, NewReviewer};
use crate::model::verdict::NewVerdict;
use crate::report::{ReportFormat, render};

const ARTICLE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/data/sample/article.txt"
));
const REVIEW: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/data/sample/review.toml"
));

/// The report that is for the browser.
const PAGE: &str = "report.html";

/// Check a sample article from start to report, in its own folder
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk demo\n  claimdesk report 1 --desk claimdesk-demo/claimdesk.db\n\n\
Next: `claimdesk help workflow` tells how to do the same with an article of yours."
)]
pub(crate) struct Demo {
    /// The folder to make
    #[arg(default_value = "claimdesk-demo")]
    dir: PathBuf,
}

impl Demo {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let path = self.dir.join("claimdesk.db");
        if path.exists() {
            return Err(CliError::DemoExists { desk: path });
        }
        fs::create_dir_all(&self.dir).map_err(|error| CliError::Write {
            path: self.dir.clone(),
            error,
        })?;
        let mut play = Play::begin(&path, context)?;
        play.judge()?;
        play.sign_off()?;
        play.raise_flags()?;
        let made = play.finish(&self.dir, &path)?;
        output.one(&made)?;
        let report = self.dir.join(PAGE);
        output.note(format!(
            "\nopen {} in a browser, and try next:",
            report.display()
        ));
        for command in &made.next {
            output.note(format!("  {command}"));
        }
        Ok(Exit::Done)
    }
}

/// A desk on which the script is being played.
struct Play<'a> {
    context: &'a Context,
    desk: Desk,
    script: Script,
    article: ArticleId,
}

impl<'a> Play<'a> {
    /// The desk with its reviewers and the article.
    fn begin(path: &Path, context: &'a Context) -> Result<Self, CliError> {
        let script = Script::read(REVIEW)?;
        let mut people = script.reviewers.iter().map(|person| NewReviewer {
            handle: person.handle.clone(),
            name: person.name.clone(),
            role: person.role,
        });
        let first = people
            .next()
            .ok_or_else(|| CliError::Show("the sample has no reviewer".to_owned()))?;
        Desk::init(path, &first, context.now())?;
        let mut desk = Desk::open(path, Access::Write)?;
        let act = Act {
            actor: Some(first.handle),
            at: context.now(),
        };
        for person in people {
            desk.add_reviewer(&act, &person)?;
        }
        let details = &script.article;
        let new = NewArticle {
            bytes: ARTICLE.as_bytes(),
            file_name: Some("article.txt"),
            document_type: None,
            encoding: None,
            given: GivenDetails {
                title: Some(details.title.clone()),
                author: details.author.clone(),
                publisher: details.publisher.clone(),
                url: details.url.clone(),
                published: details.published.clone(),
                language: details.language.clone(),
            },
            offer: Offer::default(),
        };
        let added = desk.add_articles(&act, &new)?.articles;
        let article = added
            .first()
            .map(|added| added.article.id)
            .ok_or_else(|| CliError::Show("the sample has no article".to_owned()))?;
        Ok(Self {
            context,
            desk,
            script,
            article,
        })
    }

    /// Every verdict with its evidence.
    fn judge(&mut self) -> Result<(), CliError> {
        for step in std::mem::take(&mut self.script.verdicts) {
            let act = self.by(&step.reviewer);
            let claim = self.claim_of(&act, &step)?;
            let evidence = step
                .evidence
                .into_iter()
                .map(script::EvidenceStep::into_evidence);
            let new = NewVerdict {
                rating: Some(step.rating),
                rationale: step.because,
                correction: step.correction,
                confidence: step.confidence,
                no_source: step.no_source,
                evidence: evidence.collect::<Result<_, _>>()?,
                ..NewVerdict::default()
            };
            self.desk.add_verdict(&act, &claim, &new)?;
        }
        Ok(())
    }

    /// Every sign-off by an editor.
    fn sign_off(&mut self) -> Result<(), CliError> {
        for step in std::mem::take(&mut self.script.sign_offs) {
            let act = self.by(&step.editor);
            let claim = self.with_words(&step.quote)?.ok_or_else(|| {
                CliError::Show(format!("the sample has no claim “{}”", step.quote))
            })?;
            let claim = ClaimRef::Number(claim);
            self.desk.sign_off(&act, &claim, &SignOff::default())?;
        }
        Ok(())
    }

    /// The claim that has just these words.
    fn with_words(&self, words: &str) -> Result<Option<ClaimId>, CliError> {
        let filter = ClaimFilter {
            article: Some(self.article),
            all: true,
            ..ClaimFilter::default()
        };
        let claims = self.desk.claims(&filter)?;
        let found = claims
            .iter()
            .find(|claim| claim.quote.as_deref() == Some(words));
        Ok(found.map(|claim| claim.id))
    }

    /// The claim a verdict is on: the one that was offered with just these
    /// words, else a new one.
    fn claim_of(&mut self, act: &Act, step: &VerdictStep) -> Result<ClaimRef, CliError> {
        let Some(id) = self.with_words(&step.quote)? else {
            let new = ClaimToAdd {
                quote: step.quote.clone(),
                occurrence: None,
                statement: step.statement.clone(),
                claimant: step.claimant.clone(),
                topics: step.topics.clone(),
            };
            return Ok(ClaimRef::Number(
                self.desk.add_claim(act, self.article, &new)?.id,
            ));
        };
        let claim = ClaimRef::Number(id);
        if step.restates() {
            let edit = ClaimEdit {
                statement: step.statement.clone(),
                claimant: step.claimant.clone(),
                add_topics: step.topics.clone(),
                remove_topics: Vec::new(),
            };
            self.desk.edit_claim(act, &claim, &edit)?;
        }
        Ok(claim)
    }

    fn raise_flags(&mut self) -> Result<(), CliError> {
        for step in std::mem::take(&mut self.script.flags) {
            let act = self.by(&step.reviewer);
            let on = FlagOn::Words {
                article: self.article,
                quote: step.quote,
                occurrence: None,
            };
            let new = NewFlag {
                category: step.category,
                severity: step.severity,
                message: step.message,
                suggestion: step.suggestion,
            };
            self.desk.add_flag(&act, &on, &new)?;
        }
        Ok(())
    }

    /// The reports, and what there is now.
    fn finish(&self, dir: &Path, path: &Path) -> Result<DemoMade, CliError> {
        let report = self
            .desk
            .report(self.article, self.context.now())?
            .for_outside();
        let mut reports = Vec::new();
        for (name, format) in [
            (PAGE, ReportFormat::Html),
            ("report.md", ReportFormat::Markdown),
        ] {
            let file = dir.join(name);
            files::write_whole(&file, render(format, &report)?.as_bytes())?;
            reports.push(file);
        }
        let stats = self.desk.stats(None, false, self.context.now())?;
        Ok(DemoMade {
            desk: path.to_owned(),
            reports,
            claims: stats.claims,
            verdicts: stats.verdicts,
            sources: stats.sources,
            flags: stats.open_flags.iter().map(|flags| flags.count).sum(),
            next: next_commands(
                &shell_word(Path::new(self.context.program())),
                self.article,
                &shell_word(path),
            ),
        })
    }

    fn by(&self, reviewer: &Handle) -> Act {
        Act {
            actor: Some(reviewer.clone()),
            at: self.context.now(),
        }
    }
}

fn next_commands(program: &str, article: ArticleId, desk: &str) -> Vec<String> {
    vec![
        format!("{program} claim list --article {article} --desk {desk}"),
        format!("{program} claim show 1 --desk {desk}"),
        format!("{program} audit verify --desk {desk}"),
    ]
}

/// The path as a shell takes it for one word.
fn shell_word(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    if path.chars().all(plain) {
        path
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_can_be_read() {
        assert!(!Script::read(REVIEW).unwrap().verdicts.is_empty());
    }

    #[test]
    fn paths_survive_the_shell() {
        assert_eq!(shell_word(Path::new("a/b.db")), "a/b.db");
        assert_eq!(shell_word(Path::new("it's a/b.db")), r"'it'\''s a/b.db'");
    }
}
