//! The desk's history and its counts.

use chrono::{DateTime, Utc};

use super::{Desk, Result};
use crate::model::event::{AuditHead, AuditResult, Event, KeptHash, Subject};
use crate::model::ids::ArticleId;
use crate::model::stats::Stats;

impl Desk {
    /// Events on a subject, or all; oldest first; with a limit the latest.
    pub fn log(&self, subject: Option<Subject>, limit: Option<u32>) -> Result<Vec<Event>> {
        self.look(|reader| Ok(reader.events(subject, limit)?))
    }

    /// Checks the whole history against its hashes.
    pub fn audit(&self) -> Result<AuditResult> {
        self.look(|reader| Ok(reader.audit()?))
    }

    /// The same, and whether a line has a hash that somebody kept: then nothing up
    /// to that line was changed since.
    pub fn audit_expecting(&self, kept: &KeptHash) -> Result<AuditResult> {
        self.look(|reader| Ok(reader.audit_expecting(kept)?))
    }

    /// The last line of the history, to be kept elsewhere.
    pub fn audit_head(&self) -> Result<AuditHead> {
        self.look(|reader| Ok(reader.audit_line()?))
    }

    /// Counts over one article, or over the whole desk, at a time; where it is
    /// asked for, also how much has been looked at.
    pub fn stats(
        &self,
        article: Option<ArticleId>,
        coverage: bool,
        at: DateTime<Utc>,
    ) -> Result<Stats> {
        let threshold = if coverage {
            Some(self.model()?.header().threshold)
        } else {
            None
        };
        self.look(|reader| {
            if let Some(article) = article {
                super::articles::find_article(reader, article)?;
            }
            Ok(reader.stats(article, threshold, at.date_naive())?)
        })
    }
}
