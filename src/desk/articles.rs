//! Articles: looked at, and off the desk.

use serde::Serialize;

use super::transact::{Act, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::model::article::{Article, Revision};
use crate::model::event::{Action, SubjectKind};
use crate::model::ids::ArticleId;
use crate::store::{Reader, RevisionInfo, Scope};

/// An article with all its revisions.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleDetail {
    /// The article.
    #[serde(flatten)]
    pub article: Article,
    /// What is known about each revision, oldest first.
    pub revisions: Vec<RevisionInfo>,
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
