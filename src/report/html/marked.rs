//! The article with its claims and flags marked in place.

use super::super::content::{ArticleReport, ClaimReport};
use super::super::marks::{self, Segment};
use super::summary::class_of;
use super::{link_to_card, link_to_note};
use crate::model::flag::{Flag, FlagState};
use crate::model::sentence::Repeat;
use crate::model::text::{BlockKind, Span};
use crate::text::chars::byte_of;

/// A block of the article.
pub(super) struct BlockOfText<'a> {
    pub(super) kind: BlockKind,
    pub(super) segments: Vec<MarkedText<'a>>,
}

/// A stretch of the article under the same marks.
pub(super) struct MarkedText<'a> {
    pub(super) text: &'a str,
    /// How it is drawn; empty where nothing is marked.
    pub(super) class: String,
    /// Names of the places that begin with it.
    pub(super) begins: Vec<String>,
    /// What follows it.
    pub(super) chips: Vec<Chip>,
}

/// The link from marked words to what was found about them.
#[derive(Clone)]
pub(super) struct Chip {
    pub(super) href: String,
    pub(super) class: &'static str,
    /// What it shows.
    pub(super) sign: &'static str,
    pub(super) label: String,
    /// What it says to those who can't see the words it stands behind.
    pub(super) said: &'static str,
}

/// What lies over words of the article.
struct Mark {
    span: Span,
    place: String,
    drawn: Drawn,
    chip: Chip,
}

/// How marked words are drawn: a claim as a coloured ground, a flag as a line
/// below.
#[derive(Clone, Copy)]
enum Drawn {
    Ground(&'static str),
    Line,
}

/// Every block of the article.
pub(super) fn blocks(report: &ArticleReport) -> Vec<BlockOfText<'_>> {
    let marks = marks_of(report);
    let spans: Vec<Span> = marks.iter().map(|mark| mark.span).collect();
    report
        .blocks
        .iter()
        .zip(marks::cut(&report.text, &report.blocks, &spans))
        .map(|(block, segments)| BlockOfText {
            kind: block.kind,
            segments: segments
                .iter()
                .map(|segment| marked(segment, &marks))
                .collect(),
        })
        .collect()
}

fn marks_of(report: &ArticleReport) -> Vec<Mark> {
    let claims = report.claims.iter().filter_map(of_claim);
    let repeats = report
        .claims
        .iter()
        .flat_map(|claim| of_repeats(report, claim));
    let on_claims = report.claims.iter().flat_map(|claim| &claim.flags);
    let open = |flag: &&Flag| flag.state == FlagState::Open;
    let flags = report
        .flags
        .iter()
        .chain(on_claims)
        .filter(open)
        .filter_map(of_flag);
    claims.chain(repeats).chain(flags).collect()
}

fn of_claim(report: &ClaimReport) -> Option<Mark> {
    let claim = &report.claim;
    let (class, sign, label) = match report.rating() {
        Some((label, tone)) => (
            tone.as_str(),
            tone.sign(),
            format!("{label} · {}", claim.id),
        ),
        None => ("unrated", "", claim.id.to_string()),
    };
    Some(Mark {
        span: claim.span?,
        place: format!("text-claim-{}", claim.id),
        drawn: Drawn::Ground(class),
        chip: Chip {
            href: link_to_card(claim.id),
            class,
            sign,
            label,
            said: "Claim, ",
        },
    })
}

/// The other sentences that say what a claim says: what is wrong with the one
/// is wrong with them. Only where the claim has a place, since repeats are those
/// of the text that it stands in.
fn of_repeats(article: &ArticleReport, report: &ClaimReport) -> Vec<Mark> {
    let Some(mark) = of_claim(report) else {
        return Vec::new();
    };
    let of_repeat = |(repeat, number): (&Repeat, usize)| {
        let byte = |position| byte_of(&article.text, position);
        let (start, end) = (byte(repeat.start)?, byte(repeat.end)?);
        Some(Mark {
            span: (start < end).then(|| Span::new(start, end))?,
            place: format!("{}-{number}", mark.place),
            drawn: mark.drawn,
            chip: Chip {
                label: format!("{}, again", mark.chip.label),
                ..mark.chip.clone()
            },
        })
    };
    let repeats = report.claim.repeats.iter();
    repeats.zip(2..).filter_map(of_repeat).collect()
}

fn of_flag(flag: &Flag) -> Option<Mark> {
    Some(Mark {
        span: flag.span?,
        place: format!("text-flag-{}", flag.id),
        drawn: Drawn::Line,
        chip: Chip {
            href: link_to_note(flag.id),
            class: class_of(flag.severity),
            sign: "⚑",
            label: flag.category.clone(),
            said: "Flag, ",
        },
    })
}

fn marked<'a>(segment: &Segment<'a>, marks: &[Mark]) -> MarkedText<'a> {
    let under = || segment.under.iter().map(|mark| &marks[*mark]);
    // The shortest claim is the one that says most about just these words.
    let ground = under()
        .filter_map(|mark| match mark.drawn {
            Drawn::Ground(class) => Some((mark.span.end - mark.span.start, class)),
            Drawn::Line => None,
        })
        .min()
        .map(|(_, class)| class);
    let line = under()
        .any(|mark| matches!(mark.drawn, Drawn::Line))
        .then_some("flagged");
    MarkedText {
        text: segment.text,
        class: ground.into_iter().chain(line).collect::<Vec<_>>().join(" "),
        begins: segment
            .begins
            .iter()
            .map(|mark| marks[*mark].place.clone())
            .collect(),
        chips: segment
            .ends
            .iter()
            .map(|mark| marks[*mark].chip.clone())
            .collect(),
    }
}
