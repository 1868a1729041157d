//! Taking back what one did last. The history grows by a line that says so,
//! and loses none; what is public stays so.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use super::articles::find_article;
use super::claims::claim_again;
use super::edit::describe;
use super::queue::{give_back, restore_assigned};
use super::settings::is_blind;
use super::transact::{Act, Change, Done};
use super::{Desk, DeskError, Result};
use crate::model::claim::{Claim, ClaimState};
use crate::model::event::{Action, Event, NewEvent, Subject, SubjectKind, deed};
use crate::model::ids::{
    ArticleId, ClaimId, CommentId, EvidenceId, FlagId, ReplyId, RulingId, SnapshotId, SourceId,
    VerdictId,
};
use crate::model::people::Role;
use crate::model::ruling::{RulingOutcome, Standing};
use crate::model::settings::SettingKey;
use crate::model::work::Assignee;
use crate::report::told;
use crate::store::{NewRuling, Scope, Setting};

/// One line of the history that was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Undone {
    /// The line.
    pub line: i64,
    /// What had been done.
    pub action: String,
    /// The same in words.
    pub what: String,
    /// What kind of thing it had been done to.
    pub subject: String,
    /// That thing's number on this desk.
    pub subject_id: i64,
}

/// What must not have been done to the same thing since, so that an act can be
/// taken back; none for an act that can't be.
fn taken_back_unless(action: Action) -> Option<&'static [&'static str]> {
    const STATE: &[&str] = &[
        "claim.accept",
        "claim.dismiss",
        "claim.reopen",
        "claim.split",
        "verdict.",
        "ruling.",
    ];
    const HANDS: &[&str] = &[
        "claim.assign",
        "claim.unassign",
        "claim.next",
        "claim.dismiss",
        "verdict.",
        "ruling.",
    ];
    Some(match action {
        Action::ClaimAccept | Action::ClaimDismiss | Action::ClaimReopen => STATE,
        Action::ClaimAssign | Action::ClaimUnassign | Action::ClaimNext => HANDS,
        Action::ClaimEdit => &["claim.edit", "claim.split"],
        Action::ClaimLink | Action::ClaimUnlink => &["claim.link", "claim.unlink"],
        // Everything begins with nothing.
        Action::ClaimAdd | Action::SourceAdd => &[""],
        Action::VerdictAdd | Action::VerdictReaffirm => &["ruling."],
        Action::RulingSignOff | Action::RulingReturn => &["ruling.", "verdict.", "claim.reopen"],
        Action::EvidenceAdd => &["verdict.", "ruling."],
        Action::CommentAdd => &[],
        Action::ReplyAdd | Action::ReplyAnswer => &["reply.answer"],
        Action::FlagAdd | Action::FlagResolve => &["flag."],
        Action::ConfigSet => &["config.set"],
        Action::PolicySet => &["policy.set"],
        Action::SourceEdit => &["source.edit", "source.merge"],
        Action::ArticleEdit => &["article.edit"],
        Action::SourceSnapshot => &["source.snapshot", "source.merge"],
        _ => return None,
    })
}

/// Why an act can't be taken back at all, and what to do instead.
fn never(action: &str) -> DeskError {
    let instead = match action.parse() {
        Ok(Action::RulingPublish | Action::RulingCorrect) => {
            "what is public stays so; correct it with `claimdesk ruling correct`"
        }
        Ok(Action::ArticleAdd) => "take the article off with `claimdesk article remove`",
        Ok(Action::ArticleRevise) => "revise it again with the text that is to stand",
        Ok(Action::ClaimAnchor | Action::FlagAnchor) => "say anew where the words stand",
        Ok(Action::ReferenceAdd) => "take the fact away with `claimdesk reference remove`",
        Ok(Action::ReferenceRemove) => "add the fact again with `claimdesk reference add`",
        Ok(Action::FlagReopen) => "settle it again with `claimdesk flag resolve`",
        Ok(Action::EvidenceRemove) => "add it again with `claimdesk evidence add`",
        Ok(Action::Lint) => {
            "settle what is no problem with `claimdesk flag resolve`, or switch the rule off with `claimdesk config set lint-ignore CODE`"
        }
        Ok(Action::Merge) => {
            "what came with it has become part of the desk; go back to a backup from before"
        }
        Ok(Action::ModelUse) => "go back with `claimdesk model use`",
        Ok(Action::SourceCheck) => "what was found was found",
        Ok(Action::SourceMerge) => "nothing tells any more which of the two was cited where",
        Ok(Action::SourceRemove) => "add it again with `claimdesk source add`",
        Ok(Action::ScaleUpdate | Action::ScaleMap) => "give the former file again",
        _ => "what hangs on it would be lost",
    };
    DeskError::CantUndo {
        action: deed(action),
        instead,
    }
}

impl Desk {
    /// Takes back what the acting reviewer did last, all lines of it. An act
    /// that others have built on, or that is public, stays.
    pub fn undo(&mut self, act: &Act) -> Result<Vec<Undone>> {
        self.transact(act, |change| {
            let lines = change.writer.last_act(change.actor.handle.as_str())?;
            if lines.is_empty() {
                return Err(DeskError::NotNow(format!(
                    "{} has done nothing that could be taken back",
                    change.actor.handle
                )));
            }
            // Of an act that wrote several lines, the first is what was asked for.
            let lasting = |line: &&Event| {
                let action = line.action.parse().ok();
                action.and_then(taken_back_unless).is_none()
            };
            if let Some(line) = lines.iter().rfind(lasting) {
                return Err(never(&line.action));
            }
            let mut value = Vec::new();
            let mut events = Vec::new();
            // What one line did is in the way of none of the same act.
            let end = lines.iter().map(|line| line.id).max().unwrap_or_default();
            for line in &lines {
                events.extend(take_back(change, line, end)?);
                value.push(Undone {
                    line: line.id,
                    action: line.action.clone(),
                    what: told(line),
                    subject: line.subject.clone(),
                    subject_id: line.subject_id,
                });
            }
            Ok(Done { value, events })
        })
    }
}

/// Takes back one line of an act that ends with the line `end`, with the event
/// that says so, and that of the rules where they changed something.
fn take_back(change: &Change<'_>, line: &Event, end: i64) -> Result<Vec<NewEvent>> {
    let action: Action = line.action.parse().map_err(|_| never(&line.action))?;
    let unless = taken_back_unless(action).ok_or_else(|| never(&line.action))?;
    let kind: SubjectKind = line.subject.parse().map_err(|_| never(&line.action))?;
    let subject = Subject {
        kind,
        id: line.subject_id,
    };
    let since = change.writer.acts_after((end, &line.at), subject)?;
    let in_the_way = since
        .iter()
        .find(|(action, _)| unless.iter().any(|start| action.starts_with(start)));
    if let Some((since, who)) = in_the_way {
        return Err(DeskError::NotNow(format!(
            "what was done last to {} {}, “{}”, can't be taken back: {who} {} after it",
            line.subject,
            line.subject_id,
            deed(&line.action),
            deed(since)
        )));
    }
    let mut rules = None;
    match kind {
        SubjectKind::Claim => {
            on_claim(change, action, line)?;
            relieve(change, ClaimId(line.subject_id))?;
        }
        SubjectKind::Article => rules = on_article(change, action, line)?,
        _ => elsewhere(change, action, line)?,
    }
    let told = NewEvent {
        action: Action::Undo,
        kind,
        id: line.subject_id,
        uuid: line
            .subject_uuid
            .as_deref()
            .and_then(|uuid| uuid.parse().ok()),
        before: Some(json!({ "line": line.id, "action": line.action, "was": line.after })),
        after: Some(line.before.clone()).filter(|before| !before.is_null()),
    };
    Ok(std::iter::once(told).chain(rules).collect())
}

/// A number that an event keeps.
fn number(value: &Value, name: &str) -> Result<i64> {
    value[name]
        .as_i64()
        .ok_or_else(|| DeskError::Invalid(format!("the history does not say which {name} it was")))
}

/// The state that a claim was in before.
fn state_before(line: &Event) -> Option<ClaimState> {
    line.before["state"].as_str()?.parse().ok()
}

/// Who had a claim before.
fn assigned_before(line: &Event) -> Option<Vec<Assignee>> {
    serde_json::from_value(line.before["assigned"].clone()).ok()
}

fn on_claim(change: &Change<'_>, action: Action, line: &Event) -> Result<()> {
    let writer = change.writer;
    let claim = ClaimId(line.subject_id);
    match action {
        Action::ClaimAdd => writer.delete_claim(claim)?,
        Action::ClaimEdit => restore_words(change, claim, line)?,
        Action::ClaimLink => writer.unlink(claim, ClaimId(number(&line.after, "earlier")?))?,
        Action::ClaimUnlink => {
            let earlier = ClaimId(number(&line.before, "earlier")?);
            writer.link(claim, earlier, change.actor.id, change.at)?;
        }
        Action::EvidenceAdd => writer.delete_evidence(EvidenceId(number(&line.after, "id")?))?,
        Action::CommentAdd => writer.delete_comment(CommentId(number(&line.after, "id")?))?,
        Action::ReplyAdd => writer.delete_reply(ReplyId(number(&line.after, "id")?))?,
        Action::ReplyAnswer => {
            writer.answer_reply(ReplyId(number(&line.after, "id")?), None, None)?;
        }
        Action::VerdictAdd | Action::VerdictReaffirm => withdraw(change, claim, line)?,
        Action::RulingSignOff | Action::RulingReturn => {
            let id = RulingId(number(&line.after["ruling"], "id")?);
            undo_ruling(change, claim, id)?;
        }
        _ => {
            if action == Action::ClaimReopen && state_before(line) == Some(ClaimState::Decided) {
                let rulings = writer.rulings(Scope::Claim(claim))?;
                let reopened = rulings.last().map(|ruling| ruling.id);
                if let Some(id) = reopened {
                    undo_ruling(change, claim, id)?;
                }
            } else if let Some(state) = state_before(line) {
                writer.set_state(claim, state, line.before["dismissed_because"].as_str())?;
            }
        }
    }
    match (action, assigned_before(line)) {
        // Accepting leaves who has a claim alone.
        (Action::ClaimAccept, _) | (_, None) => Ok(()),
        // Others may have got it since from somebody who only judged it.
        (Action::VerdictAdd | Action::RulingSignOff | Action::ClaimDismiss, Some(assigned)) => {
            give_back(change, claim, &assigned)
        }
        (_, Some(assigned)) => restore_assigned(change, claim, &assigned),
    }
}

/// Lets nobody have a claim any more that is ruled on again, or dismissed.
fn relieve(change: &Change<'_>, id: ClaimId) -> Result<()> {
    let claim = change.writer.claim(id)?;
    if claim.is_some_and(|claim| !claim.state.can_be_worked_on()) {
        change.writer.end_assignments(id, None, change.at)?;
    }
    Ok(())
}

fn on_article(change: &Change<'_>, action: Action, line: &Event) -> Result<Option<NewEvent>> {
    if action != Action::ArticleEdit {
        return Err(never(&line.action));
    }
    let details = serde_json::from_value(line.before.clone())
        .map_err(|error| DeskError::Invalid(error.to_string()))?;
    let article = find_article(change.writer, ArticleId(line.subject_id))?;
    Ok(describe(change, &article, &details)?.1)
}

fn elsewhere(change: &Change<'_>, action: Action, line: &Event) -> Result<()> {
    let writer = change.writer;
    match action {
        Action::FlagAdd => writer.delete_flag(FlagId(line.subject_id))?,
        Action::FlagResolve => writer.reopen_flag(FlagId(line.subject_id))?,
        Action::SourceAdd => {
            let id = SourceId(line.subject_id);
            if writer.source(id)?.is_some_and(|source| source.uses > 0) {
                return Err(DeskError::NotNow(format!(
                    "source {id} is cited by now, so that it can't be taken back"
                )));
            }
            writer.delete_source(id)?;
        }
        Action::SourceSnapshot => {
            writer.delete_snapshot(SnapshotId(number(&line.after, "id")?))?;
        }
        Action::SourceEdit => {
            let details = serde_json::from_value(line.before.clone())
                .map_err(|error| DeskError::Invalid(error.to_string()))?;
            let id = SourceId(line.subject_id);
            writer.describe_source(id, &details)?;
            writer.recognise_only(id, &line.before)?;
        }
        Action::ConfigSet => {
            let key: Option<SettingKey> = line.before["setting"]
                .as_str()
                .and_then(|key| key.parse().ok());
            let key = key.ok_or_else(|| never(&line.action))?;
            restore_setting(change, key.into(), &line.before["value"])?;
        }
        Action::PolicySet => restore_setting(change, Setting::Policy, &line.before["policy"])?,
        _ => return Err(never(&line.action)),
    }
    Ok(())
}

fn restore_setting(change: &Change<'_>, setting: Setting, value: &Value) -> Result<()> {
    match value.as_str() {
        Some(value) => change.writer.set(setting, value, change.at)?,
        None => change.writer.unset(setting, change.at)?,
    }
    Ok(())
}

/// Puts statement, claimant and topics back as they were.
fn restore_words(change: &Change<'_>, id: ClaimId, line: &Event) -> Result<()> {
    let writer = change.writer;
    let now: Claim = claim_again(writer, id)?;
    let was = &line.before;
    if let Some(statement) = was["statement"].as_str() {
        writer.set_statement(id, statement)?;
        if was["quote"].as_str() == Some(statement) {
            writer.unrestate(id)?;
        }
    }
    let claimant = match was["claimant"].as_str() {
        Some(name) => Some(writer.claimant(name, change.uuid(), change.at)?),
        None => None,
    };
    writer.set_claimant(id, claimant)?;
    writer.remove_topics(id, &now.topics)?;
    let topics: Vec<String> = serde_json::from_value(was["topics"].clone()).unwrap_or_default();
    writer.add_topics(id, &topics)?;
    Ok(())
}

/// Takes a verdict back; the one before it stands again, or none.
fn withdraw(change: &Change<'_>, claim: ClaimId, line: &Event) -> Result<()> {
    let writer = change.writer;
    let verdict = VerdictId(number(&line.after, "id")?);
    let others_shown = change.actor.role == Role::Checker
        && is_blind(writer)?
        && writer
            .verdicts(Scope::Claim(claim))?
            .0
            .iter()
            .any(|other| other.reviewer_id != change.actor.id);
    if others_shown {
        return Err(DeskError::NotNow(format!(
            "verdict {verdict} can't be taken back: it has let you see what others hold; give a new one"
        )));
    }
    writer.withdraw_verdict(verdict, change.actor.id, change.at)?;
    let (verdicts, _) = writer.verdicts(Scope::Claim(claim))?;
    if verdicts.iter().all(|verdict| verdict.withdrawn) {
        writer.set_state(claim, state_before_any(change, claim)?, None)?;
    }
    Ok(())
}

/// The state of a claim before it had a verdict: that in which somebody last
/// gave the first.
fn state_before_any(change: &Change<'_>, claim: ClaimId) -> Result<ClaimState> {
    let subject = Subject {
        kind: SubjectKind::Claim,
        id: claim.0,
    };
    let events = change.writer.events(Some(subject), None)?;
    let mut before = events
        .iter()
        .rev()
        .filter(|event| event.action == Action::VerdictAdd.as_str())
        .filter_map(state_before);
    Ok(before
        .find(|state| state.is_open())
        .unwrap_or(ClaimState::ToCheck))
}

/// Takes an act of an editor back: the desk rules what it ruled before it.
fn undo_ruling(change: &Change<'_>, claim: ClaimId, id: RulingId) -> Result<()> {
    let rulings = change.writer.rulings(Scope::Claim(claim))?;
    let Some(at) = rulings.iter().position(|ruling| ruling.id == id) else {
        return Err(DeskError::UnknownNumber {
            what: "ruling",
            id: id.0,
        });
    };
    let ruling = &rulings[at];
    let before = Standing::of(&rulings[..at]);
    let new = NewRuling {
        claim,
        verdict: ruling.verdict,
        rating: ruling.rating_id,
        outcome: RulingOutcome::Undone,
        four_eyes: ruling.four_eyes,
        undoes: Some(id),
        rules: before.ruled,
        because: None,
    };
    change
        .writer
        .insert_ruling(change.actor.id, &new, change.uuid(), change.at)?;
    change.writer.set_state(claim, before.state(), None)?;
    Ok(())
}
