//! Which build of the program this is, as `--version` tells it.

use std::env::consts::{ARCH, OS};
use std::ffi::OsString;
use std::sync::LazyLock;

use crate::desk::{Desk, sqlite_version};

/// The commit it was built from, where whoever built it said so.
const COMMIT: Option<&str> = option_env!("CLAIMDESK_COMMIT");

/// All that tells one build from another.
pub(super) static LONG: LazyLock<String> = LazyLock::new(|| {
    format!(
        "{}\ncommit  {}\ndesk    version {}\nSQLite  {}\nfor     {OS} on {ARCH}{}",
        env!("CARGO_PKG_VERSION"),
        COMMIT.unwrap_or("not told"),
        Desk::VERSION,
        sqlite_version(),
        if cfg!(debug_assertions) {
            ", not optimized"
        } else {
            ""
        },
    )
});

/// The answer, where the version is all that is asked for: clap need not learn of any
/// command to give it, which takes longer than the rest.
pub(super) fn told(args: &[OsString]) -> Option<clap::Error> {
    if !matches!(args, [_, asked] if asked == "--version" || asked == "-V") {
        return None;
    }
    let program = clap::Command::new(env!("CARGO_PKG_NAME"))
        .version(env!("CARGO_PKG_VERSION"))
        .long_version(LONG.as_str());
    program.try_get_matches_from(args).err()
}
