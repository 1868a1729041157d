//! ClaimReview (schema.org 30) as fact-checkers publish it: read from any page or
//! feed, written by the rules of Google's fact checks, and checked against them.
//!
//! What is read is first a [`Review`], which keeps what the document says, and
//! becomes a claim record when a scale is given to say its rating on. What a
//! review says beyond that stays with the record, under `extra`, and is written
//! out again.

mod dates;
mod fields;
mod find;
mod google;
mod parts;
mod rating;
mod read;
mod record;
mod review;
mod rules;
mod tells;
mod write;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use find::is_review;
pub(super) use rating::rate;
#[cfg(test)]
pub(super) use rating::tests::scale;
pub use rating::{HowRated, Mapping, MappingError};
pub use read::{Reading, read, reviews_in};
pub use record::{NoClaim, Taken};
pub use review::{Appearance, Item, Party, Place, Review, ReviewRating, When};
pub use rules::check;
pub use write::{
    CheckPage, DocumentWriter, PublicCorrection, WriteError, WriteWarning, Written, document,
    for_script, write,
};

/// Under which name a claim record keeps what else a review says.
const EXTRA: &str = "claimreview";

/// Most characters of what was reviewed that Google's displays show.
const LONGEST_CLAIM: usize = 75;
