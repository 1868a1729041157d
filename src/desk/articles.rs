//! Articles: onto the desk, looked at, and off it.

use serde::Serialize;
use serde_json::json;

use super::names::{filled, not_blank};
use super::transact::{Act, Change, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::extract::{self, Candidate};
use crate::ingest::{self, Document, DocumentType};
use crate::model::article::{Article, ArticleDetails, NewRevision, Revision};
use crate::model::claim::{ClaimOrigin, ClaimState, NewClaim};
use crate::model::edtf::EdtfDate;
use crate::model::event::{Action, SubjectKind};
use crate::model::ids::{ArticleId, RevisionId};
use crate::store::{Reader, RevisionInfo, Scope};
use crate::text::anchor::Quoter;

/// A title is cut to this many characters when it is taken from the text.
const TITLE_CHARS: usize = 120;

/// An article as it comes: bytes, and what is known about it. What is `None`
/// is read from the file where it is there.
#[derive(Debug, Clone, Default)]
pub struct NewArticle<'a> {
    /// The bytes of the file.
    pub bytes: &'a [u8],
    /// Its name, without folders.
    pub file_name: Option<&'a str>,
    /// What it is; found out from content and name when not given.
    pub document_type: Option<DocumentType>,
    /// Title.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// When it was, or will be, published.
    pub published: Option<EdtfDate>,
    /// BCP 47 language tag.
    pub language: Option<String>,
}

/// What came of adding an article.
#[derive(Debug, Clone, Serialize)]
pub struct ArticleAdded {
    /// The article.
    #[serde(flatten)]
    pub article: Article,
    /// Sentences in its text, headings and furniture included.
    pub sentences: usize,
    /// Sentences offered as claims.
    pub offered: usize,
    /// The writer's notes in it: footnotes, comments, links.
    pub notes: usize,
    /// The encoding that its text came in.
    pub encoding: String,
    /// The first other article with the same bytes.
    pub same_as: Option<ArticleId>,
}

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
    reader.latest_revision(id)?.ok_or(DeskError::UnknownNumber {
        what: "article",
        id: id.0,
    })
}

impl Desk {
    /// Reads an article, keeps its bytes and text, and offers the sentences
    /// worth checking as claims.
    pub fn add_article(&mut self, act: &Act, new: &NewArticle<'_>) -> Result<ArticleAdded> {
        let name = new.file_name.unwrap_or_default();
        let document_type = match new.document_type {
            Some(given) => given,
            None => ingest::detect(name, new.bytes)?,
        };
        let reader = ingest::reader_for(document_type);
        let document = reader.read(new.bytes)?;
        let details = details(new, &document)?;
        // Extraction needs no lock: it is done before the transaction begins.
        let candidates = extract::extract(&document.text, &document.blocks);
        self.transact(act, |change| {
            let same_as = change.writer.article_of_bytes(new.bytes)?;
            let id = change
                .writer
                .insert_article(&details, change.uuid(), change.at)?;
            let revision = NewRevision {
                file_name: new.file_name,
                media_type: reader.media_type(),
                encoding: &document.encoding,
                original: new.bytes,
                text: &document.text,
            };
            let revision =
                change
                    .writer
                    .insert_revision(id, &revision, change.uuid(), change.at)?;
            change.writer.insert_blocks(revision, &document.blocks)?;
            change.writer.insert_pages(revision, &document.pages)?;
            change
                .writer
                .insert_notes(revision, &document.notes, || change.uuid())?;
            let offered = offer_claims(change, (id, revision), &document.text, &candidates)?;
            let article = find_article(change.writer, id)?;
            let sha256 = find_revision(change.writer, id)?.original_sha256;
            let event = event(Action::ArticleAdd, SubjectKind::Article, id.0, article.uuid)
                .after(json!({ "article": details, "original_sha256": sha256, "claims": offered }));
            Ok(Done::with(
                ArticleAdded {
                    article,
                    sentences: candidates.len(),
                    offered,
                    notes: document.notes.len(),
                    encoding: document.encoding.clone(),
                    same_as,
                },
                event,
            ))
        })
    }

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

    /// The latest revision of an article, with its text.
    pub fn article_text(&self, id: ArticleId) -> Result<Revision> {
        self.look(|reader| find_revision(reader, id))
    }

    /// The bytes that an article's latest revision came as.
    pub fn article_original(&self, id: ArticleId) -> Result<Vec<u8>> {
        self.look(|reader| {
            reader.latest_original(id)?.ok_or(DeskError::UnknownNumber {
                what: "article",
                id: id.0,
            })
        })
    }
}

fn details(new: &NewArticle<'_>, document: &Document) -> Result<ArticleDetails> {
    let told = &document.details;
    let given = filled(new.url.as_deref());
    if let Some(url) = &given {
        super::sources::web_address(url)?;
    }
    let title = match &new.title {
        Some(title) => not_blank("the title", title)?.to_owned(),
        None => filled(Some(&told.title)).unwrap_or_else(|| first_words(&document.text)),
    };
    let either = |given: &Option<String>, told: &Option<String>| {
        filled(given.as_deref()).or_else(|| filled(told.as_deref()))
    };
    // What a file says of itself is taken where it makes sense, and never
    // keeps an article off the desk.
    let address = told
        .url
        .clone()
        .filter(|url| super::sources::web_address(url).is_ok());
    Ok(ArticleDetails {
        title,
        author: either(&new.author, &told.author),
        publisher: either(&new.publisher, &told.publisher),
        url: given.or(address),
        published: new.published.clone().or_else(|| told.published.clone()),
        language: either(&new.language, &told.language)
            .or_else(|| ingest::language_of(&document.text)),
    })
}

/// The beginning of a text that has no title, for lists.
fn first_words(text: &str) -> String {
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or("Untitled");
    match line.char_indices().nth(TITLE_CHARS) {
        None => line.to_owned(),
        Some((cut, _)) => {
            let cut = line[..cut].rfind(' ').unwrap_or(cut);
            format!("{}…", &line[..cut])
        }
    }
}

fn offer_claims(
    change: &Change<'_>,
    (article, revision): (ArticleId, RevisionId),
    text: &str,
    candidates: &[Candidate],
) -> Result<usize> {
    let quoter = Quoter::new(text);
    let mut offered = 0;
    for candidate in candidates
        .iter()
        .filter(|candidate| extract::is_offered(candidate))
    {
        let Some(anchor) = quoter.quote_at(candidate.span) else {
            continue;
        };
        let claim = NewClaim {
            statement: anchor.exact.clone(),
            anchor,
            claimant: None,
            state: ClaimState::Extracted,
            origin: ClaimOrigin::Extracted,
            score: Some(candidate.score),
            reasons: candidate.reasons.clone(),
            topics: Vec::new(),
        };
        change
            .writer
            .insert_claim(article, revision, &claim, change.uuid(), change.at)?;
        offered += 1;
    }
    Ok(offered)
}
