//! What a rule is. A rule's documentation is written once, as the doc comment
//! of its file's `RULE`, and is what `lint --explain` prints.

use chrono::NaiveDate;
use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};

use crate::model::flag::{Category, Severity};
use crate::model::sourcing::{ClaimSourcing, Sourcing};

use super::article::Article;
use super::{Finding, Found};

/// A rule: when it finds something, and what it says of itself.
#[derive(Debug)]
pub struct Rule {
    /// Its stable code, such as `E601`.
    pub code: &'static str,
    /// Its name, such as `no-source`.
    pub name: &'static str,
    /// What sort of problem it finds.
    pub category: Category,
    /// How much what it finds matters.
    pub severity: Severity,
    /// Its documentation, in Markdown; each line begins with a space.
    doc: &'static str,
    /// What it looks at.
    pub(super) check: Check,
}

/// The first and the last of some days.
pub(super) type Days = (NaiveDate, NaiveDate);

/// What a rule looks at, and how.
#[derive(Debug, Clone, Copy)]
pub(super) enum Check {
    /// The words of an article.
    Text(fn(&Article<'_>) -> Vec<Found>),
    /// The words of an article, held against the days on which it can have been
    /// published.
    Dated(fn(&Article<'_>, Days) -> Vec<Found>),
    /// A claim with what it rests on.
    Claim(fn(&ClaimSourcing, &Sourcing) -> Vec<Found>),
}

impl Rule {
    pub(super) const fn new(
        code: &'static str,
        name: &'static str,
        (category, severity): (Category, Severity),
        doc: &'static str,
        check: Check,
    ) -> Self {
        Self {
            code,
            name,
            category,
            severity,
            doc,
            check,
        }
    }

    /// What it finds, in one line.
    pub fn summary(&self) -> &'static str {
        self.doc.lines().next().unwrap_or_default().trim()
    }

    /// All that is to be known about it, in Markdown: what it does, why that
    /// matters, an example, what to do instead.
    pub fn explanation(&self) -> String {
        let lines = self.doc.lines().skip(1);
        let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
        lines.collect::<Vec<_>>().join("\n").trim().to_owned()
    }

    /// Whether it looks at the words of articles, and not at what claims rest on.
    pub fn reads_words(&self) -> bool {
        matches!(self.check, Check::Text(_) | Check::Dated(_))
    }

    /// Whether it can say nothing of an article without a publication date.
    pub fn needs_date(&self) -> bool {
        matches!(self.check, Check::Dated(_))
    }

    /// A finding of this rule.
    pub(super) fn finding(&'static self, found: Found) -> Finding {
        Finding { rule: self, found }
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

/// A rule as programs get it.
#[derive(Serialize, JsonSchema)]
struct Shown<'r> {
    /// Its code.
    code: &'r str,
    /// Its name.
    name: &'r str,
    /// What kind of problem it finds.
    category: Category,
    /// How much that matters.
    severity: Severity,
    /// What it finds, in a line.
    summary: &'r str,
    /// What it does, why that matters, an example, and what to do instead, in Markdown.
    explanation: String,
}

impl JsonSchema for Rule {
    fn schema_name() -> Cow<'static, str> {
        "Rule".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Shown::json_schema(generator)
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
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

/// Defines the rule of a file from its documentation.
macro_rules! rule {
    ($(#[doc = $line:literal])+ $code:literal, $name:literal, $category:ident, $severity:ident, $check:expr) => {
        $(#[doc = $line])+
        pub(in crate::lint) static RULE: $crate::lint::Rule = $crate::lint::Rule::new(
            $code,
            $name,
            (
                $crate::model::flag::Category::$category,
                $crate::model::flag::Severity::$severity,
            ),
            concat!($($line, "\n"),+),
            $check,
        );
    };
}
pub(in crate::lint) use rule;
