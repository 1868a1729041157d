//! S501: statements of nobody in particular.

use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::text::Span;
use crate::text::attributions::is_vague_source;

rule! {
    /// A statement is attributed to nobody who can be asked
    ///
    /// ## What it does
    /// Looks for “critics argue”, “experts say”, “it is widely known that” and the like, where the sentence names no one.
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
    let spans = unnamed
        .map(|one| one.span)
        .chain(article.all().iter().filter_map(by_nobody));
    let mut spans: Vec<Span> = spans.collect();
    spans.sort_unstable_by_key(|span| span.start);
    spans.dedup_by(|later, earlier| earlier.overlaps(*later));
    spans
        .into_iter()
        .map(|span| {
            let message = "this names nobody who can be asked".to_owned();
            Found::on_words(span, message).instead("say who, or drop the attribution")
        })
        .collect()
}

/// “It is widely known that”, “it is said that”.
fn by_nobody(line: &Line<'_>) -> Option<Span> {
    let reading = &line.reading;
    let starts = (0..reading.tokens.len()).find_map(|at| {
        let is_it = reading.lower(at) == "it" && matches!(reading.lower(at + 1), "is" | "was");
        let adverb =
            usize::from(reading.lower(at + 2).ends_with("ly") || reading.lower(at + 2) == "often");
        let verb = at + 2 + adverb;
        let told = is_it && SAID_BY_NOBODY.contains(&reading.lower(verb));
        (told && reading.lower(verb + 1) == "that").then_some(at..verb + 2)
    })?;
    let span = line.span_of(starts)?;
    (!line.is_quoted(span)).then_some(span)
}

/// What is said without anybody who says it.
const SAID_BY_NOBODY: &[&str] = &[
    "known",
    "believed",
    "said",
    "thought",
    "assumed",
    "accepted",
    "understood",
    "claimed",
    "agreed",
    "feared",
    "rumoured",
    "rumored",
    "acknowledged",
    "recognised",
    "recognized",
    "held",
];

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
                "‹It is widely known that› the mayor drinks.",
                "In the valley ‹it is said that› the mine is cursed.",
            ],
            &[
                "Critics such as Ana Vega argue that the closure will cost 40 jobs.",
                "Experts at the University of Vienna say that it rained.",
                "Experts from the University of Oslo say that it rained.",
                "Critics, such as Amnesty, argue that the closure will cost 40 jobs.",
                "Ana Vega, an expert on dams, says that it rained.",
                "Critics of the plan gathered on Monday in the town hall.",
                "The union argues that the closure will cost 40 jobs.",
                "“It is widely known that the mayor drinks,” said Karl Otto.",
                "It is true that the mine was closed, and it is known as a cursed place.",
                "Two of the three judges said that the law was void.",
            ],
        );
    }
}
