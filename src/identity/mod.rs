//! What a source is recognised by: a web address, a DOI, an ISBN, the bytes of
//! a file. Two spellings of the same give one identity.

mod address;
mod chain;
mod digest;
mod doi;
mod isbn;
mod meant;

pub use address::{Host, host, web_address};
pub use chain::{NO_HASH, content_hash, line_hash, link_problem};
pub use digest::{hex, sha256};
pub use meant::{meant, without_credentials};

use crate::model::source::SourceIdentity;

/// Why a text names no source.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotASource {
    /// Neither an address, nor a DOI, nor an ISBN.
    #[error("it is no address, DOI or ISBN")]
    Unknown,
    /// Nor a file, where one could be meant.
    #[error("it is no address, DOI or ISBN, and there is no such file")]
    NoFile,
    /// Only pages of the web can be cited by their address.
    #[error("only http and https addresses can be cited, and this is a {0}: address")]
    Scheme(String),
    /// What is kept on a desk and printed in reports must not open accounts.
    #[error("it holds a user name or password; leave it out")]
    Credentials,
    /// An ISBN with a slip.
    #[error("it looks like an ISBN, but its check digit would be {0}")]
    CheckDigit(String),
}

/// What a text names as a source: an address, a DOI or an ISBN.
pub fn identify(given: &str) -> Result<SourceIdentity, NotASource> {
    let given = given.trim();
    if let Some(doi) = doi::doi(given) {
        return Ok(SourceIdentity::Doi(doi));
    }
    if let Some(isbn) = isbn::isbn(given)? {
        return Ok(SourceIdentity::Isbn(isbn));
    }
    Ok(SourceIdentity::Url {
        given: given.to_owned(),
        normalised: web_address(given)?,
    })
}

/// What a file is recognised by, whatever it is called.
pub fn of_bytes(bytes: &[u8]) -> SourceIdentity {
    SourceIdentity::File(sha256(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_source_has_one_identity_however_it_is_spelled() {
        let same: &[(&str, &str)] = &[
            ("https://example.org/a", "url:https://example.org/a"),
            (" http://example.org/a ", "url:https://example.org/a"),
            ("10.1000/182", "doi:10.1000/182"),
            ("doi:10.1000/182", "doi:10.1000/182"),
            ("https://doi.org/10.1093/NAR/gkz1", "doi:10.1093/nar/gkz1"),
            ("ISBN 0-306-40615-2", "isbn:9780306406157"),
            ("978-0-306-40615-7", "isbn:9780306406157"),
        ];
        for (given, key) in same {
            assert_eq!(identify(given).unwrap().key(), *key, "{given}");
        }
    }

    #[test]
    fn what_can_not_be_cited_is_refused_with_the_reason() {
        let refused = [
            ("javascript:alert(1)", "javascript: address"),
            ("data:text/plain,x", "data: address"),
            ("file:///etc/passwd", "file: address"),
            ("https://ana:secret@example.org/", "user name"),
            ("https://ana@example.org/", "user name"),
            ("the library", "no address"),
            ("978-0-306-40615-8", "would be 7"),
            ("https://", "no address"),
            ("", "no address"),
        ];
        for (given, why) in refused {
            let refusal = identify(given).unwrap_err().to_string();
            assert!(refusal.contains(why), "{given}: {refusal}");
        }
    }

    #[test]
    fn a_file_is_its_bytes() {
        assert_eq!(
            of_bytes(b"abc").key(),
            "file:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
