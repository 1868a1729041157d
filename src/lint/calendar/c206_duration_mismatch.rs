//! C206: spans of time and anniversaries that don't fit their dates.

use super::dated::{Date, dated};
use super::lasting::{Lasting, apart, lasting};
use super::words::through;
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;
use crate::text::reading::Shape;

rule! {
    /// A span of time or an anniversary does not fit its dates
    ///
    /// ## What it does
    /// Holds spans of time against the dates beside them: “for 12 years, from 1998 to 2015”, “founded in 1950, it had its 60th
    /// anniversary in 2005”, “ten years after the 2005 attack, in 2019”. One more or less is let pass, for the first and the last
    /// year may count or not, and more where the words say “about”.
    ///
    /// ## Why this matters
    /// The span or one of the dates is wrong, and readers will repeat it.
    ///
    /// ## Example
    /// “The 20-year war from 2001 to 2019.” That is 18 years.
    ///
    /// ## What to do instead
    /// Look the dates up and count again.
    "C206", "duration-mismatch", Calendar, Medium, Check::Text(check)
}

/// How one's beginning is told, right before its date.
const FOUNDED: &[&str] = &[
    "founded",
    "established",
    "created",
    "formed",
    "launched",
    "opened",
    "built",
    "incorporated",
    "inaugurated",
    "started",
];

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut before: Option<&Line<'_>> = None;
    for line in article.prose() {
        let last = before.replace(line).filter(|last| last.block == line.block);
        if line.tells_of_mistake() {
            continue;
        }
        let dates = dated(line);
        for span in lasting(line) {
            let one = over_period(article, line, &dates, &span);
            let one = one.or_else(|| after_event(article, line, &dates, &span));
            found.extend(one.or_else(|| later(article, line, &dates, &span, last)));
        }
        found.extend(anniversary(article, line, &dates));
    }
    found
}

/// "for 12 years, from 1998 to 2015", "the 20-year war (2001–2019)".
fn over_period(
    article: &Article<'_>,
    line: &Line<'_>,
    dates: &[Date<'_>],
    span: &Lasting,
) -> Option<Found> {
    let r = &line.reading;
    let mut at = span
        .noun_end(line)
        .or_else(|| span.end_before_lasted(line))?;
    at += usize::from(matches!(r.word(at), "," | "("));
    // “The 12-year ban, which lasted from 1969 to 1977”.
    let relative = usize::from(matches!(r.lower(at), "which" | "that"));
    if matches!(
        r.lower(at + relative),
        "lasted" | "ran" | "raged" | "held" | "lasts" | "runs"
    ) {
        at += relative + 1;
    }
    let date = dates.iter().find(|date| date.tokens.start == at)?;
    if !date.value.is_interval() || date.value.is_approximate() || date.anchored {
        return None;
    }
    let real = span.unit.between(date.value)?;
    // Within a period something shorter can lie.
    let within = r.lower(at) == "between" && span.number < real;
    if within || span.fits(real) {
        return None;
    }
    let words = through(line, span.span, date.span);
    let period = article.words(date.span);
    let counted = format!("{period} is {}", span.unit.count(real));
    let found = Found::on_words(words, format!("{counted}, not {}", span.number));
    let found = found.because(counted).against(article.contrary(date.span));
    Some(
        found
            .instead("count again, or look the dates up")
            .sure(Certainty::Likely),
    )
}

/// "Ten years after the 2005 attack, in 2019, …", "in 2019, ten years after
/// the 2005 attack".
fn after_event(
    article: &Article<'_>,
    line: &Line<'_>,
    dates: &[Date<'_>],
    span: &Lasting,
) -> Option<Found> {
    const REACH: usize = 8;
    let r = &line.reading;
    let [first, second] = dates else { return None };
    if !matches!(r.lower(span.tokens.end), "after" | "before") {
        return None;
    }
    let led = |date: &Date<'_>| {
        date.tokens.start > 0 && matches!(r.lower(date.tokens.start - 1), "in" | "on")
    };
    let event = if first.tokens.start >= span.tokens.end {
        // Nothing but the rest of the event's name stands between.
        let comma = second.tokens.start.checked_sub(2)?;
        let rest = first.tokens.end..comma;
        let plain = rest.len() <= 3 && rest.clone().all(|at| r.is(at, Shape::Word));
        (led(second) && r.word(comma) == "," && plain).then_some(first)?
    } else {
        let joined = first.tokens.end + 1 == span.tokens.start && r.word(first.tokens.end) == ",";
        (led(first) && joined).then_some(second)?
    };
    if event.tokens.start > span.tokens.end + REACH {
        return None;
    }
    let mut words = span.tokens.end + 1..event.tokens.start;
    let other = words.any(|at| {
        r.is(at, Shape::Mark) && r.word(at) == ","
            || matches!(r.lower(at), "and" | "who" | "which" | "when")
    });
    (!other).then(|| years_apart(article, span, first, second))?
}

/// "In 2005 the bank failed; ten years later, in 2019, it opened again", also
/// over two sentences.
fn later(
    article: &Article<'_>,
    line: &Line<'_>,
    dates: &[Date<'_>],
    span: &Lasting,
    last: Option<&Line<'_>>,
) -> Option<Found> {
    const REACH: usize = 14;
    let r = &line.reading;
    let end = span.tokens.end;
    if r.lower(end) != "later" || span.unit != super::lasting::Unit::Year {
        return None;
    }
    let next = end + 1 + usize::from(r.word(end + 1) == ",");
    let second = dates.iter().find(|date| date.tokens.start == next + 1)?;
    // A birth is rarely what is counted from.
    if !matches!(r.lower(next), "in" | "on") || line.has_any(&["born"]) {
        return None;
    }
    let before = dates
        .iter()
        .filter(|date| date.tokens.end <= span.tokens.start);
    let before: Vec<&Date<'_>> = before.collect();
    match before.as_slice() {
        [first] => {
            let mut stop = span.tokens.start;
            while stop > 0 && matches!(r.lower(stop - 1), "," | ";" | "and" | "but" | "–" | "—")
            {
                stop -= 1;
            }
            let clause = first.tokens.end..stop;
            let short =
                clause.len() <= REACH && stop < span.tokens.start && tells_one_thing(line, clause);
            short.then(|| years_apart(article, span, first, second))?
        }
        [] if span.tokens.start == 0 => {
            let last = last.filter(|last| last.reading.tokens.len() <= REACH + 4)?;
            let dates = dated(last);
            let [first] = dates.as_slice() else {
                return None;
            };
            let tokens = 0..last.reading.tokens.len().saturating_sub(1);
            let led = matches!(
                last.reading.lower(first.tokens.start.checked_sub(1)?),
                "in" | "on"
            );
            let alone = led && last.facets.dates.len() == 1 && tells_one_thing(last, tokens);
            alone.then(|| years_apart(article, span, first, second))?
        }
        _ => None,
    }
}

/// Whether words tell of one event, to which what is later must count.
fn tells_one_thing(line: &Line<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    let r = &line.reading;
    let others = |at: usize| {
        matches!(
            r.lower(at),
            "and"
                | "but"
                | "then"
                | "before"
                | "after"
                | "until"
                | "when"
                | "where"
                | "who"
                | "which"
                | "while"
                | "since"
                | "had"
                | "for"
                | ";"
                | ":"
                | "("
                | "born"
        )
    };
    let mut commas = tokens.clone().filter(|at| r.word(*at) == ",");
    commas.nth(1).is_none() && !tokens.any(others)
}

/// Two dates that are said to lie so many years apart.
fn years_apart(
    article: &Article<'_>,
    span: &Lasting,
    first: &Date<'_>,
    second: &Date<'_>,
) -> Option<Found> {
    if span.unit != super::lasting::Unit::Year || !first.is_point() || !second.is_point() {
        return None;
    }
    let real = apart(first, second);
    if span.fits(real) {
        return None;
    }
    let counted = format!(
        "from {} to {} it is {}",
        first.year().min(second.year()),
        first.year().max(second.year()),
        span.unit.count(real)
    );
    let found = Found::on_words(span.span, format!("{counted}, not {}", span.number));
    let found = found.because(counted).against(article.contrary(first.span));
    let found = found.against(article.contrary(second.span));
    Some(
        found
            .instead("count again, or look the dates up")
            .sure(Certainty::Likely),
    )
}

/// "Founded in 1950, the company had its 60th anniversary in 2005", "the 50th
/// anniversary of the 1969 landing in 2010".
fn anniversary(article: &Article<'_>, line: &Line<'_>, dates: &[Date<'_>]) -> Option<Found> {
    let r = &line.reading;
    let mut tokens = 0..r.tokens.len();
    let at = tokens.find(|at| r.lower(*at) == "anniversary")?;
    let mut ordinals = line
        .facets
        .quantities
        .iter()
        .filter(|one| one.ordinal && !one.vague);
    let ordinal = ordinals.find(|one| line.tokens_at(one.span).end == at)?;
    let number = ordinal.exact()?;
    let [one, other] = dates else { return None };
    let (begun, held) = if r.lower(at + 1) == "of" {
        let near = |date: &Date<'_>| (at + 2..=at + 4).contains(&date.tokens.start);
        let begun = [one, other].into_iter().find(|date| near(date))?;
        (begun, if begun.span == one.span { other } else { one })
    } else {
        let founded = |date: &Date<'_>| {
            let verb = date.tokens.start.checked_sub(2);
            verb.is_some_and(|verb| FOUNDED.contains(&r.lower(verb)) && r.lower(verb + 1) == "in")
        };
        match (founded(one), founded(other)) {
            (true, false) => (one, other),
            (false, true) => (other, one),
            _ => return None,
        }
    };
    let start = held.tokens.start;
    let led = start > 0 && matches!(r.lower(start - 1), "in" | "on");
    let beside = led && (start == at + 2 || start == 1) || held.anchored && start == at + 1;
    let of_event =
        r.lower(at + 1) == "of" && led && start > begun.tokens.end && start <= begun.tokens.end + 5;
    let single =
        begun.is_point() && held.is_point() && !line.has_any(&["mid", "belated", "late", "early"]);
    let real = apart(begun, held);
    if !(beside || of_event) || !single || (f64::from(real) - number).abs() <= 1.0 {
        return None;
    }
    let counted = format!(
        "from {} to {} it is {real} years",
        begun.year(),
        held.year()
    );
    let span = line.span_of(line.tokens_at(ordinal.span).start..at + 1)?;
    let found = Found::on_words(span, format!("{counted}, not {number}"));
    let found = found.because(counted).against(article.contrary(begun.span));
    let found = found.against(article.contrary(held.span));
    Some(
        found
            .instead("count again, or look the years up")
            .sure(Certainty::Likely),
    )
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
                "The ‹20-year war from 2001 to 2019› cost many lives.",
                "He was mayor for ‹12 years, from 1998 to 2015›, and then a judge.",
                "Founded in 1950, the company celebrated its ‹60th anniversary› in 2005.",
                "The union, founded in 1950, had its ‹40th anniversary› in 2005.",
                "‹Ten years› after the 2005 attack, in 2019, a trial began.",
                "In 2005 the bank failed; ‹ten years› later, in 2019, it opened again.",
                "He was held for ‹12 days, from 3 to 20 May 2024›, without a charge.",
                "The ‹nearly 12-year siege (1998–2015)› ruined the town.",
                "The ‹50th anniversary› of the 1969 moon landing in 2010 drew crowds.",
                "The plant closed in 1990. ‹Five years› later, in 2002, it was sold.",
                "She was away for ‹three months, from 3 January to 20 December 2024›.",
                "In 2019, ‹ten years› after the 2005 attack, a trial began.",
                "The ‹12-year fishing ban, which lasted from 1969 to 1987›, hurt the port.",
                "The ‹12-year tax dispute lasted from 1969 to 1987›.",
            ],
            &[
                "The 18-year war from 2001 to 2019 cost many lives.",
                // Both years may count, or neither.
                "He was mayor for 18 years, from 1998 to 2015, and then a judge.",
                "He was mayor for 16 years, from 1998 to 2015, and then a judge.",
                "Founded in 1950, the company celebrated its 55th anniversary in 2005.",
                "Founded in 1950, the company celebrated the 60th anniversary of its founder's birth in 2005.",
                "He won the cup in 12 years between 1990 and 2010.",
                "He was a minister for more than 12 years, from 1998 to 2015.",
                "He served for a total of 12 years from 1998 to 2015.",
                "The Hundred Years War (1337–1453) was longer than that.",
                "A 20-year-old man was held from 2001 to 2019.",
                "Interest on 10-year bonds from 2001 to 2019 fell.",
                "Each served a four-year term from 2001 to 2019.",
                "In 1990 he moved to Graz and married, and five years later, in 2002, he left.",
                "Born in 1950, he went to sea at 14, and two years later, in 1966, he was back.",
                "The firm opened in 1990 but soon failed. Five years later, in 2002, it came back.",
                "For about 50 years, from 1950 to 2004, the mine was open.",
                "The guide wrongly says that it lasted 20 years, from 2001 to 2019.",
                "Ten years after the attack, in 2019, a trial began, as in 2005.",
                "The store opened in 1990; its owner was jailed and, five years later, in 2002, freed.",
                "In 2019, ten years after moving to Graz and losing the 2005 case, he won.",
                "The company, founded in 1950 by a man who marked his 60th anniversary as a baker in 1990, is sold.",
                "The club marked the 25th anniversary of the 1990 final in 2015, and the 100th of its own.",
                "Five of the 12 years from 1998 to 2015 were dry.",
                "The 18-year fishing ban, which lasted from 1969 to 1987, hurt the port.",
                "The 12-year contract, which the firm held from 1969 to 1987, was renewed.",
                "The 12-year-old ran from 1969 to 1987.",
            ],
        );
    }
}
