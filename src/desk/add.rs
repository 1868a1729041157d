//! Articles onto the desk: read, kept, and their claims offered.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use super::articles::{find_article, find_revision};
use super::names::{filled, not_blank};
use super::offer::{Before, NewText};
use super::transact::{Act, Change, Done, event};
use super::{Desk, DeskError, Result};
use crate::extract::{Extracted, Extractor, Model, Offer};
use crate::identity;
use crate::ingest::{self, Document, DocumentType, ReadArticle};
use crate::model::article::{Article, ArticleDetails, GivenDetails, NewRevision};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ids::{ArticleId, RevisionId};

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
    /// How its text is encoded; found out when not given.
    pub encoding: Option<&'a str>,
    /// What is said of it, which goes before what the file says.
    pub given: GivenDetails,
    /// Which of its sentences are offered as claims.
    pub offer: Offer,
}

/// What came of adding the articles of a file.
#[derive(Debug)]
pub struct ArticlesAdded {
    /// The articles, in the order of the file.
    pub articles: Vec<ArticleAdded>,
    /// Whether the file is of a type that lists articles.
    pub listed: bool,
}

/// What came of adding an article.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ArticleAdded {
    /// The article.
    #[serde(flatten)]
    pub article: Article,
    /// Sentences in its text, headings and furniture included.
    pub sentences: usize,
    /// Sentences offered as claims.
    pub offered: usize,
    /// Flags that rules raised.
    pub flags: usize,
    /// Sentences that only say again what one of these says.
    pub repeats: usize,
    /// The writer's notes in it: footnotes, comments, links.
    pub notes: usize,
    /// The encoding that its text came in.
    pub encoding: String,
    /// The first other article with the same bytes.
    pub same_as: Option<ArticleId>,
}

/// An article that is ready to be stored.
struct Prepared<'b> {
    original: &'b [u8],
    media_type: &'static str,
    document: Document,
    details: ArticleDetails,
    extracted: Extracted,
}

impl Desk {
    /// Reads the article, or the articles, of a file, keeps their bytes and
    /// text, and offers the sentences worth checking as claims. When one of
    /// them can't be taken, none is.
    pub fn add_articles(&mut self, act: &Act, new: &NewArticle<'_>) -> Result<ArticlesAdded> {
        let (reader, read) = read(new)?;
        let listed = reader.holds_many();
        if listed && (new.given.title.is_some() || new.given.url.is_some()) {
            return Err(DeskError::Invalid(
                "a title or an address fits one article, and the file is a list of articles"
                    .to_owned(),
            ));
        }
        // Extraction needs no lock: it is done before the transaction begins.
        let model = self.model()?;
        let prepared = read
            .into_iter()
            .map(|article| prepare(new, article, reader.media_type(), &model))
            .collect::<Result<Vec<_>>>()?;
        self.transact(act, |change| {
            let mut events = Vec::new();
            let mut articles = Vec::new();
            for article in &prepared {
                let (added, event) = add(change, new.file_name, article)?;
                articles.push(added);
                events.push(event);
            }
            let value = ArticlesAdded { articles, listed };
            Ok(Done { value, events })
        })
    }
}

/// The articles of the file, by the reader for its type.
pub(super) fn read<'b>(
    new: &NewArticle<'b>,
) -> Result<(&'static dyn ingest::Reader, Vec<ReadArticle<'b>>)> {
    let name = new.file_name.unwrap_or_default();
    Ok(ingest::read(
        name,
        new.bytes,
        new.document_type,
        new.encoding,
    )?)
}

fn prepare<'b>(
    new: &NewArticle<'_>,
    read: ReadArticle<'b>,
    media_type: &'static str,
    model: &Model,
) -> Result<Prepared<'b>> {
    let ReadArticle { original, document } = read;
    let details = details(new, &document)?;
    let extractor = Extractor::new(model, details.published.as_ref());
    Ok(Prepared {
        original,
        media_type,
        extracted: extractor.extract(&document.text, &document.blocks, &new.offer),
        details,
        document,
    })
}

fn add(
    change: &Change<'_>,
    file_name: Option<&str>,
    prepared: &Prepared<'_>,
) -> Result<(ArticleAdded, NewEvent)> {
    let writer = change.writer;
    let document = &prepared.document;
    let same_as = writer.article_of_bytes(prepared.original)?;
    let id = writer.insert_article(&prepared.details, change.uuid(), change.at)?;
    let revision = NewRevision {
        file_name,
        media_type: prepared.media_type,
        encoding: &document.encoding,
        original: prepared.original,
        text: &document.text,
    };
    let revision = insert_revision(change, id, &revision, document)?;
    let extracted = &prepared.extracted;
    let text = NewText {
        change,
        article: id,
        revision,
        document,
        extracted,
    };
    text.insert_sentences()?;
    let offered = text.offer(&Before::default())?;
    let flags = text.flag(prepared.details.published.as_ref())?;
    let article = find_article(writer, id)?;
    let sha256 = find_revision(writer, id)?.original_sha256;
    let event = event(Action::ArticleAdd, SubjectKind::Article, id.0, article.uuid).after(
        json!({ "article": prepared.details, "original_sha256": sha256, "claims": offered, "flags": flags }),
    );
    let added = ArticleAdded {
        article,
        sentences: extracted.sentences.len(),
        offered,
        flags,
        repeats: extracted.offered.iter().map(|one| one.repeats.len()).sum(),
        notes: document.notes.len(),
        encoding: document.encoding.clone(),
        same_as,
    };
    Ok((added, event))
}

/// Stores a revision with its blocks, pages and notes.
pub(super) fn insert_revision(
    change: &Change<'_>,
    article: ArticleId,
    new: &NewRevision<'_>,
    document: &Document,
) -> Result<RevisionId> {
    let writer = change.writer;
    let revision = writer.insert_revision(article, new, change.uuid(), change.at)?;
    writer.insert_blocks(revision, &document.blocks)?;
    writer.insert_pages(revision, &document.pages)?;
    writer.insert_notes(revision, &document.notes, || change.uuid())?;
    Ok(revision)
}

fn details(new: &NewArticle<'_>, document: &Document) -> Result<ArticleDetails> {
    let told = &document.details;
    let given = filled(new.given.url.as_deref());
    if let Some(url) = &given {
        super::sources::source_address(url)?;
    }
    let title = match &new.given.title {
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
        .filter(|url| identity::web_address(url).is_ok());
    Ok(ArticleDetails {
        title,
        author: either(&new.given.author, &told.author),
        publisher: either(&new.given.publisher, &told.publisher),
        url: given.or(address),
        published: new
            .given
            .published
            .clone()
            .or_else(|| told.published.clone()),
        language: either(&new.given.language, &told.language)
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
