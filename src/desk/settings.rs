//! What the desk has agreed on about how it works.

use serde_json::json;

use super::gate::policy_of;
use super::lint::OLD_FROM_YEARS;
use super::look::{logo, title};
use super::model::own_model_of;
use super::permissions::editor_only;
use super::scales::find_scale;
use super::transact::{Act, Change, Done, reviewer_named};
use super::{Desk, DeskError, Result};
use crate::identity::host;
use crate::lint::Selection;
use crate::model::event::{Action, NewEvent, SubjectKind};
use crate::model::ruling::Panel;
use crate::model::settings::{HouseRules, SettingKey, SettingShown};
use crate::report::look::accent::Accent;
use crate::report::look::logo::Logo;
use crate::report::look::{LONGEST_TITLE, TITLE};
use crate::store::{Reader, Setting, StoreError};

const ON: &str = "on";
const OFF: &str = "off";
const AUTO: &str = "auto";

/// Most editors that may be asked to sign off a claim.
const MOST_SIGN_OFFS: u32 = 99;

/// Whether others' verdicts are hidden until one's own is in.
pub(super) fn is_blind(reader: &Reader<'_>) -> Result<bool> {
    is_on(reader, Setting::Blind, false)
}

/// Whether a rating on the scale needs a source with a locator.
pub(super) fn evidence_required(reader: &Reader<'_>) -> Result<bool> {
    is_on(reader, Setting::EvidenceRequired, true)
}

fn is_on(reader: &Reader<'_>, setting: Setting, default: bool) -> Result<bool> {
    let value = reader.setting(setting)?;
    Ok(value.map_or(default, |value| value == ON))
}

/// The settings that verdicts and rulings are held to.
pub(super) fn house_rules(reader: &Reader<'_>) -> Result<HouseRules> {
    let number = |setting| {
        Ok::<_, DeskError>(
            reader
                .setting(setting)?
                .and_then(|value| value.parse().ok()),
        )
    };
    let four_eyes = match reader.setting(Setting::FourEyes)?.as_deref() {
        Some(ON) => true,
        Some(OFF) => false,
        _ => reader.reviewers()?.len() > 1,
    };
    let required = number(Setting::SignOffsRequired)?.unwrap_or(1);
    let agreeing = number(Setting::SignOffsAgreeing)?.unwrap_or(Panel::majority_of(required));
    Ok(HouseRules {
        blind: is_blind(reader)?,
        evidence_required: evidence_required(reader)?,
        four_eyes,
        panel: Panel {
            required,
            agreeing: agreeing.min(required),
        },
    })
}

/// The value of a setting as it is in force, and whether somebody set it.
fn in_force(reader: &Reader<'_>, key: SettingKey) -> Result<SettingShown> {
    let stored = reader.setting(key.into())?;
    let rules = house_rules(reader)?;
    let on_off = |on: bool| if on { ON } else { OFF }.to_owned();
    let value = match (key, &stored) {
        (SettingKey::Blind, _) => on_off(rules.blind),
        (SettingKey::EvidenceRequired, _) => on_off(rules.evidence_required),
        (SettingKey::FourEyes, _) => on_off(rules.four_eyes),
        (SettingKey::SignOffsRequired, _) => rules.panel.required.to_string(),
        (SettingKey::SignOffsAgreeing, _) => rules.panel.agreeing.to_string(),
        (SettingKey::ReportLogo, Some(_)) => {
            logo(reader)?.map_or_else(String::new, |logo| logo.said())
        }
        (SettingKey::ReportTitle, None) => TITLE.to_owned(),
        (SettingKey::LintSourceYears, None) => OLD_FROM_YEARS.to_string(),
        (
            SettingKey::DefaultReviewer
            | SettingKey::DefaultScale
            | SettingKey::LintIgnore
            | SettingKey::LintSourceYears
            | SettingKey::Publisher
            | SettingKey::PublisherUrl
            | SettingKey::ReportAccent
            | SettingKey::ReportLogo
            | SettingKey::ReportTitle,
            stored,
        ) => stored.clone().unwrap_or_default(),
    };
    Ok(SettingShown {
        key,
        value,
        set: stored.is_some(),
        meaning: key.meaning(),
    })
}

/// The value as the desk keeps it, or why it does not fit; none where it goes
/// back to the default.
fn checked(reader: &Reader<'_>, key: SettingKey, value: &str) -> Result<Option<String>> {
    let value = value.trim();
    let refuse = |wanted: &str| {
        Err(DeskError::Invalid(format!(
            "“{value}” does not fit the setting {key}; give {wanted}"
        )))
    };
    let number = || {
        value
            .parse::<u32>()
            .ok()
            .filter(|number| (1..=MOST_SIGN_OFFS).contains(number))
    };
    match key {
        SettingKey::Blind | SettingKey::EvidenceRequired => match value {
            ON | OFF => Ok(Some(value.to_owned())),
            _ => refuse("on or off"),
        },
        SettingKey::FourEyes => match value {
            ON | OFF => Ok(Some(value.to_owned())),
            AUTO => Ok(None),
            _ => refuse("on, off or auto"),
        },
        SettingKey::SignOffsRequired | SettingKey::LintSourceYears => match number() {
            Some(number) => Ok(Some(number.to_string())),
            None => refuse("a number from 1 to 99"),
        },
        SettingKey::SignOffsAgreeing if value == AUTO => Ok(None),
        SettingKey::SignOffsAgreeing => {
            let required = house_rules(reader)?.panel.required;
            match number() {
                Some(number) if number <= required => Ok(Some(number.to_string())),
                _ => refuse(&format!(
                    "a number up to sign-offs-required, which is {required}, or auto"
                )),
            }
        }
        SettingKey::LintIgnore if value.is_empty() => Ok(None),
        SettingKey::LintIgnore => match Selection::default().without(value) {
            Ok(_) => Ok(Some(value.to_owned())),
            Err(error) => refuse(&format!(
                "rules as `claimdesk lint --list` names them ({error})"
            )),
        },
        SettingKey::ReportTitle | SettingKey::Publisher => match title(value) {
            Some(title) => Ok(Some(title)),
            None => refuse(&format!(
                "a name of at most {LONGEST_TITLE} characters on one line"
            )),
        },
        SettingKey::PublisherUrl => match host(value) {
            Some(_) => Ok(Some(value.to_owned())),
            None => refuse("a web address such as https://example.org"),
        },
        SettingKey::ReportAccent => match value.parse::<Accent>() {
            Ok(colour) => Ok(Some(colour.to_string())),
            Err(_) => refuse("a colour such as #0a5 or #00aa55"),
        },
        SettingKey::ReportLogo => refuse("a file with a picture"),
        SettingKey::DefaultReviewer => Ok(Some(reviewer_named(reader, value)?.handle.to_string())),
        SettingKey::DefaultScale => Ok(Some(find_scale(reader, Some(value))?.slug)),
    }
}

/// Whether a setting that keeps no file can have a value that it had before, here or on
/// another desk.
pub(super) fn fits(reader: &Reader<'_>, key: SettingKey, value: &str) -> Result<()> {
    match key {
        // How many are asked for may have become fewer since.
        SettingKey::SignOffsAgreeing => match value.parse::<u32>() {
            Ok(_) => Ok(()),
            Err(_) => Err(DeskError::Invalid(format!("“{value}” is no number"))),
        },
        key => checked(reader, key, value).map(drop),
    }
}

/// The settings whose values can't be read as what they are.
pub(super) fn unfit_settings(reader: &Reader<'_>) -> Result<Vec<String>> {
    let mut unfit = Vec::new();
    let mut note = |key: &str, fits: Result<()>| match fits {
        // The desk itself can't be read.
        Err(DeskError::Store(error @ StoreError::Sqlite(_))) => Err(DeskError::Store(error)),
        Err(error) => {
            unfit.push(format!("{key}: {error}"));
            Ok(())
        }
        Ok(()) => Ok(()),
    };
    for key in SettingKey::ALL {
        let Some(value) = reader.setting((*key).into())? else {
            continue;
        };
        let fits = match key {
            SettingKey::ReportLogo => logo(reader).map(drop),
            key => fits(reader, *key, &value),
        };
        note(key.as_str(), fits)?;
    }
    note("policy", policy_of(reader).map(drop))?;
    note("model", own_model_of(reader).map(drop))?;
    Ok(unfit)
}

/// The event of a setting that changed.
pub(super) fn config_event(action: Action) -> NewEvent {
    NewEvent {
        action,
        kind: SubjectKind::Desk,
        id: 1,
        uuid: None,
        before: None,
        after: None,
    }
}

impl Desk {
    /// Every setting with its value.
    pub fn settings(&self) -> Result<Vec<SettingShown>> {
        self.look(|reader| {
            SettingKey::ALL
                .iter()
                .map(|key| in_force(reader, *key))
                .collect()
        })
    }

    /// One setting with its value.
    pub fn setting(&self, key: SettingKey) -> Result<SettingShown> {
        self.look(|reader| in_force(reader, key))
    }

    /// Gives a setting a value, or takes its value away, so that the default
    /// holds. Editors only.
    pub fn set_setting(
        &mut self,
        act: &Act,
        key: SettingKey,
        value: Option<&str>,
    ) -> Result<SettingShown> {
        self.transact(act, |change| {
            editor_only(&change.actor, "change the desk's settings")?;
            let value = match value {
                Some(value) => checked(change.writer, key, value)?,
                None => None,
            };
            put(change, key, value.as_deref())
        })
    }

    /// Gives reports a picture. Editors only.
    pub fn set_report_logo(&mut self, act: &Act, logo: &Logo) -> Result<SettingShown> {
        self.transact(act, |change| {
            editor_only(&change.actor, "change the desk's settings")?;
            let kept = change.writer.keep_logo(logo.bytes())?;
            put(change, SettingKey::ReportLogo, Some(&kept))
        })
    }
}

/// Gives a setting a value that was checked, or takes its value away.
fn put(change: &Change<'_>, key: SettingKey, value: Option<&str>) -> Result<Done<SettingShown>> {
    let writer = change.writer;
    let before = writer.setting(key.into())?;
    if before.as_deref() == value {
        return Ok(Done::unchanged(in_force(writer, key)?));
    }
    match value {
        Some(value) => writer.set(key.into(), value, change.at)?,
        None if matches!(key, SettingKey::DefaultReviewer | SettingKey::DefaultScale) => {
            return Err(DeskError::NotNow(format!(
                "the setting {key} can't be taken away; give it another value"
            )));
        }
        None => writer.unset(key.into(), change.at)?,
    }
    let event = config_event(Action::ConfigSet)
        .before(json!({ "setting": key, "value": before }))
        .after(json!({ "setting": key, "value": value }));
    Ok(Done::with(in_force(writer, key)?, event))
}
