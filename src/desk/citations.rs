//! Sources for bibliographies: those that an article's claims cite, and those
//! that a file of references brings.

use std::collections::{BTreeMap, HashSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::articles::find_article;
use super::sources::{added, find_source, tidy};
use super::transact::{Act, Change, Done};
use super::{Desk, Result};
use crate::citation::Reference;
use crate::model::bibliography::ImportOutcome;
use crate::model::event::NewEvent;
use crate::model::ids::{ArticleId, SourceId};
use crate::model::source::{NewSource, Source, SourceFilter};
use crate::store::Scope;

/// The sources of an article.
#[derive(Debug, Clone)]
pub struct ArticleSources {
    /// Those that may be told of, in the order of first use.
    pub sources: Vec<Source>,
    /// How many were left out because they are not public.
    pub left_out: usize,
}

/// An entry of a file of references, and what became of it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Imported {
    /// Where it stands in the file.
    pub entry: String,
    /// What became of it.
    pub outcome: ImportOutcome,
    /// The source; none where nothing was stored.
    pub source: Option<SourceId>,
    /// What people know the source by.
    pub name: Option<String>,
    /// Why it was skipped.
    pub reason: Option<String>,
}

impl Desk {
    /// The sources of these numbers, each once, in their order.
    pub fn sources_of_numbers(&self, ids: &[SourceId]) -> Result<Vec<Source>> {
        let mut seen = HashSet::new();
        self.look(|reader| {
            let once = ids.iter().filter(|id| seen.insert(**id));
            once.map(|id| find_source(reader, *id)).collect()
        })
    }

    /// The sources that the claims of an article cite, as far as who looks may
    /// see who cites them; those that are not public only if they are asked for.
    pub fn sources_of_article(
        &self,
        article: ArticleId,
        also_internal: bool,
    ) -> Result<ArticleSources> {
        self.look(|reader| {
            find_article(reader, article)?;
            let mut known: BTreeMap<SourceId, Source> = reader
                .sources(&SourceFilter::default())?
                .into_iter()
                .map(|source| (source.id, source))
                .collect();
            let cited = reader.evidence(Scope::Article(article))?;
            let cited = cited
                .into_iter()
                .filter_map(|(_, piece)| known.remove(&piece.source));
            let (sources, closed): (Vec<Source>, Vec<Source>) =
                cited.partition(|source| also_internal || source.is_public());
            Ok(ArticleSources {
                sources,
                left_out: closed.len(),
            })
        })
    }

    /// Adds the sources of a file of references, all or nothing; those that the
    /// desk has already stay as they are. With `rehearsed`, nothing is stored, and
    /// only what would become of each is told.
    pub fn import_sources(
        &mut self,
        act: &Act,
        references: &[Reference],
        rehearsed: bool,
    ) -> Result<Vec<Imported>> {
        self.transact(act, |change| {
            let mut done = Done {
                value: Vec::new(),
                events: Vec::new(),
            };
            let mut new = HashSet::new();
            for reference in references {
                let (mut imported, event) = import(change, reference)?;
                if event.is_some() {
                    new.extend(imported.source);
                }
                // A number that is not given in the end would name nothing.
                let names_one = |id: &SourceId| !(rehearsed && new.contains(id));
                imported.source = imported.source.filter(names_one);
                done.value.push(imported);
                done.events.extend(event);
            }
            if rehearsed {
                // A change without an event leaves no trace.
                done.events.clear();
            }
            Ok(done)
        })
    }
}

/// Adds one source, with the event that tells of it.
fn import(change: &Change<'_>, reference: &Reference) -> Result<(Imported, Option<NewEvent>)> {
    let mut imported = Imported {
        entry: reference.place.clone(),
        outcome: ImportOutcome::Skipped,
        source: None,
        name: None,
        reason: None,
    };
    let new = match &reference.source {
        Ok(new) => new,
        Err(why) => {
            imported.reason = Some(why.clone());
            return Ok((imported, None));
        }
    };
    let new = NewSource {
        details: tidy(new.details.clone()),
        ..new.clone()
    };
    let (added, event) = added(change, &new)?;
    imported.source = Some(added.source.id);
    imported.name = Some(added.source.name().to_owned());
    imported.outcome = if added.existed {
        ImportOutcome::Existed
    } else {
        ImportOutcome::Added
    };
    Ok((imported, event))
}
