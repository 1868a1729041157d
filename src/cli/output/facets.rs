//! What a claim's words name that can be looked up, for eyes: kind, words,
//! meaning.

use super::page::Page;
use super::table::Cell;
use crate::model::facet::{
    FacetKind, ShownAttribution, ShownDate, ShownFacets, ShownQuantity, ShownQuotation, Words,
};
use crate::model::sentence::Repeat;

/// A section with what can be looked up, in the order of the text.
pub(super) fn show_facets(facets: &ShownFacets, page: &mut Page) {
    let mut found: Vec<(&Words, FacetKind, String)> = Vec::new();
    let dates = facets.dates.iter();
    found.extend(dates.map(|one| (&one.words, FacetKind::Date, date(one))));
    let quantities = facets.quantities.iter();
    found.extend(quantities.map(|one| (&one.words, FacetKind::Quantity, quantity(one))));
    let names = facets.names.iter();
    found.extend(names.map(|one| (&one.words, FacetKind::Name, one.kind.to_string())));
    let quotations = facets.quotations.iter();
    found.extend(quotations.map(|one| (&one.words, FacetKind::Quotation, quotation(one))));
    let attributions = facets.attributions.iter();
    found.extend(attributions.map(|one| (&one.words, FacetKind::Attribution, attribution(one))));
    if found.is_empty() {
        return;
    }
    found.sort_by_key(|(words, ..)| (words.start, words.end));
    page.section("What can be looked up");
    let rows = found.into_iter().map(|(words, kind, meaning)| {
        vec![
            Cell::text(kind),
            Cell::short(&words.text),
            Cell::text(meaning),
        ]
    });
    page.rows_in(rows.collect());
}

/// A section with where else a claim is said.
pub(super) fn show_repeats(repeats: &[Repeat], page: &mut Page) {
    if repeats.is_empty() {
        return;
    }
    page.section("Said again");
    let rows = repeats.iter().map(|repeat| {
        vec![
            Cell::text(format!("also at sentence {}", repeat.sentence)),
            Cell::short(&repeat.text),
        ]
    });
    page.rows_in(rows.collect());
}

fn date(date: &ShownDate) -> String {
    match &date.value {
        None => "needs the day of publication".to_owned(),
        Some(value) if date.anchored => format!("{value}, counted from the day of publication"),
        Some(value) => value.to_string(),
    }
}

fn quantity(quantity: &ShownQuantity) -> String {
    let number = match (quantity.value, quantity.low, quantity.high) {
        (Some(value), ..) if quantity.ordinal => format!("place {value}"),
        (Some(value), ..) => value.to_string(),
        (None, Some(low), Some(high)) => format!("{low} to {high}"),
        (None, Some(low), None) if quantity.low_excluded => format!("more than {low}"),
        (None, Some(low), None) => format!("at least {low}"),
        (None, None, Some(high)) if quantity.high_excluded => format!("less than {high}"),
        (None, None, Some(high)) => format!("at most {high}"),
        (None, None, None) => "no number".to_owned(),
    };
    let about = if quantity.vague { "about " } else { "" };
    match &quantity.unit {
        Some(unit) => format!("{about}{number} {unit}"),
        None => format!("{about}{number}"),
    }
}

fn quotation(quotation: &ShownQuotation) -> String {
    let speaker = quotation.speaker.as_ref();
    speaker.map_or_else(String::new, |speaker| format!("said by {speaker}"))
}

fn attribution(attribution: &ShownAttribution) -> String {
    match &attribution.source {
        Some(source) if attribution.vague => format!("{source}: nobody in particular"),
        Some(source) => source.clone(),
        None => "nobody is named".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(low: Option<f64>, high: Option<f64>, unit: &str) -> ShownQuantity {
        ShownQuantity {
            words: Words::default(),
            value: low.filter(|low| Some(*low) == high),
            low,
            high,
            low_excluded: high.is_none(),
            high_excluded: low.is_none(),
            unit: Some(unit.to_owned()),
            ordinal: false,
            vague: false,
        }
    }

    #[test]
    fn a_number_says_on_which_side_it_is_open() {
        let shown = |low, high| quantity(&said(low, high, "percent"));
        assert_eq!(shown(Some(12.0), Some(12.0)), "12 percent");
        assert_eq!(shown(Some(4.0), Some(6.5)), "4 to 6.5 percent");
        assert_eq!(shown(Some(20.0), None), "more than 20 percent");
        assert_eq!(shown(None, Some(20.0)), "less than 20 percent");
    }
}
