//! `claimdesk claim assign`: claims given to reviewers.

use chrono::NaiveDate;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Args, Command, FromArgMatches};

use super::filter::FilterArgs;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::words::day;
use crate::desk::{Assigning, Desk};
use crate::model::claim::{Claim, ClaimRef};
use crate::model::people::Handle;

/// Give claims to reviewers
///
/// Name the claims and then the reviewer; or deal out, in turn, the claims that the filter lets through and that
/// nobody has yet. With --times 2 each claim goes to two of them, for a double review.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk claim assign 12 ana --due 2026-12-01\n  \
claimdesk claim assign --article 1 --round-robin ana,ben\n  \
claimdesk claim assign --article 1 --round-robin ana,ben,cy --times 2\n\n\
Next: `claimdesk claim next --as ana` takes the first of hers."
)]
pub(crate) struct Assign {
    #[command(flatten)]
    whose: Whose,
    /// To how many of them each claim goes
    #[arg(long, value_name = "N", default_value_t = 1, requires = "round_robin")]
    times: usize,
    /// The day they are due, such as 2026-12-01
    #[arg(long, value_name = "DATE", value_parser = day)]
    due: Option<NaiveDate>,
    #[command(flatten)]
    filter: FilterArgs,
}

impl Assign {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut desk = context.desk_to_write()?;
        let claims = self.whose.claims;
        let reviewers = match self.whose.handle {
            Some(handle) => vec![handle.parse().map_err(|error| {
                CliError::Usage(format!("the last word names who gets the claims: {error}"))
            })?],
            None => self.whose.dealt_to,
        };
        let claims = if claims.is_empty() {
            waiting(context, &desk, self.filter)?
        } else {
            claims
        };
        if claims.is_empty() {
            output.nothing::<Claim>("no open claim that the filter lets through is free")?;
            return Ok(Exit::No);
        }
        let assigning = Assigning {
            reviewers,
            times: self.times,
            due: self.due,
        };
        output.one_or_list(&desk.assign_claims(&context.act(), &claims, &assigning)?)?;
        if let Some(due) = self.due.filter(|due| *due < context.now().date_naive()) {
            output.note(format!(
                "{due} is past, so that this is overdue from the start; assign again with another --due to mend it"
            ));
        }
        Ok(Exit::Done)
    }
}

/// Claims and who gets them. The last word is the reviewer's handle unless claims are
/// dealt out, which no grammar of clap's can say.
#[derive(Debug)]
struct Whose {
    /// Empty where the filter tells.
    claims: Vec<ClaimRef>,
    /// The last word, as it was typed.
    handle: Option<String>,
    dealt_to: Vec<Handle>,
}

/// What is typed of them.
#[derive(Debug, Args)]
struct Typed {
    /// Claims by number, or by words that only each holds, and last the reviewer's handle
    #[arg(value_name = "CLAIM… HANDLE", required_unless_present = "round_robin")]
    named: Vec<String>,
    /// Deal the claims out to these in turn, such as ana,ben
    #[arg(long, value_name = "HANDLES", value_delimiter = ',')]
    round_robin: Vec<Handle>,
}

impl Args for Whose {
    fn augment_args(command: Command) -> Command {
        Typed::augment_args(command)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Typed::augment_args_for_update(command)
    }
}

impl FromArgMatches for Whose {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let Typed {
            mut named,
            round_robin: dealt_to,
        } = Typed::from_arg_matches(matches)?;
        let handle = if dealt_to.is_empty() {
            Some(last_of_several(&mut named)?)
        } else {
            None
        };
        // Any text names a claim, by its words at least.
        let claims = named.iter().filter_map(|named| named.parse().ok());
        Ok(Self {
            claims: claims.collect(),
            handle,
            dealt_to,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Takes the last word where another stands before it.
fn last_of_several(words: &mut Vec<String>) -> Result<String, clap::Error> {
    if words.len() > 1
        && let Some(last) = words.pop()
    {
        return Ok(last);
    }
    let mut missing = clap::Error::new(ErrorKind::MissingRequiredArgument);
    let what = ContextValue::Strings(vec!["<HANDLE>".to_owned()]);
    missing.insert(ContextKind::InvalidArg, what);
    Err(missing)
}

/// The claims of a filter that are open and that nobody has.
fn waiting(context: &Context, desk: &Desk, filter: FilterArgs) -> Result<Vec<ClaimRef>, CliError> {
    let found = desk.claims(&filter.filter(context, desk)?)?;
    let open = |claim: &&Claim| claim.state.is_open() && claim.assigned.is_empty();
    Ok(found
        .iter()
        .filter(open)
        .map(|claim| ClaimRef::Number(claim.id))
        .collect())
}
