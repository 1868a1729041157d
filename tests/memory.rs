//! How much memory reading takes, as a multiple of what is read, and that a
//! list takes no more of it for being long.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::convert::Infallible;
use std::io::Read;
use std::sync::Arc;

use claimdesk::extract::{Extractor, Offer, shipped};
use claimdesk::filter::{After, Failure, Filter, Input, Reading, ShownSentence, Sink};
use claimdesk::ingest::{DocumentType, reader_for};
use claimdesk::text::blocks::blocks;
use claimdesk::text::sentences::sentences;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const ARTICLE: &str = include_str!("../data/sample/article.txt");

/// Less than this times its size is taken for a text.
const MOST: usize = 10;

/// Extracting from a list of articles takes less than this, however many.
const MOST_OF_A_LIST: usize = 24 * 1024 * 1024;

/// A line over and over.
struct Repeated {
    text: Vec<u8>,
    left: usize,
    at: usize,
}

impl Read for Repeated {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 {
            return Ok(0);
        }
        let read = (&self.text[self.at..]).read(buffer)?;
        self.at += read;
        if self.at == self.text.len() {
            self.left -= 1;
            self.at = 0;
        }
        Ok(read)
    }
}

struct Count(usize);

impl Sink<usize> for Count {
    type Error = Infallible;

    fn found(&mut self, sentences: usize) -> Result<(), Infallible> {
        self.0 += sentences;
        Ok(())
    }

    fn failed(&mut self, failure: Failure) -> Result<After, Infallible> {
        panic!("{failure:?}")
    }

    fn idle(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}

/// How many sentences are found in so many articles, and the memory it takes.
fn found_in(articles: usize) -> (usize, usize) {
    let list = Repeated {
        text: (serde_json::json!({ "text": ARTICLE }).to_string() + "\n").into_bytes(),
        left: articles,
        at: 0,
    };
    let filter = Filter {
        model: Arc::new(shipped().unwrap().clone()),
        offer: Offer::default(),
        published: None,
        reading: Reading::default(),
    };
    let mut count = Count(0);
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let render = |_: ShownSentence, found: &mut usize| *found += 1;
    let inputs = vec![Input::Stream(Box::new(list))];
    filter.run(inputs, 2, render, &mut count).unwrap();
    (count.0, MEMORY.peak_usage() - before)
}

/// One test, for the peak is that of the whole process.
#[test]
fn memory_stays_in_proportion() {
    a_long_text_takes_less_than_ten_times_its_size();
    a_list_takes_no_more_for_more_articles();
}

fn a_long_text_takes_less_than_ten_times_its_size() {
    let text = ARTICLE.repeat(1_500_000 / ARTICLE.len());
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let document = reader_for(DocumentType::Text)
        .read(text.as_bytes())
        .unwrap();
    let found = sentences(&document.text, &blocks(&document.text)).len();
    let candidates = Extractor::new(shipped().unwrap(), None)
        .article(&document.text, &document.blocks)
        .len();
    let taken = MEMORY.peak_usage() - before;
    assert!(
        found >= candidates && candidates > 1000,
        "{candidates} of {found}"
    );
    assert!(
        taken < MOST * text.len(),
        "{taken} bytes for {} of text",
        text.len()
    );
}

fn a_list_takes_no_more_for_more_articles() {
    let (few, _) = found_in(20);
    let (many, taken) = found_in(400);
    assert_eq!(many, 20 * few);
    assert!(few > 0);
    assert!(taken < MOST_OF_A_LIST, "{taken} bytes");
}
