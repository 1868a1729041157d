//! How the desk has its reports look.

use super::names::filled;
use super::{Desk, DeskError, Result};
use crate::report::look::logo::Logo;
use crate::report::look::parts::Parts;
use crate::report::look::{LONGEST_TITLE, Look};
use crate::store::{Reader, Setting};

impl Desk {
    /// How the desk has its reports look.
    pub fn report_look(&self) -> Result<Look> {
        self.look(look)
    }
}

/// What the desk's settings say of its reports.
pub(super) fn look(reader: &Reader<'_>) -> Result<Look> {
    let accent = reader.setting(Setting::ReportAccent)?;
    Ok(Look {
        title: reader.setting(Setting::ReportTitle)?,
        logo: logo(reader)?,
        accent: accent.and_then(|colour| colour.parse().ok()),
        parts: Parts::default(),
        structured_data: None,
    })
}

/// The picture that the desk keeps for its reports.
pub(super) fn logo(reader: &Reader<'_>) -> Result<Option<Logo>> {
    let bytes = reader.bytes_of(Setting::ReportLogo)?;
    let logo = bytes.map(Logo::read).transpose();
    logo.map_err(|error| DeskError::Invalid(error.to_string()))
}

/// A name for reports; none where it says nothing, or too much.
pub(super) fn title(given: &str) -> Option<String> {
    let fits = given.chars().count() <= LONGEST_TITLE && !given.chars().any(char::is_control);
    filled(Some(given)).filter(|_| fits)
}
