//! Exports that are one document: fact checks for search engines, annotations,
//! findings.

use std::io::Write;

use clap::Args;

use super::Written;
use crate::cli::commands::Output;
use crate::cli::error::CliError;
use crate::cli::output::{Target, there_are};
use crate::desk::{Desk, ReviewOptions};
use crate::interchange::claimreview::DocumentWriter;
use crate::interchange::web_annotation::CollectionWriter;
use crate::model::claim::ClaimFilter;

/// Whose checks ClaimReview is to say they are.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "For ClaimReview")]
pub(crate) struct PageArgs {
    /// The page that the checks stand on, which every ClaimReview has to name
    #[arg(long, value_name = "URL")]
    pub(crate) page_url: Option<String>,
    /// Who publishes them [default: the desk's publisher]
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// The publisher's address [default: the desk's publisher-url]
    #[arg(long, value_name = "URL")]
    publisher_url: Option<String>,
    /// Also claims without a ruling, by their latest verdict
    #[arg(long)]
    latest_verdict: bool,
}

impl PageArgs {
    /// Whether anything is asked for.
    pub(crate) fn is_given(&self) -> bool {
        let texts = [&self.page_url, &self.publisher, &self.publisher_url];
        self.latest_verdict || texts.iter().any(|text| text.is_some())
    }

    pub(crate) fn options(&self, also_internal: bool) -> ReviewOptions {
        ReviewOptions {
            page: self.page_url.clone(),
            publisher: self.publisher.clone(),
            publisher_url: self.publisher_url.clone(),
            latest_verdict: self.latest_verdict,
            also_internal,
        }
    }
}

/// Writes fact checks; what search engines would reject is refused.
pub(super) fn reviews(
    desk: &Desk,
    filter: &ClaimFilter,
    options: &ReviewOptions,
    target: &mut Target,
    output: &mut Output,
) -> Result<Written, CliError> {
    let refused = |claim| move |error| CliError::NoReview { claim, error };
    // Nothing is printed before it is known that all can be.
    desk.claim_reviews(filter, options, |claim, written| {
        written.map(drop).map_err(refused(claim))
    })?;
    let mut writer = DocumentWriter::new(target);
    let mut count = 0;
    let unchecked = desk.claim_reviews(filter, options, |claim, written| {
        let written = written.map_err(refused(claim))?;
        for warning in &written.warnings {
            output.note_review(Some(claim), warning);
        }
        count += 1;
        writer.write(&written.review).map_err(CliError::Print)
    })?;
    let of_pages = writer.finish().map_err(CliError::Print)?;
    for one in &of_pages {
        output.note_review(None, one);
    }
    if unchecked > 0 {
        let without = if options.latest_verdict {
            "a verdict"
        } else {
            "a ruling; --latest-verdict takes the latest verdict in its place"
        };
        output.note(format!(
            "{} left out for lack of {without}",
            there_are(unchecked, "claim")
        ));
    }
    Ok(Written {
        count,
        noun: "fact check",
    })
}

/// Writes what is held of the claims in articles as annotations.
pub(super) fn annotations(
    desk: &Desk,
    filter: &ClaimFilter,
    also_internal: bool,
    target: &mut Target,
) -> Result<Written, CliError> {
    let of = desk.annotations_of(filter)?;
    let mut writer = CollectionWriter::new(target, &of.identity, &of.name);
    let mut count = 0;
    desk.annotations(filter, also_internal, |annotation| {
        count += 1;
        writer.write(&annotation).map_err(CliError::Print)
    })?;
    writer.finish().map_err(CliError::Print)?;
    Ok(Written {
        count,
        noun: "annotation",
    })
}

/// Writes open flags as findings.
pub(super) fn findings(
    desk: &Desk,
    filter: &ClaimFilter,
    target: &mut Target,
) -> Result<Written, CliError> {
    if !filter.is_of_article_alone() {
        return Err(CliError::Usage(
            "flags are exported of an article or of the whole desk; leave out what narrows claims, but for --article"
                .to_owned(),
        ));
    }
    let flags = desk.open_flags(filter.article)?;
    let document = Output::sarif_of(&flags);
    serde_json::to_writer_pretty(&mut *target, &document)
        .map_err(|error| CliError::Print(error.into()))?;
    writeln!(target).map_err(CliError::Print)?;
    Ok(Written {
        count: flags.len() as u64,
        noun: "flag",
    })
}
