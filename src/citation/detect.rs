//! Which format a file of references is in: by what it begins with, then by
//! its name.

use super::{CitationError, ReferenceFormat};

/// The format of a text, whose file may have a name.
pub fn format_of(text: &str, name: Option<&str>) -> Result<ReferenceFormat, CitationError> {
    by_content(text)
        .or_else(|| by_name(name?))
        .ok_or(CitationError::UnknownFormat)
}

fn by_content(text: &str) -> Option<ReferenceFormat> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with(['[', '{']) {
        return Some(ReferenceFormat::CslJson);
    }
    text.lines().map(str::trim_start).find_map(|line| {
        let rest = line.strip_prefix('@');
        let entry = rest.is_some_and(|rest| {
            let word = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            word.len() < rest.len() && word.trim_start().starts_with(['{', '('])
        });
        let record = line
            .strip_prefix("TY")
            .is_some_and(|rest| rest.trim_start().starts_with('-'));
        if entry {
            Some(ReferenceFormat::Bibtex)
        } else {
            record.then_some(ReferenceFormat::Ris)
        }
    })
}

fn by_name(name: &str) -> Option<ReferenceFormat> {
    let (_, ending) = name.rsplit_once('.')?;
    match ending.to_lowercase().as_str() {
        "bib" | "bibtex" | "biblatex" => Some(ReferenceFormat::Bibtex),
        "ris" => Some(ReferenceFormat::Ris),
        "json" => Some(ReferenceFormat::CslJson),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_speaks_before_the_name() {
        for (text, name, format) in [
            ("% mine\n@article{a, title={b}}", "refs.ris", "bibtex"),
            ("\u{feff}TY  - JOUR\nER  - ", "refs.txt", "ris"),
            ("\n [{}]", "refs.bib", "csl-json"),
            ("nothing to see", "refs.bib", "bibtex"),
            ("nothing to see", "refs.RIS", "ris"),
        ] {
            let found = format_of(text, Some(name)).unwrap();
            assert_eq!(found.as_str(), format, "{text}");
        }
        for text in ["mail@example.org", "", "TYPE - x"] {
            assert!(format_of(text, Some("letter.txt")).is_err(), "{text}");
            assert!(format_of(text, None).is_err(), "{text}");
        }
    }
}
