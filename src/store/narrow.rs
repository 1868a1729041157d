//! What narrows a list of claims, as SQL conditions over the columns of the
//! claims' query.

use rusqlite::ToSql;

use super::sentences::WITHIN_ANCHOR;
use super::sight::{Sight, VISIBLE};
use super::{Result, StoreError};
use crate::model::claim::{AssignedTo, ClaimFilter, ClaimState};
use crate::model::edtf::{Edtf, EdtfDate};
use crate::model::sentence::sought;

/// The condition on a claim's rating.
const OF_RATING: &str = "c.rating_id IN (SELECT id FROM ratings WHERE slug = :rating)";

/// Conditions that all must hold, and the values of their parameters.
#[derive(Default)]
pub(super) struct Narrowing {
    conditions: Vec<String>,
    values: Vec<(&'static str, Box<dyn ToSql>)>,
}

impl Narrowing {
    /// The conditions of a filter.
    pub(super) fn new(filter: &ClaimFilter, sight: Sight) -> Result<Self> {
        let mut all = Self::default();
        all.values.push((":viewer", Box::new(sight.viewer())));
        all.given(
            "c.article_id = :article",
            ":article",
            filter.article.map(|id| id.0),
        );
        all.given(
            "c.state = :state",
            ":state",
            filter.state.map(ClaimState::as_str),
        );
        all.given(
            &format!("{OF_RATING} AND {VISIBLE}"),
            ":rating",
            filter.rating.clone(),
        );
        all.given(
            "c.id IN (SELECT claim_id FROM claim_topics
                      WHERE topic_id = (SELECT id FROM topics WHERE name = :topic))",
            ":topic",
            filter.topic.clone(),
        );
        all.given("c.score >= :score", ":score", filter.min_score);
        all.given("c.score < :below", ":below", filter.below_score);
        if filter.stale {
            all.conditions
                .push(format!("c.stale_because <> '[]' AND {VISIBLE}"));
        }
        all.work(filter);
        if filter.state.is_none() && !filter.all {
            all.conditions.push("c.state <> 'dismissed'".to_owned());
        }
        all.facets(filter)?;
        let limit = filter.limit.map_or(-1, i64::from);
        all.values.push((":limit", Box::new(limit)));
        Ok(all)
    }

    /// Those on who has a claim.
    fn work(&mut self, filter: &ClaimFilter) {
        match &filter.assigned {
            Some(AssignedTo::Nobody) => self.conditions.push("c.held = 0".to_owned()),
            Some(AssignedTo::Reviewer(handle)) => self.given(
                "c.id IN (SELECT claim_id FROM assignments WHERE ended_at IS NULL
                          AND reviewer_id = (SELECT id FROM reviewers WHERE handle = :assigned))",
                ":assigned",
                Some(handle.to_string()),
            ),
            None => {}
        }
        self.given(
            "c.id IN (SELECT claim_id FROM assignments WHERE ended_at IS NULL AND due < :due)",
            ":due",
            filter.due_before.map(|day| day.to_string()),
        );
    }

    /// Those on what a claim's words name.
    fn facets(&mut self, filter: &ClaimFilter) -> Result<()> {
        for kind in &filter.has {
            self.conditions.push(format!(
                "EXISTS (SELECT 1 {WITHIN_ANCHOR} AND f.kind = '{kind}')"
            ));
        }
        self.given(
            &format!("EXISTS (SELECT 1 {WITHIN_ANCHOR} AND instr(f.name, :mentions) > 0)"),
            ":mentions",
            filter.mentions.as_deref().map(sought),
        );
        // Both are asked of one and the same date.
        let mut of_date = String::new();
        if let Some(since) = &filter.since {
            of_date += " AND f.latest >= :since";
            let day = meant(since)?.earliest().map(|day| day.to_string());
            self.values.push((":since", Box::new(day)));
        }
        if let Some(until) = &filter.until {
            of_date += " AND f.earliest <= :until";
            let day = meant(until)?.latest().map(|day| day.to_string());
            self.values.push((":until", Box::new(day)));
        }
        if !of_date.is_empty() {
            self.conditions
                .push(format!("EXISTS (SELECT 1 {WITHIN_ANCHOR}{of_date})"));
        }
        Ok(())
    }

    fn given<T: ToSql + 'static>(&mut self, condition: &str, name: &'static str, value: Option<T>) {
        if let Some(value) = value {
            self.conditions.push(condition.to_owned());
            self.values.push((name, Box::new(value)));
        }
    }

    /// Keeps the index of ratings out of it: where many claims have the rating, the first
    /// few of them are met sooner by walking in order than by sorting all.
    pub(super) fn walk_past_ratings(&mut self) {
        for condition in &mut self.conditions {
            if condition.starts_with(OF_RATING) {
                // A term that is computed is looked up in no index.
                condition.insert(0, '+');
            }
        }
    }

    /// The conditions as one.
    pub(super) fn condition(&self) -> String {
        if self.conditions.is_empty() {
            "true".to_owned()
        } else {
            self.conditions.join(" AND ")
        }
    }

    /// The values by name, that of the limit too.
    pub(super) fn values(&self) -> Vec<(&str, &dyn ToSql)> {
        self.values
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect()
    }
}

/// The days of a date.
fn meant(date: &EdtfDate) -> Result<Edtf> {
    date.as_str()
        .parse()
        .map_err(|error: crate::model::edtf::NotEdtf| StoreError::BadValue(error.to_string()))
}
