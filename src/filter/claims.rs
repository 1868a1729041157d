//! The claims of the articles of a file, as texts, without a desk.

use crate::extract::{Extractor, Model, Offer};
use crate::ingest::{self, IngestError};

/// An article of a file, and what it claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleClaims<'b> {
    /// Its bytes as they came.
    pub original: &'b [u8],
    /// The words of each sentence that is offered as a claim, in order.
    pub claims: Vec<String>,
}

/// The articles of a file with what they claim.
pub fn claims_in<'b>(
    (name, bytes): (&str, &'b [u8]),
    model: &Model,
) -> Result<Vec<ArticleClaims<'b>>, IngestError> {
    let (_, articles) = ingest::read(name, bytes, None, None)?;
    let mut read = Vec::new();
    for article in articles {
        let document = article.document;
        let published = document.details.published.as_ref();
        let extracted = Extractor::new(model, published).extract(
            &document.text,
            &document.blocks,
            &Offer::default(),
        );
        let words = extracted
            .candidates()
            .filter_map(|one| one.span.slice(&document.text));
        read.push(ArticleClaims {
            original: article.original,
            claims: words.map(str::to_owned).collect(),
        });
    }
    Ok(read)
}
