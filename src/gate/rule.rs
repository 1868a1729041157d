//! A rule with what it asks for, as it is written in TOML.

use std::str::FromStr;

use toml::Value;

use super::{GateRule, PolicyError};
use crate::model::flag::Severity;
use crate::model::words::closed_set;

/// The most publishers or sign-offs that a policy may ask for.
const MOST: i64 = 99;

closed_set! {
    /// Which claims must have a ruling.
    Decided, "choice of claims" {
        /// Every claim that is not dismissed.
        All = "all",
        /// Those that somebody accepted, added or judged, and not those that
        /// nobody has looked at.
        Accepted = "accepted",
    }
}

/// When four eyes are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FourEyes {
    /// Always.
    Always,
    /// Where the desk's setting asks for them.
    Auto,
}

/// A rule with what it asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    /// No flag of this severity or a worse one is open.
    OpenFlags(Severity),
    /// These claims have a ruling.
    Decided(Decided),
    /// No rating rests on what has changed since.
    Fresh,
    /// So large a share of the sentences has been looked at.
    Coverage(f64),
    /// So large a share of the figures, dates, names and quotations stands in
    /// a claim.
    FactCoverage(f64),
    /// A rating on the scale rests on a primary source.
    PrimarySource,
    /// A rating on the scale rests on sources of so many publishers.
    IndependentPublishers(u32),
    /// Sources on the web have a snapshot.
    Snapshots,
    /// Somebody else than who gave the verdict ruled on it.
    FourEyes(FourEyes),
    /// A claimant whose claim does not hold was asked.
    Reply,
    /// So many editors have signed off.
    SignOffsRequired(u32),
    /// So many of them with one rating.
    SignOffsAgreeing {
        /// How many.
        agreeing: u32,
        /// How many sign-offs have to be in before this is asked.
        of: u32,
    },
}

impl Rule {
    /// Its name.
    pub fn name(self) -> GateRule {
        match self {
            Self::OpenFlags(_) => GateRule::OpenFlags,
            Self::Decided(_) => GateRule::Decided,
            Self::Fresh => GateRule::Fresh,
            Self::Coverage(_) => GateRule::Coverage,
            Self::FactCoverage(_) => GateRule::FactCoverage,
            Self::PrimarySource => GateRule::PrimarySource,
            Self::IndependentPublishers(_) => GateRule::IndependentPublishers,
            Self::Snapshots => GateRule::Snapshots,
            Self::FourEyes(_) => GateRule::FourEyes,
            Self::Reply => GateRule::Reply,
            Self::SignOffsRequired(_) => GateRule::SignOffsRequired,
            Self::SignOffsAgreeing { .. } => GateRule::SignOffsAgreeing,
        }
    }

    /// What it asks for, as it is written in a policy.
    pub fn value(self) -> Value {
        match self {
            Self::OpenFlags(severity) => severity.as_str().into(),
            Self::Decided(claims) => claims.as_str().into(),
            Self::Coverage(share) | Self::FactCoverage(share) => share.into(),
            Self::IndependentPublishers(number)
            | Self::SignOffsRequired(number)
            | Self::SignOffsAgreeing {
                agreeing: number, ..
            } => number.into(),
            Self::FourEyes(FourEyes::Auto) => "auto".into(),
            Self::FourEyes(FourEyes::Always)
            | Self::Fresh
            | Self::PrimarySource
            | Self::Snapshots
            | Self::Reply => true.into(),
        }
    }
}

/// The rule of that name with the value, or none when the value switches it
/// off.
///
/// # Errors
/// Where the value does not fit, with what does.
pub(super) fn read(name: GateRule, value: &Value) -> Result<Option<Rule>, PolicyError> {
    if is_switch(name) && value.as_bool() == Some(false) {
        return Ok(None);
    }
    let rule = with(name, value).ok_or_else(|| PolicyError::DoesNotFit {
        rule: name,
        given: value.to_string(),
        fits: fits(name),
    })?;
    Ok(Some(rule))
}

/// Whether a rule asks for one thing only, and is on or off.
fn is_switch(name: GateRule) -> bool {
    matches!(
        name,
        GateRule::Fresh
            | GateRule::PrimarySource
            | GateRule::Snapshots
            | GateRule::FourEyes
            | GateRule::Reply
    )
}

/// The rule of that name with a value that fits.
fn with(name: GateRule, value: &Value) -> Option<Rule> {
    let on = |rule| value.as_bool()?.then_some(rule);
    match name {
        GateRule::OpenFlags => word(value).map(Rule::OpenFlags),
        GateRule::Decided => word(value).map(Rule::Decided),
        GateRule::Fresh => on(Rule::Fresh),
        GateRule::Coverage => share(value).map(Rule::Coverage),
        GateRule::FactCoverage => share(value).map(Rule::FactCoverage),
        GateRule::PrimarySource => on(Rule::PrimarySource),
        GateRule::IndependentPublishers => number(value).map(Rule::IndependentPublishers),
        GateRule::Snapshots => on(Rule::Snapshots),
        GateRule::FourEyes if value.as_str() == Some("auto") => {
            Some(Rule::FourEyes(FourEyes::Auto))
        }
        GateRule::FourEyes => on(Rule::FourEyes(FourEyes::Always)),
        GateRule::Reply => on(Rule::Reply),
        GateRule::SignOffsRequired => number(value).map(Rule::SignOffsRequired),
        GateRule::SignOffsAgreeing => {
            number(value).map(|agreeing| Rule::SignOffsAgreeing { agreeing, of: 0 })
        }
        GateRule::Blind => None,
    }
}

fn word<T: FromStr>(value: &Value) -> Option<T> {
    value.as_str()?.parse().ok()
}

fn share(value: &Value) -> Option<f64> {
    let share = match value.as_integer() {
        Some(0) => 0.0,
        Some(1) => 1.0,
        _ => value.as_float()?,
    };
    (0.0..=1.0).contains(&share).then_some(share)
}

fn number(value: &Value) -> Option<u32> {
    let number = value
        .as_integer()
        .filter(|number| (1..=MOST).contains(number))?;
    u32::try_from(number).ok()
}

/// What a rule can be given.
fn fits(rule: GateRule) -> String {
    let quoted = |words: &[&str]| words.join("\" or \"");
    match rule {
        GateRule::OpenFlags => format!("\"{}\"", quoted(Severity::WORDS)),
        GateRule::Decided => format!("\"{}\"", quoted(Decided::WORDS)),
        GateRule::Coverage | GateRule::FactCoverage => {
            "a share from 0 to 1, such as 0.9".to_owned()
        }
        GateRule::IndependentPublishers
        | GateRule::SignOffsRequired
        | GateRule::SignOffsAgreeing => format!("a number from 1 to {MOST}"),
        GateRule::FourEyes => "true, false or \"auto\"".to_owned(),
        GateRule::Fresh
        | GateRule::PrimarySource
        | GateRule::Snapshots
        | GateRule::Reply
        | GateRule::Blind => "true or false".to_owned(),
    }
}
