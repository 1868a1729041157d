//! T407: a paragraph that breaks off.

use super::ends::{Open, open_end};
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;
use crate::model::text::{BlockKind, Span};
use crate::text::reading::Shape;

/// A lacking full stop says something where at least so many of ten paragraphs
/// have one.
const PUNCTUATED_OF_TEN: usize = 8;

/// A last sentence of fewer words may be a signature or a caption.
const FEWEST_WORDS: usize = 6;

rule! {
    /// A paragraph ends in the middle of a sentence, or without its full stop
    ///
    /// ## What it does
    /// Looks for the last sentence of a paragraph that ends without a mark and in a word that asks for more (“a more stable and”),
    /// and, as a mere question, for paragraphs of several sentences whose last one lacks its full stop where the other paragraphs
    /// of the article have theirs.
    ///
    /// ## Why this matters
    /// Something is missing: the end of a statement, or a whole passage that was lost on the way.
    ///
    /// ## Example
    /// “Ultimately, the two towns need a more stable, open and mutually beneficial”
    ///
    /// ## What to do instead
    /// Finish the sentence: “Ultimately, the two towns need a more stable, open and mutually beneficial contract.”
    "T407", "cut-off", Text, Medium, Check::Text(check)
}

fn check(article: &Article<'_>) -> Vec<Found> {
    let ends = last_lines(article);
    let is_careful = is_careful(&ends);
    let mut findings = Vec::new();
    for (line, paragraph) in &ends {
        if line.kind != BlockKind::Body || has_end(line) || goes_on(article, line) {
            continue;
        }
        findings.extend(match open_end(line) {
            Some(open) => Some(broken(article, line, &open)),
            None if *paragraph > 1 && is_careful && reads_like_prose(article, line) => {
                Some(unmarked(article, line))
            }
            None => None,
        });
    }
    findings
}

/// The last sentence of each paragraph, with how many it has.
fn last_lines<'a, 't>(article: &'a Article<'t>) -> Vec<(&'a Line<'t>, usize)> {
    let mut ends: Vec<(&Line<'t>, usize)> = Vec::new();
    for line in article.prose() {
        match ends.last_mut().filter(|(last, _)| last.block == line.block) {
            Some(last) => *last = (line, last.1 + 1),
            None => ends.push((line, 1)),
        }
    }
    ends
}

/// Whether paragraphs of several sentences end in a mark as a rule.
fn is_careful(ends: &[(&Line<'_>, usize)]) -> bool {
    let long = ends
        .iter()
        .filter(|(line, count)| *count > 1 && line.kind == BlockKind::Body);
    let (marked, all) = long.fold((0, 0), |(marked, all), (line, _)| {
        (marked + usize::from(has_end(line)), all + 1)
    });
    all >= 4 && marked * 10 >= all * PUNCTUATED_OF_TEN
}

/// Whether a sentence ends in a mark, a bracket, the sign of a note, or in what
/// is no sentence: an address, a handle.
fn has_end(line: &Line<'_>) -> bool {
    let reading = &line.reading;
    let last = reading.tokens.len().saturating_sub(1);
    let last_part = reading
        .text
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let is_address = ["/", "@", "#", "_", "&", "="]
        .iter()
        .any(|mark| last_part.contains(mark));
    let inner_dot = last_part.trim_end_matches('.').contains('.');
    match reading.tokens.get(last).map(|token| token.shape) {
        Some(Shape::Word) => is_address || inner_dot,
        Some(Shape::Mark) => reading.word(last) != ",",
        // “the two towns.3”, “page 7”: a figure at the end tells nothing.
        Some(Shape::Digits) | None => true,
    }
}

/// Whether what follows goes on with the sentence: a list, a quotation, a line
/// that begins small.
fn goes_on(article: &Article<'_>, line: &Line<'_>) -> bool {
    let all = article.all();
    let next = all.get(all.partition_point(|next| next.span.start < line.span.end));
    next.is_some_and(|next| {
        let words = article.words(next.span);
        let begins_so = |c: char| c.is_lowercase() || "“\"…([,.;".contains(c);
        let is_list = matches!(
            next.kind,
            BlockKind::Item | BlockKind::Quotation | BlockKind::Cell
        );
        is_list || words.starts_with(begins_so)
    })
}

/// Whether it can't be a signature, a caption or a verse.
fn reads_like_prose(article: &Article<'_>, line: &Line<'_>) -> bool {
    let reading = &line.reading;
    let words = (0..reading.tokens.len())
        .filter(|at| reading.is(*at, Shape::Word))
        .count();
    let capitals = (0..reading.tokens.len())
        .filter(|at| reading.is_capital(*at))
        .count();
    let block = article
        .blocks()
        .get(line.block)
        .map_or("", |block| article.words(block.span));
    let begins = reading.word(0).starts_with(char::is_uppercase);
    words >= FEWEST_WORDS
        && capitals * 2 <= words
        && !block.contains('\n')
        && begins
        && !block.contains(['|', '•', '©', ':'])
}

/// The last words of a sentence.
fn tail(line: &Line<'_>) -> Option<Span> {
    let count = line.reading.tokens.len();
    let last = (0..count)
        .rev()
        .filter(|at| line.reading.is(*at, Shape::Word))
        .take(4)
        .last();
    line.span_of(last.unwrap_or_default()..count)
}

fn broken(article: &Article<'_>, line: &Line<'_>, open: &Open) -> Found {
    let span = tail(line).unwrap_or(line.span);
    let words = article.words(span);
    let why = match open {
        Open::Word => "its last word asks for more",
        Open::NoNoun => "what is described is missing",
    };
    Found::on_words(
        span,
        format!("the sentence breaks off after “{words}”: {why}"),
    )
    .instead("finish the sentence, and see what else was lost")
    .sure(Certainty::Likely)
}

fn unmarked(article: &Article<'_>, line: &Line<'_>) -> Found {
    let span = tail(line).unwrap_or(line.span);
    let words = article.words(span);
    Found::on_words(
        span,
        format!("the paragraph ends without a full stop after “{words}”"),
    )
    .instead("see whether something was lost")
    .sure(Certainty::Possible)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::lint::cases;

    /// A text whose paragraphs end well, before one more.
    fn after_others(words: &str) -> String {
        let other = "The council met in May. It spoke of the bridge for three hours.\n\n";
        format!("{}{words}", other.repeat(5))
    }

    #[test]
    fn its_table_holds() {
        let unmarked = after_others(
            "The bridge was closed in June. Nobody has said when it will ‹open to traffic again›",
        );
        cases::check(
            &RULE,
            &[
                "The bridge was closed in June. Ultimately, the two towns need a more stable, ‹open, and mutually beneficial›",
                "The bridge was closed in June. The mayor spoke ‹to the council and›",
                "The bridge was closed in June. It had been built ‹with money from the›",
                "The bridge was closed in June because ‹it was older than›",
                "It was closed in June and has since then stood open to nobody but foxes, ‹and the mayor of›\n\nThe council met in May to hear the report.",
                "The bridge was closed in June. A third of the money that the two towns had set aside ‹for it had been,›",
                "The bridge was closed in June. The report calls for a ‹sustainable and socially responsible›",
                "The bridge was closed in June, and the council ‹met in order to›",
                &unmarked,
            ],
            &[
                "The bridge was closed in June. Nobody knows what the money was spent on",
                "The bridge was closed in June. It is the one that the children walk under",
                "Why the Bridge Was Closed and\n\nThe council met in May to hear the report.",
                "The council met in May. It asked for these things and\n\n- a new bridge\n- a new road\n",
                "The council met in May, and the mayor spoke of\n\n“a bridge for all of us”.",
                "The council met in May. The patients were given vitamin A",
                "The council met in May. The minutes are at www.example.org/minutes/of",
                "The council met in May. The result was a positive",
                "The council met in May, and spoke of the bridge, and…",
                "Dear Mayor of Lindau,\n\nI write to you about the bridge.",
                "The council met in May. It had heard of the Lind and\n\n… nobody came.",
                "The council met in May, the minutes say.\n\nAna Vega, Lindau",
            ],
        );
        let passes = [
            "The council met in May, and nobody came to hear its report of three hundred pages",
            "The bridge was closed in June. As the report says: “We were never asked for anything”",
            "The bridge was closed in June. The minutes of the council have all of it on page 7",
            "The bridge was closed in June. That is how the song ends.\nRoses are red\nViolets are blue",
            "The bridge was closed in June. Ana Vega, Chair of the Lindau Bridge Trust",
            "The bridge was closed in June. The town has three things to do before it opens:",
        ].map(after_others);
        cases::check_on(
            Some(cases::DAY),
            &RULE,
            &[],
            &passes.each_ref().map(String::as_str),
        );
    }

    #[test]
    fn a_writer_who_sets_no_full_stops_is_let_pass() {
        let words = "The council met in May. It spoke of the bridge for three hours and more\n\n";
        cases::check_on(Some(cases::DAY), &RULE, &[], &[&words.repeat(5)]);
    }
}
