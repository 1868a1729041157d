//! Who published sources, so far as that is known.

use std::collections::HashSet;

use url::Url;

/// What is known of who published a source.
#[derive(Debug, Clone, Copy)]
pub struct Published<'s> {
    /// The publisher that is named.
    pub publisher: Option<&'s str>,
    /// The source's web address.
    pub url: Option<&'s str>,
}

/// The publishers of sources, each once, in the order of the sources. Where no
/// publisher is named, the host of the address stands for it, unless another
/// of the sources is from that host and names one.
pub fn publishers(sources: &[Published<'_>]) -> Vec<String> {
    let named = |source: &Published<'_>| {
        let name = source.publisher.map(str::trim).map(str::to_owned);
        name.filter(|name| !name.is_empty())
    };
    let mut known: HashSet<String> = HashSet::new();
    let mut found = Vec::new();
    let mut hosts_of_named = HashSet::new();
    for source in sources {
        if let Some(name) = named(source) {
            hosts_of_named.extend(host(source));
            if known.insert(folded(&name)) {
                found.push(name);
            }
        }
    }
    for source in sources.iter().filter(|source| named(source).is_none()) {
        let host = host(source).filter(|host| !hosts_of_named.contains(host));
        if let Some(host) = host.filter(|host| known.insert(host.clone())) {
            found.push(host);
        }
    }
    found
}

/// A name as it is compared.
fn folded(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    without_www(&words.join(" ").to_lowercase()).to_owned()
}

fn host(source: &Published<'_>) -> Option<String> {
    let address = Url::parse(source.url?).ok()?;
    let host = address.host_str()?.trim_end_matches('.').to_lowercase();
    Some(without_www(&host).to_owned())
}

fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(sources: &[(Option<&str>, Option<&str>)]) -> usize {
        let sources: Vec<Published<'_>> = sources
            .iter()
            .map(|(publisher, url)| Published {
                publisher: *publisher,
                url: *url,
            })
            .collect();
        publishers(&sources).len()
    }

    #[test]
    fn a_publisher_counts_once_however_it_is_written() {
        assert_eq!(count(&[]), 0);
        assert_eq!(count(&[(Some("EFE"), None), (Some(" efe "), None)]), 1);
        assert_eq!(
            count(&[(Some("El  País"), None), (Some("EL PAÍS"), None)]),
            1
        );
        assert_eq!(count(&[(Some("EFE"), None), (Some("AP"), None)]), 2);
    }

    #[test]
    fn the_host_stands_for_a_publisher_that_is_not_named() {
        let one = Some("https://www.Example.org/a");
        assert_eq!(
            count(&[(None, one), (None, Some("http://example.org:80/b"))]),
            1
        );
        assert_eq!(
            count(&[(None, one), (None, Some("https://example.com/"))]),
            2
        );
        assert_eq!(count(&[(Some("  "), one), (None, one)]), 1);
        assert_eq!(count(&[(None, None), (None, Some("no address"))]), 0);
    }

    #[test]
    fn a_host_whose_publisher_is_known_adds_none() {
        let efe = Some("https://www.efe.com/a");
        let also_efe = (None, Some("https://efe.com/b"));
        assert_eq!(count(&[(Some("EFE"), efe), also_efe]), 1);
        assert_eq!(count(&[also_efe, (Some("EFE"), efe)]), 1);
        assert_eq!(count(&[(Some("efe.com"), None), also_efe]), 1);
        let on_one_host = Some("https://archive.example/1");
        assert_eq!(
            count(&[(Some("EFE"), on_one_host), (Some("AP"), on_one_host)]),
            2
        );
    }
}
