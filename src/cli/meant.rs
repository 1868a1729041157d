//! What an argument can name, by its type, and where that is a text, by its name:
//! what completions offer for it and what it is asked for with.

use std::any::TypeId;

use clap::Arg;

use crate::desk::Naming;
use crate::model::claim::ClaimRef;
use crate::model::ids::{ArticleId, FlagId, SourceId};
use crate::model::people::Handle;

/// What a word of a command can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// The name of something on the desk.
    Named(&'static [Naming]),
    /// An article by its number, or a file.
    ArticleOrFile,
    /// A rule of the linter.
    Rule,
    /// A guide or a command.
    Help,
}

/// What an argument of a verb can be.
pub(super) fn meant(verb: &str, arg: &Arg) -> Option<Meant> {
    let parsed = arg.get_value_parser().type_id();
    if is_new(verb, arg) {
        return None;
    }
    let named = [
        (TypeId::of::<ClaimRef>(), &[Naming::Claim]),
        (TypeId::of::<ArticleId>(), &[Naming::Article]),
        (TypeId::of::<SourceId>(), &[Naming::Source]),
        (TypeId::of::<FlagId>(), &[Naming::Flag]),
        (TypeId::of::<Handle>(), &[Naming::Reviewer]),
    ];
    if let Some((_, naming)) = named.iter().find(|(id, _)| parsed == *id) {
        return Some(Meant::Named(*naming));
    }
    Some(match (verb, arg.get_id().as_str()) {
        (_, "rating" | "only") => Meant::Named(&[Naming::Rating]),
        (_, "scale") | ("map", "from" | "to") => Meant::Named(&[Naming::Scale]),
        (_, "topic" | "topics" | "add_topic" | "remove_topic") => Meant::Named(&[Naming::Topic]),
        ("add", "source") => Meant::Named(&[Naming::Source]),
        ("assign", "named") => Meant::Named(&[Naming::Claim, Naming::Reviewer]),
        ("lint", "targets") => Meant::ArticleOrFile,
        ("show" | "remove", "id") => Meant::Named(&[Naming::Fact]),
        (_, "rule" | "select" | "ignore" | "explain") => Meant::Rule,
        ("help", "words") => Meant::Help,
        _ => return None,
    })
}

/// Whether it names what is not on the desk yet.
fn is_new(verb: &str, arg: &Arg) -> bool {
    let shown = arg.get_value_names().and_then(|names| names.first());
    match (verb, arg.get_id().as_str()) {
        // The handle of `reviewer add`.
        ("add", "handle") => true,
        // The source of `source add` is an address or a file.
        ("add", "source") => shown.is_some_and(|name| name.contains('|')),
        _ => false,
    }
}
