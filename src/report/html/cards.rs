//! What was found, one card or entry for each claim, flag and source.

use super::super::content::ClaimReport;
use super::super::view::{View, imprint};
use super::super::{rationale, told, wording};
use super::Time;
use super::filters::Filters;
use super::summary::class_of;
use crate::model::claim::Claim;
use crate::model::event::Event;
use crate::model::flag::Flag;
use crate::model::ids::ClaimId;
use crate::model::scale::Tone;
use crate::model::source::{Evidence, Source, Stance};
use crate::model::verdict::Verdict;

/// Everything about one claim.
pub(super) struct Card<'a> {
    pub(super) claim: &'a Claim,
    pub(super) label: &'a str,
    pub(super) class: &'static str,
    pub(super) sign: &'static str,
    /// The classes by which boxes show and hide it.
    pub(super) shown_by: String,
    /// Where it stands in the desk's work.
    pub(super) state: &'static str,
    /// What spoke for and against checking it.
    pub(super) reasons: String,
    /// The verdict that speaks for the claim.
    pub(super) leading: Option<Opinion<'a>>,
    /// What other reviewers hold.
    pub(super) others: Vec<(&'static str, Opinion<'a>)>,
    /// What has changed since.
    pub(super) doubts: Vec<&'static str>,
    /// What editors did about it.
    pub(super) rulings: Vec<String>,
    /// Who was asked, and what they answered.
    pub(super) replies: Vec<String>,
    /// Verdicts that their own reviewer has replaced.
    pub(super) replaced: Vec<Opinion<'a>>,
    /// Evidence outside any verdict.
    pub(super) evidence: Vec<Exhibit<'a>>,
    pub(super) flags: Vec<FlagNote<'a>>,
    pub(super) history: Vec<Step<'a>>,
}

impl<'a> Card<'a> {
    pub(super) fn new(view: &View<'_>, filters: &Filters, report: &'a ClaimReport) -> Self {
        let (label, tone) = report.rating().unwrap_or(("Not yet judged", Tone::Neutral));
        let reasons: Vec<&str> = report
            .claim
            .reasons
            .iter()
            .map(|reason| &*reason.reason)
            .collect();
        Self {
            claim: &report.claim,
            label,
            class: tone.as_str(),
            sign: tone.sign(),
            shown_by: filters.classes(report),
            state: wording::state(report.claim.state),
            reasons: reasons.join("; "),
            leading: report.leading().map(|verdict| Opinion::new(view, verdict)),
            doubts: report
                .claim
                .stale_because
                .iter()
                .map(|doubt| wording::doubt(*doubt))
                .collect(),
            rulings: report.rulings.iter().map(wording::ruling).collect(),
            replies: report.replies.iter().map(wording::reply).collect(),
            others: report
                .others()
                .map(|verdict| (wording::role(report, verdict), Opinion::new(view, verdict)))
                .collect(),
            replaced: report
                .replaced()
                .map(|verdict| Opinion::new(view, verdict))
                .collect(),
            evidence: exhibits(view, &report.evidence),
            flags: report
                .flags
                .iter()
                .map(|flag| FlagNote::new(view, flag))
                .collect(),
            history: report.history.iter().map(Step::new).collect(),
        }
    }

    /// That the claim has no settled place in the text, if so.
    pub(super) fn lost(&self) -> Option<&'static str> {
        wording::lost(self.claim)
    }

    /// Whether the claim is restated in other words than those quoted.
    pub(super) fn restated(&self) -> bool {
        self.claim.quote.as_ref() != Some(&self.claim.statement)
    }
}

/// One reviewer's verdict.
pub(super) struct Opinion<'a> {
    pub(super) verdict: &'a Verdict,
    pub(super) sign: &'static str,
    pub(super) given: Time,
    /// The reasons as HTML, made harmless.
    pub(super) rationale: String,
    pub(super) evidence: Vec<Exhibit<'a>>,
}

impl<'a> Opinion<'a> {
    fn new(view: &View<'_>, verdict: &'a Verdict) -> Self {
        Self {
            verdict,
            sign: verdict.rating_tone.sign(),
            given: Time::new(verdict.created_at),
            rationale: rationale::html(&verdict.rationale),
            evidence: exhibits(view, &verdict.evidence),
        }
    }
}

/// One piece of evidence.
pub(super) struct Exhibit<'a> {
    pub(super) evidence: &'a Evidence,
    pub(super) stance: &'static str,
    pub(super) class: &'static str,
    /// The source's number in the list of sources.
    pub(super) source_number: usize,
}

fn exhibits<'a>(view: &View<'_>, evidence: &'a [Evidence]) -> Vec<Exhibit<'a>> {
    evidence
        .iter()
        .map(|evidence| Exhibit {
            evidence,
            stance: wording::stance(evidence.stance),
            class: match evidence.stance {
                Stance::Supports => Tone::Good.as_str(),
                Stance::Refutes => Tone::Bad.as_str(),
                Stance::Context => Tone::Neutral.as_str(),
            },
            source_number: view.source_number(evidence.source),
        })
        .collect()
}

/// One flag.
pub(super) struct FlagNote<'a> {
    pub(super) flag: &'a Flag,
    pub(super) message: String,
    pub(super) class: &'static str,
    /// How it was settled.
    pub(super) resolved: Option<String>,
}

impl<'a> FlagNote<'a> {
    pub(super) fn new(view: &View<'_>, flag: &'a Flag) -> Self {
        Self {
            flag,
            message: view.flag_message(flag),
            class: class_of(flag.severity),
            resolved: wording::settled(flag),
        }
    }
}

/// One line of a claim's history.
pub(super) struct Step<'a> {
    pub(super) line: i64,
    pub(super) at: String,
    pub(super) stored_at: &'a str,
    pub(super) actor: &'a str,
    pub(super) what: String,
}

impl<'a> Step<'a> {
    fn new(event: &'a Event) -> Self {
        Self {
            line: event.id,
            at: wording::stored_time(&event.at),
            stored_at: &event.at,
            actor: &event.actor,
            what: told(event),
        }
    }
}

/// One source of the list.
pub(super) struct SourceEntry<'a> {
    pub(super) source: &'a Source,
    pub(super) number: usize,
    pub(super) imprint: String,
    /// Its address, where that is safe to follow.
    pub(super) link: Option<&'a str>,
    pub(super) archived: Option<&'a str>,
    pub(super) cited_by: Vec<ClaimId>,
}

impl<'a> SourceEntry<'a> {
    pub(super) fn new(view: &View<'_>, source: &'a Source) -> Self {
        let safe = |address: &'a Option<String>| {
            address
                .as_deref()
                .filter(|address| rationale::is_harmless(address))
        };
        Self {
            source,
            number: view.source_number(source.id),
            imprint: imprint(source).join(" · "),
            link: safe(&source.url),
            archived: safe(&source.details.archived_url),
            cited_by: view.cited_by(source).to_vec(),
        }
    }
}
