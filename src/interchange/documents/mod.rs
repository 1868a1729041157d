//! Documents of the web as records: the reviews and the annotations in a file,
//! rated on a scale of the desk.

mod pieces;
mod told;

use std::collections::BTreeMap;
use std::io::{self, BufRead, Read};
use std::path::Path;

use self::pieces::{Piece, Pieces, pieces};
use self::told::Told;
use super::claimreview::{self, Mapping, Review};
use super::linked::{Broken, text_of};
use super::records::Numbered;
use super::web_annotation::{self, Noted};
use crate::ingest::{IngestError, MAX_BYTES, read_named};
use crate::model::scale::Scale;

pub use told::Notes;

/// A file that is read as it is wanted.
pub type Content = Box<dyn BufRead + Send>;

/// The records of a file. What is no JSON is a record that can't be taken.
pub struct Documents {
    /// They, in the order of the file.
    pub records: Box<dyn Iterator<Item = io::Result<Numbered>> + Send>,
    /// What is to be said of them once they are read.
    pub notes: Notes,
}

impl<I: Iterator<Item = io::Result<Numbered>> + Send + 'static> From<I> for Documents {
    /// Records of which nothing is to be said.
    fn from(records: I) -> Self {
        Self {
            records: Box::new(records),
            notes: Notes::default(),
        }
    }
}

/// How ratings are found.
#[derive(Debug, Clone)]
pub struct RatedOn {
    /// The scale that they are looked for on. A rating that it does not have keeps its
    /// own label.
    pub scale: Scale,
    /// What others call its ratings.
    pub mapping: Mapping,
}

/// The reviews of a file. The elements of an array, of a feed, and lines are read one
/// by one; another document, or a page, as a whole.
///
/// # Errors
/// A file that can't be read, is too large to be read as a whole, or is no text.
pub fn reviews(content: Content, path: &Path, on: RatedOn) -> Result<Documents, IngestError> {
    let unreadable = |source| IngestError::Unreadable {
        path: path.to_owned(),
        source,
    };
    let mut rest = Some(content);
    let notes = Notes::default();
    let told = notes.clone();
    let mut number = 0;
    let several = match pieces(&mut rest).map_err(unreadable)? {
        Pieces::Several(pieces) => pieces,
        Pieces::Whole(read) => {
            let mut whole = read.chain(rest.unwrap_or_else(|| Box::new(io::empty())));
            let text = text_of(&read_named(&mut whole, path, MAX_BYTES)?)?;
            let records = told.with(|told| reviews_of(&text, None, &on, told, &mut number));
            return Ok(Documents {
                notes,
                ..records.into_iter().map(Ok).into()
            });
        }
    };
    let of_piece = move |piece: io::Result<Piece>| match piece {
        Err(error) => vec![Err(error)],
        Ok(piece) => told
            .with(|told| of_piece(&piece, &on, told, &mut number))
            .into_iter()
            .map(Ok)
            .collect(),
    };
    Ok(Documents {
        records: Box::new(several.flat_map(of_piece)),
        notes,
    })
}

fn of_piece(piece: &Piece, on: &RatedOn, told: &mut Told, number: &mut u64) -> Vec<Numbered> {
    match text_of(&piece.bytes) {
        Ok(text) => reviews_of(&text, Some(piece), on, told, number),
        Err(error) => {
            *number += 1;
            vec![Numbered {
                number: *number,
                place: format!("line {}", piece.line),
                record: Err(error.to_string()),
                attached: None,
            }]
        }
    }
}

/// The reviews of a text, which is a piece of its file or the whole.
fn reviews_of(
    text: &str,
    piece: Option<&Piece>,
    on: &RatedOn,
    told: &mut Told,
    number: &mut u64,
) -> Vec<Numbered> {
    let reading = claimreview::read(text);
    told.page = reading.page;
    told.next_page = reading.next_page.or(told.next_page.take());
    let mut records = Vec::new();
    let mut add = |place, record| {
        *number += 1;
        records.push(Numbered {
            number: *number,
            place,
            record,
            attached: None,
        });
    };
    for one in &reading.broken {
        let line = one.line + piece.map_or(0, |piece| piece.line - 1);
        if let Some(why) = broken(one, line, told) {
            add(format!("line {line}"), Err(why));
        }
    }
    for review in &reading.reviews {
        told.problems(review.place.part, &review.problems);
        let taken = review.record(&on.scale, &on.mapping);
        if let Ok(taken) = &taken {
            told.rated(taken.rated);
        }
        let record = taken.map(|taken| taken.record);
        let place = place_of(review, piece, told);
        add(place, record.map_err(|error| error.to_string()));
    }
    records
}

/// Where a review stands in its file.
fn place_of(review: &Review, piece: Option<&Piece>, told: &Told) -> String {
    let path = review.place.path.as_str();
    let Some(piece) = piece else {
        return told.place(review.place.part, path);
    };
    let within = path.strip_prefix('$').unwrap_or(path);
    let line = piece.is_line.then_some(piece.line);
    told.place(line, &format!("{}{within}", piece.path))
}

/// Why a document that is no JSON can't be taken. Of a page's scripts those are passed
/// over that are about something else.
fn broken(one: &Broken, line: usize, told: &mut Told) -> Option<String> {
    if told.page && !one.mended && !one.text.contains("ClaimReview") {
        let script = one.part.unwrap_or_default();
        told.note(format!(
            "script {script} of the page is no JSON, and was passed over"
        ));
        return None;
    }
    if one.mended {
        let what = &one.what;
        told.note(format!(
            "line {line}: this is no JSON as it stands, and was read all the same: {what}"
        ));
        return None;
    }
    Some(format!("this is no JSON: {}", one.what))
}

/// The annotations of a file, which is read as a whole: a correction is that of its
/// verdict, wherever that stands.
///
/// # Errors
/// A file that can't be read, is too large, or is no text.
pub fn annotations(
    mut content: Content,
    path: &Path,
    on: &RatedOn,
) -> Result<Documents, IngestError> {
    let text = text_of(&read_named(&mut content, path, MAX_BYTES)?)?;
    let notes = Notes::default();
    let records = notes.with(|told| annotations_of(&text, on, told));
    Ok(Documents {
        notes,
        ..records.into_iter().map(Ok).into()
    })
}

fn annotations_of(text: &str, on: &RatedOn, told: &mut Told) -> Vec<Numbered> {
    let read = web_annotation::read(text);
    let mut records = Vec::new();
    let mut add = |place, record, attached| {
        records.push(Numbered {
            number: records.len() as u64 + 1,
            place,
            record,
            attached,
        });
    };
    for one in &read.broken {
        if let Some(why) = broken(one, one.line, told) {
            add(format!("line {}", one.line), Err(why), None);
        }
    }
    let wordings = wordings(&read.annotations);
    for one in &read.annotations {
        told.problems(one.part, &one.problems);
        if one.corrects().is_some_and(|id| wordings.contains_key(id)) {
            continue;
        }
        let wording = one.id.as_ref().and_then(|id| wordings.get(id.as_str()));
        let place = told.place(one.part, one.path.as_str());
        let noted = one.records(&on.scale, &on.mapping);
        if noted.is_empty() {
            let why = "it is about nothing: there is no target that can be read";
            add(place.clone(), Err(why.to_owned()), None);
        }
        for Noted {
            mut record,
            rated,
            attached,
        } in noted
        {
            if let Some(rated) = rated {
                told.rated(rated);
            }
            let wording = wording.map(|wording| (*wording).to_owned());
            record.correction = record.correction.or(wording);
            add(place.clone(), Ok(record), Some(attached));
        }
    }
    records
}

/// The wordings that verdicts suggest, by the IRI of the verdict, of those that are
/// there.
fn wordings(annotations: &[web_annotation::Annotation]) -> BTreeMap<&str, &str> {
    let suggested = annotations
        .iter()
        .filter_map(|one| one.corrects().zip(one.wording()));
    let mut wordings: BTreeMap<&str, &str> = suggested.collect();
    let ids = annotations.iter().filter_map(|one| one.id.as_deref());
    let ids: std::collections::BTreeSet<&str> = ids.collect();
    wordings.retain(|verdict, _| ids.contains(verdict));
    wordings
}
