//! Texts evened out so that different spellings of the same words are the
//! same, with the way back to the original.

/// A text evened out, and where each piece came from.
pub(super) struct Folded {
    pub(super) text: String,
    /// For each byte of `text`, the bytes of the original it stands for.
    origin: Vec<Piece>,
}

/// A character of the original: first byte and length.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: u32,
    len: u32,
}

impl Folded {
    /// With the typography of quotation marks, dashes, dots and white space
    /// evened out, and letters that were read in the wrong encoding mended.
    pub(super) fn typography(text: &str) -> Self {
        Self::of(text, |folded, c| {
            if c.is_whitespace() {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            } else {
                match plain(c) {
                    "\0" => folded.push(c),
                    other => folded.push_str(other),
                }
            }
        })
    }

    /// Letters and digits alone, small.
    pub(super) fn letters(text: &str) -> Self {
        Self::of(text, |folded, c| {
            folded.extend(c.to_lowercase().filter(|small| small.is_alphanumeric()));
        })
    }

    /// Words of small letters and digits with one space between them; an
    /// apostrophe parts no word.
    pub(super) fn words(text: &str) -> Self {
        Self::of(text, |folded, c| {
            if c.is_alphanumeric() {
                folded.extend(c.to_lowercase().filter(|small| small.is_alphanumeric()));
            } else if plain(c) != "'" && !folded.ends_with(' ') && !folded.is_empty() {
                folded.push(' ');
            }
        })
    }

    fn of(text: &str, fold: impl Fn(&mut String, char)) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut origin = Vec::with_capacity(text.len());
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let (c, len) = mended(&text[at..]).unwrap_or((first, first.len_utf8()));
            let before = folded.len();
            fold(&mut folded, c);
            // Articles are smaller than four gigabytes.
            let piece = Piece {
                start: u32::try_from(at).unwrap_or(u32::MAX),
                len: u32::try_from(len).unwrap_or(u32::MAX),
            };
            origin.extend(std::iter::repeat_n(piece, folded.len() - before));
            at += len;
        }
        Self {
            text: folded,
            origin,
        }
    }

    /// First byte in the original of what byte `at` stands for.
    pub(super) fn start_of(&self, at: usize) -> Option<usize> {
        self.origin.get(at).map(|piece| piece.start as usize)
    }

    /// Byte behind the original of what byte `at` stands for.
    pub(super) fn end_of(&self, at: usize) -> Option<usize> {
        self.origin
            .get(at)
            .map(|piece| piece.start as usize + piece.len as usize)
    }
}

/// One character in the plainest spelling that means the same.
pub(super) fn plain(c: char) -> &'static str {
    match c {
        '\'' | '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => "'",
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        '…' => "...",
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => "",
        _ => "\0",
    }
}

/// The character whose UTF-8 bytes, read as Windows-1252, are the characters
/// at the beginning of `text`, and the length of these: `â€™` is `’`.
fn mended(text: &str) -> Option<(char, usize)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    // What an ordinary letter is followed by is never such a row.
    if !matches!(first, '\u{c2}'..='\u{f4}') {
        return None;
    }
    let mut bytes = vec![byte_in_windows_1252(first)?];
    let wanted = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    };
    let mut len = first.len_utf8();
    for c in chars.take(wanted - 1) {
        bytes.push(byte_in_windows_1252(c)?);
        len += c.len_utf8();
    }
    let c = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    (bytes.len() == wanted).then_some((c, len))
}

/// The byte that Windows-1252 writes a character as; also for the five bytes
/// that it leaves undefined, which many programs let through.
fn byte_in_windows_1252(c: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match u32::from(c) {
        code @ 0xa0..=0xff => u8::try_from(code).ok(),
        _ => HIGH
            .iter()
            .zip(0x80..)
            .find(|(high, _)| **high == c)
            .map(|(_, byte)| byte),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_read_in_the_wrong_encoding_are_mended() {
        assert_eq!(
            Folded::typography("itâ€™s cafÃ© â€œaâ€\u{9d}").text,
            "it's café \"a\""
        );
        assert_eq!(Folded::typography("Ângela â Paris").text, "Ângela â Paris");
    }

    proptest! {
        #[test]
        fn every_byte_has_its_origin_on_whole_characters(text in "(?s).{0,60}") {
            for folded in [Folded::typography(&text), Folded::letters(&text), Folded::words(&text)] {
                for at in 0..folded.text.len() {
                    let (start, end) = (folded.start_of(at).unwrap(), folded.end_of(at).unwrap());
                    prop_assert!(text.get(start..end).is_some_and(|piece| !piece.is_empty()));
                }
            }
        }
    }
}
