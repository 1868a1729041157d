//! JSON Schemas of everything that is printed as JSON, made from the types
//! themselves, so that they can't fall behind.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;

use super::table::Cell;
use super::{InFile, Listed, json};
use super::{MatcherMeasured, MatcherTrained, ModelShown, ModelTrained, SettingInForce};
use crate::desk::{
    Agreement, ArchiveMerged, ArticleAdded, ArticleDetail, ArticleDiff, ArticleEdited, BackupMade,
    ClaimDetail, ClaimsImported, Clustered, DeskRestored, FlagInPlace, GateAnswer, Imported,
    Matched, PolicyInForce, Revised, SnapshotKept, SnapshotsVerified, SourceAdded, SourceDetail,
    SourceFileAdded, StoryLine, Undone,
};
use crate::filter::{ShownFinding, ShownSentence};
use crate::interchange::Finding;
use crate::interchange::bundle::BundleChecked;
use crate::lint::Rule;
use crate::model::article::Article;
use crate::model::check::SourceChecked;
use crate::model::claim::Claim;
use crate::model::coverage::Coverage;
use crate::model::crosswalk::Counterpart;
use crate::model::event::{AuditHead, AuditResult, Event};
use crate::model::flag::Flag;
use crate::model::health::Health;
use crate::model::link::Linked;
use crate::model::people::Reviewer;
use crate::model::record::ClaimRecord;
use crate::model::reference::ShownFact;
use crate::model::ruling::Ruling;
use crate::model::scale::Scale;
use crate::model::search::Hit;
use crate::model::snapshot::{PassageChecked, Snapshot};
use crate::model::source::{Evidence, Source};
use crate::model::stats::Stats;
use crate::model::verdict::Verdict;
use crate::model::work::{Comment, Reply};
use crate::report::content::ArticleReport;

/// A schema, by the name it is asked for, with what is printed so.
struct Named {
    name: &'static str,
    printed_by: &'static str,
    make: fn(SchemaGenerator) -> Schema,
}

macro_rules! named {
    ($($name:literal $of:ty: $printed_by:literal,)+) => {
        &[$(Named {
            name: $name,
            printed_by: $printed_by,
            make: SchemaGenerator::into_root_schema_for::<$of>,
        }),+]
    };
}

const SCHEMAS: &[Named] = named![
    "agreement" Agreement: "verdict agreement",
    "archive-merged" ArchiveMerged: "import, of an archive",
    "article" Article: "article list",
    "article-added" ArticleAdded: "article add",
    "article-detail" ArticleDetail: "article show",
    "article-diff" ArticleDiff: "article diff",
    "article-edited" ArticleEdited: "article edit",
    "article-revised" Revised: "article revise",
    "audit" AuditResult: "audit verify",
    "audit-checked" BundleChecked: "audit check",
    "audit-head" AuditHead: "audit head",
    "backup" BackupMade: "backup",
    "claim" Claim: "claim list, claim add and what else changes claims",
    "claim-detail" ClaimDetail: "claim show",
    "cluster" Clustered: "match --clusters",
    "comment" Comment: "comment add, comment list",
    "coverage" Coverage: "coverage",
    "crosswalk" Counterpart: "scale map",
    "error" json::Told<'static>: "every command that fails, on standard error",
    "event" Event: "log",
    "evidence" Evidence: "evidence add, evidence remove",
    "extract" ShownSentence: "extract",
    "fact" ShownFact: "reference list, reference show",
    "flag" Flag: "flag add, flag resolve",
    "flag-in-place" FlagInPlace: "flag list, lint N",
    "gate" GateAnswer: "gate",
    "health" Health: "doctor",
    "import" ClaimsImported: "import",
    "link" Linked: "claim link, claim unlink",
    "lint" ShownFinding: "lint FILE",
    "match" Matched: "match",
    "matcher-measured" MatcherMeasured: "model evaluate --matching",
    "matcher-trained" MatcherTrained: "model train --matching",
    "model" ModelShown: "model show",
    "model-trained" ModelTrained: "model train",
    "passage" PassageChecked: "evidence verify",
    "policy" PolicyInForce: "policy show",
    "record" ClaimRecord: "export --format jsonl",
    "reply" Reply: "reply add, reply list",
    "report" ArticleReport: "report --format json",
    "restore" DeskRestored: "restore",
    "reviewer" Reviewer: "reviewer list",
    "rule" Rule: "lint --list",
    "ruling" Ruling: "ruling list",
    "scale" Scale: "scale list, scale show",
    "search" Hit: "search",
    "setting" SettingInForce: "config list",
    "snapshot" Snapshot: "source show, for its snapshots",
    "snapshot-kept" SnapshotKept: "source snapshot",
    "snapshots-verified" SnapshotsVerified: "source verify",
    "source" Source: "source list",
    "source-added" SourceAdded: "source add",
    "source-checked" SourceChecked: "source check",
    "source-detail" SourceDetail: "source show",
    "source-file-added" SourceFileAdded: "source add FILE",
    "source-imported" Imported: "source import",
    "stats" Stats: "stats",
    "story" StoryLine: "claim history",
    "undone" Undone: "undo",
    "validate" InFile<Finding>: "validate",
    "verdict" Verdict: "verdict add, verdict history",
];

/// A schema as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct SchemaName {
    /// What it is asked for by.
    pub(crate) name: &'static str,
    /// The commands that print what it describes.
    printed_by: &'static str,
}

impl Listed for SchemaName {
    const COLUMNS: &'static [&'static str] = &["schema", "describes what is printed by"];

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::text(self.name), Cell::text(self.printed_by)]
    }
}

/// Every schema that there is.
pub(crate) fn schema_names() -> Vec<SchemaName> {
    let name = |named: &Named| SchemaName {
        name: named.name,
        printed_by: named.printed_by,
    };
    SCHEMAS.iter().map(name).collect()
}

/// The schema of that name: JSON Schema 2020-12 of one thing; where a command
/// prints a list, of what stands in it.
pub(crate) fn schema(name: &str) -> Option<Schema> {
    let named = SCHEMAS.iter().find(|named| named.name == name)?;
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = (named.make)(settings.into_generator());
    schema.insert(
        "$id".to_owned(),
        format!("urn:claimdesk:schema:{}", named.name).into(),
    );
    schema.insert(
        "title".to_owned(),
        format!("What claimdesk prints for {}", named.printed_by).into(),
    );
    Some(schema)
}
