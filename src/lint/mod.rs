//! Rules that raise flags: a linter for facts. Pure: the same facts give the
//! same findings.
//!
//! Each rule has a file of its own, a stable code and a name. The letter and
//! the hundred of a code say what it looks at: `C2` the calendar, `E6` what
//! claims rest on.

mod arithmetic;
mod article;
mod attribution;
mod calendar;
#[cfg(test)]
mod cases;
mod consistency;
mod finding;
pub mod reference;
mod rule;
mod selection;
mod sourcing;

use crate::model::sourcing::Sourcing;
pub use article::{Article, Sentence, read};
pub use finding::{Contrary, Finding, Found, On, Part};
use rule::Check;
pub use rule::Rule;
pub use selection::{NoRule, Rules, Selection};

/// Every rule, by its code.
pub static RULES: &[&Rule] = &[
    &reference::d101_date_conflict::RULE,
    &reference::d102_missing_context::RULE,
    &reference::d103_missing_date::RULE,
    &reference::d104_former_in_office::RULE,
    &reference::d105_office_not_held::RULE,
    &reference::d106_ended_administration::RULE,
    &reference::d107_told_as_departed::RULE,
    &reference::d108_organisation_not_there::RULE,
    &calendar::c201_weekday_mismatch::RULE,
    &calendar::c202_impossible_date::RULE,
    &calendar::c203_future_told_as_past::RULE,
    &calendar::c204_unanchored_time::RULE,
    &calendar::c205_age_mismatch::RULE,
    &calendar::c206_duration_mismatch::RULE,
    &calendar::c207_decade_mismatch::RULE,
    &arithmetic::a301_percent_change::RULE,
    &arithmetic::a302_sum_mismatch::RULE,
    &arithmetic::a303_multiple_mismatch::RULE,
    &arithmetic::a304_unit_mismatch::RULE,
    &arithmetic::a305_magnitude_slip::RULE,
    &arithmetic::a306_range_upside_down::RULE,
    &consistency::t401_two_dates::RULE,
    &consistency::t402_two_values::RULE,
    &consistency::t403_name_spelling::RULE,
    &consistency::t404_two_titles::RULE,
    &consistency::t405_repeated_claim::RULE,
    &consistency::t406_acronym::RULE,
    &consistency::t407_cut_off::RULE,
    &consistency::t408_boilerplate::RULE,
    &attribution::s501_unnamed_source::RULE,
    &attribution::s502_unattributed_quotation::RULE,
    &attribution::s503_uncited_finding::RULE,
    &attribution::s504_vague_quantity::RULE,
    &attribution::s505_absolute::RULE,
    &sourcing::e601_no_source::RULE,
    &sourcing::e602_one_source::RULE,
    &sourcing::e603_secondary_only::RULE,
    &sourcing::e604_one_publisher::RULE,
    &sourcing::e605_no_locator::RULE,
    &sourcing::e606_quote_not_found::RULE,
    &sourcing::e607_source_after_verdict::RULE,
    &sourcing::e608_old_source::RULE,
    &sourcing::e609_dead_link::RULE,
    &sourcing::e610_circular_source::RULE,
    &sourcing::e611_no_snapshot::RULE,
];

/// The rule of a code or a name, however it is spelled.
pub fn rule_named(given: &str) -> Result<&'static Rule, NoRule> {
    let given = given.trim();
    let is_it = |rule: &&Rule| {
        rule.code.eq_ignore_ascii_case(given) || rule.name.eq_ignore_ascii_case(given)
    };
    RULES.iter().copied().find(is_it).ok_or_else(|| NoRule {
        given: given.to_owned(),
    })
}

/// What rules find in the words of an article, in the order of the text.
pub fn text(rules: &[&'static Rule], article: &Article<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules {
        let found = match (rule.check, article.published_days()) {
            (Check::Text(check), _) => check(article),
            (Check::Dated(check), Some(days)) => check(article, days),
            (Check::Dated(_), None) | (Check::Claim(_), _) => continue,
        };
        findings.extend(found.into_iter().map(|found| rule.finding(found)));
    }
    findings.sort_by_key(|finding| match finding.found.on {
        On::Words(span) => span.start,
        On::Sourcing(..) => usize::MAX,
    });
    findings
}

/// What rules find in what the claims of an article rest on, in the order of
/// the claims.
pub fn sourcing(rules: &[&'static Rule], facts: &Sourcing) -> Vec<Finding> {
    let mut findings = Vec::new();
    for claim in &facts.claims {
        for rule in rules {
            if let Check::Claim(check) = rule.check {
                let found = check(claim, facts).into_iter();
                findings.extend(found.map(|found| rule.finding(found)));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn rules_stand_in_the_order_of_their_codes_and_explain_themselves() {
        let codes: Vec<&str> = RULES.iter().map(|rule| &rule.code[1..]).collect();
        assert!(codes.is_sorted(), "{codes:?}");
        let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
        assert_eq!(names.len(), RULES.len());
        for rule in RULES {
            let told = rule.explanation();
            for part in [
                "What it does",
                "Why this matters",
                "Example",
                "What to do instead",
            ] {
                assert!(
                    told.contains(&format!("## {part}\n")),
                    "{}: {part}",
                    rule.code
                );
            }
            assert!(
                rule.summary().len() > 20 && !rule.summary().ends_with('.'),
                "{}",
                rule.code
            );
            assert_eq!(rule_named(&rule.code.to_lowercase()), Ok(*rule));
            assert_eq!(rule_named(rule.name), Ok(*rule));
        }
        assert!(rule_named("E6").is_err());
    }

    /// The texts that the example of a rule quotes, one by one, all of them as one, and
    /// in their quotation marks.
    fn examples(rule: &Rule) -> (String, Vec<String>) {
        let told = rule.explanation();
        let (_, example) = told.split_once("## Example\n").unwrap();
        let example = example.split("\n## ").next().unwrap().replace('\n', " ");
        let quoted = example.split('“').skip(1);
        let mut texts: Vec<String> = quoted
            .filter_map(|text| Some(text.split_once('”')?.0.replace(" … ", " ")))
            .collect();
        texts.push(texts.join(" "));
        texts.extend(texts.first().map(|text| format!("“{text}”")));
        (example, texts)
    }

    #[test]
    fn rules_for_words_find_their_own_examples() {
        let mut silent = Vec::new();
        for rule in RULES.iter().filter(|rule| rule.reads_words()) {
            let (example, texts) = examples(rule);
            let day = (!example.contains("without a date")).then_some(cases::DAY);
            if !texts.iter().any(|text| cases::finds(day, rule, text)) {
                silent.push((rule.code, texts));
            }
        }
        assert!(silent.is_empty(), "{silent:#?}");
    }
}
