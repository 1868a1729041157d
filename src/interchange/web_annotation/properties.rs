//! What the desk writes keeps the model and comes back, and no document makes the
//! reader fail.

use std::io::Cursor;
use std::path::Path;

use chrono::DateTime;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Annotation, CollectionWriter, Linked, Remark, Signed, Unit, Words, alone, annotations_in,
    check, comment, correction, evidence, flag, read, source_of, verdict,
};
use crate::interchange::claimreview::{Mapping, scale};
use crate::interchange::documents::{self, RatedOn};
use crate::interchange::linked::Level;
use crate::interchange::records::Numbered;
use crate::model::text::{Quote, Span};
use crate::text::anchor::quote_at;

/// A text and some words in it.
fn words() -> impl Strategy<Value = (String, Quote)> {
    ("\\PC{1,60}", 0usize..60, 1usize..20).prop_filter_map("holds words", |(text, from, length)| {
        let chars: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        let from = from.min(chars.len() - 2);
        let to = (from + length).min(chars.len() - 1);
        let quote = quote_at(&text, Span::new(chars[from], chars[to]))?;
        Some((text, quote))
    })
}

fn signed() -> Signed<'static> {
    Signed {
        id: Uuid::from_u128(7),
        creator: Some("Ana Ruiz"),
        created: DateTime::UNIX_EPOCH,
        modified: None,
    }
}

/// Every kind of annotation, on the same words.
fn all(words: &Words<'_>, text: &str) -> Vec<Value> {
    let signed = signed();
    let linked = Linked {
        url: Some("https://audit.example/1932"),
        title: "The audit",
        quote: Some(text),
        stance: Some("refutes"),
    };
    let named = Linked {
        url: None,
        quote: None,
        ..linked.clone()
    };
    vec![
        verdict(&signed, words, Some(text), "Mostly false"),
        flag(&signed, words, (text, "arithmetic"), Some(text)),
        correction(&signed, words, text),
        evidence(&signed, words, &linked),
        evidence(&signed, words, &named),
        comment(&signed, words, text),
    ]
}

/// Annotations as one collection.
fn collection(annotations: &[Value]) -> String {
    let mut written = Vec::new();
    let mut writer = CollectionWriter::new(&mut written, "desk {1}", "What {we} found");
    for annotation in annotations {
        writer.write(annotation).unwrap();
    }
    writer.finish().unwrap();
    String::from_utf8(written).unwrap()
}

/// The records of a document.
fn records(document: &str) -> Vec<Numbered> {
    let on = RatedOn {
        scale: scale("standard"),
        mapping: Mapping::default(),
    };
    let content = Box::new(Cursor::new(document.to_owned()));
    let found = documents::annotations(content, Path::new("-"), &on).unwrap();
    found.records.map(Result::unwrap).collect()
}

/// How many annotations a document has, and which rules it breaks. That a passage
/// of a source has no prefix is advice.
fn errors(document: &Value) -> (usize, Vec<&'static str>) {
    let (count, problems) = check(document);
    let errors = problems.iter().filter(|one| one.level == Level::Error);
    (count, errors.map(|one| one.rule).collect())
}

proptest! {
    #[test]
    fn what_is_written_keeps_the_model_and_comes_back((text, quote) in words(), said in "\\PC{1,20}") {
        let source = source_of(None, "ab01");
        let words = Words { source: &source, quote: Some(&quote) };
        let written = all(&words, &said);
        let count = written.len();
        let whole = collection(&written);
        prop_assert_eq!(errors(&serde_json::from_str(&whole).unwrap()), (count, vec![]));
        let found = read(&whole).annotations;
        prop_assert_eq!(found.len(), count);
        for one in &found {
            prop_assert_eq!(&one.problems, &[]);
            let target = &one.targets[0];
            prop_assert_eq!(target.source.as_deref(), Some("urn:sha256:ab01"));
            let place = target.place(&text).unwrap();
            prop_assert_eq!(&place, &quote);
        }
        let records = records(&whole);
        // The correction is that of the verdict, and no annotation of its own.
        prop_assert_eq!(records.len(), count - 1);
        let record = records[0].record.clone().unwrap();
        prop_assert_eq!(record.correction.as_deref(), Some(said.as_str()));
        prop_assert_eq!(record.rating.as_deref(), Some("mostly-false"));
        prop_assert_eq!((record.quote.as_deref(), record.start, record.end), (Some(quote.exact.as_str()), Some(quote.start_char), Some(quote.end_char)));
        let blank = said.trim().is_empty();
        prop_assert_eq!(record.rationale.as_deref(), Some(said.as_str()).filter(|_| !blank));
        let remarks: Vec<_> = records.iter().map(|one| one.attached.as_ref().unwrap().remark.clone()).collect();
        let raised = Remark::Flag {
            message: if blank { "this is questioned".to_owned() } else { said.clone() },
            category: "arithmetic".to_owned(),
            suggestion: Some(said.clone()),
        };
        prop_assert_eq!(remarks[1].as_ref(), Some(&raised));
        let linked = &records[2].record.as_ref().unwrap().sources[0];
        prop_assert_eq!(linked.url.as_deref(), Some("https://audit.example/1932"));
        prop_assert_eq!(linked.quote.as_deref(), Some(said.as_str()));
        prop_assert_eq!(linked.stance, Some(crate::model::source::Stance::Refutes));
        let named = &records[3].record.as_ref().unwrap().sources[0];
        prop_assert_eq!(named.title.as_deref(), Some("The audit"));
        prop_assert_eq!(remarks[4].clone(), (!blank).then(|| Remark::Comment(said.clone())));
        for one in written {
            prop_assert_eq!(errors(&alone(one)), (1, vec![]));
        }
    }

    #[test]
    fn any_json_is_read(
        fields in prop::collection::vec((prop::sample::select(vec![
            "type", "target", "body", "items", "selector", "first", "source", "rows", "uri", "text", "tags", "creator",
            "value", "exact", "start", "created", "document", "user", "refinedBy",
        ]), prop_oneof![
            Just(json!(null)), Just(json!([])), Just(json!({})), Just(json!("Annotation")), Just(json!(7)),
            Just(json!([{ "source": "urn:x:1", "selector": [{ "type": "TextQuoteSelector", "exact": "a" }, 3] }])),
            Just(json!({ "type": "TextPositionSelector", "start": 9_000_000_000_000_000_000_u64, "end": 1 })),
        ]), 0..9),
    ) {
        let fields = fields.into_iter().map(|(name, value)| (name.to_owned(), value));
        let node = Value::Object(fields.collect());
        let documents = [node.clone(), json!([node.clone(), { "type": "Annotation", "target": node, "body": [node] }])];
        for annotation in documents.iter().flat_map(annotations_in) {
            for noted in annotation.records(&scale("standard"), &Mapping::default()) {
                let _ = noted.attached.target.place("a text");
            }
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let _ = read(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn an_empty_collection_has_no_page() {
    let written = serde_json::from_str(&collection(&[])).unwrap();
    assert_eq!(Value::get(&written, "first"), None);
    assert_eq!(check(&written), (0, vec![]));
    assert_eq!(annotations_in(&written), []);
}

#[test]
fn a_row_of_hypothesis_is_read_with_its_own_way_to_count() {
    let text = "😀 The bridge cost two millions.";
    let rows = json!({ "total": 1, "rows": [{
        "id": "xYz-1",
        "created": "2024-05-01T09:30:00.123456+00:00",
        "updated": "2024-05-02T09:30:00+00:00",
        "user": "acct:ana@hypothes.is",
        "uri": "https://news.example/bridge",
        "text": "It cost **four**.",
        "tags": ["bridges", "money"],
        "document": { "title": ["The bridge"] },
        "target": [{ "source": "https://news.example/bridge", "selector": [
            { "type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]", "startOffset": 3, "endOffset": 9 },
            { "type": "TextPositionSelector", "start": 14, "end": 22 },
            { "type": "TextQuoteSelector", "exact": "cost two", "prefix": "bridge ", "suffix": " millions" },
        ] }],
    }] });
    let found = read(&rows.to_string());
    let [one]: [Annotation; 1] = found.annotations.try_into().unwrap();
    assert_eq!(one.problems, []);
    assert_eq!(one.path.as_str(), "$.rows[0]");
    assert_eq!(one.targets[0].position.unwrap().unit, Unit::Utf16);
    let place = one.targets[0].place(text).unwrap();
    assert_eq!((place.start_char, place.end_char), (13, 21));
    let noted = one.records(&scale("standard"), &Mapping::default());
    let record = &noted[0].record;
    assert_eq!((record.start, record.end), (None, None), "not code points");
    assert_eq!(record.article_title.as_deref(), Some("The bridge"));
    assert_eq!(record.topics, ["bridges", "money"]);
    let attached = &noted[0].attached;
    assert_eq!(
        attached.remark,
        Some(Remark::Comment("It cost **four**.".to_owned()))
    );
    assert_eq!(attached.by.as_deref(), Some("ana"));
    assert_eq!(
        attached.at.unwrap().to_rfc3339(),
        "2024-05-02T09:30:00+00:00"
    );
}

#[test]
fn annotations_of_other_programs_are_read_in_all_their_forms() {
    let document = json!([
        { "@context": super::CONTEXT, "id": "urn:x:1", "type": ["Annotation"], "motivation": "commenting", "bodyValue": "Hm.",
          "creator": { "type": "Person", "nickname": "ben" }, "created": "today",
          "target": "https://news.example/bridge" },
        { "type": "Annotation", "body": { "type": "Choice", "items": [{ "type": "TextualBody", "value": "Eins", "language": "de" }, "https://a.example/2"] },
          "target": { "source": { "id": "https://news.example/bridge" }, "selector": { "type": "FragmentSelector", "value": "p1",
            "refinedBy": { "type": "TextQuoteSelector", "exact": "two" } } } },
    ]);
    let found = annotations_in(&document);
    assert_eq!(found[0].bodies[0].text.as_deref(), Some("Hm."));
    assert_eq!(found[0].creator.as_deref(), Some("ben"));
    assert_eq!(found[0].problems[0].path.as_str(), "$[0].created");
    assert_eq!(found[1].bodies.len(), 2);
    let target = &found[1].targets[0];
    assert_eq!(
        target.source.as_deref(),
        Some("https://news.example/bridge")
    );
    assert_eq!(target.quote.as_ref().unwrap().exact, "two");
}
