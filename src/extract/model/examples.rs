//! Sentences that people have judged, as a model is trained and measured on.

use std::io::Read;

use serde::Deserialize;

/// A sentence and whether it deserves a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// The sentence.
    pub text: String,
    /// Whether it deserves a check.
    pub check_worthy: bool,
    /// What it is from: a debate, an article. Sentences of one group are never
    /// on both sides of a cross-validation.
    pub group: String,
}

/// How a file of judged sentences is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExamplesFormat {
    /// Comma-separated values with a header.
    Csv,
    /// Tab-separated values with a header.
    Tsv,
    /// One JSON object a line.
    Jsonl,
}

impl ExamplesFormat {
    /// The endings of files that can be read.
    pub const ENDINGS: [&'static str; 3] = ["csv", "tsv", "jsonl"];

    /// The format of files with this ending, in any case.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "tsv" => Some(Self::Tsv),
            "jsonl" => Some(Self::Jsonl),
            _ => None,
        }
    }
}

/// Why judged sentences can't be read, or not be learned from.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExamplesError {
    /// The file can't be read.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// A record can't be taken apart.
    #[error("line {line}: {message}")]
    Record {
        /// Its line, from 1.
        line: u64,
        /// What is wrong.
        message: String,
    },
    /// No column holds what is needed.
    #[error("no column is named {wanted}; there are: {}", .found.join(", "))]
    NoColumn {
        /// The names that would do.
        wanted: &'static str,
        /// The names of the file.
        found: Vec<String>,
    },
    /// There are too few sentences of one class.
    #[error(
        "{positive} check-worthy and {negative} other sentences are too few: {least} of each are needed"
    )]
    TooFew {
        /// Check-worthy sentences.
        positive: usize,
        /// Other sentences.
        negative: usize,
        /// How many of each are needed.
        least: usize,
    },
    /// The sentences can't be dealt out without tearing a group apart.
    #[error(
        "the sentences are from {groups} group(s), too few for {folds} folds of cross-validation"
    )]
    TooFewGroups {
        /// Groups; a sentence without one is a group of its own.
        groups: usize,
        /// Folds that were asked for.
        folds: usize,
    },
}

impl ExamplesError {
    /// What to do next.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Io(_) => None,
            Self::Record { .. } | Self::NoColumn { .. } => Some(format!(
                "a file of judged sentences has the sentence in a column {}; the label, 1 or 0, in {}; \
                 and, if you like, what it is from in {}",
                or(TEXT_COLUMNS),
                or(LABEL_COLUMNS),
                or(GROUP_COLUMNS)
            )),
            Self::TooFew { .. } => Some("judge more sentences of the rarer kind".to_owned()),
            Self::TooFewGroups { .. } => Some(
                "ask for fewer folds, or leave the groups out, so that the sentences themselves are dealt out"
                    .to_owned(),
            ),
        }
    }
}

/// Names as a choice: `text, sentence or claim`.
fn or(names: &[&str]) -> String {
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => names.concat(),
    }
}

const TEXT_COLUMNS: &[&str] = &["text", "sentence", "claim"];
const LABEL_COLUMNS: &[&str] = &["check_worthy", "verdict", "label", "class_label"];
const GROUP_COLUMNS: &[&str] = &["group", "debate", "article", "file_id"];

/// A line of a JSON Lines file.
#[derive(Deserialize)]
struct Line {
    #[serde(alias = "sentence", alias = "claim")]
    text: String,
    #[serde(alias = "verdict", alias = "label", alias = "class_label")]
    check_worthy: serde_json::Value,
    #[serde(default, alias = "debate", alias = "article", alias = "file_id")]
    group: serde_json::Value,
}

/// Reads judged sentences. Columns are found by name: the sentence in `text`,
/// the label in `check_worthy` or `verdict` (1, yes, true; anything else that
/// is a label is no), the group in `group` or `debate`.
pub fn read_examples(
    from: impl Read,
    format: ExamplesFormat,
) -> Result<Vec<Labelled>, ExamplesError> {
    match format {
        ExamplesFormat::Csv => separated(from, b','),
        ExamplesFormat::Tsv => separated(from, b'\t'),
        ExamplesFormat::Jsonl => lines(from),
    }
}

fn separated(from: impl Read, delimiter: u8) -> Result<Vec<Labelled>, ExamplesError> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(delimiter == b',')
        .from_reader(from);
    let headers: Vec<String> = reader
        .headers()
        .map_err(|error| in_record(&error, 1))?
        .iter()
        .map(|name| name.trim().trim_start_matches('\u{feff}').to_lowercase())
        .collect();
    let column = |names: &[&str]| {
        headers
            .iter()
            .position(|name| names.contains(&name.as_str()))
    };
    let needed = |names: &'static [&'static str], wanted| {
        column(names).ok_or_else(|| ExamplesError::NoColumn {
            wanted,
            found: headers.clone(),
        })
    };
    let text = needed(TEXT_COLUMNS, "text")?;
    let label = needed(LABEL_COLUMNS, "check_worthy or verdict")?;
    let group = column(GROUP_COLUMNS);
    let mut examples = Vec::new();
    for record in reader.into_records() {
        let record = record.map_err(|error| in_record(&error, 0))?;
        let line = record.position().map_or(0, csv::Position::line);
        let field = |column: usize| record.get(column).unwrap_or_default();
        examples.push(Labelled {
            text: field(text).trim().to_owned(),
            check_worthy: is_check_worthy(field(label))
                .map_err(|message| ExamplesError::Record { line, message })?,
            group: group.map_or("", field).to_owned(),
        });
    }
    Ok(examples)
}

fn in_record(error: &csv::Error, line: u64) -> ExamplesError {
    ExamplesError::Record {
        line: error.position().map_or(line, csv::Position::line),
        message: error.to_string(),
    }
}

fn lines(mut from: impl Read) -> Result<Vec<Labelled>, ExamplesError> {
    let mut text = String::new();
    from.read_to_string(&mut text)?;
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(line, json)| {
            let wrong = |message: String| ExamplesError::Record { line, message };
            let read: Line =
                serde_json::from_str(json).map_err(|error| wrong(error.to_string()))?;
            Ok(Labelled {
                text: read.text.trim().to_owned(),
                check_worthy: is_check_worthy(&plain(&read.check_worthy)).map_err(wrong)?,
                group: plain(&read.group),
            })
        })
        .collect()
}

fn plain(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A label as yes or no. Scales that tell unimportant facts (0) from no facts
/// (-1) mean 1 by yes.
fn is_check_worthy(label: &str) -> Result<bool, String> {
    match label.trim().to_lowercase().as_str() {
        "1" | "1.0" | "yes" | "true" | "cfs" => Ok(true),
        "0" | "0.0" | "-1" | "-1.0" | "no" | "false" | "ufs" | "nfs" => Ok(false),
        other => Err(format!(
            "“{other}” is no label; write 1 or 0, yes or no, true or false"
        )),
    }
}

/// That there are enough of both classes.
pub(super) fn enough(examples: &[&Labelled], least: usize) -> Result<(), ExamplesError> {
    let positive = examples.iter().filter(|one| one.check_worthy).count();
    let negative = examples.len() - positive;
    if positive < least || negative < least {
        return Err(ExamplesError::TooFew {
            positive,
            negative,
            least,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str, format: ExamplesFormat) -> Result<Vec<Labelled>, String> {
        read_examples(text.as_bytes(), format).map_err(|error| error.to_string())
    }

    #[test]
    fn the_three_formats_say_the_same() {
        let csv = "id,debate,text,verdict\n1,d1,\"It cost $4, he said.\",1\n2,d1,So what?,-1\n";
        let tsv = "Sentence\tclass_label\tgroup\nIt cost $4, he said.\tYes\td1\nSo what?\tNo\td1\n";
        let jsonl = "{\"text\":\"It cost $4, he said.\",\"check_worthy\":true,\"group\":\"d1\"}\n\
                     {\"text\":\"So what?\",\"check_worthy\":0,\"group\":\"d1\"}\n";
        let examples = read(csv, ExamplesFormat::Csv).unwrap();
        assert_eq!(examples.len(), 2);
        assert!(examples[0].check_worthy && !examples[1].check_worthy);
        assert_eq!(read(tsv, ExamplesFormat::Tsv), Ok(examples.clone()));
        assert_eq!(read(jsonl, ExamplesFormat::Jsonl), Ok(examples));
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        let missing = read("id,words\n1,x\n", ExamplesFormat::Csv).unwrap_err();
        assert_eq!(missing, "no column is named text; there are: id, words");
        let label = read("text,label\nx,1\ny,maybe\n", ExamplesFormat::Csv).unwrap_err();
        assert!(label.starts_with("line 3: “maybe” is no label"), "{label}");
        let json = read("{\"text\":\"x\",\"label\":1}\n{\n", ExamplesFormat::Jsonl).unwrap_err();
        assert!(json.starts_with("line 2: "), "{json}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_bytes_are_read_or_refused(
            head in prop::sample::select(vec!["", "text,label\n", "text\tlabel\n", "{\"text\":"]),
            any in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            let bytes = [head.as_bytes(), &any].concat();
            for format in [ExamplesFormat::Csv, ExamplesFormat::Tsv, ExamplesFormat::Jsonl] {
                let _ = read_examples(bytes.as_slice(), format);
            }
        }
    }
}
