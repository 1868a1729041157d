//! `claimdesk source`: things that can be cited.

mod add;
mod check;
mod cite;
mod describe;
mod edit;
mod import;
mod limits;
mod list;
mod merge;
mod open;
mod remove;
mod show;
mod snapshot;
mod verify;

use clap::Subcommand;

use self::describe::SourceDescriptionArgs;
pub(crate) use self::describe::{SourceDetailArgs, note_other_details, source_ref};

use super::{Context, Done, Output};
use crate::model::ids::ClaimId;

/// Names the claims whose verdicts a newer look at a source put in doubt.
fn note_doubts(claims: &[ClaimId], output: &mut Output) {
    let numbers: Vec<String> = claims.iter().map(ToString::to_string).collect();
    let (which, again) = match numbers.as_slice() {
        [] => return,
        [one] => (format!("the verdict on claim {one} is"), "it"),
        [most @ .., last] => (
            format!("the verdicts on claims {} and {last} are", most.join(", ")),
            "them",
        ),
    };
    output.note(format!(
        "{which} in doubt, since the source is no longer what it was: give {again} anew, or `claimdesk verdict reaffirm {} \
         --because …`",
        numbers.join(" ")
    ));
}

/// Things that can be cited
#[derive(Debug, Subcommand)]
pub(crate) enum Source {
    Add(add::Add),
    Check(check::Check),
    Cite(cite::Cite),
    Edit(edit::Edit),
    Import(import::Import),
    List(list::List),
    Merge(merge::Merge),
    Open(open::Open),
    Remove(remove::Remove),
    Show(show::Show),
    Snapshot(snapshot::Snapshot),
    Verify(verify::Verify),
}

impl Source {
    /// Hands over to the verb.
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        match self {
            Self::Add(verb) => verb.run(context, output),
            Self::Check(verb) => verb.run(context, output),
            Self::Cite(verb) => verb.run(context, output),
            Self::Edit(verb) => verb.run(context, output),
            Self::Import(verb) => verb.run(context, output),
            Self::List(verb) => verb.run(context, output),
            Self::Merge(verb) => verb.run(context, output),
            Self::Open(verb) => verb.run(context, output),
            Self::Remove(verb) => verb.run(context, output),
            Self::Show(verb) => verb.run(context, output),
            Self::Snapshot(verb) => verb.run(context, output),
            Self::Verify(verb) => verb.run(context, output),
        }
    }
}
