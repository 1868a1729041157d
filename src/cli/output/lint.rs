//! Rules, and what they find, for eyes and as SARIF.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::diagnostic::{Alike, Diagnostic};
use super::page::Page;
use super::table::Cell;
use super::{Listed, Output, Shown};
use crate::cli::error::CliError;
use crate::desk::FlagInPlace;
use crate::filter::ShownFinding;
use crate::interchange::{SarifResult, sarif};
use crate::lint::{Contrary, Rule, rule_named};
use crate::model::edtf::{Edtf, EdtfDate};
use crate::model::flag::Flag;

/// Most of those that say the same which are named.
const MOST_OTHERS: usize = 12;

/// What was looked for, and whether as SARIF.
pub(crate) struct Linting {
    /// The rules that ran.
    pub(crate) rules: Vec<&'static Rule>,
    /// Whether a SARIF document is wanted.
    pub(crate) sarif: bool,
}

impl Output {
    /// Shows flags of rules.
    pub(crate) fn flags_in_place(
        &mut self,
        flags: &[FlagInPlace],
        linting: &Linting,
    ) -> Result<(), CliError> {
        if linting.sarif {
            let results: Vec<SarifResult<'_>> = flags.iter().map(FlagInPlace::as_sarif).collect();
            return self.sarif(linting, &results);
        }
        if flags.is_empty() {
            return self.nothing::<FlagInPlace>("the rules find nothing");
        }
        self.diagnostics(flags, FlagInPlace::diagnostic)
    }

    /// Shows findings in files.
    pub(crate) fn findings(
        &mut self,
        found: &[FindingInFile],
        linting: &Linting,
    ) -> Result<(), CliError> {
        if linting.sarif {
            let results: Vec<SarifResult<'_>> = found.iter().map(FindingInFile::as_sarif).collect();
            return self.sarif(linting, &results);
        }
        if !self.is_for_eyes() {
            let found: Vec<&ShownFinding> = found.iter().map(|one| &one.finding).collect();
            return self.list(&found);
        }
        if found.is_empty() {
            self.note("the rules find nothing");
            return Ok(());
        }
        self.diagnostics(found, |same| same[0].diagnostic())
    }

    /// Says what of some rules an article without a publication date is spared, and
    /// how to give it the date.
    pub(crate) fn note_undated(&mut self, what: &str, rules: &[&Rule], how: &str) {
        let need: Vec<&str> = rules
            .iter()
            .filter(|rule| rule.needs_date())
            .map(|rule| rule.code)
            .collect();
        if !need.is_empty() {
            self.note(format!(
                "{what}: rules that go by it ({}) did not run, and others can't tell which day “yesterday” or which year “last \
                 year” was; give it with {how}",
                need.join(", ")
            ));
        }
    }

    /// Says that a publication date lies ahead, where it does.
    pub(crate) fn note_ahead(&mut self, published: &EdtfDate, today: NaiveDate) {
        let first = Edtf::from(published).earliest();
        if first.is_some_and(|first| first > today) {
            self.note(format!(
                "the publication date {published} lies ahead; rules take what comes before it for past"
            ));
        }
    }

    /// Flags as SARIF, with the rules that raised them.
    pub(crate) fn sarif_of(flags: &[FlagInPlace]) -> Value {
        let results: Vec<SarifResult<'_>> = flags.iter().map(FlagInPlace::as_sarif).collect();
        let mut rules: Vec<&'static Rule> = results.iter().filter_map(|one| one.rule).collect();
        rules.sort_by_key(|rule| rule.code);
        rules.dedup_by_key(|rule| rule.code);
        sarif(&rules, &results)
    }

    fn sarif(&mut self, linting: &Linting, results: &[SarifResult<'_>]) -> Result<(), CliError> {
        let document = sarif(&linting.rules, results);
        let text = serde_json::to_string_pretty(&document)
            .map_err(|error| CliError::Show(error.to_string()))?;
        self.document(&(text + "\n"))
    }
}

impl Listed for &ShownFinding {
    const COLUMNS: &'static [&'static str] = &["severity", "rule", "message", "words"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::severity(self.severity),
            Cell::text(format!("{} {}", self.code, self.name)),
            Cell::text(&self.message),
            Cell::short(&self.text),
        ]
    }
}

/// A finding in a file.
#[derive(Serialize, JsonSchema)]
pub(crate) struct FindingInFile {
    /// The file.
    pub(crate) file: String,
    /// The article, where the file is a list of several.
    pub(crate) article: Option<String>,
    /// What was found.
    pub(crate) finding: ShownFinding,
}

impl Listed for FindingInFile {
    const COLUMNS: &'static [&'static str] = <&ShownFinding>::COLUMNS;

    fn cells(&self) -> Vec<Cell> {
        (&self.finding).cells()
    }
}

impl Alike for FindingInFile {
    fn in_common(&self) -> Option<String> {
        None
    }
}

impl FindingInFile {
    fn as_sarif(&self) -> SarifResult<'_> {
        let finding = &self.finding;
        SarifResult {
            rule: Some(finding.rule),
            severity: finding.severity,
            message: &finding.message,
            suggestion: finding.suggestion.as_deref(),
            uri: self.file.clone(),
            article: self.article.as_deref(),
            place: finding.line.as_ref(),
        }
    }

    fn diagnostic(&self) -> Diagnostic {
        let finding = &self.finding;
        Diagnostic {
            severity: finding.severity,
            rule: format!("{} {}", finding.code, finding.name),
            message: finding.message.clone(),
            on: match &self.article {
                Some(article) => format!("{}, {article}", self.file),
                None => self.file.clone(),
            },
            words: finding
                .line
                .clone()
                .map(|line| (line.number, line.line, line.words)),
            notes: told(&finding.evidence),
            help: finding.suggestion.clone(),
        }
    }
}

/// What contradicts words, each in a line.
fn told(evidence: &[Contrary]) -> Vec<String> {
    evidence.iter().filter_map(Contrary::said).collect()
}

impl Listed for FlagInPlace {
    const COLUMNS: &'static [&'static str] = Flag::COLUMNS;

    fn cells(&self) -> Vec<Cell> {
        self.flag.cells()
    }
}

impl Alike for FlagInPlace {
    /// Of what claims rest on, the same can be said of many claims.
    fn in_common(&self) -> Option<String> {
        let flag = &self.flag;
        let article = flag.article.map_or(0, |article| article.0);
        let code = flag.code.as_deref().filter(|_| !flag.own_words)?;
        Some(format!("{article} {code} {}", flag.message))
    }
}

impl FlagInPlace {
    fn as_sarif(&self) -> SarifResult<'_> {
        let flag = &self.flag;
        let article = flag
            .article
            .map_or_else(String::new, |article| format!("article-{article}.txt"));
        SarifResult {
            rule: flag.code.as_deref().and_then(|code| rule_named(code).ok()),
            severity: flag.severity,
            message: &flag.message,
            suggestion: flag.suggestion.as_deref(),
            uri: article,
            article: None,
            place: self.line.as_ref(),
        }
    }

    /// Flags that say the same, in the line of the first.
    pub(crate) fn diagnostic(same: &[&Self]) -> Diagnostic {
        let first = same[0];
        let evidence = first.flag.evidence.clone().unwrap_or_default();
        let evidence: Vec<Contrary> = serde_json::from_value(evidence).unwrap_or_default();
        let contrary = told(&evidence);
        let flag = &first.flag;
        let others: Vec<String> = same[1..]
            .iter()
            .take(MOST_OTHERS)
            .map(|one| {
                one.flag
                    .claim
                    .map_or_else(String::new, |claim| claim.to_string())
            })
            .collect();
        let more = same.len() - 1 - others.len();
        let also = match (others.as_slice(), more) {
            ([], _) => None,
            ([other], 0) => Some(format!("also on claim {other}")),
            (others, 0) => Some(format!("also on claims {}", others.join(", "))),
            (others, more) => Some(format!(
                "also on claims {} and {more} more",
                others.join(", ")
            )),
        };
        let numbers: Vec<String> = same
            .iter()
            .take(MOST_OTHERS)
            .map(|one| one.flag.id.to_string())
            .collect();
        let flags = format!(
            "flag {}{}",
            numbers.join(", "),
            if same.len() > MOST_OTHERS {
                ", …"
            } else {
                ""
            }
        );
        let article = flag.article.map(|article| format!("article {article}"));
        let claim = flag.claim.map(|claim| format!("claim {claim}"));
        let on: Vec<String> = article.into_iter().chain(claim).collect();
        let line = first.line.clone();
        Diagnostic {
            severity: flag.severity,
            rule: [flag.code.as_deref(), flag.name.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
            message: flag.message.clone(),
            on: on.join(", "),
            words: line.map(|found| (found.number, found.line, found.words)),
            notes: contrary.into_iter().chain([flags]).chain(also).collect(),
            help: flag.suggestion.clone(),
        }
    }
}

impl Listed for &Rule {
    const COLUMNS: &'static [&'static str] = &["code", "name", "category", "severity", "finds"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.code),
            Cell::text(self.name),
            Cell::text(self.category),
            Cell::severity(self.severity),
            Cell::text(self.summary()),
        ]
    }
}

impl Shown for Rule {
    fn show(&self, page: &mut Page) {
        page.document(&format!(
            "# {} {}: {}\n\nCategory {}, severity {}.\n\n{}\n",
            self.code,
            self.name,
            self.summary(),
            self.category,
            self.severity,
            self.explanation()
        ));
    }
}
