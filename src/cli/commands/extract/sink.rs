//! What was found goes to the output as it comes; what could not be read is
//! told there, and the first of it decides how the command ends.

use std::path::Path;

use crate::cli::commands::{Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::output::{Printed, Stream};
use crate::filter::{After, Failure, Sink};
use crate::ingest::IngestError;

/// Puts out what a filter finds.
pub(super) struct ToOutput<'o> {
    output: &'o mut Output,
    /// What each input is called.
    names: Vec<String>,
    skip_invalid: bool,
    stream: Stream,
    skipped: usize,
    /// How the first input that failed ends the command.
    failed: Option<Exit>,
}

impl<'o> ToOutput<'o> {
    pub(super) fn new(output: &'o mut Output, names: Vec<String>, skip_invalid: bool) -> Self {
        Self {
            output,
            names,
            skip_invalid,
            stream: Stream::default(),
            skipped: 0,
            failed: None,
        }
    }

    /// Ends what was put out.
    pub(super) fn end(self) -> Done {
        let failed = self.failed;
        self.output.end_stream(&self.stream, failed.is_some())?;
        match self.skipped {
            0 => {}
            1 => self.output.note("1 line was left out"),
            lines => self.output.note(format!("{lines} lines were left out")),
        }
        Ok(failed.unwrap_or(Exit::Done))
    }

    fn named(&self, failure: Failure) -> CliError {
        let input = self.names.get(failure.input).cloned().unwrap_or_default();
        match (failure.line, failure.error) {
            (Some(at), error) if !tells(&error, at) => CliError::Line {
                input,
                line: at,
                error,
            },
            (_, error) => files::input_error(Path::new(&input), error),
        }
    }
}

impl Sink<Printed> for ToOutput<'_> {
    type Error = CliError;

    fn found(&mut self, printed: Printed) -> Result<(), CliError> {
        self.output.stream(&mut self.stream, printed)
    }

    fn failed(&mut self, failure: Failure) -> Result<After, CliError> {
        // What comes behind a line without an end can't be told.
        let of_line =
            failure.line.is_some() && !matches!(failure.error, IngestError::TooLarge { .. });
        let error = self.named(failure);
        let exit = error.exit();
        self.output.finish()?;
        self.output.error(&error);
        if self.skip_invalid && of_line {
            self.skipped += 1;
            return Ok(After::GoOn);
        }
        self.failed.get_or_insert(exit);
        Ok(After::NextInput)
    }

    fn idle(&mut self) -> Result<(), CliError> {
        self.output.finish()
    }
}

/// Whether an error tells by itself in which line of the input it is.
fn tells(error: &IngestError, at: usize) -> bool {
    matches!(error, IngestError::InvalidUtf8 { line, .. } if *line == at)
}
