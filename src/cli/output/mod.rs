//! The only printer. Data goes to standard output in the format that was asked
//! for, everything else to standard error.
//!
//! A table on a terminal is made for eyes: coloured, as wide as the terminal,
//! and with control characters made visible. In a pipe the same table has no
//! colour and a fixed width. JSON and CSV come from the same values.

mod agreement;
mod archive;
mod article;
mod audit;
mod backup;
mod citation;
mod claim;
mod clusters;
mod comment;
mod coverage;
mod crosswalk;
mod csv;
mod demo;
mod desk;
mod diagnostic;
mod dialogue;
mod extract;
mod facets;
mod flag;
mod format;
mod gate;
mod health;
mod import;
mod json;
mod link;
mod links;
mod lint;
mod log;
mod matching;
mod measured;
mod model;
mod moment;
mod page;
mod pager;
mod people;
mod progress;
mod reference;
mod reply;
mod revision;
mod ruling;
mod sanitize;
mod scale;
mod schemas;
mod search;
mod settings;
mod snapshot;
mod source;
mod stats;
mod table;
mod target;
mod validate;
mod verdict;
mod wording;
mod work;

use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use anstream::AutoStream;
use chrono::{DateTime, Utc};
use clap::ColorChoice;
use clap::builder::StyledStr;
use schemars::JsonSchema;
use serde::Serialize;

pub(crate) use self::claim::{HIDDEN, state_of};
pub(crate) use self::clusters::Clusters;
pub(crate) use self::demo::DemoMade;
pub(crate) use self::desk::DeskMade;
pub(crate) use self::dialogue::Choice;
pub(crate) use self::extract::{Printed, Stream};
pub(crate) use self::format::Format;
pub(crate) use self::gate::PolicyFile;
pub(crate) use self::lint::{FindingInFile, Linting};
pub(crate) use self::matching::{MatcherMeasured, MatcherTrained, glance, in_both};
pub(crate) use self::measured::{AtThreshold, Compared, Evaluated, Gained};
pub(crate) use self::model::{ModelShown, ModelTrained};
use self::page::Page;
use self::pager::Pager;
pub(crate) use self::progress::Progress;
pub(crate) use self::sanitize::{for_terminal, safe_piece};
pub(crate) use self::schemas::{schema, schema_names};
pub(crate) use self::search::{Counted, described};
pub(crate) use self::settings::{SettingInForce, WithOrigin};
use self::table::Cell;
pub(crate) use self::target::Target;
pub(crate) use self::validate::InFile;
pub(crate) use self::wording::{counted, there_are};
use super::args::Globals;
use super::error::CliError;
use crate::desk::{Desk, Matched, Upgraded};
use crate::model::search::Hit;

/// Width of a table when there is no terminal to ask.
const WIDTH_IN_PIPES: u16 = 100;

/// A thing that lists show as one row.
pub(crate) trait Listed: Serialize + JsonSchema {
    /// Heads of the columns.
    const COLUMNS: &'static [&'static str];
    /// The cells of its row.
    fn cells(&self) -> Vec<Cell>;
}

/// A thing that can be shown alone.
pub(crate) trait Shown: Serialize + JsonSchema {
    /// Writes it on a page.
    fn show(&self, page: &mut Page);
}

/// How tables and pages look where they are shown.
#[derive(Debug, Clone, Copy)]
struct Look {
    width: Option<u16>,
    color: bool,
    terminal: bool,
    /// Whether addresses can be followed with a click.
    links: bool,
    now: DateTime<Utc>,
}

/// How a person wants output.
pub(crate) struct Manner {
    /// The width that tables and pages are to have, where somebody says.
    pub(crate) columns: Option<u16>,
    /// When there is colour.
    pub(crate) color: ColorChoice,
    /// The program that shows what is longer than the screen, with its arguments.
    pub(crate) pager: String,
    /// Whether the terminal follows addresses with a click.
    pub(crate) links: bool,
    /// What moments are counted from.
    pub(crate) now: DateTime<Utc>,
}

/// Where a command puts what it has to say.
pub(crate) struct Output {
    format: Format,
    quiet: bool,
    look: Look,
    data: BufWriter<Stdout>,
    pager: Option<Pager>,
}

impl Output {
    /// An output to the process's own streams.
    pub(crate) fn new(globals: &Globals, manner: Manner) -> Self {
        let Manner {
            columns,
            color,
            pager,
            links,
            now,
        } = manner;
        match color {
            ColorChoice::Auto => anstream::ColorChoice::Auto,
            ColorChoice::Always => anstream::ColorChoice::Always,
            ColorChoice::Never => anstream::ColorChoice::Never,
        }
        .write_global();
        let stdout = io::stdout();
        let terminal = stdout.is_terminal();
        let color = AutoStream::choice(&stdout) != anstream::ColorChoice::Never;
        let look = Look {
            width: columns.filter(|columns| *columns > 0).or_else(|| {
                if terminal {
                    table::terminal_width()
                } else {
                    Some(WIDTH_IN_PIPES)
                }
            }),
            color,
            terminal,
            links: links && terminal && color,
            now,
        };
        Self {
            format: Format::named(globals.format.as_deref()),
            quiet: globals.quiet,
            look,
            data: BufWriter::new(stdout),
            pager: Pager::new(pager),
        }
    }

    /// Whether data is shown for eyes.
    fn is_for_eyes(&self) -> bool {
        self.format == Format::Table
    }

    /// Whether what is written goes to a person's screen.
    pub(crate) fn is_terminal(&self) -> bool {
        self.look.terminal
    }

    /// Whether what is written there has colours.
    pub(crate) fn is_coloured(&self) -> bool {
        self.look.color
    }

    /// Whether lists are printed a line for each thing, so that they can be shown
    /// piece by piece.
    pub(crate) fn is_by_line(&self) -> bool {
        self.format == Format::Jsonl
    }

    /// Shows a list.
    pub(crate) fn list<T: Listed>(&mut self, items: &[T]) -> Result<(), CliError> {
        let text = match self.format {
            Format::Table if items.is_empty() => {
                self.note("nothing to list");
                return Ok(());
            }
            Format::Table => return self.page(&table::list(items, self.look)),
            Format::Json => self.safe_json(json::pretty(items)?),
            Format::Jsonl => self.safe_json(json::lines(items)?),
            Format::Csv => csv::rows(items)?,
        };
        self.text(&text)
    }

    /// Shows a single thing.
    pub(crate) fn one<T: Shown>(&mut self, item: &T) -> Result<(), CliError> {
        let text = match self.format {
            Format::Table => {
                let mut page = Page::new(self.look);
                item.show(&mut page);
                return self.page(&page.finish());
            }
            Format::Json => self.safe_json(json::pretty(item)?),
            Format::Jsonl => self.safe_json(json::lines(std::slice::from_ref(item))?),
            Format::Csv => csv::rows(std::slice::from_ref(item))?,
        };
        self.text(&text)
    }

    /// Shows a list without anything in it, and says why.
    pub(crate) fn nothing<T: Listed>(&mut self, why: impl Display) -> Result<(), CliError> {
        if self.format != Format::Table {
            self.list::<T>(&[])?;
        }
        self.note(why);
        Ok(())
    }

    /// Shows that there is no such thing, and says why.
    pub(crate) fn none(&mut self, why: impl Display) -> Result<(), CliError> {
        if self.format == Format::Json {
            self.text("null\n")?;
        }
        self.note(why);
        Ok(())
    }

    /// Shows a single thing as it is, several as a list.
    pub(crate) fn one_or_list<T: Listed + Shown>(&mut self, items: &[T]) -> Result<(), CliError> {
        match items {
            [one] => self.one(one),
            several => self.list(several),
        }
    }

    /// Prints a value as JSON, whatever format was asked for.
    pub(crate) fn json<T: Serialize>(&mut self, value: &T) -> Result<(), CliError> {
        let text = self.safe_json(json::pretty(value)?);
        self.text(&text)
    }

    /// Prints a document: as it is into a pipe, made safe on a terminal.
    pub(crate) fn document(&mut self, text: &str) -> Result<(), CliError> {
        if self.look.terminal {
            self.page(&sanitize::for_terminal(text))
        } else {
            self.text(text)
        }
    }

    /// Prints a list as the document that it is, unless rows are asked for.
    pub(crate) fn document_or_list<T: Listed>(
        &mut self,
        document: &str,
        items: &[T],
    ) -> Result<(), CliError> {
        match self.format {
            Format::Table => self.document(document),
            Format::Json | Format::Jsonl | Format::Csv => self.list(items),
        }
    }

    /// Shows what a search found: each thing with the words it was found by.
    pub(crate) fn hits(&mut self, hits: &[Hit]) -> Result<(), CliError> {
        match self.format {
            Format::Table => {
                let text = search::listing(hits, self.look);
                self.page(&text)
            }
            Format::Json | Format::Jsonl | Format::Csv => self.list(hits),
        }
    }

    /// Shows earlier claims; with `several` questions, each below its own.
    pub(crate) fn matched(&mut self, found: &[Matched], several: bool) -> Result<(), CliError> {
        match self.format {
            Format::Table => {
                let text = matching::listing(found, several, self.look);
                self.page(&text)
            }
            Format::Json | Format::Jsonl | Format::Csv => self.list(found),
        }
    }

    /// Prints the help of a command.
    pub(crate) fn help(&mut self, text: &StyledStr) -> Result<(), CliError> {
        if self.look.color {
            self.text(&text.ansi().to_string())
        } else {
            self.text(&text.to_string())
        }
    }

    /// Prints bytes as they are.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), CliError> {
        self.turn_pages()?;
        self.data.write_all(bytes).map_err(CliError::Print)
    }

    /// Says something on standard error, unless only data is wanted.
    pub(crate) fn note(&mut self, text: impl Display) {
        if !self.quiet {
            self.say(&text.to_string());
        }
    }

    /// Says that the desk was an older one, and where it is as it was before.
    pub(crate) fn upgraded(&mut self, upgraded: &Upgraded) {
        self.note(format!(
            "this desk was made by an older claimdesk and was brought up to date (from version {} to {}); as it was before, it is kept in {}",
            upgraded.from,
            upgraded.to,
            upgraded.copy.display()
        ));
    }

    /// Says, where it is so, that a list may leave out what others have said.
    pub(crate) fn note_blindness(&mut self, desk: &Desk) -> Result<(), CliError> {
        if desk.is_blind()? {
            self.note(
                "this desk is blind: what others say of a claim is left out until your verdict on it is in",
            );
        }
        Ok(())
    }

    /// Says why a command failed and what to do next.
    pub(crate) fn error(&mut self, error: &CliError) {
        let hint = error.hint();
        // A command line that can't be read is told of in plain words in every
        // format, whoever notices.
        let plain = matches!(error, CliError::Usage(_));
        if !plain && matches!(self.format, Format::Json | Format::Jsonl) {
            let told = json::error(&error.to_string(), hint.as_deref(), error.exit().name());
            self.say(&told);
            return;
        }
        let hint = hint.map_or(String::new(), |hint| {
            format!("\n  hint: {}", hint.replace('\n', "\n        "))
        });
        self.say(&format!("claimdesk: {error}{hint}"));
    }

    /// Writes out what is still held back.
    pub(crate) fn finish(&mut self) -> Result<(), CliError> {
        self.turn_pages()?;
        self.data.flush().map_err(CliError::Print)
    }

    fn text(&mut self, text: &str) -> Result<(), CliError> {
        self.bytes(text.as_bytes())
    }

    /// Prints text for eyes, in a pager where it is longer than the screen.
    fn page(&mut self, text: &str) -> Result<(), CliError> {
        match &mut self.pager {
            Some(pager) => {
                pager.hold(text);
                Ok(())
            }
            None => self.text(text),
        }
    }

    /// Shows what is held back for the pager.
    fn turn_pages(&mut self) -> Result<(), CliError> {
        match self.pager.as_mut().and_then(Pager::show) {
            Some(text) => self
                .data
                .write_all(text.as_bytes())
                .map_err(CliError::Print),
            None => Ok(()),
        }
    }

    fn safe_json(&self, text: String) -> String {
        if self.look.terminal {
            sanitize::json_for_terminal(&text)
        } else {
            text
        }
    }

    /// One message on standard error, after the data that came before it. That
    /// nobody listens there is no reason to fail; a closed standard output is
    /// noticed by `finish`.
    fn say(&mut self, text: &str) {
        let _ = self.turn_pages();
        let _ = self.data.flush();
        let mut stderr = io::stderr();
        let _ = if stderr.is_terminal() {
            writeln!(stderr, "{}", sanitize::for_terminal(text))
        } else {
            writeln!(stderr, "{text}")
        };
    }
}
