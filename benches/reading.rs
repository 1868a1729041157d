//! How fast articles are read, split into sentences and found again, each
//! beside a baseline in the same run.
//!
//! ```text
//! cargo bench --bench reading
//! ```

mod beside;

use std::hint::black_box;
use std::time::Duration;

use beside::Group;
use claimdesk::ingest::{DocumentType, reader_for};
use claimdesk::model::text::Span;
use claimdesk::text::anchor::{Again, Finder, Reanchorer};
use claimdesk::text::blocks::blocks;
use claimdesk::text::sentences::sentences;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use unicode_segmentation::UnicodeSegmentation;

const ARTICLE: &str = include_str!("../data/sample/article.txt");
const TEN_MEGABYTES: usize = 10_000_000;

/// The sample article over and over, with other figures each time.
fn long_text(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + ARTICLE.len());
    for round in 0.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str(&ARTICLE.replace("2025", &(1900 + round % 125).to_string()));
        text.push('\n');
    }
    text
}

fn group<'c>(criterion: &'c mut Criterion, name: &str, bytes: usize) -> Group<'c> {
    let mut group = Group::new(criterion, name);
    group.throughput(Throughput::Bytes(bytes as u64));
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(8));
    group
}

/// Baseline: the sentences of Unicode Standard Annex 29, which know nothing of
/// abbreviations, headings or lists.
fn segmentation(criterion: &mut Criterion) {
    let text = long_text(TEN_MEGABYTES);
    let mut group = group(criterion, "sentences of 10 MB", text.len());
    let blocks_of_text = blocks(&text);
    group.bench_function("claimdesk", |bencher| {
        bencher.measure(|| sentences(black_box(&text), &blocks_of_text).len());
    });
    group.bench_function("claimdesk, with blocks", |bencher| {
        bencher.measure(|| sentences(black_box(&text), &blocks(&text)).len());
    });
    group.bench_function("baseline: UAX 29", |bencher| {
        bencher.measure(|| black_box(&text).unicode_sentences().count());
    });
    group.finish();
}

/// Baseline: checking that the bytes are UTF-8 and copying them.
fn ingestion(criterion: &mut Criterion) {
    let text = long_text(TEN_MEGABYTES);
    let mut group = group(criterion, "reading 10 MB", text.len());
    for (name, document_type) in [
        ("plain text", DocumentType::Text),
        ("Markdown", DocumentType::Markdown),
    ] {
        group.bench_function(name, |bencher| {
            bencher.measure(|| reader_for(document_type).read(black_box(text.as_bytes())));
        });
    }
    group.bench_function("baseline: UTF-8 check and copy", |bencher| {
        bencher.measure(|| std::str::from_utf8(black_box(text.as_bytes())).map(str::to_owned));
    });
    group.finish();
}

/// Every sentence of an article of 100 KB in a draft with an edit in every
/// twentieth sentence. Baseline: looking for the same words alone.
fn finding_again(criterion: &mut Criterion) {
    let old = long_text(100_000);
    let places: Vec<Span> = sentences(&old, &blocks(&old))
        .into_iter()
        .map(|sentence| sentence.span)
        .collect();
    let mut new = String::new();
    let mut at = 0;
    for span in places.iter().step_by(20) {
        new.push_str(&old[at..span.end]);
        new.push_str(" So it was said at the time.");
        at = span.end;
    }
    new.push_str(&old[at..]);
    let mut group = group(criterion, "finding 100 KB again", old.len());
    group.bench_function("claimdesk", |bencher| {
        bencher.measure(|| {
            let again = Reanchorer::new(black_box(&old), &new);
            places
                .iter()
                .filter(|place| again.find(**place) != Again::Gone)
                .count()
        });
    });
    group.bench_function("baseline: the same words alone", |bencher| {
        bencher.measure(|| {
            let words = places.iter().filter_map(|place| place.slice(&old));
            words
                .filter(|words| black_box(&new).contains(words))
                .count()
        });
    });
    group.finish();
}

/// Quotations as people type them, in an article of 100 KB. Baseline: the
/// same words alone.
fn quotations(criterion: &mut Criterion) {
    let text = long_text(100_000);
    let typed: Vec<String> = sentences(&text, &blocks(&text))
        .into_iter()
        .filter_map(|sentence| sentence.span.slice(&text))
        .take(60)
        .map(|words| words.replace('’', "'").replace(" the ", " a "))
        .collect();
    let mut group = group(criterion, "60 quotations in 100 KB", text.len());
    group.bench_function("claimdesk", |bencher| {
        bencher.measure(|| {
            let finder = Finder::new(black_box(&text));
            typed
                .iter()
                .map(|quote| finder.find(quote).len())
                .sum::<usize>()
        });
    });
    group.bench_function("baseline: the same words alone", |bencher| {
        bencher.measure(|| {
            let found = typed
                .iter()
                .filter(|quote| black_box(&text).contains(quote.as_str()));
            found.count()
        });
    });
    group.finish();
}

criterion_group!(benches, segmentation, ingestion, finding_again, quotations);
criterion_main!(benches);
