//! How far figures may lie from "doubled", "a third" and the like, by the words
//! before: "nearly doubled", "more than a third".

use crate::lint::article::Line;

/// What is said of a multiple.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Latitude {
    Plain,
    About,
    Nearly,
    AtLeast,
    AtMost,
}

use Latitude::{About, AtLeast, AtMost, Nearly, Plain};

/// What the words before an index say of the multiple there, and where they
/// begin; nothing where they can't be understood.
pub(super) fn latitude(line: &Line<'_>, at: usize) -> Option<(usize, Latitude)> {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| line.reading.lower(at));
    Some(match (word(2), word(1)) {
        ("more" | "better", "than") | ("at", "least") => (at - 2, AtLeast),
        ("less", "than") | ("at", "most") | ("up", "to") => (at - 2, AtMost),
        ("close", "to") => (at - 2, Nearly),
        (_, "over" | "above") => (at - 1, AtLeast),
        (_, "nearly" | "almost") => (at - 1, Nearly),
        (_, "under" | "below") => (at - 1, AtMost),
        (
            _,
            "about" | "around" | "roughly" | "approximately" | "some" | "virtually" | "effectively",
        ) => (at - 1, About),
        (_, "than" | "least" | "most" | "to" | "quite" | "only" | "practically") => return None,
        _ => (at, Plain),
    })
}

impl Latitude {
    /// Whether a figure that is from `least` to `most` times another may be
    /// called `factor` times it.
    pub(super) fn allows(self, factor: f64, (least, most): (f64, f64)) -> bool {
        if factor < 1.0 && factor > 0.0 {
            // "More than halved" is less than half of it.
            return self.allows(1.0 / factor, (1.0 / most, 1.0 / least));
        }
        let (low, high) = self.bounds();
        least <= high * factor && low * factor <= most
    }

    /// Whether a part that is from `least` to `most` of a whole may be called
    /// `part` of it.
    pub(super) fn allows_part(self, part: f64, (least, most): (f64, f64)) -> bool {
        let (low, high) = self.bounds();
        least <= high * part && low * part <= most
    }

    fn bounds(self) -> (f64, f64) {
        match self {
            Plain => (0.87, 1.15),
            About => (0.78, 1.28),
            Nearly => (0.75, 1.04),
            AtLeast => (0.98, f64::INFINITY),
            AtMost => (0.0, 1.02),
        }
    }
}
