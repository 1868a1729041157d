//! A desk's file in a folder of its own until it is whole, so that nobody ever
//! meets half a desk, not even after a kill. What a killed program left is cleared
//! away by the next that makes a draft in the same place: while a draft is worked on, its
//! program holds a lock on it, and the system lets go of that when the program ends.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rusqlite::OpenFlags;

use super::open::connect;
use super::{Connection, Result, StoreError};

/// What `SQLite` calls the files that it keeps beside a database.
pub(super) const BESIDE: [&str; 3] = ["-journal", "-wal", "-shm"];

/// Stands between the name that a draft is to get and the numbers that tell it from others.
const NEW: &str = ".new-";

/// What the desk is called in the folder of a draft, and the file that is locked meanwhile.
const DESK: &str = "desk";
const LOCK: &str = "lock";

/// A desk that has not got its name yet; cleared away when dropped.
pub(super) struct Draft {
    folder: PathBuf,
    path: PathBuf,
    lock: Option<File>,
}

impl Draft {
    /// An empty file beside `path`, which may be read by whom the system says.
    pub(super) fn beside(path: &Path) -> Result<Self> {
        Self::made(path, &mut OpenOptions::new())
    }

    /// An empty file beside `path` that nobody else may read.
    pub(super) fn private_beside(path: &Path) -> Result<Self> {
        let mut options = OpenOptions::new();
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Self::made(path, &mut options)
    }

    fn made(path: &Path, options: &mut OpenOptions) -> Result<Self> {
        clear_away_abandoned(folder_of(path));
        options.write(true).create_new(true);
        for attempt in 0_u32.. {
            let folder = with_ending(path, &format!("{NEW}{}-{attempt}", std::process::id()));
            match Self::made_in(folder, options) {
                Ok(draft) => return Ok(draft),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                // Somebody took it for abandoned before it was locked.
                Err(error) if error.kind() == ErrorKind::NotFound && folder_of(path).exists() => {}
                Err(error) => return Err(cant_make(path, &error)),
            }
        }
        Err(StoreError::Exists(path.to_owned()))
    }

    fn made_in(folder: PathBuf, options: &OpenOptions) -> io::Result<Self> {
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder)?;
        let mut draft = Self {
            path: folder.join(DESK),
            folder,
            lock: None,
        };
        let lock = File::create_new(draft.folder.join(LOCK))?;
        // Where the system has no locks, nobody takes it for abandoned either.
        if let Err(TryLockError::WouldBlock) = lock.try_lock() {
            return Err(ErrorKind::NotFound.into());
        }
        draft.lock = Some(lock);
        options.open(&draft.path)?;
        Ok(draft)
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Opens it to be filled. One that breaks off is thrown away: it is synced once,
    /// when it is whole.
    pub(super) fn open(&self) -> Result<Connection> {
        let connection = connect(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        for (pragma, value) in [("journal_mode", "memory"), ("synchronous", "off")] {
            connection
                .pragma_update(None, pragma, value)
                .map_err(|error| StoreError::Sqlite(error).at(&self.path))?;
        }
        Ok(connection)
    }

    /// Has the system put all of it on the disk.
    pub(super) fn sync(&self) -> io::Result<()> {
        let file = File::options().write(true).open(&self.path);
        // By now it may be one that can only be read.
        file.or_else(|_| File::open(&self.path))?.sync_all()
    }

    /// Gives the file its name, unless something stands there by now.
    pub(super) fn publish(&self, path: &Path) -> Result<()> {
        self.publish_as(path)
            .map_err(|error| cant_make(path, &error))
    }

    fn publish_as(&self, path: &Path) -> io::Result<()> {
        self.sync()?;
        match fs::hard_link(&self.path, path) {
            // A file system without links, such as that of a memory stick.
            Err(error) if error.kind() != ErrorKind::AlreadyExists && !path.exists() => {
                fs::rename(&self.path, path)?;
            }
            linked => linked?,
        }
        sync_folder(path);
        Ok(())
    }

    /// Gives the file its name in the place of what stands there.
    pub(super) fn replace(&self, path: &Path) -> Result<()> {
        let replaced = self.sync().and_then(|()| fs::rename(&self.path, path));
        replaced.map_err(|error| cant_make(path, &error))?;
        sync_folder(path);
        Ok(())
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        self.lock = None;
        remove(&self.folder);
    }
}

/// Removes the folder of a draft with what drafts consist of, and nothing else.
fn remove(folder: &Path) {
    let desk = folder.join(DESK);
    let beside = BESIDE.map(|ending| with_ending(&desk, ending));
    for file in beside.iter().chain([&desk, &folder.join(LOCK)]) {
        // What isn't there needn't be cleared away.
        let _ = fs::remove_file(file);
    }
    let _ = fs::remove_dir(folder);
}

/// Removes the drafts in a folder that no program works on any more.
fn clear_away_abandoned(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let draft = entry.path();
        if is_draft(&entry.file_name().to_string_lossy()) && is_abandoned(&draft) {
            remove(&draft);
        }
    }
}

/// Whether this is what drafts are called.
fn is_draft(name: &str) -> bool {
    let numbers = name.rsplit_once(NEW).map(|(_, numbers)| numbers);
    let numbers = numbers.and_then(|numbers| numbers.split_once('-'));
    let is_number = |text: &str| text.parse::<u32>().is_ok();
    numbers.is_some_and(|(process, attempt)| is_number(process) && is_number(attempt))
}

fn is_abandoned(draft: &Path) -> bool {
    let lock = File::open(draft.join(LOCK));
    lock.is_ok_and(|lock| lock.try_lock().is_ok())
}

/// The path with more letters at its end.
pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(ending);
    PathBuf::from(name)
}

/// The file that a link stands for, so that the link stays one when the file is
/// replaced; else the path itself.
pub(super) fn without_link(path: &Path) -> PathBuf {
    let is_link = path.symlink_metadata().is_ok_and(|file| file.is_symlink());
    let file = is_link.then(|| fs::canonicalize(path).ok()).flatten();
    file.unwrap_or_else(|| path.to_owned())
}

/// Has the system keep the new name through a power cut, where it can.
pub(super) fn sync_folder(path: &Path) {
    // A system that can't open folders keeps names its own way.
    let _ = File::open(folder_of(path)).and_then(|folder| folder.sync_all());
}

fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().unwrap_or(Path::new("."));
    if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    }
}

/// What a file that can't be made is told as.
pub(super) fn cant_make(path: &Path, error: &io::Error) -> StoreError {
    let path = path.to_owned();
    match error.kind() {
        ErrorKind::AlreadyExists => StoreError::Exists(path),
        ErrorKind::StorageFull => StoreError::DiskFull(path),
        _ => StoreError::CantOpen {
            path,
            detail: error.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_draft_that_is_dropped_leaves_nothing_and_one_that_is_named_its_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("desk.db");
        drop(Draft::beside(&path).unwrap());
        assert!(names(folder.path()).is_empty());
        Draft::private_beside(&path)
            .unwrap()
            .publish(&path)
            .unwrap();
        assert_eq!(names(folder.path()), ["desk.db"]);
    }

    #[test]
    fn only_what_a_killed_program_left_is_cleared_away() {
        let folder = tempfile::tempdir().unwrap();
        let abandoned = folder.path().join("other.db.new-1-0");
        fs::create_dir(&abandoned).unwrap();
        for file in ["desk", "desk-journal", "lock"] {
            fs::write(abandoned.join(file), "half").unwrap();
        }
        let strange = folder.path().join("notes.new-1-x");
        fs::create_dir(&strange).unwrap();
        fs::write(strange.join("lock"), "").unwrap();
        let mixed = folder.path().join("mixed.new-2-0");
        fs::create_dir(&mixed).unwrap();
        for file in ["lock", "letter.txt"] {
            fs::write(mixed.join(file), "").unwrap();
        }
        let worked_on = Draft::beside(&folder.path().join("desk.db")).unwrap();
        let another = Draft::beside(&folder.path().join("desk.db")).unwrap();
        assert!(!abandoned.exists());
        assert!(strange.join("lock").exists());
        assert!(mixed.join("letter.txt").exists());
        assert!(worked_on.path().exists() && another.path().exists());
    }
}
