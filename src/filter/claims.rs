//! The claims of the articles of a file, as texts, without a desk.

use crate::extract::{Extractor, Model, Offer};
use crate::ingest::{self, IngestError};

/// The words of each sentence that is offered as a claim, in the order of the file.
pub fn claims_in((name, bytes): (&str, &[u8]), model: &Model) -> Result<Vec<String>, IngestError> {
    let (_, articles) = ingest::read(name, bytes, None, None)?;
    let mut claims = Vec::new();
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
        claims.extend(words.map(str::to_owned));
    }
    Ok(claims)
}
