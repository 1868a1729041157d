//! Questions with their answers, and the sources that these cite.
//!
//! An answer whose `source_url` names a source is that source: its text is what is
//! quoted (of a mere Yes or No, what explains it), its copy the archived address. Which way it points isn't said of each;
//! the label says it of all that was gathered, so that the sources of a supported
//! claim support it, those of a refuted one refute it, and others are context.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::AVERITEC;
use crate::identity::identify;
use crate::model::record::{ClaimRecord, RecordSource};
use crate::model::source::Stance;

/// What answers of a claim that was never asked about are answers to.
const QUESTION: &str = "What do the sources say about this claim?";

/// What a source is recognised by.
fn keys_of(source: &RecordSource) -> BTreeSet<String> {
    let names = [&source.url, &source.doi, &source.isbn];
    let names = names.into_iter().flatten();
    let found = names.filter_map(|name| identify(name).ok());
    found.map(|identity| identity.key()).collect()
}

fn text<'t>(answer: &'t Map<String, Value>, key: &str) -> Option<&'t str> {
    let text = answer.get(key)?.as_str()?.trim();
    (!text.is_empty()).then_some(text)
}

/// What an answer says; Yes and No say nothing without what explains them.
fn words_of(answer: &Map<String, Value>) -> Option<&str> {
    let explained = text(answer, "boolean_explanation");
    let explained = explained.filter(|_| text(answer, "answer_type") == Some("Boolean"));
    explained.or_else(|| text(answer, "answer"))
}

/// The source that an answer cites; none where its address names none.
fn cited(answer: &Map<String, Value>, stance: Stance) -> Option<RecordSource> {
    let address = |key| text(answer, key).filter(|url| identify(url).is_ok());
    let url = address("source_url")?;
    Some(RecordSource {
        url: Some(url.to_owned()),
        archived_url: address("cached_source_url").map(str::to_owned),
        stance: Some(stance),
        quote: words_of(answer).map(str::to_owned),
        ..RecordSource::default()
    })
}

fn list<'t>(
    object: &'t Map<String, Value>,
    key: &str,
) -> impl Iterator<Item = &'t Map<String, Value>> + use<'t> {
    let list = object.get(key).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_object)
}

/// The sources of all answers.
pub(super) fn sources(told: &Map<String, Value>, rating: &str) -> Vec<RecordSource> {
    let stance = match rating {
        "supported" => Stance::Supports,
        "refuted" => Stance::Refutes,
        _ => Stance::Context,
    };
    let answers = list(told, "questions").flat_map(|question| list(question, "answers"));
    let mut sources = Vec::new();
    for source in answers.filter_map(|answer| cited(answer, stance)) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

/// Leaves out of the questions every answer whose source is not among those given,
/// and questions that had answers and have none left. Gives back which of the
/// sources stand in an answer.
fn keep_answers(told: &mut Map<String, Value>, sources: &[RecordSource]) -> Vec<bool> {
    let mut stands = vec![false; sources.len()];
    let Some(Value::Array(questions)) = told.get_mut("questions") else {
        return stands;
    };
    let keys: Vec<BTreeSet<String>> = sources.iter().map(keys_of).collect();
    let mut is_kept = |answer: &Value| {
        let cited = answer.as_object();
        let Some(cited) = cited.and_then(|answer| cited_as(answer, sources, &keys)) else {
            return true;
        };
        for at in &cited {
            stands[*at] = true;
        }
        !cited.is_empty()
    };
    questions.retain_mut(|question| {
        let Some(Value::Array(answers)) = question.get_mut("answers") else {
            return true;
        };
        let had_none = answers.is_empty();
        answers.retain(&mut is_kept);
        had_none || !answers.is_empty()
    });
    stands
}

/// Which of the sources an answer cites; none where it cites nothing at all.
fn cited_as(
    answer: &Map<String, Value>,
    sources: &[RecordSource],
    keys: &[BTreeSet<String>],
) -> Option<Vec<usize>> {
    let wanted = cited(answer, Stance::Context)?;
    let key = keys_of(&wanted);
    let same = |at: &usize| !keys[*at].is_disjoint(&key) && sources[*at].quote == wanted.quote;
    Some((0..sources.len()).filter(same).collect())
}

/// A source as the answer to a question.
fn answer(source: &RecordSource) -> Value {
    let doi = || {
        source
            .doi
            .as_ref()
            .map(|doi| format!("https://doi.org/{doi}"))
    };
    let url = source.url.clone().or_else(doi);
    let words = source.quote.as_ref().or(source.title.as_ref());
    let words = words.or(source.url.as_ref()).or(source.doi.as_ref());
    let mut answer = json!({
        "answer": words.or(source.isbn.as_ref()),
        "answer_type": if source.quote.is_some() { "Extractive" } else { "Abstractive" },
        "source_url": url.as_deref().unwrap_or_default(),
        "source_medium": if url.is_some() { "Web text" } else { "Other" },
    });
    if let Some(archived) = &source.archived_url {
        answer["cached_source_url"] = archived.as_str().into();
    }
    answer
}

/// The questions of a record: those it came with, as far as their sources are still
/// cited, and one more for the sources that came later.
pub(super) fn questions(told: &mut Map<String, Value>, record: &ClaimRecord) -> Vec<Value> {
    let stands = keep_answers(told, &record.sources);
    let mut questions = match told.remove("questions") {
        Some(Value::Array(questions)) => questions,
        _ => Vec::new(),
    };
    let others = record.sources.iter().zip(stands);
    let others = others.filter(|(_, stands)| !stands);
    let answers: Vec<Value> = others.map(|(source, _)| answer(source)).collect();
    if !answers.is_empty() {
        questions.push(json!({ "question": QUESTION, "answers": answers }));
    }
    questions
}

/// Leaves out of what a record says beyond its fields every answer whose source the
/// record doesn't cite: it was taken away on the desk, or is not for everybody.
pub fn keep_cited(record: &mut ClaimRecord) {
    if let Some(Value::Object(told)) = record.extra.get_mut(AVERITEC) {
        keep_answers(told, &record.sources);
    }
}
