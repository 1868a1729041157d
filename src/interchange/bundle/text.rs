//! The history of a claim for eyes. It follows from what the bundle says of
//! itself and from the chain alone, so that a check can make it again.

use std::fmt::Write;

use serde_json::Value;

use super::about::About;
use super::line::Line;
use crate::model::event::{StoredEvent, deed};

/// A text that is written line by line; writing to one cannot fail.
struct Text(String);

impl Text {
    fn line(&mut self, indent: usize, text: &str) {
        let mut pieces = text.split('\n');
        let first = pieces.next().unwrap_or_default();
        let _ = writeln!(self.0, "{:indent$}{}", "", shown(first));
        // Set in further, so that no value can pass for a line of its own.
        for piece in pieces {
            let _ = writeln!(self.0, "{:indent$}  | {}", "", shown(piece));
        }
    }

    fn field(&mut self, name: &str, value: &str) {
        self.line(0, &format!("{name:<10}{value}"));
    }

    fn head(&mut self, text: &str) {
        let rule = "-".repeat(text.chars().count());
        self.0.push('\n');
        self.line(0, text);
        self.line(0, &rule);
    }

    /// A value with all that is in it, but for what says nothing.
    fn value(&mut self, indent: usize, name: &str, value: &Value) {
        match value {
            Value::Null => {}
            Value::Array(items) if items.is_empty() => {}
            Value::Object(fields) => {
                self.line(indent, name);
                for (name, value) in fields {
                    self.value(indent + 2, name, value);
                }
            }
            Value::Array(items) => {
                for (number, item) in (1_usize..).zip(items) {
                    self.value(indent, &format!("{name} {number}"), item);
                }
            }
            Value::String(text) => self.line(indent, &format!("{name}: {text}")),
            other => self.line(indent, &format!("{name}: {other}")),
        }
    }
}

/// The text without what a terminal or an editor would obey.
fn shown(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    text.chars()
        .map(|c| match c {
            '\t' => " ".to_owned(),
            c if steers(c) => c.escape_unicode().to_string(),
            c => c.to_string(),
        })
        .collect()
}

fn event(text: &mut Text, event: &StoredEvent) {
    text.0.push('\n');
    text.line(
        0,
        &format!(
            "Line {}, {}: {} {} ({} {}, {})",
            event.id,
            event.at,
            event.actor,
            deed(&event.action),
            event.subject_kind,
            event.subject_id,
            event.action
        ),
    );
    for (name, value) in [("before", &event.before), ("after", &event.after)] {
        if let Some(json) = value {
            let value = serde_json::from_str(json).unwrap_or(Value::String(json.clone()));
            text.value(2, name, &value);
        }
    }
    text.line(2, &format!("follows {}", event.previous_hash));
    text.line(2, &format!("hash    {}", event.hash));
}

/// The history of the claim.
pub(super) fn history(about: &About, lines: &[Line]) -> String {
    let mut text = Text(String::new());
    let claim = &about.claim;
    text.head(&format!("The history of claim {}", claim.number));
    text.field("claim", &claim.statement);
    if let Some(quote) = claim
        .quote
        .as_ref()
        .filter(|quote| **quote != claim.statement)
    {
        text.field("words", quote);
    }
    text.field("identity", &claim.uuid.to_string());
    text.field("state", &claim.state);
    if let Some(rating) = &claim.rating {
        text.field("rating", rating);
    }
    if let Some(article) = &about.article {
        text.field(
            "article",
            &format!("{} (article {})", article.title, article.number),
        );
        let more = [
            ("author", &article.author),
            ("publisher", &article.publisher),
            ("published", &article.published),
            ("address", &article.url),
        ];
        for (name, value) in more {
            if let Some(value) = value {
                text.field(name, value);
            }
        }
    }
    let told = lines.iter().filter_map(Line::told);
    text.field(
        "lines",
        &format!(
            "{} of the desk's {}",
            told.clone().count(),
            about.chain.lines
        ),
    );
    text.field("first", &about.chain.root);
    text.field("last", &about.chain.head);
    if let Some(at) = &about.chain.head_at {
        text.field("written", at);
    }
    text.field(
        "made",
        &format!(
            "{} by {}, {}",
            about.made_at.to_rfc3339(),
            about.made_by,
            about.program
        ),
    );
    text.head("People");
    for person in &about.people {
        text.line(
            0,
            &format!("{}: {}, {}", person.handle, person.name, person.role),
        );
    }
    text.head("What happened");
    for line in told {
        event(&mut text, line);
    }
    if !about.withheld.is_empty() || about.elsewhere > 0 {
        text.head("What is not told");
        for withheld in &about.withheld {
            text.line(0, &format!("line {}: {}", withheld.line, withheld.why));
        }
        if about.elsewhere > 0 {
            text.line(
                0,
                &format!(
                    "{} lines that other desks wrote of it before they were merged: they stand in the chains of those",
                    about.elsewhere
                ),
            );
        }
    }
    if !about.kept.is_empty() {
        text.head("Files");
        for kept in &about.kept {
            text.line(0, &format!("{}: {}", kept.file, kept.what));
            text.line(2, &format!("SHA-256 {}", kept.sha256));
        }
    }
    text.0.trim_start().to_owned()
}
