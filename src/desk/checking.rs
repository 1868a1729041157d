//! Sources asked for on the web: kept as they are now, and held against what
//! they were. The network is only ever touched by a [`Fetcher`] that somebody
//! hands over.

use chrono::{DateTime, Utc};

use super::snapshots::{Origin, ReadFile, SnapshotKept, SourceFile, newly_doubted};
use super::sources::find_source;
use super::transact::{Act, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::fetch::{FetchError, Fetched, Fetcher, Known};
use crate::identity::{sha256, web_address};
use crate::ingest::read_kept;
use crate::model::check::{CheckOutcome, SourceCheck, SourceChecked};
use crate::model::event::{Action, SubjectKind};
use crate::model::ids::SourceId;
use crate::model::snapshot::Snapshot;
use crate::model::source::{Source, SourceFilter};
use crate::text::likeness::likeness;

/// What is to be asked for, and what is known of it.
struct Question {
    source: Source,
    url: String,
    latest: Option<Snapshot>,
}

impl Question {
    /// The conditions under which a server need not send the page again.
    fn known(&self) -> Known {
        let latest = self.latest.as_ref();
        let headers = latest.and_then(|latest| latest.headers.as_ref());
        let told = |name: &str| headers.and_then(|headers| headers.get(name)).cloned();
        Known {
            etag: told("etag"),
            last_modified: told("last-modified"),
        }
    }
}

/// What a page that came tells of a source.
fn outcome(question: &Question, fetched: &Fetched, likeness: Option<f64>) -> CheckOutcome {
    let elsewhere = web_address(&fetched.url).ok() != web_address(&question.url).ok();
    match likeness {
        None => CheckOutcome::First,
        Some(likeness) if likeness < 1.0 => CheckOutcome::Changed,
        Some(_) if fetched.moved && elsewhere => CheckOutcome::Moved,
        Some(_) => CheckOutcome::Unchanged,
    }
}

impl Desk {
    /// The sources on the web that were not checked since a time: those given,
    /// or all.
    pub fn sources_to_check(
        &self,
        given: &[SourceId],
        since: Option<DateTime<Utc>>,
    ) -> Result<Vec<SourceId>> {
        self.look(|reader| {
            let sources = if given.is_empty() {
                reader.sources(&SourceFilter::default())?
            } else {
                let found = given.iter().map(|id| find_source(reader, *id));
                found.collect::<Result<_>>()?
            };
            let mut ids = Vec::new();
            for source in sources.iter().filter(|source| source.url.is_some()) {
                let last = reader.latest_check(source.id)?;
                let fresh = last.zip(since).is_some_and(|(last, since)| {
                    last.checked_at >= since && last.outcome != CheckOutcome::Unreachable
                });
                if !fresh {
                    ids.push(source.id);
                }
            }
            Ok(ids)
        })
    }

    /// Fetches a source and keeps it as a snapshot. Where the server says that
    /// nothing has changed, the latest snapshot stands.
    pub fn fetch_snapshot(
        &mut self,
        act: &Act,
        id: SourceId,
        fetcher: &mut Fetcher,
    ) -> Result<SnapshotKept> {
        let failed = |error| DeskError::Fetch {
            source_id: id,
            error,
        };
        let question = self.question(id)?;
        let came = fetcher
            .fetch(&question.url, &question.known())
            .map_err(failed)?;
        if let (true, Some(snapshot)) = (came.is_unchanged(), question.latest) {
            return Ok(SnapshotKept {
                snapshot,
                existed: true,
                problem: None,
                in_doubt: Vec::new(),
            });
        }
        if !came.is_page() {
            return Err(failed(FetchError::Status(came.status)));
        }
        self.keep_snapshot(act, id, &as_file(&came))
    }

    /// Asks for a source again and records what has become of it. What it says
    /// now is kept as a snapshot where it is something else.
    pub fn check_source(
        &mut self,
        act: &Act,
        id: SourceId,
        fetcher: &mut Fetcher,
    ) -> Result<SourceChecked> {
        let question = self.question(id)?;
        let answer = fetcher.fetch(&question.url, &question.known());
        let mut check = SourceCheck {
            source: id,
            outcome: CheckOutcome::Unreachable,
            status: answer.as_ref().ok().map(|came| came.status),
            url: answer.as_ref().ok().map(|came| came.url.clone()),
            likeness: None,
            problem: None,
            checked_at: act.at,
        };
        match answer {
            Err(error) => check.problem = Some(error.to_string()),
            Ok(came) if came.is_unchanged() => {
                check.outcome = CheckOutcome::Unchanged;
                check.likeness = Some(1.0);
            }
            Ok(came) if came.is_gone() => check.outcome = CheckOutcome::Gone,
            Ok(came) if came.is_page() => {
                let file = as_file(&came);
                let read = ReadFile::of(&file);
                check.likeness = self.likeness(&question, &read)?;
                check.outcome = outcome(&question, &came, check.likeness);
                return self.record(act, &question.source, check, Some(&read));
            }
            Ok(came) => {
                check.problem = Some(FetchError::Status(came.status).to_string());
            }
        }
        self.record(act, &question.source, check, None)
    }

    /// How like what a page says is to the latest snapshot; none where there is
    /// no snapshot.
    fn likeness(&self, question: &Question, now: &ReadFile<'_>) -> Result<Option<f64>> {
        let Some(latest) = &question.latest else {
            return Ok(None);
        };
        if latest.sha256 == sha256(now.file.bytes) {
            return Ok(Some(1.0));
        }
        let bytes = self.look(|reader| Ok(reader.snapshot_bytes(latest.id)?))?;
        let name = latest.file_name.as_deref().unwrap_or_default();
        let then = read_kept(name, &bytes.unwrap_or_default(), Some(&latest.media_type));
        Ok(Some(match (&then.content, &now.read.content) {
            (Some(then), Some(now)) => likeness(then, now),
            _ => 0.0,
        }))
    }

    fn record(
        &mut self,
        act: &Act,
        source: &Source,
        check: SourceCheck,
        page: Option<&ReadFile<'_>>,
    ) -> Result<SourceChecked> {
        let keep = matches!(check.outcome, CheckOutcome::First | CheckOutcome::Changed);
        let page = page.filter(|_| keep);
        self.transact(act, |change| {
            let doubted = change.writer.doubted_on(source.id)?;
            change.writer.insert_check(change.actor.id, &check)?;
            let (kind, uuid) = (SubjectKind::Source, source.uuid);
            let checked = event(Action::SourceCheck, kind, source.id.0, uuid).after(state(&check)?);
            let kept = page.map(|read| read.keep(change, source)).transpose()?;
            let (kept, events) = kept.unzip();
            let events: Option<Vec<_>> = events;
            Ok(Done {
                value: SourceChecked {
                    source_name: source.name().to_owned(),
                    snapshot: kept.map(|kept| kept.snapshot.id),
                    check,
                    in_doubt: newly_doubted(change, source.id, &doubted)?,
                },
                events: std::iter::once(checked)
                    .chain(events.into_iter().flatten())
                    .collect(),
            })
        })
    }

    fn question(&self, id: SourceId) -> Result<Question> {
        self.look(|reader| {
            let source = find_source(reader, id)?;
            let Some(url) = source.url.clone() else {
                return Err(DeskError::NotNow(format!(
                    "source {id} has no address on the web; give it one with `claimdesk source edit {id} --also URL`"
                )));
            };
            let latest = reader.snapshots(id)?.pop();
            Ok(Question {
                source,
                url,
                latest,
            })
        })
    }
}

fn as_file(fetched: &Fetched) -> SourceFile<'_> {
    SourceFile {
        bytes: &fetched.bytes,
        name: None,
        taken_at: None,
        origin: Some(Origin {
            url: fetched.url.clone(),
            status: fetched.status,
            headers: fetched.headers.clone(),
        }),
    }
}
