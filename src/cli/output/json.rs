//! Values as JSON: one array or object, or one object a line.

use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::error::CliError;

/// One value over several lines.
pub(crate) fn pretty<T: Serialize + ?Sized>(value: &T) -> Result<String, CliError> {
    let text =
        serde_json::to_string_pretty(value).map_err(|error| CliError::Show(error.to_string()))?;
    Ok(text + "\n")
}

/// An error as programs get it.
#[derive(Serialize, JsonSchema)]
pub(super) struct Told<'a> {
    /// What went wrong, in a sentence.
    error: &'a str,
    /// What to do next.
    hint: Option<&'a str>,
    /// The exit code's name.
    code: &'static str,
}

/// An error on one line: the sentence, what to do next, the exit code's name.
pub(crate) fn error(error: &str, hint: Option<&str>, code: &'static str) -> String {
    // Texts can always be written as JSON.
    serde_json::to_string(&Told { error, hint, code }).unwrap_or_default()
}

/// One line for each value.
pub(crate) fn lines<T: Serialize>(values: &[T]) -> Result<String, CliError> {
    let mut text = String::new();
    for value in values {
        text += &serde_json::to_string(value).map_err(|error| CliError::Show(error.to_string()))?;
        text.push('\n');
    }
    Ok(text)
}

/// One item of an array over several lines, as [`pretty`] writes it, with
/// what parts it from the item before it.
pub(super) fn item<T: Serialize>(value: &T) -> Result<String, CliError> {
    let array = pretty(std::slice::from_ref(value))?;
    let item = array
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix("\n]\n"));
    Ok(format!(",{}", item.unwrap_or_default()))
}

/// What stands before the items of an array, instead of the first comma.
pub(super) const ARRAY_BEGINS: &str = "[";

/// What stands behind them.
pub(super) const ARRAY_ENDS: &str = "\n]\n";

/// An array without items.
pub(super) const EMPTY_ARRAY: &str = "[]\n";
