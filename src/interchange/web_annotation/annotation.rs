//! An annotation as a document has it, and where in a text it stands.

use chrono::{DateTime, Utc};

use crate::interchange::linked::{JsonPath, Problem};
use crate::model::text::Quote;
use crate::model::text::Span;
use crate::text::anchor::{Finder, Manner, Quoter};
use crate::text::chars::byte_of;

/// One annotation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Annotation {
    /// Which of the text's lines it stood on, where each is a document.
    pub part: Option<usize>,
    /// Where in the document.
    pub path: JsonPath,
    /// Its IRI, or the id that its program gave it.
    pub id: Option<String>,
    /// Why it was made.
    pub motivations: Vec<String>,
    /// Who made it.
    pub creator: Option<String>,
    /// When it was made.
    pub created: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub modified: Option<DateTime<Utc>>,
    /// What it says.
    pub bodies: Vec<Body>,
    /// What it is about.
    pub targets: Vec<Target>,
    /// What of it could not be taken as it is.
    pub problems: Vec<Problem>,
}

/// One thing that an annotation says: words, or the address of a resource.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// The words.
    pub text: Option<String>,
    /// The resource.
    pub source: Option<String>,
    /// The words of the resource that are meant.
    pub passage: Option<String>,
    /// The media type of the words.
    pub format: Option<String>,
    /// Their language.
    pub language: Option<String>,
    /// Why they are there.
    pub purposes: Vec<String>,
}

/// What an annotation is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Target {
    /// The IRI of the resource.
    pub source: Option<String>,
    /// Its title, where the program knows it.
    pub title: Option<String>,
    /// The words that are meant.
    pub quote: Option<QuoteSelector>,
    /// Where the words stand.
    pub position: Option<Position>,
}

/// Words, and what stands around them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuoteSelector {
    /// The words.
    pub exact: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands behind them.
    pub suffix: String,
}

/// Where words stand, the end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The first.
    pub start: usize,
    /// The one behind the last.
    pub end: usize,
    /// What is counted.
    pub unit: Unit,
}

/// What positions count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Unicode code points, as the model wants it (section 4.2.4).
    CodePoints,
    /// UTF-16 code units, as programs in browsers count.
    Utf16,
}

/// Why an annotation has no place in a text.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NoPlace {
    /// It is about the resource as a whole.
    #[error("it selects no words")]
    Whole,
    /// The words are not there.
    #[error("“{0}” does not stand in the text")]
    Missing(String),
    /// The words stand at several places.
    #[error("“{words}” stands at {count} places, and nothing tells them apart")]
    Several {
        /// The words.
        words: String,
        /// At how many places.
        count: usize,
    },
    /// Only words that are like them are there.
    #[error("the text has “{there}”, which is not exactly “{words}”")]
    Alike {
        /// The words.
        words: String,
        /// Those that are like them.
        there: String,
    },
    /// The text is shorter, or a position parts a character.
    #[error("the text has no characters {start} to {end}")]
    Outside {
        /// The first position.
        start: usize,
        /// The last.
        end: usize,
    },
}

impl Target {
    /// Where its words are said to stand, where code points are counted.
    pub(super) fn code_points(&self) -> Option<(usize, usize)> {
        let position = self.position?;
        let counted = position.unit == Unit::CodePoints && position.start <= position.end;
        counted.then_some((position.start, position.end))
    }

    /// Where its words stand in a text. What could be meant in several places, or is
    /// only like them, is told and never guessed.
    pub fn place(&self, text: &str) -> Result<Quote, NoPlace> {
        let at = self.position.map(|position| position.span(text));
        let Some(quote) = self.quote.as_ref().filter(|quote| !quote.exact.is_empty()) else {
            let (Some(position), Some(span)) = (self.position, at) else {
                return Err(NoPlace::Whole);
            };
            let outside = NoPlace::Outside {
                start: position.start,
                end: position.end,
            };
            return span
                .and_then(|span| Quoter::new(text).quote_at(span))
                .ok_or(outside);
        };
        // Words at the position that they are said to be at need no search.
        if let Some(Some(span)) = at
            && span.slice(text) == Some(quote.exact.as_str())
            && let Some(found) = Quoter::new(text).quote_at(span)
        {
            return Ok(found);
        }
        quote.place(text)
    }
}

impl QuoteSelector {
    fn place(&self, text: &str) -> Result<Quote, NoPlace> {
        let words = || self.exact.trim().to_owned();
        let found = Finder::new(text).find(&self.exact);
        let Some(first) = found.first() else {
            return Err(NoPlace::Missing(words()));
        };
        if first.manner != Manner::Exact {
            return Err(NoPlace::Alike {
                words: words(),
                there: first.quote.exact.clone(),
            });
        }
        let fits = |quote: &&Quote| {
            let before = text.get(..quote.span.start).unwrap_or_default();
            let after = text.get(quote.span.end..).unwrap_or_default();
            before.trim_end().ends_with(self.prefix.trim())
                && after.trim_start().starts_with(self.suffix.trim())
        };
        let all: Vec<&Quote> = found.iter().map(|one| &one.quote).collect();
        let in_context: Vec<&Quote> = all.iter().copied().filter(fits).collect();
        match (all.as_slice(), in_context.as_slice()) {
            ([one], _) | (_, [one]) => Ok((*one).clone()),
            (all, _) => Err(NoPlace::Several {
                words: words(),
                count: all.len(),
            }),
        }
    }
}

impl Position {
    /// The bytes of a text that are meant; none where the text is shorter, or a
    /// character would be parted.
    pub fn span(self, text: &str) -> Option<Span> {
        let byte = |position| match self.unit {
            Unit::CodePoints => byte_of(text, position),
            Unit::Utf16 => byte_of_utf16(text, position),
        };
        let (start, end) = (byte(self.start)?, byte(self.end)?);
        (start <= end).then(|| Span::new(start, end))
    }

    /// The same position in Unicode code points.
    pub fn in_code_points(self, text: &str) -> Option<Self> {
        let span = self.span(text)?;
        let before = |byte| text[..byte].chars().count();
        Some(Self {
            start: before(span.start),
            end: before(span.end),
            unit: Unit::CodePoints,
        })
    }
}

/// The byte at which the UTF-16 code unit of this position begins; none within a
/// character of two units.
fn byte_of_utf16(text: &str, position: usize) -> Option<usize> {
    let mut units = 0;
    for (byte, c) in text.char_indices() {
        if units >= position {
            return (units == position).then_some(byte);
        }
        units += c.len_utf16();
    }
    (units == position).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "😀 The bridge cost two millions. The bridge was closed.";

    fn place(
        exact: &str,
        prefix: &str,
        position: Option<(usize, usize, Unit)>,
    ) -> Result<String, NoPlace> {
        let target = Target {
            quote: Some(QuoteSelector {
                exact: exact.to_owned(),
                prefix: prefix.to_owned(),
                suffix: String::new(),
            }),
            position: position.map(|(start, end, unit)| Position { start, end, unit }),
            ..Target::default()
        };
        let quote = target.place(TEXT)?;
        Ok(format!("{}-{}", quote.start_char, quote.end_char))
    }

    #[test]
    fn words_are_found_by_position_and_by_what_surrounds_them() {
        assert_eq!(place("cost two", "", None).unwrap(), "13-21");
        assert_eq!(place("The bridge", "millions. ", None).unwrap(), "32-42");
        assert_eq!(
            place("The bridge", "", Some((33, 43, Unit::Utf16))).unwrap(),
            "32-42"
        );
        assert_eq!(
            place("The bridge", "", Some((32, 42, Unit::CodePoints))).unwrap(),
            "32-42"
        );
        assert_eq!(
            place("cost two", "", Some((0, 3, Unit::CodePoints))).unwrap(),
            "13-21"
        );
    }

    #[test]
    fn what_could_be_elsewhere_is_told() {
        assert!(matches!(
            place("The bridge", "", None),
            Err(NoPlace::Several { count: 2, .. })
        ));
        assert!(matches!(
            place("the Bridge cost two", "", None),
            Err(NoPlace::Alike { .. })
        ));
        assert!(matches!(
            place("nobody knows of this", "", None),
            Err(NoPlace::Missing(_))
        ));
    }

    #[test]
    fn a_position_alone_is_taken_where_the_text_has_it() {
        let at = |start, end| {
            let target = Target {
                position: Some(Position {
                    start,
                    end,
                    unit: Unit::Utf16,
                }),
                ..Target::default()
            };
            target.place(TEXT).map(|quote| quote.exact)
        };
        assert_eq!(at(3, 6).unwrap(), "The");
        assert!(
            matches!(at(1, 6), Err(NoPlace::Outside { .. })),
            "within a character"
        );
        assert!(matches!(at(3, 600), Err(NoPlace::Outside { .. })));
    }

    proptest! {
        #[test]
        fn positions_mean_the_same_words_in_both_units(text in "\\PC{0,30}", from in 0usize..30, length in 0usize..10) {
            let chars: Vec<char> = text.chars().collect();
            let from = from.min(chars.len());
            let to = (from + length).min(chars.len());
            let units = |chars: &[char]| chars.iter().map(|c| c.len_utf16()).sum::<usize>();
            let start = units(&chars[..from]);
            let utf16 = Position { start, end: start + units(&chars[from..to]), unit: Unit::Utf16 };
            let expected = Position { start: from, end: to, unit: Unit::CodePoints };
            prop_assert_eq!(utf16.in_code_points(&text), Some(expected));
            prop_assert_eq!(utf16.span(&text), expected.span(&text));
        }
    }
}
