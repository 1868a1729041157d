//! What a sentence names that can be looked up, found once for the score, the
//! claim and whoever filters by it.

use crate::model::edtf::EdtfDate;
use crate::model::facet::{
    Attributed, Dated, Named, Quantity, Quoted, ShownAttribution, ShownDate, ShownFacets,
    ShownName, ShownQuantity, ShownQuotation, Words,
};
use crate::model::text::Span;
use crate::text::attributions::{attributions, is_vague_source};
use crate::text::chars::CharIndex;
use crate::text::dates::dates;
use crate::text::names::names;
use crate::text::quantities::quantities;
use crate::text::quotations::quotations;
use crate::text::reading::Reading;

/// The facets of a stretch of text, each kind in the order of the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facets {
    /// Dates and periods.
    pub dates: Vec<Dated>,
    /// Numbers with their units.
    pub quantities: Vec<Quantity>,
    /// People, organisations, places.
    pub names: Vec<Named>,
    /// Words that somebody is quoted with.
    pub quotations: Vec<Quoted>,
    /// Who is said to have said something.
    pub attributions: Vec<Attributed>,
}

impl Facets {
    /// The facets of a sentence; `published` is what relative dates are
    /// counted from.
    pub fn of(reading: &Reading<'_>, published: Option<&EdtfDate>) -> Self {
        let dates = dates(reading, published);
        let taken: Vec<Span> = dates.iter().map(|date| date.span).collect();
        let names = names(reading, &taken);
        // The figure of “Barrio 18” or “Title 42” counts nothing.
        let mut quantities = quantities(reading, &taken);
        quantities.retain(|quantity| {
            let mut names = names.iter();
            !names.any(|name| name.span != quantity.span && name.span.contains(quantity.span))
        });
        Self {
            quantities,
            names,
            quotations: quotations(reading),
            attributions: attributions(reading),
            dates,
        }
    }

    /// The facets as they are kept and shown. `chars` is that of the text in
    /// which they stand.
    pub fn shown(&self, text: &str, chars: &CharIndex<'_>) -> ShownFacets {
        let plain = |span: Span| span.slice(text).unwrap_or_default().to_owned();
        let words = |span: Span| Words {
            text: plain(span),
            start: chars.char_of(span.start),
            end: chars.char_of(span.end),
        };
        let dates = self.dates.iter().map(|one| ShownDate {
            words: words(one.span),
            value: one.value.clone(),
            anchored: one.anchored,
        });
        let quantities = self.quantities.iter().map(|one| ShownQuantity {
            words: words(one.span),
            value: one.exact(),
            low: one.low.map(|bound| bound.value),
            high: one.high.map(|bound| bound.value),
            low_excluded: one.low.is_some_and(|bound| bound.excluded),
            high_excluded: one.high.is_some_and(|bound| bound.excluded),
            unit: one.unit.clone(),
            ordinal: one.ordinal,
            vague: one.vague,
        });
        let names = self.names.iter().map(|one| ShownName {
            words: words(one.span),
            kind: one.kind,
        });
        let quotations = self.quotations.iter().map(|one| ShownQuotation {
            words: words(one.span),
            speaker: one.speaker.map(plain),
        });
        let attributions = self.attributions.iter().map(|one| ShownAttribution {
            words: words(one.span),
            source: one.source.map(plain),
            verb: plain(one.verb),
            vague: one
                .source
                .is_none_or(|source| is_vague_source(&plain(source))),
        });
        ShownFacets {
            dates: dates.collect(),
            quantities: quantities.collect(),
            names: names.collect(),
            quotations: quotations.collect(),
            attributions: attributions.collect(),
        }
    }

    /// The same facets, `by` bytes further on, and without spare room: those
    /// of every sentence of an article are kept.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        self.dates.shrink_to_fit();
        self.quantities.shrink_to_fit();
        self.names.shrink_to_fit();
        self.quotations.shrink_to_fit();
        self.attributions.shrink_to_fit();
        let shift = |span: &mut Span| *span = span.shifted(by);
        self.dates.iter_mut().for_each(|one| shift(&mut one.span));
        self.quantities
            .iter_mut()
            .for_each(|one| shift(&mut one.span));
        self.names.iter_mut().for_each(|one| shift(&mut one.span));
        for quoted in &mut self.quotations {
            shift(&mut quoted.span);
            quoted.speaker.iter_mut().for_each(shift);
        }
        for attributed in &mut self.attributions {
            shift(&mut attributed.span);
            shift(&mut attributed.verb);
            attributed.source.iter_mut().for_each(shift);
            attributed.said.iter_mut().for_each(shift);
        }
        self
    }
}
