//! What a model makes of judged sentences, to compare with what people made
//! of them.

use super::Model;
use super::examples::{ExamplesError, Labelled, enough};
use super::measures::Judged;
use super::vector::Taken;
use crate::extract::SentenceContext;
use crate::text::facets::Facets;
use crate::text::reading::Reading;

impl Model {
    /// The score of each sentence with its label, in their order. Measures
    /// mean something only where there is a sentence of either class.
    pub fn judge(&self, examples: &[Labelled]) -> Result<Vec<Judged>, ExamplesError> {
        enough(&examples.iter().collect::<Vec<_>>(), 1)?;
        let judged = examples
            .iter()
            .map(|one| (self.score_alone(&one.text), one.check_worthy));
        Ok(judged.collect())
    }

    /// The score of a sentence of which nothing is known but its words.
    fn score_alone(&self, text: &str) -> f64 {
        let reading = Reading::new(text);
        let facets = Facets::of(&reading, None);
        let taken = Taken::apart(&SentenceContext::alone(text), &reading, &facets);
        self.probability(self.weigh(&taken, 1.0).logit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Extractor, shipped};

    fn labelled(text: &str, check_worthy: bool) -> Labelled {
        Labelled {
            text: text.to_owned(),
            check_worthy,
            group: String::new(),
        }
    }

    #[test]
    fn scores_are_those_of_extraction() {
        let model = shipped().unwrap();
        let examples = [
            labelled("Unemployment fell by 4 percent in 2018.", true),
            labelled("Thank you all for coming tonight.", false),
        ];
        for ((score, _), example) in model.judge(&examples).unwrap().iter().zip(&examples) {
            let extracted = Extractor::new(model, None).line(&example.text).score;
            assert!((score - extracted).abs() < 1e-4, "{}", example.text);
        }
    }

    #[test]
    fn one_class_alone_can_t_be_measured() {
        let only = [labelled("It cost $4 in 2018.", true)];
        let error = shipped().unwrap().judge(&only).unwrap_err().to_string();
        assert!(
            error.starts_with("1 check-worthy and 0 other sentences are too few"),
            "{error}"
        );
    }
}
