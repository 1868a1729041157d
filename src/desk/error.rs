//! What can go wrong on a desk, each as one sentence, with a hint on what to
//! do next.

use crate::extract::ModelError;
use crate::fetch::FetchError;
use crate::gate::PolicyError;
use crate::identity::{self, NotASource};
use crate::ingest::IngestError;
use crate::model::claim::{Claim, Doubt};
use crate::model::ids::{ArticleId, ClaimId, SourceId};
use crate::model::text::Quote;
use crate::model::workflow::NotAStep;
use crate::store::StoreError;

/// Why a use case refused or failed. A refused use case changes nothing.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DeskError {
    /// The database refused or failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// An article could not be read.
    #[error(transparent)]
    Ingest(#[from] IngestError),
    /// A record of a file of claims is none, or can't be taken.
    #[error("{place}: {why}")]
    BadRecord {
        /// Where it stands in the file.
        place: String,
        /// What is wrong with it.
        why: String,
    },
    /// A file of claims can't be read to its end.
    #[error("{0}")]
    UnreadableRecords(String),
    /// Nobody said who acts, and the desk has no default.
    #[error("who acts is not known: the desk has no default reviewer")]
    NoActor,
    /// A name that the desk does not know: a handle, a scale, a rating.
    #[error("there is no {what} “{given}” {place}")]
    UnknownName {
        /// What was named: "reviewer", "scale", "rating".
        what: &'static str,
        /// The name as it was given.
        given: String,
        /// Where it was looked for: "on this desk", "on the scale standard".
        place: String,
        /// The valid name that looks most like it.
        nearest: Option<String>,
        /// The valid names; of many, those most like it.
        valid: Vec<String>,
        /// How many more there are.
        left_out: usize,
    },
    /// A number that the desk does not know.
    #[error("there is no {what} {id} on this desk")]
    UnknownNumber {
        /// What was named: "article", "claim", "source", "flag".
        what: &'static str,
        /// The number as it was given.
        id: i64,
    },
    /// A revision that an article does not have.
    #[error("article {article} has no revision {number}")]
    NoRevision {
        /// The article.
        article: ArticleId,
        /// The number as it was given.
        number: u32,
        /// Its latest revision.
        latest: u32,
    },
    /// No claim's words hold the words it was named by.
    #[error("no claim on this desk holds the words “{0}”")]
    NoClaimWithWords(String),
    /// Several claims hold the words one was named by.
    #[error("{} claims hold the words “{words}”", .candidates.len())]
    SeveralClaimsWithWords {
        /// The words.
        words: String,
        /// The claims that hold them.
        candidates: Vec<Claim>,
    },
    /// The article does not hold the quote.
    #[error("the article does not hold the words “{quote}”")]
    QuoteNotFound {
        /// The quote as it was given.
        quote: String,
        /// The sentences most like it.
        nearest: Vec<Quote>,
    },
    /// The article holds the quote more than once.
    #[error("the words “{quote}” stand at {} places in the article", .candidates.len())]
    QuoteAmbiguous {
        /// The quote as it was given.
        quote: String,
        /// Every place, in the order of the text.
        candidates: Vec<Quote>,
    },
    /// The article holds the quote, but not that often.
    #[error(
        "the words stand in the article {}, so there is no occurrence {wanted}", times(*.found)
    )]
    NoSuchOccurrence {
        /// The occurrence that was asked for, from 1.
        wanted: usize,
        /// How many there are.
        found: usize,
    },
    /// Something with that name is on the desk already.
    #[error("{what} “{name}” is on this desk already")]
    Exists {
        /// What it is: "reviewer", "scale", "the claim".
        what: &'static str,
        /// Its name or number.
        name: String,
    },
    /// A text that must say something says nothing.
    #[error("{0} is empty")]
    Blank(&'static str),
    /// A value that does not fit its field.
    #[error("{0}")]
    Invalid(String),
    /// The state of the thing does not allow the act.
    #[error("{0}")]
    NotNow(String),
    /// A step that a claim's state does not allow.
    #[error("claim {claim} {step}")]
    NotAStep {
        /// The claim.
        claim: ClaimId,
        /// What was to be done, and why it can't.
        step: NotAStep,
    },
    /// A rating that rests on nothing, where the desk asks for something.
    #[error("the rating {rating} on claim {claim} rests on no source with a locator")]
    NoEvidence {
        /// The claim.
        claim: ClaimId,
        /// Slug of the rating.
        rating: String,
    },
    /// A verdict that was to be signed off by who gave it.
    #[error("the verdict on claim {claim} is {editor}'s own, and the desk wants four eyes")]
    FourEyes {
        /// The claim.
        claim: ClaimId,
        /// Handle of who acts.
        editor: String,
    },
    /// Reviewers rated a claim otherwise, and nobody said which rating is meant.
    #[error("the reviewers of claim {claim} disagree")]
    Disagreement {
        /// The claim.
        claim: ClaimId,
        /// Each reviewer with their rating.
        ratings: Vec<String>,
    },
    /// An editor's rating that no reviewer gave, without a reason.
    #[error("no reviewer rated claim {claim} {rating}, so that it takes a reason to rule that")]
    Overrules {
        /// The claim.
        claim: ClaimId,
        /// Name of the rating.
        rating: String,
    },
    /// A claim that the house rules for publication keep back.
    #[error("the house rules keep claim {claim} from being published")]
    KeptBack {
        /// The claim.
        claim: ClaimId,
        /// What stands in the way, each with its rule.
        reasons: Vec<String>,
    },
    /// An act that can't be taken back.
    #[error("what was done last can't be taken back: “{action}”")]
    CantUndo {
        /// What was done.
        action: String,
        /// What to do instead, or why not.
        instead: &'static str,
    },
    /// Something that a rating rests on has changed since.
    #[error("what claim {claim} was rated on has changed since: {}", doubts(.because))]
    Stale {
        /// The claim.
        claim: ClaimId,
        /// What has changed.
        because: Vec<Doubt>,
    },
    /// Nobody has said how the ratings of one scale are said on another.
    #[error("no map says what the ratings of the scale {from} are on the scale {to}")]
    NoCrosswalk {
        /// Slug of the one scale.
        from: String,
        /// Slug of the other.
        to: String,
    },
    /// An act that is not for the role of who acts.
    #[error("only an editor may {what}, and {who} is a checker")]
    NotAllowed {
        /// Handle of who acts.
        who: String,
        /// What was to be done.
        what: &'static str,
    },
    /// The model that sentences are scored by can't be read.
    #[error("{whose} can't be used: {why}")]
    Model {
        /// Which model.
        whose: &'static str,
        /// What is wrong with it.
        why: String,
    },
    /// Bytes that were given as a model are none that can be used.
    #[error(transparent)]
    NotAModel(ModelError),
    /// The desk's own model can't be used with this program.
    #[error("the desk's own model can't be used: {0}")]
    OwnModel(ModelError),
    /// The desk's own policy can't be used with this program.
    #[error("the desk's own policy can't be used: {0}")]
    OwnPolicy(PolicyError),
    /// A page did not come.
    #[error("source {source_id}: {error}")]
    Fetch {
        /// The source.
        source_id: SourceId,
        /// Why it did not.
        error: FetchError,
    },
    /// A text that names no source.
    #[error("“{given}” can't be a source: {why}")]
    NotASource {
        /// The text as it was given.
        given: String,
        /// Why it can't.
        why: NotASource,
    },
}

/// What has changed, in words.
fn doubts(because: &[Doubt]) -> String {
    let words: Vec<&str> = because.iter().map(|doubt| doubt.meaning()).collect();
    words.join("; ")
}

/// How often, in words.
fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}

/// What to do about a record that can't be taken.
const MEND_OR_SKIP: &str =
    "nothing was imported; mend the record, or leave out what can't be taken with --skip-invalid";

impl DeskError {
    /// What to do next, as one or more lines.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Store(error) => error.hint(),
            Self::Ingest(error) => error.hint(),
            Self::BadRecord { .. } => Some(MEND_OR_SKIP.to_owned()),
            Self::UnreadableRecords(_) => Some("nothing was imported".to_owned()),
            Self::NoActor => Some("say who acts with --as HANDLE".to_owned()),
            Self::UnknownName { nearest, valid, left_out, .. } => {
                Some(names_hint(nearest.as_deref(), valid, *left_out))
            }
            Self::UnknownNumber { what: "note", .. } => {
                Some("see `claimdesk claim show N` for the notes on a claim".to_owned())
            }
            Self::UnknownNumber { what: "reply", .. } => {
                Some("see `claimdesk reply list CLAIM` for the replies on a claim".to_owned())
            }
            Self::UnknownNumber { what, .. } => Some(format!("see `claimdesk {what} list`")),
            Self::NoRevision { article, latest, .. } => Some(format!(
                "its latest is {latest}; `claimdesk article show {article}` lists them"
            )),
            Self::NoClaimWithWords(_) => {
                Some("see `claimdesk claim list`, or name the claim by its number".to_owned())
            }
            Self::SeveralClaimsWithWords { candidates, .. } => {
                let lines = candidates.iter().map(|claim| format!("{:>5}  {}", claim.id, claim.words()));
                Some(listed("name one by its number:", lines))
            }
            Self::QuoteNotFound { nearest, .. } if nearest.is_empty() => {
                Some("copy the words from what `claimdesk article export-text N` prints".to_owned())
            }
            Self::QuoteNotFound { nearest, .. } => {
                Some(listed("the nearest sentences are:", nearest.iter().map(in_context)))
            }
            Self::QuoteAmbiguous { candidates, .. } => {
                let lines = candidates
                    .iter()
                    .enumerate()
                    .map(|(index, quote)| format!("{:>3}. {}", index + 1, in_context(quote)));
                Some(listed("pick one with --occurrence N:", lines))
            }
            Self::NoSuchOccurrence { found, .. } => Some(format!("use --occurrence 1 to {found}")),
            Self::OwnModel(_) => Some(
                "go back to the shipped one with `claimdesk model use --shipped`, or train one anew and use it"
                    .to_owned(),
            ),
            Self::OwnPolicy(_) => Some(
                "go back to the standard one with `claimdesk policy reset`, or give the desk another with `claimdesk \
                 policy set FILE`"
                    .to_owned(),
            ),
            Self::Overrules { .. } | Self::Blank("the reason") => {
                Some("give it with --because".to_owned())
            }
            Self::Exists { .. }
            | Self::Blank(_)
            | Self::Invalid(_)
            | Self::NotNow(_)
            | Self::NotAStep { .. }
            | Self::NotAModel(_)
            | Self::Model { .. } => None,
            Self::NoEvidence { .. } => Some(
                "name a source and the place in it with --source and --locator, or say with --no-source why there is \
                 none; `claimdesk config set evidence-required off` lifts the rule"
                    .to_owned(),
            ),
            Self::KeptBack { reasons, .. } => Some(listed(
                "`claimdesk gate` tells how to mend it:",
                reasons.iter().cloned(),
            )),
            Self::CantUndo { instead, .. } => Some((*instead).to_owned()),
            Self::FourEyes { .. } => Some(
                "let another editor sign it off, or lift the rule with `claimdesk config set four-eyes off`"
                    .to_owned(),
            ),
            Self::Disagreement { ratings, .. } => Some(listed(
                "say which one holds with --rating, or --verdict:",
                ratings.iter().cloned(),
            )),
            Self::Stale { claim, because } if because.contains(&Doubt::Verdict) => Some(format!(
                "look at the newer verdict with `claimdesk verdict history {claim}`, and sign it off"
            )),
            Self::Stale { claim, .. } => Some(format!(
                "its reviewer can say that it still holds: `claimdesk verdict reaffirm {claim} --because …`"
            )),
            Self::NoCrosswalk { .. } => Some(
                "write one and declare it with `claimdesk scale map --file FILE`; its --help shows how".to_owned(),
            ),
            Self::NotAllowed { .. } => Some(
                "name an editor with --as; `claimdesk reviewer list` lists them".to_owned(),
            ),
            Self::Fetch { source_id, .. } => Some(format!(
                "nothing was kept; save the page yourself and keep it with `claimdesk source snapshot {source_id} --file FILE`"
            )),
            Self::NotASource { given, .. } => Some(match identity::meant(given) {
                Some(address) => format!("did you mean {address}?"),
                None => "give an http or https address, a DOI (10.1000/182) or an ISBN; what has none of them is added by its title alone: `claimdesk source add --title …`"
                    .to_owned(),
            }),
        }
    }
}

fn names_hint(nearest: Option<&str>, valid: &[String], left_out: usize) -> String {
    let all = match (valid, left_out) {
        ([], _) => "there are none yet".to_owned(),
        (valid, 0) => format!("valid: {}", valid.join(", ")),
        (valid, more) => format!(
            "most like it are {}; there are {more} more",
            valid.join(", ")
        ),
    };
    nearest.map_or(all.clone(), |name| format!("did you mean “{name}”? {all}"))
}

fn listed(head: &str, lines: impl Iterator<Item = String>) -> String {
    const MOST: usize = 10;
    let mut lines: Vec<String> = lines.collect();
    if lines.len() > MOST {
        let more = lines.len() - MOST;
        lines.truncate(MOST);
        lines.push(format!("… and {more} more"));
    }
    format!("{head}\n{}", lines.join("\n"))
}

fn in_context(quote: &Quote) -> String {
    let whole = format!("…{}[{}]{}…", quote.prefix, quote.exact, quote.suffix);
    whole.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl DeskError {
    /// The same error, with what the database reported told as what it means
    /// for the desk at `path`.
    pub(super) fn at(self, path: &std::path::Path) -> Self {
        match self {
            Self::Store(error) => Self::Store(error.at(path)),
            other => other,
        }
    }
}
