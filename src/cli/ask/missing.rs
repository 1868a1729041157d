//! Which arguments clap misses.

use clap::error::{ContextKind, ContextValue};
use clap::{Arg, Command};

/// The first argument that is missing: what is named by its place goes first.
/// None where the complaint names something else, such as one of several.
pub(super) fn first<'c>(command: &'c Command, complaint: &clap::Error) -> Option<&'c Arg> {
    let Some(ContextValue::Strings(named)) = complaint.get(ContextKind::InvalidArg) else {
        return None;
    };
    let missing = |arg: &&Arg| named.iter().any(|named| is_named(arg, named));
    let by_place = command.get_positionals().find(missing);
    by_place.or_else(|| command.get_opts().find(missing))
}

/// Whether this is how a complaint names the argument: `<CLAIM>...`, `<HANDLE>` for one
/// that takes claims and a handle, or `--because <REASON>`.
fn is_named(arg: &Arg, named: &str) -> bool {
    if let Some(long) = arg.get_long() {
        let named = named.strip_prefix("--");
        return named.and_then(|named| named.split([' ', '=']).next()) == Some(long);
    }
    let bare = named.trim_matches(['<', '>', '[', ']', '.']);
    let by_name = arg.get_value_names().and_then(|names| names.first());
    by_name.is_some_and(|name| *name == bare || name.split(' ').any(|part| part == bare))
        || arg.get_id().as_str().eq_ignore_ascii_case(bare)
}
