//! S501: statements of nobody in particular.

use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found, On};
use crate::model::flag::Certainty;
use crate::text::attributions::is_vague_source;

rule! {
    /// A statement is attributed to nobody who can be asked
    ///
    /// ## What it does
    /// Looks for “critics argue”, “experts say”, “some observers believe” and the like, where the sentence names no one.
    ///
    /// ## Why this matters
    /// Nobody can be asked whether they said so. Often the writer speaks through such voices.
    ///
    /// ## Example
    /// “Critics argue that the closure will cost 40 jobs.”
    ///
    /// ## What to do instead
    /// Say who, and where: “The union's chair, Ana Vega, said on Monday that the closure will cost 40 jobs.” Or drop the
    /// attribution and check the statement as the writer's own.
    "S501", "unnamed-source", Sourcing, Low, Check::Text(check)
}

fn check(article: &Article<'_>) -> Vec<Found> {
    let attributions = article
        .sentences
        .iter()
        .flat_map(|sentence| &sentence.facets.attributions);
    let unnamed = attributions.filter(|one| {
        one.source
            .is_some_and(|source| is_vague_source(article.words(source)))
    });
    unnamed
        .map(|one| Found {
            on: On::Words(one.span),
            message: format!(
                "“{}” names nobody who can be asked",
                article.words(one.span)
            ),
            evidence: Vec::new(),
            suggestion: Some("say who, or drop the attribution".to_owned()),
            certainty: Certainty::Certain,
        })
        .collect()
}
