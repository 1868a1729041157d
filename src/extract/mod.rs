//! Sentences to scored claims: which sentences of an article deserve a
//! check, why, what in them can be looked up, and which say the same. Pure:
//! the same text and model give the same.

mod features;
mod lexicon;
pub mod model;
mod news;
mod ngrams;
mod offer;
mod parts;
#[cfg(test)]
mod tests;
mod verbs;

use std::sync::LazyLock;

use crate::model::edtf::EdtfDate;
use crate::model::text::{Block, BlockKind, Reason, Span};
pub use crate::text::facets::Facets;
use crate::text::reading::Reading;
use crate::text::sentences::sentences;
use model::Taken;
pub use model::{Model, ModelError};
pub use offer::{Extracted, Offer, Offered};
pub use parts::Part;

static SHIPPED: LazyLock<Result<Model, ModelError>> =
    LazyLock::new(|| Model::from_bytes(include_bytes!("../../data/model/check-worthiness.model")));

/// The model that the program ships; read when it is first asked for.
pub fn shipped() -> Result<&'static Model, &'static ModelError> {
    SHIPPED.as_ref()
}

/// A sentence with its check-worthiness and what in it can be looked up.
/// Places are byte offsets into the text that it is from.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Where it stands.
    pub span: Span,
    /// What it is part of.
    pub kind: BlockKind,
    /// Check-worthiness from 0 to 1.
    pub score: f64,
    /// What made the score, strongest first; never empty.
    pub reasons: Vec<Reason>,
    /// Dates, quantities, names, quotations and attributions.
    pub facets: Facets,
    /// A pronoun that it begins with and that only other sentences explain.
    pub pronoun: Option<Span>,
    /// Statements of it that can be checked each by itself; none when it makes
    /// but one.
    pub parts: Vec<Part>,
}

impl Candidate {
    /// The words that are offered as a claim: the sentence, or the one part of
    /// it that can be checked.
    pub fn claim(&self) -> Span {
        match self.parts.as_slice() {
            [one] => one.span,
            _ => self.span,
        }
    }
}

/// The parts of a sentence that can be checked each by itself, as places in it.
pub fn parts_of(sentence: &str) -> Vec<Part> {
    let reading = Reading::new(sentence);
    parts::parts(&reading, &Facets::of(&reading, None))
}

/// A pronoun that a sentence begins with and that only other sentences explain.
pub fn pronoun_of(sentence: &str) -> Option<&str> {
    parts::pronoun(&Reading::new(sentence)).and_then(|span| span.slice(sentence))
}

/// A sentence with what a score may know of its surroundings.
#[derive(Debug, Clone, Copy)]
pub struct SentenceContext<'t> {
    /// Its words.
    pub text: &'t str,
    /// What it is part of: a paragraph, a list item or a quotation.
    pub kind: BlockKind,
    /// Whether it is the last of its block; only there can a text break off.
    pub ends_block: bool,
}

impl<'t> SentenceContext<'t> {
    /// A sentence of which nothing is known but its words.
    pub fn alone(text: &'t str) -> Self {
        Self {
            text,
            kind: BlockKind::Body,
            ends_block: false,
        }
    }
}

/// Extraction with a model, for texts of one day.
#[derive(Debug, Clone, Copy)]
pub struct Extractor<'m> {
    model: &'m Model,
    published: Option<&'m EdtfDate>,
}

impl<'m> Extractor<'m> {
    /// Scores by a model; `published` is what relative dates are counted from.
    pub fn new(model: &'m Model, published: Option<&'m EdtfDate>) -> Self {
        Self { model, published }
    }

    /// Every sentence of a text in order, headings and furniture included.
    /// The blocks are those of the text, in order.
    pub fn article(&self, text: &str, blocks: &[Block]) -> Vec<Candidate> {
        let mut ends = blocks.iter().map(|block| block.span.end).peekable();
        sentences(text, blocks)
            .into_iter()
            .map(|sentence| {
                // Both run in the order of the text, so the block is the next that reaches so far.
                while ends.next_if(|end| *end < sentence.span.end).is_some() {}
                let span = sentence.without_marker(text);
                let context = SentenceContext {
                    text: span.slice(text).unwrap_or_default(),
                    kind: sentence.kind,
                    ends_block: ends.peek() == Some(&span.end),
                };
                self.candidate(&context, span, true)
            })
            .collect()
    }

    /// A sentence that stands alone, such as a line of a transcript, without
    /// the white space around it.
    pub fn line(&self, text: &str) -> Candidate {
        let start = text.len() - text.trim_start().len();
        let words = text.trim();
        let span = Span::new(start, start + words.len());
        self.candidate(&SentenceContext::alone(words), span, false)
    }

    fn candidate(&self, sentence: &SentenceContext<'_>, span: Span, in_news: bool) -> Candidate {
        let reading = Reading::new(sentence.text);
        let facets = Facets::of(&reading, self.published);
        let (score, reasons) = match never(sentence.kind) {
            Some(reason) => (0.0, vec![reason]),
            None => self.score(sentence, &reading, &facets, in_news),
        };
        Candidate {
            span,
            kind: sentence.kind,
            score,
            reasons,
            pronoun: parts::pronoun(&reading).map(|found| found.shifted(span.start)),
            parts: parts::parts(&reading, &facets)
                .into_iter()
                .map(|part| part.shifted(span.start))
                .collect(),
            facets: facets.shifted(span.start),
        }
    }

    fn score(
        &self,
        sentence: &SentenceContext<'_>,
        reading: &Reading<'_>,
        facets: &Facets,
        in_news: bool,
    ) -> (f64, Vec<Reason>) {
        let taken = Taken::apart(sentence, reading, facets);
        let share = if in_news { news::SHARE } else { 1.0 };
        let weighed = self.model.weigh(&taken, share);
        let mut logit = weighed.logit();
        let mut reasons = weighed.reasons(&taken);
        if in_news {
            let (sum, shifts) = news::shifts(sentence, facets, &taken);
            logit += sum;
            reasons = strongest(reasons, shifts);
        }
        (rounded(self.model.probability(logit)), reasons)
    }
}

/// The strongest of two lists of reasons; what both give is one reason.
fn strongest(mut reasons: Vec<Reason>, others: Vec<Reason>) -> Vec<Reason> {
    for other in others {
        match reasons.iter_mut().find(|one| one.reason == other.reason) {
            Some(one) => one.weight = ((one.weight + other.weight) * 100.0).round() / 100.0,
            None => reasons.push(other),
        }
    }
    reasons.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
    reasons.truncate(model::MOST_REASONS);
    reasons
}

/// Four decimals: more would promise a precision that is not there.
fn rounded(score: f64) -> f64 {
    (score * 10_000.0).round() / 10_000.0
}

/// Why a part of an article is never offered, if so.
fn never(kind: BlockKind) -> Option<Reason> {
    let reason = match kind {
        BlockKind::Heading => "is a heading",
        BlockKind::Boilerplate => "is furniture of the page, not the article",
        BlockKind::Body | BlockKind::Item | BlockKind::Quotation | BlockKind::Cell => return None,
    };
    Some(Reason {
        reason: reason.into(),
        weight: 0.0,
    })
}
