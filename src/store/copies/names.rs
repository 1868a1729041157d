//! What copies are called: `claimdesk-20260131T093000Z.db` is that of the desk
//! `claimdesk.db` at this moment, in UTC. Where several were made in a second,
//! the next ones end in `-2`, `-3` and so on.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDateTime, Utc};

/// How a moment is written: the basic form of ISO 8601.
const MOMENT: &str = "%Y%m%dT%H%M%SZ";

/// How long that is.
const MOMENT_LENGTH: usize = "20260131T093000Z".len();

/// The ending of a desk that has none.
const ENDING: &str = "db";

/// When a copy was made, by its name; of two at one moment the second is later.
pub(super) type When = (NaiveDateTime, u32);

/// A desk's name without its ending.
fn stem(desk: &Path) -> String {
    desk.file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn ending(desk: &Path) -> String {
    desk.extension()
        .map_or(ENDING.into(), |ending| ending.to_string_lossy())
        .into_owned()
}

/// The first name that nothing has in `folder`, of those for a copy of `desk`
/// made at `at`; `mark` tells copies for one use from those for another.
pub(super) fn free_name(folder: &Path, desk: &Path, mark: &str, at: DateTime<Utc>) -> PathBuf {
    let (stem, ending) = (stem(desk), ending(desk));
    let moment = at.format(MOMENT);
    let first = folder.join(format!("{stem}{mark}-{moment}.{ending}"));
    let later =
        (2_u32..).map(|number| folder.join(format!("{stem}{mark}-{moment}-{number}.{ending}")));
    std::iter::once(first)
        .chain(later)
        .find(|path| path.symlink_metadata().is_err())
        .unwrap_or_default()
}

/// When a file was made, if it has the name of a copy of `desk`.
pub(super) fn when_made(name: &str, desk: &Path) -> Option<When> {
    let rest = name
        .strip_prefix(&stem(desk))?
        .strip_prefix('-')?
        .strip_suffix(&ending(desk))?
        .strip_suffix('.')?;
    let (moment, number) = rest.split_at_checked(MOMENT_LENGTH)?;
    let moment = NaiveDateTime::parse_from_str(moment, MOMENT).ok()?;
    let number = match number {
        "" => 1,
        numbered => numbered
            .strip_prefix('-')?
            .parse()
            .ok()
            .filter(|number| *number > 1)?,
    };
    Some((moment, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_when_a_copy_was_made() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Path::new("somewhere/our.desk.db");
        let at = "2026-01-31T09:30:00Z".parse().unwrap();
        let mut made = Vec::new();
        for _ in 0..11 {
            let path = free_name(folder.path(), desk, "", at);
            std::fs::write(&path, "").unwrap();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            made.push((when_made(&name, desk).unwrap(), name));
        }
        assert_eq!(made[0].1, "our.desk-20260131T093000Z.db");
        assert_eq!(made[10].1, "our.desk-20260131T093000Z-11.db");
        assert!(made.is_sorted());
    }

    #[test]
    fn other_names_are_no_copies() {
        let desk = Path::new("claimdesk.db");
        for name in [
            "claimdesk.db",
            "claimdesk-20260131T093000Z.db-wal",
            "claimdesk-20260131T093000Z.db.new-1-0",
            "claimdesk-20261331T093000Z.db",
            "claimdesk-20260131T093000Z-1.db",
            "claimdesk-20260131T093000Z-old.db",
            "claimdesk-before-20260131T093000Z.db",
            "other-20260131T093000Z.db",
            "claimdesk-2026013éT093000Z.db",
        ] {
            assert_eq!(when_made(name, desk), None, "{name}");
        }
    }
}
