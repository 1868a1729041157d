//! S502: words in quotation marks that nobody said.

use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;
use crate::model::text::{BlockKind, Span};
use crate::text::reading::{Reading, Shape};

rule! {
    /// A quotation is given to nobody
    ///
    /// ## What it does
    /// Looks for whole sentences in quotation marks whose paragraph says nowhere who spoke or wrote them, nor names anybody in
    /// the sentence before. Single words and phrases, titles, and set-off quotations are let pass.
    ///
    /// ## Why this matters
    /// A quotation without a speaker can't be checked, and nobody answers for it.
    ///
    /// ## Example
    /// “The town was never the same again. “We had no idea that it would end like this.” Shops closed.”
    ///
    /// ## What to do instead
    /// Say who said it, when and to whom.
    "S502", "unattributed-quotation", Sourcing, Low, Check::Text(check)
}

/// Words from which on a quotation is a statement and not a phrase.
const STATEMENT: usize = 6;

fn check(article: &Article<'_>) -> Vec<Found> {
    let lines = article.all();
    let mut findings = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.kind != BlockKind::Body {
            continue;
        }
        for quoted in line
            .facets
            .quotations
            .iter()
            .filter(|quoted| quoted.speaker.is_none())
        {
            let is_open = is_statement(article.words(quoted.span))
                && !has_voice(article, lines, at, quoted.span);
            if is_open {
                let message = "the text does not say whose words these are".to_owned();
                let found = Found::on_words(quoted.span, message);
                findings.push(
                    found
                        .instead("say who said it, and where")
                        .sure(Certainty::Likely),
                );
            }
        }
    }
    findings
}

/// Whether quoted words are a statement: several words, not all of them capital
/// as in a title, that end as a sentence does.
fn is_statement(words: &str) -> bool {
    let reading = Reading::new(words);
    let all: Vec<usize> = (0..reading.tokens.len())
        .filter(|at| reading.is(*at, Shape::Word))
        .collect();
    let capital = all.iter().filter(|at| reading.is_capital(**at)).count();
    let ends = words.trim_end().ends_with(['.', ',', '!', '?']);
    all.len() >= STATEMENT && capital * 2 < all.len() && ends
}

/// Whether the paragraph, or the line before it, says or names who may have
/// spoken.
fn has_voice(article: &Article<'_>, lines: &[Line<'_>], at: usize, quoted: Span) -> bool {
    let block = lines[at].block;
    let near = lines
        .get(at.saturating_sub(2)..(at + 2).min(lines.len()))
        .unwrap_or_default();
    near.iter().any(|line| {
        let is_near = line.block == block || line.block + 1 == block;
        let outside = |span: Span| !quoted.contains(span);
        let names = line.facets.names.iter().any(|name| outside(name.span));
        let says = line.facets.attributions.iter().any(|one| outside(one.span));
        let pronoun = spoken_by_pronoun(article, line, quoted);
        is_near && (names || says || pronoun)
    })
}

/// “She added”, “he wrote”: a pronoun outside the quoted words.
fn spoken_by_pronoun(article: &Article<'_>, line: &Line<'_>, quoted: Span) -> bool {
    let tokens = 0..line.reading.tokens.len();
    tokens.into_iter().any(|at| {
        let span = line.span_of(at..at + 1);
        let outside = span.is_some_and(|span| !quoted.contains(span));
        outside
            && matches!(
                line.reading.lower(at),
                "he" | "she"
                    | "they"
                    | "i"
                    | "we"
                    | "one"
                    | "who"
                    | "sign"
                    | "letter"
                    | "statement"
                    | "article"
            )
            && span.is_some_and(|span| !article.words(span).is_empty())
    })
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
                "The town was never the same again. “‹We had no idea that it would end like this.›” Shops closed.",
                "Prices rose and rose. “‹It is the worst summer that we have ever seen here.›”",
                "“‹The road will be finished before the winter comes.›” It was not.",
                "“‹Nobody told us that the money had already been spent.›” That was the mood.",
                "The hall fell silent. “‹This is where the story of the mine came to its end.›” Then the rain began.",
                "“‹We will never let them take the river away from us!›” was heard all over the valley.",
            ],
            &[
                "“We had no idea that it would end like this,” Ana Vega said.",
                "Ana Vega looked back. “We had no idea that it would end like this.”",
                "She shook her head. “We had no idea that it would end like this.”",
                "The minister calls it “a new beginning for the whole country of ours”.",
                "His film “The Long Way Home from the Sea” won a prize.",
                "The plan was called “green”.",
                "A sign at the gate reads: “No entry for people without a pass.”",
                "“We had no idea,” said the farmer, “that it would end like this.”",
                "> We had no idea that it would end like this.",
                "According to the report, “the road will be finished before the winter comes.”",
            ],
        );
    }
}
