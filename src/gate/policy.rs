//! A policy: which rules a house holds an article to, and how strict each is,
//! as it is written in TOML.

use std::str::FromStr;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use toml::{Table, Value};

use super::GateRule;
use crate::model::flag::Severity;
use crate::model::words::closed_set;

/// The policy of a desk that has none of its own.
const STANDARD: &str = include_str!("../../data/policies/standard.toml");

/// The most publishers or sign-offs that a policy may ask for.
const MOST: i64 = 99;

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

closed_set! {
    /// Which claims must have a ruling.
    Decided, "choice of claims" {
        /// Every claim that is not dismissed.
        All = "all",
        /// Those that somebody accepted, added or judged, and not those that
        /// nobody has looked at.
        Accepted = "accepted",
    }
}

/// When four eyes are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FourEyes {
    /// Always.
    Always,
    /// Where the desk has at least two people.
    Auto,
}

/// A rule with what it asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    /// No flag of this severity or a worse one is open.
    OpenFlags(Severity),
    /// These claims have a ruling.
    Decided(Decided),
    /// No rating rests on what has changed since.
    Fresh,
    /// So large a share of the sentences has been looked at.
    Coverage(f64),
    /// So large a share of the figures, dates, names and quotations stands in
    /// a claim.
    FactCoverage(f64),
    /// A rating on the scale rests on a primary source.
    PrimarySource,
    /// A rating on the scale rests on sources of so many publishers.
    IndependentPublishers(u32),
    /// Sources on the web have a snapshot.
    Snapshots,
    /// Somebody else than who gave the verdict ruled on it.
    FourEyes(FourEyes),
    /// A claimant whose claim does not hold was asked.
    Reply,
    /// So many editors have signed off.
    SignOffsRequired(u32),
    /// So many of them with one rating.
    SignOffsAgreeing {
        /// How many.
        agreeing: u32,
        /// How many sign-offs have to be in before this is asked.
        of: u32,
    },
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
                let rule = read(*name, &value).ok_or_else(|| does_not_fit(*name, &value))?;
                rules.extend(rule);
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

/// The rule of that name with the value, or none when the value switches it
/// off; nothing where the value does not fit.
fn read(name: GateRule, value: &Value) -> Option<Option<Rule>> {
    let switch = |rule| value.as_bool().map(|on| on.then_some(rule));
    match name {
        GateRule::OpenFlags => word(value).map(Rule::OpenFlags).map(Some),
        GateRule::Decided => word(value).map(Rule::Decided).map(Some),
        GateRule::Fresh => switch(Rule::Fresh),
        GateRule::Coverage => share(value).map(Rule::Coverage).map(Some),
        GateRule::FactCoverage => share(value).map(Rule::FactCoverage).map(Some),
        GateRule::PrimarySource => switch(Rule::PrimarySource),
        GateRule::IndependentPublishers => number(value).map(Rule::IndependentPublishers).map(Some),
        GateRule::Snapshots => switch(Rule::Snapshots),
        GateRule::FourEyes if value.as_str() == Some("auto") => {
            Some(Some(Rule::FourEyes(FourEyes::Auto)))
        }
        GateRule::FourEyes => switch(Rule::FourEyes(FourEyes::Always)),
        GateRule::Reply => switch(Rule::Reply),
        GateRule::SignOffsRequired => number(value).map(Rule::SignOffsRequired).map(Some),
        GateRule::SignOffsAgreeing => {
            let of_any = |agreeing| Rule::SignOffsAgreeing { agreeing, of: 0 };
            number(value).map(of_any).map(Some)
        }
        GateRule::Blind => None,
    }
}

fn word<T: FromStr>(value: &Value) -> Option<T> {
    value.as_str()?.parse().ok()
}

fn share(value: &Value) -> Option<f64> {
    let share = match value.as_integer() {
        Some(0) => 0.0,
        Some(1) => 1.0,
        _ => value.as_float()?,
    };
    (0.0..=1.0).contains(&share).then_some(share)
}

fn number(value: &Value) -> Option<u32> {
    let number = value
        .as_integer()
        .filter(|number| (1..=MOST).contains(number))?;
    u32::try_from(number).ok()
}

fn does_not_fit(rule: GateRule, value: &Value) -> PolicyError {
    let quoted = |words: &[&str]| words.join("\" or \"");
    let fits = match rule {
        GateRule::OpenFlags => format!("\"{}\"", quoted(Severity::WORDS)),
        GateRule::Decided => format!("\"{}\"", quoted(Decided::WORDS)),
        GateRule::Coverage | GateRule::FactCoverage => {
            "a share from 0 to 1, such as 0.9".to_owned()
        }
        GateRule::IndependentPublishers
        | GateRule::SignOffsRequired
        | GateRule::SignOffsAgreeing => format!("a number from 1 to {MOST}"),
        GateRule::FourEyes => "true, false or \"auto\"".to_owned(),
        GateRule::Fresh
        | GateRule::PrimarySource
        | GateRule::Snapshots
        | GateRule::Reply
        | GateRule::Blind => "true or false".to_owned(),
    };
    PolicyError::DoesNotFit {
        rule,
        given: value.to_string(),
        fits,
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

impl Rule {
    /// Its name.
    pub fn name(self) -> GateRule {
        match self {
            Self::OpenFlags(_) => GateRule::OpenFlags,
            Self::Decided(_) => GateRule::Decided,
            Self::Fresh => GateRule::Fresh,
            Self::Coverage(_) => GateRule::Coverage,
            Self::FactCoverage(_) => GateRule::FactCoverage,
            Self::PrimarySource => GateRule::PrimarySource,
            Self::IndependentPublishers(_) => GateRule::IndependentPublishers,
            Self::Snapshots => GateRule::Snapshots,
            Self::FourEyes(_) => GateRule::FourEyes,
            Self::Reply => GateRule::Reply,
            Self::SignOffsRequired(_) => GateRule::SignOffsRequired,
            Self::SignOffsAgreeing { .. } => GateRule::SignOffsAgreeing,
        }
    }

    /// What it asks for, as it is written in a policy.
    pub fn value(self) -> Value {
        match self {
            Self::OpenFlags(severity) => severity.as_str().into(),
            Self::Decided(claims) => claims.as_str().into(),
            Self::Coverage(share) | Self::FactCoverage(share) => share.into(),
            Self::IndependentPublishers(number)
            | Self::SignOffsRequired(number)
            | Self::SignOffsAgreeing {
                agreeing: number, ..
            } => number.into(),
            Self::FourEyes(FourEyes::Auto) => "auto".into(),
            Self::FourEyes(FourEyes::Always)
            | Self::Fresh
            | Self::PrimarySource
            | Self::Snapshots
            | Self::Reply => true.into(),
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

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
