//! Every exit code of the program, in one place.
//!
//! The numbers and names are promised to scripts: codes are added, none is
//! given another meaning. The name is what `code` says in errors that are
//! printed as JSON.

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumIter)]
#[strum(serialize_all = "kebab-case")]
#[repr(u8)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// The answer is no, or something was found: `audit verify` on a history
    /// that doesn't hold, `coverage --deny` where something is left, `gate` on an
    /// article that may not be published.
    No = 1,
    /// The command line was not understood.
    Usage = 2,

    /// There is no desk here, or not at the path that was given.
    NoDesk = 10,
    /// The desk's file is not an `SQLite` database.
    NotSqlite = 11,
    /// The desk's file is a database of another program.
    NotADesk = 12,
    /// The desk was written by a newer program.
    NewerDesk = 13,
    /// The desk may not be written to.
    ReadOnly = 14,
    /// Another program holds the desk.
    Locked = 15,
    /// A desk was to be made where a file stands already.
    DeskExists = 16,
    /// The desk's file is damaged.
    Damaged = 17,
    /// The disk is full.
    DiskFull = 18,
    /// The desk's file can't be opened.
    CantOpen = 19,

    /// A file to be read does not exist.
    FileMissing = 20,
    /// A file to be read is a folder.
    FileIsFolder = 21,
    /// A file to be read is empty.
    FileEmpty = 22,
    /// A file to be read is not text, or of a type that can't be read yet.
    NotText = 23,
    /// A file to be read is not valid UTF-8.
    InvalidUtf8 = 24,
    /// A file to be read is larger than the limit.
    TooLarge = 25,
    /// A file can't be read.
    FileUnreadable = 26,
    /// A file to be read is damaged, or is not what its type promises.
    Malformed = 27,
    /// A file to be read asks for more than a reader gives: too many entries,
    /// too deep, too large when unpacked.
    OverLimit = 28,

    /// The desk knows no such name: a handle, a scale, a rating.
    UnknownName = 30,
    /// The desk knows no such number: an article, a claim, a source, a flag.
    UnknownNumber = 31,
    /// The words are not there.
    QuoteNotFound = 32,
    /// The words are there more than once.
    QuoteAmbiguous = 33,
    /// It is on the desk already.
    Exists = 34,
    /// A value does not fit its field.
    InvalidValue = 35,
    /// The state of the thing does not allow the act.
    NotNow = 36,
    /// A text names no source.
    NotASource = 37,
    /// The act is not for the role of who acts.
    NotAllowed = 38,
    /// A rating rests on no source, where the desk asks for one.
    NoEvidence = 39,

    /// A result can't be written.
    WriteFailed = 40,
    /// A page can't be fetched.
    NotFetched = 41,
    /// Something that should not happen; please report it.
    Internal = 70,
}

impl Exit {
    /// The stable name, such as `no-desk`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// The number that the process ends with.
    pub fn code(self) -> u8 {
        self as u8
    }
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use strum::IntoEnumIterator;

    use super::*;

    #[test]
    fn names_are_kebab_case_and_no_number_is_used_twice() {
        assert_eq!(Exit::NotSqlite.name(), "not-sqlite");
        assert_eq!(Exit::InvalidUtf8.name(), "invalid-utf8");
        let codes: BTreeSet<u8> = Exit::iter().map(Exit::code).collect();
        assert_eq!(codes.len(), Exit::iter().count());
    }
}
