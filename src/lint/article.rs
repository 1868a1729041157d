//! An article as the rules read it: sentence by sentence, each with its words
//! and what it names.

use std::cell::OnceCell;
use std::ops::Range;

use chrono::NaiveDate;

use super::Contrary;
use super::reference::References;
use super::reference::events::{Mention, mentions};
use super::reference::people::{Holder, holders};
use crate::model::edtf::{Edtf, EdtfDate};
use crate::model::text::{Block, BlockKind, Span};
use crate::text::chars::CharIndex;
use crate::text::facets::Facets;
use crate::text::reading::Reading;
use crate::text::sentences::sentences;

/// A sentence with what it names. Places are byte offsets into the text of the
/// article.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// What it is part of.
    pub kind: BlockKind,
    /// Dates, quantities, names, quotations and attributions.
    pub facets: Facets,
}

/// The sentences of a text, each without the mark of the list item or quotation
/// that it begins.
pub fn read(text: &str, blocks: &[Block], published: Option<&EdtfDate>) -> Vec<Sentence> {
    let sentence = |found: crate::text::sentences::Sentence| {
        let span = found.without_marker(text);
        let reading = Reading::new(span.slice(text).unwrap_or_default());
        Sentence {
            span,
            kind: found.kind,
            facets: Facets::of(&reading, published).shifted(span.start),
        }
    };
    sentences(text, blocks).into_iter().map(sentence).collect()
}

/// An article under the rules.
#[derive(Debug)]
pub struct Article<'t> {
    /// The whole text.
    pub text: &'t str,
    /// When it was, or will be, published.
    pub published: Option<&'t EdtfDate>,
    /// What is known that it is held against.
    pub references: &'t References,
    blocks: &'t [Block],
    sentences: Vec<Line<'t>>,
    notes: Vec<Span>,
    mentions: OnceCell<Vec<Mention>>,
    holders: OnceCell<Vec<Vec<Holder<'t>>>>,
    chars: CharIndex<'t>,
}

/// A sentence, taken apart.
#[derive(Debug)]
pub(super) struct Line<'t> {
    /// Where it stands in the article's text.
    pub(super) span: Span,
    /// What it is part of.
    pub(super) kind: BlockKind,
    /// What it names, by places in the article's text.
    pub(super) facets: &'t Facets,
    /// Its tokens, by places in the sentence.
    pub(super) reading: Reading<'t>,
    /// The number of its block: sentences of one paragraph share it.
    pub(super) block: usize,
}

impl<'t> Article<'t> {
    /// A text with its blocks, what is known, and its sentences in order.
    pub fn new(
        text: &'t str,
        blocks: &'t [Block],
        (published, references): (Option<&'t EdtfDate>, &'t References),
        sentences: impl Iterator<Item = (Span, BlockKind, &'t Facets)>,
    ) -> Self {
        let line = |(span, kind, facets): (Span, BlockKind, &'t Facets)| Line {
            span,
            kind,
            facets,
            reading: Reading::new(span.slice(text).unwrap_or_default()),
            block: blocks.partition_point(|block| block.span.end <= span.start),
        };
        Self {
            text,
            published,
            references,
            blocks,
            sentences: sentences.map(line).collect(),
            notes: Vec::new(),
            mentions: OnceCell::new(),
            holders: OnceCell::new(),
            chars: CharIndex::new(text),
        }
    }

    /// A text with sentences that were read for the rules.
    pub fn of(
        text: &'t str,
        blocks: &'t [Block],
        known: (Option<&'t EdtfDate>, &'t References),
        sentences: &'t [Sentence],
    ) -> Self {
        let parts = sentences.iter();
        let parts = parts.map(|sentence| (sentence.span, sentence.kind, &sentence.facets));
        Self::new(text, blocks, known, parts)
    }

    /// The same with the places that notes and links hang on, in order.
    #[must_use]
    pub fn with_notes(self, notes: Vec<Span>) -> Self {
        Self { notes, ..self }
    }

    /// Whether a note or link hangs on words at a place.
    pub(super) fn has_note(&self, place: Span) -> bool {
        let at_or_in = |note: &Span| note.start < place.end && note.end >= place.start;
        self.notes.iter().any(at_or_in)
    }

    /// The sentence that words stand in, or begin in.
    pub fn sentence_at(&self, words: Span) -> Option<Span> {
        let after = self
            .sentences
            .partition_point(|sentence| sentence.span.start <= words.start);
        let sentence = self.sentences.get(after.checked_sub(1)?)?.span;
        sentence.overlaps(words).then_some(sentence)
    }

    /// The words at a place.
    pub(super) fn words(&self, span: Span) -> &'t str {
        span.slice(self.text).unwrap_or_default()
    }

    /// Words of the text as what contradicts others.
    pub(super) fn contrary(&self, span: Span) -> Contrary {
        Contrary::Words {
            text: self.words(span).to_owned(),
            start: self.chars.char_of(span.start),
            end: self.chars.char_of(span.end),
        }
    }

    /// The known events that it speaks of.
    pub(super) fn mentions(&self) -> &[Mention] {
        self.mentions.get_or_init(|| mentions(self))
    }

    /// The office-holders that each sentence names.
    pub(super) fn holders(&self) -> &[Vec<Holder<'t>>] {
        self.holders.get_or_init(|| {
            let lines = self.sentences.iter();
            lines.map(|line| holders(line, self.references)).collect()
        })
    }

    /// The days on which it can have been published.
    pub(super) fn published_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        Edtf::from(self.published?).bounds()
    }

    /// All sentences, headings and furniture included.
    pub(super) fn all(&self) -> &[Line<'t>] {
        &self.sentences
    }

    /// The sentences of the article's own text: neither headings nor furniture of
    /// the page.
    pub(super) fn prose(&self) -> impl Iterator<Item = &Line<'t>> {
        self.sentences.iter().filter(|line| line.is_prose())
    }

    /// The numbers of the sentence at a number, of so many before it and of so many
    /// behind it.
    pub(super) fn around(&self, at: usize, before: usize, behind: usize) -> Range<usize> {
        at.saturating_sub(before)..(at + 1 + behind).min(self.sentences.len())
    }

    /// A sentence with those beside it.
    pub(super) fn beside(&self, at: usize) -> &[Line<'t>] {
        self.sentences
            .get(self.around(at, 1, 1))
            .unwrap_or_default()
    }

    /// The blocks of the text, in order.
    pub(super) fn blocks(&self) -> &'t [Block] {
        self.blocks
    }
}

/// Words of sentences that speak of a mistake, and then have it on purpose.
const MISTAKES: &[&str] = &[
    "incorrect",
    "incorrectly",
    "wrongly",
    "mistakenly",
    "erroneously",
    "falsely",
    "misstated",
    "miscalculated",
    "misdated",
    "misprint",
    "typo",
    "error",
    "mistake",
    "mistaken",
    "correction",
    "corrected",
    "sic",
    "hoax",
    "fake",
    "fabricated",
];

impl Line<'_> {
    /// Whether it is part of the article's own text: neither a heading nor
    /// furniture of the page.
    pub(super) fn is_prose(&self) -> bool {
        !matches!(self.kind, BlockKind::Heading | BlockKind::Boilerplate)
    }

    /// Whether a number stands in it in digits.
    pub(super) fn has_digits(&self) -> bool {
        self.reading.text.bytes().any(|byte| byte.is_ascii_digit())
    }

    /// Its tokens in lower case.
    fn lowers(&self) -> impl Iterator<Item = &str> {
        (0..self.reading.tokens.len()).map(|at| self.reading.lower(at))
    }

    /// Whether one of the words, in lower case, stands in it.
    pub(super) fn has_any(&self, words: &[&str]) -> bool {
        self.lowers().any(|word| words.contains(&word))
    }

    /// Whether a word in it begins so.
    pub(super) fn has_beginning(&self, beginnings: &[&str]) -> bool {
        let begins = |word: &str| beginnings.iter().any(|start| word.starts_with(start));
        self.lowers().any(begins)
    }

    /// Whether it speaks of a mistake.
    pub(super) fn tells_of_mistake(&self) -> bool {
        self.has_any(MISTAKES)
    }

    /// Whether words at a place are somebody's whom it quotes.
    pub(super) fn is_quoted(&self, words: Span) -> bool {
        let mut quotations = self.facets.quotations.iter();
        self.kind == BlockKind::Quotation
            || quotations.any(|quoted| quoted.span.overlaps(words))
            || self
                .reading
                .quoted()
                .get(self.tokens_at(words))
                .is_some_and(|marked| marked.contains(&true))
    }

    /// A place in the article's text of tokens of the sentence.
    pub(super) fn span_of(&self, tokens: Range<usize>) -> Option<Span> {
        Some(self.reading.span_of(tokens)?.shifted(self.span.start))
    }

    /// The tokens that stand at a place in the article's text.
    pub(super) fn tokens_at(&self, span: Span) -> Range<usize> {
        let start = span.start.saturating_sub(self.span.start);
        let end = span.end.saturating_sub(self.span.start);
        let tokens = &self.reading.tokens;
        let first = tokens.partition_point(|token| token.span.end <= start);
        let last = tokens.partition_point(|token| token.span.start < end);
        first..last.max(first)
    }
}
