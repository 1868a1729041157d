//! What must hold whatever the input: no reader panics, hangs or fills the
//! memory, and what one reads is sound. Shared by the fuzz targets and by the
//! test that goes through the inputs they found.

use std::io::{self, Cursor, Write};
use std::sync::OnceLock;

use claimdesk::citation::{self, ReferenceFormat, format_of};
use claimdesk::extract::{Extractor, shipped};
use claimdesk::ingest::{Document, DocumentType, PDF_THREAD, detect, reader_for};
use claimdesk::interchange::averitec::read_averitec;
use claimdesk::interchange::bundle::{ABOUT, Files, check, unpack};
use claimdesk::interchange::linked::text_of;
use claimdesk::interchange::records::{JsonlWriter, Numbered, RecordWriter, read_csv, read_jsonl};
use claimdesk::interchange::{self, Kind};
use claimdesk::model::text::Span;
use claimdesk::text::anchor::{Again, Finder, Reanchorer};
use claimdesk::text::changes::changes;
use lopdf::{Object, Stream, dictionary};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[path = "damaged.rs"]
mod damaged;
#[path = "desks.rs"]
mod desks;
#[path = "settings.rs"]
mod settings;
#[path = "words.rs"]
mod words;

/// Begins a part of a Word file in an input of [`docx_parts`], with its name.
const PART: &str = "\n--";

/// Parts old and new text, and the words that are sought.
const APART: &str = "\n====\n";

/// A check of an input.
pub(crate) type Check = fn(&[u8]);

/// Every check by the name of its target and of the folder with its inputs.
pub(crate) const CHECKS: &[(&str, Check)] = &[
    ("text", |bytes| read(DocumentType::Text, bytes)),
    ("markdown", |bytes| read(DocumentType::Markdown, bytes)),
    ("html", |bytes| read(DocumentType::Html, bytes)),
    ("jsonl", |bytes| read(DocumentType::Jsonl, bytes)),
    ("docx", |bytes| read(DocumentType::Docx, bytes)),
    ("docx_parts", docx_parts),
    ("pdf", |bytes| read(DocumentType::Pdf, bytes)),
    ("pdf_page", pdf_page),
    ("anchors", anchors),
    ("bibtex", |bytes| references(ReferenceFormat::Bibtex, bytes)),
    ("ris", |bytes| references(ReferenceFormat::Ris, bytes)),
    ("csl_json", |bytes| {
        references(ReferenceFormat::CslJson, bytes);
    }),
    ("claimreview", claimreview),
    ("web_annotation", web_annotation),
    ("averitec", |bytes| records(read_averitec(bytes))),
    ("claim_records", |bytes| records(read_jsonl(bytes))),
    ("claim_table", |bytes| {
        if let Ok(found) = read_csv(bytes) {
            records(found);
        }
    }),
    ("search", search),
    ("archive", archive),
    ("bundle", bundle),
    ("facets", words::facets),
    ("typed", words::typed),
    ("house_files", settings::house_files),
    ("models", settings::models),
    ("collections", settings::collections),
    ("desk", damaged::desk),
];

/// An archive is read or refused; what is said of a bundle and of its chain as well.
fn bundle(bytes: &[u8]) {
    if let Ok(files) = unpack(bytes) {
        let _ = check(&files, None);
    }
    let files = ["bundle.json", "events.jsonl", "manifest.sha256"];
    let mut files: Files = files.map(|name| (name.to_owned(), bytes.to_vec())).into();
    let _ = check(&files, None);
    files.insert(ABOUT.to_owned(), SOME_BUNDLE.to_vec());
    let found = check(&files, None);
    assert!(
        found.is_ok_and(|found| !found.ok),
        "a bundle without a chain holds"
    );
}

/// What a bundle says of itself, of a desk without lines.
const SOME_BUNDLE: &[u8] = br#"{
    "form": "claimdesk-bundle-1", "program": "claimdesk 0", "made_at": "2026-01-31T09:30:00Z", "made_by": "ana",
    "claim": {
        "number": 1, "uuid": "01980000-0000-7000-8000-000000000001", "statement": "It opened.", "state": "extracted"
    },
    "chain": { "lines": 0, "root": "", "head": "" }, "people": [], "kept": [], "withheld": [], "elsewhere": 0
}"#;

/// What of a file of claims is a record is written and read again as the same.
fn records(found: impl Iterator<Item = io::Result<Numbered>>) {
    for (count, found) in (1..).zip(found) {
        let Ok(numbered) = found else { return };
        assert_eq!(numbered.number, count);
        let Ok(record) = numbered.record else {
            continue;
        };
        let mut written = Vec::new();
        JsonlWriter(&mut written).write(&record).unwrap();
        let again = read_jsonl(&*written).next().unwrap().unwrap();
        assert_eq!(again.record, Ok(record));
    }
}

/// Whatever is typed is a search, or is told why it is none.
fn search(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    if let Ok(query) = claimdesk::search::parse(&typed)
        && let Some(sought) = query.sought
    {
        assert!(sought.positive().len() <= sought.terms().len());
        let _ = sought.loosened();
    }
}

/// Every source that a file of references describes can be recognised again.
fn references(format: ReferenceFormat, bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = format_of(&text, None);
    for reference in citation::read(format, &text).into_iter().flatten() {
        assert!(!reference.place.is_empty());
        if let Ok(source) = reference.source {
            for identity in source.identities() {
                let key = identity.key();
                let (kind, rest) = key.split_once(':').unwrap();
                assert!(!kind.is_empty() && !rest.is_empty(), "{key}");
            }
        }
    }
}

/// Every review has its place, and what is read of it can be judged.
fn claimreview(bytes: &[u8]) {
    let Ok(text) = text_of(bytes) else { return };
    for review in interchange::claimreview::read(&text).reviews {
        assert!(review.place.path.as_str().starts_with('$'));
        assert!(review.claim.is_none_or(|claim| !claim.is_empty()));
    }
    let _ = interchange::validate(bytes, Some(Kind::ClaimReview));
}

/// Every annotation has its place, and words that it selects stand there.
fn web_annotation(bytes: &[u8]) {
    let Ok(text) = text_of(bytes) else { return };
    for annotation in interchange::web_annotation::read(&text).annotations {
        for target in &annotation.targets {
            if let Ok(quote) = target.place(&text) {
                assert_eq!(quote.span.slice(&text), Some(quote.exact.as_str()));
            }
        }
    }
    let _ = interchange::validate(bytes, Some(Kind::WebAnnotation));
}

/// Lines of an archive behind the header, history, people and scales of a new desk are
/// taken by a desk that stays sound, or refused.
fn archive(bytes: &[u8]) {
    static BEGINNING: OnceLock<Vec<u8>> = OnceLock::new();
    let folder = tempfile::tempdir().unwrap();
    let beginning = BEGINNING.get_or_init(|| {
        let whole = desks::archive(&desks::new_desk(&folder.path().join("other.db")));
        let lines = whole.split_inclusive(|byte| *byte == b'\n');
        let ends = |line: &&[u8]| {
            line.starts_with(b"{\"kind\":\"setting") || line.starts_with(b"{\"kind\":\"end")
        };
        lines
            .filter(|line| !ends(line))
            .collect::<Vec<_>>()
            .concat()
    });
    let mut whole = [beginning, bytes.trim_ascii()].concat();
    whole.push(b'\n');
    let lines = whole.split(|byte| *byte == b'\n').count();
    whole.extend_from_slice(format!("{{\"kind\":\"end\",\"lines\":{lines}}}\n").as_bytes());
    let path = folder.path().join("desk.db");
    drop(desks::new_desk(&path));
    desks::give(&path, &whole);
}

/// Runs the check of a target.
pub(crate) fn run(target: &str, bytes: &[u8]) {
    let (_, check) = CHECKS.iter().find(|(name, _)| *name == target).unwrap();
    check(bytes);
}

/// A reader that gives up on a broken PDF file tells so as an error.
pub(crate) fn keep_quiet_about_broken_files() {
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(PDF_THREAD) {
            told(panic);
        }
    }));
}

fn read(document_type: DocumentType, bytes: &[u8]) {
    let _ = detect("", bytes);
    for article in reader_for(document_type)
        .read_all(bytes)
        .into_iter()
        .flatten()
    {
        sound(&article.document);
    }
}

/// Whether places lie in the text, in order where they must.
fn sound(document: &Document) {
    let text = &document.text;
    let mut end = 0;
    for block in &document.blocks {
        assert!(block.span.start >= end, "{block:?} begins before {end}");
        assert!(
            block
                .span
                .slice(text)
                .is_some_and(|words| !words.trim().is_empty())
        );
        end = block.span.end;
    }
    for span in document.notes.iter().map(|note| note.span) {
        assert!(span.slice(text).is_some(), "a note at {span:?}");
    }
    let mut end = 0;
    for page in &document.pages {
        assert!(
            page.span.start >= end && page.span.slice(text).is_some(),
            "{page:?}"
        );
        end = page.span.end;
    }
    let mut end = 0;
    let model = shipped();
    assert!(model.is_ok());
    let extracted = model.map(|model| Extractor::new(model, None).article(text, &document.blocks));
    for candidate in extracted.unwrap_or_default() {
        assert!(candidate.span.start >= end && candidate.span.slice(text).is_some());
        assert!(
            (0.0..=1.0).contains(&candidate.score),
            "{}",
            candidate.score
        );
        end = candidate.span.end;
    }
}

/// A Word file of the parts that an input names.
fn docx_parts(bytes: &[u8]) {
    let input = String::from_utf8_lossy(bytes);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in format!("\n{input}").split(PART).skip(1) {
        let (name, content) = part.split_once('\n').unwrap_or((part, ""));
        if archive
            .start_file(name, SimpleFileOptions::default())
            .is_ok()
        {
            archive.write_all(content.as_bytes()).unwrap();
        }
    }
    read(DocumentType::Docx, &archive.finish().unwrap().into_inner());
}

/// A PDF file with one page that an input draws.
fn pdf_page(bytes: &[u8]) {
    let mut file = lopdf::Document::with_version("1.5");
    let pages_id = file.new_object_id();
    let font = file.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
        "Encoding" => "WinAnsiEncoding",
    });
    let content = file.add_object(Stream::new(dictionary! {}, bytes.to_vec()));
    let page = file.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages_id, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
    });
    let pages = dictionary! {
        "Type" => "Pages", "Kids" => vec![Object::Reference(page)], "Count" => 1,
    };
    file.objects.insert(pages_id, Object::Dictionary(pages));
    let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages_id });
    file.trailer.set("Root", catalog);
    let mut written = Vec::new();
    file.save_to(&mut written).unwrap();
    read(DocumentType::Pdf, &written);
}

/// Two states of a text, and words that are sought in both.
fn anchors(bytes: &[u8]) {
    let input = String::from_utf8_lossy(bytes);
    let mut parts = input.splitn(3, APART);
    let (old, new) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    let sought = parts.next().unwrap_or_default();
    for found in Finder::new(new).find(sought) {
        assert_eq!(
            found.quote.span.slice(new),
            Some(found.quote.exact.as_str())
        );
    }
    for change in changes(old, new) {
        assert!(change.old.slice(old).is_some() && change.new.slice(new).is_some());
    }
    let again = Reanchorer::new(old, new);
    let places = old.match_indices(sought).filter(|_| !sought.is_empty());
    for (start, words) in places.take(8) {
        match again.find(Span::new(start, start + words.len())) {
            Again::Unmoved(quote) | Again::Moved(quote) => {
                assert_eq!(quote.span.slice(new), Some(quote.exact.as_str()));
                let even = |text: &str| text.split_whitespace().collect::<String>();
                assert_eq!(even(&quote.exact), even(words));
            }
            Again::Changed(found) => assert!(found.quote.span.slice(new).is_some()),
            Again::Ambiguous(places) => assert!(!places.is_empty()),
            Again::Gone => {}
        }
    }
}
