//! The names in English news prose: people, organisations, places and other
//! things that are called by a name. By rule, from lists of words and from the
//! words around; a name that no list knows is found by its capital.
//!
//! The span of a name is without the title before it, without "the", and
//! without "’s". Words for the members of a people, a faith or a party
//! ("Salvadoran", "Catholics", "Democrats") name nothing that can be looked
//! up and are left out, unless a longer name holds them ("American Airlines").
//! Months and weekdays are no names; neither are titles and offices without
//! one who holds them.
//!
//! In a headline, where nearly every word has a capital, and in text that is
//! all capitals, only names that the lists know are found.

mod headline;
mod kinds;
mod lists;
mod pieces;
mod resolve;
mod run;
mod table;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::model::facet::{NameKind, Named};
use crate::model::text::Span;
use crate::text::reading::Reading;

use run::Run;

/// How many names back one is looked for that is now called by its last word.
const LOOK_BACK: usize = 8;

/// The names of a text in order; none overlaps another or one of the dates,
/// which must stand in order.
pub fn names(reading: &Reading<'_>, dates: &[Span]) -> Vec<Named> {
    let mut finder = Finder {
        reading,
        dates,
        found: Vec::new(),
    };
    let style = headline::style(reading);
    let mut run = Run::default();
    let mut at = 0;
    while at < reading.tokens.len() {
        if !reading.is_capital(at) || !pieces::can_begin(reading, at) || !finder.is_free(at) {
            at += 1;
            continue;
        }
        run.read(reading, at, |token| finder.is_free(token));
        match style {
            headline::Style::Prose => finder.resolve(&run),
            headline::Style::Title => finder.pick_known(&run, true),
            headline::Style::Capitals => finder.pick_known(&run, false),
        }
        at = run.end.max(at + 1);
    }
    finder.found
}

/// Whether a word in lower case stands in any list: of known names, of what
/// names are made of, or of plain words.
pub(crate) fn is_listed(word: &str) -> bool {
    table::lists_with(word) != table::Lists::default()
}

/// Whether a word in lower case is a plain word that a capital makes no name.
pub(crate) fn is_plain_word(word: &str) -> bool {
    table::lists_with(word).is_plain()
}

/// What is found so far, and what it is found in.
struct Finder<'a, 't> {
    reading: &'a Reading<'t>,
    dates: &'a [Span],
    found: Vec<Named>,
}

impl Finder<'_, '_> {
    /// Whether a token stands outside every date.
    fn is_free(&self, index: usize) -> bool {
        self.reading
            .tokens
            .get(index)
            .is_some_and(|token| !self.is_dated(token.span))
    }

    fn is_dated(&self, span: Span) -> bool {
        let before = self.dates.partition_point(|date| date.end <= span.start);
        self.dates
            .get(before)
            .is_some_and(|date| date.overlaps(span))
    }

    /// Keeps a name, unless it runs into a date or into the name before.
    fn keep(&mut self, span: Span, kind: NameKind) {
        let behind = self
            .found
            .last()
            .is_none_or(|last| last.span.end <= span.start);
        if behind && span.start < span.end && !self.is_dated(span) {
            self.found.push(Named { span, kind });
        }
    }

    /// The kind of the name that "and" joins to the one of these tokens:
    /// "in Tampico and Veracruz".
    fn kind_of_neighbour(&self, tokens: &Range<usize>) -> Option<NameKind> {
        let and = tokens.start.checked_sub(1)?;
        let before = self.reading.tokens.get(and.checked_sub(1)?)?;
        let last = self.found.last()?;
        let joined = self.reading.lower(and) == "and" && last.span.end == before.span.end;
        (joined && matches!(last.kind, NameKind::Person | NameKind::Place)).then_some(last.kind)
    }

    /// The kind of a name shortly before that ends in the same word.
    fn named_before(&self, span: Span) -> Option<NameKind> {
        let word = span.slice(self.reading.text)?;
        let mut back = self.found.iter().rev().take(LOOK_BACK);
        let found = back.find(|named| {
            named
                .span
                .slice(self.reading.text)
                .is_some_and(|name| name.len() > word.len() && name.ends_with(word))
        })?;
        (found.kind == NameKind::Person).then_some(NameKind::Person)
    }
}
