//! Which claims a report is of. A report of some says so, in every format, so
//! that it is never taken for the whole.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::Serialize;

use super::content::{ArticleReport, ClaimReport};
use super::wording;
use crate::model::claim::ClaimState;
use crate::model::flag::{Flag, FlagState};
use crate::model::ids::SourceId;
use crate::model::stats::RatingCount;

/// Conditions that all must hold of a claim for it to be in the report; each
/// of several words of one condition will do. Conditions on flags and days hold
/// of flags on the article too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Slugs of ratings.
    pub ratings: Vec<String>,
    /// Where claims stand in the desk's work.
    pub states: Vec<ClaimState>,
    /// Only what has an open flag.
    pub open_flags: bool,
    /// Categories of flags, or codes or names of the rules that raised them.
    pub flags: Vec<String>,
    /// Only what was judged, ruled or flagged on this day (UTC) or later.
    pub since: Option<NaiveDate>,
}

/// What a report of some claims says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Selected {
    /// How many claims of how many.
    pub claims: Part,
    /// How many of the flags that are on no claim.
    pub flags: Part,
    /// What was asked for, in words.
    pub conditions: Vec<String>,
}

/// Some of a number of things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Part {
    /// How many are in the report.
    pub shown: usize,
    /// How many there are.
    pub of: usize,
}

impl Selection {
    /// Whether it leaves nothing out.
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    fn holds(&self, report: &ClaimReport) -> bool {
        let claim = &report.claim;
        let is_among = |slug: &String| self.ratings.contains(slug);
        let rated = self.ratings.is_empty() || claim.rating.as_ref().is_some_and(is_among);
        let placed = self.states.is_empty() || self.states.contains(&claim.state);
        let flagged = !self.asks_for_flags() || report.flags.iter().any(|flag| self.fits(flag));
        rated && placed && flagged && self.since.is_none_or(|day| happened(report, day))
    }

    fn asks_for_flags(&self) -> bool {
        self.open_flags || !self.flags.is_empty()
    }

    /// Whether a flag is one of those asked for, whenever it was raised.
    fn fits(&self, flag: &Flag) -> bool {
        let open = !self.open_flags || flag.state == FlagState::Open;
        open && (self.flags.is_empty() || self.flags.iter().any(|name| is_called(flag, name)))
    }

    fn conditions(&self) -> Vec<String> {
        let any_of = |what: &str, words: &[String]| {
            (!words.is_empty()).then(|| format!("{what} {}", words.join(" or ")))
        };
        let states: Vec<String> = self.states.iter().map(ToString::to_string).collect();
        let open =
            (self.open_flags && self.flags.is_empty()).then(|| "with an open flag".to_owned());
        let kind = if self.open_flags {
            "with an open flag"
        } else {
            "with a flag"
        };
        let since = self
            .since
            .map(|day| format!("judged, ruled or flagged since {}", day.format("%-d %B %Y")));
        [
            any_of("rated", &self.ratings),
            any_of("in the state", &states),
            open,
            any_of(kind, &self.flags),
            since,
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Whether a flag has this category, or was raised by a rule of this name or
/// with a code that begins so, in any case.
pub fn is_called(flag: &Flag, name: &str) -> bool {
    let name = name.to_lowercase();
    let is_name = |own: &String| own.to_lowercase() == name;
    let code = flag.code.as_ref().map(|code| code.to_lowercase());
    is_name(&flag.category)
        || flag.name.as_ref().is_some_and(is_name)
        || code.is_some_and(|code| code.starts_with(&name))
}

/// Whether somebody judged, ruled or flagged on this day or later.
fn happened(report: &ClaimReport, day: NaiveDate) -> bool {
    let is_new = |at: DateTime<Utc>| at.date_naive() >= day;
    report
        .verdicts
        .iter()
        .any(|verdict| is_new(verdict.created_at))
        || report
            .rulings
            .iter()
            .any(|ruling| is_new(ruling.created_at))
        || report.flags.iter().any(|flag| is_new_flag(flag, day))
}

fn is_new_flag(flag: &Flag, day: NaiveDate) -> bool {
    let times = [Some(flag.created_at), flag.resolved_at];
    times.into_iter().flatten().any(|at| at.date_naive() >= day)
}

impl ArticleReport {
    /// The report of what a selection asks for. What is counted and cited is
    /// that of the claims that stay; the text and how much of it was looked at
    /// stay whole.
    #[must_use]
    pub fn narrowed(mut self, selection: &Selection) -> Self {
        if selection.is_all() {
            return self;
        }
        let of = (self.claims.len(), self.flags.len());
        self.claims.retain(|claim| selection.holds(claim));
        self.flags.retain(|flag| {
            let asked_for = !selection.asks_for_flags() || selection.fits(flag);
            asked_for && selection.since.is_none_or(|day| is_new_flag(flag, day))
        });
        let cited: HashSet<SourceId> = self
            .claims
            .iter()
            .flat_map(ClaimReport::all_evidence)
            .map(|evidence| evidence.source)
            .collect();
        self.sources.retain(|source| cited.contains(&source.id));
        self.ratings = recounted(self.ratings, &self.claims);
        let claims = &self.claims;
        self.scales.retain(|scale| {
            let of_scale = |claim: &ClaimReport| {
                let mut verdicts = claim.verdicts.iter();
                verdicts.any(|verdict| verdict.scale == scale.slug)
            };
            claims.iter().any(of_scale)
        });
        self.selection = Some(Selected {
            claims: Part {
                shown: self.claims.len(),
                of: of.0,
            },
            flags: Part {
                shown: self.flags.len(),
                of: of.1,
            },
            conditions: selection.conditions(),
        });
        self
    }
}

/// The ratings that claims have, in the order given.
fn recounted(ratings: Vec<RatingCount>, claims: &[ClaimReport]) -> Vec<RatingCount> {
    let mut ratings = ratings;
    for rating in &mut ratings {
        let count = claims.iter().filter(|claim| bears(claim, rating)).count();
        rating.count = u32::try_from(count).unwrap_or(u32::MAX);
    }
    ratings.retain(|rating| rating.count > 0);
    ratings
}

/// Whether this is the rating that a claim has. Two scales can call ratings
/// alike; the verdict tells which one is meant.
fn bears(claim: &ClaimReport, rating: &RatingCount) -> bool {
    let called_so = claim.claim.rating.as_ref() == Some(&rating.rating)
        && claim.claim.rating_label.as_ref() == Some(&rating.label);
    let by_verdict = claim
        .leading()
        .filter(|verdict| verdict.rating == rating.rating);
    called_so && by_verdict.is_none_or(|verdict| verdict.scale == rating.scale)
}

impl Selected {
    /// What is shown and what was asked for, in one sentence.
    pub fn said(&self) -> String {
        let Part { shown, of } = self.claims;
        let claims = format!("{shown} of {}", wording::count(of, "claim", "claims"));
        let Part { shown, of } = self.flags;
        let flags = (of > 0).then(|| {
            let flags = wording::count(of, "flag", "flags");
            format!(" and {shown} of {flags} on the article")
        });
        format!(
            "This report is a part of the whole: {claims}{}. It has what is {}.",
            flags.unwrap_or_default(),
            self.conditions.join(", and ")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    fn kept(selection: &Selection) -> Vec<i64> {
        let report = sample::report(str::to_owned).narrowed(selection);
        report.claims.iter().map(|claim| claim.claim.id.0).collect()
    }

    #[test]
    fn all_conditions_must_hold_and_one_word_of_each_will_do() {
        let rated = |ratings: &[&str]| Selection {
            ratings: ratings.iter().map(|&slug| slug.to_owned()).collect(),
            ..Selection::default()
        };
        assert_eq!(kept(&Selection::default()), [12, 13, 14]);
        assert_eq!(kept(&rated(&["false"])), [12]);
        assert_eq!(kept(&rated(&["false", "true"])), [12, 13]);
        let in_review = Selection {
            states: vec![ClaimState::InReview],
            ..rated(&["true"])
        };
        assert!(kept(&in_review).is_empty());
    }

    #[test]
    fn flags_and_days_narrow_too() {
        let open = Selection {
            open_flags: true,
            ..Selection::default()
        };
        assert_eq!(kept(&open), [12]);
        let other = Selection {
            flags: vec!["calendar".to_owned()],
            ..open
        };
        assert!(kept(&other).is_empty());
        let since = |day: &str| Selection {
            since: day.parse().ok(),
            ..Selection::default()
        };
        assert_eq!(
            kept(&since("2026-03-02")),
            [12, 13],
            "nothing happened to claim 14"
        );
        assert!(kept(&since("2026-03-03")).is_empty());
    }

    #[test]
    fn counts_sources_and_scales_follow_the_claims_that_stay() {
        let selection = Selection {
            ratings: vec!["true".to_owned()],
            ..Selection::default()
        };
        let report = sample::report(str::to_owned).narrowed(&selection);
        let counts: Vec<(&str, u32)> = report
            .ratings
            .iter()
            .map(|rating| (rating.label.as_str(), rating.count))
            .collect();
        assert_eq!(counts, [("True", 1)]);
        assert!(report.sources.is_empty());
        assert_eq!(report.scales.len(), 1);
    }

    #[test]
    fn what_is_left_out_is_said() {
        let selection = Selection {
            ratings: vec!["false".to_owned(), "misleading".to_owned()],
            open_flags: true,
            ..Selection::default()
        };
        let report = sample::report(str::to_owned).narrowed(&selection);
        assert_eq!(
            report.selection.map(|selected| selected.said()).as_deref(),
            Some(
                "This report is a part of the whole: 1 of 3 claims and 1 of 1 flag on the article. \
                 It has what is rated false or misleading, and with an open flag."
            )
        );
    }
}
