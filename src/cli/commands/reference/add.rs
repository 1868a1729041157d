//! `claimdesk reference add`: a fact of the desk's own.

use clap::Args;

use crate::cli::commands::source::{SourceDetailArgs, source_ref};
use crate::cli::commands::{Context, Done, Output};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::desk::NewFact;
use crate::model::claim::ClaimRef;
use crate::model::edtf::Edtf;
use crate::model::reference::{Event, Fact, Organisation, Term};

/// Add a reference fact: an event, a term of office or an organisation
///
/// An event is looked for in sentences that meet every --words group: alternatives are parted by |, and * at the end of one
/// stands for any ending. With --from-claim, the ruling on a claim becomes the fact: its correction, else its statement, and
/// its sources. A fact of the name of a shipped one takes its place on this desk.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  claimdesk reference add bridge-opened-1932 --event \"The bridge of Kotešová was opened.\" --date 1932-05-03 \\\n    \
--words \"bridge*\" --words \"open*|inaugurat*\" --near \"Kotešová*\" --source https://example.org/plaque\n  \
claimdesk reference add mayor-vega --office mayor --person \"Ana Vega\" --name Vega --title Mayor --of Lindenau \\\n    \
--date 2019-06-01 --until 2023-06-01 --source 3\n  \
claimdesk reference add bridge-opened-1932 --from-claim 12 --date 1932-05-03 --words \"bridge*\" --words \"open*\"\n\n\
Next: `claimdesk lint --all` holds the articles against it."
)]
pub(crate) struct Add {
    /// A short name of small letters, digits and hyphens
    id: String,
    /// What happened, in a sentence
    #[arg(long, value_name = "SENTENCE", group = "kind")]
    event: Option<String>,
    /// The office that somebody held, such as president
    #[arg(long, group = "kind", requires = "person", requires = "of")]
    office: Option<String>,
    /// The organisation
    #[arg(long, value_name = "NAME", group = "kind")]
    organisation: Option<String>,
    /// Make it from the ruling on this claim: its number, or words that only it holds
    #[arg(long, value_name = "CLAIM", conflicts_with_all = ["office", "organisation"])]
    from_claim: Option<ClaimRef>,
    /// When it happened, or since when it is so: 2018, 2018-08, 2018-08-20, or an interval of which either end is right
    #[arg(long, value_name = "DATE")]
    date: Edtf,
    /// Until when it was so
    #[arg(long, value_name = "DATE", conflicts_with = "event")]
    until: Option<Edtf>,
    /// That an event went on from one end of its date to the other
    #[arg(long, conflicts_with_all = ["office", "organisation"])]
    lasting: bool,
    /// That a text which speaks of an event should say when it was
    #[arg(long, conflicts_with_all = ["office", "organisation"])]
    date_matters: bool,
    /// Another date that the same words can mean; can be given several times
    #[arg(long, value_name = "DATE")]
    also: Vec<Edtf>,
    /// A group of words that a sentence about an event has: opened|inaugurat*; can be given several times
    #[arg(long, value_name = "WORDS")]
    words: Vec<String>,
    /// A group of words that it, or a sentence beside it, has
    #[arg(long, value_name = "WORDS")]
    near: Vec<String>,
    /// Words that a sentence about it does not have
    #[arg(long, value_name = "WORDS")]
    not: Vec<String>,
    /// Who held the office
    #[arg(long)]
    person: Option<String>,
    /// Of which country or what an office is; whose government acted, of an event
    #[arg(long, value_name = "COUNTRY")]
    of: Option<String>,
    /// How else texts name the person or organisation; can be given several times
    #[arg(long)]
    name: Vec<String>,
    /// How texts write the title before the name, such as Mayor
    #[arg(long)]
    title: Vec<String>,
    /// What stands for the country before a title, such as Salvadoran
    #[arg(long)]
    demonym: Vec<String>,
    /// Where it happened
    #[arg(long)]
    place: Option<String>,
    /// Remarks, such as on time zones
    #[arg(long)]
    note: Option<String>,
    /// What it rests on: a number on the desk, an address, DOI or ISBN; can be given several times
    #[arg(long, value_name = "SOURCE")]
    source: Vec<String>,
}

impl Add {
    pub(crate) fn run(self: Box<Self>, context: &Context, output: &mut Output) -> Done {
        let sources = self.source.iter();
        let sources = sources.map(|given| source_ref(given, SourceDetailArgs::default()));
        let new = NewFact {
            sources: sources.collect::<Result<_, _>>()?,
            claim: self.from_claim.clone(),
            fact: self.fact()?,
        };
        let mut desk = context.desk_to_write()?;
        output.one(&desk.add_reference_fact(&context.act(), &new)?)?;
        output.note("next: claimdesk lint --all");
        Ok(Exit::Done)
    }

    fn fact(self) -> Result<Fact, CliError> {
        if let Some(office) = self.office {
            return Ok(Fact::Office(Term {
                id: self.id,
                person: self.person.unwrap_or_default(),
                names: self.name,
                office,
                titles: self.title,
                country: self.of.unwrap_or_default(),
                demonyms: self.demonym,
                from: self.date,
                to: self.until,
                note: self.note,
                sources: Vec::new(),
            }));
        }
        if let Some(name) = self.organisation {
            return Ok(Fact::Organisation(Organisation {
                id: self.id,
                name,
                names: self.name,
                founded: self.date,
                dissolved: self.until,
                note: self.note,
                sources: Vec::new(),
            }));
        }
        if self.event.is_none() && self.from_claim.is_none() {
            return Err(CliError::Usage(
                "say what it is: --event SENTENCE, --office NAME, --organisation NAME, or --from-claim N".to_owned(),
            ));
        }
        Ok(Fact::Event(Event {
            id: self.id,
            date: self.date,
            is_stretch: self.lasting,
            date_matters: self.date_matters,
            also: self.also,
            statement: self.event.unwrap_or_default(),
            note: self.note,
            place: self.place,
            country: self.of,
            words: self.words,
            near: self.near,
            not: self.not,
            sources: Vec::new(),
        }))
    }
}
