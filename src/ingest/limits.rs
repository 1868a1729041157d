//! What a file may ask of a reader. Each limit is far above what articles
//! need, and what goes over it is refused, not cut.

/// The largest file that is read, in bytes: some thousand times a long
/// article.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// The longest text that may come out of a file, in bytes.
pub const MAX_TEXT_BYTES: usize = 64 * 1024 * 1024;

/// How deep elements may lie within each other.
pub const MAX_DEPTH: usize = 512;

/// The most elements of a web page.
pub const MAX_ELEMENTS: usize = 200_000;

/// The most entries that an archive (a Word file is one) may have.
pub const MAX_ARCHIVE_ENTRIES: usize = 10_000;

/// The most bytes that one entry of an archive, or one stream of a PDF file,
/// may unpack to.
pub const MAX_ENTRY_BYTES: u64 = 128 * 1024 * 1024;

/// How many times larger than its packed form an entry of an archive may be;
/// XML packs by some 20, and a bomb by some 1,000.
pub const MAX_EXPANSION: u64 = 200;

/// The most pages of a PDF file.
pub const MAX_PAGES: usize = 5_000;

/// The most bytes that all streams of a PDF file may unpack to.
pub const MAX_UNPACKED_BYTES: u64 = 1024 * 1024 * 1024;

/// The most bytes of packed objects in a PDF file that is locked; what they
/// unpack to can't be told before they are unlocked.
pub const MAX_LOCKED_BYTES: u64 = 1024 * 1024;

/// The most bytes of instructions that draw a page of a PDF file, or a form on
/// it.
pub const MAX_PAGE_BYTES: usize = 4 * 1024 * 1024;

/// The most bytes of instructions that draw all pages, those of a form counted
/// each time it is drawn.
pub const MAX_DRAWN_BYTES: usize = 512 * 1024 * 1024;

/// How deep forms of a PDF file may be drawn within each other.
pub const MAX_FORM_DEPTH: usize = 16;

/// The most characters that the fonts of a PDF file map to letters.
pub const MAX_MAPPED: usize = 2_000_000;

/// The most links of one page of a PDF file.
pub const MAX_PAGE_LINKS: usize = 2_000;

/// The most notes of one article.
pub const MAX_NOTES: usize = 20_000;

/// The most articles of one JSONL file.
pub const MAX_ARTICLES: usize = 100_000;
