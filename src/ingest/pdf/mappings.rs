//! How many characters the fonts of a PDF file map to letters. A few bytes can
//! name a range of billions, and the library behind writes each out.

use lopdf::{Document as File, Object};
use memchr::memmem::find;

use super::check_limit;
use crate::ingest::IngestError;
use crate::ingest::limits::MAX_MAPPED;

/// What begins and ends a list of ranges (Adobe Technical Note 5014).
const RANGES: &[(&[u8], &[u8])] = &[
    (b"beginbfrange", b"endbfrange"),
    (b"begincidrange", b"endcidrange"),
];

/// Refuses a file whose fonts map more characters than is read.
pub(super) fn check_mapped(file: &File) -> Result<(), IngestError> {
    let mut mapped = 0_usize;
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            for (begin, end) in RANGES {
                if find(&stream.content, begin).is_none() {
                    continue;
                }
                // A comment may hide the end of a list, and a string that looks
                // like one its beginning.
                let plain = without_comments(&stream.content);
                let most =
                    mapped_in(&plain, begin, end).max(mapped_in(&stream.content, begin, end));
                mapped = mapped.saturating_add(most);
            }
        }
        check_limit(mapped > MAX_MAPPED, "characters mapped", MAX_MAPPED)?;
    }
    Ok(())
}

fn without_comments(table: &[u8]) -> Vec<u8> {
    let lines = table.split(|byte| matches!(byte, b'\n' | b'\r'));
    let plain = lines.filter_map(|line| line.split(|byte| *byte == b'%').next());
    plain.collect::<Vec<_>>().join(&b'\n')
}

/// How many characters the ranges between these words hold.
fn mapped_in(table: &[u8], begin: &[u8], end: &[u8]) -> usize {
    let mut mapped = 0_usize;
    let mut rest = table;
    while let Some(at) = find(rest, begin) {
        rest = &rest[at + begin.len()..];
        let list = &rest[..find(rest, end).unwrap_or(rest.len())];
        mapped = mapped.saturating_add(ranges(list));
        rest = &rest[list.len()..];
    }
    mapped
}

/// The characters of a list of ranges: first, last, and what they are mapped
/// to, which is one more code, a list in brackets, or a number.
fn ranges(list: &[u8]) -> usize {
    let mut mapped = 0_usize;
    let mut rest = list;
    while let Some((lowest, behind)) = code(rest) {
        let Some((highest, behind)) = code(behind) else {
            break;
        };
        mapped = mapped.saturating_add(highest.saturating_sub(lowest).saturating_add(1));
        rest = behind.trim_ascii_start();
        let skipped = match rest.first() {
            Some(b'<') => rest.iter().position(|byte| *byte == b'>'),
            Some(b'[') => rest.iter().position(|byte| *byte == b']'),
            _ => None,
        };
        rest = &rest[skipped.map_or(0, |at| at + 1)..];
    }
    mapped
}

/// The next code, written as `<0041>`, and what stands behind it.
fn code(list: &[u8]) -> Option<(usize, &[u8])> {
    let start = list.iter().position(|byte| *byte == b'<')?;
    let length = list[start..].iter().position(|byte| *byte == b'>')?;
    let digits = list[start + 1..start + length].iter();
    let code = digits
        .filter_map(|byte| char::from(*byte).to_digit(16))
        .fold(0_usize, |code, digit| {
            code.saturating_mul(16).saturating_add(digit as usize)
        });
    Some((code, &list[start + length + 1..]))
}

#[cfg(test)]
mod tests {
    use lopdf::{Stream, dictionary};

    use super::*;

    fn check(table: &str) -> Result<(), IngestError> {
        let mut file = File::with_version("1.5");
        file.add_object(Stream::new(dictionary! {}, table.into()));
        check_mapped(&file)
    }

    #[test]
    fn ranges_are_counted_with_whatever_they_are_mapped_to() {
        let list = b"<0003> <0005> <0020>\n<10><11>[<0041> <0042>]\n<20> <2f> 7\n<30> <30> <ffff>";
        assert_eq!(ranges(list), 3 + 2 + 16 + 1);
    }

    #[test]
    fn a_range_of_billions_is_refused() {
        let table = "1 beginbfrange <00000000> <ffffffff> <0000> endbfrange";
        let refused = check(table).unwrap_err();
        assert!(
            refused.to_string().contains("characters mapped"),
            "{refused}"
        );
        check("1 beginbfrange <0000> <ffff> <0000> endbfrange").unwrap();
        check("1 beginbfrange % endbfrange\n<00000000> <ffffffff> <0000>").unwrap_err();
        check("<00000000> <ffffffff> <0000>").unwrap();
    }
}
