//! What is said about claims besides verdicts: comments, and claimants'
//! replies.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::rows::{parsed, parsed_option, time};
use super::{Reader, Result, Scope, Writer};
use crate::model::edtf::EdtfDate;
use crate::model::ids::{ClaimId, CommentId, ReplyId, ReviewerId};
use crate::model::work::{Comment, NewReply, Reply};

const COMMENTS: &str = "
    SELECT m.id, m.uuid, m.claim_id, p.handle, m.body, m.created_at
    FROM comments m JOIN reviewers p ON p.id = m.reviewer_id";

const REPLIES: &str = "
    SELECT m.id, m.uuid, m.claim_id, p.handle, m.asked_of, m.asked, m.channel, m.answered, m.answer, m.created_at
    FROM replies m JOIN reviewers p ON p.id = m.reviewer_id";

fn comment(row: &Row<'_>) -> rusqlite::Result<Comment> {
    Ok(Comment {
        id: CommentId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        claim: ClaimId(row.get("claim_id")?),
        reviewer: row.get("handle")?,
        body: row.get("body")?,
        created_at: parsed(row, "created_at")?,
    })
}

fn reply(row: &Row<'_>) -> rusqlite::Result<Reply> {
    Ok(Reply {
        id: ReplyId(row.get("id")?),
        uuid: parsed(row, "uuid")?,
        claim: ClaimId(row.get("claim_id")?),
        asked_of: row.get("asked_of")?,
        asked: parsed(row, "asked")?,
        channel: row.get("channel")?,
        answered: parsed_option(row, "answered")?,
        answer: row.get("answer")?,
        reviewer: row.get("handle")?,
        created_at: parsed(row, "created_at")?,
    })
}

/// Reads one row.
type ReadRow<T> = fn(&Row<'_>) -> rusqlite::Result<T>;

impl Reader<'_> {
    /// Comments of a scope, oldest first.
    pub fn comments(&self, scope: Scope) -> Result<Vec<Comment>> {
        self.remarks(COMMENTS, scope, comment)
    }

    /// One comment.
    pub fn comment(&self, id: CommentId) -> Result<Option<Comment>> {
        self.remark(COMMENTS, id.0, comment)
    }

    /// Claimants' replies of a scope, oldest first.
    pub fn replies(&self, scope: Scope) -> Result<Vec<Reply>> {
        self.remarks(REPLIES, scope, reply)
    }

    /// One reply.
    pub fn reply(&self, id: ReplyId) -> Result<Option<Reply>> {
        self.remark(REPLIES, id.0, reply)
    }

    fn remarks<T>(&self, all: &str, scope: Scope, read: ReadRow<T>) -> Result<Vec<T>> {
        let narrow = match scope {
            Scope::Claim(_) => "m.claim_id = :id",
            Scope::Article(_) => "m.claim_id IN (SELECT id FROM claims WHERE article_id = :id)",
        };
        let sql = format!("{all} WHERE {narrow} ORDER BY m.claim_id, m.id");
        let mut query = self.connection.prepare_cached(&sql)?;
        let remarks = query.query_map(named_params! { ":id": scope.id() }, read)?;
        Ok(remarks.collect::<rusqlite::Result<_>>()?)
    }

    fn remark<T>(&self, all: &str, id: i64, read: ReadRow<T>) -> Result<Option<T>> {
        let mut query = self
            .connection
            .prepare_cached(&format!("{all} WHERE m.id = :id"))?;
        Ok(query
            .query_one(named_params! { ":id": id }, read)
            .optional()?)
    }
}

impl Writer<'_> {
    /// Adds a comment.
    pub fn insert_comment(
        &self,
        claim: ClaimId,
        reviewer: ReviewerId,
        body: &str,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<CommentId> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO comments (uuid, claim_id, reviewer_id, body, created_at)
             VALUES (:uuid, :claim, :reviewer, :body, :at) RETURNING id",
        )?;
        let id = insert.query_one(
            named_params! {
                ":uuid": uuid.to_string(),
                ":claim": claim.0,
                ":reviewer": reviewer.0,
                ":body": body,
                ":at": time(at),
            },
            |row| row.get(0),
        )?;
        Ok(CommentId(id))
    }

    /// Takes a comment away.
    pub fn delete_comment(&self, id: CommentId) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM comments WHERE id = :id")?
            .execute(named_params! { ":id": id.0 })?;
        Ok(())
    }

    /// Records that somebody was asked, and the answer, if there is one.
    pub fn insert_reply(
        &self,
        claim: ClaimId,
        reviewer: ReviewerId,
        asked_of: &str,
        new: &NewReply,
        uuid: Uuid,
        at: DateTime<Utc>,
    ) -> Result<ReplyId> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO replies (uuid, claim_id, reviewer_id, asked_of, asked, channel, answered, answer, created_at)
             VALUES (:uuid, :claim, :reviewer, :asked_of, :asked, :channel, :answered, :answer, :at) RETURNING id",
        )?;
        let id = insert.query_one(
            named_params! {
                ":uuid": uuid.to_string(),
                ":claim": claim.0,
                ":reviewer": reviewer.0,
                ":asked_of": asked_of,
                ":asked": new.asked.as_str(),
                ":channel": new.channel,
                ":answered": new.answered.as_ref().map(EdtfDate::as_str),
                ":answer": new.answer,
                ":at": time(at),
            },
            |row| row.get(0),
        )?;
        Ok(ReplyId(id))
    }

    /// Records the answer of somebody who was asked; none when the recording
    /// is taken back.
    pub fn answer_reply(
        &self,
        id: ReplyId,
        answered: Option<&EdtfDate>,
        answer: Option<&str>,
    ) -> Result<()> {
        self.connection
            .prepare_cached(
                "UPDATE replies SET answered = :answered, answer = :answer WHERE id = :id",
            )?
            .execute(named_params! {
                ":id": id.0,
                ":answered": answered.map(EdtfDate::as_str),
                ":answer": answer,
            })?;
        Ok(())
    }

    /// Takes a reply away.
    pub fn delete_reply(&self, id: ReplyId) -> Result<()> {
        self.connection
            .prepare_cached("DELETE FROM replies WHERE id = :id")?
            .execute(named_params! { ":id": id.0 })?;
        Ok(())
    }
}
