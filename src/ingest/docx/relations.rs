//! Which part belongs to which, and where links lead: the relationships that
//! stand beside a part.

use std::collections::HashMap;

use super::archive::Archive;
use super::xml::{Event, Xml};
use crate::ingest::IngestError;

/// The relationships of one part.
#[derive(Debug, Default)]
pub(super) struct Relations {
    by_id: HashMap<String, String>,
    /// Each part with its kind, the last word of the relationship's type.
    parts: Vec<(String, String)>,
}

impl Relations {
    /// The relationships of a part, none where there are none; those of the
    /// whole file for an empty name.
    pub(super) fn of(part: &str, archive: &mut Archive<'_>) -> Result<Self, IngestError> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let beside = joined(folder, &format!("_rels/{name}.rels"));
        let Some(text) = archive.part(&beside)? else {
            return Ok(Self::default());
        };
        let mut relations = Self::default();
        let mut xml = Xml::new(&beside, &text);
        loop {
            let element = match xml.next()? {
                Event::Start(element) if element.name() == "Relationship" => element,
                Event::Eof => return Ok(relations),
                _ => continue,
            };
            let Some(target) = element.attribute("Target")? else {
                continue;
            };
            if element.attribute("TargetMode")?.as_deref() == Some("External") {
                if let Some(id) = element.attribute("Id")? {
                    relations.by_id.insert(id, target);
                }
            } else if let Some(sort) = element.attribute("Type")? {
                let sort = sort.rsplit('/').next().unwrap_or_default().to_owned();
                relations.parts.push((sort, joined(folder, &target)));
            }
        }
    }

    /// The part of a kind, such as `footnotes`.
    pub(super) fn part(&self, sort: &str) -> Option<&str> {
        let found = self.parts.iter().find(|(known, _)| known == sort);
        found.map(|(_, part)| part.as_str())
    }

    /// Where a relationship leads that leaves the file.
    pub(super) fn link(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(String::as_str)
    }
}

/// The name of a part as seen from a folder.
fn joined(folder: &str, target: &str) -> String {
    let (from, target) = match target.strip_prefix('/') {
        Some(whole) => ("", whole),
        None => (folder, target),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn parts_are_found_from_their_folder() {
        assert_eq!(joined("word", "styles.xml"), "word/styles.xml");
        assert_eq!(joined("word", "/word/styles.xml"), "word/styles.xml");
        assert_eq!(joined("word", "../docProps/core.xml"), "docProps/core.xml");
        assert_eq!(joined("", "_rels/.rels"), "_rels/.rels");
        assert_eq!(joined("word", "../../../a"), "a");
    }
}
