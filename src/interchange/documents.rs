//! Documents of the web as records: the reviews and the annotations in a text,
//! rated on a scale of the desk.

use std::collections::BTreeMap;

use super::claimreview::{self, HowRated, Mapping};
use super::linked::{Broken, Problem};
use super::records::Numbered;
use super::web_annotation::{self, Noted};
use crate::model::scale::Scale;

/// Most problems of documents that are told one by one.
const MOST_TOLD: usize = 10;

/// The records of a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Documents {
    /// They, in the order of the text. What is no JSON is a record that can't be
    /// taken.
    pub records: Vec<Numbered>,
    /// What of them could not be read as it is, and how ratings were found: a
    /// sentence each.
    pub notes: Vec<String>,
}

/// The reviews of a text, rated on a scale. A rating that it does not have keeps
/// its own label.
pub fn reviews(text: &str, scale: &Scale, mapping: &Mapping) -> Documents {
    let reading = claimreview::read(text);
    let mut documents = Collected {
        page: reading.page,
        ..Collected::default()
    };
    documents.break_off(&reading.broken);
    for review in &reading.reviews {
        let place = documents.place(review.place.part, review.place.path.as_str());
        documents.tell(review.place.part, &review.problems);
        let taken = review.record(scale, mapping);
        if let Ok(taken) = &taken {
            *documents.rated.entry(taken.rated).or_default() += 1;
        }
        let record = taken.map(|taken| taken.record);
        documents.add(place, record.map_err(|error| error.to_string()), None);
    }
    let mut done = documents.done();
    done.notes.extend(reading.next_page.map(|token| {
        format!("this is one page of an answer; ask for the next with pageToken={token}")
    }));
    done
}

/// The annotations of a text, their ratings on a scale. A correction is that of
/// its verdict, where both are in the text.
pub fn annotations(text: &str, scale: &Scale, mapping: &Mapping) -> Documents {
    let read = web_annotation::read(text);
    let mut documents = Collected::default();
    documents.break_off(&read.broken);
    let mut wordings = BTreeMap::new();
    for one in &read.annotations {
        if let Some((verdict, wording)) = one.corrects().zip(one.wording()) {
            wordings.insert(verdict.to_owned(), wording.to_owned());
        }
    }
    let ids = read.annotations.iter().filter_map(|one| one.id.clone());
    let ids: Vec<String> = ids.collect();
    wordings.retain(|verdict, _| ids.contains(verdict));
    for one in &read.annotations {
        documents.tell(one.part, &one.problems);
        if one
            .corrects()
            .is_some_and(|verdict| wordings.contains_key(verdict))
        {
            continue;
        }
        let wording = one.id.as_ref().and_then(|id| wordings.get(id));
        let place = documents.place(one.part, one.path.as_str());
        let noted = one.records(scale, mapping);
        if noted.is_empty() {
            let why = "it is about nothing: there is no target that can be read";
            documents.add(place.clone(), Err(why.to_owned()), None);
        }
        for Noted {
            mut record,
            rated,
            attached,
        } in noted
        {
            if let Some(rated) = rated {
                *documents.rated.entry(rated).or_default() += 1;
            }
            record.correction = record.correction.or_else(|| wording.cloned());
            documents.add(place.clone(), Ok(record), Some(attached));
        }
    }
    documents.done()
}

/// Records as they are found.
#[derive(Default)]
struct Collected {
    page: bool,
    records: Vec<Numbered>,
    told: Vec<String>,
    untold: usize,
    rated: BTreeMap<HowRated, usize>,
}

impl Collected {
    fn add(
        &mut self,
        place: String,
        record: Result<crate::model::record::ClaimRecord, String>,
        attached: Option<web_annotation::Attached>,
    ) {
        self.records.push(Numbered {
            number: self.records.len() as u64 + 1,
            place,
            record,
            attached,
        });
    }

    /// Where something stands, in words.
    fn place(&self, part: Option<usize>, path: &str) -> String {
        let part = part.map(|part| {
            let kind = if self.page { "script" } else { "line" };
            format!("{kind} {part}")
        });
        match (part, path) {
            (Some(part), "$") => part,
            (Some(part), path) => format!("{part}, {path}"),
            (None, path) => path.to_owned(),
        }
    }

    /// Documents that are no JSON: those that could not be read can't be taken. Of a
    /// page's scripts those are passed over that are about something else.
    fn break_off(&mut self, broken: &[Broken]) {
        for one in broken {
            let place = format!("line {}", one.line);
            if self.page && !one.mended && !one.text.contains("ClaimReview") {
                let script = one.part.unwrap_or_default();
                self.note(format!(
                    "script {script} of the page is no JSON, and was passed over"
                ));
            } else if one.mended {
                let what = &one.what;
                self.note(format!(
                    "{place}: this is no JSON as it stands, and was read all the same: {what}"
                ));
            } else {
                self.add(place, Err(format!("this is no JSON: {}", one.what)), None);
            }
        }
    }

    fn tell(&mut self, part: Option<usize>, problems: &[Problem]) {
        for problem in problems {
            let place = self.place(part, problem.path.as_str());
            self.note(format!("{place}: {}", problem.message));
        }
    }

    fn note(&mut self, what: String) {
        if self.told.len() < MOST_TOLD {
            self.told.push(what);
        } else {
            self.untold += 1;
        }
    }

    fn done(self) -> Documents {
        let mut notes = self.told;
        if self.untold > 0 {
            let more = self.untold;
            notes.push(format!(
                "{more} more things could not be read as they are; claimdesk validate tells of each"
            ));
        }
        let ways: Vec<String> = self
            .rated
            .iter()
            .filter_map(|(how, count)| way(*how, *count))
            .collect();
        let by_name_alone = self
            .rated
            .keys()
            .all(|how| way(*how, 0).is_none() || *how == HowRated::Label);
        if !by_name_alone {
            notes.push(format!("ratings were found: {}", ways.join(", ")));
        }
        Documents {
            records: self.records,
            notes,
        }
    }
}

/// How ratings were found, where that is worth a look.
fn way(how: HowRated, count: usize) -> Option<String> {
    Some(match how {
        HowRated::Table => format!("{count} by your table"),
        HowRated::Label => format!("{count} by name"),
        HowRated::Word => format!("{count} by words that many desks use"),
        HowRated::Position => format!("{count} by their place between worst and best"),
        HowRated::Unmapped | HowRated::Missing => return None,
    })
}
