//! The table beside each rule: texts in which it finds something, with the
//! words marked as ‹these›, and texts that only look so.

use super::reference::References;
use super::{Article, Finding, On, Rule, read, text};
use crate::model::edtf::EdtfDate;
use crate::model::text::Span;
use crate::text::blocks::blocks;

/// The day on which the texts of the tables are published, unless one says
/// otherwise.
pub(super) const DAY: &str = "2025-04-15";

/// Checks a rule against its table, for texts published on [`DAY`].
pub(super) fn check(rule: &'static Rule, finds: &[&str], passes: &[&str]) {
    assert!(finds.len() >= 6 && passes.len() >= 6, "{}", rule.code);
    check_on(Some(DAY), rule, finds, passes);
}

/// Checks a rule against a table of texts of one day, or of none.
pub(super) fn check_on(day: Option<&str>, rule: &'static Rule, finds: &[&str], passes: &[&str]) {
    for marked in finds {
        assert_eq!(
            found(day, rule, &marked.replace(['‹', '›'], "")),
            *marked,
            "{}",
            rule.code
        );
        assert!(marked.contains('‹'), "no words are marked: {marked}");
    }
    for passed in passes {
        assert_eq!(found(day, rule, passed), *passed, "{}", rule.code);
    }
}

/// What a rule says of the first thing that it finds in a text.
pub(super) fn says(rule: &'static Rule, words: &str) -> String {
    findings(Some(DAY), rule, words).remove(0).found.message
}

/// What a rule advises about the first thing that it finds in a text.
pub(super) fn helps(rule: &'static Rule, words: &str) -> Option<String> {
    findings(Some(DAY), rule, words).remove(0).found.suggestion
}

/// Whether a rule finds something in a text of one day, or of none.
pub(super) fn finds(day: Option<&str>, rule: &'static Rule, words: &str) -> bool {
    !findings(day, rule, words).is_empty()
}

/// The text with what the rule finds marked.
fn found(day: Option<&str>, rule: &'static Rule, words: &str) -> String {
    let mut spans: Vec<Span> = findings(day, rule, words)
        .iter()
        .map(|finding| match finding.found.on {
            On::Words(span) => span,
            On::Sourcing(..) => unreachable!("a rule for words looks at words"),
        })
        .collect();
    spans.sort_by_key(|span| span.start);
    let mut marked = words.to_owned();
    for span in spans.iter().rev() {
        marked.insert(span.end, '›');
        marked.insert(span.start, '‹');
    }
    marked
}

fn findings(day: Option<&str>, rule: &'static Rule, words: &str) -> Vec<Finding> {
    let published: Option<EdtfDate> = day.map(|day| day.parse().unwrap());
    let blocks = blocks(words);
    let sentences = read(words, &blocks, published.as_ref());
    let known = (published.as_ref(), References::shipped());
    text(&[rule], &Article::of(words, &blocks, known, &sentences))
}
