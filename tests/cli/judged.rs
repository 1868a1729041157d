//! Sentences that somebody has judged, and models learned from them.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::fmt::Write;
use std::path::Path;

use serde_json::Value;

use crate::world::{World, bytes};

/// Sentences that state what can be looked up.
pub(crate) fn facts() -> Vec<String> {
    let mut facts = Vec::new();
    for (what, unit) in [
        ("Unemployment", "percent"),
        ("The price of bread", "cents"),
        ("The budget of the town", "million euros"),
        ("Traffic on the bridge", "percent"),
        ("The number of pupils", "thousand"),
    ] {
        for (verb, year) in [
            ("rose", 1999),
            ("fell", 2004),
            ("grew", 2008),
            ("dropped", 2013),
            ("doubled", 2016),
            ("shrank", 2019),
        ] {
            facts.push(format!(
                "{what} {verb} by {} {unit} in {year}.",
                year % 17 + 2
            ));
        }
    }
    facts
}

/// Sentences that state nothing.
pub(crate) fn talk() -> Vec<String> {
    let mut talk = Vec::new();
    for opening in [
        "Thank you",
        "I am glad",
        "Let us hope",
        "I wonder",
        "My friends",
    ] {
        for rest in [
            "for being here tonight",
            "with all my heart",
            "and good evening to everyone",
            "and please sit down",
            "as we always say at home",
            "and now let me come to that",
        ] {
            talk.push(format!("{opening}, {rest}."));
        }
    }
    talk
}

/// Judged sentences of six talks, as CSV.
pub(crate) fn judged() -> String {
    let mut csv = "text,check_worthy,group\n".to_owned();
    for (sentences, label) in [(facts(), 1), (talk(), 0)] {
        for (at, sentence) in sentences.iter().enumerate() {
            writeln!(csv, "\"{sentence}\",{label},talk {}", at % 6).unwrap();
        }
    }
    csv
}

/// A world with judged sentences, and a model trained on them.
pub(crate) fn world_with_model() -> World {
    let world = World::with_desk();
    world.write("judged.csv", judged());
    let train = ["model", "train", "--data", "judged.csv", "-o", "own.model"];
    world.run(&train).done();
    world
}

/// The shipped model with its header changed.
pub(crate) fn shipped_with(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let file = "data/model/check-worthiness.model";
    let bytes = bytes(&Path::new(env!("CARGO_MANIFEST_DIR")).join(file));
    let mut lines = bytes.splitn(3, |byte| *byte == b'\n');
    let (magic, header, weights) = (
        lines.next().unwrap(),
        lines.next().unwrap(),
        lines.next().unwrap(),
    );
    let mut header: Value = serde_json::from_slice(header).unwrap();
    change(&mut header);
    [magic, header.to_string().as_bytes(), weights].join(&b'\n')
}
