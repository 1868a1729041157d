//! The model that sentences are scored by.

use std::borrow::Cow;

use super::{Desk, DeskError, Result};
use crate::extract::{Model, shipped};

impl Desk {
    /// The model that this desk scores by.
    pub fn model(&self) -> Result<Cow<'static, Model>> {
        let model = shipped().map_err(|error| DeskError::Model {
            whose: "the model that claimdesk ships",
            why: error.to_string(),
        })?;
        Ok(Cow::Borrowed(model))
    }
}
