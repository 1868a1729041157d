//! Reference facts: those that the program ships, and the desk's own, which take
//! precedence.

use schemars::JsonSchema;
use serde::Serialize;

use super::claims::find_claim;
use super::names::{filled, not_blank};
use super::permissions::editor_only;
use super::settings::config_event;
use super::sources::{find_source, source_identity};
use super::transact::{Act, Change, Done, state};
use super::{Desk, DeskError, Result};
use crate::lint::reference::{Problem, References, problems, read_facts, shipped_facts};
use crate::model::claim::{ClaimRef, ClaimState};
use crate::model::event::Action;
use crate::model::ids::{ClaimId, SourceId};
use crate::model::reference::{Fact, FactSource, Facts, ShownFact};
use crate::model::source::{NewSource, SourceDetails, SourceIdentity, SourceRef};
use crate::store::{Reader, Scope};

/// A fact to be added, and what it rests on.
#[derive(Debug, Clone)]
pub struct NewFact {
    /// The fact.
    pub fact: Fact,
    /// The sources that it rests on.
    pub sources: Vec<SourceRef>,
    /// The claim whose ruling it is made from: its statement and its sources stand
    /// for those that are not given.
    pub claim: Option<ClaimRef>,
}

/// What came of importing facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FactsImported {
    /// Facts that were added, or put in the place of the desk's own of that name.
    pub added: Vec<String>,
}

/// The facts that an article is held against: made ready once where the desk has
/// none of its own.
pub(super) enum Held {
    Shipped,
    Own(Box<References>),
}

impl Held {
    pub(super) fn of(reader: &Reader<'_>) -> Result<Self> {
        let own = reader.own_facts()?;
        Ok(if own.is_empty() {
            Self::Shipped
        } else {
            Self::Own(Box::new(References::of(shipped_facts().overruled_by(own))))
        })
    }

    pub(super) fn references(&self) -> &References {
        match self {
            Self::Shipped => References::shipped(),
            Self::Own(references) => references,
        }
    }
}

fn all(reader: &Reader<'_>) -> Result<Vec<ShownFact>> {
    let own = reader.own_facts()?;
    let own_ids: Vec<String> = own
        .clone()
        .all()
        .iter()
        .map(|fact| fact.id().to_owned())
        .collect();
    let facts = shipped_facts().overruled_by(own).all();
    let shown = facts
        .iter()
        .map(|fact| fact.shown(own_ids.iter().any(|id| id == fact.id())));
    Ok(shown.collect())
}

impl Desk {
    /// Every reference fact: those that the program ships, then the desk's own.
    pub fn reference_facts(&self) -> Result<Vec<ShownFact>> {
        self.look(all)
    }

    /// One reference fact.
    pub fn reference_fact(&self, id: &str) -> Result<ShownFact> {
        self.look(|reader| {
            let facts = all(reader)?;
            let known = facts.iter().map(|fact| fact.id.clone()).collect();
            let found = facts.into_iter().find(|fact| fact.id == id.trim());
            found.ok_or_else(|| super::names::unknown("reference fact", id, "on this desk", known))
        })
    }

    /// Adds a fact of the desk's own, or puts it in the place of the one of that
    /// name. Editors only.
    pub fn add_reference_fact(&mut self, act: &Act, new: &NewFact) -> Result<ShownFact> {
        self.transact(act, |change| {
            editor_only(&change.actor, "add reference facts")?;
            let mut fact = new.fact.clone();
            let mut sources = sources_of(change, &new.sources)?;
            let claim = new
                .claim
                .as_ref()
                .map(|claim| from_ruling(change, claim, &mut fact))
                .transpose()?;
            let claim = claim.map(|(claim, cited)| {
                if sources.is_empty() {
                    sources = cited;
                }
                claim
            });
            let name_one = "name a source with --source";
            let told = insert(change, &fact, (&sources, name_one), claim)?;
            let shown = own_fact(change, fact.id())?;
            Ok(Done::with(shown, told))
        })
    }

    /// Adds the facts of a TOML file. Editors only.
    pub fn import_reference_facts(&mut self, act: &Act, file: &str) -> Result<FactsImported> {
        let facts = read_facts(file)
            .map_err(|error| DeskError::Invalid(format!("the facts can't be read: {error}")))?;
        let facts = facts.all();
        if facts.is_empty() {
            return Err(DeskError::Blank("the list of facts"));
        }
        self.transact(act, |change| {
            editor_only(&change.actor, "add reference facts")?;
            let mut added = Vec::new();
            let mut events = Vec::new();
            for fact in &facts {
                let sources: Result<Vec<SourceId>> = fact
                    .sources()
                    .iter()
                    .map(|source| source_of(change, source))
                    .collect();
                let name_one = match fact {
                    Fact::Event(_) => "give it an [[event.source]] with a title, and a url where it has one",
                    Fact::Office(_) => "give it an [[office.source]] with a title, and a url where it has one",
                    Fact::Organisation(_) => {
                        "give it an [[organisation.source]] with a title, and a url where it has one"
                    }
                };
                events.push(insert(change, fact, (&sources?, name_one), None)?);
                added.push(fact.id().to_owned());
            }
            Ok(Done {
                value: FactsImported { added },
                events,
            })
        })
    }

    /// Takes a fact of the desk's own away; the one that the program ships under
    /// that name holds again. Editors only.
    pub fn remove_reference_fact(&mut self, act: &Act, id: &str) -> Result<ShownFact> {
        self.transact(act, |change| {
            editor_only(&change.actor, "remove reference facts")?;
            let fact = own_fact(change, id)?;
            change.writer.delete_fact(id)?;
            let told = config_event(Action::ReferenceRemove).before(state(&fact)?);
            Ok(Done::with(fact, told))
        })
    }

    /// What is wrong with the reference facts, or with how they fit together.
    pub fn check_reference_facts(&self) -> Result<Vec<Problem>> {
        self.look(|reader| Ok(problems(&shipped_facts().overruled_by(reader.own_facts()?))))
    }
}

fn own_fact(change: &Change<'_>, id: &str) -> Result<ShownFact> {
    let own = change.writer.own_facts()?.all();
    let known = own.iter().map(|fact| fact.id().to_owned()).collect();
    let found = own.iter().find(|fact| fact.id() == id);
    let found = found.map(|fact| fact.shown(true));
    found.ok_or_else(|| super::names::unknown("reference fact", id, "of this desk's own", known))
}

fn insert(
    change: &Change<'_>,
    fact: &Fact,
    (sources, name_one): (&[SourceId], &str),
    claim: Option<ClaimId>,
) -> Result<crate::model::event::NewEvent> {
    if sources.is_empty() {
        return Err(DeskError::Invalid(format!(
            "the fact {} rests on nothing; {name_one}",
            fact.id()
        )));
    }
    let mut alone = Facts::default();
    alone.push(fact.clone());
    // What has no source is told of above: the sources stand beside the fact here.
    let wrong = problems(&alone)
        .into_iter()
        .find(|problem| !problem.is_about_sources());
    if let Some(problem) = wrong {
        return Err(DeskError::Invalid(format!(
            "the fact {} {}",
            problem.fact, problem.problem
        )));
    }
    change
        .writer
        .insert_fact(fact, sources, claim, change.uuid(), change.at)?;
    let after = own_fact(change, fact.id())?;
    Ok(config_event(Action::ReferenceAdd).after(state(&after)?))
}

fn sources_of(change: &Change<'_>, given: &[SourceRef]) -> Result<Vec<SourceId>> {
    let source = |given: &SourceRef| match given {
        SourceRef::Number(id) => Ok(find_source(change.writer, *id)?.id),
        SourceRef::Described(new) => {
            let found = change
                .writer
                .find_or_insert_source(new, change.uuid(), change.at)?;
            Ok(found.id)
        }
        SourceRef::Note(_) => Err(DeskError::Invalid(
            "a note is no source of a fact".to_owned(),
        )),
    };
    given.iter().map(source).collect()
}

/// The source on the desk that a fact of a file names.
fn source_of(change: &Change<'_>, source: &FactSource) -> Result<SourceId> {
    let details = SourceDetails {
        title: filled(Some(&source.title)),
        publisher: source.publisher.clone(),
        published: source.published.clone(),
        kind: source.kind,
        ..SourceDetails::default()
    };
    let identity = match &source.url {
        Some(url) => source_identity(url)?,
        None => SourceIdentity::titled(not_blank("the source's title", &source.title)?, &details),
    };
    let new = NewSource {
        details,
        ..NewSource::bare(identity)
    };
    let found = change
        .writer
        .find_or_insert_source(&new, change.uuid(), change.at)?;
    Ok(found.id)
}

/// The claim that a fact is made from, and the sources that its rating rests on.
/// A correction, else the claim itself, is what the fact says, where it says
/// nothing yet.
fn from_ruling(
    change: &Change<'_>,
    claim: &ClaimRef,
    fact: &mut Fact,
) -> Result<(ClaimId, Vec<SourceId>)> {
    let claim = find_claim(change.writer, claim)?;
    if !matches!(claim.state, ClaimState::Decided | ClaimState::Published) {
        return Err(DeskError::NotNow(format!(
            "claim {} has no ruling; what is to be a fact is signed off first with `claimdesk ruling sign-off {0}`",
            claim.id
        )));
    }
    let (verdicts, outside) = change.writer.verdicts(Scope::Claim(claim.id))?;
    let standing: Vec<_> = verdicts.iter().filter(|verdict| verdict.stands()).collect();
    let corrected = standing
        .iter()
        .rev()
        .find_map(|verdict| verdict.correction.clone());
    if let Fact::Event(event) = fact
        && event.statement.is_empty()
    {
        event.statement = corrected.unwrap_or(claim.statement);
    }
    let evidence = standing
        .iter()
        .flat_map(|verdict| &verdict.evidence)
        .chain(&outside);
    Ok((claim.id, evidence.map(|piece| piece.source).collect()))
}
