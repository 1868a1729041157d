//! `claimdesk reference list`: what is known.

use clap::Args;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::exit::Exit;
use crate::cli::words::one_of;
use crate::model::reference::{FactKind, ShownFact};

/// List reference facts
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk reference list --kind office\n  claimdesk reference list --with Taiwan\n\n\
Next: `claimdesk reference show NAME` shows one with its sources."
)]
pub(crate) struct List {
    /// Only of this kind
    #[arg(long, value_parser = one_of::<FactKind>(FactKind::WORDS))]
    kind: Option<FactKind>,
    /// Only the desk's own
    #[arg(long)]
    own: bool,
    /// Only those that say, or are recognised by, this
    #[arg(long, value_name = "WORDS")]
    with: Option<String>,
}

impl List {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let mut facts = context.desk()?.reference_facts()?;
        let with = self.with.map(|words| words.to_lowercase());
        facts.retain(|fact| {
            let is_kind = self.kind.is_none_or(|kind| fact.kind == kind);
            is_kind
                && (fact.own || !self.own)
                && with.as_ref().is_none_or(|words| says(fact, words))
        });
        output.list(&facts)?;
        Ok(Exit::Done)
    }
}

fn says(fact: &ShownFact, words: &str) -> bool {
    let parts = [&fact.id, &fact.statement]
        .into_iter()
        .chain(&fact.note)
        .chain(&fact.words);
    parts
        .into_iter()
        .any(|part| part.to_lowercase().contains(words))
}
