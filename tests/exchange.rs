//! Whatever a desk holds goes through every format and comes back: what one desk
//! exports, another imports and exports the same.
#![expect(
    clippy::unwrap_used,
    reason = "a helper of a test may fail like the test itself"
)]

use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::Path;

use claimdesk::desk::{Act, Desk, DeskError, ImportOptions, NewArticle, ReviewOptions};
use claimdesk::extract::Offer;
use claimdesk::interchange::averitec::{AVERITEC, AveritecWriter, is_labelled, read_averitec};
use claimdesk::interchange::claimreview::{DocumentWriter, Mapping, read};
use claimdesk::interchange::documents::{RatedOn, annotations, reviews};
use claimdesk::interchange::records::{
    CsvWriter, JsonlWriter, Numbered, RecordWriter, read_csv, read_jsonl,
};
use claimdesk::interchange::web_annotation::{
    Linked, Signed, Words, comment, evidence, flag, verdict,
};
use claimdesk::model::article::GivenDetails;
use claimdesk::model::claim::ClaimFilter;
use claimdesk::model::people::{NewReviewer, Role};
use claimdesk::model::record::{ClaimRecord, RecordSource};
use claimdesk::model::text::Span;
use claimdesk::text::anchor::quote_at;
use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

/// Pieces that texts are made of: plain ones, and those that a format could take
/// for more than a text.
const PIECES: &[&str] = &[
    "The bridge",
    "opened in 1931",
    "cost 2 million",
    "  ",
    "=1+1",
    "@SUM(A1)",
    "-3",
    "'",
    "''=x",
    "\"",
    ",",
    ";",
    "|",
    "\n",
    "\r\n",
    "\t",
    "<script>alert(1)</script>",
    "</script>",
    "&quot;",
    "&amp;amp;",
    "{{x}}",
    "\u{202e}",
    "\u{1b}[31m",
    "Žilina",
    "汉字",
    "😀",
    "e\u{301}",
    "\\",
    "`",
    "[x](javascript:x)",
    "null",
    "…",
    "\u{feff}",
];

fn text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 1..5);
    pieces
        .prop_map(|pieces| pieces.join(" "))
        .prop_filter("says something", |text| {
            text.chars().any(char::is_alphanumeric)
        })
}

fn some<T: std::fmt::Debug>(of: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::of(of)
}

fn address(host: &'static str) -> impl Strategy<Value = String> {
    (0..20_u8).prop_map(move |page| format!("https://{host}/{page}?a=1&b=ž"))
}

fn date() -> impl Strategy<Value = claimdesk::model::edtf::EdtfDate> {
    prop::sample::select(vec!["2018", "2019-03", "2024-05-06"])
        .prop_map(|date| date.parse().unwrap())
}

fn source() -> impl Strategy<Value = RecordSource> {
    (
        (
            some(address("archive.example")),
            some(Just("10.1000/182".to_owned())),
            text(),
        ),
        (
            some(text()),
            some(text()),
            some(date()),
            some(text()),
            some(text()),
        ),
        prop::sample::select(vec!["supports", "refutes", "context"]),
    )
        .prop_map(
            |((url, doi, title), (author, publisher, published, quote, locator), stance)| {
                RecordSource {
                    doi: doi.filter(|_| url.is_none()),
                    url,
                    title: Some(title),
                    author,
                    publisher,
                    published,
                    stance: Some(stance.parse().unwrap()),
                    quote,
                    locator,
                    ..RecordSource::default()
                }
            },
        )
}

fn record() -> impl Strategy<Value = ClaimRecord> {
    let said = (text(), some(text()), some(text()), some(date()));
    let place = (
        some(address("news.example")),
        some(text()),
        prop::collection::vec(address("video.example"), 0..3),
    );
    let check = (
        some(address("facts.example")),
        some(text()),
        some(date()),
        some(prop::sample::select(vec![
            "Facts",
            "Checks & Co",
            "Das \"Amt\"",
        ])),
    );
    let rated = prop_oneof![
        1 => Just((None, None)),
        4 => prop::sample::select(vec!["false", "misleading", "true", "unverifiable"]).prop_map(|slug| (Some(slug.to_owned()), None)),
        1 => prop::sample::select(vec!["Half so", "3 Pinocchios", "=7 geese"]).prop_map(|label| (None, Some(label.to_owned()))),
    ];
    let judged = (
        rated,
        some(text()),
        some(text()),
        some(prop::sample::select(vec!["lea", "Ben Ito"])),
    );
    let topics = prop::collection::vec(prop::sample::select(vec!["bridges", "a|b", "money"]), 0..3);
    (
        said,
        place,
        check,
        judged,
        topics,
        prop::collection::vec(source(), 0..3),
    )
        .prop_map(
            |(
                (claim, quote, claimant, claim_date),
                (article_url, article_title, appearances),
                check,
                judged,
                topics,
                sources,
            )| {
                let (check_url, check_title, check_published, publisher) = check;
                let ((rating, rating_label), rationale, correction, reviewer) = judged;
                let rated = rating.is_some() || rating_label.is_some();
                ClaimRecord {
                    claim,
                    quote,
                    claimant,
                    claim_date,
                    article_url,
                    article_title,
                    appearances,
                    topics: topics.into_iter().map(str::to_owned).collect(),
                    language: Some("en".to_owned()),
                    scale: rating.as_ref().map(|_| "standard".to_owned()),
                    rating,
                    rating_label,
                    rationale: rationale.filter(|_| rated),
                    correction: correction.filter(|_| rated),
                    reviewer: reviewer.map(str::to_owned).filter(|_| rated),
                    reviewed_at: rated.then(|| "2024-05-06T10:00:00Z".parse().unwrap()),
                    check_title: check_title.filter(|_| check_url.is_some()),
                    check_published: check_published.filter(|_| check_url.is_some()),
                    publisher: publisher.map(str::to_owned).filter(|_| check_url.is_some()),
                    check_url,
                    sources,
                    ..ClaimRecord::default()
                }
            },
        )
}

const ARTICLE: &str = "https://news.example/bridge";

/// An article in which words repeat, with letters of several bytes.
const TEXT: &str = "The Bridge of Žilina 😀\n\nThe bridge opened in 1931. “The bridge opened,” they said, in 1931.\n\n桥梁 was built; the bridge opened.\n";

/// Words of the article: from the beginning of one to the end of another, in
/// bytes.
fn words() -> impl Strategy<Value = (usize, usize)> {
    let mut places = Vec::new();
    let mut at = 0;
    for word in TEXT.split(' ') {
        places.push((at, at + word.trim_end().len()));
        at += word.len() + 1;
    }
    (0..places.len(), 0..4_usize).prop_map(move |(first, more)| {
        let last = (first + more).min(places.len() - 1);
        (places[first].0, places[last].1)
    })
}

/// What a person has to say of words of the article.
fn annotation(number: usize, words: Span, kind: usize, said: &str) -> Value {
    let quote = quote_at(TEXT, words).unwrap();
    let creator = format!("Person {number}");
    let signed = Signed {
        id: uuid::Builder::from_unix_timestamp_millis(1_717_246_800_000 + number as u64, &[7; 10])
            .into_uuid(),
        creator: Some(&creator),
        created: "2024-06-01T13:00:00Z".parse().unwrap(),
        modified: None,
    };
    let words = Words {
        source: ARTICLE,
        quote: Some(&quote),
    };
    let url = format!("https://archive.example/{number}");
    let linked = Linked {
        url: Some(&url),
        title: "The archive",
        quote: Some(said),
        stance: Some("supports"),
    };
    match kind {
        0 => verdict(&signed, &words, Some(said), "Misleading"),
        1 => flag(&signed, &words, (said, "names"), Some(said)),
        2 => evidence(&signed, &words, &linked),
        _ => comment(&signed, &words, said),
    }
}

/// A desk in a folder of its own.
struct World {
    _folder: TempDir,
    desk: Desk,
}

impl World {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let ana = NewReviewer {
            handle: "ana".parse().unwrap(),
            name: "Ana Ruiz".to_owned(),
            role: Role::Editor,
        };
        let path: &Path = &folder.path().join("claimdesk.db");
        let desk = Desk::init(path, &ana, "2024-06-01T00:00:00Z".parse().unwrap()).unwrap();
        Self {
            _folder: folder,
            desk,
        }
    }

    fn import(&mut self, records: impl Iterator<Item = std::io::Result<Numbered>>) -> u64 {
        let act = Act {
            actor: None,
            at: "2024-06-02T00:00:00Z".parse().unwrap(),
        };
        let options = ImportOptions {
            format: "test",
            file_name: None,
            skip_invalid: false,
            rehearsed: false,
        };
        let done = self
            .desk
            .import_claims(&act, &options, records, || "0".repeat(64), |_| ())
            .unwrap();
        done.added + done.updated + done.flags + done.comments
    }

    fn add_article(&mut self) {
        let act = Act {
            actor: None,
            at: "2024-06-01T12:00:00Z".parse().unwrap(),
        };
        let new = NewArticle {
            bytes: TEXT.as_bytes(),
            file_name: Some("bridge.txt"),
            document_type: None,
            encoding: None,
            given: GivenDetails {
                url: Some(ARTICLE.to_owned()),
                ..GivenDetails::default()
            },
            offer: Offer::default(),
        };
        self.desk.add_articles(&act, &new).unwrap();
    }

    fn with(format: &str, file: &[u8]) -> Self {
        let mut world = Self::new();
        world.read(format, file);
        // The same file again changes nothing.
        assert_eq!(world.read(format, file), 0, "{format}");
        world
    }

    fn read(&mut self, format: &str, file: &[u8]) -> u64 {
        match format {
            "jsonl" => self.import(read_jsonl(file)),
            "csv" => self.import(read_csv(file).unwrap()),
            "averitec" => self.import(read_averitec(file)),
            _ => {
                let content = Box::new(Cursor::new(file.to_vec()));
                let on = RatedOn {
                    scale: self.desk.scale_named(None).unwrap(),
                    mapping: Mapping::default(),
                };
                let found = match format {
                    "claimreview" => reviews(content, Path::new("-"), on),
                    _ => annotations(content, Path::new("-"), &on),
                };
                self.import(found.unwrap().records)
            }
        }
    }

    fn written(&self, format: &str) -> Vec<u8> {
        let mut file = Vec::new();
        if format == "claimreview" {
            self.reviews(&mut file);
            return file;
        }
        let labels = self.desk.said_on(AVERITEC).unwrap();
        let mut writer: Box<dyn RecordWriter> = match format {
            "jsonl" => Box::new(JsonlWriter(&mut file)),
            "csv" => Box::new(CsvWriter::new(&mut file).unwrap()),
            _ => Box::new(AveritecWriter::new(&mut file)),
        };
        let all = ClaimFilter::default();
        self.desk
            .export_claims(&all, true, |mut record| {
                if format != "averitec" || (labels.say(&mut record) && is_labelled(&record)) {
                    writer.write(&record).unwrap();
                }
                Ok::<_, DeskError>(())
            })
            .unwrap();
        writer.finish().unwrap();
        drop(writer);
        file
    }

    fn reviews(&self, file: &mut Vec<u8>) {
        let mut writer = DocumentWriter::new(file);
        let options = ReviewOptions {
            page: Some("https://facts.example/all".to_owned()),
            latest_verdict: true,
            also_internal: true,
            ..ReviewOptions::default()
        };
        self.desk
            .claim_reviews(&ClaimFilter::default(), &options, |_, written| {
                writer.write(&written.unwrap().review).unwrap();
                Ok::<_, DeskError>(())
            })
            .unwrap();
        writer.finish().unwrap();
    }
}

fn lines(file: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8(file.to_vec()).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// A document with its texts on one line each.
fn on_one_line(file: &[u8]) -> BTreeSet<String> {
    let even = |line: String| {
        line.replace("\\n", " ")
            .replace("\\r", " ")
            .replace("\\t", " ")
    };
    let one_space = |line: String| line.split_whitespace().collect::<Vec<_>>().join(" ");
    lines(file).into_iter().map(even).map(one_space).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn annotations_come_back_on_their_words(made in prop::collection::vec((words(), 0..4_usize, text()), 1..8)) {
        let mut world = World::new();
        world.add_article();
        let written: Vec<Value> = made
            .iter()
            .enumerate()
            .map(|(number, ((start, end), kind, said))| annotation(number, Span::new(*start, *end), *kind, said.trim()))
            .collect();
        let document = Value::Array(written.clone()).to_string();
        prop_assert!(world.read("web-annotation", document.as_bytes()) > 0);
        prop_assert_eq!(world.read("web-annotation", document.as_bytes()), 0);
        let mut found = Vec::new();
        world
            .desk
            .annotations(&ClaimFilter::default(), true, |one| {
                found.push(one);
                Ok::<_, DeskError>(())
            })
            .unwrap();
        for one in written {
            let back = found.iter().find(|other| other["id"] == one["id"]);
            prop_assert_eq!(back, Some(&one));
        }
    }

    #[test]
    fn what_goes_out_comes_back_the_same(records in prop::collection::vec(record(), 1..5)) {
        let mut file = Vec::new();
        for record in &records {
            JsonlWriter(&mut file).write(record).unwrap();
        }
        let first = World::with("jsonl", &file);
        let whole = first.written("jsonl");
        for format in ["jsonl", "csv"] {
            let other = World::with(format, &first.written(format));
            prop_assert_eq!(lines(&other.written("jsonl")), lines(&whole), "{}", format);
        }
        let table = first.written("csv");
        for row in csv::Reader::from_reader(&*table).records() {
            let row = row.unwrap();
            prop_assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{:?}", row);
        }
        let averitec = first.written("averitec");
        let other = World::with("averitec", &averitec);
        prop_assert_eq!(lines(&other.written("averitec")), lines(&averitec));
        // A page has its names on one line each, and no more than that is lost.
        let page = first.written("claimreview");
        let other = World::with("claimreview", &page).written("claimreview");
        prop_assert_eq!(lines(&other).len(), lines(&page).len());
        let third = World::with("claimreview", &other).written("claimreview");
        prop_assert_eq!(lines(&third), lines(&other));
        prop_assert_eq!(on_one_line(&other), on_one_line(&page));
        let rated = first.written("claimreview");
        let read = read(std::str::from_utf8(&rated).unwrap());
        prop_assert!(read.reviews.iter().all(|review| review.problems.is_empty()));
    }
}
