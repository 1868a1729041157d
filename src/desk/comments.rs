//! Comments: remarks on claims that rate nothing.

use super::claims::find_claim;
use super::names::not_blank;
use super::transact::{Act, Done, event, state};
use super::{Desk, DeskError, Result};
use crate::model::claim::ClaimRef;
use crate::model::event::{Action, SubjectKind};
use crate::model::ids::CommentId;
use crate::model::work::Comment;
use crate::store::{Reader, Scope};

fn find_comment(reader: &Reader<'_>, id: CommentId) -> Result<Comment> {
    reader.comment(id)?.ok_or(DeskError::UnknownNumber {
        what: "comment",
        id: id.0,
    })
}

impl Desk {
    /// Makes a remark on a claim.
    pub fn add_comment(&mut self, act: &Act, claim: &ClaimRef, body: &str) -> Result<Comment> {
        let body = not_blank("the comment", body)?;
        self.transact(act, |change| {
            let claim = find_claim(change.writer, claim)?;
            let id = change.writer.insert_comment(
                claim.id,
                change.actor.id,
                body,
                change.uuid(),
                change.at,
            )?;
            let comment = find_comment(change.writer, id)?;
            let event = event(
                Action::CommentAdd,
                SubjectKind::Claim,
                claim.id.0,
                claim.uuid,
            )
            .after(state(&comment)?);
            Ok(Done::with(comment, event))
        })
    }

    /// The comments on a claim, oldest first.
    pub fn comments(&self, claim: &ClaimRef) -> Result<Vec<Comment>> {
        self.look(|reader| {
            let claim = find_claim(reader, claim)?;
            Ok(reader.comments(Scope::Claim(claim.id))?)
        })
    }
}
