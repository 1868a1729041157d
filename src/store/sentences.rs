//! The sentences of a revision, what they name, and which of them repeat a
//! claim.

use rusqlite::{Row, named_params};
use serde_json::{Map, Value};

use super::rows::json;
use super::{Reader, Result, StoreError, Writer};
use crate::model::facet::{FacetKind, ShownFacets, Words};
use crate::model::ids::{ClaimId, RevisionId};
use crate::model::sentence::{NewFacet, NewSentence, Repeat};
use crate::model::text::Span;

/// The facets `f` that lie within the anchor `a`: from … where …
pub(super) const WITHIN_ANCHOR: &str = "
    FROM facets f WHERE f.revision_id = a.revision_id
        AND f.start_byte >= a.start_byte AND f.start_byte < a.end_byte AND f.end_byte <= a.end_byte";

/// What a row's quote names, from its column `facets`: of each facet its kind,
/// its place in code points, and its detail.
pub(super) fn facets(row: &Row<'_>) -> rusqlite::Result<ShownFacets> {
    let found: Vec<(FacetKind, usize, usize, Map<String, Value>)> = json(row, "facets")?;
    let mut facets = ShownFacets::default();
    if found.is_empty() {
        return Ok(facets);
    }
    let quote: Option<String> = row.get("quote")?;
    let from: Option<usize> = row.get("start_char")?;
    let (quote, from) = (quote.unwrap_or_default(), from.unwrap_or_default());
    for (kind, start, end, detail) in found {
        let text = quote.chars().skip(start.saturating_sub(from));
        let words = Words {
            text: text.take(end.saturating_sub(start)).collect(),
            start,
            end,
        };
        facets.add(kind, words, detail).map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(
                0,
                rusqlite::types::Type::Text,
                error.to_string().into(),
            )
        })?;
    }
    Ok(facets)
}

/// Where a claim is said again, from a row's column `repeats`, still without
/// the words, and where these stand in bytes.
pub(super) fn repeats(row: &Row<'_>) -> rusqlite::Result<(Vec<Repeat>, Vec<Span>)> {
    let found: Vec<(usize, usize, usize, usize, usize)> = json(row, "repeats")?;
    Ok(found
        .into_iter()
        .map(|(sentence, start_byte, end_byte, start, end)| {
            let repeat = Repeat {
                sentence,
                start,
                end,
                text: String::new(),
            };
            (repeat, Span::new(start_byte, end_byte.max(start_byte)))
        })
        .unzip())
}

impl Reader<'_> {
    /// The text of a revision.
    pub(super) fn text(&self, revision: RevisionId) -> Result<String> {
        let mut query = self
            .connection
            .prepare_cached("SELECT text FROM revisions WHERE id = :revision")?;
        Ok(query.query_one(named_params! { ":revision": revision.0 }, |row| row.get(0))?)
    }

    /// The sentences of a revision in order: their numbers, and where they stand.
    pub fn sentence_places(&self, revision: RevisionId) -> Result<Vec<(u32, Span)>> {
        let mut query = self.connection.prepare_cached(
            "SELECT number, start_byte, end_byte FROM sentences WHERE revision_id = :revision ORDER BY number",
        )?;
        let places = query.query_map(named_params! { ":revision": revision.0 }, |row| {
            let span = Span::new(row.get("start_byte")?, row.get("end_byte")?);
            Ok((row.get("number")?, span))
        })?;
        Ok(places.collect::<rusqlite::Result<_>>()?)
    }
}

impl Writer<'_> {
    /// Adds the sentences of a revision's text, in order, with what they name.
    pub fn insert_sentences(&self, revision: RevisionId, sentences: &[NewSentence]) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO sentences (revision_id, number, kind, score, start_byte, end_byte, start_char, end_char)
             VALUES (:revision, :number, :kind, :score, :start_byte, :end_byte, :start_char, :end_char)",
        )?;
        for (number, sentence) in (1_u32..).zip(sentences) {
            insert.execute(named_params! {
                ":revision": revision.0,
                ":number": number,
                ":kind": sentence.kind.as_str(),
                ":score": sentence.score,
                ":start_byte": sentence.place.span.start,
                ":end_byte": sentence.place.span.end,
                ":start_char": sentence.place.start_char,
                ":end_char": sentence.place.end_char,
            })?;
        }
        let facets = (1_u32..).zip(sentences).flat_map(|(number, sentence)| {
            sentence.facets.iter().map(move |facet| (number, facet))
        });
        self.insert_facets(revision, facets)
    }

    /// Puts other facets in the place of those of a revision, each with the number
    /// of its sentence.
    pub fn replace_facets(&self, revision: RevisionId, facets: &[(u32, NewFacet)]) -> Result<()> {
        self.connection.execute(
            "DELETE FROM facets WHERE revision_id = :revision",
            named_params! { ":revision": revision.0 },
        )?;
        let facets = facets.iter().map(|(sentence, facet)| (*sentence, facet));
        self.insert_facets(revision, facets)
    }

    fn insert_facets<'f>(
        &self,
        revision: RevisionId,
        facets: impl Iterator<Item = (u32, &'f NewFacet)>,
    ) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO facets (revision_id, number, sentence, kind, start_byte, end_byte, start_char, end_char,
                                 detail, name, earliest, latest)
             VALUES (:revision, :number, :sentence, :kind, :start_byte, :end_byte, :start_char, :end_char,
                     :detail, :name, :earliest, :latest)",
        )?;
        for (number, (sentence, facet)) in (1_u32..).zip(facets) {
            insert.execute(named_params! {
                ":revision": revision.0,
                ":number": number,
                ":sentence": sentence,
                ":kind": facet.kind.as_str(),
                ":start_byte": facet.place.span.start,
                ":end_byte": facet.place.span.end,
                ":start_char": facet.place.start_char,
                ":end_char": facet.place.end_char,
                ":detail": facet.detail,
                ":name": facet.name,
                ":earliest": facet.days.as_ref().map(|(first, _)| first),
                ":latest": facet.days.as_ref().map(|(_, last)| last),
            })?;
        }
        Ok(())
    }

    /// Says which sentences of a revision, by their numbers, repeat a claim.
    pub fn insert_repeats(
        &self,
        claim: ClaimId,
        revision: RevisionId,
        sentences: impl IntoIterator<Item = usize>,
    ) -> Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO repeats (claim_id, revision_id, sentence)
             VALUES (:claim, :revision, :sentence) ON CONFLICT DO NOTHING",
        )?;
        for sentence in sentences {
            let sentence =
                u32::try_from(sentence).map_err(|error| StoreError::BadValue(error.to_string()))?;
            insert.execute(named_params! {
                ":claim": claim.0,
                ":revision": revision.0,
                ":sentence": sentence,
            })?;
        }
        Ok(())
    }

    /// Forgets which sentences of a revision repeat a claim.
    pub fn delete_repeats(&self, claim: ClaimId, revision: RevisionId) -> Result<()> {
        self.connection.execute(
            "DELETE FROM repeats WHERE claim_id = :claim AND revision_id = :revision",
            named_params! { ":claim": claim.0, ":revision": revision.0 },
        )?;
        Ok(())
    }
}
