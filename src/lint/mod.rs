//! Rules that raise flags: a linter for facts. Pure: the same facts give the
//! same findings.
//!
//! Each rule has a file of its own, a stable code and a name. The letter and
//! the hundred of a code say what it looks at: `A3` figures that belie one
//! another, `E6` what claims rest on.

mod arithmetic;
mod article;
mod attribution;
#[cfg(test)]
mod cases;
mod rule;
mod selection;
mod sourcing;

use serde::{Serialize, Serializer};

use crate::model::flag::Certainty;
use crate::model::ids::{ClaimId, EvidenceId, SourceId};
use crate::model::sourcing::Sourcing;
use crate::model::text::Span;
pub use article::{Article, Sentence, read};
use rule::Check;
pub use rule::Rule;
pub use selection::{NoRule, Rules, Selection};

/// Every rule, by its code.
pub static RULES: &[&Rule] = &[
    &arithmetic::a301_percent_change::RULE,
    &arithmetic::a302_sum_mismatch::RULE,
    &arithmetic::a303_multiple_mismatch::RULE,
    &arithmetic::a304_unit_mismatch::RULE,
    &arithmetic::a305_magnitude_slip::RULE,
    &arithmetic::a306_range_upside_down::RULE,
    &attribution::s501_unnamed_source::RULE,
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

/// What a rule found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// What it found.
    pub found: Found,
}

/// What is wrong, where, and why that is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// What it is on.
    pub on: On,
    /// What is wrong, in a sentence without a full stop. It names no source, for
    /// a source can be confidential.
    pub message: String,
    /// What contradicts it.
    pub evidence: Vec<Contrary>,
    /// What to do, or to write instead.
    pub suggestion: Option<String>,
    /// How sure that is.
    pub certainty: Certainty,
}

impl Found {
    /// Something that is certainly wrong with words.
    fn on_words(span: Span, message: String) -> Self {
        Self {
            on: On::Words(span),
            message,
            evidence: Vec::new(),
            suggestion: None,
            certainty: Certainty::Certain,
        }
    }

    /// The same, as a calculation shows.
    fn because(mut self, calculation: String) -> Self {
        self.evidence
            .push(Contrary::Calculation { text: calculation });
        self
    }

    /// The same, as other words show.
    fn against(mut self, words: Contrary) -> Self {
        self.evidence.push(words);
        self
    }

    /// The same, with what to write instead.
    fn instead(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// The same, as sure as that.
    fn sure(mut self, certainty: Certainty) -> Self {
        self.certainty = certainty;
        self
    }
}

/// What a finding is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// Words, by their place in the text.
    Words(Span),
    /// What a claim rests on.
    Sourcing(ClaimId, Part),
}

/// Which part of what a claim rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    All,
    /// One source.
    Source(SourceId),
    /// One piece of evidence.
    Evidence(EvidenceId),
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::All => f.write_str("claim"),
            Self::Source(id) => write!(f, "source:{id}"),
            Self::Evidence(id) => write!(f, "evidence:{id}"),
        }
    }
}

/// What contradicts a text or a verdict.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Contrary {
    /// A calculation with the figures of the text, or with the calendar.
    Calculation {
        /// It, as a person would write it down.
        text: String,
    },
    /// Other words of the text.
    Words {
        /// The words.
        text: String,
        /// Position of the first character, in code points.
        start: usize,
        /// Position after the last character, in code points.
        end: usize,
    },
    /// A source as the desk knows it.
    Source {
        /// The source.
        source: SourceId,
    },
    /// A piece of evidence.
    Evidence {
        /// The piece.
        evidence: EvidenceId,
        /// The source it is taken from.
        source: SourceId,
    },
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shown<'r> {
            code: &'r str,
            name: &'r str,
            category: crate::model::flag::Category,
            severity: crate::model::flag::Severity,
            summary: &'r str,
            explanation: String,
        }
        Shown {
            code: self.code,
            name: self.name,
            category: self.category,
            severity: self.severity,
            summary: self.summary(),
            explanation: self.explanation(),
        }
        .serialize(serializer)
    }
}

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
        if let Check::Text(check) = rule.check {
            findings.extend(check(article).into_iter().map(|found| rule.finding(found)));
        }
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
}
