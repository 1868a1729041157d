//! Arguments that take one of a closed set of words, of which clap lists the
//! valid ones in errors and help and completions know them, days and scores.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// A parser for the words of a closed set.
pub(crate) fn one_of<T>(words: &'static [&'static str]) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr<Err: std::error::Error + Send + Sync> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(words).try_map(|word| word.parse::<T>())
}

/// A name may differ from the one that was meant by this share of its letters.
const NEAR: f64 = 0.5;

/// What to say of a word that is none of these: which of them is meant, perhaps.
pub(crate) fn did_you_mean<'n>(given: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    let given = given.to_lowercase();
    let likeness =
        |name: &str| strsim::normalized_damerau_levenshtein(&given, &name.to_lowercase());
    let near = names
        .into_iter()
        .map(|name| (likeness(name), name))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .max_by(|one, other| one.0.total_cmp(&other.0));
    near.map(|(_, name)| format!("; did you mean “{name}”?"))
        .unwrap_or_default()
}

/// A parser for a day.
pub(crate) fn day(given: &str) -> Result<NaiveDate, String> {
    given
        .parse()
        .map_err(|_| "write a day as 2026-12-01".to_owned())
}

/// A parser for a time; a day means its first moment in UTC.
pub(crate) fn day_or_time(given: &str) -> Result<DateTime<Utc>, String> {
    let day = given
        .parse::<NaiveDate>()
        .map(|day| day.and_time(NaiveTime::MIN).and_utc());
    day.or_else(|_| given.parse())
        .map_err(|_| "write 2026-01-31 or 2026-01-31T09:30:00Z".to_owned())
}

/// A parser for a check-worthiness.
pub(crate) fn score(given: &str) -> Result<f64, String> {
    given
        .parse()
        .ok()
        .filter(|score| (0.0..=1.0).contains(score))
        .ok_or_else(|| "a score is a number from 0 to 1".to_owned())
}
