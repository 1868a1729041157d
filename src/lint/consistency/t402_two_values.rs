//! T402: one quantity with two values.

use std::collections::HashMap;
use std::ops::Range;

use super::things::{Several, Thing, is_plain, owner_before, says_one_of, thing_at, thing_before};
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::facet::Quantity;
use crate::model::flag::Certainty;
use crate::model::text::Span;
use crate::text::reading::Shape;

/// How a thing is tied to a quantity, with the forms that say so. The first stands
/// for all of a row.
const TIES: &[&[&str]] = &[
    &["has", "have"],
    &["employs", "employ"],
    &["cost", "costs"],
    &["killed"],
    &["injured", "wounded"],
    &["seats"],
    &["houses"],
    &["weighs", "weighed"],
    &["covers"],
    &["spans"],
    &["contains"],
    &["serves"],
];

/// Words that tell of a change or of another time, place or part.
#[rustfmt::skip]
const CHANGES: &[&str] = &[
    "new", "another", "additional", "more", "further", "extra", "other", "others", "remaining", "rose", "rise",
    "risen", "grew", "grown", "fell", "fallen", "cut", "increased", "increase", "added", "adds", "lost", "gained",
    "before", "after", "since", "until", "previously", "formerly", "earlier", "later", "now", "then", "today",
    "currently", "initially", "first", "second", "last", "next", "year", "month", "week", "day", "annually",
    "daily", "weekly", "average", "each", "every", "per", "only", "still", "already", "so", "total", "combined",
    "had", "when", "while", "excluding", "including", "left", "up", "down", "least", "most", "today’s", "half",
    "third", "quarter", "both", "either", "one", "among",
];

rule! {
    /// One quantity has two values in the article
    ///
    /// ## What it does
    /// Looks for two sentences that give the same thing the same count or measure in the same words, with numbers that exclude
    /// each other (“the city has 900 shelter beds”, “the city’s 600 shelter beds”). Rounded numbers that fit are let pass, and so
    /// is what tells of a change, another time, a part, or of what somebody else says.
    ///
    /// ## Why this matters
    /// One of the two numbers is wrong, or one statement lacks what would explain it.
    ///
    /// ## Example
    /// “The city has 900 shelter beds. … The city’s 600 shelter beds are full.”
    ///
    /// ## What to do instead
    /// Look up the number. If both are right, say what each one counts.
    "T402", "two-values", Consistency, Medium, Check::Text(check)
}

/// What a thing has so many of.
struct Value<'a> {
    thing: Thing,
    /// What is counted: “shelter beds”, “dollar”.
    counted: String,
    quantity: &'a Quantity,
    span: Span,
}

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut by_key: HashMap<(&str, String, String), Vec<Value<'_>>> = HashMap::new();
    for line in article
        .prose()
        .filter(|line| !line.facets.quantities.is_empty())
    {
        for (tie, value) in values(line) {
            let key = (tie, value.thing.head.clone(), value.counted.clone());
            by_key.entry(key).or_default().push(value);
        }
    }
    by_key.retain(|_, values| values.len() > 1);
    if by_key.is_empty() {
        return Vec::new();
    }
    let several = Several::of(article);
    let mut findings = Vec::new();
    for values in by_key.values() {
        for (at, value) in values.iter().enumerate() {
            let earlier = values[..at].iter().take(8).find(|other| {
                several.same(&value.thing, &other.thing) && !fits(value.quantity, other.quantity)
            });
            findings.extend(earlier.map(|earlier| told(article, value, earlier)));
        }
    }
    findings
}

fn told(article: &Article<'_>, value: &Value<'_>, earlier: &Value<'_>) -> Found {
    let (here, there) = (article.words(value.span), article.words(earlier.span));
    let message = format!("“{here}” does not fit “{there}”");
    Found::on_words(value.span, message)
        .against(article.contrary(earlier.span))
        .instead("look up the number, or say what each one counts")
        .sure(Certainty::Likely)
}

/// The values of a sentence, each with how its thing is tied to it.
fn values<'a>(line: &'a Line<'_>) -> Vec<(&'static str, Value<'a>)> {
    let quantities = line.facets.quantities.iter().filter(|one| !one.ordinal);
    let mut found = Vec::new();
    for quantity in quantities {
        let tokens = line.tokens_at(quantity.span);
        let ahead = ahead(line, quantity, tokens.start);
        let Some((tie, thing, counted, tokens)) = ahead.or_else(|| passive(line, quantity)) else {
            continue;
        };
        if !states_now(line, &tokens) {
            continue;
        }
        if let Some(span) = line.span_of(tokens) {
            found.push((
                tie,
                Value {
                    thing,
                    counted,
                    quantity,
                    span,
                },
            ));
        }
    }
    found
}

/// How a thing is tied to what it has so many of, and the words that say so.
type Tied = (&'static str, Thing, String, Range<usize>);

/// “The city has 900 shelter beds”, “the city’s 900 shelter beds”.
fn ahead(line: &Line<'_>, quantity: &Quantity, start: usize) -> Option<Tied> {
    let (tie, end) = tie_before(line, start)?;
    let owns = line.reading.lower(start.wrapping_sub(1)) == "s";
    let thing = if owns {
        owner_before(line, end)?
    } else {
        thing_before(line, end)?
    };
    let (counted, behind) = counted(line, quantity)?;
    let tokens = thing.start..behind;
    Some((tie, thing, counted, tokens))
}

/// “12 people were killed in the flood”.
fn passive(line: &Line<'_>, quantity: &Quantity) -> Option<Tied> {
    let (counted, behind) = counted(line, quantity)?;
    let word = |at: usize| line.reading.lower(at);
    let is_passive =
        matches!(word(behind), "was" | "were") && matches!(word(behind + 2), "in" | "by");
    let tie = TIES
        .iter()
        .find(|forms| forms.contains(&word(behind + 1)))?
        .first()?;
    let (thing, end) = thing_at(line, behind + 3).filter(|_| is_passive)?;
    let tokens = line.tokens_at(quantity.span).start..end;
    Some((tie, thing, counted, tokens))
}

/// Whether words say plainly how things are, and tell of no change.
fn states_now(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    line.facets.dates.is_empty() && is_plain(line, tokens) && !says_one_of(line, tokens, CHANGES)
}

/// How what stands before a token is tied to it, and the token behind that.
fn tie_before(line: &Line<'_>, start: usize) -> Option<(&'static str, usize)> {
    let reading = &line.reading;
    let verb = start.checked_sub(1)?;
    if reading.lower(verb) == "s" && verb > 0 && matches!(reading.word(verb - 1), "’" | "'") {
        return Some(("has", verb - 1));
    }
    let tie = TIES
        .iter()
        .find(|forms| forms.contains(&reading.lower(verb)))?
        .first()?;
    // “that killed 12 people”, “, which has 900 beds”
    let mut end = verb;
    if end > 0 && matches!(reading.lower(end - 1), "which" | "that") {
        end -= 1;
        if end > 0 && reading.word(end - 1) == "," {
            end -= 1;
        }
    }
    Some((tie, end))
}

/// What a quantity counts, and the token behind it; nothing where more words say
/// which of them, or where the quantity describes something else: “a 60 m race”.
fn counted(line: &Line<'_>, quantity: &Quantity) -> Option<(String, usize)> {
    let reading = &line.reading;
    let tokens = line.tokens_at(quantity.span);
    let is_word = |at: &usize| reading.is(*at, Shape::Word) && !ends_noun(reading.lower(*at));
    let behind = (tokens.end..).take_while(is_word).take(4).last();
    let behind = behind.map_or(tokens.end, |at| at + 1);
    let ends = matches!(
        reading.lower(behind),
        "" | "." | "," | ";" | "!" | "and" | "is" | "are" | "was" | "were"
    );
    if !ends || behind - tokens.end > 3 {
        return None;
    }
    let costs = tokens.start > 0 && reading.lower(tokens.start - 1).starts_with("cost");
    if behind == tokens.end && costs {
        return Some((quantity.unit.clone()?, behind));
    }
    let end = tokens.end;
    let inside = tokens.rev().take_while(|at| {
        reading.is(*at, Shape::Word)
            && !is_number_word(reading.lower(*at))
            && !reading.is_glued(*at)
    });
    let first = inside.last().unwrap_or(end);
    let words: Vec<&str> = (first..behind).map(|at| reading.lower(at)).collect();
    let last = words.last()?;
    let is_many =
        last.ends_with('s') || matches!(*last, "people" | "men" | "women" | "children" | "staff");
    is_many.then(|| (words.join(" "), behind))
}

/// Words that are part of a number.
fn is_number_word(word: &str) -> bool {
    NUMBER_WORDS.split_whitespace().any(|one| one == word)
}

const NUMBER_WORDS: &str = "
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen hundreds thousands
millions bn m k about nearly some than almost around over under roughly approximately a an couple of few more less least most
half third thirds quarter quarters";

/// Words that no noun phrase goes on with.
#[rustfmt::skip]
const ENDS: &[&str] = &[
    "and", "or", "but", "is", "are", "was", "were", "for", "in", "of", "on", "at", "with", "from", "to", "by",
    "that", "which", "who", "as", "than", "between", "across", "over", "under", "about", "have", "has", "will",
    "into", "through", "without",
];

/// Words that no noun phrase goes on with.
fn ends_noun(word: &str) -> bool {
    ENDS.contains(&word)
}

/// Whether two quantities can be the same: their bounds meet, or one is the other
/// rounded.
fn fits(one: &Quantity, other: &Quantity) -> bool {
    let (Some(first), Some(second)) = (bounds(one), bounds(other)) else {
        return true;
    };
    let meet = first.0 <= second.1 && second.0 <= first.1;
    let rounded = one
        .exact()
        .zip(other.exact())
        .is_none_or(|(one, other)| is_rounded(one, other) || is_rounded(other, one));
    meet || rounded
}

/// The least and the most that a quantity can be; what is vague can be a fifth off.
fn bounds(quantity: &Quantity) -> Option<(f64, f64)> {
    let low = quantity.low.map_or(f64::MIN, |bound| bound.value);
    let high = quantity.high.map_or(f64::MAX, |bound| bound.value);
    if quantity.low.is_none() && quantity.high.is_none() {
        return None;
    }
    let slack = if quantity.vague { 0.2 } else { 0.0 };
    Some((low - slack * low.abs(), high + slack * high.abs()))
}

/// Whether a number is another one, rounded to as many digits as it has itself.
fn is_rounded(round: f64, exact: f64) -> bool {
    if round <= 0.0 || exact <= 0.0 {
        return false;
    }
    // The last digit that is no trailing nought.
    let mut unit = 1.0_f64;
    while unit < round && (round / (unit * 10.0)).fract() == 0.0 {
        unit *= 10.0;
    }
    ((exact / unit).round() * unit - round).abs() < unit / 2.0
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
                "The city has 900 shelter beds. It is cold. ‹The city’s 600 shelter beds› are full.",
                "The bridge cost $4 million. It is steel. ‹The bridge cost $5 million›.",
                "The flood killed 12 people. It rained on. ‹The flood, which killed 14 people›, was the worst.",
                "The school has 400 pupils. It is old. ‹The school’s 450 pupils› were sent home.",
                "The Lind Mill employs 300 people. It makes flour. ‹The mill employs 200 people›.",
                "Lindau has 24,000 residents. It is old. ‹Lindau has 31,000 residents›.",
                "The hall seats 900 people. It is old. ‹The hall seats 700 people›, and is full.",
                "In all, 12 people were killed in the flood. It rained on. ‹The flood killed 15 people›.",
                "The city has 900 shelter beds. Trains from Vienna to Prague are late. ‹The city’s 600 shelter beds› are full.",
                "The crash injured 41 passengers. It was dark. ‹The crash injured 44 passengers›.",
            ],
            &[
                "The city has about 900 shelter beds. The city’s 880 shelter beds are full.",
                "The city has nearly 1,000 shelter beds. The city’s 950 shelter beds are full.",
                "The bridge cost $4 million. The bridge cost $3.9 million.",
                "The city had 900 shelter beds in 2019. The city has 600 shelter beds.",
                "The city has 900 shelter beds for men. The city has 600 shelter beds for women.",
                "The city has 900 shelter beds. The county has 600 shelter beds.",
                "The old bridge cost $4 million. The new bridge cost $5 million.",
                "The city has 900 shelter beds. The city has 600 hospital beds.",
                "The police said the flood killed 12 people. The mayor said the flood killed 14 people.",
                "“The city has 900 shelter beds,” she said. The city has 600 shelter beds.",
                "The city has 900 shelter beds. Now the city has 600 shelter beds.",
                "The city has more than 600 shelter beds. The city’s 900 shelter beds are full.",
                "The school has 400 pupils. The schools are full. The school has 300 pupils.",
                "The city has 900 shelter beds. The city has 600 shelter beds in the east.",
                "It is cold in Paris. The city has 900 shelter beds. It is cold in Berlin. The city has 600 shelter beds.",
                "In Ocean’s Twelve it rains. In Ocean’s Eleven it does not.",
                "Lindau’s 60 m race is over. Lindau’s 400 m race is next.",
                "The mill’s 60 GB disk is full. The mill’s 40 GB disk is not.",
                "The country’s 40 million people wait. In Spain it rained. The country’s 60 million people wait.",
                "The flood killed 12 people. The flood killed 3 people in Lindau.",
            ],
        );
    }
}
