//! What a person does at the keyboard, each as one call on the desk: the same
//! calls that the commands make.

use chrono::NaiveDate;

use crate::cli::commands::source::{SourceDetailArgs, source_ref};
use crate::cli::error::CliError;
use crate::desk::{Act, Assigning, Desk, DeskError, FlagOn};
use crate::model::claim::{Claim, ClaimRef};
use crate::model::flag::NewFlag;
use crate::model::ids::ClaimId;
use crate::model::people::Handle;
use crate::model::source::{NewEvidence, Stance};
use crate::model::verdict::NewVerdict;

/// Something to be done to a claim, or the last of it to be taken back.
#[derive(Debug, Clone)]
pub(super) enum Deed {
    /// It is to be checked.
    Accept(ClaimId),
    /// It was dismissed, and is to be checked after all.
    Reopen(ClaimId),
    /// Nobody will check it.
    Dismiss { claim: ClaimId, because: String },
    /// It is rated.
    Rate { claim: ClaimId, opinion: Opinion },
    /// A source is tied to it.
    Cite { claim: ClaimId, citing: Citing },
    /// A problem is noted.
    Flag { claim: ClaimId, flag: NewFlag },
    /// A remark is made.
    Comment { claim: ClaimId, text: String },
    /// It is given to somebody, or taken from all who have it.
    Assign {
        claim: ClaimId,
        to: Option<Handle>,
        due: Option<NaiveDate>,
    },
    /// What was done last is taken back.
    Undo,
}

/// A verdict as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opinion {
    /// Slug of the scale.
    pub(super) scale: String,
    /// Slug of the rating.
    pub(super) rating: String,
    pub(super) because: String,
    pub(super) correction: Option<String>,
    pub(super) no_source: Option<String>,
    pub(super) citing: Option<Citing>,
}

/// A source as it was typed: a number, an address, a DOI or an ISBN.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Citing {
    pub(super) source: String,
    pub(super) stance: Stance,
    pub(super) locator: Option<String>,
    pub(super) quote: Option<String>,
}

/// Where one goes on after a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// The claim still wants attention.
    Stay,
    /// It is dealt with: the next one that is left comes up.
    Onward,
    /// What was done has to do with this claim.
    To(ClaimId),
}

/// A deed that is done and saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    pub(super) said: String,
    pub(super) next: Next,
}

impl Outcome {
    fn stay(said: String) -> Self {
        Self {
            said,
            next: Next::Stay,
        }
    }

    fn onward(said: String) -> Self {
        Self {
            said,
            next: Next::Onward,
        }
    }
}

impl Citing {
    fn evidence(self) -> Result<NewEvidence, CliError> {
        Ok(NewEvidence {
            source: source_ref(&self.source, SourceDetailArgs::default())?,
            stance: self.stance,
            quote: self.quote,
            locator: self.locator,
        })
    }
}

/// Does a deed, in one call.
pub(super) fn done(desk: &mut Desk, act: &Act, deed: Deed) -> Result<Outcome, CliError> {
    let named = ClaimRef::Number;
    Ok(match deed {
        Deed::Accept(claim) => {
            desk.accept_claims(act, &[named(claim)])?;
            Outcome::onward(format!("claim {claim} is to be checked"))
        }
        Deed::Reopen(claim) => {
            desk.reopen_claims(act, &[named(claim)], None)?;
            Outcome::stay(format!("claim {claim} is to be checked after all"))
        }
        Deed::Dismiss { claim, because } => {
            desk.dismiss_claims(act, &[named(claim)], &because)?;
            Outcome::onward(format!("claim {claim} is dismissed"))
        }
        Deed::Rate { claim, opinion } => rate(desk, act, claim, opinion)?,
        Deed::Cite { claim, citing } => {
            let evidence = desk.add_evidence(act, &named(claim), &citing.evidence()?)?;
            Outcome::stay(format!(
                "claim {claim} rests on source {}, {}",
                evidence.source, evidence.source_name
            ))
        }
        Deed::Flag { claim, flag } => {
            let flag = desk.add_flag(act, &FlagOn::Claim(named(claim)), &flag)?;
            Outcome::stay(format!("flag {} is on claim {claim}", flag.id))
        }
        Deed::Comment { claim, text } => {
            desk.add_comment(act, &named(claim), &text)?;
            Outcome::stay(format!("your remark is on claim {claim}"))
        }
        Deed::Assign { claim, to, due } => assign(desk, act, claim, (to, due))?,
        Deed::Undo => undo(desk, act)?,
    })
}

fn rate(desk: &mut Desk, act: &Act, claim: ClaimId, given: Opinion) -> Result<Outcome, CliError> {
    let evidence = given.citing.map(Citing::evidence).transpose()?;
    let new = NewVerdict {
        scale: Some(given.scale),
        rating: Some(given.rating),
        rationale: given.because,
        correction: given.correction,
        no_source: given.no_source,
        evidence: evidence.into_iter().collect(),
        ..NewVerdict::default()
    };
    let verdict = desk.add_verdict(act, &ClaimRef::Number(claim), &new)?;
    Ok(Outcome::onward(format!(
        "claim {claim} is rated {} {}",
        verdict.rating_tone.sign(),
        verdict.rating_label
    )))
}

fn assign(
    desk: &mut Desk,
    act: &Act,
    claim: ClaimId,
    (to, due): (Option<Handle>, Option<NaiveDate>),
) -> Result<Outcome, CliError> {
    let named = [ClaimRef::Number(claim)];
    let Some(to) = to else {
        desk.unassign_claims(act, &named, None)?;
        return Ok(Outcome::stay(format!("nobody has claim {claim} any more")));
    };
    let assigning = Assigning {
        reviewers: vec![to],
        times: 1,
        due,
    };
    let given = desk.assign_claims(act, &named, &assigning)?;
    let holders = given.iter().flat_map(|claim: &Claim| &claim.assigned);
    let holders: Vec<&str> = holders.map(|one| one.reviewer.as_str()).collect();
    Ok(Outcome::stay(format!(
        "claim {claim} is with {}",
        holders.join(", ")
    )))
}

fn undo(desk: &mut Desk, act: &Act) -> Result<Outcome, CliError> {
    let undone = desk.undo(act)?;
    let told: Vec<String> = undone
        .iter()
        .map(|one| format!("{}, {} {}", one.what, one.subject, one.subject_id))
        .collect();
    let claim = undone.iter().find(|one| one.subject == "claim");
    Ok(Outcome {
        said: format!("taken back: {}", told.join("; ")),
        next: claim.map_or(Next::Stay, |one| Next::To(ClaimId(one.subject_id))),
    })
}

/// What went wrong, in a sentence, and what to do about it here, where no options can
/// be given.
pub(super) fn told(error: &CliError) -> String {
    let hint = match error {
        CliError::Desk(DeskError::NoEvidence { .. }) => {
            Some("give a source and the place in it, or say why no source can be named".to_owned())
        }
        CliError::Desk(DeskError::Blank("the reason" | "the rationale")) => {
            Some("say why".to_owned())
        }
        other => other.hint(),
    };
    match hint {
        Some(hint) => format!("{error}; {hint}"),
        None => error.to_string(),
    }
}
