//! Which format a file of claims has, as its content tells.

use memchr::memmem;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::archive::is_archive;
use crate::model::words::closed_set;

closed_set! {
    /// A format that claims are read from.
    ImportFormat, "format" {
        /// Claim records, one JSON object a line.
        Jsonl = "jsonl",
        /// Claim records as a table.
        Csv = "csv",
        /// The records of a data set for the verification of claims, one JSON array.
        Averitec = "averitec",
        /// Published fact checks: JSON-LD, feeds, pages, the answer of Google's Fact Check Tools.
        ClaimReview = "claimreview",
        /// Annotations of the W3C, and rows of the Hypothesis API.
        WebAnnotation = "web-annotation",
        /// A whole desk, to be merged into this one.
        Archive = "archive",
    }
}

closed_set! {
    /// A format that claims are written in.
    ExportFormat, "format" {
        /// Claim records, one JSON object a line.
        Jsonl = "jsonl",
        /// Claim records as a table.
        Csv = "csv",
        /// The records of a data set for the verification of claims, one JSON array.
        Averitec = "averitec",
        /// A workbook.
        Xlsx = "xlsx",
        /// A plain database for other programs.
        Sqlite = "sqlite",
        /// Fact checks for search engines, as JSON-LD of schema.org.
        ClaimReview = "claimreview",
        /// Verdicts, flags, corrections, evidence and comments as annotations of the W3C.
        WebAnnotation = "web-annotation",
        /// Flags, for programs that show findings beside a text.
        Sarif = "sarif",
        /// The whole desk, without loss.
        Archive = "archive",
    }
}

impl ExportFormat {
    /// Whether it is nothing that a person could read on a screen.
    pub fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Sqlite)
    }
}

/// What makes a line of JSON a claim record.
#[derive(Deserialize)]
struct Record {
    #[serde(rename = "claim")]
    _claim: String,
}

impl ImportFormat {
    /// The format of a file that begins so; none where no format does.
    pub fn of(start: &[u8]) -> Option<Self> {
        let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
        let text = text.trim_ascii_start();
        if text.starts_with(b"<") {
            return Some(Self::ClaimReview);
        }
        if let Some(inside) = text.strip_prefix(b"[") {
            let averitec = is_averitec(inside.trim_ascii_start());
            return averitec.then_some(Self::Averitec).or_else(|| linked(text));
        }
        let line = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
        if is_archive(line) {
            return Some(Self::Archive);
        }
        if line.starts_with(b"{") {
            return is_record(line)
                .then_some(Self::Jsonl)
                .or_else(|| linked(text));
        }
        let line = String::from_utf8_lossy(line);
        let mut names = line.split(',').map(|name| name.trim().trim_matches('"'));
        names.any(|name| name == "claim").then_some(Self::Csv)
    }
}

/// Names of which a document of the web has one near its beginning.
const NAMES: [(ImportFormat, &[&[u8]]); 2] = [
    (
        ImportFormat::WebAnnotation,
        &[
            b"w3.org/ns/anno",
            b"\"Annotation\"",
            b"\"AnnotationCollection\"",
            b"\"AnnotationPage\"",
            b"\"TextQuoteSelector\"",
            b"\"hypothes.is",
        ],
    ),
    (
        ImportFormat::ClaimReview,
        &[
            b"ClaimReview\"",
            b"\"claimReviewed\"",
            b"\"claimReview\"",
            b"\"dataFeedElement\"",
        ],
    ),
];

/// The format of a JSON document by the names in it, the first that it has.
fn linked(text: &[u8]) -> Option<ImportFormat> {
    let first = |names: &[&[u8]]| {
        names
            .iter()
            .filter_map(|name| memmem::find(text, name))
            .min()
    };
    let found = NAMES
        .iter()
        .filter_map(|(format, names)| Some((first(names)?, *format)));
    found.min_by_key(|(at, _)| *at).map(|(_, format)| format)
}

/// Whether a line, which may be cut off, is a claim record.
fn is_record(line: &[u8]) -> bool {
    match serde_json::from_slice::<Record>(line) {
        Ok(_) => true,
        Err(error) => error.is_eof() && memmem::find(line, b"\"claim\"").is_some(),
    }
}

/// What makes the first object of an array an AVeriTeC record.
#[derive(Deserialize)]
struct Averitec {
    #[serde(rename = "claim")]
    _claim: String,
    #[serde(rename = "label")]
    _label: String,
    #[serde(rename = "questions")]
    _questions: IgnoredAny,
}

/// Whether what stands in an array, which may be cut off, begins with an AVeriTeC
/// record.
fn is_averitec(inside: &[u8]) -> bool {
    let mut first = serde_json::Deserializer::from_slice(inside).into_iter::<Averitec>();
    match first.next() {
        Some(Ok(_)) => true,
        Some(Err(error)) => {
            let known: [&[u8]; 2] = [b"\"claim\"", b"\"label\""];
            error.is_eof() && known.iter().all(|key| memmem::find(inside, key).is_some())
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_tells_the_format() {
        for (start, format) in [
            ("{\"claim\": \"A.\"}\n{", Some(ImportFormat::Jsonl)),
            (
                "\u{feff}\n {\"id\": \"x\", \"claim\": \"A lo",
                Some(ImportFormat::Jsonl),
            ),
            ("rating,\"claim\",topics\r\n", Some(ImportFormat::Csv)),
            ("claim\n", Some(ImportFormat::Csv)),
            (
                "{\"archive\":\"claimdesk\",\"version\":9}\n{",
                Some(ImportFormat::Archive),
            ),
            (
                "[\n {\"claim\": \"A.\", \"label\": \"Refuted\", \"questions\": []}, {",
                Some(ImportFormat::Averitec),
            ),
            (
                "[{\"claim\": \"A.\", \"label\": \"Refuted\", \"just",
                Some(ImportFormat::Averitec),
            ),
            ("[{\"claim\": \"A.\", \"rating\": \"x\"}]", None),
            (
                "<!doctype html>\n<title>Checks</title>",
                Some(ImportFormat::ClaimReview),
            ),
            (
                "{\"@context\": \"https://schema.org\", \"@type\": [\"ClaimReview\"], \"claim",
                Some(ImportFormat::ClaimReview),
            ),
            (
                "{\"claims\": [{\"text\": \"A.\", \"claimReview\": [",
                Some(ImportFormat::ClaimReview),
            ),
            (
                "[{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"type\": \"Ann",
                Some(ImportFormat::WebAnnotation),
            ),
            (
                "{\"total\": 1, \"rows\": [{\"user\": \"acct:a@hypothes.is\", \"target\": [{\"selector\": [{\"type\": \"TextQuoteSelector\"",
                Some(ImportFormat::WebAnnotation),
            ),
            ("[]", None),
            ("{\"text\": \"A.\"}\n", None),
            ("A claim is made.\n", None),
            ("", None),
        ] {
            assert_eq!(ImportFormat::of(start.as_bytes()), format, "{start}");
        }
    }
}
