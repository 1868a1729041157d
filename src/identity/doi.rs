//! Digital Object Identifiers.

use percent_encoding::percent_decode_str;

/// What stands before a DOI where it is written out (DOI Handbook, section 3).
const BEFORE: [&str; 8] = [
    "https://doi.org/",
    "http://doi.org/",
    "https://www.doi.org/",
    "http://www.doi.org/",
    "https://dx.doi.org/",
    "http://dx.doi.org/",
    "doi:",
    "info:doi/",
];

/// The DOI in `given`, in small letters from `10.`, where it is one. The prefix
/// is `10.` with four or more digits (DOI Handbook, section 2.2); letters are
/// the same small and large (section 2.4).
pub(super) fn doi(given: &str) -> Option<String> {
    let lower = given.to_lowercase();
    let written_out = BEFORE.iter().find_map(|before| lower.strip_prefix(before));
    let bare = match written_out {
        // A query or fragment is the resolver's.
        Some(rest) if lower.starts_with("http") => {
            let path = rest.split(['?', '#']).next()?;
            percent_decode_str(path).decode_utf8().ok()?.into_owned()
        }
        Some(rest) => rest.trim().to_owned(),
        None => lower,
    };
    let (prefix, suffix) = bare.strip_prefix("10.")?.split_once('/')?;
    let registrant = prefix.split('.').next()?;
    let is_prefix = registrant.len() >= 4
        && prefix.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && registrant.bytes().all(|b| b.is_ascii_digit());
    let is_suffix = !suffix.is_empty() && !suffix.contains(char::is_whitespace);
    (is_prefix && is_suffix).then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_doi_is_found_in_each_way_it_is_written() {
        for given in [
            "10.1000/ABC(1)",
            "doi:10.1000/abc(1)",
            "DOI: 10.1000/abc(1)",
            "info:doi/10.1000/abc(1)",
            "https://doi.org/10.1000/abc(1)",
            "http://dx.doi.org/10.1000/abc%281%29",
            "https://www.doi.org/10.1000/abc(1)?download=1#page",
        ] {
            assert_eq!(doi(given).as_deref(), Some("10.1000/abc(1)"), "{given}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for given in [
            "10.10/a",
            "10.1000",
            "10.1000/",
            "10.1000/a b",
            "11.1000/a",
            "https://example.org/10.1000/a",
            "10.100x/a",
        ] {
            assert_eq!(doi(given), None, "{given}");
        }
    }
}
