//! The desk's settings.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, named_params};

use super::rows::time;
use super::{Reader, Result, Writer};
use crate::model::settings::SettingKey;

/// A setting that the desk keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum Setting {
    /// Handle of who acts when nobody is named.
    DefaultReviewer,
    /// Slug of the scale that verdicts use when none is named.
    DefaultScale,
    /// Whether others' verdicts are hidden until one's own is in.
    Blind,
    /// Whether a rating needs a source with a locator.
    EvidenceRequired,
    /// Whether nobody signs off a verdict of their own.
    FourEyes,
    /// How many sign-offs a ruling takes.
    SignOffsRequired,
    /// How many sign-offs must bear one rating.
    SignOffsAgreeing,
    /// Rules that do not run, separated by commas.
    LintIgnore,
    /// From how many years on a source is old.
    LintSourceYears,
    /// Who publishes the desk's checks.
    Publisher,
    /// The address of who publishes the desk's checks.
    PublisherUrl,
    /// What reports are called.
    ReportTitle,
    /// SHA-256 of the bytes of the picture on reports.
    ReportLogo,
    /// The colour of reports.
    ReportAccent,
    /// The rules for publication, in TOML.
    Policy,
    /// SHA-256 of the bytes of the model that sentences are scored by; none
    /// for the shipped one.
    Model,
}

impl Setting {
    /// Whether this is the name of a setting.
    pub(crate) fn is_known(name: &str) -> bool {
        use strum::IntoEnumIterator;
        Self::iter().any(|setting| <&str>::from(setting) == name)
    }
}

impl From<SettingKey> for Setting {
    fn from(key: SettingKey) -> Self {
        match key {
            SettingKey::Blind => Self::Blind,
            SettingKey::DefaultReviewer => Self::DefaultReviewer,
            SettingKey::DefaultScale => Self::DefaultScale,
            SettingKey::EvidenceRequired => Self::EvidenceRequired,
            SettingKey::FourEyes => Self::FourEyes,
            SettingKey::LintIgnore => Self::LintIgnore,
            SettingKey::LintSourceYears => Self::LintSourceYears,
            SettingKey::Publisher => Self::Publisher,
            SettingKey::PublisherUrl => Self::PublisherUrl,
            SettingKey::ReportAccent => Self::ReportAccent,
            SettingKey::ReportLogo => Self::ReportLogo,
            SettingKey::ReportTitle => Self::ReportTitle,
            SettingKey::SignOffsAgreeing => Self::SignOffsAgreeing,
            SettingKey::SignOffsRequired => Self::SignOffsRequired,
        }
    }
}

impl Reader<'_> {
    /// The value of a setting, when it has one.
    pub fn setting(&self, setting: Setting) -> Result<Option<String>> {
        let mut query = self
            .connection
            .prepare_cached("SELECT value FROM settings WHERE key = :key")?;
        let key: &str = setting.into();
        let value = query.query_one(named_params! { ":key": key }, |row| row.get(0));
        Ok(value.optional()?.flatten())
    }
}

impl Writer<'_> {
    /// Gives a setting its value.
    pub fn set(&self, setting: Setting, value: &str, at: DateTime<Utc>) -> Result<()> {
        let key: &str = setting.into();
        self.connection.execute(
            "INSERT INTO settings (key, value, updated_at) VALUES (:key, :value, :at)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at",
            named_params! { ":key": key, ":value": value, ":at": time(at) },
        )?;
        Ok(())
    }

    /// Takes a setting's value away.
    pub fn unset(&self, setting: Setting, at: DateTime<Utc>) -> Result<()> {
        let key: &str = setting.into();
        self.connection.execute(
            "UPDATE settings SET value = NULL, updated_at = :at WHERE key = :key AND value IS NOT NULL",
            named_params! { ":key": key, ":at": time(at) },
        )?;
        Ok(())
    }
}
