//! `claimdesk claim anchor`: where a claim stands now, said by a person.

use std::str::FromStr;

use clap::{ArgGroup, Args};

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::desk::AnchorAt;
use crate::model::claim::ClaimRef;

/// Settle where a claim stands in the latest revision
///
/// `claim show` lists the places where an ambiguous claim may stand.
#[derive(Debug, Args)]
#[command(
    group = ArgGroup::new("where").required(true).args(["at", "quote", "gone"]),
    after_help = "Examples:\n  claimdesk claim anchor 12 --at 2\n  claimdesk claim anchor 12 --at 340-388\n  \
        claimdesk claim anchor 12 --quote \"cost five million\"\n  claimdesk claim anchor 12 --gone"
)]
pub(crate) struct Anchor {
    /// The claim's number, or words that only it holds
    claim: ClaimRef,
    /// The candidate's number, or START-END in characters
    #[arg(long, value_name = "PLACE")]
    at: Option<Place>,
    /// The words that it now is
    #[arg(long, value_name = "WORDS")]
    quote: Option<String>,
    /// Which of several places with these words, from 1
    #[arg(long, value_name = "N", requires = "quote")]
    occurrence: Option<usize>,
    /// Its words are not there any more
    #[arg(long)]
    gone: bool,
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

impl Anchor {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let at = match (self.at, self.quote) {
            (Some(Place::Candidate(number)), _) => AnchorAt::Candidate(number),
            (Some(Place::Characters(start, end)), _) => AnchorAt::Characters(start, end),
            (None, Some(words)) => AnchorAt::Words(words, self.occurrence),
            (None, None) => AnchorAt::Nowhere,
        };
        output.one(
            &context
                .desk_to_write()?
                .anchor_claim(&context.act(), &self.claim, &at)?,
        )?;
        Ok(Exit::Done)
    }
}
