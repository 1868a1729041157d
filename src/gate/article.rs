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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::{Policy, judge};
    use super::*;
    use crate::model::ids::ArticleId;

    fn found(policy: &str, facts: &Facts) -> Vec<Blocker> {
        judge(&policy.parse::<Policy>().unwrap(), facts)
    }

    #[test]
    fn coverage_is_enough_from_the_share_on() {
        let covered = |covered, all| Facts {
            coverage: Some(Covered {
                sentences: Share::new(covered, all),
                facts: Share::new(covered, all),
            }),
            article: ArticleId(1),
            four_eyes: false,
            flags: Vec::new(),
            claims: Vec::new(),
            sources: BTreeMap::new(),
        };
        for (share, wanted, enough) in [
            ((55, 100), "0.55", true),
            ((7, 10), "0.7", true),
            ((54, 100), "0.55", false),
            ((999, 1000), "1", false),
            ((0, 0), "1", true),
            ((0, 5), "0", true),
        ] {
            let article = covered(share.0, share.1);
            for rule in ["coverage", "fact-coverage"] {
                let blockers = found(&format!("{rule} = {wanted}"), &article);
                assert_eq!(blockers.is_empty(), enough, "{share:?} {wanted}");
                assert!(blockers.iter().all(|blocker| blocker.rule.as_str() == rule));
            }
        }
        let told = found("coverage = 0.925", &covered(9, 10)).remove(0).message;
        assert_eq!(
            told,
            "of the sentences that score at least the threshold, 9 of 10 (90 %, where 92.5 % are wanted) have been \
         looked at"
        );
    }
}
