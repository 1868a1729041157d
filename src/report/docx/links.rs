//! Links of a part: addresses of the web as relationships, and nothing else.

use std::fmt::Write;

use url::Url;

use super::package::{RELATIONSHIPS, TYPES};
use super::xml::Xml;

/// The longest address that becomes a link, in bytes. What Word follows ends
/// near 2,080, as in the browsers of its maker.
const LONGEST: usize = 2_000;

/// The relationships of one part.
#[derive(Debug, Default)]
pub(super) struct Links {
    /// Parts of the file by their kind.
    parts: Vec<(&'static str, &'static str)>,
    /// Addresses outside it, each once.
    addresses: Vec<String>,
}

impl Links {
    /// The relationships to parts of the file: their kinds and where they lie.
    pub(super) fn to_parts(parts: Vec<(&'static str, &'static str)>) -> Self {
        Self {
            parts,
            addresses: Vec::new(),
        }
    }

    /// The id of the relationship to an address, unless it is none that a
    /// reader may be sent to.
    pub(super) fn id(&mut self, address: &str) -> Option<String> {
        let address = web(address)?;
        let known = self.addresses.iter().position(|known| *known == address);
        let number = known.unwrap_or_else(|| {
            self.addresses.push(address);
            self.addresses.len() - 1
        });
        Some(format!("link{}", number + 1))
    }

    /// The part that holds the relationships, or `None` where there are none.
    pub(super) fn part(&self) -> Option<String> {
        if self.parts.is_empty() && self.addresses.is_empty() {
            return None;
        }
        let mut xml = Xml::part("Relationships", &[("xmlns", RELATIONSHIPS)]);
        for (number, (kind, target)) in (1..).zip(&self.parts) {
            let id = format!("part{number}");
            let kind = kind_of(kind);
            xml.empty(
                "Relationship",
                &[("Id", &id), ("Type", &kind), ("Target", target)],
            );
        }
        let kind = kind_of("hyperlink");
        for (number, address) in (1..).zip(&self.addresses) {
            let id = format!("link{number}");
            xml.empty(
                "Relationship",
                &[
                    ("Id", &id),
                    ("Type", &kind),
                    ("Target", address),
                    ("TargetMode", "External"),
                ],
            );
        }
        Some(xml.finish())
    }
}

/// The type of a relationship. That of the file's properties is not one of the
/// documents' own.
fn kind_of(kind: &str) -> String {
    match kind {
        "core-properties" => {
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
                .to_owned()
        }
        kind => format!("{TYPES}/{kind}"),
    }
}

/// An address of the web, written so that Word takes it: a target that is no
/// URI makes it call the whole file broken.
fn web(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    let (before, after) = url[..].split_at(url[..url::Position::BeforePath].len());
    let mut written = before.to_owned();
    let mut fragments = 0;
    for (at, c) in after.char_indices() {
        fragments += usize::from(c == '#');
        let fits = match c {
            '%' => is_escape(&after[at..]),
            '#' => fragments == 1,
            c => c.is_ascii_alphanumeric() || "-._~/?!$&'()*+,;=:@".contains(c),
        };
        if fits {
            written.push(c);
        } else {
            for byte in c.to_string().bytes() {
                // Writing to a string can't fail.
                let _ = write!(written, "%{byte:02X}");
            }
        }
    }
    (written.len() <= LONGEST).then_some(written)
}

/// Whether a text begins with an escaped byte, such as `%20`.
fn is_escape(text: &str) -> bool {
    text.get(1..3)
        .is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_become_links() {
        for address in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "\\\\server\\share",
            "mailto:a@example.org",
            "ms-word:ofe|u|https://example.org",
            "report.docx",
            "https://",
        ] {
            assert_eq!(web(address), None, "{address}");
        }
        assert_eq!(
            web(&format!("https://example.org/{}", "a".repeat(3_000))),
            None
        );
    }

    #[test]
    fn addresses_are_written_as_uris() {
        let written = |address: &str| web(address).unwrap();
        assert_eq!(
            written("https://Žilina.example/a b|c[1]%zz%20#x#y"),
            "https://xn--ilina-tib.example/a%20b%7Cc%5B1%5D%25zz%20#x%23y"
        );
        assert_eq!(written("http://[::1]:80/"), "http://[::1]/");
    }

    #[test]
    fn each_address_stands_once() {
        let mut links = Links::default();
        assert_eq!(links.part(), None);
        assert_eq!(links.id("https://example.org/b").unwrap(), "link1");
        assert_eq!(links.id("https://example.org/a").unwrap(), "link2");
        assert_eq!(links.id("https://example.org/b").unwrap(), "link1");
        assert_eq!(links.part().unwrap().matches("External").count(), 2);
    }
}
