//! What can go wrong when a page is fetched, in words that say what to do.

use std::time::Duration;

use url::Url;

use super::Limits;

/// Why a page did not come.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The address, or one that it leads to, is none that can be fetched.
    #[error("{address} can't be fetched: {why}")]
    Address {
        /// The address.
        address: String,
        /// Why it can't.
        why: String,
    },
    /// A redirect without a place.
    #[error("{0} leads elsewhere without saying where")]
    LedNowhere(String),
    /// Redirects that come back.
    #[error("the page leads in a circle, back to {0}")]
    Loop(String),
    /// Redirects without an end.
    #[error("the page leads elsewhere more than {0} times")]
    TooManyRedirects(usize),
    /// The answer is longer than what is kept.
    #[error("the page is larger than {} MiB", .0 / 1024 / 1024)]
    TooLarge(u64),
    /// The answer took too long.
    #[error("the server took more than {} seconds", .0.as_secs_f32())]
    TimedOut(Duration),
    /// The name of the host leads nowhere.
    #[error("there is no host {0}")]
    NoHost(String),
    /// Nobody answers at the host.
    #[error("{host} can't be reached: {why}")]
    Unreachable {
        /// The host.
        host: String,
        /// What the system said.
        why: String,
    },
    /// The connection can't be trusted.
    #[error("the connection to {host} is not safe: {why}")]
    NotSafe {
        /// The host.
        host: String,
        /// What is wrong with its certificate or its protocol.
        why: String,
    },
    /// The answer ended early, or is not what it says it is.
    #[error("the answer of {host} is cut short or damaged: {why}")]
    Damaged {
        /// The host.
        host: String,
        /// What is wrong with it.
        why: String,
    },
    /// The server has another answer than the page.
    #[error("the server answered {0}")]
    Status(u16),
}

impl FetchError {
    /// What an error of the client means for somebody who wants a page.
    pub(super) fn of(error: ureq::Error, url: &Url, limits: Limits) -> Self {
        let host = url.host_str().unwrap_or_default().to_owned();
        match error {
            ureq::Error::Timeout(_) => Self::TimedOut(limits.time),
            ureq::Error::HostNotFound => Self::NoHost(host),
            ureq::Error::BodyExceedsLimit(_) => Self::TooLarge(limits.bytes),
            ureq::Error::Tls(why) => Self::NotSafe {
                host,
                why: why.to_owned(),
            },
            ureq::Error::Rustls(why) => Self::NotSafe {
                host,
                why: why.to_string(),
            },
            ureq::Error::Io(error) => Self::of_io(error, host, limits),
            ureq::Error::ConnectionFailed => Self::Unreachable {
                host,
                why: "the connection failed".to_owned(),
            },
            other => Self::Damaged {
                host,
                why: other.to_string(),
            },
        }
    }

    fn of_io(error: std::io::Error, host: String, limits: Limits) -> Self {
        // The client hides its own errors in those of reading.
        let why = error.to_string();
        let within = error
            .into_inner()
            .and_then(|inner| inner.downcast::<ureq::Error>().ok());
        match within.as_deref() {
            Some(ureq::Error::Timeout(_)) => return Self::TimedOut(limits.time),
            Some(ureq::Error::Rustls(_) | ureq::Error::Tls(_)) => {
                return Self::NotSafe { host, why };
            }
            _ => {}
        }
        if why.contains("timeout") || why.contains("timed out") {
            return Self::TimedOut(limits.time);
        }
        // Errors of TLS come through reading and writing, and are told apart by
        // their words alone.
        let of_tls = [
            "certificate",
            "handshake",
            "TLS",
            "corrupt message",
            "fatal alert",
        ];
        if of_tls.iter().any(|word| why.contains(word)) {
            return Self::NotSafe { host, why };
        }
        if why.contains("lookup address") && !why.contains("Temporary") {
            return Self::NoHost(host);
        }
        let early = [
            "unexpected end",
            "UnexpectedEof",
            "corrupt",
            "deflate",
            "gzip",
            "disconnected",
        ];
        if early.iter().any(|word| why.contains(word)) {
            return Self::Damaged { host, why };
        }
        Self::Unreachable { host, why }
    }
}
