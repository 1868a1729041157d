//! Where the characters of a PDF page stand, as runs of words.

use lopdf::{Dictionary, Document, Object, ObjectId};
use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

use crate::ingest::limits::MAX_TEXT_BYTES;
use crate::ingest::raised::raised;

/// A gap wider than this part of the font size parts words.
const WORD_GAP: f64 = 0.16;

/// A gap wider than this part of the font size parts runs: a column, a cell.
const RUN_GAP: f64 = 1.2;

/// Baselines closer than this part of the font size are one line.
const SAME_LINE: f64 = 0.4;

/// A character smaller than this part of the font size of its line, and raised
/// by such a part of it, is the number of a note or a power.
const RAISED_SIZE: f64 = 0.85;
const RAISED_BY: std::ops::Range<f64> = 0.15..0.65;

/// A word with its extent along the line, in points.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
}

/// Words that follow one another on a line. Heights count upwards.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) words: Vec<Word>,
    pub(super) baseline: f64,
    pub(super) size: f64,
}

impl Run {
    pub(super) fn left(&self) -> f64 {
        self.words.first().map_or(0.0, |word| word.left)
    }

    pub(super) fn right(&self) -> f64 {
        self.words.last().map_or(0.0, |word| word.right)
    }

    /// Whether another run stands on the same line.
    pub(super) fn is_level_with(&self, other: &Self) -> bool {
        (self.baseline - other.baseline).abs() < SAME_LINE * self.size.max(other.size)
    }
}

/// A link of a page: the rectangle that is sensitive, and where it leads.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Link {
    pub(super) left: f64,
    pub(super) bottom: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) address: String,
}

impl Link {
    /// Whether a word on a baseline lies under it.
    pub(super) fn covers(&self, word: &Word, baseline: f64, size: f64) -> bool {
        let (x, y) = (f64::midpoint(word.left, word.right), baseline + size / 4.0);
        self.left <= x && x <= self.right && self.bottom <= y && y <= self.top
    }
}

/// A page with the runs of words on it, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) number: u32,
    pub(super) runs: Vec<Run>,
}

/// Collects the characters of pages.
#[derive(Debug, Default)]
pub(super) struct Collector {
    pub(super) sheets: Vec<Sheet>,
    /// Where the last character ended.
    end: f64,
    space: bool,
    bytes: usize,
}

impl Collector {
    /// Whether there were more characters than are read; the rest were left
    /// out.
    pub(super) fn is_over_limit(&self) -> bool {
        self.bytes > MAX_TEXT_BYTES
    }

    fn place(&mut self, text: &str, left: f64, right: f64, baseline: f64, size: f64) {
        let Some(sheet) = self.sheets.last_mut() else {
            return;
        };
        let end = self.end;
        let is_raised = |run: &Run| {
            let by = (baseline - run.baseline) / run.size;
            size < RAISED_SIZE * run.size && RAISED_BY.contains(&by)
        };
        let here = sheet.runs.last_mut().filter(|run| {
            (is_raised(run) || (run.baseline - baseline).abs() < SAME_LINE * size.max(run.size))
                && left > end - size
                && left - end < RUN_GAP * size.max(run.size)
        });
        let Some(run) = here else {
            let word = Word {
                text: text.to_owned(),
                left,
                right,
            };
            sheet.runs.push(Run {
                words: vec![word],
                baseline,
                size,
            });
            return;
        };
        let text = if is_raised(run) {
            raised(text)
        } else {
            text.to_owned()
        };
        // Raised and lowered marks don't make a line smaller than it is.
        run.size = run.size.max(size);
        match run.words.last_mut() {
            Some(word) if !self.space && left - end < WORD_GAP * size => {
                word.text.push_str(&text);
                word.right = right;
            }
            _ => run.words.push(Word { text, left, right }),
        }
    }
}

impl OutputDev for Collector {
    fn begin_page(
        &mut self,
        page_num: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.sheets.push(Sheet {
            number: page_num,
            ..Sheet::default()
        });
        (self.end, self.space) = (f64::NEG_INFINITY, false);
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        trm: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        char: &str,
    ) -> Result<(), OutputError> {
        self.bytes += char.len();
        let (across, up) = (trm.m11.hypot(trm.m12), trm.m21.hypot(trm.m22));
        let size = (across * up).sqrt() * font_size;
        let (left, baseline) = (trm.m31, trm.m32);
        let right = left + width * across * font_size;
        let sound = [left, right, baseline, size].iter().all(|n| n.is_finite());
        if !sound || size <= 0.0 || self.is_over_limit() {
            return Ok(());
        }
        if char.chars().all(char::is_whitespace) {
            self.space = true;
            return Ok(());
        }
        self.place(&letters(char), left, right, baseline, size);
        (self.end, self.space) = (right, false);
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// Joined letters as the letters they are (Unicode, Alphabetic Presentation
/// Forms).
fn letters(shown: &str) -> String {
    let mut letters = String::new();
    for c in shown.chars() {
        match c {
            '\u{fb00}' => letters.push_str("ff"),
            '\u{fb01}' => letters.push_str("fi"),
            '\u{fb02}' => letters.push_str("fl"),
            '\u{fb03}' => letters.push_str("ffi"),
            '\u{fb04}' => letters.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => letters.push_str("st"),
            c if c.is_whitespace() || c.is_control() => {}
            c => letters.push(c),
        }
    }
    letters
}

/// The links of a page that lead to the web (ISO 32000-1, section 12.5.6.5).
pub(super) fn links(document: &Document, page: ObjectId) -> Vec<Link> {
    let annotations = document.get_page_annotations(page).unwrap_or_default();
    annotations
        .into_iter()
        .filter_map(|annotation| link(document, annotation))
        .collect()
}

fn link(document: &Document, annotation: &Dictionary) -> Option<Link> {
    let action = annotation.get_deref(b"A", document).ok()?.as_dict().ok()?;
    let address = action.get_deref(b"URI", document).ok()?.as_str().ok()?;
    let address = String::from_utf8_lossy(address).into_owned();
    let corners = annotation
        .get_deref(b"Rect", document)
        .ok()?
        .as_array()
        .ok()?;
    let mut corners = corners.iter().filter_map(number);
    let (a, b) = (corners.next()?, corners.next()?);
    let (c, d) = (corners.next()?, corners.next()?);
    (address.starts_with("http://") || address.starts_with("https://")).then(|| Link {
        left: a.min(c),
        bottom: b.min(d),
        right: a.max(c),
        top: b.max(d),
        address,
    })
}

fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from)
}
