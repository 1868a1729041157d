//! How commands name and describe a source: by its number, or by its address,
//! DOI or ISBN with what is known about it.

use chrono::{DateTime, Utc};
use clap::Args;
use serde_json::Value;

use crate::citation::variable;
use crate::cli::error::CliError;
use crate::cli::output::Output;
use crate::cli::words::{day_or_time, one_of};
use crate::desk::{Desk, source_identity};
use crate::model::bibliography::Bibliography;
use crate::model::edtf::EdtfDate;
use crate::model::ids::SourceId;
use crate::model::source::{
    Confidentiality, NewEvidence, NewSource, SourceDetails, SourceKind, SourceRef, SourceType,
};

/// Digits from which a number is an ISBN and not a number on the desk.
const ISBN_DIGITS: usize = 10;

/// What is known about a source that a command may have to make.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub(crate) struct SourceDetailArgs {
    /// The source's title
    #[arg(long)]
    title: Option<String>,
    /// The source's author; several are parted by semicolons
    #[arg(long)]
    author: Option<String>,
    /// The source's publisher
    #[arg(long)]
    publisher: Option<String>,
    /// When the source was published: 2018, 2018-08 or 2018-08-20
    #[arg(long, value_name = "DATE")]
    published: Option<EdtfDate>,
    /// How near the source stands to what it tells of
    #[arg(long, value_parser = one_of::<SourceKind>(SourceKind::WORDS))]
    kind: Option<SourceKind>,
}

impl SourceDetailArgs {
    /// Refuses details that describe nothing.
    pub(crate) fn must_be_empty(&self, without: &str) -> Result<(), CliError> {
        if *self == Self::default() {
            return Ok(());
        }
        Err(CliError::Usage(format!(
            "title, author, publisher, date and kind describe a source: {without} is missing"
        )))
    }
}

/// What else is known about a source that a command is about.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct SourceDescriptionArgs {
    #[command(flatten)]
    details: SourceDetailArgs,
    /// When you consulted it: a day, or a time such as 2026-01-31T09:30:00Z
    #[arg(long, value_name = "TIME", value_parser = day_or_time)]
    accessed: Option<DateTime<Utc>>,
    /// Address of a copy in a web archive
    #[arg(long, value_name = "URL")]
    archived_url: Option<String>,
    /// What sort of thing it is
    #[arg(long = "type", value_name = "TYPE", value_parser = one_of::<SourceType>(SourceType::WORDS))]
    source_type: Option<SourceType>,
    /// Its language, such as es
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// How to reach the person, for an interview; reports never show it
    #[arg(long)]
    contact: Option<String>,
    /// Who may read of it: reports for outside leave out what is not public
    #[arg(long, value_name = "WHO", value_parser = one_of::<Confidentiality>(Confidentiality::WORDS))]
    confidentiality: Option<Confidentiality>,
    /// Remarks
    #[arg(long)]
    notes: Option<String>,
    /// What else a bibliography says of it, by its name in CSL, such as container-title=Nature; can be given
    /// several times
    #[arg(long, value_name = "NAME=VALUE", value_parser = said)]
    set: Vec<Said>,
}

/// A variable of a bibliography, with its value as CSL-JSON has it.
type Said = (String, Value);

fn said(given: &str) -> Result<Said, String> {
    let (name, value) = given
        .split_once('=')
        .ok_or("write NAME=VALUE, such as volume=12")?;
    let name = name.trim();
    let value = variable(name, value).map_err(|error| error.to_string())?;
    Ok((name.to_owned(), value))
}

impl SourceDescriptionArgs {
    /// When it was consulted, if that was given.
    pub(super) fn accessed(&self) -> Option<DateTime<Utc>> {
        self.accessed
    }

    /// The details as the desk takes them.
    pub(super) fn into_details(self) -> SourceDetails {
        SourceDetails {
            accessed: self.accessed,
            archived_url: self.archived_url,
            source_type: self.source_type,
            language: self.language,
            contact: self.contact,
            confidentiality: self.confidentiality,
            notes: self.notes,
            bibliography: Bibliography(self.set.into_iter().collect()).filled(),
            ..details_of(self.details)
        }
    }
}

/// The details as the desk takes them.
pub(crate) fn details_of(args: SourceDetailArgs) -> SourceDetails {
    let SourceDetailArgs {
        title,
        author,
        publisher,
        published,
        kind,
    } = args;
    SourceDetails {
        title,
        author,
        publisher,
        published,
        kind,
        ..SourceDetails::default()
    }
}

/// The source that `given` names: a number on the desk, else what it is.
pub(crate) fn source_ref(given: &str, details: SourceDetailArgs) -> Result<SourceRef, CliError> {
    if let Some(id) = number_on_desk(given) {
        if details != SourceDetailArgs::default() {
            let problem = format!(
                "source {id} is described on the desk; leave out its title and other details"
            );
            return Err(CliError::Usage(problem));
        }
        return Ok(SourceRef::Number(id));
    }
    Ok(SourceRef::Described(Box::new(NewSource {
        details: details_of(details),
        ..NewSource::bare(source_identity(given)?)
    })))
}

/// Says, where it is so, that what was told of a source is not what the desk knew
/// of it, and was left out.
pub(crate) fn note_other_details(
    given: &NewEvidence,
    cited: SourceId,
    desk: &Desk,
    output: &mut Output,
) -> Result<(), CliError> {
    if let SourceRef::Described(new) = &given.source {
        let known = desk.source(cited)?.source.details;
        if new.details.clone().or(known.clone()) != known {
            output.note(format!(
                "source {cited} was on the desk already, and what you say of it is not what is known of it; it was left \
                 as it is: `claimdesk source edit {cited}` changes that"
            ));
        }
    }
    Ok(())
}

fn number_on_desk(given: &str) -> Option<SourceId> {
    (given.len() < ISBN_DIGITS)
        .then(|| given.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_number_is_an_isbn() {
        assert_eq!(number_on_desk("3"), Some(SourceId(3)));
        assert_eq!(number_on_desk("0306406152"), None);
        assert_eq!(number_on_desk("9780306406157"), None);
        assert_eq!(number_on_desk("10.1000/182"), None);
    }
}
