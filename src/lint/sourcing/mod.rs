//! What claims rest on: the facts that rules look at, and the rules, one file
//! each.
//!
//! A source carries a verdict where it speaks for or against the claim. What
//! only gives context carries it where nothing else is cited. Rules that count
//! sources look at claims whose rating has a place on its scale: “unproven” may
//! rest on nothing.

pub(super) mod e601_no_source;
pub(super) mod e602_one_source;
pub(super) mod e603_secondary_only;
pub(super) mod e604_one_publisher;
pub(super) mod e605_no_locator;
pub(super) mod e606_quote_not_found;
pub(super) mod e607_source_after_verdict;
pub(super) mod e608_old_source;
pub(super) mod e609_dead_link;
pub(super) mod e610_circular_source;
pub(super) mod e611_no_snapshot;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::{Contrary, Found, On, Part};
use crate::model::flag::Certainty;
use crate::model::ids::SourceId;
use crate::model::source::{Evidence, Stance};
use crate::model::sourcing::{CitedSource, ClaimSourcing, Sourcing};

impl ClaimSourcing {
    /// The evidence that speaks for or against the claim; where there is none, all
    /// that is cited.
    fn carrying(&self) -> impl Iterator<Item = &Evidence> {
        let speaks = |piece: &&Evidence| piece.stance != Stance::Context;
        let any_speaks = self.evidence.iter().any(|piece| speaks(&piece));
        self.evidence
            .iter()
            .filter(move |piece| !any_speaks || speaks(piece))
    }

    /// The sources that carry the verdict, each once.
    fn carriers<'f>(&self, facts: &'f Sourcing) -> Vec<(SourceId, &'f CitedSource)> {
        each_once(self.carrying(), facts)
    }

    /// Every source that is cited on the claim, each once.
    fn cited<'f>(&self, facts: &'f Sourcing) -> Vec<(SourceId, &'f CitedSource)> {
        each_once(self.evidence.iter(), facts)
    }

    fn found(&self, part: Part, message: String, suggestion: &str) -> Found {
        Found {
            on: On::Sourcing(self.claim, part),
            message,
            evidence: Vec::new(),
            suggestion: Some(suggestion.to_owned()),
            certainty: Certainty::Certain,
        }
    }

    fn on_all(&self, message: String, sources: &[SourceId], suggestion: &str) -> Found {
        let contrary = |source: &SourceId| Contrary::Source { source: *source };
        Found {
            evidence: sources.iter().map(contrary).collect(),
            ..self.found(Part::All, message, suggestion)
        }
    }

    fn on_source(&self, source: SourceId, message: String, suggestion: &str) -> Found {
        Found {
            evidence: vec![Contrary::Source { source }],
            ..self.found(Part::Source(source), message, suggestion)
        }
    }

    fn on_evidence(&self, piece: &Evidence, message: String, suggestion: &str) -> Found {
        Found {
            evidence: vec![Contrary::Evidence {
                evidence: piece.id,
                source: piece.source,
            }],
            ..self.found(Part::Evidence(piece.id), message, suggestion)
        }
    }
}

fn each_once<'f, 'e>(
    evidence: impl Iterator<Item = &'e Evidence>,
    facts: &'f Sourcing,
) -> Vec<(SourceId, &'f CitedSource)> {
    let ids: BTreeSet<SourceId> = evidence.map(|piece| piece.source).collect();
    ids.into_iter()
        .filter_map(|id| Some((id, facts.sources.get(&id)?)))
        .collect()
}
