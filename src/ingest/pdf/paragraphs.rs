//! Lines of text to headings and paragraphs.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::columns::Region;
use super::glyphs::{Link, Run, Word};
use crate::model::text::BlockKind;

/// A size larger than the body's by this factor is a heading's.
const HEADING: f64 = 1.15;

/// Leading wider than the usual by this factor parts paragraphs.
const WIDE_LEADING: f64 = 1.3;

/// A line set in by this part of the font size begins a paragraph.
const INDENT: f64 = 0.7;

/// A line this part shorter than its column ends a paragraph, with a mark.
const SHORT: f64 = 0.12;

/// Running heads and feet have at most so many lines.
const HEAD_LINES: usize = 2;

/// A line with where it stands.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) page: u32,
    pub(super) words: Vec<LinkedWord>,
    left: f64,
    right: f64,
    baseline: f64,
    size: f64,
    /// Which region of the document it is in, with its edges.
    region: usize,
    edges: (f64, f64),
}

/// A word with the address that it links to.
#[derive(Debug, Clone)]
pub(super) struct LinkedWord {
    pub(super) text: String,
    pub(super) link: Option<String>,
}

impl Line {
    pub(super) fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }

    fn ends_sentence(&self) -> bool {
        self.text()
            .trim_end_matches(['”', '"', '’', ')'])
            .ends_with(['.', '!', '?', ':', '…'])
    }
}

/// The lines of a page in reading order; `first_region` counts its regions on
/// from those of the pages before.
pub(super) fn lines(
    page: u32,
    regions: Vec<Region>,
    links: &[Link],
    first_region: usize,
) -> Vec<Line> {
    let mut read = Vec::new();
    for (number, region) in (first_region..).zip(regions) {
        let runs = || region.iter().flatten();
        let left = runs().map(Run::left).fold(f64::INFINITY, f64::min);
        let right = runs().map(Run::right).fold(f64::NEG_INFINITY, f64::max);
        for runs in &region {
            let Some(first) = runs.first() else { continue };
            let linked = |run: &Run, word: &Word| LinkedWord {
                text: word.text.clone(),
                link: links
                    .iter()
                    .find(|link| link.covers(word, run.baseline, run.size))
                    .map(|link| link.address.clone()),
            };
            let words = runs
                .iter()
                .flat_map(|run| run.words.iter().map(move |word| linked(run, word)));
            read.push(Line {
                page,
                words: words.collect(),
                left: first.left(),
                right: runs.last().map_or(0.0, Run::right),
                baseline: first.baseline,
                size: runs.iter().map(|run| run.size).fold(0.0, f64::max),
                region: number,
                edges: (left, right),
            });
        }
    }
    read
}

/// Takes out what stands at the head or foot of pages over and over, and page
/// numbers.
pub(super) fn without_running_heads(mut pages: Vec<Vec<Line>>) -> Vec<Line> {
    for _ in 0..HEAD_LINES {
        remove_outermost(&mut pages);
    }
    pages.into_iter().flatten().collect()
}

fn remove_outermost(pages: &mut [Vec<Line>]) {
    let often = pages.len().clamp(2, 3);
    let outermost = |lines: &[Line]| -> Vec<usize> {
        let by_height = |a: &usize, b: &usize| lines[*a].baseline.total_cmp(&lines[*b].baseline);
        let indices = || 0..lines.len();
        let ends = [indices().max_by(by_height), indices().min_by(by_height)];
        ends.into_iter().flatten().collect()
    };
    let said =
        |line: &Line| -> String { line.text().chars().filter(|c| !c.is_numeric()).collect() };
    let mut times: HashMap<String, usize> = HashMap::new();
    for lines in pages.iter() {
        let texts: HashSet<String> = outermost(lines)
            .iter()
            .map(|at| said(&lines[*at]))
            .collect();
        for text in texts {
            *times.entry(text).or_default() += 1;
        }
    }
    for lines in pages {
        let mut drop: Vec<usize> = outermost(lines)
            .into_iter()
            .filter(|at| {
                let text = said(&lines[*at]);
                let number_alone = text.trim_matches(['-', '–', ' ', '/']).is_empty();
                number_alone || times.get(&text).is_some_and(|times| *times >= often)
            })
            .collect();
        drop.sort_unstable();
        drop.dedup();
        for at in drop.into_iter().rev() {
            lines.remove(at);
        }
    }
}

/// A block of lines that belong together.
#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) kind: BlockKind,
    pub(super) level: Option<u8>,
    pub(super) lines: Vec<Line>,
}

/// Lines in reading order as headings and paragraphs.
pub(super) fn paragraphs(lines: Vec<Line>) -> Vec<Paragraph> {
    let sizes = Sizes::of(&lines);
    let leading = usual_leading(&lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in lines {
        let level = sizes.level(&line);
        let last = paragraphs.last_mut().filter(|last| {
            last.level == level
                && last
                    .lines
                    .last()
                    .is_some_and(|before| goes_on(before, &line, leading))
        });
        match last {
            Some(last) => last.lines.push(line),
            None => paragraphs.push(Paragraph {
                kind: match level {
                    Some(_) => BlockKind::Heading,
                    None if is_item(&line) => BlockKind::Item,
                    None => BlockKind::Body,
                },
                level,
                lines: vec![line],
            }),
        }
    }
    paragraphs
}

fn is_item(line: &Line) -> bool {
    line.words
        .first()
        .is_some_and(|word| matches!(word.text.as_str(), "•" | "▪" | "‣" | "◦" | "–" | "-" | "●"))
}

/// Whether a line goes on with the paragraph of the one before.
fn goes_on(before: &Line, line: &Line, leading: f64) -> bool {
    if is_item(line) {
        return false;
    }
    let indented = line.left - line.edges.0 > INDENT * line.size;
    let column = before.edges.1 - before.edges.0;
    let short = before.edges.1 - before.right > SHORT * column;
    if before.region != line.region {
        // In the next column or on the next page.
        return !before.ends_sentence() && !indented;
    }
    let step = (before.baseline - line.baseline) / line.size;
    let begins_by_indent = indented && before.left - before.edges.0 <= INDENT * before.size;
    step <= leading * WIDE_LEADING && !begins_by_indent && !(short && before.ends_sentence())
}

/// The most common distance of baselines, in font sizes.
fn usual_leading(lines: &[Line]) -> f64 {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for pair in lines.windows(2) {
        if let [above, below] = pair
            && above.region == below.region
            && below.size > 0.0
        {
            let step = (above.baseline - below.baseline) / below.size;
            *counts.entry(tenths(step)).or_default() += 1;
        }
    }
    let usual = counts.into_iter().max_by_key(|(_, count)| *count);
    usual.map_or(1.2, |(tenths, _)| {
        (f64::from(tenths) / 10.0).clamp(1.0, 2.5)
    })
}

/// A small number in tenths.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to what fits"
)]
fn tenths(value: f64) -> u32 {
    (value * 10.0).round().clamp(0.0, 10_000.0) as u32
}

/// The font sizes of a document: the body's, and those of headings.
struct Sizes {
    body: f64,
    /// In tenths of a point, the largest first.
    headings: Vec<u32>,
}

impl Sizes {
    fn of(lines: &[Line]) -> Self {
        let mut letters: BTreeMap<u32, usize> = BTreeMap::new();
        for line in lines {
            *letters.entry(tenths(line.size)).or_default() += line.text().len();
        }
        let body = letters.iter().max_by_key(|(_, count)| **count);
        let body = body.map_or(0.0, |(size, _)| f64::from(*size) / 10.0);
        let headings = letters
            .into_keys()
            .rev()
            .filter(|size| f64::from(*size) / 10.0 > body * HEADING);
        Self {
            body,
            headings: headings.collect(),
        }
    }

    /// The level of a heading; none for other lines.
    fn level(&self, line: &Line) -> Option<u8> {
        if line.size <= self.body * HEADING {
            return None;
        }
        let size = tenths(line.size);
        let rank = self.headings.iter().position(|heading| *heading == size);
        u8::try_from(rank.unwrap_or_default().min(2) + 1).ok()
    }
}
