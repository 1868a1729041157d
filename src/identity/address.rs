//! Web addresses in the form that two spellings of one share.
//!
//! The rules, in their order: only http and https, and both are one, since
//! servers answer alike on both; the host in small letters, as it is sent on
//! the wire (Punycode), without a dot at its end; no default port; no
//! parameters that only say where a reader came from
//! (`data/sources/tracking-parameters.txt`); no fragment, unless a page that
//! is a program is told by it what to show (`#!…`, `#/…`); no slash at the
//! end; and percent-encoding as RFC 3986, section 6.2.2, has it.

use std::fmt::Write as _;

use url::Url;

use super::NotASource;

/// The list of parameters, one name to a line.
const TRACKING: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/data/sources/tracking-parameters.txt"
));

/// The host of an address in the two ways it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    /// As it is sent, such as `xn--mnchen-3ya.example`.
    pub ascii: String,
    /// As people read it, such as `münchen.example`.
    pub unicode: String,
}

/// A web address in the form that two spellings of it share. It starts with
/// `https://`, whatever the address was given with.
pub fn web_address(given: &str) -> Result<String, NotASource> {
    let mut address = parsed(given)?;
    // A known scheme can be set in the place of another known one.
    let _ = address.set_scheme("https");
    let host = address.host_str().unwrap_or_default();
    if host.ends_with('.') {
        let host = host.trim_end_matches('.').to_owned();
        address
            .set_host(Some(&host))
            .map_err(|_| NotASource::Unknown)?;
    }
    let kept = kept_parameters(&address);
    address.set_query((!kept.is_empty()).then_some(kept.as_str()));
    let tells_a_program = |fragment: &&str| fragment.starts_with(['!', '/']) && fragment.len() > 1;
    let fragment = address
        .fragment()
        .filter(tells_a_program)
        .map(str::to_owned);
    address.set_fragment(fragment.as_deref());
    let path = address.path().trim_end_matches('/').to_owned();
    address.set_path(&unescaped(&path));
    let text = address.to_string();
    // An address without a path has none of the slash that a URL writes there.
    if address.path() == "/" && address.query().is_none() && address.fragment().is_none() {
        return Ok(text.trim_end_matches('/').to_owned());
    }
    Ok(text)
}

/// The host of an address, where it is one.
pub fn host(given: &str) -> Option<Host> {
    let address = parsed(given).ok()?;
    let ascii = address.host_str()?.to_owned();
    let (unicode, _) = idna::domain_to_unicode(&ascii);
    Some(Host { ascii, unicode })
}

fn parsed(given: &str) -> Result<Url, NotASource> {
    let address = Url::parse(given.trim()).map_err(|_| NotASource::Unknown)?;
    if !matches!(address.scheme(), "http" | "https") {
        return Err(NotASource::Scheme(address.scheme().to_owned()));
    }
    if !address.username().is_empty() || address.password().is_some() {
        return Err(NotASource::Credentials);
    }
    Ok(address)
}

/// The query without the parameters that only track, the others in their order.
fn kept_parameters(address: &Url) -> String {
    let host = address.host_str().unwrap_or_default();
    let query = unescaped(address.query().unwrap_or_default());
    let kept = query.split('&').filter(|parameter| {
        let name = parameter.split('=').next().unwrap_or_default();
        !parameter.is_empty() && !tracks(&name.to_lowercase(), host)
    });
    kept.collect::<Vec<_>>().join("&")
}

/// Whether a parameter with this name only tracks, on this host.
fn tracks(name: &str, host: &str) -> bool {
    let rules = TRACKING
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    rules.into_iter().any(|rule| {
        let (pattern, hosts) = rule.split_once(" [").unwrap_or((rule, ""));
        let named = match pattern.strip_suffix('*') {
            Some(start) => name.starts_with(start),
            None => name == pattern,
        };
        named
            && (hosts.is_empty()
                || hosts
                    .trim_end_matches(']')
                    .split(", ")
                    .any(|of| is_or_below(host, of)))
    })
}

fn is_or_below(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain)
        .is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// Percent-encoding in its normal form: what needs none has none, and what has
/// it is in capital letters (RFC 3986, sections 6.2.2.1 and 6.2.2.2).
fn unescaped(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        normal.push_str(&rest[..at]);
        let code = rest
            .get(at + 1..at + 3)
            .filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()))
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        if let Some(byte) = code {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                normal.push(char::from(byte));
            } else {
                // Writing to a string cannot fail.
                let _ = write!(normal, "%{byte:02X}");
            }
            rest = &rest[at + 3..];
        } else {
            normal.push('%');
            rest = &rest[at + 1..];
        }
    }
    normal + rest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_address_are_one() {
        let cases: &[(&str, &str)] = &[
            ("https://Example.ORG", "https://example.org"),
            ("https://example.org/", "https://example.org"),
            ("https://example.org./a", "https://example.org/a"),
            ("http://example.org/a", "https://example.org/a"),
            ("http://example.org:80/a", "https://example.org/a"),
            ("https://example.org:443/a#part", "https://example.org/a"),
            ("https://example.org/a/", "https://example.org/a"),
            ("https://example.org/a?", "https://example.org/a"),
            ("https://example.org/a/../b", "https://example.org/b"),
            (
                "https://example.org/%7eana/%c3%a9",
                "https://example.org/~ana/%C3%A9",
            ),
            ("https://example.org/é", "https://example.org/%C3%A9"),
            (
                "https://example.org/a?utm_source=x&b=1&fbclid=y",
                "https://example.org/a?b=1",
            ),
            (
                "https://example.org/a?UTM_Medium=x",
                "https://example.org/a",
            ),
            (
                "https://www.youtube.com/watch?v=1&si=2",
                "https://www.youtube.com/watch?v=1",
            ),
            ("https://example.org/a?si=2", "https://example.org/a?si=2"),
            ("https://notx.com/a?s=20", "https://notx.com/a?s=20"),
            ("https://example.org/#!/a", "https://example.org/#!/a"),
            ("https://example.org/a#:~:text=b", "https://example.org/a"),
            (
                "https://München.example/a",
                "https://xn--mnchen-3ya.example/a",
            ),
            (
                "https://xn--mnchen-3ya.example/a",
                "https://xn--mnchen-3ya.example/a",
            ),
        ];
        for (given, same) in cases {
            assert_eq!(web_address(given).unwrap(), *same, "{given}");
        }
    }

    #[test]
    fn pages_that_differ_stay_apart() {
        let pages = [
            "https://example.org/a",
            "https://www.example.org/a",
            "https://example.org/A",
            "https://example.org/a?b=1",
            "https://example.org/a?b=2",
            "https://example.org/a?b=1&b=2",
            "https://example.org:8443/a",
            "https://example.org/a%2Fb",
            "https://example.org/a/b",
            "https://example.org/a//b",
        ];
        let mut normal: Vec<_> = pages
            .iter()
            .map(|page| web_address(page).unwrap())
            .collect();
        normal.sort();
        normal.dedup();
        assert_eq!(normal.len(), pages.len(), "{normal:#?}");
    }

    #[test]
    fn a_host_is_shown_as_it_is_sent_and_as_it_is_read() {
        let both = host("https://MÜNCHEN.example/a").unwrap();
        assert_eq!(both.ascii, "xn--mnchen-3ya.example");
        assert_eq!(both.unicode, "münchen.example");
    }

    /// Addresses of parts that are easily mistaken for each other.
    fn address() -> impl Strategy<Value = String> {
        let scheme = prop::sample::select(vec!["http", "https", "HTTPS"]);
        let host = prop::sample::select(vec![
            "example.org",
            "EXAMPLE.org",
            "a.example.org",
            "example.org.",
            "münchen.example",
            "[::1]",
            "127.0.0.1",
        ]);
        let port = prop::sample::select(vec!["", ":80", ":443", ":8080"]);
        let piece = prop::sample::select(vec![
            "a", "A", "%41", "%2F", "..", ".", "", "é", "%", "%zz", "~", "%7e", "a b",
        ]);
        let path = prop::collection::vec(piece, 0..4).prop_map(|pieces| pieces.join("/"));
        let parameter = prop::sample::select(vec![
            "a=1",
            "utm_x=2",
            "b",
            "",
            "si=1",
            "c=%20d",
            "e=f=g",
            "%75tm_y=1",
        ]);
        let query =
            prop::option::of(prop::collection::vec(parameter, 0..4).prop_map(|all| all.join("&")));
        let fragment = prop::option::of(prop::sample::select(vec!["", "part", "!/a", "/b", "!"]));
        (scheme, host, port, path, query, fragment).prop_map(
            |(scheme, host, port, path, query, fragment)| {
                let query = query.map(|query| format!("?{query}")).unwrap_or_default();
                let fragment = fragment
                    .map(|fragment| format!("#{fragment}"))
                    .unwrap_or_default();
                format!("{scheme}://{host}{port}/{path}{query}{fragment}")
            },
        )
    }

    /// The path as a server would see it, without a slash at its end.
    fn path_bytes(address: &str) -> Vec<Vec<u8>> {
        let address = Url::parse(address).unwrap();
        let path = address.path().trim_end_matches('/').to_owned();
        path.split('/')
            .map(|piece| percent_encoding::percent_decode_str(piece).collect())
            .collect()
    }

    proptest! {
        #[test]
        fn the_normal_form_of_a_normal_form_is_itself(given in address()) {
            let once = web_address(&given).unwrap();
            prop_assert_eq!(web_address(&once).unwrap(), once.clone(), "{}", given);
        }

        #[test]
        fn no_two_hosts_or_paths_become_one(one in address(), other in address()) {
            if web_address(&one).unwrap() == web_address(&other).unwrap() {
                let dotless = |address: &str| host(address).unwrap().ascii.trim_end_matches('.').to_owned();
                prop_assert_eq!(dotless(&one), dotless(&other));
                prop_assert_eq!(path_bytes(&one), path_bytes(&other));
            }
        }

        #[test]
        fn anything_is_normalised_or_refused(given in "\\PC{0,40}") {
            if let Ok(normal) = web_address(&given) {
                prop_assert_eq!(web_address(&normal).unwrap(), normal.clone());
            }
        }
    }
}
