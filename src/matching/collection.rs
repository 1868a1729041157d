//! Claims that were checked, and questions with the claims that answer them, as
//! the `CheckThat!` labs write them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// A claim that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// What answers name it by.
    pub id: String,
    /// What it says.
    pub statement: String,
    /// The title of its check.
    pub title: String,
}

/// A question, and the ids of the claims that answer it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What it is named by.
    pub id: String,
    /// Its words.
    pub text: String,
    /// The claims that say the same.
    pub answers: BTreeSet<String>,
}

/// What is wrong in a file of these, and in which line, from 1.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct CollectionError {
    /// The line.
    pub line: u64,
    /// What is wrong.
    pub message: String,
}

fn wrong(line: u64, message: impl Into<String>) -> CollectionError {
    CollectionError {
        line,
        message: message.into(),
    }
}

/// The rows of tab-separated values, each with its line.
fn rows(text: &str) -> Result<Vec<(u64, csv::StringRecord)>, CollectionError> {
    let reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for row in reader.into_records() {
        let row = row.map_err(|error| {
            wrong(
                error.position().map_or(0, csv::Position::line),
                error.to_string(),
            )
        })?;
        rows.push((row.position().map_or(0, csv::Position::line), row));
    }
    Ok(rows)
}

/// Checked claims of a file with the columns id, claim, title and a header.
pub fn claims_in_tsv(text: &str) -> Result<Vec<Checked>, CollectionError> {
    let claim = |(line, row): &(u64, csv::StringRecord)| match (row.get(0), row.get(1)) {
        (Some(id), Some(statement)) => Ok(Checked {
            id: id.to_owned(),
            statement: statement.to_owned(),
            title: row.get(2).unwrap_or_default().to_owned(),
        }),
        _ => Err(wrong(
            *line,
            "an id and a claim are wanted, parted by a tab",
        )),
    };
    rows(text)?.iter().skip(1).map(claim).collect()
}

/// Checked claims of a file with an object in each line.
pub fn claims_in_jsonl(text: &str) -> Result<Vec<Checked>, CollectionError> {
    #[derive(Deserialize)]
    struct Line {
        vclaim_id: String,
        vclaim: String,
        #[serde(default)]
        title: String,
    }
    let lines = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            let line: Line =
                serde_json::from_str(line).map_err(|error| wrong(at, error.to_string()))?;
            Ok(Checked {
                id: line.vclaim_id,
                statement: line.vclaim,
                title: line.title,
            })
        })
        .collect()
}

/// For each question the ids of the claims that answer it.
pub type Answers = BTreeMap<String, BTreeSet<String>>;

/// The answers of a file of TREC qrels: question, 0, claim, 1.
pub fn answers(qrels: &str) -> Result<Answers, CollectionError> {
    let mut answers = Answers::new();
    for (at, line) in (1..).zip(qrels.lines()) {
        let fields: Vec<&str> = line.split_whitespace().collect();
        match fields[..] {
            [] | [_, _, _, "0"] => {}
            [question, _, claim, _] => {
                let of_question = answers.entry(question.to_owned()).or_default();
                of_question.insert(claim.to_owned());
            }
            _ => return Err(wrong(at, "four fields are wanted: question, 0, claim, 1")),
        }
    }
    Ok(answers)
}

/// The questions of a file with the columns id and text that have an answer.
pub fn questions(queries: &str, answers: &Answers) -> Result<Vec<Asked>, CollectionError> {
    let rows = rows(queries)?;
    let asked = rows.iter().filter_map(|(_, row)| {
        let (id, text) = (row.get(0)?, row.get(1)?);
        let answers = answers.get(id)?.clone();
        Some(Asked {
            id: id.to_owned(),
            text: text.to_owned(),
            answers,
        })
    });
    Ok(asked.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_claims_say_the_same() {
        let tsv = "\tvclaim\ttitle\nv1\t\"He said \"\"no\"\".\"\tDid He?\n";
        let jsonl =
            r#"{"vclaim_id":"v1","vclaim":"He said \"no\".","title":"Did He?","date":"2020"}"#;
        let claims = claims_in_tsv(tsv).unwrap();
        assert_eq!(claims[0].statement, "He said \"no\".");
        assert_eq!(claims_in_jsonl(jsonl).unwrap(), claims);
    }

    #[test]
    fn questions_come_with_their_answers() {
        let answers = answers("7 0 v1 1\n7 0 v2 1\n9 0 v1 1\n8 0 v1 0\n").unwrap();
        let asked = questions("\ttext\n7\tSo?\n8\tWhat?\n", &answers).unwrap();
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].answers.len(), 2);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        let error = answers("7 0 v1 1\n7 v2\n").unwrap_err();
        assert_eq!(
            error.to_string(),
            "line 2: four fields are wanted: question, 0, claim, 1"
        );
        assert!(
            claims_in_jsonl("{}\n")
                .unwrap_err()
                .to_string()
                .starts_with("line 1: missing field")
        );
        assert_eq!(claims_in_tsv("id\nx\n").unwrap_err().line, 2);
    }
}
