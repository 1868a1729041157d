//! The model that sentences are scored by: the shipped one, or one that the
//! desk has of its own; and the decisions that a model can learn from.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::transact::{Act, Done};
use super::{Desk, DeskError, Result};
use crate::extract::model::Labelled;
use crate::extract::{Model, shipped};
use crate::model::claim::{Claim, ClaimFilter, ClaimOrigin, ClaimState};
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::store::{Reader, Setting};

/// The model that the program ships.
pub fn shipped_model() -> Result<&'static Model> {
    shipped().map_err(|error| DeskError::Model {
        whose: "the model that claimdesk ships",
        why: error.to_string(),
    })
}

/// The model that a desk scores by: its own, else the shipped one.
pub(super) fn model_of(reader: &Reader<'_>) -> Result<Cow<'static, Model>> {
    match own_model_of(reader)? {
        Some(own) => Ok(Cow::Owned(own)),
        None => shipped_model().map(Cow::Borrowed),
    }
}

pub(super) fn own_model_of(reader: &Reader<'_>) -> Result<Option<Model>> {
    let model = reader.own_model()?.map(|bytes| Model::from_bytes(&bytes));
    model.transpose().map_err(DeskError::OwnModel)
}

impl Desk {
    /// The model that this desk scores by: its own, else the shipped one.
    pub fn model(&self) -> Result<Cow<'static, Model>> {
        self.look(model_of)
    }

    /// The model that this desk has of its own, if it has one.
    pub fn own_model(&self) -> Result<Option<Model>> {
        self.look(own_model_of)
    }

    /// Lets the desk score by a model of its own, given as the bytes of its
    /// file, which the desk keeps. What is on the desk keeps its scores.
    pub fn use_model(&mut self, act: &Act, bytes: &[u8]) -> Result<Model> {
        let model = Model::from_bytes(bytes).map_err(DeskError::NotAModel)?;
        self.transact(act, |change| {
            let before = change.writer.setting(Setting::Model)?;
            let sha256 = change.writer.set_own_model(bytes, change.at)?;
            let after = json!({ "name": model.header().trained_on.name, "sha256": sha256 });
            let is_same = before.as_deref() == Some(sha256.as_str());
            Ok(Done {
                value: model,
                events: used(before.as_deref(), after, is_same),
            })
        })
    }

    /// Lets the desk score by the shipped model again.
    pub fn use_shipped_model(&mut self, act: &Act) -> Result<()> {
        self.transact(act, |change| {
            let before = change.writer.setting(Setting::Model)?;
            change.writer.drop_own_model(change.at)?;
            let is_same = before.is_none();
            let after = json!({ "name": "the shipped model", "sha256": null });
            Ok(Done {
                value: (),
                events: used(before.as_deref(), after, is_same),
            })
        })
    }

    /// What the desk has decided of its claims: those that somebody took up
    /// or added are check-worthy, those that were dismissed are not, and those
    /// that nobody has looked at say nothing. The group is the article.
    pub fn decisions(&self) -> Result<Vec<Labelled>> {
        let filter = ClaimFilter {
            all: true,
            ..ClaimFilter::default()
        };
        let claims = self.look(|reader: &Reader<'_>| Ok(reader.claims(&filter)?))?;
        Ok(claims.iter().filter_map(decision).collect())
    }
}

/// The event of a change of the model; none where it is the same as before.
fn used(before: Option<&str>, after: Value, is_same: bool) -> Vec<NewEvent> {
    let event = NewEvent {
        action: Action::ModelUse,
        kind: SubjectKind::Desk,
        id: 1,
        uuid: None,
        before: Some(json!({ "sha256": before })),
        after: Some(after),
    };
    if is_same { Vec::new() } else { vec![event] }
}

/// What a claim says of its sentence, if anything.
fn decision(claim: &Claim) -> Option<Labelled> {
    let check_worthy = match (claim.state, claim.origin) {
        (ClaimState::Dismissed, _) => false,
        (ClaimState::Extracted, ClaimOrigin::Extracted | ClaimOrigin::Imported) => return None,
        (ClaimState::Extracted, ClaimOrigin::Added)
        | (
            ClaimState::ToCheck
            | ClaimState::InReview
            | ClaimState::Decided
            | ClaimState::Published,
            _,
        ) => true,
    };
    let group = claim.article.map(|article| format!("article {article}"));
    Some(Labelled {
        text: claim.words().to_owned(),
        check_worthy,
        group: group.unwrap_or_default(),
    })
}
