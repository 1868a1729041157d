//! What follows from several lines together, once all are taken: settings, the
//! states of claims, revisions that two desks took apart, verdicts that two desks
//! gave in the place of the same one.

use serde_json::{Value, json};

use super::super::settings::fits;
use super::super::{DeskError, Result};
use super::merge::Merge;
use super::outcome::Stands;
use super::take::refused;
use super::weigh::Differing;
use crate::gate::Policy;
use crate::model::claim::ClaimState;
use crate::model::people::Role;
use crate::model::ruling::Standing;
use crate::model::settings::SettingKey;
use crate::store::Scope;
use crate::store::archive::{Fields, Kind, Of, Target, kind_called, said};

/// Settings that are the SHA-256 of bytes that the desk keeps.
const OF_BYTES: &[&str] = &["model", "report-logo"];

/// Acts that change settings.
const SETTINGS: &[&str] = &["config.set", "policy.set", "model.use", "desk.init"];

impl Merge<'_> {
    /// Takes a setting: the one that was set later stands. Those of a desk on which
    /// nothing was done yet give way.
    pub(super) fn take_setting(
        &mut self,
        line: u64,
        kind: &'static Kind,
        there: &Fields,
    ) -> Result<()> {
        let writer = self.writer;
        let (key, value) = (said(there, "key"), there.get("value"));
        if !crate::store::Setting::is_known(key) || super::special::is_of_one_desk(kind, there) {
            return Err(refused(line, format!("setting: “{key}” is none of a desk")));
        }
        let value = value.and_then(Value::as_str);
        let is_missing = match value {
            Some(sha256) if OF_BYTES.contains(&key) => {
                writer.row_of(Target::Blob, sha256)?.is_none()
            }
            Some(slug) if key == "default-scale" => writer.row_of(Target::Scale, slug)?.is_none(),
            _ => false,
        };
        if is_missing {
            return Err(refused(
                line,
                format!("setting: what {key} names is not in the archive"),
            ));
        }
        let fits = match (key.parse::<SettingKey>(), value) {
            (Ok(setting), Some(value)) if !OF_BYTES.contains(&key) => fits(writer, setting, value),
            (Err(_), Some(policy)) if key == "policy" => policy
                .parse::<Policy>()
                .map(drop)
                .map_err(DeskError::OwnPolicy),
            _ => Ok(()),
        };
        fits.map_err(|error| refused(line, format!("setting: {error}")))?;
        let here = writer.thing(kind, &[key])?;
        let Some(here) = here else {
            writer.put_setting(key, value, said(there, "updated_at"))?;
            self.done.of(kind.word).added += 1;
            return Ok(());
        };
        let told = |fields: &Fields| {
            let value = fields.get("value").and_then(Value::as_str);
            (
                said(fields, "updated_at").to_owned(),
                value.map(str::to_owned),
            )
        };
        let stands = match self.new_desk {
            Some(Stands::Here) => Stands::There,
            None if told(there) > told(&here) => Stands::There,
            None | Some(Stands::There) => Stands::Here,
        };
        if here.get("value") != there.get("value") && self.new_desk.is_none() {
            let touched = writer.touched(&Of::desk(), SETTINGS)?;
            if touched.here.is_some() && touched.there.is_some() {
                let differing = Differing {
                    fields: vec!["value".to_owned()],
                    here: here.get("value").cloned().unwrap_or_default(),
                    there: there.get("value").cloned().unwrap_or_default(),
                    stands,
                    because: "both desks set it, and this was set later",
                };
                self.conflict(kind, &here, differing)?;
            }
        }
        if stands == Stands::Here || told(&here) == told(there) {
            self.done.of(kind.word).unchanged += 1;
            return Ok(());
        }
        writer.put_setting(key, value, said(there, "updated_at"))?;
        self.done.of(kind.word).updated += 1;
        Ok(())
    }

    /// Tells of two verdicts of one person that were given apart.
    pub(super) fn tell_of_rival(&mut self, kind: &'static Kind, there: &Fields) -> Result<()> {
        let Some(uuid) = self.writer.rival_of(there)? else {
            return Ok(());
        };
        let here = self.writer.thing(kind, &[&uuid])?.unwrap_or_default();
        let stands = if said(there, "uuid") > uuid.as_str() {
            Stands::There
        } else {
            Stands::Here
        };
        let shown = |fields: &Fields| json!({ "rating": fields.get("rating"), "rationale": fields.get("rationale") });
        let differing = Differing {
            fields: vec!["rating".to_owned()],
            here: shown(&here),
            there: shown(there),
            stands,
            because: "one person gave a verdict on both desks; both stay, and the later one counts",
        };
        self.conflict(kind, there, differing)
    }

    /// A desk always has an editor: where each of two desks made the other's last one a
    /// checker, who joined first becomes one again.
    fn keep_an_editor(&mut self) -> Result<()> {
        let mut reviewers = self.writer.reviewers()?;
        if reviewers.iter().any(|one| one.role == Role::Editor) {
            return Ok(());
        }
        reviewers.sort_by_key(|one| one.uuid);
        let (Some(first), Some(kind)) = (reviewers.first(), kind_called("reviewer")) else {
            return Ok(());
        };
        self.writer
            .update_reviewer(first.id, &first.name, Role::Editor)?;
        self.changed = true;
        let fields = self.writer.thing(kind, &[&first.uuid.to_string()])?;
        let differing = Differing {
            fields: vec!["role".to_owned()],
            here: Role::Editor.as_str().into(),
            there: Role::Checker.as_str().into(),
            stands: Stands::Here,
            because: "a desk always has an editor, and this is who joined first",
        };
        self.conflict(kind, &fields.unwrap_or_default(), differing)
    }

    /// Sets right what follows from all that was taken.
    pub(super) fn settle(&mut self) -> Result<()> {
        let writer = self.writer;
        for (article, number) in writer.mend_torn_articles()? {
            let Some(kind) = kind_called("article") else {
                continue;
            };
            self.changed = true;
            let uuid = writer.uuid_of_article(article.0)?.unwrap_or_default();
            let fields = writer.thing(kind, &[&uuid])?.unwrap_or_default();
            let differing = Differing {
                fields: vec!["revisions".to_owned()],
                here: json!({ "revised_from": number }),
                there: json!({ "revised_from": number }),
                stands: Stands::There,
                because: "both desks put in a new draft; all drafts stay, numbered in the order in which they came",
            };
            self.conflict(kind, &fields, differing)?;
        }
        self.keep_an_editor()?;
        for claim in writer.touched_claims()? {
            let Some(state) = writer.state_of(claim)? else {
                continue;
            };
            let rulings = writer.rulings(Scope::Claim(claim))?;
            let (verdicts, _) = writer.verdicts(Scope::Claim(claim))?;
            let kept = verdicts.iter().any(|verdict| !verdict.withdrawn);
            let settled = settled(state, kept, &Standing::of(&rulings), !rulings.is_empty());
            if settled != state {
                writer.set_state(claim, settled, None)?;
                self.changed = true;
            }
        }
        writer.settle_touched_claims()?;
        Ok(())
    }
}

/// The state of a claim with all its verdicts and rulings, where one desk alone would
/// have given it this one.
fn settled(state: ClaimState, kept: bool, standing: &Standing, ruled_on: bool) -> ClaimState {
    use ClaimState as S;
    if standing.published || standing.ruled.is_some() {
        return standing.state();
    }
    match state {
        S::Extracted | S::ToCheck | S::Dismissed if kept => S::InReview,
        S::Decided | S::Published if ruled_on => S::InReview,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_carries_a_verdict_is_in_review_and_what_is_ruled_is_decided() {
        let none = Standing::default();
        for state in [
            ClaimState::Extracted,
            ClaimState::ToCheck,
            ClaimState::Dismissed,
        ] {
            assert_eq!(settled(state, true, &none, false), ClaimState::InReview);
            assert_eq!(settled(state, false, &none, false), state);
        }
        assert_eq!(
            settled(ClaimState::Decided, true, &none, true),
            ClaimState::InReview
        );
        let published = Standing {
            published: true,
            ..Standing::default()
        };
        assert_eq!(
            settled(ClaimState::InReview, true, &published, true),
            ClaimState::Published
        );
    }
}
