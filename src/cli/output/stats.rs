//! Counts for eyes, with bars.

use std::cmp::Reverse;

use super::coverage::said;
use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown, counted};
use crate::model::stats::{ArticleCount, Count, ReviewerCount, Stats};

/// So many articles are listed.
const MOST_ARTICLES: usize = 10;

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
            format!("{}, cited {}", self.sources, counted(self.evidence, "time")),
        );
        if let Some(covered) = &self.coverage {
            page.fact("sentences decided", said(covered.sentences));
            page.fact("facts in a claim", said(covered.facts));
        }
        let ratings = self.ratings.iter();
        show_bars(
            "Claims by rating",
            ratings.map(|rating| (Cell::rating(&rating.label, rating.tone), rating.count)),
            page,
        );
        show_bars("Claims by state", named(&self.states), page);
        show_bars("Open flags", named(&self.open_flags), page);
        show_work(self, page);
    }
}

fn named(counts: &[Count]) -> impl Iterator<Item = (Cell, u32)> {
    counts
        .iter()
        .map(|count| (Cell::text(&count.name), count.count))
}

fn show_work(stats: &Stats, page: &mut Page) {
    if let Some(days) = stats.days_to_decision {
        page.section("From the desk to a ruling, in the middle");
        page.paragraph(&days_said(days));
    }
    page.list("Reviewers", &stats.reviewers);
    let waiting = stats
        .by_article
        .iter()
        .filter(|article| article.blocking() > 0);
    let mut waiting: Vec<ArticleCount> = waiting.cloned().collect();
    waiting.sort_by_key(|article| Reverse(article.blocking()));
    let more = waiting.len().saturating_sub(MOST_ARTICLES);
    waiting.truncate(MOST_ARTICLES);
    page.list("What keeps articles from being published", &waiting);
    if more > 0 {
        page.paragraph(&format!("and {more} more articles"));
    }
}

/// A length of time as people say it.
fn days_said(days: f64) -> String {
    let hours = days * 24.0;
    if hours * 60.0 < 1.0 {
        "less than a minute".to_owned()
    } else if hours < 1.0 {
        format!("{:.0} minutes", hours * 60.0)
    } else if days < 2.0 {
        format!("{hours:.0} hours")
    } else {
        format!("{days:.0} days")
    }
}

impl Listed for ReviewerCount {
    const COLUMNS: &'static [&'static str] =
        &["reviewer", "verdicts", "rulings", "assigned", "overdue"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.name),
            Cell::number(self.count),
            Cell::number(self.rulings),
            Cell::number(self.assigned),
            Cell::number(self.overdue),
        ]
    }
}

impl Listed for ArticleCount {
    const COLUMNS: &'static [&'static str] = &[
        "article",
        "claims",
        "open",
        "in review",
        "decided",
        "published",
        "stale",
        "high flags",
        "title",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.article),
            Cell::number(self.claims),
            Cell::number(self.open),
            Cell::number(self.in_review),
            Cell::number(self.decided),
            Cell::number(self.published),
            Cell::number(self.stale),
            Cell::number(self.high_flags),
            Cell::short(&self.title),
        ]
    }
}

/// Each name with its count and a bar; names without any are left out.
fn show_bars(title: &str, counts: impl Iterator<Item = (Cell, u32)>, page: &mut Page) {
    let counts: Vec<_> = counts.filter(|(_, count)| *count > 0).collect();
    let most = counts.iter().map(|(_, count)| *count).max();
    let Some(most) = most else { return };
    page.section(title);
    let rows = counts
        .into_iter()
        .map(|(name, count)| vec![name, Cell::number(count), Cell::text(bar(count, most))]);
    page.rows_in(rows.collect());
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
