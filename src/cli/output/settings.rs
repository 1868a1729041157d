//! Settings for eyes.

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::model::settings::SettingShown;

impl Listed for SettingShown {
    const COLUMNS: &'static [&'static str] = &["setting", "value", "from", "what it does"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.key),
            Cell::text(&self.value),
            Cell::text(origin(self)),
            Cell::text(self.meaning),
        ]
    }
}

impl Shown for SettingShown {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Setting {}", self.key));
        page.fact("value", &self.value);
        page.fact("from", origin(self));
        page.fact("what it does", self.meaning);
    }
}

/// Who says so.
fn origin(setting: &SettingShown) -> &'static str {
    if setting.set { "desk" } else { "default" }
}
