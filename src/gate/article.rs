//! The rules that are held against an article as a whole.

use super::{Blocker, Facts, GateRule, Rule};
use crate::model::coverage::{Covered, Share};

/// What a rule finds on the article that is on none of its claims.
pub(super) fn blockers(rule: Rule, facts: &Facts) -> Vec<Blocker> {
    let article = facts.article;
    let Covered {
        sentences,
        facts: facts_covered,
    } = facts.coverage.unwrap_or_default();
    match rule {
        Rule::OpenFlags(least) => facts
            .flags
            .iter()
            .filter(|flag| flag.claim.is_none() && flag.severity >= least)
            .map(Blocker::of_flag)
            .collect(),
        Rule::Coverage(wanted) => below(sentences, wanted)
            .map(|missing| {
                Blocker::new(
                    GateRule::Coverage,
                    format!("of the sentences that score at least the threshold, {missing} have been looked at"),
                    format!("`claimdesk coverage {article} --kind sentence` lists the others"),
                )
            })
            .into_iter()
            .collect(),
        Rule::FactCoverage(wanted) => below(facts_covered, wanted)
            .map(|missing| {
                Blocker::new(
                    GateRule::FactCoverage,
                    format!("of the figures, dates, names and quotations, {missing} stand in a claim"),
                    format!(
                        "`claimdesk coverage {article} --kind quantity --kind date --kind name --kind quotation` \
                         lists the others"
                    ),
                )
            })
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

/// How far a share falls short of the wanted one, if it does.
fn below(share: Share, wanted: f64) -> Option<String> {
    let Share {
        covered,
        all,
        percent,
    } = share;
    // Divided, and not multiplied, 55 of 100 are the same number as 0.55.
    let met = all == 0 || f64::from(covered) / f64::from(all) >= wanted;
    let wanted = (wanted * 10_000.0).round() / 100.0;
    (!met).then(|| format!("{covered} of {all} ({percent} %, where {wanted} % are wanted)"))
}
