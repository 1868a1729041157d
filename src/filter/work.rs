//! A piece of what was read to its sentences.

use std::collections::HashMap;

use super::shown::{ArticleName, ShownSentence, repeat};
use super::source::{Batch, Content, Piece};
use super::{Failure, Filter};
use crate::extract::{Extracted, Extractor, Offered};
use crate::ingest::{self, Document, DocumentType, IngestError, Line, decode_line, reader_for};
use crate::text::chars::CharIndex;

/// What came of a piece, in order: what was made of the sentences up to the
/// next failure, and failures.
pub(super) enum Step<P> {
    Found(P),
    Failed(Failure),
}

/// Gathers what comes of a piece.
struct Steps<'r, P> {
    steps: Vec<Step<P>>,
    render: &'r dyn Fn(ShownSentence, &mut P),
}

impl<P: Default> Steps<'_, P> {
    fn found(&mut self, sentence: ShownSentence) {
        if !matches!(self.steps.last(), Some(Step::Found(_))) {
            self.steps.push(Step::Found(P::default()));
        }
        if let Some(Step::Found(printed)) = self.steps.last_mut() {
            (self.render)(sentence, printed);
        }
    }

    fn failed(&mut self, input: usize, line: Option<usize>, error: IngestError) {
        let (line, error) = match error {
            IngestError::InLine { line, error } => (Some(line), *error),
            error => (line, error),
        };
        self.steps
            .push(Step::Failed(Failure { input, line, error }));
    }
}

/// Does a piece; `render` adds each sentence to what is made of them.
pub(super) fn work<P: Default>(
    filter: &Filter,
    piece: Piece,
    render: &dyn Fn(ShownSentence, &mut P),
) -> Vec<Step<P>> {
    let mut steps = Steps {
        steps: Vec::new(),
        render,
    };
    let (input, article) = (piece.input, piece.article);
    match piece.content {
        Content::Whole { name, bytes } => {
            whole(filter, (input, article), &name, &bytes, &mut steps);
        }
        Content::Articles(batch) => {
            let json_lines = reader_for(DocumentType::Jsonl);
            for (place, (line, bytes)) in (article..).zip(batch.iter()) {
                match json_lines.read(bytes) {
                    Ok(document) => of_article(filter, place, &document, &mut steps),
                    Err(error) => steps.failed(input, Some(line.number), error),
                }
            }
        }
        Content::Sentences(batch) => of_lines(filter, (input, article), &batch, &mut steps),
        Content::Failed(error) => steps.failed(input, None, error),
    }
    steps.steps
}

fn whole<P: Default>(
    filter: &Filter,
    (input, article): (usize, usize),
    name: &str,
    bytes: &[u8],
    steps: &mut Steps<'_, P>,
) {
    let reading = &filter.reading;
    let encoding = reading.encoding.as_deref();
    match ingest::read(name, bytes, reading.document_type, encoding) {
        Ok((_, articles)) => {
            for (place, read) in (article..).zip(articles) {
                of_article(filter, place, &read.document, steps);
            }
        }
        Err(error) => steps.failed(input, None, error),
    }
}

/// The sentences of an article: those that are offered, or every one.
fn of_article<P: Default>(
    filter: &Filter,
    place: usize,
    document: &Document,
    steps: &mut Steps<'_, P>,
) {
    let published = filter.published.as_ref();
    let extractor = Extractor::new(
        &filter.model,
        published.or(document.details.published.as_ref()),
    );
    let Extracted { sentences, offered } =
        extractor.extract(&document.text, &document.blocks, &filter.offer);
    let chars = CharIndex::new(&document.text);
    let name = || {
        let url = document.details.url.clone();
        url.map_or(ArticleName::Place(place), ArticleName::Url)
    };
    let show = |at: usize, offered: Option<&Offered>| {
        let candidate = sentences.get(at)?;
        let shown = ShownSentence::new((name(), at + 1), candidate, &document.text, &chars);
        let repeats = offered.map_or(&[][..], |offered| &offered.repeats);
        let repeat = |at: &usize| {
            let later = sentences.get(*at)?;
            Some(repeat(*at, later, &document.text, &chars))
        };
        Some(ShownSentence {
            repeats: repeats.iter().filter_map(repeat).collect(),
            ..shown
        })
    };
    if !filter.offer.all {
        let shown = offered
            .iter()
            .filter_map(|one| show(one.sentence, Some(one)));
        shown.for_each(|sentence| steps.found(sentence));
        return;
    }
    let mut first_of: HashMap<usize, usize> = HashMap::new();
    for one in &offered {
        first_of.extend(one.repeats.iter().map(|later| (*later, one.sentence + 1)));
    }
    let mut offered = offered.iter().peekable();
    for at in 0..sentences.len() {
        let offered = offered.next_if(|one| one.sentence == at);
        if let Some(shown) = show(at, offered) {
            steps.found(ShownSentence {
                repeat_of: first_of.get(&at).copied(),
                ..shown
            });
        }
    }
}

/// Lines that are sentences, each by itself.
fn of_lines<P: Default>(
    filter: &Filter,
    (input, article): (usize, usize),
    batch: &Batch,
    steps: &mut Steps<'_, P>,
) {
    let extractor = Extractor::new(&filter.model, filter.published.as_ref());
    let threshold = filter.offer.threshold(filter.model.header().threshold);
    let encoding = filter.reading.encoding.as_deref();
    for (line, bytes) in batch.iter() {
        match decode_line(bytes, line, encoding) {
            Ok(text) => {
                let shown = of_line(&extractor, (article, line), &text, threshold);
                if let Some(shown) = shown {
                    steps.found(shown);
                }
            }
            Err(error) => steps.failed(input, Some(line.number), error),
        }
    }
}

fn of_line(
    extractor: &Extractor<'_>,
    (article, line): (usize, Line),
    text: &str,
    threshold: f64,
) -> Option<ShownSentence> {
    let candidate = extractor.line(text);
    let name = (ArticleName::Place(article), line.number);
    (candidate.score >= threshold)
        .then(|| ShownSentence::new(name, &candidate, text, &CharIndex::new(text)))
}
