//! The blocks of a plain text: headings, paragraphs, list items, quotations,
//! and the furniture that copying a web page leaves behind.
//!
//! Plain text says nothing about itself, so a block is told by its shape and
//! its neighbours. What is in doubt is a paragraph.

use super::furniture::{is_furniture, is_like_a_link, is_tail_head};
use crate::model::text::{Block, BlockKind, Span};

/// A heading has at most this many characters and words.
const HEADING_CHARS: usize = 100;
const HEADING_WORDS: usize = 14;

/// A line of a hard-wrapped paragraph is at least and at most this long.
const WRAPPED: std::ops::RangeInclusive<usize> = 45..=100;

/// Marks that open a quotation, a question or a cry.
const OPENING: [char; 7] = ['“', '‘', '"', '\'', '¿', '¡', '«'];

/// One line, trimmed, with what stands around it.
#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    span: Span,
    text: &'t str,
    blank_before: bool,
}

/// The blocks of a text, in order, without the white space between them.
pub fn blocks(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let mut blocks: Vec<Block> = Vec::new();
    let wrapped = is_hard_wrapped(&lines);
    for (index, line) in lines.iter().enumerate() {
        let kind = kind_of(&lines, index, wrapped);
        match blocks.last_mut() {
            // A wrapped paragraph, item or quotation goes on until a blank line.
            Some(last)
                if !line.blank_before
                    && (wrapped && continues(last.kind, kind)
                        || breaks_a_sentence(text, last, *line)) =>
            {
                last.span.end = line.span.end;
            }
            _ => blocks.push(Block::new(kind, line.span)),
        }
    }
    mark_tail(text, &mut blocks);
    blocks
}

/// Whether a line end stands within a sentence, as copying from a PDF leaves
/// it: it began with a capital, has not ended, and goes on with a small letter.
fn breaks_a_sentence(text: &str, last: &Block, next: Line<'_>) -> bool {
    let words = last.span.slice(text).unwrap_or_default();
    let began = words.starts_with(|c: char| c.is_uppercase() || OPENING.contains(&c));
    let open = words.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '’' | '-'));
    last.kind == BlockKind::Body && began && open && next.text.starts_with(char::is_lowercase)
}

fn continues(last: BlockKind, next: BlockKind) -> bool {
    next == BlockKind::Body && last != BlockKind::Heading && last != BlockKind::Boilerplate
        || next == BlockKind::Quotation && last == BlockKind::Quotation
}

/// Length of the mark that begins a list item or a quotation, with the white
/// space after it: `- `, `• `, `1. `, `> `; 0 where there is none, or nothing
/// after it.
pub(crate) fn marker_len(block: &str) -> usize {
    let bullet = block
        .strip_prefix(['-', '*', '•', '‣', '–'])
        .filter(|rest| rest.starts_with([' ', '\t']))
        .or_else(|| block.strip_prefix('>'));
    let number = block.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (1..=3).contains(&(block.len() - number.len()));
    let rest = bullet.or_else(|| {
        let rest = number.strip_prefix(['.', ')']).filter(|_| numbered);
        rest.filter(|rest| rest.starts_with([' ', '\t']))
    });
    rest.map(str::trim_start)
        .filter(|rest| !rest.is_empty())
        .map_or(0, |rest| block.len() - rest.len())
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut blank_before = true;
    for raw in text.split_inclusive('\n') {
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            blank_before = true;
        } else {
            let from = start + (raw.len() - raw.trim_start().len());
            lines.push(Line {
                span: Span::new(from, from + trimmed.len()),
                text: trimmed,
                blank_before,
            });
            blank_before = false;
        }
        start += raw.len();
    }
    lines
}

/// Whether paragraphs run over several lines: most lines that are followed by
/// another without a blank between are of a typewriter's length.
fn is_hard_wrapped(lines: &[Line<'_>]) -> bool {
    let (mut followed, mut typewritten) = (0_usize, 0_usize);
    for pair in lines.windows(2) {
        if !pair[1].blank_before {
            followed += 1;
            typewritten += usize::from(WRAPPED.contains(&pair[0].text.chars().count()));
        }
    }
    followed > 0 && typewritten * 10 >= followed * 7
}

fn kind_of(lines: &[Line<'_>], index: usize, wrapped: bool) -> BlockKind {
    let line = lines[index];
    // Inside a wrapped paragraph a line can begin with a dash or a number by chance.
    let by_chance = wrapped
        && !line.blank_before
        && index > 0
        && marker_len(lines[index - 1].text) == 0
        && !lines[index - 1].text.ends_with(['.', ':', ';', '!', '?']);
    if is_furniture(line.text) {
        BlockKind::Boilerplate
    } else if line.text.starts_with('>') {
        BlockKind::Quotation
    } else if marker_len(line.text) > 0 && !by_chance {
        BlockKind::Item
    } else if (!wrapped || line.blank_before) && is_heading(lines, index, wrapped) {
        BlockKind::Heading
    } else {
        BlockKind::Body
    }
}

/// A short line that does not end like a sentence, is set like a title or
/// stands between blank lines, and has a text below it.
fn is_heading(lines: &[Line<'_>], index: usize, wrapped: bool) -> bool {
    let line = lines[index];
    let Some(next) = lines
        .get(index + 1)
        .filter(|next| !is_furniture(next.text) && !is_tail_head(next.text))
    else {
        return false;
    };
    let length = line.text.chars().count();
    let short = length <= HEADING_CHARS && line.text.split_whitespace().count() <= HEADING_WORDS;
    let ends_open = !line.text.ends_with(['.', ',', ';', '…', '!']) && !line.text.ends_with(".”");
    let begins = line
        .text
        .starts_with(|c: char| c.is_uppercase() || c.is_numeric() || OPENING.contains(&c));
    let heads = next.blank_before || next.text.chars().nth(length).is_some();
    let alone = line.blank_before && next.blank_before && !line.text.ends_with(':');
    // The first line of a wrapped paragraph can be full of names.
    let titled = is_set_like_a_title(line.text) && (!wrapped || length < *WRAPPED.start());
    short && ends_open && begins && heads && (alone || titled) && !ends_inside(line.text)
}

/// Whether a sentence ends before the line does: a full stop after a word too
/// long for an abbreviation.
fn ends_inside(line: &str) -> bool {
    let stops = line.match_indices(". ").map(|(at, _)| &line[..at]);
    stops
        .filter_map(|before| before.rsplit(char::is_whitespace).next())
        .any(|word| word.chars().count() > 4 && !word.contains('.'))
}

/// Whether most of the longer words begin with a capital.
fn is_set_like_a_title(line: &str) -> bool {
    let long: Vec<&str> = line
        .split(|c: char| c.is_whitespace() || c == '-' || c == '–' || c == '—')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().count() > 3)
        .collect();
    let capital = long
        .iter()
        .filter(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()))
        .count();
    !long.is_empty() && capital * 10 >= long.len() * 7
}

/// Marks a last tail heading and the links below it as furniture, and a last
/// line that is the headline of another page.
fn mark_tail(text: &str, blocks: &mut [Block]) {
    let words = |block: &Block| block.span.slice(text).unwrap_or_default();
    if let Some(from) = blocks.iter().rposition(|block| is_tail_head(words(block))) {
        blocks[from].kind = BlockKind::Boilerplate;
        // A table of contents can also stand before the article: what reads
        // like prose is never thrown out.
        if blocks[from + 1..]
            .iter()
            .all(|block| block.kind == BlockKind::Boilerplate || is_like_a_link(words(block)))
        {
            for block in &mut blocks[from..] {
                block.kind = BlockKind::Boilerplate;
            }
        }
    }
    let count = blocks.len();
    if let Some(last) = blocks.last_mut().filter(|_| count > 1)
        && matches!(last.kind, BlockKind::Body | BlockKind::Heading)
        && is_headline_of_a_site(words(last))
    {
        last.kind = BlockKind::Boilerplate;
    }
}

/// `A Title in Capitals – sitename`.
fn is_headline_of_a_site(line: &str) -> bool {
    let parts = [" – ", " | ", " — "]
        .iter()
        .find_map(|mark| line.rsplit_once(mark));
    is_like_a_link(line)
        && parts.is_some_and(|(title, site)| {
            site.split_whitespace().count() <= 4 && is_set_like_a_title(title)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str) -> Vec<(BlockKind, &str)> {
        blocks(text)
            .into_iter()
            .map(|block| (block.kind, block.span.slice(text).unwrap()))
            .collect()
    }

    #[test]
    fn one_line_a_paragraph_with_headings_between() {
        use BlockKind::{Body, Heading};
        let text = "The Mayor’s New Bridge\n\nThe bridge opened on Monday. It cost $4 million, the town said.\n\
                    Who Paid for It\nThe county paid half of the sum, according to the minutes of May 2019.\r\n";
        assert_eq!(
            told(text),
            [
                (Heading, "The Mayor’s New Bridge"),
                (
                    Body,
                    "The bridge opened on Monday. It cost $4 million, the town said."
                ),
                (Heading, "Who Paid for It"),
                (
                    Body,
                    "The county paid half of the sum, according to the minutes of May 2019."
                ),
            ]
        );
    }

    #[test]
    fn hard_wrapped_lines_are_one_paragraph() {
        let text = "The council met on Tuesday evening to hear the engineer's\n\
                    report about the bridge over the river, which had been\n\
                    closed since March.\n\nA vote follows in June, when the full council meets for\nthe budget.\n";
        let kinds = told(text);
        assert_eq!(kinds.len(), 2, "{kinds:?}");
        assert!(kinds[0].1.ends_with("since March."));
    }

    #[test]
    fn lists_and_quotations_are_told_apart() {
        use BlockKind::{Item, Quotation};
        let text = "- 12 new trams\n- 3 depots\n1. A vote in May\n> We never saw the bill.\n";
        let kinds: Vec<BlockKind> = blocks(text).iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [Item, Item, Item, Quotation]);
    }

    #[test]
    fn what_a_web_page_leaves_behind_is_furniture() {
        let text = "The bridge opened on Monday, and the mayor cut a ribbon before the crowd\n\
                    Table of Contents\nTen Soups for a Cold Evening – kitchenpage";
        let kinds: Vec<BlockKind> = blocks(text).iter().map(|block| block.kind).collect();
        assert_eq!(
            kinds,
            [
                BlockKind::Body,
                BlockKind::Boilerplate,
                BlockKind::Boilerplate
            ]
        );
    }

    #[test]
    fn a_wrapped_line_full_of_names_is_no_heading() {
        let text = "Members of the council in the city of Upper Lindenau and\n\
                    Mayor Ana Vega Met Minister Carl Roth in Lower Altdorf to\n\
                    - so the minutes say - talk about the price of the bridge.\n";
        let kinds: Vec<BlockKind> = blocks(text).iter().map(|block| block.kind).collect();
        assert_eq!(kinds, [BlockKind::Body]);
    }

    #[test]
    fn statements_that_begin_like_furniture_stay() {
        for line in [
            "Subscribers left in 2019: the paper lost four in ten of them.",
            "Copyright law changed in 1998, when the term grew by 20 years.",
            "Advertisement spending fell by 4 percent.",
            "The bridge cost – in the words of the mayor – a fortune",
        ] {
            let text = format!("The council met on Monday and heard the report.\n{line}\n");
            assert!(
                blocks(&text)
                    .iter()
                    .all(|block| block.kind == BlockKind::Body),
                "{line}"
            );
        }
    }

    #[test]
    fn a_table_of_contents_before_the_article_hides_nothing_of_it() {
        let text = "Table of Contents\nThe Bridge\nIt cost $4 million.\nNobody paid.\n";
        let kinds: Vec<BlockKind> = blocks(text).iter().map(|block| block.kind).collect();
        assert_eq!(
            kinds,
            [
                BlockKind::Boilerplate,
                BlockKind::Heading,
                BlockKind::Body,
                BlockKind::Body
            ]
        );
    }

    #[test]
    fn a_text_of_one_line_is_no_heading() {
        assert_eq!(
            told("Unemployment rose in May 2019"),
            [(BlockKind::Body, "Unemployment rose in May 2019")]
        );
    }

    proptest! {
        #[test]
        fn blocks_lie_in_order_on_whole_characters(text in "(?s).{0,300}") {
            let mut end = 0;
            for block in blocks(&text) {
                prop_assert!(block.span.start >= end);
                let words = block.span.slice(&text).expect("on character boundaries");
                prop_assert!(!words.is_empty());
                prop_assert_eq!(words.trim(), words);
                end = block.span.end;
            }
        }
    }
}
