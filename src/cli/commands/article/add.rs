//! `claimdesk article add`: a text comes onto the desk.

use std::path::{Path, PathBuf};

use clap::Args;
use memchr::memmem;
use strum::VariantNames;

use super::details::Details;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::output::counted;
use crate::cli::words::{one_of, score};
use crate::desk::{ArticleAdded, DeskError, NewArticle};
use crate::extract::Offer;
use crate::ingest::{DocumentType, MAX_BYTES};
use crate::interchange::claimreview;
use crate::interchange::linked::text_of;
use crate::lint::RULES;

/// Add an article: keep its bytes, find its sentences, offer its claims
///
/// Sentences are offered as claims from the model's threshold on, which lies where hits and misses are best balanced:
/// where F1 is highest in cross-validation. A lower --min-score misses fewer claims and offers more sentences in vain;
/// a higher one does the opposite. --top is for when time is short, --all for a check line by line. A sentence that only
/// says again what another one says is not offered, but named with that one.
///
/// What is not said of the article is taken from the file, where it tells; the title then is its first heading.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  claimdesk article add draft.txt --title \"A new ally\" --published 2025-04-15\n\n\
Next: `claimdesk claim list --article 1` lists the claims that it offers."
)]
pub(crate) struct Add {
    /// The file, or - for standard input
    file: PathBuf,
    /// What the file is [default: by its content, then its name]
    #[arg(long = "type", value_name = "TYPE", value_parser = one_of::<DocumentType>(DocumentType::VARIANTS))]
    document_type: Option<DocumentType>,
    /// How its text is encoded, such as windows-1252 [default: found out, and said]
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    #[command(flatten)]
    details: Details,
    /// Offer sentences with at least this check-worthiness, from 0 to 1 [default: the model's threshold]
    #[arg(long, value_name = "SCORE", value_parser = score, conflicts_with_all = ["top", "all"])]
    min_score: Option<f64>,
    /// Offer so many sentences, the most worth checking
    #[arg(long, value_name = "N", conflicts_with = "all")]
    top: Option<usize>,
    /// Offer every sentence of the article's own text
    #[arg(long)]
    all: bool,
}

impl Add {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        let bytes = files::read(&self.file, MAX_BYTES)?;
        let name = files::name_of(&self.file);
        let new = NewArticle {
            bytes: &bytes,
            file_name: name.as_deref(),
            document_type: self.document_type,
            encoding: self.encoding.as_deref(),
            given: self.details.given(),
            offer: Offer {
                min_score: self.min_score,
                top: self.top,
                all: self.all,
            },
        };
        let mut desk = context.desk_to_write()?;
        let added = desk
            .add_articles(&context.act(), &new)
            .map_err(|error| match error {
                DeskError::Ingest(error) => files::input_error(&self.file, error),
                other => CliError::Desk(other),
            })?;
        if added.listed {
            output.list(&added.articles)?;
            let articles = added.articles.len();
            let offered: usize = added.articles.iter().map(|article| article.offered).sum();
            let known = added
                .articles
                .iter()
                .filter(|article| article.same_as.is_some());
            output.note(format!(
                "{articles} articles, {offered} sentences offered as claims"
            ));
            match known.count() {
                0 => {}
                known => output.note(format!("{known} of them came before as the same bytes")),
            }
            let undated = added
                .articles
                .iter()
                .filter(|added| added.article.details.published.is_none());
            match undated.count() {
                0 => {}
                undated => output.note_undated(
                    &format!("{undated} of them have no publication date"),
                    RULES,
                    "`claimdesk article edit N --published DATE`",
                ),
            }
            output.note("next: claimdesk claim list");
        } else if let [one] = added.articles.as_slice() {
            output.one(one)?;
            notes_on(one, context, output);
            note_fact_checks(&self.file, &bytes, output);
            let id = one.article.id;
            let before = desk.checked_before(desk.questions_of_article(id)?)?;
            output.note_checked_before(&before, &format!("claimdesk match --article {id} --rated"));
        }
        Ok(Exit::Done)
    }
}

/// That a page carries fact checks of its own, which are no part of its article.
fn note_fact_checks(file: &Path, bytes: &[u8], output: &mut Output) {
    if memmem::find(bytes, b"ClaimReview").is_none() {
        return;
    }
    let found = text_of(bytes).map(|text| claimreview::read(&text));
    let count = found.map_or(0, |found| if found.page { found.reviews.len() } else { 0 });
    if count == 0 {
        return;
    }
    let file = files::named(file);
    output.note(format!(
        "the page carries {} of its own: `claimdesk import {file}` takes what it checks",
        counted(count, "fact check")
    ));
}

/// What a person should know of an article that was added.
fn notes_on(added: &ArticleAdded, context: &Context, output: &mut Output) {
    let id = added.article.id;
    output.note(format!(
        "article {id}: {}, {} offered as claims",
        counted(added.sentences, "sentence"),
        added.offered
    ));
    match added.repeats {
        0 => {}
        1 => output.note("1 sentence only repeats another one"),
        repeats => output.note(format!("{repeats} sentences only repeat others")),
    }
    if !added.encoding.starts_with("utf-8") {
        output.note(format!("its text was read as {}", added.encoding));
    }
    match &added.article.details.published {
        Some(published) => output.note_ahead(published, context.now().date_naive()),
        None => output.note_undated(
            "it has no publication date",
            RULES,
            &format!("`claimdesk article edit {id} --published DATE`"),
        ),
    }
    if added.flags > 0 {
        output.note(format!(
            "flags raised: {}; `claimdesk flag list --article {id}` lists them",
            added.flags
        ));
    }
    if added.notes > 0 {
        let notes = added.notes;
        output.note(format!(
            "notes of the writer: {notes}; `claimdesk claim show` lists those on a claim"
        ));
    }
    if let Some(same) = added.same_as {
        output.note(format!(
            "article {same} came as the same bytes; take one of them off with `claimdesk article remove`"
        ));
    }
    output.note(format!("next: claimdesk claim list --article {id}"));
}
