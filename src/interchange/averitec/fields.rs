//! The texts of the format that a field of a record stands for, each with how it is
//! read and written; and what type everything else must have.

use serde_json::{Map, Value};

use super::AVERITEC;
use crate::model::edtf::EdtfDate;
use crate::model::record::ClaimRecord;

/// The labels with the slugs of their ratings.
const LABELS: [(&str, &str); 4] = [
    ("Supported", "supported"),
    ("Refuted", "refuted"),
    ("Not Enough Evidence", "not-enough-evidence"),
    (
        "Conflicting Evidence/Cherrypicking",
        "conflicting-evidence-cherrypicking",
    ),
];

/// The label that a record has.
pub(super) fn label_of(record: &ClaimRecord) -> Option<&'static str> {
    let slug = record.rating.as_deref()?;
    let known = LABELS.iter().find(|(_, known)| *known == slug);
    let (label, _) = known.filter(|_| record.scale.as_deref() == Some(AVERITEC))?;
    Some(label)
}

/// The rating that a label is.
pub(super) fn rating_of(label: &str) -> Result<&'static str, String> {
    let known = LABELS.iter().find(|(known, _)| *known == label.trim());
    known.map(|(_, slug)| *slug).ok_or_else(|| {
        let labels = LABELS.map(|(label, _)| format!("“{label}”"));
        format!("“{label}” is none of {}", labels.join(", "))
    })
}

/// A text of the format that stands in a field of the record.
pub(super) struct Field {
    pub(super) key: &'static str,
    /// What the field holds when the format says this.
    pub(super) meant: fn(&str) -> Option<String>,
    pub(super) read: fn(&mut ClaimRecord, Option<String>),
    pub(super) held: fn(&ClaimRecord) -> Option<String>,
    /// What the format says when the field holds this.
    pub(super) written: fn(&ClaimRecord) -> Value,
}

macro_rules! text {
    ($key:literal, $field:ident, $none:expr) => {
        Field {
            key: $key,
            meant: filled,
            read: |record, text| record.$field = text,
            held: |record| record.$field.clone(),
            written: |record| record.$field.clone().map_or($none, Value::String),
        }
    };
}

/// The fields; the label is told apart, since there must be one.
pub(super) const FIELDS: &[Field] = &[
    Field {
        key: "claim",
        meant: filled,
        read: |record, text| record.claim = text.unwrap_or_default(),
        held: |record| Some(record.claim.clone()),
        written: |record| record.claim.clone().into(),
    },
    text!("justification", rationale, Value::from("")),
    Field {
        key: "claim_date",
        meant: |told| day(told).map(String::from),
        read: |record, date| record.claim_date = date.and_then(|date| date.parse().ok()),
        held: |record| record.claim_date.clone().map(String::from),
        written: |record| made_by(record).map_or(Value::Null, Value::String),
    },
    text!("speaker", claimant, Value::Null),
    text!("original_claim_url", article_url, Value::Null),
    text!("fact_checking_article", check_url, Value::from("")),
];

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A day as the format writes it: day, month and year, as in `7-5-2024`.
fn day(told: &str) -> Option<EdtfDate> {
    let parts: Vec<&str> = told.trim().split('-').collect();
    let [day, month, year] = parts[..] else {
        return None;
    };
    format!("{year:0>4}-{month:0>2}-{day:0>2}").parse().ok()
}

/// The day by which a claim was made, since the format knows no other dates: its
/// own, else that of the page of its check, else that of its verdict.
fn made_by(record: &ClaimRecord) -> Option<String> {
    let own = record.claim_date.as_ref().and_then(EdtfDate::day);
    let page = || record.check_published.as_ref().and_then(EdtfDate::day);
    let verdict = || record.reviewed_at.map(|at| at.date_naive());
    let day = own.or_else(page).or_else(verdict)?;
    Some(day.format("%-d-%-m-%-Y").to_string())
}

/// What the format always has beside the fields, and how it says nothing.
pub(super) fn silent() -> [(&'static str, Value); 5] {
    [
        ("required_reannotation", Value::Bool(false)),
        ("reporting_source", Value::Null),
        ("location_ISO_code", Value::Null),
        ("claim_types", Value::Array(Vec::new())),
        ("fact_checking_strategies", Value::Array(Vec::new())),
    ]
}

/// Finds what has a type that the format doesn't give it. What is null or missing
/// says nothing.
pub(super) fn check(told: &Map<String, Value>) -> Result<(), String> {
    let texts = [
        "cached_original_claim_url",
        "reporting_source",
        "location_ISO_code",
    ];
    let fields = FIELDS.iter().map(|field| field.key);
    for key in fields.chain(["label"]).chain(texts) {
        text_at(told, key, "")?;
    }
    if let Some(value) = said(told, "required_reannotation")
        && !value.is_boolean()
    {
        return Err(format!(
            "required_reannotation: {value} is neither true nor false"
        ));
    }
    for key in ["claim_types", "fact_checking_strategies"] {
        let names = list_at(told, key, "")?;
        if let Some(other) = names.iter().find(|name| !name.is_string()) {
            return Err(format!("{key}: {other} is no text"));
        }
    }
    for (number, question) in list_at(told, "questions", "")?.iter().enumerate() {
        let place = format!("questions[{number}]");
        let question = object(question, &place)?;
        let place = format!("{place}.");
        text_at(question, "question", &place)?;
        for (number, answer) in list_at(question, "answers", &place)?.iter().enumerate() {
            let place = format!("{place}answers[{number}]");
            let answer = object(answer, &place)?;
            for key in super::order::ANSWER {
                text_at(answer, key, &format!("{place}."))?;
            }
        }
    }
    Ok(())
}

fn said<'t>(told: &'t Map<String, Value>, key: &str) -> Option<&'t Value> {
    told.get(key).filter(|value| !value.is_null())
}

fn text_at(told: &Map<String, Value>, key: &str, place: &str) -> Result<(), String> {
    match said(told, key) {
        Some(value) if !value.is_string() => Err(format!("{place}{key}: {value} is no text")),
        _ => Ok(()),
    }
}

fn list_at<'t>(
    told: &'t Map<String, Value>,
    key: &str,
    place: &str,
) -> Result<&'t [Value], String> {
    match said(told, key) {
        Some(Value::Array(list)) => Ok(list),
        Some(other) => Err(format!("{place}{key}: {other} is no array")),
        None => Ok(&[]),
    }
}

fn object<'t>(value: &'t Value, place: &str) -> Result<&'t Map<String, Value>, String> {
    let object = value.as_object();
    object.ok_or_else(|| format!("{place}: {value} is no object"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_with_and_without_padding_and_nothing_else() {
        for (told, read) in [
            ("7-5-2024", Some("2024-05-07")),
            ("07-05-2024", Some("2024-05-07")),
            ("31-12-999", Some("0999-12-31")),
            ("30-2-2024", None),
            ("5-2024", None),
            ("May 2024", None),
            ("", None),
        ] {
            let day = day(told).map(String::from);
            assert_eq!(day.as_deref(), read, "{told}");
        }
    }

    #[test]
    fn a_claim_that_was_not_made_on_a_known_day_was_made_by_that_of_its_check() {
        let mut record = ClaimRecord {
            claim_date: "2024-05".parse().ok(),
            reviewed_at: "2024-06-09T23:30:00Z".parse().ok(),
            ..ClaimRecord::default()
        };
        assert_eq!(made_by(&record).as_deref(), Some("9-6-2024"));
        record.check_published = "2024-06-02".parse().ok();
        assert_eq!(made_by(&record).as_deref(), Some("2-6-2024"));
        record.claim_date = "2024-05-07".parse().ok();
        assert_eq!(made_by(&record).as_deref(), Some("7-5-2024"));
    }
}
