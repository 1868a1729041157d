//! What must change in an article before it is published, and nothing else:
//! plain text to be mailed to its editor, in the order of the article.

use super::content::{ArticleReport, ClaimReport};
use super::places::Places;
use super::prose::{Form, Page};
use super::view::{Finding, View};
use super::wording;
use crate::model::claim::ClaimState;
use crate::model::flag::Flag;
use crate::model::scale::Tone;
use crate::model::source::Evidence;
use crate::model::text::Span;
use crate::model::verdict::Verdict;

/// Most characters of a rationale; the whole stands in the report.
const MOST_OF_A_RATIONALE: usize = 400;

/// The list as a document.
pub(super) fn document(report: &ArticleReport) -> String {
    let view = View::new(report);
    let list = List {
        view: &view,
        places: Places::new(report),
    };
    let mut page = Page::new(Form::Plain);
    let changes = view.changes();
    list.head(&mut page, &changes);
    for (change, number) in changes.iter().zip(1..) {
        match change {
            Finding::Claim(claim) => list.claim(&mut page, number, claim),
            Finding::Flag(flag) => list.flag(&mut page, number, flag),
        }
    }
    list.foot(&mut page);
    page.into_text()
}

struct List<'a> {
    view: &'a View<'a>,
    places: Places<'a>,
}

impl List<'_> {
    fn head(&self, page: &mut Page, changes: &[Finding<'_>]) {
        let form = page.form;
        let article = &self.view.report.article;
        page.heading(
            1,
            &format!("Corrections: {}", form.words(&article.details.title)),
        );
        let mut line = self.view.byline();
        line.push(format!("revision {}", article.revision));
        page.paragraph(&form.words(&line.join(" · ")));
        if let Some(said) = self.view.selection_said() {
            page.paragraph(&form.words(&said));
        }
        let claims = changes
            .iter()
            .filter(|change| matches!(change, Finding::Claim(_)));
        let claims = claims.count();
        page.paragraph(&match (claims, changes.len() - claims) {
            (0, 0) => "Nothing that was judged has to change.".to_owned(),
            (claims, flags) => format!(
                "{} and {}, in the order of the article.",
                wording::count(claims, "claim to correct", "claims to correct"),
                wording::count(
                    flags,
                    "open flag of high severity",
                    "open flags of high severity"
                ),
            ),
        });
    }

    fn claim(&self, page: &mut Page, number: usize, report: &ClaimReport) {
        let form = page.form;
        let claim = &report.claim;
        let rating = report
            .rating()
            .map_or_else(String::new, |(label, tone)| form.rating(label, tone));
        page.apart();
        page.numbered(
            number,
            &format!("{}: {rating} (claim {})", self.place(claim.span), claim.id),
        );
        page.within("The article says", &quoted(form, claim.words()));
        if let Some(lost) = wording::lost(claim) {
            page.within("Note", lost);
        }
        let leading = report.leading();
        if let Some(verdict) = leading {
            opinion(page, report, verdict);
        }
        for evidence in &report.evidence {
            page.within(wording::stance(evidence.stance), &source(form, evidence));
        }
        if let Some(verdict) = leading {
            let standing = match claim.state {
                ClaimState::Decided => "signed off",
                ClaimState::Published => "signed off and published",
                _ => "not signed off yet",
            };
            let reviewer = form.words(&verdict.reviewer_name);
            page.within("Judged by", &format!("{reviewer}, {standing}"));
        }
        for repeat in &claim.repeats {
            let words = quoted(form, &repeat.text);
            page.within(
                "Said again",
                &format!("sentence {}, {words}", repeat.sentence),
            );
        }
        for doubt in &claim.stale_because {
            page.within("Note", wording::doubt(*doubt));
        }
    }

    fn flag(&self, page: &mut Page, number: usize, flag: &Flag) {
        let form = page.form;
        let on = flag.claim.map(|claim| format!(" (claim {claim})"));
        page.apart();
        page.numbered(
            number,
            &format!(
                "{}: ⚑ {}{}",
                self.place(flag.span),
                form.words(&flag.category),
                on.unwrap_or_default()
            ),
        );
        if let Some(words) = &flag.text {
            page.within("The article says", &quoted(form, words));
        }
        page.within("What is wrong", &form.words(&self.view.flag_message(flag)));
        if let Some(suggestion) = &flag.suggestion {
            page.within("Suggestion", &form.words(suggestion));
        }
    }

    /// What the list does not say.
    fn foot(&self, page: &mut Page) {
        let left = self.view.unjudged.len();
        let report = self.view.report;
        page.heading(2, "Not in this list");
        if let Some(selected) = &report.selection {
            let left_out = selected.claims.of - selected.claims.shown;
            page.item(&wording::count(
                left_out,
                "claim that was not asked for",
                "claims that were not asked for",
            ));
        }
        page.item(&format!(
            "{}, and {} of lower severity",
            wording::count(left, "claim not yet judged", "claims not yet judged"),
            wording::count(self.view.lesser_flags(), "open flag", "open flags"),
        ));
        let unsettled = self.view.unsettled();
        if !unsettled.is_empty() {
            let left = wording::count(
                unsettled.len(),
                "claim whose rating leaves open whether it holds",
                "claims whose ratings leave open whether they hold",
            );
            let rated = |claim: &&ClaimReport| {
                let (label, _) = claim.rating()?;
                Some(format!(
                    "claim {} ({})",
                    claim.claim.id,
                    page.form.words(label)
                ))
            };
            let claims: Vec<String> = unsettled.iter().filter_map(rated).collect();
            page.item(&format!("{left}: {}", claims.join(", ")));
        }
        page.item(&wording::coverage(&report.coverage));
        if let Some(hidden) = self.view.hidden_said() {
            page.item(&format!(
                "verdicts of others on {hidden}, which are hidden until one’s own is in"
            ));
        }
        page.paragraph(&format!(
            "Made {}. Last line of the desk’s history: {}",
            wording::time(report.generated_at),
            report.audit_head
        ));
    }

    fn place(&self, span: Option<Span>) -> String {
        let place = span.map_or_else(
            || "No settled place in the text".to_owned(),
            |span| self.places.of(span),
        );
        let mut letters = place.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect()
        })
    }
}

/// What the verdict that speaks for a claim says.
fn opinion(page: &mut Page, report: &ClaimReport, verdict: &Verdict) {
    let form = page.form;
    let rationale = form.rationale(&verdict.rationale).replace('\n', " ");
    let holds = matches!(report.rating(), Some((_, Tone::Good)));
    page.within(
        if holds { "Why" } else { "What is wrong" },
        &wording::shortened(&rationale, MOST_OF_A_RATIONALE),
    );
    if let Some(correction) = &verdict.correction {
        page.within("Write instead", &quoted(form, correction));
    }
    for evidence in &verdict.evidence {
        page.within(wording::stance(evidence.stance), &source(form, evidence));
    }
}

/// A source as somebody looks it up: its name, its place, its words, its
/// address.
fn source(form: Form, evidence: &Evidence) -> String {
    let known = [
        Some(&evidence.source_name),
        evidence.source_publisher.as_ref(),
        evidence.locator.as_ref(),
    ];
    let known: Vec<String> = known
        .into_iter()
        .flatten()
        .map(|text| form.words(text))
        .collect();
    let quote = evidence.quote.as_ref();
    let quote = quote.map(|quote| format!(": {}", quoted(form, quote)));
    let address = evidence
        .source_url
        .as_ref()
        .filter(|url| **url != evidence.source_name)
        .map(|url| format!(" <{}>", form.words(url)));
    [
        known.join(", "),
        quote.unwrap_or_default(),
        address.unwrap_or_default(),
    ]
    .concat()
}

fn quoted(form: Form, words: &str) -> String {
    format!("“{}”", form.words(words))
}
