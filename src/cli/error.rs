//! What can go wrong in a command, with the exit code and the hint of each.

use std::io;
use std::path::PathBuf;

use super::exit::Exit;
use crate::citation::CitationError;
use crate::desk::DeskError;
use crate::extract::ModelError;
use crate::extract::model::ExamplesError;
use crate::ingest::IngestError;
use crate::interchange::bundle::BundleError;
use crate::interchange::claimreview::WriteError;
use crate::model::ids::{ArticleId, ClaimId};
use crate::model::settings::PersonalKey;
use crate::report::ReportError;
use crate::store::StoreError;

/// Why a command ended without doing what it was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    /// The desk refused or failed.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// No desk was named and none stands here.
    #[error("there is no claimdesk.db in {} or any folder above it", .folder.display())]
    NoDesk {
        /// Where the search began.
        folder: PathBuf,
    },
    /// The demo was played in this folder already.
    #[error("{} exists already", .desk.display())]
    DemoExists {
        /// The desk that stands there.
        desk: PathBuf,
    },
    /// A file, or standard input, can't be taken as it is.
    #[error("{input}: {error}")]
    Input {
        /// What was read, as it was named.
        input: String,
        /// What is wrong with it.
        error: IngestError,
    },
    /// One line of an input can't be taken as it is.
    #[error("{input}: line {line}: {error}")]
    Line {
        /// What was read, as it was named.
        input: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        error: IngestError,
    },
    /// Sentences can't be learned from, or not be measured by.
    #[error("{given}: {error}")]
    Examples {
        /// The file, or the desk's decisions.
        given: String,
        /// What is wrong with them.
        error: ExamplesError,
    },
    /// A file of references can't be read, or not as what it is.
    #[error("{input}: {error}")]
    References {
        /// What was read, as it was named.
        input: String,
        /// What is wrong with it.
        error: CitationError,
    },
    /// Sources can't be cited.
    #[error(transparent)]
    Citation(#[from] CitationError),
    /// A file is no model that can be used.
    #[error("{}: {error}", .file.display())]
    Model {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        error: ModelError,
    },
    /// The command line asks for what doesn't go together.
    #[error("{0}")]
    Usage(String),
    /// A command for the keyboard and the whole screen, where there are none.
    #[error("a review needs a terminal that it may draw on and ask at")]
    NoTerminal {
        /// The article that was to be gone through.
        article: ArticleId,
    },
    /// The terminal can't be drawn on.
    #[error("the terminal can't be used: {0}")]
    Terminal(io::Error),
    /// The network is out of bounds.
    #[error("this asks the network, and --offline keeps the program from it")]
    Offline,
    /// A value that does not fit its field.
    #[error("{0}")]
    Invalid(String),
    /// The file with personal defaults can't be taken as it is.
    #[error("your defaults in {} can't be read: {why}", .path.display())]
    Personal {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// Nothing can be printed.
    #[error("the output can't be written: {0}")]
    Print(io::Error),
    /// A file can't be written.
    #[error("{} can't be written: {error}", .path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// A folder for reports that holds something else.
    #[error("{} holds other things than reports", .folder.display())]
    ForeignFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// The history of a claim can't be handed over, or not be read.
    #[error("{}{error}", .bundle.as_ref().map(|bundle| format!("{}: ", bundle.display())).unwrap_or_default())]
    Bundle {
        /// The bundle, where one was read.
        bundle: Option<PathBuf>,
        /// What is wrong.
        error: BundleError,
    },
    /// A claim can't be a ClaimReview.
    #[error("claim {claim} can't be a ClaimReview: {error}")]
    NoReview {
        /// The claim.
        claim: ClaimId,
        /// Why.
        error: WriteError,
    },
    /// A report can't be made.
    #[error("the report can't be made: {0}")]
    Report(#[from] ReportError),
    /// A value can't be shown; this is a mistake in the program.
    #[error("the result can't be shown: {0}")]
    Show(String),
}

impl CliError {
    /// An error in a file of claims, with the file's name.
    pub(crate) fn in_file(name: &str, error: DeskError) -> Self {
        Self::Desk(match error {
            DeskError::BadRecord { place, why } => DeskError::BadRecord {
                place: format!("{name}, {place}"),
                why,
            },
            DeskError::UnreadableRecords(why) => {
                DeskError::UnreadableRecords(format!("{name}: {why}"))
            }
            other => other,
        })
    }

    /// The exit code.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Desk(error) => desk_exit(error),
            Self::NoDesk { .. } => Exit::NoDesk,
            Self::DemoExists { .. } => Exit::DeskExists,
            Self::Input { error, .. } | Self::Line { error, .. } => ingest_exit(error),
            Self::Examples { error, .. } => examples_exit(error),
            Self::Model { .. } | Self::Personal { .. } => Exit::Malformed,
            Self::Bundle { error, .. } => bundle_exit(error),
            Self::Offline => Exit::NotFetched,
            Self::References { error, .. } | Self::Citation(error) => citation_exit(error),
            Self::Usage(_) | Self::NoTerminal { .. } => Exit::Usage,
            Self::Invalid(_) | Self::NoReview { .. } => Exit::InvalidValue,
            Self::Print(_)
            | Self::Terminal(_)
            | Self::Write { .. }
            | Self::ForeignFolder { .. } => Exit::WriteFailed,
            Self::Report(_) | Self::Show(_) => Exit::Internal,
        }
    }

    /// What to do next.
    pub(crate) fn hint(&self) -> Option<String> {
        match self {
            Self::Desk(error) => error.hint(),
            Self::NoDesk { .. } => {
                Some("make one with `claimdesk init`, or name one with --desk FILE".to_owned())
            }
            Self::DemoExists { desk } => Some(format!(
                "look at it with --desk {}, or name another folder: `claimdesk demo DIR`",
                desk.display()
            )),
            Self::Input { error, .. } => error.hint(),
            Self::Examples { error, .. } => error.hint(),
            Self::Model { .. } => {
                Some("`claimdesk model train` makes models; its --help tells from what".to_owned())
            }
            Self::Personal { .. } => Some(format!(
                "mend the file or remove it; what it can say: {}",
                PersonalKey::WORDS.join(", ")
            )),
            Self::References { error, .. } | Self::Citation(error) => citation_hint(error),
            Self::Write { .. } => {
                Some("check the path, its permissions and the space left".to_owned())
            }
            Self::ForeignFolder { .. } => Some(
                "name an empty folder or a new one, or write into this one with --force".to_owned(),
            ),
            Self::Line { .. } => Some(
                "mend or remove the line, or leave out such lines with --skip-invalid".to_owned(),
            ),
            Self::NoReview { error, .. } => match error {
                WriteError::NoUrl | WriteError::BadUrl(_) => Some(
                    "name the page that the check stands on: --page-url https://example.org/check"
                        .to_owned(),
                ),
                _ => Some("mend the claim, or leave it out with a filter".to_owned()),
            },
            Self::Bundle { error, .. } => match error {
                BundleError::NotABundle(_) => {
                    Some("`claimdesk audit export` makes such bundles".to_owned())
                }
                BundleError::OverLimit { .. } | BundleError::NotMade(_) => None,
            },
            Self::NoTerminal { article } => Some(format!(
                "the same can be done with commands: `claim list --article {article}`, `claim show`, `claim accept`, \
                 `claim dismiss`, `verdict add`, `evidence add`, `flag add`, `comment add`, `claim assign`, `undo`, \
                 `search` and `match`"
            )),
            Self::Usage(_) => Some("see the command with --help".to_owned()),
            Self::Offline
            | Self::Invalid(_)
            | Self::Print(_)
            | Self::Terminal(_)
            | Self::Report(_)
            | Self::Show(_) => None,
        }
    }
}

impl From<BundleError> for CliError {
    fn from(error: BundleError) -> Self {
        Self::Bundle {
            bundle: None,
            error,
        }
    }
}

fn bundle_exit(error: &BundleError) -> Exit {
    match error {
        BundleError::NotABundle(_) => Exit::Malformed,
        BundleError::OverLimit { .. } => Exit::OverLimit,
        BundleError::NotMade(_) => Exit::Internal,
    }
}

fn desk_exit(error: &DeskError) -> Exit {
    match error {
        DeskError::Store(error) => store_exit(error),
        DeskError::Ingest(error) => ingest_exit(error),
        DeskError::NoActor | DeskError::UnknownName { .. } => Exit::UnknownName,
        DeskError::UnknownNumber { .. } | DeskError::NoRevision { .. } => Exit::UnknownNumber,
        DeskError::NoClaimWithWords(_)
        | DeskError::QuoteNotFound { .. }
        | DeskError::NoSuchOccurrence { .. } => Exit::QuoteNotFound,
        DeskError::SeveralClaimsWithWords { .. } | DeskError::QuoteAmbiguous { .. } => {
            Exit::QuoteAmbiguous
        }
        DeskError::Exists { .. } => Exit::Exists,
        DeskError::Blank(_) | DeskError::Invalid(_) | DeskError::Overrules { .. } => {
            Exit::InvalidValue
        }
        DeskError::NotNow(_)
        | DeskError::NotAStep { .. }
        | DeskError::Disagreement { .. }
        | DeskError::NoCrosswalk { .. }
        | DeskError::KeptBack { .. }
        | DeskError::CantUndo { .. }
        | DeskError::Stale { .. } => Exit::NotNow,
        DeskError::NotAllowed { .. } | DeskError::FourEyes { .. } => Exit::NotAllowed,
        DeskError::NoEvidence { .. } => Exit::NoEvidence,
        DeskError::NotASource { .. } => Exit::NotASource,
        DeskError::Fetch { .. } => Exit::NotFetched,
        DeskError::Model { .. }
        | DeskError::NotAModel(_)
        | DeskError::OwnModel(_)
        | DeskError::OwnPolicy(_)
        | DeskError::BadRecord { .. }
        | DeskError::UnreadableRecords(_) => Exit::Malformed,
    }
}

fn store_exit(error: &StoreError) -> Exit {
    match error {
        StoreError::Missing(_) => Exit::NoDesk,
        StoreError::Exists(_) => Exit::DeskExists,
        StoreError::NotSqlite(_) => Exit::NotSqlite,
        StoreError::NotADesk(_) => Exit::NotADesk,
        StoreError::Newer { .. } => Exit::NewerDesk,
        StoreError::ReadOnly(_) => Exit::ReadOnly,
        StoreError::Locked(_) => Exit::Locked,
        StoreError::DiskFull(_) => Exit::DiskFull,
        StoreError::Damaged { .. }
        | StoreError::ForeignGuards(_)
        | StoreError::NotSound { .. }
        | StoreError::BadValue(_) => Exit::Damaged,
        StoreError::NotReplaced { .. } => Exit::WriteFailed,
        StoreError::CantOpen { .. } | StoreError::IsFolder(_) => Exit::CantOpen,
        StoreError::Sqlite(_) => Exit::Internal,
    }
}

fn citation_exit(error: &CitationError) -> Exit {
    match error {
        CitationError::Malformed { .. } | CitationError::Nothing(_) => Exit::Malformed,
        CitationError::UnknownFormat => Exit::NotText,
        CitationError::Style(_) => Exit::Internal,
    }
}

fn citation_hint(error: &CitationError) -> Option<String> {
    let hint = match error {
        CitationError::Malformed { .. } => {
            "mend it and import the file again; nothing of it was added"
        }
        CitationError::Nothing(_) => {
            "check that it is the right file, and its format with --as-format"
        }
        CitationError::UnknownFormat => "say which it is with --as-format bibtex, ris or csl-json",
        CitationError::Style(_) => return None,
    };
    Some(hint.to_owned())
}

fn examples_exit(error: &ExamplesError) -> Exit {
    match error {
        ExamplesError::Io(_) => Exit::InvalidUtf8,
        ExamplesError::Record { .. } | ExamplesError::NoColumn { .. } => Exit::Malformed,
        ExamplesError::TooFew { .. } | ExamplesError::TooFewGroups { .. } => Exit::NotNow,
    }
}

fn ingest_exit(error: &IngestError) -> Exit {
    match error {
        IngestError::Missing(_) => Exit::FileMissing,
        IngestError::IsDirectory(_) => Exit::FileIsFolder,
        IngestError::Empty => Exit::FileEmpty,
        IngestError::NotText { .. } | IngestError::OtherType { .. } => Exit::NotText,
        IngestError::InvalidUtf8 { .. } => Exit::InvalidUtf8,
        IngestError::TooLarge { .. } => Exit::TooLarge,
        IngestError::UnknownEncoding { .. } | IngestError::OwnEncoding { .. } => Exit::InvalidValue,
        IngestError::Malformed { .. } => Exit::Malformed,
        IngestError::OverLimit { .. } => Exit::OverLimit,
        IngestError::Unreadable { .. } => Exit::FileUnreadable,
        IngestError::InLine { error, .. } => ingest_exit(error),
    }
}
