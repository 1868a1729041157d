//! What ratings are on another scale, for eyes.

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::model::crosswalk::Counterpart;

/// What is shown for a rating that came to its scale after the map.
const UNKNOWN: &str = "not in the map";
/// What is shown for a rating that can't be said on the other scale.
const NONE: &str = "none";

impl Listed for Counterpart {
    const COLUMNS: &'static [&'static str] = &["rating", "counterpart", "loss"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::rating(&self.from.label, self.from.tone),
            there(self),
            Cell::text(self.loss.as_deref().unwrap_or_default()),
        ]
    }
}

impl Shown for Counterpart {
    fn show(&self, page: &mut Page) {
        page.title(&format!(
            "{} on the scale {}",
            self.from.label, self.to_scale
        ));
        page.fact("scale", &self.from_scale);
        page.field("counterpart", there(self));
        page.maybe("loss", self.loss.as_ref());
    }
}

fn there(counterpart: &Counterpart) -> Cell {
    match &counterpart.to {
        Some(rating) => Cell::rating(&rating.label, rating.tone),
        None if counterpart.is_unknown() => Cell::text(UNKNOWN),
        None => Cell::text(NONE),
    }
}
