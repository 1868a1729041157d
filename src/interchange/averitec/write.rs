//! Claims as AVeriTeC records.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};
use serde_json::{Map, Value};

use super::AVERITEC;
use super::answers::questions;
use super::fields::{FIELDS, check, label_of, silent};
use super::order::Ordered;
use crate::interchange::records::RecordWriter;
use crate::model::record::ClaimRecord;

/// What the data set is indented by.
const INDENT: &[u8] = b"    ";

/// Whether a record has a label, without which the format can't say it.
pub fn is_labelled(record: &ClaimRecord) -> bool {
    label_of(record).is_some()
}

/// Writes claims as one JSON array. Their ratings are on the scale of the labels.
#[derive(Debug)]
pub struct AveritecWriter<W> {
    file: W,
    has_some: bool,
}

impl<W: Write> AveritecWriter<W> {
    /// A file in which nothing stands yet.
    pub fn new(file: W) -> Self {
        Self {
            file,
            has_some: false,
        }
    }
}

impl<W: Write> RecordWriter for AveritecWriter<W> {
    /// Writes one claim.
    ///
    /// # Errors
    /// What the file can't take, and a claim that has no [label](is_labelled).
    fn write(&mut self, record: &ClaimRecord) -> io::Result<()> {
        let object = object(record).ok_or_else(|| {
            io::Error::new(io::ErrorKind::InvalidInput, "a claim has no AVeriTeC label")
        })?;
        let mut text = Vec::new();
        let layout = PrettyFormatter::with_indent(INDENT);
        Ordered(&object).serialize(&mut Serializer::with_formatter(&mut text, layout))?;
        self.file
            .write_all(if self.has_some { b",\n" } else { b"[\n" })?;
        self.has_some = true;
        // No text of JSON holds the end of a line itself.
        for (number, line) in text.split(|byte| *byte == b'\n').enumerate() {
            if number > 0 {
                self.file.write_all(b"\n")?;
            }
            self.file.write_all(INDENT)?;
            self.file.write_all(line)?;
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        let end: &[u8] = if self.has_some { b"\n]\n" } else { b"[]\n" };
        self.file.write_all(end)?;
        self.file.flush()
    }
}

/// A claim as an object of the format; none where it has no label.
fn object(record: &ClaimRecord) -> Option<Map<String, Value>> {
    let label = label_of(record)?;
    let kept = record.extra.get(AVERITEC).and_then(Value::as_object);
    let kept = kept.filter(|kept| check(kept).is_ok());
    let mut object = kept.cloned().unwrap_or_default();
    object.insert("label".to_owned(), label.into());
    for field in FIELDS {
        let as_it_came = object.get(field.key).is_some_and(|told| {
            let meant = told.as_str().and_then(field.meant);
            meant == (field.held)(record)
        });
        if !as_it_came {
            object.insert(field.key.to_owned(), (field.written)(record));
        }
    }
    for (key, nothing) in silent() {
        object.entry(key).or_insert(nothing);
    }
    let questions = questions(&mut object, record);
    object.insert("questions".to_owned(), questions.into());
    Some(object)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::super::read::record;
    use super::super::read_averitec;
    use super::*;

    fn written(records: &[ClaimRecord]) -> String {
        let mut file = Vec::new();
        let mut writer = AveritecWriter::new(&mut file);
        for record in records {
            writer.write(record).unwrap();
        }
        writer.finish().unwrap();
        String::from_utf8(file).unwrap()
    }

    fn text() -> impl Strategy<Value = Value> {
        prop_oneof![
            "[ \t]?[\\PC\n]{0,12} ?".prop_map(Value::from),
            Just(Value::Null)
        ]
    }

    fn url() -> impl Strategy<Value = Value> {
        prop_oneof![
            "https?://(www[.])?[ab][.]example/[xy]?(\\?utm_source=z)?".prop_map(Value::from),
            Just(Value::from("https://doi.org/10.1000/182")),
            Just(Value::from("news.example/page")),
            Just(Value::from("")),
            Just(Value::Null),
        ]
    }

    fn answer() -> impl Strategy<Value = Value> {
        let kinds =
            prop::sample::select(vec!["Extractive", "Abstractive", "Boolean", "Unanswerable"]);
        (text(), kinds, url(), prop::option::of(url()), text()).prop_map(
            |(answer, kind, url, cached, medium)| {
                let mut told = json!({"answer": answer, "answer_type": kind, "source_url": url,
                                      "source_medium": medium});
                if let Some(cached) = cached {
                    told["cached_source_url"] = cached;
                }
                if kind == "Boolean" {
                    told["boolean_explanation"] = "As it says.".into();
                }
                told
            },
        )
    }

    fn question() -> impl Strategy<Value = Value> {
        (text(), prop::collection::vec(answer(), 0..4))
            .prop_map(|(question, answers)| json!({"question": question, "answers": answers}))
    }

    prop_compose! {
        fn well_formed()(
            claim in "[ ]?[a-z][\\PC]{0,20}",
            label in prop::sample::select(vec!["Supported", "Refuted", "Not Enough Evidence",
                                               "Conflicting Evidence/Cherrypicking"]),
            texts in prop::array::uniform4(text()),
            date in prop_oneof!["[1-9]-1?[1-9]-20[0-9]{2}".prop_map(Value::from),
                                "[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}".prop_map(Value::from), text()],
            urls in prop::array::uniform3(url()),
            asked in any::<bool>(),
            types in prop::collection::vec("[A-Z][a-z]{2,8} Claim", 0..3),
            questions in prop::collection::vec(question(), 0..4),
            cached in prop::option::of(url()),
            unknown in prop::option::of(any::<i64>()),
        ) -> Value {
            let mut told = json!({
                "claim": claim, "required_reannotation": asked, "label": label, "justification": texts[0],
                "claim_date": date, "speaker": texts[1], "original_claim_url": urls[0],
                "fact_checking_article": urls[1], "reporting_source": texts[2], "location_ISO_code": texts[3],
                "claim_types": types, "fact_checking_strategies": types, "questions": questions,
            });
            if let Some(cached) = cached {
                told["cached_original_claim_url"] = cached;
            }
            if let Some(id) = unknown {
                told["claim_id"] = id.into();
            }
            told
        }
    }

    proptest! {
        #[test]
        fn what_was_read_is_written_the_same(all in prop::collection::vec(well_formed(), 0..4)) {
            let records: Vec<ClaimRecord> = all.iter().cloned().map(|one| record(one).unwrap()).collect();
            let text = written(&records);
            let again: Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(&again, &Value::from(all));
            let read: Vec<ClaimRecord> =
                read_averitec(text.as_bytes()).map(|one| one.unwrap().record.unwrap()).collect();
            prop_assert_eq!(read, records);
        }
    }

    #[test]
    fn what_the_desk_says_otherwise_goes_before_what_came() {
        let told = json!({
            "claim": " A dam broke. ", "label": "Refuted", "claim_date": "07-5-2024", "speaker": "",
            "questions": [{"question": "Did it?", "answers": [
                {"answer": "No.", "answer_type": "Extractive", "source_url": "https://a.example/x"},
                {"answer": "Never.", "answer_type": "Extractive", "source_url": "https://b.example"},
            ]}],
        });
        let mut read = record(told).unwrap();
        read.rating = Some("supported".to_owned());
        read.claim_date = "2024-05-08".parse().ok();
        read.claimant = Some("The mayor".to_owned());
        read.sources.remove(0);
        read.sources.push(crate::model::record::RecordSource {
            doi: Some("10.1000/182".to_owned()),
            title: Some("Dams".to_owned()),
            ..Default::default()
        });
        let object = object(&read).unwrap();
        assert_eq!(object["claim"], " A dam broke. ");
        assert_eq!(object["label"], "Supported");
        assert_eq!(object["claim_date"], "8-5-2024");
        assert_eq!(object["speaker"], "The mayor");
        assert_eq!(
            object["questions"][0]["answers"].as_array().unwrap().len(),
            1
        );
        assert_eq!(object["questions"][0]["answers"][0]["answer"], "Never.");
        let added = &object["questions"][1]["answers"][0];
        assert_eq!(added["answer"], "Dams");
        assert_eq!(added["source_url"], "https://doi.org/10.1000/182");
        assert_eq!(object["required_reannotation"], false);
        assert_eq!(object["reporting_source"], Value::Null);
    }
}
