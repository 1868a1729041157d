//! A web server on the loopback interface, for pages that change, vanish, lead
//! elsewhere, stall and lie.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use tiny_http::{Header, Response, Server};

/// A page as the server gives it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Page {
    pub(crate) fn html(body: &str) -> Self {
        Self {
            status: 200,
            headers: vec![("Content-Type", "text/html; charset=utf-8".to_owned())],
            body: body.as_bytes().to_vec(),
        }
    }

    pub(crate) fn status(status: u16) -> Self {
        Self {
            status,
            ..Self::html("<p>An error.</p>")
        }
    }

    pub(crate) fn leads_to(status: u16, place: &str) -> Self {
        Self::status(status).with("Location", place)
    }

    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    pub(crate) fn bytes(mut self, bytes: Vec<u8>) -> Self {
        self.body = bytes;
        self
    }
}

/// What was asked of the server: the path, and its conditions.
pub(crate) type Asked = Arc<Mutex<Vec<(String, bool)>>>;

/// A site whose pages can be changed while it is up.
pub(crate) struct Site {
    pages: Arc<Mutex<HashMap<String, Page>>>,
    asked: Asked,
    server: Arc<Server>,
}

impl Site {
    pub(crate) fn new() -> Self {
        let server = Arc::new(Server::http("127.0.0.1:0").unwrap());
        let pages: Arc<Mutex<HashMap<String, Page>>> = Arc::default();
        let asked = Asked::default();
        let (serving, shown, log) = (server.clone(), pages.clone(), asked.clone());
        thread::spawn(move || {
            for request in serving.incoming_requests() {
                let conditional = request
                    .headers()
                    .iter()
                    .find(|header| header.field.equiv("If-None-Match"));
                let etag = conditional.map(|header| header.value.to_string());
                log.lock()
                    .unwrap()
                    .push((request.url().to_owned(), etag.is_some()));
                let page = shown.lock().unwrap().get(request.url()).cloned();
                let page = page.unwrap_or_else(|| Page::status(404));
                let same = etag.is_some_and(|etag| {
                    page.headers
                        .iter()
                        .any(|(name, value)| *name == "ETag" && *value == etag)
                });
                let (status, body) = if same {
                    (304, Vec::new())
                } else {
                    (page.status, page.body)
                };
                let mut response = Response::from_data(body).with_status_code(status);
                for (name, value) in &page.headers {
                    response.add_header(Header::from_bytes(*name, value.as_str()).unwrap());
                }
                // Who asked may have gone away.
                let _ = request.respond(response);
            }
        });
        Self {
            pages,
            asked,
            server,
        }
    }

    pub(crate) fn shows(&self, path: &str, page: Page) {
        self.pages.lock().unwrap().insert(path.to_owned(), page);
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.server.server_addr())
    }

    /// Every request so far: the path, and whether it was conditional.
    pub(crate) fn asked(&self) -> Vec<(String, bool)> {
        self.asked.lock().unwrap().clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

/// The address of a server that answers every request with just these bytes,
/// with a pause between each of them, and then hangs up.
pub(crate) fn raw(answer: &'static [u8], pause: Option<Duration>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || tell(stream, answer, pause));
        }
    });
    format!("http://{address}/")
}

fn tell(mut stream: TcpStream, answer: &[u8], pause: Option<Duration>) {
    let mut request = [0; 4096];
    let _ = stream.read(&mut request);
    for byte in answer.chunks(if pause.is_some() { 1 } else { answer.len() }) {
        if stream.write_all(byte).is_err() {
            return;
        }
        if let Some(pause) = pause {
            thread::sleep(pause);
        }
    }
}
