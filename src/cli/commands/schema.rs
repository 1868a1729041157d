//! `claimdesk schema`: what the JSON that is printed looks like, for programs.

use clap::Args;

use super::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::{schema, schema_names};
use crate::cli::words::did_you_mean;

/// Print the JSON Schema of what a command prints as JSON
///
/// Where a command prints a list, the schema is that of one thing in it. Fields may be added in a later version; none that is there is
/// taken away or renamed. Without a name, lists the schemas.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk schema\n  claimdesk schema claim > claim.schema.json"
)]
pub(crate) struct SchemaOf {
    /// The schema's name
    name: Option<String>,
}

impl SchemaOf {
    pub(crate) fn run(self, _: &Context, output: &mut Output) -> Done {
        let Some(name) = &self.name else {
            output.list(&schema_names())?;
            return Ok(Exit::Done);
        };
        let schema = schema(name).ok_or_else(|| {
            let names = schema_names();
            let meant = did_you_mean(name, names.iter().map(|schema| schema.name));
            CliError::Usage(format!(
                "there is no schema “{name}”; `claimdesk schema` lists them{meant}"
            ))
        })?;
        output.json(&schema)?;
        Ok(Exit::Done)
    }
}
