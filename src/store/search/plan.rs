//! What is sought as questions to the indexes: one, where words alone are
//! sought, else sets of documents that conditions join.

use super::ranking::Asking;
use crate::model::search::SearchField;
use crate::search::{Form, Query, Sought, Term};
use crate::store::index::quoted;
use crate::store::{Reader, Result};

/// Every document, for what is sought by filters alone or by what it lacks.
const ALL: &str =
    "SELECT id * 4 AS id, 0.0 AS score FROM claims UNION ALL SELECT id * 4 + 1, 0.0 FROM articles
    UNION ALL SELECT id * 4 + 2, 0.0 FROM sources UNION ALL SELECT id * 4 + 3, 0.0 FROM flags";

/// Where the hits come from.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// What stands before the query.
    pub(super) with: String,
    /// The table of hits, with `id` and `score`.
    pub(super) hits: String,
    /// Questions to the index of words, by the names of their parameters.
    pub(super) values: Vec<(String, String)>,
}

/// The question to the index of words that a term is, or nothing where none of
/// its fields may be looked at.
pub(super) fn question(term: &Term, seen: &[SearchField]) -> Option<String> {
    let fields = fields(term, seen);
    if fields.is_empty() {
        return None;
    }
    let within = if fields.len() == SearchField::ALL.len() {
        String::new()
    } else {
        let names: Vec<&str> = fields.iter().map(|field| field.as_str()).collect();
        format!("{{{}}} : ", names.join(" "))
    };
    let goes_on = if term.form == Form::Prefix { " *" } else { "" };
    Some(format!("{within}{}{goes_on}", quoted(&term.text)))
}

/// Where a term is looked for.
pub(super) fn fields(term: &Term, seen: &[SearchField]) -> Vec<SearchField> {
    let named = |field: &&SearchField| term.fields.is_empty() || term.fields.contains(field);
    seen.iter().filter(named).copied().collect()
}

/// What is sought as one question to the index of words, where it can be.
pub(super) fn whole(sought: &Sought, seen: &[SearchField]) -> Option<String> {
    match sought {
        Sought::Term(term) if term.form == Form::Piece => None,
        Sought::Term(term) => question(term, seen),
        Sought::Any(parts) => {
            let parts: Option<Vec<String>> = parts.iter().map(|part| whole(part, seen)).collect();
            parts.map(|parts| format!("({})", parts.join(" OR ")))
        }
        Sought::All(parts) => {
            let (mut wanted, mut unwanted) = (Vec::new(), Vec::new());
            for part in parts {
                match part {
                    Sought::Not(inner) => unwanted.push(whole(inner, seen)?),
                    other => wanted.push(whole(other, seen)?),
                }
            }
            let wanted = (!wanted.is_empty()).then(|| wanted.join(" AND "))?;
            Some(if unwanted.is_empty() {
                format!("({wanted})")
            } else {
                format!("(({wanted}) NOT ({}))", unwanted.join(" OR "))
            })
        }
        Sought::Not(_) => None,
    }
}

/// Whether a document can be what is sought by lacking something alone.
fn by_lack(sought: &Sought) -> bool {
    match sought {
        Sought::Term(_) => false,
        Sought::All(parts) => parts.iter().all(by_lack),
        Sought::Any(parts) => parts.iter().any(by_lack),
        Sought::Not(_) => true,
    }
}

impl Reader<'_> {
    /// Where the hits of a search come from. A search without anything sought and
    /// without filters finds nothing. Where nothing is to be ranked, nothing has a score.
    pub(super) fn plan(&self, query: &Query, ranks: bool) -> Result<Plan> {
        let mut plan = Plan::default();
        let Some(sought) = &query.sought else {
            let nothing = if query.filters.is_empty() {
                " LIMIT 0"
            } else {
                ""
            };
            plan.hits = format!("(SELECT * FROM ({ALL}){nothing})");
            return Ok(plan);
        };
        let asking = Asking {
            reader: self,
            seen: self.fields_seen(),
            ranks,
        };
        if let Some(question) = whole(sought, &asking.seen) {
            let rows = asking.rows("words", sought, question)?;
            plan.hits = format!("({})", rows.sql);
            plan.values = rows.values;
            return Ok(plan);
        }
        let mut sets = Sets {
            asking,
            with: Vec::new(),
            positive: Vec::new(),
            values: Vec::new(),
            pieces: 0,
        };
        let condition = sets.condition(sought, true)?;
        let mut found: Vec<String> = sets
            .positive
            .iter()
            .map(|set| format!("SELECT id, score FROM {set}"))
            .collect();
        if by_lack(sought) || found.is_empty() {
            found.push(ALL.to_owned());
        }
        if !sets.with.is_empty() {
            plan.with = format!("WITH {}", sets.with.join(", "));
        }
        plan.hits = format!(
            "(SELECT u.id, sum(u.score) AS score FROM ({}) u WHERE {condition} GROUP BY u.id)",
            found.join(" UNION ALL ")
        );
        plan.values = sets.values;
        Ok(plan)
    }
}

/// Sets of documents under construction.
struct Sets<'r> {
    asking: Asking<'r>,
    with: Vec<String>,
    /// Those that what is found can be found by.
    positive: Vec<String>,
    values: Vec<(String, String)>,
    pieces: usize,
}

impl Sets<'_> {
    /// What is sought as a condition on the documents `u`.
    fn condition(&mut self, sought: &Sought, positive: bool) -> Result<String> {
        if let Some(question) = whole(sought, &self.asking.seen) {
            return self.words(sought, question, positive);
        }
        match sought {
            Sought::Term(term) if term.form == Form::Piece => self.piece(term, positive),
            // None of its fields may be looked at.
            Sought::Term(_) => Ok("false".to_owned()),
            Sought::All(parts) => {
                let (words, others): (Vec<&Sought>, Vec<&Sought>) = parts
                    .iter()
                    .partition(|part| whole(part, &self.asking.seen).is_some());
                let mut conditions = Vec::new();
                let words = Sought::All(words.into_iter().cloned().collect());
                if let Some(question) = whole(&words, &self.asking.seen) {
                    conditions.push(self.words(&words, question, positive)?);
                }
                for part in others {
                    conditions.push(self.condition(part, positive)?);
                }
                Ok(format!("({})", conditions.join(" AND ")))
            }
            Sought::Any(parts) => {
                let conditions: Result<Vec<String>> = parts
                    .iter()
                    .map(|part| self.condition(part, positive))
                    .collect();
                Ok(format!("({})", conditions?.join(" OR ")))
            }
            Sought::Not(inner) => Ok(format!("NOT {}", self.condition(inner, !positive)?)),
        }
    }

    fn words(&mut self, sought: &Sought, question: String, positive: bool) -> Result<String> {
        let name = format!("words{}", self.values.len());
        let rows = self.asking.rows(&name, sought, question)?;
        self.with
            .push(format!("{name} (id, score) AS MATERIALIZED ({})", rows.sql));
        self.values.extend(rows.values);
        Ok(self.set(name, positive))
    }

    fn piece(&mut self, term: &Term, positive: bool) -> Result<String> {
        let name = format!("piece{}", self.pieces);
        self.pieces += 1;
        let fields = fields(term, &self.asking.seen);
        self.asking.reader.find_piece(&name, term, &fields)?;
        Ok(self.set(name, positive))
    }

    fn set(&mut self, name: String, positive: bool) -> String {
        let condition = format!("u.id IN (SELECT id FROM {name})");
        if positive {
            self.positive.push(name);
        }
        condition
    }
}
