//! Words that notes have in common.

use std::fmt::Display;

use super::Output;
use crate::interchange::claimreview::WriteWarning;
use crate::model::ids::ClaimId;

/// A number with its noun: `1 claim`, `2 claims`.
pub(crate) fn counted<N: Copy + Display + PartialEq + From<u8>>(count: N, noun: &str) -> String {
    if count == N::from(1) {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}

/// A number with its noun as what a sentence is about: `1 claim is`, `2 claims are`.
pub(crate) fn there_are<N: Copy + Display + PartialEq + From<u8>>(count: N, noun: &str) -> String {
    let verb = if count == N::from(1) { "is" } else { "are" };
    format!("{} {verb}", counted(count, noun))
}

impl Output {
    /// Says what loses a display, of the ClaimReview of a claim or of a whole page.
    pub(crate) fn note_review(&mut self, claim: Option<ClaimId>, warning: &WriteWarning) {
        match claim {
            Some(claim) => self.note(format!("claim {claim}: {warning}")),
            None => self.note(warning),
        }
    }
}
