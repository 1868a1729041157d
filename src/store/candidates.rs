//! What can be named on a desk, by the beginning of its name: what a shell
//! offers while a command is typed.
//!
//! Only the first few are read, whatever the desk has grown to.

use rusqlite::{ToSql, named_params};

use super::flags::SEEN;
use super::sight::seen;
use super::{Reader, Result};

/// Things that are named by their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbered {
    /// Claims, with what they say.
    Claims,
    /// Articles, with their titles.
    Articles,
    /// Sources, with their titles, else their addresses.
    Sources,
    /// Open flags, with their messages.
    Flags,
}

impl Numbered {
    /// The numbers within a range, in order.
    fn sql(self) -> String {
        let (about, rows) = match self {
            Self::Claims => ("f.statement", "claims f WHERE TRUE".to_owned()),
            Self::Articles => ("f.title", "articles f WHERE TRUE".to_owned()),
            Self::Sources => (
                "coalesce(f.title, f.url, f.identity)",
                "sources f WHERE TRUE".to_owned(),
            ),
            Self::Flags => (
                "f.message",
                format!(
                    "flags f LEFT JOIN claims c ON c.id = f.claim_id WHERE f.state = 'open' AND {}",
                    seen(SEEN)
                ),
            ),
        };
        format!(
            "SELECT f.id, {about} FROM {rows} AND f.id BETWEEN :first AND :last ORDER BY f.id LIMIT :most"
        )
    }
}

impl Reader<'_> {
    /// The first `most` things whose number begins with the digits of `start`, each
    /// with what it is.
    pub fn numbered(&self, what: Numbered, start: &str, most: usize) -> Result<Vec<(i64, String)>> {
        let mut query = self.connection.prepare_cached(&what.sql())?;
        let viewer = self.sight.viewer();
        let mut found = Vec::new();
        for (first, last) in ranges(start) {
            if found.len() >= most {
                break;
            }
            let left = most - found.len();
            let mut values: Vec<(&str, &dyn ToSql)> =
                vec![(":first", &first), (":last", &last), (":most", &left)];
            if what == Numbered::Flags {
                values.push((":viewer", &viewer));
            }
            let rows = query.query_map(&*values, |row| Ok((row.get(0)?, row.get(1)?)))?;
            for row in rows {
                found.push(row?);
            }
        }
        Ok(found)
    }

    /// The first `most` topics that begin with `start`.
    pub fn topics_from(&self, start: &str, most: usize) -> Result<Vec<String>> {
        let mut query = self.connection.prepare_cached(
            "SELECT name FROM topics WHERE name >= :start AND substr(name, 1, length(:start)) = :start
             ORDER BY name LIMIT :most",
        )?;
        let rows = query.query_map(named_params! { ":start": start, ":most": most }, |row| {
            row.get(0)
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// The numbers that begin with the digits of `start`, as ranges from the
/// shortest: 12, 120 to 129, 1200 to 1299, and so on.
fn ranges(start: &str) -> Vec<(i64, i64)> {
    if start.is_empty() {
        return vec![(1, i64::MAX)];
    }
    let number = start.parse::<i64>().ok();
    let Some(number) = number.filter(|number| *number > 0 && !start.starts_with(['0', '+'])) else {
        return Vec::new();
    };
    std::iter::successors(Some(1_i64), |width| width.checked_mul(10))
        .map_while(|width| {
            let first = number.checked_mul(width)?;
            Some((first, first.checked_add(width - 1)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_for_all_numbers_that_begin_with_them() {
        assert_eq!(ranges("12")[..3], [(12, 12), (120, 129), (1200, 1299)]);
        assert_eq!(ranges(""), [(1, i64::MAX)]);
        assert_eq!(ranges("9223372036854775807").len(), 1);
        for nothing in ["0", "012", "+1", "-1", "one", "92233720368547758070"] {
            assert!(ranges(nothing).is_empty(), "{nothing}");
        }
    }
}
