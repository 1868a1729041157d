//! Between a source of the desk and a bibliographic item.
//!
//! What the desk has a place for goes there: title, author, dates. The rest is
//! kept as the source's bibliography. So is what the desk's place is too narrow
//! for, such as an approximate date or an author with a suffix: it is used as
//! long as it still says what the desk says, and no longer once that was edited.

use chrono::{NaiveDate, NaiveTime};

use super::dates::Date;
use super::item::Item;
use super::kinds;
use super::names::{names_of, text_of};
use crate::identity::{identify, web_address, without_credentials};
use crate::model::bibliography::Bibliography;
use crate::model::edtf::{Edtf, EdtfDate};
use crate::model::source::{Confidentiality, NewSource, Source, SourceDetails, SourceIdentity};

/// The variable that says who may read of a source: no word of CSL's, so that no
/// style prints it, and that each format has a free field for it.
const CONFIDENTIALITY: &str = "confidentiality";

impl Item {
    /// A source as a bibliographic item. That a source was consulted at a time is
    /// told as its day, which is all that the formats have in common.
    pub fn of(source: &Source) -> Self {
        let details = &source.details;
        let mut item = Self::default();
        for (name, value) in details.bibliography.iter().flat_map(|known| &known.0) {
            item.set(name, value.clone());
        }
        item.set_text("id", &format!("source-{}", source.id));
        for (name, text) in [
            ("title", &details.title),
            ("publisher", &details.publisher),
            ("language", &details.language),
            ("note", &details.notes),
            ("archive_location", &details.archived_url),
            ("URL", &source.url),
            ("DOI", &source.doi),
            ("ISBN", &source.isbn),
        ] {
            item.set_text(name, text.as_deref().unwrap_or_default());
        }
        item.settle_author(details.author.as_deref());
        item.settle_issued(details.published.as_ref());
        if let Some(accessed) = details.accessed {
            item.set_date("accessed", &day(accessed.date_naive()));
        }
        item.settle_kind(details);
        if let (false, Some(who)) = (source.is_public(), details.confidentiality) {
            item.set_text(CONFIDENTIALITY, who.as_str());
        }
        item
    }

    fn settle_author(&mut self, known: Option<&str>) {
        let told = names_of(known.unwrap_or_default());
        if names_of(&text_of(&self.names("author"))) != told {
            self.take("author");
            self.set_names("author", told);
        }
    }

    fn settle_issued(&mut self, known: Option<&EdtfDate>) {
        if self.date("issued").and_then(|date| date.first()).as_ref() == known {
            return;
        }
        self.take("issued");
        if let Some(known) = known {
            self.set_date("issued", &Date::Edtf(Edtf::from(known)));
        }
    }

    fn settle_kind(&mut self, details: &SourceDetails) {
        let kept = self.take_text("type");
        let known = details.source_type;
        let fits = |kept: &str| known.is_none_or(|known| kinds::of_csl(kept).source == known);
        let kept = kept.filter(|kept| fits(kept));
        let usual = match known {
            Some(known) => kinds::csl_of(known, self.in_journal()),
            None => self.likely_kind(),
        };
        self.set_text("type", kept.as_deref().unwrap_or(usual));
    }

    /// Whether something speaks for a journal, and not for a newspaper.
    fn in_journal(&self) -> bool {
        ["DOI", "volume", "ISSN"]
            .iter()
            .any(|variable| self.has(variable))
    }

    /// What a thing is most likely of which nobody said what it is.
    fn likely_kind(&self) -> &'static str {
        if self.in_journal() && self.has("container-title") {
            "article-journal"
        } else if self.has("ISBN") {
            "book"
        } else if self.has("URL") {
            "webpage"
        } else {
            "document"
        }
    }
}

/// The source that an item describes, or why it can be none.
pub(super) fn source_of(mut item: Item) -> Result<NewSource, String> {
    let kind = item.kind().to_owned();
    let in_journal = item.in_journal();
    let mut identities = identities(&mut item, &kind)?;
    let source_type = kinds::of_csl(&kind).source;
    let details = SourceDetails {
        title: item.take_text("title"),
        author: author(&mut item),
        publisher: item.take_text("publisher"),
        language: item.take_text("language"),
        published: published(&mut item),
        accessed: accessed(&mut item),
        archived_url: archived(&mut item),
        source_type: Some(source_type),
        confidentiality: confidentiality(&mut item)?,
        notes: item.take_text("note"),
        ..SourceDetails::default()
    };
    item.take("id");
    if kinds::csl_of(source_type, in_journal) == kind {
        item.take("type");
    }
    if identities.is_empty() {
        let title = details.title.as_deref();
        let title = title.ok_or("it has no title, address, DOI or ISBN to be recognised by")?;
        identities.push(SourceIdentity::titled(title, &details));
    }
    Ok(NewSource {
        identity: identities.remove(0),
        also: identities,
        details: SourceDetails {
            bibliography: Bibliography(item.into_rest()).filled(),
            ..details
        },
    })
}

/// What it is recognised by, best first. The ISBN of a part is that of the
/// whole, which is another source, and stays in the bibliography.
fn identities(item: &mut Item, kind: &str) -> Result<Vec<SourceIdentity>, String> {
    let mut found: Vec<SourceIdentity> = Vec::new();
    if let Some(doi) = item.take_text("DOI") {
        match identify(&doi) {
            Ok(identity @ SourceIdentity::Doi(_)) => found.push(identity),
            _ => return Err(format!("“{doi}” is no DOI")),
        }
    }
    if !kinds::is_part(kind)
        && let Some(isbn) = item.take_text("ISBN")
    {
        found.push(isbn_in(&isbn)?);
    }
    if let Some(url) = item.take_text("URL") {
        let identity = identify(&url)
            .map_err(|why| format!("“{}” can't be cited: {why}", without_credentials(&url)))?;
        if found.iter().all(|known| known.key() != identity.key()) {
            found.push(identity);
        }
    }
    Ok(found)
}

/// The first number of a field that may hold several, as those of a hard and a
/// soft cover.
fn isbn_in(field: &str) -> Result<SourceIdentity, String> {
    let is_isbn = |given: &str| match identify(given) {
        Ok(identity @ SourceIdentity::Isbn(_)) => Some(identity),
        _ => None,
    };
    is_isbn(field)
        .or_else(|| field.split([' ', ',', ';', '/']).find_map(is_isbn))
        .ok_or_else(|| match identify(field) {
            Err(why) => format!("“{field}” is no ISBN: {why}"),
            Ok(_) => format!("“{field}” is no ISBN"),
        })
}

fn author(item: &mut Item) -> Option<String> {
    let names = item.names("author");
    let text = text_of(&names);
    if names_of(&text) == names {
        item.take("author");
    }
    (!text.is_empty()).then_some(text)
}

fn published(item: &mut Item) -> Option<EdtfDate> {
    let date = item.date("issued")?;
    let first = date.first();
    if first.as_ref().map(EdtfDate::as_str) == Some(date.text()) {
        item.take("issued");
    }
    first
}

/// The first moment of the day; what is less than a day stays where it is.
fn accessed(item: &mut Item) -> Option<chrono::DateTime<chrono::Utc>> {
    let day = item.date("accessed")?.first()?.day()?;
    item.take("accessed");
    Some(day.and_time(NaiveTime::MIN).and_utc())
}

/// Who may read of it, where the entry says so.
fn confidentiality(item: &mut Item) -> Result<Option<Confidentiality>, String> {
    let Some(told) = item.take_text(CONFIDENTIALITY) else {
        return Ok(None);
    };
    let known = told.parse().map_err(|_| {
        let all = Confidentiality::WORDS.join(", ");
        format!("its confidentiality “{told}” is none of {all}")
    });
    known.map(Some)
}

/// A place in an archive that is an address.
fn archived(item: &mut Item) -> Option<String> {
    web_address(item.text("archive_location")?).ok()?;
    item.take_text("archive_location")
}

fn day(day: NaiveDate) -> Date {
    match Edtf::day(day) {
        Some(date) => Date::Edtf(date),
        None => Date::Words(day.to_string()),
    }
}
