//! Revisions and their differences for eyes.

use super::Shown;
use super::claim::candidate_rows;
use super::page::Page;
use super::table::Cell;
use crate::desk::{ArticleDiff, Move, Revised};
use crate::model::article::Revision;
use crate::model::revision::Piece;

impl Shown for Revision {
    fn show(&self, page: &mut Page) {
        page.title(&format!(
            "Article {}, revision {}",
            self.article, self.number
        ));
        page.maybe("file", self.file_name.as_ref());
        page.fact("type", format!("{}, {}", self.media_type, self.encoding));
        page.fact("SHA-256", &self.original_sha256);
        page.moment("added", self.created_at);
        page.section("Text");
        for paragraph in self.text.split("\n\n") {
            page.paragraph(&one_line(paragraph));
        }
    }
}

impl Shown for Revised {
    fn show(&self, page: &mut Page) {
        let verb = if self.dry_run { "would be" } else { "is" };
        page.title(&format!(
            "Article {} {verb} at revision {}",
            self.article.id, self.article.revision
        ));
        for (outcome, count) in &self.outcomes {
            page.fact(outcome, count);
        }
        page.fact("newly offered", self.offered);
        show_moves("Claim", &self.moves, page);
        show_moves("Flag", &self.flag_moves, page);
    }
}

fn show_moves<Id: std::fmt::Display>(what: &str, moves: &[Move<Id>], page: &mut Page) {
    for moved in moves {
        let stale = if moved.stale {
            ", its verdict is stale"
        } else {
            ""
        };
        page.section(&format!("{what} {} {}{stale}", moved.id, moved.outcome));
        if moved.diff.is_empty() {
            page.paragraph(&one_line(&moved.words));
        } else {
            page.paragraph(&marked(&moved.diff));
        }
        if !moved.candidates.is_empty() {
            page.rows_in(candidate_rows(&moved.candidates));
        }
    }
}

impl Shown for ArticleDiff {
    fn show(&self, page: &mut Page) {
        page.title(&format!(
            "Article {}, revision {} to {}",
            self.article, self.from, self.to
        ));
        if self.hunks.is_empty() {
            page.paragraph("No word was changed.");
        }
        for hunk in &self.hunks {
            let claims: Vec<String> = hunk.claims.iter().map(ToString::to_string).collect();
            let touches = match claims.as_slice() {
                [] => String::new(),
                [one] => format!(", touches claim {one}"),
                several => format!(", touches claims {}", several.join(", ")),
            };
            page.section(&format!("At character {}{touches}", hunk.start));
            page.rows_in(vec![vec![Cell::text(marked(&hunk.pieces))]]);
        }
    }
}

/// Words that went as `[-words-]`, words that came as `{+words+}`, as wdiff
/// marks them.
pub(super) fn marked(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        let (begin, words, end) = match piece {
            Piece::Kept(words) => ("", words, ""),
            Piece::Removed(words) => ("[-", words, "-]"),
            Piece::Added(words) => ("{+", words, "+}"),
        };
        text.push_str(begin);
        text.push_str(words);
        text.push_str(end);
    }
    one_line(&text)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
