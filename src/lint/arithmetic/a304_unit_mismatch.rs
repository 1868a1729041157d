//! A304: a measure that is said again in another unit, and is not the same.

use super::figures::{Ends, Figure, figures};
use super::rounding::{round_to, shown};
use super::units::{Measure, celsius, fahrenheit, measure_of, plural};
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;

rule! {
    /// A measure and the same measure in another unit disagree
    ///
    /// ## What it does
    /// Converts what stands before a bracket or an “or about” and compares it with what stands there: miles and kilometres,
    /// Fahrenheit and Celsius, acres and hectares, feet and metres, pounds and kilograms, gallons and litres, and so on.
    /// What rounding of either may hide is let pass.
    ///
    /// ## Why this matters
    /// One of the two is wrong, and a reader sees only the one that they are used to.
    ///
    /// ## Example
    /// “The village lies 10 miles (30 kilometres) from the border.” Ten miles are 16 kilometres.
    ///
    /// ## What to do instead
    /// Find out which of the two the source has, and convert that one: “10 miles (16 kilometres)”.
    "A304", "unit-mismatch", Arithmetic, High, Check::Text(check)
}

/// The share of a round number by which the one that it stands for may differ.
const ROUND: f64 = 0.1;

/// The share that an "about" adds.
const LOOSE: f64 = 0.1;

/// The words that may stand between a bracket and the number in it.
const LEADS: &[&str] = &[
    ".", "a", "approx", "bit", "c", "e", "i", "just", "little", "only", "or", "slightly", "well",
];

/// The words behind the number that keep a bracket about it.
const TAILS: &[&str] = &[
    "across", "away", "deep", "each", "high", "long", "tall", "thick", "wide",
];

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for line in article.prose() {
        let mut figures = figures(article, line);
        for ends in &mut figures {
            take_degrees(article, line, ends);
        }
        for pair in figures.windows(2) {
            let [one, other] = pair else { continue };
            if let Some(loose) = is_said_again(line, one, other) {
                found.extend(compare(article, one, other, loose));
            }
        }
    }
    found
}

/// Gives a number the "C" or "F" behind it, which alone would mean too little to
/// be read as degrees.
fn take_degrees<'t>(article: &Article<'t>, line: &Line<'_>, ends: &mut Ends<'t>) {
    let end = ends.first.tokens.end;
    let unit = match line.reading.word(end) {
        "C" => "celsius",
        "F" => "fahrenheit",
        _ => return,
    };
    for figure in [Some(&mut ends.first), ends.last.as_mut()]
        .into_iter()
        .flatten()
    {
        if figure.unit.is_none()
            && let Some(span) = line.span_of(figure.tokens.start..end + 1)
        {
            figure.tokens.end = end + 1;
            figure.unit = Some(unit);
            figure.span = span;
            figure.words = article.words(span);
        }
    }
}

/// Whether the second number is there to say the first again, and if so
/// whether words between leave it open.
fn is_said_again(line: &Line<'_>, one: &Ends<'_>, other: &Ends<'_>) -> Option<bool> {
    let (from, to) = (one.first.tokens.end, other.first.tokens.start);
    let word = |at: usize| line.reading.lower(at);
    // The 4 of "1⁄4 inches", and the second side of "3 × 4 feet".
    let before = one.first.tokens.start.checked_sub(1).map_or("", word);
    if matches!(before, "⁄" | "/" | "×" | "x" | "by") {
        return None;
    }
    let open = (from..to).find(|&at| matches!(word(at), "(" | "["));
    if let Some(open) = open {
        let per = (from..open).any(|at| matches!(word(at), "per" | "a" | "an" | "each" | "/"));
        let led = (open + 1..to).all(|at| LEADS.binary_search(&word(at)).is_ok());
        let end = other.first.tokens.end;
        let end = end + usize::from(TAILS.binary_search(&word(end)).is_ok());
        let closed = matches!(word(end), ")" | "]");
        return (open - from <= 2 && !per && led && closed).then_some(to > open + 1);
    }
    let comma = word(from) == ",";
    let at = from + usize::from(comma);
    let or = word(at) == "or" && (at + 1..to).all(|at| matches!(word(at), "just" | "only"));
    let apart = at < to && (comma || other.first.loose);
    let per = matches!(word(other.first.tokens.end), "per" | "a" | "an" | "/" | "-");
    (or && apart && !per).then_some(to > at + 1)
}

fn compare(article: &Article<'_>, one: &Ends<'_>, other: &Ends<'_>, loose: bool) -> Option<Found> {
    let to = Conversion::between(&one.first, &other.first)?;
    let fits = match (&one.last, &other.last) {
        (None, None) => to.fits(&one.first, &other.first, loose),
        (Some(last), Some(other_last)) => {
            to.fits(&one.first, &other.first, loose) && to.fits(last, other_last, loose)
        }
        _ => true,
    };
    if fits {
        return None;
    }
    let (span, words) = (other.first.span, other.first.words);
    let told = |figure: &Figure<'_>| shown(to.value(number(figure)));
    let amount = match &one.last {
        Some(last) => format!("{} to {}", told(&one.first), told(last)),
        None => told(&one.first),
    };
    let right = format!("{amount} {}", to.unit());
    let message = format!("“{}” is {right}, not “{words}”", one.first.words);
    let sure = if one.first.loose || other.first.loose || loose {
        Certainty::Likely
    } else {
        Certainty::Certain
    };
    Some(
        Found::on_words(span, message)
            .because(to.calculation(&one.first))
            .against(article.contrary(one.first.span))
            .instead(format!("“{right}”, if “{}” is right", one.first.words))
            .sure(sure),
    )
}

/// A way from one unit to another.
#[derive(Debug)]
enum Conversion {
    ToCelsius,
    ToFahrenheit,
    Measures(&'static Measure, &'static Measure),
}

impl Conversion {
    fn between(one: &Figure<'_>, other: &Figure<'_>) -> Option<Self> {
        match (one.unit, other.unit) {
            (Some("fahrenheit" | "degree"), Some("celsius")) => return Some(Self::ToCelsius),
            (Some("celsius" | "degree"), Some("fahrenheit")) => return Some(Self::ToFahrenheit),
            _ => {}
        }
        let (from, to) = (measured(one)?, measured(other)?);
        let apart = from.metric != to.metric && from.dimension == to.dimension;
        // Money: "5 pounds" beside nothing that weighs.
        apart.then_some(Self::Measures(from, to))
    }

    fn value(&self, number: f64) -> f64 {
        match self {
            Self::ToCelsius => celsius(number),
            Self::ToFahrenheit => fahrenheit(number),
            Self::Measures(from, to) => {
                number * from.in_terms_of(to).first().copied().unwrap_or(f64::NAN)
            }
        }
    }

    fn unit(&self) -> String {
        match self {
            Self::ToCelsius => plural("celsius"),
            Self::ToFahrenheit => plural("fahrenheit"),
            Self::Measures(_, to) => plural(to.name),
        }
    }

    fn calculation(&self, one: &Figure<'_>) -> String {
        let number = number(one);
        let (result, number) = (shown(self.value(number)), shown(number));
        match self {
            Self::ToCelsius => format!("({number} - 32) / 1.8 = {result}"),
            Self::ToFahrenheit => format!("{number} × 1.8 + 32 = {result}"),
            Self::Measures(from, to) => {
                let by = shown(from.in_terms_of(to).first().copied().unwrap_or(f64::NAN));
                format!("{number} × {by} = {result}")
            }
        }
    }

    /// Whether the two can be the same, each as roughly as it is printed.
    fn fits(&self, one: &Figure<'_>, other: &Figure<'_>, loose: bool) -> bool {
        let (from, to) = (number(one), number(other));
        let (slack, other_slack) = (self.slack(one, loose), self.slack(other, loose));
        let meets = |value: f64, slack: f64| (value - to).abs() <= slack + other_slack;
        match self {
            // A difference of degrees is told without the 32.
            Self::ToCelsius => meets(celsius(from), slack / 1.8) || meets(from / 1.8, slack / 1.8),
            Self::ToFahrenheit => {
                meets(fahrenheit(from), slack * 1.8) || meets(from * 1.8, slack * 1.8)
            }
            Self::Measures(unit, into) => {
                let mut factors = unit.in_terms_of(into).into_iter();
                factors.any(|factor| meets(from * factor, slack * factor))
            }
        }
    }

    /// How far a number may lie from the one that it was rounded or cut off
    /// from.
    fn slack(&self, figure: &Figure<'_>, loose: bool) -> f64 {
        let value = number(figure).abs();
        let place = figure.place * if figure.unit.is_none() { 1e-6 } else { 1.0 };
        let round = (round_to(value) / 2.0).min(value * ROUND);
        let open = if figure.loose || loose {
            value * LOOSE
        } else {
            0.0
        };
        let degrees = !matches!(self, Self::Measures(..));
        let round = if degrees && !figure.loose { 0.0 } else { round };
        place.min(value.max(1.0)).max(round) + open
    }
}

/// The number of a figure in its measure: the "1.8m" beside feet are metres and
/// no millions.
fn number(figure: &Figure<'_>) -> f64 {
    if figure.unit.is_none() {
        figure.value / 1e6
    } else {
        figure.value
    }
}

/// The measure of a figure. The reader takes "1.8m" for millions, which beside
/// feet or yards it is not.
fn measured(figure: &Figure<'_>) -> Option<&'static Measure> {
    match figure.unit {
        Some(unit) => measure_of(unit),
        None if figure.words.ends_with('m') && figure.value >= 1e5 => measure_of("metre"),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::cases;

    #[test]
    fn the_lists_are_sorted() {
        assert!(LEADS.is_sorted() && TAILS.is_sorted());
    }

    #[test]
    fn it_says_what_the_measure_is() {
        let words = "The village lies 10 miles (30 kilometres) from the border.";
        let message = "“10 miles” is 16.1 kilometres, not “30 kilometres”";
        assert_eq!(cases::says(&RULE, words), message);
    }

    #[test]
    fn its_table_holds() {
        cases::check(
            &RULE,
            &[
                "The village lies 10 miles (‹30 kilometres›) from the border.",
                "Temperatures reached 32 C (‹70 F›) in the afternoon.",
                "The farm has 5 acres, or ‹about 8 hectares›, of vines.",
                "The wall is 6 feet (‹2.5 metres›) high.",
                "He was caught at 90 mph (‹190 km/h›) on the ring road.",
                "The dog weighs 45 pounds (‹99 kilograms›).",
                "The tank holds 500 gallons (‹130 litres›) of oil.",
                "The fire burned 300 square miles (‹480 square kilometres›) of forest.",
                "The trench is 6ft (‹2.6m›) deep.",
                "Snow lay 10 to 12 inches (‹25 to 45 centimetres›) deep.",
                "A low of 41 degrees (‹15 Celsius›) is expected.",
                "The pilot climbed to 12,000 metres (‹29,000 feet›) over the sea.",
            ],
            &[
                "The village lies 10 miles (16 kilometres) from the border.",
                "A town 30 miles (50 km) away lost its power.",
                "Mean temperatures have risen by 1.5 C (2.7 F) since then.",
                "It was 100 F (38 C) in the shade.",
                "The car does 30 miles per gallon (9.4 litres per 100 kilometres).",
                "They ran 5 miles (3 kilometres of it uphill) in the rain.",
                "The race is over 10 miles or 5 kilometres.",
                "He weighs 150 pounds (68 kilograms).",
                "The bill came to 150 pounds (180 euros).",
                "The ship carried 500 tons (508 tonnes) of grain.",
                "The wreck lies 12 miles (22 km) off the coast.",
                "It held 10 gallons (45 litres) of petrol.",
                "She is 5ft 11in (1.80m) tall.",
                "The reef is about 100 feet (some 30 metres) long.",
                "The plane stopped 1,000 feet (300m) short of the houses.",
                "The pool is 25 metres long (82 feet) and 6 feet deep.",
                "He drove 60 miles (and walked 3 kilometres) that day.",
                "The boards are 1⁄4 inch (6 mm) thick, the beams 3 1⁄4 inches (83 mm).",
                "Half a mile (800 metres) on, the road ends.",
                "The dealer sold 100 ounces (3.1 kilograms) of gold.",
            ],
        );
    }
}
