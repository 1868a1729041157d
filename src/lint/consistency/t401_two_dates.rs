//! T401: one event with two dates.

use std::collections::HashMap;
use std::ops::Range;

use super::things::{Several, Thing, is_plain, thing_at, thing_before};
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::edtf::EdtfDate;
use crate::model::flag::Certainty;
use crate::model::text::Span;
use crate::text::reading::Shape;

/// What happens to a thing once, with the forms that say so. The first stands for
/// all of a row.
const EVENTS: &[&[&str]] = &[
    &["opened"],
    &["founded", "established"],
    &["built", "constructed"],
    &["completed", "finished"],
    &["demolished"],
    &["born"],
    &["died"],
    &["buried"],
    &["sank", "sunk"],
    &["collapsed"],
    &["signed"],
    &["ratified"],
    &["adopted"],
    &["enacted"],
    &["repealed"],
    &["abolished"],
    &["inaugurated"],
    &["invented"],
    &["executed"],
    &["assassinated", "murdered"],
    &["dissolved"],
    &["incorporated"],
    &["stolen"],
];

/// Events that several do to the same thing, each on a day of their own.
const BY_SEVERAL: &[&str] = &["signed", "ratified", "adopted"];

/// Things that open, end and fall again and again, or of which many do.
#[rustfmt::skip]
const RECURRING: &[&str] = &[
    "election", "elections", "meeting", "season", "school", "festival", "tournament", "session", "conference",
    "trial", "talks", "market", "markets", "shares", "share", "stock", "stocks", "exchange", "polls", "store",
    "shop", "term", "parliament", "congress", "games", "exhibition", "fair", "debate", "show", "week", "month",
    "year", "day", "man", "woman", "boy", "girl", "child", "victim", "patient", "game", "match", "border", "road",
    "window", "door", "branch", "office", "dollar", "pound", "euro", "peso", "economy", "prices", "bank", "budget",
    "contract", "deal", "agreement", "letter", "petition",
];

rule! {
    /// One event has two dates in the article
    ///
    /// ## What it does
    /// Looks for two sentences that say of the same thing that it was opened, founded, signed, born and the like, on dates that
    /// exclude each other. The thing must be called the same, and the article must know no other of its kind. Plans, estimates,
    /// quotations and what comes again (elections, seasons) are let pass.
    ///
    /// ## Why this matters
    /// One of the two dates is wrong, and the article itself shows it.
    ///
    /// ## Example
    /// “The bridge opened on 3 May 1931. … The bridge, opened on 5 May 1931, was the first of its kind.”
    ///
    /// ## What to do instead
    /// Look up the date, and give it once.
    "T401", "two-dates", Consistency, Medium, Check::Text(check)
}

/// That something happened to a thing on a date.
struct Event {
    what: &'static str,
    thing: Thing,
    date: EdtfDate,
    span: Span,
}

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut by_key: HashMap<(&str, String), Vec<Event>> = HashMap::new();
    for line in article.prose().filter(|line| !line.facets.dates.is_empty()) {
        for event in events(line) {
            by_key
                .entry((event.what, event.thing.head.clone()))
                .or_default()
                .push(event);
        }
    }
    by_key.retain(|_, events| events.len() > 1);
    if by_key.is_empty() {
        return Vec::new();
    }
    let several = Several::of(article);
    let mut findings: Vec<Found> = Vec::new();
    for events in by_key.values() {
        for (at, event) in events.iter().enumerate() {
            let earlier = events[..at]
                .iter()
                .take(8)
                .find(|other| exclude(event, other) && several.same(&event.thing, &other.thing));
            findings.extend(earlier.map(|earlier| told(article, event, earlier)));
        }
    }
    findings
}

fn told(article: &Article<'_>, event: &Event, earlier: &Event) -> Found {
    let (here, there) = (article.words(event.span), article.words(earlier.span));
    let message = format!("“{here}” does not fit “{there}”: {} twice", event.what);
    Found::on_words(event.span, message)
        .against(article.contrary(earlier.span))
        .instead("look up the date, and give it once")
        .sure(Certainty::Likely)
}

/// Whether two dates are as exact as each other and not the same.
fn exclude(one: &Event, other: &Event) -> bool {
    one.date.as_str().len() == other.date.as_str().len() && one.date != other.date
}

/// The events of a sentence that have a date right beside them.
fn events(line: &Line<'_>) -> Vec<Event> {
    let mut found = Vec::new();
    for at in 1..line.reading.tokens.len() {
        let word = line.reading.lower(at);
        let Some(what) = EVENTS
            .iter()
            .find(|forms| forms.contains(&word))
            .and_then(|forms| forms.first())
        else {
            continue;
        };
        found.extend(event_at(line, at, what));
    }
    found
}

fn event_at(line: &Line<'_>, verb: usize, what: &'static str) -> Option<Event> {
    let (thing, start, behind) = happens_to(line, verb, what)?;
    if RECURRING.contains(&thing.head.as_str()) {
        return None;
    }
    let dates = || {
        line.facets
            .dates
            .iter()
            .map(|date| (date, line.tokens_at(date.span)))
    };
    let after = dates().find(|(_, tokens)| is_beside(line, behind, tokens.start, what));
    let before =
        dates().find(|(_, tokens)| tokens.start <= 1 && is_comma_between(line, tokens.end, start));
    let (date, tokens) = after.or(before)?;
    let value: EdtfDate = date.value.as_ref()?.as_str().parse().ok()?;
    let first = start.min(tokens.start);
    let last = tokens.end.max(behind).max(verb + 1);
    let span = line.span_of(first..last)?;
    if !is_calendar(line, &tokens) || !is_plain(line, &(first..last)) {
        return None;
    }
    Some(Event {
        what,
        thing,
        date: value,
        span,
    })
}

/// Whether a date is one of the calendar, and not counted back: “37 years ago”.
fn is_calendar(line: &Line<'_>, date: &Range<usize>) -> bool {
    let words = || date.clone().map(|at| line.reading.lower(at));
    let counted = |word: &str| {
        matches!(
            word,
            "ago" | "last" | "next" | "this" | "later" | "earlier" | "old"
        )
    };
    let has_digits = date.clone().any(|at| line.reading.is(at, Shape::Digits));
    has_digits && !words().any(counted) && !counted(line.reading.lower(date.end))
}

/// What something happens to, where the words begin, and the token behind the
/// verb and its object.
fn happens_to(line: &Line<'_>, verb: usize, what: &str) -> Option<(Thing, usize, usize)> {
    let reading = &line.reading;
    // “opened the bridge”: what is opened stands behind.
    if let Some((thing, behind)) = thing_at(line, verb + 1).filter(|_| !is_date_at(line, verb + 1))
    {
        let intransitive = matches!(what, "died" | "born" | "sank" | "collapsed");
        return (!intransitive && !BY_SEVERAL.contains(&what)).then_some((thing, verb, behind));
    }
    // “opened its first shop in 1931”: not what opened.
    let follows = line.reading.lower(verb + 1);
    let is_free = matches!(
        follows,
        "on" | "in" | "at" | "by" | "near" | "," | "of" | "with" | "." | ";" | "and"
    );
    if !is_free && !is_date_at(line, verb + 1) {
        return None;
    }
    let mut end = verb;
    while end > 0
        && matches!(
            reading.lower(end - 1),
            "was" | "were" | "been" | "had" | "first" | "finally"
        )
    {
        if reading.lower(end - 1) == "first" {
            return None;
        }
        end -= 1;
    }
    // “the bridge, opened on”, “the bridge, which opened on”.
    if end > 0 && matches!(reading.lower(end - 1), "which" | "who" | "that") {
        end -= 1;
    }
    if end > 1 && reading.word(end - 1) == "," {
        end -= 1;
    }
    let thing = thing_before(line, end)?;
    let start = thing.start;
    Some((thing, start, verb + 1))
}

fn is_date_at(line: &Line<'_>, at: usize) -> bool {
    line.facets
        .dates
        .iter()
        .any(|date| line.tokens_at(date.span).contains(&at))
}

/// Whether only a few words that say where or by whom stand between a verb and
/// “on” or “in” with a date.
fn is_beside(line: &Line<'_>, behind: usize, date: usize, what: &str) -> bool {
    if date < behind || date - behind > 6 {
        return false;
    }
    let reading = &line.reading;
    let word = |at: usize| reading.lower(at);
    let begins = date == behind
        || matches!(word(date), "on" | "in")
        || matches!(word(date - 1), "on" | "in" | ",");
    let fits = (behind..date).all(|at| {
        let by = word(at) == "by" && BY_SEVERAL.contains(&what);
        let stops = matches!(
            word(at),
            "after"
                | "before"
                | "since"
                | "until"
                | "to"
                | "and"
                | "that"
                | "which"
                | "who"
                | "between"
                | "from"
                | "for"
                | "during"
                | "as"
                | "replacing"
                | "—"
                | "–"
                | "("
                | ":"
                | ";"
        );
        let is_verb = word(at).len() > 4 && (word(at).ends_with("ed") || word(at).ends_with("ing"));
        let comma = word(at) == "," && at + 1 != date;
        !(by || stops || is_verb || comma)
    });
    let range = matches!(
        word(date.saturating_sub(1)),
        "from" | "until" | "since" | "by" | "before" | "after"
    );
    begins && fits && !range
}

/// “On 3 May 1931, the bridge opened”.
fn is_comma_between(line: &Line<'_>, date: usize, thing: usize) -> bool {
    thing == date || thing == date + 1 && line.reading.word(date) == ","
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
                "The bridge opened on 3 May 1931. It is steel. ‹The bridge, opened on 5 May 1931›, is safe.",
                "Ana Vega was born on 3 May 1931. She paints. ‹Ana Vega was born in Lindau on 3 June 1931›.",
                "The Lind Bridge was built in 1931. It is steel. ‹The bridge was built in 1932› and is safe.",
                "The treaty was signed in Rome on 3 May 1931. It rained. ‹The treaty was signed on 4 May 1931›.",
                "The Lind Mill was founded in 1990. It sells flour. ‹The mill, which was founded in 1991›, is small.",
                "In 1990, the museum was founded. It has a hall. ‹The museum was founded in 1992›.",
                "The mayor inaugurated the tower in May 2019. It is high. ‹The tower was inaugurated in June 2019›.",
                "Vega died on 3 May 2019. The town wept. ‹Vega died on 4 May 2019› in Lindau.",
                "The museum was established in 1990. It is small. ‹The museum was founded in 1991›.",
                "The two met at the Lind Hall, which opened in 2002. It rained. ‹The Lind Hall opened in 2003›.",
                "It is by the painter Ana Vega, who died in 2002. It is red. ‹Ana Vega died in 2003›.",
            ],
            &[
                "The bridge opened on 3 May 1931. The bridge, opened in May 1931, is safe.",
                "The old bridge opened on 3 May 1931. The new bridge opened on 5 May 1999.",
                "The bridge opened on 3 May 1931. Another bridge opened on 5 May 1999. The bridge opened on 5 May 1999.",
                "The Lind Bridge opened in 1931. The Mill Bridge opened in 1999.",
                "The election opened on 3 May 1931. The election opened on 5 May 1935.",
                "The bridge was to open on 3 May 1931. The bridge opened on 5 May 1931.",
                "The bridge would be opened on 3 May 1931. The bridge opened on 5 May 1931.",
                "The bridge opened on 3 May 1931. The bridge closed on 5 May 1999.",
                "The treaty was signed by France on 3 May 1931. The treaty was signed by Spain on 5 May 1931.",
                "The bridge opened about 1931. The bridge, which opened in the 1930s, is safe.",
                "Ana Vega was born in 1931. Carl Vega was born in 1935.",
                "“The bridge opened in 1930,” she said. The bridge opened in 1931.",
                "The bridge was built in 1931 and the tower in 1935. The tower was built in 1935.",
                "He was born in 1931. He was born in 1935.",
                "The museum, which opened its first hall in 1931, is small. The museum opened in 1920.",
                "The museum opened 37 years ago. The museum opened in 1989.",
                "The company was founded in 1990. Its rival sells tea, too. The company was founded in 1995.",
                "The mayor said the bridge opened in 1930. The bridge opened in 1931.",
                "The bridge was destroyed in 1944. The bridges of the town are old. The bridge was destroyed in 1966.",
                "The bridge was built from 1931 to 1935. The bridge was built in 1935.",
            ],
        );
    }
}
