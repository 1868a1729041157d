//! C205: ages that don't fit a date of birth.

use chrono::{Datelike, NaiveDate};

use super::ages::{Age, At, ages, birth};
use super::dated::{Date, dated};
use crate::lint::article::Line;
use crate::lint::rule::{Check, rule};
use crate::lint::{Article, Found};
use crate::model::facet::NameKind;
use crate::model::flag::Certainty;
use crate::model::text::Span;

rule! {
    /// An age does not fit the date of birth
    ///
    /// ## What it does
    /// Holds an age against the date of birth of the same person, in one sentence or in the next that goes on with “he” or “she”.
    /// An age with a date is counted to that date; one without, such as “Vega, 45,”, must fit neither the day of publication nor any
    /// date of the article. The birthday of a year may have been or not.
    ///
    /// ## Why this matters
    /// The age or the date of birth is wrong, or two people have been mixed up.
    ///
    /// ## Example
    /// “Born in 1981, she was 45 when the war began in 2019.” She was 37 or 38.
    ///
    /// ## What to do instead
    /// Look the date of birth up, and count again.
    "C205", "age-mismatch", Calendar, Medium, Check::Text(check)
}

/// Words of sentences with more than one person, or with more than one story
/// about somebody's age.
const OTHERS: &[&str] = &[
    "mother",
    "father",
    "parents",
    "parent",
    "wife",
    "husband",
    "son",
    "sons",
    "daughter",
    "daughters",
    "brother",
    "brothers",
    "sister",
    "sisters",
    "twin",
    "twins",
    "child",
    "children",
    "grandfather",
    "grandmother",
    "grandson",
    "granddaughter",
    "uncle",
    "aunt",
    "cousin",
    "nephew",
    "niece",
    "partner",
    "widow",
    "widower",
    "friend",
    "colleague",
    "whose",
    "they",
    "their",
    "lied",
    "claimed",
    "claims",
    "pretended",
    "passport",
    "allegedly",
    "disputed",
    "either",
    "sources",
    "reincarnation",
    "succeeded",
    "replaced",
    "defeated",
    "beat",
    "if",
    "would",
    "horse",
    "mare",
];

fn check(article: &Article<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut last: Option<(&Line<'_>, Option<Born>)> = None;
    for line in article.prose() {
        if line.facets.quantities.is_empty() && !line.has_any(&["born"]) {
            last = Some((line, None));
            continue;
        }
        let dates = dated(line);
        let other = line.has_any(OTHERS) || line.tells_of_mistake() || is_about_two(article, line);
        let here = birth(line, &dates).filter(|_| !other).map(Born::of);
        let before = last
            .take()
            .filter(|(last, _)| last.block == line.block && goes_on(line));
        let born = here.or_else(|| before.and_then(|(_, born)| born));
        let told_before = here.zip(before).map(|(born, (last, _))| (born, last));
        if let Some(born) = born.filter(|_| !other) {
            let of_birth = birth(line, &dates);
            let mut wrong = ages(line, &dates, of_birth);
            wrong.retain(|age| of_birth.is_none_or(|birth| is_same_person(line, birth, age)));
            found.extend(
                wrong
                    .iter()
                    .filter_map(|age| wrong_age(article, line, age, born)),
            );
        }
        if let Some((born, last)) =
            told_before.filter(|(_, last)| !last.has_any(OTHERS) && !is_about_two(article, last))
        {
            let dates = dated(last);
            let wrong = ages(last, &dates, None);
            let told = wrong.iter().filter(|age| age.at == At::Told);
            found.extend(told.filter_map(|age| wrong_age(article, last, age, born)));
        }
        last = Some((line, here.filter(|_| !other)));
    }
    found
}

/// When somebody was born, and where that stands.
#[derive(Debug, Clone, Copy)]
struct Born {
    first: NaiveDate,
    last: NaiveDate,
    span: Span,
}

impl Born {
    fn of(date: &Date<'_>) -> Self {
        Self {
            first: date.first,
            last: date.last,
            span: date.span,
        }
    }

    /// The least and the greatest age between two days.
    fn age(self, from: NaiveDate, to: NaiveDate) -> (i32, i32) {
        (full_years(self.last, from), full_years(self.first, to))
    }
}

/// The full years from one day to another, below zero where that runs back.
fn full_years(from: NaiveDate, to: NaiveDate) -> i32 {
    let early = (to.month(), to.day()) < (from.month(), from.day());
    to.year() - from.year() - i32::from(early)
}

fn wrong_age(article: &Article<'_>, line: &Line<'_>, age: &Age, born: Born) -> Option<Found> {
    let span = line.span_of(age.tokens.clone())?;
    if line.is_quoted(span) {
        return None;
    }
    let (from, to) = match age.at {
        At::Named(from, to) => (from, to),
        At::Told => {
            let now = article.published_days()?;
            let fits = |(from, to): (NaiveDate, NaiveDate)| {
                let (least, most) = born.age(from, to);
                (least - 1..=most).contains(&age.years)
            };
            let dates = article.all().iter().flat_map(dated);
            let mut times = dates.map(|date| (date.first, date.last)).chain([now]);
            if times.any(fits) {
                return None;
            }
            now
        }
    };
    let (least, most) = born.age(from, to);
    if most < 0 || (least..=most).contains(&age.years) {
        return None;
    }
    let birth = article.words(born.span);
    let when = match age.at {
        At::Named(from, to) if from == to => from.format("%-d %B %Y").to_string(),
        At::Named(from, to) if from.month() == to.month() => from.format("%B %Y").to_string(),
        _ => from.year().to_string(),
    };
    let right = if least == most {
        format!("{most}")
    } else {
        format!("{} or {most}", least.max(0))
    };
    let right = if most - least > 1 {
        format!("{} to {most}", least.max(0))
    } else {
        right
    };
    let counted = format!("who was born {} was {right} {}", at(birth), at(&when));
    let found = Found::on_words(
        line.span_of(age.tokens.clone())?,
        format!("{counted}, not {}", age.years),
    );
    let found = found.because(counted).against(article.contrary(born.span));
    Some(
        found
            .instead(format!("{right}, or another date of birth"))
            .sure(Certainty::Likely),
    )
}

/// "on 3 May 1940", but "in May 1940".
fn at(date: &str) -> String {
    let day = date.split_whitespace().count() > 2;
    format!("{} {date}", if day { "on" } else { "in" })
}

/// Whether no clause about somebody else begins between a birth and an age: "born
/// in 1970, he met a man who died in 2010 aged 80".
fn is_same_person(line: &Line<'_>, birth: &Date<'_>, age: &Age) -> bool {
    let r = &line.reading;
    let (birth, age) = (&birth.tokens, &age.tokens);
    let mut between = birth.end.min(age.end)..birth.start.max(age.start);
    !between.any(|at| {
        let own = matches!(r.lower(at + 2), "born") && r.lower(at + 1) == "was";
        matches!(r.lower(at), "who" | "which" | "whom") && !own
    })
}

/// Whether a sentence goes on with the person of the one before.
fn goes_on(line: &Line<'_>) -> bool {
    matches!(line.reading.lower(0), "he" | "she")
}

/// Whether a sentence can be about two people: it has two names of persons, or
/// both "he" and "she".
fn is_about_two(article: &Article<'_>, line: &Line<'_>) -> bool {
    let people = line
        .facets
        .names
        .iter()
        .filter(|name| name.kind == NameKind::Person);
    let mut surnames: Vec<&str> = people
        .filter_map(|name| article.words(name.span).split_whitespace().last())
        .collect();
    surnames.sort_unstable();
    surnames.dedup();
    let he = line.has_any(&["he", "his", "him"]);
    let she = line.has_any(&["she", "her"]);
    surnames.len() > 1 || he && she
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
                "Born in 1981, ‹she was 45› when the war began in 2019.",
                "Vega, ‹45›, who was born in 1970, won the race.",
                "Ana Vega was born in Vienna on 3 May 1940 and died in 2010 ‹at the age of 60›.",
                "He died in 2010 ‹at the age of 60›; he was born in 1940.",
                "Ana Vega was born in 1940. She died in 2010, ‹aged 75›.",
                "The ‹45-year-old›, who was born in 1970, was freed.",
                "Born on 3 May 1940, he retired on 1 May 2000, ‹aged 60›.",
                "In 2010, ‹aged 50›, Vega, who was born in 1970, left the party.",
                "Ana Vega, ‹38›, chairs the union. She was born in 1970 in Graz.",
                "Vega was born in 1950 in Graz. ‹He was 30› when he joined the party in 1970.",
                "Vega was born in 1950. He joined the party ‹at the age of 30› in 1970.",
                "Nayib Bukele, who was born on 24 July 1981, ‹is 40 years old›.",
                "Nayib Bukele, born on 24 July 1981, ‹is 40 years old› and leads a party.",
                "Vega was born in 1950 in Graz. She ‹is 60›.",
            ],
            &[
                "Born in 1981, she was 38 when the war began in 2019.",
                "Born in 1981, she was 37 when the war began in 2019.",
                "Vega, 54, who was born in 1970, won the race.",
                // The birthday of 2010 had been or not.
                "Ana Vega was born in 1940 and died in 2010 at the age of 69.",
                "Born in 1940, she went to sea at the age of 18 and died in 2010.",
                "Born in 1940, he was raised by his mother, who died in 1960 at the age of 45.",
                "Born in 1970, Vega succeeded Jan Steen, who died in 2010 at the age of 80.",
                "He claimed that he was born in 1970, but died in 2010, aged 55.",
                // The age is that of the day of the trial.
                "The trial ended in 2015. Vega, 45, who was born in 1970, was freed.",
                "Vega, 45, runs the firm. The building was born in 1970 as a mill.",
                "She was born in 1970. The driver, 45, was not hurt.",
                "Born around 1940, he died in 2010 at the age of 60.",
                "She was born in 1940, and about 60 when she died in 2010.",
                "Ana Vega was born in 1940. Her son died in 2010, aged 40.",
                "Vega, who was born in 1970, won in 2010 by 45 votes.",
                "Born in 1970, he scored 45, his best, in 2010.",
                "He was born in 1970 and was sentenced to 45 years in 2010.",
                // Whose age that is, the sentence leaves open.
                "Vega was born in 1950. He was 30 when he joined the party and left it in 1999.",
                "She was born in 1970 and her dog, 15, died in 2010.",
                "The firm was born in 1990 in a garage. Its founder, 24, had left school.",
                "Vega, born in 1950, won gold at 45 below zero in 2010.",
                "She was born in 1970, 45 years after the war of 1925.",
                "Nayib Bukele, born on 24 July 1981, is 43 years old.",
                "Born in 1970, Vega runs a firm that is 20 years old.",
                "Vega was born in 1950. She is 20 years older than he.",
                "Vega was born in 1950. The mill is 60 years old.",
            ],
        );
    }

    #[test]
    fn it_says_how_old_somebody_was() {
        assert_eq!(
            cases::says(
                &RULE,
                "Born in 1981, she was 45 when the war began in 2019."
            ),
            "who was born in 1981 was 37 or 38 in 2019, not 45"
        );
    }
}
