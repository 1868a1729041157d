//! How fast claims are extracted from a list of articles, beside splitting
//! the same text into sentences and nothing else.
//!
//! ```text
//! cargo bench --bench extracting
//! ```

#![expect(
    clippy::needless_pass_by_value,
    reason = "a filter gives away what it finds"
)]

mod beside;

use std::convert::Infallible;
use std::hint::black_box;
use std::io::Cursor;
use std::sync::Arc;
use std::time::Duration;

use beside::Group;
use claimdesk::extract::{Extractor, Model, Offer, shipped};
use claimdesk::filter::{After, Failure, Filter, Input, Reading, ShownSentence, Sink};
use claimdesk::text::blocks::blocks;
use claimdesk::text::sentences::sentences;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const ARTICLE: &str = include_str!("../data/sample/article.txt");
const FOUR_MEGABYTES: usize = 4_000_000;

/// Adds a sentence as a line of JSON.
fn render(sentence: ShownSentence, printed: &mut Vec<u8>) {
    // Writing JSON to memory does not fail.
    let _ = serde_json::to_writer(&mut *printed, &sentence);
    printed.push(b'\n');
}

struct Count(usize);

impl Sink<Vec<u8>> for Count {
    type Error = Infallible;

    fn found(&mut self, printed: Vec<u8>) -> Result<(), Infallible> {
        self.0 += printed.len();
        Ok(())
    }

    fn failed(&mut self, _: Failure) -> Result<After, Infallible> {
        Ok(After::NextInput)
    }

    fn idle(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}

fn articles() -> (Vec<String>, usize) {
    let rounds = FOUR_MEGABYTES / ARTICLE.len();
    let texts: Vec<String> = (0..rounds)
        .map(|round| ARTICLE.replace("2025", &(1900 + round % 125).to_string()))
        .collect();
    let bytes = texts.iter().map(String::len).sum();
    (texts, bytes)
}

fn filter(model: &Model, all: bool) -> Filter {
    Filter {
        model: Arc::new(model.clone()),
        offer: Offer {
            all,
            ..Offer::default()
        },
        published: None,
        reading: Reading::default(),
    }
}

fn extracting(criterion: &mut Criterion) {
    let Ok(model) = shipped() else { return };
    let (texts, bytes) = articles();
    let mut list = Vec::new();
    for text in &texts {
        list.extend(serde_json::json!({ "text": text }).to_string().into_bytes());
        list.push(b'\n');
    }
    let mut group = Group::new(criterion, "extracting 4 MB of articles");
    group.throughput(Throughput::Bytes(bytes as u64));
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(8));
    for (name, threads, all) in [
        ("JSON Lines to JSON Lines, one thread", 1, false),
        ("JSON Lines to JSON Lines, two threads", 2, false),
        ("every sentence, two threads", 2, true),
    ] {
        group.bench_function(name, |bencher| {
            bencher.measure(|| {
                let inputs = vec![Input::Stream(Box::new(Cursor::new(list.clone())))];
                let mut count = Count(0);
                let done = filter(model, all).run(inputs, threads, render, &mut count);
                (done, count.0)
            });
        });
    }
    group.bench_function("scoring alone, one thread", |bencher| {
        bencher.measure(|| {
            let extractor = Extractor::new(model, None);
            let scored = texts
                .iter()
                .map(|text| extractor.article(black_box(text), &blocks(text)).len());
            scored.sum::<usize>()
        });
    });
    group.bench_function("baseline: sentences alone, one thread", |bencher| {
        bencher.measure(|| {
            let found = texts
                .iter()
                .map(|text| sentences(black_box(text), &blocks(text)).len());
            found.sum::<usize>()
        });
    });
    group.finish();
}

/// Once in a run that extracts anything. Baseline: copying the bytes.
fn loading(criterion: &mut Criterion) {
    const SHIPPED: &[u8] = include_bytes!("../data/model/check-worthiness.model");
    let mut group = Group::new(criterion, "reading the shipped model");
    group.bench_function("claimdesk", |bencher| {
        bencher.measure(|| Model::from_bytes(black_box(SHIPPED)));
    });
    group.bench_function("baseline: a copy of the bytes", |bencher| {
        bencher.measure(|| black_box(SHIPPED).to_vec());
    });
    group.finish();
}

criterion_group!(benches, extracting, loading);
criterion_main!(benches);
