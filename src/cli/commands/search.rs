//! `claimdesk search`: everything on the desk by its words.

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::output::Counted;
use crate::cli::words::one_of;
use crate::desk::MOST_LOOSER;
use crate::model::search::{Hit, SearchPage, SearchSort};

/// Search claims, what is said on them, articles, sources and flags
#[derive(Debug, Args)]
#[command(
    after_help = "Words are found in any form that English gives them, whatever their case and accents.

  recognition taiwan         both words
  '\"el salvador\"'            side by side
  'recogn*' '*alvad*'        the beginning of a word; letters within one, in names and titles
  'taiwan OR taipei'         one of them; AND, NOT, -word and parentheses work too
  'in:rationale census'      only there: statement, quote, rationale, correction, evidence,
                             comment, title, byline, text, address, message
  'rating:false,misleading'  filters, before or behind a minus: rating, state, reviewer, article,
                             since, before, has, mentions, flag, claimant, topic, kind

Chinese, Japanese, Thai, Lao, Khmer and Burmese are found without spaces between words.

Examples:
  claimdesk search recognition taiwan
  claimdesk search '\"power plant\" -coal since:2018 before:2020 rating:false'
  claimdesk search 'has:figure state:to-check' --sort newest --format json\n\n\
Next: `claimdesk claim show 12` tells more of what was found; `claimdesk help search` is a short guide."
)]
pub(crate) struct Search {
    /// What to look for; `--` before it where it begins with a minus
    #[arg(required = true)]
    query: Vec<String>,
    /// The order
    #[arg(long, default_value = "relevance", value_parser = one_of::<SearchSort>(SearchSort::WORDS))]
    sort: SearchSort,
    /// At most this many
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
    /// Leave out the first N
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: u32,
    /// Say only how many there are
    #[arg(long, conflicts_with_all = ["sort", "limit", "offset"])]
    count: bool,
}

impl Search {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let text = self.query.join(" ");
        let mut desk = context.desk()?;
        if self.count {
            let (count, notes) = desk.search_count(&text)?;
            output.one(&Counted { count })?;
            for note in notes {
                output.note(note);
            }
            return Ok(Exit::Done);
        }
        let found = desk.search(
            &text,
            SearchPage {
                sort: self.sort,
                limit: self.limit,
                offset: self.offset,
            },
        )?;
        if found.hits.is_empty() {
            output.nothing::<Hit>("nothing was found")?;
        } else {
            output.hits(&found.hits)?;
        }
        for note in found.notes {
            output.note(note);
        }
        if let Some(looser) = found.looser {
            let more = if looser >= u64::from(MOST_LOOSER) {
                " or more"
            } else {
                ""
            };
            output.note(format_args!(
                "with OR between its words, it finds {looser}{more}"
            ));
        }
        if found.more {
            let next = self.offset.saturating_add(self.limit);
            output.note(format_args!("there is more: --offset {next}"));
        }
        Ok(Exit::Done)
    }
}
