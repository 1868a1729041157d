//! What of an article has been looked at, and what has not.

use schemars::JsonSchema;
use serde::Serialize;

use super::ids::{ArticleId, ClaimId};
use super::words::closed_set;

closed_set! {
    /// What can be looked at.
    CoverageKind, "kind of coverage" {
        /// A sentence that scores at least the threshold.
        Sentence = "sentence",
        /// A number.
        Quantity = "quantity",
        /// A date or a period.
        Date = "date",
        /// A person, an organisation or a place.
        Name = "name",
        /// Words that somebody is quoted with.
        Quotation = "quotation",
    }
}

/// How many of all have been looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Share {
    /// Those looked at.
    pub covered: u32,
    /// All there are.
    pub all: u32,
    /// The whole per cent of all that are covered; 100 when there are none.
    pub percent: u32,
}

impl Share {
    /// So many of so many. It says 100 per cent only when nothing is left.
    pub fn new(covered: u32, all: u32) -> Self {
        let percent = u64::from(covered) * 100 / u64::from(all.max(1));
        Self {
            covered,
            all,
            percent: if all == 0 {
                100
            } else {
                u32::try_from(percent).unwrap_or(100)
            },
        }
    }
}

/// How many of one kind have been looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CoverageTotal {
    /// Of what kind.
    pub kind: CoverageKind,
    /// How many.
    #[serde(flatten)]
    pub share: Share,
}

/// The totals of an article or a desk in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Covered {
    /// Sentences that score at least the threshold and are decided.
    pub sentences: Share,
    /// Figures, dates, names and quotations that stand in a claim.
    pub facts: Share,
}

impl Covered {
    /// The totals of all kinds in short.
    pub fn of(totals: &[CoverageTotal]) -> Self {
        let sum = |of_sentences: bool| {
            let fit = totals
                .iter()
                .filter(|total| (total.kind == CoverageKind::Sentence) == of_sentences);
            let (covered, all) = fit.fold((0, 0), |(covered, all), total| {
                (covered + total.share.covered, all + total.share.all)
            });
            Share::new(covered, all)
        };
        Self {
            sentences: sum(true),
            facts: sum(false),
        }
    }
}

/// Something that has not been looked at. Positions are code points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Uncovered {
    /// What it is.
    pub kind: CoverageKind,
    /// Number of the sentence that it is or stands in, from 1.
    pub sentence: u32,
    /// Position of the first character.
    pub start: u32,
    /// Position after the last character.
    pub end: u32,
    /// Its words.
    pub text: String,
    /// The claims on a sentence that nobody has decided; none when no claim
    /// stands there.
    pub open_claims: Vec<ClaimId>,
}

/// What `coverage` gives: what of an article's latest revision has been looked
/// at, and what has not.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Coverage {
    /// The article.
    pub article: ArticleId,
    /// Number of the revision.
    pub revision: u32,
    /// The score from which on a sentence is to be decided.
    pub threshold: f64,
    /// How much of each kind has been looked at.
    pub totals: Vec<CoverageTotal>,
    /// What has not, in the order of the text.
    pub uncovered: Vec<Uncovered>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_is_said_only_of_all() {
        assert_eq!(Share::new(0, 0).percent, 100);
        assert_eq!(Share::new(199, 200).percent, 99);
        assert_eq!(Share::new(200, 200).percent, 100);
        assert_eq!(Share::new(1, 3).percent, 33);
    }
}
