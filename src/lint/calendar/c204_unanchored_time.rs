//! C204: times that count from a day that nobody knows.

use std::collections::BTreeSet;

use super::dated::dated;
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;
use crate::model::text::{BlockKind, Span};
use crate::text::dates::{Tense, tense_around, weekday_named};
use crate::text::reading::Shape;

rule! {
    /// A time such as “yesterday” counts from a day that is not known
    ///
    /// ## What it does
    /// Looks for “yesterday”, “last year”, “this week”, “recently” and the like where the article has no publication date. It marks
    /// the first place of each expression, outside quotations, and nothing in a paragraph that gives a date of its own.
    ///
    /// ## Why this matters
    /// A reader can't tell when it was, and a checker can't look it up.
    ///
    /// ## Example
    /// “Prices rose by 4 percent last year”, in a text without a date.
    ///
    /// ## What to do instead
    /// Give the article its date with `article add --published`, or name the year.
    "C204", "unanchored-time", Calendar, Low, Check::Text(check)
}

fn check(article: &Article<'_>) -> Vec<Found> {
    if article.published.is_some() || has_dateline(article) {
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    let placed = article.all().iter().filter(|line| !dated(line).is_empty());
    let placed: BTreeSet<usize> = placed.map(|line| line.block).collect();
    for line in article.prose() {
        // A date in the paragraph can be what such words count from.
        if placed.contains(&line.block) {
            continue;
        }
        let mut spans = relative(line);
        spans.extend(lately(line));
        spans.sort_unstable_by_key(|span| span.start);
        for span in spans {
            let words = article.words(span);
            if seen.insert(words.to_lowercase()) {
                let message = format!("“{words}” counts from a publication date that is not known");
                let one = Found::on_words(span, message);
                let one = one.instead("give the article its date, or name the day or year");
                found.push(one.sure(Certainty::Possible));
            }
        }
    }
    found
}

/// Whether a heading, a piece of furniture or a line by itself gives a day.
fn has_dateline(article: &Article<'_>) -> bool {
    const SHORT: usize = 10;
    article.all().iter().enumerate().any(|(at, line)| {
        let apart = matches!(line.kind, BlockKind::Heading | BlockKind::Boilerplate);
        let short = line.reading.tokens.len() <= SHORT;
        // "VIENNA, 14 April 2025 – The court …"
        let begins = at == 0;
        dated(line).iter().any(|date| {
            date.first == date.last && (apart || short || begins && date.tokens.start <= 4)
        })
    })
}

/// Dates that the reader of dates counts from the publication.
fn relative(line: &Line<'_>) -> Vec<Span> {
    let dates = line.facets.dates.iter();
    let open = dates.filter(|date| date.anchored && date.value.is_none());
    open.filter(|date| {
        let tokens = line.tokens_at(date.span);
        !line.is_quoted(date.span) && is_meant(line, tokens.start, tokens.end)
    })
    .map(|date| date.span)
    .collect()
}

/// Whether such words count from the publication, and not from an event that
/// is told of: "in the next year", "the weekend".
fn is_meant(line: &Line<'_>, start: usize, end: usize) -> bool {
    let r = &line.reading;
    let before = if start == 0 { "" } else { r.lower(start - 1) };
    let word = r.lower(start);
    let alone = end == start + 1;
    if alone && weekday_named(word).is_some() {
        let often = r.lower(end).ends_with('s') && r.is(end, Shape::Word);
        return before == "on" && !often;
    }
    // Nobody looks up the very day of "a century ago".
    let mut tokens = start..end;
    if tokens.any(|at| matches!(r.lower(at), "decade" | "decades" | "century" | "centuries")) {
        return false;
    }
    // "USA Today", "the youth of today", "today's world".
    let title = start > 0 && r.is_capital(start);
    let named = title
        || matches!(before, "of" | "until" | "like" | "the")
        || matches!(r.word(end), "'" | "’" | "-");
    match word {
        // "Used today", "today the rock has two tunnels": nowadays.
        "today" => alone && !named && !is_nowadays(line, start),
        "tomorrow" | "yesterday" | "tonight" => alone && !named,
        "last" | "next" | "this" => {
            let other = matches!(before, "the" | "every" | "of" | "same" | "than");
            let told = word == "this" && matches!(before, "in" | "during" | "at" | "from");
            end == start + 2 && !title && !other && !told && r.lower(end) != "of"
        }
        "the" => {
            let led = matches!(before, "in" | "over" | "for" | "during");
            led && r.lower(start + 1) == "past" && r.lower(end) != "of"
        }
        _ => r.lower(end - 1) == "ago",
    }
}

/// Whether "today" rather means these days: "as many do today".
fn is_nowadays(line: &Line<'_>, at: usize) -> bool {
    const REACH: usize = 4;
    let r = &line.reading;
    let apart = at > 0 && r.is(at - 1, Shape::Mark);
    let mut near = at.saturating_sub(REACH)..at;
    let present = near.any(|at| {
        matches!(
            r.lower(at),
            "do" | "does"
                | "is"
                | "are"
                | "still"
                | "exists"
                | "exist"
                | "remains"
                | "known"
                | "used"
        )
    });
    apart || present || tense_around(r, at..at + 1) == Tense::Unknown
}

/// "Recently", where it counts from no other event and describes nothing, as in
/// "the recently elected council".
fn lately(line: &Line<'_>) -> Vec<Span> {
    const OTHER: &[&str] = &[
        "had", "having", "until", "as", "more", "most", "been", "a", "an", "only", "just", "the",
        "or", "and", "his", "her", "its", "their", "of", "to", "with", "by", "on", "at", "from",
        "on", "at", "from",
    ];
    let r = &line.reading;
    let tokens = 0..r.tokens.len();
    let lately = tokens.filter(|at| {
        let before = at.checked_sub(1);
        let verb = before.is_none_or(|at| r.is(at, Shape::Word) && !OTHER.contains(&r.lower(at)));
        let joined = r.word(at + 1) == "-";
        matches!(r.lower(*at), "recently" | "lately") && verb && !joined
    });
    let spans = lately.filter_map(|at| line.span_of(at..at + 1));
    spans.filter(|span| !line.is_quoted(*span)).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::lint::cases;

    #[test]
    fn its_table_holds() {
        cases::check_on(
            None,
            &RULE,
            &[
                "The court ruled ‹yesterday› that the law was void.",
                "Prices rose by 4 percent ‹last year›, the ministry said.",
                "The bridge will be closed ‹next month› for repairs.",
                "‹This week› the council met twice, and twice it failed.",
                "The mayor ‹recently› sold her house, neighbours said.",
                "Two men were arrested on ‹Tuesday› in Graz.",
                "‹Last year› the plant closed, and last year the river rose.",
                "It closed ‹two weeks ago›, and the town hopes ‹this year› for another.",
                "The union will vote ‹tomorrow› on the offer.",
                "The court ruled ‹today› that the law was void.",
            ],
            &[
                "The court ruled yesterday, 14 April 2025, that the law was void.",
                "“Prices rose by 4 percent last year,” the minister said.",
                "USA Today had the story first.",
                "The youth of today read less, teachers say.",
                "In today’s world nobody waits for letters.",
                "He had recently married when the war began.",
                "It was the last week of his life.",
                "The council meets every Tuesday in the town hall.",
                "She wrote for the Tuesday paper and the Sunday one.",
                "In 2018 prices rose by 4 percent, more than the year before.",
                "VIENNA, 14 April 2025 – The council met.\n\nYesterday the court ruled.",
                "Until recently the bridge was closed.",
                "Today the rock has more tunnels than roads, and trains still use them today.",
                "The term was coined by Ana Vega, as many do today, and the firm owned it.",
                "A century ago the mine was open, and over the past two decades it filled with water.",
                "The club met on Friday afternoons, with a recently-elected chair.",
                "In the next year he won twice, and the conspiracy began in this year.",
                "Over Easter and the weekend the hotels were full, as on Black Friday.",
                "The recently elected council met, with three (or recently retired) judges.",
                "In 2018 he said he would come back next week. Last year he did.",
                "They met again two years later, and the next day they married.",
            ],
        );
    }

    #[test]
    fn with_a_publication_date_it_is_silent() {
        cases::check_on(
            Some(cases::DAY),
            &RULE,
            &[],
            &[
                "The court ruled yesterday that the law was void.",
                "The mayor recently sold her house.",
                "Prices rose by 4 percent last year.",
            ],
        );
    }
}
