//! What somebody meant who wrote an address with a slip, and addresses without
//! what must not be repeated.

use super::address::web_address;

/// The slips of `http` and `https`, one letter too few, too many or out of order.
const SCHEMES: [&str; 2] = ["https", "http"];

/// Endings of hosts that no file has.
const ENDINGS: [&str; 6] = [".com", ".org", ".net", ".gov", ".edu", ".int"];

/// The address that was meant by a text that is none, where that is plain.
pub fn meant(given: &str) -> Option<String> {
    let given = given.trim();
    let (scheme, rest) = match scheme_and_rest(given) {
        Some((scheme, rest)) => (nearest_scheme(scheme)?, rest),
        None if is_host(given) => ("https", given),
        None => return None,
    };
    let address = format!("{scheme}://{}", without_user(rest));
    (address != given && web_address(&address).is_ok()).then_some(address)
}

/// An address without the user name and password in it, which no message
/// repeats.
pub fn without_credentials(given: &str) -> String {
    match given.split_once("//") {
        Some((scheme, rest)) if without_user(rest) != rest => {
            format!("{scheme}//…@{}", without_user(rest))
        }
        _ => given.to_owned(),
    }
}

/// What stands before and behind the colon and the slashes, one of which may be
/// missing.
fn scheme_and_rest(given: &str) -> Option<(&str, &str)> {
    let letters = given.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (scheme, rest) = given.split_at(letters);
    let slashes = ["://", ":/", "//"];
    let rest = slashes.iter().find_map(|mark| rest.strip_prefix(mark))?;
    (!scheme.is_empty()).then(|| (scheme, rest.trim_start_matches('/')))
}

fn nearest_scheme(scheme: &str) -> Option<&'static str> {
    let scheme = scheme.to_lowercase();
    let near = |known: &&&str| strsim::osa_distance(&scheme, known) <= 1;
    let same = SCHEMES.iter().find(|known| **known == scheme);
    same.or_else(|| SCHEMES.iter().find(near)).copied()
}

/// Whether a text begins with a host, and is no file.
fn is_host(given: &str) -> bool {
    let host = given.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.to_lowercase();
    host.starts_with("www.") || ENDINGS.iter().any(|ending| host.ends_with(ending))
}

/// Host and path without what stands before the host.
fn without_user(rest: &str) -> &str {
    let host_ends = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    match rest[..host_ends].rfind('@') {
        Some(at) => &rest[at + 1..],
        None => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_understood() {
        for (given, address) in [
            ("www.example.org", Some("https://www.example.org")),
            ("example.org/a?b=c", Some("https://example.org/a?b=c")),
            ("htps://example.org/a", Some("https://example.org/a")),
            ("htpp://example.org/a", Some("http://example.org/a")),
            ("https:/example.org/a", Some("https://example.org/a")),
            ("http//example.org", Some("http://example.org")),
            ("https://a:b@example.org/@c", Some("https://example.org/@c")),
            ("javascript://example.org", None),
            ("file:///etc/passwd", None),
            ("ftp://example.org", None),
            ("report.pdf", None),
            ("https://example.org", None),
            ("", None),
        ] {
            assert_eq!(meant(given).as_deref(), address, "{given}");
        }
    }

    #[test]
    fn passwords_are_not_repeated() {
        for (given, told) in [
            (
                "https://ana:secret@example.org/a",
                "https://…@example.org/a",
            ),
            ("https://ana:sec@ret@example.org", "https://…@example.org"),
            ("https://example.org/@ana", "https://example.org/@ana"),
            ("the library", "the library"),
        ] {
            assert_eq!(without_credentials(given), told);
        }
    }
}
