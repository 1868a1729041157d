//! Bytes to text: the encoding is found out, said, and never guessed at the
//! price of the words.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::IngestError;
use super::language::language_of;

/// Encodings that a few letters with accents are easily taken for, with the
/// languages written in them. Anything else is Western (Windows-1252).
const OF_FEW_LANGUAGES: &[(&str, &[&str])] = &[
    (
        "windows-1250",
        &["pl", "cs", "sk", "sl", "hr", "sr", "hu", "ro"],
    ),
    (
        "iso-8859-2",
        &["pl", "cs", "sk", "sl", "hr", "sr", "hu", "ro"],
    ),
    ("iso-8859-16", &["ro"]),
    ("windows-1254", &["tr", "az"]),
    ("windows-1257", &["lt", "lv", "et"]),
    ("iso-8859-4", &["lt", "lv", "et"]),
    ("iso-8859-13", &["lt", "lv", "et"]),
    ("iso-8859-10", &[]),
    ("iso-8859-14", &[]),
    ("windows-1258", &["vi"]),
];

/// What stands in Western text beside plain letters: letters with accents as
/// English, French, Spanish, Portuguese, German and the Nordic languages have
/// them, money, quotation marks, dashes.
const WESTERN: &str = "£€¥§©®°·«»“”‘’„–—…•½¼¾¡¿ºª\u{a0}\u{ad}\
    àáâãäåæçèéêëìíîïñòóôõöøœùúûüÿßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØŒÙÚÛÜŸ";

/// What begins UTF-32, and its name.
const UTF_32: &[(&[u8], &str)] = &[(b"\xff\xfe\0\0", "utf-32le"), (b"\0\0\xfe\xff", "utf-32be")];

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
    if let Some((mark, name)) = UTF_32.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return utf_32(&bytes[mark.len()..], name);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with_mark(bytes, encoding, mark);
    }
    if let Some(encoding) = shape_of_utf_16(bytes) {
        return whole(bytes, encoding);
    }
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return Err(IngestError::NotText { offset });
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) if !has_shifts(bytes) => {
            return Ok(Decoded {
                text: Cow::Borrowed(text),
                encoding: "utf-8".to_owned(),
            });
        }
        Ok(_) => return Ok(decoded(bytes, declared_or_guessed(bytes, label))),
        Err(error) => invalid(bytes, error.valid_up_to()),
    };
    let declared = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    if declared == Some(UTF_8) || is_mostly_utf_8(bytes) {
        return Err(error);
    }
    let found = decoded(bytes, declared_or_guessed(bytes, label));
    if is_garbled(&found.text) {
        Err(error)
    } else {
        Ok(found)
    }
}

/// The text of a file that has to be UTF-8, such as JSON (RFC 8259, section
/// 8.1) or TOML; UTF-16 and UTF-32 are read where a byte order mark tells of them.
pub fn utf_8_text(bytes: &[u8]) -> Result<Cow<'_, str>, IngestError> {
    Ok(decode(bytes, Some("utf-8"))?.text)
}

fn with_mark<'b>(
    bytes: &'b [u8],
    encoding: &'static Encoding,
    mark: usize,
) -> Result<Decoded<'b>, IngestError> {
    if encoding != UTF_8 {
        return whole(&bytes[mark..], encoding);
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

/// A text that must not have a letter that can't be read.
fn whole<'b>(bytes: &'b [u8], encoding: &'static Encoding) -> Result<Decoded<'b>, IngestError> {
    let found = decoded(bytes, encoding);
    match found.text.find(['\0', char::REPLACEMENT_CHARACTER]) {
        None => Ok(found),
        Some(at) => Err(IngestError::Malformed {
            what: "text",
            detail: format!(
                "character {} is not {}",
                found.text[..at].chars().count() + 1,
                found.encoding
            ),
        }),
    }
}

/// The text of bytes in an encoding that a person names.
pub(super) fn decode_as(bytes: &[u8], label: &str) -> Result<Decoded<'static>, IngestError> {
    let encoding = Encoding::for_label(label.trim().as_bytes()).ok_or_else(|| {
        IngestError::UnknownEncoding {
            given: label.to_owned(),
        }
    })?;
    let bytes = match Encoding::for_bom(bytes) {
        Some((marked, mark)) if marked == encoding => &bytes[mark..],
        _ => bytes,
    };
    let Decoded { text, encoding } = whole(bytes, encoding)?;
    Ok(Decoded {
        text: Cow::Owned(text.into_owned()),
        encoding,
    })
}

fn utf_32<'b>(bytes: &'b [u8], name: &str) -> Result<Decoded<'b>, IngestError> {
    let number = |unit: &[u8]| {
        let unit = <[u8; 4]>::try_from(unit).ok()?;
        Some(if name == "utf-32le" {
            u32::from_le_bytes(unit)
        } else {
            u32::from_be_bytes(unit)
        })
    };
    let letter = |unit| {
        number(unit)
            .filter(|code| *code > 0)
            .and_then(char::from_u32)
    };
    let text: Option<String> = bytes.chunks(4).map(letter).collect();
    let text = text.ok_or_else(|| IngestError::Malformed {
        what: "text",
        detail: format!("it begins as {name} and has characters that are none"),
    })?;
    Ok(Decoded {
        text: Cow::Owned(text),
        encoding: name.to_owned(),
    })
}

/// Whether a text of plain bytes has the codes by which ISO-2022-JP shifts to
/// Japanese letters and back; all of it is written in seven bits.
fn has_shifts(bytes: &[u8]) -> bool {
    let shifts = |code: &[u8]| memchr::memmem::find(bytes, code).is_some();
    bytes.is_ascii() && shifts(b"\x1b$") && shifts(b"\x1b(")
}

fn declared_or_guessed(bytes: &[u8], label: Option<&str>) -> &'static Encoding {
    let declared = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    declared.unwrap_or_else(|| looks_like(bytes))
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
    let guess = detector.guess(None, Utf8Detection::Deny);
    if is_rather_western(bytes, guess) {
        WINDOWS_1252
    } else {
        guess
    }
}

/// Whether text that looks like that of a few languages is Western: a pound
/// sign and an accent are not enough to make English Polish. The language
/// tells, and in a short text the letters.
fn is_rather_western(bytes: &[u8], guess: &'static Encoding) -> bool {
    let name = guess.name().to_lowercase();
    let Some((_, languages)) = OF_FEW_LANGUAGES.iter().find(|(other, _)| *other == name) else {
        return false;
    };
    let (text, _) = guess.decode_without_bom_handling(bytes);
    if let Some(language) = language_of(&text) {
        return !languages.contains(&language.as_str());
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    text.chars().all(|c| c.is_ascii() || WESTERN.contains(c))
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
    use encoding_rs::{ISO_2022_JP, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};
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
    fn pounds_and_accents_don_t_make_english_polish() {
        let english = [
            "Rents in the town rose by £40 to £600 a month in 2019, the council said.",
            "The Café in Málaga cost £4m, a naïve sum.",
            "It cost £3.",
        ];
        for text in english {
            let (bytes, _, _) = WINDOWS_1252.encode(text);
            assert_eq!(read(&bytes), (text.to_owned(), "windows-1252".to_owned()));
        }
        let polish = [
            "Burmistrz powiedział, że most kosztował cztery miliony złotych i że zostanie zamknięty.",
            "Zażółć gęślą jaźń.",
        ];
        for text in polish {
            let (bytes, _, _) = WINDOWS_1250.encode(text);
            assert_eq!(read(&bytes), (text.to_owned(), "windows-1250".to_owned()));
        }
    }

    #[test]
    fn shifted_japanese_is_no_plain_text() {
        let japanese = "橋は閉鎖された。";
        let (bytes, _, _) = ISO_2022_JP.encode(japanese);
        assert_eq!(
            read(&bytes),
            (japanese.to_owned(), "iso-2022-jp".to_owned())
        );
        let shifted = "café \u{1b}$ and \u{1b}(B";
        assert_eq!(
            read(shifted.as_bytes()),
            (shifted.to_owned(), "utf-8".to_owned())
        );
    }

    #[test]
    fn utf_32_is_read_by_its_mark() {
        let le: Vec<u8> = "\u{feff}Café 4"
            .chars()
            .flat_map(|c| u32::from(c).to_le_bytes())
            .collect();
        assert_eq!(read(&le), ("Café 4".to_owned(), "utf-32le".to_owned()));
        let be: Vec<u8> = "\u{feff}Café 4"
            .chars()
            .flat_map(|c| u32::from(c).to_be_bytes())
            .collect();
        assert_eq!(read(&be), ("Café 4".to_owned(), "utf-32be".to_owned()));
        assert!(decode(&le[..le.len() - 1], None).is_err());
    }

    #[test]
    fn half_a_letter_at_the_end_is_told() {
        let mut bytes = utf_16("\u{feff}It cost 4.", false);
        bytes.pop();
        let refused = decode(&bytes, None).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "it is no sound text: character 10 is not utf-16le"
        );
    }

    #[test]
    fn a_person_can_say_which_encoding_it_is() {
        let decoded = decode_as(b"Caf\x8e, \xdb4", "macintosh").unwrap();
        assert_eq!(
            (&*decoded.text, decoded.encoding.as_str()),
            ("Café, €4", "macintosh")
        );
        assert!(decode_as(b"x", "klingon").is_err());
        assert!(decode_as(b"\xff", "utf-8").is_err());
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
