//! How common what is looked for in the index of words is: counted where few
//! documents have it, and told from parts of the desk where many do, so that asking
//! takes no longer on a larger desk.

use rusqlite::{OptionalExtension, named_params};

use super::{Reader, Result};

/// Up to so many documents are counted one by one.
const COUNTED: u32 = 1_024;

/// The desk is looked at in so many parts, each as wide as another, since what is
/// written of at one time is not written of at others.
const PARTS: i64 = 8;

/// So many documents of a part tell how close together they stand in it. Where they are
/// strewn by chance, what eight parts tell strays by some 4 %.
const TOLD_FROM: u32 = 64;

/// Documents that have what is looked for, from one row of the index to another.
struct Stretch {
    count: u32,
    /// The first row that was counted.
    first: i64,
    /// The last one.
    last: i64,
}

impl Stretch {
    /// About how many documents a part has that ends before a row, by what it begins with.
    /// What is new in a part is not spread over what was before it.
    fn told(&self, until: i64) -> i64 {
        if self.count < TOLD_FROM {
            return i64::from(self.count);
        }
        i64::from(self.count - 1) * (until - self.first) / (self.last - self.first)
    }
}

/// Which documents are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Among {
    /// Claims.
    Claims,
    /// Everything that is searched.
    All,
}

impl Reader<'_> {
    /// About how many documents have what a question to the index of words asks for:
    /// exactly, where they are few.
    pub(super) fn documents_about(&self, question: &str, among: Among) -> Result<u32> {
        let few = self.stretch((question, among), (0, i64::MAX), COUNTED)?;
        if few.count < COUNTED {
            return Ok(few.count);
        }
        let about = self.documents_in_parts((question, among), PARTS)?;
        Ok(about.max(COUNTED))
    }

    /// The same of what is spread evenly over the desk, told from its halves.
    pub(super) fn documents_at_a_glance(&self, question: &str, among: Among) -> Result<u32> {
        self.documents_in_parts((question, among), 2)
    }

    fn documents_in_parts(&self, sought: (&str, Among), parts: i64) -> Result<u32> {
        let rows = self.last_row()? + 1;
        let width = (rows / parts).max(1);
        let mut about = 0;
        for from in (0..rows).step_by(usize::try_from(width).unwrap_or(1)) {
            let until = (from + width).min(rows);
            about += self.stretch(sought, (from, until), TOLD_FROM)?.told(until);
        }
        Ok(u32::try_from(about).unwrap_or(u32::MAX))
    }

    fn stretch(
        &self,
        (question, among): (&str, Among),
        (from, until): (i64, i64),
        most: u32,
    ) -> Result<Stretch> {
        let mut query = self.connection.prepare_cached(
            "SELECT count(*) AS count, coalesce(min(id), 0) AS first, coalesce(max(id), 0) AS last
             FROM (
                 SELECT rowid AS id FROM words
                 WHERE words MATCH :question AND rowid >= :from AND rowid < :until
                     AND (:all OR rowid & 3 = 0)
                 LIMIT :most)",
        )?;
        let within = named_params! {
            ":question": question, ":from": from, ":until": until, ":most": most,
            ":all": among == Among::All,
        };
        Ok(query.query_one(within, |row| {
            Ok(Stretch {
                count: row.get("count")?,
                first: row.get("first")?,
                last: row.get("last")?,
            })
        })?)
    }

    /// The last row of the index of words: no fewer than the documents are.
    pub(super) fn last_row(&self) -> Result<i64> {
        let mut query = self
            .connection
            .prepare_cached("SELECT rowid FROM words ORDER BY rowid DESC LIMIT 1")?;
        let row = query.query_row([], |row| row.get(0)).optional()?;
        Ok(row.unwrap_or_default())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::Among;
    use crate::store::{End, Store, StoreError};

    /// A desk of 20,000 claims: all say that prices rose, every fourth by much, the last
    /// two thousand in Kyiv, and one by 5000.
    pub(in crate::store) fn desk() -> Store {
        let claims: Vec<String> = (0..20_000)
            .map(|at| {
                let much = if at % 4 == 0 { " much" } else { "" };
                let city = if at >= 18_000 { " in Kyiv" } else { "" };
                let by = if at == 5_000 { " by 5000" } else { "" };
                format!("Prices rose{much}{by}{city}.")
            })
            .collect();
        let mut desk = Store::in_memory().unwrap();
        let claims = claims.iter().map(|claim| (claim.as_str(), None));
        desk.write(|writer| Ok::<_, StoreError>(End::Kept(writer.insert_checked(claims)?)))
            .unwrap();
        desk
    }

    #[test]
    fn rare_words_are_counted_and_common_ones_told_from_parts() {
        let about = |desk: &Store, word: &str| {
            desk.read(|reader| reader.documents_about(&format!("\"{word}\""), Among::All))
                .unwrap()
        };
        let desk = desk();
        assert_eq!(about(&desk, "nowhere"), 0);
        assert_eq!(about(&desk, "5000"), 1);
        assert!((4_900..5_100).contains(&about(&desk, "much")));
        // They begin within a part.
        assert!((1_900..2_100).contains(&about(&desk, "Kyiv")));
        assert!((19_900..20_100).contains(&about(&desk, "rose")));
    }

    #[test]
    fn what_is_spread_evenly_is_told_from_the_halves_of_a_desk() {
        let about = |desk: &Store, word: &str| {
            let question = format!("\"{word}\"");
            desk.read(|reader| reader.documents_at_a_glance(&question, Among::All))
                .unwrap()
        };
        let desk = desk();
        assert_eq!(about(&desk, "nowhere"), 0);
        assert_eq!(about(&desk, "5000"), 1);
        assert!((4_900..5_100).contains(&about(&desk, "much")));
        assert!((19_900..20_100).contains(&about(&desk, "rose")));
    }
}
