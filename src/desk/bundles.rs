//! The history of one claim for somebody outside, such as a lawyer. Editors
//! only: it tells of every verdict, also on a blind desk.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::articles::find_article;
use super::claims::find_claim;
use super::permissions::editor_only;
use super::transact::acting;
use super::{Desk, DeskError, Result};
use crate::interchange::bundle::{
    About, AboutArticle, AboutChain, AboutClaim, BundleError, Files, KeptFile, Line, Person,
    Withheld, bundle,
};
use crate::model::claim::{Claim, ClaimRef};
use crate::model::event::{StoredEvent, SubjectKind};
use crate::model::flag::FlagFilter;
use crate::model::ids::{ArticleId, SourceId};
use crate::model::source::{Source, SourceFilter};
use crate::store::{Reader, Scope, StoreError};

/// Why a line about the claim is not told.
const NOT_PUBLIC: &str = "it tells of a source that is not public, or no longer on the desk";
const CONTACT: &str = "it tells how to reach somebody";

/// Which lines tell of a claim.
struct Concerns {
    subjects: BTreeSet<(&'static str, i64)>,
    /// The sources that everybody may read of; none where all may be told.
    public: Option<BTreeSet<i64>>,
}

impl Concerns {
    fn of(
        reader: &Reader<'_>,
        claim: &Claim,
        cited: &BTreeSet<SourceId>,
        internal: bool,
    ) -> Result<Self> {
        let mut subjects = BTreeSet::from([(SubjectKind::Claim.as_str(), claim.id.0)]);
        let flags = reader.flags(&FlagFilter {
            claim: Some(claim.id),
            ..FlagFilter::default()
        })?;
        subjects.extend(
            flags
                .iter()
                .map(|flag| (SubjectKind::Flag.as_str(), flag.id.0)),
        );
        subjects.extend(
            claim
                .article
                .map(|id| (SubjectKind::Article.as_str(), id.0)),
        );
        subjects.extend(cited.iter().map(|id| (SubjectKind::Source.as_str(), id.0)));
        let public = if internal {
            None
        } else {
            let sources = reader.sources(&SourceFilter::default())?.into_iter();
            Some(
                sources
                    .filter(Source::is_public)
                    .map(|source| source.id.0)
                    .collect(),
            )
        };
        Ok(Self { subjects, public })
    }

    fn is_about(&self, event: &StoredEvent) -> bool {
        let subject = (event.subject_kind.as_str(), event.subject_id);
        self.subjects.iter().any(|known| *known == subject)
    }

    /// Why the line is not to be told, when it isn't.
    fn why_hidden(&self, event: &StoredEvent) -> Option<&'static str> {
        let public = self.public.as_ref()?;
        let values = [&event.before, &event.after].map(|json| {
            let json = json.as_deref().map(serde_json::from_str);
            json.and_then(std::result::Result::ok)
                .unwrap_or(Value::Null)
        });
        let mut sources = BTreeSet::new();
        if event.subject_kind == SubjectKind::Source.as_str() {
            sources.insert(event.subject_id);
        }
        let mut contact = false;
        for value in &values {
            look_for_sources(value, &mut sources, &mut contact);
        }
        if !sources.is_subset(public) {
            Some(NOT_PUBLIC)
        } else if contact {
            Some(CONTACT)
        } else {
            None
        }
    }
}

/// The numbers of the sources that a state tells of, and whether it has a contact.
fn look_for_sources(value: &Value, sources: &mut BTreeSet<i64>, contact: &mut bool) {
    match value {
        Value::Object(fields) => {
            sources.extend(fields.get("source").and_then(Value::as_i64));
            // A source as it is itself.
            if fields.contains_key("identity") {
                sources.extend(fields.get("id").and_then(Value::as_i64));
            }
            *contact |= fields
                .get("contact")
                .is_some_and(|contact| !contact.is_null());
            for value in fields.values() {
                look_for_sources(value, sources, contact);
            }
        }
        Value::Array(items) => {
            for item in items {
                look_for_sources(item, sources, contact);
            }
        }
        _ => {}
    }
}

/// What stands at the end of a file's name, if it is no more than that.
fn ending(file_name: Option<&str>, media_type: &str) -> String {
    let given = file_name
        .and_then(|name| name.rsplit_once('.'))
        .map(|(_, ending)| ending);
    let is_plain = |ending: &&str| {
        (1..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let by_type = match media_type {
        "text/html" => "html",
        "application/pdf" => "pdf",
        media if media.starts_with("text/") => "txt",
        _ => "bin",
    };
    given
        .filter(is_plain)
        .unwrap_or(by_type)
        .to_ascii_lowercase()
}

/// Files that are kept beside the chain, with what each is.
#[derive(Default)]
struct Kept {
    files: Files,
    told: Vec<KeptFile>,
}

impl Kept {
    fn add(&mut self, file: String, what: String, sha256: String, bytes: Vec<u8>) {
        self.files.insert(file.clone(), bytes);
        self.told.push(KeptFile { file, what, sha256 });
    }

    /// Every revision of the article, as it came.
    fn add_article(&mut self, reader: &Reader<'_>, article: ArticleId) -> Result<()> {
        for info in reader.revisions(article)? {
            let Some(revision) = reader.revision(article, Some(info.number))? else {
                continue;
            };
            let bytes = reader.original(revision.id)?.unwrap_or_default();
            let ending = ending(info.file_name.as_deref(), &info.media_type);
            self.add(
                format!("article/revision-{}.{ending}", info.number),
                format!(
                    "revision {} of the article, {}",
                    info.number, info.media_type
                ),
                info.original_sha256,
                bytes,
            );
        }
        Ok(())
    }

    /// Every snapshot of a source.
    fn add_source(&mut self, reader: &Reader<'_>, source: SourceId) -> Result<()> {
        for snapshot in reader.snapshots(source)? {
            let bytes = reader.snapshot_bytes(snapshot.id)?.unwrap_or_default();
            let ending = ending(snapshot.file_name.as_deref(), &snapshot.media_type);
            self.add(
                format!("snapshots/snapshot-{}.{ending}", snapshot.id),
                format!(
                    "source {source} as it was at {}, {}",
                    snapshot.taken_at.to_rfc3339(),
                    snapshot.media_type
                ),
                snapshot.sha256,
                bytes,
            );
        }
        Ok(())
    }
}

/// The sources that a claim's verdicts and evidence cite.
fn cited(reader: &Reader<'_>, claim: &Claim) -> Result<BTreeSet<SourceId>> {
    let evidence = reader.evidence(Scope::Claim(claim.id))?;
    Ok(evidence
        .into_iter()
        .map(|(_, piece)| piece.source)
        .collect())
}

fn about_claim(claim: &Claim) -> AboutClaim {
    AboutClaim {
        number: claim.id,
        uuid: claim.uuid,
        statement: claim.statement.clone(),
        quote: claim.quote.clone(),
        state: claim.state.to_string(),
        rating: claim.rating_label.clone(),
    }
}

fn about_article(reader: &Reader<'_>, id: ArticleId) -> Result<AboutArticle> {
    let article = find_article(reader, id)?;
    let details = article.details;
    Ok(AboutArticle {
        number: article.id,
        title: details.title,
        author: details.author,
        publisher: details.publisher,
        published: details.published.map(|date| date.to_string()),
        url: details.url,
    })
}

/// The people who acted in lines that are told.
fn people(reader: &Reader<'_>, lines: &[Line]) -> Result<Vec<Person>> {
    let acted: BTreeSet<&str> = lines
        .iter()
        .filter_map(Line::told)
        .map(|event| event.actor.as_str())
        .collect();
    let known: BTreeMap<String, Person> = reader
        .reviewers()?
        .into_iter()
        .map(|reviewer| {
            let person = Person {
                handle: reviewer.handle.to_string(),
                name: reviewer.name,
                role: reviewer.role.to_string(),
            };
            (person.handle.clone(), person)
        })
        .collect();
    let known = known
        .into_iter()
        .filter(|(handle, _)| acted.contains(handle.as_str()));
    Ok(known.map(|(_, person)| person).collect())
}

fn not_made(error: &BundleError) -> DeskError {
    DeskError::Invalid(error.to_string())
}

impl Desk {
    /// The whole history of a claim as files that prove themselves: the chain of the
    /// desk, in which only lines about the claim are told, with the article and the
    /// snapshots of sources as they came. Lines about sources that are not public are
    /// told, and their snapshots given, only where `internal` says so. Editors only.
    pub fn audit_bundle(
        &self,
        claim: &ClaimRef,
        internal: bool,
        at: DateTime<Utc>,
    ) -> Result<Files> {
        self.look(|reader| {
            let editor = acting(reader, self.viewer.as_ref())?;
            editor_only(&editor, "hand over the history of a claim")?;
            let claim = find_claim(reader, claim)?;
            let cited = cited(reader, &claim)?;
            let concerns = Concerns::of(reader, &claim, &cited, internal)?;
            let mut lines = Vec::new();
            let mut withheld = Vec::new();
            let chain = reader.chain(|event| {
                let hidden = concerns.is_about(event).then(|| concerns.why_hidden(event));
                lines.push(match hidden {
                    Some(None) => Line::Told(event.clone()),
                    _ => Line::hidden(event),
                });
                withheld.extend(hidden.flatten().map(|why| Withheld {
                    line: event.id,
                    why: why.to_owned(),
                }));
            })?;
            if let Some(bad) = chain.first_bad {
                return Err(StoreError::NotSound {
                    path: self.path().to_owned(),
                    detail: format!("line {} of its history: {}", bad.id, bad.problem),
                }
                .into());
            }
            let ends = AboutChain {
                lines: chain.events,
                root: reader.audit_root()?,
                head: chain.head,
                head_at: reader.audit_line()?.at,
            };
            let article = claim
                .article
                .map(|id| about_article(reader, id))
                .transpose()?;
            let made = (at, editor.handle.to_string());
            let mut about = About::new(made, about_claim(&claim), article, ends);
            about.people = people(reader, &lines)?;
            about.withheld = withheld;
            about.elsewhere = reader.merged_on_claim(claim.id)?;
            let mut kept = Kept::default();
            if let Some(article) = claim.article {
                kept.add_article(reader, article)?;
            }
            for source in cited {
                let is_told = concerns
                    .public
                    .as_ref()
                    .is_none_or(|public| public.contains(&source.0));
                if is_told {
                    kept.add_source(reader, source)?;
                }
            }
            about.kept = kept.told;
            bundle(&about, &lines, kept.files).map_err(|error| not_made(&error))
        })
    }
}
