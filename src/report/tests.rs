//! What every document has to hold, shown on a small report.

use std::collections::BTreeSet;

use super::{ReportFormat, sample};
use crate::model::scale::Tone;

/// Text as nobody should hand it in.
const HOSTILE: &str = "\"'></a><script>alert(1)</script><img src=x onerror=alert(1)>{{ 1 }}&amp;";

const ALL: [ReportFormat; 6] = [
    ReportFormat::Html,
    ReportFormat::Markdown,
    ReportFormat::Text,
    ReportFormat::Corrections,
    ReportFormat::Csv,
    ReportFormat::Json,
];

fn page() -> String {
    sample::written(ReportFormat::Html, &sample::report(str::to_owned))
}

/// The values of an attribute, in order.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let begin = format!(" {attribute}=\"");
    page.split(begin.as_str())
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

/// The names of the tags, in order.
fn tags(page: &str) -> Vec<&str> {
    page.split('<')
        .skip(1)
        .map(|rest| {
            rest.split(|c: char| !c.is_ascii_alphanumeric() && !"/!".contains(c))
                .next()
                .unwrap_or_default()
        })
        .collect()
}

#[test]
fn claims_are_marked_in_place_by_colour_and_in_words() {
    let page = page();
    assert!(page.contains("<mark class=\"bad\">The bridge opened in </mark>"));
    assert!(page.contains("✗ </span>False · 12</a>"));
    assert!(page.contains("<mark class=\"unrated\">It cost two million crowns.</mark>"));
}

#[test]
fn the_shorter_of_two_claims_gives_its_words_their_colour() {
    assert!(page().contains("<mark class=\"good\">is 212 metres long</mark>"));
}

#[test]
fn every_link_within_the_page_leads_somewhere_and_no_place_is_there_twice() {
    for report in [sample::report(str::to_owned), sample::bare()] {
        let page = sample::written(ReportFormat::Html, &report);
        let ids = values(&page, "id");
        let places: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), places.len(), "{ids:?}");
        for link in values(&page, "href")
            .iter()
            .filter_map(|link| link.strip_prefix('#'))
        {
            assert!(places.contains(link), "nothing is at #{link}");
        }
        for name in values(&page, "aria-labelledby") {
            assert!(places.contains(name), "nothing is named {name}");
        }
    }
}

#[test]
fn the_page_loads_nothing_and_runs_nothing() {
    let page = page();
    assert!(page.contains("default-src 'none'"));
    for loading in [
        " src=", "url(", "@import", "<script", "<iframe", "<object", " action=",
    ] {
        assert!(!page.contains(loading), "{loading}");
    }
    assert_eq!(
        tags(&page).iter().filter(|tag| **tag == "link").count(),
        1,
        "only the empty icon"
    );
}

#[test]
fn text_from_the_desk_never_becomes_markup() {
    let plain = sample::written(ReportFormat::Html, &sample::report(|_| "plain".to_owned()));
    let hostile = sample::written(ReportFormat::Html, &sample::report(|_| HOSTILE.to_owned()));
    assert_eq!(tags(&plain), tags(&hostile));
}

#[test]
fn addresses_that_are_not_of_the_web_are_shown_and_not_linked() {
    let script = |_: &str| "javascript:alert(1)".to_owned();
    let page = sample::written(ReportFormat::Html, &sample::report(script));
    assert!(page.contains("<span class=\"address\">javascript:alert(1)</span>"));
    assert!(
        values(&page, "href")
            .iter()
            .all(|link| !link.contains("javascript"))
    );
    let text = sample::written(ReportFormat::Markdown, &sample::report(script));
    assert!(!text.contains("](<javascript"));
}

#[test]
fn html_in_texts_is_not_html_in_markdown() {
    let text = sample::written(
        ReportFormat::Markdown,
        &sample::report(|_| HOSTILE.to_owned()),
    );
    let html = |event: &pulldown_cmark::Event<'_>| {
        matches!(
            event,
            pulldown_cmark::Event::Html(_) | pulldown_cmark::Event::InlineHtml(_)
        )
    };
    assert!(!pulldown_cmark::Parser::new(&text).any(|event| html(&event)));
}

#[test]
fn dissent_and_replaced_verdicts_stay_visible() {
    let page = page();
    assert!(page.contains("Dissent: ✓ True"));
    assert!(page.contains("Earlier verdicts (1)"));
    let text = sample::written(ReportFormat::Markdown, &sample::report(str::to_owned));
    assert!(text.contains("Dissent: **✓ True**, ben"));
    assert!(text.contains("Replaced since: **✓ True**, ana"));
}

#[test]
fn an_article_without_findings_has_a_report_too() {
    for format in [ReportFormat::Html, ReportFormat::Markdown] {
        let document = sample::written(format, &sample::bare());
        assert!(document.contains("No claim of this article has a verdict yet."));
        assert!(document.contains("No source has been cited yet."));
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    for format in ALL {
        let once = sample::written(format, &sample::report(str::to_owned));
        assert_eq!(
            once,
            sample::written(format, &sample::report(str::to_owned))
        );
        assert!(once.ends_with('\n'));
    }
}

#[test]
fn json_holds_the_same_content() {
    let json = sample::written(ReportFormat::Json, &sample::report(str::to_owned));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["article"]["title"], "The Bridge of Lipa");
    assert_eq!(json["claims"][0]["rating"], "false");
    assert_eq!(
        json["claims"][0]["verdicts"][2]["evidence"][0]["stance"],
        "refutes"
    );
    assert_eq!(
        json["flags"][0]["message"],
        "The plaque on the bridge says 1932."
    );
    assert_eq!(json["sources"][1]["id"], 7);
}

#[test]
fn markdown_reads_like_a_report() {
    insta::assert_snapshot!(sample::written(
        ReportFormat::Markdown,
        &sample::report(str::to_owned)
    ));
}

#[test]
fn plain_text_reads_like_a_mail() {
    insta::assert_snapshot!(sample::written(
        ReportFormat::Text,
        &sample::report(str::to_owned)
    ));
}

#[test]
fn corrections_are_what_must_change_and_nothing_else() {
    insta::assert_snapshot!(sample::written(
        ReportFormat::Corrections,
        &sample::report(str::to_owned)
    ));
    let bare = sample::written(ReportFormat::Corrections, &sample::bare());
    assert!(bare.contains("Nothing that was judged has to change."));
}

#[test]
fn corrections_name_what_a_rating_leaves_open() {
    let mut report = sample::report(str::to_owned);
    for claim in &mut report.claims {
        let rated = claim.claim.rating_tone.is_some();
        claim.claim.rating_tone = rated.then_some(Tone::Neutral);
        for verdict in &mut claim.verdicts {
            verdict.correction = None;
        }
    }
    let text = sample::written(ReportFormat::Corrections, &report);
    let list = text.split("Not in this list").nth(1).unwrap();
    let open = report
        .claims
        .iter()
        .filter(|claim| claim.rating().is_some());
    assert!(open.clone().count() > 0);
    for claim in open {
        assert!(
            list.contains(&format!("claim {} (", claim.claim.id)),
            "{list}"
        );
    }
}

#[test]
fn plain_text_is_narrow_and_shows_what_would_act() {
    let hostile =
        |_: &str| "\u{1b}[31m\u{202e}a\u{2067}b\r\n.\n\u{7}=1+1 `x` **y** <b> | z".to_owned();
    for format in [ReportFormat::Text, ReportFormat::Corrections] {
        let text = sample::written(format, &sample::report(hostile));
        let acts = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!text.contains(acts));
        assert!(text.contains("[U+202E]"));
        let wide = |line: &&str| textwrap::core::display_width(line) > 72 && !line.contains("://");
        assert_eq!(text.lines().find(wide), None);
    }
}

#[test]
fn csv_has_a_row_for_each_claim_and_no_formula() {
    let formula = |_: &str| "=HYPERLINK(\"https://example.org\",\"x\")\n, y".to_owned();
    for text in [&formula as &dyn Fn(&str) -> String, &str::to_owned] {
        let table = sample::written(ReportFormat::Csv, &sample::report(text));
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let width = reader.headers().unwrap().len();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 3);
        for cell in rows.iter().flatten() {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell}"
            );
        }
        assert!(rows.iter().all(|row| row.len() == width));
    }
}
