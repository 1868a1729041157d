//! The whole story of a claim, in order.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::claims::find_claim;
use super::{Desk, Result};
use crate::model::claim::{Claim, ClaimOrigin, ClaimRef};
use crate::model::event::Event;
use crate::model::publication::{ImportOf, RecordOutcome};
use crate::report::told;

/// One thing that happened to a claim.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StoryLine {
    /// Line of the history; none for how extraction offered the claim.
    pub line: Option<i64>,
    /// The desk whose line it is, by the UUID of its first line; none for this one.
    pub desk: Option<String>,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Handle of who acted; none where nobody did.
    pub actor: Option<String>,
    /// What was done.
    pub action: String,
    /// The same in words.
    pub what: String,
    /// How things were before.
    pub before: Value,
    /// How things were after.
    pub after: Value,
}

impl From<Event> for StoryLine {
    fn from(event: Event) -> Self {
        Self {
            line: Some(event.id),
            desk: event.desk.clone(),
            what: told(&event),
            at: event.at,
            actor: Some(event.actor),
            action: event.action,
            before: event.before,
            after: event.after,
        }
    }
}

impl From<ImportOf> for StoryLine {
    /// The line of the history tells of all claims of the file at once.
    fn from(import: ImportOf) -> Self {
        let file = import.file_name.as_deref().unwrap_or("standard input");
        let done = match import.outcome {
            RecordOutcome::Added => "imported it",
            RecordOutcome::Updated => "brought it up to date",
        };
        Self {
            line: None,
            desk: None,
            at: import
                .at
                .to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
            what: format!(
                "{done} from {file}, record {}, {} (SHA-256 {})",
                import.record, import.format, import.sha256
            ),
            actor: Some(import.reviewer),
            action: "import".to_owned(),
            before: Value::Null,
            after: Value::Null,
        }
    }
}

/// How a claim came onto the desk, where no line of its own tells it, with the words that it had then.
fn beginning(claim: &Claim, lines: &[StoryLine]) -> Option<StoryLine> {
    if claim.origin == ClaimOrigin::Added {
        return None;
    }
    let score = claim
        .score
        .map(|score| format!(" with a check-worthiness of {score:.2}"))
        .unwrap_or_default();
    let place = claim
        .article
        .map(|article| format!(" from article {article}"))
        .unwrap_or_default();
    let earlier_words = lines.iter().find_map(|line| line.before["quote"].as_str());
    let words = earlier_words.unwrap_or_else(|| claim.words());
    Some(StoryLine {
        line: None,
        desk: None,
        at: claim
            .created_at
            .to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        actor: None,
        action: format!("claim.{}", claim.origin),
        what: format!("{}{place}{score}: {words}", claim.origin),
        before: Value::Null,
        after: Value::Null,
    })
}

impl Desk {
    /// What happened to a claim and its flags, oldest first.
    pub fn claim_history(&self, claim: &ClaimRef) -> Result<Vec<StoryLine>> {
        self.look(|reader| {
            let claim = find_claim(reader, claim)?;
            let imports = reader.imports_of(claim.id)?.into_iter();
            let imports: Vec<StoryLine> = imports.map(StoryLine::from).collect();
            let imported = !imports.is_empty();
            let events = reader.story_of(claim.id)?;
            let events = events.into_iter().map(StoryLine::from);
            let mut lines: Vec<StoryLine> = imports.into_iter().chain(events).collect();
            lines.sort_by(|one, other| one.at.cmp(&other.at));
            let beginning = beginning(&claim, &lines).filter(|_| !imported);
            Ok(beginning.into_iter().chain(lines).collect())
        })
    }
}
