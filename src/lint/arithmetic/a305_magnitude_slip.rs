//! A305: one sum, once in millions and once in billions, or in two currencies.

use std::collections::BTreeMap;

use super::naming::{NamingSum, naming_sums};
use super::rounding::shown;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;

rule! {
    /// One sum stands in the text with two magnitudes or currencies
    ///
    /// ## What it does
    /// Looks for a sum that names a thing, such as “a $3 million grant”, and further on “the $3 billion grant” or “the
    /// €3 million grant”: the same digits before the same thing, not far apart, the second time as something known.
    ///
    /// ## Why this matters
    /// Million and billion are a slip of one letter and a thousandfold error.
    ///
    /// ## Example
    /// “The city won a $3 million grant. … The $3 billion grant will pay for two bridges.”
    ///
    /// ## What to do instead
    /// Look the sum up and make both the same. If there are two things, tell them apart.
    "A305", "magnitude-slip", Arithmetic, Medium, Check::Text(check)
}

/// The two stand at most so many sentences apart.
const NEAR: usize = 12;

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut things: BTreeMap<(String, String), Vec<NamingSum<'_>>> = BTreeMap::new();
    for sum in naming_sums(article) {
        let key = (sum.thing().to_owned(), sum.digits.to_owned());
        things.entry(key).or_default().push(sum);
    }
    let slips = things.values().filter_map(|sums| slip(sums));
    slips
        .map(|(odd, other)| raise(article, odd, other))
        .collect()
}

/// Of sums with the same digits before the same thing, the one that is not like
/// the others, and one of these.
fn slip<'s, 't>(sums: &'s [NamingSum<'t>]) -> Option<(&'s NamingSum<'t>, &'s NamingSum<'t>)> {
    let first = sums.first()?;
    let (like, unlike): (Vec<_>, Vec<_>) = sums.iter().partition(|sum| is_same(first, sum));
    let second = unlike.first()?;
    let two = unlike.iter().all(|sum| is_same(second, sum));
    // Each several times: they are two things.
    if !two || like.len() > 1 && unlike.len() > 1 {
        return None;
    }
    let (odd, other) = if unlike.len() > 1 {
        (first, *second)
    } else {
        (*second, first)
    };
    (second.known && is_slip(first, second)).then_some((odd, other))
}

fn is_same(one: &NamingSum<'_>, other: &NamingSum<'_>) -> bool {
    one.currency == other.currency && (one.scale() / other.scale() - 1.0).abs() < 1e-6
}

/// Whether the second can only be the first, with another magnitude or in
/// another currency.
fn is_slip(one: &NamingSum<'_>, other: &NamingSum<'_>) -> bool {
    let scale = (one.scale() / other.scale()).max(other.scale() / one.scale());
    let of_scale = one.currency == other.currency
        && ((scale - 1e3).abs() < 1.0 || (scale - 1e6).abs() < 1.0)
        && one.scale().min(other.scale()) >= 1e3;
    let of_currency = one.currency != other.currency && (scale - 1.0).abs() < 1e-6;
    let apart = (1..=NEAR).contains(&other.line.abs_diff(one.line));
    let tails = one.tail.is_none() || other.tail.is_none() || one.tail == other.tail;
    // "A new school grant" and "the school grant" may be one; "a road grant" and
    // "a school grant" are not.
    let shared = |one: &NamingSum<'_>, other: &NamingSum<'_>| other.name.ends_with(&one.name);
    let named = shared(one, other) || shared(other, one);
    // Ones are too common to show that the sums are one.
    let telling =
        !matches!(one.digits, "1" | "10" | "100") || one.name.len() > 1 && one.name == other.name;
    (of_scale || of_currency) && apart && tails && named && telling
}

fn raise(article: &Article<'_>, odd: &NamingSum<'_>, other: &NamingSum<'_>) -> Found {
    let (words, others) = (article.words(odd.span), article.words(other.span));
    let message = format!("“{words}” is elsewhere “{others}”");
    let found = Found::on_words(odd.figure.span, message);
    let found = if odd.currency == other.currency {
        let (one, two) = (odd.figure.value, other.figure.value);
        let times = shown((one / two).max(two / one));
        found.because(format!(
            "{} and {}: {times} times as much",
            shown(one),
            shown(two)
        ))
    } else {
        found.because(format!(
            "{} is not {}",
            odd.figure.words, other.figure.words
        ))
    };
    found
        .against(article.contrary(other.span))
        .instead("make both the same, or tell the two apart")
        .sure(Certainty::Possible)
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
                "The city won a $3 million grant. The ‹$3 billion› grant will pay for two bridges.",
                "A £2.5bn contract was signed. The minister praised the ‹£2.5m› contract.",
                "They built a $45 million bridge. It opened on Monday. The ‹€45 million› bridge is wide.",
                "The bank took a $700 million loss. The ‹$700 billion› loss was its first.",
                "A 12 million euro fine followed. The firm will fight the ‹12 billion euro› fine.",
                "The ‹$3 billion› grant is new. The $3 million grant came first. All want the $3 million grant.",
                "He signed a $60 million deal with the club. The ‹$60 billion› deal runs until May.",
                "She left a $4.2 million estate. This ‹$4.2 billion› estate is now in dispute.",
            ],
            &[
                "The city won a $3 million grant. The $3 million grant will pay for two bridges.",
                "The city won a $3 million grant. The $4 billion grant of the state is older.",
                "A $3 million grant came from the city. The $3 billion loan is another matter.",
                "The school has a $3 million budget. The state's $3 billion budget is under review.",
                "It is a $3 million grant, not the $3 billion grant that was reported.",
                "The city won a $3 million grant. It is one of many from a $3 billion fund.",
                "A $1 million prize was offered. The $1 billion prize of the lottery is far off.",
                "A $3 million deal with Oslo was signed. The $3 billion deal with Bergen is near.",
                "The firm paid $3 million in fees. It has $3 billion in assets.",
                "A $3 million road grant came. The $3 billion school grant did not help.",
                "The $3 million plan and the $3 billion plan are both on the table.",
                "A $5 ticket is cheap. The $5,000 ticket is for the rich.",
                "A $3 million plan came. The $3 billion plan failed. The $3 million plan won. The $3 billion plan is dead.",
                "A US$3 million grant came. The $3 million grant is for schools.",
            ],
        );
    }
}
