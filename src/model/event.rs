//! Events: the desk's history, one line per change.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::words::closed_set;

closed_set! {
    /// What kind of thing an event is about.
    SubjectKind, "subject" {
        /// The desk itself.
        Desk = "desk",
        /// An article.
        Article = "article",
        /// A claim.
        Claim = "claim",
        /// A reviewer.
        Reviewer = "reviewer",
        /// A scale.
        Scale = "scale",
        /// A source.
        Source = "source",
        /// A flag.
        Flag = "flag",
    }
}

closed_set! {
    /// What an event says was done.
    Action, "action" {
        /// A desk was made.
        DeskInit = "desk.init",
        /// An article came onto the desk.
        ArticleAdd = "article.add",
        /// An article got a new revision.
        ArticleRevise = "article.revise",
        /// Claims came from a file.
        Import = "import",
        /// The archive of another desk was merged into this one.
        Merge = "merge",
        /// What is known about an article changed.
        ArticleEdit = "article.edit",
        /// An article was taken off the desk.
        ArticleRemove = "article.remove",
        /// A claim was added by hand.
        ClaimAdd = "claim.add",
        /// A claim's statement, claimant or topics changed.
        ClaimEdit = "claim.edit",
        /// A claim was found again, or not, in a new revision, or was put to
        /// its place by a person.
        ClaimAnchor = "claim.anchor",
        /// A claim will not be checked.
        ClaimDismiss = "claim.dismiss",
        /// A claim was taken apart into several.
        ClaimSplit = "claim.split",
        /// A claim was found to say what an earlier one says.
        ClaimLink = "claim.link",
        /// A claim was found not to say what an earlier one says.
        ClaimUnlink = "claim.unlink",
        /// A person wants a claim checked.
        ClaimAccept = "claim.accept",
        /// A claim is to be checked after all.
        ClaimReopen = "claim.reopen",
        /// Somebody got a claim to work on.
        ClaimAssign = "claim.assign",
        /// Somebody has a claim no longer.
        ClaimUnassign = "claim.unassign",
        /// Somebody took the next claim of the queue.
        ClaimNext = "claim.next",
        /// A remark was made on a claim.
        CommentAdd = "comment.add",
        /// A claimant was asked.
        ReplyAdd = "reply.add",
        /// A claimant's answer came.
        ReplyAnswer = "reply.answer",
        /// An editor signed a verdict off.
        RulingSignOff = "ruling.sign-off",
        /// An editor sent a verdict back.
        RulingReturn = "ruling.return",
        /// A ruling was made public.
        RulingPublish = "ruling.publish",
        /// A public ruling was corrected.
        RulingCorrect = "ruling.correct",
        /// A setting of the desk changed.
        ConfigSet = "config.set",
        /// The desk's rules for publication changed.
        PolicySet = "policy.set",
        /// The meaning of a scale's ratings changed.
        ScaleUpdate = "scale.update",
        /// How the ratings of one scale are said on another.
        ScaleMap = "scale.map",
        /// A reviewer's name or role changed.
        ReviewerEdit = "reviewer.edit",
        /// Somebody took back what they did last.
        Undo = "undo",
        /// A reviewer joined.
        ReviewerAdd = "reviewer.add",
        /// A rating scale was added.
        ScaleAdd = "scale.add",
        /// The desk scores sentences by another model.
        ModelUse = "model.use",
        /// A verdict was given, with its evidence.
        VerdictAdd = "verdict.add",
        /// A verdict was said to hold for words that have changed.
        VerdictReaffirm = "verdict.reaffirm",
        /// A source was added.
        SourceAdd = "source.add",
        /// What is known about a source changed.
        SourceEdit = "source.edit",
        /// Two sources were made one.
        SourceMerge = "source.merge",
        /// What a source is like was kept.
        SourceSnapshot = "source.snapshot",
        /// A source was looked at again on the web.
        SourceCheck = "source.check",
        /// A source was taken off the desk.
        SourceRemove = "source.remove",
        /// A source was tied to a claim.
        EvidenceAdd = "evidence.add",
        /// A flag was raised.
        FlagAdd = "flag.add",
        /// A flag was found again, or not, in a new revision.
        FlagAnchor = "flag.anchor",
        /// A flag was settled.
        FlagResolve = "flag.resolve",
        /// A reference fact of the desk's own was added.
        ReferenceAdd = "reference.add",
        /// A reference fact of the desk's own was taken away.
        ReferenceRemove = "reference.remove",
        /// A flag was opened again.
        FlagReopen = "flag.reopen",
        /// Evidence was taken back.
        EvidenceRemove = "evidence.remove",
        /// Rules ran, and raised, changed or settled flags.
        Lint = "lint",
    }
}

impl Action {
    /// What was done, for people who know nothing of the words that programs get.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::DeskInit => "made the desk",
            Self::Import => "imported claims",
            Self::Merge => "merged another desk",
            Self::ArticleAdd => "added the article",
            Self::ArticleEdit => "edited what is known of the article",
            Self::ArticleRevise => "put in a new draft of the article",
            Self::ArticleRemove => "took the article off the desk",
            Self::ClaimAdd => "added the claim",
            Self::ClaimEdit => "edited the claim",
            Self::ClaimAnchor => "said where the claim's words stand",
            Self::ClaimDismiss => "dismissed the claim",
            Self::ClaimSplit => "split the claim",
            Self::ClaimLink => "linked the claim to an earlier check",
            Self::ClaimUnlink => "unlinked the claim from an earlier check",
            Self::ClaimAccept => "accepted the claim",
            Self::ClaimReopen => "took the claim up again",
            Self::ClaimAssign => "gave the claim out",
            Self::ClaimUnassign => "took the claim from who had it",
            Self::ClaimNext => "took the claim from the queue",
            Self::CommentAdd => "remarked on the claim",
            Self::ReplyAdd => "asked the claimant",
            Self::ReplyAnswer => "recorded the claimant's answer",
            Self::RulingSignOff => "signed off a verdict",
            Self::RulingReturn => "returned a verdict",
            Self::RulingPublish => "published the ruling",
            Self::RulingCorrect => "corrected the public ruling",
            Self::ConfigSet => "changed a setting",
            Self::PolicySet => "changed the rules for publication",
            Self::ScaleUpdate => "changed the scale",
            Self::ScaleMap => "mapped the scale on another",
            Self::ScaleAdd => "added the scale",
            Self::ReviewerEdit => "changed the reviewer",
            Self::ReviewerAdd => "added the reviewer",
            Self::Undo => "took something back",
            Self::ModelUse => "changed the model",
            Self::VerdictAdd => "gave a verdict",
            Self::VerdictReaffirm => "reaffirmed a verdict",
            Self::SourceAdd => "added the source",
            Self::SourceEdit => "edited the source",
            Self::SourceMerge => "made one source of two",
            Self::SourceSnapshot => "kept a snapshot of the source",
            Self::SourceCheck => "checked the source on the web",
            Self::SourceRemove => "took the source off the desk",
            Self::EvidenceAdd => "added evidence",
            Self::EvidenceRemove => "took back evidence",
            Self::FlagAdd => "raised a flag",
            Self::FlagAnchor => "said where the flag's words stand",
            Self::FlagResolve => "settled the flag",
            Self::FlagReopen => "opened the flag again",
            Self::ReferenceAdd => "added the reference fact",
            Self::ReferenceRemove => "took the reference fact away",
            Self::Lint => "ran the rules",
        }
    }
}

/// What was done, in words, as far as this program knows them.
pub fn deed(action: &str) -> String {
    let known = action.parse().map(Action::meaning);
    known.map_or_else(|_| action.to_owned(), str::to_owned)
}

/// What an event is about: a kind and a number, written `claim 12` or
/// `claim:12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// What kind of thing.
    pub kind: SubjectKind,
    /// Its number on this desk.
    pub id: i64,
}

impl std::str::FromStr for Subject {
    type Err = NotASubject;
    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let refuse = || NotASubject(given.to_owned());
        let (kind, id) = given.split_once([':', ' ', '/']).ok_or_else(refuse)?;
        Ok(Self {
            kind: kind.parse().map_err(|_| refuse())?,
            id: id.trim().parse().map_err(|_| refuse())?,
        })
    }
}

/// A text that names nothing an event can be about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” names nothing in the log; write a kind and a number, such as claim:12 (kinds: {kinds})", kinds = SubjectKind::WORDS.join(", "))]
pub struct NotASubject(pub String);

/// One line of the desk's history, as it is stored and hashed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredEvent {
    /// Line number, from 1 without gaps.
    pub id: i64,
    /// Identity across desks.
    pub uuid: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Handle of who acted.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// What kind of thing it was done to.
    pub subject_kind: String,
    /// That thing's number on this desk.
    pub subject_id: i64,
    /// That thing's identity across desks.
    pub subject_uuid: Option<String>,
    /// How it was before, as JSON text.
    pub before: Option<String>,
    /// How it was after, as JSON text.
    pub after: Option<String>,
    /// Hash of the event before, in hexadecimal; 64 zeros for the first.
    pub previous_hash: String,
    /// Hash of this event, in hexadecimal.
    pub hash: String,
}

/// One line of the desk's history, as `log` gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Event {
    /// Line number, from 1 without gaps, on the desk that wrote it.
    pub id: i64,
    /// The desk that wrote it, by the UUID of its first line; none for this one.
    pub desk: Option<String>,
    /// Identity across desks.
    pub uuid: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Handle of who acted.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// What kind of thing it was done to.
    pub subject: String,
    /// That thing's number on this desk; where it is not here, on the desk that wrote
    /// the line.
    pub subject_id: i64,
    /// That thing's identity across desks.
    pub subject_uuid: Option<String>,
    /// How it was before.
    pub before: Value,
    /// How it was after.
    pub after: Value,
    /// Whether before and after are hidden from who looks.
    pub hidden: bool,
    /// Hash of the event before, in hexadecimal; 64 zeros for the first.
    pub previous_hash: String,
    /// Hash of this event, in hexadecimal.
    pub hash: String,
}

/// An event to be recorded: everything but who, when and the chain.
#[derive(Debug, Clone)]
pub struct NewEvent {
    /// What was done.
    pub action: Action,
    /// What kind of thing it was done to.
    pub kind: SubjectKind,
    /// That thing's number on this desk.
    pub id: i64,
    /// That thing's identity across desks.
    pub uuid: Option<Uuid>,
    /// How it was before.
    pub before: Option<Value>,
    /// How it was after.
    pub after: Option<Value>,
}

/// A hash of a line that somebody kept, whole or its first digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptHash(String);

impl KeptHash {
    /// Fewest digits that tell a line: so many are not met by chance.
    const FEWEST: usize = 16;

    /// Whether it is the beginning of a hash.
    pub fn is_of(&self, hash: &str) -> bool {
        hash.starts_with(&self.0)
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for KeptHash {
    type Err = NotAHash;
    fn from_str(given: &str) -> Result<Self, Self::Err> {
        let digits = given.trim().to_ascii_lowercase();
        let fits = (Self::FEWEST..=64).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        fits.then_some(Self(digits))
            .ok_or_else(|| NotAHash(given.to_owned()))
    }
}

/// A text that is no hash of a line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no hash of a line; give its 64 hexadecimal digits, or at least the first 16")]
pub struct NotAHash(pub String);

/// The last line of the history, to be kept where nobody can change it unseen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AuditHead {
    /// Its number; 0 where there is none.
    pub line: i64,
    /// When it was written, RFC 3339 in UTC.
    pub at: Option<String>,
    /// Its hash, in hexadecimal; 64 zeros where there is none.
    pub hash: String,
}

/// A hash that somebody kept, and where it is in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExpectedHash {
    /// The hash, as far as it was given.
    pub hash: String,
    /// The line that has it; none where no line does that holds.
    pub line: Option<i64>,
}

/// What `audit verify` found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AuditResult {
    /// Whether every line holds, and one has the hash that is expected.
    pub ok: bool,
    /// Lines that were read and hold.
    pub events: i64,
    /// Lines of other desks' histories, which came with their archives, that were read
    /// and hold.
    pub merged_events: i64,
    /// Hash of the last line that holds; 64 zeros when there is none.
    pub head: String,
    /// The first line that doesn't hold.
    pub first_bad: Option<BadEvent>,
    /// The hash that one of them should have, where one is expected.
    pub expected: Option<ExpectedHash>,
}

/// The first line of the history that doesn't hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BadEvent {
    /// Its line number.
    pub id: i64,
    /// The desk whose line it is, by the UUID of its first line; none for this one.
    pub desk: Option<String>,
    /// What is wrong with it.
    pub problem: String,
}
