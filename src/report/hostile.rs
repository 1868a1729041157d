//! A desk full of what nobody should hand in, through every writer: the
//! documents are read again the way their readers read them.

use std::collections::BTreeSet;

use dom_query::{Document, NodeRef};
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::content::ArticleReport;
use super::{ReportFormat, sample};

/// Texts that try to be more than texts.
const PAYLOADS: &[&str] = &[
    "\"'></a><script>alert(1)</script><img src=x onerror=alert(1)>{{ 1 }}&amp;&lt;",
    "</style></title></textarea></svg><svg onload=alert(1)><style>*{display:none}",
    "<!--<script> --!> <iframe srcdoc='<script>x</script>'></iframe>",
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)//https://example.org",
    "data:text/html,<script>alert(1)</script>",
    "[a](javascript:alert(1)) ![b](https://example.org/b.png) <javascript:alert(1)>",
    "[a]\n\n[a]: javascript:alert(1)\n\n# heading\n---\n> quote\n1. one\n- [ ] task",
    "| a | b |\n| --- | --- |\n| `c` | ~~d~~ |\n\n```\ncode\n<b>x</b>",
    "a\rb\r\r# c\r[d]: javascript:x",
    "=HYPERLINK(\"https://example.org\";\"x\")",
    "+1-1@SUM(A1)",
    "\t=1+1",
    "\u{202e}gnp.exe\u{202d} \u{2066}x\u{2069} \u{2067}y",
    "\u{1b}[31mred\u{7}\u{0}\u{9b}2J\u{85}\u{2028}next",
    "\u{feff}\u{200b}\u{fffd}\u{e0041}",
];

/// Elements that the templates write, and those that Markdown of a rationale
/// can become.
const ELEMENTS: &[&str] = &[
    "html",
    "head",
    "meta",
    "link",
    "title",
    "style",
    "body",
    "a",
    "header",
    "p",
    "h1",
    "span",
    "div",
    "nav",
    "ol",
    "ul",
    "li",
    "main",
    "section",
    "h2",
    "h3",
    "h4",
    "b",
    "figure",
    "svg",
    "text",
    "rect",
    "figcaption",
    "details",
    "summary",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "q",
    "cite",
    "article",
    "blockquote",
    "mark",
    "form",
    "fieldset",
    "legend",
    "label",
    "input",
    "button",
    "time",
    "ins",
    "footer",
    "dl",
    "dt",
    "dd",
    "code",
];

/// What a rationale's own Markdown can become besides.
const IN_RATIONALES: &[&str] = &["h5", "em", "strong", "del", "pre", "hr", "br"];

const ATTRIBUTES: &[&str] = &[
    "lang",
    "dir",
    "charset",
    "name",
    "content",
    "http-equiv",
    "rel",
    "href",
    "class",
    "id",
    "tabindex",
    "aria-label",
    "aria-labelledby",
    "aria-hidden",
    "role",
    "width",
    "height",
    "x",
    "y",
    "rx",
    "text-anchor",
    "scope",
    "type",
    "autocomplete",
    "data-of",
    "datetime",
    "value",
    "start",
    "color",
];

fn report(payload: &str) -> ArticleReport {
    sample::report(|_| payload.to_owned())
}

fn is_in_rationale(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None)
        .any(|parent| parent.has_class("rationale"))
}

/// The elements of a page with the names of their attributes, in order, without
/// those that a rationale's Markdown became.
fn skeleton(page: &str) -> Vec<String> {
    let document = Document::from(page);
    let everything = document.select("*");
    let own = everything
        .nodes()
        .iter()
        .filter(|node| !is_in_rationale(node));
    own.map(|node| {
        let attributes: Vec<String> = node
            .attrs()
            .iter()
            .map(|attribute| attribute.name.local.to_string())
            .collect();
        format!(
            "{} {}",
            node.node_name().unwrap_or_default(),
            attributes.join(" ")
        )
    })
    .collect()
}

#[test]
fn no_element_and_no_attribute_is_there_that_no_template_wrote() {
    for payload in PAYLOADS {
        let page = sample::written(ReportFormat::Html, &report(payload));
        let document = Document::from(page.as_str());
        for node in document.select("*").nodes() {
            let name = node.node_name().unwrap_or_default().to_string();
            let own = ELEMENTS.contains(&name.as_str());
            let by_markdown = IN_RATIONALES.contains(&name.as_str()) && is_in_rationale(node);
            assert!(own || by_markdown, "<{name}> by {payload:?}");
            for attribute in node.attrs() {
                let name = attribute.name.local.to_string();
                assert!(
                    ATTRIBUTES.contains(&name.as_str()),
                    "{name}= by {payload:?}"
                );
                if name == "href" {
                    let begins = ["#", "https://", "http://", "mailto:", "data:,"];
                    let known = begins
                        .iter()
                        .any(|scheme| attribute.value.starts_with(scheme));
                    assert!(known, "{} by {payload:?}", attribute.value);
                }
            }
        }
    }
}

#[test]
fn every_payload_leaves_the_page_as_it_is() {
    let plain = skeleton(&sample::written(ReportFormat::Html, &report("plain")));
    for payload in PAYLOADS {
        // What is no address of the web is shown instead of linked, so that the
        // page differs there and only there.
        let page = skeleton(&sample::written(ReportFormat::Html, &report(payload)));
        assert_eq!(page, plain, "{payload:?}");
    }
}

#[test]
fn a_house_and_its_parts_are_words_too() {
    for payload in PAYLOADS {
        let mut report = report(payload);
        report.look.title = Some((*payload).to_owned());
        let part = "<address>{{ title }} {{ report_title }} {{ author }}</address>".to_owned();
        report.look.parts.add("footer.html", part).unwrap();
        let page = sample::written(ReportFormat::Html, &report);
        let document = Document::from(page.as_str());
        assert_eq!(document.select("address").length(), 1);
        assert_eq!(
            document.select("address *, script, img, iframe").length(),
            0,
            "{payload:?}"
        );
    }
}

#[test]
fn markdown_shows_no_markup_and_leads_nowhere_else() {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    for payload in PAYLOADS {
        let text = sample::written(ReportFormat::Markdown, &report(payload));
        for event in Parser::new_ext(&text, options) {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => panic!("{html} by {payload:?}"),
                Event::Start(Tag::Image { dest_url, .. }) => panic!("{dest_url} by {payload:?}"),
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let begins = ["#", "https://", "http://", "mailto:"];
                    let known = begins.iter().any(|scheme| dest_url.starts_with(scheme));
                    assert!(known, "{dest_url} by {payload:?}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn the_headings_of_markdown_are_those_of_the_report() {
    let headings = |payload: &str| {
        let text = sample::written(ReportFormat::Markdown, &report(payload));
        let mut depth = 0_usize;
        let mut count = 0_usize;
        for event in Parser::new(&text) {
            match event {
                Event::Start(Tag::BlockQuote(_)) => depth += 1,
                Event::End(pulldown_cmark::TagEnd::BlockQuote(_)) => depth -= 1,
                Event::Start(Tag::Heading { .. }) if depth == 0 => count += 1,
                _ => {}
            }
        }
        count
    };
    let plain = headings("plain");
    for payload in PAYLOADS {
        assert_eq!(headings(payload), plain, "{payload:?}");
    }
}

#[test]
fn no_document_holds_what_acts_on_a_screen() {
    let acts = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t' | '\r')) || matches!(c, '\u{202d}' | '\u{202e}')
    };
    for payload in PAYLOADS {
        for format in [
            ReportFormat::Html,
            ReportFormat::Markdown,
            ReportFormat::Text,
            ReportFormat::Corrections,
        ] {
            let text = sample::written(format, &report(payload));
            assert!(!text.contains(acts), "{format:?} of {payload:?}");
        }
        let strict = |c: char| matches!(c, '\t' | '\r' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}');
        for format in [ReportFormat::Text, ReportFormat::Corrections] {
            let text = sample::written(format, &report(payload));
            assert!(!text.contains(strict), "{format:?} of {payload:?}");
        }
    }
}

#[test]
fn no_cell_is_a_formula_and_every_text_comes_back() {
    for payload in PAYLOADS {
        let table = sample::written(ReportFormat::Csv, &report(payload));
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let names = reader.headers().unwrap().clone();
        let title = names.iter().position(|name| name == "title").unwrap();
        let mut seen = BTreeSet::new();
        for row in reader.records() {
            let row = row.unwrap();
            assert!(
                row.iter()
                    .all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r']))
            );
            seen.insert(row[title].to_owned());
        }
        let came = seen.first().unwrap();
        assert_eq!(came.strip_prefix('\'').unwrap_or(came), *payload);
    }
}

#[test]
fn json_says_just_what_was_said() {
    for payload in PAYLOADS {
        let json = sample::written(ReportFormat::Json, &report(payload));
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["article"]["title"], *payload);
    }
}
