//! The address of the page of a check: on the web, its own, and on the
//! publisher's site.

use url::Url;

use super::{WriteError, WriteWarning};
use crate::identity::host;
use crate::interchange::claimreview::parts;

/// Hosts that only point to other pages, which search engines don't follow.
const SHORTENERS: &[&str] = &[
    "bit.ly",
    "buff.ly",
    "cutt.ly",
    "dlvr.it",
    "fb.me",
    "g.co",
    "goo.gl",
    "ift.tt",
    "is.gd",
    "lnkd.in",
    "ow.ly",
    "rb.gy",
    "rebrand.ly",
    "shorturl.at",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tinyurl.com",
    "trib.al",
    "v.gd",
];

/// An address that names a page of the web.
pub(super) fn absolute(given: &str) -> Result<&str, WriteError> {
    let given = given.trim();
    let parsed = Url::parse(given).ok().filter(|_| parts::is_address(given));
    match parsed {
        Some(url) if url.has_host() => Ok(given),
        _ => Err(WriteError::BadUrl(given.to_owned())),
    }
}

/// What about the address of a page loses the display.
pub(super) fn about_page(url: &str, publisher: Option<&str>) -> Option<WriteWarning> {
    let page = host(url)?.unicode;
    if is_shortener(&page) {
        return Some(WriteWarning::Shortened { host: page });
    }
    let publisher = host(publisher?)?.unicode;
    let site = publisher.strip_prefix("www.").unwrap_or(&publisher);
    let belongs = page == site || page.ends_with(&format!(".{site}"));
    (!belongs).then_some(WriteWarning::OtherSite { page, publisher })
}

/// Whether a host only points to other pages.
pub(in crate::interchange::claimreview) fn is_shortener(host: &str) -> bool {
    SHORTENERS.contains(&host.strip_prefix("www.").unwrap_or(host))
}
