//! What the rules cost, beside what extraction of the same text costs in the same
//! run: a linter that is slower than the reading is not run.

mod beside;

use std::hint::black_box;

use beside::Group;
use claimdesk::extract::{Extractor, Offer, shipped};
use claimdesk::lint::reference::References;
use claimdesk::lint::{Article, RULES, read, text};
use claimdesk::model::edtf::EdtfDate;
use claimdesk::text::blocks::blocks;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

/// The article that the program ships.
const ARTICLE: &str = include_str!("../data/sample/article.txt");

fn linting(criterion: &mut Criterion) {
    let blocks = blocks(ARTICLE);
    let published: Option<EdtfDate> = "2025-04-15".parse().ok();
    let published = published.as_ref();
    let Ok(model) = shipped() else { return };
    let mut group = Group::new(criterion, "linting");
    group.throughput(Throughput::Bytes(ARTICLE.len() as u64));
    group.sample_size(50);
    group.bench_function("baseline: extraction", |bench| {
        let extractor = Extractor::new(model, published);
        bench.measure(|| black_box(extractor.extract(ARTICLE, &blocks, &Offer::default())));
    });
    let sentences = read(ARTICLE, &blocks, published);
    let known = (published, References::shipped());
    group.bench_function("all rules, on sentences that are read", |bench| {
        bench.measure(|| {
            let article = Article::of(ARTICLE, &blocks, known, &sentences);
            black_box(text(RULES, &article))
        });
    });
    group.bench_function("reading and all rules", |bench| {
        bench.measure(|| {
            let sentences = read(ARTICLE, &blocks, published);
            let article = Article::of(ARTICLE, &blocks, known, &sentences);
            black_box(text(RULES, &article))
        });
    });
    for rule in RULES.iter().filter(|rule| rule.reads_words()) {
        group.bench_function(format!("rule {}", rule.code), |bench| {
            bench.measure(|| {
                let article = Article::of(ARTICLE, &blocks, known, &sentences);
                black_box(text(&[rule], &article))
            });
        });
    }
    group.finish();
}

criterion_group!(benches, linting);
criterion_main!(benches);
