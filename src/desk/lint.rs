//! The rules run over what is on the desk, and what they find becomes flags.

use schemars::JsonSchema;
use serde::Serialize;

use super::articles::{find_article, find_revision};
use super::claims::find_claim;
use super::raise::{LintRun, Looked};
use super::references::Held;
use super::transact::{Act, Change, Done, event};
use super::{Desk, DeskError, Result};
use crate::identity::web_address;
use crate::lint::{self, Finding, Rule, Selection};
use crate::model::article::Article;
use crate::model::claim::{ClaimRef, ClaimState};
use crate::model::event::{Action, SubjectKind};
use crate::model::flag::{Flag, FlagFilter, FlagState};
use crate::model::ids::{ArticleId, FlagId, RevisionId};
use crate::model::sourcing::Sourcing;
use crate::model::text::{InLine, Span};
use crate::store::{Reader, Scope, Setting, Sight};
use crate::text::lines::Lines;

/// From how many years on a source is old, where the desk says nothing.
pub(super) const OLD_FROM_YEARS: u32 = 3;

/// What the rules are to look at.
#[derive(Debug, Clone)]
pub enum LintOf {
    /// An article: its words, and what its claims rest on.
    Article(ArticleId),
    /// What one claim rests on.
    Claim(ClaimRef),
}

/// A flag with the line that its words stand in.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FlagInPlace {
    /// The flag.
    #[serde(flatten)]
    pub flag: Flag,
    /// The line, in the article's latest revision.
    #[serde(skip)]
    pub line: Option<InLine>,
}

/// What came of running the rules.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Linted {
    /// The article.
    pub article: Option<ArticleId>,
    /// Open flags of the rules that ran, those raised earlier too.
    pub flags: Vec<FlagInPlace>,
    /// Flags that were raised, or opened again.
    pub raised: Vec<FlagId>,
    /// Flags that say something else now.
    pub changed: Vec<FlagId>,
    /// Flags that were settled, because the rules find them no longer.
    pub settled: Vec<FlagId>,
    /// Whether the article has no publication date, so that some rules can't run.
    pub undated: bool,
}

/// The rules that run on an article, those selected without those that the desk
/// has switched off; and the latter.
pub(super) fn rules_for(
    reader: &Reader<'_>,
    selection: &Selection,
    article: Option<ArticleId>,
) -> Result<(Vec<&'static Rule>, Vec<&'static Rule>)> {
    let off = reader.setting(Setting::LintIgnore)?.unwrap_or_default();
    let selection = selection.clone().without(&off);
    let selection =
        selection.map_err(|error| DeskError::Invalid(format!("{error}, in lint-ignore")))?;
    Ok((selection.rules(article), selection.off(article)))
}

/// Runs the rules for words over an article that has just been read, and raises
/// flags.
pub(super) fn flag_words(
    change: &Change<'_>,
    article: ArticleId,
    revision: RevisionId,
    read: &lint::Article<'_>,
) -> Result<LintRun> {
    let (rules, off) = rules_for(change.writer, &Selection::default(), Some(article))?;
    let rules: Vec<&Rule> = rules
        .into_iter()
        .filter(|rule| rule.reads_words())
        .collect();
    let looked = Looked {
        change,
        article: Some(article),
        claim: None,
        revision: Some((revision, read)),
        rules: &rules,
        off: &off,
    };
    looked.raise(&lint::text(&rules, read))
}

/// What the claims of a scope rest on. Rules see it whole: what they find is
/// hidden from whom the verdicts are hidden from.
fn sourcing_of(reader: &Reader<'_>, scope: Scope, article: Option<&Article>) -> Result<Sourcing> {
    let reader = reader.seen_with(Sight::All);
    let address = article.and_then(|article| web_address(article.details.url.as_deref()?).ok());
    let years = reader.setting(Setting::LintSourceYears)?;
    Ok(Sourcing {
        published: article.and_then(|article| article.details.published.clone()),
        old_from_years: years
            .and_then(|years| years.parse().ok())
            .unwrap_or(OLD_FROM_YEARS),
        claims: reader.sourcing(scope)?,
        stood: reader.stood_once(scope)?,
        sources: reader.cited_by(scope, article.map(|article| article.id), address.as_deref())?,
    })
}

impl Desk {
    /// Runs the rules over an article or a claim. What they find becomes flags;
    /// running them again changes nothing where nothing has changed.
    pub fn lint(&mut self, act: &Act, of: &LintOf, selection: &Selection) -> Result<Linted> {
        self.transact(act, |change| match of {
            LintOf::Article(id) => lint_article(change, *id, selection),
            LintOf::Claim(claim) => lint_claim(change, claim, selection),
        })
    }

    /// The open flags of an article, or of the whole desk, article by article, each
    /// with its line in the article's latest text.
    pub fn open_flags(&self, article: Option<ArticleId>) -> Result<Vec<FlagInPlace>> {
        self.look(|reader| {
            let open = |article| {
                reader.flags(&FlagFilter {
                    article,
                    state: Some(FlagState::Open),
                    ..FlagFilter::default()
                })
            };
            let articles = match article {
                Some(article) => vec![find_article(reader, article)?.id],
                None => reader.articles()?.iter().map(|one| one.id).collect(),
            };
            let mut found = Vec::new();
            for article in articles {
                let flags = open(Some(article))?;
                if !flags.is_empty() {
                    let text = find_revision(reader, article)?.text;
                    found.extend(in_place(flags.into_iter(), &text));
                }
            }
            if article.is_none() {
                let elsewhere = open(None)?.into_iter();
                found.extend(in_place(elsewhere.filter(|one| one.article.is_none()), ""));
            }
            Ok(found)
        })
    }

    /// Every article of the desk, oldest first.
    pub fn articles_to_lint(&self) -> Result<Vec<ArticleId>> {
        self.look(|reader| {
            Ok(reader
                .articles()?
                .iter()
                .map(|article| article.id)
                .collect())
        })
    }
}

fn lint_article(change: &Change<'_>, id: ArticleId, selection: &Selection) -> Result<Done<Linted>> {
    let article = find_article(change.writer, id)?;
    let (rules, off) = rules_for(change.writer, selection, Some(id))?;
    with_words(change, &article, |revision, read| {
        let mut findings = lint::text(&rules, read);
        let facts = sourcing_of(change.writer, Scope::Article(id), Some(&article))?;
        findings.extend(lint::sourcing(&rules, &facts));
        let looked = Looked {
            change,
            article: Some(id),
            claim: None,
            revision: Some((revision, read)),
            rules: &rules,
            off: &off,
        };
        let subject = (SubjectKind::Article, id.0, article.uuid);
        let mut linted = done(&looked, &findings, subject)?;
        linted.value.undated = article.details.published.is_none();
        Ok(linted)
    })
}

/// The latest revision of an article as the rules read it.
fn with_words<T>(
    change: &Change<'_>,
    article: &Article,
    then: impl FnOnce(RevisionId, &lint::Article<'_>) -> Result<T>,
) -> Result<T> {
    let revision = find_revision(change.writer, article.id)?;
    let published = article.details.published.as_ref();
    let blocks = change.writer.blocks(revision.id)?;
    let sentences = lint::read(&revision.text, &blocks, published);
    let held = Held::of(change.writer)?;
    let known = (published, held.references());
    let whole = Span::new(0, revision.text.len());
    let notes = change.writer.notes_within(revision.id, whole)?;
    let notes = notes.iter().map(|note| note.span).collect();
    let read = lint::Article::of(&revision.text, &blocks, known, &sentences).with_notes(notes);
    then(revision.id, &read)
}

/// Runs the rules for words over an article of which something else is known now.
pub(super) fn flag_words_again(change: &Change<'_>, article: &Article) -> Result<LintRun> {
    with_words(change, article, |revision, read| {
        flag_words(change, article.id, revision, read)
    })
}

fn lint_claim(
    change: &Change<'_>,
    claim: &ClaimRef,
    selection: &Selection,
) -> Result<Done<Linted>> {
    let claim = find_claim(change.writer, claim)?;
    if claim.state == ClaimState::Dismissed {
        return Err(DeskError::NotNow(format!(
            "claim {} is dismissed; take it up again with `claimdesk claim reopen {0}`",
            claim.id
        )));
    }
    let article = claim
        .article
        .map(|id| find_article(change.writer, id))
        .transpose()?;
    let (rules, off) = rules_for(change.writer, selection, claim.article)?;
    let rules: Vec<&Rule> = rules
        .into_iter()
        .filter(|rule| !rule.reads_words())
        .collect();
    let facts = sourcing_of(change.writer, Scope::Claim(claim.id), article.as_ref())?;
    let findings = lint::sourcing(&rules, &facts);
    let looked = Looked {
        change,
        article: claim.article,
        claim: Some(claim.id),
        revision: None,
        rules: &rules,
        off: &off,
    };
    done(
        &looked,
        &findings,
        (SubjectKind::Claim, claim.id.0, claim.uuid),
    )
}

/// Flags with their lines in a text.
fn in_place(flags: impl Iterator<Item = Flag>, text: &str) -> Vec<FlagInPlace> {
    let lines = Lines::new(text);
    let in_line = |flag: Flag| {
        // What is not settled for the latest revision counts in an earlier one.
        let is_there = |words: &Span| words.slice(text) == flag.text.as_deref();
        let words = flag.span.filter(is_there);
        FlagInPlace {
            line: words.and_then(|words| lines.of(words)),
            flag,
        }
    };
    flags.map(in_line).collect()
}

fn done(
    looked: &Looked<'_, '_>,
    findings: &[Finding],
    (kind, id, uuid): (SubjectKind, i64, uuid::Uuid),
) -> Result<Done<Linted>> {
    let raised = looked.raise(findings)?;
    let open = looked.change.writer.flags(&FlagFilter {
        article: looked.article,
        claim: looked.claim,
        state: Some(FlagState::Open),
        ..FlagFilter::default()
    })?;
    let ran = |flag: &Flag| {
        let code = flag.code.as_deref();
        looked.rules.iter().any(|rule| code == Some(rule.code))
    };
    let text = match (looked.revision, looked.article) {
        (Some((_, read)), _) => read.text.to_owned(),
        (None, Some(article)) => find_revision(looked.change.writer, article)?.text,
        (None, None) => String::new(),
    };
    let seen = |flags: &[FlagId]| {
        let seen = flags
            .iter()
            .filter_map(|id| match looked.change.writer.flag(*id) {
                Ok(flag) => flag.map(|flag| Ok(flag.id)),
                Err(error) => Some(Err(DeskError::from(error))),
            });
        seen.collect::<Result<Vec<_>>>()
    };
    let value = Linted {
        article: looked.article,
        flags: in_place(open.into_iter().filter(ran), &text),
        raised: seen(&raised.raised)?,
        changed: seen(&raised.changed)?,
        settled: seen(&raised.settled)?,
        undated: false,
    };
    Ok(match raised.told() {
        Some(told) => Done::with(value, event(Action::Lint, kind, id, uuid).after(told)),
        None => Done::unchanged(value),
    })
}
