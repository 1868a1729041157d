//! A verdict as a text file: a few lines with names, a line `---`, and below it
//! the rationale in Markdown. What `verdict add --editor` opens, and what
//! `verdict add --file` reads.

use crate::cli::error::CliError;
use crate::model::claim::Claim;
use crate::model::scale::Scale;

/// Parts the named lines from the rationale.
const RULE: &str = "---";

/// A verdict as far as the form says it; an empty line says nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) rating: Option<String>,
    pub(super) confidence: Option<String>,
    pub(super) correction: Option<String>,
    pub(super) source: Option<String>,
    pub(super) stance: Option<String>,
    pub(super) locator: Option<String>,
    pub(super) quote: Option<String>,
    pub(super) no_source: Option<String>,
    pub(super) rationale: String,
}

/// The names of the lines, with what each is for.
const LINES: [(&str, &str); 8] = [
    ("rating", ""),
    ("confidence", "low, medium or high"),
    ("correction", "the wording to use instead"),
    ("source", "a number, address, DOI or ISBN"),
    ("stance", "supports, refutes or context"),
    ("locator", "where in the source: page, paragraph, timestamp"),
    ("quote", "the passage in the source"),
    ("no-source", "why no source is named, where none can be"),
];

impl Form {
    /// The form for a claim, with what is known already filled in.
    pub(super) fn template(mut self, claim: &Claim, scale: &Scale) -> String {
        let ratings: Vec<&str> = scale.ratings.iter().map(|rating| &*rating.slug).collect();
        let words: Vec<&str> = claim.words().split_whitespace().collect();
        let mut text = format!("# Verdict on claim {}: {}\n", claim.id, words.join(" "));
        text += "# Lines that begin with # are left out. Below the line of dashes say why, in Markdown.\n";
        text += "# Nothing is recorded when the rating or the reason is empty.\n\n";
        for (name, about) in LINES {
            let about = match name {
                "rating" => ratings.join(", "),
                _ => about.to_owned(),
            };
            let value = self.slot(name).and_then(Option::take).unwrap_or_default();
            text.extend(["# ", &about, "\n", name, ": ", &value, "\n"]);
        }
        text + RULE + "\n" + &self.rationale
    }

    /// Reads a form.
    ///
    /// # Errors
    /// A line above the rule that is neither a comment nor one of the names,
    /// with its number.
    pub(super) fn read(text: &str) -> Result<Self, CliError> {
        let mut form = Self::default();
        let mut lines = text.lines().zip(1..);
        for (line, number) in lines.by_ref() {
            let line = line.trim();
            if line == RULE {
                break;
            }
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let slot = line
                .split_once(':')
                .and_then(|(name, value)| Some((form.slot(name.trim())?, value.trim())));
            let Some((slot, value)) = slot else {
                let names: Vec<&str> = LINES.iter().map(|(name, _)| *name).collect();
                return Err(CliError::Invalid(format!(
                    "line {number} is “{line}”; above the line {RULE} stand only {}, each followed by a colon",
                    names.join(", ")
                )));
            };
            *slot = Some(value.to_owned()).filter(|value| !value.is_empty());
        }
        let rationale: Vec<&str> = lines.map(|(line, _)| line).collect();
        rationale.join("\n").trim().clone_into(&mut form.rationale);
        Ok(form)
    }

    /// Whether nothing was said that could be recorded.
    pub(super) fn is_blank(&self) -> bool {
        self.rating.is_none() || self.rationale.is_empty()
    }

    fn slot(&mut self, name: &str) -> Option<&mut Option<String>> {
        Some(match name {
            "rating" => &mut self.rating,
            "confidence" => &mut self.confidence,
            "correction" => &mut self.correction,
            "source" => &mut self.source,
            "stance" => &mut self.stance,
            "locator" => &mut self.locator,
            "quote" => &mut self.quote,
            "no-source" => &mut self.no_source,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_read_and_headings_of_the_reason_stay() {
        let form = Form::read(
            "# a remark\nrating: false\nconfidence:\nlocator: p. 4\n\n---\n# Why\n\nThe plaque says 1932.\n",
        )
        .unwrap();
        assert_eq!(form.rating.as_deref(), Some("false"));
        assert_eq!(form.confidence, None);
        assert_eq!(form.locator.as_deref(), Some("p. 4"));
        assert_eq!(form.rationale, "# Why\n\nThe plaque says 1932.");
        assert!(!form.is_blank());
    }

    #[test]
    fn a_line_of_another_name_is_refused_by_its_number() {
        let refused = Form::read("rating: false\nratings: true\n---\n").unwrap_err();
        assert!(refused.to_string().contains("line 2"), "{refused}");
        assert!(Form::read("---\n").unwrap().is_blank());
    }
}
