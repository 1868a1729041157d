//! `claimdesk article revise`: a new draft of an article.

use std::path::PathBuf;

use clap::Args;
use strum::VariantNames;

use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::words::one_of;
use crate::desk::{DeskError, NewArticle, Revised};
use crate::ingest::{DocumentType, MAX_BYTES};
use crate::model::ids::ArticleId;

/// Put in a new draft: every claim, flag and note is found again
///
/// A claim is unmoved, moved, changed, ambiguous or gone; `claim anchor` says where it stands, or that it was cut. A
/// verdict on changed or gone words is stale until it is given anew or reaffirmed. The earlier revision stays to be read.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk article revise 1 draft-2.txt --dry-run\n\n\
Next: `claimdesk claim list --stale` lists the claims whose verdicts need another look."
)]
pub(crate) struct Revise {
    /// The article's number
    article: ArticleId,
    /// The file with the new draft, or - for standard input
    file: PathBuf,
    /// What the file is [default: by its content, then its name]
    #[arg(long = "type", value_name = "TYPE", value_parser = one_of::<DocumentType>(DocumentType::VARIANTS))]
    document_type: Option<DocumentType>,
    /// How its text is encoded, such as windows-1252 [default: found out, and said]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Say what would happen, and change nothing
    #[arg(long)]
    dry_run: bool,
}

impl Revise {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let bytes = files::read(&self.file, MAX_BYTES)?;
        let name = files::name_of(&self.file);
        let new = NewArticle {
            bytes: &bytes,
            file_name: name.as_deref(),
            document_type: self.document_type,
            encoding: self.encoding.as_deref(),
            ..NewArticle::default()
        };
        let revised = context
            .desk_to_write()?
            .revise_article(&context.act(), self.article, &new, self.dry_run)
            .map_err(|error| match error {
                DeskError::Ingest(error) => files::input_error(&self.file, error),
                other => CliError::Desk(other),
            })?;
        output.one(&revised)?;
        notes_on(&revised, output);
        Ok(Exit::Done)
    }
}

/// What a person should do next.
fn notes_on(revised: &Revised, output: &mut Output) {
    if revised.dry_run {
        output.note("nothing was changed; leave out --dry-run to keep the draft as a new revision");
        return;
    }
    let id = revised.article.id;
    let all: usize = revised.outcomes.values().sum();
    let gone = revised.outcomes.get("gone").copied().unwrap_or_default();
    if all > 1 && gone * 2 > all {
        output.note(format!(
            "{gone} of {all} claims are gone: is this a draft of the same article?"
        ));
    }
    if revised.outcomes.contains_key("ambiguous") {
        output.note("settle ambiguous claims with `claimdesk claim show N` and `claimdesk claim anchor N --at …`");
    }
    let stale = |gone| {
        let mut moves = revised.moves.iter();
        moves.any(|moved| moved.stale && moved.outcome.is_gone() == gone)
    };
    if stale(true) {
        output.note("say that gone claims were cut with `claimdesk claim anchor N --cut`, or where they stand with `--quote WORDS`");
    }
    if stale(false) {
        output.note(
            "stale verdicts: give them anew, or `claimdesk verdict reaffirm N … --because …`",
        );
    }
    output.note(format!("next: claimdesk article diff {id}"));
}
