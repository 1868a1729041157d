//! T408: what a page or a template left in the article.

use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;
use crate::model::text::{BlockKind, Span};
use crate::text::reading::Shape;

rule! {
    /// A piece of a web page, a prompt or a placeholder stands in the text
    ///
    /// ## What it does
    /// Looks for what is no part of the article: tables of contents, related links, cookie notices, titles of other pages, calls
    /// to subscribe or to read on, and placeholders such as “lorem ipsum”, “TK” and “[insert name]”.
    ///
    /// ## Why this matters
    /// It shows that nobody read the text to its end before it went out. A placeholder is a fact that is missing.
    ///
    /// ## Example
    /// “The bridge was opened by [insert name] in 1931.”
    ///
    /// ## What to do instead
    /// Take it out; where it stands for a fact, fill it in: “The bridge was opened by Ana Vega in 1931.”
    "T408", "boilerplate", Text, Low, Check::Text(check)
}

/// Beginnings of sentences by which a page speaks to its visitors, in lower case.
#[rustfmt::skip]
const CALLS: &[&str] = &[
    "join us as we ", "join us on this journey", "click here to ", "click here for ", "click the link below",
    "subscribe to our ", "subscribe now", "subscribe today", "sign up for our ", "sign up to our ", "sign up here",
    "follow us on ", "like us on facebook", "share this article", "share this story", "share this post",
    "read more:", "read more about ", "read also:", "read our full ", "related articles", "related stories",
    "scroll down for video", "story continues below", "article continues below",
    "this article contains affiliate links", "we may earn a commission", "your email address will not be published",
    "required fields are marked", "in this article, we will ", "in this article, we’ll ", "in this blog post, ",
    "stay tuned for more", "table of contents",
];

/// Words before what a bracket asks to be filled in, in lower case.
const TO_FILL: &[&str] = &[
    "insert ",
    "your name",
    "add ",
    "name of ",
    "tbc",
    "tbd",
    "tk",
    "xx",
];

/// Credits and notices belong under pictures and articles.
const CREDITS: &[&str] = &[
    "photo:",
    "image:",
    "image credit:",
    "©",
    "copyright",
    "all rights reserved",
];

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut findings = Vec::new();
    for line in article.all() {
        if line.kind == BlockKind::Boilerplate {
            findings.extend(furniture(article, line));
            continue;
        }
        findings.extend(call(article, line));
        findings.extend(placeholders(article, line));
    }
    findings
}

fn furniture(article: &Article<'_>, line: &Line<'_>) -> Option<Found> {
    let words = article.words(line.span);
    let lower = line.reading.lower_text();
    if CREDITS.iter().any(|credit| lower.starts_with(credit)) {
        return None;
    }
    let message = format!(
        "“{}” is a part of a page and not of the article",
        shown(words)
    );
    Some(
        Found::on_words(line.span, message)
            .instead("take it out")
            .sure(Certainty::Likely),
    )
}

/// A sentence that speaks to the visitors of a page.
fn call(article: &Article<'_>, line: &Line<'_>) -> Option<Found> {
    let words = article.words(line.span);
    let lower = line.reading.lower_text();
    let begins = CALLS.iter().any(|call| {
        lower.starts_with(call.trim_end()) && {
            let rest = lower.get(call.trim_end().len()..).unwrap_or_default();
            !rest.starts_with(char::is_alphanumeric)
        }
    });
    begins.then(|| {
        let message = format!(
            "“{}” speaks to visitors of a page and tells nothing",
            shown(words)
        );
        Found::on_words(line.span, message)
            .instead("take it out")
            .sure(Certainty::Likely)
    })
}

/// The first words of a line.
fn shown(words: &str) -> String {
    let mut all = words.split_whitespace();
    let mut first = all.by_ref().take(8).collect::<Vec<_>>().join(" ");
    if all.next().is_some() {
        first.push_str(" …");
    }
    first
}

/// Words that stand for something to be filled in.
fn placeholders(article: &Article<'_>, line: &Line<'_>) -> Vec<Found> {
    let mut spans: Vec<Span> = Vec::new();
    for at in 0..line.reading.tokens.len() {
        let tokens = bracket(line, at)
            .or_else(|| latin(line, at))
            .or_else(|| letters(line, at));
        if let Some(span) = tokens.and_then(|tokens| line.span_of(tokens)) {
            spans.push(span);
        }
    }
    let found = |span: Span| {
        let message = format!(
            "“{}” stands where something was to be filled in",
            article.words(span)
        );
        Found::on_words(span, message).instead("fill it in")
    };
    spans.into_iter().map(found).collect()
}

/// “[insert name]”.
fn bracket(line: &Line<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    if line.reading.word(at) != "[" {
        return None;
    }
    let end = (at + 2..at + 10).find(|end| line.reading.word(*end) == "]")?;
    let inner = line.reading.span_of(at + 1..end)?;
    let inner = inner.slice(line.reading.lower_text())?;
    let asks = TO_FILL.iter().any(|ask| match ask.strip_suffix(' ') {
        // “[add]” and “[adding …]” are an editor's.
        Some(_) => inner.starts_with(ask),
        None => inner == *ask || *ask == "xx" && inner.chars().all(|c| c == 'x'),
    });
    asks.then_some(at..end + 1)
}

/// “lorem ipsum”.
fn latin(line: &Line<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    let is_it = line.reading.has(at, &["lorem", "ipsum"]);
    let quoted = at.checked_sub(1).map(|before| line.reading.word(before));
    (is_it && !quoted.is_some_and(|mark| matches!(mark, "“" | "\"" | "‘" | "'")))
        .then_some(at..at + 2)
}

/// “TK” and “XXX”, standing by themselves.
fn letters(line: &Line<'_>, at: usize) -> Option<std::ops::Range<usize>> {
    let reading = &line.reading;
    let word = reading.word(at);
    let to_come = matches!(word, "TK" | "TKTK" | "TKTKTK");
    if !to_come && word != "XXX" || reading.is_glued(at + 1) && !reading.is(at + 1, Shape::Mark) {
        return None;
    }
    let before = at.checked_sub(1).map_or("", |before| reading.word(before));
    if matches!(before, "$" | "£" | "€") {
        return Some(at..at + 1);
    }
    // “Super Bowl XXX”, “TK Maxx”, “rated XXX”, a list of films.
    let is_lower = |word: &str| word.starts_with(char::is_lowercase);
    let counts = is_lower(reading.word(at + 1)) && (at <= 1 || is_lower(before));
    let ends = to_come && is_lower(before) && matches!(reading.word(at + 1), "." | ",");
    let parted = !reading.is_glued(at) && !reading.is_glued(at + 2);
    ((counts || ends) && parted).then_some(at..at + 1)
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
                "The bridge opened on Monday, and the mayor cut a ribbon before the crowd\n\
                 ‹Table of Contents›\n‹Ten Soups for a Cold Evening – kitchenpage›",
                "The council met in May. ‹Join us as we explore what it means for the town.›",
                "The bridge was opened by ‹[insert name]› in 1931.",
                "The bridge cost $‹TK› million, the town said.",
                "‹Lorem ipsum› dolor sit amet, said the mayor.",
                "The council met in May.\n\n‹Advertisement›\n\nIt rained in June.",
                "The council met in May.\n\n‹Click here to subscribe to the daily letter.›\n\nIt rained.",
                "The council met in May.\n\n‹Read more: Ten ways to cook a leek›\n\nIt rained in June.",
                "About ‹XXX› people came to the fair.",
                "It was opened in ‹[TK]› by the mayor.",
            ],
            &[
                "The town printed a table of contents for each of its reports.",
                "The advertisement ran for three weeks and cost $4,000.",
                "Subscribers can click here and there, but few do.",
                "He asked the crowd to join us in the hall.",
                "The typesetter used “lorem ipsum” to fill the page.",
                "Super Bowl XXX was played in Tempe.",
                "The shop, a branch of TK Maxx, closed in May.",
                "“[The mayor] never came,” she said. “She [added] two names.”",
                "The court [sic] met in May, and the law [in force since 1990] was void.",
                "Sharing this view or not, the figures are right.",
                "Related claims were dropped in 2019, the court said.",
                "Follow us and you will see, the guide said to the children.",
                "The disc is rated XXX-1 by the lab.",
                "Four films are out: XXX, Hellboy and two more.",
                "The council met in May.\n\nPhoto: Ana Vega\n\nIt rained in June.",
                "The council met in May.\n\n© Ana Vega\n\nIt rained in June.",
            ],
        );
    }
}
