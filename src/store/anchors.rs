//! Where claims and flags stand in each revision.

use rusqlite::{ToSql, named_params};

use super::rows::{parsed, quote_params, span};
use super::{Reader, Result, StoreError, Writer};
use crate::model::ids::{ClaimId, FlagId, RevisionId};
use crate::model::revision::{Outcome, Placement};
use crate::model::text::Span;

/// A claim with how its words were found in a revision and where they stand.
pub(crate) type ClaimPlace = (ClaimId, Outcome, Option<Span>);

/// Nothing, for the columns of a place that there is none of.
const NO_PLACE: [(&str, &dyn ToSql); 7] = [
    (":start_byte", &rusqlite::types::Null),
    (":end_byte", &rusqlite::types::Null),
    (":start_char", &rusqlite::types::Null),
    (":end_char", &rusqlite::types::Null),
    (":quote", &rusqlite::types::Null),
    (":prefix", &rusqlite::types::Null),
    (":suffix", &rusqlite::types::Null),
];

/// Words as they are compared with those that a verdict was given on: white
/// space makes no difference.
fn even(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Reader<'_> {
    /// The claims that have an anchor in a revision, in the order of its text.
    pub(crate) fn claims_in(&self, revision: RevisionId) -> Result<Vec<ClaimPlace>> {
        let mut query = self.connection.prepare_cached(
            "SELECT claim_id, outcome, start_byte, end_byte FROM anchors
             WHERE revision_id = :revision ORDER BY start_byte, claim_id",
        )?;
        let places = query.query_map(named_params! { ":revision": revision.0 }, |row| {
            Ok((
                ClaimId(row.get("claim_id")?),
                parsed(row, "outcome")?,
                span(row)?,
            ))
        })?;
        Ok(places.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Says where a claim stands in a revision; what was said before of the
    /// same revision is replaced.
    pub(crate) fn place_claim(
        &self,
        claim: ClaimId,
        revision: RevisionId,
        placement: &Placement,
    ) -> Result<()> {
        let candidates = serde_json::to_string(&placement.candidates)
            .map_err(|error| StoreError::BadValue(error.to_string()))?;
        let outcome = placement.outcome.as_str();
        let words = placement.quote.as_ref().map(|quote| even(&quote.exact));
        let mut values: Vec<(&str, &dyn ToSql)> = vec![
            (":claim", &claim.0),
            (":revision", &revision.0),
            (":outcome", &outcome),
            (":likeness", &placement.likeness),
            (":candidates", &candidates),
            (":words", &words),
        ];
        values.extend(placement.quote.as_ref().map_or(NO_PLACE, quote_params));
        self.connection
            .prepare_cached(
                "INSERT INTO anchors (claim_id, revision_id, start_byte, end_byte, start_char, end_char,
                                      quote, words, prefix, suffix, outcome, likeness, candidates)
                 VALUES (:claim, :revision, :start_byte, :end_byte, :start_char, :end_char,
                         :quote, :words, :prefix, :suffix, :outcome, :likeness, :candidates)
                 ON CONFLICT (claim_id, revision_id) DO UPDATE SET
                     start_byte = excluded.start_byte, end_byte = excluded.end_byte,
                     start_char = excluded.start_char, end_char = excluded.end_char,
                     quote = excluded.quote, words = excluded.words,
                     prefix = excluded.prefix, suffix = excluded.suffix, outcome = excluded.outcome, likeness = excluded.likeness, candidates = excluded.candidates",
            )?
            .execute(&*values)?;
        Ok(())
    }

    /// Says how a flag's words were found in a revision. One that stands there
    /// moves; one that doesn't keeps its place in the revision it had.
    pub(crate) fn place_flag(
        &self,
        flag: FlagId,
        revision: RevisionId,
        placement: &Placement,
    ) -> Result<()> {
        let outcome = placement.outcome.as_str();
        let Some(quote) = &placement.quote else {
            self.connection
                .prepare_cached("UPDATE flags SET outcome = :outcome WHERE id = :flag")?
                .execute(named_params! { ":flag": flag.0, ":outcome": outcome })?;
            return Ok(());
        };
        let mut values: Vec<(&str, &dyn ToSql)> = vec![
            (":flag", &flag.0),
            (":revision", &revision.0),
            (":outcome", &outcome),
        ];
        values.extend(quote_params(quote));
        self.connection
            .prepare_cached(
                "UPDATE flags SET revision_id = :revision, outcome = :outcome,
                        start_byte = :start_byte, end_byte = :end_byte,
                        start_char = :start_char, end_char = :end_char,
                        quote = :quote, prefix = :prefix, suffix = :suffix
                 WHERE id = :flag",
            )?
            .execute(&*values)?;
        Ok(())
    }
}
