//! "50 of the 200 members, or a third": a part, the whole, and the share that
//! it is called.

use std::ops::Range;

use super::figures::{Ends, Figure};
use super::latitude::Latitude;
use super::words::goes_on;
use crate::lint::article::Line;

/// A part of a whole with the share that it is called.
#[derive(Debug)]
pub(super) struct PartOf<'f, 't> {
    pub(super) part: &'f Figure<'t>,
    pub(super) whole: &'f Figure<'t>,
    pub(super) share: &'f Figure<'t>,
}

/// Reads three figures as a part, a whole and a share.
pub(super) fn part_of<'f, 't>(line: &Line<'_>, three: &'f [Ends<'t>]) -> Option<PartOf<'f, 't>> {
    let [part, whole, share] = three else {
        return None;
    };
    let (part, whole, share) = (part.single()?, whole.single()?, share.single()?);
    let word = |at: usize| line.reading.lower(at);
    let between = part.tokens.end..whole.tokens.start;
    let of = word(between.start) == "of"
        && match between.len() {
            1 => true,
            2 => matches!(word(between.start + 1), "the" | "its" | "their" | "all"),
            _ => false,
        };
    let counts = part.value >= 1.0
        && whole.value > part.value
        && part.unit.is_none()
        && !part.loose
        && !whole.loose
        && !whole.is_like_a_year();
    let told = is_said_again(line, share, whole.tokens.end..share.tokens.start);
    (of && counts && told && word(share.tokens.end) != "of").then_some(PartOf {
        part,
        whole,
        share,
    })
}

/// Whether a share says two figures again: ", or a third", "(a third)".
fn is_said_again(line: &Line<'_>, share: &Figure<'_>, between: Range<usize>) -> bool {
    let word = |at: usize| line.reading.lower(at);
    let is_share = share.unit == Some("percent") || share.unit.is_none() && share.value < 1.0;
    let Some(mark) = between.clone().find(|&at| matches!(word(at), "," | "(")) else {
        return false;
    };
    let or = word(mark + 1) == "or";
    let bracket = word(mark) == "(" && word(share.tokens.end) == ")";
    let mut rest = mark + 1 + usize::from(or)..between.end;
    let near = rest.all(|at| matches!(word(at), "just" | "well"));
    is_share && (or || bracket) && near && goes_on(line, between.start..mark, 3)
}

impl PartOf<'_, '_> {
    /// The least and the most that the part is of the whole. Counts below a
    /// thousand are taken for exact.
    fn stretch(&self) -> (f64, f64) {
        let reach = |figure: &Figure<'_>| {
            if figure.value < 1000.0 {
                (figure.value, figure.value)
            } else {
                figure.near()
            }
        };
        let (part, whole) = (reach(self.part), reach(self.whole));
        (part.0 / whole.1, part.1 / whole.0)
    }

    /// Whether the part may be called such a share.
    pub(super) fn fits(&self) -> bool {
        let (least, most) = self.stretch();
        let share = self.share;
        if share.unit == Some("percent") {
            let slack = share.place.max(1.0);
            return (share.low - slack) / 100.0 <= most && least <= (share.high + slack) / 100.0;
        }
        self.latitude().allows_part(share.value, (least, most))
    }

    /// What is said of the share, which the reader takes for words of it: "more
    /// than a third".
    fn latitude(&self) -> Latitude {
        match self.share.words.split(' ').next().unwrap_or_default() {
            "nearly" | "almost" | "close" => Latitude::Nearly,
            "more" | "over" | "at" => Latitude::AtLeast,
            "less" | "under" | "fewer" => Latitude::AtMost,
            _ if self.share.loose => Latitude::About,
            _ => Latitude::Plain,
        }
    }
}
