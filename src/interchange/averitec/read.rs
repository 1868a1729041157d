//! AVeriTeC records out of a file.

use std::io::{self, BufRead};

use serde_json::{Map, Value};

use super::AVERITEC;
use super::answers::sources;
use super::fields::{FIELDS, check, rating_of};
use crate::interchange::elements::{Element, Elements};
use crate::interchange::records::Numbered;
use crate::model::record::ClaimRecord;

/// The records of a file, read as they are wanted.
pub fn read_averitec(file: impl BufRead) -> impl Iterator<Item = io::Result<Numbered>> {
    Elements::new(file).map(|element| {
        let element = element?;
        Ok(Numbered {
            number: element.index + 1,
            place: format!("[{}]", element.index),
            record: parsed(&element).and_then(record),
            attached: None,
        })
    })
}

fn parsed(element: &Element) -> Result<Value, String> {
    serde_json::from_slice(&element.bytes).map_err(|error| {
        // The parser was given one element, and counts its lines.
        let told = error.to_string();
        let (line, column) = (error.line(), error.column());
        let of_element = format!(" at line {line} column {column}");
        let told = told.strip_suffix(&of_element).unwrap_or(&told);
        format!("{told}, in line {}", element.line + line.max(1) - 1)
    })
}

/// The claim that an object of the format is.
pub(super) fn record(value: Value) -> Result<ClaimRecord, String> {
    let Value::Object(mut told) = value else {
        return Err("it is no object".to_owned());
    };
    check(&told)?;
    let label = told.remove("label");
    let label = label.as_ref().and_then(Value::as_str);
    let label = label.ok_or("label: it is missing")?;
    let rating = rating_of(label).map_err(|why| format!("label: {why}"))?;
    let mut record = ClaimRecord {
        scale: Some(AVERITEC.to_owned()),
        rating: Some(rating.to_owned()),
        sources: sources(&told, rating),
        ..ClaimRecord::default()
    };
    for field in FIELDS {
        let text = told.get(field.key).and_then(Value::as_str);
        (field.read)(&mut record, text.and_then(field.meant));
    }
    if record.claim.is_empty() {
        return Err("claim: it is missing, or says nothing".to_owned());
    }
    let told = beyond_fields(told, &record);
    record.extra.insert(AVERITEC.to_owned(), told.into());
    Ok(record)
}

/// What the fields of a record don't give back to the letter.
fn beyond_fields(mut told: Map<String, Value>, record: &ClaimRecord) -> Map<String, Value> {
    for field in FIELDS {
        if told.get(field.key) == Some(&(field.written)(record)) {
            told.remove(field.key);
        }
    }
    told
}
