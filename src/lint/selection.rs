//! Which rules run: those that somebody asked for, without those that somebody
//! or the desk has switched off.

use std::str::FromStr;

use super::{RULES, Rule};
use crate::model::ids::ArticleId;

/// Some of the rules, named by the code or name of one, by the beginning of
/// codes such as `E6`, or by a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules(String);

/// A text that names no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule “{given}”")]
pub struct NoRule {
    /// The text.
    pub given: String,
}

impl Rules {
    /// Whether a rule is one of these.
    pub fn hold(&self, rule: &Rule) -> bool {
        rule.code.starts_with(&self.0) || rule.name == self.0 || rule.category.as_str() == self.0
    }
}

impl FromStr for Rules {
    type Err = NoRule;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let given = given.trim();
        let spellings = [given.to_uppercase(), given.to_lowercase()];
        let named = |spelling: &String| {
            let rules = Self(spelling.clone());
            (!given.is_empty() && RULES.iter().any(|rule| rules.hold(rule))).then_some(rules)
        };
        spellings.iter().find_map(named).ok_or_else(|| NoRule {
            given: given.to_owned(),
        })
    }
}

/// Rules that are switched off on a desk, or for one of its articles: `E602`,
/// `sourcing`, `S501@3`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SwitchedOff {
    rules: Rules,
    article: Option<ArticleId>,
}

impl FromStr for SwitchedOff {
    type Err = NoRule;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let (rules, article) = match given.split_once('@') {
            Some((rules, article)) => {
                let number = article.parse().map_err(|_| NoRule {
                    given: given.to_owned(),
                })?;
                (rules, Some(ArticleId(number)))
            }
            None => (given, None),
        };
        Ok(Self {
            rules: rules.parse()?,
            article,
        })
    }
}

/// Which rules run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    select: Vec<Rules>,
    ignore: Vec<Rules>,
    switched_off: Vec<SwitchedOff>,
}

impl Selection {
    /// The rules in `select`, or all where there are none, without those in
    /// `ignore`.
    pub fn of(select: Vec<Rules>, ignore: Vec<Rules>) -> Self {
        Self {
            select,
            ignore,
            switched_off: Vec::new(),
        }
    }

    /// The same without the rules that a desk has switched off, separated by
    /// commas or spaces.
    pub fn without(mut self, switched_off: &str) -> Result<Self, NoRule> {
        let names = switched_off
            .split([',', ' '])
            .filter(|name| !name.is_empty());
        for name in names {
            self.switched_off.push(name.parse()?);
        }
        Ok(self)
    }

    /// The rules that are switched off for an article, or outside any.
    pub fn off(&self, article: Option<ArticleId>) -> Vec<&'static Rule> {
        let rules = RULES.iter().copied();
        rules.filter(|rule| self.is_off(rule, article)).collect()
    }

    fn is_off(&self, rule: &Rule, article: Option<ArticleId>) -> bool {
        self.switched_off
            .iter()
            .any(|off| off.rules.hold(rule) && (off.article.is_none() || off.article == article))
    }

    /// The rules that run on an article, or outside any.
    pub fn rules(&self, article: Option<ArticleId>) -> Vec<&'static Rule> {
        let runs = |rule: &&'static Rule| {
            let wanted = self.select.is_empty() || self.select.iter().any(|one| one.hold(rule));
            wanted && !self.is_off(rule, article) && !self.ignore.iter().any(|one| one.hold(rule))
        };
        RULES.iter().copied().filter(runs).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(select: &[&str], ignore: &[&str], off: &str, article: i64) -> Vec<&'static str> {
        let parsed = |names: &[&str]| names.iter().map(|name| name.parse().unwrap()).collect();
        let selection = Selection::of(parsed(select), parsed(ignore));
        let selection = selection.without(off).unwrap();
        let rules = selection.rules(Some(ArticleId(article)));
        rules.iter().map(|rule| rule.code).collect()
    }

    #[test]
    fn rules_are_named_by_code_name_beginning_or_category() {
        assert_eq!(codes(&["E601"], &[], "", 1), ["E601"]);
        assert_eq!(codes(&["e601", "one-source"], &[], "", 1), ["E601", "E602"]);
        assert_eq!(codes(&["No-Source"], &[], "", 1), ["E601"]);
        assert_eq!(
            codes(&["E60"], &["E602", "e603"], "", 1)[..2],
            ["E601", "E604"]
        );
        assert!(codes(&["sourcing"], &[], "", 1).contains(&"E611"));
        assert_eq!(codes(&[], &[], "", 1).len(), RULES.len());
        for wrong in ["E9", "no-such-rule", "", "E601x"] {
            assert!(wrong.parse::<Rules>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_rule_is_switched_off_for_a_desk_or_an_article() {
        assert_eq!(codes(&["E60"], &[], "E601, E602@2", 2)[0], "E603");
        assert_eq!(codes(&["E60"], &[], "E601, E602@2", 3)[0], "E602");
        assert!(codes(&["E", "S"], &[], "sourcing", 1).is_empty());
        assert!(Selection::default().without("E601@x").is_err());
        assert!(Selection::default().without("E601 E999").is_err());
    }
}
