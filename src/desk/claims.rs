//! Claims: found, added by hand, restated, dismissed.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::articles::find_revision;
use super::links::links_of;
use super::names::{filled, not_blank};
use super::scales::rating_called;
use super::split::statements;
use super::transact::{Act, Done, event, reviewer_named, state};
use super::{Desk, DeskError, Result};
use crate::extract::pronoun_of;
use crate::model::claim::{
    AssignedTo, Claim, ClaimEdit, ClaimFilter, ClaimOrigin, ClaimRef, ClaimState, NewClaim,
};
use crate::model::event::{Action, SubjectKind};
use crate::model::flag::{Flag, FlagFilter};
use crate::model::ids::{ArticleId, ClaimId, VerdictId};
use crate::model::link::Linked;
use crate::model::note::Note;
use crate::model::publication::{Appearance, Publication};
use crate::model::ruling::{PublicCorrection, Ruling, corrections, dissent};
use crate::model::sentence::StatementPart;
use crate::model::source::Evidence;
use crate::model::text::{Block, Quote, Span};
use crate::model::verdict::Verdict;
use crate::model::work::{Comment, Reply};
use crate::store::{Reader, Scope};
use crate::text::anchor;
use crate::text::sentences::sentences;

/// How many sentences are shown for a quote that the article does not hold.
const MOST_NEAREST: usize = 3;

/// What is read from the text of a claim, or follows from its verdicts and
/// assignments, and is not said by who changes it.
const NOT_SAID: [&str; 15] = [
    "sentence",
    "dates",
    "quantities",
    "names",
    "quotations",
    "attributions",
    "repeats",
    "rating",
    "rating_label",
    "rating_tone",
    "stale",
    "stale_because",
    "hidden",
    "decided_at",
    "assigned",
];

/// A claim that a person adds.
#[derive(Debug, Clone)]
pub struct ClaimToAdd {
    /// Words of the article.
    pub quote: String,
    /// Which of several places is meant, from 1.
    pub occurrence: Option<usize>,
    /// The claim restated; the quote itself when nobody has restated it.
    pub statement: Option<String>,
    /// Who made it.
    pub claimant: Option<String>,
    /// Tags.
    pub topics: Vec<String>,
}

/// A claim with all that is known about it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ClaimDetail {
    /// The claim.
    #[serde(flatten)]
    pub claim: Claim,
    /// Its verdicts, oldest first, each with its evidence.
    pub verdicts: Vec<Verdict>,
    /// What editors did about it, oldest first.
    pub rulings: Vec<Ruling>,
    /// The public corrections of its ruling, oldest first.
    pub corrections: Vec<PublicCorrection>,
    /// The verdicts that stand and don't bear the rating that the desk rules.
    pub dissent: Vec<VerdictId>,
    /// Evidence added outside any verdict.
    pub evidence: Vec<Evidence>,
    /// Flags on it.
    pub flags: Vec<Flag>,
    /// Remarks on it, oldest first.
    pub comments: Vec<Comment>,
    /// Who was asked about it, and what came of that, oldest first.
    pub replies: Vec<Reply>,
    /// Where it was made, as the file says that it came in.
    pub appearances: Vec<Appearance>,
    /// The page that its check was published on, as far as a file told.
    pub publication: Option<Publication>,
    /// The earlier claims that it is linked to.
    pub earlier: Vec<Linked>,
    /// The claims that are linked to it.
    pub later: Vec<Linked>,
    /// The writer's notes on the sentences it stands in.
    pub notes: Vec<Note>,
    /// The page of the original it begins on, where that has pages.
    pub page: Option<u32>,
    /// A pronoun that its statement still begins with, and that only other
    /// sentences explain.
    pub pronoun: Option<String>,
    /// The statements that its words make, where they make several.
    pub parts: Vec<StatementPart>,
}

impl ClaimDetail {
    /// Whether a verdict stands and doesn't bear the rating that the desk rules.
    pub fn dissents(&self, verdict: &Verdict) -> bool {
        self.dissent.contains(&verdict.id)
    }
}

/// The claim that a person means, or the error that says why it is unclear.
pub(super) fn find_claim(reader: &Reader<'_>, named: &ClaimRef) -> Result<Claim> {
    match named {
        ClaimRef::Number(id) => reader.claim(*id)?.ok_or(DeskError::UnknownNumber {
            what: "claim",
            id: id.0,
        }),
        ClaimRef::Words(words) => {
            let words = not_blank("the claim's name", words)?;
            let mut candidates = reader.claims_with_words(words)?;
            match candidates.len() {
                0 => Err(DeskError::NoClaimWithWords(words.to_owned())),
                1 => Ok(candidates.remove(0)),
                _ => Err(DeskError::SeveralClaimsWithWords {
                    words: words.to_owned(),
                    candidates,
                }),
            }
        }
    }
}

/// The claim as it stands after a change.
pub(super) fn claim_again(reader: &Reader<'_>, id: ClaimId) -> Result<Claim> {
    find_claim(reader, &ClaimRef::Number(id))
}

/// The one place of a quote in a text: nobody guesses where words stand.
pub(super) fn locate(text: &str, quote: &str, occurrence: Option<usize>) -> Result<Quote> {
    let quote = not_blank("the quote", quote)?;
    let found = anchor::find(text, quote).into_iter();
    let mut candidates: Vec<Quote> = found.map(|found| found.quote).collect();
    match (candidates.len(), occurrence) {
        (0, _) => Err(DeskError::QuoteNotFound {
            quote: quote.to_owned(),
            nearest: anchor::nearest(text, quote, MOST_NEAREST),
        }),
        (found, Some(wanted)) if wanted == 0 || wanted > found => {
            Err(DeskError::NoSuchOccurrence { wanted, found })
        }
        (_, Some(wanted)) => Ok(candidates.swap_remove(wanted - 1)),
        (1, None) => Ok(candidates.remove(0)),
        (_, None) => Err(DeskError::QuoteAmbiguous {
            quote: quote.to_owned(),
            candidates,
        }),
    }
}

fn topics(given: &[String]) -> Result<Vec<String>> {
    given
        .iter()
        .map(|topic| Ok(not_blank("the topic", topic)?.to_owned()))
        .collect()
}

/// A claim as its events keep it: without what its words name, which the words
/// tell by themselves.
fn told(claim: &Claim) -> Result<Value> {
    let mut told = state(claim)?;
    if let Value::Object(fields) = &mut told {
        fields.retain(|name, _| !NOT_SAID.contains(&name.as_str()));
    }
    Ok(told)
}

/// What a change of one claim gives back, with its event.
fn changed(action: Action, before: &Claim, after: Claim) -> Result<Done<Claim>> {
    let event = event(action, SubjectKind::Claim, after.id.0, after.uuid)
        .before(told(before)?)
        .after(told(&after)?);
    Ok(Done::with(after, event))
}

impl Desk {
    /// Adds a claim that a person found in an article, at its exact words.
    pub fn add_claim(&mut self, act: &Act, article: ArticleId, new: &ClaimToAdd) -> Result<Claim> {
        self.transact(act, |change| {
            let revision = find_revision(change.writer, article)?;
            let anchor = locate(&revision.text, &new.quote, new.occurrence)?;
            let standing = change.writer.claims(&ClaimFilter {
                article: Some(article),
                all: true,
                ..ClaimFilter::default()
            })?;
            if let Some(same) = standing
                .iter()
                .find(|claim| claim.span == Some(anchor.span))
            {
                return Err(DeskError::Exists {
                    what: "the claim",
                    name: same.id.to_string(),
                });
            }
            let claim = NewClaim {
                statement: filled(new.statement.as_deref()).unwrap_or_else(|| anchor.exact.clone()),
                anchor,
                claimant: filled(new.claimant.as_deref()),
                state: ClaimState::ToCheck,
                origin: ClaimOrigin::Added,
                score: None,
                reasons: Vec::new(),
                topics: topics(&new.topics)?,
            };
            let id = change.writer.insert_claim(
                article,
                revision.id,
                &claim,
                change.uuid(),
                change.at,
            )?;
            let claim = claim_again(change.writer, id)?;
            let event =
                event(Action::ClaimAdd, SubjectKind::Claim, id.0, claim.uuid).after(told(&claim)?);
            Ok(Done::with(claim, event))
        })
    }

    /// Restates a claim, or changes its claimant or topics.
    pub fn edit_claim(&mut self, act: &Act, claim: &ClaimRef, edit: &ClaimEdit) -> Result<Claim> {
        self.transact(act, |change| {
            let before = find_claim(change.writer, claim)?;
            if let Some(statement) = &edit.statement {
                change
                    .writer
                    .set_statement(before.id, not_blank("the statement", statement)?)?;
            }
            if let Some(name) = &edit.claimant {
                let claimant = match filled(Some(name)) {
                    Some(name) => Some(change.writer.claimant(&name, change.uuid(), change.at)?),
                    None => None,
                };
                change.writer.set_claimant(before.id, claimant)?;
            }
            change
                .writer
                .add_topics(before.id, &topics(&edit.add_topics)?)?;
            change
                .writer
                .remove_topics(before.id, &edit.remove_topics)?;
            let after = claim_again(change.writer, before.id)?;
            if after == before {
                return Ok(Done::unchanged(after));
            }
            changed(Action::ClaimEdit, &before, after)
        })
    }

    /// The claims that a filter lets through, in the order of the articles.
    pub fn claims(&self, filter: &ClaimFilter) -> Result<Vec<Claim>> {
        self.look(|reader| {
            if let Some(article) = filter.article {
                super::articles::find_article(reader, article)?;
            }
            if let Some(words) = &filter.mentions {
                not_blank("the name", words)?;
            }
            if let Some(AssignedTo::Reviewer(handle)) = &filter.assigned {
                reviewer_named(reader, handle.as_str())?;
            }
            let rating = filter.rating.as_deref();
            let filter = ClaimFilter {
                rating: rating
                    .map(|given| rating_called(reader, given))
                    .transpose()?,
                ..filter.clone()
            };
            Ok(reader.claims(&filter)?)
        })
    }

    /// One claim with its verdicts, evidence, flags, comments and replies.
    pub fn claim(&self, claim: &ClaimRef) -> Result<ClaimDetail> {
        self.look(|reader| {
            let claim = find_claim(reader, claim)?;
            let id = claim.id;
            let (verdicts, evidence) = reader.verdicts(Scope::Claim(claim.id))?;
            let flags = reader.flags(&FlagFilter {
                claim: Some(claim.id),
                ..FlagFilter::default()
            })?;
            let comments = reader.comments(Scope::Claim(claim.id))?;
            let replies = reader.replies(Scope::Claim(claim.id))?;
            let (notes, page) = hung_on(reader, &claim)?;
            let rulings = reader.rulings(Scope::Claim(claim.id))?;
            let (earlier, later) = links_of(reader, claim.id)?;
            Ok(ClaimDetail {
                corrections: corrections(&rulings),
                dissent: dissent(&verdicts, &rulings),
                rulings,
                pronoun: pronoun_of(&claim.statement).map(str::to_owned),
                parts: statements(&claim),
                claim,
                verdicts,
                evidence,
                flags,
                comments,
                replies,
                appearances: reader.appearances(id)?,
                publication: reader.publication(id)?,
                earlier,
                later,
                notes,
                page,
            })
        })
    }
}

/// The writer's notes on the sentences that a claim stands in, and the page
/// it begins on.
fn hung_on(reader: &Reader<'_>, claim: &Claim) -> Result<(Vec<Note>, Option<u32>)> {
    let (Some(article), Some(span)) = (claim.article, claim.span) else {
        return Ok((Vec::new(), None));
    };
    let Some(revision) = reader.revision(article, claim.revision)? else {
        return Ok((Vec::new(), None));
    };
    let blocks = reader.blocks(revision.id)?;
    let around: Vec<Block> = blocks
        .into_iter()
        .filter(|block| block.span.overlaps(span))
        .collect();
    let touched: Vec<Span> = sentences(&revision.text, &around)
        .into_iter()
        .map(|sentence| sentence.span)
        .filter(|sentence| sentence.overlaps(span))
        .collect();
    let start = touched.first().map_or(span.start, |first| first.start);
    let end = touched.last().map_or(span.end, |last| last.end);
    let notes = reader.notes_within(revision.id, Span::new(start, end))?;
    Ok((notes, reader.page_at(revision.id, span.start)?))
}
