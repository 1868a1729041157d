//! The commands, one folder for each noun and one file for each verb: its
//! arguments, whose doc comments are the help, and what it does with them.

mod archive;
pub(crate) mod article;
pub(crate) mod audit;
pub(crate) mod backup;
pub(crate) mod claim;
pub(crate) mod comment;
pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod coverage;
pub(crate) mod demo;
pub(crate) mod doctor;
pub(crate) mod evidence;
pub(crate) mod export;
pub(crate) mod extract;
pub(crate) mod flag;
pub(crate) mod gate;
pub(crate) mod help;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod lint;
pub(crate) mod log;
pub(crate) mod man;
pub(crate) mod matching;
pub(crate) mod model;
mod place;
pub(crate) mod policy;
pub(crate) mod reference;
pub(crate) mod reply;
pub(crate) mod report;
pub(crate) mod restore;
pub(crate) mod reviewer;
pub(crate) mod ruling;
pub(crate) mod scale;
pub(crate) mod schema;
pub(crate) mod search;
pub(crate) mod source;
pub(crate) mod stats;
pub(crate) mod undo;
pub(crate) mod validate;
pub(crate) mod verdict;

use super::context::Context;
use super::error::CliError;
use super::exit::Exit;
use super::output::Output;

/// How a command ends.
pub(crate) type Done = Result<Exit, CliError>;
