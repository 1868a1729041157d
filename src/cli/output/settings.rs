//! Settings of the desk and personal defaults, for eyes.

use schemars::JsonSchema;
use serde::Serialize;

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};

/// A setting of the desk, or a default of the person, as it is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct SettingInForce {
    /// Its name.
    pub(crate) key: &'static str,
    /// Its value; empty where there is none.
    pub(crate) value: String,
    /// Whether somebody set it; otherwise it is the default.
    pub(crate) set: bool,
    /// Whose it is: the desk's, or the person's.
    pub(crate) scope: &'static str,
    /// Who says so: option, environment, personal, desk or default.
    pub(crate) origin: &'static str,
    /// Where that is said: the option, the variable or the file.
    #[serde(rename = "where")]
    pub(crate) place: Option<String>,
    /// What it does.
    pub(crate) meaning: &'static str,
}

impl Listed for SettingInForce {
    const COLUMNS: &'static [&'static str] = &["setting", "value", "from", "what it does"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.key),
            Cell::text(&self.value),
            Cell::text(self.origin),
            Cell::text(self.meaning),
        ]
    }
}

impl Shown for SettingInForce {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Setting {}", self.key));
        page.fact("value", &self.value);
        page.fact("from", self.origin);
        if let Some(place) = &self.place {
            page.fact("where", place);
        }
        page.fact("what it does", self.meaning);
    }
}

/// A setting of which the place that says so is shown.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(transparent)]
pub(crate) struct WithOrigin(pub(crate) SettingInForce);

impl Listed for WithOrigin {
    const COLUMNS: &'static [&'static str] = &["setting", "value", "from", "where"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.0.key),
            Cell::text(&self.0.value),
            Cell::text(self.0.origin),
            Cell::text(self.0.place.as_deref().unwrap_or_default()),
        ]
    }
}
