//! Arguments that take one of a closed set of words: clap lists the valid
//! words in errors and help, and completions know them.

use clap::builder::{PossibleValuesParser, TypedValueParser};

/// A parser for the words of a closed set.
pub(crate) fn one_of<T>(words: &'static [&'static str]) -> impl TypedValueParser<Value = T>
where
    T: std::str::FromStr<Err: std::error::Error + Send + Sync> + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(words).try_map(|word| word.parse::<T>())
}
