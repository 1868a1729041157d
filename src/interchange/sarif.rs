//! Findings of rules as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code
//! review tools and CI services show beside the text.

use serde::Serialize;
use serde_json::{Value, json};

use crate::lint::Rule;
use crate::model::flag::Severity;
use crate::model::text::InLine;

/// The schema that the document holds to.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One finding, and where it is.
#[derive(Debug, Clone)]
pub struct SarifResult<'a> {
    /// The rule that found it; none where a person did.
    pub rule: Option<&'static Rule>,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub message: &'a str,
    /// What to write instead.
    pub suggestion: Option<&'a str>,
    /// The file, or the address, of the article.
    pub uri: String,
    /// The article, where the file is a list of several. Then `place` is in the text of
    /// the article, and not told: no line of the file is meant.
    pub article: Option<&'a str>,
    /// The words in their line; none where it is on the whole article.
    pub place: Option<&'a InLine>,
}

/// A place in a text: lines and columns from 1, columns in Unicode code points,
/// `endColumn` behind the last (section 3.30).
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region<'a> {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    snippet: Snippet<'a>,
}

#[derive(Serialize)]
struct Snippet<'a> {
    text: &'a str,
}

impl<'a> Region<'a> {
    fn of(place: &'a InLine) -> Self {
        let before = place.line.get(..place.words.start).unwrap_or_default();
        let words = place.words.slice(&place.line).unwrap_or_default();
        let start_column = before.chars().count() + 1;
        let end_column = match words.rsplit_once('\n') {
            Some((_, last)) => last.chars().count() + 1,
            None => start_column + words.chars().count(),
        };
        Self {
            start_line: place.number,
            start_column,
            end_line: place.number + words.matches('\n').count(),
            end_column,
            snippet: Snippet { text: words },
        }
    }
}

/// Findings as one run of claimdesk; `rules` are those that ran.
pub fn sarif(rules: &[&'static Rule], results: &[SarifResult<'_>]) -> Value {
    let described = rules.iter().map(|rule| {
        json!({
            "id": rule.code,
            "name": rule.name,
            "shortDescription": { "text": rule.summary() },
            "help": { "text": rule.explanation(), "markdown": rule.explanation() },
            "defaultConfiguration": { "level": level(rule.severity) },
            "properties": { "category": rule.category },
        })
    });
    let told = results.iter().map(|result| {
        let message = match result.suggestion {
            Some(suggestion) => format!("{}; {suggestion}", result.message),
            None => result.message.to_owned(),
        };
        let mut location =
            json!({ "physicalLocation": { "artifactLocation": { "uri": result.uri } } });
        match (result.article, result.place) {
            (Some(article), _) => location["logicalLocations"] = json!([{ "name": article }]),
            (None, Some(words)) => {
                location["physicalLocation"]["region"] = json!(Region::of(words));
            }
            (None, None) => {}
        }
        let mut told = json!({
            "level": level(result.severity),
            "message": { "text": message },
            "locations": [location],
        });
        if let Some(rule) = result.rule {
            told["ruleId"] = rule.code.into();
            told["ruleIndex"] = rules.iter().position(|one| *one == rule).into();
        }
        told
    });
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "claimdesk",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": described.collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": told.collect::<Vec<_>>(),
        }],
    })
}

/// The level of a severity (section 3.27.10).
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low => "note",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule_named;
    use crate::model::text::Span;
    use crate::text::lines::Lines;

    #[test]
    fn places_are_lines_and_columns_of_code_points() {
        let text = "One\nTwo Žilina three\nFour";
        let of = |words: &str| {
            let start = text.find(words).unwrap();
            let place = Lines::new(text)
                .of(Span::new(start, start + words.len()))
                .unwrap();
            let region = Region::of(&place);
            (
                region.start_line,
                region.start_column,
                region.end_line,
                region.end_column,
            )
        };
        assert_eq!(of("Žilina"), (2, 5, 2, 11));
        assert_eq!(of("three\nFour"), (2, 12, 3, 5));
    }

    #[test]
    fn a_result_points_to_its_rule() {
        let rules = [rule_named("E601").unwrap(), rule_named("S501").unwrap()];
        let place = Lines::new("Critics argue.").of(Span::new(0, 7)).unwrap();
        let result = SarifResult {
            rule: Some(rules[1]),
            severity: Severity::High,
            message: "names nobody",
            suggestion: Some("say who"),
            uri: "a.txt".to_owned(),
            article: None,
            place: Some(&place),
        };
        let document = sarif(&rules, &[result]);
        let run = &document["runs"][0];
        let told = &run["results"][0];
        assert_eq!(
            (&told["ruleId"], &told["ruleIndex"]),
            (&json!("S501"), &json!(1))
        );
        assert_eq!(told["level"], "error");
        assert_eq!(told["message"]["text"], "names nobody; say who");
        assert_eq!(run["tool"]["driver"]["rules"][1]["id"], "S501");
        let region = &told["locations"][0]["physicalLocation"]["region"];
        assert_eq!(region["snippet"]["text"], "Critics");
    }
}
