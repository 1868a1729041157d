//! What a stretch of text names that can be looked up: dates, quantities,
//! names, quotations, and who is said to have said something.
//!
//! Spans are byte offsets into the text that was read.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::edtf::Edtf;
use super::text::Span;
use super::words::closed_set;

closed_set! {
    /// What kind of thing a facet is.
    FacetKind, "facet" {
        /// A date or a period.
        Date = "date",
        /// A number, with or without a unit.
        Quantity = "quantity",
        /// A person, an organisation or a place.
        Name = "name",
        /// Words that somebody is quoted with.
        Quotation = "quotation",
        /// That somebody is said to have said something.
        Attribution = "attribution",
    }
}

/// A date or a period as words give it: "20 August 2018", "the 1990s",
/// "last Tuesday".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// The words.
    pub span: Span,
    /// What they mean; `None` when that needs a publication date and none is
    /// known.
    pub value: Option<Edtf>,
    /// Whether the meaning was counted from the publication date.
    pub anchored: bool,
}

/// One end of a range of numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bound {
    /// The number.
    pub value: f64,
    /// Whether the number itself lies outside: "more than 20".
    pub excluded: bool,
}

/// A number as words give it, with its unit: "$1.2bn", "two-thirds", "from 4
/// to 6 percent", "tens of thousands of people".
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The words, with those of the unit and of the comparison.
    pub span: Span,
    /// The least it can be. Of an exact number, the number.
    pub low: Option<Bound>,
    /// The most it can be. Of an exact number, the number.
    pub high: Option<Bound>,
    /// The unit in the singular, such as `percent`, `dollar`, `mile`.
    pub unit: Option<String>,
    /// Whether it gives a place in an order: "the third".
    pub ordinal: bool,
    /// Whether the words leave the number open: "about 20", "dozens".
    pub vague: bool,
}

impl Quantity {
    /// The number, where the words give one alone and not more or less of it.
    /// It may still be vague.
    pub fn exact(&self) -> Option<f64> {
        (self.low == self.high)
            .then_some(self.low?)
            .map(|bound| bound.value)
    }
}

closed_set! {
    /// What a name is the name of.
    NameKind, "kind of name" {
        /// A person.
        Person = "person",
        /// An organisation.
        Organisation = "organisation",
        /// A place.
        Place = "place",
        /// Something else, or not to be told from its words.
        Other = "other",
    }
}

/// A name in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// The words.
    pub span: Span,
    /// What it is the name of.
    pub kind: NameKind,
}

/// Words between quotation marks that somebody is quoted with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted {
    /// The words between the marks.
    pub span: Span,
    /// Who said them, where the sentence says so.
    pub speaker: Option<Span>,
}

/// That a sentence has what it says from somebody: "critics argue that …",
/// "…, according to the police".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attributed {
    /// Who says it and that they do: "critics argue that".
    pub span: Span,
    /// Who says it.
    pub source: Option<Span>,
    /// The verb or the phrase: "argue", "according to".
    pub verb: Span,
    /// What is said, where the sentence holds it outside quotation marks.
    pub said: Option<Span>,
}

/// Facets as they are kept and shown: words and what they mean, with places in
/// Unicode code points of the text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
pub struct ShownFacets {
    /// Dates and periods.
    pub dates: Vec<ShownDate>,
    /// Numbers with their units.
    pub quantities: Vec<ShownQuantity>,
    /// People, organisations, places.
    pub names: Vec<ShownName>,
    /// Words that somebody is quoted with.
    pub quotations: Vec<ShownQuotation>,
    /// Who is said to have said something.
    pub attributions: Vec<ShownAttribution>,
}

/// Words of a text and where they stand, in code points.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Position of the first character.
    pub start: usize,
    /// Position after the last one.
    pub end: usize,
}

/// A date or a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ShownDate {
    /// The words.
    #[serde(flatten)]
    pub words: Words,
    /// What they mean, as EDTF.
    pub value: Option<Edtf>,
    /// Whether that was counted from the publication date.
    #[serde(default)]
    pub anchored: bool,
}

/// A number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a field that programs are promised"
)]
pub struct ShownQuantity {
    /// The words.
    #[serde(flatten)]
    pub words: Words,
    /// The number, where the words give one.
    pub value: Option<f64>,
    /// The least it can be.
    pub low: Option<f64>,
    /// The most it can be.
    pub high: Option<f64>,
    /// Whether `low` itself lies outside: "more than 20".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub low_excluded: bool,
    /// Whether `high` itself lies outside.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub high_excluded: bool,
    /// The unit in the singular.
    pub unit: Option<String>,
    /// Whether it gives a place in an order.
    #[serde(default)]
    pub ordinal: bool,
    /// Whether the words leave the number open.
    #[serde(default)]
    pub vague: bool,
}

/// A name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ShownName {
    /// The words.
    #[serde(flatten)]
    pub words: Words,
    /// What it is the name of.
    pub kind: NameKind,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ShownQuotation {
    /// The words between the marks.
    #[serde(flatten)]
    pub words: Words,
    /// Who said them.
    pub speaker: Option<String>,
}

/// An attribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ShownAttribution {
    /// The words that attribute.
    #[serde(flatten)]
    pub words: Words,
    /// Who is said to have said it.
    pub source: Option<String>,
    /// The verb or the phrase.
    pub verb: String,
    /// Whether nobody in particular is named: "critics", "experts".
    #[serde(default)]
    pub vague: bool,
}
