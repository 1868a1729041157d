//! Where words stand in an article, as an editor looks them up: page,
//! paragraph, line.

use super::content::ArticleReport;
use crate::model::text::{BlockKind, Span};
use crate::text::lines::Lines;

/// An article's text, made ready to be looked up in.
pub(super) struct Places<'a> {
    report: &'a ArticleReport,
    lines: Lines<'a>,
    /// The number of each block among those that are no headings.
    paragraphs: Vec<usize>,
}

impl<'a> Places<'a> {
    pub(super) fn new(report: &'a ArticleReport) -> Self {
        let mut number = 0;
        let paragraphs = report.blocks.iter().map(|block| {
            number += usize::from(block.kind != BlockKind::Heading);
            number
        });
        Self {
            report,
            lines: Lines::new(&report.text),
            paragraphs: paragraphs.collect(),
        }
    }

    /// The place of words, such as `page 4, paragraph 12, line 31`. Lines are
    /// those of the text as `article export-text` gives it.
    pub(super) fn of(&self, words: Span) -> String {
        let page = self
            .report
            .pages
            .iter()
            .rev()
            .find(|page| page.span.start <= words.start)
            .map(|page| format!("page {}", page.number));
        let blocks = self.report.blocks.iter().zip(&self.paragraphs);
        let block = blocks
            .filter(|(block, _)| block.span.overlaps(words))
            .map(|(block, number)| match block.kind {
                BlockKind::Heading => "heading".to_owned(),
                _ => format!("paragraph {number}"),
            })
            .next();
        let line = self
            .lines
            .of(words)
            .map(|line| format!("line {}", line.number));
        let parts: Vec<String> = [page, block, line].into_iter().flatten().collect();
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use crate::model::text::Page;

    #[test]
    fn words_have_page_paragraph_and_line() {
        let mut report = sample::report(str::to_owned);
        let of = |report: &ArticleReport, words: &str| {
            let start = report.text.find(words).unwrap();
            Places::new(report).of(Span::new(start, start + words.len()))
        };
        assert_eq!(of(&report, "The Bridge of Lipa"), "heading, line 1");
        assert_eq!(of(&report, "It cost"), "paragraph 1, line 3");
        assert_eq!(of(&report, "summer guide"), "paragraph 2, line 5");
        report.pages = vec![
            Page {
                number: 7,
                span: Span::new(0, 30),
            },
            Page {
                number: 8,
                span: Span::new(30, report.text.len()),
            },
        ];
        assert_eq!(of(&report, "The Bridge of Lipa"), "page 7, heading, line 1");
        assert_eq!(of(&report, "It cost"), "page 8, paragraph 1, line 3");
    }
}
