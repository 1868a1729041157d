//! How much memory reading takes, as a multiple of what is read.

use claimdesk::extract::{Extractor, shipped};
use claimdesk::ingest::{DocumentType, reader_for};
use claimdesk::text::blocks::blocks;
use claimdesk::text::sentences::sentences;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const ARTICLE: &str = include_str!("../data/sample/article.txt");

/// Less than this times its size is taken for a text.
const MOST: usize = 10;

#[test]
fn a_long_text_is_read_and_scored_in_less_than_ten_times_its_size() {
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
