//! What the commands on models are given: files of judged sentences, files of
//! models, and the model in use where none is named.

use std::borrow::Cow;
use std::fmt::Display;
use std::path::Path;

use crate::cli::commands::Context;
use crate::cli::error::CliError;
use crate::cli::files;
use crate::desk::{shipped_matcher, shipped_model};
use crate::extract::Model;
use crate::extract::model::{ExamplesError, ExamplesFormat, Labelled, read_examples};
use crate::ingest::limits::MAX_BYTES;
use crate::matching::Matcher;

/// So many sentences take a while to learn from.
pub(super) const MANY: usize = 2_000;

/// How a desk's own model is called.
pub(super) const OWN: &str = "the desk's own model";

/// How the shipped model is called.
const SHIPPED: &str = "the model that claimdesk ships";

/// The judged sentences of a file, which is read as its ending says.
pub(super) fn examples(path: &Path) -> Result<Vec<Labelled>, CliError> {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let format = ending
        .and_then(ExamplesFormat::of_ending)
        .ok_or_else(|| no_format(path))?;
    let bytes = files::read(path, MAX_BYTES)?;
    read_examples(bytes.as_slice(), format).map_err(|error| in_examples(&path.display(), error))
}

fn no_format(path: &Path) -> CliError {
    CliError::Usage(format!(
        "{} can't be read as judged sentences: its name must end in .{}",
        path.display(),
        ExamplesFormat::ENDINGS.join(" or .")
    ))
}

/// The error of judged sentences, with where they are from.
pub(super) fn in_examples(given: &dyn Display, error: ExamplesError) -> CliError {
    CliError::Examples {
        given: given.to_string(),
        error,
    }
}

/// The model in a file, and its bytes.
pub(in crate::cli::commands) fn model(path: &Path) -> Result<(Model, Vec<u8>), CliError> {
    let bytes = files::read(path, MAX_BYTES)?;
    let model = Model::from_bytes(&bytes).map_err(|error| CliError::Model {
        file: path.to_owned(),
        error,
    })?;
    Ok((model, bytes))
}

/// A model, and which it is in words.
pub(super) type Named = (Cow<'static, Model>, String);

/// The model in a file, else the desk's own, else the shipped one. A desk need
/// not be there.
pub(super) fn model_or_in_use(path: Option<&Path>, context: &Context) -> Result<Named, CliError> {
    if let Some(path) = path {
        let (model, _) = model(path)?;
        return Ok((
            Cow::Owned(model),
            format!("the model in {}", path.display()),
        ));
    }
    let own = match context.desk_if_any()? {
        Some(desk) => desk.own_model()?,
        None => None,
    };
    match own {
        Some(own) => Ok((Cow::Owned(own), OWN.to_owned())),
        None => shipped(),
    }
}

/// The shipped model.
pub(super) fn shipped() -> Result<Named, CliError> {
    Ok((Cow::Borrowed(shipped_model()?), SHIPPED.to_owned()))
}

/// The matcher in a file, else the shipped one.
pub(in crate::cli::commands) fn matcher(
    path: Option<&Path>,
) -> Result<Cow<'static, Matcher>, CliError> {
    let Some(path) = path else {
        return Ok(Cow::Borrowed(shipped_matcher()?));
    };
    let bytes = files::read(path, MAX_BYTES)?;
    let matcher = Matcher::from_bytes(&bytes).map_err(|error| CliError::Model {
        file: path.to_owned(),
        error,
    })?;
    Ok(Cow::Owned(matcher))
}
