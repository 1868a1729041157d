//! What is shown of each hit: what it is, where it stands, and the words that it
//! was found by.

use std::collections::BTreeMap;

use rusqlite::{Row, named_params};

use super::snippets::{Found, snippet};
use super::{DATE, Match, THINGS, thing};
use crate::model::ids::{ArticleId, ClaimId};
use crate::model::search::{Hit, SearchField};
use crate::search::fold::Folded;
use crate::search::{Form, Query, Sought, Term};
use crate::store::rows::parsed_option;
use crate::store::sight::seen;
use crate::store::{Reader, Result};

/// Characters that no text means anything by, around what was found.
const BEGINS: char = '\u{fdd0}';
const ENDS: char = '\u{fdd1}';

/// For each document the places of what was found, by field.
type Places = BTreeMap<(i64, SearchField), Vec<(usize, usize)>>;

impl Reader<'_> {
    /// The hits of a page, in their order.
    pub(super) fn shown(&self, query: &Query, matches: &[Match]) -> Result<Vec<Hit>> {
        let ids: Vec<i64> = matches.iter().map(|(id, _)| *id).collect();
        let ids = serde_json::json!(ids).to_string();
        let terms = query
            .sought
            .as_ref()
            .map(Sought::positive)
            .unwrap_or_default();
        let fields = self.fields_seen();
        let words = self.word_places(&terms, &fields, &ids)?;
        let sql = seen(&format!(
            "SELECT h.id, h.\"key\", c.state, g.slug AS rating, g.label AS rating_label, g.tone AS rating_tone,
                    coalesce(c.id, f.claim_id) AS claim, coalesce(c.article_id, t.id, f.article_id) AS article,
                    coalesce(s.title, s.url, s.identity, (SELECT p.title FROM articles p
                             WHERE p.id = coalesce(c.article_id, t.id, f.article_id))) AS title, {DATE} AS date
             FROM (SELECT value AS id, \"key\" FROM json_each(:ids)) h {THINGS}
             LEFT JOIN ratings g ON g.id = c.rating_id AND {{visible}}
             ORDER BY h.\"key\""
        ));
        let mut query = self.connection.prepare(&sql)?;
        let mut rows =
            query.query(named_params! { ":ids": ids, ":viewer": self.sight.viewer() })?;
        let mut hits = Vec::with_capacity(matches.len());
        for (_, score) in matches {
            let Some(row) = rows.next()? else { break };
            // Another program has taken it away, and the index doesn't know yet.
            if row.get::<_, Option<String>>("date")?.is_none() {
                continue;
            }
            let id = row.get("id")?;
            let texts = self.document(id, &fields)?;
            let found = texts.into_iter().map(|(field, text)| {
                let mut places = words.get(&(id, field)).cloned().unwrap_or_default();
                places.extend(piece_places(&terms, field, &text));
                Found {
                    field,
                    text,
                    places,
                }
            });
            hits.push(hit(row, *score, found.collect())?);
        }
        Ok(hits)
    }

    /// Where the words of a search stand in the documents of a page: a little index
    /// of these alone tells, for the large one keeps no texts.
    fn word_places(&self, terms: &[&Term], fields: &[SearchField], ids: &str) -> Result<Places> {
        let questions: Vec<String> = terms
            .iter()
            .filter(|term| term.form != Form::Piece)
            .filter_map(|term| super::plan::question(term, fields))
            .collect();
        let mut places = Places::new();
        if questions.is_empty() {
            return Ok(places);
        }
        let columns = SearchField::WORDS.join(", ");
        self.connection.execute_batch(&format!(
            "DROP TABLE IF EXISTS temp.page;
             CREATE VIRTUAL TABLE temp.page USING fts5 ({columns}, tokenize = 'porter unicode61 remove_diacritics 2')"
        ))?;
        let mut insert = self.connection.prepare(&format!(
            "INSERT INTO page (rowid, {columns})
             SELECT id, {columns} FROM documents WHERE kind = :kind AND number = :number"
        ))?;
        for id in serde_json::from_str::<Vec<i64>>(ids).unwrap_or_default() {
            let (kind, number) = thing(id);
            insert.execute(named_params! { ":kind": kind.as_str(), ":number": number })?;
        }
        let marked: Vec<String> = (0..SearchField::ALL.len())
            .map(|column| format!("highlight(page, {column}, '{BEGINS}', '{ENDS}')"))
            .collect();
        let mut query = self.connection.prepare(&format!(
            "SELECT rowid, {} FROM page WHERE page MATCH :questions",
            marked.join(", ")
        ))?;
        let mut rows = query.query(named_params! { ":questions": questions.join(" OR ") })?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            for (column, field) in SearchField::ALL.iter().enumerate() {
                let text: Option<String> = row.get(column + 1)?;
                let found = text.as_deref().map(marked_places).unwrap_or_default();
                if !found.is_empty() && fields.contains(field) {
                    places.insert((id, *field), found);
                }
            }
        }
        Ok(places)
    }
}

/// The places between marks, in characters of the text without them.
fn marked_places(text: &str) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    let (mut at, mut start) = (0, None);
    for c in text.chars() {
        match c {
            BEGINS => start = Some(at),
            ENDS => places.extend(start.take().map(|start| (start, at))),
            _ => at += 1,
        }
    }
    places
}

fn piece_places(terms: &[&Term], field: SearchField, text: &str) -> Vec<(usize, usize)> {
    let mut pieces = terms
        .iter()
        .filter(|term| term.form == Form::Piece)
        .filter(|term| term.fields.is_empty() || term.fields.contains(&field))
        .peekable();
    if pieces.peek().is_none() {
        return Vec::new();
    }
    let text = Folded::of(text);
    pieces
        .flat_map(|term| text.places(&Folded::of(&term.text)))
        .collect()
}

fn hit(row: &Row<'_>, score: f64, found: Vec<Found>) -> rusqlite::Result<Hit> {
    let (kind, id) = thing(row.get("id")?);
    let best = snippet(found);
    Ok(Hit {
        kind,
        id,
        claim: row.get::<_, Option<i64>>("claim")?.map(ClaimId),
        article: row.get::<_, Option<i64>>("article")?.map(ArticleId),
        title: row.get("title")?,
        state: parsed_option(row, "state")?,
        rating: row.get("rating")?,
        rating_label: row.get("rating_label")?,
        rating_tone: parsed_option(row, "rating_tone")?,
        date: row.get("date")?,
        field: best.field,
        snippet: best.text,
        marks: best.marks,
        score,
    })
}
