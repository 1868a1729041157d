//! Rating scales for eyes.

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::model::scale::Scale;

impl Listed for Scale {
    const COLUMNS: &'static [&'static str] = &["scale", "name", "default", "ratings"];

    fn cells(&self) -> Vec<Cell> {
        let ratings: Vec<_> = self
            .ratings
            .iter()
            .map(|rating| rating.slug.as_str())
            .collect();
        vec![
            Cell::text(&self.slug),
            Cell::short(&self.name),
            Cell::text(if self.default { "yes" } else { "" }),
            Cell::text(ratings.join(", ")),
        ]
    }
}

impl Shown for Scale {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Scale {}: {}", self.slug, self.name));
        if !self.description.is_empty() {
            page.paragraph(&self.description);
        }
        page.fact("default", if self.default { "yes" } else { "no" });
        page.section("Ratings, from worst to best, then those off the scale");
        let rows = self.ratings.iter().map(|rating| {
            vec![
                Cell::number(
                    rating
                        .position
                        .map(|place| place.to_string())
                        .unwrap_or_default(),
                ),
                Cell::rating(&rating.label, rating.tone),
                Cell::text(&rating.slug),
                Cell::text(&rating.description),
            ]
        });
        page.rows_in(rows.collect());
    }
}
