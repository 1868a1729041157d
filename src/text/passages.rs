//! Whether a passage that somebody quotes stands in a source.

use std::collections::HashSet;

use super::anchor::{Finder, Found, Manner, figures, negations};
use super::changes::pieces;
use super::quantities::quantities;
use super::reading::Reading;
use crate::model::revision::Piece;
use crate::model::snapshot::{Finding, QuoteFinding, SnapshotText};

/// Looks quotes up in the text of a snapshot; reads it once for any number.
#[derive(Debug)]
pub struct Passages<'t> {
    source: &'t SnapshotText,
    finder: Finder<'t>,
}

impl<'t> Passages<'t> {
    /// Gets ready to look quotes up.
    pub fn new(source: &'t SnapshotText) -> Self {
        Self {
            source,
            finder: Finder::new(&source.text),
        }
    }

    /// Where a quote stands. Other typography, capitals and what an ellipsis
    /// leaves out do not make it another passage; other words make it an
    /// approximate one, and figures that are not there are named.
    pub fn look_up(&self, quote: &str) -> QuoteFinding {
        let same = self.finder.find(quote).into_iter().next();
        match same.or_else(|| self.finder.most_like(quote)) {
            Some(found) => self.at(quote, &found),
            None => QuoteFinding {
                snapshot: self.source.snapshot,
                finding: Finding::NotFound,
                start: None,
                end: None,
                page: None,
                words: None,
                likeness: None,
                figures: not_in(quote, &self.source.text),
                diff: Vec::new(),
            },
        }
    }

    fn at(&self, quote: &str, found: &Found) -> QuoteFinding {
        let likeness = match found.manner {
            Manner::Approximate(likeness) => likeness,
            Manner::Exact | Manner::Typography | Manner::Letters | Manner::Gapped => 1.0,
        };
        let words = &found.quote;
        let pages = &self.source.pages;
        let page = pages
            .iter()
            .rfind(|page| page.span.start <= words.span.start);
        QuoteFinding {
            snapshot: self.source.snapshot,
            finding: if likeness < 1.0 {
                Finding::Approximate
            } else {
                Finding::Found
            },
            start: Some(words.start_char),
            end: Some(words.end_char),
            page: page.map(|page| page.number),
            words: Some(words.exact.clone()),
            likeness: Some(likeness),
            figures: not_in(quote, &words.exact),
            diff: edits(quote, likeness, &words.exact),
        }
    }
}

/// What was edited of a quote that stands only approximately.
pub fn edits(quote: &str, likeness: f64, words: &str) -> Vec<Piece> {
    if likeness < 1.0 {
        pieces(quote, words)
    } else {
        Vec::new()
    }
}

/// The figures of a quote that a text does not have, however it groups their
/// digits.
fn not_in(quote: &str, text: &str) -> Vec<String> {
    let there: HashSet<String> = figures(text).into_iter().map(ungrouped).collect();
    let mut missing: Vec<String> = Vec::new();
    for figure in figures(quote) {
        if !there.contains(&ungrouped(figure)) && !missing.iter().any(|known| known == figure) {
            missing.push(figure.to_owned());
        }
    }
    missing
}

/// A figure without the commas that group its digits: “1,200” is “1200”.
fn ungrouped(figure: &str) -> String {
    let mut groups = figure.split(',');
    let first = groups.next().unwrap_or_default();
    let is_first = (1..=3).contains(&first.len());
    let is_group = |group: &str| {
        group
            .split('.')
            .next()
            .is_some_and(|digits| digits.len() == 3)
    };
    if is_first && groups.all(is_group) {
        figure.replace(',', "")
    } else {
        figure.to_owned()
    }
}

/// Whether two passages say the opposite, or another number in words: one has a
/// “not” or a number that the other lacks.
pub fn turns_round(quote: &str, words: &str) -> bool {
    let (said, there) = (Reading::new(quote), Reading::new(words));
    let numbers = |reading: &Reading<'_>| -> Vec<u64> {
        let found = quantities(reading, &[]);
        found
            .iter()
            .filter_map(|one| Some(one.exact()?.to_bits()))
            .collect()
    };
    let there_are = numbers(&there);
    negations(quote) != negations(words)
        || numbers(&said)
            .iter()
            .any(|number| !there_are.contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ids::SnapshotId;
    use crate::model::text::{Page, Span};

    const TEXT: &str = "Annual report\n\nThe council spent 4.2 million crowns on the road in 2020.\n\n\
        Traffic on the bridge “rose by 12 percent” in 2018, and fell in the year after.";

    fn look_up(quote: &str) -> QuoteFinding {
        let second = TEXT.find("Traffic").unwrap();
        let source = SnapshotText {
            snapshot: SnapshotId(7),
            text: TEXT.to_owned(),
            pages: vec![
                Page {
                    number: 1,
                    span: Span::new(0, second),
                },
                Page {
                    number: 2,
                    span: Span::new(second, TEXT.len()),
                },
            ],
        };
        Passages::new(&source).look_up(quote)
    }

    #[test]
    fn a_passage_is_found_whatever_its_typography() {
        for quote in [
            "Traffic on the bridge “rose by 12 percent” in 2018",
            "Traffic on the bridge \"rose by 12 percent\" in 2018",
            "traffic on the bridge rose by 12 percent in 2018",
            "Traffic on the bridge … fell in the year after",
        ] {
            let found = look_up(quote);
            assert_eq!(found.finding, Finding::Found, "{quote}: {found:?}");
            assert_eq!(
                (found.page, found.likeness),
                (Some(2), Some(1.0)),
                "{quote}"
            );
        }
    }

    #[test]
    fn other_words_are_told_and_so_are_other_figures() {
        let reworded = look_up("The council spent 4.2 million crowns on that road in 2020.");
        assert_eq!(reworded.finding, Finding::Approximate);
        assert_eq!(reworded.figures, [""; 0]);
        assert_eq!(
            reworded.words.as_deref(),
            Some("The council spent 4.2 million crowns on the road in 2020.")
        );
        let other = look_up("The council spent 5.2 million crowns on the road in 2020.");
        assert_eq!(other.finding, Finding::Approximate);
        assert_eq!(
            (other.figures, other.page),
            (vec!["5.2".to_owned()], Some(1))
        );
    }

    #[test]
    fn digits_may_be_grouped() {
        assert_eq!(
            not_in("1200 crowns and 1,234,567.5", "1,200 crowns, 1234567.5"),
            [""; 0]
        );
        assert_eq!(not_in("1,200", "1,2000"), ["1,200"]);
        assert_eq!(not_in("4,2", "42"), ["4,2"]);
    }

    #[test]
    fn a_not_or_a_number_in_words_turns_a_passage_round() {
        for (quote, words) in [
            (
                "The minister did resign in 2020.",
                "The minister did not resign in 2020.",
            ),
            ("found him not guilty of fraud", "found him guilty of fraud"),
            (
                "Prices rose by twenty percent",
                "Prices rose by ten percent",
            ),
            ("It wasn’t so", "It was so"),
        ] {
            assert!(turns_round(quote, words), "{quote}");
        }
        for (quote, words) in [
            (
                "Prices rose by 20 percent that year",
                "Prices rose by twenty percent in that year",
            ),
            (
                "The minister did not resign",
                "The minister, though, did not resign",
            ),
            ("on a road in 2020", "on the road in 2020"),
        ] {
            assert!(!turns_round(quote, words), "{quote}");
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        let missing = look_up("The mayor resigned over 31 complaints.");
        assert_eq!(missing.finding, Finding::NotFound);
        assert_eq!((missing.start, missing.words), (None, None));
        assert_eq!(missing.figures, ["31"]);
    }
}
