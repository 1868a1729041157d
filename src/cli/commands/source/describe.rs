//! How commands name and describe a source: by its number, or by its address,
//! DOI or ISBN with what is known about it.

use clap::Args;

use crate::cli::error::CliError;
use crate::cli::words::one_of;
use crate::desk::source_identity;
use crate::model::edtf::EdtfDate;
use crate::model::ids::SourceId;
use crate::model::source::{NewSource, SourceDetails, SourceKind, SourceRef};

/// Digits from which a number is an ISBN and not a number on the desk.
const ISBN_DIGITS: usize = 10;

/// What is known about a source that a command may have to make.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub(crate) struct SourceDetailArgs {
    /// The source's title
    #[arg(long)]
    title: Option<String>,
    /// The source's author
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
    /// The title, if one was given.
    pub(super) fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

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
    let identity = source_identity(given)?;
    Ok(SourceRef::Described(NewSource {
        identity,
        details: details_of(details),
    }))
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
