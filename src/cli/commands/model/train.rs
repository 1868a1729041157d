//! `claimdesk model train`: a model from judged sentences.

use std::path::{Path, PathBuf};

use clap::{ArgGroup, Args};

use super::given::{MANY, examples, in_examples};
use super::matching::trained as learn_to_match;
use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::output::ModelTrained;
use crate::extract::Model;
use crate::extract::model::{Lessons, TrainedOn, refine, train};
use crate::matching;

/// Teach a model which sentences deserve a check
///
/// From a file of judged sentences, from what the desk has decided of its claims, or from both. From the
/// desk alone, the model in use is taken further: its weights move only as far as the decisions ask for.
/// A claim that somebody took up or added counts as check-worthy, one that was dismissed as not; one that
/// nobody has looked at says nothing. The same sentences and seed give the same file, byte for byte.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("lessons").required(true).multiple(true).args(["data", "from_desk", "matching"]))]
#[command(
    after_help = "Examples:\n  claimdesk model train --data judged.csv -o house.model\n  \
claimdesk model train --from-desk -o house.model\n  \
claimdesk model train --matching claim-matching -o matching.model\n\n\
The file is a .csv or .tsv with a header, or a .jsonl with one object a line. The sentence stands in text \
(or sentence, claim), the label in check_worthy (or verdict, label, class_label): 1, yes or true; 0, -1, no \
or false. What the sentence is from may stand in group (or debate, article, file_id): sentences of one \
group are never on both sides of a cross-validation.\n\n\
A folder for --matching has checked claims in a file *.docs.tsv (id, claim, title) or vclaims.jsonl, and in it, or in a \
folder within, questions in *.queries.tsv (id, text) with their answers in *.qrels (question 0 claim 1), as the CheckThat! \
labs publish them. Those in a file or folder named train are learned from.\n\n\
Next: `claimdesk model evaluate` measures it; `claimdesk model use house.model` lets the desk score by it."
)]
pub(crate) struct Train {
    /// Judged sentences: a .csv, .tsv or .jsonl file
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// Learn from the desk's accepted and dismissed claims
    #[arg(long)]
    from_desk: bool,
    /// Teach what claims are compared by instead, from a folder of checked claims and questions
    #[arg(long, value_name = "DIR", conflicts_with_all = ["data", "from_desk"])]
    matching: Option<PathBuf>,
    /// The model to write
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// What chance follows from
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Name of what it learned from [default: the file's]
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// Who made them
    #[arg(long, value_name = "TEXT")]
    origin: Option<String>,
    /// Their licence
    #[arg(long, value_name = "TEXT")]
    licence: Option<String>,
}

impl Train {
    pub(crate) fn run(self, context: &Context, output: &mut Output) -> Done {
        files::check_writable(&self.output)?;
        if let Some(folder) = &self.matching {
            let name = self.name.clone();
            let about = matching::TrainedOn {
                name: name.unwrap_or_else(|| folder.display().to_string()),
                origin: self.origin.clone(),
                licence: self.licence.clone(),
                ..matching::TrainedOn::default()
            };
            learn_to_match(folder, &self.output, about, self.seed, output)?;
            return Ok(Exit::Done);
        }
        let model = match &self.data {
            Some(data) => self.learned(data, context, output)?,
            None => self.refined(context)?,
        };
        let bytes = model.to_bytes().map_err(|error| CliError::Model {
            file: self.output.clone(),
            error,
        })?;
        files::write_whole(&self.output, &bytes)?;
        output.one(&ModelTrained {
            file: self.output.clone(),
            header: model.header().clone(),
        })?;
        output.note(format!(
            "next: claimdesk model use {}",
            self.output.display()
        ));
        Ok(Exit::Done)
    }

    /// From a file, and what the desk decided where that is wanted.
    fn learned(
        &self,
        data: &Path,
        context: &Context,
        output: &mut Output,
    ) -> Result<Model, CliError> {
        let lessons = Lessons {
            given: examples(data)?,
            decided: if self.from_desk {
                context.desk()?.decisions()?
            } else {
                Vec::new()
            },
        };
        let sentences = lessons.all().count();
        if sentences > MANY {
            output.note(format!("learning from {sentences} sentences …"));
        }
        output
            .waiting("learning", || train(&lessons, self.about(data), self.seed))
            .map_err(|error| in_examples(&data.display(), error))
    }

    /// From what the desk decided alone.
    fn refined(&self, context: &Context) -> Result<Model, CliError> {
        let desk = context.desk()?;
        refine(&*desk.model()?, desk.decisions()?, self.seed)
            .map_err(|error| in_examples(&"the desk's decisions", error))
    }

    fn about(&self, data: &Path) -> TrainedOn {
        let stem = data.file_stem().unwrap_or_default().to_string_lossy();
        TrainedOn {
            name: self.name.clone().unwrap_or_else(|| stem.into_owned()),
            origin: self.origin.clone(),
            licence: self.licence.clone(),
            ..TrainedOn::default()
        }
    }
}
