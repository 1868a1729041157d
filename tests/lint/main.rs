//! How well the rules find what is wrong, and how silent they are otherwise:
//! thousands of generated sentences of news style, of which it is known which
//! have an error and which.

#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

mod arithmetic;
mod calendar;
mod news;

use std::collections::BTreeMap;

use claimdesk::chance::Random;
use claimdesk::lint::reference::References;
use claimdesk::lint::{Article, RULES, read, text};
use claimdesk::model::edtf::EdtfDate;
use claimdesk::text::blocks::blocks;

/// A text of one or two sentences, and the rule that must find something in it;
/// none where nothing is wrong with it.
pub(crate) struct Sample {
    pub(crate) text: String,
    pub(crate) planted: Option<&'static str>,
}

impl Sample {
    pub(crate) fn right(text: String) -> Self {
        Self {
            text,
            planted: None,
        }
    }

    pub(crate) fn wrong(code: &'static str, text: String) -> Self {
        Self {
            text,
            planted: Some(code),
        }
    }
}

/// One of several things, by chance.
pub(crate) fn one_of<'t, T: ?Sized>(random: &mut Random, things: &[&'t T]) -> &'t T {
    things[random.below(things.len())]
}

/// A whole number from one to another.
pub(crate) fn between(random: &mut Random, from: i64, to: i64) -> i64 {
    from + i64::try_from(random.below(usize::try_from(to - from + 1).unwrap())).unwrap()
}

/// A whole number with commas between its groups of digits.
pub(crate) fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The codes of the rules that find something in a text published on 15 April
/// 2025.
fn found(words: &str) -> Vec<&'static str> {
    let published: EdtfDate = "2025-04-15".parse().unwrap();
    let blocks = blocks(words);
    let sentences = read(words, &blocks, Some(&published));
    let known = (Some(&published), References::shipped());
    let article = Article::of(words, &blocks, known, &sentences);
    let findings = text(RULES, &article);
    findings.iter().map(|finding| finding.rule.code).collect()
}

/// What the rules make of samples.
#[derive(Debug, Default)]
struct Tally {
    planted: usize,
    hit: usize,
    findings: usize,
    clean: usize,
    /// Findings in samples with which nothing is wrong, and others than the planted
    /// ones, by rule.
    false_findings: BTreeMap<&'static str, Vec<String>>,
    missed: BTreeMap<&'static str, Vec<String>>,
    clean_with_finding: usize,
}

fn tally(samples: &[Sample]) -> Tally {
    let mut tally = Tally::default();
    for sample in samples {
        let found = found(&sample.text);
        tally.findings += found.len();
        let mut is_hit = false;
        for code in &found {
            if sample.planted == Some(*code) {
                is_hit = true;
            } else {
                tally
                    .false_findings
                    .entry(code)
                    .or_default()
                    .push(sample.text.clone());
            }
        }
        if let Some(code) = sample.planted {
            tally.planted += 1;
            tally.hit += usize::from(is_hit);
            if !is_hit {
                tally
                    .missed
                    .entry(code)
                    .or_default()
                    .push(sample.text.clone());
            }
        } else {
            tally.clean += 1;
            tally.clean_with_finding += usize::from(!found.is_empty());
        }
    }
    tally
}

fn share(part: usize, of: usize) -> f64 {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    count(part) / count(of.max(1))
}

#[test]
#[expect(
    clippy::disallowed_macros,
    clippy::print_stdout,
    reason = "figures for people who ask for them with --nocapture"
)]
fn what_is_planted_is_found_and_little_else() {
    let mut random = Random::new(20_250_415);
    let mut samples = Vec::new();
    for _ in 0..250 {
        samples.extend(calendar::samples(&mut random));
        samples.extend(arithmetic::samples(&mut random));
        samples.extend(news::samples(&mut random));
    }
    let tally = tally(&samples);
    let wrong: usize = tally.false_findings.values().map(Vec::len).sum();
    let recall = share(tally.hit, tally.planted);
    let precision = share(tally.findings - wrong, tally.findings);
    let told = format!(
        "{} sentences, {} planted: recall {recall:.4}, precision {precision:.4}, {} of {} clean ones with a finding\n\
         missed: {:#?}\nfalse: {:#?}",
        samples.len(),
        tally.planted,
        tally.clean_with_finding,
        tally.clean,
        few(&tally.missed),
        few(&tally.false_findings),
    );
    println!("{told}");
    assert!(samples.len() >= 2_000 && tally.clean >= 1_000, "{told}");
    assert!(recall >= 0.95, "{told}");
    assert!(precision >= 0.98, "{told}");
    assert!(tally.clean_with_finding * 200 < tally.clean, "{told}");
}

/// How many there are of each, with a few of them.
fn few(of: &BTreeMap<&'static str, Vec<String>>) -> BTreeMap<String, Vec<String>> {
    let some = |(code, texts): (&&'static str, &Vec<String>)| {
        let texts = texts.iter().take(6).cloned().collect();
        (format!("{code}: {}", of[*code].len()), texts)
    };
    of.iter().map(some).collect()
}
