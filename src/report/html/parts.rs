//! What the placeholders of a house's own parts stand for.

use super::super::view::View;
use super::super::wording;

/// The words for a placeholder; none where it isn't known of the article.
pub(super) fn value(view: &View<'_>, name: &str) -> String {
    let report = view.report;
    let details = &report.article.details;
    let known = |value: &Option<String>| value.clone().unwrap_or_default();
    match name {
        "title" => details.title.clone(),
        "report_title" => report.look.title().to_owned(),
        "author" => known(&details.author),
        "publisher" => known(&details.publisher),
        "published" => known(&details.published.as_ref().map(wording::date)),
        "url" => known(&details.url),
        "revision" => report.article.revision.to_string(),
        "claims" => report.claims.len().to_string(),
        "judged" => view.judged.len().to_string(),
        "open_flags" => view.open_flags().to_string(),
        "made" => wording::time(report.generated_at),
        "history" => report.audit_head.clone(),
        _ => String::new(),
    }
}
