//! What hits are ranked by. To rank by a word, its documents are counted, one by one; so
//! the words that hardly tell two hits apart are sought, and not ranked by.

use super::RANK;
use super::plan::{question, whole};
use crate::model::search::SearchField;
use crate::search::{Form, Sought, Term};
use crate::store::commonness::Among;
use crate::store::{Reader, Result};

/// Words that fewer documents have are counted soon enough.
const COMMON: u32 = 10_000;

/// A word that so many times as many documents have as the rarest adds little: by BM25,
/// what a word counts grows with the logarithm of its rarity.
const TIMES_THE_RAREST: u32 = 100;

fn is_one_word(term: &Term) -> bool {
    term.form == Form::Words && term.text.chars().all(char::is_alphanumeric)
}

/// Who asks the index of words, and what for.
pub(super) struct Asking<'r> {
    pub(super) reader: &'r Reader<'r>,
    /// The fields that may be looked at.
    pub(super) seen: Vec<SearchField>,
    /// Whether what is found is put in order, and not only counted.
    pub(super) ranks: bool,
}

/// What finds rows of the index of words.
pub(super) struct Rows {
    /// It gives `id` and `score`.
    pub(super) sql: String,
    /// The values of its parameters.
    pub(super) values: Vec<(String, String)>,
}

impl Asking<'_> {
    /// What finds `sought`, which is `question` to the index. Its parameters begin with
    /// `name`.
    pub(super) fn rows(&self, name: &str, sought: &Sought, question: String) -> Result<Rows> {
        let telling = if self.ranks {
            self.telling(sought)?
        } else {
            None
        };
        let telling = telling.and_then(|telling| whole(&telling, &self.seen));
        let score = if self.ranks { RANK } else { "0.0" };
        let found = format!("SELECT rowid AS id, {score} AS score FROM words WHERE words MATCH");
        let mut values = vec![(format!(":{name}"), question)];
        let sql = if let Some(telling) = telling {
            values.push((format!(":{name}_telling"), telling));
            // The sign keeps the index from being asked anew for each of the rows.
            format!(
                "{found} :{name}_telling
                 AND +rowid IN (SELECT rowid FROM words WHERE words MATCH :{name})"
            )
        } else {
            format!("{found} :{name}")
        };
        Ok(Rows { sql, values })
    }

    /// What of `sought` its hits are ranked by, where that is not all of it: several
    /// words are sought at once, and some are common beside the rarest.
    fn telling(&self, sought: &Sought) -> Result<Option<Sought>> {
        let Sought::All(parts) = sought else {
            return Ok(None);
        };
        if self.reader.last_row()? < i64::from(COMMON) {
            return Ok(None);
        }
        let counts: Vec<Option<u32>> = parts
            .iter()
            .map(|part| self.count(part))
            .collect::<Result<_>>()?;
        let wanted = parts.iter().zip(&counts);
        let wanted = wanted.filter(|(part, _)| !matches!(part, Sought::Not(_)));
        let Some(rarest) = wanted.clone().filter_map(|(_, count)| *count).min() else {
            return Ok(None);
        };
        let is_common = |count: &Option<u32>| {
            count.is_some_and(|count| count > COMMON && count / TIMES_THE_RAREST > rarest)
        };
        let telling = wanted.filter(|(_, count)| !is_common(count));
        Ok(counts
            .iter()
            .any(is_common)
            .then(|| Sought::All(telling.map(|(part, _)| part.clone()).collect())))
    }

    /// About how many documents have what is sought, or what must be lacking, where that
    /// is one word.
    fn count(&self, sought: &Sought) -> Result<Option<u32>> {
        let sought = match sought {
            Sought::Not(inner) => inner,
            other => other,
        };
        let question = match sought {
            Sought::Term(term) if is_one_word(term) => question(term, &self.seen),
            _ => None,
        };
        let count = question.map(|question| self.reader.documents_about(&question, Among::All));
        count.transpose()
    }
}

#[cfg(test)]
mod tests {
    use crate::model::search::{SearchPage, SearchSort};
    use crate::search::parse;
    use crate::store::commonness::tests::desk;
    use crate::store::{Reader, StoreError};

    use super::*;

    /// The words that a search is ranked by, where that is not all of them.
    fn telling(reader: &Reader<'_>, text: &str) -> Option<String> {
        let asking = Asking {
            reader,
            seen: SearchField::ALL.to_vec(),
            ranks: true,
        };
        let sought = parse(text).unwrap().sought.unwrap();
        let telling = asking.telling(&sought).unwrap();
        telling.map(|sought| {
            let words: Vec<&str> = sought.terms().iter().map(|term| &*term.text).collect();
            words.join(" ")
        })
    }

    fn found(reader: &Reader<'_>, text: &str) -> Vec<i64> {
        let page = SearchPage {
            sort: SearchSort::Relevance,
            limit: 5,
            offset: 0,
        };
        let found = reader.search(&parse(text).unwrap(), page).unwrap();
        found.hits.iter().map(|hit| hit.id).collect()
    }

    #[test]
    fn what_is_common_beside_the_rarest_is_sought_and_not_ranked_by() {
        desk()
            .read(|reader| {
                for (text, ranked) in [
                    ("prices rose by 5000", Some("by 5000")),
                    ("5000 -rose", Some("5000")),
                    ("prices rose", None),
                    ("rose much", None),
                    ("rose", None),
                ] {
                    assert_eq!(telling(reader, text).as_deref(), ranked, "{text}");
                }
                assert_eq!(found(reader, "prices rose by 5000"), [5_001]);
                assert_eq!(found(reader, "5000 -rose"), [0; 0]);
                assert_eq!(found(reader, "5000 kyiv rose"), [0; 0]);
                assert_eq!(found(reader, "5000 much rose *ric*"), [5_001]);
                Ok::<_, StoreError>(())
            })
            .unwrap();
    }
}
