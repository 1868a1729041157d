//! What of a report people outside the desk may read: sources that are not
//! public keep their weight and lose their name.
//!
//! The content is masked before any writer sees it, so that no format can give
//! away what another hides. Only what is known to be public stays: a history
//! can name sources that are no longer on the desk.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::content::{ArticleReport, ClaimReport};
use crate::model::flag::Flag;
use crate::model::source::{Evidence, Source, SourceDetails};

/// What stands in the place of a name.
const MASKED: &str = "a source that is not public";

impl ArticleReport {
    /// The report as people outside may read it.
    #[must_use]
    pub fn for_outside(mut self) -> Self {
        let public: BTreeSet<i64> = self
            .sources
            .iter()
            .filter(|source| source.is_public())
            .map(|source| source.id.0)
            .collect();
        for claim in &mut self.claims {
            mask_claim(claim, &public);
        }
        for source in &mut self.sources {
            if !source.is_public() {
                mask_source(source);
            }
        }
        self
    }
}

/// Leaves of a source how near it stands and what sort of thing it is.
fn mask_source(source: &mut Source) {
    source.details = SourceDetails {
        title: Some(MASKED.to_owned()),
        kind: source.details.kind,
        source_type: source.details.source_type,
        confidentiality: source.details.confidentiality,
        ..SourceDetails::default()
    };
    MASKED.clone_into(&mut source.identity);
    source.also = Vec::new();
    source.url = None;
    source.doi = None;
    source.isbn = None;
}

fn mask_claim(claim: &mut ClaimReport, public: &BTreeSet<i64>) {
    let of_verdicts = claim
        .verdicts
        .iter_mut()
        .flat_map(|verdict| &mut verdict.evidence);
    for evidence in of_verdicts.chain(&mut claim.evidence) {
        if !public.contains(&evidence.source.0) {
            mask_evidence(evidence);
        }
    }
    for flag in &mut claim.flags {
        mask_flag(flag, public);
    }
    for event in &mut claim.history {
        mask_value(&mut event.before, public);
        mask_value(&mut event.after, public);
    }
}

/// Leaves of a flag on what the claim rests on that there is a problem, where it
/// tells of a source that is not public.
fn mask_flag(flag: &mut Flag, public: &BTreeSet<i64>) {
    let is_public = flag
        .about_sources()
        .iter()
        .all(|source| public.contains(&source.0));
    if flag.about.is_some() && !is_public {
        "there is a problem with a source that is not public".clone_into(&mut flag.message);
        flag.evidence = None;
    }
}

/// Leaves of a piece of evidence which way it points.
fn mask_evidence(evidence: &mut Evidence) {
    MASKED.clone_into(&mut evidence.source_name);
    evidence.source_url = None;
    evidence.source_publisher = None;
    evidence.quote = None;
    evidence.locator = None;
    evidence.place = None;
    evidence.found = None;
}

/// Masks every piece of evidence within what an event keeps.
fn mask_value(value: &mut Value, public: &BTreeSet<i64>) {
    match value {
        Value::Array(items) => {
            for item in items {
                mask_value(item, public);
            }
        }
        Value::Object(fields) => {
            let source = fields.get("source").and_then(Value::as_i64);
            let is_evidence = fields.contains_key("source_name");
            if is_evidence && !source.is_some_and(|source| public.contains(&source)) {
                mask_fields(fields);
            }
            for field in fields.values_mut() {
                mask_value(field, public);
            }
        }
        _ => {}
    }
}

fn mask_fields(fields: &mut Map<String, Value>) {
    for (name, value) in fields {
        match name.as_str() {
            "source_name" => *value = Value::from(MASKED),
            "source_url" | "source_publisher" | "quote" | "locator" | "place" | "found" => {
                *value = Value::Null;
            }
            _ => {}
        }
    }
}
