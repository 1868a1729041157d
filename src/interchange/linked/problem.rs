//! What is wrong with a value, and where.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::JsonPath;
use crate::model::words::closed_set;

closed_set! {
    /// How much a problem of a document matters.
    Level, "level" {
        /// A rule that must be kept is broken.
        Error = "error",
        /// Advice is not followed, or something is probably not meant so.
        Warning = "warning",
    }
}

/// Most characters of a value that are shown.
const LONGEST_VALUE: usize = 80;

/// One thing that is wrong in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Problem {
    /// How much it matters.
    pub level: Level,
    /// The name of the rule.
    pub rule: &'static str,
    /// Who asks for it, and where that is written.
    pub source: &'static str,
    /// Where the value stands, or should stand.
    #[schemars(with = "String")]
    pub path: JsonPath,
    /// The value as JSON, cut when it is long; none where one is missing.
    pub value: Option<String>,
    /// What is wrong, and what would be right.
    pub message: String,
}

/// A value as it is shown: JSON on one line, cut when it is long.
fn shown(value: &Value) -> String {
    let written = value.to_string();
    match written.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => format!("{}…", &written[..end]),
        None => written,
    }
}

/// Problems as they are found.
#[derive(Debug, Default)]
pub(in crate::interchange) struct Problems(pub(in crate::interchange) Vec<Problem>);

impl Problems {
    /// Notes a problem of a value.
    pub(in crate::interchange) fn add(
        &mut self,
        (level, rule, source): (Level, &'static str, &'static str),
        path: &JsonPath,
        value: Option<&Value>,
        message: impl Into<String>,
    ) {
        self.0.push(Problem {
            level,
            rule,
            source,
            path: path.clone(),
            value: value.map(shown),
            message: message.into(),
        });
    }
}
