//! S501: statements of nobody in particular.

use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
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
        .all()
        .iter()
        .flat_map(|line| &line.facets.attributions);
    let unnamed = attributions.filter(|one| {
        let source = one.source.map(|source| article.words(source));
        source.is_some_and(is_vague_source) && !names_examples(article.words(one.span))
    });
    unnamed
        .map(|one| {
            let message = "this names nobody who can be asked".to_owned();
            Found::on_words(one.span, message).instead("say who, or drop the attribution")
        })
        .collect()
}

/// “Critics, such as Amnesty, argue”.
fn names_examples(words: &str) -> bool {
    [" such as ", " including ", ", like ", ", among them "]
        .iter()
        .any(|with| words.contains(with))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::lint::cases;

    #[test]
    fn its_table_holds() {
        cases::check(
            &RULE,
            &[
                "‹Critics argue that› the closure will cost 40 jobs.",
                "‹Some experts say that› it rained.",
                "It was, ‹observers believe›, the end.",
                "‹Analysts say› prices will rise by 4 percent.",
                "The plan failed, ‹according to critics›.",
                "‹Many argue that› the law came too late.",
            ],
            &[
                "Critics such as Ana Vega argue that the closure will cost 40 jobs.",
                "Experts at the University of Vienna say that it rained.",
                "Experts from the University of Oslo say that it rained.",
                "Critics, such as Amnesty, argue that the closure will cost 40 jobs.",
                "Ana Vega, an expert on dams, says that it rained.",
                "Critics of the plan gathered on Monday in the town hall.",
                "The union argues that the closure will cost 40 jobs.",
                "Two of the three judges said that the law was void.",
            ],
        );
    }
}
