//! Finding what a search asks for: what is sought becomes questions to the two
//! full-text indexes, filters become conditions, and what is shown is read from
//! the documents. What is hidden from who looks is neither looked at nor shown.

mod narrow;
mod pieces;
mod plan;
mod ranking;
mod shown;
mod snippets;

use rusqlite::ToSql;

use self::narrow::Narrowing;
use self::plan::Plan;
use super::sight::{Sight, seen};
use super::{Reader, Result};
use crate::model::search::{DocumentKind, Hit, SearchField, SearchPage, SearchSort};
use crate::search::Query;

/// What a search found, and whether there is more of it.
#[derive(Debug)]
pub struct Found {
    /// One page.
    pub hits: Vec<Hit>,
    /// Whether another page follows.
    pub more: bool,
}

/// What is not looked at for who may not see others' verdicts.
pub(crate) const HIDDEN_FIELDS: [SearchField; 3] = [
    SearchField::Rationale,
    SearchField::Correction,
    SearchField::Evidence,
];

/// How much each field counts, in the order of the index's columns.
const RANK: &str = "-bm25(words, 10.0, 6.0, 3.0, 4.0, 2.0, 2.0, 6.0, 4.0, 1.0, 1.0, 3.0)";

/// The things that hits `h` stand for.
const THINGS: &str = "
    LEFT JOIN claims c ON (h.id & 3) = 0 AND c.id = (h.id >> 2)
    LEFT JOIN articles t ON (h.id & 3) = 1 AND t.id = (h.id >> 2)
    LEFT JOIN sources s ON (h.id & 3) = 2 AND s.id = (h.id >> 2)
    LEFT JOIN flags f ON (h.id & 3) = 3 AND f.id = (h.id >> 2)";

/// When a thing is from: the claim's date, else its article's, else when it
/// came.
const DATE: &str = "coalesce(c.claim_date,
    (SELECT p.published FROM articles p WHERE p.id = coalesce(c.article_id, t.id)), s.published,
    c.created_at, t.created_at, s.created_at, f.created_at)";

/// What is equal otherwise: claims, articles, sources, flags, each by number.
const BY_NUMBER: &str = "h.id & 3, h.id";

/// A document in the indexes: its row's id, and how well it matches.
type Match = (i64, f64);

/// The kind and the number that a document's id stands for.
fn thing(id: i64) -> (DocumentKind, i64) {
    let kind = match id & 3 {
        0 => DocumentKind::Claim,
        1 => DocumentKind::Article,
        2 => DocumentKind::Source,
        _ => DocumentKind::Flag,
    };
    (kind, id >> 2)
}

impl Reader<'_> {
    /// The fields that who looks may see of everything.
    fn fields_seen(&self) -> Vec<SearchField> {
        let hidden =
            |field: &SearchField| self.sight != Sight::All && HIDDEN_FIELDS.contains(field);
        let all = SearchField::ALL.iter().copied();
        all.filter(|field| !hidden(field)).collect()
    }

    /// A page of what a search finds.
    pub fn search(&self, query: &Query, page: SearchPage) -> Result<Found> {
        let plan = self.plan(query, true)?;
        let mut narrowing = Narrowing::new(&query.filters, self.sight);
        let order = match page.sort {
            SearchSort::Relevance => format!("h.score DESC, {BY_NUMBER}"),
            SearchSort::Newest => format!("{DATE} DESC, {BY_NUMBER}"),
            SearchSort::Oldest => format!("{DATE}, {BY_NUMBER}"),
            SearchSort::Id => BY_NUMBER.to_owned(),
        };
        let by_date = matches!(page.sort, SearchSort::Newest | SearchSort::Oldest);
        let things = if by_date || narrowing.asks() {
            THINGS
        } else {
            ""
        };
        let sql = format!(
            "{} SELECT h.id, h.score FROM {} h {things} WHERE {} ORDER BY {order} LIMIT :limit OFFSET :offset",
            plan.with,
            plan.hits,
            narrowing.condition(),
        );
        // One more tells whether there is more.
        narrowing.value(":limit", i64::from(page.limit) + 1);
        narrowing.value(":offset", i64::from(page.offset));
        let mut query_rows = self.connection.prepare(&seen(&sql))?;
        let values = values(&plan, &narrowing);
        let rows = query_rows.query_map(&*values, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut matches = rows.collect::<rusqlite::Result<Vec<Match>>>()?;
        let more = matches.len() > page.limit as usize;
        matches.truncate(page.limit as usize);
        let hits = self.shown(query, &matches)?;
        Ok(Found { hits, more })
    }

    /// How many things a search finds; with a limit, no more than that are looked for.
    pub fn search_count(&self, query: &Query, limit: Option<u32>) -> Result<u64> {
        let plan = self.plan(query, false)?;
        let narrowing = Narrowing::new(&query.filters, self.sight);
        let things = if narrowing.asks() { THINGS } else { "" };
        let sql = format!(
            "{} SELECT count(*) FROM (SELECT 1 FROM {} h {things} WHERE {} LIMIT :most)",
            plan.with,
            plan.hits,
            narrowing.condition()
        );
        let mut count = self.connection.prepare(&seen(&sql))?;
        let most = limit.map_or(-1, i64::from);
        let mut values = values(&plan, &narrowing);
        values.push((":most", &most));
        Ok(count.query_one(&*values, |row| row.get(0))?)
    }

    /// Whether another program has changed what the indexes don't know yet.
    pub fn awaits_indexing(&self) -> Result<bool> {
        let mut query = self
            .connection
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM unindexed)")?;
        Ok(query.query_one([], |row| row.get(0))?)
    }
}

fn values<'v>(plan: &'v Plan, narrowing: &'v Narrowing) -> Vec<(&'v str, &'v dyn ToSql)> {
    let matches = plan.values.iter();
    let matches = matches.map(|(name, value)| (name.as_str(), value as &dyn ToSql));
    matches.chain(narrowing.values()).collect()
}
