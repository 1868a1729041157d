//! Pieces of words through the index of letters: what holds the piece's letters
//! by threes, and then, where that does not settle it, what holds the piece.

use std::collections::BTreeSet;

use rusqlite::named_params;

use super::{Match, thing};
use crate::model::search::SearchField;
use crate::search::Term;
use crate::search::fold::Folded;
use crate::store::index::quoted;
use crate::store::{Reader, Result};

/// How many letters the index puts together.
const TOGETHER: usize = 3;

impl Reader<'_> {
    /// Puts what holds a piece in one of the fields into a temporary table.
    pub(super) fn find_piece(&self, name: &str, term: &Term, fields: &[SearchField]) -> Result<()> {
        self.connection.execute_batch(&format!(
            "DROP TABLE IF EXISTS temp.{name};
             CREATE TEMP TABLE {name} (id INTEGER PRIMARY KEY, score REAL NOT NULL)"
        ))?;
        let piece = Folded::of(&term.text);
        let letters = piece.letters();
        let threes: BTreeSet<String> = letters
            .windows(TOGETHER)
            .filter(|window| !window.contains(&' '))
            .map(|window| window.iter().collect())
            .collect();
        let candidates = if threes.is_empty() {
            let words = letters.split(|c| *c == ' ');
            let longest = words.max_by_key(|word| word.len()).unwrap_or_default();
            self.beginning_with(&longest.iter().collect::<String>())?
        } else {
            self.holding(&threes)?
        };
        let everywhere = fields.len() == SearchField::ALL.len();
        // Up to three letters are found as they are.
        let settled = everywhere && letters.len() <= TOGETHER && !letters.contains(&' ');
        let mut insert = self.connection.prepare(&format!(
            "INSERT INTO {name} (id, score) VALUES (:id, :score)"
        ))?;
        for (id, score) in candidates {
            if settled || self.holds(id, &piece, fields)? {
                insert.execute(named_params! { ":id": id, ":score": score })?;
            }
        }
        Ok(())
    }

    /// What holds all these letters by threes.
    fn holding(&self, threes: &BTreeSet<String>) -> Result<Vec<Match>> {
        let question: Vec<String> = threes.iter().map(|three| quoted(three)).collect();
        let mut query = self.connection.prepare_cached(
            "SELECT rowid, -bm25(letters) FROM letters WHERE letters MATCH :question",
        )?;
        let rows = query.query_map(
            named_params! { ":question": question.join(" AND ") },
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What holds fewer letters than the index puts together: they begin one of
    /// its entries, as spaces follow each text.
    fn beginning_with(&self, letters: &str) -> Result<Vec<Match>> {
        let mut query = self.connection.prepare_cached(
            "SELECT DISTINCT doc, 0.0 FROM letters_vocab WHERE term >= :first AND term <= :last",
        )?;
        let last = format!("{letters}{}", char::MAX);
        let rows = query.query_map(named_params! { ":first": letters, ":last": last }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn holds(&self, id: i64, piece: &Folded, fields: &[SearchField]) -> Result<bool> {
        let texts = self.document(id, fields)?;
        Ok(texts.iter().any(|(_, text)| Folded::of(text).holds(piece)))
    }

    /// The texts of a document, of those fields that it has.
    pub(super) fn document(
        &self,
        id: i64,
        fields: &[SearchField],
    ) -> Result<Vec<(SearchField, String)>> {
        let (kind, number) = thing(id);
        let columns: Vec<&str> = SearchField::WORDS.to_vec();
        let mut query = self.connection.prepare_cached(&format!(
            "SELECT {} FROM documents WHERE kind = :kind AND number = :number",
            columns.join(", ")
        ))?;
        let of_thing = named_params! { ":kind": kind.as_str(), ":number": number };
        let mut rows = query.query(of_thing)?;
        let mut texts = Vec::new();
        if let Some(row) = rows.next()? {
            for (column, field) in SearchField::ALL.iter().enumerate() {
                let text: Option<String> = row.get(column)?;
                if let Some(text) = text.filter(|_| fields.contains(field)) {
                    texts.push((*field, text));
                }
            }
        }
        Ok(texts)
    }
}
