//! What copying a web page leaves between and behind the paragraphs of an
//! article: prompts, credits, notices, and the heads of lists of links.

/// A line of more bytes than this is a paragraph, whatever it begins with.
const LONGEST: usize = 400;

/// Lines that head the links after an article's end: all that follows them is
/// furniture.
const TAIL_HEADS: &[&str] = &[
    "table of contents",
    "related articles",
    "related stories",
    "related posts",
    "related",
    "read more",
    "more stories",
    "you may also like",
    "you might also like",
    "recommended for you",
    "latest posts",
    "leave a comment",
    "comments",
    "share this",
    "tags",
];

/// Beginnings of lines that are furniture wherever they stand. Each is long
/// enough that no statement of fact begins with it.
const FURNITURE: &[&str] = &[
    "read more:",
    "read also:",
    "related:",
    "see also:",
    "share this",
    "share on ",
    "follow us on ",
    "sign up for our ",
    "subscribe to our ",
    "subscribe now",
    "click here to ",
    "photo:",
    "image:",
    "image credit:",
    "©",
    "copyright ©",
    "copyright (c)",
    "copyright 19",
    "copyright 20",
    "all rights reserved",
    "we use cookies",
    "this site uses cookies",
    "this website uses cookies",
    "accept cookies",
    "accept all cookies",
    "skip to content",
];

/// Lines that are furniture when they are nothing else.
const FURNITURE_ALONE: &[&str] = &[
    "advertisement",
    "follow us",
    "subscribe",
    "sign up",
    "skip to main content",
];

/// Whether a line is a prompt, a credit or a notice and no part of the article.
pub(super) fn is_furniture(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let lower = line.to_lowercase();
    FURNITURE.iter().any(|start| lower.starts_with(start))
        || FURNITURE_ALONE.contains(&lower.trim_end_matches(['.', ':', '!']))
}

/// Whether a line heads a list of links.
pub(super) fn is_tail_head(line: &str) -> bool {
    line.len() <= LONGEST
        && TAIL_HEADS.contains(&line.trim_end_matches(':').to_lowercase().as_str())
}

/// Whether a line could be a link: short, and not ended like a sentence.
pub(super) fn is_like_a_link(line: &str) -> bool {
    line.len() <= LONGEST && !line.ends_with(['.', '!', '…']) && !line.ends_with(".”")
}
