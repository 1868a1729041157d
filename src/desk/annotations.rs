//! What the desk knows of words in its articles, as annotations of the W3C.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::exports::meant;
use super::people::names;
use super::transact::BrokenOff;
use super::{Desk, DeskError, Result};
use crate::interchange::web_annotation::{
    Linked, Signed, Words, comment, correction, evidence, flag, source_of, verdict,
};
use crate::model::article::{Article, Revision};
use crate::model::claim::{Claim, ClaimFilter};
use crate::model::flag::{Flag, FlagFilter, FlagState};
use crate::model::ids::{ClaimId, SourceId};
use crate::model::source::{Evidence, SourceFilter};
use crate::model::text::{Quote, Span};
use crate::model::verdict::Verdict;
use crate::model::work::Comment;
use crate::store::{Reader, Scope};
use crate::text::anchor::Quoter;

/// Annotations of a desk, or of an article of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnotationsOf {
    /// What tells them apart from those of other desks and articles.
    pub identity: String,
    /// What they are called.
    pub name: String,
}

/// What is said of the claims of an article.
struct Said<'n> {
    source: String,
    revision: Revision,
    verdicts: Vec<Verdict>,
    evidence: Vec<Evidence>,
    comments: Vec<Comment>,
    flags: Vec<Flag>,
    hidden: HashSet<SourceId>,
    names: &'n HashMap<String, String>,
}

impl Desk {
    /// What annotations of the articles that a filter lets through are of.
    pub fn annotations_of(&self, filter: &ClaimFilter) -> Result<AnnotationsOf> {
        self.look(|reader| {
            let root = reader.audit_root()?;
            let Some(id) = filter.article else {
                return Ok(AnnotationsOf {
                    identity: root,
                    name: "What a desk found".to_owned(),
                });
            };
            let article = super::articles::find_article(reader, id)?;
            Ok(AnnotationsOf {
                identity: format!("{root} {}", article.uuid),
                name: article.details.title,
            })
        })
    }

    /// Hands over what is held now of the claims that a filter lets through, article
    /// by article: standing verdicts, the wordings that they suggest, evidence,
    /// comments and open flags. Sources that are not public only if they are asked
    /// for. Claims that stand in no article of the desk, or not in its latest text,
    /// have no words to annotate.
    pub fn annotations<E: From<DeskError>>(
        &self,
        filter: &ClaimFilter,
        also_internal: bool,
        mut each: impl FnMut(Value) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        self.hand_over(|reader| {
            let filter = meant(reader, filter)?;
            let all = reader.articles()?.into_iter();
            let wanted = |article: &Article| filter.article.is_none_or(|one| one == article.id);
            let names = names(reader)?;
            for article in all.filter(wanted) {
                let claims = reader.claims(&ClaimFilter {
                    article: Some(article.id),
                    ..filter.clone()
                })?;
                let said = Said::of(reader, &article, &names, also_internal)?;
                for annotation in said.annotations(&claims, filter.is_of_article_alone()) {
                    each(annotation).map_err(BrokenOff::Taker)?;
                }
            }
            Ok(())
        })
        .map_err(BrokenOff::into_error)
    }
}

impl<'n> Said<'n> {
    fn of(
        reader: &Reader<'_>,
        article: &Article,
        names: &'n HashMap<String, String>,
        also_internal: bool,
    ) -> Result<Self> {
        let scope = Scope::Article(article.id);
        let revision = super::articles::find_revision(reader, article.id)?;
        let (verdicts, evidence) = reader.verdicts(scope)?;
        let sources = reader.sources(&SourceFilter {
            article: Some(article.id),
            ..SourceFilter::default()
        })?;
        let hidden = sources
            .into_iter()
            .filter(|source| !also_internal && !source.is_public());
        Ok(Self {
            source: source_of(article.details.url.as_deref(), &revision.original_sha256),
            revision,
            verdicts,
            evidence,
            comments: reader.comments(scope)?,
            flags: reader.flags(&FlagFilter {
                article: Some(article.id),
                state: Some(FlagState::Open),
                ..FlagFilter::default()
            })?,
            hidden: hidden.map(|source| source.id).collect(),
            names,
        })
    }

    /// Those on the claims, in their order; and those on other words, where they are
    /// wanted.
    fn annotations(&self, claims: &[Claim], on_words: bool) -> Vec<Value> {
        let quoter = Quoter::new(&self.revision.text);
        let at = |revision: Option<u32>, span: Option<Span>| {
            quoter.quote_at(span.filter(|_| revision == Some(self.revision.number))?)
        };
        let mut written = Vec::new();
        for claim in claims {
            let Some(quote) = at(claim.revision, claim.span) else {
                continue;
            };
            self.on_claim(claim.id, &quote, &mut written);
            let flags = self.flags.iter().filter(|one| one.claim == Some(claim.id));
            written.extend(flags.map(|flag| {
                let own = at(flag.revision, flag.span).filter(|_| flag.own_words);
                self.flagged(flag, Some(own.as_ref().unwrap_or(&quote)))
            }));
        }
        let others = self.flags.iter();
        let others = others.filter(|flag| flag.claim.is_none() && on_words);
        written.extend(others.map(|flag| {
            let own = at(flag.revision, flag.span);
            self.flagged(flag, own.as_ref())
        }));
        written
    }

    fn on_claim(&self, claim: ClaimId, quote: &Quote, written: &mut Vec<Value>) {
        let words = &self.words(Some(quote));
        let of_claim = || self.verdicts.iter().filter(|one| one.claim == claim);
        for one in of_claim().filter(|one| one.stands()) {
            let signed = Signed {
                id: one.uuid,
                creator: Some(&one.reviewer_name),
                created: one.created_at,
                modified: None,
            };
            let why = Some(one.rationale.as_str());
            written.push(verdict(&signed, words, why, &one.rating_label));
            let wording = one.correction.as_deref();
            written.extend(wording.map(|wording| correction(&signed, words, wording)));
        }
        // A verdict that replaces another rests on what that one cites as well.
        of_claim().for_each(|one| self.cited(&one.evidence, words, written));
        let added = self.evidence.iter().filter(|one| one.claim == claim);
        self.cited(added, words, written);
        for one in self.comments.iter().filter(|one| one.claim == claim) {
            let signed = self.signed(one.uuid, &one.reviewer, one.created_at);
            written.push(comment(&signed, words, &one.body));
        }
    }

    fn words<'q>(&'q self, quote: Option<&'q Quote>) -> Words<'q> {
        Words {
            source: &self.source,
            quote,
        }
    }

    fn cited<'e>(
        &self,
        pieces: impl IntoIterator<Item = &'e Evidence>,
        words: &Words<'_>,
        written: &mut Vec<Value>,
    ) {
        for piece in pieces {
            if self.hidden.contains(&piece.source) {
                continue;
            }
            let linked = Linked {
                url: piece.source_url.as_deref(),
                title: &piece.source_name,
                quote: piece.quote.as_deref(),
                stance: Some(piece.stance.as_str()),
            };
            let signed = self.signed(piece.uuid, &piece.reviewer, piece.created_at);
            written.push(evidence(&signed, words, &linked));
        }
    }

    /// A flag on words, or on the article as a whole.
    fn flagged(&self, one: &Flag, quote: Option<&Quote>) -> Value {
        let signed = Signed {
            id: one.uuid,
            creator: one.raised_by.as_deref().map(|handle| self.name(handle)),
            created: one.created_at,
            modified: None,
        };
        let told = (one.message.as_str(), one.category.as_str());
        let suggestion = one.suggestion.as_deref();
        flag(&signed, &self.words(quote), told, suggestion)
    }

    fn signed<'s>(
        &'s self,
        id: uuid::Uuid,
        handle: &'s str,
        created: chrono::DateTime<chrono::Utc>,
    ) -> Signed<'s> {
        Signed {
            id,
            creator: Some(self.name(handle)),
            created,
            modified: None,
        }
    }

    /// How readers know a person.
    fn name<'s>(&'s self, handle: &'s str) -> &'s str {
        self.names.get(handle).map_or(handle, String::as_str)
    }
}
