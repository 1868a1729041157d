//! A306: ranges whose greater end comes first.

use super::figures::{Ends, Figure, figures};
use super::money::currency;
use super::units::measure_of;
use super::words::way;
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;
use crate::text::reading::Shape;

rule! {
    /// A range has its greater end first
    ///
    /// ## What it does
    /// Looks for “between 50 and 30”, “20-10 percent”, “aged 70 to 60” and “2019–2015”. “From 50 to 30” may be a change, and
    /// a score, a vote, a ratio or a time of day may run downwards.
    ///
    /// ## Why this matters
    /// The ends are swapped, or one of them is wrong.
    ///
    /// ## Example
    /// “Between 50 and 30 people came to the meetings.”
    ///
    /// ## What to do instead
    /// Look both ends up, and give the lesser one first: “between 30 and 50 people”.
    "A306", "range-upside-down", Arithmetic, Low, Check::Text(check)
}

/// What is said to lie between two figures without being a range.
#[rustfmt::skip]
const NO_RANGE: &[&str] = &[
    "bracket", "chasm", "choice", "choose", "choosing", "chose", "compare", "compared",
    "comparison", "contrast", "difference", "differences", "disparity", "distinction", "gap",
    "gulf", "latitude", "latitudes", "match", "odds", "ratio", "score", "spread", "swing",
    "switch", "switched", "toggle",
];

/// Contests, in which the greater number comes first.
#[rustfmt::skip]
const CONTESTS: &[&str] = &[
    "advantage", "ahead", "approve", "ballot", "beat", "beats", "candidate", "deadlock", "defeat",
    "defeated", "divide", "divided", "edge", "elected", "election", "favor", "favour", "game",
    "lead", "leading", "leads", "led", "lost", "majority", "margin", "match", "odds", "poll",
    "polls", "ratio", "referendum", "score", "split", "trail", "trailed", "trails", "victory",
    "vote", "voted", "voters", "votes", "voting", "win", "winning", "wins", "won",
];

/// What turns a range round when it stands behind it.
#[rustfmt::skip]
const BACKWARDS: &[&str] = &[
    "ago", "bc", "bce", "before", "behind", "below", "clock", "earlier", "east", "left", "north",
    "past", "remaining", "south", "until", "west",
];

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for line in article.prose() {
        found.extend(years(article, line));
        let figures = figures(article, line);
        for pair in figures.windows(2) {
            if let [one, other] = pair
                && let (Some(one), Some(other)) = (one.single(), other.single())
                && let Some((start, range)) = range(line, &figures, one, other)
            {
                found.extend(raise(article, line, (start, one, other), range));
            }
        }
    }
    found
}

/// How the two ends are joined.
#[derive(Debug, Clone, Copy)]
enum Range {
    Between,
    Aged,
    Dash,
}

/// Where a range begins that two figures give upside down, and how it is
/// written.
fn range(
    line: &Line<'_>,
    figures: &[Ends<'_>],
    one: &Figure<'_>,
    other: &Figure<'_>,
) -> Option<(usize, Range)> {
    let swapped = one.value > other.value && other.value > 0.0 && one.value < other.value * 50.0;
    let alike = one.unit.is_none() || one.unit == other.unit;
    if !swapped || !alike || one.loose || other.loose || one.is_like_a_year() {
        return None;
    }
    let word = |at: usize| line.reading.lower(at);
    let (start, end) = (one.tokens.start, one.tokens.end);
    let before = start.checked_sub(1)?;
    let next = other.tokens.end;
    let turned = (next..next + 3).any(|at| BACKWARDS.binary_search(&word(at)).is_ok());
    if turned || word(next) == "to" {
        return None;
    }
    let apart = other.tokens.start - end;
    if apart != 1 {
        return None;
    }
    match word(end) {
        "and" if word(before) == "between" && is_between(line, before, one, other) => {
            Some((before, Range::Between))
        }
        "to" if is_aged(line, before, other) => {
            let from = word(before) == "from";
            Some((if from { before } else { start }, Range::Aged))
        }
        "-" | "–" if is_dashed(line, end, one, other) && figures.len() < 4 => {
            Some((start, Range::Dash))
        }
        _ => None,
    }
}

/// Whether "between" gives a range and not two things, two hours or two days.
fn is_between(line: &Line<'_>, between: usize, one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let mut before = between.saturating_sub(4)..between;
    let two = before.any(|at| NO_RANGE.binary_search(&line.reading.lower(at)).is_ok());
    // Hours run on past twelve, and days past the end of the month.
    let clock = one.value <= 31.0 && other.unit.is_none();
    !two && !clock && (other.value >= 1.0 || other.unit.is_some())
}

/// Whether two figures are ages: "aged 70 to 60", "from 70 to 60 years old".
fn is_aged(line: &Line<'_>, before: usize, other: &Figure<'_>) -> bool {
    let word = |at: usize| line.reading.lower(at);
    let all = 0..line.reading.tokens.len();
    let changes = all.into_iter().any(|at| {
        way(word(at)).is_some() || matches!(word(at), "changed" | "went" | "moved" | "brought")
    });
    let aged = word(before) == "aged"
        || word(before) == "from" && before > 0 && word(before - 1) == "aged";
    let years =
        word(before) == "from" && other.unit == Some("year") && word(other.tokens.end) == "old";
    !changes && (aged || years)
}

/// Whether a dash joins the ends of a measure: no score, no vote, no parts of a
/// hundred.
fn is_dashed(line: &Line<'_>, dash: usize, one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let timed = ["day", "week", "month", "year", "hour", "minute", "percent"];
    let measured = other.unit.is_some_and(|unit| {
        timed.contains(&unit)
            || currency(unit).is_some() && one.unit == other.unit
            || measure_of(unit).is_some() && !matches!(unit, "foot" | "inch" | "yard" | "pound")
    });
    let glued = line.reading.is_glued(dash) && line.reading.is_glued(dash + 1);
    let contest = (0..line.reading.tokens.len())
        .any(|at| CONTESTS.binary_search(&line.reading.lower(at)).is_ok());
    let hundred = (90.0..=110.0).contains(&(one.value + other.value));
    measured && glued && !contest && !hundred
}

/// "2019–2015"
fn years(article: &Article<'_>, line: &Line<'_>) -> Vec<Found> {
    let reading = &line.reading;
    let count = reading.tokens.len();
    let year = |at: usize| {
        let digits = reading.word(at);
        let year = digits.parse::<u16>().ok().filter(|_| digits.len() == 4);
        year.filter(|year| (1500..2100).contains(year))
    };
    let before_christ = (0..count)
        .any(|at| matches!(reading.lower(at), "bc" | "bce") || reading.has(at, &["b", ".", "c"]));
    let free = |at: usize| {
        !reading.is(at, Shape::Mark)
            || !reading.is_glued(at)
            || matches!(
                reading.word(at),
                "." | "," | ";" | ":" | ")" | "]" | "”" | "\""
            )
    };
    let opens = |at: usize| {
        at == 0 || !reading.is_glued(at) || matches!(reading.word(at - 1), "(" | "[" | "“" | "\"")
    };
    let span = |at: usize| {
        let (one, other) = (year(at)?, year(at + 2)?);
        let bracket = at > 0 && reading.word(at - 1) == "(" && reading.word(at + 3) == ")";
        let dash = match reading.word(at + 1) {
            "–" => true,
            "-" => bracket,
            _ => false,
        };
        let joined = dash && reading.is_glued(at + 1) && reading.is_glued(at + 2);
        let plain = joined && opens(at) && free(at + 3) && !before_christ;
        (plain && one > other)
            .then(|| line.span_of(at..at + 3))
            .flatten()
            .map(|span| (span, one, other))
    };
    (0..count)
        .filter_map(span)
        .map(|(span, one, other)| {
            let message = format!("“{}” ends before it begins", article.words(span));
            Found::on_words(span, message)
                .because(format!("{one} comes after {other}"))
                .instead(format!("“{other}–{one}”, if both years are right"))
                .sure(Certainty::Likely)
        })
        .collect()
}

fn raise(
    article: &Article<'_>,
    line: &Line<'_>,
    (start, one, other): (usize, &Figure<'_>, &Figure<'_>),
    range: Range,
) -> Option<Found> {
    let span = line.span_of(start..other.tokens.end)?;
    let message = format!("“{}” has its greater end first", article.words(span));
    let (greater, less) = (one.words, other.words);
    let instead = match range {
        Range::Between => format!("between {less} and {greater}"),
        Range::Aged | Range::Dash => format!("{less} to {greater}"),
    };
    let (one, other) = (one.value, other.value);
    Some(
        Found::on_words(span, message)
            .because(format!("{one} is more than {other}"))
            .instead(format!("“{instead}”, if both are right"))
            .sure(Certainty::Likely),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::cases;

    #[test]
    fn the_lists_are_sorted() {
        assert!(NO_RANGE.is_sorted() && CONTESTS.is_sorted() && BACKWARDS.is_sorted());
    }

    #[test]
    fn its_table_holds() {
        cases::check(
            &RULE,
            &[
                "Some meetings drew ‹between 50 and 30 people›.",
                "The panel wants men ‹from 70 to 60 years› old.",
                "Prices could rise ‹20-10 percent› by May.",
                "He led the museum for years (‹2019–2015›).",
                "Rents cost ‹between $900 and $700› a month.",
                "The lake is ‹30–20 kilometres› long.",
                "It asked people aged ‹70 to 60› about their pensions.",
                "Her time in office, ‹1998–1989›, was marked by strikes.",
                "Losses of ‹between 8 and 5 percent› were reported.",
                "The painter (‹1904-1871›) lived in the village.",
            ],
            &[
                "Attendance fell from 50 to 30.",
                "The gap between 50 and 30 percent is wide.",
                "The shop is open between 9 and 5.",
                "They won 3-2 and drew 2-1.",
                "The law passed 68-32, and 52-48 percent of the public agreed.",
                "A 60-40 percent split is likely.",
                "The settlers came between 10,000 and 8,000 years ago.",
                "He reigned from 2019 to 2015 in the game's odd calendar.",
                "The voting age was lowered from 21 to 18 years old.",
                "It was between minus 5 and minus 10 degrees.",
                "The dynasty (1900–1650 BC) left few traces.",
                "She led by a 45-40 percent margin.",
                "The train goes at a rate of between 8,000 and 10,000 passengers an hour.",
                "Call 2019-2015 or ask at the desk.",
                "Psalm 120–119 was sung.",
                "It takes between 20 and 15 minutes before the start to warm up.",
                "The board is 8-4 feet.",
            ],
        );
    }
}
