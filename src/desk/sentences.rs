//! The sentences of a new revision with what they name, as the store keeps
//! them, and the claims that they repeat.

use serde::Serialize;

use super::{DeskError, Result};
use crate::extract::{Candidate, Extracted, Offered};
use crate::model::detail::detail;
use crate::model::edtf::{Edtf, EdtfDate};
use crate::model::facet::{FacetKind, Words};
use crate::model::ids::{ClaimId, RevisionId};
use crate::model::sentence::{NewFacet, NewSentence, Place, sought};
use crate::model::text::Span;
use crate::store::Writer;
use crate::text::chars::CharIndex;
use crate::text::facets::Facets;
use crate::text::reading::Reading;

/// Stands for the first day of an interval that is open.
const EVER: &str = "0000-01-01";

/// Stands for the last day of an interval that is open.
const STILL: &str = "9999-12-31";

/// The sentences of a text, in order.
pub(super) fn to_store(text: &str, sentences: &[Candidate]) -> Result<Vec<NewSentence>> {
    let chars = CharIndex::new(text);
    let stored = sentences.iter().map(|candidate| {
        Ok(NewSentence {
            place: Place {
                span: candidate.span,
                start_char: chars.char_of(candidate.span.start),
                end_char: chars.char_of(candidate.span.end),
            },
            kind: candidate.kind,
            score: candidate.score,
            facets: facets(text, &chars, &candidate.facets)?,
        })
    });
    stored.collect()
}

/// What the sentences of a revision name in an article of a day, each facet with
/// the number of its sentence.
pub(super) fn facets_of(
    text: &str,
    sentences: &[(u32, Span)],
    published: Option<&EdtfDate>,
) -> Result<Vec<(u32, NewFacet)>> {
    let chars = CharIndex::new(text);
    let mut stored = Vec::new();
    for (number, span) in sentences {
        let reading = Reading::new(span.slice(text).unwrap_or_default());
        let of = Facets::of(&reading, published).shifted(span.start);
        let found = facets(text, &chars, &of)?;
        stored.extend(found.into_iter().map(|facet| (*number, facet)));
    }
    Ok(stored)
}

fn facets(text: &str, chars: &CharIndex<'_>, of: &Facets) -> Result<Vec<NewFacet>> {
    let shown = of.shown(text, chars);
    let mut stored = Vec::new();
    for (found, one) in of.dates.iter().zip(&shown.dates) {
        stored.push(NewFacet {
            days: one.value.as_ref().and_then(days),
            ..facet(FacetKind::Date, found.span, &one.words, one)?
        });
    }
    for (found, one) in of.quantities.iter().zip(&shown.quantities) {
        stored.push(facet(FacetKind::Quantity, found.span, &one.words, one)?);
    }
    for (found, one) in of.names.iter().zip(&shown.names) {
        stored.push(NewFacet {
            name: Some(sought(&one.words.text)),
            ..facet(FacetKind::Name, found.span, &one.words, one)?
        });
    }
    for (found, one) in of.quotations.iter().zip(&shown.quotations) {
        stored.push(facet(FacetKind::Quotation, found.span, &one.words, one)?);
    }
    for (found, one) in of.attributions.iter().zip(&shown.attributions) {
        stored.push(facet(FacetKind::Attribution, found.span, &one.words, one)?);
    }
    stored.sort_by_key(|facet| facet.place.span);
    Ok(stored)
}

fn facet<T: Serialize>(kind: FacetKind, span: Span, words: &Words, shown: &T) -> Result<NewFacet> {
    Ok(NewFacet {
        kind,
        place: Place {
            span,
            start_char: words.start,
            end_char: words.end,
        },
        detail: detail(shown).map_err(|error| DeskError::Invalid(error.to_string()))?,
        name: None,
        days: None,
    })
}

/// The first and the last day that a date can mean; none where its year is not
/// known.
fn days(date: &Edtf) -> Option<(String, String)> {
    let first = date.earliest().map(|day| day.to_string());
    let last = date.latest().map(|day| day.to_string());
    let open = |side: &str, end: &str| (side == "..").then(|| end.to_owned());
    Some((
        first.or_else(|| open(date.start(), EVER))?,
        last.or_else(|| open(date.end(), STILL))?,
    ))
}

/// Sentences of a text that say the same, as places from 0; the first is the
/// one that is offered.
pub(super) fn alike(offered: &Offered) -> impl Iterator<Item = usize> {
    std::iter::once(offered.sentence).chain(offered.repeats.iter().copied())
}

/// Says of each claim where else its words are said: a claim that holds what
/// is offered of a sentence is repeated by those that say the same.
pub(super) fn insert_repeats(
    writer: &Writer<'_>,
    revision: RevisionId,
    extracted: &Extracted,
    claims: &[(ClaimId, Span)],
) -> Result<()> {
    for offered in extracted
        .offered
        .iter()
        .filter(|one| !one.repeats.is_empty())
    {
        let group: Vec<(usize, Span)> = alike(offered)
            .filter_map(|at| Some((at, extracted.sentences.get(at)?.claim())))
            .collect();
        for (claim, stands) in claims {
            let (own, others): (Vec<_>, Vec<_>) = group
                .iter()
                .partition(|(_, sentence)| stands.contains(*sentence));
            if !own.is_empty() {
                let others = others.into_iter().map(|(at, _)| at + 1);
                writer.insert_repeats(*claim, revision, others)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_without_an_end_reaches_on() {
        let days = |date: &str| days(&date.parse().unwrap());
        let pair = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        assert_eq!(days("2018-02"), pair("2018-02-01", "2018-02-28"));
        assert_eq!(days("2018/.."), pair("2018-01-01", STILL));
        assert_eq!(days("../2018-08-20"), pair(EVER, "2018-08-20"));
        assert_eq!(days("XXXX-08"), None);
    }
}
