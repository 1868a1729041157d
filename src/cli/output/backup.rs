//! Backups and desks that were restored, for eyes.

use super::Shown;
use super::page::Page;
use super::table::Cell;
use crate::desk::{BackupMade, DeskRestored};

impl Shown for BackupMade {
    fn show(&self, page: &mut Page) {
        page.title(&format!("The backup is in {} and holds.", self.file));
        page.fact("lines of history", self.lines);
        page.field("hash of the last", Cell::whole(&self.head));
        page.fact("size", format!("{} bytes", self.size));
        for removed in &self.removed {
            page.fact("taken out", removed);
        }
        for spared in &self.spared {
            page.fact("not taken out", spared);
        }
    }
}

impl Shown for DeskRestored {
    fn show(&self, page: &mut Page) {
        page.title(&format!(
            "The desk {} is as {} has it.",
            self.desk, self.from
        ));
        page.fact("lines of history", self.lines);
        page.field("hash of the last", Cell::whole(&self.head));
        if let Some(replaced) = &self.replaced {
            page.fact("desk before", &replaced.file);
            page.fact(
                "its lines",
                match replaced.lines {
                    Some(lines) => lines.to_string(),
                    None => "they can't be read".to_owned(),
                },
            );
        }
    }
}
