//! What the comparison of claims asks the index of words: how many claims have
//! a word, which claims have some, and what these say.

use rusqlite::{named_params, params};
use uuid::Uuid;

use super::commonness::Among;
use super::index::quoted;
use super::{Reader, Result, Writer};
use crate::model::ids::ClaimId;

/// Where the words of a claim stand in the index.
const SAID: &str = "statement quote title";

/// The question to the index for a word in what claims say.
fn said(word: &str) -> String {
    format!("{{{SAID}}} : {}", quoted(word))
}

/// A word to look for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WordSought<'w> {
    /// The word, or a pair of characters.
    pub(crate) word: &'w str,
    /// Whether it is a pair of characters of a script without spaces.
    pub(crate) is_pair: bool,
    /// What it counts.
    pub(crate) weight: f32,
}

/// What of a claim is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ClaimTexts {
    pub(crate) id: ClaimId,
    pub(crate) statement: String,
    /// The title of the page that its check was published on.
    pub(crate) title: Option<String>,
}

impl Reader<'_> {
    /// About how many claims there are: the highest number.
    pub(crate) fn claims_about(&self) -> Result<u32> {
        let mut query = self
            .connection
            .prepare_cached("SELECT coalesce(max(id), 0) FROM claims")?;
        Ok(query.query_one([], |row| row.get(0))?)
    }

    /// Whether any claim has a rating.
    pub(crate) fn has_rated_claims(&self) -> Result<bool> {
        let mut query = self
            .connection
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM claims WHERE rating_id IS NOT NULL)")?;
        Ok(query.query_one([], |row| row.get(0))?)
    }

    /// About how many claims have a word in what they say.
    pub(crate) fn claims_with_word(&self, word: &str) -> Result<u32> {
        self.documents_about(&said(word), Among::Claims)
    }

    /// The same of a word that as many claims have at one time as at another, in a
    /// quarter of the time.
    pub(crate) fn claims_with_even_word(&self, word: &str) -> Result<u32> {
        self.documents_at_a_glance(&said(word), Among::Claims)
    }

    /// How many texts have two characters side by side; no more than `most` are counted.
    pub(crate) fn texts_with_pair(&self, pair: &str, most: u32) -> Result<u32> {
        let mut query = self.connection.prepare_cached(
            "SELECT count(*) FROM (
                 SELECT 1 FROM letters_vocab WHERE term >= :first AND term <= :last LIMIT :most)",
        )?;
        let last = format!("{pair}{}", char::MAX);
        let range = named_params! { ":first": pair, ":last": last, ":most": most };
        Ok(query.query_one(range, |row| row.get(0))?)
    }

    /// The claims in which the words found weigh most, at most `wanted`, best first. Of
    /// a word no more than `most` places are looked at, the newest first; of a pair of
    /// characters, those that come first in the index.
    pub(crate) fn claims_like(
        &self,
        words: &[WordSought<'_>],
        most: u32,
        wanted: usize,
    ) -> Result<Vec<ClaimId>> {
        let mut found: Vec<(i64, f32)> = Vec::new();
        for sought in words {
            let mut query;
            let mut rows = if sought.is_pair {
                query = self.connection.prepare_cached(
                    "SELECT DISTINCT doc FROM (
                         SELECT doc FROM letters_vocab WHERE term >= ?1 AND term <= ?2 LIMIT ?3)",
                )?;
                let last = format!("{}{}", sought.word, char::MAX);
                query.query(params![sought.word, last, most])?
            } else {
                query = self.connection.prepare_cached(
                    "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid DESC LIMIT ?2",
                )?;
                query.query(params![said(sought.word), most])?
            };
            while let Some(row) = rows.next()? {
                let document: i64 = row.get(0)?;
                if document % 4 == 0 {
                    found.push((document >> 2, sought.weight));
                }
            }
        }
        // Stable, since that knows the claims of each word to be in order already.
        found.sort_by_key(|(claim, _)| *claim);
        let mut claims: Vec<(i64, f32)> = found
            .chunk_by(|one, other| one.0 == other.0)
            .map(|same| (same[0].0, same.iter().map(|(_, weight)| weight).sum()))
            .collect();
        let order = |one: &(i64, f32), other: &(i64, f32)| {
            other.1.total_cmp(&one.1).then(one.0.cmp(&other.0))
        };
        if claims.len() > wanted {
            claims.select_nth_unstable_by(wanted, order);
            claims.truncate(wanted);
        }
        claims.sort_unstable_by(order);
        Ok(claims
            .into_iter()
            .map(|(claim, _)| ClaimId(claim))
            .collect())
    }

    /// What some claims say; those that were dismissed say nothing.
    pub(crate) fn claim_texts(&self, claims: &[ClaimId]) -> Result<Vec<ClaimTexts>> {
        let mut query = self.connection.prepare_cached(
            "SELECT c.statement, p.title FROM claims c LEFT JOIN publications p ON p.claim_id = c.id
             WHERE c.id = :id AND c.state <> 'dismissed'",
        )?;
        let mut texts = Vec::with_capacity(claims.len());
        for id in claims {
            let mut rows = query.query(named_params! { ":id": id.0 })?;
            if let Some(row) = rows.next()? {
                texts.push(ClaimTexts {
                    id: *id,
                    statement: row.get(0)?,
                    title: row.get(1)?,
                });
            }
        }
        Ok(texts)
    }
}

impl Writer<'_> {
    /// Puts checked claims on a desk that is only measured with, each with the
    /// title of its check. Their numbers are given back in order.
    pub(crate) fn insert_checked<'c>(
        &self,
        claims: impl Iterator<Item = (&'c str, Option<&'c str>)>,
    ) -> Result<Vec<ClaimId>> {
        const BEGUN: &str = "1970-01-01T00:00:00Z";
        let mut claim = self.connection.prepare(
            "INSERT INTO claims (uuid, statement, state, origin, created_at)
             VALUES (:uuid, :statement, 'to-check', 'imported', :at)",
        )?;
        let mut check = self
            .connection
            .prepare("INSERT INTO publications (claim_id, title) VALUES (:id, :title)")?;
        let mut numbers = Vec::new();
        for (at, (statement, title)) in (0u128..).zip(claims) {
            let uuid = Uuid::from_u128(at).to_string();
            let id = claim
                .insert(named_params! { ":uuid": uuid, ":statement": statement, ":at": BEGUN })?;
            if title.is_some() {
                check.execute(named_params! { ":id": id, ":title": title })?;
            }
            numbers.push(ClaimId(id));
        }
        Ok(numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::WordSought;
    use crate::model::ids::ClaimId;
    use crate::store::commonness::tests::desk;

    #[test]
    fn of_a_word_that_too_many_claims_have_the_newest_are_looked_at() {
        let words = [("rose", 1.0), ("Kyiv", 3.0)].map(|(word, weight)| WordSought {
            word,
            is_pair: false,
            weight,
        });
        let desk = desk();
        let like = |words| {
            desk.read(|reader| reader.claims_like(words, 100, 3))
                .unwrap()
        };
        // The last hundred claims have both.
        assert_eq!(like(&words), [19_901, 19_902, 19_903].map(ClaimId));
        assert_eq!(like(&words[..1]), [19_901, 19_902, 19_903].map(ClaimId));
    }
}
