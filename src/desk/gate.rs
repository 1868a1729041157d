//! May an article be published? The desk's policy, and what stands in the way
//! under it.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use super::articles::find_article;
use super::model::model_of;
use super::permissions::editor_only;
use super::settings::{config_event, house_rules};
use super::transact::{Act, Done};
use super::{Desk, DeskError, Result};
use crate::gate::{self, Blocker, Policy, PolicyOrigin};
use crate::model::event::Action;
use crate::model::ids::ArticleId;
use crate::store::{Reader, Setting};

/// Whether an article may be published, and why not.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GateAnswer {
    /// The article.
    pub article: ArticleId,
    /// Whether it may be published: nothing stands in the way.
    pub may_be_published: bool,
    /// The policy that it was held against.
    pub policy: PolicyInForce,
    /// What stands in the way: what is on the article, then what is on its
    /// claims in the order of the text.
    pub blockers: Vec<Blocker>,
}

/// A policy, and where it is from.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PolicyInForce {
    /// Where it is from.
    pub from: PolicyOrigin,
    /// Its rules by name.
    pub rules: Policy,
}

/// The desk's policy, else the standard one.
pub(super) fn policy_of(reader: &Reader<'_>) -> Result<PolicyInForce> {
    let own = reader.setting(Setting::Policy)?;
    let (from, policy) = match own {
        Some(text) => (PolicyOrigin::Desk, text.parse()),
        None => (PolicyOrigin::Standard, Policy::standard()),
    };
    Ok(PolicyInForce {
        from,
        rules: policy.map_err(DeskError::OwnPolicy)?,
    })
}

/// Whether an article may be published, and why not: under the policy that is
/// given, else under the desk's.
pub(super) fn gate_answer(
    reader: &Reader<'_>,
    article: ArticleId,
    policy: Option<&Policy>,
) -> Result<GateAnswer> {
    let policy = match policy {
        Some(given) => PolicyInForce {
            from: PolicyOrigin::File,
            rules: given.clone(),
        },
        None => policy_of(reader)?,
    };
    let threshold = if policy.rules.asks_for_coverage() {
        Some(model_of(reader)?.header().threshold)
    } else {
        None
    };
    let four_eyes = house_rules(reader)?.four_eyes;
    let facts = reader.gate_facts(article, four_eyes, threshold)?;
    let blockers = gate::judge(&policy.rules, &facts);
    Ok(GateAnswer {
        article,
        may_be_published: blockers.is_empty(),
        policy,
        blockers,
    })
}

/// A policy as the history tells of it.
fn told(text: Option<&str>) -> Value {
    let name = match text {
        Some(_) => "a policy of the desk's own",
        None => "the standard policy",
    };
    json!({ "name": name, "policy": text })
}

impl Desk {
    /// Whether an article may be published, and why not: under the policy that
    /// is given, else under the desk's.
    pub fn gate(&self, article: ArticleId, policy: Option<&Policy>) -> Result<GateAnswer> {
        self.look(|reader| {
            find_article(reader, article)?;
            gate_answer(reader, article, policy)
        })
    }

    /// The desk's policy, else the standard one.
    pub fn policy(&self) -> Result<PolicyInForce> {
        self.look(policy_of)
    }

    /// Gives the desk a policy of its own, or takes it away, so that the
    /// standard one holds. Editors only.
    pub fn set_policy(&mut self, act: &Act, policy: Option<&Policy>) -> Result<PolicyInForce> {
        self.transact(act, |change| {
            editor_only(&change.actor, "change the desk's policy")?;
            let writer = change.writer;
            let before = writer.setting(Setting::Policy)?;
            let after = policy.map(Policy::text);
            match after {
                Some(text) => writer.set(Setting::Policy, text, change.at)?,
                None => writer.unset(Setting::Policy, change.at)?,
            }
            let event = config_event(Action::PolicySet)
                .before(told(before.as_deref()))
                .after(told(after));
            let changed = before.as_deref() != after;
            Ok(Done::when(changed, policy_of(writer)?, event))
        })
    }
}
