//! Claim records in files: JSON Lines, and the same as CSV.

mod csv;
mod jsonl;

pub use csv::{CsvWriter, read_csv};
pub use jsonl::{JsonlWriter, read_jsonl};

use std::io;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::identity::sha256;
use crate::interchange::web_annotation::Attached;
use crate::model::edtf::EdtfDate;
use crate::model::record::ClaimRecord;

/// Longest record that is read, in bytes.
pub const MAX_RECORD: u64 = 16 * 1024 * 1024;

/// A record as a file has it, or what is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbered {
    /// Which record of the file it is, from 1.
    pub number: u64,
    /// Where it stands, such as `line 12`.
    pub place: String,
    /// The record; or why it is none.
    pub record: Result<ClaimRecord, String>,
    /// Where an annotation is attached, and what it says beyond the claim.
    pub attached: Option<Attached>,
}

/// Claims written one after the other into a file.
pub trait RecordWriter {
    /// Writes one claim.
    ///
    /// # Errors
    /// What the file can't take.
    fn write(&mut self, record: &ClaimRecord) -> io::Result<()>;

    /// Writes what ends the file.
    ///
    /// # Errors
    /// What the file can't take.
    fn finish(&mut self) -> io::Result<()>;

    /// How many texts the format had no room for, and that were cut.
    fn shortened(&self) -> u64 {
        0
    }
}

/// The identity of a record that has none: the same for the same claim by the
/// same person in the same place, checked on the same page, so that a file that
/// is imported again changes nothing.
pub fn identity_of(record: &ClaimRecord) -> Uuid {
    let place = |place: Option<usize>| place.map(|place| place.to_string());
    let (start, end) = (place(record.start), place(record.end));
    let told = [
        Some("claimdesk-record-1"),
        Some(record.claim.trim()),
        record.quote.as_deref(),
        start.as_deref(),
        end.as_deref(),
        record.claimant.as_deref(),
        record.claim_date.as_ref().map(EdtfDate::as_str),
        record.article_url.as_deref(),
        record.article_title.as_deref(),
        record.check_url.as_deref(),
        record.publisher.as_deref(),
    ];
    let parts = told.map(|part| match part {
        Some(part) => format!("{}:{part},", part.len()),
        None => "-".to_owned(),
    });
    uuid_of(&parts.concat())
}

/// A UUID of version 7 (RFC 9562, section 5.7) that tells a time, its other bits out
/// of the SHA-256 of a text.
pub(super) fn uuid_made_at(at: DateTime<Utc>, text: &str) -> Uuid {
    let mut others = [0; 10];
    others.copy_from_slice(&uuid_of(text).as_bytes()[..10]);
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
    uuid::Builder::from_unix_timestamp_millis(millis, &others).into_uuid()
}

/// A UUID of version 8 (RFC 9562, section 5.8) out of the SHA-256 of a text.
pub(super) fn uuid_of(text: &str) -> Uuid {
    let digest = sha256(text.as_bytes());
    let number = u128::from_str_radix(&digest[..32], 16).unwrap_or_default();
    uuid::Builder::from_custom_bytes(number.to_be_bytes()).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(claim: &str) -> ClaimRecord {
        ClaimRecord {
            claim: claim.to_owned(),
            ..ClaimRecord::default()
        }
    }

    #[test]
    fn the_same_claim_has_the_same_identity() {
        let record = said("The bridge opened in 1931.");
        let judged = ClaimRecord {
            rating: Some("false".to_owned()),
            ..record.clone()
        };
        assert_eq!(identity_of(&record), identity_of(&judged));
        assert_eq!(identity_of(&record).get_version_num(), 8);
    }

    #[test]
    fn another_claim_another_speaker_and_another_place_have_others() {
        let record = said("The bridge opened in 1931.");
        let by = ClaimRecord {
            claimant: Some("The mayor".to_owned()),
            ..record.clone()
        };
        let there = ClaimRecord {
            article_url: Some("The mayor".to_owned()),
            ..record.clone()
        };
        let ids = [&record, &by, &there, &said("The bridge opened in 1932.")].map(identity_of);
        for (at, id) in ids.iter().enumerate() {
            assert!(!ids[at + 1..].contains(id));
        }
    }
}
