//! What `doctor` found, for eyes: a line for each part.

use super::Shown;
use super::page::Page;
use super::table::Cell;
use crate::model::health::Health;

impl Shown for Health {
    fn show(&self, page: &mut Page) {
        page.title(if self.ok {
            "The desk is sound."
        } else {
            "The desk is not sound."
        });
        for checked in &self.parts {
            let sign = if checked.ok { "✓" } else { "✗" };
            page.fact(checked.part.as_str(), format!("{sign} {}", checked.finding));
        }
        if !self.mended.is_empty() {
            page.section("mended");
            let mended = self.mended.iter();
            page.rows_in(mended.map(|mended| vec![Cell::text(mended)]).collect());
        }
        for checked in self.parts.iter().filter(|checked| !checked.ok) {
            page.section(checked.part.as_str());
            let places = checked.places.iter();
            page.rows_in(places.map(|place| vec![Cell::text(place)]).collect());
            if let Some(hint) = checked.hint {
                page.paragraph(hint);
            }
        }
    }
}
