//! What newspapers write of dates, and what it means to an article of 15 April
//! 2025, a Tuesday.

mod cases;
mod properties;

use super::*;

const PUBLISHED: &str = "2025-04-15";

/// The words and the values of all dates of a text.
fn found(text: &str, reference: Option<&str>) -> Vec<(String, String)> {
    let reference = reference.map(|date| date.parse().unwrap());
    let reading = Reading::new(text);
    dates(&reading, reference.as_ref())
        .into_iter()
        .map(|dated| {
            let words = dated.span.slice(text).unwrap().to_owned();
            let value = dated.value.map_or("none".to_owned(), String::from);
            (words, value)
        })
        .collect()
}

/// Each text has its dates between brackets, and behind it their values.
fn check(cases: &[(&str, &str)], reference: Option<&str>) {
    for (marked, values) in cases {
        let text = marked.replace(['[', ']'], "");
        let words: Vec<&str> = marked
            .split('[')
            .skip(1)
            .filter_map(|rest| rest.split(']').next())
            .collect();
        let values: Vec<&str> = values.split_whitespace().collect();
        let found = found(&text, reference);
        let got: Vec<(&str, &str)> = found.iter().map(|(w, v)| (&**w, &**v)).collect();
        let wanted: Vec<(&str, &str)> = words.into_iter().zip(values).collect();
        assert_eq!(got, wanted, "{text}");
    }
}
