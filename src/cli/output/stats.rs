//! Counts for eyes, with a bar for each rating.

use super::Shown;
use super::coverage::said;
use super::page::Page;
use super::table::Cell;
use crate::model::stats::{Count, Stats};

/// Length of the longest bar.
const LONGEST_BAR: u32 = 40;

impl Shown for Stats {
    fn show(&self, page: &mut Page) {
        page.fact("articles", self.articles);
        page.fact(
            "claims",
            format!("{}, {} with a verdict", self.claims, self.judged),
        );
        if self.stale > 0 {
            page.fact(
                "stale",
                format!("{}, changed since their verdict", self.stale),
            );
        }
        page.fact("verdicts", self.verdicts);
        page.fact(
            "sources",
            format!("{}, cited {} times", self.sources, self.evidence),
        );
        if self.articles > 0 {
            let covered = &self.coverage;
            page.fact("sentences decided", said(covered.sentences));
            page.fact("facts in a claim", said(covered.facts));
        }
        show_ratings(self, page);
        show_counts("Claims by state", &self.states, page);
        show_counts("Open flags", &self.open_flags, page);
        show_counts("Verdicts by reviewer", &self.reviewers, page);
    }
}

fn show_ratings(stats: &Stats, page: &mut Page) {
    let most = stats
        .ratings
        .iter()
        .map(|rating| rating.count)
        .max()
        .unwrap_or_default();
    if most == 0 {
        return;
    }
    page.section("Claims by rating");
    let rows = stats.ratings.iter().map(|rating| {
        vec![
            Cell::rating(&rating.label, rating.tone),
            Cell::number(rating.count),
            Cell::text(bar(rating.count, most)),
        ]
    });
    page.rows_in(rows.collect());
}

fn show_counts(name: &str, counts: &[Count], page: &mut Page) {
    let rows: Vec<_> = counts
        .iter()
        .filter(|count| count.count > 0)
        .map(|count| vec![Cell::text(&count.name), Cell::number(count.count)])
        .collect();
    if !rows.is_empty() {
        page.section(name);
        page.rows_in(rows);
    }
}

/// A bar as long as its share of the longest; something is never nothing.
fn bar(count: u32, most: u32) -> String {
    let length = (u64::from(count) * u64::from(LONGEST_BAR)).div_ceil(u64::from(most.max(1)));
    "█".repeat(usize::try_from(length).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_share() {
        assert_eq!(bar(10, 10).chars().count(), 40);
        assert_eq!(bar(5, 10).chars().count(), 20);
        assert_eq!(bar(1, 1000).chars().count(), 1);
        assert_eq!(bar(0, 10), "");
    }
}
