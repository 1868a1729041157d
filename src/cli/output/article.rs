//! Articles for eyes.

use super::page::Page;
use super::table::Cell;
use super::{Listed, Shown};
use crate::desk::{ArticleAdded, ArticleDetail, ArticleEdited};
use crate::model::article::Article;

impl Listed for Article {
    const COLUMNS: &'static [&'static str] = &[
        "article",
        "title",
        "publisher",
        "published",
        "claims",
        "judged",
        "open flags",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::number(self.id),
            Cell::short(&self.details.title),
            Cell::maybe(self.details.publisher.as_ref()),
            Cell::maybe(self.details.published.as_ref()),
            Cell::number(self.claims),
            Cell::number(self.judged),
            Cell::number(self.open_flags),
        ]
    }
}

impl Shown for Article {
    fn show(&self, page: &mut Page) {
        page.title(&format!("Article {}: {}", self.id, self.details.title));
        page.maybe("author", self.details.author.as_ref());
        page.maybe("publisher", self.details.publisher.as_ref());
        page.maybe("published", self.details.published.as_ref());
        page.maybe("address", self.details.url.as_ref());
        page.maybe("language", self.details.language.as_ref());
        page.fact(
            "claims",
            format!("{}, {} with a verdict", self.claims, self.judged),
        );
        page.fact("open flags", self.open_flags);
        page.moment("added", self.created_at);
    }
}

impl Listed for ArticleAdded {
    const COLUMNS: &'static [&'static str] = Article::COLUMNS;

    fn cells(&self) -> Vec<Cell> {
        self.article.cells()
    }
}

impl Shown for ArticleAdded {
    fn show(&self, page: &mut Page) {
        self.article.show(page);
    }
}

impl Shown for ArticleEdited {
    fn show(&self, page: &mut Page) {
        self.article.show(page);
    }
}

impl Shown for ArticleDetail {
    fn show(&self, page: &mut Page) {
        self.article.show(page);
        for revision in &self.revisions {
            page.section(&format!("Revision {}", revision.number));
            page.maybe("file", revision.file_name.as_ref());
            page.fact(
                "type",
                format!("{}, {}", revision.media_type, revision.encoding),
            );
            page.fact(
                "size",
                format!(
                    "{} bytes, {} characters",
                    revision.bytes, revision.characters
                ),
            );
            page.fact("SHA-256", &revision.original_sha256);
        }
    }
}
