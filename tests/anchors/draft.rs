//! A draft as paragraphs of sentences, each of which remembers which sentence
//! of the first draft it was.

use claimdesk::model::text::Span;
use claimdesk::text::blocks::blocks;
use claimdesk::text::sentences::sentences;

/// A sentence of a draft.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sentence {
    /// Which sentence of the first draft it was.
    pub(crate) was: Option<usize>,
    pub(crate) words: String,
    pub(crate) edited: bool,
}

impl Sentence {
    pub(crate) fn new(words: &str) -> Self {
        Self {
            was: None,
            words: words.to_owned(),
            edited: false,
        }
    }
}

/// What became of a sentence of the first draft.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Fate {
    Kept(Span),
    Edited(Span),
    Deleted,
}

#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) paragraphs: Vec<Vec<Sentence>>,
}

impl Draft {
    /// The draft that a text is.
    pub(crate) fn of(text: &str) -> Self {
        let paragraphs = text.split("\n\n").map(|paragraph| {
            let found = sentences(paragraph, &blocks(paragraph));
            let words = found.iter().filter_map(|found| found.span.slice(paragraph));
            words.map(Sentence::new).collect::<Vec<_>>()
        });
        Self::numbered(
            paragraphs
                .filter(|paragraph| !paragraph.is_empty())
                .collect(),
        )
    }

    /// A draft whose sentences are all much the same, as those of a list of
    /// accounts are.
    pub(crate) fn of_look_alikes(count: usize) -> Self {
        let places = ["harbour", "station", "old town", "university", "airport"];
        let sentences: Vec<Sentence> = (0..count)
            .map(|at| {
                let (year, cost) = (1960 + at, 3 + (at * 7) % 41);
                let place = places[at % places.len()];
                Sentence::new(&format!(
                    "In {year} the council paid {cost} million for the line to the {place}."
                ))
            })
            .collect();
        Self::numbered(sentences.chunks(4).map(<[Sentence]>::to_vec).collect())
    }

    fn numbered(mut paragraphs: Vec<Vec<Sentence>>) -> Self {
        for (number, sentence) in paragraphs.iter_mut().flatten().enumerate() {
            sentence.was = Some(number);
        }
        Self { paragraphs }
    }

    /// Its sentences with their places in its text.
    fn placed(&self) -> Vec<(&Sentence, Span)> {
        let mut at = 0;
        let mut placed = Vec::new();
        for paragraph in &self.paragraphs {
            for sentence in paragraph {
                let end = at + sentence.words.len();
                placed.push((sentence, Span::new(at, end)));
                at = end + 1;
            }
            at += 1;
        }
        placed
    }

    pub(crate) fn text(&self) -> String {
        let paragraphs = self.paragraphs.iter().map(|paragraph| {
            let words = paragraph.iter().map(|sentence| sentence.words.as_str());
            words.collect::<Vec<_>>().join(" ")
        });
        paragraphs.collect::<Vec<_>>().join("\n\n")
    }

    pub(crate) fn sentences(&self) -> Vec<Span> {
        self.placed().into_iter().map(|(_, span)| span).collect()
    }

    /// What became of each of the first draft's sentences.
    pub(crate) fn fates(&self, count: usize) -> Vec<Fate> {
        let mut fates = vec![Fate::Deleted; count];
        for (sentence, span) in self.placed() {
            if let Some(was) = sentence.was {
                fates[was] = if sentence.edited {
                    Fate::Edited(span)
                } else {
                    Fate::Kept(span)
                };
            }
        }
        fates
    }
}
