//! The rules that are held against each claim.

use super::publishers::{Published, publishers};
use super::{Blocker, ClaimFacts, Decided, Facts, FourEyes, GateRule, Rule, SourceFacts};
use crate::model::claim::{ClaimState, Doubt};
use crate::model::ids::ClaimId;
use crate::model::scale::Tone;
use crate::model::source::SourceKind;

/// What the rules find on a claim, in their order. Rules that look at verdicts
/// and rulings find nothing where these are hidden; that is told instead.
pub(super) fn blockers(rules: &[Rule], claim: &ClaimFacts, facts: &Facts) -> Vec<Blocker> {
    let can_tell = |rule: &&Rule| !claim.hidden || !rule.looks_at_verdicts();
    let mut found: Vec<Blocker> = rules
        .iter()
        .filter(can_tell)
        .flat_map(|rule| found_by(*rule, claim, facts))
        .collect();
    if claim.hidden && rules.iter().any(|rule| rule.looks_at_verdicts()) {
        found.push(blind(claim.claim));
    }
    for blocker in &mut found {
        blocker.claim = Some(claim.claim);
    }
    found
}

impl Rule {
    /// Whether it is held against verdicts, rulings or what they rest on.
    fn looks_at_verdicts(self) -> bool {
        match self {
            Self::OpenFlags(_) | Self::Decided(_) | Self::Coverage(_) | Self::FactCoverage(_) => {
                false
            }
            Self::Fresh
            | Self::PrimarySource
            | Self::IndependentPublishers(_)
            | Self::Snapshots
            | Self::FourEyes(_)
            | Self::Reply
            | Self::SignOffsRequired(_)
            | Self::SignOffsAgreeing { .. } => true,
        }
    }
}

fn found_by(rule: Rule, claim: &ClaimFacts, facts: &Facts) -> Vec<Blocker> {
    let found = match rule {
        Rule::OpenFlags(least) => {
            let on_it = facts
                .flags
                .iter()
                .filter(|flag| flag.claim == Some(claim.claim) && flag.severity >= least);
            return on_it.map(Blocker::of_flag).collect();
        }
        Rule::Snapshots => return snapshots(claim, facts),
        Rule::Decided(claims) => decided(claim, claims),
        Rule::Fresh => fresh(claim),
        Rule::PrimarySource => primary_source(claim, facts),
        Rule::IndependentPublishers(wanted) => independent_publishers(claim, facts, wanted),
        Rule::FourEyes(FourEyes::Auto) if !facts.four_eyes => None,
        Rule::FourEyes(_) => four_eyes(claim),
        Rule::Reply => reply(claim),
        Rule::SignOffsRequired(required) => sign_offs_required(claim, required),
        Rule::SignOffsAgreeing { agreeing, of } => sign_offs_agreeing(claim, agreeing, of),
        Rule::Coverage(_) | Rule::FactCoverage(_) => None,
    };
    found.into_iter().collect()
}

fn blind(claim: ClaimId) -> Blocker {
    Blocker::new(
        GateRule::Blind,
        format!(
            "the verdicts on claim {claim} are hidden from you, so that the other rules can't be held against it"
        ),
        format!(
            "give your own with `claimdesk verdict add {claim} RATING --because REASON`, or ask an editor"
        ),
    )
}

fn decided(claim: &ClaimFacts, claims: Decided) -> Option<Blocker> {
    let id = claim.claim;
    let judge = format!("judge it with `claimdesk verdict add {id} RATING --because REASON`");
    let (message, hint) = match claim.state {
        ClaimState::Extracted if claims == Decided::Accepted => return None,
        ClaimState::Extracted => (
            "was offered, and nobody has looked at it",
            format!("{judge}, or dismiss it with `claimdesk claim dismiss {id} --because REASON`"),
        ),
        ClaimState::ToCheck => ("is to be checked, and has no verdict", judge),
        ClaimState::InReview => (
            "has a verdict, and no ruling",
            format!("an editor rules on it with `claimdesk ruling sign-off {id}`"),
        ),
        ClaimState::Decided | ClaimState::Published | ClaimState::Dismissed => return None,
    };
    let message = format!("claim {id} {message}");
    Some(Blocker::new(GateRule::Decided, message, hint))
}

fn fresh(claim: &ClaimFacts) -> Option<Blocker> {
    let id = claim.claim;
    if claim.stale_because.is_empty() {
        return None;
    }
    let changed: Vec<&str> = claim
        .stale_because
        .iter()
        .map(|doubt| told(*doubt, claim.gone))
        .collect();
    let of_ruling = claim.stale_because.contains(&Doubt::Verdict);
    let hint = match (of_ruling, claim.state) {
        _ if claim.gone && claim.stale_because.contains(&Doubt::Words) => format!(
            "say that its words were cut with `claimdesk claim anchor {id} --cut`, or where they stand now with `--quote WORDS` instead"
        ),
        (true, ClaimState::Published) => {
            format!("an editor corrects it with `claimdesk ruling correct {id} --because REASON`")
        }
        (true, _) => format!("an editor rules on it anew with `claimdesk ruling sign-off {id}`"),
        (false, _) => format!(
            "give a new verdict, or say that the old one holds with `claimdesk verdict reaffirm {id} --because REASON`"
        ),
    };
    let message = format!("claim {id} is stale: {}", changed.join(", and "));
    Some(Blocker::new(GateRule::Fresh, message, hint))
}

/// What has changed, in plain words.
fn told(doubt: Doubt, gone: bool) -> &'static str {
    match doubt {
        Doubt::Words if gone => "its words are not found in the article any more",
        Doubt::Words => "its words have changed since it was judged",
        Doubt::Scale => "its rating means something else since it was given",
        Doubt::Gone => "a source is no longer there",
        Doubt::Snapshot => "a source has changed since it was cited",
        Doubt::Earlier => "the earlier check that it takes over finds otherwise by now",
        Doubt::Verdict => "who gave the verdict that it was ruled by holds it no longer",
    }
}

/// The sources of a claim whose rating has a place on the scale.
fn sources_of_rating<'f>(claim: &ClaimFacts, facts: &'f Facts) -> Option<Vec<&'f SourceFacts>> {
    claim.rated.as_ref().filter(|rated| rated.on_scale)?;
    let sources = claim.sources.iter();
    Some(sources.filter_map(|id| facts.sources.get(id)).collect())
}

fn primary_source(claim: &ClaimFacts, facts: &Facts) -> Option<Blocker> {
    let id = claim.claim;
    let sources = sources_of_rating(claim, facts)?;
    let is_primary = |source: &&SourceFacts| source.kind == Some(SourceKind::Primary);
    if sources.iter().any(is_primary) {
        return None;
    }
    let message = if sources.is_empty() {
        format!("claim {id} rests on no source, and a primary one is wanted")
    } else {
        format!("claim {id} rests on no primary source")
    };
    let hint = format!(
        "cite one with `claimdesk evidence add {id} SOURCE --kind primary --stance STANCE`"
    );
    Some(Blocker::new(GateRule::PrimarySource, message, hint))
}

fn independent_publishers(claim: &ClaimFacts, facts: &Facts, wanted: u32) -> Option<Blocker> {
    let id = claim.claim;
    let sources = sources_of_rating(claim, facts)?;
    let published: Vec<Published<'_>> = sources
        .iter()
        .map(|source| Published {
            publisher: source.publisher.as_deref(),
            url: source.url.as_deref(),
        })
        .collect();
    let found = publishers(&published);
    if reached(found.len(), wanted) {
        return None;
    }
    let known = match (sources.len(), found.as_slice()) {
        (0, _) => format!("claim {id} rests on no source"),
        (_, []) => format!("claim {id} rests on sources of which no publisher is known"),
        (_, [one]) => format!("claim {id} rests on one publisher, {one}"),
        (_, several) => {
            format!(
                "claim {id} rests on {} publishers, {}",
                several.len(),
                several.join(", ")
            )
        }
    };
    let hint = format!(
        "cite another publisher's with `claimdesk evidence add {id} SOURCE --publisher NAME --stance STANCE`"
    );
    let message = format!("{known}, where {}", are_wanted(wanted));
    Some(Blocker::new(GateRule::IndependentPublishers, message, hint))
}

fn snapshots(claim: &ClaimFacts, facts: &Facts) -> Vec<Blocker> {
    let cited = claim
        .sources
        .iter()
        .filter_map(|id| Some((*id, facts.sources.get(id)?)));
    let bare = cited.filter(|(_, source)| source.url.is_some() && !source.snapshot);
    bare.map(|(id, source)| Blocker {
        source: Some(id),
        ..Blocker::new(
            GateRule::Snapshots,
            format!(
                "claim {} cites source {id} without a snapshot: {}",
                claim.claim, source.name
            ),
            format!("`claimdesk source show {id}` shows the source and where it is cited"),
        )
    })
    .collect()
}

fn four_eyes(claim: &ClaimFacts) -> Option<Blocker> {
    let id = claim.claim;
    let ruled_by = claim
        .ruled_by
        .as_ref()
        .filter(|ruled_by| !ruled_by.four_eyes())?;
    let hint = match claim.state {
        ClaimState::Published => {
            format!(
                "it is public; another editor can correct it with `claimdesk ruling correct {id} --because REASON --as HANDLE`"
            )
        }
        _ => format!("another editor signs off with `claimdesk ruling sign-off {id} --as HANDLE`"),
    };
    let message = format!(
        "claim {id} was judged by {}, and nobody else has ruled on it",
        ruled_by.reviewer
    );
    Some(Blocker::new(GateRule::FourEyes, message, hint))
}

fn reply(claim: &ClaimFacts) -> Option<Blocker> {
    let id = claim.claim;
    let rated = claim.rated.as_ref()?;
    let claimant = claim.claimant.as_deref()?;
    if claim.asked || !matches!(rated.tone, Tone::Bad | Tone::Mixed) {
        return None;
    }
    let message = format!(
        "claim {id} is rated {}, and {claimant} has not been asked",
        rated.label
    );
    let hint = format!("record that they were asked with `claimdesk reply add {id} --asked DATE`");
    Some(Blocker::new(GateRule::Reply, message, hint))
}

/// Only what has a verdict can be signed off.
fn has_verdict(claim: &ClaimFacts) -> bool {
    matches!(
        claim.state,
        ClaimState::InReview | ClaimState::Decided | ClaimState::Published
    )
}

fn sign_offs_required(claim: &ClaimFacts, required: u32) -> Option<Blocker> {
    let id = claim.claim;
    if !has_verdict(claim) || reached(claim.votes.len(), required) {
        return None;
    }
    let message = format!(
        "claim {id} has {} of {required} sign-offs",
        claim.votes.len()
    );
    let hint =
        format!("another editor signs off with `claimdesk ruling sign-off {id} --as HANDLE`");
    Some(Blocker::new(GateRule::SignOffsRequired, message, hint))
}

/// Who is still to sign off may agree with some of those who have.
fn sign_offs_agreeing(claim: &ClaimFacts, agreeing: u32, of: u32) -> Option<Blocker> {
    let id = claim.claim;
    let votes = &claim.votes;
    let with_rating = |rating| votes.iter().filter(|vote| vote.rating == rating).count();
    let most = votes
        .iter()
        .map(|vote| with_rating(vote.rating))
        .max()
        .unwrap_or(0);
    if !has_verdict(claim) || !reached(votes.len(), of) || reached(most, agreeing) {
        return None;
    }
    let message = format!(
        "of {} sign-offs on claim {id} at most {most} bear one rating, where {}",
        votes.len(),
        are_wanted(agreeing)
    );
    let hint = format!(
        "the editors agree on a rating, and sign off anew with `claimdesk ruling sign-off {id}`"
    );
    Some(Blocker::new(GateRule::SignOffsAgreeing, message, hint))
}

fn reached(count: usize, wanted: u32) -> bool {
    u32::try_from(count).map_or(true, |count| count >= wanted)
}

/// A number that is asked for, with its verb.
fn are_wanted(number: u32) -> String {
    if number == 1 {
        "one is wanted".to_owned()
    } else {
        format!("{number} are wanted")
    }
}
