//! The sentences that texts are held to be split into: each case in
//! `tests/sentences/` is a text, then its sentences, one a line behind `| `.
//! In a text, `\n` stands for a line end.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fs;
use std::path::Path;

use claimdesk::text::blocks::blocks;
use claimdesk::text::sentences::sentences;

/// A text with the sentences it has.
struct Case {
    text: String,
    sentences: Vec<String>,
}

fn cases(file: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/sentences")
        .join(file);
    let mut cases: Vec<Case> = Vec::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        match line.strip_prefix("| ") {
            Some(sentence) => cases
                .last_mut()
                .unwrap()
                .sentences
                .push(sentence.to_owned()),
            None if line.is_empty() || line.starts_with("# ") => {}
            None => cases.push(Case {
                text: line.replace("\\n", "\n"),
                sentences: Vec::new(),
            }),
        }
    }
    cases
}

fn split(text: &str) -> Vec<String> {
    sentences(text, &blocks(text))
        .iter()
        .map(|sentence| sentence.span.slice(text).unwrap())
        .map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

fn hold(file: &str) {
    let cases = cases(file);
    assert!(cases.len() > 10, "{file} has been read");
    let wrong: Vec<String> = cases
        .iter()
        .filter(|case| split(&case.text) != case.sentences)
        .map(|case| format!("{}\n  split into {:#?}", case.text, split(&case.text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn english() {
    hold("english.txt");
}

#[test]
fn other_languages() {
    hold("other-languages.txt");
}
