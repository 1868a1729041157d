//! Gathering what a report says, in a fixed number of queries.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::articles::{find_article, find_revision};
use super::coverage::coverage_of;
use super::look::look;
use super::names::unknown;
use super::scales::ratings_called;
use super::{Desk, Result};
use crate::lint::Rules;
use crate::model::claim::{Claim, ClaimFilter};
use crate::model::flag::{Category, Flag, FlagFilter};
use crate::model::ids::{ArticleId, ClaimId, SourceId};
use crate::model::ruling::{corrections, dissent};
use crate::model::source::SourceFilter;
use crate::report::content::{ArticleReport, ClaimReport};
use crate::report::selection::{Selection, is_called};
use crate::store::{Reader, Scope};

fn by_claim<T>(items: Vec<T>, claim_of: impl Fn(&T) -> ClaimId) -> HashMap<ClaimId, Vec<T>> {
    let mut groups: HashMap<ClaimId, Vec<T>> = HashMap::new();
    for item in items {
        groups.entry(claim_of(&item)).or_default().push(item);
    }
    groups
}

/// The sources that claims cite, each once, in the order of first use.
fn cited(claims: &[ClaimReport]) -> Vec<SourceId> {
    let mut seen = HashSet::new();
    claims
        .iter()
        .flat_map(ClaimReport::all_evidence)
        .map(|evidence| evidence.source)
        .filter(|source| seen.insert(*source))
        .collect()
}

/// The flags of an article that concern its readers: not those that their rules
/// have settled.
fn flags_to_report(reader: &Reader<'_>, article: ArticleId) -> Result<Vec<Flag>> {
    let mut flags = reader.flags(&FlagFilter {
        article: Some(article),
        ..FlagFilter::default()
    })?;
    flags.retain(|flag| !flag.is_settled_by_rule());
    for flag in &mut flags {
        // What to do about what a verdict rests on is for who works on the desk.
        flag.suggestion = flag.suggestion.take().filter(|_| flag.about.is_none());
    }
    Ok(flags)
}

/// The name, where flags of the desk have it as their category, or were raised
/// by the rule of that code or name, or a rule could raise such flags.
fn flags_called(reader: &Reader<'_>, given: &str) -> Result<String> {
    let given = given.trim();
    let flags = reader.flags(&FlagFilter::default())?;
    if given.parse::<Rules>().is_ok() || flags.iter().any(|flag| is_called(flag, given)) {
        return Ok(given.to_owned());
    }
    let own = flags.into_iter().map(|flag| flag.category);
    let valid: BTreeSet<String> = own
        .chain(Category::WORDS.iter().map(|&word| word.to_owned()))
        .collect();
    let valid = valid.into_iter().collect();
    Err(unknown("kind of flag", given, "on this desk", valid))
}

impl Desk {
    /// A selection with the slugs of the ratings that it names, which may be
    /// given by their labels. What it names is known on this desk.
    pub fn selection(&self, asked: Selection) -> Result<Selection> {
        self.look(|reader| {
            let mut ratings = Vec::new();
            for given in &asked.ratings {
                ratings.extend(ratings_called(reader, given)?);
            }
            let mut flags = Vec::new();
            for given in &asked.flags {
                flags.push(flags_called(reader, given)?);
            }
            Ok(Selection {
                ratings,
                flags,
                ..asked
            })
        })
    }

    /// Everything a report of one article says, made at the time given.
    pub fn report(&self, article: ArticleId, at: DateTime<Utc>) -> Result<ArticleReport> {
        let threshold = self.model()?.header().threshold;
        self.look(|reader| {
            let details = find_article(reader, article)?;
            let revision = find_revision(reader, article)?;
            let filter = ClaimFilter {
                article: Some(article),
                ..ClaimFilter::default()
            };
            let (verdicts, evidence) = reader.verdicts(Scope::Article(article))?;
            let mut flags = flags_to_report(reader, article)?;
            for flag in &mut flags {
                // What stood in an earlier revision has no place in this text.
                flag.span = flag.span.filter(|_| flag.revision == Some(revision.number));
            }
            let (on_claims, mut flags): (Vec<Flag>, Vec<Flag>) =
                flags.into_iter().partition(|flag| flag.claim.is_some());
            flags.sort_by_key(|flag| flag.span.map(|span| span.start));
            let mut verdicts = by_claim(verdicts, |verdict| verdict.claim);
            let mut evidence = by_claim(evidence, |piece| piece.claim);
            let mut rulings = by_claim(reader.rulings(Scope::Article(article))?, |ruling| {
                ruling.claim
            });
            let mut replies = by_claim(reader.replies(Scope::Article(article))?, |reply| {
                reply.claim
            });
            let mut on_claims = by_claim(on_claims, |flag| flag.claim.unwrap_or(ClaimId(0)));
            let mut history = by_claim(reader.claim_events(article)?, |event| {
                ClaimId(event.subject_id)
            });
            let claims: Vec<ClaimReport> = reader
                .claims(&filter)?
                .into_iter()
                .map(|claim| Claim {
                    span: claim
                        .span
                        .filter(|_| claim.revision == Some(revision.number)),
                    ..claim
                })
                .map(|claim| ClaimReport {
                    verdicts: verdicts.remove(&claim.id).unwrap_or_default(),
                    evidence: evidence.remove(&claim.id).unwrap_or_default(),
                    flags: on_claims.remove(&claim.id).unwrap_or_default(),
                    history: history.remove(&claim.id).unwrap_or_default(),
                    replies: replies.remove(&claim.id).unwrap_or_default(),
                    rulings: rulings.remove(&claim.id).unwrap_or_default(),
                    corrections: Vec::new(),
                    dissent: Vec::new(),
                    claim,
                })
                .map(|report| ClaimReport {
                    corrections: corrections(&report.rulings),
                    dissent: dissent(&report.verdicts, &report.rulings),
                    ..report
                })
                .collect();
            let mut known: BTreeMap<SourceId, _> = reader
                .sources(&SourceFilter {
                    article: Some(article),
                    ..SourceFilter::default()
                })?
                .into_iter()
                .map(|source| (source.id, source))
                .collect();
            // How to reach a person is for who works on the desk, whoever reads the report.
            let sources = cited(&claims)
                .into_iter()
                .filter_map(|id| known.remove(&id))
                .map(|mut source| {
                    source.details.contact = None;
                    source
                })
                .collect();
            let used: HashSet<&str> = claims
                .iter()
                .flat_map(|claim| claim.verdicts.iter().map(|verdict| verdict.scale.as_str()))
                .collect();
            let scales = reader
                .scales()?
                .into_iter()
                .filter(|scale| used.contains(scale.slug.as_str()))
                .collect();
            Ok(ArticleReport {
                article: details,
                coverage: coverage_of(reader, &revision, threshold)?,
                blocks: reader.blocks(revision.id)?,
                pages: reader.pages(revision.id)?,
                file_name: revision.file_name,
                original_sha256: revision.original_sha256,
                text: revision.text,
                sources,
                scales,
                claims,
                flags,
                ratings: reader.rating_counts(Some(article))?,
                selection: None,
                look: look(reader)?,
                audit_root: reader.audit_root()?,
                generated_at: at,
                audit_head: reader.audit_head()?,
            })
        })
    }
}
