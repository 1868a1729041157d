//! Sources, recognised again by what they are, and the evidence taken from
//! them.

use serde::Serialize;

use super::claims::find_claim;
use super::names::{filled, not_blank};
use super::transact::{Act, Change, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::model::claim::ClaimRef;
use crate::model::event::{Action, SubjectKind};
use crate::model::ids::{ClaimId, NoteId, SourceId, VerdictId};
use crate::model::source::{
    Evidence, NewEvidence, NewSource, Source, SourceDetails, SourceIdentity, SourceRef,
};
use crate::store::{Reader, Sight};

/// What came of adding a source.
#[derive(Debug, Clone, Serialize)]
pub struct SourceAdded {
    /// The source.
    #[serde(flatten)]
    pub source: Source,
    /// Whether it was on the desk before; then nothing was changed.
    pub existed: bool,
}

/// A source with every use of it.
#[derive(Debug, Clone, Serialize)]
pub struct SourceDetail {
    /// The source.
    #[serde(flatten)]
    pub source: Source,
    /// The evidence that cites it, oldest first.
    pub evidence: Vec<Evidence>,
}

fn refuse(given: &str, why: &'static str) -> DeskError {
    DeskError::NotASource {
        given: given.to_owned(),
        why,
    }
}

/// A web address in the form that two spellings of it share: host in lower
/// case, no default port, no fragment, no empty path.
pub(super) fn web_address(given: &str) -> Result<String> {
    let mut address =
        url::Url::parse(given).map_err(|_| refuse(given, "it is no address, DOI or ISBN"))?;
    if !matches!(address.scheme(), "http" | "https") {
        return Err(refuse(given, "only http and https addresses can be cited"));
    }
    if !address.username().is_empty() || address.password().is_some() {
        return Err(refuse(given, "it holds a user name or password"));
    }
    address.set_fragment(None);
    Ok(address.to_string())
}

/// The DOI in `given`, lower case from `10.`, where it is one. The prefix is
/// `10.` with four or more digits (DOI Handbook, section 2.2).
fn doi(given: &str) -> Option<String> {
    let lower = given.to_lowercase();
    let bare = [
        "https://doi.org/",
        "http://doi.org/",
        "https://dx.doi.org/",
        "http://dx.doi.org/",
        "doi:",
    ]
    .iter()
    .find_map(|prefix| lower.strip_prefix(prefix))
    .unwrap_or(&lower)
    .trim();
    let (prefix, suffix) = bare.strip_prefix("10.")?.split_once('/')?;
    let registrant = prefix.split('.').next()?;
    let is_prefix = registrant.len() >= 4
        && prefix.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && registrant.bytes().all(|b| b.is_ascii_digit());
    (is_prefix && !suffix.is_empty() && !suffix.contains(char::is_whitespace))
        .then(|| bare.to_owned())
}

/// The ISBN in `given` as 13 digits, where it is one whose check digit holds
/// (ISO 2108:2017).
fn isbn(given: &str) -> Option<String> {
    let given = given.trim();
    let bare = given
        .get(..4)
        .filter(|word| word.eq_ignore_ascii_case("isbn"))
        .map_or(given, |_| given[4..].trim_start_matches([':', ' ', '-']));
    let digits: String = bare
        .chars()
        .filter(|c| !matches!(c, '-' | ' ' | '–'))
        .collect();
    match digits.len() {
        13 if digits.bytes().all(|b| b.is_ascii_digit()) => {
            let (body, check) = digits.split_at(12);
            (isbn13_check(body) == check).then_some(digits)
        }
        10 => {
            let values: Option<Vec<u32>> = digits
                .chars()
                .enumerate()
                .map(|(place, c)| {
                    if place == 9 && matches!(c, 'X' | 'x') {
                        Some(10)
                    } else {
                        c.to_digit(10)
                    }
                })
                .collect();
            let sum: u32 = (1..=10)
                .rev()
                .zip(values?)
                .map(|(weight, value)| weight * value)
                .sum();
            let body = format!("978{}", &digits[..9]);
            sum.is_multiple_of(11)
                .then(|| format!("{body}{}", isbn13_check(&body)))
        }
        _ => None,
    }
}

fn isbn13_check(body: &str) -> String {
    let sum: u32 = body
        .chars()
        .zip([1, 3].into_iter().cycle())
        .filter_map(|(c, weight)| Some(c.to_digit(10)? * weight))
        .sum();
    ((10 - sum % 10) % 10).to_string()
}

/// What a text names as a source: an address, a DOI or an ISBN.
pub fn source_identity(given: &str) -> Result<SourceIdentity> {
    let given = not_blank("the source", given)?;
    if let Some(doi) = doi(given) {
        return Ok(SourceIdentity::Doi(doi));
    }
    if let Some(isbn) = isbn(given) {
        return Ok(SourceIdentity::Isbn(isbn));
    }
    Ok(SourceIdentity::Url {
        given: given.to_owned(),
        normalised: web_address(given)?,
    })
}

fn find_source(reader: &Reader<'_>, id: SourceId) -> Result<Source> {
    reader.source(id)?.ok_or(DeskError::UnknownNumber {
        what: "source",
        id: id.0,
    })
}

/// Ties a source to a claim, finding or making the source first.
pub(super) fn tie(
    change: &Change<'_>,
    to: (ClaimId, Option<VerdictId>),
    new: &NewEvidence,
) -> Result<Evidence> {
    let made = |source: &NewSource| {
        let found = change
            .writer
            .find_or_insert_source(source, change.uuid(), change.at);
        Ok::<_, DeskError>(found?.id)
    };
    let source = match &new.source {
        SourceRef::Number(id) => find_source(change.writer, *id)?.id,
        SourceRef::Described(source) => made(source)?,
        SourceRef::Note(id) => made(&source_of_note(change.writer, *id)?)?,
    };
    let new = NewEvidence {
        quote: filled(new.quote.as_deref()),
        locator: filled(new.locator.as_deref()),
        ..new.clone()
    };
    Ok(change.writer.insert_evidence(
        to,
        source,
        change.actor.id,
        &new,
        change.uuid(),
        change.at,
    )?)
}

/// The source that a note of the writer's points to.
fn source_of_note(reader: &Reader<'_>, id: NoteId) -> Result<NewSource> {
    let note = reader.note(id)?.ok_or(DeskError::UnknownNumber {
        what: "note",
        id: id.0,
    })?;
    let url = note.url.ok_or_else(|| {
        DeskError::Invalid(format!(
            "note {id} gives no web address; name its source yourself"
        ))
    })?;
    Ok(NewSource {
        identity: source_identity(&url)?,
        details: SourceDetails::default(),
    })
}

impl Desk {
    /// Adds a source, or finds it when it is on the desk already.
    pub fn add_source(&mut self, act: &Act, new: &NewSource) -> Result<SourceAdded> {
        if let SourceIdentity::Title(title) = &new.identity {
            not_blank("the title", title)?;
        }
        self.transact(act, |change| {
            let found = change
                .writer
                .find_or_insert_source(new, change.uuid(), change.at)?;
            // Whoever names a source knows it, whatever else it is cited for.
            let source = find_source(&change.writer.seen_with(Sight::All), found.id)?;
            if found.existed {
                return Ok(Done::unchanged(SourceAdded {
                    source,
                    existed: true,
                }));
            }
            let event = event(
                Action::SourceAdd,
                SubjectKind::Source,
                source.id.0,
                source.uuid,
            )
            .after(state(&source)?);
            Ok(Done::with(
                SourceAdded {
                    source,
                    existed: false,
                },
                event,
            ))
        })
    }

    /// Every source, oldest first.
    pub fn sources(&self) -> Result<Vec<Source>> {
        self.look(|reader| Ok(reader.sources()?))
    }

    /// One source with every use of it.
    pub fn source(&self, id: SourceId) -> Result<SourceDetail> {
        self.look(|reader| {
            Ok(SourceDetail {
                source: find_source(reader, id)?,
                evidence: reader.uses_of(id)?,
            })
        })
    }

    /// Ties a source to a claim outside any verdict.
    pub fn add_evidence(
        &mut self,
        act: &Act,
        claim: &ClaimRef,
        new: &NewEvidence,
    ) -> Result<Evidence> {
        self.transact(act, |change| {
            let claim = find_claim(change.writer, claim)?;
            let evidence = tie(change, (claim.id, None), new)?;
            let event = event(
                Action::EvidenceAdd,
                SubjectKind::Claim,
                claim.id.0,
                claim.uuid,
            )
            .after(state(&evidence)?);
            Ok(Done::with(evidence, event))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_source_has_one_identity_however_it_is_spelled() {
        let same: &[(&str, &str)] = &[
            ("https://Example.ORG", "url:https://example.org/"),
            (
                "https://example.org:443/a#part",
                "url:https://example.org/a",
            ),
            ("http://example.org/a?b=1", "url:http://example.org/a?b=1"),
            ("10.1000/182", "doi:10.1000/182"),
            ("doi:10.1000/182", "doi:10.1000/182"),
            ("https://doi.org/10.1093/NAR/gkz1", "doi:10.1093/nar/gkz1"),
            ("ISBN 0-306-40615-2", "isbn:9780306406157"),
            ("978-0-306-40615-7", "isbn:9780306406157"),
            ("080442957X", "isbn:9780804429573"),
        ];
        for (given, key) in same {
            assert_eq!(source_identity(given).unwrap().key(), *key, "{given}");
        }
    }

    #[test]
    fn what_can_not_be_cited_is_refused() {
        let refused = [
            "javascript:alert(1)",
            "data:text/plain,x",
            "file:///etc/passwd",
            "https://ana:secret@example.org/",
            "the library",
            "978-0-306-40615-8",
            "",
        ];
        for given in refused {
            assert!(source_identity(given).is_err(), "{given}");
        }
    }
}
