//! Byte offsets as positions in Unicode code points, which is what other
//! programs count in (W3C Web Annotation, section 4.2.4).

/// A checkpoint is kept for every this many bytes.
const STEP: usize = 256;

/// Converts byte offsets of one text to code point positions, each at a cost
/// that does not grow with the text.
#[derive(Debug)]
pub struct CharIndex<'t> {
    text: &'t str,
    /// Code points before byte `index * STEP`.
    checkpoints: Vec<usize>,
}

/// Bytes that begin a character: all but those of the form `10xxxxxx`.
fn count_starts(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .filter(|byte| **byte & 0b1100_0000 != 0b1000_0000)
        .count()
}

impl<'t> CharIndex<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str) -> Self {
        let mut before = 0;
        let checkpoints = text
            .as_bytes()
            .chunks(STEP)
            .map(|chunk| {
                let here = before;
                before += count_starts(chunk);
                here
            })
            .collect();
        Self { text, checkpoints }
    }

    /// The number of code points before `byte`, which lies on a character
    /// boundary of the text.
    pub fn char_of(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let chunk = (byte / STEP).min(self.checkpoints.len().saturating_sub(1));
        let before = self.checkpoints.get(chunk).copied().unwrap_or_default();
        before + count_starts(&self.text.as_bytes()[chunk * STEP..byte])
    }
}

/// The byte at which the code point of this position begins; the end of the
/// text for the position behind the last one.
pub fn byte_of(text: &str, position: usize) -> Option<usize> {
    let mut starts = text.char_indices().map(|(at, _)| at);
    starts.by_ref().chain([text.len()]).nth(position)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn positions_are_those_of_counting_from_the_start(text in "(?s).{0,40}", repeat in 1usize..400) {
            let text = text.repeat(repeat);
            let index = CharIndex::new(&text);
            for (place, (byte, _)) in text.char_indices().enumerate().step_by(97) {
                prop_assert_eq!(index.char_of(byte), place);
            }
            prop_assert_eq!(index.char_of(text.len()), text.chars().count());
        }
    }
}
