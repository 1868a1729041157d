//! A small report for tests: one claim judged by two reviewers, one inside
//! it, one that nobody has judged, a flag, two sources.

mod decided;

use chrono::{DateTime, TimeZone, Utc};
use serde_json::Value;
use uuid::Uuid;

use super::content::{ArticleReport, ClaimReport};
use super::look::Look;
use super::{Document, ReportFormat, render};
use crate::model::article::{Article, ArticleDetails};
use crate::model::claim::{Claim, ClaimOrigin, ClaimState};
use crate::model::coverage::{Coverage, CoverageKind, CoverageTotal, Share, Uncovered};
use crate::model::event::Event;
use crate::model::facet::ShownFacets;
use crate::model::flag::{Flag, FlagState, Severity};
use crate::model::ids::{
    ArticleId, ClaimId, EvidenceId, FlagId, RatingId, ReviewerId, ScaleId, SourceId, VerdictId,
};
use crate::model::revision::Outcome;
use crate::model::scale::{Rating, Scale, Tone};
use crate::model::source::{Evidence, Source, SourceDetails, SourceKind, Stance};
use crate::model::stats::RatingCount;
use crate::model::text::{Block, BlockKind, Reason, Span};
use crate::model::verdict::{Confidence, Verdict};

const TITLE: &str = "The Bridge of Lipa";
const SENTENCE: &str = "The bridge opened in May 1931 and is 212 metres long.";
const INNER: &str = "is 212 metres long";
const OPEN: &str = "It cost two million crowns.";
const TAIL: &str = "Read more: our summer guide";

/// A report in a format that is text.
pub(super) fn written(format: ReportFormat, report: &ArticleReport) -> String {
    match render(format, report).unwrap() {
        Document::Text(text) => text,
        Document::Bytes(_) => panic!("{format:?} is no text"),
    }
}

/// The report with every text of a person passed through `text`.
pub(super) fn report(text: impl Fn(&str) -> String) -> ArticleReport {
    let body = format!("{SENTENCE} {OPEN}");
    let whole = format!("{TITLE}\n\n{body}\n\n{TAIL}");
    let place = |words: &str| {
        let start = whole.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let block = |words: &str, kind| Block::new(kind, place(words));
    ArticleReport {
        article: article(&text),
        file_name: Some(text("bridge.txt")),
        original_sha256: "ab".repeat(32),
        blocks: vec![
            block(TITLE, BlockKind::Heading),
            block(&body, BlockKind::Body),
            block(TAIL, BlockKind::Boilerplate),
        ],
        pages: Vec::new(),
        claims: vec![
            judged(&text, place(SENTENCE)),
            inner(&text, place(INNER)),
            open(&text, place(OPEN)),
        ],
        flags: vec![flag(&text, 1, place("May 1931"))],
        sources: vec![
            source(&text, 4, "https://example.org/opening"),
            source(&text, 7, "https://example.org/length"),
        ],
        scales: vec![scale(&text)],
        ratings: vec![
            rated(&text, "True", Tone::Good),
            rated(&text, "False", Tone::Bad),
        ],
        coverage: coverage(&text),
        selection: None,
        look: Look::default(),
        audit_root: "01".repeat(32),
        generated_at: at(9),
        audit_head: "cd".repeat(32),
        text: whole,
    }
}

/// The report of an article on which nobody has found anything.
pub(super) fn bare() -> ArticleReport {
    ArticleReport {
        claims: Vec::new(),
        flags: Vec::new(),
        sources: Vec::new(),
        scales: Vec::new(),
        ratings: Vec::new(),
        coverage: Coverage {
            uncovered: Vec::new(),
            ..coverage(&str::to_owned)
        },
        ..report(str::to_owned)
    }
}

fn coverage(text: &impl Fn(&str) -> String) -> Coverage {
    let total = |kind, covered, all| CoverageTotal {
        kind,
        share: Share::new(covered, all),
    };
    let uncovered = |kind, sentence, words: &str, open_claims| Uncovered {
        kind,
        sentence,
        start: 0,
        end: 0,
        text: text(words),
        open_claims,
    };
    Coverage {
        article: ArticleId(1),
        revision: 1,
        threshold: 0.3,
        totals: vec![
            total(CoverageKind::Sentence, 1, 2),
            total(CoverageKind::Quantity, 2, 2),
            total(CoverageKind::Date, 1, 1),
            total(CoverageKind::Name, 0, 1),
            total(CoverageKind::Quotation, 0, 0),
        ],
        uncovered: vec![
            uncovered(CoverageKind::Name, 1, "Lipa", Vec::new()),
            uncovered(CoverageKind::Sentence, 3, OPEN, vec![ClaimId(14)]),
        ],
    }
}

fn at(minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 2, 10, minute, 0).unwrap()
}

fn article(text: &impl Fn(&str) -> String) -> Article {
    Article {
        id: ArticleId(1),
        uuid: Uuid::nil(),
        details: ArticleDetails {
            title: text(TITLE),
            author: Some(text("Vera Holm")),
            publisher: Some(text("Lipa Weekly")),
            url: Some("https://example.org/bridge".to_owned()),
            published: Some("2026-03".parse().unwrap()),
            language: Some("en".to_owned()),
        },
        revision: 1,
        claims: 3,
        judged: 2,
        open_flags: 1,
        created_at: at(0),
    }
}

fn claim(text: &impl Fn(&str) -> String, id: i64, quote: &str, span: Span) -> Claim {
    Claim {
        id: ClaimId(id),
        uuid: Uuid::nil(),
        article: Some(ArticleId(1)),
        revision: Some(1),
        quote: Some(text(quote)),
        start: u32::try_from(span.start).ok(),
        end: u32::try_from(span.end).ok(),
        prefix: Some(String::new()),
        suffix: Some(String::new()),
        statement: text(quote),
        claimant: None,
        state: ClaimState::Extracted,
        score: Some(0.82),
        reasons: vec![Reason {
            reason: "a figure with a unit".into(),
            weight: 1.2,
        }],
        rating: None,
        rating_label: None,
        rating_tone: None,
        stale: false,
        stale_because: Vec::new(),
        hidden: false,
        decided_at: None,
        assigned: Vec::new(),
        outcome: Some(Outcome::First),
        candidates: Vec::new(),
        topics: Vec::new(),
        origin: ClaimOrigin::Extracted,
        dismissed_because: None,
        created_at: at(1),
        sentence: Some(2),
        facets: ShownFacets::default(),
        repeats: Vec::new(),
        span: Some(span),
    }
}

fn judged(text: &impl Fn(&str) -> String, span: Span) -> ClaimReport {
    let replaced = Verdict {
        stale: false,
        superseded_by: Some(VerdictId(3)),
        ..verdict(text, 1, "ana", Tone::Good)
    };
    let latest = Verdict {
        rationale: text("The plaque says **1932**."),
        correction: Some(text("The bridge opened in May 1932.")),
        confidence: Some(Confidence::High),
        evidence: vec![evidence(text, 4, Stance::Refutes)],
        ..verdict(text, 3, "ana", Tone::Bad)
    };
    ClaimReport {
        claim: Claim {
            statement: text("The bridge of Lipa opened in May 1931."),
            claimant: Some(text("the town council")),
            state: ClaimState::InReview,
            rating: Some("false".to_owned()),
            rating_label: Some(text("False")),
            rating_tone: Some(Tone::Bad),
            topics: vec![text("bridges")],
            ..claim(text, 12, SENTENCE, span)
        },
        verdicts: vec![replaced, verdict(text, 2, "ben", Tone::Good), latest],
        evidence: vec![evidence(text, 7, Stance::Context)],
        flags: vec![Flag {
            claim: Some(ClaimId(12)),
            span: None,
            ..flag(text, 2, span)
        }],
        rulings: decided::rulings(text),
        corrections: vec![decided::correction(text)],
        dissent: vec![VerdictId(2)],
        replies: vec![decided::reply(text)],
        history: vec![event(text)],
    }
}

fn inner(text: &impl Fn(&str) -> String, span: Span) -> ClaimReport {
    ClaimReport {
        claim: Claim {
            rating: Some("true".to_owned()),
            rating_label: Some(text("True")),
            rating_tone: Some(Tone::Good),
            ..claim(text, 13, INNER, span)
        },
        verdicts: vec![verdict(text, 4, "ben", Tone::Good)],
        evidence: Vec::new(),
        flags: Vec::new(),
        rulings: Vec::new(),
        corrections: Vec::new(),
        dissent: Vec::new(),
        replies: Vec::new(),
        history: Vec::new(),
    }
}

fn open(text: &impl Fn(&str) -> String, span: Span) -> ClaimReport {
    ClaimReport {
        claim: claim(text, 14, OPEN, span),
        verdicts: Vec::new(),
        evidence: Vec::new(),
        flags: Vec::new(),
        rulings: Vec::new(),
        corrections: Vec::new(),
        dissent: Vec::new(),
        replies: Vec::new(),
        history: Vec::new(),
    }
}

fn verdict(text: &impl Fn(&str) -> String, id: i64, reviewer: &str, tone: Tone) -> Verdict {
    let label = if tone == Tone::Good { "True" } else { "False" };
    Verdict {
        id: VerdictId(id),
        uuid: Uuid::nil(),
        claim: ClaimId(12),
        reviewer: reviewer.to_owned(),
        reviewer_name: text(reviewer),
        scale: "standard".to_owned(),
        rating: label.to_lowercase(),
        rating_label: text(label),
        rating_tone: tone,
        rationale: text(&format!("What {reviewer} found.")),
        correction: None,
        confidence: None,
        no_source: None,
        reaffirmed: None,
        reuses: None,
        created_at: at(5),
        stale: false,
        stale_because: Vec::new(),
        withdrawn: false,
        supersedes: None,
        superseded_by: None,
        evidence: Vec::new(),
        rating_id: RatingId(1),
        reviewer_id: ReviewerId(1),
    }
}

fn evidence(text: &impl Fn(&str) -> String, source: i64, stance: Stance) -> Evidence {
    Evidence {
        id: EvidenceId(source),
        uuid: Uuid::nil(),
        claim: ClaimId(12),
        source: SourceId(source),
        source_name: text("Town chronicle"),
        source_url: Some(text("https://example.org/opening")),
        source_publisher: Some(text("Lipa archive")),
        stance,
        quote: Some(text("opened on 14 May 1932")),
        locator: Some(text("p. 4")),
        place: None,
        found: None,
        reviewer: "ana".to_owned(),
        created_at: at(5),
    }
}

fn source(text: &impl Fn(&str) -> String, id: i64, url: &str) -> Source {
    Source {
        id: SourceId(id),
        uuid: Uuid::nil(),
        identity: format!("url:{url}"),
        also: Vec::new(),
        url: Some(text(url)),
        doi: None,
        isbn: None,
        details: SourceDetails {
            title: Some(text("Town chronicle")),
            publisher: Some(text("Lipa archive")),
            published: Some("1932-05-14".parse().unwrap()),
            kind: Some(SourceKind::Primary),
            ..SourceDetails::default()
        },
        uses: 1,
        created_at: at(5),
    }
}

fn flag(text: &impl Fn(&str) -> String, id: i64, span: Span) -> Flag {
    Flag {
        id: FlagId(id),
        uuid: Uuid::nil(),
        code: None,
        name: None,
        category: text("reference"),
        severity: Severity::High,
        article: Some(ArticleId(1)),
        claim: None,
        start: None,
        end: None,
        text: Some(text("May 1931")),
        revision: Some(1),
        outcome: Outcome::First,
        message: text("The plaque on the bridge says 1932."),
        evidence: None,
        suggestion: Some(text("May 1932")),
        state: FlagState::Open,
        certainty: None,
        own_words: true,
        about: None,
        raised_by: Some("ana".to_owned()),
        created_at: at(6),
        resolved_by: None,
        resolved_at: None,
        resolution: None,
        span: Some(span),
    }
}

fn scale(text: &impl Fn(&str) -> String) -> Scale {
    let rating = |slug: &str, label: &str, tone| Rating {
        id: RatingId(1),
        scale: "standard".to_owned(),
        slug: slug.to_owned(),
        label: text(label),
        description: text("When the evidence says so."),
        position: None,
        tone,
        version: 1,
    };
    Scale {
        id: ScaleId(1),
        uuid: Uuid::nil(),
        slug: "standard".to_owned(),
        name: text("Standard"),
        description: text("For published claims."),
        default: true,
        ratings: vec![
            rating("false", "False", Tone::Bad),
            rating("true", "True", Tone::Good),
        ],
    }
}

fn rated(text: &impl Fn(&str) -> String, label: &str, tone: Tone) -> RatingCount {
    RatingCount {
        scale: "standard".to_owned(),
        rating: label.to_lowercase(),
        label: text(label),
        tone,
        count: 1,
    }
}

fn event(text: &impl Fn(&str) -> String) -> Event {
    Event {
        id: 5,
        desk: None,
        uuid: Uuid::nil().to_string(),
        at: "2026-03-02T10:05:00Z".to_owned(),
        actor: text("ana"),
        action: "verdict.add".to_owned(),
        subject: "claim".to_owned(),
        subject_id: 12,
        subject_uuid: None,
        before: Value::Null,
        after: Value::Null,
        hidden: false,
        previous_hash: "de".repeat(32),
        hash: "ef".repeat(32),
    }
}
