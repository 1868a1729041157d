//! Bytes to text: the encoding is found out, said, and never guessed at the
//! price of the words.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::IngestError;

/// Bytes at the beginning in which the shape of UTF-16 shows.
const SHAPE_BYTES: usize = 4096;

/// A text with the name of the encoding it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    pub(super) encoding: String,
}

/// The text of a file. A byte order mark decides; then UTF-8 where all of it
/// is; then what a web page declares as `label`; then what the bytes look
/// like. A file that is UTF-8 but for some broken bytes is refused, for any
/// other reading would garble the rest.
pub(super) fn decode<'b>(bytes: &'b [u8], label: Option<&str>) -> Result<Decoded<'b>, IngestError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with_mark(bytes, encoding, mark);
    }
    if let Some(encoding) = shape_of_utf_16(bytes) {
        return Ok(decoded(bytes, encoding));
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return Err(IngestError::NotText { offset });
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => {
            return Ok(Decoded {
                text: Cow::Borrowed(text),
                encoding: "utf-8".to_owned(),
            });
        }
        Err(error) => invalid(bytes, error.valid_up_to()),
    };
    let declared = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    if declared == Some(UTF_8) || is_mostly_utf_8(bytes) {
        return Err(error);
    }
    let found = decoded(bytes, declared.unwrap_or_else(|| looks_like(bytes)));
    if is_garbled(&found.text) {
        Err(error)
    } else {
        Ok(found)
    }
}

fn with_mark<'b>(
    bytes: &'b [u8],
    encoding: &'static Encoding,
    mark: usize,
) -> Result<Decoded<'b>, IngestError> {
    if encoding != UTF_8 {
        return Ok(decoded(&bytes[mark..], encoding));
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return Err(IngestError::NotText { offset });
    }
    match std::str::from_utf8(&bytes[mark..]) {
        Ok(text) => Ok(Decoded {
            text: Cow::Borrowed(text),
            encoding: "utf-8-bom".to_owned(),
        }),
        Err(error) => Err(invalid(bytes, mark + error.valid_up_to())),
    }
}

fn decoded<'b>(bytes: &'b [u8], encoding: &'static Encoding) -> Decoded<'b> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded {
        text,
        encoding: encoding.name().to_lowercase(),
    }
}

fn invalid(bytes: &[u8], offset: usize) -> IngestError {
    let good = String::from_utf8_lossy(&bytes[..offset]);
    let last = good.rsplit('\n').next().unwrap_or_default();
    IngestError::InvalidUtf8 {
        line: good.matches('\n').count() + 1,
        column: last.chars().count() + 1,
        offset,
    }
}

/// UTF-16 without a byte order mark: every other byte of Latin text is zero.
fn shape_of_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(SHAPE_BYTES)];
    let zeros = |from: usize| {
        head.iter()
            .skip(from)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (first, second) = (zeros(0), zeros(1));
    let most = head.len() * 2 / 5;
    match (first, second) {
        _ if bytes.len() % 2 == 1 || head.len() < 8 => None,
        (0, second) if second >= most => Some(UTF_16LE),
        (first, 0) if first >= most => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether letters of several bytes outnumber what is broken.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken
}

fn looks_like(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether a reading has what no text has: letters that could not be decoded,
/// or control characters.
fn is_garbled(text: &str) -> bool {
    let control = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{85}');
    text.chars()
        .any(|c| c == char::REPLACEMENT_CHARACTER || control(c))
}

#[cfg(test)]
mod tests {
    use encoding_rs::{SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: &[u8]) -> (String, String) {
        let decoded = decode(bytes, None).unwrap();
        (decoded.text.into_owned(), decoded.encoding)
    }

    fn utf_16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| {
                if big {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                }
            })
            .collect()
    }

    #[test]
    fn encodings_are_found_out_and_said() {
        let french = "Le maire a payé “quatre millions” à l’été.";
        let (bytes, _, _) = WINDOWS_1252.encode(french);
        assert_eq!(read(&bytes), (french.to_owned(), "windows-1252".to_owned()));
        let russian = "Мост закрыт, и никто не знает почему. Мэр молчит.";
        let (bytes, _, _) = WINDOWS_1251.encode(russian);
        assert_eq!(
            read(&bytes),
            (russian.to_owned(), "windows-1251".to_owned())
        );
        let japanese = "橋は閉鎖された。理由は誰も知らない。";
        let (bytes, _, _) = SHIFT_JIS.encode(japanese);
        assert_eq!(read(&bytes), (japanese.to_owned(), "shift_jis".to_owned()));
    }

    #[test]
    fn utf_16_is_told_by_its_mark_or_its_shape() {
        let text = "The bridge opened – finally.";
        for (big, name) in [(false, "utf-16le"), (true, "utf-16be")] {
            let bytes = utf_16(text, big);
            assert_eq!(read(&bytes), (text.to_owned(), name.to_owned()));
            let marked = [utf_16("\u{feff}", big), bytes].concat();
            assert_eq!(read(&marked), (text.to_owned(), name.to_owned()));
        }
    }

    #[test]
    fn a_few_broken_bytes_don_t_make_utf_8_another_encoding() {
        let broken = [
            "Žilina paid. Čadca paid. ".as_bytes(),
            b"\xff",
            " Ružomberok didn’t.".as_bytes(),
        ]
        .concat();
        assert!(matches!(
            decode(&broken, None),
            Err(IngestError::InvalidUtf8 {
                line: 1,
                column: 26,
                ..
            })
        ));
    }

    #[test]
    fn a_declared_encoding_is_believed() {
        let (bytes, _, _) = WINDOWS_1251.encode("Да");
        assert_eq!(decode(&bytes, Some("windows-1251")).unwrap().text, "Да");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(matches!(
            decode(b"ab\0c", None),
            Err(IngestError::NotText { offset: 2 })
        ));
        assert!(decode(b"\x01\x02\xfe\x03\xff", None).is_err());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(&bytes, None);
        }

        #[test]
        fn utf_8_comes_out_as_it_went_in(text in "(?s)[^\u{0}\u{feff}]{1,80}") {
            prop_assert_eq!(read(text.as_bytes()).0, text);
        }
    }
}
