//! What the rules for words find in the articles of a file, without a desk.

use schemars::JsonSchema;
use serde::Serialize;

use super::shown::ArticleName;
use crate::ingest::{self, Document, IngestError};
use crate::lint::reference::References;
use crate::lint::{self, Contrary, On, Rule};
use crate::model::edtf::EdtfDate;
use crate::model::flag::{Category, Certainty, FlagState, Severity};
use crate::model::text::{InLine, Span};
use crate::text::chars::CharIndex;
use crate::text::lines::Lines;

/// A finding as it is shown. Positions are Unicode code points in the text that is
/// read from the article.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ShownFinding {
    /// Code of the rule.
    pub code: &'static str,
    /// Name of the rule.
    pub name: &'static str,
    /// What sort of problem it is.
    pub category: Category,
    /// How much it matters.
    pub severity: Severity,
    /// The article.
    pub article: ArticleName,
    /// Position of the first character.
    pub start: usize,
    /// Position after the last character.
    pub end: usize,
    /// The words.
    pub text: String,
    /// What is wrong.
    pub message: String,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// What contradicts the words.
    pub evidence: Vec<Contrary>,
    /// What to write instead.
    pub suggestion: Option<String>,
    /// A finding is open; only flags on a desk are settled.
    pub state: FlagState,
    /// The line that the words stand in.
    #[serde(skip)]
    pub line: Option<InLine>,
    /// The rule.
    #[serde(skip)]
    pub rule: &'static Rule,
}

/// What rules find in the articles of a file.
#[derive(Debug, Clone, Default)]
pub struct FileFindings {
    /// How many articles there are.
    pub articles: usize,
    /// Whether the file is a list of articles, in which no line is one of theirs.
    pub is_list: bool,
    /// How many of them have no publication date, so that some rules can't run.
    pub undated: usize,
    /// What was found, in the order of the file.
    pub findings: Vec<ShownFinding>,
}

/// What rules find in every article of a file; `first` is the place of its first
/// article among all that are read. Without a date each article is held to what
/// it says of itself.
pub fn findings(
    (name, bytes): (&str, &[u8]),
    published: Option<&EdtfDate>,
    rules: &[&'static Rule],
    first: usize,
) -> Result<FileFindings, IngestError> {
    let (reader, articles) = ingest::read(name, bytes, None, None)?;
    let mut found = FileFindings {
        articles: articles.len(),
        is_list: reader.holds_many(),
        ..FileFindings::default()
    };
    for (number, article) in (first..).zip(articles) {
        let document = article.document;
        let article = match &document.details.url {
            Some(url) => ArticleName::Url(url.clone()),
            None => ArticleName::Place(number),
        };
        let published = published.or(document.details.published.as_ref());
        found.undated += usize::from(published.is_none());
        let here = in_document(&document, published, rules, &article);
        found.findings.extend(here);
    }
    Ok(found)
}

fn in_document(
    document: &Document,
    published: Option<&EdtfDate>,
    rules: &[&'static Rule],
    article: &ArticleName,
) -> Vec<ShownFinding> {
    let sentences = lint::read(&document.text, &document.blocks, published);
    let known = (published, References::shipped());
    let notes = document.notes.iter().map(|note| note.span).collect();
    let read =
        lint::Article::of(&document.text, &document.blocks, known, &sentences).with_notes(notes);
    let chars = CharIndex::new(&document.text);
    let lines = Lines::new(&document.text);
    let shown = |finding: lint::Finding| {
        let On::Words(span) = finding.found.on else {
            return None;
        };
        Some(shown(
            finding,
            span,
            (&document.text, &chars, &lines),
            article,
        ))
    };
    lint::text(rules, &read)
        .into_iter()
        .filter_map(shown)
        .collect()
}

fn shown(
    finding: lint::Finding,
    span: Span,
    (text, chars, lines): (&str, &CharIndex<'_>, &Lines<'_>),
    article: &ArticleName,
) -> ShownFinding {
    let lint::Finding { rule, found } = finding;
    ShownFinding {
        code: rule.code,
        name: rule.name,
        category: rule.category,
        severity: rule.severity,
        article: article.clone(),
        start: chars.char_of(span.start),
        end: chars.char_of(span.end),
        text: span.slice(text).unwrap_or_default().to_owned(),
        message: found.message,
        certainty: found.certainty,
        evidence: found.evidence,
        suggestion: found.suggestion,
        state: FlagState::Open,
        line: lines.of(span),
        rule,
    }
}
