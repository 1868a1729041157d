//! What came of merging an archive, for eyes.

use serde_json::Value;

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::desk::{ArchiveMerged, MergeConflict};

/// So many characters of a value are shown.
const MOST: usize = 80;

impl Shown for ArchiveMerged {
    fn show(&self, page: &mut Page) {
        let title = self.title.as_deref().unwrap_or(&self.desk);
        let nothing = self.added + self.updated + self.removed + self.events == 0;
        if self.stored {
            page.title(&format!("Merged {title}"));
        } else if nothing {
            page.title("Nothing new");
        } else {
            page.title(&format!("Would merge {title}"));
        }
        for kind in &self.kinds {
            let counts = [
                (kind.added, "added"),
                (kind.updated, "updated"),
                (kind.removed, "removed"),
            ];
            let told: Vec<String> = counts
                .iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, what)| format!("{count} {what}"))
                .collect();
            if !told.is_empty() {
                page.fact(&kind.kind, told.join(", "));
            }
        }
        page.fact("unchanged", self.unchanged);
        page.maybe(
            "lines of other histories",
            Some(self.events).filter(|count| *count > 0),
        );
        page.fact("SHA-256", &self.sha256);
        page.list("Conflicts", &self.conflicts);
        if self.conflicts_left_out > 0 {
            page.paragraph(&format!("… and {} more", self.conflicts_left_out));
        }
    }
}

impl Listed for MergeConflict {
    const COLUMNS: &'static [&'static str] = &[
        "what",
        "fields",
        "here",
        "in the archive",
        "stands",
        "because",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::whole(&self.name),
            Cell::short(&self.fields.join(", ")),
            Cell::short(&short(&self.here)),
            Cell::short(&short(&self.there)),
            Cell::text(self.stands),
            Cell::text(&self.because),
        ]
    }
}

/// A value, or those of the fields that differ, without line breaks.
fn short(value: &Value) -> String {
    let text = match value {
        Value::Object(fields) => {
            let values: Vec<String> = fields.values().map(plain).collect();
            values.join(", ")
        }
        other => plain(other),
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.chars().take(MOST).collect()
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
