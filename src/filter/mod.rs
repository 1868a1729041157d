//! Articles in, their check-worthy sentences out, without a desk: any number
//! of articles, on all cores, in the order in which they came, and with only
//! a few of them in memory at a time.

mod claims;
mod findings;
mod ordered;
mod shown;
mod source;
mod work;

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::extract::{Model, Offer};
use crate::ingest::{DocumentType, IngestError};
use crate::model::edtf::EdtfDate;
pub use claims::claims_in;
pub use findings::{FileFindings, ShownFinding, findings};
pub use shown::{ArticleName, ShownSentence};
pub use source::Input;
use source::Source;
use work::{Step, work};

/// How inputs are read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// Whether each line is a sentence, instead of each input an article or a
    /// list of articles.
    pub lines: bool,
    /// What every input is; found out when not given.
    pub document_type: Option<DocumentType>,
    /// How every text is encoded; found out when not given.
    pub encoding: Option<String>,
}

/// Which sentences are wanted of what.
#[derive(Debug, Clone)]
pub struct Filter {
    /// What scores them.
    pub model: Arc<Model>,
    /// Which of them are wanted; with `all`, headings and furniture as well.
    pub offer: Offer,
    /// When the articles were published; else what each says of itself.
    pub published: Option<EdtfDate>,
    /// How they are read.
    pub reading: Reading,
}

/// An input, or a line of it, that could not be read.
#[derive(Debug)]
pub struct Failure {
    /// The place of the input, from 0.
    pub input: usize,
    /// The line, from 1, where one article of a list is wrong.
    pub line: Option<usize>,
    /// What is wrong.
    pub error: IngestError,
}

/// What to do after a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// Go on with what comes behind it.
    GoOn,
    /// Leave out the rest of the input.
    NextInput,
}

/// Takes what was found, in the order of the inputs.
pub trait Sink<P> {
    /// Why it can't take any more.
    type Error;

    /// Takes what was made of some sentences.
    fn found(&mut self, printed: P) -> Result<(), Self::Error>;

    /// Hears of a failure. What came before it was taken.
    fn failed(&mut self, failure: Failure) -> Result<After, Self::Error>;

    /// Hears that nothing more can be had at the moment.
    fn idle(&mut self) -> Result<(), Self::Error>;
}

/// What came of a piece of an input.
struct Worked<P> {
    input: usize,
    steps: Vec<Step<P>>,
}

impl Filter {
    /// Reads all inputs in `threads` threads. `render` makes of each sentence
    /// what is wanted of it, adding to what it made of the ones before; it
    /// runs in those threads as well.
    pub fn run<P, S>(
        self,
        inputs: Vec<Input>,
        threads: usize,
        render: impl Fn(ShownSentence, &mut P) + Send + Sync + 'static,
        sink: &mut S,
    ) -> Result<(), S::Error>
    where
        P: Default + Send + 'static,
        S: Sink<P>,
    {
        let last = inputs.len().saturating_sub(1);
        let wanted = Arc::new(AtomicUsize::new(0));
        let reading = Arc::new(self.reading.clone());
        let mut source = Source::new(inputs, reading, Arc::clone(&wanted));
        let source = move || source.next();
        let work = move |piece: source::Piece| Worked {
            input: piece.input,
            steps: work(&self, piece, &render),
        };
        ordered::in_order(source, threads, work, |worked| {
            let Some(Worked { input, steps }) = worked else {
                return sink.idle().map(ControlFlow::Continue);
            };
            for step in steps {
                if input < wanted.load(Ordering::Relaxed) {
                    break;
                }
                match step {
                    Step::Found(printed) => sink.found(printed)?,
                    Step::Failed(failure) => {
                        if sink.failed(failure)? == After::NextInput {
                            wanted.store(input + 1, Ordering::Relaxed);
                        }
                    }
                }
            }
            Ok(if last < wanted.load(Ordering::Relaxed) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            })
        })
    }
}
