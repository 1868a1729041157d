//! Web pages: the article in them, without what surrounds it. Scripts are
//! never run, and nothing that a page refers to is loaded.

mod details;
mod markup;
mod notes;
mod notices;
mod scholarly;
mod walk;

use std::borrow::Cow;

use dom_query::Document as Page;
use dom_smoothie::{Config, Readability};

use super::encoding::{Decoded, decode};
use super::limits::{MAX_DEPTH, MAX_ELEMENTS};
use super::{Document, IngestError, Reader};
use notes::FootnoteTexts;
use walk::Walk;

/// Elements with what no page shows as its own words.
const NOT_SHOWN: &str = "script:not([type='application/ld+json']), style, noscript, template";

/// What stands around an article, where the page itself says so.
const AROUND: &str = "nav, header, footer, aside, form, [hidden], [role='navigation'], \
    [role='banner'], [role='contentinfo'], [role='dialog'], [aria-hidden='true']";

/// The part of a page's words that the article must hold, for what was found
/// to be taken for the article: a thousandth.
const LEAST_SHARE: usize = 1000;

/// Reads web pages.
#[derive(Debug)]
pub(super) struct Html;

impl Reader for Html {
    fn media_type(&self) -> &'static str {
        "text/html"
    }

    fn read(&self, bytes: &[u8]) -> Result<Document, IngestError> {
        let decoded = page(bytes)?;
        let mut document = read_html(&decoded.text)?;
        document.encoding = decoded.encoding;
        Ok(document)
    }
}

fn page(bytes: &[u8]) -> Result<Decoded<'_>, IngestError> {
    decode(bytes, markup::charset(bytes).as_deref())
}

/// The markup of a page, in the encoding that it declares or that its bytes look
/// like.
pub fn page_text(bytes: &[u8]) -> Result<Cow<'_, str>, IngestError> {
    Ok(page(bytes)?.text)
}

/// The article of a page that is text already.
pub(super) fn read_html(html: &str) -> Result<Document, IngestError> {
    markup::check_size(html)?;
    let page = Page::from(html);
    let (details, heading) = details::details(&page);
    let address = details.url.clone();
    let footnotes = FootnoteTexts::of(&page);
    page.select(NOT_SHOWN).remove();
    notices::remove_notices(&page);
    let article = main_part(&page);
    let mut walk = Walk::new(footnotes, address.as_deref());
    if let Some(heading) = heading {
        walk.heading_first(&heading)?;
    }
    walk.over(&article.root())?;
    let mut document = walk.finish()?;
    document.details = details;
    Ok(document)
}

/// All the text that a page shows, and the numbers by which it says that it is
/// known anywhere.
pub(super) fn whole_page(bytes: &[u8]) -> Result<(String, Vec<String>), IngestError> {
    let decoded = decode(bytes, markup::charset(bytes).as_deref())?;
    let text = read_fragment(&decoded.text)?.text;
    let identifiers = scholarly::identifiers(&Page::from(&*decoded.text));
    Ok((text, identifiers))
}

/// All that a piece of a page shows.
pub(super) fn read_fragment(html: &str) -> Result<Document, IngestError> {
    markup::check_size(html)?;
    let page = Page::from(html);
    let footnotes = FootnoteTexts::of(&page);
    page.select(NOT_SHOWN).remove();
    let mut walk = Walk::new(footnotes, None);
    walk.over(&page.root())?;
    walk.finish()
}

/// The part of a page that is its article; the whole body, without what says
/// that it is navigation and the like, where no part stands out.
fn main_part(page: &Page) -> Page {
    let config = Config {
        disable_json_ld: true,
        max_elements_to_parse: MAX_ELEMENTS,
        ..Config::default()
    };
    let words = |page: &Page| page.select("body").text().split_whitespace().count();
    let all = words(page);
    let found = Readability::with_document(page.clone(), None, Some(config))
        .and_then(|mut readability| readability.parse());
    if let Ok(article) = found {
        let part = Page::from(article.content);
        if words(&part) * LEAST_SHARE > all {
            return part;
        }
    }
    let body = page.clone();
    body.select(AROUND).remove();
    if words(&body) == 0 {
        page.clone()
    } else {
        body
    }
}

/// The error that a page goes too deep.
fn too_deep() -> IngestError {
    IngestError::OverLimit {
        what: "levels of elements",
        most: MAX_DEPTH as u64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::BlockKind;

    const PAGE: &[u8] = include_bytes!("../../../tests/articles/page.html");

    fn words_of(document: &Document, kind: BlockKind) -> Vec<&str> {
        let blocks = document.blocks.iter().filter(|block| block.kind == kind);
        blocks
            .filter_map(|block| block.span.slice(&document.text))
            .collect()
    }

    #[test]
    fn the_article_is_read_without_what_surrounds_it() {
        let document = Html.read(PAGE).unwrap();
        for left_out in [
            "Home",
            "812 partners",
            "Accept all",
            "Ten walks",
            "All rights reserved",
            "Never this",
        ] {
            assert!(!document.text.contains(left_out), "{left_out}");
        }
        assert_eq!(document.encoding, "windows-1252");
        assert_eq!(
            words_of(&document, BlockKind::Heading),
            ["Tram line 4 opens late, and over budget", "What was built"]
        );
        assert_eq!(words_of(&document, BlockKind::Item).len(), 3);
        assert_eq!(
            words_of(&document, BlockKind::Quotation),
            ["Nobody who rides it will ask what it cost."]
        );
        assert_eq!(
            words_of(&document, BlockKind::Cell),
            ["2023", "2024", "2025", "96", "154", "162"]
        );
        assert!(
            document
                .text
                .ends_with("the café owners along the route don’t believe.")
        );
    }

    #[test]
    fn the_page_tells_of_its_article() {
        let details = Html.read(PAGE).unwrap().details;
        assert_eq!(details.title, "Tram line 4 opens late, and over budget");
        assert_eq!(details.author.as_deref(), Some("Ines Varga, Tom Reilly"));
        assert_eq!(details.publisher.as_deref(), Some("Harbour Post Ltd"));
        assert_eq!(
            details.url.as_deref(),
            Some("https://post.example/2026/03/tram-line-4")
        );
        assert_eq!(
            details.published.map(String::from).as_deref(),
            Some("2026-03-04")
        );
        assert_eq!(details.language.as_deref(), Some("en-GB"));
    }

    #[test]
    fn without_linked_data_the_elements_tell() {
        let page = "<html><head><title>T | Post</title><meta name=author content='V. Holm'>\
            <meta property=article:published_time content='2026-03-01T09:00:00Z'></head>\
            <body><h1>The  bridge</h1><p>It opened in 1931.</p></body></html>";
        let details = read_html(page).unwrap().details;
        assert_eq!(details.title, "The bridge");
        assert_eq!(details.author.as_deref(), Some("V. Holm"));
        assert_eq!(
            details.published.map(String::from).as_deref(),
            Some("2026-03-01")
        );
    }

    #[test]
    fn links_and_footnotes_hang_on_their_words() {
        let document = Html.read(PAGE).unwrap();
        let notes: Vec<(&str, Option<&str>)> = document
            .notes
            .iter()
            .map(|note| {
                let words = note.span.slice(&document.text).unwrap();
                (words, note.url.as_deref())
            })
            .collect();
        assert_eq!(
            notes,
            [
                (
                    "its decision of May 2019",
                    Some("https://post.example/2019/05/council-votes")
                ),
                ("", Some("https://transport.example/accounts/line4")),
                (
                    "report for 2025",
                    Some("https://transport.example/reports/2025.pdf")
                ),
            ]
        );
        assert!(
            document.notes[1]
                .text
                .starts_with("Transport authority, final account")
        );
        assert!(!document.notes[1].text.contains("back"));
    }

    #[test]
    fn a_page_without_an_article_gives_all_that_it_shows() {
        let document =
            read_html("<p>The bridge opened in 1931.<br>It stands.<br><br>Still.").unwrap();
        assert_eq!(
            document.text,
            "The bridge opened in 1931. It stands.\n\nStill."
        );
        assert!(matches!(
            read_html("<html><body><script>1</script></body></html>"),
            Err(IngestError::Empty)
        ));
    }

    #[test]
    fn notices_and_struck_words_are_left_out_and_raised_figures_stay_raised() {
        let paragraphs = "<p>The tram opened in May, and the town council paid for all of it, as it had said it would.</p>".repeat(12);
        let page = format!(
            "<html><body class='has-sidebar'><div id='onetrust-consent-sdk'><p>We value your privacy and use 12 cookies.</p></div>\
             <article>{paragraphs}<div class='ad-slot'>Save 50% today</div>\
             <p>It took <s>$7</s> $8 and 10<sup>6</sup> bolts, the 1<sup>st</sup> such line.</p>\
             <div class=newsletter-signup>Sign up for our letter</div></article>\
             <div class='sidebar'>Most read: Man dies aged 110</div></body></html>"
        );
        let text = read_html(&page).unwrap().text;
        assert!(
            text.contains("It took $8 and 10⁶ bolts, the 1st such line."),
            "{text}"
        );
        for notice in ["privacy", "Save 50%", "Sign up", "Most read"] {
            assert!(!text.contains(notice), "{notice}: {text}");
        }
    }

    #[test]
    fn hostile_pages_are_refused() {
        for page in [
            "<div>".repeat(100_000),
            "<b><i><p>".repeat(100_000),
            "<br>".repeat(300_000),
        ] {
            assert!(matches!(
                read_html(&page),
                Err(IngestError::OverLimit { .. })
            ));
        }
    }
}
