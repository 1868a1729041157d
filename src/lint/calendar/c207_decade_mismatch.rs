//! C207: decades and centuries beside years that don't lie in them.

use std::ops::RangeInclusive;

use super::dated::{Date, dated};
use super::words::{stops, through};
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::flag::Certainty;
use crate::model::text::Span;
use crate::text::reading::Shape;

rule! {
    /// A decade or century does not fit the year beside it
    ///
    /// ## What it does
    /// Looks for a decade or a century that a year beside it explains: “in the 1990s, in 2003,”, “in the 19th century (in 1923)”, and
    /// for the years of somebody's life behind their century: “the 18th-century painter Ana Vega (1820–1880)”.
    ///
    /// ## Why this matters
    /// One of the two is wrong. The 19th century with 1900s in mind is a common slip.
    ///
    /// ## Example
    /// “The dam was built in the 19th century, in 1923.” 1923 lies in the 20th century.
    ///
    /// ## What to do instead
    /// Look the year up, and write the century or decade that it lies in.
    "C207", "decade-mismatch", Calendar, Medium, Check::Text(check)
}

/// Who has a lifetime in a century.
const PEOPLE: &[&str] = &[
    "painter",
    "poet",
    "composer",
    "novelist",
    "philosopher",
    "king",
    "queen",
    "emperor",
    "writer",
    "author",
    "artist",
    "scientist",
    "physicist",
    "chemist",
    "explorer",
    "politician",
    "statesman",
    "architect",
    "sculptor",
    "playwright",
    "economist",
    "theologian",
    "monk",
    "scholar",
    "historian",
    "physician",
    "doctor",
    "inventor",
    "engineer",
    "saint",
    "sultan",
    "general",
    "admiral",
    "activist",
    "reformer",
    "astronomer",
    "botanist",
    "naturalist",
    "musician",
    "actor",
    "singer",
    "missionary",
    "pope",
    "bishop",
    "preacher",
    "banker",
    "merchant",
];

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for line in article.prose().filter(|line| !line.tells_of_mistake()) {
        let dates = dated(line);
        for (at, pair) in dates.windows(2).enumerate() {
            let (first, second) = (&pair[0], &pair[1]);
            // One more date before them makes a list.
            let listed = at.checked_sub(1).and_then(|at| dates.get(at));
            let listed = listed.is_some_and(|date| date.tokens.end + 3 > first.tokens.start);
            let one = apposed(article, line, first, second).filter(|_| !listed);
            found.extend(one.or_else(|| lifetime(article, line, first, second)));
        }
    }
    found
}

/// "in the 1990s, in 2003,", "in 1923, in the 19th century,".
fn apposed(
    article: &Article<'_>,
    line: &Line<'_>,
    first: &Date<'_>,
    second: &Date<'_>,
) -> Option<Found> {
    let r = &line.reading;
    let between = first.tokens.end;
    let led = matches!(r.lower(first.tokens.start.checked_sub(1)?), "in" | "during");
    let joined = second.tokens.start == between + 2
        && matches!(r.word(between), "," | "(")
        && matches!(r.lower(between + 1), "in" | "on");
    let end = second.tokens.end;
    let closed = match r.word(between) {
        "(" => r.word(end) == ")",
        // "in the 1990s, in 2003, and again in 2010" is a list.
        _ => {
            stops(line, end)
                && !matches!(
                    r.lower(end + 1),
                    "and" | "or" | "in" | "on" | "then" | "again" | "as" | "to"
                )
        }
    };
    if !(led && joined && closed) {
        return None;
    }
    let (period, year, words) = match (era(article, first), era(article, second)) {
        (Some(period), None) if second.is_point() => (period, second, first.span),
        (None, Some(period)) if first.is_point() => (period, first, second.span),
        _ => return None,
    };
    let (from, to) = (year.year(), year.last_year());
    if period.years.contains(&from) || period.years.contains(&to) {
        return None;
    }
    let span = through(line, first.span, second.span);
    let lies = format!(
        "{} lies in {}",
        article.words(year.span),
        period.that_of(from)
    );
    let found = Found::on_words(span, format!("{lies}, not in {}", plain(article, words)));
    let found = found.because(lies).against(article.contrary(year.span));
    let found = found.instead(format!("{}, or another year", period.that_of(from)));
    Some(found.sure(Certainty::Likely))
}

/// "the 18th-century painter Ana Vega (1820–1880)".
fn lifetime(
    article: &Article<'_>,
    line: &Line<'_>,
    first: &Date<'_>,
    second: &Date<'_>,
) -> Option<Found> {
    const REACH: usize = 8;
    let r = &line.reading;
    let (start, end) = (first.tokens.end, second.tokens.start.checked_sub(1)?);
    let bracketed = r.word(end) == "(" && r.word(second.tokens.end) == ")";
    let mut words = start..end;
    let near = start < end && end - start <= REACH;
    if !bracketed || !near || !second.value.is_interval() || second.value.is_approximate() {
        return None;
    }
    let plain_words = words
        .clone()
        .all(|at| r.is(at, Shape::Word) || matches!(r.word(at), "-" | "." | "'" | "’"));
    let person = words.any(|at| PEOPLE.contains(&r.lower(at)));
    let other = (start..end).any(|at| {
        matches!(
            r.lower(at),
            "of" | "by" | "about" | "in" | "and" | "on" | "from" | "to"
        )
    });
    let named = r.is_capital(end.checked_sub(1)?) || PEOPLE.contains(&r.lower(end - 1));
    let period = era(article, first)?;
    let (born, died) = (second.year(), second.last_year());
    let outside = died < *period.years.start() || born > *period.years.end();
    if !plain_words || !person || !named || other || !outside {
        return None;
    }
    let span = through(line, first.span, second.span);
    let years = article.words(second.span);
    let message = format!("{years} do not touch {}", plain(article, first.span));
    let found = Found::on_words(span, message).against(article.contrary(second.span));
    let found = found.because(format!("{died} lies in {}", period.that_of(died)));
    Some(found.sure(Certainty::Likely))
}

/// A decade or a century.
struct Period {
    /// Its years, with the last one of a century by either count.
    years: RangeInclusive<i32>,
    century: bool,
}

impl Period {
    /// The decade or the century that a year lies in.
    fn that_of(&self, year: i32) -> String {
        if self.century {
            let number = (year - 1).div_euclid(100) + 1;
            let end = match (number % 10, number % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            return format!("the {number}{end} century");
        }
        format!("the {}s", year.div_euclid(10) * 10)
    }
}

/// The decade or the century that words name, also where they name a part of
/// it.
fn era(article: &Article<'_>, date: &Date<'_>) -> Option<Period> {
    let words = article.words(date.span).to_lowercase();
    let whole = date.is_age();
    let part = date.value.is_interval()
        && date.value.is_approximate()
        && date.last_year() - date.year() < 50;
    let first = date.year();
    if !(whole || part) || first < 1000 {
        return None;
    }
    let century = words.ends_with("century") || whole && date.last_year() - first > 10;
    let decade = words.ends_with("0s") || words.ends_with("0’s") || words.ends_with("ies");
    if !century && !decade {
        return None;
    }
    let length = if century { 100 } else { 10 };
    let start = first.div_euclid(length) * length;
    // The 19th century ends with 1899 or with 1900, as one counts.
    let end = start + length - i32::from(!century);
    Some(Period {
        years: start..=end,
        century,
    })
}

/// The words without a capital at the beginning.
fn plain(article: &Article<'_>, span: Span) -> String {
    let words = article.words(span);
    let rest = words.strip_prefix("The ");
    rest.map_or_else(|| words.to_owned(), |rest| format!("the {rest}"))
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
                "The dam was built in ‹the 19th century, in 1923›.",
                "The firm moved to Graz in ‹the 1990s, in 2003›, after a fire.",
                "The law was passed during ‹the 1970s (in 1982)› and never changed.",
                "The church burned down in ‹1823, in the 18th century›, with all its bells.",
                "The village was founded in ‹the early 1950s, in 1963›, by miners.",
                "A work of ‹the 18th-century painter Ana Vega (1820–1880)› was sold.",
                "He was named after ‹the 17th-century poet Jan Steen (1801–1865)›.",
                "The treaty was signed in ‹the late 19th century, on 3 May 1921›.",
                "The plant closed in ‹the 1980s, in May 1992›.",
            ],
            &[
                "The dam was built in the 20th century, in 1923.",
                "The floods came in the 1990s, in 2003, and again in 2010.",
                "The floods came in the 1970s, in the 1990s, in 2003.",
                "The study of the 1990s (2003) was her first book.",
                // The last year of the century, as some count.
                "The exhibition opened in the 19th century, in 1900.",
                "In the 1990s the firm grew, and in 2003 it was sold.",
                "The 18th-century painter Ana Vega (1775–1820) lived in Graz.",
                "The film of the 18th-century drama (1975–1976) was long.",
                "He worked on the 18th-century poet for years (1990–1995).",
                "In the 1990s, in 2003 and in 2010, the river rose.",
                "Built in the 19th century, in 1923 it became a school.",
                "The guide wrongly says that it was built in the 18th century, in 1923.",
                "Prices in the 1990s, in 2003 dollars, were lower.",
                "Music of the 1990s, in 2003 almost forgotten, is back.",
            ],
        );
    }

    #[test]
    fn it_says_where_the_year_lies() {
        assert_eq!(
            cases::says(&RULE, "The dam was built in the 19th century, in 1923."),
            "1923 lies in the 20th century, not in the 19th century"
        );
    }
}
