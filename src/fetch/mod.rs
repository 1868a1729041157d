//! Pages of the web, asked for one at a time. This is the only room that opens
//! a connection, and it does so only when it is asked to fetch.
//!
//! An answer is taken whole or not at all: what is too long, too slow, cut
//! short, or leads elsewhere than to http and https is an error.

mod error;

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::time::{Duration, Instant};

use ureq::http::{HeaderMap, Response};
use ureq::{Agent, Body};
use url::Url;

pub use error::FetchError;

/// How the program introduces itself to servers.
const USER_AGENT: &str = concat!(
    "claimdesk/",
    env!("CARGO_PKG_VERSION"),
    " (fact-checking desk; one request at a time)"
);

/// The longest answer that is taken unless somebody says otherwise, in bytes.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// What an answer may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest answer, in bytes, as it is after unpacking.
    pub bytes: u64,
    /// The longest time from asking to the last byte, redirects included.
    pub time: Duration,
    /// The most redirects that are followed.
    pub redirects: usize,
    /// The least time between two requests to one host.
    pub pause: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: MAX_BYTES,
            time: Duration::from_mins(1),
            redirects: 10,
            pause: Duration::from_secs(1),
        }
    }
}

/// What is known of a page from before, so that a server need not send it
/// again (RFC 9110, section 13).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The `ETag` that came with it.
    pub etag: Option<String>,
    /// The `Last-Modified` that came with it.
    pub last_modified: Option<String>,
}

/// A server's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    /// The HTTP status.
    pub status: u16,
    /// The address that answered, after all redirects.
    pub url: String,
    /// Whether every redirect on the way was for good (301 or 308), and there
    /// was one.
    pub moved: bool,
    /// The headers, names in small letters; several of one name are joined by
    /// commas.
    pub headers: BTreeMap<String, String>,
    /// The body, unpacked; empty where the status tells of none.
    pub bytes: Vec<u8>,
}

impl Fetched {
    /// Whether the server says that nothing has changed (304).
    pub fn is_unchanged(&self) -> bool {
        self.status == 304
    }

    /// Whether the server says that there is nothing at the address (404, 410).
    pub fn is_gone(&self) -> bool {
        matches!(self.status, 404 | 410)
    }

    /// Whether the page came.
    pub fn is_page(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// Fetches pages within limits, and gives each host time between requests.
#[derive(Debug)]
pub struct Fetcher {
    agent: Agent,
    limits: Limits,
    asked: HashMap<String, Instant>,
}

impl Fetcher {
    /// Gets ready; opens no connection yet.
    pub fn new(limits: Limits) -> Self {
        let config = Agent::config_builder()
            .user_agent(USER_AGENT)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build();
        Self {
            agent: config.new_agent(),
            limits,
            asked: HashMap::new(),
        }
    }

    /// Asks for a page, and follows where the server says that it is.
    pub fn fetch(&mut self, address: &str, known: &Known) -> Result<Fetched, FetchError> {
        let begun = Instant::now();
        let mut url = web_url(address)?;
        let mut seen = vec![url.clone()];
        let mut for_good = true;
        loop {
            let left = self.limits.time.saturating_sub(begun.elapsed());
            if left.is_zero() {
                return Err(FetchError::TimedOut(self.limits.time));
            }
            let response = self.ask(&url, known, left)?;
            let Some(next) = led_to(&url, &response)? else {
                return self.whole(response, &url, for_good && seen.len() > 1);
            };
            for_good &= matches!(response.status().as_u16(), 301 | 308);
            if seen.contains(&next) {
                return Err(FetchError::Loop(next.to_string()));
            }
            if seen.len() > self.limits.redirects {
                return Err(FetchError::TooManyRedirects(self.limits.redirects));
            }
            seen.push(next.clone());
            url = next;
        }
    }

    fn ask(
        &mut self,
        url: &Url,
        known: &Known,
        left: Duration,
    ) -> Result<Response<Body>, FetchError> {
        self.wait_for(url);
        let mut request = self.agent.get(url.as_str());
        if let Some(etag) = &known.etag {
            request = request.header("If-None-Match", etag);
        }
        if let Some(date) = &known.last_modified {
            request = request.header("If-Modified-Since", date);
        }
        let request = request.config().timeout_global(Some(left)).build();
        let limits = self.limits;
        request
            .call()
            .map_err(|error| FetchError::of(error, url, limits))
    }

    /// Waits until a host may be asked again.
    fn wait_for(&mut self, url: &Url) {
        let host = url.authority().to_owned();
        if let Some(last) = self.asked.get(&host) {
            let pause = self.limits.pause.saturating_sub(last.elapsed());
            if !pause.is_zero() {
                std::thread::sleep(pause);
            }
        }
        self.asked.insert(host, Instant::now());
    }

    /// The answer with its whole body.
    fn whole(
        &self,
        response: Response<Body>,
        url: &Url,
        moved: bool,
    ) -> Result<Fetched, FetchError> {
        let status = response.status().as_u16();
        let headers = told(response.headers());
        let mut bytes = Vec::new();
        let mut body = response
            .into_body()
            .into_reader()
            .take(self.limits.bytes.saturating_add(1));
        body.read_to_end(&mut bytes)
            .map_err(|error| FetchError::of(error.into(), url, self.limits))?;
        if bytes.len() as u64 > self.limits.bytes {
            return Err(FetchError::TooLarge(self.limits.bytes));
        }
        Ok(Fetched {
            status,
            url: url.to_string(),
            moved,
            headers,
            bytes,
        })
    }
}

fn web_url(address: &str) -> Result<Url, FetchError> {
    let refused = |why: String| FetchError::Address {
        address: address.to_owned(),
        why,
    };
    crate::identity::web_address(address).map_err(|why| refused(why.to_string()))?;
    let mut url = Url::parse(address.trim()).map_err(|error| refused(error.to_string()))?;
    url.set_fragment(None);
    Ok(url)
}

/// Where a redirect leads.
fn led_to(from: &Url, response: &Response<Body>) -> Result<Option<Url>, FetchError> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let location = response.headers().get("location");
    let Some(location) = location.and_then(|location| location.to_str().ok()) else {
        return Err(FetchError::LedNowhere(from.to_string()));
    };
    let next = from
        .join(location)
        .map_err(|_| FetchError::LedNowhere(from.to_string()))?;
    web_url(next.as_str()).map(Some)
}

fn told(headers: &HeaderMap) -> BTreeMap<String, String> {
    let mut told: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in headers {
        let value = String::from_utf8_lossy(value.as_bytes());
        told.entry(name.as_str().to_owned())
            .and_modify(|values| {
                values.push_str(", ");
                values.push_str(&value);
            })
            .or_insert_with(|| value.into_owned());
    }
    told
}
