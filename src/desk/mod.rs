//! What can be done on a desk: the use cases by noun. This is the library's
//! public face; a command line, and whatever front end comes next, uses
//! nothing that is not here.
//!
//! Every change goes through one door, `Desk::transact` (private to this room): one
//! transaction that holds the change and the event that tells of it. Who acts
//! and when come with each change as an [`Act`].

mod add;
mod agreement;
mod anchors;
mod annotations;
mod archive;
mod articles;
mod backups;
mod bench;
mod bundles;
mod candidates;
mod carry;
mod checking;
mod citations;
mod claims;
mod clusters;
mod comments;
mod coverage;
mod crosswalks;
mod diff;
mod doctor;
mod edit;
mod error;
mod evidence;
mod exports;
mod flags;
mod gate;
mod history;
mod imports;
mod init;
mod links;
mod lint;
mod look;
mod matching;
mod model;
mod names;
mod offer;
mod people;
mod permissions;
mod plain;
mod queue;
mod raise;
mod references;
mod replies;
mod report;
mod reviews;
mod revise;
mod rulings;
mod scales;
mod search;
mod sentences;
mod settings;
mod sight;
mod snapshots;
mod sources;
mod split;
mod states;
mod story;
mod transact;
mod undo;
mod verdicts;

pub use add::{ArticleAdded, ArticlesAdded, NewArticle};
pub use agreement::{Agreement, AgreementQuestion, Disagreement, PairAgreement};
pub use anchors::AnchorAt;
pub use annotations::AnnotationsOf;
pub use archive::{ArchiveExported, ArchiveMerged, KindMerged, MergeConflict, Stands};
pub use articles::{ArticleDetail, ArticleDiff, DiffHunk};
pub use backups::{BackupMade, BackupTo, DeskReplaced, DeskRestored};
pub use bench::SignOff;
pub use candidates::{Candidate, MOST_CANDIDATES, Naming};
pub use citations::{ArticleSources, Imported};
pub use claims::{ClaimDetail, ClaimToAdd};
pub use clusters::{ClusterCount, ClusterOptions, Clustered};
pub use edit::ArticleEdited;
pub use error::DeskError;
pub use evidence::EvidenceOf;
pub use exports::SaidOn;
pub use flags::FlagOn;
pub use gate::{GateAnswer, PolicyInForce};
pub use imports::{ClaimsImported, ImportOptions, RecordNote};
pub use lint::{FlagInPlace, LintOf, Linted};
pub use matching::{MatchOptions, MatchQuestion, Matched, Measuring, Own, shipped_matcher};
pub use model::shipped_model;
pub use plain::{PlainWriter, is_plain};
pub use queue::{Assigning, NextClaim};
pub use references::{FactsImported, NewFact};
pub use reviews::ReviewOptions;
pub use revise::{Move, Revised};
pub use search::{MOST_LOOSER, SearchResult};
pub use snapshots::{
    DamagedSnapshot, Origin, SnapshotKept, SnapshotsVerified, SourceFile, SourceFileAdded,
};
pub use sources::{SourceAdded, SourceDetail, source_identity};
pub use split::Split;
pub use story::StoryLine;
pub use transact::Act;
pub use undo::Undone;

pub use crate::store::{Access, StoreError, Upgraded, sqlite_version};

use crate::model::people::Handle;
use crate::store::Store;

type Result<T> = std::result::Result<T, DeskError>;

/// A desk: one database file that a team opens.
#[derive(Debug)]
pub struct Desk {
    store: Store,
    /// Who looks; the default reviewer, when nobody is named.
    viewer: Option<Handle>,
}
