//! `claimdesk scale map`: what the ratings of one scale are on another.

use std::path::PathBuf;

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::crosswalk::NewCrosswalk;

/// Show what the ratings of one scale are on another, and what gets lost; or declare it from a file
///
/// To declare a map, or replace one, is for editors. Its file names every rating of the one scale once.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  claimdesk scale map standard averitec\n  \
claimdesk scale map standard averitec --rating misleading\n  claimdesk scale map --file house-to-standard.toml\n\n\
The file:\n  from = \"house\"\n  to = \"standard\"\n\n  [[rating]]\n  from = \"wrong\"\n  to = \"false\"\n  \
loss = \"That a part may hold.\"          # left out where nothing gets lost\n\n  [[rating]]\n  from = \"rumour\"      \
    # no `to`: it can't be said there\n  loss = \"The scale has no rating for rumours.\"\n\n\
Next: `claimdesk verdict agreement --scale averitec` counts the verdicts on both.")]
pub(crate) struct Map {
    /// The scale that a rating is on
    #[arg(required_unless_present = "file", conflicts_with = "file")]
    from: Option<String>,
    /// The scale that it is to be said on
    #[arg(required_unless_present = "file")]
    to: Option<String>,
    /// Only this rating
    #[arg(long, conflicts_with = "file")]
    rating: Option<String>,
    /// Declare the map that this file describes; - reads standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Map {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let Self {
            from,
            to,
            rating,
            file,
        } = self;
        match (file, from, to, rating) {
            (Some(file), ..) => {
                let new: NewCrosswalk = files::read_toml(&file, "map")?;
                let mut desk = context.desk_to_write()?;
                let map = desk.declare_crosswalk(&context.act(), &new)?;
                output.list(&map.ratings)?;
            }
            (None, Some(from), Some(to), Some(rating)) => {
                output.one(&context.desk()?.counterpart(&from, &to, &rating)?)?;
            }
            (None, Some(from), Some(to), None) => {
                output.list(&context.desk()?.crosswalk(&from, &to)?.ratings)?;
            }
            (None, ..) => {
                return Err(CliError::Usage(
                    "a map is from one scale to another: name both, or a --file".to_owned(),
                ));
            }
        }
        Ok(Exit::Done)
    }
}
