//! A302: parts that don't come to the whole.

use super::figures::{Ends, Figure, figures};
use super::hedges::is_doubted;
use super::lists::{List, led_list, list};
use super::rounding::shown;
use super::sides::{Division, division};
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;
use crate::text::reading::Shape;

rule! {
    /// Parts don't add up to their whole
    ///
    /// ## What it does
    /// Adds up figures in a row that share no member – for and against, women and men, killed and wounded, won and lost,
    /// the votes of candidates – and compares the sum with the total before or behind them, or with 100 percent. Parts that
    /// may overlap, or may not be all, are let pass.
    ///
    /// ## Why this matters
    /// One of the figures is wrong, or a part was left out.
    ///
    /// ## Example
    /// “Of the 120 members, 70 voted for, 40 against and 20 abstained.” That makes 130.
    ///
    /// ## What to do instead
    /// Look up each part and the total at their source, and say what the rest did, if there is a rest.
    "A302", "sum-mismatch", Arithmetic, Medium, Check::Text(check)
}

/// What tells that the parts are not all, or that some are counted twice.
#[rustfmt::skip]
const PARTIAL: &[&str] = &[
    "about", "additional", "alone", "already", "among", "another", "both", "compared", "especially",
    "estimated", "further", "include", "included", "includes", "including", "least", "mainly",
    "more", "mostly", "multiple", "notably", "other", "others", "overlap", "plus", "remainder",
    "remaining", "rest", "round", "several", "some", "than", "versus",
];

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for line in article.prose().filter(|line| !is_doubted(line)) {
        let figures = figures(article, line);
        let mut at = 0;
        while at < figures.len() {
            let rest = &figures[at..];
            let raised = of_total(article, line, rest)
                .or_else(|| in_all(article, line, rest))
                .or_else(|| shares(article, line, rest))
                .or_else(|| candidates(article, line, rest));
            at += if raised.is_some() { figures.len() } else { 1 };
            found.extend(raised);
        }
    }
    found
}

fn is_partial(line: &Line<'_>, tokens: std::ops::Range<usize>) -> bool {
    tokens
        .into_iter()
        .any(|at| PARTIAL.binary_search(&line.reading.lower(at)).is_ok())
}

/// How the parts lie to the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lies {
    Over,
    Under,
}

fn lies(list: &List<'_, '_>, (least, most): (f64, f64)) -> Option<Lies> {
    let (low, high) = list.sum();
    if low > most {
        Some(Lies::Over)
    } else if high < least {
        Some(Lies::Under)
    } else {
        None
    }
}

/// "of the 120 members, 70 voted for …", "120 people: 70 men and 60 women"
fn of_total(article: &Article<'_>, line: &Line<'_>, figures: &[Ends<'_>]) -> Option<Found> {
    let [total, rest @ ..] = figures else {
        return None;
    };
    let total = total.single()?;
    let (list, led) = match list(line, rest) {
        Some(list) => (list, false),
        None => (led_list(line, rest)?, true),
    };
    let tokens = list.tokens();
    let division = division(&list.sides(line)?)?;
    let counts = total.unit != Some("percent") && !total.is_like_a_year() && !total.loose;
    let alike = list
        .items
        .iter()
        .all(|item| item.figure.unit != Some("percent"));
    let listed = listed(line, total, total.tokens.end..tokens.start, led)?;
    if !counts || !alike || is_partial(line, total.tokens.start..tokens.end) {
        return None;
    }
    let lies = lies(&list, total.counted())?;
    // Somebody may have stayed away from a vote, or come out unhurt.
    let all = matches!(division, Division::Sex | Division::Result) && listed == Listed::Outright;
    let closed = matches!(line.reading.lower(tokens.end), "" | "." | ")" | "–" | "—");
    if lies == Lies::Under && !(all && closed) {
        return None;
    }
    raise(article, line, &list, total)
}

/// How parts follow a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listed {
    /// "of the 120 members, …"
    Of,
    /// "120 members: …"
    Outright,
}

/// How the parts behind a total are its parts, by the tokens between.
fn listed(
    line: &Line<'_>,
    total: &Figure<'_>,
    between: std::ops::Range<usize>,
    led: bool,
) -> Option<Listed> {
    let words =
        |mut tokens: std::ops::Range<usize>| tokens.all(|at| line.reading.is(at, Shape::Word));
    let mark = between
        .clone()
        .find(|&at| line.reading.is(at, Shape::Mark))?;
    let noun = between.start..mark;
    // ", the club won 20, lost 12 …"
    let subject = mark + 1..between.end;
    let near = noun.len() <= 3 && subject.len() <= if led { 2 } else { 0 };
    let plain = near && words(noun) && words(subject);
    match line.reading.lower(mark) {
        "," if plain && before_is_of(line, total) => Some(Listed::Of),
        ":" | "(" | "–" | "—" if plain => Some(Listed::Outright),
        _ => None,
    }
}

/// Whether a figure is a whole of which parts follow: "of the 120 members".
fn before_is_of(line: &Line<'_>, total: &Figure<'_>) -> bool {
    let word = |back: usize| {
        let at = total.tokens.start.checked_sub(back);
        at.map_or("", |at| line.reading.lower(at))
    };
    word(1) == "of"
        || word(2) == "of" && matches!(word(1), "the" | "its" | "their" | "those" | "all")
}

/// "70 men and 60 women, a total of 120", "…, 120 in all"
fn in_all(article: &Article<'_>, line: &Line<'_>, figures: &[Ends<'_>]) -> Option<Found> {
    let parts = list(line, figures)?;
    let count = parts.items.len();
    // The total may have been read as the last item: ", 120 in all".
    let (parts, total) = if let Some(total) = figures.get(count).and_then(Ends::single) {
        (parts, total)
    } else {
        let shorter = list(line, figures.get(..count - 1)?)?;
        (shorter, figures.get(count - 1)?.single()?)
    };
    let divided = parts.sides(line).and_then(|sides| division(&sides));
    let bare = divided.is_none();
    if bare && !are_bare(line, &parts, total) {
        return None;
    }
    let end = parts.tokens().end;
    let word = |at: usize| line.reading.lower(at);
    let (from, to) = (total.tokens.start, total.tokens.end);
    let before = line
        .reading
        .has(from.checked_sub(4)?, &[",", "a", "total", "of"])
        && from - 4 == end
        || from >= 5
            && line
                .reading
                .has(from - 5, &[",", "for", "a", "total", "of"])
            && from - 5 == end;
    let behind = word(from - 1) == ","
        && from - 1 == end
        && (line.reading.has(to, &["in", "all"])
            || line.reading.has(to, &["in", "total"])
            || word(to) == "altogether");
    if !(before || behind) || total.loose || is_partial(line, parts.tokens().start..to) {
        return None;
    }
    if bare {
        // Shares are rounded to their last digit, also where that is a nought.
        let off = (parts.printed() - total.value).abs();
        let room = parts.items.len().div_ceil(2);
        if off <= f64::from(u32::try_from(room).ok()?) {
            return None;
        }
    } else {
        lies(&parts, total.counted())?;
    }
    raise(article, line, &parts, total)
}

/// Whether parts are figures and nothing else, of which the last has the unit for
/// all: “30, 25 and 40 percent, 100 percent in all”.
fn are_bare(line: &Line<'_>, parts: &List<'_, '_>, total: &Figure<'_>) -> bool {
    let before = parts.tokens().start.checked_sub(1);
    // Otherwise these are the last of a longer list.
    let is_first = before.is_none_or(|at| !matches!(line.reading.lower(at), "," | "and"));
    let unit = |figure: &Figure<'_>| figure.unit.is_none_or(|unit| total.unit == Some(unit));
    let bare = |item: &super::lists::Item<'_, '_>| item.label.is_empty() && unit(item.figure);
    let last = parts.items.last();
    let last = last.is_some_and(|item| item.figure.unit == total.unit);
    let years = parts.items.iter().any(|item| item.figure.is_like_a_year());
    is_first && last && total.unit.is_some() && !years && parts.items.iter().all(bare)
}

fn raise(
    article: &Article<'_>,
    line: &Line<'_>,
    list: &List<'_, '_>,
    total: &Figure<'_>,
) -> Option<Found> {
    let span = line.span_of(list.tokens())?;
    let (sum, whole) = (shown(list.printed()), shown(total.value));
    let message = format!("“{}” makes {sum}, not {whole}", article.words(span));
    let sure = if list.items.iter().any(|item| item.figure.loose) {
        Certainty::Possible
    } else {
        Certainty::Likely
    };
    Some(
        Found::on_words(span, message)
            .because(format!("{} = {sum}", terms(list)))
            .against(article.contrary(total.span))
            .instead("check each part and the total, and say what the rest did")
            .sure(sure),
    )
}

/// "70 + 40 + 20"
fn terms(list: &List<'_, '_>) -> String {
    let terms: Vec<String> = list
        .items
        .iter()
        .map(|item| shown(item.figure.value))
        .collect();
    terms.join(" + ")
}

/// "45 percent yes, 40 percent no and 25 percent undecided", "made up of 60
/// percent sand and 50 percent clay"
fn shares(article: &Article<'_>, line: &Line<'_>, figures: &[Ends<'_>]) -> Option<Found> {
    let list = list(line, figures)?;
    let tokens = list.tokens();
    if !list.all_in("percent") || is_partial(line, tokens.clone()) {
        return None;
    }
    let own = list.items.iter().all(|item| {
        let mut label = item.label.clone();
        !label.any(|at| line.reading.lower(at) == "of")
    });
    let divided = list.sides(line).and_then(|sides| division(&sides));
    if !own || divided.is_none() && !is_made_of(line, tokens.start) {
        return None;
    }
    raise_shares(article, line, &list, tokens)
}

/// Whether what follows is what something consists of.
fn is_made_of(line: &Line<'_>, at: usize) -> bool {
    let words = |back: usize, words: &[&str]| {
        at.checked_sub(back)
            .is_some_and(|at| line.reading.has(at, words))
    };
    words(3, &["made", "up", "of"])
        || [
            "composed",
            "consist",
            "consists",
            "consisted",
            "consisting",
            "mixture",
            "blend",
        ]
        .iter()
        .any(|verb| words(2, &[verb, "of"]))
}

fn raise_shares(
    article: &Article<'_>,
    line: &Line<'_>,
    list: &List<'_, '_>,
    tokens: std::ops::Range<usize>,
) -> Option<Found> {
    if list.sum().0 <= 100.0 {
        return None;
    }
    let span = line.span_of(tokens)?;
    let sum = shown(list.printed());
    let message = format!("“{}” makes {sum} percent of one whole", article.words(span));
    Some(
        Found::on_words(span, message)
            .because(format!("{} = {sum}, more than 100", terms(list)))
            .instead("check each share, and whether all are of the same whole")
            .sure(Certainty::Likely),
    )
}

/// "Vega won 45 percent of the vote, Ruiz 40 percent and Soto 25 percent"
fn candidates(article: &Article<'_>, line: &Line<'_>, figures: &[Ends<'_>]) -> Option<Found> {
    let first = figures.first()?.single()?;
    let word = |at: usize| line.reading.lower(at);
    let end = first.tokens.end;
    let whole = line.reading.has(end, &["of", "the", "vote"])
        || line.reading.has(end, &["of", "the", "votes"]);
    if !whole || first.unit != Some("percent") {
        return None;
    }
    let mut items = vec![first];
    let mut from = end + 3;
    for ends in figures.get(1..)? {
        let figure = ends.single()?;
        let between = from..figure.tokens.start;
        let names = between
            .clone()
            .all(|at| matches!(word(at), "," | ";" | "and" | "the") || line.reading.is_capital(at));
        let capital = between.clone().any(|at| line.reading.is_capital(at));
        let closed = matches!(word(figure.tokens.end), "," | ";" | "." | "" | "and");
        if !(names && capital && closed && figure.unit == Some("percent")) {
            break;
        }
        items.push(figure);
        from = figure.tokens.end;
    }
    let tokens = first.tokens.start..from;
    let low: f64 = items.iter().map(|figure| figure.low).sum();
    if items.len() < 2 || low <= 100.0 || is_partial(line, 0..line.reading.tokens.len()) {
        return None;
    }
    let span = line.span_of(tokens)?;
    let sum = shown(items.iter().map(|figure| figure.value).sum());
    let terms: Vec<String> = items.iter().map(|figure| shown(figure.value)).collect();
    let message = format!("“{}” makes {sum} percent of one vote", article.words(span));
    Some(
        Found::on_words(span, message)
            .because(format!("{} = {sum}, more than 100", terms.join(" + ")))
            .instead("check each share, and whether all are of the same vote")
            .sure(Certainty::Likely),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::cases;

    #[test]
    fn the_list_is_sorted() {
        assert!(PARTIAL.is_sorted());
    }

    #[test]
    fn it_says_what_the_parts_make() {
        assert_eq!(
            cases::says(
                &RULE,
                "Of the 120 members, 70 voted for, 40 against and 20 abstained."
            ),
            "“70 voted for, 40 against and 20 abstained” makes 130, not 120"
        );
    }

    #[test]
    fn its_table_holds() {
        cases::check(
            &RULE,
            &[
                "Of the 120 members, ‹70 voted for, 40 against and 20 abstained›.",
                "The answers were ‹45 percent yes, 40 percent no and 25 percent undecided›.",
                "The flood killed 25 people: ‹12 men, 9 women and 6 children›.",
                "Of its 38 games, the club ‹won 20, lost 12 and drew 9›.",
                "The crash left ‹8 dead and 14 injured›, 23 in all.",
                "Vega won ‹45 percent of the vote, Ruiz 40 percent and Soto 25 percent›.",
                "The soil is made up of ‹60 percent sand, 30 percent clay and 20 percent silt›.",
                "The party named 50 candidates (‹30 men and 15 women›).",
                "Of the 20 passengers, ‹14 were killed and 9 injured›.",
                "The three parties won ‹30, 25 and 40 percent›, 100 percent in all.",
                "Some voters were torn: ‹58 percent approve and 49 percent disapprove›.",
            ],
            &[
                "Of the 120 members, 70 voted for, 40 against and 10 abstained.",
                "Of the 120 members, 70 voted for and 40 against.",
                "The three parties won 30, 25 and 45 percent, 100 percent in all.",
                "In 2019, 2020 and 2021 it won 10, 20 and 30 percent.",
                "Of the 120 members, 70 are women and 60 are over 50.",
                "The answers were 45.4 percent yes, 40.4 percent no and 14.3 percent undecided.",
                "It was backed by 60 percent of men and 50 percent of women.",
                "Prices rose 60 percent for men and 50 percent for women.",
                "Asked what they fear, 60 percent named crime and 55 percent prices.",
                "The flood killed 25 people, including 12 men and 9 women.",
                "At least 25 people died: 12 men and 14 women.",
                "Vega won 65 percent of the vote in the north, and Ruiz 60 percent in the south.",
                "Vega won 45 percent of the vote, Ruiz 40 percent and Soto 15 percent.",
                "About 30 people (20 men and 15 women) came.",
                "The mixture holds 60 percent of its heat and 50 percent of its water.",
                "In 2019, 70 voted for and 40 against.",
                "It won 20, lost 12 and drew 6 of its 38 games.",
                "Of the 30 wounded, 20 were men, 8 women and 2 children.",
                "The answers were 34 percent yes, 33 percent no and 34 percent undecided.",
            ],
        );
    }
}
