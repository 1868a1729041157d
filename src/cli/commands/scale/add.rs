//! `claimdesk scale add`: a house scale from a file.

use std::path::PathBuf;

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::model::scale::NewScale;

/// Add a rating scale from a TOML file; editors only
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk scale add house.toml\n\nThe file:\n  slug = \"house\"\n  name = \"House scale\"\n  description = \"What we print\"\n\n  [[rating]]            # from worst to best\n  slug = \"wrong\"\n  label = \"Wrong\"\n  tone = \"bad\"          # good, mixed, bad or neutral\n\n  [[rating]]\n  slug = \"right\"\n  label = \"Right\"\n  tone = \"good\"\n\n  [[rating]]\n  slug = \"satire\"\n  label = \"Satire\"\n  tone = \"neutral\"\n  off-scale = true      # has no place in the order\n\n\
Next: `claimdesk verdict add 12 RATING --scale house` rates by it."
)]
pub(crate) struct Add {
    /// The file, or - for standard input
    file: PathBuf,
}

impl Add {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let new: NewScale = files::read_toml(&self.file, "scale")?;
        output.one(&context.desk_to_write()?.add_scale(&context.act(), &new)?)?;
        Ok(Exit::Done)
    }
}
