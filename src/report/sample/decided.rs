//! What editors and claimants add to the sample.

use uuid::Uuid;

use super::at;
use crate::model::ids::{ClaimId, RatingId, ReplyId, ReviewerId, RulingId, VerdictId};
use crate::model::ruling::{PublicCorrection, Ruling, RulingOutcome};
use crate::model::scale::Tone;
use crate::model::work::Reply;

/// A ruling made public, and corrected.
pub(super) fn rulings(text: &impl Fn(&str) -> String) -> Vec<Ruling> {
    vec![
        ruling(text, 1, RulingOutcome::Published, None),
        ruling(
            text,
            2,
            RulingOutcome::Corrected,
            Some("We had the wrong year."),
        ),
    ]
}

/// What the public is told of it.
pub(super) fn correction(text: &impl Fn(&str) -> String) -> PublicCorrection {
    PublicCorrection {
        at: at(9),
        editor: "eva".to_owned(),
        from: text("True"),
        to: text("False"),
        because: text("We had the wrong year."),
    }
}

/// What the claimant answered.
pub(super) fn reply(text: &impl Fn(&str) -> String) -> Reply {
    Reply {
        id: ReplyId(1),
        uuid: Uuid::nil(),
        claim: ClaimId(12),
        asked_of: text("the town council"),
        asked: "2026-03-01".parse().unwrap(),
        channel: Some(text("by mail")),
        answered: Some("2026-03-02".parse().unwrap()),
        answer: Some(text("It was 1932.")),
        reviewer: "ana".to_owned(),
        created_at: at(6),
    }
}

fn ruling(
    text: &impl Fn(&str) -> String,
    id: i64,
    outcome: RulingOutcome,
    because: Option<&str>,
) -> Ruling {
    Ruling {
        id: RulingId(id),
        uuid: Uuid::nil(),
        claim: ClaimId(12),
        verdict: VerdictId(3),
        outcome,
        rating: "false".to_owned(),
        rating_label: text("False"),
        rating_tone: Tone::Bad,
        ruled: Some("false".to_owned()),
        ruled_label: Some(text("False")),
        editor: "eva".to_owned(),
        editor_name: text("Eva Lind"),
        four_eyes: true,
        undoes: None,
        because: because.map(text),
        created_at: at(9),
        editor_id: ReviewerId(1),
        rating_id: RatingId(1),
        rules: None,
    }
}
