//! Sources as bibliographies have them: written in the words of a citation
//! style, and to and from the formats of reference managers.
//!
//! Everything goes through one form, [`Item`]: the variables of the Citation
//! Style Language (CSL 1.0.2) as CSL-JSON has them. The styles are those of the
//! CSL project and are carried out by `hayagriva`; none is written here.
//!
//! What is left out on purpose: how to reach a person, which is nobody's
//! business outside, and how near a source stands to what it tells of, which
//! is a judgement of the desk's. That a source is not for everybody goes with it
//! into the formats of reference managers.

mod bibtex;
mod capitals;
mod csl_json;
mod dates;
mod detect;
mod entry;
mod fields;
mod item;
mod kinds;
mod names;
#[cfg(test)]
mod properties;
mod quotes;
mod ris;
mod style;
mod variable;

use crate::model::ids::SourceId;
use crate::model::source::{NewSource, Source};
use crate::model::words::closed_set;

pub use detect::format_of;
pub use item::Item;
pub use variable::{NotAVariable, variable};

closed_set! {
    /// How a source is cited: in the words of a style, or in the format of
    /// reference managers.
    CitationStyle, "citation style" {
        /// American Psychological Association, 7th edition.
        Apa = "apa",
        /// Chicago Manual of Style, 17th edition, notes and bibliography.
        Chicago = "chicago",
        /// Modern Language Association, 9th edition.
        Mla = "mla",
        /// `BibTeX`, in fields that `BibLaTeX` reads as well.
        Bibtex = "bibtex",
        /// RIS.
        Ris = "ris",
        /// CSL-JSON.
        CslJson = "csl-json",
    }
}

closed_set! {
    /// A format of reference managers.
    ReferenceFormat, "format of references" {
        /// `BibTeX` and `BibLaTeX`.
        Bibtex = "bibtex",
        /// RIS.
        Ris = "ris",
        /// CSL-JSON.
        CslJson = "csl-json",
    }
}

impl ReferenceFormat {
    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::CslJson => "CSL-JSON",
        }
    }
}

/// Why sources can't be read or written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CitationError {
    /// The text is not what its format promises.
    #[error("line {line}: {problem}")]
    Malformed {
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        problem: String,
    },
    /// The text is read to its end and holds nothing.
    #[error("it holds no {} entry", .0.name())]
    Nothing(ReferenceFormat),
    /// Neither the text nor its name tells the format.
    #[error("it is neither BibTeX, nor RIS, nor CSL-JSON")]
    UnknownFormat,
    /// A style can't be carried out.
    #[error("the citation style {0} can't be carried out")]
    Style(CitationStyle),
}

/// A source cited.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Citation {
    /// The source.
    pub source: SourceId,
    /// How it is cited.
    pub style: CitationStyle,
    /// The citation.
    pub citation: String,
}

/// An entry of a file of references.
#[derive(Debug, Clone)]
pub struct Reference {
    /// Where it stands, for people: its key, its number or its line.
    pub place: String,
    /// The source that it describes, or why it can be none.
    pub source: Result<NewSource, String>,
}

/// An entry as a reader of one format finds it.
struct Found {
    /// Where it stands.
    place: String,
    /// What it says, or what it gets wrong.
    item: Result<Item, String>,
}

/// Cites sources: the styles in the order that they ask for, the formats in
/// the order that is given.
pub fn cite(style: CitationStyle, sources: &[Source]) -> Result<Vec<Citation>, CitationError> {
    let items: Vec<(SourceId, Item)> = sources
        .iter()
        .map(|source| (source.id, Item::of(source)))
        .collect();
    let each = |write: &dyn Fn(&Item) -> String| {
        items
            .iter()
            .map(|(source, item)| (*source, write(item)))
            .collect()
    };
    let cited: Vec<(SourceId, String)> = match style {
        CitationStyle::Apa | CitationStyle::Chicago | CitationStyle::Mla => {
            style::bibliography(style, &items)?
        }
        CitationStyle::Bibtex => each(&bibtex::write),
        CitationStyle::Ris => each(&ris::write),
        CitationStyle::CslJson => each(&csl_json::write),
    };
    Ok(cited
        .into_iter()
        .map(|(source, citation)| Citation {
            source,
            style,
            citation,
        })
        .collect())
}

/// The sources whose date a style tells only in part, each with its whole date.
pub fn dates_cut_short(style: CitationStyle, sources: &[Source]) -> Vec<(SourceId, String)> {
    if matches!(
        style,
        CitationStyle::Bibtex | CitationStyle::Ris | CitationStyle::CslJson
    ) {
        return Vec::new();
    }
    let untold = |source: &Source| style::untold_date(style, &Item::of(source));
    sources
        .iter()
        .filter_map(|source| Some((source.id, untold(source)?)))
        .collect()
}

/// Several citations as one document.
pub fn document(style: CitationStyle, citations: &[Citation]) -> String {
    let texts: Vec<&str> = citations
        .iter()
        .map(|citation| citation.citation.trim_end_matches('\n'))
        .collect();
    match style {
        CitationStyle::Apa | CitationStyle::Chicago | CitationStyle::Mla => texts.join("\n") + "\n",
        CitationStyle::Bibtex | CitationStyle::Ris => texts.join("\n\n") + "\n",
        CitationStyle::CslJson => csl_json::array(&texts),
    }
}

/// Reads the entries of a file of references.
pub fn read(format: ReferenceFormat, text: &str) -> Result<Vec<Reference>, CitationError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let found = match format {
        ReferenceFormat::Bibtex => bibtex::read(text)?,
        ReferenceFormat::Ris => ris::read(text)?,
        ReferenceFormat::CslJson => csl_json::read(text)?,
    };
    if found.is_empty() {
        return Err(CitationError::Nothing(format));
    }
    Ok(found
        .into_iter()
        .map(|Found { place, item }| Reference {
            place,
            source: item.and_then(entry::source_of),
        })
        .collect())
}

/// The line that a byte stands on, from 1.
fn line_at(text: &str, byte: usize) -> usize {
    let before = text.as_bytes().iter().take(byte);
    before.filter(|byte| **byte == b'\n').count() + 1
}
