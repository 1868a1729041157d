//! How much the streams of a PDF file unpack to. The libraries that read the
//! file unpack without a limit, so it is held to one before they do.

use std::io::{self, Read, Write};

use flate2::read::{DeflateDecoder, ZlibDecoder};
use lopdf::{Document as File, Object, Stream, dictionary};
use weezl::BitOrder;
use weezl::decode::Decoder as LzwDecoder;

use super::malformed;
use crate::ingest::IngestError;
use crate::ingest::limits::{MAX_ENTRY_BYTES, MAX_LOCKED_BYTES, MAX_UNPACKED_BYTES};

/// The word before the bytes of a stream, and the one behind them.
const STREAM: &[u8] = b"stream";
const STREAM_END: &[u8] = b"endstream";

/// How far before its bytes the description of a stream is looked for.
const DESCRIPTION_BYTES: usize = 4096;

/// How far into unpacked bytes it shows that they are packed still, and how
/// many bytes must come out of them.
const HEAD_BYTES: u64 = 1024;
const TELLING_BYTES: usize = 32;

/// The filters that pack (ISO 32000-1, section 7.4).
const FLATE: &[u8] = b"FlateDecode";
const LZW: &[u8] = b"LZWDecode";

/// The filter that writes bytes as letters.
const LETTERS: &[u8] = b"ASCII85Decode";

/// Refuses a file some stream of which unpacks to more than is read. Looks at
/// the bytes alone, since some streams are unpacked while a file is opened.
pub(super) fn check_packed(bytes: &[u8]) -> Result<(), IngestError> {
    let locked = finds(bytes, b"/Encrypt");
    let mut left = MAX_UNPACKED_BYTES;
    let mut locked_bytes = 0;
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], STREAM) {
        let start = at + found;
        at = start + STREAM.len();
        if bytes[..start].ends_with(b"end") {
            continue;
        }
        let description = description(&bytes[..start]);
        let packed = bytes[at..].trim_ascii_start();
        let length = find(packed, STREAM_END).unwrap_or(packed.len());
        let packed = &packed[..length];
        if locked && finds(description, b"ObjStm") {
            locked_bytes += packed.len() as u64;
        }
        left = spend(left, unpacked_len(packed, description)?)?;
    }
    if locked_bytes > MAX_LOCKED_BYTES {
        return Err(IngestError::OverLimit {
            what: "bytes of objects that are locked",
            most: MAX_LOCKED_BYTES,
        });
    }
    Ok(())
}

/// What stands between the beginning of an object and the bytes of its stream.
fn description(before: &[u8]) -> &[u8] {
    let near = &before[before.len().saturating_sub(DESCRIPTION_BYTES)..];
    let begins = memchr::memmem::rfind(near, b"obj");
    &near[begins.unwrap_or_default()..]
}

/// Unpacks the streams of a file once, within the limits, and empties its
/// pictures, which hold no text.
pub(super) fn unpack(file: &mut File) -> Result<(), IngestError> {
    let mut left = MAX_UNPACKED_BYTES;
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        let is_picture =
            matches!(stream.dict.get(b"Subtype"), Ok(Object::Name(name)) if name == b"Image");
        if is_picture {
            stream.dict.remove(b"Filter");
            stream.set_content(Vec::new());
            continue;
        }
        left = spend(left, stream_len(stream)?)?;
        // What can't be unpacked may be of no use for the text.
        let _ = stream.decompress();
    }
    Ok(())
}

/// How much a stream unpacks to.
fn stream_len(stream: &Stream) -> Result<u64, IngestError> {
    let filters = stream.filters().unwrap_or_default();
    if filters.is_empty() {
        return Ok(stream.content.len() as u64);
    }
    unpacked_len(&stream.content, &filters.join(&b' '))
}

fn packed_twice() -> IngestError {
    malformed("a part of it is packed more than once")
}

fn spend(left: u64, bytes: u64) -> Result<u64, IngestError> {
    left.checked_sub(bytes).ok_or(IngestError::OverLimit {
        what: "bytes when unpacked",
        most: MAX_UNPACKED_BYTES,
    })
}

/// How many bytes come out of packed ones; 0 for what is not packed.
fn unpacked_len(packed: &[u8], description: &[u8]) -> Result<u64, IngestError> {
    let times = |filter| memchr::memmem::find_iter(description, filter).count();
    if times(FLATE) + times(LZW) > 1 {
        return Err(packed_twice());
    }
    // A name can be written with its letters as numbers.
    let may_be = |filter: &[u8]| finds(description, filter) || finds(description, b"#");
    let letters = may_be(LETTERS).then(|| {
        let filter = Object::Name(LETTERS.to_vec());
        Stream::new(dictionary! { "Filter" => filter }, packed.to_vec()).decompressed_content()
    });
    let packed = letters
        .as_ref()
        .and_then(|written| written.as_deref().ok())
        .unwrap_or(packed);
    let mut most = inflated(ZlibDecoder::new(packed))?;
    if most == 0 && packed.len() > 2 {
        most = inflated(DeflateDecoder::new(&packed[2..]))?;
    }
    if may_be(LZW) {
        let mut counter = Counter::default();
        let mut decoder = LzwDecoder::with_tiff_size_switch(BitOrder::Msb, 8);
        // What breaks off has been counted up to there.
        let _ = decoder.into_stream(&mut counter).decode_all(packed).status;
        most = most.max(counter.within_limit()?);
    }
    Ok(most)
}

fn inflated(unpacking: impl Read) -> Result<u64, IngestError> {
    let mut head = Vec::new();
    let mut unpacking = unpacking.take(MAX_ENTRY_BYTES + 1);
    let _ = unpacking.by_ref().take(HEAD_BYTES).read_to_end(&mut head);
    let mut counter = Counter {
        bytes: head.len() as u64,
    };
    let _ = io::copy(&mut unpacking, &mut counter);
    let mut within = Vec::new();
    let _ = ZlibDecoder::new(&head[..])
        .take(HEAD_BYTES)
        .read_to_end(&mut within);
    if within.len() >= TELLING_BYTES {
        return Err(packed_twice());
    }
    counter.within_limit()
}

/// Counts what is written, and takes no more than the limit.
#[derive(Default)]
struct Counter {
    bytes: u64,
}

impl Counter {
    fn within_limit(&self) -> Result<u64, IngestError> {
        if self.bytes > MAX_ENTRY_BYTES {
            return Err(IngestError::OverLimit {
                what: "bytes in one part when unpacked",
                most: MAX_ENTRY_BYTES,
            });
        }
        Ok(self.bytes)
    }
}

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes += bytes.len() as u64;
        if self.bytes > MAX_ENTRY_BYTES {
            return Err(io::ErrorKind::WriteZero.into());
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn finds(bytes: &[u8], sought: &[u8]) -> bool {
    find(bytes, sought).is_some()
}

fn find(bytes: &[u8], sought: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, sought)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::super::sample::with_content;
    use super::*;

    fn deflated(bytes: &[u8]) -> Vec<u8> {
        let mut packing = ZlibEncoder::new(Vec::new(), Compression::best());
        packing.write_all(bytes).unwrap();
        packing.finish().unwrap()
    }

    fn zeros(count: u64) -> Vec<u8> {
        let mut packing = ZlibEncoder::new(Vec::new(), Compression::fast());
        io::copy(&mut io::repeat(0).take(count), &mut packing).unwrap();
        packing.finish().unwrap()
    }

    fn stream(filter: &str, packed: Vec<u8>) -> Stream {
        let filter = Object::Name(filter.as_bytes().to_vec());
        Stream::new(dictionary! { "Filter" => filter }, packed)
    }

    #[test]
    fn a_bomb_is_refused_before_it_goes_off() {
        let bomb = stream("FlateDecode", zeros(MAX_ENTRY_BYTES + 1));
        let refused = check_packed(&with_content(bomb)).unwrap_err();
        assert!(
            matches!(refused, IngestError::OverLimit { .. }),
            "{refused}"
        );
    }

    #[test]
    fn what_is_packed_twice_is_refused() {
        let twice = deflated(&deflated(&zeros(1024 * 1024)));
        let nested = stream("FlateDecode", deflated(&deflated(&twice)));
        let refused = check_packed(&with_content(nested)).unwrap_err();
        assert!(refused.to_string().contains("more than once"), "{refused}");
        let filters = ["FlateDecode", "LZWDecode"].map(|name| Object::Name(name.into()));
        let both = Stream::new(dictionary! { "Filter" => filters.to_vec() }, twice);
        let refused = check_packed(&with_content(both)).unwrap_err();
        assert!(refused.to_string().contains("more than once"), "{refused}");
    }

    #[test]
    fn ordinary_streams_are_counted_as_they_unpack() {
        let words = b"BT (The bridge opened in 1931) Tj ET ".repeat(100);
        let packed = deflated(&words);
        assert_eq!(
            unpacked_len(&packed, b"/Filter /FlateDecode").unwrap(),
            words.len() as u64
        );
        let mut packing = weezl::encode::Encoder::with_tiff_size_switch(BitOrder::Msb, 8);
        let packed = packing.encode(&words).unwrap();
        assert_eq!(
            unpacked_len(&packed, b"/Filter /LZWDecode").unwrap(),
            words.len() as u64
        );
    }
}
