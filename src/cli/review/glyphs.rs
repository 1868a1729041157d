//! Text as cells of a terminal: made safe, measured, and broken into rows.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::cli::output::safe_piece;

/// What a tab is shown as.
const TAB: &str = "    ";

/// What a reader takes for one character, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Glyph<'t> {
    /// Where it stands in the text, in bytes; a sign stands where what it marks begins.
    pub(super) at: usize,
    /// What is shown of it.
    pub(super) shown: Cow<'t, str>,
    /// How many columns it takes.
    pub(super) width: usize,
    /// Which sign it is, where it is not of the text.
    pub(super) sign: Option<usize>,
}

impl Glyph<'_> {
    fn is_space(&self) -> bool {
        self.sign.is_none() && self.shown.chars().all(char::is_whitespace)
    }

    /// Whether a row may end behind it.
    fn may_end_row(&self) -> bool {
        let wide = self.width > 1 && self.sign.is_none();
        wide || self.is_space() || matches!(&*self.shown, "-" | "–" | "—")
    }
}

/// The glyphs of a stretch of a text without the line ends behind it; one within it only
/// parts words.
pub(super) fn glyphs(text: &str, range: Range<usize>) -> Vec<Glyph<'_>> {
    let piece = text.get(range.clone()).unwrap_or_default();
    let piece = piece.trim_end_matches(['\n', '\r']);
    let graphemes = piece.grapheme_indices(true);
    let glyph = |(at, grapheme): (usize, &'_ str)| {
        let at = range.start + at;
        let shown = match grapheme {
            "\t" => Cow::Borrowed(TAB),
            "\n" | "\r" | "\r\n" => Cow::Borrowed(" "),
            _ => safe_piece(text, at..at + grapheme.len()),
        };
        let width = shown.width();
        Glyph {
            at,
            shown,
            width,
            sign: None,
        }
    };
    graphemes.map(glyph).collect()
}

/// Breaks glyphs into rows of at most `width` columns, between words where that can
/// be; there is one row at least. White space at the end of a row may stand out.
pub(super) fn rows(glyphs: &[Glyph<'_>], width: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let (mut start, mut used, mut next_start) = (0, 0, 0);
    for (index, glyph) in glyphs.iter().enumerate() {
        let too_much = used + glyph.width > width && !glyph.is_space();
        if too_much && index > start {
            let end = if next_start > start {
                next_start
            } else {
                index
            };
            rows.push(start..end);
            start = end;
            used = glyphs[start..index].iter().map(|one| one.width).sum();
        }
        used += glyph.width;
        if glyph.may_end_row() {
            next_start = index + 1;
        }
    }
    rows.push(start..glyphs.len());
    rows
}

/// A text broken into rows of at most `width` columns, as it is shown; line ends of
/// the text are kept.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let glyphs = glyphs(text, start..start + line.len());
        start += line.len();
        let shown = rows(&glyphs, width).into_iter().map(|row| {
            let shown: String = glyphs[row].iter().map(|glyph| &*glyph.shown).collect();
            shown.trim_end().to_owned()
        });
        lines.extend(shown);
    }
    lines
}

/// A text that is typed, broken into rows of at most `width` columns, and the row and
/// the column of the cursor, which stands at a byte of the text.
pub(super) fn typed(text: &str, cursor: usize, width: usize) -> (Vec<String>, (usize, usize)) {
    // The cursor may stand behind the last character of a row.
    let width = width.saturating_sub(1).max(1);
    let mut lines = Vec::new();
    let mut place = (0, 0);
    let mut start = 0;
    // A line of its own begins behind a line end, also where nothing follows yet.
    for line in text.split('\n') {
        let all = glyphs(text, start..start + line.len());
        for row in rows(&all, width) {
            let begins = all.get(row.start).map_or(start, |glyph| glyph.at);
            if begins <= cursor {
                let before = all[row.clone()]
                    .iter()
                    .take_while(|glyph| glyph.at < cursor);
                let column: usize = before.map(|glyph| glyph.width).sum();
                place = (lines.len(), column.min(width));
            }
            lines.push(all[row].iter().map(|glyph| &*glyph.shown).collect());
        }
        start += line.len() + 1;
    }
    (lines, place)
}

/// A text on one row of at most `width` columns, cut with an ellipsis.
pub(super) fn cut(text: &str, width: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let all = glyphs(&line, 0..line.len());
    let whole: usize = all.iter().map(|glyph| glyph.width).sum();
    let mut room = if whole > width {
        width.saturating_sub(1)
    } else {
        width
    };
    let mut shown = String::new();
    for glyph in &all {
        if glyph.width > room {
            break;
        }
        room -= glyph.width;
        shown += &glyph.shown;
    }
    if whole > width && width > 0 {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rows_break_between_words_and_long_words_anywhere() {
        assert_eq!(wrapped("the bridge opened", 10), ["the bridge", "opened"]);
        assert_eq!(wrapped("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrapped("one\n\ntwo", 10), ["one", "", "two"]);
        assert_eq!(wrapped("well-known", 6), ["well-", "known"]);
    }

    #[test]
    fn wide_characters_take_two_columns_and_break_anywhere() {
        assert_eq!(wrapped("台湾と中国", 5), ["台湾", "と中", "国"]);
        assert_eq!(wrapped("a👩‍🚀b", 3), ["a👩‍🚀", "b"]);
    }

    #[test]
    fn what_acts_on_a_terminal_is_shown_by_its_code_point() {
        assert_eq!(wrapped("a\x1b[2Jb\tc", 40), ["a\\u{1b}[2Jb    c"]);
        assert_eq!(wrapped("می‌خواهم", 40), ["می‌خواهم"]);
    }

    #[test]
    fn a_cut_text_says_that_it_is_cut() {
        assert_eq!(cut("the bridge\nopened", 12), "the bridge …");
        assert_eq!(cut("the bridge", 10), "the bridge");
        assert_eq!(cut("台湾と", 5), "台湾…");
        assert_eq!(cut("abc", 0), "");
    }

    #[test]
    fn the_cursor_stands_where_the_next_character_comes() {
        assert_eq!(typed("", 0, 10), (vec![String::new()], (0, 0)));
        assert_eq!(typed("ab ", 3, 10).1, (0, 3));
        assert_eq!(typed("台a", 3, 10).1, (0, 2));
        let two = (vec!["ab".to_owned(), String::new()], (1, 0));
        assert_eq!(typed("ab\n", 3, 10), two);
        let (rows, cursor) = typed("the bridge opened", 12, 12);
        assert_eq!(rows, ["the bridge ", "opened"]);
        assert_eq!(cursor, (1, 1));
    }

    proptest! {
        #[test]
        fn rows_hold_every_glyph_once_and_fit(text in any::<String>(), width in 8_usize..40) {
            let all = glyphs(&text, 0..text.len());
            let rows = rows(&all, width);
            let mut next = 0;
            for row in rows {
                prop_assert_eq!(row.start, next);
                next = row.end;
                let words = all[row].iter().rev().skip_while(|glyph| glyph.is_space());
                let words: Vec<usize> = words.map(|glyph| glyph.width).collect();
                prop_assert!(words.len() <= 1 || words.iter().sum::<usize>() <= width);
            }
            prop_assert_eq!(next, all.len());
        }
    }
}
