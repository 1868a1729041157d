//! Articles: looked at, and off the desk.

use schemars::JsonSchema;
use serde::Serialize;

use super::transact::{Act, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::model::article::{Article, Revision};
use crate::model::event::{Action, SubjectKind};
use crate::model::ids::{ArticleId, ClaimId};
use crate::model::revision::Piece;
use crate::store::{Reader, RevisionInfo, Scope};

/// An article with all its revisions.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ArticleDetail {
    /// The article.
    #[serde(flatten)]
    pub article: Article,
    /// What is known about each revision, oldest first.
    pub revisions: Vec<RevisionInfo>,
}

/// What was edited from one revision of an article to another.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ArticleDiff {
    /// The article.
    pub article: ArticleId,
    /// Number of the earlier revision.
    pub from: u32,
    /// Number of the later revision.
    pub to: u32,
    /// The paragraphs that were edited, in order.
    pub hunks: Vec<DiffHunk>,
}

/// A stretch of text that was edited.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DiffHunk {
    /// Position of its first character in the later revision, in Unicode code
    /// points.
    pub start: usize,
    /// Its words, with what came and went.
    pub pieces: Vec<Piece>,
    /// The claims whose words are touched, in either revision.
    pub claims: Vec<ClaimId>,
}

/// The article, or the error that there is none.
pub(super) fn find_article(reader: &Reader<'_>, id: ArticleId) -> Result<Article> {
    reader.article(id)?.ok_or(DeskError::UnknownNumber {
        what: "article",
        id: id.0,
    })
}

/// The latest revision of an article, or the error that there is none.
pub(super) fn find_revision(reader: &Reader<'_>, id: ArticleId) -> Result<Revision> {
    reader.revision(id, None)?.ok_or(DeskError::UnknownNumber {
        what: "article",
        id: id.0,
    })
}

/// The revision of this number, or the latest, or the error that there is
/// none.
pub(super) fn find_revision_number(
    reader: &Reader<'_>,
    id: ArticleId,
    number: Option<u32>,
) -> Result<Revision> {
    let latest = find_revision(reader, id)?;
    match number {
        None => Ok(latest),
        Some(number) if number == latest.number => Ok(latest),
        Some(number) => reader
            .revision(id, Some(number))?
            .ok_or(DeskError::NoRevision {
                article: id,
                number,
                latest: latest.number,
            }),
    }
}

impl Desk {
    /// Takes an article off the desk with its claims and flags. One that has
    /// verdicts stays: what was judged must remain to be seen.
    pub fn remove_article(&mut self, act: &Act, id: ArticleId) -> Result<Article> {
        self.transact(act, |change| {
            let article = find_article(change.writer, id)?;
            let verdicts = change.writer.verdict_count(Scope::Article(id))?;
            if verdicts > 0 {
                return Err(DeskError::NotNow(format!(
                    "article {id} can't be removed: its claims have been judged, and verdicts are kept"
                )));
            }
            let sha256 = find_revision(change.writer, id)?.original_sha256;
            change.writer.delete_article(id)?;
            let mut before = state(&article)?;
            before["original_sha256"] = sha256.into();
            let event = event(Action::ArticleRemove, SubjectKind::Article, id.0, article.uuid).before(before);
            Ok(Done::with(article, event))
        })
    }

    /// Every article, oldest first.
    pub fn articles(&self) -> Result<Vec<Article>> {
        self.look(|reader| Ok(reader.articles()?))
    }

    /// One article with its revisions.
    pub fn article(&self, id: ArticleId) -> Result<ArticleDetail> {
        self.look(|reader| {
            Ok(ArticleDetail {
                article: find_article(reader, id)?,
                revisions: reader.revisions(id)?,
            })
        })
    }

    /// What was edited between two revisions of an article, with the claims
    /// that are touched; between the last two where no numbers are given.
    pub fn article_diff(
        &self,
        id: ArticleId,
        from: Option<u32>,
        to: Option<u32>,
    ) -> Result<ArticleDiff> {
        self.look(|reader| {
            let to = find_revision_number(reader, id, to)?;
            let from = from.unwrap_or(to.number.saturating_sub(1).max(1));
            let from = find_revision_number(reader, id, Some(from))?;
            if from.number == to.number {
                return Err(DeskError::NotNow(format!(
                    "article {id} has nothing to compare: revision {} alone was named",
                    to.number
                )));
            }
            let claims = (reader.claims_in(from.id)?, reader.claims_in(to.id)?);
            Ok(ArticleDiff {
                article: id,
                from: from.number,
                to: to.number,
                hunks: super::diff::hunks((&from.text, &claims.0), (&to.text, &claims.1)),
            })
        })
    }

    /// A revision of an article with its text: the one of this number, or the
    /// latest.
    pub fn article_text(&self, id: ArticleId, number: Option<u32>) -> Result<Revision> {
        self.look(|reader| find_revision_number(reader, id, number))
    }

    /// The bytes that a revision of an article came as.
    pub fn article_original(&self, id: ArticleId, number: Option<u32>) -> Result<Vec<u8>> {
        self.look(|reader| {
            let revision = find_revision_number(reader, id, number)?;
            Ok(reader.original(revision.id)?.unwrap_or_default())
        })
    }
}
