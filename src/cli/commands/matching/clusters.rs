//! `claimdesk match --clusters`: near-identical claims as groups.

use super::{Done, Match, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::Clusters;
use crate::desk::{ClusterOptions, Clustered, Desk};
use crate::matching::clusters::{LEAST_LIKENESS, USUAL_LIKENESS};

impl Match {
    pub(super) fn show_clusters(&self, desk: &Desk, output: &mut Output) -> Done {
        let at_least = self.at_least.unwrap_or(USUAL_LIKENESS);
        if at_least < LEAST_LIKENESS {
            return Err(CliError::Usage(format!(
                "with --clusters, --at-least is a number from {LEAST_LIKENESS} to 1"
            )));
        }
        let options = ClusterOptions {
            at_least,
            rated: self.rated,
            article: self.article,
        };
        let mut printed = Clusters::default();
        let count = desk.clusters(options, |members| output.clusters(&mut printed, members))?;
        if count.clusters == 0 {
            let rated = if self.rated { "rated " } else { "" };
            let of = match self.article {
                Some(article) => format!("no {rated}claim of article {article} is"),
                None => format!("no {rated}claim on this desk is"),
            };
            output.nothing::<Clustered>(format!(
                "{of} near-identical to another with a likeness of {at_least} or more"
            ))?;
        } else {
            output.end_clusters(count)?;
        }
        output.note_blindness(desk)?;
        Ok(Exit::Done)
    }
}
