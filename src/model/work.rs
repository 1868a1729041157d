//! Who works on what: assignments, comments and replies on claims.

use chrono::{DateTime, NaiveDate, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::edtf::EdtfDate;
use super::ids::{ClaimId, CommentId, ReplyId};

/// Somebody who has a claim, as claims show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Assignee {
    /// Handle of who has it.
    pub reviewer: String,
    /// The day it is due.
    pub due: Option<NaiveDate>,
    /// When `claim next` handed it out; none while it waits.
    pub taken_at: Option<DateTime<Utc>>,
}

/// A remark on a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Comment {
    /// Number on this desk.
    pub id: CommentId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// The claim.
    pub claim: ClaimId,
    /// Handle of who wrote it.
    pub reviewer: String,
    /// What it says.
    pub body: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
}

/// That a claimant was asked, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reply {
    /// Number on this desk.
    pub id: ReplyId,
    /// Identity across desks.
    pub uuid: Uuid,
    /// The claim.
    pub claim: ClaimId,
    /// Who was asked.
    pub asked_of: String,
    /// When.
    pub asked: EdtfDate,
    /// How: by mail, by phone.
    pub channel: Option<String>,
    /// When an answer came; none while there is none.
    pub answered: Option<EdtfDate>,
    /// What the answer was.
    pub answer: Option<String>,
    /// Handle of who recorded it.
    pub reviewer: String,
    /// When it was recorded.
    pub created_at: DateTime<Utc>,
}

/// A question to a claimant, to be recorded.
#[derive(Debug, Clone)]
pub struct NewReply {
    /// Who was asked; the claim's claimant when nobody is named.
    pub asked_of: Option<String>,
    /// When.
    pub asked: EdtfDate,
    /// How: by mail, by phone.
    pub channel: Option<String>,
    /// When an answer came.
    pub answered: Option<EdtfDate>,
    /// What the answer was.
    pub answer: Option<String>,
}
