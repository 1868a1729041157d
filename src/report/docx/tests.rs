//! What a Word file has to hold, told by the reader that articles come in by.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use proptest::prelude::*;
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use zip::ZipArchive;

use super::super::content::{ArticleReport, ClaimReport};
use super::super::sample;
use super::{file, parts};
use crate::ingest::{self, DocumentType};
use crate::model::claim::Doubt;
use crate::model::ids::ClaimId;
use crate::model::note::NoteKind;
use crate::model::revision::Outcome;
use crate::model::text::{Block, BlockKind, Span};

fn small() -> ArticleReport {
    sample::report(str::to_owned)
}

/// What the desk reads from the file, with every change accepted.
fn read(report: &ArticleReport) -> ingest::Document {
    let bytes = file(report).unwrap();
    ingest::reader_for(DocumentType::Docx).read(&bytes).unwrap()
}

/// The blocks between two headings of the report.
fn between<'d>(document: &'d ingest::Document, from: &str, to: &str) -> Vec<(BlockKind, &'d str)> {
    let blocks = document.blocks.iter();
    blocks
        .map(|block| (block.kind, block.span.slice(&document.text).unwrap()))
        .skip_while(|(_, words)| *words != from)
        .skip(1)
        .take_while(|(_, words)| *words != to)
        .collect()
}

/// The comments: the words each hangs on, its author, and what it says.
fn comments(document: &ingest::Document) -> Vec<(&str, &str, &str)> {
    let notes = document.notes.iter();
    notes
        .filter(|note| note.kind == NoteKind::Comment)
        .map(|note| {
            let words = note.span.slice(&document.text).unwrap();
            let author = note.author.as_deref().unwrap_or_default();
            (words, author, note.text.as_str())
        })
        .collect()
}

fn part(report: &ArticleReport, name: &str) -> String {
    let found = parts(report).into_iter().find(|part| part.name == name);
    found.unwrap().xml
}

/// The report with another correction of its first claim.
fn correcting(correction: Option<&str>) -> ArticleReport {
    let mut report = small();
    report.claims[0].verdicts[2].correction = correction.map(str::to_owned);
    report
}

#[test]
fn the_article_is_read_back_as_it_is_corrected() {
    let document = read(&small());
    assert_eq!(
        between(&document, "The article", "Sources"),
        [
            (BlockKind::Heading, "The Bridge of Lipa"),
            (
                BlockKind::Body,
                "The bridge opened in May 1932. It cost two million crowns."
            ),
            (BlockKind::Body, "Read more: our summer guide"),
        ]
    );
    assert_eq!(document.details.title, "The Bridge of Lipa");
    assert_eq!(document.details.author.as_deref(), Some("Vera Holm"));
    assert_eq!(document.details.language.as_deref(), Some("en"));
}

#[test]
fn every_claim_and_every_open_flag_has_its_comment() {
    let document = read(&small());
    let comments = comments(&document);
    let told: Vec<(&str, &str)> = comments
        .iter()
        .map(|(words, who, _)| (*words, *who))
        .collect();
    assert_eq!(
        told,
        [
            // What was taken out of the text leaves the comment its place.
            ("", "ana"),
            ("", "ben"),
            ("The bridge opened in May 1932.", "ana"),
            ("It cost two million crowns.", "claimdesk"),
        ]
    );
    let (flag, inner, judged, open) = (comments[0].2, comments[1].2, comments[2].2, comments[3].2);
    assert!(flag.starts_with("⚑ reference (high): The plaque on the bridge says 1932."));
    assert!(flag.ends_with("Suggestion: May 1932"));
    assert!(inner.starts_with("✓ True · claim 13 · extracted What ben found."));
    for told in [
        "✗ False · claim 12 · in review",
        "Said by the town council",
        "The plaque says 1932.",
        "Refutes: Town chronicle",
        ", Lipa archive, p. 4, source 1: “opened on 14 May 1932”",
        "high confidence",
        "Dissent: ✓ True",
        "⚑ reference (high)",
        "Right of reply: the town council was asked",
    ] {
        assert!(judged.contains(told), "{told} is not in {judged}");
    }
    assert!(open.contains("Not yet judged · claim 14"));
    assert!(open.contains("Worth checking: a figure with a unit"));
}

#[test]
fn a_correction_is_a_change_of_its_reviewer() {
    let document = part(&small(), "word/document.xml");
    assert_eq!(document.matches("<w:ins ").count(), 1);
    let by = "w:author=\"ana\" w:date=\"2026-03-02T10:05:00Z\"><w:r><w:t xml:space=\"preserve\">";
    assert!(document.contains(&format!("{by}The bridge opened in May 1932.</w:t>")));
    let numbers: Vec<&str> = ["<w:ins w:id=\"", "<w:del w:id=\""]
        .iter()
        .flat_map(|begin| document.split(begin).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let distinct: BTreeSet<&&str> = numbers.iter().collect();
    assert_eq!(numbers.len(), distinct.len());
}

#[test]
fn without_a_correction_the_text_stays() {
    for correction in [
        None,
        Some("  "),
        Some("The bridge opened in May 1931 and is 212 metres long."),
    ] {
        let report = correcting(correction);
        let document = part(&report, "word/document.xml");
        assert!(!document.contains("<w:del ") && !document.contains("<w:ins "));
        assert!(!document.contains("tracked"));
        let words = read(&report);
        let body = between(&words, "The article", "Sources")[1].1;
        assert_eq!(Span::new(20, 101).slice(&report.text), Some(body));
    }
}

#[test]
fn where_claims_overlap_the_others_say_their_correction() {
    let mut report = small();
    report.claims[1].verdicts[0].correction = Some("is 214 metres long".to_owned());
    let document = read(&report);
    let comments = comments(&document);
    let said = |label: &str| comments.iter().find(|(_, _, said)| said.contains(label));
    assert!(
        said("claim 13")
            .unwrap()
            .2
            .contains("Write instead: “is 214 metres long”")
    );
    assert!(!said("claim 12").unwrap().2.contains("Write instead"));
    assert!(!document.text.contains("214"));
}

#[test]
fn a_correction_of_words_that_have_changed_is_said_and_not_tracked() {
    let said = "Write instead: “The bridge opened in May 1932.”";
    let mut stale = small();
    stale.claims[0].claim.stale_because = vec![Doubt::Words];
    let mut over_two_blocks = small();
    over_two_blocks.claims[0].claim.span = Some(Span::new(0, 40));
    for report in [stale, over_two_blocks] {
        assert!(!part(&report, "word/document.xml").contains("<w:ins "));
        assert!(part(&report, "word/comments.xml").contains(said));
    }
}

#[test]
fn claims_without_a_place_stand_in_a_list_with_their_comments() {
    let mut report = small();
    report.claims[0].claim.span = None;
    report.claims[0].claim.outcome = Some(Outcome::Gone);
    let document = read(&report);
    let words = "The bridge opened in May 1931 and is 212 metres long.";
    assert_eq!(
        between(&document, "Without a place in the text", "Sources"),
        [(BlockKind::Item, words)]
    );
    let comments = comments(&document);
    let (hangs_on, _, said) = comments.last().unwrap();
    assert_eq!(*hangs_on, words);
    assert!(said.contains("These words are not in the article any more."));
    assert!(said.contains("Write instead"));
}

#[test]
fn blocks_keep_their_kind() {
    let kinds = [
        (BlockKind::Heading, Some(2)),
        (BlockKind::Body, None),
        (BlockKind::Item, None),
        (BlockKind::Quotation, None),
    ];
    let text = "Aaa\n\nBbb\n\nCcc\n\nDdd";
    let blocks = (0..).zip(kinds).map(|(index, (kind, level))| Block {
        kind,
        level,
        span: Span::new(index * 5, index * 5 + 3),
    });
    let report = ArticleReport {
        text: text.to_owned(),
        blocks: blocks.collect(),
        ..sample::bare()
    };
    let document = read(&report);
    let read: Vec<_> = document
        .blocks
        .iter()
        .map(|block| (block.kind, block.level))
        .collect();
    assert!(read.windows(4).any(|four| four == kinds));
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    assert_eq!(file(&small()).unwrap(), file(&small()).unwrap());
}

#[test]
fn text_reading_from_the_right_is_set_so() {
    let report = ArticleReport {
        text: "افتتح الجسر".to_owned(),
        blocks: vec![Block::new(BlockKind::Body, Span::new(0, 21))],
        ..sample::bare()
    };
    assert!(part(&report, "word/document.xml").contains(
        "<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space=\"preserve\">افتتح الجسر"
    ));
}

/// The XML of every part that lies in the file.
fn unpacked(report: &ArticleReport) -> Vec<String> {
    let mut archive = ZipArchive::new(Cursor::new(file(report).unwrap())).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut xml = String::new();
            let mut entry = archive.by_index(index).unwrap();
            entry.read_to_string(&mut xml).unwrap();
            xml
        })
        .collect()
}

/// The names of the elements of a part, or what is wrong with it.
fn elements(xml: &str) -> Result<BTreeSet<String>, quick_xml::Error> {
    let mut reader = Reader::from_str(xml);
    let mut names = BTreeSet::new();
    loop {
        match reader.read_event()? {
            Event::Start(start) | Event::Empty(start) => {
                for attribute in start.attributes() {
                    attribute?;
                }
                names.insert(start.name().into_inner().to_owned());
            }
            Event::Eof => return Ok(names),
            _ => {}
        }
    }
}

/// Text as nobody should hand it in.
const HOSTILE: [&str; 6] = [
    "\"'></w:t></w:r><w:altChunk r:id=\"x\"/><script>alert(1)</script>&amp;]]>",
    "{ INCLUDETEXT \"file:///etc/passwd\" } =cmd|'/c calc'!A1",
    "a\u{0}b\u{b}c\u{1b}d\u{85}e\u{fffe}f\u{ffff}g\u{202e}h",
    "javascript:alert(1)",
    "[x](file:///etc/passwd) [y](ms-msdt:/id) ![z](https://example.org/z.png) <b>w</b>",
    "",
];

#[test]
fn nothing_handed_in_becomes_markup_or_leads_out_of_the_web() {
    let marked = sample::report(|text| format!("**{text}** [a](https://b.example)"));
    let known: BTreeSet<String> = unpacked(&marked)
        .iter()
        .flat_map(|xml| elements(xml).unwrap())
        .collect();
    for text in HOSTILE {
        let mut report = sample::report(|_| text.to_owned());
        report.text = format!("{text}{}", " ".repeat(200));
        report.article.details.url = Some(text.to_owned());
        for xml in unpacked(&report) {
            let names = elements(&xml).unwrap();
            assert!(names.is_subset(&known), "{:?}", names.difference(&known));
            assert!(!xml.contains([
                '\u{0}', '\u{b}', '\u{1b}', '\u{fffe}', '\u{ffff}', '\u{202e}'
            ]));
            let leading_out = xml
                .split("<Relationship ")
                .filter(|one| one.contains("TargetMode=\"External\""));
            for link in leading_out {
                let target = link.split("Target=\"").nth(1).unwrap();
                assert!(target.starts_with("https://"), "{target}");
            }
        }
    }
}

#[test]
fn nothing_in_the_file_acts() {
    let names: BTreeSet<String> = parts(&small())
        .iter()
        .flat_map(|part| elements(&part.xml).unwrap())
        .collect();
    for acting in [
        "w:fldSimple",
        "w:fldChar",
        "w:instrText",
        "w:object",
        "w:altChunk",
        "w:attachedTemplate",
        "w:drawing",
        "w:subDoc",
    ] {
        assert!(!names.contains(acting), "{acting}");
    }
}

#[test]
fn an_article_without_findings_has_a_file_too() {
    let document = read(&sample::bare());
    assert_eq!(comments(&document), []);
    assert!(document.text.contains("No source has been cited yet."));
}

#[test]
fn the_document_reads_like_this() {
    insta::assert_snapshot!(part(&small(), "word/document.xml"));
}

#[test]
fn the_comments_read_like_this() {
    insta::assert_snapshot!(part(&small(), "word/comments.xml"));
}

/// The words of each paragraph with every change rejected.
fn rejected(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut paragraphs = Vec::new();
    let mut inserted = false;
    let mut is_text = false;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => match start.name().into_inner() {
                "w:p" => paragraphs.push(String::new()),
                "w:ins" => inserted = true,
                "w:t" | "w:delText" => is_text = !inserted,
                _ => {}
            },
            Event::End(end) => match end.name().into_inner() {
                "w:ins" => inserted = false,
                "w:t" | "w:delText" => is_text = false,
                _ => {}
            },
            Event::Text(text) if is_text => {
                paragraphs.last_mut().unwrap().push_str(&text.into_inner());
            }
            Event::Eof => return paragraphs,
            _ => {}
        }
    }
}

/// A claim on a span, corrected or not.
fn claim(id: i64, span: Span, text: &str, correction: Option<String>) -> ClaimReport {
    let mut report = small().claims.swap_remove(1);
    report.claim.id = ClaimId(id);
    report.claim.quote = span.slice(text).map(str::to_owned);
    report.claim.span = Some(span);
    report.verdicts[0].correction = correction;
    report
}

proptest! {
    #[test]
    fn rejecting_every_change_gives_the_article_and_no_comment_is_lost(
        lengths in prop::collection::vec(1usize..14, 1..5),
        raw in prop::collection::vec((0usize..70, 1usize..30, any::<bool>()), 0..9),
    ) {
        let paragraphs: Vec<String> = lengths.iter().map(|length| "z".repeat(*length)).collect();
        let text = paragraphs.join("\n\n");
        let mut at = 0;
        let blocks: Vec<Block> = lengths.iter().map(|length| {
            let span = Span::new(at, at + length);
            at += length + 2;
            Block::new(BlockKind::Body, span)
        }).collect();
        let claims: Vec<ClaimReport> = (1..).zip(raw).map(|(id, (start, length, corrected))| {
            let start = start.min(text.len() - 1);
            let span = Span::new(start, (start + length).min(text.len()));
            claim(id, span, &text, corrected.then(|| format!("correction {id}")))
        }).collect();
        let report = ArticleReport { text, blocks, claims, ..sample::bare() };
        let xml = part(&report, "word/document.xml");
        let seen = rejected(&xml);
        let begin = seen.iter().position(|words| words == "The article").unwrap() + 1;
        prop_assert_eq!(&seen[begin..begin + paragraphs.len()], &paragraphs[..]);
        for number in 0..report.claims.len() {
            for mark in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
                let mark = format!("<w:{mark} w:id=\"{number}\"/>");
                prop_assert_eq!(xml.matches(&mark).count(), 1);
            }
        }
        let document = read(&report);
        prop_assert_eq!(comments(&document).len(), report.claims.len());
        // What a comment leaves out stands in the text, and the other way round.
        let said = part(&report, "word/comments.xml");
        for claim in &report.claims {
            if let Some(correction) = &claim.verdicts[0].correction {
                let tracked = xml.contains(&format!(">{correction}</w:t>"));
                let told = said.contains(&format!("“{correction}”"));
                prop_assert_ne!(tracked, told);
            }
        }
    }
}
