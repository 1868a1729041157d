//! A policy: the rules that a house holds an article to, as they are written
//! in TOML.

use std::str::FromStr;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use toml::Table;

use super::rule::read;
use super::{GateRule, Rule};
use crate::model::words::closed_set;

/// The policy of a desk that has none of its own.
const STANDARD: &str = include_str!("../../data/policies/standard.toml");

closed_set! {
    /// Where a policy is from.
    PolicyOrigin, "origin of a policy" {
        /// It ships with the program.
        Standard = "standard",
        /// It is the desk's own.
        Desk = "desk",
        /// It was given for one question.
        File = "file",
    }
}

/// The rules of a house, in the order of [`GateRule`].
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    text: String,
    rules: Vec<Rule>,
}

/// Why a text is no policy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    /// It is not TOML.
    #[error("line {line} is not TOML: {why}")]
    NotToml {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        why: String,
    },
    /// It names a rule that there is none of.
    #[error("there is no rule “{0}”; the rules are {rules}", rules = names().join(", "))]
    NoSuchRule(String),
    /// A rule asks for what it can't ask for.
    #[error("{rule} = {given} does not fit; give {fits}")]
    DoesNotFit {
        /// The rule.
        rule: GateRule,
        /// What was given, as TOML.
        given: String,
        /// What can be given.
        fits: String,
    },
}

/// The names of rules as policies have them.
fn names() -> Vec<&'static str> {
    let all = GateRule::ALL
        .iter()
        .filter(|rule| **rule != GateRule::Blind);
    all.map(|rule| rule.as_str()).collect()
}

impl Policy {
    /// The policy of a desk that has none of its own.
    ///
    /// # Errors
    /// None, unless what ships is broken, which a test rules out.
    pub fn standard() -> Result<Self, PolicyError> {
        STANDARD.parse()
    }

    /// The rules, in the order of [`GateRule`].
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The policy as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it asks how much of the article has been looked at.
    pub fn asks_for_coverage(&self) -> bool {
        let asks = |rule: &Rule| matches!(rule, Rule::Coverage(_) | Rule::FactCoverage(_));
        self.rules.iter().any(asks)
    }
}

impl FromStr for Policy {
    type Err = PolicyError;

    fn from_str(text: &str) -> Result<Self, PolicyError> {
        let mut table: Table = text
            .parse()
            .map_err(|error: toml::de::Error| not_toml(text, &error))?;
        let mut rules = Vec::new();
        for name in GateRule::ALL {
            if *name == GateRule::Blind {
                continue;
            }
            if let Some(value) = table.remove(name.as_str()) {
                rules.extend(read(*name, &value)?);
            }
        }
        if let Some(name) = table.keys().next() {
            return Err(PolicyError::NoSuchRule(name.clone()));
        }
        settle_sign_offs(&mut rules)?;
        Ok(Self {
            text: text.to_owned(),
            rules,
        })
    }
}

fn not_toml(text: &str, error: &toml::de::Error) -> PolicyError {
    let before = error.span().and_then(|span| text.get(..span.start));
    PolicyError::NotToml {
        line: before.unwrap_or_default().matches('\n').count() + 1,
        why: error.message().trim().replace('\n', ", "),
    }
}

/// Of how many sign-offs so many must agree.
fn settle_sign_offs(rules: &mut [Rule]) -> Result<(), PolicyError> {
    let required = rules.iter().find_map(|rule| match rule {
        Rule::SignOffsRequired(required) => Some(*required),
        _ => None,
    });
    for rule in rules {
        if let (Rule::SignOffsAgreeing { agreeing, of }, Some(required)) = (rule, required) {
            if *agreeing > required {
                return Err(PolicyError::DoesNotFit {
                    rule: GateRule::SignOffsAgreeing,
                    given: agreeing.to_string(),
                    fits: format!("at most sign-offs-required, which is {required}"),
                });
            }
            *of = required;
        }
    }
    Ok(())
}

/// The rules by name.
impl Serialize for Policy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.rules.len()))?;
        for rule in &self.rules {
            map.serialize_entry(&rule.name(), &rule.value())?;
        }
        map.end()
    }
}

impl JsonSchema for Policy {
    fn schema_name() -> Cow<'static, str> {
        "Policy".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "propertyNames": { "enum": names() } })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Decided, FourEyes};
    use super::*;
    use crate::model::flag::Severity;

    fn rules(text: &str) -> Vec<Rule> {
        text.parse::<Policy>().unwrap().rules
    }

    fn refusal(text: &str) -> String {
        text.parse::<Policy>().unwrap_err().to_string()
    }

    #[test]
    fn the_standard_policy_asks_for_what_no_house_does_without() {
        assert_eq!(
            Policy::standard().unwrap().rules(),
            [
                Rule::OpenFlags(Severity::High),
                Rule::Decided(Decided::All),
                Rule::Fresh,
                Rule::FourEyes(FourEyes::Auto),
            ]
        );
    }

    #[test]
    fn a_policy_can_ask_for_everything() {
        let text = "open-flags = 'low'\ndecided = 'accepted'\nfresh = true\ncoverage = 0.9\n\
            fact-coverage = 1\nprimary-source = true\nindependent-publishers = 2\nsnapshots = true\n\
            four-eyes = true\nreply = true\nsign-offs-required = 3\nsign-offs-agreeing = 2\n";
        let all = rules(text);
        let told: Vec<&str> = all.iter().map(|rule| rule.name().as_str()).collect();
        assert_eq!(told, names());
        assert_eq!(all[4], Rule::FactCoverage(1.0));
        assert_eq!(all[11], Rule::SignOffsAgreeing { agreeing: 2, of: 3 });
        let read: Policy = text.parse().unwrap();
        let shown = serde_json::to_string(&read).unwrap();
        assert_eq!(
            shown,
            r#"{"open-flags":"low","decided":"accepted","fresh":true,"coverage":0.9,"fact-coverage":1.0,"primary-source":true,"independent-publishers":2,"snapshots":true,"four-eyes":true,"reply":true,"sign-offs-required":3,"sign-offs-agreeing":2}"#
        );
    }

    #[test]
    fn what_is_left_out_or_switched_off_is_not_asked_for() {
        assert_eq!(rules("# nothing\n"), []);
        assert_eq!(rules("fresh = false\nfour-eyes = false\nreply = false"), []);
        assert_eq!(rules("coverage = 0"), [Rule::Coverage(0.0)]);
    }

    #[test]
    fn what_does_not_fit_is_named_with_what_does() {
        for (text, told) in [
            (
                "open-flags = 'urgent'",
                "open-flags = \"urgent\" does not fit; give \"low\" or \"medium\" or \"high\"",
            ),
            (
                "decided = true",
                "decided = true does not fit; give \"all\" or \"accepted\"",
            ),
            (
                "fresh = 'yes'",
                "fresh = \"yes\" does not fit; give true or false",
            ),
            (
                "coverage = 90",
                "coverage = 90 does not fit; give a share from 0 to 1, such as 0.9",
            ),
            (
                "coverage = nan",
                "coverage = nan does not fit; give a share",
            ),
            (
                "fact-coverage = -0.1",
                "fact-coverage = -0.1 does not fit; give a share",
            ),
            (
                "independent-publishers = 0",
                "independent-publishers = 0 does not fit; give a number from 1",
            ),
            (
                "sign-offs-required = 2.5",
                "sign-offs-required = 2.5 does not fit; give a number",
            ),
            (
                "four-eyes = 'on'",
                "four-eyes = \"on\" does not fit; give true, false or \"auto\"",
            ),
            (
                "sign-offs-required = 2\nsign-offs-agreeing = 3",
                "sign-offs-agreeing = 3 does not fit; give at most sign-offs-required, which is 2",
            ),
            (
                "[coverage]\nshare = 1",
                "coverage = { share = 1 } does not fit",
            ),
        ] {
            let found = refusal(text);
            assert!(found.starts_with(told), "{text}\n{found}");
        }
    }

    #[test]
    fn a_rule_that_there_is_none_of_is_named_with_those_there_are() {
        for name in ["coverge", "blind"] {
            let told = refusal(&format!("fresh = true\n{name} = 1"));
            assert!(told.contains(&format!("“{name}”")), "{told}");
            assert!(told.ends_with("sign-offs-agreeing"), "{told}");
        }
    }

    #[test]
    fn what_is_not_toml_is_named_with_its_line() {
        let told = refusal("fresh = true\ncoverage is 1\n");
        assert!(told.starts_with("line 2 is not TOML: "), "{told}");
        assert!(!told.contains('\n'), "{told}");
        assert!(refusal("fresh = true\nfresh = true").starts_with("line 2 "));
    }
}
