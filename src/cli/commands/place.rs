//! Where a person says that a claim or a flag stands.

use std::str::FromStr;

use clap::{ArgGroup, Args};

use crate::desk::AnchorAt;

/// What tells the place.
#[derive(Debug, Args)]
#[group(skip)]
#[command(group = ArgGroup::new("where").required(true).args(["at", "quote", "cut"]))]
pub(crate) struct Standing {
    /// The candidate's number, or START-END in characters
    #[arg(long, value_name = "PLACE")]
    at: Option<Place>,
    /// The words that it now is
    #[arg(long, value_name = "WORDS")]
    quote: Option<String>,
    /// Which of several places with these words, from 1
    #[arg(long, value_name = "N", requires = "quote")]
    occurrence: Option<usize>,
    /// Its words were cut
    #[arg(long)]
    cut: bool,
}

/// What `--at` takes.
#[derive(Debug, Clone, Copy)]
enum Place {
    Candidate(usize),
    Characters(usize, usize),
}

impl FromStr for Place {
    type Err = &'static str;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let refuse =
            "write a candidate's number, such as 2, or a place in characters, such as 340-388";
        let number = |text: &str| text.trim().parse::<usize>().map_err(|_| refuse);
        match given.split_once('-') {
            Some((start, end)) => Ok(Self::Characters(number(start)?, number(end)?)),
            None => number(given).map(Self::Candidate),
        }
    }
}

impl From<Standing> for AnchorAt {
    fn from(given: Standing) -> Self {
        match (given.at, given.quote) {
            (Some(Place::Candidate(number)), _) => Self::Candidate(number),
            (Some(Place::Characters(start, end)), _) => Self::Characters(start, end),
            (None, Some(words)) => Self::Words(words, given.occurrence),
            (None, None) => Self::Nowhere,
        }
    }
}
