//! PDF files: words with their places on pages, put into reading order.
//!
//! A page says where each character is drawn and little else. Lines, columns
//! and paragraphs are worked out from these places; what stands at the head
//! and foot of every page is left out, and words that were parted at a line's
//! end are joined again.

mod columns;
mod drawing;
mod glyphs;
mod mappings;
mod packed;
mod paragraphs;
#[cfg(test)]
mod sample;

use std::collections::HashSet;

use lopdf::Document as File;

use super::limits::{MAX_PAGE_LINKS, MAX_PAGES, MAX_TEXT_BYTES};
use super::writer::DocumentWriter;
use super::{Document, IngestError, Reader};
use crate::model::article::ArticleDetails;
use crate::model::note::NoteKind;
use glyphs::Collector;
use paragraphs::{Line, LinkedWord, Paragraph};

/// The thread in which files are taken apart. What goes wrong in it is told
/// as an error of the file, so nothing else need be said of it.
pub const PDF_THREAD: &str = "pdf";

/// Room for files whose objects lie deep in each other.
const STACK_BYTES: usize = 64 * 1024 * 1024;

/// Beginnings of compounds that are hardly ever the beginning of another word.
const KEEP_HYPHEN: &[&str] = &[
    "well", "self", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// Reads PDF files.
#[derive(Debug)]
pub(super) struct Pdf;

impl Reader for Pdf {
    fn media_type(&self) -> &'static str {
        "application/pdf"
    }

    fn read(&self, bytes: &[u8]) -> Result<Document, IngestError> {
        std::thread::scope(|scope| {
            let thread = std::thread::Builder::new()
                .name(PDF_THREAD.to_owned())
                .stack_size(STACK_BYTES)
                .spawn_scoped(scope, || read(bytes));
            let thread = thread.map_err(|error| malformed(&error.to_string()))?;
            // The libraries below give up with a panic on some broken files.
            thread
                .join()
                .unwrap_or_else(|_| Err(malformed("a part of it can't be read")))
        })
    }
}

fn malformed(detail: &str) -> IngestError {
    IngestError::Malformed {
        what: "PDF file",
        detail: detail.to_owned(),
    }
}

fn check_limit(is_over: bool, what: &'static str, most: usize) -> Result<(), IngestError> {
    if is_over {
        return Err(IngestError::OverLimit {
            what,
            most: most as u64,
        });
    }
    Ok(())
}

fn read(bytes: &[u8]) -> Result<Document, IngestError> {
    packed::check_packed(bytes)?;
    let mut file = File::load_mem(bytes).map_err(|error| malformed(&error.to_string()))?;
    if file.is_encrypted() {
        file.decrypt("")
            .map_err(|_| malformed("it is locked with a password"))?;
    }
    let pages = file.get_pages();
    check_limit(pages.len() > MAX_PAGES, "pages", MAX_PAGES)?;
    packed::unpack(&mut file)?;
    mappings::check_mapped(&file)?;
    drawing::keep_text(&mut file)?;
    let mut collector = Collector::default();
    for number in pages.keys() {
        pdf_extract::output_doc_page(&file, &mut collector, *number)
            .map_err(|error| malformed(&format!("page {number}: {error}")))?;
    }
    check_limit(collector.is_over_limit(), "bytes of text", MAX_TEXT_BYTES)?;
    if collector.sheets.iter().all(|sheet| sheet.runs.is_empty()) {
        return Err(malformed(
            "its pages hold no text; pictures of pages need text recognition first",
        ));
    }
    let mut first_region = 0;
    let mut by_page = Vec::new();
    for mut sheet in collector.sheets {
        let runs = std::mem::take(&mut sheet.runs);
        let regions = columns::regions(runs);
        let links = pages
            .get(&sheet.number)
            .map_or_else(Vec::new, |page| glyphs::links(&file, *page));
        check_limit(
            links.len() > MAX_PAGE_LINKS,
            "links on a page",
            MAX_PAGE_LINKS,
        )?;
        let next_region = first_region + regions.len();
        by_page.push(paragraphs::lines(
            sheet.number,
            regions,
            &links,
            first_region,
        ));
        first_region = next_region;
    }
    let lines = paragraphs::without_running_heads(by_page);
    let known: HashSet<String> = lines
        .iter()
        .flat_map(|line| {
            line.words
                .iter()
                .map(|word| bare(&word.text).to_lowercase())
        })
        .collect();
    let mut document = write(&paragraphs::paragraphs(lines), &known)?;
    "utf-8".clone_into(&mut document.encoding);
    document.details = details(&file);
    Ok(document)
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn write(paragraphs: &[Paragraph], known: &HashSet<String>) -> Result<Document, IngestError> {
    let mut writer = DocumentWriter::default();
    let mut page = 0;
    for paragraph in paragraphs {
        writer.begin(paragraph.kind, paragraph.level);
        let mut lines = paragraph.lines.iter().peekable();
        while let Some(line) = lines.next() {
            if line.page != page {
                page = line.page;
                writer.begin_page(page);
            }
            let joined = lines.peek().and_then(|next| parted(line, next, known));
            write_line(&mut writer, line, joined)?;
        }
    }
    writer.finish()
}

/// Writes the words of a line with their links. `joined` is how its last word
/// is written where the next line goes on with it.
fn write_line(
    writer: &mut DocumentWriter,
    line: &Line,
    joined: Option<&str>,
) -> Result<(), IngestError> {
    for words in line.words.chunk_by(|a, b| a.link == b.link) {
        let start = writer.place();
        for (at, word) in words.iter().enumerate() {
            let is_last = std::ptr::eq(word, last_of(line, word));
            if at > 0 {
                writer.text(" ")?;
            }
            match joined.filter(|_| is_last) {
                Some(beginning) => writer.text(beginning)?,
                None => writer.text(&word.text)?,
            }
        }
        if let Some(address) = words.first().and_then(|word| word.link.as_deref()) {
            writer.hang(NoteKind::Link, start, address, None)?;
        }
        let ends = words
            .last()
            .is_some_and(|word| std::ptr::eq(word, last_of(line, word)));
        if !(ends && joined.is_some()) {
            writer.text(" ")?;
        }
    }
    Ok(())
}

fn last_of<'l>(line: &'l Line, otherwise: &'l LinkedWord) -> &'l LinkedWord {
    line.words.last().unwrap_or(otherwise)
}

/// How a word that goes on in the next line begins: without its hyphen, unless
/// it has one elsewhere in the document, or a capital or a figure follows.
fn parted<'l>(line: &'l Line, next: &Line, known: &HashSet<String>) -> Option<&'l str> {
    let word = line.words.last()?.text.as_str();
    let beginning = word.strip_suffix(['-', '\u{ad}', '\u{2010}'])?;
    let rest = next.words.first()?.text.as_str();
    let goes_on = beginning.ends_with(char::is_alphabetic) && rest.starts_with(char::is_lowercase);
    if !goes_on {
        // “2019-” and “20” stay “2019-20”.
        return beginning.ends_with(char::is_alphanumeric).then_some(word);
    }
    let whole = format!("{beginning}{rest}").to_lowercase();
    let compound = format!("{word}{rest}").to_lowercase();
    let is_compound = KEEP_HYPHEN.contains(&bare(beginning).to_lowercase().as_str())
        || known.contains(bare(&compound));
    if is_compound && !known.contains(bare(&whole)) {
        Some(word)
    } else {
        Some(beginning)
    }
}

/// What the file says of itself (ISO 32000-1, section 14.3.3).
fn details(file: &File) -> ArticleDetails {
    let info = file
        .trailer
        .get_deref(b"Info", file)
        .and_then(lopdf::Object::as_dict);
    let field = |name: &[u8]| {
        let value = info.as_ref().ok()?.get_deref(name, file).ok()?;
        let text = lopdf::decode_text_string(value).ok()?;
        let text = text.trim().trim_matches('\0').to_owned();
        // “(anonymous)” and the like stand where nobody said anything.
        let is_placeholder = text.starts_with('(') && text.ends_with(')');
        (!text.is_empty() && !is_placeholder).then_some(text)
    };
    // Programs write the name of the file they printed.
    let title = field(b"Title").filter(|title| {
        let lower = title.to_lowercase();
        !lower.starts_with("microsoft word")
            && !lower.starts_with("untitled")
            && ![".doc", ".docx", ".indd", ".html", ".pdf"]
                .iter()
                .any(|end| lower.ends_with(end))
    });
    ArticleDetails {
        title: title.unwrap_or_default(),
        author: field(b"Author"),
        ..ArticleDetails::default()
    }
}

#[cfg(test)]
mod tests {
    use super::sample::file;
    use super::*;
    use crate::model::text::BlockKind;

    const TWO_COLUMNS: &[u8] = include_bytes!("../../../tests/articles/two-columns.pdf");

    #[test]
    fn two_columns_are_read_one_after_the_other() {
        let document = Pdf.read(TWO_COLUMNS).unwrap();
        let paragraphs: Vec<&str> = document.text.split("\n\n").collect();
        assert_eq!(paragraphs.len(), 9);
        assert_eq!(paragraphs[0], "The bridge that paid for itself");
        assert_eq!(
            paragraphs[2],
            "For the first nine years every driver paid a toll of 25 öre. By 1940 the collectors had \
             taken in 2.6 million crowns, so the administrative board declared the undertaking \
             finished and sent its three employees into retirement."
        );
        assert!(document.text.contains("The well-known harbour market"));
        assert!(
            document
                .text
                .ends_with("protected as monuments since 1987.")
        );
        let levels: Vec<Option<u8>> = document
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Heading)
            .map(|block| block.level)
            .collect();
        assert_eq!(levels, [Some(1), Some(2)]);
        let note = &document.notes[0];
        assert_eq!(note.span.slice(&document.text), Some("the county ledger."));
        assert_eq!(note.url.as_deref(), Some("https://example.org/ledger"));
    }

    #[test]
    fn pages_are_known_and_their_running_heads_left_out() {
        let pages: Vec<Vec<(i64, i64, i64, &str)>> = vec![
            vec![
                (60, 800, 8, "Harbour Post  1"),
                (
                    60,
                    700,
                    11,
                    "The ferry took 40 minutes, and the crossing was can-",
                ),
                (60, 686, 11, "celled in storms. It employed"),
                (300, 40, 8, "1"),
            ],
            vec![
                (60, 800, 8, "Harbour Post  2"),
                (60, 700, 11, "120 people until 1931."),
                (300, 40, 8, "2"),
            ],
            vec![
                (60, 800, 8, "Harbour Post  3"),
                (60, 700, 11, "Then the bridge came."),
                (300, 40, 8, "3"),
            ],
        ];
        let pages: Vec<&[(i64, i64, i64, &str)]> = pages.iter().map(Vec::as_slice).collect();
        let document = Pdf.read(&file(&pages)).unwrap();
        assert_eq!(
            document.text,
            "The ferry took 40 minutes, and the crossing was cancelled in storms. It employed \
             120 people until 1931.\n\nThen the bridge came."
        );
        let starts: Vec<(u32, Option<usize>)> = document
            .pages
            .iter()
            .map(|page| {
                (
                    page.number,
                    document.text.find(page.span.slice(&document.text).unwrap()),
                )
            })
            .collect();
        let second = document.text.find(" 120 people");
        assert_eq!(starts[0], (1, Some(0)));
        assert_eq!(starts[1].0, 2);
        assert!(starts[1].1 <= second.map(|at| at + 1) && starts[1].1 >= second);
        assert_eq!(starts.len(), 3);
        assert_eq!(document.details.title, "The ferry");
        assert_eq!(document.details.author.as_deref(), Some("V. Holm"));
    }

    #[test]
    fn two_pages_have_running_heads_as_well() {
        let page = |number, words, rest| {
            [
                (60, 800, 8, number),
                (60, 700, 11, words),
                (60, 686, 11, rest),
            ]
        };
        let first = page(
            "The Review - June 2026 - 1",
            "The ferry took",
            "40 minutes.",
        );
        let second = page(
            "The Review - June 2026 - 2",
            "The bridge cost",
            "4 million.",
        );
        let document = Pdf.read(&file(&[&first, &second])).unwrap();
        assert_eq!(
            document.text,
            "The ferry took 40 minutes.\n\nThe bridge cost 4 million."
        );
    }

    #[test]
    fn raised_numbers_stay_where_they_are_and_are_no_figures() {
        // “The plan” is 38.9 points wide in Helvetica of 10 points.
        let lines = [
            (60, 700, 10, "The plan"),
            (99, 704, 6, "1"),
            (105, 700, 10, "cost 3 million in 2019."),
            (60, 686, 10, "Nobody ever paid for any of it."),
        ];
        let document = Pdf.read(&file(&[&lines])).unwrap();
        assert_eq!(
            document.text,
            "The plan¹ cost 3 million in 2019. Nobody ever paid for any of it."
        );
    }

    #[test]
    fn pages_without_text_are_said_to_need_recognition() {
        let error = Pdf.read(&file(&[&[]])).unwrap_err();
        assert!(error.to_string().contains("text recognition"), "{error}");
    }

    #[test]
    fn broken_files_are_refused() {
        for end in (0..TWO_COLUMNS.len()).step_by(997) {
            // Some of what is cut off can be read still; none of it panics here.
            let _ = Pdf.read(&TWO_COLUMNS[..end]);
        }
        for at in (0..TWO_COLUMNS.len()).step_by(499) {
            let mut bytes = TWO_COLUMNS.to_vec();
            bytes[at] ^= 0x55;
            let _ = Pdf.read(&bytes);
        }
        assert!(matches!(
            Pdf.read(b"%PDF-1.7 and nothing else"),
            Err(IngestError::Malformed { .. })
        ));
    }
}
