//! Which claims a report is of, on the command line.

use chrono::NaiveDate;
use clap::Args;

use crate::cli::words::{day, one_of};
use crate::model::claim::ClaimState;
use crate::report::selection::Selection;

/// The states of the claims that reports have: all but `dismissed`.
const STATES: &[&str] = &["extracted", "to-check", "in-review", "decided", "published"];

/// Conditions that all must hold.
#[derive(Debug, Args)]
#[command(next_help_heading = "Only some claims (the report says what it leaves out)")]
pub(crate) struct Select {
    /// Only with one of these ratings, such as false,misleading
    #[arg(long, value_name = "RATINGS", value_delimiter = ',')]
    only: Vec<String>,
    /// Only in one of these states, such as decided,published
    #[arg(long, value_name = "STATES", value_delimiter = ',', value_parser = one_of::<ClaimState>(STATES))]
    state: Vec<ClaimState>,
    /// Only with an open flag
    #[arg(long)]
    open_flags: bool,
    /// Only with a flag of one of these categories, or of rules with these codes or names
    #[arg(long, value_name = "KINDS", value_delimiter = ',')]
    flag: Vec<String>,
    /// Only if judged, ruled or flagged on this day (UTC) or later
    #[arg(long, value_name = "DAY", value_parser = day)]
    since: Option<NaiveDate>,
}

impl From<Select> for Selection {
    fn from(given: Select) -> Self {
        Self {
            ratings: given.only,
            states: given.state,
            open_flags: given.open_flags,
            flags: given.flag,
            since: given.since,
        }
    }
}
