//! The desk's history for eyes.

use serde_json::Value;

use super::Listed;
use super::table::Cell;
use crate::model::event::{Action, Event};

/// Fields that say at a glance what an event is about, best first.
const TELLING: [&str; 15] = [
    "resolution",
    "dismissed_because",
    "rating_label",
    "message",
    "body",
    "answer",
    "asked_of",
    "statement",
    "title",
    "source_name",
    "name",
    "identity",
    "slug",
    "file_name",
    "media_type",
];

impl Listed for Event {
    const COLUMNS: &'static [&'static str] = &["line", "when", "who", "action", "on", "what"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(line_of(self.id, self.desk.as_deref())),
            Cell::text(to_the_second(&self.at)),
            Cell::text(&self.actor),
            Cell::text(&self.action),
            Cell::text(format!("{} {}", self.subject, self.subject_id)),
            Cell::short(&gist(self)),
        ]
    }
}

/// A line by its number; one of another desk also by the end of that desk's UUID, by
/// which desks are told apart at a glance.
pub(super) fn line_of(number: i64, desk: Option<&str>) -> String {
    match desk.and_then(|desk| desk.get(desk.len().saturating_sub(6)..)) {
        Some(end) => format!("{end}:{number}"),
        None => number.to_string(),
    }
}

/// `2026-01-02 03:04:05` for `2026-01-02T03:04:05.678Z`.
pub(super) fn to_the_second(at: &str) -> String {
    at.get(..19)
        .map_or_else(|| at.to_owned(), |time| time.replacen('T', " ", 1))
}

/// What an edit changed, else the most telling field of what there is now, or
/// of what there was.
fn gist(event: &Event) -> String {
    match event.action.parse() {
        Ok(Action::ClaimEdit | Action::SourceEdit | Action::ArticleEdit) => {
            changed_fields(&event.before, &event.after).join("; ")
        }
        Ok(Action::ClaimAnchor | Action::FlagAnchor) => found_again(&event.after),
        Ok(Action::ArticleRevise) => revised(&event.after),
        Ok(Action::Lint) => linted(&event.after),
        Ok(Action::ConfigSet) => match &event.after["value"] {
            Value::Null => format!("{} unset", plain(&event.after["setting"])),
            value => format!("{}: {}", plain(&event.after["setting"]), plain(value)),
        },
        Ok(Action::ClaimAssign | Action::ClaimUnassign | Action::ClaimNext) => {
            holders(&event.after)
        }
        Ok(Action::Undo) => format!(
            "line {}, {}",
            plain(&event.before["line"]),
            plain(&event.before["action"])
        ),
        _ => telling(&event.after)
            .or_else(|| telling(&event.before))
            .unwrap_or_default(),
    }
}

/// Who has a claim now.
fn holders(after: &Value) -> String {
    let holders = after["assigned"].as_array().into_iter().flatten();
    let names: Vec<&str> = holders
        .filter_map(|holder| holder["reviewer"].as_str())
        .collect();
    if names.is_empty() {
        "with nobody".to_owned()
    } else {
        format!("with {}", names.join(", "))
    }
}

/// How words were found again, and what they are.
fn found_again(after: &Value) -> String {
    let text = |name: &str| after.get(name).and_then(Value::as_str).unwrap_or_default();
    match text("quote") {
        "" => text("outcome").to_owned(),
        quote => format!("{}: {quote}", text("outcome")),
    }
}

/// How many flags rules raised, changed and settled.
fn linted(after: &Value) -> String {
    let flags: Vec<&Value> = after["flags"].as_array().into_iter().flatten().collect();
    let count = |what: &str| flags.iter().filter(|flag| flag["was"] == what).count();
    let counts = [
        (count("raised") + count("found again"), "raised"),
        (count("changed"), "changed"),
        (count("settled"), "settled"),
    ];
    let told = counts.iter().filter(|(count, _)| *count > 0);
    let told: Vec<String> = told
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    format!("flags: {}", told.join(", "))
}

/// How the claims of a revised article were found again.
fn revised(after: &Value) -> String {
    let outcomes = after.get("outcomes").and_then(Value::as_object);
    let counts: Vec<String> = outcomes
        .into_iter()
        .flatten()
        .map(|(outcome, count)| format!("{count} {outcome}"))
        .collect();
    let revision = after.get("revision").map(plain).unwrap_or_default();
    format!("revision {revision}: {}", counts.join(", "))
}

/// The most telling field of an object, or of an object within it.
fn telling(value: &Value) -> Option<String> {
    let fields = value.as_object()?;
    let own = TELLING
        .iter()
        .find_map(|name| fields.get(*name)?.as_str().map(str::to_owned));
    own.or_else(|| fields.values().find_map(telling))
}

fn changed_fields(before: &Value, after: &Value) -> Vec<String> {
    let (Value::Object(before), Value::Object(after)) = (before, after) else {
        return Vec::new();
    };
    let changed = after
        .iter()
        .filter(|(name, value)| before.get(*name) != Some(*value));
    changed
        .map(|(name, value)| format!("{name}: {}", plain(value)))
        .collect()
}

fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_changed_is_told() {
        let (before, after) = (json!({"a": 1, "b": "x"}), json!({"a": 1, "b": "y"}));
        assert_eq!(changed_fields(&before, &after), ["b: y"]);
        assert!(changed_fields(&Value::Null, &after).is_empty());
    }

    #[test]
    fn the_telling_field_is_found_inside_as_well() {
        assert_eq!(
            telling(&json!({"article": {"title": "A"}, "claims": 3})).as_deref(),
            Some("A")
        );
        assert_eq!(telling(&json!({"id": 1})), None);
    }
}
