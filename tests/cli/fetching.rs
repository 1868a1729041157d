//! Pages fetched from servers that behave, and from such as do not.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::time::Duration;

use claimdesk::fetch::{FetchError, Fetched, Fetcher, Known, Limits};

use crate::server::{Page, Site, raw};

const SMALL: Limits = Limits {
    bytes: 1000,
    time: Duration::from_secs(30),
    redirects: 3,
    pause: Duration::ZERO,
};

fn fetch(address: &str) -> Result<Fetched, FetchError> {
    Fetcher::new(SMALL).fetch(address, &Known::default())
}

/// Why an address does not give a page.
fn refusal(address: &str) -> String {
    fetch(address).unwrap_err().to_string()
}

#[test]
fn a_page_comes_with_what_the_server_says_of_it() {
    let site = Site::new();
    site.shows("/a", Page::html("<p>Words.").with("ETag", "\"1\""));
    let page = fetch(&site.url("/a#part")).unwrap();
    assert_eq!(
        (page.status, page.bytes.as_slice()),
        (200, b"<p>Words.".as_slice())
    );
    assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
    assert_eq!((page.url, page.moved), (site.url("/a"), false));
    let known = Known {
        etag: Some("\"1\"".to_owned()),
        ..Known::default()
    };
    let again = Fetcher::new(SMALL).fetch(&site.url("/a"), &known).unwrap();
    assert!(again.is_unchanged() && again.bytes.is_empty());
    assert!(fetch(&site.url("/b")).unwrap().is_gone());
}

#[test]
fn redirects_are_followed_as_far_as_they_lead_somewhere() {
    let site = Site::new();
    site.shows("/end", Page::html("<p>Here."));
    site.shows("/for-good", Page::leads_to(301, "/end"));
    site.shows("/for-now", Page::leads_to(302, &site.url("/end")));
    site.shows("/both", Page::leads_to(308, "/for-now"));
    for (path, moved) in [("/for-good", true), ("/for-now", false), ("/both", false)] {
        let page = fetch(&site.url(path)).unwrap();
        assert_eq!((page.url, page.moved), (site.url("/end"), moved), "{path}");
    }
    site.shows("/circle", Page::leads_to(302, "/circle/on"));
    site.shows("/circle/on", Page::leads_to(302, "/circle"));
    for step in 0..5 {
        let next = format!("/far/{}", step + 1);
        site.shows(&format!("/far/{step}"), Page::leads_to(302, &next));
    }
    site.shows("/nowhere", Page::status(302));
    site.shows("/file", Page::leads_to(302, "file:///etc/passwd"));
    site.shows(
        "/user",
        Page::leads_to(302, "http://ana:secret@example.org/"),
    );
    for (path, told) in [
        ("/circle", "in a circle"),
        ("/far/0", "more than 3 times"),
        ("/nowhere", "without saying where"),
        ("/file", "file: address"),
        ("/user", "user name or password"),
    ] {
        let why = refusal(&site.url(path));
        assert!(why.contains(told), "{path}: {why}");
    }
}

#[test]
fn an_answer_comes_whole_or_not_at_all() {
    let site = Site::new();
    site.shows("/long", Page::html("").bytes(vec![b'a'; 1001]));
    assert_eq!(fetch(&site.url("/long")), Err(FetchError::TooLarge(1000)));
    site.shows("/just", Page::html("").bytes(vec![b'a'; 1000]));
    assert_eq!(fetch(&site.url("/just")).unwrap().bytes.len(), 1000);

    // Forty bytes that unpack to some ten thousand.
    let bomb = packed(&vec![0; 10_000]);
    let whole = bomb.clone();
    site.shows(
        "/bomb",
        Page::html("").bytes(bomb).with("Content-Encoding", "gzip"),
    );
    assert_eq!(fetch(&site.url("/bomb")), Err(FetchError::TooLarge(1000)));
    let half = whole[..whole.len() / 2].to_vec();
    site.shows(
        "/half",
        Page::html("").bytes(half).with("Content-Encoding", "gzip"),
    );
    let why = refusal(&site.url("/half"));
    assert!(why.contains("cut short or damaged"), "{why}");

    let short = raw(
        b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nOnly this",
        None,
    );
    let why = refusal(&short);
    assert!(why.contains("cut short or damaged"), "{why}");
    let nonsense = raw(b"Good morning\r\n\r\n", None);
    let why = refusal(&nonsense);
    assert!(why.contains("cut short or damaged"), "{why}");
}

#[test]
fn a_server_that_stalls_or_trickles_is_left() {
    let time = Duration::from_millis(600);
    let trickle = raw(
        b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nSlowly, slowly, slowly, slowly, slowly, slowly",
        Some(Duration::from_millis(30)),
    );
    let silent = raw(b"H", Some(Duration::from_secs(3)));
    for address in [trickle, silent] {
        let mut fetcher = Fetcher::new(Limits { time, ..SMALL });
        let answer = fetcher.fetch(&address, &Known::default());
        assert_eq!(answer, Err(FetchError::TimedOut(time)));
    }
}

#[test]
fn what_cannot_be_reached_or_trusted_is_told() {
    let plain = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", None);
    let why = refusal(&plain.replace("http:", "https:"));
    assert!(why.contains("is not safe"), "{why}");
    // The port for throwing away (RFC 863), where nothing listens.
    let why = refusal("http://127.0.0.1:9/");
    assert!(why.contains("can't be reached"), "{why}");
    let why = refusal("http://nobody.invalid/");
    assert!(why.contains("nobody.invalid"), "{why}");
    for (address, told) in [
        ("ftp://example.org/a", "ftp: address"),
        ("file:///etc/passwd", "file: address"),
        ("nonsense", "no address"),
    ] {
        let why = refusal(address);
        assert!(why.contains(told), "{why}");
    }
}

#[test]
fn a_host_gets_time_between_requests() {
    let site = Site::new();
    site.shows("/a", Page::html("<p>A."));
    let pause = Duration::from_millis(120);
    let mut fetcher = Fetcher::new(Limits { pause, ..SMALL });
    let begun = std::time::Instant::now();
    for _ in 0..3 {
        fetcher.fetch(&site.url("/a"), &Known::default()).unwrap();
    }
    assert!(begun.elapsed() >= pause * 2, "{:?}", begun.elapsed());
    assert_eq!(site.asked().len(), 3);
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}
